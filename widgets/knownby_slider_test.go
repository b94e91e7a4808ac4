package widgets

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

func (s *knownStage) press(x float64, button desktop.MouseButton) {
	ev := &desktop.MouseEvent{Button: button}
	ev.Position = fyne.NewPos(float32(x), sliderHeight/2)
	s.slider.MouseDown(ev)
}

func (s *knownStage) dragTo(x float64) {
	s.slider.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(float32(x), 90)}})
}

// letGo ends a press or a drag, in the order of the desktop driver.
func (s *knownStage) letGo(dragged bool) {
	s.slider.MouseUp(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
	if dragged {
		s.slider.DragEnd()
	}
}

func (s *knownStage) typed(key fyne.KeyName, held fyne.KeyModifier) {
	s.keyboard.held = held
	s.slider.TypedKey(&fyne.KeyEvent{Name: key})
}

func TestKnownBy_Keyboard(t *testing.T) {
	for _, c := range []struct {
		key  fyne.KeyName
		held fyne.KeyModifier
		want string
	}{
		{fyne.KeyRight, 0, "at 2006-06-07 23:59:59 true"},
		{fyne.KeyLeft, 0, "at 2006-04-07 23:59:59 true"},
		{fyne.KeyRight, fyne.KeyModifierShift, "at 2007-05-07 23:59:59 true"},
		{fyne.KeyLeft, fyne.KeyModifierShift, "at 2005-05-07 23:59:59 true"},
		{fyne.KeyPageUp, 0, "at 2007-05-07 23:59:59 true"},
		{fyne.KeyPageDown, 0, "at 2005-05-07 23:59:59 true"},
		{fyne.KeyHome, 0, "at 1985-01-01 23:59:59 true"},
		{fyne.KeyEnd, 0, "at 2019-11-13 23:59:59 true"},
		{fyne.KeyUp, 0, "key Up"},
		{fyne.KeyEscape, 0, "key Escape"},
		{fyne.KeySpace, 0, "key Space"},
	} {
		s := newKnownStage(t, true)
		s.typed(c.key, c.held)
		s.wants(t, fmt.Sprintf("%s with %v", c.key, c.held), c.want)
	}
}

// At its ends the slider stays, and says nothing.
func TestKnownBy_KeyboardAtTheEnds(t *testing.T) {
	s := newKnownStage(t, true)
	s.typed(fyne.KeyEnd, 0)
	s.said()
	for _, key := range []fyne.KeyName{fyne.KeyRight, fyne.KeyPageUp, fyne.KeyEnd} {
		s.typed(key, 0)
	}
	s.wants(t, "at the right end", "")
	s.typed(fyne.KeyLeft, 0)
	s.wants(t, "a month before the end", "at 2019-10-13 23:59:59 true")
	s.typed(fyne.KeyRight, fyne.KeyModifierShift)
	s.wants(t, "a year later there is no day", "at 2019-11-13 23:59:59 true")
	s.typed(fyne.KeyHome, 0)
	s.said()
	for _, key := range []fyne.KeyName{fyne.KeyLeft, fyne.KeyPageDown, fyne.KeyHome} {
		s.typed(key, 0)
	}
	s.wants(t, "at the left end", "")
}

// Moved while it is off, the slider leaves its right end and is on.
func TestKnownBy_MovingTurnsOn(t *testing.T) {
	s := newKnownStage(t, false)
	if s.slider.day() != date(2019, 11, 13) {
		t.Fatalf("off, the slider is at %s", dayWords(s.slider.day()))
	}
	s.typed(fyne.KeyRight, 0)
	s.wants(t, "there is nothing to the right", "")
	s.typed(fyne.KeyLeft, 0)
	s.wants(t, "to the left", "on true; at 2019-10-13 23:59:59 true")

	s = newKnownStage(t, false)
	from, to := s.slider.way()
	s.press(from, desktop.MouseButtonPrimary)
	s.dragTo(from - 50)
	s.dragTo(to + 50)
	s.letGo(true)
	s.wants(t, "dragged and brought back", "on true; at 1985-01-01 23:59:59 false; at 2019-11-13 23:59:59 false; at 2019-11-13 23:59:59 true")
}

func TestKnownBy_Click(t *testing.T) {
	s := newKnownStage(t, true)
	from, to := s.slider.way()
	middle := (date(1985, 1, 1) + date(2019, 11, 13)) / 2
	s.press((from+to)/2, desktop.MouseButtonPrimary)
	day := dayWords(middle) + " 23:59:59"
	s.wants(t, "pressed in the middle", "at "+day+" false")
	s.letGo(false)
	s.wants(t, "let go", "at "+day+" true")
	if s.window.Canvas().Focused() != fyne.Focusable(s.slider) {
		t.Error("a click does not give the slider the keyboard")
	}
	s.press(s.slider.knob()+3, desktop.MouseButtonPrimary)
	s.letGo(false)
	s.wants(t, "on the knob", "")
	s.press(from, desktop.MouseButtonSecondary)
	s.dragTo(to)
	s.letGo(true)
	s.wants(t, "with the other button", "")
	s.dragTo(to)
	s.letGo(true)
	s.wants(t, "dragged from elsewhere", "")
	s.press(s.slider.knob()+sliderKnob+1, desktop.MouseButtonPrimary)
	if got := s.said(); got == "" {
		t.Error("beside the knob nothing happens")
	}
}

// The knob goes with the pointer, from where on it it was taken; each day is told
// once, and the last is final, once.
func TestKnownBy_Drag(t *testing.T) {
	for _, deaf := range []bool{false, true} {
		s := newKnownStage(t, true)
		s.deaf = deaf
		x := s.slider.knob()
		s.press(x+5, desktop.MouseButtonPrimary)
		s.dragTo(x + 5)
		s.wants(t, "not moved yet", "")
		for _, to := range []float64{x + 10, x + 25, x + 25, x + 500} {
			s.dragTo(to)
		}
		told := s.log
		s.said()
		if len(told) != 3 || told[2] != "at 2019-11-13 23:59:59 false" || slices.ContainsFunc(told, func(line string) bool {
			return !strings.HasSuffix(line, " 23:59:59 false")
		}) {
			t.Errorf("dragged: %q", told)
		}
		if _, to := s.slider.way(); s.slider.knob() != to {
			t.Errorf("the knob is at %g, want %g", s.slider.knob(), to)
		}
		s.dragTo(x + 5 + 20)
		if got := s.slider.knob() - x; got < 19.9 || got > 20.1 {
			t.Errorf("taken by 20 pixels, the knob went by %g", got)
		}
		day := dayWords(s.slider.day())
		s.said()
		s.letGo(true)
		s.wants(t, "let go", "at "+day+" 23:59:59 true")
		if s.slider.drag != (dayDrag{}) {
			t.Error("let go, the knob is still held")
		}
	}
}

// The button may come up where nothing hears of it but the drag.
func TestKnownBy_DragEndsElsewhere(t *testing.T) {
	s := newKnownStage(t, true)
	from, _ := s.slider.way()
	s.press(from, desktop.MouseButtonPrimary)
	s.said()
	s.slider.DragEnd()
	s.wants(t, "ended", "at 1985-01-01 23:59:59 true")
}

func TestKnownBy_Wheel(t *testing.T) {
	s := newKnownStage(t, true)
	turn := func(notches ...float32) string {
		for _, n := range notches {
			s.slider.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, n*notch)})
		}
		return s.said()
	}
	for _, c := range []struct {
		notches []float32
		want    string
	}{
		{[]float32{1}, "at 2006-06-07 23:59:59 true"},
		{[]float32{-2}, "at 2006-04-07 23:59:59 true"},
		{[]float32{0.5, 0.25}, ""},
		{[]float32{0.25}, "at 2006-05-07 23:59:59 true"},
		{[]float32{0.75, -0.5}, ""}, // turned round
		{[]float32{-0.5}, "at 2006-04-07 23:59:59 true"},
	} {
		if got := turn(c.notches...); got != c.want {
			t.Errorf("turned by %v: %q, want %q", c.notches, got, c.want)
		}
	}
}

