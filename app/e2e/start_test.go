//go:build e2e && linux

package e2e

import (
	"strings"
	"testing"
)

func TestProgramOpensItsWindowAndCloses(t *testing.T) {
	d := NewDisplay(t, Screen{Width: 1280, Height: 720})
	p := d.Start(Options{})
	if title := p.Title(); !strings.Contains(title, "Dateline") {
		t.Errorf("the window's title is %q", title)
	}
	d.WaitStill(d.Bounds())
	if code := p.Close(); code != 0 {
		t.Errorf("closed, the program ended with exit code %d", code)
	}
}
