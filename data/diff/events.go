package diff

import (
	"cmp"
	"context"
	"fmt"
	"hash/maphash"
	"math"
	"slices"

	"dateline/data"
)

// events compares the events.
func (c *comparison) events(ctx context.Context) ([]Change, error) {
	partners, different, err := c.pair(ctx)
	if err != nil {
		return nil, err
	}
	removed, added := c.alone(partners)
	renamed, err := c.renamedEvents(ctx, removed, added)
	if err != nil {
		return nil, err
	}
	changes, err := c.changedEvents(ctx, partners, different)
	if err != nil {
		return nil, err
	}
	for _, i := range removed {
		if _, ok := renamed.to[i]; !ok {
			changes = append(changes, c.old.change(Removed, i, i, None))
		}
	}
	for _, i := range added {
		if was, ok := renamed.from[i]; ok {
			change := c.new.change(Renamed, i, was, i)
			change.Was = c.old.set.Events.ID(was)
			changes = append(changes, change)
		} else {
			changes = append(changes, c.new.change(Added, i, None, i))
		}
	}
	c.sort(changes)
	return changes, nil
}

// alone returns the events that are in one set alone: of the old one, and of the new one.
func (c *comparison) alone(partners []int) (removed, added []int) {
	kept := make([]bool, c.old.set.Events.Len())
	for i, partner := range partners {
		if partner == None {
			added = append(added, i)
		} else {
			kept[partner] = true
		}
	}
	for i := range kept {
		if !kept[i] {
			removed = append(removed, i)
		}
	}
	return removed, added
}

func (s *side) change(kind Kind, event, old, new int) Change {
	events := &s.set.Events
	return Change{
		What: Event, Kind: kind, ID: events.ID(event), Date: events.Date(event).String(), Title: events.Title(event),
		Old: old, New: new,
	}
}

// sort puts changes of events into the order of time; of those at one time, what has the same title stands together, and
// what was removed before what was added.
func (c *comparison) sort(changes []Change) {
	bounds := func(change *Change) (earliest, latest int64) {
		if change.New == None {
			earliest, latest = c.old.set.Events.Bounds(change.Old)
		} else {
			earliest, latest = c.new.set.Events.Bounds(change.New)
		}
		if earliest == math.MinInt64 { // no bound
			earliest = latest
		}
		return earliest, latest
	}
	slices.SortStableFunc(changes, func(a, b Change) int {
		aEarliest, aLatest := bounds(&a)
		bEarliest, bLatest := bounds(&b)
		return cmp.Or(cmp.Compare(aEarliest, bEarliest), cmp.Compare(aLatest, bLatest), cmp.Compare(a.Title, b.Title),
			cmp.Compare(a.New, b.New)) // None, of what was removed, is less than any index
	})
}

// pair returns for each new event the old one with its identifier, or None, and which of those are not the same to the
// letter. Letters are compared by their hashes: two texts in 2^64 would be taken for the same.
func (c *comparison) pair(ctx context.Context) (partners []int, different []bool, err error) {
	seed := maphash.MakeSeed()
	before := make([]uint64, c.old.set.Events.Len())
	if err := eachRaw(ctx, &c.old.set.Events, func(event int, object []byte) {
		before[event] = maphash.Bytes(seed, object)
	}); err != nil {
		return nil, nil, err
	}
	events := &c.new.set.Events
	partners, different = make([]int, events.Len()), make([]bool, events.Len())
	err = eachRaw(ctx, events, func(event int, object []byte) {
		partner, ok := c.old.set.Events.Index(events.ID(event))
		if !ok {
			partner = None
		}
		partners[event] = partner
		different[event] = ok && before[partner] != maphash.Bytes(seed, object)
	})
	return partners, different, err
}

// eachRaw calls do on every event with its text as it is in the file, on all cores.
func eachRaw(ctx context.Context, events *data.Events, do func(event int, object []byte)) error {
	err := shared(events.Len(), func(from, to int) error {
		return events.EachRaw(ctx, from, to, func(event int, object []byte) bool {
			do(event, object)
			return true
		})
	})
	if err != nil {
		return fmt.Errorf("compare events: %w", err)
	}
	return nil
}

// changedEvents compares the events that are in both sets and not the same to the letter.
func (c *comparison) changedEvents(ctx context.Context, partners []int, different []bool) ([]Change, error) {
	var both []int
	for i := range different {
		if different[i] {
			both = append(both, i)
		}
	}
	found := make([]fields, len(both))
	err := sharedEvents(ctx, len(both), func(i int) (err error) {
		found[i], err = c.eventsAt(partners[both[i]], both[i])
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("compare events: %w", err)
	}
	var changes []Change
	for i, event := range both {
		if found[i] != nil {
			change := c.new.change(Changed, event, partners[event], event)
			change.Fields = found[i]
			changes = append(changes, change)
		}
	}
	return changes, nil
}

// eventsAt compares an old with a new event.
func (c *comparison) eventsAt(old, new int) (fields, error) {
	before, err := c.old.set.Events.At(old)
	if err != nil {
		return nil, err
	}
	after, err := c.new.set.Events.At(new)
	if err != nil {
		return nil, err
	}
	return c.event(&before, &after), nil
}
