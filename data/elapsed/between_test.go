package elapsed_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"dateline/data/edtf"
	"dateline/data/elapsed"
)

func date(t testing.TB, text string) edtf.Date {
	t.Helper()
	if text == "" {
		return edtf.Date{}
	}
	d, err := edtf.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestBetween(t *testing.T) {
	for _, c := range []struct{ a, b, words, ahead string }{
		// Two days are exactly so far apart.
		{"2005-05-24", "2013-08-20", "8 years, 2 months, 27 days", "over 8 years later"},
		{"2016-03-21", "2016-03-22", "1 day", "1 day later"},
		{"2016-03-22", "2016-03-13", "9 days", "9 days earlier"},
		{"2016-03-22", "2016-03-22", "the same day", "the same day"},
		{"2016-03-22~", "2016-03-22/2016-03-22", "the same day", "the same day"},
		{"2000-02-29", "2004-02-29", "4 years", "4 years later"},
		{"2000-02-29", "2001-03-01", "1 year, 1 day", "over 12 months later"},
		{"2001-01-31", "2001-02-28", "28 days", "28 days later"},
		{"2001-01-31", "2001-03-31", "2 months", "2 months later"},
		{"2001-01-31", "2001-03-30", "1 month, 30 days", "58 days later"},
		{"2013-12-30", "1985-05-04", "28 years, 7 months, 26 days", "over 28 years earlier"},
		{"-0043-03-15", "0014-08-19", "57 years, 5 months, 4 days", "over 57 years later"},
		{"-0001-12-31", "0000-01-01", "1 day", "1 day later"},
		// Moments of the same fineness, too.
		{"2015-11-13T21:16", "2015-11-13T23:30", "2 hours, 14 minutes", "over 2 hours later"},
		{"2015-11-13T21:16+01:00", "2015-11-13T20:20Z", "4 minutes", "4 minutes later"},
		{"2015-11-13T21:16", "2015-11-14T00:20", "3 hours, 4 minutes", "over 3 hours later"},
		{"2015-11-13T21:16", "2015-11-14T22:17", "25 hours, 1 minute", "over 25 hours later"},
		{"2015-11-13T21:16", "2015-11-13T21:16", "the same minute", "the same minute"},
		{"2015-11-13T21:16:02", "2015-11-13T21:16:00", "2 seconds", "2 seconds earlier"},
		{"2015-11-13T21:16", "2015-11-18T23:17", "5 days, 2 hours, 1 minute", "over 5 days later"},
		{"2015-11-13T21:16:07", "2015-11-13T21:16:07", "the same second", "the same second"},
		// Of different fineness they are not.
		{"2015-11-13T21:16", "2015-11-13T22:16:30", "between 59 and 61 minutes", "59 to 61 minutes later"},
		{"2015-11-13", "2015-11-14T02:00", "between 2 and 27 hours", "2 to 27 hours later"},
		{"2015-11-13", "2015-11-13T21:16", "at most 22 hours, in either order", "up to 22 hours earlier or later"},
		{"2015-11-13", "2015-11-14T00:00:00", "between 1 second and 24 hours", "up to 24 hours later"},
		{"2015-11-13T21", "2015-11-13T23", "between 1 and 3 hours", "1 to 3 hours later"},
		{"2015-11-13T21", "2015-11-13T21", "at most 60 minutes, in either order", "up to 60 minutes earlier or later"},
		{"2015-11-13T21:16", "2015-11-20", "between 6 and 8 days", "6 to 8 days later"},
		{"2015-11-13T21:16", "2016-04", "between 4 and 6 months", "4 to 6 months later"},
		// Ranges.
		{"2010-05", "2010-08", "between 2 and 4 months", "2 to 4 months later"},
		{"2010-05", "2010-06", "between 1 and 60 days", "1 to 60 days later"},
		{"2016-03-22", "2016-04", "between 10 and 39 days", "10 to 39 days later"},
		{"2005", "2005", "at most 12 months, in either order", "up to 12 months earlier or later"},
		{"2005", "2006", "between 1 day and 24 months", "up to 24 months later"},
		{"2005", "2007", "between 1 and 3 years", "1 to 3 years later"},
		{"2007", "2005", "between 1 and 3 years", "1 to 3 years earlier"},
		{"1985", "1990", "between 4 and 6 years", "4 to 6 years later"},
		{"2002-04-10", "2007-07-10/2008-07-10", "between 5 years, 3 months and 6 years, 3 months", "5 to 7 years later"},
		{"2002-04-10", "2007-07-10/2007-10", "between 5 years, 3 months and 5 years, 7 months", "over 5 years later"},
		{"2002-04-10", "2007-04-10/2007-10", "between 5 years and 5 years, 7 months", "5 to 6 years later"},
		{"1999/2000", "2002", "between 1 and 4 years", "1 to 4 years later"},
		{"2010-05-09", "2011", "between 7 and 20 months", "7 to 20 months later"},
		{"2010-22", "2010-10-09", "between 1 and 5 months", "1 to 5 months later"},
		{"2010-21", "2010-23", "between 3 and 9 months", "3 to 9 months later"},
		{"2010-24", "2011-01-15", "at most 45 days, in either order", "up to 45 days earlier or later"},
		{"[2002..2012]", "2002", "at most 11 years, in either order", "up to 11 years earlier or later"},
		{"[2002..2012]", "2013-06-01", "between 5 months and 11 years, 5 months", "up to 12 years later"},
		{"2008/2012-09-16", "2012-09-16/2013", "at most 6 years", "up to 6 years later"},
		{"2012-09-16/2013", "2008/2012-09-16", "at most 6 years", "up to 6 years earlier"},
		{"201X", "1985-05-04", "between 24 years, 7 months and 34 years, 8 months", "24 to 35 years earlier"},
		{"19XX", "16XX", "between 200 and 400 years", "200 to 400 years earlier"},
		{"Y-170000000", "2000", "between 170001999 and 170002001 years", "170001999 to 170002001 years later"},
		{"-0100", "0100-06-01", "between 199 and 201 years", "199 to 201 years later"},
		// Without a bound.
		{"2004-06-01", "2007-09-01/..", "at least 3 years, 3 months", "at least 3 years later"},
		{"../2004", "2007-09-02", "at least 2 years, 8 months", "at least 2 years later"},
		{"2007-09-02", "../2004", "at least 2 years, 8 months", "at least 2 years earlier"},
		{"2012/", "2012-05", "any length of time, in either order", "earlier or later"},
		{"2012-01-01", "2012/..", "any length of time", "later"},
		{"2012/..", "2012-01-01", "any length of time", "earlier"},
		{"2012-01-01", "2012-01-02/..", "at least 1 day", "at least 1 day later"},
		{"../2004", "2000/..", "any length of time, in either order", "earlier or later"},
		{"", "2004", "any length of time, in either order", "earlier or later"},
		{"", "", "any length of time, in either order", "earlier or later"},
	} {
		r := elapsed.Between(date(t, c.a), date(t, c.b))
		if got := r.Words(); got != c.words {
			t.Errorf("%s to %s: %q, want %q", c.a, c.b, got, c.words)
		}
		if got := elapsed.Ahead(date(t, c.a), date(t, c.b)); got != c.ahead {
			t.Errorf("%s to %s: %q, want %q", c.a, c.b, got, c.ahead)
		}
		if back := elapsed.Between(date(t, c.b), date(t, c.a)); back.Words() != c.words || back.Earlier != r.Later || back.Later != r.Earlier {
			t.Errorf("%s back to %s: %+v", c.b, c.a, back)
		}
	}
}

// In either order the most is that of more months and days, which need not be that of more seconds.
func TestBetween_MostOfEitherOrder(t *testing.T) {
	r := elapsed.Between(date(t, "1999-07-23"), date(t, "1999-02-15/1999-12-29"))
	if want := (elapsed.Span{Months: 5, Days: 8}); r.Most != want {
		t.Errorf("%+v, want %+v", r.Most, want)
	}
}

func TestInstants(t *testing.T) {
	from, to := on(2016, 3, 21)+80000, on(2016, 3, 22)+3661
	for _, c := range []struct {
		resolution edtf.Precision
		want       string
	}{
		{edtf.Second, "2 hours, 47 minutes, 41 seconds"},
		{edtf.Minute, "2 hours, 48 minutes"},
		{edtf.Hour, "3 hours"},
		{edtf.Day, "1 day"},
		{edtf.Year, "1 day"},
	} {
		r := elapsed.Instants(from, to, c.resolution)
		if got := r.Words(); got != c.want || !r.Exact() || !r.Later || r.Earlier || r.Same {
			t.Errorf("%s: %q, %+v, want %q", c.resolution, got, r, c.want)
		}
		if r := elapsed.Instants(to, from, c.resolution); r.Words() != c.want || !r.Earlier || r.Later {
			t.Errorf("%s back: %+v", c.resolution, r)
		}
	}
	if r := elapsed.Instants(-1, -day, edtf.Day); r.Words() != "the same day" || !r.Same || !r.Exact() {
		t.Errorf("in a day before 1970: %+v", r)
	}
	if got := elapsed.Instants(math.MinInt64, math.MaxInt64, edtf.Second).Words(); got == "" {
		t.Error("no words for all time")
	}
}

// someDate returns a date of any kind in the same few years, so that many meet.
func someDate(r *rand.Rand) string {
	year := 1998 + r.Int64N(8)
	instant := on(year, 1+r.IntN(12), 1+r.IntN(28)) + r.Int64N(4)*day + r.Int64N(day)
	text := edtf.FormatInstant(instant)
	later := edtf.FormatInstant(instant + r.Int64N(500*day))
	switch r.IntN(12) {
	case 0:
		return text[:4]
	case 1:
		return text[:7]
	case 2:
		return text[:3] + "X"
	case 3:
		return text[:5] + []string{"21", "22", "23", "24", "33", "40"}[r.IntN(6)]
	case 4:
		return text[:10] + "/" + later[:10]
	case 5:
		return "[" + text[:7] + ".." + later[:7] + "]"
	case 6:
		return text[:16] + "Z"
	case 7:
		return text
	case 8:
		return text[:13]
	case 9:
		return text[:10] + "/.."
	case 10:
		return "../" + text[:10]
	}
	return text[:10]
}

// pick returns some instant of a date.
func pick(r *rand.Rand, d edtf.Date) int64 {
	b := d.Bounds()
	if b.NoEarliest {
		b.Earliest = b.Latest - 3000*day
	}
	if b.NoLatest {
		b.Latest = b.Earliest + 3000*day
	}
	switch r.IntN(4) {
	case 0:
		return b.Earliest
	case 1:
		return b.Latest
	}
	return b.Earliest + r.Int64N(b.Latest-b.Earliest+1)
}

// Whatever days or seconds the dates turn out to be, the time between them is within the range, in months too.
func TestBetween_HoldsEveryPick(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 40_000 {
		a, b := date(t, someDate(r)), date(t, someDate(r))
		between := elapsed.Between(a, b)
		x, y := pick(r, a), pick(r, b)
		resolution := edtf.Second
		if dayEach(a) && dayEach(b) {
			resolution = edtf.Day
		}
		exact := elapsed.Instants(x, y, resolution)
		if between.Exact() && resolution == edtf.Second {
			continue // two minutes, which are told as such
		}
		if !holds(between, exact, resolution) {
			t.Fatalf("%s to %s: %+v does not hold %+v", a, b, between, exact)
		}
	}
}

// holds reports whether a time that is known exactly is within a range: its order, its whole months, and its days.
func holds(r, exact elapsed.Range, resolution edtf.Precision) bool {
	switch {
	case exact.Later && !r.Later, exact.Earlier && !r.Earlier, exact.Same && !r.Same:
		return false
	case months(exact.Least) < months(r.Least), !r.Open && monthsUp(exact.Most) > monthsUp(r.Most):
		return false
	case resolution != edtf.Day:
		return true
	}
	return !less(exact.Least, r.Least) && (r.Open || !less(r.Most, exact.Most))
}

// The ends of the range are reached: it is not wider than it has to be.
func TestBetween_IsTight(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for range 20_000 {
		a, b := date(t, someDate(r)), date(t, someDate(r))
		between := elapsed.Between(a, b)
		if !dayEach(a) || !dayEach(b) || between.Open {
			continue
		}
		ea, eb := a.Bounds(), b.Bounds()
		there := elapsed.Instants(ea.Earliest, eb.Latest, edtf.Day).Most
		back := elapsed.Instants(eb.Earliest, ea.Latest, edtf.Day).Most
		if between.Most != there && between.Most != back {
			t.Fatalf("%s to %s: %+v, of %+v and %+v", a, b, between, there, back)
		}
		if overlap := ea.Earliest <= eb.Latest && eb.Earliest <= ea.Latest; overlap != (between.Least == elapsed.Span{}) || overlap != between.Same {
			t.Fatalf("%s to %s: %+v", a, b, between)
		}
	}
}

func dayEach(d edtf.Date) bool {
	b := d.Bounds()
	return (b.NoEarliest || b.Earliest%day == 0) && (b.NoLatest || (b.Latest+1)%day == 0)
}

func months(s elapsed.Span) int64 { return s.Years*12 + int64(s.Months) }

func monthsUp(s elapsed.Span) int64 {
	if s.Days > 0 || s.Seconds > 0 {
		return months(s) + 1
	}
	return months(s)
}

func less(a, b elapsed.Span) bool {
	return months(a) < months(b) || months(a) == months(b) && a.Days < b.Days
}
