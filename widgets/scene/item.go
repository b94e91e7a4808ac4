package scene

import (
	"fmt"
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

// item is what stands in a row: one event, or a cluster of events. Its row,
// its label's side and its label's text hold for every view of one zoom level.
type item struct {
	events  []int // indexes in Set.Events, time order
	span    Span  // in time
	times   times
	cluster bool

	row        int
	side       Side
	label      string  // as shown, maybe shortened, "" for none
	slot       float64 // width of the label
	prev, next int     // neighbours in the row, indexes in the lane's items, or -1
}

// newItem returns one event as an item without a row.
func newItem(set *data.Set, index int, domain Span) item {
	event := &set.Events[index]
	t := timesOf(event.Date)
	return item{events: []int{index}, span: Extent(event, domain), times: t, prev: -1, next: -1}
}

// glyph returns the left and right edge of the mark, without its label, in
// pixels from origin, and whether it is a marker.
func (it *item) glyph(origin, scale float64, m *Metrics) (x0, x1 float64, marker bool) {
	x0, x1 = (it.span.From-origin)/scale, (it.span.To-origin)/scale
	var w float64
	if it.cluster {
		w = math.Max(x1-x0, m.TextWidth(strconv.Itoa(len(it.events)), CountText)+m.Mark)
		w = math.Max(w, m.Mark*2)
	} else {
		w, marker = it.times.width(it.span, scale, m)
	}
	if w > x1-x0 {
		middle := (x0 + x1) / 2
		return middle - w/2, middle + w/2, marker
	}
	return x0, x1, marker
}

// reach returns the edges of mark and label together.
func (it *item) reach(x0, x1 float64, m *Metrics) (from, to float64) {
	switch it.side {
	case RightOf:
		return x0, x1 + m.Gap + it.slot
	case LeftOf:
		return x0 - m.Gap - it.slot, x1
	}
	return x0, x1
}

// title returns the text that stands beside the item: an event's title, for a
// cluster its first event's and how many more there are.
func (it *item) title(set *data.Set) string {
	first := set.Events[it.events[0]].Title
	if !it.cluster {
		return first
	}
	return fmt.Sprintf("%s + %d more", first, len(it.events)-1)
}
