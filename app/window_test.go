package app

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"dateline/widgets/palette"
	"dateline/widgets/scene"
)

func TestWindow_ShowsTheBundledChronology(t *testing.T) {
	r := newAtarRoom(t)
	if got := r.win.Title(); got != r.state.set.Title+" — Dateline" {
		t.Errorf("the window's title is %q", got)
	}
	if r.win.Canvas().Focused() != fyne.Focusable(r.timeline) {
		t.Error("the timeline does not have the keyboard")
	}
	if got := r.chrome.title.Text; got != r.state.set.Title {
		t.Errorf("the heading is %q", got)
	}
	span, events, hidden := r.statusWords()
	if span != r.state.view.Span(r.state.size.W).Words() || events != "54 of 54 events in view" || hidden != "0 hidden by filters" {
		t.Errorf("status: %q %q %q", span, events, hidden)
	}
}

// Every event is in view, outside it or hidden: nothing goes missing.
func TestWindow_StatusAddsUp(t *testing.T) {
	r := newAtarRoom(t)
	for _, hide := range [][]string{nil, {"atar"}, {"atar", "attacks"}, {"atar", "attacks", "authorities"}} {
		hidden := map[string]bool{}
		for _, lane := range hide {
			hidden[lane] = true
		}
		r.state.setFilter(hidden)
		for _, factor := range []float64{1, 3, 10, 100, 1000} {
			r.camera.land(scene.Fit(r.state.domain, r.state.size.W).ZoomAt(500, factor))
			sc := r.timeline.Scene()
			if sum := sc.InView + sc.Outside + r.state.selection.Hidden; sum != 54 {
				t.Errorf("%v hidden, %g times closer: %d + %d + %d events of 54", hide, factor, sc.InView, sc.Outside, r.state.selection.Hidden)
			}
			_, events, _ := r.statusWords()
			if got := strings.Contains(events, "outside the view"); got != (sc.Outside > 0) {
				t.Errorf("%q for %d outside", events, sc.Outside)
			}
			if r.chrome.events.Text != events+" · " {
				t.Errorf("the status bar says %q, not %q", r.chrome.events.Text, events)
			}
		}
	}
}

func TestWindow_StatusUndoesTheFilter(t *testing.T) {
	r := newAtarRoom(t)
	r.chrome.hidden.Tapped(nil)
	if r.chrome.hidden.Cursor() != desktop.DefaultCursor {
		t.Error("there is nothing to undo, but it can be clicked")
	}
	r.filter.OnOnly("attacks")
	n := r.state.selection.Hidden
	if n == 0 || !strings.HasSuffix(r.chrome.hidden.text.Text, " hidden by filters: show all") {
		t.Fatalf("%d hidden: %q", n, r.chrome.hidden.text.Text)
	}
	if r.chrome.hidden.Cursor() != desktop.PointerCursor {
		t.Error("what can be clicked does not look so")
	}
	r.chrome.hidden.Tapped(nil)
	if r.state.selection.Hidden != 0 || r.chrome.hidden.text.Text != "0 hidden by filters" {
		t.Errorf("%d still hidden: %q", r.state.selection.Hidden, r.chrome.hidden.text.Text)
	}
}

func TestWindow_AllLanesOff(t *testing.T) {
	r := newAtarRoom(t)
	for _, lane := range r.state.set.Lanes {
		r.filter.OnToggle(lane.ID)
	}
	words := r.emptyWords()
	if !strings.Contains(words, "press 0") || r.state.selection.Len() != 0 {
		t.Errorf("all lanes off: %q", words)
	}
	r.press(fyne.KeyTab, 0)
	r.typed("nf+")
	r.press(fyne.KeyDown, 0)
	r.typed("0")
	if r.state.selection.Len() != 54 {
		t.Error("0 does not show all lanes")
	}
}

