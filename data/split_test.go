package data

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// variants are the ways to read a dataset: in blocks so small that every boundary is somewhere in them, and with every
// event as if something were unusual in it.
func variants(content []byte, block int) []*loader {
	return []*loader{
		{name: "f", from: inMemory(content), block: blockSize, slowly: true},
		{name: "f", from: inMemory(content), block: block},
		{name: "f", from: inMemory(content), block: block, slowly: true},
	}
}

// checkVariants asserts that it does not matter how a dataset is read: set and err are what Parse made of it.
func checkVariants(t *testing.T, content []byte, block int, set *Set, err error) {
	t.Helper()
	for _, l := range variants(content, block) {
		other, otherErr := l.load(context.Background())
		switch {
		case err == nil && otherErr == nil:
			checkSame(t, other, set)
		case err == nil || otherErr == nil || otherErr.Error() != err.Error():
			t.Errorf("in blocks of %d, slowly %t:\n%v\nnot\n%v\n%q", l.block, l.slowly, otherErr, err, content)
		}
	}
}

func checkSame(t *testing.T, got, want *Set) {
	t.Helper()
	if events := eventsOf(t, want); !reflect.DeepEqual(eventsOf(t, got), events) {
		t.Errorf("got  %+v\nwant %+v", eventsOf(t, got), events)
	}
	for i := range want.Events.Len() {
		checkColumns(t, got, i)
	}
	a, b := *got, *want
	a.Events, b.Events = Events{}, Events{}
	if !reflect.DeepEqual(a, b) {
		t.Errorf("got  %+v\nwant %+v", a, b)
	}
}

// checkColumns asserts that what is kept of an event is what is read of it.
func checkColumns(t *testing.T, set *Set, i int) {
	t.Helper()
	events, want := &set.Events, eventAt(t, set, i)
	earliest, latest := events.Bounds(i)
	bounds := want.Date.Bounds()
	index, ok := events.Index(want.ID)
	if events.ID(i) != want.ID || events.Title(i) != want.Title || events.Date(i) != want.Date || !ok || index != i ||
		events.Status(i) != want.Status || earliest != bounds.Earliest || latest != bounds.Latest ||
		!reflect.DeepEqual(events.Lanes(i), want.Lanes) || !reflect.DeepEqual(events.Sources(i), sourcesOf(&want)) {
		t.Errorf("event %d is not %+v", i, want)
	}
}

func sourcesOf(e *Event) []int {
	var sources []int
	met := map[int]bool{}
	for _, claim := range e.Claims {
		if !met[claim.Source] {
			sources = append(sources, claim.Source)
		}
		met[claim.Source] = true
	}
	return sources
}

// late returns a dataset whose lanes and sources stand behind its events.
func late(count int) []byte {
	before, rest, _ := strings.Cut(string(generated(count)), `"lanes": [`)
	names, rest, _ := strings.Cut(rest, `"events": [`)
	events, after, _ := strings.Cut(rest, `"disputes": [`)
	return []byte(before + `"events": [` + events + `"lanes": [` + names + `"disputes": [` + after)
}

func TestLoad_BlocksDoNotMatter(t *testing.T) {
	contents := map[string]string{"generated": string(generated(3)), "late": string(late(3))}
	for _, seed := range decodeSeeds() {
		contents[seed] = seed
	}
	for name, bad := range badFiles() {
		if len(bad.content) < 2000 {
			contents[name] = bad.content
		}
	}
	for name, content := range contents {
		set, err := Parse("f", []byte(content))
		for _, block := range []int{1, 2, 3, 5, 8, 13, 21, 34, 55} {
			checkVariants(t, []byte(content), block, set, err)
		}
		if t.Failed() {
			t.Fatal(name)
		}
	}
}

// Lanes and sources may stand anywhere, even twice.
func TestLoad_Order(t *testing.T) {
	set, want := mustParse(t, late(20)), mustParse(t, generated(20))
	checkSame(t, set, want)
	content := strings.Replace(string(generated(2)), `"disputes"`, `"lanes": [{"id": "four"}], "disputes"`, 1)
	_, err := Parse("f", []byte(content))
	if want := "f:36:3: lanes: the field \"lanes\" is given twice; also at line 8, column 12"; err == nil || err.Error() != want {
		t.Errorf("got  %v\nwant %s", err, want)
	}
}

// Whatever is wrong with a dataset, it is the same however it is read, and broken JSON is what encoding/json says.
func TestLoad_Mutated(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	bases := [][]byte{generated(2), generated(4), late(2), []byte(minimal)}
	for range 400 {
		content := mutated(random, bases[random.IntN(len(bases))])
		set, err := Parse("f", content)
		checkVariants(t, content, 1+random.IntN(64), set, err)
		checkSyntax(t, content, err)
		if t.Failed() {
			t.FailNow()
		}
	}
}

