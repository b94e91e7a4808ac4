package widgets

import (
	"fmt"
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"dateline/data"
	"dateline/widgets/palette"
	"dateline/widgets/scene"
)

const mapWidth, mapTimeline = 800, 1000

// mapStage is a minimap in a window; brushed is what came out of it last.
type mapStage struct {
	*Minimap
	brushed []scene.Span
}

// newMapStage shows a dataset of which the timeline shows the part between two
// shares of the minimap's width.
func newMapStage(t *testing.T, set *data.Set, from, to float64) *mapStage {
	t.Helper()
	newKeyboard(t)
	s := &mapStage{Minimap: NewMinimap()}
	s.OnRange = func(span scene.Span) { s.brushed = append(s.brushed, span) }
	w := test.NewWindow(s.Minimap)
	t.Cleanup(w.Close)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(mapWidth, minimapHeight))
	domain := scene.DomainOf(set)
	whole := scene.MinimapView(domain, mapWidth)
	s.Update(MinimapState{
		Selection: set.Select(data.Filter{}), Domain: domain, Width: mapTimeline, Palette: palette.Light(),
		View: scene.Exactly(scene.Span{From: whole.Time(from * mapWidth), To: whole.Time(to * mapWidth)}, mapTimeline),
	})
	return s
}

func (s *mapStage) press(x float32, button desktop.MouseButton) {
	ev := &desktop.MouseEvent{Button: button}
	ev.Position = fyne.NewPos(x, 30)
	s.MouseDown(ev)
}

// drag presses at a place, moves by steps and lets go.
func (s *mapStage) drag(button desktop.MouseButton, from float32, to ...float32) {
	s.press(from, button)
	last := from
	for _, x := range to {
		s.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, 40)}, Dragged: fyne.NewDelta(x-last, 0)})
		last = x
	}
	ev := &desktop.MouseEvent{Button: button}
	ev.Position = fyne.NewPos(last, 40)
	s.MouseUp(ev)
	if len(to) > 0 {
		s.DragEnd()
	}
}

// said returns the last range as pixels of the minimap and forgets all.
func (s *mapStage) said() string {
	if len(s.brushed) == 0 {
		return ""
	}
	last := s.brushed[len(s.brushed)-1]
	s.brushed = nil
	return fmt.Sprintf("%.1f to %.1f", s.view().X(last.From), s.view().X(last.To))
}

