package scene

import "math"

// beyond is how far outside the view a bar's edge may lie before it is cut.
const beyond = 16

// thick is the height of a cluster, and of a bar that has its label inside, in
// row heights.
const thick = 0.76

// placer turns the items of one lane into marks of one view.
type placer struct {
	in    Input
	lane  *laneLayout
	y     float64 // top of the first row
	first int     // of the lane's marks in the scene
}

// glyph returns an item's edges in the view.
func (p *placer) glyph(i int) (x0, x1 float64, marker bool) {
	from, to, marker := p.lane.items[i].glyph(p.in.View.Scale, p.in.Metrics)
	return from.in(p.in.View), to.in(p.in.View), marker
}

func (p *placer) rowY(row int) float64 { return p.y + (float64(row)+0.5)*p.in.Metrics.Row }

// mark returns an item as a mark, or false where it is outside the view.
func (p *placer) mark(i int) (Mark, bool) {
	it, m := &p.lane.items[i], p.in.Metrics
	x0, x1, marker := p.glyph(i)
	y := p.rowY(it.row)
	if x1 <= 0 || x0 >= p.in.Size.W || y+m.Row/2 <= m.Axis || y-m.Row/2 >= p.in.Size.H {
		return Mark{}, false
	}
	mark := Mark{
		Kind: Bar, Lane: p.lane.lane, Events: it.events, Row: it.row,
		X0: math.Max(x0, -beyond), X1: math.Min(x1, p.in.Size.W+beyond), Y: y, Height: m.Bar,
	}
	switch {
	case it.cluster:
		mark.Kind, mark.Height = Cluster, m.Row*thick
	case marker:
		mark.Kind, mark.Height = Marker, m.Mark
	default:
		mark.Segments = clip(it.times.segments(x0, x1, p.in.View.Scale, m), -beyond, p.in.Size.W+beyond)
	}
	if it.side == Inside {
		mark.Height = m.Row * thick
	}
	mark.Label = p.placeLabel(i, x0, x1)
	if mark.Label.Text != "" {
		mark.Label.Y = y
	}
	return mark, true
}
