package elapsed

import (
	"math"

	"dateline/data/edtf"
)

// Range is how much time lies between two dates, a first and a second one, as far as they say. One of Earlier, Same and
// Later is true at least.
type Range struct {
	Least Span
	Most  Span // zero where Open
	Open  bool // nothing says how much it is at most, because a date has no bound at one end

	Earlier bool // the second may lie before the first
	Same    bool // they may coincide
	Later   bool // the second may lie after the first

	unit        edtf.Precision // what the dates are counted in
	least, most uint64         // in seconds
}

// Between returns how much time lies between two dates. Each may be any day within its bounds, or any second where one
// of them has a time of day or does not begin or end with a day. The zero Date may be at any time.
func Between(a, b edtf.Date) Range {
	first, second := boundsOf(a), boundsOf(b)
	unit := unitOf(first, second)
	return between(first.in(unit), second.in(unit), unit)
}

// Instants returns how much time lies between two instants in seconds since 1970 that are known to the day, hour, minute
// or second: the time between the days, hours, minutes or seconds that they are in, which is exact. A coarser resolution
// is taken as the day.
func Instants(from, to int64, resolution edtf.Precision) Range {
	unit := min(resolution, edtf.Day)
	return between(extent{from, from}.in(unit), extent{to, to}.in(unit), unit)
}

// Exact reports whether the time is known exactly, Least being Most.
func (r Range) Exact() bool { return !r.Open && r.least == r.most }

// extent is from when until when a date may lie, the extreme values of int64 for no bound.
type extent struct{ earliest, latest int64 }

func boundsOf(d edtf.Date) extent {
	if d.IsZero() {
		return extent{math.MinInt64, math.MaxInt64}
	}
	b := d.Bounds()
	return extent{b.Earliest, b.Latest}
}

// seconds returns how long a unit is.
func seconds(unit edtf.Precision) int64 {
	return [...]int64{edtf.Second: 1, edtf.Minute: minute, edtf.Hour: hour, edtf.Day: day}[unit]
}

// unitOf returns in what two dates are counted: in days if they begin and end with days, in minutes if both are one, in
// seconds otherwise.
func unitOf(a, b extent) edtf.Precision {
	switch {
	case a.isWhole(day) && b.isWhole(day):
		return edtf.Day
	case a.isOne(minute) && b.isOne(minute):
		return edtf.Minute
	}
	return edtf.Second
}

func (e extent) isWhole(unit int64) bool {
	return (e.earliest == math.MinInt64 || e.earliest%unit == 0) && (e.latest == math.MaxInt64 || (e.latest+1)%unit == 0)
}

func (e extent) isOne(unit int64) bool {
	return e.isWhole(unit) && e.latest == e.earliest+unit-1
}

// in returns the extent from the beginning of the first to the beginning of the last of its units.
func (e extent) in(unit edtf.Precision) extent {
	if e.earliest != math.MinInt64 {
		e.earliest = begin(e.earliest, seconds(unit))
	}
	if e.latest != math.MaxInt64 {
		e.latest = begin(e.latest, seconds(unit))
	}
	return e
}

// begin returns when the unit begins that an instant is in.
func begin(instant, unit int64) int64 {
	rest := instant % unit
	if rest < 0 {
		rest += unit
	}
	if instant < math.MinInt64+rest {
		return math.MinInt64 // the unit begins before all time that there is
	}
	return instant - rest
}

func between(a, b extent, unit edtf.Precision) Range {
	r := Range{
		Earlier: b.earliest < a.latest,
		Same:    a.earliest <= b.latest && b.earliest <= a.latest,
		Later:   a.earliest < b.latest,
		unit:    unit,
	}
	switch {
	case r.Same:
	case r.Later:
		r.Least, r.least = length(a.latest, b.earliest)
	default:
		r.Least, r.least = length(b.latest, a.earliest)
	}
	if r.Later {
		r.reach(a.earliest, b.latest)
	}
	if r.Earlier {
		r.reach(b.earliest, a.latest)
	}
	if r.Open {
		r.Most, r.most = Span{}, 0
	}
	return r
}

// length returns the time from one instant to a later one, in the calendar and in seconds.
func length(from, to int64) (Span, uint64) {
	return Since(from, to), uint64(to) - uint64(from)
}

// reach makes the range reach from one instant to a later one, an extreme value being no bound.
func (r *Range) reach(from, to int64) {
	if from == math.MinInt64 || to == math.MaxInt64 {
		r.Open = true
		return
	}
	span, seconds := length(from, to)
	r.most = max(r.most, seconds)
	if r.Most.less(span) { // of two lengths, that of more seconds may have fewer months
		r.Most = span
	}
}
