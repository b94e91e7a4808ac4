package edtf

import (
	"math"
	"testing"
	"unicode/utf8"
	"unsafe"
)

// moreCases are dates that the specification does not show, or leaves to the reader.
var moreCases = []dateCase{
	{"2008-04-09", "2008-04-09", "2008-04-09", Day, "", "9 April 2008"},
	{"2012-02-29", "2012-02-29", "2012-02-29", Day, "", "29 February 2012"},
	{"2016-03~", "2016-03-01", "2016-03-31", Month, "~", "about March 2016"},
	{"1984%", "1984-01-01", "1984-12-31", Year, "%", "about 1984 (uncertain)"},
	// Times with less than a second, and offsets
	{"2015-11-13T21:16+01:00", "2015-11-13T20:16:00Z", "2015-11-13T20:16:59Z", Minute, "", "13 November 2015, 21:16 (UTC+1)"},
	{"2015-11-13T21+01:00", "2015-11-13T20:00:00Z", "2015-11-13T20:59:59Z", Hour, "", "13 November 2015, between 21:00 and 22:00 (UTC+1)"},
	{"2015-11-13T23", "2015-11-13T23:00:00Z", "2015-11-13", Hour, "", "13 November 2015, between 23:00 and 24:00"},
	{"2015-12-31T23:30-01", "2016-01-01T00:30:00Z", "2016-01-01T00:30:59Z", Minute, "", "31 December 2015, 23:30 (UTC-1)"},
	{"2015-11-13T21:16+00:00", "2015-11-13T21:16:00Z", "2015-11-13T21:16:59Z", Minute, "", "13 November 2015, 21:16 (UTC)"},
	{"2015-11-13T21:16/2015-11-13T21:40", "2015-11-13T21:16:00Z", "2015-11-13T21:40:59Z", Minute, "", "13 November 2015, 21:16 to 13 November 2015, 21:40"},
	// Years
	{"-0043-03-15", "-0043-03-15", "-0043-03-15", Day, "", "15 March 44 BCE"},
	{"-0043", "-0043-01-01", "-0043-12-31", Year, "", "44 BCE"},
	{"0000", "0000-01-01", "0000-12-31", Year, "", "1 BCE"},
	{"0000-02-29", "0000-02-29", "0000-02-29", Day, "", "29 February 1 BCE"},
	{"0079-08-24", "0079-08-24", "0079-08-24", Day, "", "24 August 79 CE"},
	{"0800-12-25", "0800-12-25", "0800-12-25", Day, "", "25 December 800"},
	{"Y292277026595", "+292277026595-01-01", "+292277026595-12-31", Year, "", "292277026595"},
	{"Y-292277022656", "-292277022656-01-01", "-292277022656-12-31", Year, "", "292277022657 BCE"},
	{"Y10000", "+10000-01-01", "+10000-12-31", Year, "", "10000"},
	{"Y1E3", "1000-01-01", "1000-12-31", Year, "", "1000"},
	{"Y-0E5", "0000-01-01", "0000-12-31", Year, "", "1 BCE"},
	{"1950S1", "1000-01-01", "1999-12-31", Millennium, "", "about 1950 (1 significant digit)"},
	{"1950S4", "1950-01-01", "1950-12-31", Year, "", "1950 (4 significant digits)"},
	{"-1950S2?", "-1999-01-01", "-1900-12-31", Century, "?", "about the year -1950 (2 significant digits, uncertain)"},
	{"-0005S1", "-0005-01-01", "-0005-12-31", Year, "", "6 BCE (1 significant digit)"},
	// Parts of a year
	{"2010-22", "2010-06-01", "2010-08-31", Season, "", "summer 2010"},
	{"2010-23", "2010-09-01", "2010-11-30", Season, "", "autumn 2010"},
	{"2003-24", "2003-12-01", "2004-02-29", Season, "", "winter 2003"},
	{"2001-25", "2001-03-01", "2001-05-31", Season, "", "spring 2001 (northern hemisphere)"},
	{"2001-28", "2001-12-01", "2002-02-28", Season, "", "winter 2001 (northern hemisphere)"},
	{"2001-29", "2001-09-01", "2001-11-30", Season, "", "spring 2001 (southern hemisphere)"},
	{"2001-30?", "2001-12-01", "2002-02-28", Season, "?", "summer 2001 (southern hemisphere, uncertain)"},
	{"2001-31", "2001-03-01", "2001-05-31", Season, "", "autumn 2001 (southern hemisphere)"},
	{"2001-32", "2001-06-01", "2001-08-31", Season, "", "winter 2001 (southern hemisphere)"},
	{"2001-33", "2001-01-01", "2001-03-31", Quarter, "", "first quarter of 2001"},
	{"2001-36", "2001-10-01", "2001-12-31", Quarter, "", "fourth quarter of 2001"},
	{"2001-37", "2001-01-01", "2001-04-30", FourMonths, "", "first four months of 2001"},
	{"2001-39", "2001-09-01", "2001-12-31", FourMonths, "", "last four months of 2001"},
	{"2001-40", "2001-01-01", "2001-06-30", HalfYear, "", "first half of 2001"},
	{"2001-41", "2001-07-01", "2001-12-31", HalfYear, "", "second half of 2001"},
	{"201X-22", "2010-06-01", "2019-08-31", Decade, "", "summer of a year in the 2010s"},
	{"2010~-22", "2010-06-01", "2010-08-31", Season, "~", "summer 2010 (year approximate)"},
	// X in any place
	{"19XX", "1900-01-01", "1999-12-31", Century, "", "the 1900s"},
	{"190X", "1900-01-01", "1909-12-31", Decade, "", "the years 1900 to 1909"},
	{"1XXX", "1000-01-01", "1999-12-31", Millennium, "", "the years 1000 to 1999"},
	{"XXXX", "0000-01-01", "9999-12-31", TenThousandYears, "", "an unknown year"},
	{"000X", "0000-01-01", "0009-12-31", Decade, "", "the years 1 BCE to 9 CE"},
	{"-004X", "-0049-01-01", "-0040-12-31", Decade, "", "the years 50 BCE to 41 BCE"},
	{"-000X", "-0009-01-01", "-0001-12-31", Decade, "", "the years 10 BCE to 2 BCE"},
	{"-XXXX", "-9999-01-01", "-0001-12-31", TenThousandYears, "", "an unknown year before 1 BCE"},
	{"-00XX-02-29", "-0096-02-29", "-0004-02-29", Century, "", "29 February of a year from 100 BCE to 2 BCE"},
	{"1X84", "1084-01-01", "1984-12-31", Millennium, "", "a year written 1X84"},
	{"1X84~", "1084-01-01", "1984-12-31", Millennium, "~", "a year written 1X84 (approximate)"},
	{"196X~", "1960-01-01", "1969-12-31", Decade, "~", "about the 1960s"},
	{"XXXX-02-29", "0000-02-29", "9996-02-29", TenThousandYears, "", "29 February of an unknown year"},
	{"XXXX-XX-XX", "0000-01-01", "9999-12-31", TenThousandYears, "", "some day in an unknown year"},
	{"1X00-02-29", "1200-02-29", "1600-02-29", Millennium, "", "29 February of a year written 1X00"},
	{"1999-XX-31", "1999-01-31", "1999-12-31", Year, "", "day 31 of some month of 1999"},
	{"1999-XX-3X", "1999-01-30", "1999-12-31", Year, "", "day 30 or 31 of some month of 1999"},
	{"1999-X2-3X", "1999-12-30", "1999-12-31", Year, "", "30 or 31 December 1999"},
	{"1984-0X", "1984-01-01", "1984-09-30", Year, "", "some month from January to September 1984"},
	{"1984-X0", "1984-10-01", "1984-10-31", Year, "", "October 1984"},
	{"1985-04-1X", "1985-04-10", "1985-04-19", Month, "", "some day from 10 to 19 April 1985"},
	{"1985-04-X5", "1985-04-05", "1985-04-25", Month, "", "5, 15 or 25 April 1985"},
	{"2023-02-2X", "2023-02-20", "2023-02-28", Month, "", "some day from 20 to 28 February 2023"},
	{"XXX1-02-2X", "0001-02-20", "9991-02-28", TenThousandYears, "", "some day from 20 to 28 February of a year written XXX1"},
	{"1999-0X-XX", "1999-01-01", "1999-09-30", Year, "", "some day from January to September 1999"},
	{"1999-0X-1X", "1999-01-10", "1999-09-19", Year, "", "some day from 10 to 19 of a month from January to September 1999"},
	{"1999-1X-05", "1999-10-05", "1999-12-05", Year, "", "day 5 of October, November or December 1999"},
	{"1999-1X-XX", "1999-10-01", "1999-12-31", Year, "", "some day in October, November or December 1999"},
	{"1985-04-XX~", "1985-04-01", "1985-04-30", Month, "~", "some day in April 1985 (approximate)"},
	// Intervals and sets
	{"1999/2000", "1999-01-01", "2000-12-31", Year, "", "1999 to 2000"},
	{"1984~/2004-06", "1984-01-01", "2004-06-30", Year, "~", "about 1984 to June 2004"},
	{"2004-06/2004", "2004-06-01", "2004-12-31", Year, "", "June 2004 to 2004"},
	{"[1667,1668]", "1667-01-01", "1668-12-31", Year, "", "1667 or 1668"},
	{"[2015-11-13..2016-11-08]", "2015-11-13", "2016-11-08", Day, "", "some day from 13 November 2015 to 8 November 2016"},
	{"[196X..198X]", "1960-01-01", "1989-12-31", Decade, "", "some time from the 1960s to the 1980s"},
	{"[1668,1667?]", "1667-01-01", "1668-12-31", Year, "?", "1668 or 1667 (uncertain)"},
	{"{1984..}", "1984-01-01", "", Year, "", "1984 and all after"},
	{"[1984]", "1984-01-01", "1984-12-31", Year, "", "1984"},
}

