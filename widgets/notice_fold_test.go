package widgets

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

func TestNotice_Unfolds(t *testing.T) {
	s := newNoticeStage(t)
	state := problem()
	s.show(state)
	s.tap(s.head)
	if !s.Unfolded() || s.details.Text != strings.Join(state.Details, "\n") || !s.details.Selectable {
		t.Errorf("unfolded: %v, with %q", s.Unfolded(), s.details.Text)
	}
	two := s.Size().Height
	if two <= noticeHeight+20 || s.below.Position().Y != two {
		t.Errorf("with two lines it is %g high, and what is below it at %v", two, s.below.Position())
	}
	heights := map[int]float32{}
	for n := range 9 {
		state.Details = nil
		for i := range n {
			state.Details = append(state.Details, fmt.Sprintf("atar.json:%d:1: line", i+1))
		}
		s.show(state)
		heights[n] = s.Size().Height
	}
	line := heights[2] - heights[1]
	for n := range 9 {
		want := noticeHeight + float32(0)
		if n > 0 {
			want = heights[1] + float32(min(n, noticeLines)-1)*line
		}
		if got := heights[n]; line < 15 || got-want > 0.1 || want-got > 0.1 {
			t.Errorf("with %d lines it is %g high, want %g", n, got, want)
		}
	}
	s.tap(s.head)
	if s.Unfolded() || s.Size().Height != noticeHeight {
		t.Errorf("folded again, it is %g high", s.Size().Height)
	}
}

// arrows returns how many lines the arrow at the right has.
func (s *noticeStage) arrows() (n int) {
	for _, o := range test.WidgetRenderer(s.head).Objects() {
		if _, ok := o.(*canvas.Line); ok {
			n++
		}
	}
	return n
}

// What has nothing more to say does not unfold, and has no arrow.
func TestNotice_NothingMore(t *testing.T) {
	s := newNoticeStage(t)
	state := problem()
	s.show(state)
	if s.arrows() == 0 {
		t.Error("there is no arrow where there are details")
	}
	state.Details = nil
	s.show(state)
	s.tap(s.head)
	if s.arrows() > 0 || s.Unfolded() || s.Size().Height != noticeHeight {
		t.Errorf("it has %d arrows and is %g high", s.arrows(), s.Size().Height)
	}
}

// A text that does not fit is shortened, and whole when unfolded.
func TestNotice_LongText(t *testing.T) {
	s := newNoticeStage(t)
	state := problem()
	state.Text = strings.Repeat("The file has errors. ", 20) + "End."
	s.show(state)
	got := s.texts()[1]
	if !strings.HasPrefix(got, "The file has errors.") || !strings.HasSuffix(got, "…") {
		t.Errorf("it says %q", got)
	}
	for _, o := range test.WidgetRenderer(s.head).Objects() {
		if right := o.Position().X + o.MinSize().Width; right > s.head.Size().Width {
			t.Errorf("%T reaches to %g of %g", o, right, s.head.Size().Width)
		}
	}
	if want := state.Text + "\n" + strings.Join(state.Details, "\n"); s.details.Text != want {
		t.Errorf("unfolded it says %q", s.details.Text)
	}
	state.Text, state.Details = "One\n  two", nil
	s.show(state)
	s.Unfold(true)
	if s.texts()[1] != "One two" || s.details.Text != "One\n  two" || s.All() != "One\n  two" {
		t.Errorf("of two lines it makes %q and %q", s.texts()[1], s.details.Text)
	}
	// The width decides.
	state.Text = "A text that needs some room to be shown as a whole, on one line"
	s.show(state)
	if s.foldable() || s.arrows() > 0 {
		t.Errorf("%q does not fit", s.texts()[1])
	}
	s.window.Resize(fyne.NewSize(500, 400))
	if !s.foldable() || s.arrows() == 0 || !strings.HasSuffix(s.texts()[1], "…") {
		t.Errorf("in a narrow window it says %q and %q", s.texts()[1], s.details.Text)
	}
}

// A long line wraps within the notice, and only so much is shown at once.
func TestNotice_LongDetails(t *testing.T) {
	s := newNoticeStage(t)
	state := problem()
	state.Details = []string{strings.Repeat("atar.json:3:14: events[0]: something is wrong here. ", 8)}
	s.show(state)
	s.Unfold(true)
	s.settle()
	wrapped := s.Size().Height
	state.Details = []string{"atar.json:3:14: short"}
	s.show(state)
	if wrapped <= s.Size().Height+20 {
		t.Errorf("a long line makes it %g high, a short one %g", wrapped, s.Size().Height)
	}
	if least := s.MinSize().Width; least > 500 {
		t.Errorf("it wants a width of %g", least)
	}
	state.Details = nil
	for i := range mostDetails + 30 {
		state.Details = append(state.Details, fmt.Sprintf("line %d", i+1))
	}
	s.show(state)
	lines := strings.Split(s.details.Text, "\n")
	if len(lines) != mostDetails+1 || lines[mostDetails-1] != "line 200" || lines[mostDetails] != "… and 30 more lines; “Copy” has all of them." {
		t.Errorf("of many lines it shows %d, the last %q", len(lines), lines[len(lines)-1])
	}
	if got := strings.Count(s.All(), "\n"); got != mostDetails+30 {
		t.Errorf("it copies %d lines", got)
	}
}

func TestNotice_Scrolls(t *testing.T) {
	s := newNoticeStage(t)
	state := problem()
	for i := range 40 {
		state.Details = append(state.Details, fmt.Sprintf("line %d", i+1))
	}
	s.show(state)
	s.Unfold(true)
	s.settle()
	key := func(name fyne.KeyName) float32 {
		s.First().TypedKey(&fyne.KeyEvent{Name: name})
		return s.scroll.Offset.Y
	}
	if a, b := key(fyne.KeyDown), key(fyne.KeyPageDown); a != noticeStep || b <= a {
		t.Errorf("scrolled to %g and %g", a, b)
	}
	for range 60 {
		key(fyne.KeyPageDown)
	}
	if at, end := s.scroll.Offset.Y, s.details.Size().Height-s.scroll.Size().Height; at != end || end < 200 {
		t.Errorf("at the end it is scrolled to %g of %g", at, end)
	}
	s.Update(state)
	if s.scroll.Offset.Y == 0 {
		t.Error("the same again scrolls back")
	}
	state.Details = state.Details[1:]
	s.Update(state)
	if s.scroll.Offset.Y != 0 {
		t.Error("other details are not shown from the beginning")
	}
	if a, b := key(fyne.KeyUp), key(fyne.KeyPageUp); a != 0 || b != 0 {
		t.Errorf("scrolled up to %g and %g", a, b)
	}
	if got := s.said(); got != "" {
		t.Errorf("scrolling says %s", got)
	}
}
