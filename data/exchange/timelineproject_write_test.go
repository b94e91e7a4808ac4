package exchange

import (
	"encoding/xml"
	"errors"
	"io"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"dateline/data/edtf"
)

func TestTimelineProject_RoundTrip(t *testing.T) { allComeBack(t, TimelineProject) }

var tlpInstructions = regexp.MustCompile(`(?s) *<\?dateline .*?\?>\n`)

// withoutInstructions returns a file as the program saves it.
func withoutInstructions(content []byte) []byte { return tlpInstructions.ReplaceAll(content, nil) }

// What the program itself knows of a date comes back from it, too, and nothing sharper.
func TestTimelineProject_DatesThroughTheProgram(t *testing.T) {
	tests := []struct{ date, want, loss string }{
		{"2008-04-09", "2008-04-09", ""},
		{"-0043-03-15", "-0043-03-15", ""},
		{"0079-08-24", "0079-08-24", ""},
		{"2008-04-18/2012-09-16", "2008-04-18/2012-09-16", ""},
		{"2016-03-22~", "2016-03-22~", ""},
		{"2012-05-01/..", "2012-05-01/..", ""},
		{"2012-05-01~/..", "2012-05-01~/..", ""},
		{"2015-11-13T21:16", "2015-11-13T21:16", ""},
		{"2015-11-13T21:16:30", "2015-11-13T21:16:30", ""},
		{"2015-11-13T21:16/2015-11-14T00:20", "2015-11-13T21:16/2015-11-14T00:20", ""},
		{"2015-11-13T21:16+01:00", "2015-11-13T21:16", "no offset from UTC (+01:00)"},
		{"2015-11-13T21:16:00", "2015-11-13T21:16", "exact to the second"},
		{"2015-11-13T00:00", "2015-11-13", "does not show midnight as a time"},
		{"2015-11-13T21", "2015-11-13T21:00/2015-11-13T21:59", "it is 13 November 2015, between 21:00 and 22:00"},
		{"2013", "2013-01-01~/2013-12-31~", "is written as 2013-01-01/2013-12-31: it is 2013; Dateline reads it back"},
		{"2006-05", "2006-05-01~/2006-05-31~", "it is May 2006"},
		{"2004-06-11?", "2004-06-11", "it is uncertain"},
		{"2004-06-11%", "2004-06-11~", "it is uncertain"},
		{"2008-04-18~/2012-09-16", "2008-04-18/2012-09-16", "a part of it is approximate"},
		{"2004-06~-11", "2004-06-11~", "a part of it is approximate"},
		{"2012/", "2012-01-01~/2012-12-31~", "end not known"},
		{"../1985", "1985-01-01~/1985-12-31~", "until 1985"},
		{"[1760-12..]", "1760-12-01~", "or later"},
		{"[2002..2012]", "2002-01-01~/2012-12-31~", "some year from 2002 to 2012"},
		{"2015-11-14T00:30+01:00/2015-11-15", "2015-11-14~/2015-11-15~", "00:30"},
		{"2015-11-13T21:16+01:00/2015-11-13T21:10Z", "2015-11-13T20:16/2015-11-13T21:10", "different offsets"},
	}
	for _, test := range tests {
		timeline := &Timeline{
			Format: 1, Title: "t", Lanes: []Lane{{ID: "a"}},
			Events: []Event{{ID: "e", Lanes: []string{"a"}, Date: test.date, Title: "x"}},
		}
		content, losses, err := writeTimelineProject(timeline)
		if err != nil {
			t.Fatal(err)
		}
		result, err := readTimelineProject(withoutInstructions(content))
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

// The program sharpens nothing: the days that come back from it hold all of the date's.
func TestTimelineProject_NothingSharpened(t *testing.T) {
	for _, text := range someDates {
		s := simple(edtf.MustParse(text))
		bounds := edtf.MustParse(text).Bounds()
		if bounds.NoEarliest || bounds.NoLatest {
			continue
		}
		first, last := onClocks(edtf.MustParse(text))
		end := s.to.instant + map[edtf.Precision]int64{edtf.Day: 86400, edtf.Minute: 60, edtf.Second: 1}[s.to.precision]
		if s.from.zone == "Z" { // of two clocks
			first, last = bounds.Earliest, bounds.Latest
		}
		if s.from.instant > first || end <= last {
			t.Errorf("%s is written as %s, which is shorter", text, s)
		}
	}
}

// The program reads nothing that is not exactly of its form.
func TestWriteTimelineProject_Form(t *testing.T) {
	for seed := range uint64(50) {
		content, _, err := writeTimelineProject(generatedTimeline(rand.New(rand.NewPCG(seed, 2))))
		if err != nil {
			t.Fatal(err)
		}
		decoder := xml.NewDecoder(strings.NewReader(string(content)))
		for {
			token, err := decoder.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("not XML: %v\n%s", err, content)
			}
			if start, ok := token.(xml.StartElement); ok && len(start.Attr) > 0 {
				t.Fatalf("<%s> has attributes", start.Name.Local)
			}
		}
		result, err := readTimelineProject(withoutInstructions(content))
		if err != nil {
			t.Fatal(err)
		}
		valid(t, result.Timeline)
		for _, loss := range result.Losses {
			if strings.Contains(loss.What, "not of the format") || strings.Contains(loss.What, "a second <") {
				t.Errorf("the program would refuse the file: %s", loss)
			}
		}
	}
}

func TestWriteTimelineProject_Containers(t *testing.T) {
	timeline := func(dates ...string) *Timeline {
		t := &Timeline{Format: 1, Title: "t", Lanes: []Lane{{ID: "a"}}}
		for i, date := range dates {
			e := Event{ID: string(rune('a' + i)), Lanes: []string{"a"}, Date: date, Title: "event " + string(rune('a'+i))}
			if i > 0 {
				e.Links = []Link{{"a", "part-of"}}
			}
			t.Events = append(t.Events, e)
		}
		return t
	}
	tests := []struct {
		name      string
		timeline  *Timeline
		container bool
	}{
		{"filled", timeline("2013-05-01/2013-05-09", "2013-05-01", "2013-05-05/2013-05-09"), true},
		{"shorter", timeline("2013-05-01/2013-05-09", "2013-05-02", "2013-05-05/2013-05-09"), false},
		{"overlapping", timeline("2013-05-01/2013-05-09", "2013-05-01/2013-05-06", "2013-05-05/2013-05-09"), false},
		{"touching", timeline("2013-05-01/2013-05-09", "2013-05-01/2013-05-05", "2013-05-05/2013-05-09"), false},
		{"vague", timeline("2013-05", "2013-05"), false},
	}
	for _, test := range tests {
		content, losses, err := writeTimelineProject(test.timeline)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(string(content), "<text>[1]event a</text>"); got != test.container {
			t.Errorf("%s: it is a container: %t", test.name, got)
		}
		if got := hasLoss(losses, "its links"); got == test.container {
			t.Errorf("%s: the links are lost: %t", test.name, got)
		}
		result, err := readTimelineProject(withoutInstructions(content))
		if err != nil {
			t.Fatal(err)
		}
		if got := len(result.Timeline.Events[1].Links) == 1; got != test.container {
			t.Errorf("%s: the link comes back: %t", test.name, got)
		}
	}
}

// Events beyond the program's time are not shown by it, but come back.
func TestWriteTimelineProject_BeyondItsTime(t *testing.T) {
	timeline := bundled(t)
	timeline.Events[3].Date = "-9000"
	timeline.Disputes = nil
	content, losses, err := writeTimelineProject(timeline)
	if err != nil || !hasLoss(losses, "it is left out: the program has only the years") {
		t.Error(err, losses)
	}
	result, err := readTimelineProject(withoutInstructions(content))
	if err != nil || len(result.Timeline.Events) != len(timeline.Events)-1 {
		t.Error("the program would see the event", err)
	}
	comesBack(t, TimelineProject, timeline)
}

// What is changed in a file by a program that leaves the instructions alone counts, the rest stays as it was.
func TestTimelineProject_Changed(t *testing.T) {
	before := bundled(t)
	content, _, err := writeTimelineProject(before)
	if err != nil {
		t.Fatal(err)
	}
	text := string(content)
	for _, change := range [][2]string{
		{"<text>Born in Laeken</text>", "<text>Is born in Laeken</text>"},
		{"<start>1985-05-04 00:00:00</start>", "<start>1985-05-03 00:00:00</start>"},
		{"<labels>life</labels>", "<labels>life birth</labels>"},
		{"<color>0,114,178</color>", "<color>0,0,0</color>"},
		{"  </events>", "    <event><start>2001-01-01 00:00:00</start><end>2001-01-01 00:00:00</end><text>Born in Laeken</text>" +
			"<category>The attacks</category><hyperlink>https://example.org/</hyperlink></event>\n  </events>"},
	} {
		if !strings.Contains(text, change[0]) {
			t.Fatalf("there is no %s", change[0])
		}
		text = strings.Replace(text, change[0], change[1], 1)
	}
	gone := regexp.MustCompile(`(?s)    <event>\n[^\n]*"place":2,.*?</event>\n`)
	result, err := readTimelineProject([]byte(gone.ReplaceAllString(text, "")))
	if err != nil {
		t.Fatal(err)
	}
	valid(t, result.Timeline)
	want := bundled(t)
	want.Events[0].Title, want.Events[0].Date = "Is born in Laeken", "1985-05-03/1985-05-04"
	want.Events[0].Tags = []string{"life", "birth"}
	want.Lanes[0].Color = "#000000"
	want.Sources = append(want.Sources, Source{ID: "example-org", Title: "https://example.org/", URL: "https://example.org/"})
	want.Events = append(slices.Delete(want.Events, 2, 3), Event{
		ID: "born-in-laeken-2", Lanes: []string{"attacks"}, Date: "2001-01-01", Title: "Born in Laeken", Claims: []Claim{{Source: "example-org"}},
	})
	want.Events[1].Links = nil // both went to the event that has been taken out
	for i := range want.Disputes {
		want.Disputes[i].Events = slices.DeleteFunc(want.Disputes[i].Events, func(id string) bool { return id == "travels-to-syria-2002" })
	}
	sameTimeline(t, result.Timeline, want)
	if !hasLoss(result.Losses, "its link to “travels-to-syria-2002” goes nowhere") {
		t.Errorf("nothing is said of the links: %v", result.Losses)
	}
}

// What Dateline wrote is passed over where it is damaged, and that is said.
func TestTimelineProject_Damaged(t *testing.T) {
	content, _, err := writeTimelineProject(bundled(t))
	if err != nil {
		t.Fatal(err)
	}
	plain, err := readTimelineProject(withoutInstructions(content))
	if err != nil {
		t.Fatal(err)
	}
	for _, change := range [][2]string{{`{"$schema"`, `{"$schema`}, {`"format":1`, `"format":2`}, {`{"id":"atar"`, `{"id":"other"`}, {`{"place":3,`, `{"place":`}} {
		result, err := readTimelineProject([]byte(strings.ReplaceAll(string(content), change[0], change[1])))
		if err != nil {
			t.Fatal(err)
		}
		sameTimeline(t, result.Timeline, plain.Timeline)
		if !strings.Contains(strings.Join(result.Notes, "\n"), "is damaged and was passed over") {
			t.Errorf("%s: notes are %v", change[1], result.Notes)
		}
	}
}

func FuzzTimelineProject(f *testing.F) {
	f.Add([]byte(everythingTlp()))
	content, _, err := writeTimelineProject(generatedTimeline(rand.New(rand.NewPCG(1, 1))))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(content)
	f.Add([]byte(tlpFile("", tlpEventXML("12013-03-30 00:00:00", "12014-03-30 00:00:00", "x", "<fuzzy>True</fuzzy>"))))
	f.Fuzz(func(t *testing.T, content []byte) {
		detectTimelineProject(content)
		result, err := readTimelineProject(content)
		if err != nil {
			return
		}
		valid(t, result.Timeline)
		comesBack(t, TimelineProject, result.Timeline)
	})
}
