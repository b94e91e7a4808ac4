package data

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"dateline/data/edtf"
)

const minimal = `{
  "format": 1,
  "title": "A short one",
  "lanes": [ { "id": "a" }, { "id": "b", "title": "B" } ],
  "events": [
    { "id": "later",  "lanes": ["a"],      "date": "2002",    "title": "Later" },
    { "id": "sooner", "lanes": ["b", "a"], "date": "2001-05", "title": "Sooner",
      "links": [ { "to": "later", "kind": "leads-to" } ] }
  ]
}
`

func TestParse_Minimal(t *testing.T) {
	got, err := Parse("f", []byte(minimal))
	if err != nil {
		t.Fatal(err)
	}
	want := &Set{
		Format: 1,
		Title:  "A short one",
		Lanes: []Lane{
			{ID: "a", Title: "a", Color: "#0072B2", Marker: MarkerCircle},
			{ID: "b", Title: "B", Color: "#D55E00", Marker: MarkerSquare},
		},
		lanes:   map[string]int{"a": 0, "b": 1},
		sources: map[string]int{},
	}
	events := []Event{
		{
			ID: "sooner", Lanes: []int{1, 0}, Date: edtf.MustParse("2001-05"), Title: "Sooner",
			Links: []Link{{To: 1, Kind: LeadsTo}},
		},
		{ID: "later", Lanes: []int{0}, Date: edtf.MustParse("2002"), Title: "Later"},
	}
	if all := eventsOf(t, got); !reflect.DeepEqual(all, events) {
		t.Errorf("got  %+v\nwant %+v", all, events)
	}
	got.Events = Events{}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func TestParse_EveryField(t *testing.T) {
	set, err := Parse("f", generated(1))
	if err != nil {
		t.Fatal(err)
	}
	paper := Source{
		"paper", "The Paper", "P", "A. Uthor", edtf.MustParse("2019-11-13"), "en",
		"https://example.org/paper?a=1", "texts/paper.txt",
	}
	if set.Sources[0] != paper || set.Sources[1].Title != "book" {
		t.Errorf("sources: %+v", set.Sources)
	}
	if set.Lanes[0].Color != "#C77700" || set.Span.String() != "1900/2020" || set.Schema != "dateline.schema.json" {
		t.Errorf("%+v", set)
	}
	event := eventAt(t, set, 0)
	if event.Title != "What happened at place number 0: “naïve” R&D 😀" || event.Status != Established {
		t.Errorf("event: %+v", event)
	}
	known := []Known{{"public", edtf.MustParse("2019-11-13"), 0}, {"one", edtf.MustParse("2018"), NoClaim}}
	if !reflect.DeepEqual(event.Known, known) {
		t.Errorf("known: %+v", event.Known)
	}
	dispute := Dispute{"which", "Which?", []int{0}, []Answer{{0, "This.", "this"}, {1, "That.", ""}}}
	if !reflect.DeepEqual(set.Disputes, []Dispute{dispute}) {
		t.Errorf("disputes: %+v", set.Disputes)
	}
}

func TestParse_ByteOrderMark(t *testing.T) {
	if _, err := Parse("f", []byte("\ufeff"+minimal)); err != nil {
		t.Error(err)
	}
	_, err := Parse("f", []byte("\ufeff[]"))
	if err == nil || !strings.HasPrefix(err.Error(), "f:1:1: ") {
		t.Errorf("a byte order mark is no column: %v", err)
	}
}

func TestParse_TimeOrder(t *testing.T) {
	dates := []string{"2003", "../2002", "2001/..", "2001", "2001", "-0043-03-15", "2001-12-31", "2001/2002"}
	var b strings.Builder
	b.WriteString(`{"format": 1, "title": "T", "lanes": [{"id": "a"}], "events": [`)
	for i, date := range dates {
		if i > 0 {
			b.WriteByte(',')
		}
		id := string(rune('a' + i))
		next := string(rune('a' + (i+1)%len(dates)))
		b.WriteString(`{"id": "` + id + `", "lanes": ["a"], "date": "` + date + `", "title": "` + date +
			`", "links": [{"to": "` + next + `", "kind": "leads-to"}]}`)
	}
	b.WriteString(`], "disputes": [{"id": "d", "question": "Q", "events": ["a", "b"]}]}`)
	set, err := Parse("f", []byte(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	order := ""
	for i, event := range eventsOf(t, set) {
		order += event.ID
		if index, ok := set.Events.Index(event.ID); !ok || index != i {
			t.Errorf("Index(%q) = %d, %t; want %d", event.ID, index, ok, i)
		}
		next := string(rune('a' + (event.ID[0]-'a'+1)%byte(len(dates))))
		if to := set.Events.ID(event.Links[0].To); to != next {
			t.Errorf("%s links to %s, not %s", event.ID, to, next)
		}
	}
	if order != "fdehcgba" {
		t.Errorf("order %s", order)
	}
	for i, want := range []string{"a", "b"} {
		if got := set.Events.ID(set.Disputes[0].Events[i]); got != want {
			t.Errorf("the dispute is about %s, not %s", got, want)
		}
	}
}

func TestLoad(t *testing.T) {
	path := filepath.Join(t.TempDir(), "short.json")
	if err := os.WriteFile(path, []byte(minimal), 0o600); err != nil {
		t.Fatal(err)
	}
	set, err := Load(path)
	if err != nil || set.Path != path || set.Events.Len() != 2 {
		t.Errorf("got %+v, %v", set, err)
	}
	if err := os.WriteFile(path, []byte("[]"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err = Load(path)
	if want := path + ":1:1: must be an object, { … }, not a list"; err == nil || err.Error() != want {
		t.Errorf("got  %v\nwant %s", err, want)
	}
}

func TestLoad_Unreadable(t *testing.T) {
	folder := t.TempDir()
	large := filepath.Join(folder, "large.json")
	file, err := os.Create(large)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(file.Truncate(MaxSize+1), file.Close()); err != nil {
		t.Skip("no sparse files: ", err)
	}
	tests := []struct{ path, want string }{
		{filepath.Join(folder, "none.json"), "no such file or directory"},
		{folder, "this is a folder, not a file"},
		{large, "the file is larger than 4 GiB, which is more than Dateline reads"},
		{os.DevNull, "this is a device or a pipe, not a file"},
	}
	for _, test := range tests {
		_, err := Load(test.path)
		if want := `load "` + test.path + `": ` + test.want; err == nil || err.Error() != want {
			t.Errorf("got  %v\nwant %s", err, want)
		}
	}
	if _, err := Load(tests[0].path); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%v does not wrap fs.ErrNotExist", err)
	}
}
