package exchange

import (
	"fmt"
	"strconv"
	"strings"

	"dateline/data/edtf"
)

// civilTime is a date, perhaps with a time of day, as precise as it is given.
type civilTime struct {
	year                             int64 // 0 is 1 BCE
	month, day, hour, minute, second int
	precision                        edtf.Precision // Year, Month, Day, Hour, Minute or Second: what is finer means nothing
	zone                             string         // "Z", "+01:00", or "" where none is given
}

// String returns the time in EDTF, whether or not it exists in the calendar.
func (t civilTime) String() string {
	text := yearEDTF(t.year)
	if t.precision <= edtf.Month {
		text += fmt.Sprintf("-%02d", t.month)
	}
	if t.precision <= edtf.Day {
		text += fmt.Sprintf("-%02d", t.day)
	}
	if t.precision > edtf.Hour {
		return text
	}
	text += fmt.Sprintf("T%02d", t.hour)
	if t.precision <= edtf.Minute {
		text += fmt.Sprintf(":%02d", t.minute)
	}
	if t.precision <= edtf.Second {
		text += fmt.Sprintf(":%02d", t.second)
	}
	return text + t.zone
}

// midnight reports whether the time is one to the second that begins a day.
func (t civilTime) midnight() bool {
	return t.precision == edtf.Second && t.hour == 0 && t.minute == 0 && t.second == 0
}

// wholeDay returns the day of a time that has one.
func (t civilTime) wholeDay() civilTime {
	if t.precision < edtf.Day {
		t = t.atPrecision(edtf.Day)
	}
	return t
}

// coarser returns the time one step less precise, and false for a year.
func (t civilTime) coarser() (civilTime, bool) {
	switch t.precision {
	case edtf.Second, edtf.Minute:
		t.precision++
	case edtf.Hour:
		t.precision, t.zone = edtf.Day, ""
	case edtf.Day:
		t.precision = edtf.Month
	case edtf.Month:
		t.precision = edtf.Year
	default:
		return t, false
	}
	return t, true
}

// inCalendar returns the time as precise as it exists in the calendar, and whether that is as it was: 31 February is
// some day in February. It reports false where there is not even such a year.
func (t civilTime) inCalendar() (existing civilTime, same, ok bool) {
	for same = true; ; same = false {
		if _, err := edtf.Parse(t.String()); err == nil {
			return t, same, true
		}
		coarser, more := t.coarser()
		if !more {
			return t, false, false
		}
		t = coarser
	}
}

// bounds returns the first and the last instant of a time that exists in the calendar.
func (t civilTime) bounds() (earliest, latest int64) {
	date, err := edtf.Parse(t.String())
	if err != nil {
		return 0, 0
	}
	return date.Bounds().Earliest, date.Bounds().Latest
}

// readCivil returns the time that an EDTF text stands for, if it is a single one, to a year or finer, without X, a season
// or a qualifier.
func readCivil(text string) (civilTime, bool) {
	date, err := edtf.Parse(text)
	if err != nil || date.Kind() != edtf.Single {
		return civilTime{}, false
	}
	switch p := date.Precision(); {
	case p > edtf.Year, p > edtf.Month && p < edtf.Year, date.Uncertain(), date.Approximate(), strings.ContainsAny(text, "XSE"):
		return civilTime{}, false
	}
	t := civilTime{precision: date.Precision()}
	whole, clock, timed := strings.Cut(text, "T")
	if start, err := edtf.Parse(whole); err == nil {
		t.year, t.month, t.day, _, _, _ = edtf.Civil(start.Bounds().Earliest)
	}
	if !timed {
		return t, true
	}
	if end := strings.IndexAny(clock, "Z+-"); end >= 0 {
		clock, t.zone = clock[:end], clock[end:]
	}
	parts := strings.Split(clock, ":")
	for i, into := range []*int{&t.hour, &t.minute, &t.second}[:len(parts)] {
		*into = digitsValue(parts[i])
	}
	return t, true
}

// civilAt returns the time to the second at an instant in seconds since 1970, in UTC.
func civilAt(instant int64) civilTime {
	t := civilTime{precision: edtf.Second, zone: "Z"}
	t.year, t.month, t.day, t.hour, t.minute, t.second = edtf.Civil(instant)
	return t
}

// yearEDTF returns a year in EDTF, 0 being 1 BCE.
func yearEDTF(year int64) string {
	switch {
	case year > 9999 || year < -9999:
		return fmt.Sprintf("Y%d", year)
	case year < 0:
		return fmt.Sprintf("-%04d", -year)
	}
	return fmt.Sprintf("%04d", year)
}

// digitsValue returns the number of a text of a few digits.
func digitsValue(digits string) int {
	number, err := strconv.Atoi(digits)
	if err != nil {
		return 0
	}
	return number
}
