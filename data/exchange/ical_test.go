package exchange

import (
	"strings"
	"testing"
)

// icalFile returns a calendar with lines in it, as programs end them.
func icalFile(lines ...string) []byte {
	all := append([]string{"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//EN"}, lines...)
	return []byte(strings.Join(append(all, "END:VCALENDAR", ""), "\r\n"))
}

// icalEventFile returns a calendar with one event.
func icalEventFile(lines ...string) []byte {
	all := append([]string{"BEGIN:VEVENT", "UID:a@example.org", "DTSTAMP:20200101T000000Z"}, lines...)
	return icalFile(append(all, "END:VEVENT")...)
}

func TestReadICalendar_Dates(t *testing.T) {
	tests := []struct{ name, lines, want string }{
		{"day", "DTSTART;VALUE=DATE:20080409", "2008-04-09"},
		{"day without VALUE", "DTSTART:20080409", "2008-04-09"},
		{"a day and the next", "DTSTART;VALUE=DATE:20080409|DTEND;VALUE=DATE:20080410", "2008-04-09"},
		{"days", "DTSTART;VALUE=DATE:20080409|DTEND;VALUE=DATE:20080501", "2008-04-09/2008-04-30"},
		{"days over a leap day", "DTSTART;VALUE=DATE:20080228|DTEND;VALUE=DATE:20080302", "2008-02-28/2008-03-01"},
		{"no days", "DTSTART;VALUE=DATE:20080409|DTEND;VALUE=DATE:20080409", "2008-04-09"},
		{"days that last", "DTSTART;VALUE=DATE:20080409|DURATION:P3D", "2008-04-09/2008-04-11"},
		{"weeks", "DTSTART;VALUE=DATE:20080409|DURATION:P1W", "2008-04-09/2008-04-15"},
		{"a day in hours", "DTSTART;VALUE=DATE:20080409|DURATION:PT24H", "2008-04-09"},
		{"UTC", "DTSTART:20151113T201600Z", "2015-11-13T20:16Z"},
		{"UTC to the second", "DTSTART:20151113T201603Z|DTEND:20151113T211600Z", "2015-11-13T20:16:03Z/2015-11-13T21:16:00Z"},
		{"floating", "DTSTART:20151113T211600|DTEND:20151113T230000", "2015-11-13T21:16/2015-11-13T23:00"},
		{"no time at all", "DTSTART:20151113T211600|DTEND:20151113T211600", "2015-11-13T21:16"},
		{"midnight", "DTSTART:20151113T000000|DTEND:20151114T000000", "2015-11-13T00:00/2015-11-14T00:00"},
		{"zone, winter", "DTSTART;TZID=Europe/Brussels:20151113T211600", "2015-11-13T21:16+01:00"},
		{"zone, summer", "DTSTART;TZID=Europe/Brussels:20150713T211600", "2015-07-13T21:16+02:00"},
		{"zone, quoted", `DTSTART;TZID="Europe/Brussels":20150713T211600`, "2015-07-13T21:16+02:00"},
		{"zone behind a path", "DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Brussels:20150713T211600", "2015-07-13T21:16+02:00"},
		{"zone of three parts", "DTSTART;TZID=America/Argentina/Salta:20150713T211600", "2015-07-13T21:16-03:00"},
		{"half hours", "DTSTART;TZID=Asia/Kolkata:20150713T211600", "2015-07-13T21:16+05:30"},
		{"over the change of the clock", "DTSTART;TZID=Europe/Brussels:20151024T120000|DURATION:P1D", "2015-10-24T12:00+02:00/2015-10-25T12:00+01:00"},
		{"24 hours over it", "DTSTART;TZID=Europe/Brussels:20151024T120000|DURATION:PT24H", "2015-10-24T12:00+02:00/2015-10-25T11:00+01:00"},
		{"a time that there is twice", "DTSTART;TZID=Europe/Brussels:20151025T023000", "2015-10-25T02:30+02:00"},
		{"a time that there is twice, in the west", "DTSTART;TZID=America/New_York:20151101T013000", "2015-11-01T01:30-04:00"},
		{"after it", "DTSTART;TZID=Europe/Brussels:20151025T030000", "2015-10-25T03:00+01:00"},
		{"a time that there is not", "DTSTART;TZID=Europe/Brussels:20150329T023000", "2015-03-29T02:30+01:00"},
		{"a time that there is not, in the west", "DTSTART;TZID=America/New_York:20150308T023000", "2015-03-08T02:30-05:00"},
		{"zone that is not known", "DTSTART;TZID=Mars:20150713T211600", "2015-07-13T21:16"},
		{"this machine's zone", "DTSTART;TZID=Local:20150713T211600", "2015-07-13T21:16"},
		{"zone of a file", "DTSTART;TZID=../../etc/passwd:20150713T211600", "2015-07-13T21:16"},
		{"before zones", "DTSTART;TZID=Europe/Brussels:18500713T211600", "1850-07-13T21:16"},
		{"leap second", "DTSTART:20161231T235960Z", "2016-12-31T23:59:59Z"},
		{"EDTF of a year", "DTSTART;VALUE=DATE:20080101|DTEND;VALUE=DATE:20090101|X-EDTF:2008", "2008"},
		{"EDTF, changed", "DTSTART;VALUE=DATE:20080102|DTEND;VALUE=DATE:20090101|X-EDTF:2008", "2008-01-02/2008-12-31"},
		{"EDTF in another zone", "DTSTART:20151113T201600Z|X-EDTF:2015-11-13T21:16+01:00", "2015-11-13T21:16+01:00"},
		{"EDTF of a day as a time", "DTSTART:20151113T000000Z|X-EDTF:2015-11-13", "2015-11-13T00:00Z"},
		{"EDTF that is none", "DTSTART;VALUE=DATE:20080409|X-EDTF:soon", "2008-04-09"},
		{"small letters", "dtstart;value=date:20080409", "2008-04-09"},
	}
	for _, test := range tests {
		result, err := readICalendar(icalEventFile(strings.Split(test.lines, "|")...))
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		valid(t, result.Timeline)
		if len(result.Timeline.Events) != 1 {
			t.Errorf("%s: the event is lost: %v", test.name, result.Losses)
		} else if got := result.Timeline.Events[0].Date; got != test.want {
			t.Errorf("%s: got %s, want %s", test.name, got, test.want)
		}
	}
}

