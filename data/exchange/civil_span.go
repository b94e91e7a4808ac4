package exchange

import (
	"strings"

	"dateline/data/edtf"
)

// civilSpan is an EDTF date as formats need it that know nothing but instants: where it begins and where it ends.
type civilSpan struct {
	from, to     civilTime // as coarse as they begin and end with what they name: of summer 2010 June and August 2010
	fromLast     civilTime // when it has begun at the latest, if it is an interval
	toFirst      civilTime // when it ends at the earliest, if it is an interval
	noFrom, noTo bool      // open or unknown: there is no such time
	interval     bool      // it lasts from one to the other; otherwise it is some time between them, or one time
	exact        bool      // from and to say all that the date says
}

// single reports whether the date begins and ends with the same year, day or moment.
func (s *civilSpan) single() bool { return !s.noFrom && !s.noTo && s.from == s.to }

// spanOf returns what an EDTF date spans. It reports false for a text that is not one.
func spanOf(text string) (civilSpan, bool) {
	date, err := edtf.Parse(text)
	if err != nil {
		return civilSpan{}, false
	}
	if t, ok := readCivil(text); ok {
		return civilSpan{from: t, to: t, exact: true}, true
	}
	bounds := date.Bounds()
	s := civilSpan{noFrom: bounds.NoEarliest, noTo: bounds.NoLatest, interval: date.Kind() == edtf.Interval}
	zone := zoneIn(text)
	if !s.interval {
		s.from, s.to = coarsest(bounds.Earliest, bounds.Latest, zone)
		return s, true
	}
	first, second, _ := strings.Cut(text, "/")
	begin, end := date.Start(), date.End()
	var fromExact, toExact bool
	s.from, s.fromLast = coarsest(begin.Earliest, begin.Latest, zone)
	s.toFirst, s.to = coarsest(end.Earliest, end.Latest, zone)
	if exact, ok := readCivil(first); ok {
		s.from, fromExact = exact, true
	}
	if exact, ok := readCivil(second); ok {
		s.to, toExact = exact, true
	}
	s.exact = fromExact && toExact
	return s, true
}

// coarsest returns the times of two instants, both inclusive, as years, months or days if they are the beginning of one
// and the end of one; else to the second, with a zone or without.
func coarsest(earliest, latest int64, zone string) (first, last civilTime) {
	first, last = civilAt(earliest), civilAt(latest)
	first.zone, last.zone = zone, zone
	for _, p := range []edtf.Precision{edtf.Year, edtf.Month, edtf.Day} {
		from, to := first.atPrecision(p), last.atPrecision(p)
		begins, _ := from.bounds()
		_, ends := to.bounds()
		if from.openOr(begins == earliest) && to.openOr(ends == latest) {
			return from, to
		}
	}
	return first, last
}

// openOr reports whether a time is that of an open bound, which has no calendar date, or else what is given.
func (t civilTime) openOr(matches bool) bool {
	return matches || t.year < -200_000_000_000 || t.year > 200_000_000_000
}

// atPrecision returns the time to a precision no finer than a day, without what is finer.
func (t civilTime) atPrecision(p edtf.Precision) civilTime {
	t.precision, t.zone, t.hour, t.minute, t.second = p, "", 0, 0, 0
	if p >= edtf.Month {
		t.day = 0
	}
	if p >= edtf.Year {
		t.month = 0
	}
	return t
}

// zoneIn returns "Z" if a date has times of day and they have an offset from UTC, which instants are in; else "".
func zoneIn(text string) string {
	for part := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune("[]{},/", r) }) {
		for member := range strings.SplitSeq(part, "..") {
			if t, ok := readCivil(member); ok && t.precision <= edtf.Hour && t.zone == "" {
				return ""
			}
		}
	}
	return "Z"
}
