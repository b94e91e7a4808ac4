package app

import "testing"

// The panel is as wide as the user made it, as far as the timeline has room.
func TestColumns_Width(t *testing.T) {
	for _, c := range []struct{ panel, window, least, most float32 }{
		{0, 1440, panelFirst, panelMost},
		{0, 4000, panelMost, panelMost},
		{0, 900, panelFirst, panelFirst},
		{500, 1440, 500, 500},
		{5000, 1440, 1440 - sideWidth - laneLeast, 1440 - sideWidth - laneLeast},
		{10, 1440, panelLeast, panelLeast},
		{-1, 1440, panelLeast, panelLeast},
		{500, 600, panelLeast, panelLeast},
	} {
		columns := columns{panel: c.panel}
		if got := columns.width(c.window); got < c.least || got > c.most {
			t.Errorf("wanted %g of %g: %g, want %g to %g", c.panel, c.window, got, c.least, c.most)
		}
	}
}

func TestWindow_PanelCanBeDragged(t *testing.T) {
	r := newAtarRoom(t)
	panel, timeline := r.panel.Size().Width, r.timeline.Size().Width
	span := r.state.view.Span(r.state.size.W)
	r.chrome.resizePanel(80)
	if p, l := r.panel.Size().Width, r.timeline.Size().Width; p != panel+80 || l != timeline-80 {
		t.Errorf("80 pixels wider the panel has %g, the timeline %g; before %g and %g", p, l, panel, timeline)
	}
	if got := r.state.view.Span(r.state.size.W); !near(got, span) {
		t.Errorf("the timeline shows %v, before %v", got, span)
	}
}
