package export

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"dateline/data"
	"dateline/data/evidence"
	"dateline/data/gaps"
	"dateline/widgets/scene"
)

// evident returns a dataset of so many events in three lanes with statuses, other
// dates, links, and what was known when, at random.
func evident(t testing.TB, random *rand.Rand, events int) *data.Set {
	t.Helper()
	statuses := append([]data.Status{""}, data.Statuses...)
	var all []object
	for i := range events {
		e := event(fmt.Sprint("e", i), fmt.Sprint("l", random.IntN(3)), dayOf(random), fmt.Sprintf("A title jumping À %d", i))
		switch random.IntN(4) {
		case 0:
			e["date"] = dayOf(random)[:7]
		case 1:
			e["date"] = fmt.Sprintf("%s/%d", dayOf(random), 2015+random.IntN(8))
		}
		if status := statuses[random.IntN(len(statuses))]; status != "" {
			e["status"] = status
		}
		claims, links := []object{{"source": "s0", "quote": "q"}}, []object{}
		for range random.IntN(3) {
			claims = append(claims, object{"source": fmt.Sprint("s", 1+random.IntN(3)), "quote": "q", "date": dayOf(random)[:4+3*random.IntN(3)]})
			if to := random.IntN(events); to != i {
				links = append(links, object{"to": fmt.Sprint("e", to), "kind": data.LinkKinds[random.IntN(len(data.LinkKinds))]})
			}
		}
		e["claims"], e["links"] = claims, links
		if random.IntN(3) == 0 {
			e["known"] = []object{{"by": "public", "date": dayOf(random)[:7]}}
		}
		all = append(all, e)
	}
	sources := []object{{"id": "s0", "published": "2024"}, {"id": "s1"}, {"id": "s2"}, {"id": "s3"}}
	return parsed(t, object{
		"format": 1, "title": "Evident", "sources": sources, "events": all,
		"lanes": []object{{"id": "l0"}, {"id": "l1", "title": "A lane", "marker": "diamond"}, {"id": "l2"}},
	})
}

// dayOf returns a day of 25 years at random.
func dayOf(random *rand.Rand) string {
	return fmt.Sprintf("%d-%02d-%02d", 1990+random.IntN(25), 1+random.IntN(12), 1+random.IntN(28))
}

// extras are what is drawn besides marks.
type extras struct{ evidence, chain, known, gaps bool }

// with returns the options of a set with extras; the chain is of every third
// event.
func with(t testing.TB, set *data.Set, e extras) Options {
	t.Helper()
	o := light(set)
	read, err := evidence.Read(t.Context(), set, nil)
	if err != nil {
		t.Fatal(err)
	}
	if e.evidence {
		o.Evidence = read
	}
	for i := 0; e.chain && i < set.Events.Len(); i += 3 {
		o.Chain = append(o.Chain, i)
	}
	if e.known {
		o.Knowledge = read.Known(evidence.Public)
	}
	if e.gaps {
		for _, gap := range gaps.Longest(set.Select(data.Filter{}), 2) {
			span := scene.Span{From: float64(gap.From), To: float64(gap.To)}
			o.Gaps = append(o.Gaps, scene.Gap{Lane: gap.Lane, Span: span, Words: gap.Words()})
		}
	}
	return o
}

// everyExtra are the ways to have extras.
func everyExtra() []extras {
	var all []extras
	for i := range 16 {
		all = append(all, extras{i&1 != 0, i&2 != 0, i&4 != 0, i&8 != 0})
	}
	return all
}

// looked is a dataset with every look, and all that is drawn besides marks.
func looked(t testing.TB) *data.Set {
	t.Helper()
	var events []object
	for i, status := range data.Statuses {
		for k, date := range []string{"%d-03-05", "%d-01-01/%d-06-01", "%d-01/%d-11"} {
			text := fmt.Sprintf(date, 2000+3*i+k)
			if k > 0 {
				text = fmt.Sprintf(date, 2000+3*i+k, 2000+3*i+k)
			}
			e := event(fmt.Sprintf("e%d-%d", i, k), "a", text, status.Words())
			e["status"] = status
			e["links"] = []object{{"to": fmt.Sprintf("e%d-%d", (i+3)%5, k), "kind": data.LinkKinds[(i+k)%6]}}
			e["claims"] = []object{{"source": "s", "quote": "q", "date": fmt.Sprint(2001 + 3*i)}}
			events = append(events, e)
		}
	}
	events = append(events, event("b", "b", "1998-05-06", "Nothing said"))
	return parsed(t, object{
		"format": 1, "title": "Looks", "events": events, "sources": []object{{"id": "s", "published": "2012"}},
		"lanes": []object{{"id": "a", "title": "A", "marker": "square"}, {"id": "b", "title": "B"}},
	})
}
