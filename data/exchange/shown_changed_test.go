package exchange

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// keptTimeline is a small timeline, as it is written for others.
func keptTimeline() *Timeline {
	return &Timeline{
		Format: 1, Title: "T", Lanes: []Lane{{ID: "a", Title: "A"}, {ID: "b", Title: "B"}},
		Sources: []Source{{ID: "s", Title: "S", URL: "https://s.example/"}},
		Events: []Event{
			{
				ID: "one", Lanes: []string{"a"}, Date: "2001~", Title: "One", Summary: "First.", Status: "reported",
				Claims: []Claim{{Source: "s", Quote: "Quoted."}}, Known: []Known{{By: "public", Date: "2001", Claim: new(int)}}, Links: []Link{{To: "two", Kind: "leads-to"}},
			},
			{ID: "two", Lanes: []string{"b", "a"}, Date: "2002-03-04", Title: "Two"},
		},
		Disputes: []Dispute{{ID: "d", Question: "Which?", Events: []string{"one", "two"}}},
	}
}

// What somebody has changed in the other program's fields counts; everything else is as it was kept.
func TestChangedSince(t *testing.T) {
	tests := []struct {
		format   *Format
		old, new string // what is changed in the file
		change   func(t *Timeline)
		loss     string
	}{
		{&TimelineJSON, `"headline": "One"`, `"headline": "Uno"`, func(t *Timeline) { t.Events[0].Title = "Uno" }, "its title was changed"},
		{&TimelineJSON, `"text": "First."`, `"text": ""`, func(t *Timeline) { t.Events[0].Summary = "" }, "its summary was changed"},
		{&TimelineJSON, `"day": 4`, `"day": 5`, func(t *Timeline) { t.Events[1].Date = "2002-03-05" }, "its date was changed"},
		{&TimelineJSON, `"group": "B"`, `"group": "A"`, func(t *Timeline) { t.Events[1].Lanes = []string{"a"} }, "its group was changed"},
		{&TimelineJSON, `"group": "B"`, `"group": "C"`, func(t *Timeline) {
			t.Lanes = append(t.Lanes, Lane{ID: "c", Title: "C"})
			t.Events[1].Lanes = []string{"c", "a"}
		}, "its group was changed"},
		{&TimelineJSON, `"headline": "T"`, `"headline": "U"`, func(t *Timeline) { t.Title = "U" }, "its title was changed"},
		{&TimelineJSON, `"unique_id": "one"`, `"unique_id": "one", "background": {"color": "red"}`, func(*Timeline) {}, "background"},
		{&TimelineJSON, `<blockquote>Quoted.`, `<blockquote>Misquoted.`, func(t *Timeline) {
			t.Events[0].Claims = append(t.Events[0].Claims, Claim{Source: "s", Quote: "Misquoted."})
		}, "one more claim"},
		{&TimelineJSON, `"display_date": "about 2001"`, `"display_date": "winter"`, func(t *Timeline) {
			t.Events[0].Summary = "Date as shown: winter\n\nFirst."
		}, "“winter” is shown in place of its date 2001"},
		{&TimelineJSON, `"headline": "T"`, `"headline": "T", "text": "New."`, func(t *Timeline) { t.Summary = "New." }, "its summary was changed"},
		{&VisTimeline, `"start": "2002-03-04"`, `"start": "2002-03-04T00:00:00.000Z"`, func(*Timeline) {}, ""},
		{&VisTimeline, `"start": "2002-03-04"`, `"start": "2002-03-05T00:00:00.000Z"`, func(t *Timeline) { t.Events[1].Date = "2002-03-05" }, "its date was changed"},
		{&VisTimeline, `"group": "b"`, `"group": "a"`, func(t *Timeline) { t.Events[1].Lanes = []string{"a"} }, "its group was changed"},
		{&VisTimeline, `"content": "B"`, `"content": "Bee", "style": "color: #123456"`, func(t *Timeline) {
			t.Lanes[1] = Lane{ID: "b", Title: "Bee", Color: "#123456"}
		}, "group 2: its name was changed"},
		{&Simile, `"title": "Two",`, `"title": "Deux", "icon": "x.png",`, func(t *Timeline) { t.Events[1].Title = "Deux" }, "its title was changed"},
	}
	for _, test := range tests {
		content, _, err := test.format.Write(keptTimeline())
		if err != nil {
			t.Fatal(err)
		}
		changed := strings.Replace(string(content), test.old, test.new, 1)
		if changed == string(content) {
			t.Fatalf("%s: there is no %s in\n%s", test.format.Name, test.old, content)
		}
		result, err := test.format.Read([]byte(changed))
		if err != nil {
			t.Fatal(err)
		}
		valid(t, result.Timeline)
		want := keptTimeline()
		test.change(want)
		if !reflect.DeepEqual(result.Timeline, want) {
			t.Errorf("%s, %s: got\n%s\nwant\n%s", test.format.Name, test.new,
				digestOf(result), digestOf(&Result{Timeline: want}))
		}
		said := slices.ContainsFunc(result.Losses, func(l Loss) bool { return strings.Contains(l.What, test.loss) })
		if test.loss == "" && len(result.Losses) > 0 || test.loss != "" && !said {
			t.Errorf("%s, %s: losses %q, want %q", test.format.Name, test.new, result.Losses, test.loss)
		}
	}
}

