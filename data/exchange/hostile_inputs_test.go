package exchange

import (
	"fmt"
	"strings"
)

// hostileInput is what somebody may try.
type hostileInput struct {
	name  string
	size  int // of what is made of it
	make  func(size int) string
	want  string // of the error or the result, as a format, nil for the one that is detected
	grows bool   // the cost is compared at two sizes
	as    *Format
}

// always returns a text whatever the size.
func always(text string) func(int) string { return func(int) string { return text } }

// times returns a text many times, between others.
func times(before, text, after string) func(int) string {
	return func(size int) string { return before + strings.Repeat(text, size) + after }
}

// dataset returns a dataset of one event.
func datasetOf(id, date, title string) string {
	return fmt.Sprintf(`{"format":1,"title":"T","lanes":[{"id":"a"}],"events":[`+"\n"+`{"id":%q,"lanes":["a"],"date":%q,"title":%q}]}`, id, date, title)
}

func calendarOf(lines ...string) string {
	return strings.Join(append(append([]string{"BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "UID:a"}, lines...), "SUMMARY:x", "END:VEVENT", "END:VCALENDAR", ""), "\r\n")
}

const binaryBytes = "\x00\x01\x80\xff\xfe\x03\x1b\x00"

const unknown = "it is in no format that Dateline reads, which are: "

var hostileInputs = []hostileInput{
	{"nothing", 0, always(""), `^hostile.txt:1:1: the file is empty`, false, nil},
	{"white space", 0, always(" \n\t\r\n "), `^hostile.txt:1:1: the file is empty`, false, nil},
	{"zeros", 1 << 20, times("", "\x00", ""), unknown, true, nil},
	{"a program", 500, times("\x7fELF\x02\x01\x01", binaryBytes, ""), unknown, false, nil},
	{"a picture", 500, times("\x89PNG\r\n\x1a\n", binaryBytes, ""), unknown, false, nil},
	{"a packed file", 500, times("\x1f\x8b\x08\x00", binaryBytes, ""), unknown, false, nil},

	{"lists in lists", 100_000, times("", "[", ""), `hostile.txt:1:10001: lists and objects are nested too deeply here`, true, nil},
	{"objects in objects", 100_000, times("", `{"a":`, ""), `hostile.txt:1:\d+: lists and objects are nested too deeply here`, true, nil},
	{"lists in a dataset", 100_000, func(n int) string {
		return `{"format":1,"title":"x","lanes":` + strings.Repeat("[", n) + strings.Repeat("]", n) + "}"
	}, `hostile.txt:1:\d+: lists and objects are nested too deeply here`, true, nil},
	{"lists in TimelineJS", 100_000, func(n int) string {
		return `{"events":[{"start_date":{"year":"2001"},"text":{"headline":` + strings.Repeat("[", n) + strings.Repeat("]", n) + `}}]}`
	}, `TimelineJS \(JSON\): line 1, column \d+: this is not JSON: invalid character '\[' exceeded max depth`, true, nil},
	{"HTML in TimelineJS", 100_000, times(`{"events":[{"start_date":{"year":"2001"},"text":{"headline":"`, "<b>", `x"}}]}`), `timelinejs: 1 events`, true, nil},
	{"lists in SIMILE", 5_000, func(n int) string {
		return `{"dateTimeFormat":"iso8601","events":[{"start":"2001","title":"x","a":` + strings.Repeat("[", n) + strings.Repeat("]", n) + `}]}`
	}, `line 1, column \d+: lists and objects are nested too deeply here`, false, nil},
	{"elements in SIMILE", 100_000, times(`<data><event start="2001" title="t">`, "<a>", ""), `SIMILE.*line 1, column \d+: this is not XML of SIMILE: unexpected EOF`, true, nil},
	{"elements in The Timeline Project", 100_000, times("<timeline>", "<a>", ""), `The Timeline Project: line 1, column 107: <a> is the 32th element within another: that is deeper than is read`, true, nil},
	{"quotations in Markdown", 100_000, times("# T\n\n- 2001: t\n\n", ">", " x\n"), `markdown: 1 events`, true, nil},
	{"lists in Markdown", 100_000, times("# T\n\n- 2001: t\n", "- ", "x\n"), `markdown: 1 events`, true, nil},
	{"brackets in Markdown", 100_000, times("# T\n\n- 2001: ", "[", "\n"), `markdown: 1 events`, true, nil},
	{"half links in Markdown", 50_000, times("# T\n\n- 2001: x", "](", "\n"), `markdown: 1 events`, true, nil},
	{"emphasis in Markdown", 50_000, times("# T\n\n- 2001: x", "*a_", "\n"), `markdown: 1 events`, true, nil},
	{"calendars in calendars", 100_000, times("", "BEGIN:VCALENDAR\r\n", ""), `line 17: VCALENDAR is the 16th within another: that is deeper than is read`, true, nil},

	{
		"entities in SIMILE", 0, always(`<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><data><event start="2001" title="&b;">&b;</event></data>`),
		`SIMILE.*line 1, column \d+: this is not XML of SIMILE: invalid character entity &b;`, false, nil,
	},
	{
		"entities in The Timeline Project", 0, always(`<!DOCTYPE d [<!ENTITY a "aaaa">]><timeline><version>2.0</version><events><event><text>&a;</text></event></events></timeline>`),
		`The Timeline Project: line 1, column \d+: the file has a document type`, false, nil,
	},
	{
		"a file by an entity", 0, always(`<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><data><event start="2001" title="t">&x;</event></data>`),
		`SIMILE.*line 1, column \d+: this is not XML of SIMILE: invalid character entity &x;`, false, nil,
	},

	{"many lanes", 1_000_000, manyLanes, `^dateline: 0 events in 1000000 lanes`, true, nil},
	{"many lanes in a table", 10_000, manyLaneRows, `^csv: 10000 events in 10000 lanes`, true, nil},
	{"a long title", 1 << 20, func(n int) string { return datasetOf("a", "2001", strings.Repeat("x", n)) }, `^dateline: 1 events`, true, nil},
	{"a long identifier", 1 << 20, func(n int) string { return datasetOf(strings.Repeat("x", n), "2001", "t") }, `^dateline: 1 events`, true, nil},
	{"a long wrong identifier", 1 << 20, func(n int) string { return datasetOf(strings.Repeat("X!", n/2), "2001", "t") }, `^hostile.txt:2:\d+: events\[0\].id: `, true, nil},
	{"a long title in a table", 1 << 20, times("date,title\n2001,", "x", "\n"), `^csv: 1 events`, true, nil},
	{"a long identifier in a table", 1 << 20, times("id,date,title\n", "X!", ",2001,t\n"), `^csv: 1 events .*1 losses`, true, nil},
	{
		"identifiers twice", 0, always(`{"format":1,"title":"T","lanes":[{"id":"a"}],"events":[` + "\n" + `{"id":"x","lanes":["a"],"date":"2001","title":"t"},` + "\n" + `{"id":"x","lanes":["a"],"date":"2001","title":"t"}]}`),
		`^hostile.txt:3:7: events\[1\].id: .*"x".*line 2`, false, nil,
	},
	{"many columns", 1_000_000, func(n int) string { return strings.Repeat("a,", n) + "\n" + strings.Repeat("2001,", n) + "\n" }, `line 1: the table has 1000001 columns: no more than 16384 are read`, false, &CSV},
	{"a quotation that is not closed", 50_000, times("date,title\n2001,\"a", "x\n", ""), `^csv: 1 events in 1 lanes, \d+ losses`, true, nil},
	{"quotations that are not closed", 5_000, times("date,title\n2001,\"a\n", "2002,\"b\n", ""), `^csv: \d+ events in 1 lanes`, true, nil},
	{"lines of CR", 0, always("date,title\r2001,x\r2002,y\r"), `^csv: 2 events in 1 lanes, 0 losses`, false, nil},
	{"a rule without an end", 0, always(calendarOf("DTSTART;VALUE=DATE:20010101", "RRULE:FREQ=SECONDLY;COUNT=1000000000")), `^icalendar: 1 events in 1 lanes, 1 losses\nline \d+: “x” repeats`, false, nil},
	{
		"a zone with a rule without an end", 0, always("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VTIMEZONE\r\nTZID:Z\r\nBEGIN:STANDARD\r\nDTSTART:00010101T000000\r\n" +
			"TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nRRULE:FREQ=SECONDLY;COUNT=1000000000\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\n" +
			"UID:a\r\nDTSTART;TZID=Z:20010101T000000\r\nSUMMARY:x\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"), `^icalendar: 1 events`, false, nil,
	},

	{"a far year", 0, always(datasetOf("a", "Y1000000000000", "t")), `^hostile.txt:2:\d+: events\[0\].date: "Y1000000000000" is not a date in EDTF: the year is beyond`, false, nil},
	{"a far year before", 0, always(datasetOf("a", "Y-1000000000000", "t")), `^hostile.txt:2:\d+: events\[0\].date: "Y-1000000000000" is not a date in EDTF: the year is beyond`, false, nil},
	{"a far year in figures", 0, always(datasetOf("a", "1000000000000", "t")), `^hostile.txt:2:\d+: events\[0\].date: "1000000000000" is not a date in EDTF: a year of more than four digits begins with Y`, false, nil},
	{"a far year with an exponent", 0, always(datasetOf("a", "Y1E999999999", "t")), `^hostile.txt:2:\d+: events\[0\].date: "Y1E999999999" is not a date in EDTF`, false, nil},
	{"far years in a table", 0, always("date,title\n2001,s\n1000000000000,t\n-1000000000000,u\n"), `^csv: 1 events.*2 losses\nline 3: the row is not taken: “1000000000000” is no date`, false, nil},
	{"far years in TimelineJS", 0, always(`{"events":[{"start_date":{"year":"1000000000000"},"text":{"headline":"x"}},{"start_date":{"year":-1000000000000},"text":{"headline":"y"}}]}`), `^timelinejs: 0 events.*\nevent “x”: the date .* is none that Dateline can hold`, false, nil},
	{"far years in vis", 0, always(`[{"id":1,"content":"x","start":"+1000000000000-01-01"},{"id":2,"content":"y","start":-1e300}]`), `^vis: 0 events.*\nevent “x”: its start is not a date that can be read`, false, nil},
	{"far years in SIMILE", 0, always(`{"events":[{"start":"1000000000000","title":"x"},{"start":"-1000000000000","title":"x"}]}`), `^simile: 0 events.*\nevent “x”: the date “1000000000000” is none that Dateline can hold`, false, nil},
	{"far years in a calendar", 0, always(calendarOf("DTSTART;VALUE=DATE:10000000000000101")), `^icalendar: 0 events.*\nline 3: the event “x” is left out`, false, nil},
	{"far years in Markdown", 0, always("# T\n\n- 2001: s\n- 1000000000000: x\n- -1000000000000: y\n"), `^markdown: 1 events`, false, nil},
	{"far years in The Timeline Project", 0, always(tlpFar), `The Timeline Project: line 1, column \d+: “1000000000000-01-01 00:00:00” is not a time such as`, false, nil},
	{"far years in Timesketch", 0, always("message,datetime,timestamp_desc\nx,+1000000000000-01-01T00:00:00,y\nz,2001-01-01T00:00:00,y\n"), `^timesketch: 1 events.*\nline 2: the row is not taken`, false, nil},
	{"far years in Timesketch lines", 0, always(`{"message":"x","datetime":"1000000000000-01-01T00:00:00","timestamp_desc":"y"}` + "\n" + `{"message":"x","datetime":"2001-01-01T00:00:00","timestamp_desc":"y"}`), `^timesketch-jsonl: 1 events.*\nline 1: the row is not taken`, false, nil},
	{"far years in a sheet", 0, always("Year,Month,Day,Headline,Text\n1000000000000,1,1,x,y\n2001,1,1,z,y\n"), `^timelinejs-sheet: 1 events.*\n.*line 2`, false, nil},

	{"too many lines", mostRows + 1, times("date,title\n", "\n", ""), `it has more than 5 million lines`, false, nil},
	{"too many values", mostValues + 1, times(`{"events":[{"start_date":{"year":"2001"},"text":{"headline":"x"}}`, ",", "]}"), `it has more than 20 million values`, false, nil},
}

const tlpFar = `<timeline><version>2.0</version><timetype>gregoriantime</timetype><categories/><events><event>` +
	`<start>1000000000000-01-01 00:00:00</start><end>1000000000000-01-01 00:00:00</end><text>x</text></event></events><view/></timeline>`

func manyLanes(n int) string {
	var b strings.Builder
	b.WriteString(`{"format":1,"title":"T","lanes":[`)
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, `{"id":"l%d"}`, i)
	}
	b.WriteString(`]}`)
	return b.String()
}

func manyLaneRows(n int) string {
	var b strings.Builder
	b.WriteString("date,title,lane\n")
	for i := range n {
		fmt.Fprintf(&b, "2001,t,lane %d\n", i)
	}
	return b.String()
}
