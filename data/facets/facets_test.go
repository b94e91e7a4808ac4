package facets

import (
	"encoding/json"
	"fmt"
	"math/bits"
	"slices"
	"strings"
	"testing"

	"dateline/assets"
	"dateline/data"
	"dateline/data/sample/stock"
	"dateline/data/search"
)

func parsed(t testing.TB, content []byte) *data.Set {
	t.Helper()
	set, err := data.Parse("test.json", content)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// namingSet returns a set of one event for each list of people, the events of later lists earlier in time.
func namingSet(t testing.TB, lists ...[]string) *data.Set {
	t.Helper()
	events := []map[string]any{}
	for i, people := range lists {
		events = append(events, map[string]any{
			"id": fmt.Sprint("e", i), "lanes": []string{"a"}, "date": fmt.Sprint(2000 - i), "title": "T", "people": people,
		})
	}
	content, err := json.Marshal(map[string]any{
		"format": 1, "title": "Names", "lanes": []map[string]any{{"id": "a"}}, "events": events,
	})
	if err != nil {
		t.Fatal(err)
	}
	return parsed(t, content)
}

func indexed(t testing.TB, set *data.Set) *Facets {
	t.Helper()
	f, err := Index(t.Context(), set, func(float64) {})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// every returns each so manieth event as a bitset.
func every(count, step int) []uint64 {
	events := make([]uint64, (count+63)/64)
	for i := 0; i < count; i += step {
		events[i/64] |= 1 << (i % 64)
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

// having returns for each name of a kind the events that have it, by reading each event whole.
func having(t testing.TB, set *data.Set, kind Kind) map[string][]int {
	t.Helper()
	all := map[string][]int{}
	for i := range set.Events.Len() {
		e, err := set.Events.At(i)
		if err != nil {
			t.Fatal(err)
		}
		names := [...][]string{e.People, e.Places, e.Tags}[kind]
		for at, name := range names {
			if !slices.Contains(names[:at], name) {
				all[name] = append(all[name], i)
			}
		}
	}
	return all
}

func stocked(t testing.TB) map[string]*data.Set {
	return map[string]*data.Set{
		"bundled": parsed(t, assets.Atar), "none": stock.Made(t, 0), "one": stock.Made(t, 1),
		"a word": stock.Made(t, 64), "chunks": stock.Made(t, 2*chunk+17),
	}
}

// Every name has the events that have it, and there are no other names.
func TestIndex_AsReadOneByOne(t *testing.T) {
	for title, set := range stocked(t) {
		f := indexed(t, set)
		for _, kind := range Kinds {
			want := having(t, set, kind)
			names := f.Names(kind)
			if len(names) != len(want) {
				t.Errorf("%s: %d %s, want %d", title, len(names), kind.Words(), len(want))
			}
			for place, name := range names {
				events := f.Events(kind, name.Text)
				if got := members(events); !slices.Equal(got, want[name.Text]) || len(got) != name.Count {
					t.Errorf("%s: %s has %v, counted %d, want %v", title, name.Text, got, name.Count, want[name.Text])
				}
				if len(events) != (set.Events.Len()+63)/64 {
					t.Fatalf("%s: %d words", title, len(events))
				}
				if at, ok := f.Place(kind, name.Text); !ok || at != place {
					t.Errorf("%s: the place of %s is %d, %t, want %d", title, name.Text, at, ok, place)
				}
			}
		}
	}
}

// Counts within a selection are those of the selected events, and all of them where all are selected.
func TestFacets_CountIn(t *testing.T) {
	for title, set := range stocked(t) {
		f := indexed(t, set)
		all := set.Select(data.Filter{})
		hidden := map[string]bool{set.Lanes[0].ID: true, set.Lanes[1].ID: true}
		for step, selection := range []*data.Selection{
			all, all.Narrow(nil), all.Narrow(every(set.Events.Len(), 3)), set.Select(data.Filter{Hidden: hidden}),
		} {
			for _, kind := range Kinds {
				have := having(t, set, kind)
				counts := f.CountIn(kind, selection)
				for place, name := range f.Names(kind) {
					want := 0
					for _, event := range have[name.Text] {
						if selection.Has(event) {
							want++
						}
					}
					if counts[place] != want {
						t.Errorf("%s, %d: %s is counted %d times, want %d", title, step, name.Text, counts[place], want)
					}
				}
			}
		}
	}
}

func TestFacets_Order(t *testing.T) {
	set := namingSet(t,
		[]string{"jose", "Łukasz", "Zoë", "Abu Ahmad", "Öz", "أحمد"},
		[]string{"José", "Zoë", "abu  ahmad", "Zorn", "احمد", "Pál"},
		[]string{"José", "Zoe", "ABU AHMAD", "Lutz", "AbuAhmad", ""},
		[]string{"José", "José", "José", "Zorn", "زيد", "Pal"},
	)
	f := indexed(t, set)
	names := f.Names(People)
	// Like names are together, where the most frequent of them stands.
	want := "José 3; jose 1; Zoë 2; Zoe 1; Zorn 2; “” 1; ABU AHMAD 1; Abu Ahmad 1; AbuAhmad 1; abu  ahmad 1; Łukasz 1; " +
		"Lutz 1; Öz 1; Pal 1; Pál 1; أحمد 1; احمد 1; زيد 1"
	var got []string
	for _, name := range names {
		got = append(got, fmt.Sprint(Line(name.Text), " ", name.Count))
	}
	if got := strings.Join(got, "; "); got != want {
		t.Errorf("names are %s\nwant %s", got, want)
	}
	counts := make([]int, len(names))
	counts[4], counts[1], counts[0] = 9, 5, 4 // Zorn, jose, José
	if got := f.ByCount(People, counts); !slices.Equal(got[:4], []int{4, 1, 0, 5}) || len(got) != len(names) {
		t.Errorf("by count %v", got)
	}
}

// The order is that of counts, where like names are as one, and the same each time.
func TestFacets_OrderOfSamples(t *testing.T) {
	set := stock.Made(t, 2*chunk+17)
	f, again := indexed(t, set), indexed(t, set)
	for _, kind := range Kinds {
		names := f.Names(kind)
		counts := make([]int, len(names))
		for i, name := range names {
			counts[i] = name.Count
			if i > 0 && name.Count > names[i-1].Count {
				t.Errorf("%v comes after %v", name, names[i-1])
			}
		}
		for i, place := range f.ByCount(kind, counts) {
			if i != place {
				t.Fatalf("by its own counts %v comes at %d", names[place], i)
			}
		}
		if !slices.Equal(names, again.Names(kind)) {
			t.Errorf("%s are in another order the second time", kind.Words())
		}
	}
}

func TestFacets_Matching(t *testing.T) {
	set := namingSet(t, []string{"Abu Ahmad", "José Muñoz", "Ahmad", "A. Ahmadi", "", "Zoë"})
	f := indexed(t, set)
	for text, want := range map[string][]string{
		"": {"", "Abu Ahmad", "Ahmad", "A. Ahmadi", "José Muñoz", "Zoë"}, " –": {"", "Abu Ahmad", "Ahmad", "A. Ahmadi", "José Muñoz", "Zoë"},
		"ahm": {"Abu Ahmad", "Ahmad", "A. Ahmadi"}, "AHMAD ": {"Abu Ahmad", "Ahmad"}, "ahmad ab": {"Abu Ahmad"},
		"munoz jose": {"José Muñoz"}, "ZÖE": {"Zoë"}, "ab": {"Abu Ahmad"}, "bu": nil, "ahmad zoe": nil,
	} {
		var got []string
		for _, place := range f.Matching(People, text) {
			got = append(got, f.Names(People)[place].Text)
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
		if len(f.Matching(Tags, text)) != 0 {
			t.Errorf("%q matches a tag", text)
		}
	}
}

// What matches are the names that have the words, in order.
func TestFacets_MatchingInSamples(t *testing.T) {
	set := stock.Made(t, chunk)
	f := indexed(t, set)
	for _, text := range []string{"a", "jo", "mu", "müller "} {
		var want []int
		for place, name := range f.Names(People) {
			if search.Parse(text).Matches(name.Text) {
				want = append(want, place)
			}
		}
		if got := f.Matching(People, text); !slices.Equal(got, want) || len(want) == 0 {
			t.Errorf("%q matches %v, want %v", text, got, want)
		}
	}
}

func TestLine(t *testing.T) {
	for name, want := range map[string]string{
		"Abu  Ahmad": "Abu  Ahmad", "": "“”", "  ": "“  ”", "A\nB\tC": "A B C", "\n": "“ ”", "می\u200cخواهم": "می\u200cخواهم",
	} {
		if got := Line(name); got != want {
			t.Errorf("%q is shown as %q, want %q", name, got, want)
		}
	}
	if got := strings.Join([]string{People.Words(), Places.Words(), Tags.Words()}, " "); got != "People Places Tags" {
		t.Errorf("the kinds are called %s", got)
	}
}
