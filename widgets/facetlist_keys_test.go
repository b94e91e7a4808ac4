package widgets

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"dateline/data/facets"
)

func TestFacetList_Keyboard(t *testing.T) {
	s := newFacetStage(t, parse(t, people))
	for _, c := range []struct {
		keys []fyne.KeyName
		want string
	}{
		{[]fyne.KeyName{fyne.KeySpace}, "toggle People Ann"},
		{[]fyne.KeyName{fyne.KeyDown, fyne.KeyReturn}, "toggle People Bo"},
		{[]fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyEnter}, "toggle People Zoë Ann"},
		{[]fyne.KeyName{fyne.KeyUp, fyne.KeySpace}, "toggle People Cy"},
		{[]fyne.KeyName{fyne.KeyHome, fyne.KeyUp, fyne.KeySpace}, "toggle People Ann"},
		{[]fyne.KeyName{fyne.KeyEnd, fyne.KeySpace}, "toggle People Zoë Ann"},
		{[]fyne.KeyName{fyne.KeyPageUp, fyne.KeySpace}, "toggle People Ann"},
		{[]fyne.KeyName{fyne.KeyPageDown, fyne.KeySpace}, "toggle People Zoë Ann"},
		{[]fyne.KeyName{fyne.KeyLeft}, ""},
		{[]fyne.KeyName{fyne.KeyRight, fyne.KeySpace, fyne.KeyRight, fyne.KeyRight}, "kind Places; kind Tags"},
		{[]fyne.KeyName{fyne.KeyReturn, fyne.KeyLeft}, "toggle Tags  ; kind Places"},
		{[]fyne.KeyName{fyne.KeyEscape, fyne.KeyF6, fyne.KeyT}, "close; key F6; key T"},
	} {
		strike(s.Names(), c.keys...)
		if got := s.said(); got != c.want {
			t.Errorf("%v: %q, want %q", c.keys, got, c.want)
		}
	}
	test.Type(s.Names(), " ?n")
	if got := s.said(); got != "rune ?; rune n" {
		t.Errorf("letters: %q", got)
	}
}

// The keyboard stays on its name where others are listed above it.
func TestFacetList_KeepsItsName(t *testing.T) {
	s := newFacetStage(t, parse(t, people))
	s.without("a")
	follow(t, s.sum, "leave out")
	strike(s.Names(), fyne.KeyDown)
	if got := s.listed(); got != "Ann 1 of 3; Zoë Ann 1" {
		t.Errorf("listed are %s", got)
	}
	s.without()
	strike(s.Names(), fyne.KeySpace)
	if got := s.said(); got != "toggle People Zoë Ann" {
		t.Errorf("with more names: %s", got)
	}
}

func TestFacetList_Field(t *testing.T) {
	s := newFacetStage(t, parse(t, people))
	s.window.Canvas().Focus(s.Input())
	test.Type(s.entry, "an")
	if got, listed := s.said(), s.listed(); got != `find "a"; find "an"` || listed != "Ann 3; Zoë Ann 1" {
		t.Errorf("typing: %s; listed are %s", got, listed)
	}
	if got := lineOf(s.sum); got != "2 of 4 people" || !s.entry.ActionItem.Visible() {
		t.Errorf("%s; the cross is seen: %t", got, s.entry.ActionItem.Visible())
	}
	strike(s.entry, fyne.KeyReturn, fyne.KeyDown, fyne.KeyReturn, fyne.KeyUp, fyne.KeyEnter)
	if got := s.said(); got != "toggle People Ann; toggle People Zoë Ann; toggle People Ann" {
		t.Errorf("from the field: %s", got)
	}
	strike(s.entry, fyne.KeyLeft, fyne.KeyHome, fyne.KeyA, fyne.KeyF6)
	if got := s.said(); got != "key F6" || s.entry.CursorColumn != 0 {
		t.Errorf("keys of a text: %s, in column %d", got, s.entry.CursorColumn)
	}
	s.entry.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyT, Modifier: fyne.KeyModifierControl})
	if got := s.said(); got != "shortcut CustomDesktop:Control+T" {
		t.Errorf("Ctrl+T: %s", got)
	}
	strike(s.entry, fyne.KeyEscape, fyne.KeyEscape)
	if got := s.said(); got != `find ""; close` || s.entry.Text != "" || s.entry.ActionItem.Visible() {
		t.Errorf("Escape: %s; %q is left", got, s.entry.Text)
	}
}

