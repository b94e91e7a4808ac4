package widgets

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"dateline/widgets/palette"
)

// noticeStage is a notice over something else in a window, with a log of what
// comes out of it.
type noticeStage struct {
	*Notice
	window fyne.Window
	column *fyne.Container
	below  *canvas.Rectangle
	log    []string
}

const noticeWide = 900

func newNoticeStage(t *testing.T) *noticeStage {
	t.Helper()
	newKeyboard(t)
	s := &noticeStage{Notice: NewNotice(), below: canvas.NewRectangle(palette.Light().Surface)}
	s.On = NoticeEvents{
		Close: func() { s.hear("close") },
		Copy:  func(text string) { s.hear("copy %s", text) },
		Key:   func(key *fyne.KeyEvent) { s.hear("key %s", key.Name) },
		Rune:  func(r rune) { s.hear("rune %c", r) },
	}
	s.column = container.New(stack{}, s.Notice, s.below)
	s.window = test.NewWindow(s.column)
	t.Cleanup(s.window.Close)
	s.window.SetPadded(false)
	s.window.Resize(fyne.NewSize(noticeWide, 400))
	return s
}

func (s *noticeStage) hear(format string, args ...any) {
	s.log = append(s.log, fmt.Sprintf(format, args...))
}

func (s *noticeStage) said() string {
	text := strings.Join(s.log, "; ")
	s.log = nil
	return text
}

// settle lays the window out anew, which outside of tests happens by itself.
func (s *noticeStage) settle() {
	for range 2 {
		s.column.Refresh()
	}
}

func (s *noticeStage) show(state NoticeState) {
	s.Update(state)
	s.settle()
}

// texts returns what is written on the bar.
func (s *noticeStage) texts() []string {
	if s.Size().Height == 0 {
		return nil
	}
	texts := textsOf(test.WidgetRenderer(s.head).Objects())
	for _, b := range s.buttons {
		texts = append(texts, textsOf(test.WidgetRenderer(b).Objects())...)
	}
	return texts
}

// tap clicks on the middle of something in the notice.
func (s *noticeStage) tap(o fyne.CanvasObject) {
	at := o.Position().AddXY(o.Size().Width/2, o.Size().Height/2)
	test.TapCanvas(s.window.Canvas(), at)
	s.settle()
}

// problem is what a reader sees after a mistake in a file.
func problem() NoticeState {
	return NoticeState{
		Kind: ErrorNotice, Text: "atar.json has errors; what is shown is what it held before.",
		Details: []string{
			"atar.json:3:14: events[0].lanes[0]: there is no lane “b”",
			"atar.json:3:30: events[0].date: month 13 is not a month",
		},
		Actions: []NoticeAction{{Label: "Open again"}, {Label: "Wait"}},
		Palette: palette.Light(),
	}
}

func TestNotice_None(t *testing.T) {
	s := newNoticeStage(t)
	nothing := func(when string) {
		t.Helper()
		if got := s.MinSize(); got != (fyne.Size{}) || s.Size().Height != 0 {
			t.Errorf("%s, it wants %v and has %v", when, got, s.Size())
		}
		if n := len(test.WidgetRenderer(s.Notice).Objects()); n > 0 || s.First() != nil {
			t.Errorf("%s, it has %d objects, and the keyboard could go to %v", when, n, s.First())
		}
		if s.below.Position().Y != 0 {
			t.Errorf("%s, what is below it is at %v", when, s.below.Position())
		}
	}
	s.settle()
	nothing("at first")
	s.show(problem())
	s.Unfold(true)
	s.settle()
	if s.below.Position().Y <= noticeHeight || s.First() == nil {
		t.Errorf("with a text, what is below it is at %v", s.below.Position())
	}
	s.show(NoticeState{Palette: palette.Light()})
	nothing("at last")
	s.show(problem())
	if s.Unfolded() {
		t.Error("the next one is unfolded")
	}
}

