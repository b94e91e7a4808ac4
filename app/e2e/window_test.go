//go:build e2e && linux

package e2e

import (
	"encoding/json"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Where things are in a window of 1440 by 900, and how they look in light
// colours.
var (
	lanesArea  = image.Rect(222, 150, 1060, 770)
	laneStrip  = image.Rect(209, 130, 213, 770)
	panelArea  = image.Rect(1076, 80, 1430, 860)
	statusBar  = image.Rect(209, 874, 1100, 898)
	dialogArea = image.Rect(400, 450, 1040, 700) // lower half
	idle       = image.Pt(1000, 4)               // nothing is hovered there

	atarBlue          = color.RGBA{R: 0x00, G: 0x72, B: 0xB2, A: 255} // Oussama Atar
	authoritiesOrange = color.RGBA{R: 0xC7, G: 0x77, B: 0x00, A: 255} // Belgian authorities
	buttonGrey        = color.RGBA{R: 0xEC, G: 0xE9, B: 0xE2, A: 255}
	attacksRed        = color.RGBA{R: 0xC8, G: 0x32, B: 0x1F, A: 255} // the attacks
)

const likeness = 14 // how far a colour may be off

// session is what the program keeps from one start to the next, as far as it is
// looked at here.
type session struct {
	From, To float64
	Hidden   []string
	Selected string
}

func keptSession(t *testing.T, home string) session {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(home, ".config", "dateline", "session.json"))
	if err != nil {
		t.Fatal(err)
	}
	var s session
	if err := json.Unmarshal(content, &s); err != nil {
		t.Fatal(err)
	}
	return s
}

// markers returns the middles of a lane's round or square markers in view: filled, in
// outline, or of half filled ones that half.
func markers(d *Display, c color.RGBA) []image.Point {
	var found []image.Point
	for _, b := range Blobs(d.Screenshot(), lanesArea, c, likeness, 30) {
		if b.Dx() >= 4 && b.Dx() <= 13 && b.Dy() >= 9 && b.Dy() <= 13 {
			found = append(found, image.Pt(b.Min.X+b.Dy()/2, Centre(b).Y)) // as wide as high
		}
	}
	return found
}

// firstMarker returns the leftmost one: the birth, the first event of all.
func firstMarker(d *Display, c color.RGBA) image.Point {
	d.t.Helper()
	found := markers(d, c)
	if len(found) == 0 {
		d.t.Fatal("no marker is in view")
	}
	first := found[0]
	for _, p := range found {
		if p.X < first.X {
			first = p
		}
	}
	return first
}

func light() Options { return Options{Env: []string{"FYNE_THEME=light"}} }

// TestTheMainJob is what the program is for, from opening it to finding it again
// as it was left.
func TestTheMainJob(t *testing.T) {
	d := NewDisplay(t, Screen{Width: 1440, Height: 900})
	d.Move(idle)
	o := light()
	o.Home = t.TempDir()
	p := d.Start(o)
	waitForLanes(d)
	whole := d.WaitStill(d.Bounds())

	if got := p.Title(); got != "Oussama Atar, 1985–2018 — Dateline" {
		t.Errorf("the title is %q", got)
	}
	for lane, c := range map[string]color.RGBA{"Atar": atarBlue, "authorities": authoritiesOrange, "attacks": attacksRed} {
		if CountNear(whole, laneStrip, c, likeness) < 200 {
			t.Errorf("the lane of %s is not there", lane)
		}
	}

	zoomsAtThePointer(t, d)
	pansUnderThePointer(t, d)
	hidesALane(t, d)
	readsAnEvent(t, d)
	exportsAnImage(t, d, o.Home)

	d.Move(idle)
	left := d.WaitStill(lanesArea)
	if code := p.Close(); code != 0 {
		t.Errorf("it ended with exit code %d:\n%s", code, p.Output())
	}
	kept := keptSession(t, o.Home)
	if kept.Selected != "born-in-laeken" || len(kept.Hidden) != 1 || kept.Hidden[0] != "authorities" || kept.To <= kept.From {
		t.Errorf("it kept %+v", kept)
	}
	findsItAgain(t, d, o, left)
}

// zoomsAtThePointer turns the wheel over the first marker: it stays there, and
// the others move away from it.
func zoomsAtThePointer(t *testing.T, d *Display) {
	t.Helper()
	before := firstMarker(d, atarBlue)
	picture := d.Screenshot()
	d.Wheel(before, 4)
	d.WaitChange(picture, statusBar)
	d.Move(idle)
	d.WaitStill(d.Bounds())
	if after := firstMarker(d, atarBlue); abs(after.X-before.X) > 1 {
		t.Errorf("zoomed, what was under the pointer at %v is at %v", before, after)
	}
	if n := len(markers(d, atarBlue)); n > 4 {
		t.Errorf("zoomed in, %d markers are still in view", n)
	}
}

