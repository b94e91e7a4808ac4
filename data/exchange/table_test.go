package exchange

import (
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"dateline/data"
	"dateline/data/edtf"
)

// withoutEmpty returns events with lists that are nil where they are empty, as those that are read.
func withoutEmpty(events []Event) []Event {
	clean := make([]Event, len(events))
	for i, e := range events {
		for _, list := range []*[]string{&e.Lanes, &e.People, &e.Places, &e.Tags} {
			if len(*list) == 0 {
				*list = nil
			}
		}
		clean[i] = e
	}
	return clean
}

// sameEvents asserts that a timeline's events come back from a format as they are.
func sameEvents(t *testing.T, f *Format, before *Timeline) *Result {
	t.Helper()
	content, _, err := f.Write(before)
	if err != nil {
		t.Fatal(err)
	}
	result, err := f.Read(content)
	if err != nil {
		t.Fatalf("%v\n%.2000s", err, content)
	}
	valid(t, result.Timeline)
	if len(result.Losses) > 0 {
		t.Errorf("%s: what was written is not all read: %v", f.Name, result.Losses)
	}
	got, want := withoutEmpty(result.Timeline.Events), withoutEmpty(before.Events)
	for i := range want {
		if i >= len(got) || !reflect.DeepEqual(got[i], want[i]) {
			t.Fatalf("%s: event %d of %d of %d is another:\n got %+v\nwant %+v", f.Name, i, len(got), len(want), got[min(i, len(got)-1)], want[i])
		}
	}
	again, _, err := f.Write(before)
	if err != nil || string(again) != string(content) {
		t.Errorf("%s is written differently the second time: %v", f.Name, err)
	}
	return result
}

// nastyTexts are texts that tables, spreadsheets or lists could take for something else.
var nastyTexts = []string{
	"plain", "=HYPERLINK(\"https://a.example\")", "+1", "-1", "@SUM(A1)", "'=1", "''+", "' plain", "\t=1", " =1", "＝1", "a\nb", "a\r\nb",
	`"quoted"`, `a "b" c`, "a;b", "a|b", "a, b", `["a"]`, "[a]", "null", "2008-04-09", "TRUE", "007", "  spaced  ", "\u202eright", "\u0007bell", "日本語", "\\.", "\ufeffmark",
	"\rb", "#N/A", "<b>bold</b> & more", "sep=;",
}

// generated returns a timeline made of texts that are hard to carry; seed makes another.
func generated(seed uint64, crlf bool) *Timeline {
	random := rand.New(rand.NewPCG(seed, 7))
	text := func() string {
		for {
			if text := nastyTexts[random.IntN(len(nastyTexts))]; crlf || !strings.Contains(text, "\r\n") {
				return text
			}
		}
	}
	texts := func() []string {
		var list []string
		for range random.IntN(4) {
			list = append(list, text())
		}
		return list
	}
	dates := strings.Fields("2008-04-09 1999/2000 [2002..2012] 2010-22 2016-03-22~ 2012/ 2015-11-13T21:16+01:00 2015-11-13T21:16:05 " +
		"198X -0043-03-15 -3000 ../1985 Y-17E7 {1960,1961-12} 2008-24 2004-06~-11 0079 1950S2 2013-12-30T21:16:05Z")
	timeline := &Timeline{Format: 1, Title: "Generated", Sources: []Source{{ID: "s"}, {ID: "long-" + strings.Repeat("x", 60)}}}
	for i := range 4 {
		timeline.Lanes = append(timeline.Lanes, Lane{ID: fmt.Sprintf("lane-%d-", i), Title: nastyTexts[(int(seed)+i)%len(nastyTexts)]})
	}
	for i := range 40 {
		e := Event{
			ID: fmt.Sprintf("e-%d--%d", random.IntN(1000), i), Date: dates[random.IntN(len(dates))], Title: text(), Summary: text(),
			People: texts(), Places: texts(), Tags: texts(), Lanes: []string{timeline.Lanes[random.IntN(4)].ID},
		}
		if other := timeline.Lanes[random.IntN(4)].ID; other != e.Lanes[0] {
			e.Lanes = append(e.Lanes, other)
		}
		e.Status = append([]string{""}, "established", "reported", "alleged", "disputed", "false")[random.IntN(6)]
		if i > 0 {
			claim := random.IntN(2)
			e.Claims = []Claim{{Source: "s", Quote: text(), Locator: text()}, {Source: timeline.Sources[1].ID, Date: "2008"}}
			e.Known = []Known{{By: text(), Date: "2009", Claim: &claim}, {By: "public", Date: "2010-05"}}
			e.Links = []Link{{To: timeline.Events[random.IntN(i)].ID, Kind: string(data.LinkKinds[random.IntN(len(data.LinkKinds))])}}
		}
		timeline.Events = append(timeline.Events, e)
	}
	return timeline
}

