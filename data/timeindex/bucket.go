package timeindex

import (
	"iter"
	"math"
	"slices"
)

// A bucket of level k is a stretch of 2^k seconds whose edges are multiples of that: bucket b begins at b << k. It
// holds the events that begin in it and are no longer than it. So what is in one bucket does not depend on the view.

// BucketOf returns the bucket of a level that an instant is in.
func BucketOf(instant int64, level int) int64 { return instant >> level }

// Edge returns where a bucket of a level begins, as far as an int64 goes.
func Edge(bucket int64, level int) int64 {
	switch {
	case bucket > math.MaxInt64>>level:
		return math.MaxInt64
	case bucket < math.MinInt64>>level:
		return math.MinInt64
	}
	return bucket << level
}

// Count writes into counts how many events each of the consecutive buckets from the first on holds, and into bins, Bins
// for each bucket, how they are spread over it.
func (l *Lane) Count(level int, first int64, counts []int, bins []uint32) {
	clear(counts)
	clear(bins)
	if at := level - l.grid.finest; at >= 0 && len(l.grid.levels) > 0 {
		l.grid.read(min(at, len(l.grid.levels)-1), at, first, bins)
	} else {
		for c := range l.up(0, level) {
			c.count(level, first, bins)
		}
	}
	for i, n := range bins {
		counts[i/Bins] += int(n)
	}
}

// read copies bins of a level. Above the highest level everything is in very few bins of it.
func (g *grid) read(at, wanted int, first int64, bins []uint32) {
	lev := &g.levels[at]
	if at == wanted {
		from := first<<BinBits - lev.first
		for i := max(0, -from); i < int64(len(bins)) && from+i < int64(len(lev.bins)); i++ {
			bins[i] = lev.bins[from+i]
		}
		return
	}
	for i, n := range lev.bins {
		if to := (lev.first+int64(i))>>(wanted-at) - first<<BinBits; to >= 0 && to < int64(len(bins)) {
			bins[to] += n
		}
	}
}

// count adds a class's events to bins, searching for each bin's edge from the one before.
func (c *class) count(level int, first int64, bins []uint32) {
	if level < BinBits {
		c.countSingly(level, first, bins)
		return
	}
	bin := first << BinBits
	at := c.search(Edge(first, level))
	for i := range bins {
		next := gallop(c.starts, at, Edge(bin+int64(i)+1, level-BinBits))
		bins[i] += uint32(next - at)
		at = next
	}
}

// countSingly counts in buckets of less than Bins seconds, whose bins are parts of a second: starts are whole ones.
func (c *class) countSingly(level int, first int64, bins []uint32) {
	from := Edge(first, level)
	for _, start := range c.starts[c.search(from):] {
		at := int(start-from) << (BinBits - level)
		if at >= len(bins) {
			return
		}
		bins[at]++
	}
}

// search returns the index of the first event that starts at or after an instant.
func (c *class) search(instant int64) int {
	at, _ := slices.BinarySearch(c.starts, instant)
	return at
}

// gallop returns the first index from at on whose value is not less than the limit, in steps that double: the next
// edge is mostly near.
func gallop(sorted []int64, at int, limit int64) int {
	step := 1
	for at+step <= len(sorted) && sorted[at+step-1] < limit {
		at += step
		step *= 2
	}
	end := min(at+step, len(sorted))
	n, _ := slices.BinarySearch(sorted[at:end], limit)
	return at + n
}

// In yields the events of a bucket in order of their starts, then of their numbers.
func (l *Lane) In(level int, bucket int64) iter.Seq[int] {
	return func(yield func(int) bool) {
		var at, end [classes]int
		most := -1
		for c := range l.up(0, level) {
			at[c.order] = c.search(Edge(bucket, level))
			end[c.order] = gallop(c.starts, at[c.order], Edge(bucket+1, level))
			most = c.order
		}
		for {
			next := l.earliest(at[:most+1], end[:])
			if next < 0 || !yield(int(l.of[next].events[at[next]])) {
				return
			}
			at[next]++
		}
	}
}

// earliest returns the class of which the event at its place starts first, -1 where all are at their end.
func (l *Lane) earliest(at, end []int) int {
	next := -1
	for i, place := range at {
		if place < end[i] && (next < 0 || l.of[i].before(place, l.of[next], at[next])) {
			next = i
		}
	}
	return next
}

// before reports whether an event of the class starts before one of another.
func (c *class) before(i int, other *class, j int) bool {
	return c.starts[i] < other.starts[j] || c.starts[i] == other.starts[j] && c.events[i] < other.events[j]
}

// First returns the event of a bucket that starts first, -1 for none.
func (l *Lane) First(level int, bucket int64) int {
	for event := range l.In(level, bucket) {
		return event
	}
	return -1
}

// Starts returns the first and the last start of the events of a bucket, which must hold some.
func (l *Lane) Starts(level int, bucket int64) (first, last int64) {
	first, last = math.MaxInt64, math.MinInt64
	for c := range l.up(0, level) {
		at := c.search(Edge(bucket, level))
		if end := gallop(c.starts, at, Edge(bucket+1, level)); at < end {
			first, last = min(first, c.starts[at]), max(last, c.starts[end-1])
		}
	}
	return first, last
}

// Most returns the largest number of events in one bin of a level, or at least as large a number where the level is
// finer than is counted in advance.
func (l *Lane) Most(level int) uint32 {
	if len(l.grid.levels) == 0 {
		return 0
	}
	return l.grid.levels[min(max(level-l.grid.finest, 0), len(l.grid.levels)-1)].most
}

// Near returns the event that begins nearest to an instant, -1 for none.
func (l *Lane) Near(instant int64) int {
	best, least := int32(-1), uint64(0)
	for c := range l.up(0, classes-1) {
		at := c.search(instant)
		for _, i := range [2]int{at - 1, at} {
			if i < 0 || i >= len(c.events) {
				continue
			}
			if d := distance(c.starts[i], instant); best < 0 || d < least || d == least && c.events[i] < best {
				best, least = c.events[i], d
			}
		}
	}
	return int(best)
}

func distance(a, b int64) uint64 { return uint64(max(a, b)) - uint64(min(a, b)) }

// Before returns the event that has ended by an instant and ended last, After the one that begins at or after it and
// begins first; -1 for none.
func (l *Lane) Before(instant int64) int {
	best, last := -1, int64(0)
	for c := range l.up(0, classes-1) {
		at := gallop(c.ended, 0, plus(instant, 1))
		if at == 0 || best >= 0 && c.ended[at-1] <= last {
			continue
		}
		last, best = c.ended[at-1], c.endingAt(c.ended[at-1])
	}
	return best
}

// endingAt returns an event of the class with that end, which there must be.
func (c *class) endingAt(end int64) int {
	for i := c.search(minus(minus(end, c.less()), 1)); ; i++ {
		if c.ends[i] == end {
			return int(c.events[i])
		}
	}
}

// After is described with Before.
func (l *Lane) After(instant int64) int {
	best, first := -1, int64(0)
	for c := range l.up(0, classes-1) {
		at := c.search(instant)
		if at < len(c.starts) && (best < 0 || c.starts[at] < first) {
			first, best = c.starts[at], int(c.events[at])
		}
	}
	return best
}
