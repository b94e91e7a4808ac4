package edtf

import "math"

// Kind says which of the four forms of EDTF a date has.
type Kind uint8

// The kinds of dates.
const (
	Single   Kind = iota // one date, however precise: 2008-04-09, 201X, 2010-22
	Interval             // from one date to another: 1999/2000, 2012/..
	OneOf                // one of several dates, not known which: [1667,1668]
	AllOf                // all of several dates: {1960,1961-12}
)

// String returns the name of the kind in English.
func (k Kind) String() string {
	names := [...]string{Single: "single date", Interval: "interval", OneOf: "one of a set", AllOf: "all of a set"}
	if int(k) >= len(names) {
		return "unknown kind"
	}
	return names[k]
}

// Extent is the time within which something lies, in seconds since 1970-01-01T00:00:00Z, both bounds inclusive.
// Where a flag says that there is no bound, Earliest is math.MinInt64 or Latest math.MaxInt64, so that comparisons
// still come out right; a difference of them would overflow.
type Extent struct {
	Earliest, Latest     int64
	NoEarliest, NoLatest bool // open (..) or unknown: there is no such bound
}

// Date is an EDTF date. It is immutable, and two dates are equal (==) if and only if their texts are. The zero value
// is no date; see [Date.IsZero].
type Date struct {
	text        string
	bounds      span
	startLatest int64 // where the start's extent ends; it begins where the bounds do
	endEarliest int64 // where the end's extent begins; it ends where the bounds do
	kind        Kind
	precision   Precision
	quality     quality // of all parts together
	start, end  endState
}

// span is an extent without flags: math.MinInt64 and math.MaxInt64 stand for no bound, which no date reaches.
type span struct{ earliest, latest int64 }

const (
	noEarliest = math.MinInt64
	noLatest   = math.MaxInt64
)

func (s span) extent() Extent {
	return Extent{s.earliest, s.latest, s.earliest == noEarliest, s.latest == noLatest}
}

// String returns the text as it was written.
func (d Date) String() string { return d.text }

// IsZero reports whether the date is the zero value, which is no date: Parse never returns it without an error.
func (d Date) IsZero() bool { return d.text == "" }

// Kind returns which form the date has.
func (d Date) Kind() Kind { return d.kind }

// Bounds returns the extent of the whole date, in seconds since 1970: from the earliest instant of its first part to
// the latest of its last.
func (d Date) Bounds() Extent { return d.bounds.extent() }

// Start returns, for an interval, within what its start lies: the extent of its first end, cut where the interval is
// over for certain. An open or unknown start has no earliest instant, and as its latest that of the end. For other
// kinds it returns Bounds.
func (d Date) Start() Extent { return span{d.bounds.earliest, d.startLatest}.extent() }

// End returns, for an interval, within what its end lies: the extent of its second end, cut where the interval has
// for certain not begun. An open or unknown end has no latest instant, and as its earliest that of the start. For
// other kinds it returns Bounds.
func (d Date) End() Extent { return span{d.endEarliest, d.bounds.latest}.extent() }

// OpenStart reports whether the date is an interval without a start, "../1985".
func (d Date) OpenStart() bool { return d.start == open }

// OpenEnd reports whether the date is an interval that has no end or goes on, "1985/..".
func (d Date) OpenEnd() bool { return d.end == open }

// UnknownStart reports whether the date is an interval whose start is not known, "/1985".
func (d Date) UnknownStart() bool { return d.start == unknown }

// UnknownEnd reports whether the date is an interval whose end is not known, "1985/".
func (d Date) UnknownEnd() bool { return d.end == unknown }

// Precision returns how finely the date is known; of an interval, set or list the coarsest of its parts.
func (d Date) Precision() Precision { return d.precision }

// Uncertain reports whether any part of the date is qualified as uncertain, by ? or %.
func (d Date) Uncertain() bool { return d.quality&uncertain != 0 }

// Approximate reports whether any part of the date is qualified as approximate, by ~ or %.
func (d Date) Approximate() bool { return d.quality&approximate != 0 }
