package facets

import (
	"slices"
	"strings"
)

// Choice says which names events are wanted of. The zero value wants all events. Between kinds, both must be: with a
// person and a place chosen, an event must name the person and the place.
type Choice struct {
	Names [len(Kinds)][]string // by kind, in the order in which they were chosen
	Any   bool                 // one of the names of each kind is enough; else an event must name all of them
}

// Empty reports whether no name is chosen.
func (c Choice) Empty() bool {
	return !slices.ContainsFunc(c.Names[:], func(names []string) bool { return len(names) > 0 })
}

// Several reports whether more than one name of a kind is chosen, so that Any matters.
func (c Choice) Several() bool {
	return slices.ContainsFunc(c.Names[:], func(names []string) bool { return len(names) > 1 })
}

// Has reports whether a name is chosen.
func (c Choice) Has(kind Kind, name string) bool { return slices.Contains(c.Names[kind], name) }

// Equal reports whether two choices are the same, with the names in the same order.
func (c Choice) Equal(other Choice) bool {
	same := func(a, b []string) bool { return slices.Equal(a, b) }
	return c.Any == other.Any && slices.EqualFunc(c.Names[:], other.Names[:], same)
}

// Toggled returns the choice with a name more, or without it if it is chosen. It shares nothing with c that is changed.
func (c Choice) Toggled(kind Kind, name string) Choice {
	names := slices.DeleteFunc(slices.Clone(c.Names[kind]), func(chosen string) bool { return chosen == name })
	if len(names) == len(c.Names[kind]) {
		names = append(names, name)
	}
	c.Names[kind] = names
	return c
}

// Words returns the choice as it is written behind “events with”, “” where nothing is chosen.
func (c Choice) Words() string {
	var all, parts []string
	for _, chosen := range c.Names {
		var names []string
		for _, name := range chosen {
			names = append(names, Line(name))
		}
		if all = append(all, names...); len(names) > 0 {
			parts = append(parts, listed(names, "or"))
		}
	}
	if !c.Any {
		return listed(all, "and")
	}
	if c.Several() {
		return strings.Join(parts, ", and ") // a comma, as “or” binds closer
	}
	return listed(parts, "and")
}

// listed returns names as a list in a sentence.
func listed(names []string, before string) string {
	last := len(names) - 1
	if last < 1 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:last], ", ") + " " + before + " " + names[last]
}

// Events returns the events that name something, as a bitset: the event with index i in data.Set.Events is bit i%64 of
// word i/64. There are none for a name that is in no event.
func (f *Facets) Events(kind Kind, name string) []uint64 {
	events := f.none()
	f.add(events, kind, name)
	return events
}

// EventsWithAll returns the events that name all of the names, as a bitset. All events name all of none.
func (f *Facets) EventsWithAll(kind Kind, names []string) []uint64 {
	events := f.all()
	for _, name := range names {
		keep(events, f.Events(kind, name))
	}
	return events
}

// EventsWithAny returns the events that name at least one of the names, as a bitset; none for no names.
func (f *Facets) EventsWithAny(kind Kind, names []string) []uint64 {
	events := f.none()
	for _, name := range names {
		f.add(events, kind, name)
	}
	return events
}

// Find returns the events that a choice wants, as a bitset.
func (f *Facets) Find(c Choice) []uint64 {
	events := f.all()
	for kind, names := range c.Names {
		switch {
		case len(names) == 0:
		case c.Any:
			keep(events, f.EventsWithAny(Kind(kind), names))
		default:
			keep(events, f.EventsWithAll(Kind(kind), names))
		}
	}
	return events
}

// none returns a bitset of no events.
func (f *Facets) none() []uint64 { return make([]uint64, (f.count+63)/64) }

// all returns a bitset of all events.
func (f *Facets) all() []uint64 {
	events := f.none()
	for i := range events {
		events[i] = ^uint64(0)
	}
	if rest := f.count % 64; rest > 0 {
		events[len(events)-1] = 1<<rest - 1
	}
	return events
}

// add adds the events that name something.
func (f *Facets) add(to []uint64, kind Kind, name string) {
	place, ok := f.Place(kind, name)
	if !ok {
		return
	}
	for _, event := range f.kinds[kind].of(place) {
		to[event/64] |= 1 << (event % 64)
	}
}

// keep leaves only those events that are also in others.
func keep(events, others []uint64) {
	for i := range events {
		events[i] &= others[i]
	}
}
