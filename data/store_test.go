package data

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// timeKey returns what an event is ordered by that has a number in the file.
func (e *Event) timeKey(number uint32) timeKey {
	bounds := e.Date.Bounds()
	key := timeKey{bounds.Earliest, bounds.Latest, number}
	if bounds.NoEarliest {
		key.earliest = bounds.Latest
	}
	return key
}

// What is asked of all events all the time makes no garbage.
func TestEvents_Allocations(t *testing.T) {
	set := mustParse(t, generated(7)) // without a date that is a set
	events, sum := &set.Events, 0
	allocations := testing.AllocsPerRun(10, func() {
		for i := range events.Len() {
			earliest, latest := events.Bounds(i)
			index, _ := events.Index(events.ID(i))
			sum += int(earliest+latest) + len(events.Title(i)) + len(events.Lanes(i)) + len(events.Sources(i)) + index +
				len(events.Status(i)) + int(events.Date(i).Precision())
		}
	})
	if allocations > 0 {
		t.Errorf("%v allocations", allocations)
	}
}

func TestEvents_None(t *testing.T) {
	for _, content := range []string{"", `, "events": []`, `, "events": [ ]`} {
		set := mustParse(t, []byte(`{"format": 1, "title": "T", "lanes": [{"id": "a"}]`+content+"}"))
		if _, ok := set.Events.Index("a"); ok || set.Events.Len() != 0 {
			t.Errorf("%s: %d events", content, set.Events.Len())
		}
		if _, err := set.Events.At(0); err == nil {
			t.Errorf("%s: there is an event", content)
		}
		if err := set.Events.EachText(t.Context(), 0, 0, nil); err != nil {
			t.Error(err)
		}
	}
}

// Lists of lanes and sources that are longer than what is compared each with each.
func TestParse_LongLists(t *testing.T) {
	var lanes, sources, claims []string
	var ids []string
	const count = 3 * mostListed
	for i := range count {
		ids = append(ids, fmt.Sprintf(`"n%d"`, i))
		lanes = append(lanes, fmt.Sprintf(`{"id": "n%d"}`, i))
		sources = lanes
		claims = append(claims, fmt.Sprintf(`{"source": "n%d"}, {"source": "n%d"}`, i, i/2))
	}
	list := func(texts []string) string { return "[" + strings.Join(texts, ",") + "]" }
	content := fmt.Sprintf(`{"format": 1, "title": "T", "lanes": %s, "sources": %s, "events": [
{"id": "all", "lanes": %s, "date": "2001", "title": "A", "claims": %s},
{"id": "none", "lanes": ["n1"], "date": "2001", "title": "A"}]}`, list(lanes), list(sources), list(ids), list(claims))
	set := mustParse(t, []byte(content))
	checkColumns(t, set, 0)
	if len(set.Events.Lanes(0)) != count || len(set.Events.Sources(0)) != count || set.Events.Sources(1) != nil {
		t.Errorf("%d lanes, %d sources", len(set.Events.Lanes(0)), len(set.Events.Sources(0)))
	}
}

func TestMergeSort(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 10))
	for _, count := range []int{0, 1, fewestShared, 5 * fewestShared} {
		keys := make([]timeKey, count)
		for i := range keys {
			keys[i] = timeKey{int64(random.IntN(100)), int64(random.IntN(3)), uint32(i)}
		}
		random.Shuffle(count, func(i, j int) { keys[i], keys[j] = keys[j], keys[i] })
		want := slices.SortedFunc(slices.Values(keys), timeKey.compare)
		for goroutines := 1; goroutines < 6; goroutines++ {
			got := slices.Clone(keys)
			mergeSort(got, make([]timeKey, count), goroutines)
			if !slices.Equal(got, want) {
				t.Errorf("%d keys in %d goroutines", count, goroutines)
			}
		}
	}
}

// All identifiers are found where they collide, and no other.
func TestIDTable(t *testing.T) {
	table := newIDTable(50)
	hash := func(number int) uint32 { return uint32(number%3) * (1<<32 - 1) / 2 }
	is := func(wanted int) func(int) bool { return func(number int) bool { return number == wanted } }
	for number := range 50 {
		_, slot, ok := table.lookup(hash(number), is(number))
		if ok {
			t.Errorf("%d is there", number)
		}
		table.put(slot, number)
	}
	for number := range 60 {
		if got, _, ok := table.lookup(hash(number), is(number)); ok != (number < 50) || ok && got != number {
			t.Errorf("%d: got %d, %t", number, got, ok)
		}
	}
	if table.size != 50 {
		t.Errorf("%d are in it", table.size)
	}
}

// Whatever the order in which they are found, the first findings of the file are kept.
func TestTally(t *testing.T) {
	random := rand.New(rand.NewPCG(11, 12))
	for _, count := range []int{0, 1, mostProblems, mostProblems + 1, 5 * mostProblems} {
		tallied := new(tally)
		order := random.Perm(count)
		for len(order) > 0 {
			n := min(1+random.IntN(40), len(order))
			r := new(report)
			for _, offset := range order[:n] {
				r.at(offset, place{}, wrong("x"))
			}
			order = order[n:]
			tallied.add(r)
		}
		if len(tallied.kept) != min(count, mostProblems) || tallied.more != max(count-mostProblems, 0) ||
			tallied.full() != (count > mostProblems) || tallied.crowded(mostProblems) != (count >= mostProblems) {
			t.Errorf("%d findings: %d kept, %d more", count, len(tallied.kept), tallied.more)
		}
		for i, f := range tallied.kept {
			if f.offset != int64(i) {
				t.Errorf("finding %d is at %d", i, f.offset)
			}
		}
	}
}
