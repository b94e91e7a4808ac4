package scene

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/data/edtf"
)

// tierOf returns the labels of an axis of 800 pixels that begins at a date and
// shows so many seconds.
func tierOf(t *testing.T, from string, seconds float64) (lower, upper string) {
	t.Helper()
	date, err := edtf.Parse(from)
	if err != nil {
		t.Fatal(err)
	}
	m := ScreenMetrics(func(text string, _ TextStyle) float64 { return 6.3 * float64(utf8.RuneCountInString(text)) })
	axis := NewAxis(View{Left: float64(date.Bounds().Earliest), Scale: seconds / 800}, 800, &m)
	join := func(ticks []Tick) string {
		var labels []string
		for _, tick := range ticks {
			if tick.Label != "" {
				labels = append(labels, tick.Label)
			}
		}
		return strings.Join(labels, " ")
	}
	return join(axis.Lower), join(axis.Upper)
}

// The tiers that a reader meets on the way from a second to ages.
func TestNewAxis_named(t *testing.T) {
	const day, year = 86400, 31556952
	for _, c := range []struct {
		name, from   string
		seconds      float64
		lower, upper string
	}{
		{
			"seconds", "2015-11-13T20:15:58Z", 12.5,
			"20:15:59 20:16:00 20:16:01 20:16:02 20:16:03 20:16:04 20:16:05 20:16:06 20:16:07 20:16:08 20:16:09 20:16:10",
			"13 November 2015, 20:16 UTC",
		},
		{
			"minutes under hours", "2015-11-13T20:58:00Z", 900,
			"20:59 21:00 21:01 21:02 21:03 21:04 21:05 21:06 21:07 21:08 21:09 21:10 21:11 21:12",
			"13 November 2015, 21:00 UTC",
		},
		{
			"hours under days", "2015-11-13T12:00:00Z", day,
			"15:00 18:00 21:00 00:00 03:00 06:00 09:00", "13 November 2015 UTC 14 November 2015 UTC",
		},
		{
			"days under months", "2016-02-22", 14 * day,
			"23 24 25 26 27 28 29 1 2 3 4 5 6", "February 2016 March 2016",
		},
		{
			"months under years", "2015-07-15", year,
			"August September October November December January February March April May June July", "2015 2016",
		},
		{
			"short months", "2015-07-15", 1.9 * year,
			"Aug Sep Oct Nov Dec Jan Feb Mar Apr May June July Aug Sep Oct Nov Dec Jan Feb Mar Apr May", "2015 2016 2017",
		},
		{
			"quarters", "2009", 4 * year,
			"Apr July Oct Jan Apr July Oct Jan Apr July Oct Jan Apr July Oct", "2009 2010 2011 2012",
		},
		{
			"years under decades", "1998-07", 18 * year,
			"1999 2000 2001 2002 2003 2004 2005 2006 2007 2008 2009 2010 2011 2012 2013 2014 2015 2016", "1990s 2000s 2010s",
		},
		{
			"decades", "1885", 130 * year,
			"1890 1900 1910 1920 1930 1940 1950 1960 1970 1980 1990 2000 2010", "1800s 1900s 2000s",
		},
		{
			"before and after Christ", "-0049-07", 120 * year,
			"40 BCE 30 BCE 20 BCE 10 BCE 1 10 20 30 40 50 60 70", "from 100 BCE from 1 CE",
		},
		{
			"years before Christ", "-0044-07", 16 * year,
			"44 BCE 43 BCE 42 BCE 41 BCE 40 BCE 39 BCE 38 BCE 37 BCE 36 BCE 35 BCE 34 BCE 33 BCE 32 BCE 31 BCE 30 BCE 29 BCE",
			"from 50 BCE from 40 BCE from 30 BCE",
		},
		{
			"ages", "Y-5000000000", 5e9 * year,
			"4,000,000,000 BCE 3,000,000,000 BCE 2,000,000,000 BCE 1,000,000,000 BCE", "from 10,000,000,000 BCE",
		},
	} {
		lower, upper := tierOf(t, c.from, c.seconds)
		if lower != c.lower || upper != c.upper {
			t.Errorf("%s:\n %q over %q, want\n %q over %q", c.name, lower, upper, c.lower, c.upper)
		}
	}
}