// Events come back from tables as they were, and nothing of the lanes but what is said to be lost.
func TestTableRoundTrip(t *testing.T) {
	for _, f := range []*Format{&CSV, &TSV} {
		result := sameEvents(t, f, bundled(t))
		for i, lane := range result.Timeline.Lanes {
			if want := bundled(t).Lanes[i]; lane.ID != want.ID || lane.Title != want.Title {
				t.Errorf("%s: lane %+v, want %+v", f.Name, lane, want)
			}
		}
		for seed := range uint64(20) {
			timeline := generated(seed, false)
			valid(t, timeline)
			sameEvents(t, f, timeline)
		}
	}
}

// Every cell can be shown by a spreadsheet, which takes none for a formula.
func TestNoFormulas(t *testing.T) {
	for _, f := range []*Format{&CSV, &TSV} {
		content, _, err := f.Write(generated(1, true))
		if err != nil {
			t.Fatal(err)
		}
		reader := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(content), byteOrderMark)))
		if f == &TSV {
			reader.Comma = '\t'
		}
		rows, err := reader.ReadAll()
		if err != nil || len(rows) != 41 {
			t.Fatalf("%d rows, %v", len(rows), err)
		}
		for _, row := range rows {
			for _, cell := range row {
				if strings.ContainsAny(cell[:min(1, len(cell))], "=+-@\t\r") {
					t.Errorf("%s: a spreadsheet runs %q", f.Name, cell)
				}
			}
		}
	}
	for _, text := range append(nastyTexts, "", "'", "''", "'a", "'-", "''=x") {
		if got := unguarded(guarded(text)); got != text {
			t.Errorf("%q is guarded as %q and comes back as %q", text, guarded(text), got)
		}
	}
}

// The header and a row are as people see them in a spreadsheet.
func TestWriteTable(t *testing.T) {
	claim := 0
	timeline := &Timeline{
		Format: 1, Title: "T", Summary: "S", Language: "en", Span: "2008",
		Lanes:   []Lane{{ID: "b", Title: "Bodies", Color: "#C77700"}, {ID: "a", Title: "Bodies"}, {ID: "c", Marker: "circle"}, {ID: "d", Title: "D"}},
		Sources: []Source{{ID: "s", Title: "Paper", URL: "https://a.example"}, {ID: "t"}, {ID: "u", Title: "U"}},
		Events: []Event{{
			ID: "e", Lanes: []string{"a", "b", "d"}, Date: "2010-22", Title: "-A\r\nB", Summary: "zero\x00", People: []string{"Atar, Oussama", "X"},
			Claims: []Claim{{Source: "s", Quote: "“Non”"}, {Source: "t"}}, Known: []Known{{By: "public", Date: "2008", Claim: &claim}},
			Links: []Link{{To: "e", Kind: "same-as"}},
		}},
		Disputes: []Dispute{{ID: "q", Question: "Who?"}},
	}
	content, losses, err := CSV.Write(timeline)
	if err != nil {
		t.Fatal(err)
	}
	want := byteOrderMark + "id,date,in words,lanes,title,summary,status,people,places,tags,claims,known,links,lane ids\n" +
		"e,2010-22,summer 2010,a; b; D,\"'-A\nB\",zero�,,\"Atar, Oussama; X\",,,\"[{\"\"source\"\":\"\"s\"\",\"\"quote\"\":\"\"“Non”\"\"},{\"\"source\"\":\"\"t\"\"}]\"," +
		"\"[{\"\"by\"\":\"\"public\"\",\"\"date\"\":\"\"2008\"\",\"\"claim\"\":0}]\",\"[{\"\"to\"\":\"\"e\"\",\"\"kind\"\":\"\"same-as\"\"}]\",a; b; d\n"
	if string(content) != want {
		t.Errorf("got\n%s\nwant\n%s", content, want)
	}
	for _, part := range []string{
		"title of the timeline", "summary of the timeline", "language of the timeline", "span of the timeline",
		"lane “Bodies”: no place in a table: its place among the lanes, its title, which another has too, its colour #C77700",
		"lane “c”: no event is in the lane", "source s: only its identifier is kept; no place in a table: title “Paper”, address “https://a.example”",
		"source u: no event has a claim of it", "dispute “Who?”: disputes have no place",
		"carriage returns at the ends of lines are left out", "zero characters are written as �",
	} {
		if !strings.Contains(fmt.Sprint(losses), part) {
			t.Errorf("no loss says %q: %v", part, losses)
		}
	}
	if strings.Contains(fmt.Sprint(losses), "“D”") || strings.Contains(fmt.Sprint(losses), "source t") {
		t.Errorf("something is said to be lost that is not: %v", losses)
	}
}

