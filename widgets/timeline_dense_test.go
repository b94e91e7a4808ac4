package widgets

import (
	"fmt"
	"image"
	"image/color"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"dateline/data"
	"dateline/data/sample/stock"
	"dateline/widgets/palette"
	"dateline/widgets/scene"
)

// mostObjects is how many canvas objects a timeline may have: each costs the
// toolkit more than its pixels do.
const mostObjects = 250

// However many events there are and however close they are looked at, the
// timeline is made of few objects.
func TestTimeline_FewObjects(t *testing.T) {
	newKeyboard(t)
	set := stock.Made(t, 20_000)
	all := set.Select(data.Filter{})
	line := NewTimeline()
	domain := scene.DomainOf(set)
	most := 0
	for _, size := range []fyne.Size{{Width: 840, Height: 560}, {Width: 1124, Height: 720}, {Width: 2040, Height: 1260}} {
		line.Resize(size)
		view := scene.Fit(domain, float64(size.Width))
		for range 90 {
			line.Update(TimelineState{Selection: all, Domain: domain, View: view, Selected: -1, Palette: palette.Light()})
			objects := test.WidgetRenderer(line).Objects()
			if most = max(most, len(objects)); len(objects) > mostObjects {
				t.Fatalf("%d objects at %v, %g seconds a pixel", len(objects), size, view.Scale)
			}
			view = view.ZoomWithin(domain, float64(size.Width), float64(size.Width)*0.55, 1.2)
		}
	}
	if most < 50 {
		t.Errorf("only %d objects at most", most)
	}
	t.Log("at most", most)
}

// A dense lane is painted: where a mark is there is colour, and nothing beside
// it. What a search has found stands out.
func TestTimeline_PaintsDense(t *testing.T) {
	newKeyboard(t)
	set := stock.Made(t, 20_000)
	all := set.Select(data.Filter{})
	every := make([]uint64, set.Events.Len()/64+1)
	for i := range every {
		every[i] = ^uint64(0)
	}
	for name, found := range map[string]*data.Selection{"no search": nil, "all found": all.Narrow(every)} {
		line := NewTimeline()
		line.Resize(fyne.NewSize(1000, 700))
		domain := scene.DomainOf(set)
		p := palette.Light()
		line.Update(TimelineState{
			Selection: all, Domain: domain, View: scene.Fit(domain, 1000), Selected: -1, Palette: p, Found: found,
		})
		r := test.WidgetRenderer(line).(*timelineRenderer)
		kinds := map[scene.Kind]int{}
		for i, strip := range r.strips {
			strip.checkPainted(t, name, line, kinds)
			if lane := line.scene.Lanes[i]; strip.lane != lane.Lane {
				t.Errorf("%s: the picture of lane %d shows %d", name, lane.Lane, strip.lane)
			}
		}
		if kinds[scene.Density] == 0 || kinds[scene.Bar] == 0 {
			t.Errorf("%s: not what is meant: %v", name, kinds)
		}
	}
}

// checkPainted wants a lane's marks in its picture, on a screen with two pixels
// a pixel, and the lane's colour at its left.
func (s *strip) checkPainted(t *testing.T, name string, line *Timeline, kinds map[scene.Kind]int) {
	t.Helper()
	p, set := line.state.Palette, line.state.Selection.Set
	img := s.paint(2*int(s.area.x1-s.area.x0), 2*int(s.area.y1-s.area.y0))
	if got := img.At(1, 1); got != color.RGBA(p.Mark(set.Lanes[s.lane].Color)) {
		t.Errorf("%s: at the left there is %v", name, got)
	}
	for i := range line.scene.Marks {
		mark := &line.scene.Marks[i]
		x, y := pixelOf(mark)
		if mark.Lane != s.lane || x < 0 || x >= 1000 || y < s.area.y0 || y >= s.area.y1 {
			continue
		}
		kinds[mark.Kind]++
		if mark.Status == data.Alleged { // there is nothing in its middle, at most a dash around it
			top := y - mark.Height/2
			x, y = s.dashNear(img, box{max(mark.X0, 4), top, min(mark.X1, 1000), top + lineWidth}, p)
		}
		got := color.NRGBAModel.Convert(img.At(int(2*x), int(2*(y-s.area.y0)))).(color.NRGBA)
		if got == p.Surface || got == p.Grid {
			t.Errorf("%s: nothing is painted for mark %+v", name, mark)
		}
		if mark.Kind == scene.Density && line.state.Found != nil && got != p.Found {
			t.Errorf("%s: found density is painted %v", name, got)
		}
	}
}

// dashNear returns a place in a box where something is painted, on a screen with two
// pixels a pixel.
func (s *strip) dashNear(img image.Image, b box, p palette.Palette) (x, y float64) {
	for x = b.x0; x < b.x1; x += 0.5 {
		for y = b.y0; y < b.y1; y += 0.5 {
			if c := img.At(int(2*x), int(2*(y-s.area.y0))); c != color.RGBA(p.Surface) && c != color.RGBA(p.Grid) {
				return x, y
			}
		}
	}
	return b.x0, b.y0
}

// pixelOf returns a place where a mark is to be seen: in its middle, of a
// profile at the foot of its highest step.
func pixelOf(mark *scene.Mark) (x, y float64) {
	if mark.Profile == nil {
		return (mark.X0 + mark.X1) / 2, mark.Y
	}
	highest := 0
	for i, share := range mark.Profile {
		if share > mark.Profile[highest] {
			highest = i
		}
	}
	step := (mark.X1 - mark.X0) / float64(len(mark.Profile))
	return mark.X0 + (float64(highest)+0.5)*step, mark.Y + mark.Height/2 - 1
}

// What stands at a place in a profile is told under the pointer, and a click on
// it opens it.
func TestTimeline_DensityUnderThePointer(t *testing.T) {
	s := newStage(t, stock.Made(t, 20_000))
	var mark *scene.Mark
	for i := range s.scene.Marks {
		if s.scene.Marks[i].Kind == scene.Density {
			mark = &s.scene.Marks[i]
			break
		}
	}
	if mark == nil {
		t.Fatal("there is no density")
	}
	x, y := pixelOf(mark)
	of := mark.Events.Len()
	at := fyne.NewPos(float32(x), float32(y))
	hoverAt(s, at)
	told := textsOf(s.drawn())
	if want := fmt.Sprintf("%d events", of); !slices.Contains(told, want) {
		t.Errorf("the tooltip does not say %q: %q", want, told)
	}
	click(s, at)
	if got, want := s.said(), fmt.Sprintf("cluster of %d at %g", of, x); got[:12] != want[:12] {
		t.Errorf("a click says %q, want %q", got, want)
	}
}

// The pictures are as wide as the widget, one for each dense lane.
func TestTimeline_Pictures(t *testing.T) {
	s := newStage(t, stock.Made(t, 20_000))
	pictures := picturesOf(s.drawn())
	for _, picture := range pictures {
		if picture.Size().Width != s.Size().Width {
			t.Errorf("a picture is %v", picture.Size())
		}
	}
	if len(pictures) < 3 || len(pictures) > len(s.scene.Lanes) {
		t.Errorf("%d pictures of %d lanes", len(pictures), len(s.scene.Lanes))
	}
	if s = newStage(t, parse(t, sparse)); len(picturesOf(s.drawn())) != 0 {
		t.Error("a sparse dataset has a picture of dense lanes")
	}
}

func picturesOf(objects []fyne.CanvasObject) (pictures []*canvas.Raster) {
	for _, o := range objects {
		if raster, ok := o.(*canvas.Raster); ok {
			pictures = append(pictures, raster)
		}
	}
	return pictures
}
