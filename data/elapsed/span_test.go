package elapsed_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"dateline/data/edtf"
	"dateline/data/elapsed"
)

const day = 86400

func on(year int64, month, dayOfMonth int) int64 {
	return edtf.Instant(year, month, dayOfMonth, 0, 0, 0)
}

func TestSince(t *testing.T) {
	for _, c := range []struct {
		from, to int64
		want     elapsed.Span
	}{
		{on(2010, 5, 9), on(2010, 5, 9), elapsed.Span{}},
		{on(2010, 5, 9), on(2010, 5, 10), elapsed.Span{Days: 1}},
		{on(2005, 5, 24), on(2013, 8, 20), elapsed.Span{Years: 8, Months: 2, Days: 27}},
		{on(1985, 5, 4), on(2016, 11, 8), elapsed.Span{Years: 31, Months: 6, Days: 4}},
		{on(1999, 12, 31), on(2000, 1, 1), elapsed.Span{Days: 1}},
		{on(2000, 1, 1), on(2000, 12, 31), elapsed.Span{Months: 11, Days: 30}},
		// Month ends.
		{on(2001, 1, 31), on(2001, 2, 28), elapsed.Span{Days: 28}},
		{on(2001, 1, 31), on(2001, 3, 1), elapsed.Span{Months: 1, Days: 1}},
		{on(2004, 1, 31), on(2004, 2, 29), elapsed.Span{Days: 29}},
		{on(2004, 1, 31), on(2004, 3, 1), elapsed.Span{Months: 1, Days: 1}},
		{on(2001, 1, 31), on(2001, 3, 30), elapsed.Span{Months: 1, Days: 30}},
		{on(2001, 1, 31), on(2001, 3, 31), elapsed.Span{Months: 2}},
		{on(2001, 3, 31), on(2001, 4, 30), elapsed.Span{Days: 30}},
		{on(2001, 4, 30), on(2001, 5, 31), elapsed.Span{Months: 1, Days: 1}},
		{on(2001, 1, 30), on(2001, 2, 28), elapsed.Span{Days: 29}},
		{on(2001, 1, 28), on(2001, 2, 28), elapsed.Span{Months: 1}},
		// Leap days.
		{on(2000, 2, 29), on(2001, 2, 28), elapsed.Span{Months: 11, Days: 30}},
		{on(2000, 2, 29), on(2001, 3, 1), elapsed.Span{Years: 1, Days: 1}},
		{on(2000, 2, 29), on(2004, 2, 29), elapsed.Span{Years: 4}},
		{on(2003, 2, 28), on(2004, 2, 29), elapsed.Span{Years: 1, Days: 1}},
		{on(1899, 2, 28), on(1900, 3, 1), elapsed.Span{Years: 1, Days: 1}}, // 1900 has no leap day
		{on(1999, 2, 28), on(2000, 3, 1), elapsed.Span{Years: 1, Days: 2}},
		// Before our era and far away.
		{on(-1, 12, 31), on(0, 1, 1), elapsed.Span{Days: 1}},
		{on(0, 2, 28), on(0, 3, 1), elapsed.Span{Days: 2}}, // 1 BCE is a leap year
		{on(-43, 3, 15), on(14, 8, 19), elapsed.Span{Years: 57, Months: 5, Days: 4}},
		{on(-12000, 6, 1), on(25000, 5, 31), elapsed.Span{Years: 36999, Months: 11, Days: 30}},
		{on(-170_000_000, 1, 1), on(2000, 1, 2), elapsed.Span{Years: 170_002_000, Days: 1}},
		// Times of day.
		{on(2015, 11, 13) + 76560, on(2015, 11, 13) + 84600, elapsed.Span{Seconds: 8040}},
		{on(2015, 11, 13) + 76560, on(2015, 11, 14) + 60, elapsed.Span{Seconds: day - 76500}},
		{on(2015, 11, 13) + 60, on(2015, 12, 13), elapsed.Span{Days: 29, Seconds: day - 60}},
		{on(2015, 1, 31) + 60, on(2015, 3, 1), elapsed.Span{Months: 1, Seconds: day - 60}},
	} {
		got, back := elapsed.Since(c.from, c.to), elapsed.Since(c.to, c.from)
		if got != c.want || back != got {
			t.Errorf("%s to %s: %+v, back %+v, want %+v", edtf.FormatInstant(c.from), edtf.FormatInstant(c.to), got, back, c.want)
		}
		if again := got.After(c.from); again != c.to {
			t.Errorf("%s and %+v: %s, want %s", edtf.FormatInstant(c.from), got, edtf.FormatInstant(again), edtf.FormatInstant(c.to))
		}
	}
}

