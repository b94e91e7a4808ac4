package diff

import (
	"cmp"
	"context"
	"fmt"
	"hash/maphash"
	"slices"

	"dateline/data"
)

// renaming says which events were renamed, as indexes in the old and the new set.
type renaming struct{ to, from map[int]int }

// couple is an event of each set.
type couple struct{ old, new int }

// renamedEvents finds which of the events that are in one set alone are the same but for their identifier, if only one
// in each set is such.
func (c *comparison) renamedEvents(ctx context.Context, removed, added []int) (renaming, error) {
	r := renaming{map[int]int{}, map[int]int{}}
	couples, err := c.couples(ctx, removed, added)
	if err != nil {
		return r, fmt.Errorf("look for renamed events: %w", err)
	}
	c.old.events = map[string]string{}
	for _, pair := range couples {
		c.old.events[c.old.set.Events.ID(pair.old)] = c.new.set.Events.ID(pair.new)
	}
	if err := c.confirm(ctx, couples); err != nil {
		return r, fmt.Errorf("look for renamed events: %w", err)
	}
	for _, pair := range couples {
		if _, ok := c.old.events[c.old.set.Events.ID(pair.old)]; ok {
			r.to[pair.old], r.from[pair.new] = pair.new, pair.old
		}
	}
	return r, nil
}

// couples returns what are the same events as far as that can be said before it is known where their links go.
func (c *comparison) couples(ctx context.Context, removed, added []int) ([]couple, error) {
	removed, added = withLooksOf(&c.old, removed, &c.new, added), withLooksOf(&c.new, added, &c.old, removed)
	seed := maphash.MakeSeed()
	before, err := c.old.signatures(ctx, seed, removed)
	if err != nil {
		return nil, err
	}
	after, err := c.new.signatures(ctx, seed, added)
	if err != nil {
		return nil, err
	}
	var couples []couple
	for signature, old := range before {
		if new := after[signature]; len(old) == 1 && len(new) == 1 {
			couples = append(couples, couple{old[0], new[0]})
		}
	}
	slices.SortFunc(couples, func(a, b couple) int { return cmp.Compare(a.old, b.old) })
	return couples, nil
}

// look is what is known of an event without reading it.
type look struct {
	title            string
	earliest, latest int64
}

func (s *side) look(event int) look {
	earliest, latest := s.set.Events.Bounds(event)
	return look{s.set.Events.Title(event), earliest, latest}
}

// withLooksOf returns those of some events that look like one of some others.
func withLooksOf(s *side, events []int, other *side, others []int) []int {
	looks := make(map[look]bool, len(others))
	for _, i := range others {
		looks[other.look(i)] = true
	}
	var like []int
	for _, i := range events {
		if looks[s.look(i)] {
			like = append(like, i)
		}
	}
	return like
}

// signatures returns events by a number that is the same for those that say the same, links apart.
func (s *side) signatures(ctx context.Context, seed maphash.Seed, events []int) (map[uint64][]int, error) {
	numbers := make([]uint64, len(events))
	err := sharedEvents(ctx, len(events), func(i int) error {
		event, err := s.set.Events.At(events[i])
		numbers[i] = s.signature(seed, &event)
		return err
	})
	if err != nil {
		return nil, err
	}
	by := map[uint64][]int{}
	for i, number := range numbers {
		by[number] = append(by[number], events[i])
	}
	return by, nil
}

func (s *side) signature(seed maphash.Seed, e *data.Event) uint64 {
	var h maphash.Hash
	h.SetSeed(seed)
	maphash.WriteComparable(&h, key{e.Date.String(), e.Title, e.Summary, string(e.Status)})
	for _, list := range [][]element{
		s.laneElements(e.Lanes), textElements(e.People), textElements(e.Places), textElements(e.Tags),
		s.claimElements(e.Claims), s.knownElements(e, nil),
	} {
		maphash.WriteComparable(&h, len(list))
		for i := range list {
			maphash.WriteComparable(&h, list[i].same)
		}
	}
	return h.Sum64()
}

// confirm compares couples wholly, and takes those out of what was renamed that are not the same.
func (c *comparison) confirm(ctx context.Context, couples []couple) error {
	different := make([]bool, len(couples))
	err := sharedEvents(ctx, len(couples), func(i int) error {
		f, err := c.eventsAt(couples[i].old, couples[i].new)
		different[i] = f != nil
		return err
	})
	if err != nil || !slices.Contains(different, true) {
		return err
	}
	var wrong []int // old events
	for i := range different {
		if different[i] {
			wrong = append(wrong, couples[i].old)
		}
	}
	linking, err := c.linking(couples)
	if err != nil {
		return err
	}
	// Where an event is not the same, those that link to it are not: their links go elsewhere.
	for ; len(wrong) > 0; wrong = wrong[1:] {
		if id := c.old.set.Events.ID(wrong[0]); c.old.events[id] != "" {
			delete(c.old.events, id)
			wrong = append(wrong, linking[wrong[0]]...)
		}
	}
	return nil
}

// linking returns by old event those of the couples' old events that link to it.
func (c *comparison) linking(couples []couple) (map[int][]int, error) {
	linking := map[int][]int{}
	for _, pair := range couples {
		event, err := c.old.set.Events.At(pair.old)
		if err != nil {
			return nil, err
		}
		for _, link := range event.Links {
			linking[link.To] = append(linking[link.To], pair.old)
		}
	}
	return linking, nil
}