func TestYearLabel(t *testing.T) {
	for y, want := range map[int64]string{
		1: "1", 0: "1 BCE", -43: "44 BCE", 1985: "1985", 9999: "9999", 10000: "10,000",
		-9998: "9999 BCE", -9999: "10,000 BCE", 170000002: "170,000,002", -4499999999: "4,500,000,000 BCE",
		292277026595: "292,277,026,595",
	} {
		if got := yearLabel(y); got != want {
			t.Errorf("%d: %q, want %q", y, got, want)
		}
	}
}

func TestStep_labels(t *testing.T) {
	at := edtf.Instant(2016, 9, 5, 7, 8, 9)
	for _, c := range []struct {
		step                       step
		lower, short, upper, whole string
	}{
		{step{second, 1}, "07:08:09", "07:08:09", "2016", "07:08:09"},
		{step{minute, 1}, "07:08", "07:08", "5 September 2016, 07:08", "07:08"},
		{step{hour, 1}, "07:08", "07:08", "5 September 2016, 07:08", "07:08"},
		{step{day, 5}, "5", "5", "5 September 2016", "5 September 2016"},
		{step{month, 3}, "September", "Sep", "September 2016", "September 2016"},
		{step{year, 1}, "2016", "’16", "2016", "2016"},
		{step{year, 10}, "2016", "2016", "2016s", "2016"},
	} {
		got := []string{c.step.lowerLabel(at, false), c.step.lowerLabel(at, true), c.step.upperLabel(at), c.step.wholeLabel(at)}
		if want := []string{c.lower, c.short, c.upper, c.whole}; !slices.Equal(got, want) {
			t.Errorf("%v: %q, want %q", c.step, got, want)
		}
	}
}

// Each step goes from boundary to boundary, and floor finds the one before any
// instant between them.
func TestStep_next(t *testing.T) {
	starts := []int64{
		edtf.Instant(-1001, 11, 28, 23, 59, 59), edtf.Instant(0, 12, 31, 23, 59, 59), edtf.Instant(1, 1, 1, 0, 0, 0),
		edtf.Instant(1999, 12, 30, 1, 2, 3), edtf.Instant(2000, 2, 28, 0, 0, 0), edtf.Instant(1900, 2, 28, 0, 0, 0),
		edtf.Instant(-lastYear+1, 1, 1, 0, 0, 0), edtf.Instant(lastYear-1, 6, 1, 0, 0, 0),
	}
	for _, tier := range tiers() {
		for _, s := range []step{tier.lower, tier.upper} {
			for _, start := range starts {
				at := s.floor(start)
				if at > start && start > edtf.Instant(1-lastYear, 1, 1, 0, 0, 0) {
					t.Errorf("%v: the floor of %s is %s", s, edtf.FormatInstant(start), edtf.FormatInstant(at))
				}
				for range 40 {
					next, more := s.next(at)
					if !more {
						break
					}
					if next <= at || s.floor(next) != next || s.floor(next-1) != at || s.floor(at+(next-at)/2) != at {
						t.Fatalf("%v: %s, then %s; floors %s and %s", s, edtf.FormatInstant(at), edtf.FormatInstant(next),
							edtf.FormatInstant(s.floor(next)), edtf.FormatInstant(s.floor(next-1)))
					}
					at = next
				}
			}
		}
	}
}

// The instants that ticks reach have a year that a date can have.
func TestInstant(t *testing.T) {
	for _, at := range []float64{-1e30, 1e30, 0, -0.5} {
		y, _, _, _, _, _ := edtf.Civil(instant(at))
		if y < -lastYear-2000 || y > lastYear+2000 {
			t.Errorf("%g: year %d", at, y)
		}
	}
	if got := instant(-0.5); got != -1 {
		t.Errorf("half a second before 1970 is in second %d", got)
	}
}
