package app

import (
	"math"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"dateline/widgets/scene"
)

// told returns what the caption of a story says, without the spaces; "" where
// there is no story in the window.
func (r *room) told() string {
	var texts []string
	if r.story.on {
		within(r.story.caption, func(o fyne.CanvasObject) {
			if text, ok := o.(*canvas.Text); ok {
				texts = append(texts, text.Text)
			}
		})
	}
	return strings.Join(texts, "|")
}

// holds reports whether something is in the window.
func (r *room) holds(wanted fyne.CanvasObject) bool {
	found := false
	within(r.win.Content(), func(o fyne.CanvasObject) { found = found || o == wanted })
	return found
}

// What was before a story is there again after it, but for the event that is
// selected.
func TestStory_BringsBackWhatWasBefore(t *testing.T) {
	for _, full := range []bool{false, true} {
		r := newAtarRoom(t)
		r.win.SetFullScreen(full)
		r.only(t, "authorities")
		r.camera.land(scene.Fit(r.state.domain, r.state.size.W).ZoomAt(500, 4))
		view, size, hidden, panel := r.state.view, r.timeline.Size(), r.state.hiddenLanes(), r.panel.Size()
		axis := r.timeline.Metrics().Axis
		back := slices.Clone(r.state.history.back)
		for _, leave := range []fyne.KeyName{fyne.KeyEscape, fyne.KeyF5} {
			r.press(fyne.KeyF5, 0)
			if !r.story.on || !r.win.FullScreen() || r.win.MainMenu() != nil || r.holds(r.panel) || r.holds(r.minimap) || !r.holds(r.timeline) {
				t.Fatal("F5 does not begin the story")
			}
			if r.timeline.Size() == size || r.win.Canvas().Focused() != fyne.Focusable(r.story.caption) {
				t.Errorf("the timeline has %v, the keyboard %v", r.timeline.Size(), r.win.Canvas().Focused())
			}
			r.press(fyne.KeyRight, 0)
			r.press(fyne.KeyRight, 0)
			at := r.state.selected
			r.press(leave, 0)
			if r.story.on || r.win.FullScreen() != full || r.win.MainMenu() == nil || !r.holds(r.panel) || !r.holds(r.minimap) {
				t.Fatalf("%s does not leave the story", leave)
			}
			if got := r.timeline.Metrics().Axis; got != axis {
				t.Errorf("the axis is %g high, not %g", got, axis)
			}
			if r.timeline.Size() != size || r.panel.Size() != panel || r.win.Canvas().Focused() != fyne.Focusable(r.timeline) {
				t.Errorf("the timeline has %v, not %v", r.timeline.Size(), size)
			}
			if v := r.state.view; math.Abs(v.Left-view.Left) > 1 || math.Abs(v.Scale/view.Scale-1) > 1e-9 || v.Top != view.Top {
				t.Errorf("the view is %+v, not %+v", v, view)
			}
			if r.state.selected != at || at != r.state.selection.At(r.state.selection.Place(at)) || !slices.Equal(r.state.hiddenLanes(), hidden) {
				t.Errorf("event %d is selected, not %d; hidden are %v", r.state.selected, at, r.state.hiddenLanes())
			}
			if !slices.Equal(r.state.history.back, back) {
				t.Error("the story is in the history of views")
			}
		}
		r.press(fyne.KeyTab, 0) // the usual keys are back
		r.typed("0")
		if r.state.selection.Hidden != 0 {
			t.Error("after the story the keys do not work")
		}
	}
}

// only hides all lanes but one.
func (r *room) only(t *testing.T, lane string) {
	t.Helper()
	r.state.only(lane)
	if r.state.selection.Len() < 5 || r.state.selection.Hidden == 0 {
		t.Fatal("the lane is of no use for the test")
	}
}

