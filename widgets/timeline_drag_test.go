package widgets

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"dateline/data"
	"dateline/widgets/scene"
)

// What is under the pointer stays under it, whatever steps the drag takes.
func TestTimeline_DragPansExactly(t *testing.T) {
	at := fyne.NewPos(500, 400)
	for name, path := range map[string][]fyne.Position{
		"one big step":     {at, at.AddXY(-220, 0)},
		"small steps":      {at, at.AddXY(1, 0), at.AddXY(3, 0), at.AddXY(4, -1), at.AddXY(9, -2), at.AddXY(40, -3)},
		"there and back":   {at, at.AddXY(300, 20), at.AddXY(-100, -20), at},
		"beyond the edges": {at, at.AddXY(700, 300), at.AddXY(-900, -600)},
	} {
		s := newStage(t, parse(t, sparse))
		var dx, dy float64
		pinned := s.state.View.Time(500)
		s.On.Pan = func(x, y float64) {
			dx, dy = dx+x, dy+y
			s.look(s.state.View.Pan(x, y))
		}
		drag(s, 0, path...)
		last := path[len(path)-1]
		if dx != float64(at.X-last.X) || dy != float64(at.Y-last.Y) {
			t.Errorf("%s: panned by %g, %g for a drag by %v", name, dx, dy, last.Subtract(at))
		}
		if x := s.state.View.X(pinned); math.Abs(x-float64(last.X)) > 1e-6 {
			t.Errorf("%s: the instant under the pointer is at %g, the pointer at %g", name, x, last.X)
		}
		if got := s.said(); got != "" {
			t.Errorf("%s: besides: %q", name, got)
		}
	}
}

func TestTimeline_ShiftDragChoosesARange(t *testing.T) {
	s := newStage(t, parse(t, sparse))
	v := s.state.View
	want := func(x0, x1 float64) string { return fmt.Sprintf("range %.0f %.0f", v.Time(x0), v.Time(x1)) }
	for name, c := range map[string]struct {
		to   fyne.Position
		want string
	}{
		"to the right":    {fyne.NewPos(620, 300), want(400, 620)},
		"to the left":     {fyne.NewPos(120, 100), want(120, 400)},
		"beyond the left": {fyne.NewPos(-80, 100), want(0, 400)},
		"beyond":          {fyne.NewPos(1300, 100), want(400, stageWidth)},
		"hardly at all":   {fyne.NewPos(402, 300), ""},
		"upright":         {fyne.NewPos(401, 480), ""},
	} {
		drag(s, fyne.KeyModifierShift, fyne.NewPos(400, 200), fyne.NewPos(390, 210), c.to)
		if got := s.said(); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// boxes returns the rectangles in the colour of the box that is being drawn.
func (s *stage) boxes() []*canvas.Rectangle {
	var found []*canvas.Rectangle
	for _, o := range s.drawn() {
		if r, ok := o.(*canvas.Rectangle); ok && r.StrokeWidth == 1 && r.StrokeColor == s.state.Palette.Accent {
			found = append(found, r)
		}
	}
	return found
}

func TestTimeline_BoxIsShownWhileDrawn(t *testing.T) {
	s := newStage(t, parse(t, sparse))
	from, to := fyne.NewPos(400, 200), fyne.NewPos(650, 220)
	press(s, from, desktop.MouseButtonPrimary, fyne.KeyModifierShift)
	s.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to}, Dragged: fyne.NewDelta(250, 20)})
	if b := s.boxes(); len(b) != 1 || b[0].Position().X != 400 || b[0].Size().Width != 250 {
		t.Errorf("the box being drawn: %v", b)
	}
	release(s, to, desktop.MouseButtonPrimary)
	if b := s.boxes(); len(b) != 0 {
		t.Errorf("the box after it was drawn: %v", b)
	}
}

