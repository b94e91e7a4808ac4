package scene

import (
	"math"
	"slices"

	"dateline/data"
)

// Step returns the selected event by places after (or, negative, before) the
// given one in order of time, held at the ends. An event that is not selected
// counts from its place in time; for -1 it is the first, or for a step back the
// last. Where nothing is selected it is -1.
func Step(sel *data.Selection, event, by int) int {
	n := len(sel.Events)
	if n == 0 {
		return -1
	}
	at, ok := slices.BinarySearch(sel.Events, event)
	switch {
	case event < 0 && by < 0:
		return sel.Events[n-1]
	case event < 0:
		return sel.Events[0]
	case !ok && by > 0:
		at--
	}
	return sel.Events[min(max(at+by, 0), n-1)]
}

// Beside returns the event nearest in time in the next shown lane below (by 1)
// or above (by -1) that has any, or the same event where there is none.
func Beside(sel *data.Selection, event, by int) int {
	at, ok := slices.BinarySearch(sel.Events, event)
	if !ok {
		return Step(sel, -1, by)
	}
	lane := slices.Index(sel.Lanes, sel.Lane[at])
	for lane += by; lane >= 0 && lane < len(sel.Lanes); lane += by {
		if found := nearestIn(sel, sel.Lanes[lane], event); found >= 0 {
			return found
		}
	}
	return event
}

func nearestIn(sel *data.Selection, lane, event int) int {
	when := middle(&sel.Set.Events[event])
	best, least := -1, math.Inf(1)
	for i, e := range sel.Events {
		if sel.Lane[i] != lane {
			continue
		}
		if d := math.Abs(middle(&sel.Set.Events[e]) - when); d < least {
			best, least = e, d
		}
	}
	return best
}

// middle returns the middle of an event's date, or its one known end.
func middle(event *data.Event) float64 {
	from, to := bounds(event.Date.Bounds())
	switch {
	case math.IsInf(from, 0) && math.IsInf(to, 0):
		return 0
	case math.IsInf(from, 0):
		return to
	case math.IsInf(to, 0):
		return from
	}
	return (from + to) / 2
}