func TestFacetList_Tabs(t *testing.T) {
	s := newFacetStage(t, parse(t, people))
	r := test.WidgetRenderer(s.tabs)
	width := s.tabs.Size().Width
	for i, want := range []string{"", "kind Places", "kind Tags"} {
		s.tabs.Tapped(&fyne.PointEvent{Position: fyne.NewPos(width*(float32(i)+0.5)/3, 10)})
		if got := s.said(); got != want {
			t.Errorf("a click on tab %d: %q, want %q", i, got, want)
		}
		for _, o := range r.Objects() {
			if text, ok := o.(*canvas.Text); ok && text.TextStyle.Bold != (text.Text == facets.Kinds[i].Words()) {
				t.Errorf("on tab %d, %s is bold: %t", i, text.Text, text.TextStyle.Bold)
			}
		}
	}
	strike(s.tabs, fyne.KeyLeft, fyne.KeySpace, fyne.KeyLeft, fyne.KeyLeft)
	if got := s.said(); got != "kind Places; kind People" {
		t.Errorf("arrows on the tabs: %s", got)
	}
	objects := len(r.Objects())
	s.tabs.MouseIn(mouseAt(width-2, 5))
	if len(r.Objects()) != objects+1 {
		t.Error("the tab under the pointer does not show")
	}
	s.tabs.MouseOut()
	s.window.Canvas().Focus(s.tabs)
	test.Type(s.tabs, "?")
	if got := s.said(); got != "rune ?" || len(r.Objects()) != objects || !s.tabs.focused {
		t.Errorf("%s; %d objects", got, len(r.Objects()))
	}
}

// What has the keyboard shows it.
func TestFacetList_ShowsTheFocus(t *testing.T) {
	s := newFacetStage(t, parse(t, people))
	outlined := func(o fyne.Widget) bool {
		return slices.ContainsFunc(test.WidgetRenderer(o).Objects(), func(o fyne.CanvasObject) bool {
			r, ok := o.(*canvas.Rectangle)
			return ok && r.StrokeColor == s.state.Palette.Accent
		})
	}
	for _, c := range []struct {
		focus fyne.Focusable
		shows fyne.Widget
	}{{s.tabs, s.tabs}, {s.Input(), s.names}, {s.Names(), s.names}} {
		s.window.Canvas().Focus(c.focus)
		if !outlined(c.shows) {
			t.Errorf("a %T with the keyboard does not show it", c.focus)
		}
		s.window.Canvas().Unfocus()
		if outlined(c.shows) {
			t.Errorf("a %T shows the keyboard when it is gone", c.focus)
		}
	}
}

// A click gives the keyboard to what was clicked.
func TestFacetList_ClickTakesTheKeyboard(t *testing.T) {
	s := newFacetStage(t, parse(t, people))
	s.window.Canvas().Focus(s.Input())
	s.click(1)
	if s.window.Canvas().Focused() != s.Names() {
		t.Error("after a click on a name the keyboard is elsewhere")
	}
	strike(s.window.Canvas().Focused(), fyne.KeyDown, fyne.KeySpace)
	if got := s.said(); got != "toggle People Bo; toggle People Cy" {
		t.Errorf("said is %s", got)
	}
	s.tabs.Tapped(&fyne.PointEvent{})
	if s.window.Canvas().Focused() != fyne.Focusable(s.tabs) {
		t.Error("after a click on a tab the keyboard is elsewhere")
	}
}

// A list without the last callbacks drops what is typed.
func TestFacetList_WithoutCallbacks(t *testing.T) {
	s := newFacetStage(t, parse(t, people))
	s.On.Key, s.On.Rune, s.On.Shortcut = nil, nil, nil
	strike(s.Names(), fyne.KeyF6)
	strike(s.entry, fyne.KeyF6)
	s.names.TypedRune('?')
	s.entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	if got := s.said(); got != "" {
		t.Errorf("said is %s", got)
	}
}
