package exchange

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"dateline/data/edtf"
)

// jsonFormats are the formats that keep Dateline's own fields.
var jsonFormats = []*Format{&TimelineJSON, &VisTimeline, &Simile}

// testReturn writes a timeline and reads it again, and returns what was written.
func testReturn(t *testing.T, format *Format, before *Timeline) []byte {
	t.Helper()
	content, _, err := format.Write(before)
	if err != nil {
		t.Fatal(err)
	}
	again, _, err := format.Write(before)
	if err != nil || !bytes.Equal(again, content) {
		t.Errorf("%s: the same timeline is written in two ways", format.Name)
	}
	result, err := format.Read(content)
	if err != nil {
		t.Fatal(err)
	}
	valid(t, result.Timeline)
	if len(result.Losses)+len(result.Notes) > 0 {
		t.Errorf("%s: something is lost: %v %v", format.Name, result.Losses, result.Notes)
	}
	if !reflect.DeepEqual(result.Timeline, before) {
		t.Errorf("%s: another timeline comes back", format.Name)
		for i := range before.Events {
			if after := result.Timeline.Events[i]; !reflect.DeepEqual(after, before.Events[i]) {
				t.Fatalf("event %d:\n%+v\n%+v", i, before.Events[i], after)
			}
		}
	}
	return content
}

// What Dateline writes for another program comes back as it was, to the letter.
func TestReturnBundled(t *testing.T) {
	for _, format := range jsonFormats {
		testReturn(t, format, bundled(t))
	}
}

// So do timelines with all that the format allows, of all forms of dates.
func TestReturnGenerated(t *testing.T) {
	for seed := range uint64(20) {
		before := madeUpTimeline(seed)
		valid(t, before)
		for _, format := range jsonFormats {
			testReturn(t, format, before)
		}
	}
}

// madeUpTimeline returns a timeline that is made up, always the same for a seed.
func madeUpTimeline(seed uint64) *Timeline {
	r := rand.New(rand.NewPCG(seed, 1))
	texts := []string{
		"Plain", "With <b>tags</b> & &amp; entities", "“Typographic” — é 北京 😀", "Line\nbreak", " spaces  around ", "\u202ebidi\u0007", "\u00a0non-breaking\u00a0\u2003",
		"Paragraphs\n\nand\n\n\nmore", "<", "&#60;", "http://x.example/?a=1&copy=2", "{\"json\": 1}", "<blockquote>q</blockquote>",
	}
	text := func() string { return texts[r.IntN(len(texts))] }
	some := func() string { return []string{"", text()}[r.IntN(2)] }
	t := &Timeline{Format: 1, Title: text(), Summary: some(), Language: "en"}
	for i := range 1 + r.IntN(4) {
		t.Lanes = append(t.Lanes, Lane{ID: fmt.Sprintf("lane-%d--", i), Title: some(), Color: []string{"", "#12AbcD"}[r.IntN(2)]})
	}
	for i := range 3 {
		t.Sources = append(t.Sources, Source{ID: fmt.Sprint("s", i), Title: some(), Author: some(), URL: []string{"", "https://a.example/é?x=<y>"}[r.IntN(2)]})
	}
	for i := range 25 {
		e := Event{
			ID: fmt.Sprintf("%s-%d", strings.Repeat("long-", r.IntN(15)), i), Lanes: []string{t.Lanes[r.IntN(len(t.Lanes))].ID},
			Date: edtfExamples[r.IntN(len(edtfExamples))], Title: text(), Summary: some(), Status: []string{"", "disputed"}[r.IntN(2)],
		}
		e.ID = strings.TrimPrefix(e.ID, "-")
		for range r.IntN(3) {
			e.Claims = append(e.Claims, Claim{Source: fmt.Sprint("s", r.IntN(3)), Quote: some(), Locator: some()})
		}
		if len(e.Claims) > 0 {
			last := len(e.Claims) - 1
			e.Known = []Known{{By: "public", Date: "2001", Claim: &last}}
		}
		if i > 0 && r.IntN(2) == 0 {
			e.Links = []Link{{To: t.Events[r.IntN(i)].ID, Kind: "leads-to"}}
			e.People, e.Tags = []string{text()}, []string{text()}
		}
		t.Events = append(t.Events, e)
	}
	t.Disputes = []Dispute{{ID: "d", Question: text(), Events: []string{t.Events[0].ID}, Answers: []Answer{{Source: "s0", Answer: text()}}}}
	return t
}

