package diff

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"dateline/assets"
	"dateline/data"
	"dateline/data/exchange"
)

// base has every field there is.
const base = `{
"$schema": "dateline.schema.json", "format": 1, "title": "Bridges", "summary": "Of bridges.", "language": "en", "span": "1990/2010",
"lanes": [
 {"id": "city", "title": "The city", "color": "#0072B2", "marker": "circle"},
 {"id": "river", "title": "The river", "color": "#C77700", "marker": "square"}
],
"sources": [
 {"id": "gazette", "title": "Bridge opens", "publisher": "The Gazette", "author": "A. Uthor", "published": "2009", "language": "en",
  "url": "https://example.org/", "file": "gazette.txt"},
 {"id": "book", "title": "A Book"}
],
"events": [
 {"id": "plan", "lanes": ["city"], "date": "1998", "title": "Plan", "links": [{"to": "opens", "kind": "leads-to"}]},
 {"id": "opens", "lanes": ["city", "river"], "date": "2008", "title": "The bridge opens", "summary": "With a ribbon.", "status": "reported",
  "people": ["Ann", "Bob"], "places": ["Bridge"], "tags": ["opening"],
  "claims": [{"source": "gazette", "quote": "It opened.", "locator": "p. 1", "date": "2008-04"}, {"source": "book", "quote": "Open."}],
  "known": [{"by": "public", "date": "2009", "claim": 0}, {"by": "river", "date": "2008"}],
  "links": [{"to": "plan", "kind": "part-of"}]},
 {"id": "floods", "lanes": ["river"], "date": "2009", "title": "A flood"}
],
"disputes": [
 {"id": "when", "question": "When did it open?", "events": ["opens"],
  "answers": [{"source": "gazette", "answer": "In April.", "quote": "April"}, {"source": "book", "answer": "In May."}]}
]}`

func parse(t testing.TB, content string) *data.Set {
	t.Helper()
	set, err := data.Parse("f", []byte(content))
	if err != nil {
		t.Fatalf("%v\n%s", err, content)
	}
	return set
}

func compare(t testing.TB, old, new *data.Set) *Changes {
	t.Helper()
	changes, err := Compare(t.Context(), old, new)
	if err != nil {
		t.Fatal(err)
	}
	return &changes
}

// edited returns base with texts replaced by others, each of which must be there.
func edited(t testing.TB, replace ...string) string {
	t.Helper()
	for i := 0; i < len(replace); i += 2 {
		if !strings.Contains(base, replace[i]) {
			t.Fatalf("there is no %q", replace[i])
		}
	}
	return strings.NewReplacer(replace...).Replace(base)
}

const flood = `,
 {"id": "floods", "lanes": ["river"], "date": "2009", "title": "A flood"}`

