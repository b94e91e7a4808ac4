//go:build e2e && linux

package e2e

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"image"
	"image/color"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var (
	highlight = color.RGBA{R: 0xFF, G: 0xF3, B: 0xC4, A: 255} // behind what is selected, and disputes
	accent    = color.RGBA{R: 0x00, G: 0x72, B: 0xB2, A: 255}
	sideArea  = image.Rect(0, 560, 208, 872)
)

// attachDocument keeps a text as the document of Intel Today, as the program does
// when one is attached.
func attachDocument(t *testing.T, home, text string) {
	t.Helper()
	path := filepath.Join(home, "intel today.txt")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	entry := map[string]any{
		"source": map[string]string{
			"title": "On This Day — The Paris Attacks (November 13 2015) [2019]", "publisher": "Intel Today", "published": "2019-11-13",
		},
		"file": path, "sha256": fmt.Sprintf("%x", sha256.Sum256([]byte(text))),
	}
	content, err := json.Marshal(map[string]any{"attached": []any{entry}})
	if err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join(home, ".config", "dateline")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "attached.json"), content, 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestEvidence reads as an investigator does: a quotation in its document, the
// disputes, a chain, what was known, gaps, a measure, the story; and finds the
// filters again.
func TestEvidence(t *testing.T) {
	d := NewDisplay(t, Screen{Width: 1440, Height: 900})
	d.Move(idle)
	o := light()
	o.Home = t.TempDir()
	attachDocument(t, o.Home, "A page.\n\n1985 May 4 —\n  Born in Laeken, Belgium\n\nMore of it.\n")
	p := d.Start(o)
	waitForLanes(d)
	d.WaitStill(d.Bounds())

	step := func(what string, in image.Rectangle, keys ...string) *image.RGBA {
		t.Helper()
		before := d.Screenshot()
		d.Key(keys...)
		d.WaitChange(before, in)
		after := d.WaitStill(d.Bounds())
		if Difference(before, after, in, 8) < 50 {
			t.Errorf("%s changes nothing", what)
		}
		return after
	}
	step("selecting an event", panelArea, "n")
	d.Key("s") // it is read in the background
	d.WaitFor("the quotation marked in its document", func() bool {
		return CountNear(d.Screenshot(), panelArea, highlight, 6) >= 800
	})
	step("closing the document", panelArea, "Escape")
	d.Key("c")
	d.WaitFor("the citation is copied", func() bool { return strings.Contains(d.Clipboard(), "1985 May 4") })
	if list := step("the list of disputes", panelArea, "d"); CountNear(list, panelArea, highlight, 6) < 20000 {
		t.Error("the disputes are not listed")
	}
	step("closing the list", panelArea, "Escape")
	for range 12 {
		d.Key("n")
	}
	d.WaitStill(d.Bounds())
	step("the chain", lanesArea, "l")
	step("everything again", lanesArea, "l")
	step("gaps", lanesArea, "g")
	step("lines to when it became known", lanesArea, "t")
	step("what was known", sideArea, "k")
	d.Key("m", "n")
	if ruler := d.WaitStill(d.Bounds()); CountNear(ruler, lanesArea, accent, 6) < 400 {
		t.Error("nothing is measured")
	}
	d.Key("Escape")
	if told := step("the story", panelArea, "F5"); CountNear(told, statusBar, buttonGrey, 4) > 5000 {
		t.Error("the window's frame stays in the story")
	}
	step("the next event of the story", panelArea, "Right")
	step("the end of the story", panelArea, "Escape")
	if code := p.Close(); code != 0 {
		t.Errorf("it ended with exit code %d:\n%s", code, p.Output())
	}
	content, err := os.ReadFile(filepath.Join(o.Home, ".config", "dateline", "session.json"))
	if err != nil {
		t.Fatal(err)
	}
	var kept struct {
		Evidence struct{ Known, Lags, Gaps bool }
	}
	if err := json.Unmarshal(content, &kept); err != nil || !kept.Evidence.Known || !kept.Evidence.Lags || !kept.Evidence.Gaps {
		t.Errorf("it kept %+v, %v", kept, err)
	}
}
