package scene

import (
	"iter"

	"dateline/data/edtf"
)

// unit is a calendar unit that axis steps are counted in.
type unit uint8

const (
	second unit = iota
	minute
	hour
	day
	month
	year
)

// unitSeconds are the mean lengths of the units in the Gregorian calendar
// (a year of 365.2425 days).
var unitSeconds = [...]float64{1, 60, 3600, 86400, 31556952.0 / 12, 31556952}

// step is a distance of ticks: every count units, at calendar boundaries.
// Days count from the first of each month (1, 6, 11 … or 1, 15), so that a tick
// stands on the first of every month.
type step struct {
	unit  unit
	count int64
}

func (s step) seconds() float64 { return float64(s.count) * unitSeconds[s.unit] }

// tier pairs a distance of ticks with the unit written above it.
type tier struct{ lower, upper step }

// tiers returns the steps of the axis from the finest to the coarsest: seconds
// under minutes, minutes and hours under days, days under months, months under
// years, years under decades and so on to a million million years.
func tiers() []tier {
	all := []tier{
		{step{second, 1}, step{minute, 1}},
		{step{second, 5}, step{minute, 1}},
		{step{second, 15}, step{minute, 1}},
		{step{second, 30}, step{minute, 1}},
		{step{minute, 1}, step{hour, 1}},
		{step{minute, 5}, step{hour, 1}},
		{step{minute, 15}, step{day, 1}},
		{step{minute, 30}, step{day, 1}},
		{step{hour, 1}, step{day, 1}},
		{step{hour, 3}, step{day, 1}},
		{step{hour, 6}, step{day, 1}},
		{step{hour, 12}, step{day, 1}},
		{step{day, 1}, step{month, 1}},
		{step{day, 5}, step{month, 1}},
		{step{day, 14}, step{month, 1}},
		{step{month, 1}, step{year, 1}},
		{step{month, 3}, step{year, 1}},
		{step{month, 6}, step{year, 1}},
		{step{year, 1}, step{year, 10}},
		{step{year, 2}, step{year, 10}},
		{step{year, 5}, step{year, 10}},
		{step{year, 10}, step{year, 100}},
		{step{year, 20}, step{year, 100}},
		{step{year, 50}, step{year, 100}},
	}
	for size := int64(100); size <= 1e11; size *= 10 {
		for _, n := range []int64{1, 2, 5} {
			all = append(all, tier{step{year, n * size}, step{year, 10 * size}})
		}
	}
	return all
}

// lastYear is as far from the year 1 as ticks and words reach: int64 seconds
// hold 292 billion years.
const lastYear = 290_000_000_000

// boundaries returns the step's boundaries within a view over a width, and
// their places.
func (s step) boundaries(view View, width float64) iter.Seq2[int64, float64] {
	return func(yield func(int64, float64) bool) {
		for at, more := s.floor(instant(view.Left)), true; more; at, more = s.next(at) {
			x := view.X(float64(at))
			if x > width || x >= 0 && !yield(at, x) {
				return
			}
		}
	}
}

// floor returns the last boundary of the step at or before the instant, or
// where the calendar begins.
func (s step) floor(at int64) int64 {
	y, mo, d, _, _, _ := edtf.Civil(at)
	switch s.unit {
	case second, minute, hour:
		return at - mod(at, int64(s.seconds()))
	case day:
		return edtf.Instant(y, mo, s.dayFloor(d, y, mo), 0, 0, 0)
	case month:
		return edtf.Instant(y, mo-int(mod(int64(mo-1), s.count)), 1, 0, 0, 0)
	}
	return edtf.Instant(max(s.yearFloor(y), 1-lastYear), 1, 1, 0, 0, 0)
}

// next returns the boundary after a boundary, and false where the calendar
// ends.
func (s step) next(at int64) (int64, bool) {
	y, mo, d, _, _, _ := edtf.Civil(at)
	if y += s.years(y); y > lastYear {
		return 0, false
	}
	switch s.unit {
	case second, minute, hour:
		return at + int64(s.seconds()), true
	case day:
		return s.nextDay(y, mo, d), true
	case month:
		if mo += int(s.count); mo > 12 {
			y, mo = y+1, mo-12
		}
		return edtf.Instant(y, mo, 1, 0, 0, 0), true
	}
	return edtf.Instant(y, 1, 1, 0, 0, 0), true
}

// dayFloor returns the day of the month on which the step's tick at or before
// day d stands. The last tick of a month keeps at least half a step from the
// first of the next.
func (s step) dayFloor(d int, y int64, mo int) int {
	n := int(s.count)
	at := d - (d-1)%n
	if at > 1 && at+n/2 > monthDays(y, mo) {
		at -= n
	}
	return at
}

func (s step) nextDay(y int64, mo, d int) int64 {
	next := d + int(s.count)
	if next+int(s.count)/2 > monthDays(y, mo) {
		if mo++; mo > 12 {
			y, mo = y+1, 1
		}
		return edtf.Instant(y, mo, 1, 0, 0, 0)
	}
	return edtf.Instant(y, mo, next, 0, 0, 0)
}

// monthDays returns the number of days of a month.
func monthDays(y int64, mo int) int {
	next, ny := mo+1, y
	if next > 12 {
		next, ny = 1, y+1
	}
	return int((edtf.Instant(ny, next, 1, 0, 0, 0) - edtf.Instant(y, mo, 1, 0, 0, 0)) / 86400)
}

// yearFloor returns the tick year at or before a year. Ticks stand on round
// numbers as people count them: 100 BCE is the year -99, and where the years
// before and after Christ meet a tick stands on the year 1.
func (s step) yearFloor(y int64) int64 {
	n := s.count
	switch {
	case n == 1:
		return y
	case y >= n:
		return y - mod(y, n)
	}
	bce := 1 - y // 1 for the year 0, less after it
	return 1 - (bce+n-1)/n*n
}

// years returns how many years the next tick is after one on the year y, 0 for
// steps of less than a year.
func (s step) years(y int64) int64 {
	n := s.count
	switch {
	case s.unit != year:
		return 0
	case n == 1 || y >= n:
		return n
	case y == 1:
		return n - 1
	}
	return min(s.yearFloor(y)+n, 1) - y
}

func mod(a, n int64) int64 { return ((a % n) + n) % n }
