package find

import (
	"bytes"
	"context"
	"errors"
	"math/bits"
	"slices"
	"strings"
	"sync"
	"testing"

	"dateline/assets"
	"dateline/data"
	"dateline/data/sample"
	"dateline/data/search"
)

// made returns a dataset of so many events.
func made(t testing.TB, events int) *data.Set {
	t.Helper()
	var content bytes.Buffer
	if err := sample.Write(t.Context(), &content, events, 7); err != nil {
		t.Fatal(err)
	}
	return parsed(t, content.Bytes())
}

func parsed(t testing.TB, content []byte) *data.Set {
	t.Helper()
	set, err := data.Parse("test.json", content)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// atar returns the bundled dataset.
func atar(t testing.TB) *data.Set {
	t.Helper()
	return parsed(t, assets.Atar)
}

// indexed returns a finder whose index is whole.
func indexed(t testing.TB, set *data.Set) *Finder {
	t.Helper()
	f := New(set)
	if err := f.Index(t.Context(), func(float64) {}); err != nil {
		t.Fatal(err)
	}
	return f
}

// list returns the indexes of the events that were found, and checks their number.
func list(t testing.TB, f *Finder, query string) []int {
	t.Helper()
	found, err := f.Find(t.Context(), search.Parse(query))
	if err != nil {
		t.Fatal(err)
	}
	events := members(found.Events)
	if len(events) != found.Count || len(found.Events) != (f.set.Events.Len()+63)/64 {
		t.Fatalf("%q: %d events, counted %d; %d words", query, len(events), found.Count, len(found.Events))
	}
	return events
}

func members(set []uint64) []int {
	var list []int
	for i, word := range set {
		for ; word != 0; word &= word - 1 {
			list = append(list, i*64+bits.TrailingZeros64(word))
		}
	}
	return list
}

// eventsOf returns all events of a set.
func eventsOf(t testing.TB, set *data.Set) []data.Event {
	t.Helper()
	list := make([]data.Event, set.Events.Len())
	for i := range list {
		e, err := set.Events.At(i)
		if err != nil {
			t.Fatal(err)
		}
		list[i] = e
	}
	return list
}

// matching returns the indexes of the events that have a query in their texts, or only in their titles.
func matching(events []data.Event, query string, titles bool) []int {
	q := search.Parse(query)
	var list []int
	for i, e := range events {
		texts := []string{e.Title}
		if !titles {
			texts = slices.Concat(texts, []string{e.Summary}, e.People, e.Places, e.Tags)
			for _, claim := range e.Claims {
				texts = append(texts, claim.Quote)
			}
		}
		if q.Matches(texts...) {
			list = append(list, i)
		}
	}
	return list
}

// queriesOf returns queries made of words of a set: whole ones, beginnings, several, and none that is there.
func queriesOf(events []data.Event) []string {
	queries := []string{"", "e", "a b", "zzzz", "1", "- "}
	if len(events) == 0 {
		return queries
	}
	for i := range 8 {
		e := events[i*(len(events)-1)/7]
		words := strings.Fields(e.Title + " " + e.Summary + " " + strings.Join(e.People, " "))
		first, last := words[i%len(words)], words[len(words)-1-i%len(words)]
		queries = append(queries, first+" ", last[:1], last+" "+first, strings.ToUpper(first)+" "+last[:len(last)/2])
	}
	return queries
}

// What is found is what matches: before there is an index in the titles, then in all texts.
func TestFinder_FindsWhatMatches(t *testing.T) {
	for name, set := range map[string]*data.Set{
		"atar": atar(t), "none": made(t, 0), "one": made(t, 1), "chunks": made(t, 2*chunk+17),
	} {
		t.Run(name, func(t *testing.T) {
			before, after, events := New(set), indexed(t, set), eventsOf(t, set)
			for _, query := range queriesOf(events) {
				if got, want := list(t, before, query), matching(events, query, true); !slices.Equal(got, want) {
					t.Errorf("%q in titles: %v, want %v", query, got, want)
				}
				if got, want := list(t, after, query), matching(events, query, false); !slices.Equal(got, want) {
					t.Errorf("%q in all texts: %v, want %v", query, got, want)
				}
			}
		})
	}
}

// While the index of all texts is made, that of titles is looked up.
func TestFinder_TitlesFirst(t *testing.T) {
	set := made(t, 1000)
	f := New(set)
	ctx, stop := context.WithCancel(t.Context())
	if err := f.Index(ctx, func(float64) { stop() }); err == nil || f.of != titles {
		t.Fatalf("indexing ends with %v, and an index of %d", err, f.of)
	}
	events := eventsOf(t, set)
	for _, query := range queriesOf(events) {
		if got, want := list(t, f, query), matching(events, query, true); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", query, got, want)
		}
	}
}

