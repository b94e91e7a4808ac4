package widgets

import (
	"image"
	"image/color"
	"math"
	"slices"

	"dateline/widgets/palette"
	"dateline/widgets/scene"
)

// Opacities of profiles. They are painted as what they give on the lanes: opaque
// pixels are painted several times as fast.
const (
	densityOpacity = 0.55
	restOpacity    = 0.16
)

// paintDense is the picture of the lanes with what dense ones show, without the
// letters. It hides what is behind it, so that nothing needs to be there.
func (r *timelineRenderer) paintDense(w, h int) image.Image {
	t := r.t
	r.picture.begin(w, h, float64(w)/math.Max(float64(t.Size().Width), 1))
	if t.scene == nil {
		return r.picture.img
	}
	top := t.metrics.Axis
	r.picture.cover(r.picture.img.Rect, t.state.Palette.Lane)
	r.ground(box{0, top, float64(t.Size().Width), float64(t.Size().Height)}, func(b box, c color.NRGBA) {
		r.picture.fill(box{b.x0, b.y0 - top, b.x1, b.y1 - top}, c)
	})
	for i := range t.scene.Marks {
		if mark := &t.scene.Marks[i]; mark.Dense {
			r.paintMark(mark)
		}
	}
	return r.picture.img
}

func (r *timelineRenderer) paintMark(mark *scene.Mark) {
	c := r.color(mark.Lane)
	top := r.t.metrics.Axis // the picture begins below it
	if mark.Found > 0 && mark.Profile == nil {
		pill := foundPill(mark, r.t.metrics)
		r.picture.pill(box{pill.x0, pill.y0 - top, pill.x1, pill.y1 - top}, palette.Fade(r.t.state.Palette.Found, foundOpacity))
	}
	y0, y1 := mark.Y-mark.Height/2-top, mark.Y+mark.Height/2-top
	switch mark.Kind {
	case scene.Density:
		r.profile(mark, mark.Profile, y1, palette.Over(c, densityOpacity, r.t.state.Palette.Lane))
		r.profile(mark, mark.Hits, y1, r.t.state.Palette.Found)
	case scene.Rest:
		r.profile(mark, mark.Profile, y1, palette.Over(c, restOpacity, r.t.state.Palette.Lane))
	case scene.Marker:
		shape := scene.ShapeOf(r.t.state.Selection.Set.Lanes[mark.Lane].Marker)
		r.picture.marker(shape, (mark.X0+mark.X1)/2, mark.Y-top, mark.Height, c)
	case scene.Cluster:
		r.picture.pill(box{mark.X0, y0, mark.X1, y1}, c)
	case scene.Bar:
		strength := 1.0
		if mark.Label.Side == scene.Inside {
			strength = tint
		}
		for _, s := range mark.Segments {
			edges := box{s.X0, y0, s.X1, y1}
			if s.A0 == s.A1 {
				r.picture.fill(edges, palette.Fade(c, s.A0*strength))
			} else {
				r.picture.ramp(edges, c, s.A0*strength, s.A1*strength)
			}
		}
	}
}

// profile paints a profile's steps, standing on a line.
func (r *timelineRenderer) profile(mark *scene.Mark, shares []float32, bottom float64, c color.NRGBA) {
	step := (mark.X1 - mark.X0) / float64(len(mark.Profile))
	for i, share := range shares {
		if share > 0 {
			x := mark.X0 + float64(i)*step
			high := math.Max(float64(share)*(mark.Height-2), 2)
			r.picture.fill(box{x, bottom - high, x + step, bottom}, c)
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
