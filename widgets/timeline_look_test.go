package widgets

import (
	"image"
	"image/color"
	"math"
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

func TestLookOf(t *testing.T) {
	seen := map[look]data.Status{}
	for _, status := range data.Statuses {
		l := lookOf(status)
		if other, ok := seen[l]; ok {
			t.Errorf("%s looks like %s", status, other)
		}
		seen[l] = status
	}
	if lookOf("") != lookOf(data.Established) {
		t.Error("no status looks as if there were one")
	}
}

// paints returns what marks are painted with when all are dim or none is: their
// objects, and the picture of the first dense lane where there is one.
func paints(t *testing.T, set *data.Set, p palette.Palette, v scene.View, dim bool) ([]fyne.CanvasObject, *strip) {
	t.Helper()
	line := NewTimeline()
	line.Resize(fyne.NewSize(1000, 700))
	line.Update(TimelineState{
		Selection: set.Select(data.Filter{}), Domain: scene.DomainOf(set), View: v, Selected: -1, Palette: p,
	})
	r := test.WidgetRenderer(line).(*timelineRenderer)
	for i := range line.scene.Marks {
		line.scene.Marks[i].Dim = dim
	}
	r.begin()
	r.denseLanes(1000, 700)
	r.marks()
	if len(r.strips) == 0 {
		return slices.Clone(r.objects), nil
	}
	return slices.Clone(r.objects), r.strips[0]
}

// opacityOf returns how opaque an object is where it is most so, from 0 to 255.
func opacityOf(t *testing.T, o fyne.CanvasObject) (opacity int) {
	t.Helper()
	of := func(c color.Color) int { return int(color.NRGBAModel.Convert(c).(color.NRGBA).A) }
	switch o := o.(type) {
	case *canvas.Rectangle:
		return of(o.FillColor)
	case *canvas.Circle:
		return of(o.FillColor)
	case *canvas.Polygon:
		return of(o.FillColor)
	case *canvas.LinearGradient:
		return max(of(o.StartColor), of(o.EndColor))
	case *canvas.Text:
		return of(o.Color)
	case *canvas.Raster:
		img := o.Generator(int(o.Size().Width), int(o.Size().Height))
		for y := range img.Bounds().Dy() {
			for x := range img.Bounds().Dx() {
				opacity = max(opacity, of(img.At(x, y)))
			}
		}
		return opacity
	}
	t.Fatalf("a mark is painted with a %T", o)
	return 0
}

// Where there is a chain, marks that are not in it are at three tenths of what they
// are otherwise, and their labels are muted.
func TestTimeline_Dim(t *testing.T) {
	newKeyboard(t)
	for _, p := range []palette.Palette{palette.Light(), palette.Dark()} {
		for _, set := range []*data.Set{atar(t), attested(t, data.Established), attested(t, data.False)} {
			v := scene.Fit(scene.DomainOf(set), 1000)
			bright, _ := paints(t, set, p, v, false)
			dim, _ := paints(t, set, p, v, true)
			if len(bright) != len(dim) || len(dim) < 20 {
				t.Fatalf("%d objects, dim %d", len(bright), len(dim))
			}
			for i := range dim {
				if text, ok := dim[i].(*canvas.Text); ok {
					if c := text.Color.(color.NRGBA); palette.Fade(c, 255/float64(c.A)) != p.Muted {
						t.Errorf("%q has the colour %v", text.Text, c)
					}
					continue
				}
				share := float64(opacityOf(t, dim[i])) / float64(opacityOf(t, bright[i]))
				if math.Abs(share-dimmed) > 0.03 {
					t.Errorf("%T is dimmed to %.2f", dim[i], share)
				}
			}
		}
	}
}

// In a dense lane, what is dim is nearer to the lane's ground, profiles too.
func TestTimeline_DimDense(t *testing.T) {
	newKeyboard(t)
	set := stock.Made(t, 20_000)
	p := palette.Light()
	for _, closer := range []float64{1, 30} { // profiles, and single events
		v := scene.Fit(scene.DomainOf(set), 1000).ZoomAt(500, closer)
		_, s := paints(t, set, p, v, false)
		painted := func() []uint8 {
			return slices.Clone(s.paint(int(s.area.x1-s.area.x0), int(s.area.y1-s.area.y0)).(*image.RGBA).Pix)
		}
		bright := painted()
		for i := range s.r.t.scene.Marks {
			s.r.t.scene.Marks[i].Dim = true
		}
		dim := painted()
		bytes, sum := 0, 0.0
		for i := range dim {
			before, after := 255-float64(bright[i]), 255-float64(dim[i])
			if i%4 == 3 || before < 60 || i%(4*1000) < 16 { // no colour, no mark, the lane's own colour at the left
				continue
			}
			bytes++
			sum += after / before
			if after > 0.4*before+30 { // 30: a line of the axis behind it
				t.Fatalf("closer by %g: at byte %d %.0f became %.0f", closer, i, before, after)
			}
		}
		if mean := sum / float64(bytes); bytes < 5000 || math.Abs(mean-dimmed) > 0.03 {
			t.Errorf("closer by %g: %d bytes are dimmed to %.2f", closer, bytes, mean)
		}
	}
}

// A selected mark keeps its look, and its label is to be read though the mark is dim.
func TestTimeline_SelectedAndDim(t *testing.T) {
	s := newStage(t, attested(t, data.Reported))
	s.state.Selected = 0
	r := newTimelineRenderer(s.Timeline)
	r.draw()
	mark := s.markOf(t, s.state.Selection.Set.Events.ID(0))
	mark.Dim = true
	r.begin()
	r.selected(mark)
	kinds := map[string]int{}
	for _, o := range r.objects {
		switch o := o.(type) {
		case *canvas.Raster:
			kinds["look"]++
		case *canvas.Text:
			kinds["label"]++
			if o.Color != s.state.Palette.Text {
				t.Errorf("the label has the colour %v", o.Color)
			}
		}
	}
	if kinds["look"] != 1 || kinds["label"] != 1 {
		t.Errorf("a selected mark is drawn with %v", kinds)
	}
}

// In a dense lane too, a mark has the look of its status.
func TestTimeline_LooksInDenseLanes(t *testing.T) {
	newKeyboard(t)
	set := stock.Made(t, 20_000)
	p := palette.Light()
	v := scene.Fit(scene.DomainOf(set), 1000).ZoomAt(500, 30)
	line := NewTimeline()
	line.Resize(fyne.NewSize(1000, 700))
	line.Update(TimelineState{
		Selection: set.Select(data.Filter{}), Domain: scene.DomainOf(set), View: v, Selected: -1, Palette: p,
	})
	r := test.WidgetRenderer(line).(*timelineRenderer)
	seen := map[look]int{}
	for i := range line.scene.Marks {
		mark := &line.scene.Marks[i]
		if mark.Kind != scene.Marker || mark.X0 < 10 || mark.X1 > 990 {
			continue
		}
		c := r.color(mark.Lane)
		var strip strip
		strip.r, strip.area = r, box{0, mark.Y - 20, 1000, mark.Y + 20}
		strip.picture.begin(4000, 160, 4)
		strip.picture.clear()
		strip.mark(mark)
		left, middle := inked(&strip, mark, -1.3), inked(&strip, mark, 0.8)
		l := lookOf(mark.Status)
		seen[l]++
		want := map[look][2]float64{filled: {1, 1}, outlined: {faint, faint}, halved: {1, 0}, struck: {0, 1}}[l]
		if math.Abs(left-want[0]) > 0.02 || math.Abs(middle-want[1]) > 0.02 {
			t.Errorf("%s in %v: %.2f left of the middle, %.2f right of it, want %v", mark.Status, c, left, middle, want)
		}
	}
	if len(seen) < 4 {
		t.Errorf("only the looks %v", seen)
	}
}

// inked returns how opaque a mark is so many pixels right of its middle and a bit
// above it, where it is struck through.
func inked(s *strip, mark *scene.Mark, right float64) float64 {
	x, y := (mark.X0+mark.X1)/2+right, mark.Y-s.area.y0-0.6
	return float64(s.picture.img.RGBAAt(int(4*x), int(4*y)).A) / 255
}

// Where a chain is shown, its events stand out.
func TestTimeline_Chain(t *testing.T) {
	s := newStage(t, attested(t, data.Alleged))
	s.state.Chain = []int{2, 5}
	s.Refresh()
	bright, muted := 0, 0
	for _, o := range s.drawn() {
		text, ok := o.(*canvas.Text)
		if !ok || text.Text != "A title" {
			continue
		}
		if text.Color == s.state.Palette.Text {
			bright++
		} else {
			muted++
		}
	}
	if all := len(shapesShown) * len(kindsShown); bright != 2 || muted != all-2 {
		t.Errorf("%d labels stand out and %d are muted", bright, muted)
	}
}
