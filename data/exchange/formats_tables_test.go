package exchange

import (
	"strings"
	"testing"
)

// Small genuine files of all formats are claimed strongly by their own alone.
func TestDetectTables(t *testing.T) {
	own, _, err := CSV.Write(bundled(t))
	if err != nil {
		t.Fatal(err)
	}
	tabs, _, _ := TSV.Write(bundled(t))
	sheet, _, _ := TimelineJSSheet.Write(bundled(t))
	sketch, _, _ := Timesketch.Write(bundled(t))
	lines, _, _ := TimesketchJSONL.Write(bundled(t))
	tests := []struct{ name, content, want string }{
		{"Dateline’s CSV", string(own), "csv"},
		{"Dateline’s CSV, its first 4 KiB", string(own[:4<<10]), "csv"},
		{"Dateline’s TSV", string(tabs), "tsv"},
		{"a table", "Date,Title\n2008-04-09,A\n", "csv"},
		{"a table in UTF-16", "\xff\xfe" + string(utf16Of("Date;Titel\n09.04.2008;A\n", false)), "csv"},
		{"a table with tabs", "Date\tTitle\n2008-04-09\tA, B\n", "tsv"},
		{"Aeon Timeline", "Title,Start Date,End Date,Parent,Tags,Summary\nBattle,1066-10-14,,,\"war,England\",Hastings\n", "csv"},
		{"sheet of TimelineJS", womenInComputing, "timelinejs-sheet"},
		{"sheet that Dateline wrote", string(sheet), "timelinejs-sheet"},
		{"sheet of TimelineJS 1", "Start Date,End Date,Headline,Text,Media,Media Credit,Media Caption,Tag\n4/9/2008,,A,,,,,\n", "timelinejs-sheet"},
		{"Timesketch", "message,timestamp,datetime,timestamp_desc,extra_field_1\nA,1331698658276340,2012-03-14T04:17:38Z,Write time,foo\n", "timesketch"},
		{"Timesketch that Dateline wrote", string(sketch), "timesketch"},
		{"Timesketch in JSON lines", `{"message": "A","timestamp": 123456789,"datetime": "2012-03-14T04:17:38Z","timestamp_desc": "Write time"}` + "\n", "timesketch-jsonl"},
		{"the same that Dateline wrote", string(lines), "timesketch-jsonl"},

		{"Dateline", `{"format":1,"title":"T","lanes":[{"id":"a"}]}`, ""},
		{"TimelineJS", `{"title":{"text":{"headline":"A","text":"B"}},"events":[{"start_date":{"year":"1900","month":"1"},"text":{"headline":"A, B"}}]}`, ""},
		{"The Timeline Project", "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<timeline>\n  <version>2.9.0</version>\n  <timetype>gregoriantime</timetype>\n</timeline>\n", ""},
		{"vis-timeline", `[{"id": 1, "content": "A", "start": "2008-04-09"}, {"id": 2, "content": "B", "start": "2008-04-10"}]`, ""},
		{"SIMILE", `{"dateTimeFormat": "iso8601", "events": [{"start": "1900", "title": "A, B", "durationEvent": false}]}`, ""},
		{"SIMILE in XML", "<data date-time-format=\"iso8601\">\n<event start=\"1900\" title=\"A\">B, C</event>\n</data>\n", ""},
		{"iCalendar", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//a//b\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20080409T000000Z\r\nDTSTART;VALUE=DATE:20080409\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", ""},
		{"other JSON lines", `{"a": 1, "b": "2"}` + "\n" + `{"a": 2}` + "\n", ""},
		{"Markdown", "# A timeline\n\n- **2008**: A, B\n- 2009: C\n\n| a | b |\n|---|---|\n| 1 | 2 |\n", ""},
		{"a table of Markdown", "| Date | Title |\n|------|:-----:|\n| 2008-04-09 | A |\n| 2009 | B |\n", ""},
		{"a table of Markdown without edges", "Date | Title\n--- | ---\n2008-04-09 | A\n", ""},
		{"Markwhen", "title: A\n---\n2008-04-09: B, C #tag\n2009/2010: D\n", ""},
		{"HTML", "<!DOCTYPE html>\n<title>A, B</title>\n", ""},
		{"prose", "This is a text, with a comma.\nAnd another line, with two, commas; and more.\n", ""},
		{"words", "just\nwords\n", ""},
		{"nothing", "", ""},
		{"a workbook", "PK\x03\x04\x14\x00\x06\x00", ""},
		{"noise", "\x00\x01\x02,\x03\n", ""},
	}
	for _, test := range tests {
		for _, f := range []*Format{&CSV, &TSV, &TimelineJSSheet, &Timesketch, &TimesketchJSONL} {
			sure := f.Detect([]byte(test.content))
			switch {
			case f.Name == test.want && sure < 60:
				t.Errorf("%s: %s is %d sure of its own", test.name, f.Name, sure)
			case f.Name != test.want && sure > 30:
				t.Errorf("%s: %s is %d sure of another’s", test.name, f.Name, sure)
			}
		}
	}
}

// A file is told by its beginning alone.
func TestDetectBeginning(t *testing.T) {
	content := "Date,Title,Description\n" + strings.Repeat("2008-04-09,“Été”,\"a\nb\"\n", 10_000)
	for _, size := range []int{64 << 10, 64<<10 - 1, 64<<10 - 2, 64<<10 - 3, 64<<10 - 4} {
		if sure := CSV.Detect([]byte(content[:size])); sure < 60 {
			t.Errorf("the first %d bytes: %d", size, sure)
		}
	}
}
