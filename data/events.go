package data

import (
	"cmp"
	"fmt"
	"slices"
)

func (b *builder) buildEvent(index int, w *wireEvent) Event {
	p := place{}.key("events").item(index)
	date, f := readDate(w.Date)
	b.check(&p, "date", f)
	b.check(&p, "title", badBlank(w.Title))
	if w.Status != "" {
		b.check(&p, "status", badChoice(w.Status, "status", Statuses))
	}
	if len(w.Lanes) == 0 {
		b.check(&p, "lanes", wrong("an event needs at least one lane"))
	}
	return Event{
		ID:      w.ID,
		Lanes:   b.several(&p, "lanes", b.lanes, w.Lanes),
		Date:    date,
		Title:   w.Title,
		Summary: w.Summary,
		Status:  Status(w.Status),
		People:  filled(w.People),
		Places:  filled(w.Places),
		Tags:    filled(w.Tags),
		Claims:  b.buildClaims(&p, w.Claims),
		Known:   b.buildKnown(&p, w),
		Links:   b.buildLinks(&p, w.Links),
	}
}

func (b *builder) buildClaims(event *place, claims []wireClaim) []Claim {
	return collect(claims, func(i int, w *wireClaim) Claim {
		p := event.key("claims").item(i)
		date, f := readOptionalDate(w.Date)
		b.check(&p, "date", f)
		return Claim{b.one(&p, "source", b.sources, w.Source), w.Quote, w.Locator, date}
	})
}

func (b *builder) buildKnown(event *place, w *wireEvent) []Known {
	return collect(w.Known, func(i int, k *wireKnown) Known {
		p := event.key("known").item(i)
		b.check(&p, "by", badBlank(k.By))
		date, f := readDate(k.Date)
		b.check(&p, "date", f)
		known := Known{By: k.By, Date: date, Claim: NoClaim}
		if k.Claim != nil {
			known.Claim = *k.Claim
			b.check(&p, "claim", badClaim(*k.Claim, len(w.Claims)))
		}
		return known
	})
}

// badClaim wants the index of one of count claims.
func badClaim(index, count int) *fault {
	switch {
	case index >= 0 && index < count:
		return nil
	case count == 0:
		return wrong(fmt.Sprintf("there is no claim %d: the event has no claims", index))
	}
	return wrong(fmt.Sprintf("there is no claim %d: the event's claims are 0 to %d", index, count-1))
}

func (b *builder) buildLinks(event *place, links []wireLink) []Link {
	return collect(links, func(i int, w *wireLink) Link {
		p := event.key("links").item(i)
		b.check(&p, "kind", badChoice(w.Kind, "kind of link", LinkKinds))
		return Link{b.one(&p, "to", b.events, w.To), LinkKind(w.Kind)}
	})
}

// filled returns nil for an empty list, so that it does not matter whether one is written.
func filled(texts []string) []string {
	if len(texts) == 0 {
		return nil
	}
	return texts
}

// timeKey is what events are ordered by.
type timeKey struct {
	earliest, latest int64
	index            int // in the file
}

func (e *Event) timeKey(index int) timeKey {
	bounds := e.Date.Bounds()
	key := timeKey{bounds.Earliest, bounds.Latest, index}
	if bounds.NoEarliest {
		key.earliest = bounds.Latest
	}
	return key
}

func (k timeKey) compare(other timeKey) int {
	return cmp.Or(cmp.Compare(k.earliest, other.earliest), cmp.Compare(k.latest, other.latest),
		cmp.Compare(k.index, other.index))
}

// sort puts the events, which are in file order, in time order and renumbers all that refers to them.
func (s *Set) sortEvents() {
	list := s.Events.list
	keys := make([]timeKey, len(list))
	for i := range list {
		keys[i] = list[i].timeKey(i)
	}
	if slices.IsSortedFunc(keys, timeKey.compare) {
		return
	}
	slices.SortFunc(keys, timeKey.compare)
	rank := make([]int, len(keys))
	sorted := make([]Event, len(keys))
	for i, key := range keys {
		rank[key.index], sorted[i] = i, list[key.index]
	}
	s.Events.list = sorted
	s.renumberEvents(rank)
}

func (s *Set) renumberEvents(rank []int) {
	for i := range s.Events.list {
		for j := range s.Events.list[i].Links {
			link := &s.Events.list[i].Links[j]
			link.To = rank[link.To]
		}
	}
	for i := range s.Disputes {
		for j, event := range s.Disputes[i].Events {
			s.Disputes[i].Events[j] = rank[event]
		}
	}
	for id, index := range s.Events.index {
		s.Events.index[id] = rank[index]
	}
}