// Each key does what it says; nothing else does anything.
func TestStory_Keys(t *testing.T) {
	const first, middle = 0, 25
	set, err := bundled()
	if err != nil {
		t.Fatal(err)
	}
	last := set.Events.Len() - 1
	press := func(name fyne.KeyName) func(r *room) { return func(r *room) { r.press(name, 0) } }
	letter := func(text string) func(r *room) { return func(r *room) { r.typed(text) } }
	for _, c := range []struct {
		name string
		do   func(r *room)
		want int
	}{
		{"Right", press(fyne.KeyRight), middle + 1},
		{"PgDn", press(fyne.KeyPageDown), middle + 1},
		{"Space", func(r *room) { r.press(fyne.KeySpace, 0); r.typed(" ") }, middle + 1},
		{"Enter", press(fyne.KeyReturn), middle + 1},
		{"Enter of the keypad", press(fyne.KeyEnter), middle + 1},
		{"N", func(r *room) { r.press(fyne.KeyN, 0); r.typed("N") }, middle + 1},
		{"click", func(r *room) { r.story.caption.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary}) }, middle + 1},
		{"Left", press(fyne.KeyLeft), middle - 1},
		{"PgUp", press(fyne.KeyPageUp), middle - 1},
		{"Backspace", press(fyne.KeyBackspace), middle - 1},
		{"P", letter("p"), middle - 1},
		{"Home", press(fyne.KeyHome), first},
		{"End", press(fyne.KeyEnd), last},
		{"Tab", press(fyne.KeyTab), middle},
		{"Shift", press(desktop.KeyShiftLeft), middle},
		{"F6", press(fyne.KeyF6), middle},
		{"others", letter("0123f?+-cjk"), middle},
		{"Ctrl+F", func(r *room) {
			r.story.caption.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyF, Modifier: ctrl})
		}, middle},
	} {
		r := newAtarRoom(t)
		r.state.choose(middle)
		r.press(fyne.KeyF5, 0)
		view := r.state.view
		c.do(r)
		if !r.story.on || r.state.selected != c.want || r.story.tale.event != c.want {
			t.Errorf("%s leads to %d, want %d", c.name, r.state.selected, c.want)
		}
		if c.want == middle && r.state.view != view || r.state.selection.Hidden != 0 {
			t.Errorf("%s changes the view or the filters", c.name)
		}
		if got := r.told(); !strings.Contains(got, r.state.set.Events.Title(c.want)[:8]) {
			t.Errorf("%s: the caption says %q", c.name, got)
		}
	}
}

func TestStory_LightAndDark(t *testing.T) {
	r := newAtarRoom(t)
	r.state.setTheme(lightTheme)
	r.press(fyne.KeyF5, 0)
	r.story.caption.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyT, Modifier: ctrl})
	if !r.palette().Dark || !r.story.on {
		t.Error("Ctrl+T does not switch to dark")
	}
	r.press(fyne.KeyEscape, 0)
	if !r.chrome.shown.Dark {
		t.Error("after the story the window is not dark")
	}
}

// From the first event to the end every event of the selection is told once, and
// the story says where it is.
func TestStory_TellsTheSelection(t *testing.T) {
	r := newAtarRoom(t)
	r.only(t, "attacks")
	r.press(fyne.KeyF5, 0)
	var told []int
	for range r.state.selection.Len() {
		told = append(told, r.state.selected)
		want := []string{r.state.set.Events.Date(r.state.selected).Words(), numberOf(len(told), r.state.selection.Len())}
		for _, words := range want {
			if got := strings.ReplaceAll(r.told(), "|", " "); !strings.Contains(got, words) {
				t.Errorf("%q is not in %q", words, got)
			}
		}
		if !r.state.inView(r.state.selected) || !r.drawnAlone() {
			t.Errorf("%s cannot be seen", r.state.set.Events.ID(r.state.selected))
		}
		if strings.Contains(r.told(), storyEnd) {
			t.Error("the end is said before it is there")
		}
		r.press(fyne.KeyPageDown, 0)
	}
	if !slices.Equal(told, slices.Collect(r.state.selection.All())) {
		t.Errorf("told are %v", told)
	}
	for range 2 {
		if r.state.selected != told[len(told)-1] || !strings.Contains(r.told(), storyEnd) {
			t.Errorf("after the last event is said %q", r.told())
		}
		r.press(fyne.KeyPageDown, 0)
	}
	r.press(fyne.KeyPageUp, 0)
	if r.state.selected != told[len(told)-1] || strings.Contains(r.told(), storyEnd) {
		t.Error("back from the end is not the last event")
	}
}

