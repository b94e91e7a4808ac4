package scene

import "math"

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
		p.cut(&label, it, right-left)
	case RightOf:
		label.X = x1 + m.Gap
		if label.X+label.Width <= to {
			break
		}
		if left := x0 - m.Gap - label.Width; left >= math.Max(p.endBefore(i)+m.Space, from) {
			label.X, label.Side = left, LeftOf
			break
		}
		p.cut(&label, it, to-label.X)
	case LeftOf:
		label.X = x0 - m.Gap - label.Width
		if label.X >= from {
			break
		}
		if right := x1 + m.Gap; right+label.Width <= math.Min(p.startAfter(i)-m.Space, to) {
			label.X, label.Side = right, RightOf
			break
		}
		p.cut(&label, it, x0-m.Gap-from)
		label.X = x0 - m.Gap - label.Width
	}
	if label.Text == "" {
		return Label{}
	}
	label.Whole = label.Text == it.title
	label.Room = math.Max(p.roomFor(i, &label), label.Width)
	return label
}

// roomFor returns how wide a label may become before it comes near its
// neighbour, wherever that has its own label in this view, or the edge.
func (p *placer) roomFor(i int, label *Label) float64 {
	m := p.in.Metrics
	switch label.Side {
	case RightOf:
		return math.Min(p.startAfter(i)-m.Space, p.in.Size.W-m.Edge/2) - label.X
	case LeftOf:
		return label.X + label.Width - math.Max(p.turnedBefore(i)+m.Space, m.Edge/2)
	}
	return label.Width
}

// cut shortens a label to a width, or empties it. It is cut in steps of a row's
// height: while panning, a label at the edge is then mostly the text that it was
// in the last frame, which the painter has at hand.
func (p *placer) cut(label *Label, it *item, max float64) {
	if label.Width <= max {
		return
	}
	step := p.in.Metrics.Row
	label.Text, label.Width = p.b.shortened(it.title, math.Floor(max/step)*step, p.in.Metrics)
}

// endBefore returns where the row is free from, left of an item.
func (p *placer) endBefore(i int) float64 {
	before := p.lane.items[i].prev
	if before < 0 {
		return p.lane.from.in(p.in.View)
	}
	x0, x1, _ := p.lane.items[before].glyph(p.in.View.Scale, p.in.Metrics)
	_, end := p.lane.items[before].reach(x0, x1, p.in.Metrics)
	return end.in(p.in.View)
}

// turnedBefore is endBefore, a label that stands before the neighbour taken as
// turned to its right.
func (p *placer) turnedBefore(i int) float64 {
	end := p.endBefore(i)
	if before := p.lane.items[i].prev; before >= 0 && p.lane.items[before].side == LeftOf {
		end += p.in.Metrics.Gap + p.lane.items[before].slot
	}
	return end
}

// startAfter returns where the row is free to, right of an item. A neighbour
// with its label after it may turn it to its left in this view, so that its
// label's room is left free too.
func (p *placer) startAfter(i int) float64 {
	after := p.lane.items[i].next
	if after < 0 {
		return p.lane.to.in(p.in.View)
	}
	next := &p.lane.items[after]
	x0, x1, _ := next.glyph(p.in.View.Scale, p.in.Metrics)
	start, _ := next.reach(x0, x1, p.in.Metrics)
	if next.side == RightOf {
		start = x0.plus(-p.in.Metrics.Gap - next.slot)
	}
	return start.in(p.in.View)
}
