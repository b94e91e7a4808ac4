package scene

import (
	"math"
	"strconv"

	"dateline/data/edtf"
)

// Words returns a stretch of time as the status bar and the chart name it, no
// finer than can be seen: "Mar 1998 – May 2019", "9 Apr 2008 – 2 Jun 2008",
// "13 Nov 2015, 20:16 – 21:40 UTC".
func (s Span) Words() string {
	from, to := instant(s.From), instant(s.To)
	switch length := s.Length(); {
	case length > 400*unitSeconds[year]:
		return yearWords(from) + " – " + yearWords(to)
	case length > unitSeconds[year]:
		return monthWords(from) + " – " + monthWords(to)
	case length > 2*unitSeconds[day]:
		return dayWords(from) + " – " + dayWords(to)
	}
	end := clockWords(to)
	if dayWords(from) != dayWords(to) {
		end = dayWords(to) + ", " + end
	}
	return dayWords(from) + ", " + clockWords(from) + " – " + end + " UTC"
}

// instant returns a view's edge as a whole second within the calendar's range.
func instant(at float64) int64 {
	return int64(math.Max(math.Min(math.Floor(at), latestInstant), -latestInstant))
}

// latestInstant is as far from 1970 as ticks and words reach: some 290 billion
// years, what int64 seconds hold.
const latestInstant = 9.1e18

func yearWords(at int64) string {
	y, _, _, _, _, _ := edtf.Civil(at)
	return yearLabel(y)
}

func monthWords(at int64) string {
	y, mo, _, _, _, _ := edtf.Civil(at)
	return shortMonth(mo) + " " + yearLabel(y)
}

func dayWords(at int64) string {
	y, mo, d, _, _, _ := edtf.Civil(at)
	return strconv.Itoa(d) + " " + shortMonth(mo) + " " + yearLabel(y)
}

func clockWords(at int64) string {
	_, _, _, h, mi, _ := edtf.Civil(at)
	return clock(h, mi)
}
