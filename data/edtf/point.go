package edtf

// The parts of a date, in the order they are written.
const (
	yearPart = iota
	monthPart
	dayPart
	partCount
)

// quality is what a qualifier says: ? uncertain, ~ approximate, % both.
type quality uint8

const (
	uncertain quality = 1 << iota
	approximate
)

// endState says what stands at an end of an interval or of a range in a set.
type endState uint8

const (
	dated   endState = iota
	open             // ".."
	unknown          // nothing
)

// expression is a whole EDTF text, taken apart.
type expression struct {
	kind    Kind
	ends    [2]end   // both of an interval; of a single date the first
	members []member // of a set or list
}

// end is one end of an interval or range; the point is meaningful only where the state is dated.
type end struct {
	state endState
	point
}

// member of a set or list: a date, or a range where one end may be open.
type member struct {
	from, to end
	ranged   bool // written with ".."; otherwise from is the date and to is not used
}

// point is one date: a year, perhaps with month or season, day and clock.
type point struct {
	parts       [partCount]digits
	at          [partCount]int // byte offset in the text
	quality     [partCount]quality
	negative    bool // the year is written with a minus; its digits are the magnitude
	long        bool // written with Y
	rounded     bool // written with an exponent
	significant int8 // significant digits of the year, 0 where not said
	lost        int8 // the digits of the year that are not significant
	clock       clock
	span        span
}

// digits is a number as written: known digits, and X in the places that are not known.
type digits struct {
	value   int64 // X counts as 0
	unknown uint8 // bit i is set where the digit worth 10 to the i is X
	written bool
}

// power10 are the powers of ten of the four places of a year.
var power10 = [4]int64{1, 10, 100, 1000}

// matches reports whether a number from 0 to 9999 has the known digits.
func (d digits) matches(number int64) bool {
	for place, power := range power10 {
		if d.unknown>>place&1 != 0 {
			number -= number / power % 10 * power
		}
	}
	return number == d.value
}

// highest returns the largest number that matches.
func (d digits) highest() int64 {
	number := d.value
	for place, power := range power10 {
		if d.unknown>>place&1 != 0 {
			number += 9 * power
		}
	}
	return number
}

// exact reports whether the number is written without X.
func (d digits) exact() bool { return d.written && d.unknown == 0 }

// hasUnknown reports whether the point has an X anywhere.
func (p *point) hasUnknown() bool {
	return p.parts[yearPart].unknown|p.parts[monthPart].unknown|p.parts[dayPart].unknown != 0
}

// season returns the season of a point that has one in place of the month, otherwise nil.
func (p *point) season() *season {
	if month := p.parts[monthPart]; month.exact() && isSeason(month.value) {
		return seasonOf(month.value)
	}
	return nil
}

// year returns the year with its sign, X counting as 0.
func (p *point) year() int64 {
	if p.negative {
		return -p.parts[yearPart].value
	}
	return p.parts[yearPart].value
}

// yearRange returns the first and last year that the digits can stand for, before month and day are looked at.
func (p *point) yearRange() (first, last int64) {
	low, high := p.parts[yearPart].value, p.parts[yearPart].highest()
	if p.lost > 0 {
		unit := int64(1)
		for range p.lost {
			unit *= 10
		}
		low -= low % unit
		high = low + unit - 1
	}
	if !p.negative {
		return low, high
	}
	// There is no year -0000: with a minus the digits start at 0001.
	return -high, -max(low, 1)
}

// allQuality returns the qualifiers of all parts together.
func (p *point) allQuality() quality {
	return p.quality[yearPart] | p.quality[monthPart] | p.quality[dayPart]
}

// precision returns how finely the point is known; the highest place that is not known decides.
func (p *point) precision() Precision {
	year, month, day := p.parts[yearPart], p.parts[monthPart], p.parts[dayPart]
	switch season := p.season(); {
	case p.clock.written:
		return p.clock.precision
	case p.lost > 0:
		return coarserThanYear(int(p.lost))
	case year.unknown != 0:
		return coarserThanYear(highestPlace(year.unknown))
	case month.unknown != 0, !month.written:
		return Year
	case season != nil:
		return season.precision
	case day.unknown != 0, !day.written:
		return Month
	}
	return Day
}

// highestPlace counts the digits up to the highest that is not known: 1 for 201X, 2 for 19XX and 19X4.
func highestPlace(unknown uint8) int {
	place := 0
	for ; unknown != 0; unknown >>= 1 {
		place++
	}
	return place
}
