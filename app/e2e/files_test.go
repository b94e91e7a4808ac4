//go:build e2e && linux

package e2e

import (
	"image"
	"image/color"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The stripe at the left of a notice has the colour of its kind.
var (
	stripeArea = image.Rect(0, 60, 4, 240)
	warning    = color.RGBA{R: 0xB0, G: 0x7A, B: 0x00, A: 255}
	failure    = color.RGBA{R: 0xB3, G: 0x26, B: 0x1E, A: 255}
)

// save puts a text in the place of a file, as editors do.
func save(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path+"~", []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(path+"~", path); err != nil {
		t.Fatal(err)
	}
}

// TestOwnFiles opens a table, whose columns are asked for and whose unreadable row
// is said to be lost, saves it as a dataset, opens that, and sees each save of it:
// a good one marked, a bad one with its error over the last good timeline.
func TestOwnFiles(t *testing.T) {
	home := t.TempDir()
	table, dataset := filepath.Join(home, "trips.csv"), filepath.Join(home, "trips.json")
	save(t, table, "When;What happened;Remarks\n12.03.2005;Arrested;\n2007;Sentenced;\nsometime;Unclear;\n22/09/2012;Released;\n")
	d := NewDisplay(t, Screen{Width: 1440, Height: 900})
	d.Move(idle)
	o := light()
	o.Home, o.Args = home, []string{table}
	p := d.Start(o)
	stripe := func(c color.RGBA) func() bool {
		return func() bool { return CountNear(d.Screenshot(), stripeArea, c, 6) >= 100 }
	}
	d.WaitStill(d.Bounds())
	d.WaitFor("the table to be shown with what is lost", func() bool {
		d.Key("Return") // opens it as soon as the columns are asked for
		return stripe(warning)()
	})
	d.Key("ctrl+shift+s")
	d.WaitStill(d.Bounds())
	d.Key("Return")
	d.WaitFor("the dataset to be saved", func() bool { _, err := os.Stat(dataset); return err == nil })
	content, err := os.ReadFile(dataset)
	if err != nil || strings.Count(string(content), `"date"`) != 3 {
		t.Fatalf("saved is\n%s\n%v", content, err)
	}
	p.Close()

	o.Args = []string{dataset}
	p = d.Start(o)
	d.WaitStill(d.Bounds())
	text := string(content)
	before := d.Screenshot()
	save(t, dataset, strings.Replace(text, `"date": "2007"`, `"date": "2009"`, 1))
	d.WaitFor("the save to be said", stripe(accent))
	if Difference(before, d.Screenshot(), lanesArea, 8) < 50 {
		t.Error("the save changes nothing in the timeline")
	}
	save(t, dataset, strings.Replace(text, `"date": "2007"`, `"date": "20x7"`, 1))
	d.WaitFor("the error to be said", stripe(failure))
	save(t, dataset, text)
	d.WaitFor("the mended file to be shown", stripe(accent))
	p.Close()
}
