package scene

import "math"

// repacks is how often clusters are formed before a lane grows beyond its rows.
const repacks = 24

// packer puts the items of one lane into rows, from the earliest to the latest,
// each into the first row that is free. It knows the zoom level, not the view:
// panning moves nothing from row to row.
type packer struct {
	m        *Metrics
	scale    float64 // seconds a pixel
	from, to spot    // labels stay between
	limit    int     // most rows
	grow     bool    // beyond the limit where nothing else helps

	begin []row  // how far the rows are taken to begin with; nil for no rows
	until []spot // where they are taken again, in order; nil for nowhere

	items  []item
	rows   []row
	failed []int // indexes of items that found no row
}

// row is how far one row is taken.
type row struct {
	glyph spot // right edge of the last mark
	end   spot // right edge of the last mark and its label
	last  int  // the last item, -1 for none
}

// packLane packs a lane's events into at most limit rows. What is too crowded
// becomes clusters: first where a bucket holds more than there are rows, then,
// bucket by bucket, where an item still finds no row; if that is not enough the
// lane grows.
func packLane(l *laneEvents, domain Span, scale float64, limit int, m *Metrics) laneLayout {
	room := domain.Widened(fitMargin)
	p := packer{m: m, scale: scale, limit: limit, from: spot{room.From, m.Edge}, to: spot{room.To, -m.Edge}}
	c := newCrowd(l, scale, limit, m)
	for try := 1; ; try++ {
		p.grow = p.grow || try > repacks
		p.items = c.items(p.items[:0])
		if p.pack(); len(p.failed) == 0 {
			break
		}
		p.grow = !c.tighten(p.items, p.failed)
	}
	return laneLayout{
		lane: l.index, items: p.items, rows: len(p.rows),
		from: spot{at: math.Inf(-1)}, to: spot{at: math.Inf(1)},
	}
}

// pack gives every item a row that finds one.
func (p *packer) pack() {
	p.rows, p.failed = append(p.rows[:0], p.begin...), p.failed[:0]
	for i := range p.items {
		if !p.place(i) {
			p.failed = append(p.failed, i)
		}
	}
}

// place puts one item into a row. What it tries, in this order: a row where it
// stands with its whole label; a new row; a row where the label of the item
// before it is shortened.
func (p *packer) place(i int) bool {
	it := &p.items[i]
	it.prev, it.next, it.slot = -1, -1, it.wide
	x0, x1, marker := it.glyph(p.scale, p.m)
	if it.fixed {
		return p.fix(i, x0, x1)
	}
	if !it.cluster && !marker && x1.after(x0, p.scale) >= it.slot+2*p.m.Gap {
		it.side = Inside
		return p.take(i, p.free(x0, x1), x0, x1) || p.squeeze(i, x0, x1)
	}
	right, left := p.sides(x0, x1, it.slot)
	it.side = RightOf
	switch {
	case left >= 0 && (right < 0 || left+1 < right):
		it.side = LeftOf
		return p.take(i, left, x0, x1)
	case right >= 0:
		return p.take(i, right, x0, x1)
	case p.full():
		return p.squeeze(i, x0, x1)
	}
	p.turn(it, x0, x1)
	from, to := it.reach(x0, x1, p.m)
	return p.take(i, p.free(from, to), x0, x1)
}

// sides returns the first row in which the label fits after the mark and the
// first in which it fits before, -1 for none. A new row counts as free.
func (p *packer) sides(x0, x1 spot, slot float64) (right, left int) {
	right, left = -1, -1
	if p.to.after(x1, p.scale) >= p.m.Gap+slot {
		right = p.free(x0, x1.plus(p.m.Gap+slot))
	}
	if from := x0.plus(-p.m.Gap - slot); from.after(p.from, p.scale) >= 0 {
		left = p.free(from, x1)
	}
	return right, left
}

// free returns the first row that is free from one spot to another, a new one
// if the limit allows it, else -1.
func (p *packer) free(from, to spot) int {
	for r := range p.rows {
		if from.after(p.rows[r].end, p.scale) >= p.m.Space && p.before(to, r) >= 0 {
			return r
		}
	}
	if p.full() {
		return -1
	}
	return len(p.rows)
}

// before returns how much room a row has after a spot until it is taken again.
func (p *packer) before(spot spot, r int) float64 {
	if p.until == nil {
		return math.Inf(1)
	}
	return p.until[r].after(spot, p.scale) - p.m.Space
}

// fix puts an item into the row it was given in advance, its label before it
// where there is room.
func (p *packer) fix(i int, x0, x1 spot) bool {
	it := &p.items[i]
	r := it.row
	if room := x0.after(p.rows[r].end, p.scale) - p.m.Space - p.m.Gap; room >= it.slot &&
		x0.after(p.from, p.scale) >= it.slot+p.m.Gap {
		it.side = LeftOf
	} else {
		it.side, it.slot = NoLabel, 0
	}
	p.until[r] = spot{at: math.Inf(1)}
	return p.take(i, r, x0, x1)
}

func (p *packer) full() bool { return len(p.rows) >= p.limit }

// turn chooses the side of a label that has room on neither side in full and
// shortens it to the larger room.
func (p *packer) turn(it *item, x0, x1 spot) {
	right := p.to.after(x1, p.scale) - p.m.Gap
	left := x0.after(p.from, p.scale) - p.m.Gap
	if left > right {
		it.side = LeftOf
	}
	it.narrow(math.Max(left, right))
}

// take puts the item into the row; r may be one past the last. It reports false
// for r < 0.
func (p *packer) take(i, r int, x0, x1 spot) bool {
	if r < 0 {
		return false
	}
	if r == len(p.rows) {
		p.rows = append(p.rows, row{last: -1})
	}
	it := &p.items[i]
	it.row = r
	if last := p.rows[r].last; last >= 0 {
		it.prev = last
		p.items[last].next = i
	}
	_, end := it.reach(x0, x1, p.m)
	p.rows[r] = row{glyph: x1, end: end, last: i}
	return true
}

// squeeze puts the item into the row whose last mark is farthest away and
// shortens that mark's label to make room; into a new row where every mark is
// too close and the lane may grow.
func (p *packer) squeeze(i int, x0, x1 spot) bool {
	best, most := -1, p.m.Space
	for r := range p.rows {
		if free := x0.after(p.rows[r].glyph, p.scale); free >= most && p.before(x1, r) >= 0 {
			best, most = r, free
		}
	}
	it := &p.items[i]
	if it.side == RightOf {
		it.narrow(p.to.after(x1, p.scale) - p.m.Gap)
	}
	if best < 0 {
		return p.grow && p.take(i, len(p.rows), x0, x1)
	}
	if last := p.rows[best].last; last >= 0 && p.items[last].side == RightOf {
		p.items[last].narrow(most - p.m.Space - p.m.Gap)
	}
	if it.side == RightOf {
		it.narrow(p.before(x1, best) - p.m.Gap)
	}
	return p.take(i, best, x0, x1)
}

// narrow limits the room of an item's label.
func (it *item) narrow(room float64) { it.slot = math.Max(math.Min(it.slot, room), 0) }

// settle writes the labels into the room they got in the end, or drops them.
// Measuring texts letter by letter costs more than all else, so that it is done
// only for a packing that is kept.
func (l *laneLayout) settle(m *Metrics) {
	for i := range l.items {
		it := &l.items[i]
		if it.label = it.text; it.slot < it.wide {
			it.label = Shorten(it.title, it.slot, m.labelWidth)
			it.slot = m.labelWidth(it.label)
		}
		if it.label == "" {
			it.side, it.slot = NoLabel, 0
		}
	}
}