// Items that somebody has taken out or added leave a dataset, and nothing is silent.
func TestItemsTakenOut(t *testing.T) {
	content, _, err := VisTimeline.Write(keptTimeline())
	if err != nil {
		t.Fatal(err)
	}
	root, _, err := readJSON(content)
	if err != nil {
		t.Fatal(err)
	}
	items := root.get("items").elements()
	fresh := `{"id":"new","group":"a","content":"New","start":"2003"}`
	tests := []struct{ name, file, want string }{
		{"one is gone", fmt.Sprintf(`{"items":[%s,%s],"groups":%s,"dateline":%s}`, items[0].raw, fresh, root.get("groups").raw, root.get(ownField).raw), `
T: 
lane a "A" 
lane b "B" 
2001~ | One | one | a | "First."
  claim s "Quoted."
2003 | New | new | a | ""
source s "S" "" https://s.example/
- event “One”: its link to “two” is left out, as there is no such event
- dispute “Which?”: “two” is left out, as there is no such event
`},
		{"a source is gone", fmt.Sprintf(`{"items":[%s,%s],"dateline":%s}`, items[0].raw, items[1].raw,
			`{"title":"T","lanes":[{"id":"a"},{"id":"b"}],"disputes":[{"id":"d","question":"Which?","answers":[{"source":"s","answer":"This."}]}]}`), `
T: 
lane a "" 
lane b "" 
2001~ | One | one | a | "First."
2002-03-04 | Two | two | b,a | ""
- event “One”: the claim of “s” is left out, as there is no such source: “Quoted.”
- dispute “Which?”: the answer of “s” is left out, as there is no such source: “This.”
`},
		{"a copy", fmt.Sprintf(`{"items":[%s,%s,%s],"dateline":%s}`, items[1].raw, items[0].raw, items[1].raw, root.get(ownField).raw), `
T: 
lane a "A" 
lane b "B" 
2002-03-04 | Two | two | b,a | ""
2001~ | One | one | a | "First."
  claim s "Quoted."
2002-03-04 | Two | two-2 | b | ""
source s "S" "" https://s.example/
- event “Two”: its field “dateline” is that of another event, of which it may be a copy: it is not used
- event “Two”: its identifier “two” is “two-2” in Dateline
`},
		{"only the items", fmt.Sprintf(`[%s,%s]`, items[0].raw, items[1].raw), `
Untitled timeline: 
lane a "a" 
lane b "b" 
2001~ | One | one | a | "First."
2002-03-04 | Two | two | b | ""
- event “Two”: it is not in the lane “a” any more, as there is no such lane
- event “One”: the claim of “s” is left out, as there is no such source: “Quoted.”
* The file has no title.
`},
		{"own fields that are wrong", fmt.Sprintf(`{"items":[%s],"groups":%s,"dateline":{"title":"T","lanes":[{"id":"A!"}]}}`, items[1].raw, root.get("groups").raw), `
Untitled timeline: 
lane a "A" 
lane b "B" 
2002-03-04 | Two | two | b | ""
- the fields “dateline”, in which Dateline keeps what the other program has no place for, are not used: lanes[0].id: "A!" is not an identifier: 'A' cannot stand here, only a to z, 0 to 9 and, after the first character, -
* The file has no title.
`},
		{"own fields of another kind", `{"items":[{"content":"x","start":"2001","dateline":{"lanes":3}}],"dateline":"x"}`, `
Untitled timeline: 
lane events "Events" 
2001 | x | x | events | ""
- the fields “dateline”, in which Dateline keeps what the other program has no place for, are not used: json: cannot unmarshal string into Go value of type exchange.ownWhole
* The file has no title.
`},
	}
	for _, test := range tests {
		testReading(t, &VisTimeline, []readingCase{{test.name, test.file, test.want}})
	}
}

// What the other programs do not show is said for each event.
func TestUnshown(t *testing.T) {
	before := keptTimeline()
	before.Events[0].People, before.Events[0].Places, before.Events[0].Tags = []string{"p"}, []string{"p"}, []string{"t"}
	before.Language, before.Span, before.Lanes[0].Marker = "en", "2001", "circle"
	for _, format := range jsonFormats {
		_, losses, err := format.Write(before)
		if err != nil {
			t.Fatal(err)
		}
		said := fmt.Sprint(losses)
		for _, part := range []string{
			"“One”: its status", "“One”: its people", "“One”: its places", "“One”: its tags", "“One”: its known",
			"“One”: its links", "“Two”: its lanes but the first", "the language", "the span", "the markers", "the list of sources", "“Which?”: the dispute",
		} {
			if !strings.Contains(said, part) {
				t.Errorf("%s: %s is not said: %s", format.Name, part, said)
			}
		}
		if shown := format == &TimelineJSON; strings.Contains(said, "“One”: its claims") == shown {
			t.Errorf("%s: claims: %s", format.Name, said)
		}
	}
	before.Events[0].Date = "soon"
	for _, format := range jsonFormats {
		if _, _, err := format.Write(before); err == nil {
			t.Errorf("%s: a date that is none is written", format.Name)
		}
	}
}