// edtfExamples are dates of all forms.
var edtfExamples = []string{
	"2008-04-09", "2006-05", "2013", "0000", "-0043-03-15", "Y12345", "Y-17E7", "Y-13800000000", "1950S2", "201X", "2004-XX", "156X-12-25",
	"2010-22", "2010-33", "1984?", "2016-03~", "2004-06~-11", "?2004-06-~11", "2015-11-13T21", "2015-11-13T21:16",
	"2015-11-13T21:16+01:00", "2015-11-13T21:16:05Z", "2015-11-13T00:00:00Z", "1999/2000", "2012/..", "2012/", "../1985", "/1985",
	"2008-04-09/2008-04-12", "1985-04-12?/1999~", "201X/2020-06", "2015-11-13T21:16+01:00/2015-11-14", "[2002..2012]",
	"[1667,1668,1670..1672]", "[..1984]", "[1760-12..]", "{1960,1961-12}", "-0043/0014", "Y-17E7/2000", "1999/1999-06",
	"[2015-11-13T21:16Z..2015-11-14]", "XXXX-02-29",
}

// A date that the other program cannot hold is said to be lost, and no other; and it is not made more precise.
func TestDatesNotHeld(t *testing.T) {
	for _, format := range jsonFormats {
		for _, date := range edtfExamples {
			before := &Timeline{
				Format: 1, Title: "T", Lanes: []Lane{{ID: "events", Title: "Events"}},
				Events: []Event{{ID: "x", Lanes: []string{"events"}, Date: date, Title: "X"}},
			}
			content, losses, err := format.Write(before)
			if err != nil {
				t.Fatal(err)
			}
			said := slices.ContainsFunc(losses, func(l Loss) bool { return strings.HasPrefix(l.What, "its date "+date+" is shown as") })
			after, err := format.Read(withoutOwn(t, content))
			if err != nil {
				t.Fatal(err)
			}
			valid(t, after.Timeline)
			if len(after.Timeline.Events) != 1 {
				t.Errorf("%s: %s is not written so that it can be read", format.Name, date)
				continue
			}
			got := after.Timeline.Events[0].Date
			if held := got == date; held == said {
				t.Errorf("%s: %s comes back as %s, said to be lost: %v", format.Name, date, got, said)
			}
			if isSharper(got, date) {
				t.Errorf("%s: %s is %s, which is more than is known", format.Name, date, got)
			}
		}
	}
}

// isSharper reports whether a date leaves out time that another has. That open ends are lost, that years are too far for
// the program, and that times lose their zone is said to be a loss, but cannot be helped.
func isSharper(date, than string) bool {
	if strings.ContainsAny(than, "TY") {
		return false
	}
	a, b := edtf.MustParse(date).Bounds(), edtf.MustParse(than).Bounds()
	return a.Earliest > b.Earliest && !b.NoEarliest || a.Latest < b.Latest && !b.NoLatest
}

// withoutOwn returns a file without Dateline's own fields, as another program may write it again.
func withoutOwn(t *testing.T, content []byte) []byte {
	t.Helper()
	root, _, err := readJSON(content)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	var write func(n *jsonNode)
	write = func(n *jsonNode) {
		if n.kind != jsonObject && n.kind != jsonArray {
			b.Write(n.raw)
			return
		}
		b.WriteByte(map[jsonKind]byte{jsonObject: '{', jsonArray: '['}[n.kind])
		comma := false
		for i, value := range n.values {
			if n.kind == jsonObject && n.keys[i] == ownField {
				continue
			}
			if comma {
				b.WriteByte(',')
			}
			comma = true
			if n.kind == jsonObject {
				fmt.Fprintf(&b, "%q:", n.keys[i])
			}
			write(value)
		}
		b.WriteByte(map[jsonKind]byte{jsonObject: '}', jsonArray: ']'}[n.kind])
	}
	write(root)
	return b.Bytes()
}
