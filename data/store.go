package data

import (
	"fmt"

	"dateline/data/edtf"
)

// Events are the events of a set, in time order: by earliest instant, then latest, then place in the file. What the
// timeline needs of each is at hand; the whole of one is decoded when it is asked for. Indexes are from 0 to Len()-1.
type Events struct {
	list  []Event
	index map[string]int // by identifier
}

// Len returns how many events there are.
func (e *Events) Len() int { return len(e.list) }

// ID returns an event's identifier.
func (e *Events) ID(i int) string { return e.list[i].ID }

// Title returns an event's title.
func (e *Events) Title(i int) string { return e.list[i].Title }

// Date returns an event's date.
func (e *Events) Date(i int) edtf.Date { return e.list[i].Date }

// Bounds returns the earliest and the latest instant of an event's date in seconds since 1970, both inclusive; the
// extreme values of int64 for a bound that is open or unknown.
func (e *Events) Bounds(i int) (earliest, latest int64) {
	bounds := e.list[i].Date.Bounds()
	return bounds.Earliest, bounds.Latest
}

// Lanes returns the lanes of an event as indexes into Set.Lanes, its home first. They are not to be changed.
func (e *Events) Lanes(i int) []int { return e.list[i].Lanes }

// Sources returns the sources of an event's claims as indexes into Set.Sources, each once, in the order of the claims.
// They are not to be changed.
func (e *Events) Sources(i int) []int {
	var sources []int
	for _, claim := range e.list[i].Claims {
		sources = append(sources, claim.Source)
	}
	return sources
}

// At returns the whole of an event. There is an error if there is no such event or it cannot be read again.
func (e *Events) At(i int) (Event, error) {
	if i < 0 || i >= len(e.list) {
		return Event{}, fmt.Errorf("there is no event %d: the set has %d events", i, len(e.list))
	}
	return e.list[i], nil
}

// Index returns the index of the event with an identifier, and whether there is one.
func (e *Events) Index(id string) (int, bool) {
	index, ok := e.index[id]
	return index, ok
}
