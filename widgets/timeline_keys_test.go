package widgets

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

func TestTimeline_Wheel(t *testing.T) {
	for _, c := range []struct {
		name   string
		held   fyne.KeyModifier
		dx, dy float32
		want   string
	}{
		{"up zooms in at the pointer", 0, 0, 25, "zoom 300 1.2500"},
		{"down zooms out at the pointer", 0, 0, -25, "zoom 300 0.8000"},
		{"two notches", 0, 0, 50, "zoom 300 1.5625"},
		{"a touch pad's fraction of one", 0, 0, 5, "zoom 300 1.0456"},
		{"slightly aslant", 0, 4, 25, "zoom 300 1.2500"},
		{"sideways", 0, 25, 0, "pan -80 0"},
		{"sideways the other way", 0, -50, 0, "pan 160 0"},
		{"Shift, as the driver turns it", fyne.KeyModifierShift, 25, 0, "pan -80 0"},
		{"Shift, not turned", fyne.KeyModifierShift, 0, 25, "pan -80 0"},
		{"Ctrl", fyne.KeyModifierControl, 0, -25, "row down"},
		{"Ctrl, up", fyne.KeyModifierControl, 0, 50, "two rows up"},
		{"Cmd", fyne.KeyModifierSuper, 0, -25, "row down"},
		{"Ctrl and Shift, as the driver turns it", fyne.KeyModifierControl | fyne.KeyModifierShift, -25, 0, "row down"},
		{"Alt means nothing", fyne.KeyModifierAlt, 0, 25, "zoom 300 1.2500"},
	} {
		s := newStage(t, parse(t, sparse))
		s.keyboard.held = c.held
		wheel(s, fyne.NewPos(300, 200), c.dx, c.dy)
		want := c.want
		switch want { // a notch is a row
		case "row down":
			want = fmt.Sprintf("pan 0 %.0f", s.metrics.Row)
		case "two rows up":
			want = fmt.Sprintf("pan 0 %.0f", -2*s.metrics.Row)
		}
		if got := s.said(); got != want {
			t.Errorf("%s: %q, want %q", c.name, got, want)
		}
	}
}

func TestTimeline_KeysGoOut(t *testing.T) {
	s := newStage(t, parse(t, sparse))
	c := fyne.CurrentApp().Driver().CanvasForObject(s.Timeline)
	c.Focus(s.Timeline)
	s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyTab})
	s.TypedRune('ß')
	if got := s.said(); got != "key Tab; rune ß" {
		t.Error(got)
	}
	if !s.AcceptsTab() {
		t.Error("Tab leaves the timeline instead of walking through its events")
	}
}

// ring reports whether the timeline shows that it has the keyboard.
func (s *stage) ring() bool {
	for _, o := range s.drawn() {
		r, ok := o.(*canvas.Rectangle)
		if ok && r.StrokeWidth > 0 && r.Size() == s.Size() {
			return true
		}
	}
	return false
}

// The ring is for those who work with keys; it would be in the way of others.
func TestTimeline_FocusRingOnlyAfterKeys(t *testing.T) {
	s := newStage(t, parse(t, sparse))
	c := fyne.CurrentApp().Driver().CanvasForObject(s.Timeline)
	want := func(when string, ring bool) {
		t.Helper()
		if s.ring() != ring {
			t.Errorf("%s: ring %v", when, !ring)
		}
	}
	want("at first", false)
	click(s, s.empty(t))
	if c.Focused() != fyne.Focusable(s.Timeline) {
		t.Error("a click does not give the keyboard to the timeline")
	}
	want("after a click", false)
	s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	s.Refresh()
	want("after a key", true)
	hoverAt(s, fyne.NewPos(10, 100))
	want("after the mouse moved", false)
	s.TypedRune('n')
	s.Refresh()
	want("after a letter", true)
	c.Unfocus()
	want("without the keyboard", false)
}
