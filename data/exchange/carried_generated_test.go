package exchange

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// someDates are dates of all kinds.
var someDates = []string{
	"2008-04-09", "1985-05-04", "0079-08-24", "-0043-03-15", "2006-05", "2013", "-1985", "201X", "19XX", "2010-22", "2001-34",
	"2016-03-22~", "2016-03~", "1984?", "2004-06-11%", "2004-06~-11", "?2004-06-~11", "2004-06-XX", "2004-XX-XX", "1984-1X",
	"1999/2000", "2008-04-18/2012-09-16", "2008-04-18~/2012-09-16~", "2008-04-18~/2012-09-16", "2004-06-01/2004-06",
	"2012/..", "2012-05-01/..", "2012/", "2012-05-01/", "../1985", "/1985-04-12", "2016-05-01~/..",
	"2015-11-13T21:16+01:00", "2015-11-13T21:16", "2015-11-13T21:16:30Z", "2015-11-13T21:16:00", "2015-11-13T21", "2015-11-13T21-04",
	"2015-11-13T00:00", "2015-11-13T21:16/2015-11-14T00:20", "2015-11-13T21:16+01:00/2015-11-13T21:20Z",
	"2015-11-13T00:30+01:00/2015-11-14", "2015-11-13T21:16/..", "[2002..2012]", "[2015-11-13..2016-11-08]", "{1960,1961-12}",
	"[..1984]", "[1760-12..]", "Y170000002", "Y-17E7", "1950S2", "XXXX-12-25", "9999-12-31", "0000", "0001-01-01",
}

// someTexts are texts that formats have trouble with.
var someTexts = []string{
	"Born in Laeken", "(1)one", "[2]two", " (three", "a; b, c\\n: d", "“Quoted” — by whom?", "two\nlines", "a\n\nparagraph",
	"<b>&amp;</b> & <!-- no --> ?> ]]>", "- item", "1. first", "# heading", "> quote", "*bold* _it_ `code` [x](http://e.org)",
	"tab\there", "北京 — Ünïcode ☺ عربى", strings.Repeat("long words and more ", 30), "2008: a year", "1999/2000", "trailing  \nspaces ",
	"Status: disputed", "Sources", "\u202ebidi\u202c", "a\\", "~~~", "===", "  indented", "http://example.org/a_b_c", "x", "— dash",
}

// generatedTimeline returns a timeline with something of everything, chosen at random.
func generatedTimeline(r *rand.Rand) *Timeline {
	one := func(list []string) string { return list[r.IntN(len(list))] }
	t := &Timeline{Format: 1, Title: one(someTexts), Summary: one(someTexts), Language: "en", Span: "1985/2018"}
	for i := range 1 + r.IntN(4) {
		t.Lanes = append(t.Lanes, Lane{ID: fmt.Sprintf("lane-%d", i), Title: one(someTexts), Color: fmt.Sprintf("#%06X", r.IntN(1<<24)), Marker: "square"})
	}
	for i := range r.IntN(4) {
		t.Sources = append(t.Sources, Source{
			ID: fmt.Sprintf("source-%d", i), Title: one(someTexts), Publisher: one(someTexts), Published: one(someDates),
			URL: fmt.Sprintf("https://example.org/%d?a=b;c", i), File: "texts/a.txt",
		})
	}
	for i := range r.IntN(12) {
		t.Events = append(t.Events, generatedEvent(r, t, i))
	}
	if len(t.Events) > 0 && len(t.Sources) > 0 {
		t.Disputes = []Dispute{{"dispute", "Who?", []string{t.Events[0].ID}, []Answer{{t.Sources[0].ID, one(someTexts), ""}}}}
	}
	return t
}

// generatedEvent returns the event of a number for a timeline that has those before it.
func generatedEvent(r *rand.Rand, t *Timeline, i int) Event {
	one := func(list []string) string { return list[r.IntN(len(list))] }
	texts := func(most int) []string {
		var list []string
		for range r.IntN(most + 1) {
			list = append(list, one(someTexts))
		}
		return distinct(list)
	}
	e := Event{
		ID: fmt.Sprintf("event-%d", i), Lanes: []string{t.Lanes[0].ID}, Date: one(someDates), Title: one(someTexts),
		Status: one([]string{"", "disputed", "established"}), People: texts(2), Places: texts(2), Tags: texts(3),
	}
	if r.IntN(2) == 0 {
		e.Summary = one(someTexts)
	}
	if last := t.Lanes[len(t.Lanes)-1].ID; last != e.Lanes[0] && r.IntN(2) == 0 {
		e.Lanes = append(e.Lanes, last)
	}
	for range r.IntN(3) {
		if len(t.Sources) > 0 {
			e.Claims = append(e.Claims, Claim{t.Sources[r.IntN(len(t.Sources))].ID, one(someTexts), one(someTexts), ""})
			e.Known = []Known{{By: "public", Date: one(someDates), Claim: new(int)}}
		}
	}
	if i > 0 && r.IntN(2) == 0 {
		e.Links = append(e.Links, Link{fmt.Sprintf("event-%d", r.IntN(i)), one([]string{"leads-to", "part-of"})})
	}
	return e
}

// sameTimeline asserts that two timelines are the same.
func sameTimeline(t testing.TB, got, want *Timeline) {
	t.Helper()
	a, _, _ := writeOwn(got)
	b, _, _ := writeOwn(want)
	one, two := strings.Split(string(a), "\n"), strings.Split(string(b), "\n")
	for i := range max(len(one), len(two)) {
		if i >= len(one) || i >= len(two) || one[i] != two[i] {
			t.Fatalf("line %d: got\n%s\nwant\n%s", i+1, strings.Join(one[min(i, len(one)):min(i+4, len(one))], "\n"),
				strings.Join(two[min(i, len(two)):min(i+4, len(two))], "\n"))
		}
	}
}

// comesBack asserts that a timeline comes back from a format as it was.
func comesBack(t testing.TB, f Format, timeline *Timeline) {
	t.Helper()
	valid(t, timeline)
	content, _, err := f.Write(timeline)
	if err != nil {
		t.Fatal(err)
	}
	if again, _, _ := f.Write(timeline); string(again) != string(content) {
		t.Error("the same timeline is written in two ways")
	}
	result, err := f.Read(content)
	if err != nil {
		t.Fatalf("%v\n%s", err, content)
	}
	sameTimeline(t, result.Timeline, timeline)
	if len(result.Losses) > 0 {
		t.Errorf("something is lost of what was written: %v", result.Losses)
	}
}

// allComeBack asserts that the bundled dataset and many others come back from a format as they were.
func allComeBack(t *testing.T, f Format) {
	t.Helper()
	comesBack(t, f, bundled(t))
	for seed := range uint64(150) {
		comesBack(t, f, generatedTimeline(rand.New(rand.NewPCG(seed, 1))))
	}
}