func TestParse_More(t *testing.T) { runDateCases(t, moreCases) }

// checkInvariants tests what holds for every date.
func checkInvariants(t *testing.T, d Date) {
	t.Helper()
	bounds, start, end := d.Bounds(), d.Start(), d.End()
	for name, e := range map[string]Extent{"bounds": bounds, "start": start, "end": end} {
		if e.Earliest > e.Latest {
			t.Errorf("%q: %s are not in order: %+v", d, name, e)
		}
		if e.Earliest < bounds.Earliest || e.Latest > bounds.Latest {
			t.Errorf("%q: %s %+v is not within %+v", d, name, e, bounds)
		}
		if e.NoEarliest != (e.Earliest == math.MinInt64) || e.NoLatest != (e.Latest == math.MaxInt64) {
			t.Errorf("%q: %s has flags that differ from its bounds: %+v", d, name, e)
		}
	}
	if d.Kind() != Interval && (start != bounds || end != bounds) {
		t.Errorf("%q: start or end differ from the bounds", d)
	}
	for _, words := range []string{d.Words(), d.PrecisionWords()} {
		if words == "" || !utf8.ValidString(words) {
			t.Errorf("%q: words %q", d, words)
		}
	}
	again, err := Parse(d.String())
	if err != nil || again != d {
		t.Errorf("%q: read again it is %+v, %v", d, again, err)
	}
}

