package app

import (
	"strings"
	"testing"

	"dateline/data"
)

// evidential is a small dataset with statuses, sources, names and knowledge.
const evidential = `{"format": 1, "title": "T", "lanes": [{"id": "a", "title": "The Office"}, {"id": "b"}],
"sources": [{"id": "s", "publisher": "P", "published": "2010-05"}, {"id": "t", "publisher": "p"}, {"id": "u", "published": "2020"}],
"events": [
{"id": "one", "lanes": ["a"], "date": "2001", "title": "One", "status": "reported", "people": ["Ann"], "places": ["Rome"],
 "claims": [{"source": "s"}, {"source": "u"}], "links": [{"to": "two", "kind": "leads-to"}, {"to": "four", "kind": "before"}]},
{"id": "two", "lanes": ["b"], "date": "2002", "title": "Two", "people": ["Ann", "Bob"], "claims": [{"source": "u"}],
 "known": [{"by": "a", "date": "2003-04"}]},
{"id": "three", "lanes": ["a"], "date": "2003", "title": "Three", "status": "false", "tags": ["x"], "claims": [{"source": "s"}, {"source": "t"}]},
{"id": "four", "lanes": ["b"], "date": "2004", "title": "Four", "claims": [{"source": "t", "date": "2005", "quote": "in 2005"}]}
], "disputes": [{"id": "d", "question": "When?", "events": ["four"],
 "answers": [{"source": "t", "answer": "In 2005.", "quote": "in 2005"}, {"source": "u", "answer": "In 2004."}]}]}`

// Every flag leaves out what it says, alone and with others.
func TestChoice_Filter(t *testing.T) {
	set, err := data.Parse("t.json", []byte(evidential))
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name string
		c    choice
		want string
	}{
		{"nothing", choice{}, "one two three four"},
		{"status", choice{statuses: []string{"reported", "false"}}, "one three"},
		{"no status", choice{statuses: []string{"none"}}, "two four"},
		{"source", choice{sources: []string{"t"}}, "three four"},
		{"independent", choice{independent: 2}, "one"},
		{"person", choice{people: []string{"Ann"}}, "one two"},
		{"two persons", choice{people: []string{"Ann", "Bob"}}, "two"},
		{"person and place", choice{people: []string{"Ann"}, places: []string{"Rome"}}, "one"},
		{"tag", choice{tags: []string{"x"}}, "three"},
		{"known", choice{knownBy: "2010-05-30"}, ""},
		{"known at the end of the month", choice{knownBy: "2010-05"}, "one three"},
		{"known to a lane", choice{knownBy: "2003-04", knownTo: "a"}, "two"},
		{"known to a lane by its title", choice{knownBy: "2003-04", knownTo: "the office"}, "two"},
		{"known to a lane with the public", choice{knownBy: "2015", knownTo: "a"}, "one two three"},
		{"known and a person", choice{knownBy: "2015", knownTo: "a", people: []string{"Ann"}}, "one two"},
		{"all", choice{knownBy: "2020", statuses: []string{"none"}, lanes: []string{"b"}, sources: []string{"u"}}, "two"},
	}
	for _, test := range tests {
		f, err := test.c.filter(t.Context(), set)
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		var ids []string
		for event := range set.Select(f).All() {
			ids = append(ids, set.Events.ID(event))
		}
		if got := strings.Join(ids, " "); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

// What cannot be meant is said, with what can.
func TestChoice_Wrong(t *testing.T) {
	set, err := data.Parse("t.json", []byte(evidential))
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		c    choice
		want string
	}{
		{choice{statuses: []string{"sure"}}, `there is no status "sure"; the statuses are none, established, reported`},
		{choice{sources: []string{"x"}}, `there is no source "x"; the sources are s, t, u`},
		{choice{people: []string{"ann"}}, `no event names "ann" among its people; “dateline names” lists them`},
		{choice{knownBy: "soon"}, "--known-by:"},
		{choice{knownTo: "a"}, "--known-to also needs --known-by"},
		{choice{knownBy: "2001", knownTo: "z"}, `nothing is said of what "z" knew; there are public, a`},
	}
	for _, test := range tests {
		_, err := test.c.filter(t.Context(), set)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%+v: got %v, want %q", test.c, err, test.want)
		}
	}
}