// Which findings are the first hundred does not depend on which worker finds them first.
func TestLoad_ManyFaults(t *testing.T) {
	random := rand.New(rand.NewPCG(13, 14))
	faults := []string{
		`"id": "e1"`, `"id": "no id"`, `"id": 1`, `"status": "sure"`, `"x": 0`, `"title": ""`, `"date": "2001-13"`,
		`"lanes": ["a", "b"]`, `"links": [{"to": "e0", "kind": "leads-to"}, {"to": "nowhere", "kind": "leads-to"}]`,
	}
	for _, share := range []float64{0.02, 0.1, 0.2, 0.5, 1} {
		var events []string
		for i := range 500 {
			fields := []string{fmt.Sprintf(`"id": "e%d"`, i), `"lanes": ["a"]`, `"date": "2001"`, `"title": "T"`}
			if random.Float64() < share {
				fault := faults[random.IntN(len(faults))]
				name, _, _ := strings.Cut(fault, ":")
				fields = slices.DeleteFunc(fields, func(f string) bool { return strings.HasPrefix(f, name) })
				fields = append(fields, fault)
			}
			events = append(events, "{"+strings.Join(fields, ", ")+"}")
		}
		content := []byte(`{"format": 1, "title": "T", "lanes": [{"id": "a"}], "sources": [{"id": "s"}], "events": [` +
			strings.Join(events, ",\n") + `], "disputes": [{"id": "d", "question": "", "events": ["e2"]}]}`)
		set, err := Parse("f", content)
		problems, _ := err.(Problems)
		if full := share >= 0.5; len(problems) == 0 || full != (len(problems) == mostProblems+1) {
			t.Fatalf("%v: %d problems", share, len(problems))
		}
		checkProblems(t, string(content), problems)
		for range 10 {
			checkVariants(t, content, 1+random.IntN(3000), set, err)
		}
	}
}

// checkSyntax asserts that what keeps content from being JSON is what encoding/json says of the whole.
func checkSyntax(t *testing.T, content []byte, err error) {
	t.Helper()
	text := []byte(strings.TrimPrefix(string(content), byteOrderMark))
	if json.Valid(text) || notText(text) != "" {
		return
	}
	offset, message := syntaxFault(text)
	at := positions(inMemory(text).text, []int64{int64(offset)}, blockSize)[int64(offset)]
	want := Problem{File: "f", Line: at.line, Column: at.column, Message: message}
	if err == nil || err.Error() != want.String() {
		t.Errorf("got  %v\nwant %s\n%q", err, want, content)
	}
}

// The elements of a list are found without a look at what they are.
func TestNesting_Elements(t *testing.T) {
	content := []byte(`"\\", "a\"]\\\"," , {"b": [{}, "}"], "c": "\\\\"} ,[],[[","]], -1e5 ] "behind"`)
	var want []json.RawMessage
	list, _, _ := strings.Cut("["+string(content), ` "behind"`)
	if err := json.Unmarshal([]byte(list), &want); err != nil {
		t.Fatal(err)
	}
	var n nesting
	for start, i := 0, 0; ; i++ {
		end := n.next(content, start)
		if got := strings.TrimSpace(string(content[start:end])); i >= len(want) || got != string(want[i]) {
			t.Fatalf("element %d: %s", i, got)
		}
		if start = end + 1; content[end] == ']' {
			break
		}
	}
	// In two parts it is the same.
	var whole nesting
	end := whole.next(content, 24)
	for cut := 24; cut < end; cut++ {
		var n nesting
		if at := n.next(content[:cut], 24); at != cut || n.next(content, at) != end {
			t.Errorf("cut at %d: stopped at %d", cut, at)
		}
	}
}

func TestPositions_Blocks(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	pieces := []string{"a", "\n", "é", "€", "😀", "\xff", "\xf0\x9f", "\x80"}
	for range 200 {
		text := ""
		var offsets []int64
		for range random.IntN(30) {
			if random.IntN(3) == 0 {
				offsets = append(offsets, int64(len(text)))
			}
			text += pieces[random.IntN(len(pieces))]
		}
		offsets = append(slices.Compact(offsets), int64(len(text)))
		whole := positions(strings.NewReader(text), offsets, len(text))
		for block := range 9 {
			if got := positions(strings.NewReader(text), offsets, block); !reflect.DeepEqual(got, whole) {
				t.Errorf("%q, blocks of %d: got %v, want %v", text, block, got, whole)
			}
		}
		if last := whole[int64(len(text))]; last.line != 1+strings.Count(text, "\n") {
			t.Errorf("%q: got %v", text, last)
		}
	}
}
