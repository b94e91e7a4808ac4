package exchange

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	ics "github.com/arran4/golang-ical"
)

func TestICalendar_RoundTrip(t *testing.T) { allComeBack(t, ICalendar) }

// icalOwn are the properties, folded, that only Dateline reads.
var icalOwn = regexp.MustCompile(`(?m)^X-(EDTF|DATELINE-\w+)[:;].*\r\n(?:[ \t].*\r\n)*`)

// What calendars themselves know of a date comes back from them, too, and nothing sharper.
func TestICalendar_DatesThroughOthers(t *testing.T) {
	tests := []struct{ date, start, end, want, loss string }{
		{"2008-04-09", ";VALUE=DATE:20080409", ";VALUE=DATE:20080410", "2008-04-09", ""},
		{"2008-02-28/2008-02-29", ";VALUE=DATE:20080228", ";VALUE=DATE:20080301", "2008-02-28/2008-02-29", ""},
		{"2015-11-13T21:16", ":20151113T211600", "", "2015-11-13T21:16", ""},
		{"2015-11-13T21:16Z", ":20151113T211600Z", "", "2015-11-13T21:16Z", ""},
		{"2015-11-13T21:16/2015-11-14T00:20", ":20151113T211600", ":20151114T002000", "2015-11-13T21:16/2015-11-14T00:20", ""},
		{"2015-11-13T21:16+01:00", ":20151113T201600Z", "", "2015-11-13T20:16Z", "written in UTC, not with +01:00"},
		{"2015-11-13T21:16:00", ":20151113T211600", "", "2015-11-13T21:16", "exact to the second"},
		{"2015-11-13T21", ":20151113T210000", ":20151113T215900", "2015-11-13T21:00/2015-11-13T21:59", "it is 13 November 2015, between"},
		{"2013", ";VALUE=DATE:20130101", ";VALUE=DATE:20140101", "2013-01-01/2013-12-31", "is written as 2013-01-01/2013-12-31: it is 2013; X-EDTF has it"},
		{"2016-03-22~", ";VALUE=DATE:20160322", ";VALUE=DATE:20160323", "2016-03-22", "it is approximate"},
		{"2016-03-22?", ";VALUE=DATE:20160322", ";VALUE=DATE:20160323", "2016-03-22", "it is uncertain"},
		{"2012-05-01/..", ";VALUE=DATE:20120501", ";VALUE=DATE:20120502", "2012-05-01", "it is still open"},
		{"2012/", ";VALUE=DATE:20120101", ";VALUE=DATE:20130101", "2012-01-01/2012-12-31", "end not known"},
	}
	for _, test := range tests {
		timeline := &Timeline{
			Format: 1, Title: "t", Lanes: []Lane{{ID: "a"}},
			Events: []Event{{ID: "e", Lanes: []string{"a"}, Date: test.date, Title: "x"}},
		}
		content, losses, err := writeICalendar(timeline)
		if err != nil {
			t.Fatal(err)
		}
		for name, value := range map[string]string{"DTSTART": test.start, "DTEND": test.end} {
			if has := strings.Contains(string(content), "\r\n"+name+value+"\r\n"); has != (value != "") {
				t.Errorf("%s: %s%s is missing or too much:\n%s", test.date, name, value, content)
			}
		}
		result, err := readICalendar(icalOwn.ReplaceAll(content, nil))
		if err != nil {
			t.Fatal(err)
		}
		if got := result.Timeline.Events[0].Date; got != test.want {
			t.Errorf("%s: got %s, want %s", test.date, got, test.want)
		}
		lost := slices.ContainsFunc(losses, func(l Loss) bool { return strings.Contains(l.What, "the date "+test.date) })
		if lost != (test.loss != "") || test.loss != "" && !hasLoss(losses, test.loss) {
			t.Errorf("%s: losses are %v, want %q", test.date, losses, test.loss)
		}
	}
}

// Lines end as they must, are no longer than they may be, break no character, and say the same to the library.
func TestWriteICalendar_Form(t *testing.T) {
	for seed := range uint64(50) {
		timeline := generatedTimeline(rand.New(rand.NewPCG(seed, 3)))
		content, _, err := writeICalendar(timeline)
		if err != nil {
			t.Fatal(err)
		}
		text, ok := strings.CutSuffix(string(content), "\r\n")
		if !ok || strings.Count(text, "\n") != strings.Count(text, "\r\n") {
			t.Fatal("lines do not end in CR LF")
		}
		for line := range strings.SplitSeq(text, "\r\n") {
			if len(line) > 75 || !utf8.ValidString(line) {
				t.Fatalf("the line %q is too long or ends within a character", line)
			}
		}
		calendar, err := ics.ParseCalendar(strings.NewReader(string(content)))
		if err != nil {
			t.Fatalf("the library does not read what it wrote: %v", err)
		}
		shown := 0
		for i, event := range calendar.Events() {
			for _, required := range []ics.ComponentProperty{"UID", "DTSTAMP", "DTSTART", "SUMMARY", "X-EDTF"} {
				if n := len(event.GetProperties(required)); n != 1 {
					t.Fatalf("event %d has %d times %s", i, n, required)
				}
			}
			shown++
		}
		hidden := strings.Count(string(content), "\r\nX-DATELINE-EVENT") - shown
		if shown+hidden != len(timeline.Events) {
			t.Errorf("of %d events %d are shown and %d hidden", len(timeline.Events), shown, hidden)
		}
	}
}

