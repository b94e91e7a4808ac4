package scene

import "math"

// beyond is how far outside the view a bar's edge may lie before it is cut.
const beyond = 16

// thick is the height of a cluster, and of a bar that has its label inside, in
// row heights.
const thick = 0.76

// placer turns the items of one lane into marks of one view.
type placer struct {
	in    *Input
	b     *Builder
	lane  *laneLayout
	y     float64 // top of the first row
	above int     // rows of the lane above it
	dense bool    // the lane is one of many events
}

// glyph returns an item's edges in the view.
func (p *placer) glyph(i int) (x0, x1 float64, marker bool) {
	from, to, marker := p.lane.items[i].glyph(p.in.View.Scale, p.in.Metrics)
	return from.in(p.in.View), to.in(p.in.View), marker
}

func (p *placer) rowY(row int) float64 { return p.y + (float64(row)+0.5)*p.in.Metrics.Row }

// addItems adds the items that are in view as marks.
func (p *placer) addItems() {
	for i := range p.lane.items {
		p.addItem(i)
	}
}

// addItem adds an item as a mark, unless it is outside the view, and reports
// whether it is in it.
func (p *placer) addItem(i int) bool {
	it, m := &p.lane.items[i], p.in.Metrics
	x0, x1, marker := p.glyph(i)
	y := p.rowY(it.row)
	if x1 <= 0 || x0 >= p.in.Size.W || y+m.Row/2 <= m.Axis || y-m.Row/2 >= p.in.Size.H {
		return false
	}
	mark := Mark{
		Kind: Bar, Lane: p.lane.lane, Events: it.members(), Row: p.above + it.row, Dense: p.dense,
		X0: math.Max(x0, -beyond), X1: math.Min(x1, p.in.Size.W+beyond), Y: y, Height: m.Bar,
	}
	switch {
	case it.cluster:
		mark.Kind, mark.Height = Cluster, m.Row*thick
	case marker:
		mark.Kind, mark.Height = Marker, m.Mark
	default:
		mark.Segments = p.segments(it, x0, x1)
	}
	if it.side == Inside {
		mark.Height = m.Row * thick
	}
	mark.Label = p.placeLabel(i, x0, x1)
	if mark.Label.Text != "" {
		mark.Label.Y = y
	}
	p.b.put(mark)
	return true
}

// segments returns what is to be seen of a bar.
func (p *placer) segments(it *item, x0, x1 float64) []Segment {
	all := p.b.segments
	from := len(all)
	all = it.times.segments(all, x0, x1, p.in.View.Scale, p.in.Metrics)
	seen := clip(all[from:], -beyond, p.in.Size.W+beyond)
	p.b.segments = all[:from+len(seen)]
	return seen[:len(seen):len(seen)]
}