// Events that have no date are left out, and that is said.
func TestReadICalendar_NoDate(t *testing.T) {
	tests := []struct{ lines, want string }{
		{"SUMMARY:x", "line 4: the event “x” is left out: it has no DTSTART"},
		{"SUMMARY:x|DTSTART:soon", "line 4: the event “x” is left out: “soon” is no date"},
		{"SUMMARY:x|DTSTART:20080230", "line 4: the event “x” is left out: “20080230” is no date"},
		{"SUMMARY:x|DTSTART:20080229T250000", "line 4: the event “x” is left out: “20080229T250000” is no date"},
	}
	for _, test := range tests {
		result, err := readICalendar(icalEventFile(strings.Split(test.lines, "|")...))
		if err != nil {
			t.Fatal(err)
		}
		valid(t, result.Timeline)
		if len(result.Timeline.Events) > 0 {
			t.Errorf("%s: is an event", test.lines)
		}
		sameLines(t, result.Losses, []string{test.want})
	}
}

// An end that says nothing is left out, and that is said; the event stays.
func TestReadICalendar_NoEnd(t *testing.T) {
	tests := []struct{ start, end, want string }{
		{"DTSTART:20080201", "DTEND:20080101", "it is before the start: 20080101"},
		{"DTSTART:20080201", "DTEND:20080301T000000", "one of DTSTART and DTEND has a time, the other has none: 20080301T000000"},
		{"DTSTART:20080201", "DTEND:soon", "“soon” is no date"},
		{"DTSTART:20080201", "DURATION:long", "“long” is no DURATION"},
		{"DTSTART:20080201", "DURATION:-P1D", "“-P1D” is no DURATION"},
	}
	for _, test := range tests {
		result, err := readICalendar(icalEventFile("SUMMARY:x", test.start, test.end))
		if err != nil {
			t.Fatal(err)
		}
		valid(t, result.Timeline)
		if len(result.Timeline.Events) != 1 || result.Timeline.Events[0].Date != "2008-02-01" {
			t.Errorf("%s: the event is %+v", test.end, result.Timeline.Events)
		}
		sameLines(t, result.Losses, []string{"line 9: the end of “x” is left out: " + test.want})
	}
}

