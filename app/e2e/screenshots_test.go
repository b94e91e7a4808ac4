//go:build e2e && linux

package e2e

import (
	"image"
	"os"
	"path/filepath"
	"testing"
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
			d.Start(Options{Env: []string{"FYNE_THEME=" + theme}})
			path := filepath.Join(folder, theme+".png")
			if err := WritePNG(path, d.WaitStill(d.Bounds())); err != nil {
				t.Fatal(err)
			}
			t.Log(path)
		})
	}
}
