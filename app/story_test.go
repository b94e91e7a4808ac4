package app

import (
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"dateline/data"
	"dateline/widgets/scene"
)

// days returns a dataset with an event on each date, named by its number, and
// with so many quotations.
func days(t *testing.T, quotes func(i int) int, dates ...string) *data.Set {
	t.Helper()
	events := []map[string]any{}
	for i, date := range dates {
		claims := []map[string]any{}
		for q := range quotes(i) {
			claims = append(claims, map[string]any{"source": "s", "quote": fmt.Sprint("quotation ", q)})
		}
		events = append(events, map[string]any{
			"id": fmt.Sprint("e", i), "lanes": []string{"a"}, "date": date, "title": fmt.Sprint("Event ", i), "claims": claims,
		})
	}
	content, err := json.Marshal(map[string]any{
		"format": 1, "title": "Days", "span": "1990/2020", "events": events,
		"lanes": []map[string]any{{"id": "a", "title": "A"}}, "sources": []map[string]any{{"id": "s", "title": "S"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	set, err := data.Parse("days.json", content)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// selecting returns the selection of some events.
func selecting(set *data.Set, events ...int) *data.Selection {
	bits := make([]uint64, set.Events.Len()/64+1)
	for _, e := range events {
		bits[e/64] |= 1 << (e % 64)
	}
	return set.Select(data.Filter{Only: bits})
}

// aWeek is a dataset of seven events with 0, 1, 2, 0, 1, 2 and 0 quotations.
func aWeek(t *testing.T) (*data.Set, func(event int) int) {
	t.Helper()
	quotes := func(i int) int { return i % 3 }
	var dates []string
	for i := range 7 {
		dates = append(dates, fmt.Sprintf("2001-05-%02d", i+1))
	}
	return days(t, quotes, dates...), quotes
}

func TestTale_Beginning(t *testing.T) {
	set, _ := aWeek(t)
	empty := days(t, func(int) int { return 0 })
	for _, c := range []struct {
		name     string
		sel      *data.Selection
		selected int
		event    int
		sentence string // a part of it
	}{
		{"nothing selected", selecting(set, 2, 4), -1, 2, ""},
		{"the selected one", selecting(set, 2, 4), 4, 4, ""},
		{"a hidden one", selecting(set, 2, 4), 3, 2, ""},
		{"all hidden", selecting(set), 3, -1, "filters leave no event"},
		{"no events", empty.Select(data.Filter{}), -1, -1, "has no events"},
		{"no dataset", nil, -1, -1, "no events"},
	} {
		got, sentence := beginning(c.sel, c.selected)
		if got != (tale{event: c.event}) || (sentence == "") != (c.sentence == "") || !strings.Contains(sentence, c.sentence) {
			t.Errorf("%s: %+v, %q", c.name, got, sentence)
		}
	}
}

func TestTale_Steps(t *testing.T) {
	set, quotes := aWeek(t)
	sel := selecting(set, 1, 2, 5)
	next := func(t tale) tale { return t.next(sel) }
	back := func(t tale) tale { return t.back(sel) }
	on := func(t tale) tale { return t.readOn(sel, quotes) }
	up := func(t tale) tale { return t.readBack(sel, quotes) }
	for _, c := range []struct {
		name       string
		step       func(tale) tale
		from, want tale
	}{
		{"next", next, tale{event: 1}, tale{event: 2}},
		{"next from a later quotation", next, tale{event: 2, quote: 1}, tale{event: 5}},
		{"next at the last", next, tale{event: 5}, tale{event: 5, end: true}},
		{"next at the last, keeping its quotation", next, tale{event: 5, quote: 1}, tale{event: 5, quote: 1, end: true}},
		{"next at the end", next, tale{event: 5, end: true}, tale{event: 5, end: true}},
		{"next from a hidden one", next, tale{event: 3}, tale{event: 5}},
		{"next from a hidden last one", next, tale{event: 6}, tale{event: 6, end: true}},
		{"back", back, tale{event: 2, quote: 1}, tale{event: 1}},
		{"back at the first", back, tale{event: 1}, tale{event: 1}},
		{"back from the end", back, tale{event: 5, end: true}, tale{event: 5}},
		{"back from a hidden one", back, tale{event: 3}, tale{event: 2}},
		{"back from a hidden end", back, tale{event: 6, end: true}, tale{event: 5}},
		{"back from a hidden first one", back, tale{event: 0}, tale{event: 0}},
		{"first", func(t tale) tale { return t.first(sel) }, tale{event: 5, end: true}, tale{event: 1}},
		{"last", func(t tale) tale { return t.last(sel) }, tale{event: 1}, tale{event: 5}},
		{"on to the next quotation", on, tale{event: 2}, tale{event: 2, quote: 1}},
		{"on to the next event", on, tale{event: 2, quote: 1}, tale{event: 5}},
		{"on from the last quotation of all", on, tale{event: 5, quote: 1}, tale{event: 5, quote: 1, end: true}},
		{"up to the quotation before", up, tale{event: 5, quote: 1}, tale{event: 5}},
		{"up to the event before", up, tale{event: 5}, tale{event: 2, quote: 1}},
		{"up from the end", up, tale{event: 5, quote: 1, end: true}, tale{event: 5, quote: 1}},
		{"up at the first", up, tale{event: 1}, tale{event: 1}},
	} {
		if got := c.step(c.from); got != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
	}
}

// Where the filters have come to hide everything, nothing leads anywhere.
func TestTale_NothingLeft(t *testing.T) {
	set, quotes := aWeek(t)
	sel := selecting(set)
	at := tale{event: 3}
	for name, got := range map[string]tale{
		"next": at.next(sel), "back": at.back(sel), "first": at.first(sel), "last": at.last(sel),
		"on": at.readOn(sel, quotes), "up": at.readBack(sel, quotes),
	} {
		if got.event != 3 {
			t.Errorf("%s leads to %+v", name, got)
		}
	}
}

// someOf returns a random selection of a set.
func someOf(set *data.Set, random *rand.Rand) *data.Selection {
	var events []int
	for e := range set.Events.Len() {
		if random.IntN(3) > 0 {
			events = append(events, e)
		}
	}
	return selecting(set, events...)
}

// From the first event each event of a selection is met once, in order of time,
// and on the way back again; each quotation likewise.
func TestTale_MeetsEachOnce(t *testing.T) {
	set, quotes := aWeek(t)
	random := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		sel := someOf(set, random)
		if sel.Len() == 0 {
			continue
		}
		var events, read, want []tale
		for at := (tale{}).first(sel); !at.end; at = at.next(sel) {
			events = append(events, at)
		}
		for at := (tale{}).first(sel); !at.end; at = at.readOn(sel, quotes) {
			read = append(read, at)
		}
		for e := range sel.All() {
			for q := range max(quotes(e), 1) {
				want = append(want, tale{event: e, quote: q})
			}
		}
		if !slices.Equal(slices.Collect(sel.All()), eventsIn(events)) {
			t.Fatalf("steps meet %+v", events)
		}
		if !slices.Equal(read, want) {
			t.Fatalf("reading on meets %+v, want %+v", read, want)
		}
		back, up := events[len(events)-1].next(sel), read[len(read)-1].readOn(sel, quotes)
		for i := range slices.Backward(events) {
			if back = back.back(sel); back != events[i] {
				t.Fatalf("back leads to %+v, want %+v", back, events[i])
			}
		}
		for i := range slices.Backward(read) {
			if up = up.readBack(sel, quotes); up != read[i] {
				t.Fatalf("reading back leads to %+v, want %+v", up, read[i])
			}
		}
	}
}

func eventsIn(tales []tale) []int {
	var events []int
	for _, t := range tales {
		events = append(events, t.event)
	}
	return events
}

// A selection that changes in the middle of a story goes on from the time that
// the story has come to: nothing earlier comes again.
func TestTale_SelectionChanges(t *testing.T) {
	set, _ := aWeek(t)
	random := rand.New(rand.NewPCG(3, 4))
	for range 500 {
		at := tale{event: random.IntN(set.Events.Len())}
		sel := someOf(set, random)
		next, back := at.next(sel), at.back(sel)
		if next.end != (next.event == at.event) || !next.end && (next.event <= at.event || !sel.Has(next.event)) {
			t.Fatalf("after %d comes %+v", at.event, next)
		}
		if back.event > at.event || back.event != at.event && !sel.Has(back.event) {
			t.Fatalf("before %d comes %+v", at.event, back)
		}
		for between := at.event + 1; between < next.event; between++ {
			if sel.Has(between) {
				t.Fatalf("from %d to %d, %d is left out", at.event, next.event, between)
			}
		}
	}
}

func TestStorySpan(t *testing.T) {
	const day, year = 86400.0, 365.25 * 86400
	none := func(int) int { return 0 }
	domain := scene.Span{From: -5 * year, To: 45 * year}
	for _, c := range []struct {
		name        string
		dates       []string
		event       int
		least, most float64 // of the span's length
		seen        []int
	}{
		{"days apart", []string{"2001-05-01", "2001-05-08", "2001-05-20"}, 1, 19 * day, 60 * day, []int{0, 2}},
		{"years apart", []string{"2001", "2004-06", "2009"}, 1, 8 * year, 14 * year, []int{0, 2}},
		{"one day alone", []string{"2001-05-01"}, 0, 10 * day, 100 * day, nil},
		{"all on one day", []string{"2001-05-01", "2001-05-01", "2001-05-01"}, 1, 10 * day, 100 * day, []int{0, 2}},
		{"minutes apart", []string{"2001-05-01T10:00Z", "2001-05-01T10:04Z", "2001-05-01T10:05Z"}, 1, 300, day, []int{0, 2}},
		{"too far away", []string{"1971-01-01", "2014-01-01"}, 0, year, 30 * year, nil},
		{"within a long one", []string{"1999/2010", "2001-05-01", "2001-06-01"}, 1, 2 * year, 6 * year, []int{0, 2}},
		{"long itself", []string{"1999/2010", "2001-05-01"}, 0, 12 * year, 24 * year, []int{1}},
		{"open at the end", []string{"2012/", "2013-01-01"}, 0, 3 * year, 20 * year, []int{1}},
		{"open at the beginning", []string{"/1990", "1995"}, 0, 20 * year, 50 * year, []int{1}},
	} {
		set := days(t, none, c.dates...)
		span := storySpan(set.Select(data.Filter{}), c.event, domain)
		if n := span.Length(); n < c.least || n > c.most {
			t.Errorf("%s: %.1f days, want %.1f to %.1f", c.name, n/day, c.least/day, c.most/day)
		}
		for _, e := range c.seen {
			if at := scene.Extent(set, e, domain).From; at < span.From || at >= span.To {
				t.Errorf("%s: event %d is not seen", c.name, e)
			}
		}
	}
}

// The event itself is always within the span, with room on both sides, and a
// filter that hides a neighbour makes no span that is none.
func TestStorySpan_HoldsTheEvent(t *testing.T) {
	set, err := bundled()
	if err != nil {
		t.Fatal(err)
	}
	domain := scene.DomainOf(set)
	random := rand.New(rand.NewPCG(5, 6))
	for range 100 {
		sel := someOf(set, random)
		for e := range sel.All() {
			own, span := scene.Extent(set, e, domain), storySpan(sel, e, domain)
			if !(span.From < own.From && span.To > own.To) || math.IsInf(span.Length(), 0) {
				t.Fatalf("%s lies in %+v, the story shows %+v", set.Events.ID(e), own, span)
			}
		}
	}
}