func TestCompare_Words(t *testing.T) {
	tests := map[string]struct {
		replace []string // in base
		want    string   // one line a change
	}{
		"nothing":       {nil, ""},
		"order of file": {[]string{flood, "", "\"events\": [\n", `"events": [` + flood[1:] + ","}, ""},
		"layout and escapes": {
			[]string{`"title": "Plan"`, `"title" : "\u0050lan"`, `"id": "opens", "lanes": ["city", "river"]`, `"lanes": [ "city","river"], "id":"opens"`},
			"",
		},
		"head": {
			[]string{`"Bridges"`, `"A Bridge"`, `"Of bridges."`, `""`, "1990/2010", "1990/2011", `"language": "en", "span"`, `"span"`, "dateline.schema", "schema"},
			"~ dataset: $schema “dateline.schema.json” → “schema.json”; title “Bridges” → “A Bridge”; summary “Of bridges.” → none; language en → none; span 1990/2010 → 1990/2011",
		},
		"added": {
			[]string{flood, flood + `, {"id": "falls", "lanes": ["city"], "date": "2009~", "title": "Bridge\nfalls"}`},
			"+ 2009~ “Bridge falls” (falls)",
		},
		"added, in order of time": {
			[]string{flood, flood + `, {"id": "x", "lanes": ["city"], "date": "../2005", "title": "X"}, {"id": "y", "lanes": ["city"], "date": "2000", "title": "Y"},
				{"id": "z", "lanes": ["city"], "date": "2000-01", "title": "Z"}`},
			"+ 2000-01 “Z” (z)\n+ 2000 “Y” (y)\n+ ../2005 “X” (x)",
		},
		"removed": {[]string{flood, ""}, "− 2009 “A flood” (floods)"},
		"changed": {
			[]string{
				`"2008", "title": "The`, `"2008-04-09", "title": "The`, `"reported"`, `"established"`,
				`"quote": "Open."}`, `"quote": "Open."}, {"source": "book"}`,
			},
			"~ opens: date 2008 → 2008-04-09; status reported → established; 1 quotation added",
		},
		"texts": {
			[]string{`"A flood"`, `"Floods"`, `"summary": "With a ribbon."`, `"summary": "With a ribbon and a band.\nAll of it went on for so long that it grew dark."`},
			"~ opens: summary “With a ribbon.” → “With a ribbon and a band. All of it went on for so long that…”\n~ floods: title “A flood” → “Floods”",
		},
		"names": {
			[]string{`["Ann", "Bob"]`, `["Bob", "Ann", "Cy"]`, `["Bridge"]`, `[]`, `"lanes": ["city"], "date": "1998"`, `"lanes": ["river"], "date": "1998"`},
			"~ plan: lanes added: “The river”, lanes removed: “The city”\n~ opens: people added: “Cy”, the order of people changed; places removed: “Bridge”",
		},
		"home": {[]string{`["city", "river"]`, `["river", "city"]`}, "~ opens: the order of lanes changed"},
		"quotations": {
			[]string{`"It opened."`, `"It was opened."`, `{"source": "book", "quote": "Open."}`, `{"source": "book", "quote": "Opened."}`},
			"~ opens: 1 quotation added, 1 quotation removed, 1 quotation changed",
		},
		"a quotation before that which known names": {
			[]string{`"claims": [`, `"claims": [{"source": "book", "quote": "First."}, `, `"claim": 0`, `"claim": 1`},
			"~ opens: 1 quotation added",
		},
		"known by another quotation": {[]string{`"claim": 0`, `"claim": 1`}, "~ opens: 1 entry of known changed"},
		"links": {
			[]string{`"kind": "part-of"`, `"kind": "same-as"`, `"title": "A flood"`, `"title": "A flood", "links": [{"to": "plan", "kind": "before"}, {"to": "opens", "kind": "before"}]`},
			"~ opens: 1 link changed\n~ floods: 2 links added",
		},
		"renamed, with what refers to it": {
			[]string{`"opens"`, `"bridge-opens"`, `"city"`, `"town"`, `"book"`, `"a-book"`, `"river"`, `"the-river"`, `"when"`, `"when-opened"`},
			"~ lane city → town: renamed\n~ lane river → the-river: renamed\n~ source book → a-book: renamed\n" +
				"~ opens → bridge-opens: renamed\n~ dispute when → when-opened: renamed",
		},
		"renamed and changed": {
			[]string{`"opens"`, `"bridge-opens"`, `"With a ribbon."`, `"."`},
			"~ plan: 1 link added, 1 link removed\n− 2008 “The bridge opens” (opens)\n+ 2008 “The bridge opens” (bridge-opens)\n" +
				"~ dispute when: events added: “The bridge opens” (bridge-opens), events removed: “The bridge opens” (opens)",
		},
		"linked to one that is not the same any more": {
			[]string{`"id": "opens"`, `"id": "o"`, `"to": "opens"`, `"to": "o"`, `["opens"]`, `["o"]`, `"id": "plan"`, `"id": "p"`, `"to": "plan"`, `"to": "p"`, `"part-of"`, `"same-as"`},
			"− 1998 “Plan” (plan)\n+ 1998 “Plan” (p)\n− 2008 “The bridge opens” (opens)\n+ 2008 “The bridge opens” (o)\n" +
				"~ dispute when: events added: “The bridge opens” (o), events removed: “The bridge opens” (opens)",
		},
		"linked to each other": {
			[]string{`"id": "opens"`, `"id": "o"`, `"to": "opens"`, `"to": "o"`, `["opens"]`, `["o"]`, `"id": "plan"`, `"id": "p"`, `"to": "plan"`, `"to": "p"`},
			"~ plan → p: renamed\n~ opens → o: renamed",
		},
		"which was renamed is not clear": {
			[]string{flood, strings.ReplaceAll(flood, "floods", "f1") + strings.ReplaceAll(flood, "floods", "f2")},
			"− 2009 “A flood” (floods)\n+ 2009 “A flood” (f1)\n+ 2009 “A flood” (f2)",
		},
		"lanes and sources": {
			[]string{`"#C77700"`, `"#c77701"`, `"title": "A Book"}`, `"title": "The Book"}, {"id": "letter"}`, `"author": "A. Uthor", `, ""},
			"~ lane river: color #C77700 → #C77701\n~ source gazette: author “A. Uthor” → none\n~ source book: title “A Book” → “The Book”\n+ source “letter” (letter)",
		},
		"disputes": {
			[]string{`"In May."}`, `"In May.", "quote": "May"}, {"source": "book", "answer": "Or in June."}`, `"events": ["opens"]`, `"events": ["plan"]`},
			"~ dispute when: events added: “Plan” (plan), events removed: “The bridge opens” (opens); 1 answer added, 1 answer changed",
		},
		"order": {
			[]string{`{"id": "book", "title": "A Book"}`, `{"id": "x", "title": "X"}`, `"sources": [`, `"sources": [{"id": "book", "title": "A Book"},`},
			"~ dataset: the order of sources changed\n+ source “X” (x)",
		},
	}
	for name, test := range tests {
		content := edited(t, test.replace...)
		changes := compare(t, parse(t, base), parse(t, content))
		if got := strings.Join(changes.Words(), "\n"); got != test.want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, test.want)
		}
		if changes.Different() != (test.want != "") {
			t.Errorf("%s: different is %t", name, changes.Different())
		}
	}
}

