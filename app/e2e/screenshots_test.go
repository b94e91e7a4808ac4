//go:build e2e && linux

package e2e

import (
	"image"
	"image/color"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/assets"
)

// TestScreenshots writes the documentation's pictures to the folder $DATELINE_SCREENSHOTS (make screenshots).
func TestScreenshots(t *testing.T) {
	folder := os.Getenv("DATELINE_SCREENSHOTS")
	if folder == "" {
		t.Skip("writes files: make screenshots runs it")
	}
	for _, theme := range []string{"light", "dark"} {
		t.Run(theme, func(t *testing.T) {
			d := NewDisplay(t, Screen{Width: 1440, Height: 900})
			d.Move(image.Pt(1439, 899)) // out of the way: nothing is hovered
			d.Start(Options{Env: []string{"FYNE_THEME=" + theme}, Home: readerAt(t, "cmrs-decides-release")})
			d.WaitFor("the whole window", func() bool {
				shown := d.Screenshot()
				foot := image.Rect(0, 880, 1440, 900) // black until the window is maximized and painted
				return Colours(shown, d.Bounds()) > 200 && CountNear(shown, foot, color.RGBA{A: 255}, 2) == 0
			})
			picture(t, d, filepath.Join(folder, theme+".png"))
		})
	}
	t.Run("saved", func(t *testing.T) {
		d := NewDisplay(t, Screen{Width: 1440, Height: 900})
		d.Move(image.Pt(1439, 899))
		home := t.TempDir()
		dataset := filepath.Join(home, "atar.json")
		save(t, dataset, string(assets.Atar))
		d.Start(Options{Env: []string{"FYNE_THEME=light"}, Home: home, Args: []string{dataset}})
		waitForLanes(d)
		d.WaitStill(d.Bounds())
		changed := strings.Replace(string(assets.Atar), `"date": "2004"`, `"date": "2003/2004"`, 1)
		save(t, dataset, strings.Replace(changed, `"title": "Killed in Syria"`, `"title": "Killed in Syria (see note)"`, 1))
		d.WaitFor("the save to be said", func() bool { return CountNear(d.Screenshot(), stripeArea, accent, 6) >= 100 })
		picture(t, d, filepath.Join(folder, "saved.png"))
	})
}

// picture writes what the display shows when it is still.
func picture(t *testing.T, d *Display, path string) {
	t.Helper()
	if err := WritePNG(path, d.WaitStill(d.Bounds())); err != nil {
		t.Fatal(err)
	}
	t.Log(path)
}

// readerAt returns a home in which the last session had an event selected.
func readerAt(t *testing.T, event string) string {
	t.Helper()
	home := t.TempDir()
	folder := filepath.Join(home, ".config", "dateline")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	content := []byte(`{"selected": "` + event + `"}`)
	if err := os.WriteFile(filepath.Join(folder, "session.json"), content, 0o600); err != nil {
		t.Fatal(err)
	}
	return home
}
