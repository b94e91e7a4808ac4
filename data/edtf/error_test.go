package edtf

import (
	"errors"
	"strings"
	"testing"
)

// badCases are texts that are not dates, with the offset of what is wrong and the beginning of the message.
var badCases = []struct {
	text    string
	offset  int
	message string
}{
	{"", 0, "the date is empty"},
	{"   ", 0, "the date is empty"},
	{"a", 0, "a date begins with a year of four digits"},
	{"+2008", 0, "a date begins with a year of four digits"},
	{"200", 0, "a year has four digits"},
	{"20080", 4, "a year of more than four digits begins with Y"},
	{"-", 1, "the year is missing"},
	{"-0000", 1, "there is no year -0000"},
	{"2008-", 5, "the month is missing after the hyphen"},
	{"2008-04-", 8, "the day is missing after the hyphen"},
	{"2008-13-01", 5, "month 13 does not exist (01 to 12, seasons 21 to 41)"},
	{"2008-00", 5, "month 00 does not exist"},
	{"2008-20", 5, "month 20 does not exist"},
	{"2008-42", 5, "month 42 does not exist"},
	{"2008-2X", 5, "no month matches 2X (01 to 12)"},
	{"2008-22-01", 7, "a season or other part of a year has no days"},
	{"2008-04-00", 8, "day 00 does not exist (01 to 31)"},
	{"2008-04-32", 8, "day 32 does not exist (01 to 31)"},
	{"2008-04-4X", 8, "no day matches 4X (01 to 31)"},
	{"2023-02-29", 8, "day 29 does not exist: February 2023 has 28 days"},
	{"2023-04-31", 8, "day 31 does not exist: April 2023 has 30 days"},
	{"-0001-02-29", 9, "day 29 does not exist: February 2 BCE has 28 days"},
	{"15XX-02-30", 0, "no day of the calendar matches 15XX-02-30"},
	{"XXX1-02-29", 0, "no day of the calendar matches XXX1-02-29"},
	{"1990/2023-02-3X", 5, "no day of the calendar matches 2023-02-3X"},
	{"2008-04-091", 10, "one digit too many"},
	{"2008-04-09Z", 10, "'Z' cannot stand behind a date"},
	{"2008-04-09é", 10, "'é' cannot stand behind a date"},
	{"2008-04-\x00", 8, "the day is missing"},
	{"1984??", 5, "one qualifier is enough"},
	{"~?1984", 1, "one qualifier is enough"},
	{"Y", 1, "Y is followed by the digits of a year"},
	{"Y2008", 0, "Y is for years of more than four digits: write 2008"},
	{"Y17E", 4, "E is followed by how many zeros"},
	{"Y17E0", 4, "E is followed by how many zeros"},
	{"Y9E99", 0, "the year is beyond"},
	{"Y292277026596", 0, "the year is beyond"},
	{"Y-292277022657", 0, "the year is beyond"},
	{"Y-99999999999999999999999999", 0, "the year is beyond"},
	{"Y292277026595S1", 0, "the year is beyond"},
	{"1990/Y9E12", 5, "the year is beyond"},
	{"Y170000002-05", 10, "a year written with Y stands alone"},
	{"1950S0", 5, "the number of significant digits is 1 to 4"},
	{"1950S5", 5, "the number of significant digits is 1 to 4"},
	{"1950S", 5, "the number of significant digits is 1 to 4"},
	{"195XS2", 4, "significant digits do not go with X"},
	{"1950S2-05", 6, "a year with significant digits stands alone"},
	{"2008-04-09T24:00:00", 11, "hour 24 does not exist: the end of a day is 00:00:00 of the next day"},
	{"2008-04-09T25:00:00", 11, "hour 25 does not exist (00 to 23)"},
	{"2008-04-09T23:60", 14, "minute 60 does not exist"},
	{"2008-12-31T23:59:60Z", 17, "second 60 (a leap second) cannot be read"},
	{"2008-04-09T10:61", 14, "minute 61 does not exist (00 to 59)"},
	{"2008-04-09T1", 11, "the hour has two digits"},
	{"2008-04-09T10:10:10.5", 19, "a time has no fraction"},
	{"2008-04-09T10:10:10,5", 19, "a time has no fraction"},
	{"2008-04-09T10:10-00:00", 16, "there is no offset -00:00"},
	{"2008-04-09T10:10+1", 17, "the hour of the offset has two digits"},
	{"2008-04-09T10:10+24", 17, "an offset of 24 hours does not exist"},
	{"2008-04-09T10:10\xff", 16, "'�' cannot stand behind a date"},
	{"2008-04T10", 7, "a time needs a whole date before it"},
	{"2008-04-0XT10", 10, "a time needs a whole date before it, without X"},
	{"2008-04-09~T10", 11, "a date with a time has no qualifier"},
	{"2008-04-09T10~", 13, "a time has no qualifier"},
	{"/", 0, "an interval needs a date at one end at least"},
	{"../..", 0, "an interval needs a date at one end at least"},
	{"../", 0, "an interval needs a date at one end at least"},
	{"..", 0, "an open start is written ../1985"},
	{"1984..", 4, "an open end is written 1985/.."},
	{"2005/2004", 5, "the end is before the start"},
	{"2004-07/2004-06", 8, "the end is before the start"},
	{"1999/2000/2001", 9, "an interval has two ends and one slash"},
	{"1999 /2000", 4, "' ' cannot stand behind a date"},
	{"[", 1, "the year is missing"},
	{"[]", 1, "a date is missing here"},
	{"[..]", 3, "two dots need a date on one side"},
	{"[1984", 5, "']' is missing at the end"},
	{"[1984}", 5, "dates in brackets are separated by a comma alone"},
	{"[1984,]", 6, "a date is missing here"},
	{"[1984, 1985]", 6, "a date begins with a year of four digits"},
	{"[1984,..1990]", 6, "only the first date in brackets can be open"},
	{"[1984..,1990]", 7, "only the last date in brackets can be open"},
	{"[1990..1984]", 7, "the end is before the start"},
	{"{1984/1985}", 5, "dates in brackets are separated by a comma alone"},
	{"1984,1985", 4, "several dates stand in brackets"},
	{"[1984]1", 6, "one digit too many"},
	// What people write
	{" 2008", 0, "a space stands before the date"},
	{"2008 ", 4, "a space stands behind the date"},
	{"9 April 2008", 0, "write 2008-04-09"},
	{"9th Apr. 2008", 0, "write 2008-04-09"},
	{"April 9, 2008", 0, "write 2008-04-09"},
	{"April 2008", 0, "write 2008-04"},
	{"2008/04/09", 5, "write 2008-04-09: "},
	{"2008.4.9", 4, "write 2008-04-09: "},
	{"2008-4-9", 5, "write 2008-04-09: month and day have two digits"},
	{"20080409", 4, "write 2008-04-09: "},
	{"09.04.2008", 0, "a date is written year, month, day"},
	{"2008-04-09 21:16", 10, "write 2008-04-09T21:16: "},
	{"c. 1990", 0, "write 1990~: "},
	{"circa 1990", 0, "write 1990~: "},
	{"1990s", 4, "write 199X: "},
	{"44 BC", 0, "write -0043: "},
	{"1 BCE", 0, "write 0000: "},
	{"0 BC", 0, "1 BCE is year 0000"},
	{"800 AD", 0, "write 0800"},
	{"1914-1918", 5, "write 1914/1918: "},
	{"1914–1918", 4, "write 1914/1918: "},
	{"2012/open", 5, "write 2012/..: "},
	{"2012/unknown", 5, "write 2012/: "},
	{"201x", 0, "a digit that is not known is a capital X"},
	{"199u", 0, "a digit that is not known is a capital X"},
}

