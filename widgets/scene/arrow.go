package scene

import (
	"cmp"
	"math"
	"slices"

	"dateline/data"
	"dateline/data/evidence"
)

// Arrow is a link between two events as a curve, a cubic one of Bézier's, from
// the event that has the link to the one it goes to.
type Arrow struct {
	From, To int // events
	Kind     data.LinkKind
	Curve    [4]Point
	Words    Label // the time between, Text "" where there is no room
}

// At returns the point of the curve at t from 0 to 1.
func (a *Arrow) At(t float64) Point {
	u := 1 - t
	w := [4]float64{u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t}
	var p Point
	for i, c := range a.Curve {
		p.X += w[i] * c.X
		p.Y += w[i] * c.Y
	}
	return p
}

// mostArrows is how many links are drawn; the others are in the panel's list.
const mostArrows = 24

// addArrows adds the links of the selected event, or of the whole chain where
// one is shown.
func (b *Builder) addArrows(o *Overlay, w *Wanted) {
	for _, edge := range b.edges(w.Evidence) {
		if len(o.Arrows) == mostArrows {
			break
		}
		from, fromOK := b.anchor(edge.from)
		to, toOK := b.anchor(edge.to)
		if !fromOK || !toOK || from == to || !b.seen(from.Point, to.Point) {
			continue
		}
		a := Arrow{From: edge.from, To: edge.to, Kind: edge.kind, Curve: b.curve(from, to)}
		if w.Between != nil && !o.joins(a.From, a.To) {
			b.placeWords(o, &a, w.Between(edge.from, edge.to))
		}
		o.Arrows = append(o.Arrows, a)
	}
}

// joins reports whether two events have an arrow already, with the same words.
func (o *Overlay) joins(from, to int) bool {
	return slices.ContainsFunc(o.Arrows, func(a Arrow) bool { return a.From == from && a.To == to || a.From == to && a.To == from })
}

// ends are a link and the two events it is between.
type ends struct {
	from, to int
	kind     data.LinkKind
}

// edges returns the links to draw, those nearest in time to the selected event
// first.
func (b *Builder) edges(e *evidence.Evidence) []ends {
	var edges []ends
	in := &b.in
	switch {
	case in.Chain != nil:
		for _, event := range in.Chain {
			for _, edge := range e.Links(event) {
				if !edge.Back && slices.Contains(in.Chain, edge.Event) {
					edges = append(edges, ends{event, edge.Event, edge.Kind})
				}
			}
		}
	case in.Selected >= 0:
		for _, edge := range e.Links(in.Selected) {
			if edge.Back {
				edges = append(edges, ends{edge.Event, in.Selected, edge.Kind})
			} else {
				edges = append(edges, ends{in.Selected, edge.Event, edge.Kind})
			}
		}
	}
	apart := func(n ends) int { return max(n.from-n.to, n.to-n.from) } // indexes are in time order
	slices.SortStableFunc(edges, func(a, b ends) int { return cmp.Compare(apart(a), apart(b)) })
	return edges
}

// anchor is where an arrow can begin or end: beside a mark, above or below it.
type anchor struct {
	Point
	half float64 // of the mark's height
}

// anchor returns where an event is, in view or beyond its left or right edge;
// false where it is not selected.
func (b *Builder) anchor(event int) (anchor, bool) {
	in, m := &b.in, b.in.Metrics
	if i := b.scene.MarkOf(event); i >= 0 && b.scene.Marks[i].Profile == nil {
		mark := &b.scene.Marks[i]
		x0, x1 := math.Max(mark.X0, 0), math.Min(mark.X1, in.Size.W)
		return anchor{Point{(x0 + x1) / 2, b.heldY(mark.Y)}, mark.Height / 2}, true
	}
	y, ok := b.RowOf(*in, event)
	if !ok {
		return anchor{}, false
	}
	extent := Extent(in.Selection.Set, event, in.Domain)
	x := in.View.X((extent.From + extent.To) / 2)
	return anchor{Point{math.Max(math.Min(x, in.Size.W+3*beyond), -3*beyond), b.heldY(y)}, m.Mark / 2}, true
}

// heldY keeps a height within the lanes that are in view.
func (b *Builder) heldY(y float64) float64 {
	return math.Max(math.Min(y, b.in.Size.H), b.in.Metrics.Axis)
}

