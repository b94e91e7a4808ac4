package data

import (
	"iter"
	"math"

	"dateline/data/edtf"
	"dateline/data/timeindex"
)

// Filter says which events of a set are wanted: those that nothing in it leaves out. The zero value wants all.
type Filter struct {
	Hidden      map[string]bool // identifiers of lanes that are switched off
	Statuses    map[Status]bool // statuses that are switched off, "" for events without one
	Sources     map[string]bool // identifiers of sources that are switched off: with them go events that no other source supports
	Independent int             // how many independent sources an event needs at least, see [Set.Independent]
	Only        []uint64        // events with index i are wanted only if bit i%64 of word i/64 is set; nil: no limit
	From, To    edtf.Date       // events before From's earliest or after To's latest instant are left out; zero: no limit
}

// Left counts the events that a filter leaves out, each under the first reason that there is.
type Left struct {
	Lanes    int // no lane of theirs is shown
	Statuses int // their status is switched off
	Sources  int // all their sources are switched off
	Support  int // too few independent sources support them
	Only     int // they are not in Filter.Only
	Span     int // they do not overlap From to To
}

// Selection is what a filter lets through of a set, which it shares and does not copy. It is immutable.
type Selection struct {
	Set         *Set
	Lanes       []int // indexes of the lanes that are shown, in order
	Left        Left  // how many events are left out, and why
	Hidden      int   // how many of them for any reason but the span
	OutsideSpan int   // how many others are left out because they do not overlap From to To

	shown  []bool // for each lane of the set
	domain domain
	events bitmap
	lanes  []*timeindex.Lane // for each lane of the set
}

// Select returns the events that a filter wants. Every event is either selected or counted in Hidden or OutsideSpan. It
// takes the time of going twice over all events, on all cores.
func (s *Set) Select(f Filter) *Selection {
	selection := &Selection{Set: s, shown: make([]bool, len(s.Lanes)), events: newBitmap(s.Events.Len())}
	for i := range s.Lanes {
		if selection.shown[i] = !f.Hidden[s.Lanes[i].ID]; selection.shown[i] {
			selection.Lanes = append(selection.Lanes, i)
		}
	}
	selection.choose(f)
	selection.domain = s.domain()
	selection.index()
	return selection
}

// choose holds every event against a filter.
func (s *Selection) choose(f Filter) {
	var in int // how many nothing leaves out
	events := &s.Set.Events
	counters := s.kindCounters(f, &in)
	from, to := f.limits()
	for i := range events.Len() {
		counter := counters[events.kinds[i]]
		if counter == &in {
			earliest, latest := events.Bounds(i)
			switch {
			case f.Only != nil && !inBits(f.Only, i):
				counter = &s.Left.Only
			case latest < from || earliest > to:
				counter = &s.Left.Span
			default:
				s.events.add(i)
			}
		}
		*counter++
	}
	s.OutsideSpan = s.Left.Span
	s.Hidden = events.Len() - in - s.OutsideSpan
}

// kindCounters returns for every kind of event what counts those of its kind: in, where the kind is wanted.
func (s *Selection) kindCounters(f Filter, in *int) []*int {
	counters := make([]*int, len(s.Set.Events.variety))
	for i := range counters {
		kind := &s.Set.Events.variety[i]
		switch {
		case s.laneOf(kind) < 0:
			counters[i] = &s.Left.Lanes
		case f.Statuses[kind.status]:
			counters[i] = &s.Left.Statuses
		case s.Set.allHidden(kind.sources, f.Sources):
			counters[i] = &s.Left.Sources
		case f.Independent > 0 && s.Set.Independent(kind.sources) < f.Independent:
			counters[i] = &s.Left.Support
		default:
			counters[i] = in
		}
	}
	return counters
}

// allHidden reports whether there are sources and all of them are hidden.
func (s *Set) allHidden(sources []int, hidden map[string]bool) bool {
	for _, source := range sources {
		if !hidden[s.Sources[source].ID] {
			return false
		}
	}
	return len(sources) > 0
}

func inBits(bits []uint64, i int) bool { return i>>6 < len(bits) && bits[i>>6]>>(i&63)&1 != 0 }

// index makes all that follows from which events are selected.
func (s *Selection) index() {
	s.events.counted()
	s.lanes = timeindex.Build(len(s.Set.Lanes), s.Set.Events.Len(), func(i int) (lane int, start, end int64) {
		if !s.events.has(i) {
			return -1, 0, 0
		}
		start, end = s.Set.extent(i, s.domain)
		return s.LaneOf(i), start, end
	})
}

// Narrow returns the selected events that are also in found, a set of 64 indexes of events a word from the lowest bit
// up. Hidden and OutsideSpan are those of the wider selection.
func (s *Selection) Narrow(found []uint64) *Selection {
	narrow := *s
	narrow.events = newBitmap(s.Set.Events.Len())
	for i := range narrow.events.words {
		if i < len(found) {
			narrow.events.words[i] = s.events.words[i] & found[i]
		}
	}
	narrow.index()
	return &narrow
}

// domain is where open dates are taken to begin and to end.
type domain struct{ from, to int64 }

func (s *Set) domain() domain {
	from, to, ok := s.Domain()
	if !ok {
		return domain{}
	}
	return domain{from, to}
}

// extent returns the stretch of time in which an event may lie, the end exclusive, what is open drawn to the ends of
// the domain.
func (s *Set) extent(event int, d domain) (start, end int64) {
	start, end = s.Events.Bounds(event)
	if start == math.MinInt64 {
		start = min(d.from, end)
	}
	if end == math.MaxInt64 {
		end = max(d.to, start)
	}
	return start, end + 1
}

// Len returns how many events are selected.
func (s *Selection) Len() int { return s.events.count }

// Has reports whether an event is selected.
func (s *Selection) Has(event int) bool { return s.events.has(event) }

// Place returns how many selected events stand before an event in time.
func (s *Selection) Place(event int) int { return s.events.rank(event) }

// At returns the selected event at a place from 0 to Len()-1.
func (s *Selection) At(place int) int { return s.events.at(place) }

// All yields the selected events in time order.
func (s *Selection) All() iter.Seq[int] { return s.events.all() }

// LaneOf returns the lane that an event is drawn in if it is selected: the first of its lanes that is shown, -1 for
// none.
func (s *Selection) LaneOf(event int) int {
	return s.laneOf(&s.Set.Events.variety[s.Set.Events.kinds[event]])
}

func (s *Selection) laneOf(kind *kind) int {
	for _, lane := range kind.lanes {
		if s.shown[lane] {
			return lane
		}
	}
	return -1
}

// Lane returns the index of the selected events that are drawn in a lane.
func (s *Selection) Lane(lane int) *timeindex.Lane { return s.lanes[lane] }

// Indexed returns an event as the index of its lane has it.
func (s *Selection) Indexed(event int) timeindex.Event {
	start, end := s.Set.extent(event, s.domain)
	return timeindex.Event{Number: int32(event), Start: start, End: end}
}

// limits returns the instants between which events are wanted. It relies on open bounds being the extreme instants.
func (f Filter) limits() (from, to int64) {
	from, to = math.MinInt64, math.MaxInt64
	if !f.From.IsZero() {
		from = f.From.Bounds().Earliest
	}
	if !f.To.IsZero() {
		to = f.To.Bounds().Latest
	}
	return from, to
}
