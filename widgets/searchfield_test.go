package widgets

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"dateline/widgets/palette"
)

// fieldStage is a search field in a window, with a log of what comes out.
type fieldStage struct {
	*SearchField
	keyboard *keyboardDriver
	window   fyne.Window
	log      []string
}

func newFieldStage(t *testing.T) *fieldStage {
	t.Helper()
	s := &fieldStage{keyboard: newKeyboard(t), SearchField: NewSearchField()}
	note := func(format string, args ...any) { s.log = append(s.log, fmt.Sprintf(format, args...)) }
	s.OnChanged = func(text string) { note("changed %s", text) }
	s.OnStep = func(by int) { note("step %+d", by) }
	s.OnClear = func() { note("clear") }
	s.OnKey = func(key *fyne.KeyEvent) { note("key %s", key.Name) }
	s.OnShortcut = func(shortcut fyne.Shortcut) { note("shortcut %s", shortcut.ShortcutName()) }
	s.window = test.NewWindow(s.SearchField)
	t.Cleanup(s.window.Close)
	s.window.SetPadded(false)
	s.window.Resize(fyne.NewSize(330, 34))
	s.Update(FieldState{Palette: palette.Light()})
	return s
}

func (s *fieldStage) said() string {
	text := strings.Join(s.log, "; ")
	s.log = nil
	return text
}

func TestSearchField_Typing(t *testing.T) {
	s := newFieldStage(t)
	s.Tapped(&fyne.PointEvent{Position: fyne.NewPos(5, 5)})
	if s.window.Canvas().Focused() != s.Input() {
		t.Fatal("a click on the icon does not give the field the keyboard")
	}
	test.Type(s.entry, "at")
	if got := s.said(); got != "changed a; changed at" {
		t.Errorf("typing: %s", got)
	}
	s.Update(FieldState{Text: "at", Count: "3 hits", Palette: palette.Light()})
	s.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	if got := s.said(); got != "changed a" {
		t.Errorf("Backspace: %s", got)
	}
	s.Update(FieldState{Palette: palette.Light()})
	if got := s.said(); got != "" || s.entry.Text != "" {
		t.Errorf("what is cleared is told: %s; the text is %q", got, s.entry.Text)
	}
	s.Update(FieldState{Text: "atar", Palette: palette.Light()})
	s.SelectAll()
	if got := s.entry.SelectedText(); got != "atar" {
		t.Errorf("selected is %q", got)
	}
	if s.said(); s.Cursor() != desktop.TextCursor {
		t.Error("the field does not look as if it could be typed into")
	}
}

func TestSearchField_Keys(t *testing.T) {
	s := newFieldStage(t)
	for _, c := range []struct {
		name fyne.KeyName
		mods fyne.KeyModifier
		want string
	}{
		{fyne.KeyReturn, 0, "step +1"},
		{fyne.KeyEnter, 0, "step +1"},
		{fyne.KeyReturn, fyne.KeyModifierShift, "step -1"},
		{fyne.KeyEscape, 0, "clear"},
		{fyne.KeyF6, 0, "key F6"},
		{fyne.KeyF11, 0, "key F11"},
		{fyne.KeyF, 0, ""}, // the letter comes as a character
		{fyne.Key1, 0, ""},
		{fyne.KeyHome, 0, ""},
		{fyne.KeyLeft, 0, ""},
	} {
		s.keyboard.held = c.mods
		s.entry.TypedKey(&fyne.KeyEvent{Name: c.name})
		if got := s.said(); got != c.want {
			t.Errorf("%v+%s: %q, want %q", c.mods, c.name, got, c.want)
		}
	}
	s.entry.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyT, Modifier: fyne.KeyModifierControl})
	if got := s.said(); got != "shortcut CustomDesktop:Control+T" {
		t.Errorf("Ctrl+T: %q", got)
	}
}

// A field without callbacks drops what is typed.
func TestSearchField_Alone(t *testing.T) {
	newKeyboard(t)
	f := NewSearchField()
	test.Type(f.entry, "x")
	for _, name := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyEscape, fyne.KeyF6} {
		f.entry.TypedKey(&fyne.KeyEvent{Name: name})
	}
	f.entry.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// The cross is there while there is a text, and text, count and cross never
// overlap.
func TestSearchField_Layout(t *testing.T) {
	s := newFieldStage(t)
	r := test.WidgetRenderer(s.SearchField).(*fieldRenderer)
	for _, width := range []float32{fieldLeast, 330, 400} {
		for _, state := range []FieldState{
			{},
			{Text: "atar", Count: "1 hit"},
			{Text: strings.Repeat("long ", 40), Count: "123,456 of 1,000,000 hits"},
			{Text: "zzz", Count: "no hits", None: true},
		} {
			state.Palette = palette.Dark()
			s.Resize(fyne.NewSize(width, 34))
			s.Update(state)
			right := float32(0)
			for _, o := range []fyne.CanvasObject{r.icon, r.text, r.count, r.cross} {
				if !o.Visible() {
					continue
				}
				if o.Position().X < right-0.01 {
					t.Errorf("%q in %g pixels: a %T begins at %g, before %g", state.Count, width, o, o.Position().X, right)
				}
				right = o.Position().X + o.Size().Width
			}
			if right > width {
				t.Errorf("%q reaches to %g of %g", state.Count, right, width)
			}
			if r.text.Size().Width < 20 {
				t.Errorf("%q leaves %g of %g pixels for the text", state.Count, r.text.Size().Width, width)
			}
			if r.cross.Visible() != (state.Text != "") || s.entry.Size().Width < r.text.Size().Width {
				t.Errorf("%q: the cross is visible: %t", state.Text, r.cross.Visible())
			}
			if want := state.Palette.Error; state.None && r.count.Color != want {
				t.Errorf("no hits are %v", r.count.Color)
			}
		}
	}
	s.said()
	test.Tap(r.cross.Content.(*widget.Button))
	if got := s.said(); got != "clear" {
		t.Errorf("the cross: %q", got)
	}
}

func TestSearchField_ShowsTheFocus(t *testing.T) {
	s := newFieldStage(t)
	r := test.WidgetRenderer(s.SearchField).(*fieldRenderer)
	s.window.Canvas().Focus(s.Input())
	if r.back.StrokeColor != s.state.Palette.Accent {
		t.Error("the focus is not seen")
	}
	s.window.Canvas().Unfocus()
	if r.back.StrokeColor == s.state.Palette.Accent {
		t.Error("the focus is seen when it is gone")
	}
}
