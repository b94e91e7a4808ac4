package scene

import (
	"math"

	"dateline/data"
)

// Size is a width and a height in pixels.
type Size struct{ W, H float64 }

// laneLayout is a lane at one zoom level: its place and what stands in its rows.
type laneLayout struct {
	lane      int // index in Set.Lanes
	y, height float64
	rows      int
	items     []item // in order of time
}

// layout is everything that depends on the selection, the size and the zoom
// level, and not on where the view is panned.
type layout struct {
	scale  float64 // seconds a pixel that it was packed for; views are as close or closer
	lanes  []laneLayout
	height float64 // of all lanes
}

// minRows is how many rows a lane keeps however little room there is; lanes
// that do not fit then are scrolled.
const minRows = 3

// repacks is how often clusters are formed before a lane grows beyond its rows.
const repacks = 24

// resharings is how often rows that a lane leaves unused, because its clusters
// take fewer than it was given, are offered to the others.
const resharings = 2

// plan divides the height among the lanes. It is made at the zoom level where
// everything is in view, the most crowded one, and holds at all others: lanes
// do not move when one zooms.
type plan struct {
	base  layout
	limit []int // rows of each lane
}

func newPlan(sel *data.Selection, domain Span, size Size, reference float64, m *Metrics) plan {
	p := plan{base: layout{scale: reference}}
	perLane := itemsByLane(sel, domain)
	for i, lane := range sel.Lanes {
		p.base.lanes = append(p.base.lanes, laneLayout{lane: lane, items: perLane[i]})
	}
	room := size.H - m.Axis - float64(len(sel.Lanes))*(m.LaneHeader+m.LaneFoot)
	most := max(int(room/m.Row), minRows)
	needs := make([]int, len(sel.Lanes))
	for i := range needs {
		needs[i] = packLane(sel.Set, perLane[i], domain, reference, most, m).rows
	}
	p.limit = share(needs, most)
	for range resharings {
		for i := range needs {
			if needs[i] > p.limit[i] {
				used := packLane(sel.Set, perLane[i], domain, reference, p.limit[i], m).rows
				if used < p.limit[i] {
					needs[i] = used
				}
			}
		}
		p.limit = share(needs, most)
	}
	p.base.place(p.limit, size.H-m.Axis, m)
	return p
}

// itemsByLane returns the selected events of each shown lane as items.
func itemsByLane(sel *data.Selection, domain Span) [][]item {
	at := make(map[int]int, len(sel.Lanes))
	for i, lane := range sel.Lanes {
		at[lane] = i
	}
	perLane := make([][]item, len(sel.Lanes))
	for i, event := range sel.Events {
		lane := at[sel.Lane[i]]
		perLane[lane] = append(perLane[lane], newItem(sel.Set, event, domain))
	}
	return perLane
}

// share divides rows among lanes that need some: a lane that needs less than
// an equal share gets what it needs, the others divide the rest equally.
func share(needs []int, rows int) []int {
	got := make([]int, len(needs))
	open := len(needs)
	for open > 0 {
		each, settled := rows/open, 0
		for i, need := range needs {
			if got[i] == 0 && need <= each {
				got[i] = max(need, 1)
				rows -= got[i]
				settled++
			}
		}
		if open -= settled; settled == 0 {
			break
		}
	}
	for i := range got {
		if got[i] == 0 {
			got[i] = max(rows/open, minRows)
			rows -= got[i]
			open--
		}
	}
	return got
}

// place sets each lane's top and height: its rows, and its part of what is
// left over.
func (l *layout) place(rows []int, height float64, m *Metrics) {
	total, sum := 0.0, 0
	for _, n := range rows {
		total += m.LaneHeader + m.LaneFoot + float64(n)*m.Row
		sum += n + 2
	}
	spare := math.Max(height-total, 0)
	y := 0.0
	for i, n := range rows {
		extra := math.Floor(spare * float64(n+2) / float64(sum))
		l.lanes[i].y = y
		l.lanes[i].rows = n
		l.lanes[i].height = m.LaneHeader + m.LaneFoot + float64(n)*m.Row + extra
		y += l.lanes[i].height
	}
	if spare > 0 && len(rows) > 0 {
		l.lanes[len(rows)-1].height += height - y
		y = height
	}
	l.height = y
}

// at returns the plan's layout for a zoom level.
func (p *plan) at(sel *data.Selection, domain Span, scale float64, m *Metrics) layout {
	l := layout{scale: scale, height: p.base.height, lanes: append([]laneLayout(nil), p.base.lanes...)}
	grown := 0.0
	for i := range l.lanes {
		lane := &l.lanes[i]
		packed := packLane(sel.Set, lane.items, domain, scale, p.limit[i], m)
		lane.items = packed.items
		lane.y += grown
		if need := m.LaneHeader + m.LaneFoot + float64(packed.rows)*m.Row; need > lane.height {
			grown += need - lane.height
			lane.height = need
		}
		lane.rows = packed.rows
	}
	l.height += grown
	return l
}

// packLane packs a lane's items into at most limit rows. What is too crowded
// becomes clusters: first where a bucket holds more than there are rows, then,
// bucket by bucket, where an item still finds no row; if that is not enough the
// lane grows.
func packLane(set *data.Set, events []item, domain Span, scale float64, limit int, m *Metrics) laneLayout {
	room := domain.Widened(fitMargin)
	p := packer{m: m, scale: scale, origin: domain.From, limit: limit, set: set}
	p.room[0] = (room.From-p.origin)/scale + m.Edge
	p.room[1] = (room.To-p.origin)/scale - m.Edge
	b := bucketsFor(scale, bucketPixels*m.Mark/11)
	g := budgets{most: limit, of: make(map[int64]int)}
	for try := 1; ; try++ {
		p.items = b.cluster(events, g.bucket)
		if try == repacks {
			p.limit = 0
		}
		failed := p.pack()
		if len(failed) == 0 {
			return laneLayout{items: p.items, rows: len(p.rows)}
		}
		if !b.tighten(g, p.items, failed) {
			p.limit++
		}
	}
}

// tighten lowers the budget of each bucket in which an item found no row, or
// else of the one before it, whose marks reach into it, and reports whether it
// could lower any.
func (b buckets) tighten(g budgets, items []item, failed []int) bool {
	holds, hit := make(map[int64]int), make(map[int64]bool)
	for i := range items {
		holds[b.index(&items[i])]++
	}
	for _, i := range failed {
		hit[b.index(&items[i])] = true
	}
	changed := false
	for bucket := range hit {
		if g.tighten(bucket, holds[bucket]) || g.tighten(bucket-1, holds[bucket-1]) {
			changed = true
		}
	}
	return changed
}

// level returns the coarsest packing scale for a view: the reference divided
// by a power of the square root of two, not finer than wanted. Between two such
// levels rows and clusters stay as they are, so that zooming is calm: at a
// closer zoom distances grow and widths of text do not, hence what was apart
// stays apart.
func level(reference, scale float64) float64 {
	steps := math.Floor(2*math.Log2(reference/scale) + 1e-9)
	return reference / math.Exp2(steps/2)
}
