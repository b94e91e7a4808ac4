package data

import (
	"bytes"
	"reflect"
	"strings"
	"testing"
)

// The events of a set, written and read again, are the same.
func TestSet_EventJSON_RoundTrip(t *testing.T) {
	content := generated(40)
	set := mustParse(t, content)
	var lines [][]byte
	for i := range set.Events.Len() {
		line, err := set.EventJSON(i)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.ContainsAny(line, "\n\r") {
			t.Errorf("more than a line: %q", line)
		}
		lines = append(lines, line)
	}
	before, _, _ := bytes.Cut(content, []byte(`"events": [`))
	_, after, _ := bytes.Cut(content, []byte("\n  ],\n  \"disputes\""))
	written := bytes.Join([][]byte{
		before, []byte(`"events": [`), bytes.Join(lines, []byte(",\n")), []byte(`], "disputes"`),
		after,
	}, nil)
	again := mustParse(t, written)
	if !reflect.DeepEqual(eventsOf(t, again), eventsOf(t, set)) || !reflect.DeepEqual(again.Disputes, set.Disputes) {
		t.Errorf("got %+v", eventsOf(t, again))
	}
}

func TestSet_EventJSON(t *testing.T) {
	set := mustParse(t, []byte(strings.Replace(minimal, `"Sooner"`, `"<Sooner> & so"`, 1)))
	got, err := set.EventJSON(0)
	want := `{"id":"sooner","lanes":["b","a"],"date":"2001-05","title":"<Sooner> & so","links":[{"to":"later","kind":"leads-to"}]}`
	if err != nil || string(got) != want {
		t.Errorf("got  %s, %v\nwant %s", got, err, want)
	}
	for _, i := range []int{-1, 2} {
		if got, err := set.EventJSON(i); err == nil {
			t.Errorf("event %d: got %s", i, got)
		}
	}
}

func TestSuggest(t *testing.T) {
	tests := []struct{ name, want string }{
		{"titel", "title"},
		{"dat", "date"},
		{"data", "date"},
		{"summry", "summary"},
		{"x", ""},
		{"", ""},
		{"sumary", "summary"},
		{"nothing", ""},
		{strings.Repeat("title", 20), ""},
		{"lnk", "link"},
		{"lunk", "link"},
	}
	candidates := func(yield func(string) bool) {
		for _, word := range []string{"title", "lunkk", "date", "summary", "link", "daty"} {
			if !yield(word) {
				return
			}
		}
	}
	for _, test := range tests {
		if got, ok := suggest(test.name, candidates); got != test.want || ok != (test.want != "") {
			t.Errorf("%q: got %q, %t; want %q", test.name, got, ok, test.want)
		}
	}
}
