package diff

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"dateline/assets"
	"dateline/data"
)

// otherValues has for every field of the format a value that it does not have in base, and that is allowed there.
var otherValues = map[string]any{
	"$schema": "x", "title": "X", "summary": "X", "language": "fr", "span": "1900", "color": "#000000", "marker": "hexagon",
	"publisher": "X", "author": "X", "published": "1900", "url": "https://example.com/x", "file": "x.txt", "date": "1900",
	"status": "false", "people": []any{"X"}, "places": []any{"X"}, "tags": []any{"X"}, "lanes": []any{"river", "city"},
	"quote": "X", "locator": "X", "by": "X", "claim": 1, "to": "floods", "kind": "before", "question": "X",
	"events": []any{"floods"}, "answer": "X",
}

// Whatever field has another value, or is left out, that is told, and nothing else.
func TestCompare_EveryField(t *testing.T) {
	old := parse(t, base)
	var dataset map[string]any
	if err := json.Unmarshal([]byte(base), &dataset); err != nil {
		t.Fatal(err)
	}
	w := walker{t, old, dataset, map[string]bool{}}
	w.object(dataset)
	if got, want := slices.Sorted(maps.Keys(w.seen)), schemaFields(t); !slices.Equal(got, want) {
		t.Errorf("fields %q of %q", got, want)
	}
}

// walker changes one field of a dataset after the other.
type walker struct {
	*testing.T
	old     *data.Set
	dataset map[string]any
	seen    map[string]bool
}

func (w walker) object(object map[string]any) {
	for _, name := range slices.Sorted(maps.Keys(object)) {
		w.seen[name] = true
		list, _ := object[name].([]any)
		objects := false
		for _, element := range list {
			if o, ok := element.(map[string]any); ok {
				objects = true
				w.object(o)
			}
		}
		if !objects && name != "id" && name != "format" {
			w.field(object, name)
		}
	}
}

func (w walker) field(object map[string]any, name string) {
	value := object[name]
	object[name] = otherValues[name]
	if name == "source" {
		object[name] = map[any]string{"gazette": "book", "book": "gazette"}[value]
	}
	if object[name] == nil {
		w.Fatalf("there is no other value for %q", name)
	}
	w.check(object, name)
	if delete(object, name); optional[name] {
		w.check(object, "no "+name)
	}
	object[name] = value
}

// check asserts that one change of one field is told.
func (w walker) check(object map[string]any, what string) {
	content, err := json.Marshal(w.dataset)
	if err != nil {
		w.Fatal(err)
	}
	changes := compare(w, w.old, parse(w, string(content)))
	told := slices.Collect(changes.All())
	if len(told) != 1 || told[0].Kind != Changed || len(told[0].Fields) != 1 {
		w.Errorf("%s of %v: %q", what, object, changes.Words())
	}
}

// optional are fields that may be left out wherever they are in base, so that something is missing.
var optional = map[string]bool{
	"$schema": true, "summary": true, "language": true, "span": true, "publisher": true, "author": true, "published": true,
	"url": true, "file": true, "status": true, "people": true, "places": true, "tags": true, "quote": true, "locator": true,
	"claim": true, "events": true,
}

// schemaFields returns the names of all fields of the format.
func schemaFields(t *testing.T) []string {
	t.Helper()
	type object struct{ Properties map[string]any }
	var schema struct {
		object
		Defs map[string]object `json:"$defs"`
	}
	if err := json.Unmarshal(assets.Schema, &schema); err != nil {
		t.Fatal(err)
	}
	names := slices.Collect(maps.Keys(schema.Properties))
	for _, o := range schema.Defs {
		names = slices.AppendSeq(names, maps.Keys(o.Properties))
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// Of events that are kept, changed, renamed, removed and added at random, in any order in the file, each is told to be
// so; from new to old it is the other way round.
func TestCompare_Random(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for round := range 30 {
		var before, after []string
		want := map[Kind][]string{}
		for i := range 1 + random.IntN(400) {
			id := fmt.Sprintf("e%d", i)
			change := []Kind{"", Added, Removed, Renamed, Changed}[random.IntN(5)]
			then := id
			if change == Renamed {
				then += "-renamed"
			}
			date := 1900 + random.IntN(100)
			if change != Added {
				before = append(before, event(id, date, i, "S"))
			}
			if change != Removed {
				after = append(after, event(then, date, i, map[bool]string{true: "Another.", false: "S"}[change == Changed]))
			}
			want[change] = append(want[change], then)
		}
		random.Shuffle(len(after), func(i, j int) { after[i], after[j] = after[j], after[i] })
		old, new := parse(t, small(before)), parse(t, small(after))
		checkKinds(t, compare(t, old, new), compare(t, new, old), want)
		if t.Failed() {
			t.Fatalf("round %d", round)
		}
	}
}

// checkKinds asserts which events changed in which way, and that it is the other way round on the way back.
func checkKinds(t *testing.T, there, back *Changes, want map[Kind][]string) {
	t.Helper()
	of := func(c *Changes, kind Kind) (ids []string) {
		for i := range c.Events {
			if e := &c.Events[i]; e.Kind == kind {
				ids = append(ids, max(e.ID, e.Was)) // the longer one
			}
		}
		slices.Sort(ids)
		return ids
	}
	for kind, opposite := range map[Kind]Kind{Added: Removed, Removed: Added, Renamed: Renamed, Changed: Changed} {
		ids, backIDs := of(there, kind), of(back, opposite)
		slices.Sort(want[kind])
		if !slices.Equal(ids, want[kind]) || !slices.Equal(backIDs, want[kind]) {
			t.Errorf("%s: got %q and back %q, want %q", kind, ids, backIDs, want[kind])
		}
	}
}

func event(id string, year, number int, summary string) string {
	return fmt.Sprintf(`{"id": %q, "lanes": ["a"], "date": "%d", "title": "Event %d", "summary": %q}`, id, year, number, summary)
}

func small(events []string) string {
	return `{"format": 1, "title": "T", "lanes": [{"id": "a"}], "events": [` + strings.Join(events, ",\n") + "]}"
}

// What one comparison removes the opposite one adds, whatever the lists.
func TestMatch_Symmetric(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	list := func() []element {
		elements := make([]element, random.IntN(8))
		for i := range elements {
			a, b := string(rune('a'+random.IntN(4))), string(rune('x'+random.IntN(3)))
			elements[i] = element{same: key{a, b}, alike: []key{{a}}}
		}
		return elements
	}
	for range 20_000 {
		one, two := list(), list()
		there, back := match(one, two), match(two, one)
		if count(there.to) != count(back.to) || there.reordered() != back.reordered() {
			t.Fatalf("%v, %v: %v, %v", one, two, there, back)
		}
		matched := map[int]bool{}
		for i, to := range there.to {
			if to == None {
				continue
			}
			if matched[to] || !there.taken[to] || one[i].same[0] != two[to].same[0] {
				t.Fatalf("%v, %v: %v", one, two, there)
			}
			matched[to] = true
		}
		if same := match(one, one); same.reordered() || slices.Contains(same.to, None) {
			t.Fatalf("%v: %v", one, same)
		}
	}
}

func count(to []int) (matched int) {
	for _, i := range to {
		if i != None {
			matched++
		}
	}
	return matched
}
