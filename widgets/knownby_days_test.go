package widgets

import (
	"math"
	"testing"
	"time"
)

// date returns a day as days are counted.
func date(year int, month time.Month, day int) int64 {
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix() / secondsInDay
}

func TestDays_dayOf(t *testing.T) {
	for _, c := range []struct{ instant, want int64 }{
		{0, 0},
		{86399, 0},
		{86400, 1},
		{-1, -1},
		{-86400, -1},
		{-86401, -2},
		{math.MaxInt64, 106751991167300},
		{math.MinInt64, -106751991167301},
	} {
		if got := dayOf(c.instant); got != c.want {
			t.Errorf("the instant %d is on day %d, want %d", c.instant, got, c.want)
		}
	}
	for _, day := range []int64{-farthestDay, -2, -1, 0, 1, farthestDay} {
		if end := endOf(day); dayOf(end) != day || dayOf(end+1) != day+1 {
			t.Errorf("day %d ends at %d", day, end)
		}
	}
}

func TestDays_over(t *testing.T) {
	noon := int64(12 * 60 * 60)
	for _, c := range []struct {
		from, to int64
		want     days
	}{
		{noon, noon, days{0, 0}},
		{-noon, noon, days{-1, 0}},
		{noon, 86400 + noon, days{0, 1}},
		{86400, 0, days{1, 1}}, // turned round
		{math.MinInt64, math.MaxInt64, days{-farthestDay, farthestDay}},
	} {
		if got := daysOver(c.from, c.to); got != c.want {
			t.Errorf("from %d to %d: %v, want %v", c.from, c.to, got, c.want)
		}
	}
}

func TestDays_months(t *testing.T) {
	wide := days{date(-4000, 1, 1), date(4000, 1, 1)}
	for _, c := range []struct {
		from int64
		by   int64
		want int64
	}{
		{date(2006, 5, 7), 1, date(2006, 6, 7)},
		{date(2006, 5, 7), -1, date(2006, 4, 7)},
		{date(2006, 5, 7), 0, date(2006, 5, 7)},
		{date(2006, 12, 7), 1, date(2007, 1, 7)},
		{date(2006, 1, 7), -1, date(2005, 12, 7)},
		{date(2006, 5, 7), 12, date(2007, 5, 7)},
		{date(2006, 5, 7), -12, date(2005, 5, 7)},
		{date(2006, 5, 7), -30, date(2003, 11, 7)},
		{date(2007, 1, 30), 1, date(2007, 2, 28)}, // a shorter month
		{date(2008, 1, 30), 1, date(2008, 2, 29)},
		{date(2006, 1, 31), 1, date(2006, 2, 28)}, // last days
		{date(2006, 2, 28), 1, date(2006, 3, 31)},
		{date(2008, 2, 28), 1, date(2008, 3, 28)},
		{date(2008, 2, 29), 12, date(2009, 2, 28)},
		{date(2007, 2, 28), 12, date(2008, 2, 29)},
		{date(2007, 4, 30), -1, date(2007, 3, 31)},
		{date(0, 1, 15), -1, date(-1, 12, 15)}, // before the year 0
		{date(-1, 12, 15), 1, date(0, 1, 15)},
		{date(-44, 3, 15), -13, date(-45, 2, 15)},
	} {
		if got := wide.months(c.from, c.by); got != c.want {
			t.Errorf("%s by %d months is %s, want %s", dayWords(c.from), c.by, dayWords(c.want), dayWords(got))
		}
	}
}

func dayWords(day int64) string {
	return time.Unix(day*secondsInDay, 0).UTC().Format(time.DateOnly)
}

// Wherever a slider ends, it is not left; and the ends of time are as good as any.
func TestDays_limits(t *testing.T) {
	short := days{date(2006, 5, 7), date(2006, 7, 1)}
	whole := days{-farthestDay, farthestDay}
	for _, c := range []struct {
		d             days
		day, by, want int64
	}{
		{short, short.first, -1, short.first},
		{short, short.last, 1, short.last},
		{short, date(2006, 6, 20), 12, short.last},
		{short, date(2006, 6, 20), -12, short.first},
		{whole, whole.last, 1, whole.last},
		{whole, whole.first, -12, whole.first},
	} {
		if got := c.d.months(c.day, c.by); got != c.want {
			t.Errorf("%v: day %d by %d months is %d, want %d", c.d, c.day, c.by, got, c.want)
		}
	}
	if got := whole.months(whole.last, -1); got >= whole.last || got < whole.last-31 {
		t.Errorf("a month before the last day is %d days before it", whole.last-got)
	}
	if got := short.held(0); got != short.first {
		t.Errorf("1970 is held at %s", dayWords(got))
	}
}

// Each day has a place of its own on the way, in order, and is found again there.
func TestDays_share(t *testing.T) {
	for _, d := range []days{{0, 1}, {-40, 12000}, {date(1985, 1, 1), date(2019, 12, 31)}} {
		before := -1.0
		for day := d.first; day <= d.last; day += max((d.last-d.first)/500, 1) {
			share := d.share(day)
			if share <= before || share > 1 || d.at(share) != day {
				t.Fatalf("%v: day %d is at %g, behind %g, where day %d is", d, day, share, before, d.at(share))
			}
			before = share
		}
		if d.share(d.first) != 0 || d.share(d.last) != 1 || d.at(-3) != d.first || d.at(3) != d.last {
			t.Errorf("%v: the ends are at %g and %g", d, d.share(d.first), d.share(d.last))
		}
		if d.share(d.first-1) != 0 || d.share(d.last+1) != 1 {
			t.Errorf("%v: days beyond the ends have other places", d)
		}
	}
	if one := (days{7, 7}); one.share(7) != 1 || one.at(0.2) != 7 {
		t.Error("one day alone is not at the end of the way")
	}
}

// FuzzDays_months holds steps by months against the standard library's calendar.
func FuzzDays_months(f *testing.F) {
	f.Add(int64(13270), int16(1))
	f.Add(int64(-719468), int16(-12))
	f.Fuzz(func(t *testing.T, day int64, by int16) {
		d := days{-100_000_000, 100_000_000}
		day = day % 90_000_000
		got := time.Unix(d.months(day, int64(by))*secondsInDay, 0).UTC()
		from := time.Unix(day*secondsInDay, 0).UTC()
		first := time.Date(from.Year(), from.Month()+time.Month(by), 1, 0, 0, 0, 0, time.UTC)
		last := first.AddDate(0, 1, -1).Day()
		want := min(from.Day(), last)
		if from.AddDate(0, 0, 1).Day() == 1 {
			want = last
		}
		if got.Year() != first.Year() || got.Month() != first.Month() || got.Day() != want {
			t.Errorf("%v by %d months is %v", from, by, got)
		}
	})
}