func TestWindow_LaneDigits(t *testing.T) {
	r := newAtarRoom(t)
	for i, lane := range r.state.set.Lanes {
		digit := fyne.KeyName(rune('1' + i))
		r.press(digit, 0)
		if got := r.state.hiddenLanes(); !slices.Equal(got, []string{lane.ID}) {
			t.Errorf("%s hides %v", digit, got)
		}
		r.press(digit, 0)
		r.press(digit, fyne.KeyModifierShift)
		if got := r.state.selection.Lanes; !slices.Equal(got, []int{i}) {
			t.Errorf("Shift+%s shows lanes %v", digit, got)
		}
		r.press(digit, fyne.KeyModifierShift)
		if got := r.state.hiddenLanes(); len(got) != 0 {
			t.Errorf("Shift+%s twice hides %v", digit, got)
		}
	}
	r.press("9", 0) // there are three
	if got := r.state.hiddenLanes(); len(got) != 0 {
		t.Errorf("9 hides %v", got)
	}
}

func TestWindow_Theme(t *testing.T) {
	r := newAtarRoom(t)
	shows := func(p palette.Palette) bool {
		return r.palette() == p && r.chrome.shown == p && r.chrome.title.Color == p.Text &&
			r.app.Settings().Theme().Color(theme.ColorNameBackground, theme.VariantDark) == p.Surface
	}
	r.state.setTheme(lightTheme)
	if !shows(palette.Light()) {
		t.Error("light is not light")
	}
	r.switchTheme()
	if !shows(palette.Dark()) || r.state.theme != darkTheme {
		t.Error("switched, light does not become dark")
	}
	r.switchTheme()
	if !shows(palette.Light()) {
		t.Error("switched twice, it is not light")
	}
	r.state.setTheme(systemTheme)
	for _, variant := range []fyne.ThemeVariant{theme.VariantDark, theme.VariantLight} {
		r.settingsChanged(variantSettings{r.app.Settings(), variant})
		if want := variant == theme.VariantDark; r.palette().Dark != want || r.chrome.shown.Dark != want {
			t.Errorf("the system wants dark: %v, the window is: %v", want, r.palette().Dark)
		}
	}
}

// variantSettings are settings of a system that wants light or dark.
type variantSettings struct {
	fyne.Settings
	variant fyne.ThemeVariant
}

func (s variantSettings) ThemeVariant() fyne.ThemeVariant { return s.variant }

func TestWindow_WalksThroughEvents(t *testing.T) {
	r := newAtarRoom(t)
	r.camera.land(scene.Fit(r.state.domain, r.state.size.W).ZoomAt(0, 30))
	r.state.choose(42)
	for want := 43; want < r.state.set.Events.Len(); want++ {
		r.press(fyne.KeyTab, 0)
		if r.state.selected != want || !r.state.inView(want) {
			t.Fatalf("Tab selects %d, want %d; it is in view: %v", r.state.selected, want, r.state.inView(want))
		}
	}
	r.typed("n")
	if r.state.selected != 53 {
		t.Error("after the last event comes another")
	}
	r.press(fyne.KeyTab, fyne.KeyModifierShift)
	r.typed("pP")
	if r.state.selected != 50 {
		t.Errorf("three back is %d", r.state.selected)
	}
	r.press(fyne.KeyEscape, 0)
	if r.state.selected != -1 {
		t.Error("Escape does not unselect")
	}
	r.press(fyne.KeyTab, 0)
	if r.state.selected != 0 {
		t.Errorf("with nothing selected Tab selects %d", r.state.selected)
	}
}

func TestWindow_ArrowsChangeLane(t *testing.T) {
	r := newAtarRoom(t)
	laneOf := func() int {
		return r.state.selection.LaneOf(r.state.selected)
	}
	r.state.choose(r.event(t, "paris-attacks"))
	from := laneOf()
	r.press(fyne.KeyUp, 0)
	if got := laneOf(); got != from-1 {
		t.Errorf("up leads from lane %d to %d", from, got)
	}
	r.press(fyne.KeyDown, 0)
	r.press(fyne.KeyDown, 0)
	if got := laneOf(); got != from {
		t.Errorf("down twice leads to lane %d", got)
	}
}

// F6 leads to the lanes and back; on a lane all other keys work as ever.
func TestWindow_KeyboardInTheLanes(t *testing.T) {
	r := newAtarRoom(t)
	r.press(fyne.KeyF6, 0)
	if r.win.Canvas().Focused() != r.filter.First() {
		t.Fatal("F6 does not lead to the lanes")
	}
	r.press(fyne.KeySpace, 0)
	r.typed(" ")
	if got := r.state.hiddenLanes(); len(got) != 1 || r.win.Canvas().Focused() != r.filter.First() {
		t.Errorf("space on a lane hides %v", got)
	}
	r.typed("0n")
	if r.state.selected != 0 || len(r.state.hiddenLanes()) != 0 {
		t.Error("letters do nothing on a lane")
	}
	r.press(fyne.KeyF6, 0)
	if r.win.Canvas().Focused() != fyne.Focusable(r.timeline) {
		t.Error("F6 does not lead back")
	}
}

