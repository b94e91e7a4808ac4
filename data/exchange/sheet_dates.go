package exchange

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"dateline/data/edtf"
)

// plainPoint is a date of EDTF that the columns of a sheet can hold: a year, a month, a day, or one with a local time.
var plainPoint = regexp.MustCompile(
	`^(?:Y(-?[0-9]+)|(-?[0-9]{4})(?:-(0[1-9]|1[0-2])(?:-([0-9]{2})(?:T([0-9]{2}(?::[0-9]{2}){0,2}))?)?)?)$`)

// sheetEndsOf returns a date as the columns of a sheet have it, and whether they say the same. Where they do not, they say the
// stretch of time in which it lies, as coarsely as it is known; of one that is open, the end that it has.
func sheetEndsOf(date edtf.Date) (start, end sheetPoint, exact bool) {
	from, to, both := strings.Cut(date.String(), "/")
	switch {
	case date.Kind() == edtf.Interval && both:
		start, ok := sheetPointOf(from, false)
		end, alsoOK := sheetPointOf(to, true)
		if start.year == "" {
			start, end = end, sheetPoint{}
		}
		return start, end, ok && alsoOK
	case date.Kind() == edtf.Single && plainPoint.MatchString(withoutQualifiers(date.String())):
		start, ok := sheetPointOf(date.String(), false)
		return start, sheetPoint{}, ok
	}
	bounds := date.Bounds()
	if !bounds.NoEarliest {
		start = pointAt(bounds.Earliest, date.Precision())
	}
	if !bounds.NoLatest {
		end = pointAt(bounds.Latest, date.Precision())
	}
	if start.year == "" {
		start, end = end, sheetPoint{}
	}
	if start == end {
		end = sheetPoint{}
	}
	return start, end, false
}

// zoneBehind is an offset behind a time.
var zoneBehind = regexp.MustCompile(`(T[0-9:]+)(?:Z|[+-][0-9:]+)$`)

// withoutQualifiers returns a date without what says how sure it is, and without the offset of its time.
func withoutQualifiers(text string) string {
	return zoneBehind.ReplaceAllString(strings.NewReplacer("?", "", "~", "", "%", "").Replace(text), "$1")
}

// sheetPointOf returns a single date as the columns have it, and whether that says the same; for one that they cannot hold,
// where it begins, or ends if that is asked for.
func sheetPointOf(text string, atEnd bool) (sheetPoint, bool) {
	if group := plainPoint.FindStringSubmatch(text); group != nil {
		year, err := strconv.ParseInt(group[1]+group[2], 10, 64)
		return sheetPoint{sheetYear(year), withoutZero(group[3]), withoutZero(group[4]), group[5]}, err == nil
	}
	if bare := withoutQualifiers(text); bare != text {
		point, _ := sheetPointOf(bare, atEnd)
		return point, false
	}
	date, err := edtf.Parse(text)
	if err != nil { // an end that is open or not known
		return sheetPoint{}, false
	}
	if atEnd {
		return pointAt(date.Bounds().Latest, date.Precision()), false
	}
	return pointAt(date.Bounds().Earliest, date.Precision()), false
}

// sheetYear returns a year as TimelineJS has it: without a year 0, so that 1 BCE is -1.
func sheetYear(year int64) string {
	if year <= 0 {
		year--
	}
	return strconv.FormatInt(year, 10)
}

func withoutZero(digits string) string { return strings.TrimPrefix(digits, "0") }

// pointAt returns an instant as the columns have it, to the given precision at most.
func pointAt(instant int64, precision edtf.Precision) sheetPoint {
	year, month, day, hour, minute, second := edtf.Civil(instant)
	p := sheetPoint{year: sheetYear(year)}
	if precision < edtf.Year {
		p.month = strconv.Itoa(month)
	}
	if precision <= edtf.Day {
		p.day = strconv.Itoa(day)
	}
	switch precision {
	case edtf.Hour:
		p.time = fmt.Sprintf("%02d", hour)
	case edtf.Minute:
		p.time = fmt.Sprintf("%02d:%02d", hour, minute)
	case edtf.Second:
		p.time = fmt.Sprintf("%02d:%02d:%02d", hour, minute, second)
	}
	return p
}

// sheetEDTF returns what the columns say, as reading them gives it.
func sheetEDTF(start, end sheetPoint) string {
	from, _, _ := start.date()
	to, _, _ := end.date()
	if to.text == "" {
		return from.text
	}
	both, _ := joinCellDates(from, to)
	return both.text
}
