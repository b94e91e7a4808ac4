package scene

import (
	"iter"
	"slices"

	"dateline/data"
	"dateline/data/timeindex"
)

// Members are the events that one mark stands for. They are a list, or what a
// lane's index has in a stretch of time: a mark may stand for a million.
type Members struct {
	list  []int32 // in order of time; nil for those of an index
	dense *bundle
	count int
}

// bundle are events of one lane by their times.
type bundle struct {
	sel   *data.Selection
	lane  int
	level int // see timeindex

	bucket int64 // what begins in it and is no longer than it; or
	long   bool  // what is longer than a bucket, lies in from to to, and is not drawn singly
	rows   int   // of what is drawn singly
	from   int64
	to     int64
}

func listed(list []int32) Members { return Members{list: list, count: len(list)} }

// Len returns how many events there are.
func (m Members) Len() int { return m.count }

// First returns the event that begins first. There must be one.
func (m Members) First() int {
	for event := range m.All() {
		return event
	}
	return -1
}

// All yields the events in order of time.
func (m Members) All() iter.Seq[int] {
	if m.dense == nil {
		return func(yield func(int) bool) {
			for _, event := range m.list {
				if !yield(int(event)) {
					return
				}
			}
		}
	}
	return m.dense.all()
}

// Has reports whether an event is among them.
func (m Members) Has(event int) bool {
	if m.dense == nil {
		return len(m.list) > 0 && m.list[0] <= int32(event) && slices.Contains(m.list, int32(event))
	}
	return m.dense.has(event)
}

// among returns how many of the events a selection has.
func (m Members) among(sel *data.Selection) int {
	switch {
	case m.dense == nil:
		n := 0
		for _, event := range m.list {
			if sel.Has(int(event)) {
				n++
			}
		}
		return n
	case m.dense.long: // see findRest
		return 0
	}
	var counts [1]int
	var bins [timeindex.Bins]uint32
	sel.Lane(m.dense.lane).Count(m.dense.level, m.dense.bucket, counts[:], bins[:])
	return counts[0]
}

func (b *bundle) index() *timeindex.Lane { return b.sel.Lane(b.lane) }

func (b *bundle) all() iter.Seq[int] {
	if b.long {
		return b.index().Others(b.level, b.rows, b.from, b.to)
	}
	return b.index().In(b.level, b.bucket)
}

func (b *bundle) has(event int) bool {
	if !b.sel.Has(event) || b.sel.LaneOf(event) != b.lane {
		return false
	}
	e := b.sel.Indexed(event)
	if !b.long {
		return timeindex.Class(e.Start, e.End) <= b.level && timeindex.BucketOf(e.Start, b.level) == b.bucket
	}
	if timeindex.Class(e.Start, e.End) <= b.level || e.Start >= b.to || e.End <= b.from {
		return false
	}
	row := b.index().RowOf(b.level, e)
	return row < 0 || row >= b.rows
}
