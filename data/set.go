package data

import "math"

// LaneIndex returns the index in Lanes of the lane with an identifier, and whether there is one.
func (s *Set) LaneIndex(id string) (int, bool) {
	index, ok := s.lanes[id]
	return index, ok
}

// SourceIndex returns the index in Sources of the source with an identifier, and whether there is one.
func (s *Set) SourceIndex(id string) (int, bool) {
	index, ok := s.sources[id]
	return index, ok
}

// LaneCounts returns for every lane how many events are in it. An event in several lanes counts in each.
func (s *Set) LaneCounts() []int {
	counts := make([]int, len(s.Lanes))
	for i := range s.Events.Len() {
		for _, lane := range s.Events.Lanes(i) {
			counts[lane]++
		}
	}
	return counts
}

// Domain returns the earliest and the latest instant, in seconds since 1970 and both inclusive, that the span or any
// event reaches. Bounds that are open or unknown do not count; of a date with one such bound the other counts for
// both. It reports false if there is neither a span nor an event.
func (s *Set) Domain() (earliest, latest int64, ok bool) {
	earliest, latest = math.MaxInt64, math.MinInt64
	reach := func(instant int64, none bool) {
		if !none {
			earliest, latest, ok = min(earliest, instant), max(latest, instant), true
		}
	}
	if !s.Span.IsZero() {
		bounds := s.Span.Bounds()
		reach(bounds.Earliest, bounds.NoEarliest)
		reach(bounds.Latest, bounds.NoLatest)
	}
	for i := range s.Events.Len() {
		from, to := s.Events.Bounds(i)
		reach(from, from == math.MinInt64)
		reach(to, to == math.MaxInt64)
	}
	if !ok {
		return 0, 0, false
	}
	return earliest, latest, true
}