// pansUnderThePointer drags the lanes to the right: the marker goes with the
// pointer. Then it fits everything again.
func pansUnderThePointer(t *testing.T, d *Display) {
	t.Helper()
	before := firstMarker(d, atarBlue)
	picture := d.Screenshot()
	d.Drag(1, image.Pt(500, 600), image.Pt(440, 600))
	d.WaitChange(picture, lanesArea)
	d.Move(idle)
	d.WaitStill(d.Bounds())
	d.Drag(1, image.Pt(440, 600), image.Pt(530, 600))
	d.Move(idle)
	d.WaitStill(d.Bounds())
	if after := firstMarker(d, atarBlue); abs(after.X-before.X-30) > 1 {
		t.Errorf("dragged by 60 to the left and 90 to the right, the marker at %v is at %v", before, after)
	}
	picture = d.Screenshot()
	d.Key("Home")
	d.WaitChange(picture, statusBar)
	d.WaitStill(d.Bounds())
}

// hidesALane clicks the check box of the second lane.
func hidesALane(t *testing.T, d *Display) {
	t.Helper()
	picture := d.Screenshot()
	d.Click(image.Pt(27, 178))
	d.WaitChange(picture, laneStrip)
	d.Move(idle)
	shown := d.WaitStill(d.Bounds())
	if n := CountNear(shown, laneStrip, authoritiesOrange, likeness); n > 0 {
		t.Errorf("hidden, the lane still has %d pixels", n)
	}
	if Difference(picture, shown, statusBar, 0) == 0 {
		t.Error("the status bar does not say that events are hidden")
	}
}

// readsAnEvent clicks the birth and reads the panel: the title is selected with
// the mouse and copied, then the citation.
func readsAnEvent(t *testing.T, d *Display) {
	t.Helper()
	picture := d.Screenshot()
	d.Click(firstMarker(d, atarBlue))
	d.WaitChange(picture, panelArea)
	d.WaitStill(panelArea)
	d.Key("c")
	d.WaitFor("the citation on the clipboard", func() bool { return strings.Contains(d.Clipboard(), "Laeken") })
	got := d.Clipboard()
	for _, want := range []string{
		"Born in Laeken (4 May 1985)",
		"“1985 May 4 — Born in Laeken, Belgium”",
		"Intel Today",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the citation lacks %q:\n%s", want, got)
		}
	}
	d.Drag(1, image.Pt(1090, 148), image.Pt(1420, 148))
	d.Key("ctrl+c")
	d.WaitFor("the title on the clipboard", func() bool { return strings.TrimSpace(d.Clipboard()) == "Born in Laeken" })
}

// exportsAnImage opens the dialog, types a file's name and presses Enter.
func exportsAnImage(t *testing.T, d *Display, home string) {
	t.Helper()
	path := filepath.Join(home, "chart.png")
	picture := d.Screenshot()
	d.Key("ctrl+e")
	d.WaitChange(picture, lanesArea)
	d.Key("ctrl+a")
	d.Type(path)
	d.Key("Return")
	d.WaitFor("the image", func() bool {
		_, err := os.Stat(path)
		return err == nil
	})
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	img, err := png.Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	if size := img.Bounds().Size(); size != image.Pt(3200, 1800) {
		t.Errorf("the image has %v pixels", size)
	}
	if left, _ := filepath.Glob(filepath.Join(home, ".*.tmp")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// findsItAgain starts the program once more: it looks as it did.
func findsItAgain(t *testing.T, d *Display, o Options, left *image.RGBA) {
	t.Helper()
	d.Move(idle)
	p := d.Start(o)
	waitForLanes(d)
	again := d.WaitStill(d.Bounds())
	if n := Difference(left, again, lanesArea, 8); n > 40 {
		t.Errorf("started again, %d pixels of the lanes are different", n)
	}
	if n := Difference(left, again, panelArea, 8); n > 400 {
		t.Errorf("started again, %d pixels of the panel are different", n)
	}
	if code := p.Close(); code != 0 {
		t.Errorf("it ended with exit code %d", code)
	}
}

// waitForLanes waits until the first lane is drawn. Being still is not enough: a
// window is black before it is first painted.
func waitForLanes(d *Display) {
	d.t.Helper()
	d.WaitFor("the lanes", func() bool { return CountNear(d.Screenshot(), laneStrip, atarBlue, likeness) > 100 })
}

func abs(n int) int { return max(n, -n) }
