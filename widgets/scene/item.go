package scene

import (
	"math"
	"strconv"

	"dateline/data"
)

// Side says where a label stands.
type Side uint8

// The places of a label.
const (
	NoLabel Side = iota
	RightOf      // beside the mark, after it
	LeftOf       // beside the mark, before it
	Inside       // on the bar, sliding along so that it stays readable
)

// maxLabel is the widest a label may be, in row heights: a title longer than
// that crowds out its neighbours, and stands whole in the panel.
const maxLabel = 12

// item is what stands in a row: one event, or a cluster of events. Its row,
// its label's side and its label's text hold for every view of one zoom level.
type item struct {
	events  []int32 // indexes in Set.Events, time order
	span    Span    // in time
	times   times
	cluster bool
	first   int     // of a cluster, the index of its earliest event in the lane
	dense   *bundle // of a dense lane's cluster its events, which are not listed then
	count   int     // of these
	bucket  int     // of the tile, in a dense lane
	least   float64 // of a cluster, the width of its mark where the span is shorter

	title string  // an event's, or what stands for a cluster
	text  string  // the title as long as a label may be at most
	wide  float64 // width of that

	fixed      bool // the row was given in advance
	row        int
	side       Side
	label      string  // as shown, maybe shortened, "" for none
	slot       float64 // width of the label
	prev, next int     // neighbours in the row, indexes in the lane's items, or -1
}

// newItem returns the one event of a list as an item without a row.
func newItem(set *data.Set, events []int32, domain Span, m *Metrics) item {
	event := int(events[0])
	it := item{events: events, span: Extent(set, event, domain), times: timesOf(set.Events.Date(event))}
	it.name(set.Events.Title(event), m)
	return it
}

// newCluster returns several items as one, the first of which is the earliest.
func newCluster(items []item, members []int, m *Metrics) item {
	c := items[members[0]]
	count := 0
	for _, i := range members {
		count += len(items[i].events)
	}
	c.cluster, c.first, c.events = true, members[0], make([]int32, 0, count)
	for _, i := range members {
		c.events = append(c.events, items[i].events...)
		c.span.From = math.Min(c.span.From, items[i].span.From)
		c.span.To = math.Max(c.span.To, items[i].span.To)
	}
	c.least = pillWidth(count, m)
	c.name(c.title+" + "+strconv.Itoa(count-1)+" more", m)
	return c
}

// pillWidth returns the least width of a cluster's mark.
func pillWidth(count int, m *Metrics) float64 {
	return math.Max(m.TextWidth(strconv.Itoa(count), CountText)+m.Mark, m.Mark*2)
}

// members returns the item's events.
func (it *item) members() Members {
	if it.dense != nil {
		return Members{dense: it.dense, count: it.count}
	}
	return listed(it.events)
}

// name sets the title and what follows from it.
func (it *item) name(title string, m *Metrics) {
	it.title = title
	it.text = Shorten(title, m.Row*maxLabel, m.labelWidth)
	it.wide = m.labelWidth(it.text)
}

// middle returns the instant by which the item is clustered.
func (it *item) middle() float64 { return (it.span.From + it.span.To) / 2 }

// glyph returns the left and right edge of the mark, without its label, and
// whether it is a marker.
func (it *item) glyph(scale float64, m *Metrics) (x0, x1 spot, marker bool) {
	least := it.least
	if !it.cluster {
		least, marker = it.times.width(it.span, scale, m)
	}
	if least > it.span.Length()/scale {
		middle := it.middle()
		return spot{middle, -least / 2}, spot{middle, least / 2}, marker
	}
	return spot{at: it.span.From}, spot{at: it.span.To}, marker
}

// reach returns the edges of mark and label together.
func (it *item) reach(x0, x1 spot, m *Metrics) (from, to spot) {
	switch it.side {
	case RightOf:
		return x0, x1.plus(m.Gap + it.slot)
	case LeftOf:
		return x0.plus(-m.Gap - it.slot), x1
	}
	return x0, x1
}

// spot is a place on the line at any zoom: an instant, and pixels to the right
// of it. Distances between spots are exact also where pixels counted from the
// start of the dataset were too many for a float64: an evening in the history
// of the Earth.
type spot struct{ at, px float64 }

// plus returns the spot that many pixels to the right.
func (s spot) plus(px float64) spot { return spot{s.at, s.px + px} }

// after returns by how many pixels the spot is to the right of another.
func (s spot) after(o spot, scale float64) float64 { return (s.at-o.at)/scale + (s.px - o.px) }

// in returns the spot's distance from the view's left edge.
func (s spot) in(v View) float64 { return v.X(s.at) + s.px }
