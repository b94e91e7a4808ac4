package exchange

import "testing"

// genuineFiles are small files as the programs of each format write them.
var genuineFiles = map[string]string{
	"dateline": `{"format": 1, "title": "t", "lanes": [{"id": "a"}], "events": []}`,
	"timeline-project": `<?xml version="1.0" encoding="utf-8"?>
<timeline>
  <version>2.3.0</version>
  <timetype>gregoriantime</timetype>
  <categories>
  </categories>
  <events>
  </events>
</timeline>
`,
	"icalendar":        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nEND:VCALENDAR\r\n",
	"markdown":         "# Title\n\n## Lane\n\n- 2007-02-28: Born\n- 9 April 2008 — Tried\n",
	"timelinejs-json":  `{"events": [{"start_date": {"year": "2008"}, "text": {"headline": "- 2008: a", "text": "<p>x</p>"}}]}`,
	"timelinejs-sheet": "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text\n2008,4,9,,,,,,,Tried,\n",
	"vis-timeline":     `[{"id": 1, "content": "<b>item</b>", "start": "2008-04-09", "group": 2}]`,
	"simile-json":      `{"dateTimeFormat": "iso8601", "events": [{"start": "2008-04-09", "title": "Tried", "isDuration": false}]}`,
	"simile-xml":       `<data><event start="May 28 2006 09:00:00 GMT" title="Tried">a timeline</event></data>`,
	"timesketch-csv":   "message,datetime,timestamp_desc\nTried,2008-04-09T10:00:00+00:00,Trial\n",
	"timesketch-jsonl": `{"message": "- 2008: Tried", "datetime": "2008-04-09T10:00:00+00:00", "timestamp_desc": "Trial"}` + "\n",
	"aeon-csv":         "ID\tTitle\tStart Date\tEnd Date\n1\tTried\t9 Apr 2008\t9 Apr 2008\n",
	"web-page":         "<!DOCTYPE html>\n<html><head><title>timeline</title></head><body>- 2008: a</body></html>\n",
	"vcard":            "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ann\r\nEND:VCARD\r\n",
	"prose":            "# Read me\n\n- install it\n- run it in 2008\n\n2008 was a year.\n",
	"other XML":        "<gpx><time>2008-04-09</time></gpx>",
	"empty":            "",
	"binary":           "PK\x03\x04\x00\x00- 2008: a\n",
}

// Every format knows its own files, and no others.
func TestDetect_Own(t *testing.T) {
	for _, f := range []Format{TimelineProject, ICalendar, Markdown, WebPage} {
		for name, content := range genuineFiles {
			sure := f.Detect([]byte(content))
			if own := name == f.Name && f.Read != nil; own && sure < 50 || !own && sure > 0 {
				t.Errorf("%s takes a file of %s to be its own by %d", f.Name, name, sure)
			}
		}
	}
	for f, content := range map[*Format]string{
		&TimelineProject: "\ufeff<?xml version=\"1.0\"?>\r\n<!-- a comment -->\r\n<timeline>\r\n<events/>",
		&ICalendar:       "\ufeff\r\nbegin:vcalendar\r\n",
		&Markdown:        "- 2007-02-28: Born\r\n",
	} {
		if f.Detect([]byte(content)) < 30 {
			t.Errorf("%s does not know %q", f.Name, content)
		}
	}
}

// A document type hides no format: its reader says what is wrong with that. Nothing is expanded.
func TestDetect_DocumentType(t *testing.T) {
	const events = "<timeline><version>2.0</version><events/></timeline>"
	tests := []struct {
		content string
		want    *Format
	}{
		{"<?xml version='1.0'?>\n<!DOCTYPE timeline>\n" + events, &TimelineProject},
		{"<!-- c --><!DOCTYPE t SYSTEM \"file:///etc/passwd\">" + events, &TimelineProject},
		{"<!DOCTYPE t [\n<!ENTITY a \"<x>\"><!ENTITY b '&a;&a;'>\n] >" + events, &TimelineProject},
		{"<!DOCTYPE t [ <!ENTITY a \"aaaa\"> " + events, nil},
		{"<!DOCTYPE html><html><body>" + events, nil},
		{`<!DOCTYPE d [<!ENTITY b "x">]><data><event start="2001" title="&b;"/></data>`, &Simile},
		{`<!DOCTYPE html><data><p>x</p></data>`, nil},
	}
	for _, test := range tests {
		if got := Detect([]byte(test.content)); got != test.want {
			t.Errorf("%s is taken for %v", test.content, got)
		}
	}
}