func TestWindow_PanAndZoomKeys(t *testing.T) {
	r := newAtarRoom(t)
	middle := scene.Fit(r.state.domain, r.state.size.W).ZoomAt(500, 8)
	w := r.state.size.W
	for _, c := range []struct {
		name fyne.KeyName
		mods fyne.KeyModifier
		by   float64
	}{
		{fyne.KeyLeft, 0, -w / 10},
		{fyne.KeyRight, 0, w / 10},
		{fyne.KeyLeft, fyne.KeyModifierShift, -w},
		{fyne.KeyRight, fyne.KeyModifierShift, w},
	} {
		r.camera.land(middle)
		r.press(c.name, c.mods)
		if got := middle.X(r.state.view.Left); got < c.by-1e-3 || got > c.by+1e-3 {
			t.Errorf("%v+%s pans by %g, want %g", c.mods, c.name, got, c.by)
		}
	}
	r.camera.land(middle)
	r.typed("+")
	if got := middle.Scale / r.state.view.Scale; got < keyZoom-1e-9 || got > keyZoom+1e-9 {
		t.Errorf("+ zooms by %g", got)
	}
	if got, want := r.state.view.Time(w/2), middle.Time(w/2); got-want > 1 || want-got > 1 {
		t.Error("+ does not zoom at the middle")
	}
	r.typed("-")
	r.press(fyne.KeyHome, 0)
	if r.state.view != scene.Fit(r.state.domain, w) {
		t.Error("Home does not fit everything")
	}
	event := r.event(t, "paris-attacks")
	r.state.choose(event)
	extent := scene.Extent(r.state.set, event, r.state.domain)
	x := r.state.view.X((extent.From + extent.To) / 2)
	r.typed("+")
	if got := r.state.view.X((extent.From + extent.To) / 2); got-x > 1e-3 || x-got > 1e-3 {
		t.Errorf("+ moves the selected event from %g to %g", x, got)
	}
	r.typed("f")
	if !r.state.inView(event) || r.state.view != r.state.fitEvent(event) {
		t.Error("f does not fit the selected event")
	}
}

func TestWindow_BackAndForward(t *testing.T) {
	r := newAtarRoom(t)
	c := newClock()
	r.camera.now = c.now
	first := r.state.view
	r.camera.zoom(300, 4)
	c.pass(2 * settle)
	second := r.state.view
	r.camera.pan(200, 0)
	third := r.state.view
	r.desk.driver.slow = true
	r.goBack()
	r.desk.driver.tick(0.4)
	r.goBack() // the flight back is still under way
	r.desk.driver.tick(1)
	if r.state.view != first {
		t.Errorf("back twice leads to %+v, want %+v", r.state.view, first)
	}
	for _, want := range []scene.View{second, third, third} {
		r.goForward()
		r.desk.driver.tick(1)
		if r.state.view != want {
			t.Errorf("forward leads to %+v, want %+v", r.state.view, want)
		}
	}
}

func TestWindow_CopiesCitation(t *testing.T) {
	r := newAtarRoom(t)
	r.typed("c")
	if got := r.app.Clipboard().Content(); got != "" {
		t.Errorf("nothing is selected, but copied is %q", got)
	}
	r.state.choose(5)
	r.typed("c")
	fifth := eventAt(t, r.state.set, 5)
	if got := r.app.Clipboard().Content(); got != r.state.set.Citation(&fifth) {
		t.Errorf("copied is %q", got)
	}
	if got := r.chrome.help.text.Text; got != "Citation copied" {
		t.Errorf("the status bar says %q", got)
	}
	r.chrome.unsay("another")
	r.chrome.unsay("Citation copied")
	if got := r.chrome.help.text.Text; got != helpWords {
		t.Errorf("then the status bar says %q", got)
	}
}