func TestNotice_Says(t *testing.T) {
	s := newNoticeStage(t)
	state := problem()
	s.show(state)
	want := []string{"!", state.Text, "Open again", "Wait", "Copy", "×"}
	if got := s.texts(); !slices.Equal(got, want) {
		t.Errorf("it says %q, want %q", got, want)
	}
	if s.Size().Height != noticeHeight || s.Unfolded() {
		t.Errorf("at first it is %g high", s.Size().Height)
	}
	signs := map[NoticeKind]string{InfoNotice: "i", WarningNotice: "!", ErrorNotice: "!"}
	colors := map[any]bool{}
	for kind, sign := range signs {
		state.Kind = kind
		s.show(state)
		if got := s.texts()[0]; got != sign {
			t.Errorf("the sign of kind %d is %q", kind, got)
		}
		colors[s.color()] = true
	}
	if len(colors) != 3 {
		t.Errorf("three kinds have %d colours", len(colors))
	}
	state.Actions = nil
	s.show(state)
	if got := s.texts()[2:]; !slices.Equal(got, []string{"Copy", "×"}) {
		t.Errorf("without actions there are %q", got)
	}
}

func TestNotice_Buttons(t *testing.T) {
	s := newNoticeStage(t)
	state := problem()
	state.Actions[0].Tapped = func() { s.hear("open") }
	s.show(state)
	for _, b := range s.buttons {
		s.tap(b)
	}
	all := "copy " + state.Text + "\n" + strings.Join(state.Details, "\n")
	if got, want := s.said(), "open; "+all+"; close"; got != want {
		t.Errorf("clicked:\n%s, want\n%s", got, want)
	}
	for _, b := range s.buttons {
		b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	if got, want := s.said(), "open; "+all+"; close"; got != want {
		t.Errorf("pressed:\n%s, want\n%s", got, want)
	}
	// The same again, with another action behind it.
	state.Actions[0].Tapped = func() { s.hear("other") }
	s.show(state)
	s.tap(s.buttons[0])
	if got := s.said(); got != "other" {
		t.Errorf("the new action: %s", got)
	}
	s.On = NoticeEvents{}
	for _, b := range s.buttons {
		s.tap(b)
		b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF6})
		b.TypedRune('x')
	}
}

func TestNotice_Keys(t *testing.T) {
	s := newNoticeStage(t)
	s.show(problem())
	for _, o := range []fyne.Focusable{s.First(), s.buttons[0], s.buttons[3]} {
		o.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		o.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		o.TypedRune('?')
		o.TypedRune(' ')
		if got := s.said(); got != "close; key Down; rune ?" {
			t.Errorf("%T: %s", o, got)
		}
	}
	for i, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeySpace, fyne.KeyEnter} {
		s.First().TypedKey(&fyne.KeyEvent{Name: key})
		if s.Unfolded() != (i%2 == 0) {
			t.Errorf("%s: unfolded is %v", key, s.Unfolded())
		}
	}
	if got := s.said(); got != "" {
		t.Errorf("unfolding says %s", got)
	}
}

// The keyboard is not left on what is not shown any more, and stays on what is.
func TestNotice_Keyboard(t *testing.T) {
	s := newNoticeStage(t)
	c := s.window.Canvas()
	state := problem()
	s.show(state)
	for _, o := range []func() fyne.Focusable{s.First, func() fyne.Focusable { return s.buttons[1] }} {
		s.show(state)
		c.Focus(o())
		state.Details = append(state.Details, "one more")
		s.show(state)
		if c.Focused() != o() {
			t.Error("other details take the keyboard away")
		}
		s.show(NoticeState{Palette: state.Palette})
		if c.Focused() != nil {
			t.Errorf("the keyboard is left on %T", c.Focused())
		}
	}
}

func TestNotice_Draws(t *testing.T) {
	for name, p := range map[string]palette.Palette{"light": palette.Light(), "dark": palette.Dark()} {
		s := newNoticeStage(t)
		for kind, folded := range map[NoticeKind]bool{InfoNotice: true, WarningNotice: true, ErrorNotice: false} {
			state := problem()
			state.Kind, state.Palette = kind, p
			s.show(state)
			s.Unfold(!folded)
			s.settle()
			img := s.window.Canvas().Capture()
			r, g, b, _ := img.At(1, 10).RGBA()
			want := s.color()
			if uint8(r>>8) != want.R || uint8(g>>8) != want.G || uint8(b>>8) != want.B {
				t.Errorf("%s, kind %d: the stripe is %v, want %v", name, kind, img.At(1, 10), want)
			}
		}
	}
}
