package exchange

import (
	"bytes"
	"strings"
)

// ICalendar is the format of calendars, RFC 5545, in files that end in “.ics”.
//
// # What it is read as
//
//   - A VEVENT is an event: SUMMARY its title, DESCRIPTION its summary, CATEGORIES its tags, LOCATION its place, the
//     names (CN) of ORGANIZER and ATTENDEE its people, UID its identifier as far as identifiers have such characters.
//     URL is a source, and a claim that has nothing but that.
//   - The name of the calendar (NAME, X-WR-CALNAME) is the title of the timeline and its one lane. A file with several
//     calendars has a lane for each.
//   - Days stay days; DTEND, which is the day after the last, becomes the last. Times are read to the minute where
//     their seconds are 00, because that is what calendars have to be filled in. The end of a time is kept as it is
//     written; one that is before its start, or no date, is left out. UTC is Z, a local time stays without an offset, and a
//     time of a zone (TZID) gets the offset that the zone has on that day, by the tz database if it is named after a place,
//     else by the rules of its VTIMEZONE; of a zone that is not known, or before its rules begin, it stays without one.
//   - Repetitions are not worked out. Tasks, journals, free times and alarms are left out, which is said of each.
//
// # How it is written
//
// The lanes are categories, before the tags. X-EDTF has the date as it is. It counts when the file is read again as long
// as DTSTART and DTEND are those that it was written with; a date that these cannot say is written with its first and
// last day. The whole timeline travels along in X-DATELINE-TIMELINE and X-DATELINE-EVENT. Nobody is written as an
// ATTENDEE, because those have addresses, to which programs send invitations.
var ICalendar = Format{
	Name: "icalendar", Title: "iCalendar", Extensions: []string{".ics", ".ical"},
	Detect: detectICalendar, Read: readICalendar, Write: writeICalendar,
}

// The properties that are Dateline's.
const (
	icalEDTF     = "X-EDTF"
	icalTimeline = "X-DATELINE-TIMELINE"
	icalEvent    = "X-DATELINE-EVENT"
)

// detectICalendar goes by the first line.
func detectICalendar(content []byte) int {
	content = bytes.TrimSpace(bytes.TrimPrefix(content, []byte("\ufeff")))
	const first = "BEGIN:VCALENDAR"
	if len(content) >= len(first) && strings.EqualFold(string(content[:len(first)]), first) {
		return 98
	}
	return 0
}

// readICalendar reads a file with what Dateline itself has written into it.
func readICalendar(content []byte) (*Result, error) {
	c, err := icalCarrier(content)
	if err != nil {
		return nil, err
	}
	return c.restored(func(t *Timeline) (*carrier, error) {
		content, _, err := writeICalendar(t)
		if err != nil {
			return nil, err
		}
		return icalCarrier(content)
	}), nil
}

// icalCarrier reads a file as other programs do, but for X-EDTF.
func icalCarrier(content []byte) (*carrier, error) {
	lines, notes, err := icalLines(content)
	if err != nil {
		return nil, err
	}
	calendars, losses, err := icalTree(lines)
	if err != nil {
		return nil, err
	}
	r := newIcalReader()
	r.losses, r.notes = losses, notes
	for _, calendar := range calendars {
		r.readCalendar(calendar)
	}
	return r.carrier(), nil
}
