package exchange

import (
	"strings"
	"testing"
)

// tlpFile returns a file as the program writes it (2.3.0), with events, and what else stands before them.
func tlpFile(before, events string) string {
	return `<?xml version="1.0" encoding="utf-8"?>
<timeline>
  <version>2.3.0</version>
  <timetype>gregoriantime</timetype>
` + before + `  <categories>
    <category>
      <name>Work</name>
      <color>255,80,0</color>
      <progress_color>255,153,153</progress_color>
      <done_color>255,153,153</done_color>
      <font_color>0,0,0</font_color>
    </category>
    <category>
      <name>Travel</name>
      <color>0,0,255</color>
      <parent>Work</parent>
    </category>
  </categories>
  <events>
` + events + `  </events>
  <view>
    <displayed_period>
      <start>2013-01-01 00:00:00</start>
      <end>2014-01-01 00:00:00</end>
    </displayed_period>
    <hidden_categories>
      <name>Travel</name>
    </hidden_categories>
  </view>
</timeline>
`
}

// tlpEventXML returns an event as the program writes it.
func tlpEventXML(start, end, text, more string) string {
	return "    <event>\n      <start>" + start + "</start>\n      <end>" + end + "</end>\n      <text>" + text +
		"</text>\n      <progress>0</progress>\n" + more + "    </event>\n"
}

func TestReadTimelineProject_Dates(t *testing.T) {
	const fuzzy, today = "      <fuzzy>True</fuzzy>\n", "      <ends_today>True</ends_today>\n"
	tests := []struct{ name, start, end, more, want string }{
		{"day", "2013-03-30 00:00:00", "2013-03-30 00:00:00", "", "2013-03-30"},
		{"days as the program names them", "2017-01-01 00:00:00", "2017-01-05 00:00:00", "", "2017-01-01/2017-01-05"},
		{"minute", "2013-03-30 11:16:00", "2013-03-30 11:16:00", "", "2013-03-30T11:16"},
		{"after midnight", "2013-03-30 00:16:00", "2013-03-30 00:16:00", "", "2013-03-30T00:16"},
		{"until after midnight", "2013-03-30 00:00:00", "2013-03-30 00:16:00", "", "2013-03-30T00:00/2013-03-30T00:16"},
		{"minutes from midnight", "2013-03-30 00:00:00", "2013-03-30 12:00:00", "", "2013-03-30T00:00/2013-03-30T12:00"},
		{"second", "2013-03-30 11:16:07", "2013-03-30 11:17:00", "", "2013-03-30T11:16:07/2013-03-30T11:17:00"},
		{"fuzzy day", "2013-03-30 00:00:00", "2013-03-30 00:00:00", fuzzy, "2013-03-30~"},
		{"fuzzy days", "2013-03-30 00:00:00", "2013-04-02 00:00:00", fuzzy, "2013-03-30~/2013-04-02~"},
		{"fuzzy time", "2013-03-30 11:16:00", "2013-03-30 15:00:00", fuzzy, "2013-03-30~"},
		{"ends today", "2013-03-30 00:00:00", "2020-01-01 13:14:15", today, "2013-03-30/.."},
		{"ends today, fuzzy", "2013-03-30 00:00:00", "2020-01-01 13:14:15", fuzzy + today, "2013-03-30~/.."},
		{"milestone", "2013-03-30 00:00:00", "2013-03-31 00:00:00", "<milestone>True</milestone>", "2013-03-30"},
		{"short year", "79-08-24 00:00:00", "79-08-24 00:00:00", "", "0079-08-24"},
		{"year 0", "0-03-01 00:00:00", "0-03-01 00:00:00", "", "0000-03-01"},
		{"before year 0", "-43-03-15 00:00:00", "-43-03-15 00:00:00", "", "-0043-03-15"},
		{"five digits", "12013-03-30 00:00:00", "12014-03-30 00:00:00", "", "Y12013/Y12014"},
		{"five digits, fuzzy", "-12013-03-30 00:00:00", "-12013-03-30 00:00:00", fuzzy, "Y-12013~"},
	}
	for _, test := range tests {
		result, err := readTimelineProject([]byte(tlpFile("", tlpEventXML(test.start, test.end, "x", test.more))))
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		valid(t, result.Timeline)
		if got := result.Timeline.Events[0].Date; got != test.want {
			t.Errorf("%s: got %s, want %s", test.name, got, test.want)
		}
	}
}

