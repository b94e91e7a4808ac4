package widgets

import (
	"image"
	"image/color"
	"math"
	"slices"

	"fyne.io/fyne/v2/canvas"

	"dateline/widgets/palette"
	"dateline/widgets/scene"
)

// Opacities of profiles. They are painted as what they give on the lanes: opaque
// pixels are painted several times as fast.
const (
	densityOpacity = 0.55
	restOpacity    = 0.16
)

// strip is the picture of one dense lane's rows, without the letters. It is no
// larger than it must be: pixels cost as much as objects do.
type strip struct {
	r       *timelineRenderer
	raster  *canvas.Raster
	picture picture
	lane    int // index in Set.Lanes
	area    box // of the timeline
}

// denseLanes adds the pictures of the dense lanes in view.
func (r *timelineRenderer) denseLanes(w, h float64) {
	used := 0
	for _, lane := range r.t.scene.Lanes {
		top := lane.Y + r.t.metrics.LaneHeader
		area := box{0, math.Max(top, r.t.metrics.Axis), w, math.Min(top+lane.Rows, h)}
		if !lane.Dense || area.y1-area.y0 < 1 {
			continue
		}
		if used == len(r.strips) {
			s := &strip{r: r}
			s.raster = canvas.NewRaster(s.paint)
			r.strips = append(r.strips, s)
		}
		s := r.strips[used]
		used++
		s.lane, s.area = lane.Lane, area
		s.raster.Resize(area.size())
		s.raster.Move(area.position())
		s.raster.Refresh()
		r.objects = append(r.objects, s.raster)
	}
}

// paint is called by the toolkit for so many device pixels.
func (s *strip) paint(w, h int) image.Image {
	r := s.r
	s.picture.begin(w, h, float64(w)/math.Max(s.area.x1-s.area.x0, 1))
	s.picture.cover(s.picture.img.Rect, r.t.state.Palette.Surface)
	if r.t.scene == nil {
		return s.picture.img
	}
	r.ground(s.area, func(b box, c color.NRGBA) {
		s.picture.fill(s.within(b), c)
	})
	for i := range r.t.scene.Marks {
		if mark := &r.t.scene.Marks[i]; mark.Dense && mark.Lane == s.lane {
			s.mark(mark)
		}
	}
	s.picture.fill(s.within(box{0, s.area.y0, 4, s.area.y1}), r.color(s.lane)) // over profiles, which begin beyond it
	return s.picture.img
}

// within returns a box of the timeline in the strip.
func (s *strip) within(b box) box {
	return box{b.x0, b.y0 - s.area.y0, b.x1, b.y1 - s.area.y0}
}

func (s *strip) mark(mark *scene.Mark) {
	p, c := s.r.t.state.Palette, s.r.markColor(mark)
	if mark.Found > 0 && mark.Profile == nil {
		s.picture.pill(s.within(foundPill(mark, s.r.t.metrics)), palette.Fade(p.Found, foundOpacity))
	}
	edges := s.within(box{mark.X0, mark.Y - mark.Height/2, mark.X1, mark.Y + mark.Height/2})
	switch mark.Kind {
	case scene.Density:
		s.profile(mark, mark.Profile, s.opaque(mark, s.r.color(mark.Lane), densityOpacity))
		s.profile(mark, mark.Hits, s.opaque(mark, p.Found, 1))
	case scene.Rest:
		s.profile(mark, mark.Profile, s.opaque(mark, s.r.color(mark.Lane), restOpacity))
		s.profile(mark, mark.Hits, s.opaque(mark, p.Found, foundOpacity))
	case scene.Marker:
		shape := scene.ShapeOf(s.r.t.state.Selection.Set.Lanes[mark.Lane].Marker)
		s.picture.marker(shape, lookOf(mark.Status), (mark.X0+mark.X1)/2, mark.Y-s.area.y0, mark.Height, c)
	case scene.Cluster:
		s.picture.pill(edges, c)
	case scene.Bar:
		s.bar(mark, edges, c)
	}
}

// opaque returns what a colour gives on the lanes at an opacity, in a profile.
func (s *strip) opaque(mark *scene.Mark, c color.NRGBA, opacity float64) color.NRGBA {
	if mark.Dim {
		opacity *= dimmed
	}
	return palette.Over(c, opacity, s.r.t.state.Palette.Surface)
}

func (s *strip) bar(mark *scene.Mark, edges box, c color.NRGBA) {
	if lookOf(mark.Status) != filled {
		form, left := s.r.barForm(mark)
		s.picture.bar(&form, math.Round(left), edges.y0, false)
		return
	}
	strength := s.r.strength(mark, tint)
	for _, part := range mark.Segments {
		edges.x0, edges.x1 = part.X0, part.X1
		if part.A0 == part.A1 {
			s.picture.fill(edges, palette.Fade(c, part.A0*strength))
		} else {
			s.picture.ramp(edges, c, part.A0*strength, part.A1*strength)
		}
	}
}

// profile paints a profile's steps, standing on a line.
func (s *strip) profile(mark *scene.Mark, shares []float32, c color.NRGBA) {
	step := (mark.X1 - mark.X0) / float64(len(mark.Profile))
	bottom := mark.Y + mark.Height/2
	for i, share := range shares {
		if share > 0 {
			x := mark.X0 + float64(i)*step
			high := math.Max(float64(share)*(mark.Height-2), 2)
			s.picture.fill(s.within(box{x, bottom - high, x + step, bottom}), c)
		}
	}
}

// foundOpacity is that of what lies behind a mark that a search has found.
const foundOpacity = 0.25

// foundPill returns the place behind a mark and its label.
func foundPill(mark *scene.Mark, m *scene.Metrics) box {
	x0, x1 := mark.X0, mark.X1
	if l := mark.Label; l.Text != "" {
		x0, x1 = math.Min(x0, l.X), math.Max(x1, l.X+l.Width)
	}
	return box{x0 - 5, mark.Y - m.Row/2 + 1, x1 + 6, mark.Y + m.Row/2 - 1}
}

// mostLabels is how many labels of dense lanes are written: each is an object.
// Only in a very large window there are more.
const mostLabels = 80

// labelLimit returns the largest draw of an event whose label is written. Which
// labels are left out hangs on the events, so that panning changes few of them.
func (r *timelineRenderer) labelLimit() uint32 {
	r.draws = r.draws[:0]
	for i := range r.t.scene.Marks {
		if mark := &r.t.scene.Marks[i]; mark.Dense && mark.Label.Text != "" {
			r.draws = append(r.draws, drawOf(mark))
		}
	}
	if len(r.draws) <= mostLabels {
		return math.MaxUint32
	}
	slices.Sort(r.draws)
	return r.draws[mostLabels-1]
}

// drawOf returns a mark's number in a draw of lots: always the same for the same
// event, and far from its neighbour's.
func drawOf(mark *scene.Mark) uint32 { return uint32(mark.Events.First()) * 2654435761 }