// More events than a segment has, so that some have fewer than others.
func TestFinder_Segments(t *testing.T) {
	set := made(t, 1000)
	f := New(set)
	f.size = 192
	if err := f.Index(t.Context(), func(float64) {}); err != nil || len(f.index) != 6 {
		t.Fatalf("%d segments; %v", len(f.index), err)
	}
	events := eventsOf(t, set)
	for _, query := range queriesOf(events) {
		if got, want := list(t, f, query), matching(events, query, false); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", query, got, want)
		}
	}
}

func TestFinder_TellsWhetherAllTextsWereLookedAt(t *testing.T) {
	set := atar(t)
	f := New(set)
	for _, whole := range []bool{false, true} {
		if found, err := f.Find(t.Context(), search.Parse("atar")); err != nil || found.Whole != whole {
			t.Errorf("whole: %t, want %t; %v", found.Whole, whole, err)
		}
		if (f.Size() > 0) != whole {
			t.Errorf("whole: %t, but the index takes %d bytes", whole, f.Size())
		}
		if err := f.Index(t.Context(), func(float64) {}); err != nil {
			t.Fatal(err)
		}
	}
}

func TestFinder_Progress(t *testing.T) {
	var told sync.Map
	if err := New(made(t, 3000)).Index(t.Context(), func(share float64) { told.Store(share, true) }); err != nil {
		t.Fatal(err)
	}
	count := 0
	told.Range(func(share, _ any) bool {
		if s := share.(float64); s <= 0 || s > 1 {
			t.Errorf("a share of %g", s)
		}
		count++
		return true
	})
	if count < 50 || count > 100 {
		t.Errorf("progress was told %d times", count)
	}
}

// errEnough is why something is no longer wanted.
var errEnough = errors.New("enough")

func TestFinder_Cancelled(t *testing.T) {
	set := made(t, 2*chunk)
	f := New(set)
	ctx, stop := context.WithCancelCause(t.Context())
	indexing := make(chan error)
	go func() { indexing <- f.Index(ctx, func(share float64) { stop(errEnough) }) }()
	if err := <-indexing; !errors.Is(err, errEnough) || f.of != titles {
		t.Errorf("indexing ends with %v, and an index of %d", err, f.of)
	}
	for range 2 {
		if _, err := f.Find(ctx, search.Parse("a")); !errors.Is(err, errEnough) {
			t.Errorf("finding ends with %v", err)
		}
		f = indexed(t, set)
	}
	if _, err := Scan(ctx, set.Select(data.Filter{}), search.Parse("a")); !errors.Is(err, errEnough) {
		t.Errorf("scanning ends with %v", err)
	}
}

// Several look for something while the index is made; each has an answer, and the last the whole one.
func TestFinder_WhileIndexing(t *testing.T) {
	set := made(t, 2*chunk)
	f := New(set)
	events := eventsOf(t, set)
	titles, all := matching(events, "a", true), matching(events, "a", false)
	if len(titles) == len(all) {
		t.Fatal("the query finds nothing outside of titles")
	}
	var tasks sync.WaitGroup
	for range 3 {
		tasks.Go(func() {
			for range 20 {
				found, err := f.Find(t.Context(), search.Parse("a"))
				want := titles
				if found.Whole {
					want = all
				}
				if err != nil || found.Count != len(want) {
					t.Errorf("whole: %t, %d events, want %d; %v", found.Whole, found.Count, len(want), err)
				}
			}
		})
	}
	if err := f.Index(t.Context(), func(float64) {}); err != nil {
		t.Error(err)
	}
	tasks.Wait()
	if got := list(t, f, "a"); !slices.Equal(got, all) {
		t.Errorf("in the end %d events, want %d", len(got), len(all))
	}
}

func TestScan(t *testing.T) {
	set := atar(t)
	events := eventsOf(t, set)
	for _, selection := range []*data.Selection{
		set.Select(data.Filter{}), set.Select(data.Filter{Hidden: map[string]bool{"atar": true}}),
	} {
		for _, query := range queriesOf(events) {
			got, err := Scan(t.Context(), selection, search.Parse(query))
			if err != nil {
				t.Fatal(err)
			}
			want := slices.DeleteFunc(matching(events, query, false), func(i int) bool { return !selection.Has(i) })
			if !slices.Equal(members(got), want) {
				t.Errorf("%q: %v, want %v", query, members(got), want)
			}
		}
	}
}
