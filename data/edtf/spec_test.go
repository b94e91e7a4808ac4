package edtf

import "testing"

// dateCase is one text and what is expected of it. Bounds are written as FormatInstant does, shortened to the day
// where they are the first or last second of one, and as "" where there is none.
type dateCase struct {
	text      string
	from, to  string
	precision Precision
	quality   string // "", "?", "~", "%"
	words     string
}

// levelCases are the examples of the Library of Congress specification, in its order.
var levelCases = []dateCase{
	// Level 0
	{"1985-04-12", "1985-04-12", "1985-04-12", Day, "", "12 April 1985"},
	{"1985-04", "1985-04-01", "1985-04-30", Month, "", "April 1985"},
	{"1985", "1985-01-01", "1985-12-31", Year, "", "1985"},
	{"1985-04-12T23:20:30", "1985-04-12T23:20:30Z", "1985-04-12T23:20:30Z", Second, "", "12 April 1985, 23:20:30"},
	{"1985-04-12T23:20:30Z", "1985-04-12T23:20:30Z", "1985-04-12T23:20:30Z", Second, "", "12 April 1985, 23:20:30 (UTC)"},
	{"1985-04-12T23:20:30-04", "1985-04-13T03:20:30Z", "1985-04-13T03:20:30Z", Second, "", "12 April 1985, 23:20:30 (UTC-4)"},
	{"1985-04-12T23:20:30+04:30", "1985-04-12T18:50:30Z", "1985-04-12T18:50:30Z", Second, "", "12 April 1985, 23:20:30 (UTC+4:30)"},
	{"1964/2008", "1964-01-01", "2008-12-31", Year, "", "1964 to 2008"},
	{"2004-06/2006-08", "2004-06-01", "2006-08-31", Month, "", "June 2004 to August 2006"},
	{"2004-02-01/2005-02-08", "2004-02-01", "2005-02-08", Day, "", "1 February 2004 to 8 February 2005"},
	{"2004-02-01/2005-02", "2004-02-01", "2005-02-28", Month, "", "1 February 2004 to February 2005"},
	{"2004-02-01/2005", "2004-02-01", "2005-12-31", Year, "", "1 February 2004 to 2005"},
	{"2005/2006-02", "2005-01-01", "2006-02-28", Year, "", "2005 to February 2006"},
	// Level 1
	{"Y170000002", "+170000002-01-01", "+170000002-12-31", Year, "", "170000002"},
	{"Y-170000002", "-170000002-01-01", "-170000002-12-31", Year, "", "170000003 BCE"},
	{"2001-21", "2001-03-01", "2001-05-31", Season, "", "spring 2001"},
	{"1984?", "1984-01-01", "1984-12-31", Year, "?", "1984 (uncertain)"},
	{"2004-06~", "2004-06-01", "2004-06-30", Month, "~", "about June 2004"},
	{"2004-06-11%", "2004-06-11", "2004-06-11", Day, "%", "about 11 June 2004 (uncertain)"},
	{"201X", "2010-01-01", "2019-12-31", Decade, "", "the 2010s"},
	{"20XX", "2000-01-01", "2099-12-31", Century, "", "the years 2000 to 2099"},
	{"2004-XX", "2004-01-01", "2004-12-31", Year, "", "some month of 2004"},
	{"1985-04-XX", "1985-04-01", "1985-04-30", Month, "", "some day in April 1985"},
	{"1985-XX-XX", "1985-01-01", "1985-12-31", Year, "", "some day in 1985"},
	{"1985-04-12/..", "1985-04-12", "", Day, "", "from 12 April 1985, still open"},
	{"1985-04/..", "1985-04-01", "", Month, "", "from April 1985, still open"},
	{"1985/..", "1985-01-01", "", Year, "", "from 1985, still open"},
	{"../1985-04-12", "", "1985-04-12", Day, "", "until 12 April 1985"},
	{"../1985-04", "", "1985-04-30", Month, "", "until April 1985"},
	{"../1985", "", "1985-12-31", Year, "", "until 1985"},
	{"1985-04-12/", "1985-04-12", "", Day, "", "from 12 April 1985, end not known"},
	{"1985-04/", "1985-04-01", "", Month, "", "from April 1985, end not known"},
	{"1985/", "1985-01-01", "", Year, "", "from 1985, end not known"},
	{"/1985-04-12", "", "1985-04-12", Day, "", "until 12 April 1985, start not known"},
	{"/1985-04", "", "1985-04-30", Month, "", "until April 1985, start not known"},
	{"/1985", "", "1985-12-31", Year, "", "until 1985, start not known"},
	{"-1985", "-1985-01-01", "-1985-12-31", Year, "", "1986 BCE"},
	// Level 2
	{"Y-17E7", "-170000000-01-01", "-170000000-12-31", Year, "", "the year -170000000"},
	{"1950S2", "1900-01-01", "1999-12-31", Century, "", "about 1950 (2 significant digits)"},
	{"Y171010000S3", "+171000000-01-01", "+171999999-12-31", MillionYears, "", "about 171010000 (3 significant digits)"},
	{"Y3388E2S3", "+338000-01-01", "+338999-12-31", Millennium, "", "about 338800 (3 significant digits)"},
	{"2001-34", "2001-04-01", "2001-06-30", Quarter, "", "second quarter of 2001"},
	{"[1667,1668,1670..1672]", "1667-01-01", "1672-12-31", Year, "", "1667, 1668 or some year from 1670 to 1672"},
	{"[..1760-12-03]", "", "1760-12-03", Day, "", "3 December 1760 or earlier"},
	{"[1760-12..]", "1760-12-01", "", Month, "", "December 1760 or later"},
	{"[1760-01,1760-02,1760-12..]", "1760-01-01", "", Month, "", "January 1760, February 1760, or December 1760 or later"},
	{"[1667,1760-12]", "1667-01-01", "1760-12-31", Year, "", "1667 or December 1760"},
	{"[..1984]", "", "1984-12-31", Year, "", "1984 or earlier"},
	{"{1667,1668,1670..1672}", "1667-01-01", "1672-12-31", Year, "", "1667, 1668 and every year from 1670 to 1672"},
	{"{1960,1961-12}", "1960-01-01", "1961-12-31", Year, "", "1960 and December 1961"},
	{"{..1984}", "", "1984-12-31", Year, "", "1984 and all before"},
	{"2004-06~-11", "2004-06-11", "2004-06-11", Day, "~", "11 June 2004 (year and month approximate)"},
	{"2004?-06-11", "2004-06-11", "2004-06-11", Day, "?", "11 June 2004 (year uncertain)"},
	{"?2004-06-~11", "2004-06-11", "2004-06-11", Day, "%", "11 June 2004 (year uncertain, day approximate)"},
	{"2004-%06-11", "2004-06-11", "2004-06-11", Day, "%", "11 June 2004 (month approximate and uncertain)"},
	{"156X-12-25", "1560-12-25", "1569-12-25", Decade, "", "25 December of a year in the 1560s"},
	{"15XX-12-25", "1500-12-25", "1599-12-25", Century, "", "25 December of a year in the 1500s"},
	{"XXXX-12-XX", "0000-12-01", "9999-12-31", TenThousandYears, "", "some day in December of an unknown year"},
	{"1XXX-XX", "1000-01-01", "1999-12-31", Millennium, "", "some month of a year from 1000 to 1999"},
	{"1XXX-12", "1000-12-01", "1999-12-31", Millennium, "", "December of a year from 1000 to 1999"},
	{"1984-1X", "1984-10-01", "1984-12-31", Year, "", "October, November or December 1984"},
	{"2004-06-~01/2004-06-~20", "2004-06-01", "2004-06-20", Day, "~", "1 June 2004 (day approximate) to 20 June 2004 (day approximate)"},
	{"2004-06-XX/2004-07-03", "2004-06-01", "2004-07-03", Month, "", "some day in June 2004 to 3 July 2004"},
}

