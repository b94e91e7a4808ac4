package scene

import (
	"slices"

	"dateline/data"
)

// Step returns the selected event by places after (or, negative, before) the
// given one in order of time, held at the ends. An event that is not selected
// counts from its place in time; for -1 it is the first, or for a step back the
// last. Where nothing is selected it is -1.
func Step(sel *data.Selection, event, by int) int {
	n := sel.Len()
	if n == 0 {
		return -1
	}
	at := sel.Place(event)
	switch {
	case event < 0 && by < 0:
		return sel.At(n - 1)
	case event < 0:
		return sel.At(0)
	case !sel.Has(event) && by > 0:
		at--
	}
	return sel.At(min(max(at+by, 0), n-1))
}

// Beside returns the event that begins nearest in time in the next shown lane below (by 1)
// or above (by -1) that has any, or the same event where there is none.
func Beside(sel *data.Selection, event, by int) int {
	if !sel.Has(event) {
		return Step(sel, -1, by)
	}
	lane := slices.Index(sel.Lanes, sel.LaneOf(event))
	for lane += by; lane >= 0 && lane < len(sel.Lanes); lane += by {
		if found := sel.Lane(sel.Lanes[lane]).Near(sel.Indexed(event).Start); found >= 0 {
			return found
		}
	}
	return event
}