// What other programs show of the bundled chronology.
func TestWriteICalendar_Bundled(t *testing.T) {
	content, losses, err := writeICalendar(bundled(t))
	if err != nil {
		t.Fatal(err)
	}
	result, err := readICalendar(icalOwn.ReplaceAll(content, nil))
	if err != nil {
		t.Fatal(err)
	}
	valid(t, result.Timeline)
	if result.Timeline.Title != "Oussama Atar, 1985–2018" || len(result.Timeline.Events) != 54 {
		t.Errorf("the title is %s, and there are %d events", result.Timeline.Title, len(result.Timeline.Events))
	}
	event := result.Timeline.Events[1]
	for _, want := range []string{
		"Date: 1999/2000 (1999 to 2000)", "Status: Disputed",
		"“1999/2000 — First visit to Syria. Lives in Idlib” — “On This Day", "(dates it: 2002)",
	} {
		if !strings.Contains(event.Summary, want) {
			t.Errorf("the description does not have %q:\n%s", want, event.Summary)
		}
	}
	if !slices.Equal(event.Tags, []string{"Oussama Atar", "travel"}) || !slices.Equal(event.Places, []string{"Syria; Idlib"}) {
		t.Errorf("tags are %v, places are %v", event.Tags, event.Places)
	}
	for _, want := range []string{
		"the colours and markers of lanes, the language, the span and the disputes: other programs do not show them",
		"its status and its claims: other programs show them only as text", "its links: other programs do not show them",
	} {
		if !hasLoss(losses, want) {
			t.Errorf("no loss says %q", want)
		}
	}
}

// A calendar has no years but those of four digits; others travel along.
func TestWriteICalendar_BeyondItsTime(t *testing.T) {
	timeline := bundled(t)
	timeline.Events[0].Date, timeline.Events[1].Date, timeline.Events[2].Date = "-0043-03-15", "Y170000002", "0000"
	content, losses, err := writeICalendar(timeline)
	if err != nil || !hasLoss(losses, "it is left out: calendars have only the years 1 to 9999, and this is dated -0043-03-15 (15 March 44 BCE)") {
		t.Error(err, losses)
	}
	if got := strings.Count(string(content), "BEGIN:VEVENT"); got != 51 {
		t.Errorf("%d events are shown", got)
	}
	comesBack(t, ICalendar, timeline)
}

// What is changed in another program counts, the rest stays as it was.
func TestICalendar_Changed(t *testing.T) {
	content, _, err := writeICalendar(bundled(t))
	if err != nil {
		t.Fatal(err)
	}
	text := string(content)
	for _, change := range [][2]string{
		{"SUMMARY:Born in Laeken\r\n", "SUMMARY:Is born\r\n"},
		{"DTSTART;VALUE=DATE:19850504\r\nDTEND;VALUE=DATE:19850505", "DTSTART;VALUE=DATE:19850505\r\nDTEND;VALUE=DATE:19850506"},
		{"CATEGORIES:life\r\n", "CATEGORIES:birth,life\r\nATTENDEE;CN=Ann:mailto:a@example.org\r\n"},
		{"DESCRIPTION:Intel Today’s chronology alone", "DESCRIPTION:In short: Intel Today’s chronology alone"},
		{"END:VCALENDAR", "BEGIN:VEVENT\r\nUID:born-in-laeken\r\nDTSTART;VALUE=DATE:20010101\r\nSUMMARY:New\r\nEND:VEVENT\r\nEND:VCALENDAR"},
	} {
		if !strings.Contains(text, change[0]) {
			t.Fatalf("there is no %s", change[0])
		}
		text = strings.Replace(text, change[0], change[1], 1)
	}
	result, err := readICalendar([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	valid(t, result.Timeline)
	want := bundled(t)
	want.Events[0].Title, want.Events[0].Date = "Is born", "1985-05-05"
	want.Events[0].Summary = "In short: " + want.Events[0].Summary
	want.Events[0].Tags = []string{"life", "birth"}
	want.Events[0].People = append(want.Events[0].People, "Ann")
	want.Events = append(want.Events, Event{ID: "born-in-laeken-2", Lanes: []string{"atar"}, Date: "2001-01-01", Title: "New"})
	sameTimeline(t, result.Timeline, want)
}

// A calendar that has been put into one file with another keeps its lanes, and the other has its own.
func TestICalendar_Merged(t *testing.T) {
	content, _, err := writeICalendar(bundled(t))
	if err != nil {
		t.Fatal(err)
	}
	other := icalFile("NAME:Other", "BEGIN:VEVENT", "DTSTART:20080409", "SUMMARY:a", "END:VEVENT")
	result, err := readICalendar(append(content, other...))
	if err != nil {
		t.Fatal(err)
	}
	valid(t, result.Timeline)
	want := bundled(t)
	want.Lanes = append(want.Lanes, Lane{ID: "other", Title: "Other"})
	want.Events = append(want.Events, Event{ID: "a", Lanes: []string{"other"}, Date: "2008-04-09", Title: "a"})
	sameTimeline(t, result.Timeline, want)
}

func FuzzICalendar(f *testing.F) {
	f.Add([]byte(strings.ReplaceAll(string(icalSample()), strings.Repeat("A", 3<<20), "AA")))
	content, _, err := writeICalendar(generatedTimeline(rand.New(rand.NewPCG(1, 1))))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(content)
	f.Add(icalEventFile("DTSTART;TZID=Europe/Brussels:20151024T120000", "DURATION:P1DT2H", "X-EDTF:2015-10-24"))
	f.Fuzz(func(t *testing.T, content []byte) {
		detectICalendar(content)
		result, err := readICalendar(content)
		if err != nil {
			return
		}
		valid(t, result.Timeline)
		comesBack(t, ICalendar, result.Timeline)
	})
}