// A table of Dateline's that was changed in a spreadsheet is read with its changes, and what no longer fits is said.
func TestChangedTable(t *testing.T) {
	const header = "id,date,in words,lanes,title,summary,claims,known,links,lane ids\n"
	tests := []struct {
		name, row, event, loss string
	}{
		{"another date", "a,9/4/2008,summer 2010,X,T,,,,,x", "{id:a,lanes:[x],date:2008-04-09,}", ""},
		{"another lane", "a,2008,,Y,T,,,,,x", "{id:a,lanes:[x],date:2008,}", ""},
		{"one lane more", "a,2008,,X; Y,T,,,,,x", "{id:a,lanes:[x,y],date:2008,}", ""},
		{"no identifier", ",2008,,X,T,,,,,x", "{id:t,lanes:[x],date:2008,}", ""},
		{"broken claims", "a,2008,,X,T,,[{,,,x", "{id:a,lanes:[x],date:2008,}", "the claims cannot be read (it is not the JSON of Dateline’s format) and are left out: [{"},
		{"a claim of nobody", `a,2008,,X,T,,"[{""source"":""A B""}]",,,x`, "{id:a,lanes:[x],date:2008,}", `"A B" is no identifier of a source`},
		{"an unknown field", `a,2008,,X,T,,"[{""source"":""s"",""x"":1}]",,,x`, "{id:a,lanes:[x],date:2008,}", "the claims cannot be read"},
		{"known without its claim", `a,2008,,X,T,,,"[{""by"":""public"",""date"":""2008"",""claim"":0}]",,x`, "{id:a,lanes:[x],date:2008,}", "there is no claim 0"},
		{"known of no date", `a,2008,,X,T,,,"[{""by"":""public"",""date"":""soon""}]",,x`, "{id:a,lanes:[x],date:2008,}", "the known cannot be read"},
		{"a link that is none", `a,2008,,X,T,,,,"[{""to"":""a"",""kind"":""likes""}]",x`, "{id:a,lanes:[x],date:2008,}", `"likes" is no kind of link`},
		{"a link to a row that is gone", `a,2008,,X,T,,,,"[{""to"":""b"",""kind"":""before""}]",x`, "{id:a,lanes:[x],date:2008,}", "it has a link (before) to an event that is not in the table: b"},
	}
	for _, test := range tests {
		var losses []string
		if test.loss != "" {
			losses = []string{test.loss}
		}
		wantTable(t, test.name, header+test.row+"\n", nil, []string{test.event}, losses, nil)
	}
	// A link follows an identifier that had to change.
	wantTable(t, "renamed", header+"A B,2008,,X,T,,,,,x\n"+`b,2009,,X,U,,,,"[{""to"":""A B"",""kind"":""before""}]",x`+"\n", nil,
		[]string{"{id:a-b,lanes:[x],date:2008,}", "{id:b,lanes:[x],date:2009,links:[{to:a-b,kind:before}]}"},
		[]string{"the identifier “A B” becomes “a-b”"}, nil)
}

// The words beside a date are those of the date.
func TestTableWords(t *testing.T) {
	for _, date := range []string{"2008-04-09", "2010-22", "[2002..2012]"} {
		if got, want := wordsOf(date), edtf.MustParse(date).Words(); got != want {
			t.Errorf("%s: %s, want %s", date, got, want)
		}
	}
}