// seen reports whether a line between two points may be in view.
func (b *Builder) seen(p, q Point) bool {
	return math.Max(p.X, q.X) > 0 && math.Min(p.X, q.X) < b.in.Size.W
}

// bend is how far a curve goes straight up or down at its ends, at least and as
// a share of the way.
const (
	leastBend = 20
	bend      = 0.5
)

// curve leads from one mark to another: out of the side that faces the other
// row, so that it crosses neither mark nor label; in one row over the marks
// between.
func (b *Builder) curve(from, to anchor) [4]Point {
	down, way := 1.0, to.Y-from.Y
	if way < 0 {
		down = -1
	}
	far := math.Max(math.Abs(way)*bend, leastBend)
	enter := -down
	if math.Abs(way) < b.in.Metrics.Row/2 { // one row: over it
		down, enter = -1, -1
		far = math.Min(leastBend+math.Abs(to.X-from.X)*0.12, 70)
	}
	const clear = 1 // between mark and arrow
	p := Point{from.X, from.Y + down*(from.half+clear)}
	q := Point{to.X, to.Y + enter*(to.half+clear)}
	return [4]Point{p, {p.X, p.Y + down*far}, {q.X, q.Y + enter*far}, q}
}

// placeWords writes the time between two events on their arrow, or beside it,
// where it covers as little as can be and no other such words.
func (b *Builder) placeWords(o *Overlay, a *Arrow, words string) {
	m := b.in.Metrics
	width := m.TextWidth(words, HintText)
	least := math.Inf(1)
	aside := width/2 + m.Space
	for _, off := range []Point{{0, 0}, {aside, 0}, {-aside, 0}, {0, -m.Row}, {0, m.Row}, {aside, m.Row}, {aside, -m.Row}} {
		for _, t := range []float64{0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8} {
			p := a.At(t)
			label := Label{Text: words, X: p.X - width/2 + off.X, Y: p.Y + off.Y, Width: width, Whole: true}
			if b.roomFor(o, &label) {
				if covers := b.covers(&label); covers < least {
					least, a.Words = covers, label
				}
			}
		}
	}
}

// roomFor reports whether an arrow's words are in view and clear of others.
func (b *Builder) roomFor(o *Overlay, l *Label) bool {
	m := b.in.Metrics
	return l.X >= m.Edge && l.X+l.Width <= b.in.Size.W-m.Edge && l.Y >= m.Axis+m.Row/2 && l.Y <= b.in.Size.H-m.Row/2 &&
		!slices.ContainsFunc(o.Arrows, func(other Arrow) bool { return overlap(l, &other.Words, m) })
}

// overlap reports whether two labels come near each other.
func overlap(a, b *Label, m *Metrics) bool {
	return a.Text != "" && b.Text != "" && math.Abs(a.Y-b.Y) < m.Row &&
		a.X < b.X+b.Width+m.Space && b.X < a.X+a.Width+m.Space
}

// How much it matters to cover a mark that stands back, and the selected one,
// where another is 1.
const (
	dimCover      = 0.1
	selectedCover = 3
)

// covers returns how much lies below a label: marks with their labels, and the
// titles of lanes.
func (b *Builder) covers(label *Label) float64 {
	m, sum := b.in.Metrics, 0.0
	for i := range b.scene.Marks {
		mark := &b.scene.Marks[i]
		if mark.Profile != nil || math.Abs(mark.Y-label.Y) >= m.Row*0.8 {
			continue
		}
		x0, x1 := mark.X0, mark.X1
		if l := &mark.Label; l.Text != "" {
			x0, x1 = math.Min(x0, l.X), math.Max(x1, l.X+l.Width)
		}
		switch {
		case x0 >= label.X+label.Width+m.Gap || label.X-m.Gap >= x1:
		case mark.Dim:
			sum += dimCover
		case mark.Events.Has(b.in.Selected):
			sum += selectedCover
		default:
			sum++
		}
	}
	for i := range b.scene.Hints {
		if overlap(label, &b.scene.Hints[i].Label, m) {
			sum++
		}
	}
	for _, lane := range b.scene.Lanes {
		if math.Abs(lane.TitleY-label.Y) < m.LaneHeader*0.7 && label.X < b.titleEnd(lane.Lane) {
			sum++
		}
	}
	return sum
}