func numberOf(place, of int) string { return thousands(place) + " of " + thousands(of) }

// drawnAlone reports whether the selected event has a mark of its own that is
// wholly within the timeline.
func (r *room) drawnAlone() bool {
	sc := r.timeline.Scene()
	mark := sc.MarkOf(r.state.selected)
	if mark < 0 || sc.Marks[mark].Several() {
		return false
	}
	m := r.timeline.Metrics()
	return sc.Marks[mark].Y-m.Row/2 >= m.Axis && sc.Marks[mark].Y+m.Row/2 <= sc.Size.H
}

// Down reads all quotations of an event before the next one, and Up goes back the
// same way.
func TestStory_ReadsOn(t *testing.T) {
	r := newAtarRoom(t)
	event := r.event(t, "paris-attacks")
	n := len(eventAt(t, r.state.set, event).Claims)
	r.state.choose(event)
	r.press(fyne.KeyF5, 0)
	for q := 1; q < n; q++ {
		if want := "quotation " + numberOf(q, n); !strings.Contains(r.told(), want) {
			t.Errorf("%q is not in %q", want, r.told())
		}
		r.press(fyne.KeyDown, 0)
	}
	r.press(fyne.KeyDown, 0)
	if r.state.selected != event+1 {
		t.Errorf("after the last quotation comes %d, want %d", r.state.selected, event+1)
	}
	r.press(fyne.KeyUp, 0)
	if want := "quotation " + numberOf(n, n); r.state.selected != event || !strings.Contains(r.told(), want) {
		t.Errorf("up leads to %d, %q", r.state.selected, r.told())
	}
	r.press(fyne.KeyRight, 0)
	r.press(fyne.KeyLeft, 0)
	if want := "quotation " + numberOf(1, n); !strings.Contains(r.told(), want) {
		t.Errorf("next and back lead to %q", r.told())
	}
}

func TestStory_Blank(t *testing.T) {
	for _, key := range []string{"b", ".", "B"} {
		r := newAtarRoom(t)
		r.press(fyne.KeyF5, 0)
		r.press(fyne.KeyB, 0) // comes before the letter
		r.typed(key)
		if r.told() != "" {
			t.Errorf("after %s is shown %q", key, r.told())
		}
		r.press(desktop.KeyShiftLeft, 0)
		r.press(fyne.KeyX, 0)
		if r.told() != "" {
			t.Error("half a key ends the blank")
		}
		r.press(fyne.KeyRight, 0)
		if r.told() == "" || r.state.selected != 0 {
			t.Errorf("the next key shows %q and leads to %d", r.told(), r.state.selected)
		}
		r.typed(key + key + key)
		r.press(fyne.KeyEscape, 0)
		if r.story.on {
			t.Error("Escape does not leave a blank screen")
		}
	}
}

// A key does not wait for the camera: the next event is there at once.
func TestStory_JumpsOnWhileFlying(t *testing.T) {
	r := newAtarRoom(t)
	r.press(fyne.KeyF5, 0)
	r.desk.driver.slow = true
	from := r.state.view
	r.press(fyne.KeyRight, 0)
	if len(r.desk.driver.flying) != 1 || r.desk.driver.flying[0].Duration != storyFlight {
		t.Fatalf("%d flights", len(r.desk.driver.flying))
	}
	r.desk.driver.tick(0.5)
	if r.state.view == from || r.state.view == r.camera.aim() {
		t.Error("the camera does not glide")
	}
	r.press(fyne.KeyRight, 0)
	if len(r.desk.driver.flying) != 0 || r.camera.anim != nil || r.state.selected != 2 || !r.drawnAlone() {
		t.Errorf("event %d, %d flights are under way", r.state.selected, len(r.desk.driver.flying))
	}
	r.press(fyne.KeyRight, 0)
	r.press(fyne.KeyEscape, 0)
	if len(r.desk.driver.flying) != 0 {
		t.Error("the camera flies on after the story")
	}
}
