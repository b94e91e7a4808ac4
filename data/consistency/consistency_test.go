package consistency_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline/assets"
	"dateline/data"
	"dateline/data/consistency"
	"dateline/data/sample/stock"
)

// event writes an event; more are further fields, each beginning with a comma.
func event(id, date, title, more string) string {
	return fmt.Sprintf(`{"id": %q, "lanes": ["a"], "date": %q, "title": %q%s}`, id, date, title, more)
}

// claim writes the only claim of an event.
func claim(source, quote, date string) string {
	return fmt.Sprintf(`, "claims": [%s]`, oneOfClaims(source, quote, date))
}

func oneOfClaims(source, quote, date string) string {
	if date != "" {
		date = fmt.Sprintf(`, "date": %q`, date)
	}
	return fmt.Sprintf(`{"source": %q, "quote": %q%s}`, source, quote, date)
}

func links(to, kind string) string {
	return fmt.Sprintf(`, "links": [{"to": %q, "kind": %q}]`, to, kind)
}

// set returns a dataset of these events, with sources that were published in 2010, in 2020 and at a time not known.
func set(t testing.TB, events ...string) *data.Set {
	t.Helper()
	text := fmt.Sprintf(`{"format": 1, "title": "T", "lanes": [{"id": "a"}], "sources": [
		{"id": "s2010", "publisher": "Ten", "published": "2010-06-15"},
		{"id": "s2020", "publisher": "Twenty", "published": "2020-06-15"},
		{"id": "doubtful", "publisher": "Doubtful", "published": "2010-06~"},
		{"id": "undated", "title": "Undated"}], "events": [%s]}`, strings.Join(events, ",\n"))
	s, err := data.Parse("f", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// row is a small dataset and what is to be found in it: kind, events and a part of the message of each finding.
type row struct {
	name   string
	events []string
	want   []string
}

func check(t *testing.T, rows []row) {
	t.Helper()
	for _, r := range rows {
		findings, err := consistency.Check(t.Context(), set(t, r.events...))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, f := range findings {
			got = append(got, fmt.Sprintf("%s %s: %s", f.Kind, strings.Join(f.Events, " "), f.Message))
		}
		ok := slices.EqualFunc(got, r.want, func(got, want string) bool {
			head, message, _ := strings.Cut(want, ": ")
			return strings.HasPrefix(got, head+": ") && strings.Contains(got, message)
		})
		if !ok {
			t.Errorf("%s:\n%s\nwant\n%s", r.name, strings.Join(got, "\n"), strings.Join(r.want, "\n"))
		}
	}
}

func TestCheck_Claims(t *testing.T) {
	check(t, []row{
		{"a claim's own date within the event's", []string{event("e", "2001", "E", claim("undated", "q", "2001-05"))}, nil},
		{"a claim's own date around the event's", []string{event("e", "2001-05-05", "E", claim("undated", "q", "2001"))}, nil},
		{"a claim's own date elsewhere", []string{event("e", "2001", "E", claim("undated", "q", "2002"))}, []string{
			"claim-date e: Undated dates it 2002, the event is dated 2001",
		}},
		{"dates that touch do not share a time", []string{event("e", "2001-05-05", "E", claim("undated", "q", "2001-05-06"))}, []string{
			"claim-date e: 6 May 2001",
		}},
		{"an approximate one is reported with its words", []string{event("e", "2001", "E", claim("undated", "q", "2002~"))}, []string{
			"claim-date e: Undated dates it about 2002",
		}},
		{"an open date excludes nothing after it", []string{event("e", "2001/..", "E", claim("undated", "q", "2012"))}, nil},
		{"but what was before", []string{event("e", "2001/..", "E", claim("undated", "q", "2000"))}, []string{"claim-date e: 2000"}},
		{"two claims that exclude each other", []string{event("e", "2001/2004", "E", `, "claims": [`+
			oneOfClaims("s2010", "q", "2001")+","+oneOfClaims("undated", "r", "2003")+","+oneOfClaims("undated", "r", "2003-05")+`]`)}, []string{
			"claim-dates e: Ten dates it 2001, Undated dates it 2003: these",
			"claim-dates e: Ten dates it 2001, Undated dates it May 2003: these",
		}},
		{"two claims that do not", []string{event("e", "2001/2004", "E", `, "claims": [`+
			oneOfClaims("s2010", "q", "2001/2003")+","+oneOfClaims("undated", "r", "2003")+","+oneOfClaims("undated", "r", "")+`]`)}, nil},
		{"the same is not said twice", []string{event("e", "2001/2004", "E", `, "claims": [`+
			oneOfClaims("s2010", "q", "2001")+","+oneOfClaims("undated", "r", "2003")+","+oneOfClaims("undated", "s", "2003")+","+
			oneOfClaims("s2010", "t", "2001")+`]`)}, []string{"claim-dates e: Ten dates it 2001, Undated dates it 2003"}},
		{"moments of which one has no offset", []string{
			event("e", "2015-11-14", "E", claim("undated", "q", "2015-11-13T23:20Z")),
			event("f", "2015-11-14", "F", claim("undated", "q", "2015-11-13T09:20Z")),
			event("g", "2015-11-13T21:16+01:00", "G", claim("undated", "q", "2015-11-13T21:16Z")),
		}, []string{"claim-date g: ", "claim-date f: "}},
	})
}

func TestCheck_Publication(t *testing.T) {
	check(t, []row{
		{"a date before publication", []string{event("e", "2009", "E", claim("s2010", "q", "2009"))}, nil},
		{"the year of publication", []string{event("e", "2010", "E", claim("s2010", "q", "2010"))}, nil},
		{"the day of publication", []string{event("e", "2010-06-15", "E", claim("s2010", "q", "2010-06-15"))}, nil},
		{"a day later", []string{event("e", "2010-06", "E", claim("s2010", "q", "2010-06-16"))}, []string{
			"after-source e: Ten dates it 16 June 2010, but was published before, 15 June 2010",
		}},
		{"an uncertain one", []string{event("e", "2010-06", "E", claim("s2010", "q", "2010-06-16?"))}, nil},
		{"a publication that is not known", []string{event("e", "2030", "E", claim("undated", "q", "2030"))}, nil},
		{"a publication that is not sure", []string{event("e", "2030", "E", claim("doubtful", "q", "2030"))}, nil},
		{"all sources before the event", []string{event("e", "2012", "E", claim("s2010", "q", ""))}, []string{
			"before-sources e: it is dated 2012",
		}},
		{"sources before its end only", []string{event("e", "2009/2012", "E", claim("s2010", "q", ""))}, nil},
		{"not all sources", []string{event("e", "2012", "E", `, "claims": [`+
			oneOfClaims("s2010", "q", "")+","+oneOfClaims("s2020", "r", "")+`]`)}, nil},
		{"one is not known", []string{event("e", "2012", "E", `, "claims": [`+
			oneOfClaims("s2010", "q", "")+","+oneOfClaims("undated", "r", "")+`]`)}, nil},
		{"no source at all", []string{event("e", "2012", "E", "")}, nil},
		{"an approximate event", []string{event("e", "2011~", "E", claim("s2010", "q", ""))}, nil},
	})
}

// A disagreement that is known is marked.
func TestCheck_Disputed(t *testing.T) {
	text := `{"format": 1, "title": "T", "lanes": [{"id": "a"}], "sources": [{"id": "s"}], "events": [
		{"id": "x", "lanes": ["a"], "date": "2001", "title": "X", "claims": [{"source": "s", "quote": "q", "date": "2002"}]},
		{"id": "y", "lanes": ["a"], "date": "2003", "title": "Y", "status": "disputed", "claims": [{"source": "s", "quote": "r"}, {"source": "s", "quote": "q", "date": "2002"}]},
		{"id": "z", "lanes": ["a"], "date": "2004", "title": "Z", "links": [{"to": "x", "kind": "before"}]}],
		"disputes": [{"id": "d", "question": "?", "events": ["x", "z"], "answers": []}]}`
	s, err := data.Parse("f", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	findings, err := consistency.Check(t.Context(), s)
	if err != nil || len(findings) != 3 {
		t.Fatalf("%+v, %v", findings, err)
	}
	for i, want := range []struct {
		disputed bool
		disputes string
		claims   string
	}{{false, "d", ""}, {false, "d", "x0"}, {true, "", "y1 y0"}} {
		f := findings[i]
		var claims []string
		for _, ref := range f.Claims {
			claims = append(claims, fmt.Sprint(ref.Event, ref.Claim))
			if ref.Source != "s" || ref.Quote == "" {
				t.Errorf("%+v", ref)
			}
		}
		if f.Disputed != want.disputed || strings.Join(f.Disputes, " ") != want.disputes || strings.Join(claims, " ") != want.claims {
			t.Errorf("%d: %+v", i, f)
		}
	}
}

func TestFinding_JSON(t *testing.T) {
	findings, err := consistency.Check(t.Context(), set(t,
		event("e", "2001", "E", claim("undated", "q", "2002")), event("f", "2003", "F", links("e", "before"))))
	if err != nil {
		t.Fatal(err)
	}
	got, err := json.Marshal(findings)
	if err != nil {
		t.Fatal(err)
	}
	want := `[{"kind":"order","events":["f","e"],"message":"“F” (2003) comes before “E” (2001): the first cannot begin after the last has ended","claims":[]},` +
		`{"kind":"claim-date","events":["e"],"message":"Undated dates it 2002, the event is dated 2001: these exclude each other",` +
		`"claims":[{"event":"e","claim":0,"source":"undated","quote":"q"}]}]`
	if string(got) != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	none, err := consistency.Check(t.Context(), set(t, event("e", "2001", "E", "")))
	if err != nil || none == nil || len(none) != 0 {
		t.Errorf("none are %v, %v", none, err)
	}
}

func TestCheck_Ends(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if findings, err := consistency.Check(ctx, set(t, event("e", "2001", "E", ""))); !errors.Is(err, context.Canceled) || findings != nil {
		t.Errorf("%v, %v", findings, err)
	}
}

// Two ages in the bundled chronology do not fit the birth on 4 May 1985.
func TestCheck_TheBundledSet(t *testing.T) {
	s, err := data.Parse(assets.AtarName, assets.Atar)
	if err != nil {
		t.Fatal(err)
	}
	findings, err := consistency.Check(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []struct{ event, message string }{
		{"born-in-laeken", "The Telegraph has Oussama Atar aged 32; by the birth (4 May 1985) it would be 31 (publication, 8 November 2016)"},
		{"amnesty-call-for-action", "Intel Today has Oussama Atar aged 26; by the birth (4 May 1985) it would be 25 (14 November 2010)"},
	} {
		if !slices.ContainsFunc(findings, func(f consistency.Finding) bool {
			return f.Kind == consistency.Age && f.Events[0] == want.event && f.Message == want.message &&
				slices.Contains(f.Events, "born-in-laeken") && len(f.Claims) > 0
		}) {
			t.Errorf("%s is missing in %+v", want.message, findings)
		}
	}
	for _, f := range findings {
		if f.Kind == consistency.RelativeDate {
			t.Errorf("“the following year” and “the eve” fit their events: %+v", f)
		}
	}
}

// Findings do not depend on the order of the file, and come in order of kind and time.
func TestCheck_OfASample(t *testing.T) {
	findings, err := consistency.Check(t.Context(), stock.Made(t, 2000))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range findings {
		if f.Message == "" || len(f.Events) == 0 || strings.Contains(f.Message, "%!") {
			t.Errorf("%+v", f)
		}
	}
}