// everythingTlp has all that the format has.
func everythingTlp() string {
	eras := `  <eras>
    <era>
      <name>The war</name>
      <start>1914-07-28 00:00:00</start>
      <end>1918-11-11 00:00:00</end>
      <color>200,10,20</color>
      <ends_today>False</ends_today>
    </era>
  </eras>
`
	return tlpFile(eras, tlpEventXML("2013-05-01 00:00:00", "2013-05-09 00:00:00", "[1]The container", "")+
		tlpEventXML("2013-05-01 00:00:00", "2013-05-03 00:00:00", "(1)The part", "")+
		tlpEventXML("2013-06-01 00:00:00", "2013-06-01 00:00:00", " (in brackets) &amp; more", `      <fuzzy>False</fuzzy>
      <locked>True</locked>
      <ends_today>False</ends_today>
      <category>Work</category>
      <categories>
        <category>Travel</category>
        <category>Work</category>
      </categories>
      <description>First line
second line</description>
      <labels>red  blue</labels>
      <alert>2013-05-31 09:00:00;Do not forget</alert>
      <hyperlink>https://example.org/a;mailto:a@example.org;https://example.org/b</hyperlink>
      <icon>iVBORw0KGgo=</icon>
      <default_color>1,2,3</default_color>
      <milestone>False</milestone>
`))
}

func TestReadTimelineProject(t *testing.T) {
	result, err := readTimelineProject([]byte(everythingTlp()))
	if err != nil {
		t.Fatal(err)
	}
	valid(t, result.Timeline)
	sameTimeline(t, result.Timeline, &Timeline{
		Format: 1, Title: untitled,
		Lanes: []Lane{
			{ID: "work", Title: "Work", Color: "#FF5000"},
			{ID: "travel", Title: "Travel", Color: "#0000FF"},
			{ID: "events", Title: "Events"},
			{ID: "eras", Title: "Eras"},
		},
		Sources: []Source{
			{ID: "example-org", Title: "https://example.org/a", URL: "https://example.org/a"},
			{ID: "example-org-2", Title: "https://example.org/b", URL: "https://example.org/b"},
		},
		Events: []Event{
			{ID: "the-container", Lanes: []string{"events"}, Date: "2013-05-01/2013-05-09", Title: "The container"},
			{
				ID: "the-part", Lanes: []string{"events"}, Date: "2013-05-01/2013-05-03", Title: "The part",
				Links: []Link{{"the-container", "part-of"}},
			},
			{
				ID: "in-brackets-more", Lanes: []string{"work", "travel"}, Date: "2013-06-01", Title: "(in brackets) & more",
				Summary: "First line\nsecond line", Tags: []string{"red", "blue"},
				Claims: []Claim{{Source: "example-org"}, {Source: "example-org-2"}},
			},
			{ID: "the-war", Lanes: []string{"eras"}, Date: "1914-07-28/1918-11-11", Title: "The war"},
		},
	})
	wants := []string{
		"line 15: further colours of the category “Work” are left out: progress 255,153,153; done 255,153,153; font 0,0,0",
		"line 22: the category “Travel” is below “Work”: lanes are not below each other",
		"line 41: the hyperlink of “(in brackets) & more” is no address of the web: mailto:a@example.org",
		"line 41: the alert of “(in brackets) & more” is left out: 2013-05-31 09:00:00;Do not forget",
		"line 41: “(in brackets) & more” was locked: events have no locks",
		"line 41: the icon of “(in brackets) & more” is left out",
		"line 41: the colour 1,2,3 of “(in brackets) & more” is left out: events have those of their lanes",
		"line 6: the colour 200,10,20 of the era “The war” is left out: events have those of their lanes",
		"line 65: the period that the window showed is left out: 2013-01-01 00:00:00 to 2014-01-01 00:00:00",
		"line 70: the category “Travel” was hidden: its lane is shown",
	}
	sameLines(t, result.Losses, wants)
}

// sameLines asserts that losses are these, in order.
func sameLines(t *testing.T, losses []Loss, wants []string) {
	t.Helper()
	for i := range max(len(losses), len(wants)) {
		var got, want string
		if i < len(losses) {
			got = losses[i].String()
		}
		if i < len(wants) {
			want = wants[i]
		}
		if got != want {
			t.Errorf("loss %d: got\n%s\nwant\n%s", i, got, want)
		}
	}
}

