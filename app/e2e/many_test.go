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
// has changed meanwhile.
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
	saysThatTheFileChanged(t, d, file)
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
	again := d.WaitStill(d.Bounds())
	if n := Difference(whole, again, lanesArea, 8); n > 40 {
		t.Errorf("zoomed in and back, %d pixels of the lanes are different", n)
	}
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

// saysThatTheFileChanged writes into the file: the events stay, but what their
// sources say cannot be read again, and that is said.
func saysThatTheFileChanged(t *testing.T, d *Display, file string) {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, bytes.Replace(content, []byte("engine"), []byte("motors"), 1), 0o600); err != nil {
		t.Fatal(err)
	}
	picture := d.Screenshot()
	d.Key("n")
	d.WaitChange(picture, panelArea)
	d.WaitStill(panelArea)
	d.SetClipboard("nothing")
	picture = d.Screenshot()
	d.Key("c")
	d.WaitChange(picture, lanesArea) // a dialog is over them
	if got := d.Clipboard(); got != "nothing" {
		t.Errorf("copied from a file that has changed: %q", got)
	}
	d.Key("Escape")
	d.WaitStill(d.Bounds())
}
