package widgets

import (
	"image/color"
	"math"

	"dateline/widgets/palette"
	"dateline/widgets/scene"
)

// markColor returns the colour that a mark is painted in.
func (r *timelineRenderer) markColor(mark *scene.Mark) color.NRGBA {
	c := r.color(mark.Lane)
	if mark.Dim {
		return palette.Fade(c, dimmed)
	}
	return c
}

// labelColor returns the colour of a mark's label.
func (r *timelineRenderer) labelColor(mark *scene.Mark) color.NRGBA {
	if mark.Dim {
		return palette.Fade(r.t.state.Palette.Muted, dimText)
	}
	return r.t.state.Palette.Text
}

// glyph draws a mark without its label.
func (r *timelineRenderer) glyph(mark *scene.Mark) {
	switch mark.Kind {
	case scene.Density, scene.Rest: // are in the picture
	case scene.Marker:
		r.marker(mark)
	case scene.Cluster:
		edges := box{mark.X0, mark.Y - mark.Height/2, mark.X1, mark.Y + mark.Height/2}
		r.rect(edges, r.markColor(mark), float32(mark.Height/2), outline{})
		r.count(mark)
	case scene.Bar:
		r.bar(mark)
	}
}

// marker draws a single event's marker.
func (r *timelineRenderer) marker(mark *scene.Mark) {
	c := r.markColor(mark)
	shape := scene.ShapeOf(r.t.state.Selection.Set.Lanes[mark.Lane].Marker)
	x, l := (mark.X0+mark.X1)/2, lookOf(mark.Status)
	if l == filled {
		r.shape(shape, x, mark.Y, mark.Height, c)
		return
	}
	r.objects = append(r.objects, r.rasters.marker(markerLook{shape, l, mark.Height, c}, x, mark.Y))
}

// bar draws a stretch of time.
func (r *timelineRenderer) bar(mark *scene.Mark) {
	if lookOf(mark.Status) != filled {
		r.lookBar(mark)
		return
	}
	c, strength := r.markColor(mark), r.strength(mark, tint)
	y0, y1 := mark.Y-mark.Height/2, mark.Y+mark.Height/2
	for _, s := range mark.Segments {
		edges := box{math.Round(s.X0), y0, math.Round(s.X1), y1} // whole pixels: no seams
		if s.A0 != s.A1 {
			r.fade(edges, palette.Fade(c, s.A0*strength), palette.Fade(c, s.A1*strength))
			continue
		}
		radius := float32(0)
		if len(mark.Segments) == 1 {
			radius = float32(math.Min(barRadius, (edges.x1-edges.x0)/2))
		}
		r.rect(edges, palette.Fade(c, s.A0*strength), radius, outline{})
	}
}

// lookBar draws a bar of another look than filled.
func (r *timelineRenderer) lookBar(mark *scene.Mark) {
	form, x0 := r.barForm(mark)
	form.round = len(mark.Segments) == 1 && form.look != dashed // a dash is on each corner
	r.objects = append(r.objects, r.rasters.bar(mark.Events.First(), &form, x0, mark.Y-mark.Height/2))
}

// strength returns the opacity of what is behind a bar's own label, the one that is
// wanted where text can be read on it; without a label in the bar it is 1.
func (r *timelineRenderer) strength(mark *scene.Mark, wanted float64) float64 {
	if mark.Label.Side != scene.Inside {
		return 1
	}
	return r.rasters.readable(&r.t.state.Palette, r.color(mark.Lane), wanted)
}

// barGrid is the distance in pixels of lines that move with the view. An end of a
// bar that is out of view is drawn at the next of them, and not where the scene
// cuts it: so the bar keeps its picture while the view is panned from one line to
// the next.
const barGrid = 20 * barDash

// possible is the opacity that a scene gives bars of which it is not said that they
// lasted. What is in view of another one may be as faint, but is no part of it that
// does not fade.
const possible = 0.72

// barForm returns what a bar looks like and its left end.
func (r *timelineRenderer) barForm(mark *scene.Mark) (form barForm, x0 float64) {
	form = barForm{
		look: lookOf(mark.Status), color: r.markColor(mark), height: mark.Height,
		level: 1, fill: faint,
		openLeft: mark.X0 < 0, openRight: mark.X1 > r.t.scene.Size.W,
	}
	form.count = copy(form.parts[:], mark.Segments)
	if form.look == halved {
		form.fill = r.strength(mark, tint)
	}
	if form.most() <= possible+near {
		form.level = possible
	}
	form.line = math.Min(r.strength(mark, 1)/form.level, 1) // as strong as the label allows
	form.strike = math.Min(r.strength(mark, strikeTint)/form.level, 1)
	x0, x1 := mark.X0, mark.X1
	if origin := r.t.state.View.X(0); form.openLeft {
		x0 = origin + math.Floor((x0-origin)/barGrid)*barGrid
	} else if form.openRight {
		x1 = origin + math.Ceil((x1-origin)/barGrid)*barGrid
	}
	if form.openLeft && form.openRight { // of one length, so that both ends change at once
		x1 = x0 + (math.Ceil((mark.X1-mark.X0)/barGrid)+1)*barGrid
	}
	form.reach(x0, x1)
	return form, x0
}