// overflowing returns a stage whose lanes are higher than the window.
func overflowing(t *testing.T) *stage {
	t.Helper()
	var lanes, events []string
	for i := range 12 {
		lanes = append(lanes, fmt.Sprintf(`{"id": "l%d", "title": "Lane %d"}`, i, i))
		events = append(events, fmt.Sprintf(`{"id": "e%d", "lanes": ["l%d"], "date": "20%02d-05-05", "title": "Event"}`, i, i, i))
	}
	s := newStage(t, parse(t, `{"format": 1, "title": "T", "lanes": [`+strings.Join(lanes, ",")+
		`], "events": [`+strings.Join(events, ",")+`]}`))
	if !s.overflows() {
		t.Fatal("twelve lanes fit into the window")
	}
	return s
}

func TestTimeline_ScrollBar(t *testing.T) {
	s := overflowing(t)
	s.On.Pan = func(dx, dy float64) {
		v := s.state.View.Pan(dx, dy)
		v.Top = math.Min(math.Max(v.Top, 0), s.scene.MaxTop(s.metrics))
		s.look(v)
	}
	bar := fyne.NewPos(stageWidth-5, 60)
	drag(s, 0, bar, bar.AddXY(0, 1000))
	if got, want := s.state.View.Top, s.scene.MaxTop(s.metrics); math.Abs(got-want) > 1 {
		t.Errorf("dragged to the end, the lanes are scrolled by %g of %g", got, want)
	}
	if s.state.View.Left != scene.Fit(s.state.Domain, stageWidth).Left {
		t.Error("the scroll bar moved the time")
	}
	last := s.scene.Lanes[len(s.scene.Lanes)-1]
	if bottom := last.Y + last.Height; last.Lane != 11 || math.Abs(bottom-stageHeight) > 1 {
		t.Errorf("the last lane in view is %d, its end at %g", last.Lane, bottom)
	}
	drag(s, 0, bar.AddXY(0, 300), bar.AddXY(0, -1000))
	if s.state.View.Top != 0 {
		t.Errorf("dragged back, the lanes are scrolled by %g", s.state.View.Top)
	}
	// As far as the bar moves, so far goes the knob.
	drag(s, 0, bar, bar.AddXY(0, 50))
	room := stageHeight - s.metrics.Axis
	if got, want := s.state.View.Top, 50*s.scene.Height/room; math.Abs(got-want) > 1e-6 {
		t.Errorf("50 pixels of the bar scroll by %g, want %g", got, want)
	}
}

func TestTimeline_NoScrollBarWhereAllFits(t *testing.T) {
	s := newStage(t, parse(t, sparse))
	bar := fyne.NewPos(stageWidth-5, 400)
	drag(s, 0, bar, bar.AddXY(0, 30))
	if got := s.said(); got != "pan 0 -30" {
		t.Errorf("a drag at the right edge: %q", got)
	}
}

func TestTimeline_ResizedOnlyWhenItIs(t *testing.T) {
	s := newStage(t, parse(t, sparse))
	var sizes []string
	s.On.Resized = func(w, h float64) { sizes = append(sizes, fmt.Sprintf("%gx%g", w, h)) }
	for _, size := range []fyne.Size{{Width: 800, Height: 500}, {Width: 800, Height: 500}, {Width: 800, Height: 400}} {
		s.Resize(size)
	}
	if got := strings.Join(sizes, " "); got != "800x500 800x400" {
		t.Errorf("resized to %s", got)
	}
}

func TestTimeline_RowOf(t *testing.T) {
	s := newStage(t, parse(t, sparse))
	for id, m := range map[string]*scene.Mark{"raid": s.markOf(t, "raid"), "verdict": s.markOf(t, "verdict")} {
		event, _ := s.state.Selection.Set.Events.Index(id)
		if y, height, ok := s.RowOf(event); !ok || y != m.Y || height != s.metrics.Row {
			t.Errorf("the row of %s is at %g, its mark at %g", id, y, m.Y)
		}
	}
	set := s.state.Selection.Set
	state := s.state
	state.Selection = set.Select(data.Filter{Hidden: map[string]bool{"police": true, "court": true}})
	s.Update(state)
	if _, _, ok := s.RowOf(0); ok {
		t.Error("an event in no lane that is shown has a row")
	}
}
