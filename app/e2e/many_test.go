//go:build e2e && linux

package e2e

import (
	"bytes"
	"image"
	"image/color"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// foundPink is the colour of what a search has found, on a light ground.
var foundPink = color.RGBA{0xC2, 0x18, 0x5B, 255}

// minimapArea is where the minimap is in a window of 1440×900.
var minimapArea = image.Rect(215, 805, 1060, 850)

// TestManyEvents opens 30,000 events: profiles at first, single events when
// zoomed in, a search over all their quotations, the next hit, and a file that
// is written meanwhile.
func TestManyEvents(t *testing.T) {
	d := NewDisplay(t, Screen{Width: 1440, Height: 900})
	d.Move(idle)
	o := light()
	o.Home = t.TempDir()
	file := filepath.Join(o.Home, "many.json")
	program, err := Binary()
	if err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(program, "sample", "--events", "30000", "-o", file).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	o.Args = []string{file}
	p := d.Start(o)
	d.WaitFor("the dataset", func() bool { return strings.HasPrefix(p.Title(), "Sample chronology") })
	waitForLanes(d) // the first has the same blue
	whole := d.WaitStill(d.Bounds())

	zoomsInAndOut(t, d, whole)
	searches(t, d)
	showsTheChangedFile(t, d, file)
	if code := p.Close(); code != 0 {
		t.Errorf("it ended with exit code %d:\n%s", code, p.Output())
	}
}

// zoomsInAndOut turns the wheel until single events are seen, and finds the
// whole again as it was.
func zoomsInAndOut(t *testing.T, d *Display, whole *image.RGBA) {
	t.Helper()
	for range 4 {
		picture := d.Screenshot()
		d.Wheel(image.Pt(640, 400), 6)
		d.WaitChange(picture, statusBar)
	}
	d.Move(idle)
	d.WaitStill(d.Bounds())
	picture := d.Screenshot()
	d.Key("Home")
	d.WaitChange(picture, statusBar)
	d.WaitFor("the lanes as they were", func() bool { return Difference(whole, d.Screenshot(), lanesArea, 8) <= 40 })
}

// searches types a word: what is found is marked on the lanes and in the
// minimap; Enter selects the first hit.
func searches(t *testing.T, d *Display) {
	t.Helper()
	d.Key("ctrl+f")
	d.Type("engine")
	d.WaitFor("marks in the minimap", func() bool {
		picture := d.Screenshot()
		return CountNear(picture, minimapArea, foundPink, 40) > 200 && CountNear(picture, lanesArea, foundPink, 8) > 100
	})
	d.WaitStill(d.Bounds())
	picture := d.Screenshot()
	d.Key("Return")
	d.WaitChange(picture, panelArea)
	d.WaitStill(panelArea)
	d.Key("Escape")
	d.WaitFor("no marks", func() bool { return CountNear(d.Screenshot(), minimapArea, foundPink, 40) == 0 })
	d.WaitStill(d.Bounds())
	d.Key("c")
	d.WaitFor("a citation with the word", func() bool { return strings.Contains(strings.ToLower(d.Clipboard()), "engine") })
}

// showsTheChangedFile writes into the file, in place: too large to be kept in
// memory, its events are read from it when they are asked for. The window says
// that it was saved, and tells what it says now.
func showsTheChangedFile(t *testing.T, d *Display, file string) {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	changed := bytes.ReplaceAll(bytes.ReplaceAll(content, []byte("engine"), []byte("motors")), []byte("Engine"), []byte("Motors"))
	if err := os.WriteFile(file, changed, 0o600); err != nil {
		t.Fatal(err)
	}
	d.WaitFor("the save to be said", func() bool { return CountNear(d.Screenshot(), stripeArea, accent, 6) >= 100 })
	d.SetClipboard("nothing")
	d.WaitFor("the citation with another word", func() bool {
		before := d.WaitStill(d.Bounds())
		d.Key("c")
		now := d.WaitStill(d.Bounds())
		if strings.Contains(strings.ToLower(d.Clipboard()), "motors") {
			return true
		}
		if Difference(before, now, minimapArea, 8) > 1000 { // a dialog: the file is still being read
			d.Key("Escape")
		}
		return false
	})
}
