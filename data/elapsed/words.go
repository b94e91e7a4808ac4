package elapsed

import (
	"strings"

	"dateline/data/edtf"
)

// Words returns the time in English.
//
// What is exact has all its units: "8 years, 2 months, 27 days", "2 hours, 14 minutes", "the same day". Otherwise it is
// in units that are fit to be read, the least rounded down and the most rounded up, so that the truth lies between them:
// "between 3 and 15 months", "between 5 years, 3 months and 6 years, 3 months". Where the dates may coincide it is "at
// most 14 months", and where either may come first "at most 11 months, in either order". Without a bound it is "at
// least 3 years", or "any length of time". Which date comes first is not said; see [Range.Ahead].
func (r Range) Words() string {
	switch {
	case r.Exact() && r.most == 0:
		return "the same " + r.unit.String()
	case r.Exact():
		return r.Most.Words()
	case r.Open && r.least == 0:
		return "any length of time" + r.anyOrder()
	case r.Open:
		return "at least " + r.atLeast(r.scaleOf(r.Least, r.least))
	}
	scale := r.scaleOf(r.Most, r.most)
	count, rest := scale.count(r.Most, r.most)
	if rest {
		count++
	}
	most := scale.words(count)
	if r.least == 0 {
		return "at most " + most + r.anyOrder()
	}
	least := r.atLeast(scale)
	if number, noun := cut(least); noun != "" && noun == nounOf(most) {
		least = number
	}
	return "between " + least + " and " + most
}

func (r Range) anyOrder() string {
	if r.Earlier && r.Later {
		return ", in either order"
	}
	return ""
}

// atLeast returns the least time rounded down in a scale, or in a finer one where that would be nothing.
func (r Range) atLeast(s scale) string {
	count, _ := s.count(r.Least, r.least)
	for count == 0 && s > inSeconds {
		s--
		count, _ = s.count(r.Least, r.least)
	}
	return s.words(count)
}

// cut parts "3 months" into the number and the noun in the singular. What has more than one unit has no noun.
func cut(words string) (number, noun string) {
	number, noun, _ = strings.Cut(words, " ")
	if strings.Contains(noun, " ") {
		return words, ""
	}
	return number, strings.TrimSuffix(noun, "s")
}

func nounOf(words string) string {
	_, noun := cut(words)
	return noun
}

// scale is what lengths of time are told in, from fine to coarse.
type scale int

const (
	inSeconds scale = iota
	inMinutes
	inHours
	inDays
	inMonths
	inYearsAndMonths
	inYears
)

// scaleOf returns the scale for a length of time.
func (r Range) scaleOf(span Span, length uint64) scale {
	const few = 2 // of a unit are told in the next finer one
	switch {
	case span.Years >= 100:
		return inYears
	case span.Years >= few:
		return inYearsAndMonths
	case span.Years > 0 || span.Months >= few:
		return inMonths
	case r.unit == edtf.Day || length > few*day:
		return inDays
	case length > few*hour:
		return inHours
	case length > few*minute:
		return inMinutes
	}
	return inSeconds
}

// count returns how many whole units a length of time has, and whether something is left.
func (s scale) count(span Span, length uint64) (count int64, rest bool) {
	switch s {
	case inYears:
		return span.Years, span.Months > 0 || span.Days > 0 || span.Seconds > 0
	case inYearsAndMonths, inMonths:
		return span.Years*monthsPerYear + int64(span.Months), span.Days > 0 || span.Seconds > 0
	}
	unit := [...]uint64{inSeconds: 1, inMinutes: minute, inHours: hour, inDays: day}[s]
	return int64(length / unit), length%unit > 0
}

// words returns so many units.
func (s scale) words(count int64) string {
	if s == inYearsAndMonths {
		return Span{Years: count / monthsPerYear, Months: int(count % monthsPerYear)}.Words()
	}
	return counted(count, [...]string{
		inSeconds: "second", inMinutes: "minute", inHours: "hour", inDays: "day", inMonths: "month", inYears: "year",
	}[s])
}
