package exchange

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

// toldBy returns the zone that the lines of a VTIMEZONE tell, nil for none.
func toldBy(t *testing.T, lines ...string) *time.Location {
	t.Helper()
	all := append([]string{"BEGIN:VTIMEZONE", "TZID:W. Example Standard Time"}, lines...)
	read, _, err := icalLines(icalFile(append(all, "END:VTIMEZONE")...))
	if err != nil {
		t.Fatal(err)
	}
	calendars, _, err := icalTree(read)
	if err != nil {
		t.Fatal(err)
	}
	zones := newIcalZones(calendars[0], new(int))
	return zones.find("W. Example Standard Time")
}

func icalPart(name, start, from, to string, more ...string) []string {
	part := []string{"BEGIN:" + name, "DTSTART:" + start, "TZOFFSETFROM:" + from, "TZOFFSETTO:" + to}
	return append(append(part, more...), "END:"+name)
}

// The rules of zones as Outlook, Apple’s calendar and Evolution write them agree with the tz database.
func TestToldZone_AgreesWithTheDatabase(t *testing.T) {
	unended := slices.Concat(
		icalPart("STANDARD", "16711029T020000", "-0400", "-0500", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10"),
		icalPart("DAYLIGHT", "16710404T020000", "-0500", "-0400", "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=4"),
		icalPart("STANDARD", "20071104T020000", "-0400", "-0500", "RRULE:FREQ=YEARLY;BYMINUTE=0;BYHOUR=2;BYDAY=1SU;BYMONTH=11"),
		icalPart("DAYLIGHT", "20070311T020000", "-0500", "-0400", "RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3"),
	) // as Outlook writes rules of which it has new ones
	tests := []struct {
		name     string
		from, to int // years
		parts    []string
	}{
		{"Europe/Berlin", 1997, 2037, slices.Concat(
			icalPart("STANDARD", "16010101T030000", "+0200", "+0100", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10"),
			icalPart("DAYLIGHT", "16010101T020000", "+0100", "+0200", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3"))},
		{"America/New_York", 1987, 2037, slices.Concat(
			icalPart("DAYLIGHT", "20070311T020000", "-0500", "-0400", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU"),
			icalPart("STANDARD", "20071104T020000", "-0400", "-0500", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=SU;BYMONTHDAY=1,2,3,4,5,6,7"),
			icalPart("DAYLIGHT", "19870405T020000", "-0500", "-0400", "RRULE:FREQ=YEARLY;UNTIL=20060402T070000Z;BYMONTH=4;BYDAY=1SU"),
			icalPart("STANDARD", "19671029T020000", "-0400", "-0500", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;UNTIL=20061029T060000Z"),
		)},
		{"America/New_York", 1988, 2006, unended},
		{"America/New_York", 2008, 2037, unended},
		{"Australia/Sydney", 2009, 2037, slices.Concat(
			icalPart("STANDARD", "20080406T030000", "+1100", "+1000", "RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU;WKST=SU"),
			icalPart("DAYLIGHT", "20081005T020000", "+1000", "+1100", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=1SU;INTERVAL=1"))},
	}
	for _, test := range tests {
		want, err := time.LoadLocation(test.name)
		if err != nil {
			t.Fatal(err)
		}
		got := toldBy(t, test.parts...)
		if got == nil {
			t.Errorf("%s: not known", test.name)
			continue
		}
		for hour := time.Date(test.from, 7, 1, 0, 30, 0, 0, time.UTC); hour.Year() <= test.to; hour = hour.Add(time.Hour) {
			_, a := hour.In(got).Zone()
			if _, b := hour.In(want).Zone(); a != b {
				t.Fatalf("%s at %s: %d, want %d", test.name, hour, a, b)
			}
		}
	}
}

func TestToldZone_Limits(t *testing.T) {
	summer := func(more ...string) []string {
		return icalPart("DAYLIGHT", "20000326T020000", "+0100", "+0200", more...)
	}
	winter := icalPart("STANDARD", "20001029T030000", "+0200", "+0100", "RDATE:20011028T030000,20021027T010000Z")
	tests := []struct {
		name  string
		parts []string
		at    string
		want  string // the offset, "-00" for not said, "" for a zone that is not known
	}{
		{"before", slices.Concat(summer(), winter), "1999-07-01", "-00"},
		{"first", slices.Concat(summer(), winter), "2000-07-01", "+02:00"},
		{"single dates", slices.Concat(summer(), winter), "2050-07-01", "+01:00"},
		{"a date in UTC", slices.Concat(summer("RDATE:20020331T020000"), winter), "2002-12-01", "+01:00"},
		{"counted", slices.Concat(summer("RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3;COUNT=2"), winter), "2001-07-01", "+02:00"},
		{"counted, over", slices.Concat(summer("RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3;COUNT=2"), winter), "2002-07-01", "+01:00"},
		{"until a day", slices.Concat(summer("RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3;UNTIL=20010325"), winter), "2001-07-01", "+02:00"},
		{"same day each year", slices.Concat(summer("RRULE:FREQ=YEARLY;UNTIL=20010326T020000"), winter), "2001-03-27", "+02:00"},
		{"too far ahead", slices.Concat(summer("RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3"), winter), "2300-07-01", "-00"},
		{"at another hour", slices.Concat(summer("RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3;BYHOUR=3"), winter), "2000-07-01", ""},
		{"each week", slices.Concat(summer("RRULE:FREQ=WEEKLY"), winter), "2000-07-01", ""},
		{"each Sunday", slices.Concat(summer("RRULE:FREQ=YEARLY;BYDAY=SU"), winter), "2000-07-01", ""},
		{"without its offset before", slices.Concat([]string{"BEGIN:DAYLIGHT", "DTSTART:20000326T020000", "TZOFFSETTO:+0200", "END:DAYLIGHT"}, winter), "2000-07-01", ""},
		{"without its beginning", slices.Concat([]string{"BEGIN:DAYLIGHT", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "END:DAYLIGHT"}, winter), "2000-07-01", ""},
		{"exceptions", slices.Concat(summer("RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", "EXDATE:20010325T020000"), winter), "2000-07-01", ""},
		{"always the same", winter, "1900-01-01", "+01:00"},
	}
	for _, test := range tests {
		zone, got := toldBy(t, test.parts...), ""
		if zone != nil {
			day, err := time.Parse(time.DateOnly, test.at)
			if err != nil {
				t.Fatal(err)
			}
			name, offset := day.In(zone).Zone()
			if got, _ = offsetText(offset); name == unsaidZone {
				got = name
			}
		}
		if got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

// A name that is no place means what the calendar says; of a place the tz database knows more.
func TestToldZone_Names(t *testing.T) {
	rules := slices.Concat(icalPart("DAYLIGHT", "20000326T020000", "+0500", "+0600", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3"),
		icalPart("STANDARD", "20001029T030000", "+0600", "+0500", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10"))
	for name, want := range map[string]string{
		"CET": "2015-01-13T21:16+05:00", "Somewhere": "2015-01-13T21:16+05:00", "Europe/Brussels": "2015-01-13T21:16+01:00",
	} {
		lines := append([]string{"BEGIN:VTIMEZONE", "TZID:" + name}, rules...)
		result, err := readICalendar(icalFile(append(lines, "END:VTIMEZONE", "BEGIN:VEVENT", "SUMMARY:x",
			"DTSTART;TZID="+name+":20150113T211600", "END:VEVENT")...))
		if err != nil || len(result.Timeline.Events) != 1 || result.Timeline.Events[0].Date != want {
			t.Errorf("%s: %v %+v", name, err, result)
		}
	}
}

// Not so many zones are worked out that a file could keep the program busy.
func TestToldZone_Many(t *testing.T) {
	var lines []string
	for i := range mostToldZones + 5 {
		name := fmt.Sprintf("Zone %d", i)
		lines = append(lines, "BEGIN:VTIMEZONE", "TZID:"+name)
		lines = append(lines, icalPart("DAYLIGHT", "20000326T020000", "+0100", "+0200")...)
		lines = append(lines, icalPart("STANDARD", "20001029T020000", "+0200", "+0100")...)
		lines = append(lines, "END:VTIMEZONE", "BEGIN:VEVENT", "SUMMARY:x", "DTSTART;TZID="+name+":20000713T211600", "END:VEVENT")
	}
	result, err := readICalendar(icalFile(lines...))
	if err != nil {
		t.Fatal(err)
	}
	known := 0
	for i := range result.Timeline.Events {
		if result.Timeline.Events[i].Date == "2000-07-13T21:16+02:00" {
			known++
		}
	}
	if said := strings.Count(fmt.Sprint(result.Losses), "is not known"); known != mostToldZones || said != 5 {
		t.Errorf("%d zones are known, of %d it is said that they are not", known, said)
	}
}