// icalSample has what calendars have: folded lines, escapes, a zone, people, and much that is left out.
func icalSample() []byte {
	return icalFile(
		"CALSCALE:GREGORIAN", "METHOD:PUBLISH", "X-WR-CALNAME:History\\, mostly", "X-WR-TIMEZONE:Europe/Brussels",
		"X-WR-CALDESC:What happened", "X-APPLE-CALENDAR-COLOR:#0e61b9ff",
		"BEGIN:VTIMEZONE", "TZID:Fixed", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0530", "TZOFFSETTO:+0530",
		"END:STANDARD", "END:VTIMEZONE",
		"BEGIN:VEVENT", "DTSTART;TZID=Fixed:20080409T123000", "DTEND;TZID=Fixed:20080409T133000", "DTSTAMP:20200101T000000Z",
		"ORGANIZER;CN=Ann Example:mailto:ann@example.org",
		`ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;CN="Bob; Builder":mailto:bob@`, "\texample.org",
		"ATTENDEE:mailto:nobody@example.org",
		"UID:4F3A-1@google.com", "CREATED:20190101T000000Z", "CATEGORIES:Work,Ri\\,ght", "CATEGORIES:Work",
		"DESCRIPTION:A first line\\nand a second one\\; with \\\\ and a very long text ", " that is folded he", "  re",
		"LOCATION:Rue de la Loi 16\\, Brussels", "SEQUENCE:1", "STATUS:CONFIRMED", "SUMMARY:The meeting \xe2\x80", " \x94 at last",
		"URL:https://example.org/meeting", "RRULE:FREQ=WEEKLY", "GEO:50.8;4.3", "TRANSP:OPAQUE",
		"BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT15M", "END:VALARM", "END:VEVENT",
		"BEGIN:VEVENT", "DTSTART;VALUE=DATE:20080410", "SUMMARY: ", "URL:mailto:a@example.org", "ATTACH;VALUE=BINARY:"+strings.Repeat("A", 3<<20), "END:VEVENT",
		"BEGIN:VTODO", "SUMMARY:Tidy up", "DUE:20080410T120000Z", "END:VTODO",
		"BEGIN:VJOURNAL", "SUMMARY:Dear diary", "END:VJOURNAL", "BEGIN:VFREEBUSY", "END:VFREEBUSY", "BEGIN:X-COMP", "END:X-COMP",
	)
}

func TestReadICalendar(t *testing.T) {
	result, err := readICalendar(icalSample())
	if err != nil {
		t.Fatal(err)
	}
	valid(t, result.Timeline)
	sameTimeline(t, result.Timeline, &Timeline{
		Format: 1, Title: "History, mostly", Summary: "What happened",
		Lanes:   []Lane{{ID: "history-mostly", Title: "History, mostly", Color: "#0E61B9"}},
		Sources: []Source{{ID: "example-org", Title: "https://example.org/meeting", URL: "https://example.org/meeting"}},
		Events: []Event{
			{
				ID: "4f3a-1", Lanes: []string{"history-mostly"}, Date: "2008-04-09T12:30+05:30/2008-04-09T13:30+05:30", Title: "The meeting — at last",
				Summary: "A first line\nand a second one; with \\ and a very long text that is folded he re",
				People:  []string{"Ann Example", "Bob; Builder"}, Places: []string{"Rue de la Loi 16, Brussels"}, Tags: []string{"Work", "Ri,ght"},
				Claims: []Claim{{Source: "example-org"}},
			},
			{ID: "untitled-event", Lanes: []string{"history-mostly"}, Date: "2008-04-10", Title: "Untitled event"},
		},
	})
	sameLines(t, result.Losses, []string{
		"line 5: METHOD of the calendar is left out: PUBLISH",
		"line 7: X-WR-TIMEZONE of the calendar is left out: Europe/Brussels",
		"line 22: of ORGANIZER of “The meeting — at last” only the name is kept: mailto:ann@example.org",
		"line 23: of ATTENDEE of “The meeting — at last” only the name is kept: mailto:bob@example.org",
		"line 25: an ATTENDEE of “The meeting — at last” has no name and is left out: mailto:nobody@example.org",
		"line 27: CREATED of “The meeting — at last” is left out: 20190101T000000Z",
		"line 34: SEQUENCE of “The meeting — at last” is left out: 1",
		"line 35: STATUS of “The meeting — at last” is left out: CONFIRMED",
		"line 39: “The meeting — at last” repeats, which is not worked out: it stands there once (RRULE FREQ=WEEKLY)",
		"line 40: GEO of “The meeting — at last” is left out: 50.8;4.3",
		"line 41: TRANSP of “The meeting — at last” is left out: OPAQUE",
		"line 42: the VALARM of “The meeting — at last” is left out",
		"line 47: the event has no SUMMARY: it is called “Untitled event”",
		"line 50: the URL of “Untitled event” is no address of the web: mailto:a@example.org",
		"line 51: ATTACH of “Untitled event” is left out: " + strings.Repeat("A", mostShown) + "…",
		"line 53: the task “Tidy up” is left out: only events are read",
		"line 57: the journal entry “Dear diary” is left out: only events are read",
		"line 60: the free and busy times is left out: only events are read",
		"line 62: the component X-COMP is left out: only events are read",
	})
}