func TestParse_Specification(t *testing.T) { runDateCases(t, levelCases) }

func runDateCases(t *testing.T, cases []dateCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.text, func(t *testing.T) {
			d, err := Parse(c.text)
			if err != nil {
				t.Fatal(err)
			}
			bounds := d.Bounds()
			if got := shown(bounds.Earliest, bounds.NoEarliest); got != instantText(c.from, "T00:00:00Z") {
				t.Errorf("earliest %s, want %s", got, c.from)
			}
			if got := shown(bounds.Latest, bounds.NoLatest); got != instantText(c.to, "T23:59:59Z") {
				t.Errorf("latest %s, want %s", got, c.to)
			}
			if d.Precision() != c.precision {
				t.Errorf("precision %s, want %s", d.Precision(), c.precision)
			}
			want := qualityText(c.quality)
			if d.Uncertain() != (want&uncertain != 0) || d.Approximate() != (want&approximate != 0) {
				t.Errorf("uncertain %t, approximate %t, want %q", d.Uncertain(), d.Approximate(), c.quality)
			}
			if d.Words() != c.words {
				t.Errorf("words %q, want %q", d.Words(), c.words)
			}
			checkInvariants(t, d)
		})
	}
}

func shown(instant int64, none bool) string {
	if none {
		return ""
	}
	return FormatInstant(instant)
}

// instantText completes an expected bound that is a whole day.
func instantText(text, clock string) string {
	if text == "" || text[len(text)-1] == 'Z' {
		return text
	}
	return text + clock
}

func qualityText(text string) quality {
	if text == "" {
		return 0
	}
	return qualityOf(text[0])
}
