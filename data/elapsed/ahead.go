package elapsed

import (
	"strconv"

	"dateline/data/edtf"
)

// Ahead returns in a few words where a date stands, seen from another: "9 days later". See [Range.Ahead].
func Ahead(from, to edtf.Date) string { return Between(from, to).Ahead() }

// Ahead returns in a few words where the second date stands, seen from the first, in a single unit: days up to two
// months, months up to two years, else years; below two days of two moments also hours, minutes and seconds.
//
//   - "9 days later", "5 years earlier", "the same day": exactly so.
//   - "over 5 years later": more than five years and less than six.
//   - "3 to 15 months later": no less and no more, as far as the dates say.
//   - "up to 11 years later": they may also lie next to each other.
//   - "up to 11 months earlier or later": either may come first.
//   - "at least 3 years later", "later", "earlier or later": a date has no bound at one end.
//
// It is never sharper than the dates are.
func (r Range) Ahead() string {
	direction := r.direction()
	if r.Open {
		s := r.simpleScale(r.Least, r.least)
		if count, _ := s.count(r.Least, r.least); count > 0 {
			return "at least " + s.words(count) + direction
		}
		return direction[1:]
	}
	if r.most == 0 {
		return "the same " + r.unit.String()
	}
	s := r.simpleScale(r.Most, r.most)
	least, leastRest := s.count(r.Least, r.least)
	most, mostRest := s.count(r.Most, r.most)
	switch {
	case least == most && !mostRest:
		return s.words(least) + direction
	case least == most && leastRest && least > 0:
		return "over " + s.words(least) + direction
	}
	if mostRest {
		most++
	}
	if least == 0 {
		return "up to " + s.words(most) + direction
	}
	return strconv.FormatInt(least, 10) + " to " + s.words(most) + direction
}

// direction returns the words for what the second date may be, seen from the first.
func (r Range) direction() string {
	switch {
	case r.Earlier && r.Later:
		return " earlier or later"
	case r.Earlier:
		return " earlier"
	}
	return " later"
}

// simpleScale returns the scale of a single unit for a length of time.
func (r Range) simpleScale(span Span, length uint64) scale {
	if s := r.scaleOf(span, length); s != inYearsAndMonths {
		return s
	}
	return inYears
}
