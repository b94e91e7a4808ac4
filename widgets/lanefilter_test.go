package widgets

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"dateline/widgets/palette"
)

// filterStage is a lane filter in a window, with a log of what comes out.
type filterStage struct {
	*LaneFilter
	keyboard *keyboardDriver
	window   fyne.Window
	log      []string
}

func newFilterStage(t *testing.T) *filterStage {
	t.Helper()
	s := &filterStage{keyboard: newKeyboard(t), LaneFilter: NewLaneFilter()}
	s.OnToggle = func(id string) { s.log = append(s.log, "toggle "+id) }
	s.OnOnly = func(id string) { s.log = append(s.log, "only "+id) }
	s.OnKey = func(key *fyne.KeyEvent) { s.log = append(s.log, "key "+string(key.Name)) }
	s.OnRune = func(r rune) { s.log = append(s.log, "rune "+string(r)) }
	s.Update(threeLanes(), palette.Light())
	s.window = test.NewWindow(s.LaneFilter)
	t.Cleanup(s.window.Close)
	s.window.SetPadded(false)
	s.window.Resize(fyne.NewSize(200, 300))
	return s
}

func threeLanes() []FilterRow {
	return []FilterRow{
		{ID: "a", Title: "Court", Color: "#0072B2", Count: 7, On: true},
		{ID: "b", Title: "Police", Color: "#C77700", Count: 0, On: true},
		{ID: "c", Title: "A lane whose title is far too long for the side bar", Color: "#C8321F", Count: 1234, On: false},
	}
}

func (s *filterStage) said() string {
	text := strings.Join(s.log, "; ")
	s.log = nil
	return text
}

// objects returns what is drawn for a lane.
func (s *filterStage) objects(i int) []fyne.CanvasObject {
	return test.WidgetRenderer(s.boxes[i]).Objects()
}

func TestLaneFilter_Pointer(t *testing.T) {
	for _, c := range []struct {
		name string
		held fyne.KeyModifier
		x    float32
		want string
	}{
		{"on the box", 0, 12, "toggle b"},
		{"on the title", 0, 80, "toggle b"},
		{"on “only”", 0, 195, "only b"},
		{"with Alt", fyne.KeyModifierAlt, 12, "only b"},
		{"with Shift", fyne.KeyModifierShift, 12, "toggle b"},
	} {
		s := newFilterStage(t)
		s.keyboard.held = c.held
		test.TapCanvas(s.window.Canvas(), fyne.NewPos(c.x, s.boxes[1].Position().Y+10))
		if got := s.said(); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestLaneFilter_Keyboard(t *testing.T) {
	for _, c := range []struct {
		key  fyne.KeyName
		held fyne.KeyModifier
		want string
	}{
		{fyne.KeySpace, 0, "toggle a"},
		{fyne.KeyReturn, 0, "toggle a"},
		{fyne.KeyEnter, 0, "toggle a"},
		{fyne.KeySpace, fyne.KeyModifierShift, "only a"},
		{fyne.KeyF6, 0, "key F6"},
		{fyne.KeyEscape, 0, "key Escape"},
	} {
		s := newFilterStage(t)
		s.keyboard.held = c.held
		s.First().TypedKey(&fyne.KeyEvent{Name: c.key})
		if got := s.said(); got != c.want {
			t.Errorf("%s with %v: %q, want %q", c.key, c.held, got, c.want)
		}
	}
	s := newFilterStage(t)
	test.Type(s.First(), " ?n")
	if got := s.said(); got != "rune ?; rune n" {
		t.Errorf("letters typed on a lane: %q", got)
	}
	s.OnKey, s.OnRune = nil, nil
	s.First().TypedKey(&fyne.KeyEvent{Name: fyne.KeyF6})
	s.First().TypedRune('n')
}

func TestLaneFilter_Shows(t *testing.T) {
	s := newFilterStage(t)
	for i, row := range threeLanes() {
		texts := textsOf(s.objects(i))
		if !slices.Contains(texts, fmt.Sprint(row.Count)) {
			t.Errorf("%s: the count %d is missing in %q", row.ID, row.Count, texts)
		}
		title := texts[len(texts)-1]
		if cut := strings.TrimSuffix(title, "…"); !strings.HasPrefix(row.Title, cut) || (cut == title) != (i < 2) {
			t.Errorf("%s: title %q", row.ID, title)
		}
		ticks := 0
		for _, o := range s.objects(i) {
			if _, ok := o.(*canvas.Line); ok {
				ticks++
			}
			if right := o.Position().X + o.MinSize().Width; right > 200 {
				t.Errorf("%s: %T reaches to %g", row.ID, o, right)
			}
		}
		if (ticks > 0) != row.On {
			t.Errorf("%s is on: %v, lines of the tick: %d", row.ID, row.On, ticks)
		}
	}
}

func TestLaneFilter_OffersOnlyUnderThePointer(t *testing.T) {
	s := newFilterStage(t)
	ev := &desktop.MouseEvent{}
	s.boxes[0].MouseIn(ev)
	if texts := textsOf(s.objects(0)); !slices.Contains(texts, "only") || slices.Contains(texts, "7") {
		t.Errorf("under the pointer: %q", texts)
	}
	if texts := textsOf(s.objects(1)); slices.Contains(texts, "only") {
		t.Errorf("beside the pointer: %q", texts)
	}
	s.boxes[0].MouseOut()
	if texts := textsOf(s.objects(0)); slices.Contains(texts, "only") {
		t.Errorf("when the pointer has left: %q", texts)
	}
}

// Each switch of a lane comes back as an update: the keyboard must stay where
// it is.
func TestLaneFilter_UpdateKeepsFocus(t *testing.T) {
	s := newFilterStage(t)
	c := s.window.Canvas()
	c.Focus(s.boxes[1])
	rows := threeLanes()
	rows[1].On, rows[1].Count = false, 3
	s.Update(rows, palette.Dark())
	if c.Focused() != fyne.Focusable(s.boxes[1]) {
		t.Fatal("the keyboard is elsewhere after an update")
	}
	c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if got := s.said(); got != "toggle b" {
		t.Errorf("space after an update: %q", got)
	}
	if texts := textsOf(s.objects(1)); !slices.Contains(texts, "3") {
		t.Errorf("after the update: %q", texts)
	}
}

func TestLaneFilter_OtherLanes(t *testing.T) {
	s := newFilterStage(t)
	for _, n := range []int{1, 0, 5} {
		rows := make([]FilterRow, n)
		for i := range rows {
			rows[i] = FilterRow{ID: fmt.Sprint("x", i), Title: fmt.Sprint("Lane ", i), Color: "#000000"}
		}
		s.Update(rows, palette.Light())
		if len(s.boxes) != n || len(s.list.Objects) != n || (s.First() == nil) != (n == 0) {
			t.Errorf("%d lanes: %d boxes, %d of them shown", n, len(s.boxes), len(s.list.Objects))
		}
	}
	s.boxes[4].Tapped(&fyne.PointEvent{})
	if got := s.said(); got != "toggle x4" {
		t.Errorf("a tap on the fifth lane: %q", got)
	}
}
