// Package timeindex orders the events of a lane by time so that a timeline costs what it shows and not what it has
// loaded: how many events begin in a stretch of time, which of them are how long, and which long ones find a row.
//
// Instants are int64 seconds since 1970; a length is in seconds and at least 1.
package timeindex

import (
	"cmp"
	"iter"
	"math"
	"math/bits"
	"slices"
)

// Event is one event with the stretch of time it may lie in, End exclusive and after Start.
type Event struct {
	Number     int32 // in time order
	Start, End int64
}

// Class returns the order of an event's length: it is more than 2^(Class-1) and at most 2^Class seconds.
func Class(start, end int64) int {
	if length := uint64(end) - uint64(start); length > 1 {
		return bits.Len64(length - 1)
	}
	return 0
}

// classes is how many classes there are: lengths reach 2^64.
const classes = 65

// Lane is the index of the events of one lane. It is immutable.
type Lane struct {
	of    [classes]*class // nil where no event is that long
	count int
	grid  grid
}

// class is the events of one class, in order of time: by start, then as they are numbered.
type class struct {
	order  int
	events []int32
	starts []int64
	ends   []int64 // of the same events
	ended  []int64 // the ends in order
	rows   []uint8 // of each event among those of its class, or none
	block  []uint8 // how many classes up the nearest is that takes its row from it, 0 for none
	inRow  [Rows][]int32
}

// sort puts the events in order of their starts. They are nearly always in it: only what has no known start begins
// elsewhere than its number says.
func (c *class) sort() {
	if !slices.IsSorted(c.starts) {
		sorted := make([]Event, len(c.events))
		for i := range sorted {
			sorted[i] = Event{c.events[i], c.starts[i], c.ends[i]}
		}
		slices.SortStableFunc(sorted, func(a, b Event) int { return cmp.Compare(a.Start, b.Start) })
		for i, e := range sorted {
			c.events[i], c.starts[i], c.ends[i] = e.Number, e.Start, e.End
		}
	}
	c.ended = slices.Clone(c.ends)
	slices.Sort(c.ended)
}

// plus and minus stay within what an int64 holds; the order of a length may be 64.
func plus(instant int64, length uint64) int64 {
	if length > uint64(math.MaxInt64)-uint64(instant) {
		return math.MaxInt64
	}
	return instant + int64(length)
}

func minus(instant int64, length uint64) int64 {
	if length > uint64(instant)-1<<63 {
		return math.MinInt64
	}
	return instant - int64(length)
}

// Len returns how many events the lane has.
func (l *Lane) Len() int { return l.count }

// All returns the numbers of all events, in order. It makes a list of them.
func (l *Lane) All() []int32 {
	all := make([]int32, 0, l.count)
	for _, c := range l.of {
		if c != nil {
			all = append(all, c.events...)
		}
	}
	slices.Sort(all)
	return all
}

// up yields the classes from one order up to another that have events.
func (l *Lane) up(from, to int) iter.Seq[*class] {
	return func(yield func(*class) bool) {
		for order := max(from, 0); order <= min(to, classes-1); order++ {
			if c := l.of[order]; c != nil && !yield(c) {
				return
			}
		}
	}
}
