package widgets

import (
	"math"

	"dateline/data/edtf"
)

// days are the days that a slider runs over, first and last among them, each as
// the number of days since 1 January 1970 in UTC.
type days struct{ first, last int64 }

const (
	secondsInDay = 24 * 60 * 60

	// farthestDay is as far from 1970 as a slider reaches, some 270 thousand million
	// years: a year beyond it the seconds still fit an int64.
	farthestDay = 100_000_000_000_000
)

// daysOver returns the days from that of one instant to that of another, both in
// seconds since 1970; the last is not before the first.
func daysOver(from, to int64) days {
	whole := days{-farthestDay, farthestDay}
	d := days{first: whole.held(dayOf(from))}
	d.last = max(whole.held(dayOf(to)), d.first)
	return d
}

// dayOf returns the day of an instant.
func dayOf(instant int64) int64 {
	day := instant / secondsInDay
	if instant%secondsInDay < 0 {
		day--
	}
	return day
}

// endOf returns the last second of a day.
func endOf(day int64) int64 { return day*secondsInDay + secondsInDay - 1 }

// held returns the day, or the one among the days that is nearest to it.
func (d days) held(day int64) int64 { return min(max(day, d.first), d.last) }

// share returns how far on the way a day is, from 0 to 1; 1 where there is no
// way.
func (d days) share(day int64) float64 {
	if d.last == d.first {
		return 1
	}
	return float64(d.held(day)-d.first) / float64(d.last-d.first)
}

// at returns the day at a share of the way.
func (d days) at(share float64) int64 {
	return d.held(d.first + int64(math.Round(min(max(share, 0), 1)*float64(d.last-d.first))))
}

// months returns the day so many months later, earlier for less than 0: the same
// day of the month, or the last where that month is shorter. A month's last day
// leads to a month's last day.
func (d days) months(day, by int64) int64 {
	year, month, inMonth, _, _, _ := edtf.Civil(day * secondsInDay)
	from := year*12 + int64(month) - 1
	last := firstOf(from+by+1) - 1
	if day == firstOf(from+1)-1 {
		return d.held(last)
	}
	return d.held(min(firstOf(from+by)+int64(inMonth)-1, last))
}

// firstOf returns the first day of a month, which is counted from January of the
// year 0.
func firstOf(month int64) int64 {
	year := month / 12
	if month%12 < 0 {
		year--
	}
	return dayOf(edtf.Instant(year, int(month-year*12)+1, 1, 0, 0, 0))
}