// Every calendar of a file is a lane.
func TestReadICalendar_Several(t *testing.T) {
	one := icalFile("X-WR-CALNAME:One", "BEGIN:VEVENT", "DTSTART:20080409", "SUMMARY:a", "END:VEVENT")
	two := icalFile("NAME:Two", "DESCRIPTION:text", "BEGIN:VEVENT", "DTSTART:20080409", "SUMMARY:a", "END:VEVENT")
	result, err := readICalendar(append(append([]byte("\ufeff\r\n"), one...), two...))
	if err != nil {
		t.Fatal(err)
	}
	set := valid(t, result.Timeline)
	if len(set.Lanes) != 2 || set.Lanes[1].Title != "Two" || set.Events.Lanes(1)[0] != 1 || set.Title != "One" {
		t.Errorf("got %+v", result.Timeline)
	}
	sameLines(t, result.Losses, []string{"line 15: the description of a further calendar is left out: text"})
}

func TestReadICalendar_Wrong(t *testing.T) {
	tests := []struct{ name, content, want string }{
		{"empty", "", "there is no calendar in this file"},
		{"blank", " \r\n\r\n", "there is no calendar in this file"},
		{"JSON", `{"a":1}`, "there is no calendar in this file"},
		{"outside", "SUMMARY:x", "line 1: the line stands outside of a calendar"},
		{"no calendar", "BEGIN:VCARD\nEND:VCARD", "line 1: VCARD stands outside of a calendar"},
		{"cut off", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMM", "the file ends within the VEVENT of line 2"},
		{"crossed", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR", "line 3: END:VCALENDAR stands where the VEVENT of line 2 should end"},
		{"ended twice", "BEGIN:VCALENDAR\nEND:VCALENDAR\nEND:VCALENDAR", "line 3: the line stands outside"},
		{"deep", "BEGIN:VCALENDAR\n" + strings.Repeat("BEGIN:VEVENT\n", 100000), "deeper than is read"},
		{"long", "BEGIN:VCALENDAR\nX:" + strings.Repeat("x", 2<<20), "line 2 is longer than 1048576 bytes"},
		{"zip", "PK\x03\x04", "zip"},
		{"binary", "BEGIN:VCALENDAR\x00\x01", "not a text file"},
	}
	for _, test := range tests {
		_, err := readICalendar([]byte(test.content))
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got %v, want %s", test.name, err, test.want)
		}
	}
}

// Lines that cannot be read are left out one by one.
func TestReadICalendar_WrongLines(t *testing.T) {
	for _, line := range []string{"no colon", ";X=1:a", "é:a", "A;B:c", "A;=b:c", "A;B=\\:c", "X" + strings.Repeat(";A=b", 100) + ":c", "X;A=" + strings.Repeat("b", 5000) + ":c", `A;B="c:d`} {
		result, err := readICalendar(icalEventFile("DTSTART:20080409", "SUMMARY:x", line))
		if err != nil {
			t.Fatalf("%.20s: %v", line, err)
		}
		if len(result.Timeline.Events) != 1 || len(result.Losses) != 1 || !strings.HasPrefix(result.Losses[0].String(), "line 9: ") {
			t.Errorf("%.20s: losses are %v", line, result.Losses)
		}
	}
}