func TestParse_Errors(t *testing.T) {
	for _, c := range badCases {
		t.Run(c.text, func(t *testing.T) {
			d, err := Parse(c.text)
			var e *Error
			if !errors.As(err, &e) {
				t.Fatalf("error %T, date %+v", err, d)
			}
			if !d.IsZero() || e.Text != c.text {
				t.Errorf("date %+v, text %q", d, e.Text)
			}
			if e.Offset != c.offset || !strings.HasPrefix(e.Message, c.message) {
				t.Errorf("at %d: %s\nwant %d: %s", e.Offset, e.Message, c.offset, c.message)
			}
		})
	}
}

func TestError_Display(t *testing.T) {
	_, err := Parse("1914–191a")
	e := err.(*Error)
	if want := `date "1914–191a", character 5: '–' cannot stand behind a date`; e.Error() != want {
		t.Errorf("%s, want %s", e, want)
	}
	if want := "1914–191a\n    ^"; e.Caret() != want {
		t.Errorf("%q, want %q", e.Caret(), want)
	}
}

func TestError_OneLineEach(t *testing.T) {
	_, err := Parse("2008\n-04" + strings.Repeat("z", 1000))
	e := err.(*Error)
	if strings.Contains(e.Error(), "\n") || len(e.Error()) > 300 {
		t.Errorf("%d bytes: %s", len(e.Error()), e)
	}
	if strings.Count(e.Caret(), "\n") != 1 {
		t.Errorf("%q has more than two lines", e.Caret())
	}
}