// The brush is from 200 to 400.
func TestMinimap_Brush(t *testing.T) {
	for _, c := range []struct {
		name string
		from float32
		to   []float32
		want string
	}{
		{"a click beside moves it there", 600, nil, "500.0 to 700.0"},
		{"a click in it does nothing", 300, nil, ""},
		{"a click on its edge does nothing", 201, nil, ""},
		{"a shaky click beside", 600, []float32{602, 600}, "500.0 to 700.0"},
		{"drawn anew", 500, []float32{520, 650}, "500.0 to 650.0"},
		{"drawn anew, leftwards", 700, []float32{650, 600}, "600.0 to 700.0"},
		{"drawn anew, beyond the edge", 700, []float32{790, 950}, "700.0 to 800.0"},
		{"moved", 300, []float32{310, 350}, "250.0 to 450.0"},
		{"moved there and back", 300, []float32{350, 300}, "200.0 to 400.0"},
		{"left edge", 202, []float32{210, 252}, "250.0 to 400.0"},
		{"right edge", 396, []float32{420, 496}, "200.0 to 500.0"},
		{"left edge beyond the right one", 200, []float32{300, 450}, "400.0 to 450.0"},
		{"right edge beyond the left one", 400, []float32{300, 150}, "150.0 to 200.0"},
	} {
		s := newMapStage(t, parse(t, sparse), 0.25, 0.5)
		s.drag(desktop.MouseButtonPrimary, c.from, c.to...)
		if got := s.said(); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// A view of days in decades has a brush without a middle: it must still be
// possible to move it.
func TestMinimap_NarrowBrushMoves(t *testing.T) {
	for _, x := range []float32{397, 400, 403} {
		s := newMapStage(t, parse(t, sparse), 0.5, 0.5001)
		s.drag(desktop.MouseButtonPrimary, x, x+50, x+100)
		if got := s.said(); got != "500.0 to 500.1" {
			t.Errorf("pressed at %g: %q", x, got)
		}
	}
}

func TestMinimap_OtherButtonsDoNothing(t *testing.T) {
	s := newMapStage(t, parse(t, sparse), 0.25, 0.5)
	s.drag(desktop.MouseButtonPrimary, 300, 350)
	s.said()
	for _, button := range []desktop.MouseButton{desktop.MouseButtonSecondary, desktop.MouseButtonTertiary} {
		s.drag(button, 600)
		s.drag(button, 600, 650, 700)
		s.drag(button, 300, 350)
		if got := s.said(); got != "" {
			t.Errorf("button %d: %q", button, got)
		}
	}
}

func TestMinimap_Cursor(t *testing.T) {
	s := newMapStage(t, parse(t, sparse), 0.25, 0.5)
	for x, want := range map[float32]desktop.Cursor{
		10: desktop.CrosshairCursor, 193: desktop.CrosshairCursor, 195: desktop.HResizeCursor, 205: desktop.HResizeCursor,
		207: desktop.PointerCursor, 300: desktop.PointerCursor, 395: desktop.HResizeCursor, 500: desktop.CrosshairCursor,
	} {
		ev := &desktop.MouseEvent{}
		ev.Position = fyne.NewPos(x, 30)
		s.MouseMoved(ev)
		if got := s.Cursor(); got != want {
			t.Errorf("at %g cursor %v, want %v", x, got, want)
		}
	}
}

func TestMinimap_WithoutDataset(t *testing.T) {
	newKeyboard(t)
	s := &mapStage{Minimap: NewMinimap()}
	s.OnRange = func(span scene.Span) { s.brushed = append(s.brushed, span) }
	s.Resize(fyne.NewSize(mapWidth, minimapHeight))
	s.drag(desktop.MouseButtonPrimary, 100)
	s.drag(desktop.MouseButtonPrimary, 100, 200, 300)
	s.drag(desktop.MouseButtonPrimary, 0, 200)
	if got := s.said(); got != "" {
		t.Errorf("without a dataset: %q", got)
	}
	s.OnRange = nil
	s.drag(desktop.MouseButtonPrimary, 100)
}

// The blocks are a picture: in the lane's colour where the lane has an event,
// at the event's time, and nothing elsewhere.
func TestMinimap_Blocks(t *testing.T) {
	s := newMapStage(t, parse(t, sparse), 0.25, 0.5)
	r := test.WidgetRenderer(s.Minimap).(*minimapRenderer)
	set := s.state.Selection.Set
	for _, density := range []int{1, 2} {
		w, h := mapWidth*density, 50*density
		img := r.paint(w, h)
		if img.Bounds().Dx() != w || img.Bounds().Dy() != h {
			t.Fatalf("the picture has %v", img.Bounds())
		}
		for i := range set.Events.Len() {
			extent := scene.Extent(set, i, s.state.Domain)
			x := int(s.view().X((extent.From+extent.To)/2) * float64(density))
			lane := set.Events.Lanes(i)[0]
			y := int((float64(lane) + 0.5) * float64(h) / 2)
			want := s.state.Palette.Mark(set.Lanes[lane].Color)
			if got := img.At(x, y); got != color.Color(want) {
				t.Errorf("density %d: %s is %v at %d,%d, want %v", density, set.Events.ID(i), got, x, y, want)
			}
			if got := img.At(x, h/2*(1-lane)+h/4); lane == 1 && got != color.Color(color.NRGBA{}) {
				t.Errorf("density %d: above %s there is %v", density, set.Events.ID(i), got)
			}
		}
		if got := img.At(w-5, h/2); got != color.Color(color.NRGBA{}) {
			t.Errorf("density %d: at the end, where nothing is, there is %v", density, got)
		}
	}
}

// What moves while one pans is the brush, not the picture.
func TestMinimap_PaintsOnlyWhatChanges(t *testing.T) {
	s := newMapStage(t, parse(t, sparse), 0.25, 0.5)
	r := test.WidgetRenderer(s.Minimap).(*minimapRenderer)
	painted := r.painted
	state := s.state
	state.View = state.View.Pan(100, 0)
	s.Update(state)
	if r.painted != painted {
		t.Error("panning paints the blocks anew")
	}
	if math.Abs(s.drawn.From-(200+100*200/mapTimeline)) > 1e-6 {
		t.Errorf("the brush begins at %g", s.drawn.From)
	}
	state.Palette = palette.Dark()
	s.Update(state)
	if r.painted == painted {
		t.Error("another theme does not paint the blocks anew")
	}
}
