package data

import (
	"math"

	"dateline/data/edtf"
)

// Filter says which events of a set are wanted. The zero value wants all.
type Filter struct {
	Hidden   map[string]bool // identifiers of lanes that are switched off
	From, To edtf.Date       // events before From's earliest or after To's latest instant are left out; zero: no limit
}

// Selection is what a filter lets through of a set, which it shares and does not copy.
type Selection struct {
	Set         *Set
	Events      []int // indexes into Set.Events, in time order
	Lane        []int // for each of Events the index of the lane it is drawn in: the first of its lanes that is shown
	Lanes       []int // indexes of the lanes that are shown, in order
	Hidden      int   // how many events are left out because none of their lanes is shown
	OutsideSpan int   // how many others are left out because they do not overlap From to To
}

// Select returns the events of which at least one lane is shown and whose bounds overlap the filter's time. Every
// event is either selected or counted in Hidden or OutsideSpan.
func (s *Set) Select(f Filter) *Selection {
	selection := &Selection{Set: s}
	shown := make([]bool, len(s.Lanes))
	for i := range s.Lanes {
		if shown[i] = !f.Hidden[s.Lanes[i].ID]; shown[i] {
			selection.Lanes = append(selection.Lanes, i)
		}
	}
	from, to := f.limits()
	for i := range s.Events {
		event := &s.Events[i]
		lane, ok := firstShown(event.Lanes, shown)
		bounds := event.Date.Bounds()
		switch {
		case !ok:
			selection.Hidden++
		case bounds.Latest < from || bounds.Earliest > to:
			selection.OutsideSpan++
		default:
			selection.Events = append(selection.Events, i)
			selection.Lane = append(selection.Lane, lane)
		}
	}
	return selection
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

func firstShown(lanes []int, shown []bool) (lane int, ok bool) {
	for _, lane := range lanes {
		if shown[lane] {
			return lane, true
		}
	}
	return 0, false
}