// Whatever instants come in, the slider shows days, within its limits.
func TestKnownBy_Snaps(t *testing.T) {
	s := newKnownStage(t, true)
	for _, c := range []struct{ at, want int64 }{
		{date(2006, 5, 7) * secondsInDay, date(2006, 5, 7)},
		{date(2006, 5, 7)*secondsInDay + 4000, date(2006, 5, 7)},
		{endOf(date(2006, 5, 7)), date(2006, 5, 7)},
		{endOf(date(1960, 1, 1)), date(1985, 1, 1)},
		{endOf(date(2060, 1, 1)), date(2019, 11, 13)},
	} {
		s.now.At = c.at
		s.Update(s.now)
		if got := s.slider.day(); got != c.want {
			t.Errorf("%d is shown as %s, want %s", c.at, dayWords(got), dayWords(c.want))
		}
	}
	s.now.From, s.now.To = 0, 0
	s.Update(s.now)
	_, to := s.slider.way()
	if s.slider.knob() != to {
		t.Errorf("of one day alone, the knob is at %g", s.slider.knob())
	}
	s.press(30, desktop.MouseButtonPrimary)
	s.typed(fyne.KeyLeft, 0)
	s.letGo(false)
	s.wants(t, "of one day alone", "")
}

// A window too narrow for the slider moves nothing.
func TestKnownBy_NoRoom(t *testing.T) {
	s := newKnownStage(t, true)
	s.slider.Resize(fyne.NewSize(20, sliderHeight))
	s.press(100, desktop.MouseButtonPrimary)
	s.wants(t, "pressed", "")
}