func TestDate_Ends(t *testing.T) {
	day := func(year int64, month, day int) int64 { return Instant(year, month, day, 0, 0, 0) }
	cases := []struct {
		text       string
		start, end Extent
	}{
		{
			"1999/2000",
			Extent{Earliest: day(1999, 1, 1), Latest: day(2000, 1, 1) - 1},
			Extent{Earliest: day(2000, 1, 1), Latest: day(2001, 1, 1) - 1},
		},
		{
			"2012/..",
			Extent{Earliest: day(2012, 1, 1), Latest: day(2013, 1, 1) - 1},
			Extent{Earliest: day(2012, 1, 1), Latest: math.MaxInt64, NoLatest: true},
		},
		{
			"/1985",
			Extent{Earliest: math.MinInt64, Latest: day(1986, 1, 1) - 1, NoEarliest: true},
			Extent{Earliest: day(1985, 1, 1), Latest: day(1986, 1, 1) - 1},
		},
		{
			"2004-06/2004", // the end cannot be before June
			Extent{Earliest: day(2004, 6, 1), Latest: day(2004, 7, 1) - 1},
			Extent{Earliest: day(2004, 6, 1), Latest: day(2005, 1, 1) - 1},
		},
		{
			"2004/2004-06", // the start cannot be after June
			Extent{Earliest: day(2004, 1, 1), Latest: day(2004, 7, 1) - 1},
			Extent{Earliest: day(2004, 6, 1), Latest: day(2004, 7, 1) - 1},
		},
	}
	for _, c := range cases {
		d := MustParse(c.text)
		if d.Start() != c.start || d.End() != c.end {
			t.Errorf("%s: start %+v, end %+v; want %+v, %+v", c.text, d.Start(), d.End(), c.start, c.end)
		}
	}
}