// anInstant returns an instant of any order of magnitude around 1970, often near the end of a month.
func anInstant(r *rand.Rand) int64 {
	most := int64(1) << (10 + r.IntN(48))
	instant := r.Int64N(2*most) - most
	if r.IntN(2) == 0 {
		year, month, _, _, _, _ := edtf.Civil(instant)
		instant = on(year, month, 28) + r.Int64N(4)*day + []int64{0, 0, r.Int64N(day)}[r.IntN(3)]
	}
	return instant
}

func TestSpan_AfterUndoesSince(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200_000 {
		from := anInstant(r)
		to := from + r.Int64N(int64(1)<<(5+r.IntN(45)))
		if r.IntN(3) == 0 {
			to = max(from, anInstant(r))
		}
		s := elapsed.Since(from, to)
		if s.Years < 0 || s.Months < 0 || s.Months > 11 || s.Days < 0 || s.Days > 30 || s.Seconds < 0 || s.Seconds >= day {
			t.Fatalf("%s to %s: %+v", edtf.FormatInstant(from), edtf.FormatInstant(to), s)
		}
		if got := s.After(from); got != to {
			t.Fatalf("%s and %+v: %s, want %s", edtf.FormatInstant(from), s, edtf.FormatInstant(got), edtf.FormatInstant(to))
		}
	}
}

// A day later is never less, nor is a day earlier to begin with.
func TestSince_GrowsByDays(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 100_000 {
		from := on(1990+r.Int64N(20), 1+r.IntN(12), 1+r.IntN(28)) + r.Int64N(4)*day
		to := from + r.Int64N(1500)*day
		s := elapsed.Since(from, to)
		for _, longer := range []elapsed.Span{elapsed.Since(from, to+day), elapsed.Since(from-day, to)} {
			if longer.Years*10000+int64(longer.Months*100+longer.Days) < s.Years*10000+int64(s.Months*100+s.Days) {
				t.Fatalf("%s to %s: %+v, a day more %+v", edtf.FormatInstant(from), edtf.FormatInstant(to), s, longer)
			}
		}
	}
}

func TestSince_AllTime(t *testing.T) {
	s := elapsed.Since(math.MinInt64, math.MaxInt64)
	if s.Years != 584_554_049_253 {
		t.Errorf("%+v", s)
	}
}

func TestSpan_Words(t *testing.T) {
	for want, s := range map[string]elapsed.Span{
		"":                           {},
		"1 day":                      {Days: 1},
		"8 years, 2 months, 27 days": {Years: 8, Months: 2, Days: 27},
		"1 year, 1 month, 1 day":     {Years: 1, Months: 1, Days: 1},
		"2 hours, 14 minutes":        {Seconds: 8040},
		"26 hours, 1 minute":         {Days: 1, Seconds: 7260},
		"2 days, 1 hour, 1 second":   {Days: 2, Seconds: 3601},
		"1 month, 1 day, 2 hours":    {Months: 1, Days: 1, Seconds: 7200},
		"59 seconds":                 {Seconds: 59},
		"12000 years":                {Years: 12000},
	} {
		if got := s.Words(); got != want {
			t.Errorf("%+v: %q, want %q", s, got, want)
		}
	}
}
