package scene

import (
	"math"

	"dateline/data"
)

// maxLabel is the widest a label may be, in row heights: a title longer than
// that crowds out its neighbours, and stands whole in the panel.
const maxLabel = 12

// packer puts the items of one lane into rows, from the earliest to the latest,
// each into the first row that is free. It knows the zoom level, not the view:
// panning moves nothing from row to row.
type packer struct {
	m      *Metrics
	set    *data.Set
	scale  float64 // seconds a pixel
	origin float64 // instant from which pixels are counted
	room   [2]float64
	limit  int // most rows, 0 for any number

	items []item
	rows  []row
}

// row is how far one row is taken.
type row struct {
	glyph float64 // right edge of the last mark
	end   float64 // right edge of the last mark and its label
	last  int     // the last item, -1 for none
}

// pack gives every item a row and returns the indexes of those that found
// none, which only a limit causes.
func (p *packer) pack() (failed []int) {
	p.rows = p.rows[:0]
	for i := range p.items {
		if !p.place(i) {
			failed = append(failed, i)
		}
	}
	return failed
}

// place puts one item into a row. What it tries, in this order: a row where it
// stands with its whole label; a new row; a row where the label of the item
// before it is shortened.
func (p *packer) place(i int) bool {
	it := &p.items[i]
	it.prev, it.next = -1, -1
	x0, x1, marker := it.glyph(p.origin, p.scale, p.m)
	it.label, it.slot = p.label(it)
	if !it.cluster && !marker && x1-x0 >= it.slot+2*p.m.Gap {
		it.side = Inside
		return p.take(i, p.free(x0), x0, x1) || p.squeeze(i, x0, x1)
	}
	right, left := p.sides(x0, x1, it.slot)
	it.side = RightOf
	if left >= 0 && (right < 0 || left+1 < right) {
		it.side = LeftOf
		return p.take(i, left, x0, x1)
	}
	if right < 0 && p.full() {
		return p.squeeze(i, x0, x1)
	}
	if right < 0 {
		p.turn(it, x0, x1)
		right = len(p.rows)
	}
	return p.take(i, right, x0, x1)
}

// label returns the item's text at its full permitted width.
func (p *packer) label(it *item) (string, float64) {
	width := func(s string) float64 { return p.m.TextWidth(s, LabelText) }
	text := Shorten(it.title(p.set), p.m.Row*maxLabel, width)
	return text, width(text)
}

// sides returns the first row in which the label fits after the mark and the
// first in which it fits before, -1 for none. A new row counts as free.
func (p *packer) sides(x0, x1, slot float64) (right, left int) {
	right, left = -1, -1
	if x1+p.m.Gap+slot <= p.room[1] {
		right = p.free(x0)
	}
	if from := x0 - p.m.Gap - slot; from >= p.room[0] {
		left = p.free(from)
	}
	return right, left
}

// free returns the first row that is free from the pixel on, a new one if the
// limit allows it, else -1.
func (p *packer) free(from float64) int {
	for r := range p.rows {
		if p.rows[r].end+p.m.Space <= from {
			return r
		}
	}
	if p.full() {
		return -1
	}
	return len(p.rows)
}

func (p *packer) full() bool { return p.limit > 0 && len(p.rows) >= p.limit }

// turn chooses the side of a label that has room on neither side in full and
// shortens it to the larger room.
func (p *packer) turn(it *item, x0, x1 float64) {
	right := p.room[1] - x1 - p.m.Gap
	left := x0 - p.m.Gap - p.room[0]
	if left > right {
		it.side = LeftOf
	}
	p.shorten(it, math.Max(left, right))
}

// take puts the item into the row; r may be one past the last. It reports false
// for r < 0.
func (p *packer) take(i, r int, x0, x1 float64) bool {
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
// shortens that mark's label to make room.
func (p *packer) squeeze(i int, x0, x1 float64) bool {
	best := -1
	for r := range p.rows {
		if p.rows[r].glyph+p.m.Space <= x0 && (best < 0 || p.rows[r].glyph < p.rows[best].glyph) {
			best = r
		}
	}
	if best < 0 {
		return false
	}
	before := &p.items[p.rows[best].last]
	if before.side == RightOf {
		p.shorten(before, x0-p.m.Space-p.rows[best].glyph-p.m.Gap)
	}
	it := &p.items[i]
	if it.side == RightOf {
		p.shorten(it, math.Min(it.slot, p.room[1]-x1-p.m.Gap))
	}
	return p.take(i, best, x0, x1)
}

// shorten cuts the item's label to the width, or drops it.
func (p *packer) shorten(it *item, max float64) {
	width := func(s string) float64 { return p.m.TextWidth(s, LabelText) }
	if it.slot <= max {
		return
	}
	it.label = Shorten(it.title(p.set), max, width)
	if it.slot = width(it.label); it.label == "" {
		it.side, it.slot = NoLabel, 0
	}
}
