package data

import (
	"math"
	"strings"
)

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

// Independent returns how many of some sources, given as indexes in Sources, are independent of each other: those with
// the same publisher, whatever its case, count once; a source without a publisher counts for itself.
func (s *Set) Independent(sources []int) int {
	count := 0
	for i, source := range sources {
		if !s.dependsOn(source, sources[:i]) {
			count++
		}
	}
	return count
}

func (s *Set) dependsOn(source int, others []int) bool {
	publisher := strings.TrimSpace(s.Sources[source].Publisher)
	for _, other := range others {
		if other == source ||
			publisher != "" && strings.EqualFold(publisher, strings.TrimSpace(s.Sources[other].Publisher)) {
			return true
		}
	}
	return false
}

// Tally counts events by what filters tell apart. An event counts in each of its lanes and sources.
type Tally struct {
	Lanes       []int          // by index in Set.Lanes
	Statuses    map[Status]int // "" for events without one
	Sources     []int          // by index in Set.Sources
	Independent int            // events that two or more independent sources support
}

// Tally counts the events of the set.
func (s *Set) Tally() Tally {
	t := Tally{make([]int, len(s.Lanes)), map[Status]int{}, make([]int, len(s.Sources)), 0}
	of := make([]int, len(s.Events.variety))
	for _, kind := range s.Events.kinds {
		of[kind]++
	}
	for i, n := range of {
		kind := &s.Events.variety[i]
		t.Statuses[kind.status] += n
		for _, lane := range kind.lanes {
			t.Lanes[lane] += n
		}
		for _, source := range kind.sources {
			t.Sources[source] += n
		}
		if s.Independent(kind.sources) > 1 {
			t.Independent += n
		}
	}
	return t
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