func TestDate_OpenAndUnknown(t *testing.T) {
	cases := []struct {
		text                                         string
		kind                                         Kind
		openStart, openEnd, unknownStart, unknownEnd bool
	}{
		{"1985", Single, false, false, false, false},
		{"1985/1986", Interval, false, false, false, false},
		{"../1985", Interval, true, false, false, false},
		{"1985/..", Interval, false, true, false, false},
		{"/1985", Interval, false, false, true, false},
		{"1985/", Interval, false, false, false, true},
		{"[..1985]", OneOf, false, false, false, false},
		{"{1985..}", AllOf, false, false, false, false},
	}
	for _, c := range cases {
		d := MustParse(c.text)
		got := [...]bool{d.OpenStart(), d.OpenEnd(), d.UnknownStart(), d.UnknownEnd()}
		if want := [...]bool{c.openStart, c.openEnd, c.unknownStart, c.unknownEnd}; d.Kind() != c.kind || got != want {
			t.Errorf("%s: %s %v, want %s %v", c.text, d.Kind(), got, c.kind, want)
		}
	}
}

func TestDate_PrecisionWords(t *testing.T) {
	cases := map[string]string{
		"2008-04-09": "exact day", "2015-11-13T21:16": "exact to the minute", "2015-11-13T21": "hour known",
		"2015-11-13T21:16:05Z": "exact to the second", "2006-05": "month known", "2013": "some time in the year",
		"2010-22": "season known", "2010-33": "quarter known", "201X": "some time in the decade",
		"19XX": "some time within a hundred years", "1985-04-XX": "month known", "2004-XX": "some time in the year",
		"156X-12-25": "day known, year not", "XXXX-12-XX": "month known, year not", "201X-22": "season known, year not",
		"1950S2":      "some time within a hundred years, estimated",
		"[1667,1668]": "one of several dates", "{1667,1668}": "several dates", "[1667?]": "some time in the year, uncertain",
		"1999/2000": "range of years", "2004-06/2004-06-11": "range from a month to a day",
		"2012/..": "range from a year, still open", "2012/": "range from a year, end not known",
		"../1985": "range to a year, start open", "/1985-04-12": "range to a day, start not known",
		"1984?": "some time in the year, uncertain", "2016-03~": "month known, approximate",
		"1984%": "some time in the year, approximate and uncertain", "1984~/2004": "range of years, approximate",
	}
	for text, want := range cases {
		if got := MustParse(text).PrecisionWords(); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

func TestDate_Zero(t *testing.T) {
	var zero Date
	if !zero.IsZero() || zero.String() != "" || zero.Words() != "" || zero.PrecisionWords() != "" {
		t.Errorf("the zero date is not empty: %+v", zero)
	}
	if MustParse("1985").IsZero() {
		t.Error("1985 is zero")
	}
}

func TestDate_IsSmall(t *testing.T) {
	if size := unsafe.Sizeof(Date{}); size > 64 {
		t.Errorf("a date has %d bytes", size)
	}
}

func TestNames(t *testing.T) {
	if Day.String() != "day" || Season.String() != "season" || Precision(200).String() != "unknown precision" {
		t.Error("names of precisions")
	}
	if OneOf.String() != "one of a set" || Kind(9).String() != "unknown kind" {
		t.Error("names of kinds")
	}
}

func TestMustParse_Panics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	MustParse("yesterday")
}
