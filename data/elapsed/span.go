// Package elapsed says how much time lies between two dates: exactly where both are exact, and else between which
// lengths it lies, as the dates leave it open. Nothing is rounded so that more would be claimed than is known.
//
// # How time is counted
//
// In the proleptic Gregorian calendar: whole years and months first, then the days that are left, then the seconds. A
// month is whole when its day of the month and time of day are reached again: from 31 January to 28 February are 28
// days, to 1 March of a common year 1 month and 1 day. Adding the length to the earlier instant gives the later: its
// years and months are added together, a day that the month reached does not have becomes its last (31 January and 1
// month: 28 February), then days and seconds are added.
//
// # What is exact
//
// Two days, two minutes or two seconds are so many days, minutes or seconds apart, which is exact. Anything else is a
// range: between an hour and another (21h and 23h), a month and a day, a day and a minute of one. As data/edtf does it,
// a time of day without an offset is taken as if it were UTC.
package elapsed

import (
	"cmp"
	"fmt"
	"strings"

	"dateline/data/edtf"
)

const (
	minute = 60
	hour   = 60 * minute
	day    = 24 * hour

	monthsPerYear = 12
)

// Span is a length of time in the calendar.
type Span struct {
	Years   int64
	Months  int   // 0 to 11
	Days    int   // 0 to 30
	Seconds int64 // less than a day
}

// Since returns how long it is between two instants, in seconds since 1970, whichever comes first.
func Since(from, to int64) Span {
	if from > to {
		from, to = to, from
	}
	a, b := civilOf(from), civilOf(to)
	months := (b.year-a.year)*monthsPerYear + int64(b.month-a.month)
	seconds := b.second - a.second
	if b.day < a.day || b.day == a.day && seconds < 0 {
		months--
	}
	whole := a.plusMonths(months)
	days := b.day - whole.day
	if whole.month != b.month {
		days += lastDay(whole.year, whole.month)
	}
	if seconds < 0 {
		days--
		seconds += day
	}
	return Span{Years: months / monthsPerYear, Months: int(months % monthsPerYear), Days: days, Seconds: seconds}
}

// After returns the instant that is the span after another one, both in seconds since 1970. Both must be within the
// years that [edtf.Instant] knows.
func (s Span) After(instant int64) int64 {
	c := civilOf(instant).plusMonths(s.Years*monthsPerYear + int64(s.Months))
	return edtf.Instant(c.year, c.month, c.day, 0, 0, 0) + c.second + int64(s.Days)*day + s.Seconds
}

// less reports whether the span is shorter than another, unit by unit.
func (s Span) less(t Span) bool {
	return cmp.Or(cmp.Compare(s.Years, t.Years), cmp.Compare(s.Months, t.Months),
		cmp.Compare(s.Days, t.Days), cmp.Compare(s.Seconds, t.Seconds)) < 0
}

// Words returns the span in English, zero units left out: "8 years, 2 months, 27 days", "2 hours, 14 minutes". What is
// no whole number of days and shorter than two of them has hours and no days. No time at all has no words.
func (s Span) Words() string {
	days, seconds := int64(s.Days), s.Seconds
	if s.Years == 0 && s.Months == 0 && days == 1 && seconds != 0 {
		days, seconds = 0, seconds+day
	}
	var parts []string
	for _, part := range [...]struct {
		count int64
		noun  string
	}{
		{s.Years, "year"},
		{int64(s.Months), "month"},
		{days, "day"},
		{seconds / hour, "hour"},
		{seconds % hour / minute, "minute"},
		{seconds % minute, "second"},
	} {
		if part.count != 0 {
			parts = append(parts, counted(part.count, part.noun))
		}
	}
	return strings.Join(parts, ", ")
}

func counted(number int64, noun string) string {
	if number == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", number, noun)
}

// civil is a day of the calendar and the second of it.
type civil struct {
	year       int64
	month, day int
	second     int64
}

func civilOf(instant int64) civil {
	year, month, dayOfMonth, hours, minutes, seconds := edtf.Civil(instant)
	return civil{year, month, dayOfMonth, int64(hours*hour + minutes*minute + seconds)}
}

// plusMonths returns the same day and second so many months later, or the last day of that month if it has no such day.
func (c civil) plusMonths(months int64) civil {
	months += int64(c.month - 1)
	c.year += months / monthsPerYear
	c.month = int(months%monthsPerYear) + 1
	c.day = min(c.day, lastDay(c.year, c.month))
	return c
}

// lastDay returns how many days a month has.
func lastDay(year int64, month int) int {
	switch month {
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}
