package consistency

import (
	"math"
	"strings"

	"dateline/data/edtf"
)

const (
	secondsPerDay = 86400
	// mostOffset is how far from UTC clocks are at most, in seconds, when a date does not say how far.
	mostOffset = 14 * 3600
)

// when is the time in which something lies, in seconds since 1970 and both inclusive, the extreme values of int64 for no
// bound.
type when struct {
	earliest, latest int64
	clock            clock
}

// clock says whether a time is given with an offset from UTC.
type clock uint8

const (
	localClock clock = iota // no part of it is
	utcClock                // all parts are
	mixedClock
)

// always is what is left of a date from which nothing can be concluded.
var always = when{earliest: math.MinInt64, latest: math.MaxInt64}

// whenOf returns when a date is, whatever it is marked with; always for the zero Date.
func whenOf(d edtf.Date) when {
	if d.IsZero() {
		return always
	}
	b := d.Bounds()
	return when{b.Earliest, b.Latest, clockOf(d.String())}
}

// surely is whenOf for a date that is marked neither uncertain nor approximate, and always for others.
func surely(d edtf.Date) when {
	if d.Uncertain() || d.Approximate() {
		return always
	}
	return whenOf(d)
}

// clockOf returns whether the parts of a date, as it is written, have an offset.
func clockOf(text string) clock {
	if !strings.Contains(text, "T") {
		return localClock
	}
	local, offset := false, false
	for part := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune("/,.[]{}", r) }) {
		_, time, _ := strings.Cut(part, "T")
		if strings.ContainsAny(time, "Z+-") {
			offset = true
		} else {
			local = true
		}
	}
	switch {
	case local && offset:
		return mixedClock
	case offset:
		return utcClock
	}
	return localClock
}

// isAfter reports whether something that is not before an instant is certainly after another thing that is not after a
// second instant, each told by a clock.
func isAfter(earliest int64, a clock, latest int64, b clock) bool {
	if earliest <= latest {
		return false
	}
	if a == b && a != mixedClock {
		return true
	}
	return uint64(earliest)-uint64(latest) > mostOffset
}

// after reports whether w certainly begins after other has ended.
func (w when) after(other when) bool { return isAfter(w.earliest, w.clock, other.latest, other.clock) }

// excludes reports whether the two cannot be at the same time.
func (w when) excludes(other when) bool { return w.after(other) || other.after(w) }

// words returns the time as days: "2013-01-01 to 2013-12-31", or a single one. It must have bounds.
func (w when) words() string {
	first, last := dayWords(w.earliest), dayWords(w.latest)
	if first == last {
		return first
	}
	return first + " to " + last
}

func dayWords(instant int64) string {
	day, _, _ := strings.Cut(edtf.FormatInstant(instant), "T")
	if date, err := edtf.Parse(day); err == nil {
		return date.Words()
	}
	return day
}