// A source without a title says nothing by which it could be recognised: another identifier is another source.
func TestCompare_Untitled(t *testing.T) {
	const frame = `{"format": 1, "title": "T", "lanes": [{"id": "LANE"}], "sources": [{"id": "SOURCE"}], "events": [
{"id": "e", "lanes": ["LANE"], "date": "2001", "title": "E", "claims": [{"source": "SOURCE", "quote": "Q"}]}]}`
	old := parse(t, strings.NewReplacer("LANE", "a", "SOURCE", "paper").Replace(frame))
	new := parse(t, strings.NewReplacer("LANE", "b", "SOURCE", "book").Replace(frame))
	want := `+ lane “b” (b)
− lane “a” (a)
+ source “book” (book)
− source “paper” (paper)
~ e: lanes added: “b”, lanes removed: “a”; 1 quotation changed`
	changes := compare(t, old, new)
	if got := strings.Join(changes.Words(), "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got, want := changes.Sum(), "1 lane added, 1 lane removed, 1 source added, 1 source removed, 1 event changed"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	same := compare(t, old, old)
	if got := same.Sum(); got != "no difference" {
		t.Error(got)
	}
}

func TestCompare_Indexes(t *testing.T) {
	old := parse(t, base)
	new := parse(t, edited(t, flood, `, {"id": "early", "lanes": ["city"], "date": "1900", "title": "Early"},
		{"id": "late", "lanes": ["city"], "date": "2020", "title": "Late"}`, `"reported"`, `"false"`, `"plan"`, `"the-plan"`))
	changes := compare(t, old, new)
	for kind, want := range map[Kind][]int{Added: {0, 3}, Removed: {2}, Renamed: {1}, Changed: {2}} {
		if got := changes.Indexes(kind); !slices.Equal(got, want) {
			t.Errorf("%s: got %d, want %d", kind, got, want)
		}
	}
	for change := range changes.All() {
		oldID, newID := change.ID, change.ID
		if change.Was != "" {
			oldID = change.Was
		}
		if change.Old != None && old.Events.ID(change.Old) != oldID || change.New != None && new.Events.ID(change.New) != newID ||
			(change.Old == None) != (change.Kind == Added) || (change.New == None) != (change.Kind == Removed) {
			t.Errorf("%+v", change)
		}
	}
}

// What changed is told whole: of lists every element, in words.
func TestCompare_Fields(t *testing.T) {
	changes := compare(t, parse(t, base), parse(t, edited(t, `"p. 1"`, `"p. 2"`, `"kind": "part-of"`, `"kind": "same-as"`,
		`{"by": "river", "date": "2008"}`, `{"by": "Ann", "date": "2008", "claim": 1}`, `"Open."`, `""`)))
	want := []Field{
		{
			Name: "claims", Added: []string{"A Book"}, Removed: []string{"A Book: “Open.”"},
			Changed: []Pair{{"Bridge opens: “It opened.” (p. 1; 2008-04)", "Bridge opens: “It opened.” (p. 2; 2008-04)"}},
		},
		{Name: "known", Added: []string{"Ann since 2008 (A Book)"}, Removed: []string{"river since 2008"}},
		{Name: "links", Changed: []Pair{{"part of “Plan” (plan)", "same as “Plan” (plan)"}}},
	}
	if len(changes.Events) != 1 || !reflect.DeepEqual(changes.Events[0].Fields, want) {
		t.Errorf("got  %+v\nwant %+v", changes.Events, want)
	}
}

// Layout is no change, whatever it is.
func TestCompare_Canonical(t *testing.T) {
	canonical, err := exchange.Canonical(assets.Atar)
	if err != nil {
		t.Fatal(err)
	}
	if changes := compare(t, parse(t, string(assets.Atar)), parse(t, string(canonical))); changes.Different() {
		t.Error(changes.Words())
	}
}

// A file that changes meanwhile, and one that nobody wants compared any more.
func TestCompare_Errors(t *testing.T) {
	path := filepath.Join(t.TempDir(), "large.json")
	content := edited(t, "Of bridges.", strings.Repeat("bridges ", 17<<17)) // so large that it stays open
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	large, err := data.Load(path)
	if err != nil {
		t.Fatal(err)
	}
	if changes := compare(t, large, large); changes.Different() {
		t.Error(changes.Words())
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Compare(ended, large, parse(t, base)); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if err := os.WriteFile(path, []byte(base), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Compare(t.Context(), large, parse(t, base)); !errors.Is(err, data.ErrChanged) {
		t.Error(err)
	}
}