func TestReadTimelineProject_Losses(t *testing.T) {
	event := func(more string) string { return tlpEventXML("2013-06-01 00:00:00", "2013-06-01 00:00:00", "x", more) }
	tests := []struct{ name, events, want string }{
		{"progress", strings.Replace(event(""), ">0<", ">70<", 1), "the progress of “x” is left out: 70 %"},
		{"milestone", event("<milestone>True</milestone>"), "“x” was a milestone"},
		{"no text", strings.Replace(event(""), ">x<", ">  <", 1), "the event has no text: it is called “Untitled event”"},
		{"no container", strings.Replace(event(""), ">x<", ">(7)x<", 1), "is of container 7, which is not there"},
		{"element", event("<mood>good</mood>"), "<mood> is not of the format: it is left out"},
		{"second", event("<text>y</text>"), "a second <text> in one <event> is left out"},
		{"attribute", strings.Replace(event(""), "<event>", `<event id="1">`, 1), "<event> has attributes"},
		{"attribute of a leaf", strings.Replace(event(""), "<text>", `<text lang="en">`, 1), "<text> has attributes"},
		{"loose text", event("loose"), "text between the elements of <event> is left out: “loose”"},
		{"fuzzy time", tlpEventXML("2013-06-01 10:00:00", "2013-06-01 11:00:00", "x", "<fuzzy>True</fuzzy>"), "the times 2013-06-01 10:00:00 and 2013-06-01 11:00:00 are fuzzy"},
	}
	for _, test := range tests {
		result, err := readTimelineProject([]byte(tlpFile("", test.events)))
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		valid(t, result.Timeline)
		if !hasLoss(result.Losses, test.want) {
			t.Errorf("%s: no loss says %q: %v", test.name, test.want, result.Losses)
		}
	}
}

// hasLoss reports whether one of the losses says something.
func hasLoss(losses []Loss, what string) bool {
	for _, loss := range losses {
		if strings.Contains(loss.What, what) {
			return true
		}
	}
	return false
}

func TestReadTimelineProject_Wrong(t *testing.T) {
	laughs := `<!DOCTYPE timeline [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]><timeline><version>&b;</version></timeline>`
	tests := []struct{ name, content, want string }{
		{"empty", "", "there is no XML in this file"},
		{"not XML", "BEGIN:VCALENDAR", "line 1, column 16: there is text outside of all elements"},
		{"another root", "<data></data>", "line 1, column 1: the file begins with <data>"},
		{"cut off", "<timeline>\n<events>\n<ev", "line 3, column 4: unexpected EOF"},
		{"cut off between", "<timeline>\n<events>\n", "line 3, column 1: the file ends within <events>"},
		{"crossed", "<timeline>\n<events></timeline>", "line 2, column 20: </timeline> stands where <events> of line 2 should end"},
		{"calendar", "<timeline>\n <timetype>coptic</timetype></timeline>", "line 2, column 2: the file counts time as “coptic”"},
		{"document type", laughs, "has a document type"},
		{"outside entity", `<!DOCTYPE t SYSTEM "file:///etc/passwd"><timeline/>`, "has a document type"},
		{"entity", "<timeline><version>&x;</version></timeline>", "invalid character entity"},
		{"deep", strings.Repeat("<timeline>", 100), "deeper than is read"},
		{"wide", "<timeline><version>" + strings.Repeat("x", 2<<20) + "</version></timeline>", "longer than 1048576 bytes"},
		{"encoding", `<?xml version="1.0" encoding="utf-16"?><timeline/>`, "the file says that it is in utf-16"},
		{"UTF-16", "\xff\xfe<\x00", "UTF-16"},
		{"not UTF-8", "<timeline><version>\xff\xff</version></timeline>", "invalid UTF-8"},
		{"control", "<timeline><version>\x01</version></timeline>", "illegal character code"},
		{"no start", tlpFile("", "<event><end>2013-06-01 00:00:00</end><text>x</text></event>"), "line 20, column 1: <event> has no <start>"},
		{"no time", tlpFile("", tlpEventXML("yesterday", "2013-06-01 00:00:00", "x", "")), "line 21, column 7: “yesterday” is not a time"},
		{"no day", tlpFile("", tlpEventXML("2013-02-30 00:00:00", "2013-03-01 00:00:00", "x", "")), "the calendar has no such day"},
		{"backwards", tlpFile("", tlpEventXML("2013-06-02 00:00:00", "2013-06-01 00:00:00", "x", "")), "is before the start"},
	}
	for _, test := range tests {
		_, err := readTimelineProject([]byte(test.content))
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got %v, want %s", test.name, err, test.want)
		}
	}
}
