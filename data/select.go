package data

import (
	"iter"
	"math"

	"dateline/data/edtf"
)

// Filter says which events of a set are wanted. The zero value wants all.
type Filter struct {
	Hidden   map[string]bool // identifiers of lanes that are switched off
	From, To edtf.Date       // events before From's earliest or after To's latest instant are left out; zero: no limit
}

// Selection is what a filter lets through of a set, which it shares and does not copy. It is immutable.
type Selection struct {
	Set         *Set
	Lanes       []int // indexes of the lanes that are shown, in order
	Hidden      int   // how many events are left out because none of their lanes is shown
	OutsideSpan int   // how many others are left out because they do not overlap From to To

	shown  []bool // for each lane of the set
	events bitmap
	lanes  [][]int // for each lane of the set, the events that are drawn in it
}

// Select returns the events of which at least one lane is shown and whose bounds overlap the filter's time. Every
// event is either selected or counted in Hidden or OutsideSpan.
func (s *Set) Select(f Filter) *Selection {
	selection := &Selection{
		Set: s, shown: make([]bool, len(s.Lanes)), events: newBitmap(s.Events.Len()), lanes: make([][]int, len(s.Lanes)),
	}
	for i := range s.Lanes {
		if selection.shown[i] = !f.Hidden[s.Lanes[i].ID]; selection.shown[i] {
			selection.Lanes = append(selection.Lanes, i)
		}
	}
	from, to := f.limits()
	for i := range s.Events.Len() {
		lane := selection.LaneOf(i)
		earliest, latest := s.Events.Bounds(i)
		switch {
		case lane < 0:
			selection.Hidden++
		case latest < from || earliest > to:
			selection.OutsideSpan++
		default:
			selection.events.add(i)
			selection.lanes[lane] = append(selection.lanes[lane], i)
		}
	}
	selection.events.counted()
	return selection
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
	for _, lane := range s.Set.Events.Lanes(event) {
		if s.shown[lane] {
			return lane
		}
	}
	return -1
}

// In returns the selected events that are drawn in a lane, in time order. They are not to be changed.
func (s *Selection) In(lane int) []int { return s.lanes[lane] }

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
