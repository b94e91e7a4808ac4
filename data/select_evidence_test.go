package data

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// sourced returns a dataset whose events have all sorts of statuses, sources and evidence.
func sourced(random *rand.Rand, count int) []byte {
	var b strings.Builder
	b.WriteString(`{"format": 1, "title": "T", "lanes": [{"id": "a"}, {"id": "b"}],
"sources": [{"id": "s0", "publisher": "P"}, {"id": "s1", "publisher": " p"}, {"id": "s2"}, {"id": "s3"}], "events": [`)
	pick := func(of ...string) string { return of[random.IntN(len(of))] }
	for i := range count {
		if i > 0 {
			b.WriteByte(',')
		}
		var claims []string
		for s := range 4 {
			if random.IntN(3) == 0 {
				claims = append(claims, fmt.Sprintf(`{"source": "s%d"%s}`, s, pick("", "", `, "date": "2001"`, `, "date": ""`)))
			}
		}
		fmt.Fprintf(&b, `
{"id": "e%d", "lanes": [%s], "date": "20%02d", "title": "E", %s%s%s"claims": [%s]}`, i, pick(`"a"`, `"b"`, `"a", "b"`),
			random.IntN(30), pick("", `"status": "established", `, `"status": "false", `),
			pick("", "", `"known": [{"by": "public", "date": "2001"}], `, `"known": [], `),
			pick("", "", `"links": [{"to": "e0", "kind": "before"}], `), strings.Join(claims, ", "))
	}
	b.WriteString("]}")
	return []byte(b.String())
}

// Each event is left out for the first reason there is, or selected.
func TestSet_Select_Evidence(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for range 40 {
		set := mustParse(t, sourced(random, 150))
		f := Filter{
			Hidden: map[string]bool{"a": random.IntN(3) == 0}, Independent: random.IntN(4),
			Statuses: map[Status]bool{"": random.IntN(3) == 0, False: random.IntN(2) == 0},
			Sources:  map[string]bool{"s0": random.IntN(2) == 0, "s1": random.IntN(2) == 0, "s3": random.IntN(2) == 0},
		}
		if random.IntN(2) == 0 {
			f.Only = []uint64{random.Uint64(), random.Uint64()} // nothing from 128 on
		}
		sel := set.Select(f)
		var want Left
		selected := 0
		for i, event := range eventsOf(t, set) {
			counter := reason(set, f, i, &event, &want)
			if counter == nil {
				counter = &selected
			}
			*counter++
			if (counter == &selected) != sel.Has(i) {
				t.Errorf("%+v: event %d (%+v): selected %t", f, i, event, sel.Has(i))
			}
		}
		if sel.Left != want || sel.Len() != selected || sel.Hidden+sel.OutsideSpan+selected != set.Events.Len() {
			t.Errorf("%+v: left %+v, want %+v; %d selected, want %d", f, sel.Left, want, sel.Len(), selected)
		}
	}
}

// reason returns what counts an event that is left out, nil for one that is not.
func reason(set *Set, f Filter, i int, e *Event, left *Left) *int {
	shown, hidden := false, true
	for _, lane := range e.Lanes {
		shown = shown || !f.Hidden[set.Lanes[lane].ID]
	}
	independent := map[string]bool{}
	for _, claim := range e.Claims {
		hidden = hidden && f.Sources[set.Sources[claim.Source].ID]
		independent[map[int]string{0: "p", 1: "p", 2: "2", 3: "3"}[claim.Source]] = true
	}
	switch {
	case !shown:
		return &left.Lanes
	case f.Statuses[e.Status]:
		return &left.Statuses
	case hidden && len(e.Claims) > 0:
		return &left.Sources
	case len(independent) < f.Independent:
		return &left.Support
	case f.Only != nil && (i >= 128 || f.Only[i/64]>>(i%64)&1 == 0):
		return &left.Only
	}
	return nil
}

// Both ways of reading an event find out whether there is evidence in it.
func TestEvents_HasEvidence(t *testing.T) {
	content := sourced(rand.New(rand.NewPCG(7, 8)), 200)
	for _, slowly := range []bool{false, true} {
		l := loader{name: "f", from: inMemory(content), block: blockSize, slowly: slowly}
		set, err := l.load(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		with := 0
		for i, e := range eventsOf(t, set) {
			want := len(e.Known) > 0 || len(e.Links) > 0
			for _, claim := range e.Claims {
				want = want || !claim.Date.IsZero()
			}
			if set.Events.HasEvidence(i) != want {
				t.Errorf("slowly %t: %+v: %t", slowly, e, !want)
			}
			if want {
				with++
			}
		}
		if with == 0 || with == 200 {
			t.Errorf("%d events have evidence", with)
		}
	}
}

func TestSet_Tally(t *testing.T) {
	set := mustParse(t, sourced(rand.New(rand.NewPCG(9, 10)), 100))
	got := set.Tally()
	want := Tally{make([]int, 2), map[Status]int{}, make([]int, 4), 0}
	for i, e := range eventsOf(t, set) {
		want.Statuses[e.Status]++
		for _, lane := range e.Lanes {
			want.Lanes[lane]++
		}
		var left Left
		if reason(set, Filter{Independent: 2}, i, &e, &left) == nil {
			want.Independent++
		}
		for _, claim := range e.Claims {
			want.Sources[claim.Source]++
		}
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
