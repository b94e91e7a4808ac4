package scene

import (
	"math"
	"strconv"

	"dateline/data/edtf"
)

// wideScreen is the width in pixels of the widest screen thought of: words name
// nothing finer than a pixel of it.
const wideScreen = 4000

// Words returns a stretch of time as the status bar and the chart name it, no
// finer than can be seen: "Mar 1998 – May 2019",
// "9 Apr 2008 – 2 Jun 2008", "13 Nov 2015, 20:16 – 21:40 UTC",
// "13 Nov 2015, 20:16:05 – 20:16:18 UTC".
func (s Span) Words() string {
	from, to := instant(s.From), instant(s.To)
	clockWords := minuteWords
	switch length := s.Length(); {
	case length > 300*unitSeconds[year]:
		return s.yearWords(from) + " – " + s.yearWords(to)
	case length > unitSeconds[year]:
		return monthWords(from) + " – " + monthWords(to)
	case length > 2*unitSeconds[day]:
		return dayWords(from) + " – " + dayWords(to)
	case length < 5*unitSeconds[minute]:
		clockWords = secondWords
	}
	end := clockWords(to)
	if dayWords(from) != dayWords(to) {
		end = dayWords(to) + ", " + end
	}
	return dayWords(from) + ", " + clockWords(from) + " – " + end + " UTC"
}

// instant returns a view's edge as a whole second within the calendar's range.
func instant(at float64) int64 {
	const latest = lastYear * 31556952.0 // of the mean length of a year
	return int64(math.Max(math.Min(math.Floor(at), latest), -latest))
}

// yearWords returns the year of an instant, or the start of the ten, hundred …
// years it is in.
func (s Span) yearWords(at int64) string {
	pixel, n := s.Length()/unitSeconds[year]/wideScreen, int64(1)
	for float64(n) < pixel && n < lastYear {
		n *= 10
	}
	y, _, _, _, _, _ := edtf.Civil(at)
	return yearLabel(step{year, n}.yearFloor(y))
}

func monthWords(at int64) string {
	y, mo, _, _, _, _ := edtf.Civil(at)
	return shortMonth(mo) + " " + yearLabel(y)
}

func dayWords(at int64) string {
	y, mo, d, _, _, _ := edtf.Civil(at)
	return strconv.Itoa(d) + " " + shortMonth(mo) + " " + yearLabel(y)
}

func minuteWords(at int64) string { return step{minute, 1}.lowerLabel(at, false) }

func secondWords(at int64) string { return step{second, 1}.lowerLabel(at, false) }
