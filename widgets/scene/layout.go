package scene

import (
	"cmp"
	"math"
	"slices"
)

// Size is a width and a height in pixels.
type Size struct{ W, H float64 }

// laneEvents are the selected events of a lane, whatever the zoom.
type laneEvents struct {
	index    int    // in Set.Lanes
	events   []item // in order of time
	byMiddle []int  // indexes of events in the order of their middles
	dense    *dense // instead of these, for a lane with many
}

// laneLayout is a lane at one zoom level: its place and what stands in its rows.
type laneLayout struct {
	lane      int // index in Set.Lanes
	y, height float64
	rows      int
	items     []item // in order of time
	from, to  spot   // labels stay between
	dense     *dense // of a lane with many events, which has no items then
}

// layout is everything that depends on the selection, the size and the zoom
// level, and not on where the view is panned.
type layout struct {
	lanes  []laneLayout
	height float64 // of all lanes
}

// plan divides the height among the lanes. It is made at the zoom level where
// everything is in view, the most crowded one, and holds at all others: lanes
// do not move when one zooms.
type plan struct {
	domain    Span
	reference float64 // seconds a pixel
	metrics   *Metrics
	lanes     []laneEvents
	base      layout // at the reference
	limit     []int  // rows of each lane
}

func newPlan(in Input, reference float64) plan {
	m := in.Metrics
	p := plan{domain: in.Domain, reference: reference, metrics: m, lanes: eventsByLane(in)}
	height := in.Size.H - m.Axis
	room := height - float64(len(p.lanes))*(m.LaneHeader+m.LaneFoot)
	most := max(int(room/m.Row), minRows)
	needs := make([]int, len(p.lanes))
	for i := range p.lanes {
		packed := p.pack(i, reference, most)
		p.base.lanes = append(p.base.lanes, packed)
		needs[i] = packed.rows
	}
	p.limit = share(needs, most)
	for range resharings {
		p.fit(needs)
		p.limit = share(needs, most)
	}
	p.fit(needs)
	p.thicken(in)
	for i := range p.base.lanes {
		p.base.lanes[i].settle(m)
	}
	p.base.place(p.limit, height, m)
	return p
}

// fit packs the lanes anew that take more rows than they may, and notes what
// they need then: clusters may take fewer rows than there are.
func (p *plan) fit(needs []int) {
	for i := range p.lanes {
		if p.base.lanes[i].rows > p.limit[i] {
			p.base.lanes[i] = p.pack(i, p.reference, p.limit[i])
			needs[i] = min(needs[i], p.base.lanes[i].rows)
		}
	}
}

// growFrom is how many events a lane must have to be made dense rather than
// grow beyond its rows: some dozens that overlap are better scrolled.
const growFrom = 100

// thicken makes lanes dense that would grow.
func (p *plan) thicken(in Input) {
	for i := range p.lanes {
		l := &p.lanes[i]
		if l.dense == nil && len(l.events) >= growFrom && p.base.lanes[i].rows > p.limit[i] {
			*l = laneEvents{index: l.index, dense: newDense(in.Selection, l.index, in.Domain, in.Metrics)}
			p.base.lanes[i] = p.pack(i, p.reference, max(p.limit[i], minRows))
		}
	}
}

// pack gives the events of a lane at most limit rows at a scale, if that can be
// done. A dense lane takes all of them.
func (p *plan) pack(i int, scale float64, limit int) laneLayout {
	l := &p.lanes[i]
	if l.dense == nil {
		return packLane(l, p.domain, scale, limit, p.metrics)
	}
	l.dense.divide(limit)
	return laneLayout{lane: l.index, rows: limit, dense: l.dense}
}

// eventsByLane returns the selected events of each shown lane.
func eventsByLane(in Input) []laneEvents {
	sel := in.Selection
	lanes := make([]laneEvents, len(sel.Lanes))
	for i, lane := range sel.Lanes {
		if sel.Lane(lane).Len() >= orUsual(in.DenseFrom) {
			lanes[i] = laneEvents{index: lane, dense: newDense(sel, lane, in.Domain, in.Metrics)}
			continue
		}
		events := sel.Lane(lane).All()
		l := laneEvents{index: lane, events: make([]item, len(events)), byMiddle: make([]int, len(events))}
		for j := range events {
			l.events[j], l.byMiddle[j] = newItem(sel.Set, events[j:j+1:j+1], in.Domain, in.Metrics), j
		}
		slices.SortStableFunc(l.byMiddle, func(a, b int) int {
			return cmp.Compare(l.events[a].middle(), l.events[b].middle())
		})
		lanes[i] = l
	}
	return lanes
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
func (p *plan) at(scale float64) layout {
	l := layout{height: p.base.height, lanes: slices.Clone(p.base.lanes)}
	grown := 0.0
	for i := range l.lanes {
		lane := &l.lanes[i]
		if scale != p.reference {
			packed := p.pack(i, scale, p.limit[i])
			packed.settle(p.metrics)
			lane.items, lane.rows = packed.items, packed.rows
		}
		lane.y += grown
		need := p.metrics.LaneHeader + p.metrics.LaneFoot + float64(lane.rows)*p.metrics.Row
		if need > lane.height {
			grown += need - lane.height
			lane.height = need
		}
	}
	l.height += grown
	return l
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
