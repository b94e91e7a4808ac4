package scene

import (
	"math"
	"strings"

	"dateline/data/edtf"
)

// beyond is how far outside the view a bar's edge may lie before it is cut.
const beyond = 16

// placer turns the items of one lane into marks of one view.
type placer struct {
	in    Input
	lane  *laneLayout
	y     float64 // top of the first row
	first int
}

// glyph returns an item's edges in the view.
func (p *placer) glyph(i int) (x0, x1 float64, marker bool) {
	return p.lane.items[i].glyph(p.in.View.Left, p.in.View.Scale, p.in.Metrics)
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
		mark.Kind, mark.Height = Cluster, m.Row*0.76
	case marker:
		mark.Kind, mark.Height = Marker, m.Mark
	default:
		mark.Segments = clip(it.times.segments(x0, x1, p.in.View.Scale, m), -beyond, p.in.Size.W+beyond)
	}
	if it.side == Inside {
		mark.Height = m.Row * 0.76
	}
	mark.Label = p.placeLabel(i, x0, x1)
	mark.Label.Y = y
	return mark, true
}

// placeLabel returns an item's label in this view. One that would be cut by
// the window's edge changes sides where its row has room, slides along its
// bar, or is shortened.
func (p *placer) placeLabel(i int, x0, x1 float64) Label {
	it, m := &p.lane.items[i], p.in.Metrics
	from, to := m.Edge, p.in.Size.W-m.Edge
	label := Label{Text: it.label, Width: it.slot, Side: it.side}
	switch it.side {
	case Inside:
		left, right := math.Max(x0+m.Gap, from), math.Min(x1-m.Gap, to)
		label.X = left
		p.cut(&label, i, right-left)
	case RightOf:
		label.X = x1 + m.Gap
		if label.X+label.Width <= to {
			break
		}
		if left := x0 - m.Gap - label.Width; left >= math.Max(p.endBefore(i)+m.Space, from) {
			label.X, label.Side = left, LeftOf
			break
		}
		p.cut(&label, i, to-label.X)
	case LeftOf:
		label.X = x0 - m.Gap - label.Width
		if label.X >= from {
			break
		}
		if right := x1 + m.Gap; right+label.Width <= math.Min(p.startAfter(i)-m.Space, to) {
			label.X, label.Side = right, RightOf
			break
		}
		p.cut(&label, i, x0-m.Gap-from)
		label.X = x0 - m.Gap - label.Width
	}
	if label.Text == "" {
		return Label{}
	}
	label.Whole = label.Text == it.title(p.in.Selection.Set)
	label.Room = p.roomFor(i, &label)
	return label
}

// roomFor returns how wide a label may become before it comes near its
// neighbour or the edge.
func (p *placer) roomFor(i int, label *Label) float64 {
	m := p.in.Metrics
	switch label.Side {
	case RightOf:
		return math.Min(p.startAfter(i)-m.Space, p.in.Size.W-m.Edge/2) - label.X
	case LeftOf:
		return label.X + label.Width - math.Max(p.endBefore(i)+m.Space, m.Edge/2)
	}
	return label.Width
}

// cut shortens a label to a width, or empties it.
func (p *placer) cut(label *Label, i int, max float64) {
	if label.Width <= max {
		return
	}
	width := func(s string) float64 { return p.in.Metrics.TextWidth(s, LabelText) }
	label.Text = Shorten(p.lane.items[i].title(p.in.Selection.Set), max, width)
	label.Width = width(label.Text)
}

// endBefore returns where the row is free from, left of an item.
func (p *placer) endBefore(i int) float64 {
	before := p.lane.items[i].prev
	if before < 0 {
		return math.Inf(-1)
	}
	x0, x1, _ := p.glyph(before)
	_, end := p.lane.items[before].reach(x0, x1, p.in.Metrics)
	return end
}

// startAfter returns where the row is free to, right of an item. A neighbour
// with its label after it may turn it to its left in this view, so that its
// label's room is left free too.
func (p *placer) startAfter(i int) float64 {
	after := p.lane.items[i].next
	if after < 0 {
		return math.Inf(1)
	}
	x0, x1, _ := p.glyph(after)
	start, _ := p.lane.items[after].reach(x0, x1, p.in.Metrics)
	if next := &p.lane.items[after]; next.side == RightOf {
		start = x0 - p.in.Metrics.Gap - next.slot
	}
	return start
}

// hints returns the nearest event beyond each edge, where its row has room for
// a word about it.
func (p *placer) hints(marks []Mark) []Hint {
	var hints []Hint
	left, right := p.nearest()
	if left >= 0 {
		room := p.in.Size.W
		for i := range marks {
			if marks[i].Row == p.lane.items[left].row {
				room = math.Min(room, leftmost(&marks[i]))
			}
		}
		hints = p.hint(hints, left, true, room)
	}
	if right >= 0 {
		room := p.in.Size.W
		for i := range marks {
			if marks[i].Row == p.lane.items[right].row {
				room = math.Min(room, p.in.Size.W-rightmost(&marks[i]))
			}
		}
		hints = p.hint(hints, right, false, room)
	}
	return hints
}

// nearest returns the items closest to the view on either side, -1 for none.
func (p *placer) nearest() (left, right int) {
	left, right = -1, -1
	leftEnd, rightStart := math.Inf(-1), math.Inf(1)
	for i := range p.lane.items {
		x0, x1, _ := p.glyph(i)
		if x1 <= 0 && x1 > leftEnd {
			left, leftEnd = i, x1
		}
		if x0 >= p.in.Size.W && x0 < rightStart {
			right, rightStart = i, x0
		}
	}
	return left, right
}

// hint appends a hint if its text has room in the given width from the edge.
func (p *placer) hint(hints []Hint, i int, left bool, room float64) []Hint {
	it, m := &p.lane.items[i], p.in.Metrics
	y := p.rowY(it.row)
	if y-m.Row/2 < m.Axis || y+m.Row/2 > p.in.Size.H {
		return hints
	}
	event := it.events[len(it.events)-1]
	if !left {
		event = it.events[0]
	}
	width := func(s string) float64 { return m.TextWidth(s, HintText) }
	date := p.in.Selection.Set.Events[event]
	text := strings.TrimSpace(yearOf(date.Date) + " " + date.Title)
	arrow := map[bool]string{true: "‹ ", false: " ›"}[left]
	text = Shorten(text, room-m.Edge-2*m.Space-width(arrow), width)
	if text == "" {
		return hints
	}
	label := Label{Text: arrow + text, X: m.Edge, Y: y, Side: RightOf}
	if !left {
		label.Text = text + arrow
	}
	label.Width = width(label.Text)
	if !left {
		label.X = p.in.Size.W - m.Edge - label.Width
	}
	return append(hints, Hint{Event: event, Lane: p.lane.lane, Left: left, Label: label})
}

// yearOf returns the year that an event's date begins in, as the axis writes
// it, or "" where it has no beginning or is coarser than a year.
func yearOf(date edtf.Date) string {
	bounds := date.Bounds()
	if bounds.NoEarliest || date.Kind() != edtf.Single || date.Precision() > edtf.Year {
		return ""
	}
	year, _, _, _, _, _ := edtf.Civil(bounds.Earliest)
	return yearLabel(year)
}

func leftmost(mark *Mark) float64 {
	if mark.Label.Text == "" {
		return mark.X0
	}
	return math.Min(mark.X0, mark.Label.X)
}

func rightmost(mark *Mark) float64 {
	if mark.Label.Text == "" {
		return mark.X1
	}
	return math.Max(mark.X1, mark.Label.X+mark.Label.Width)
}
