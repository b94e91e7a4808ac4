package widgets

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"dateline/widgets/palette"
)

// Of ten megabytes only what is in view is laid out and drawn.
func TestDocPage_TenMegabytes(t *testing.T) {
	for name, c := range map[string]struct {
		part string
		size int
	}{
		"paragraphs":  {prose(1), 10 << 20},
		"one line":    {strings.Repeat("word ", 20), 10 << 20},
		"one word":    {"word", 1 << 20},
		"empty lines": {"\n", 1 << 20},
	} {
		s := newDocStage(t)
		half := strings.Repeat(c.part, c.size/2/len(c.part))
		s.show(half+"\nThis is it.\n"+half, "This is it.")
		if got, _ := s.marked(); got != "This is it." {
			t.Errorf("%s: %q is marked", name, got)
		}
		if n := len(s.objects()); n > 80 {
			t.Errorf("%s: %d objects", name, n)
		}
		if n := len(s.page.laid); n > 250 {
			t.Errorf("%s: %d rows are laid out", name, n)
		}
		for range 300 {
			s.page.move(200)
		}
		s.page.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
		if lines := s.page.visibleLines(); len(lines) == 0 || lines[len(lines)-1].To != len(s.page.doc.Text) {
			t.Errorf("%s: the end is not reached", name)
		}
		if n := len(s.page.laid); n > keptRows {
			t.Errorf("%s: %d rows are kept", name, n)
		}
	}
}

// wheelBy turns the wheel over the text.
func (s *docStage) wheelBy(pixels float32) {
	ev := &fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, pixels)}
	s.page.Scrolled(ev)
}

func TestDocPage_Scrolls(t *testing.T) {
	s := newDocStage(t)
	s.show(prose(100))
	key := func(name fyne.KeyName) { s.page.TypedKey(&fyne.KeyEvent{Name: name}) }
	first := func() int { return s.page.visibleLines()[0].From }
	at := []int{first()}
	if at[0] != 0 {
		t.Errorf("a document without a quotation is opened at %d", at[0])
	}
	for _, name := range []fyne.KeyName{fyne.KeyDown, fyne.KeyPageDown, fyne.KeyEnd} {
		key(name)
		at = append(at, first())
		if at[len(at)-1] <= at[len(at)-2] {
			t.Errorf("%s leads from %d to %d", name, at[len(at)-2], at[len(at)-1])
		}
	}
	last := s.page.visibleLines()
	if end := last[len(last)-1]; end.To != len(s.page.doc.Text) || end.y1 > s.page.rows.room {
		t.Errorf("at the end %+v comes last", end)
	}
	for _, name := range []fyne.KeyName{fyne.KeyUp, fyne.KeyPageUp, fyne.KeyHome} {
		before := first()
		key(name)
		if first() >= before {
			t.Errorf("%s leads from %d to %d", name, before, first())
		}
	}
	if s.page.roll != (roll{}) {
		t.Error("Home does not lead to the beginning")
	}
	s.wheelBy(-100)
	if now := s.page.roll; s.page.rows.moved(roll{}, 100) != now {
		t.Errorf("the wheel leads to %+v", now)
	}
	s.wheelBy(1000)
	if got := s.said(); s.page.roll != (roll{}) || got != "" {
		t.Errorf("at %+v, said %q", s.page.roll, got)
	}
}

func TestDocPage_PassesOn(t *testing.T) {
	s := newDocStage(t)
	s.show("The text")
	s.page.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF1})
	s.page.TypedRune('?')
	s.page.TypedShortcut(&fyne.ShortcutPaste{})
	s.page.TypedShortcut(&fyne.ShortcutCopy{}) // of nothing
	if got := s.said(); got != "key F1; rune ?; shortcut Paste" {
		t.Error(got)
	}
	s.On.Key, s.On.Rune, s.On.Shortcut = nil, nil, nil
	s.page.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF1})
	s.page.TypedRune('?')
	s.page.TypedShortcut(&fyne.ShortcutPaste{})
}

// outlined reports whether the page is drawn as having the keyboard.
func (s *docStage) outlined() bool {
	objects := s.objects()
	rect, ok := objects[len(objects)-1].(*canvas.Rectangle)
	return ok && rect.StrokeWidth > 0
}

func TestDocPage_Focus(t *testing.T) {
	s := newDocStage(t)
	s.show(prose(20))
	s.window.Canvas().Focus(s.Input())
	s.page.TypedKey(&fyne.KeyEvent{Name: desktop.KeyControlLeft})
	if s.outlined() {
		t.Error("who only holds Ctrl down sees an outline")
	}
	s.page.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if !s.outlined() {
		t.Error("who scrolls by key does not see where")
	}
	s.window.Canvas().Unfocus()
	if s.outlined() {
		t.Error("it seems to have the keyboard yet")
	}
	s.page.MouseDown(mouseAt(60, 60))
	if s.window.Canvas().Focused() != fyne.Focusable(s.page) || s.outlined() {
		t.Error("a click does not take the keyboard, or outlines")
	}
}

// The quotation can be read on what marks it.
func TestDocPage_Contrast(t *testing.T) {
	for _, p := range []palette.Palette{palette.Light(), palette.Dark()} {
		if palette.Contrast(p.Text, p.Select) < 4.5 || palette.Contrast(p.Text, p.Quote) < 4.5 || palette.Contrast(p.SelectLine, p.Surface) < 3 {
			t.Errorf("dark %v: not enough contrast", p.Dark)
		}
	}
}
