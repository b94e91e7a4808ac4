package edtf

// bound returns the earliest and latest second of a point, or an error where its day does not exist, or where no date
// at all has its pattern of X.
func (s *scanner) bound(p *point) (span, *Error) {
	year, month, day := p.year(), p.parts[monthPart], p.parts[dayPart]
	season := p.season()
	switch {
	case p.hasUnknown() && season == nil:
		return s.boundPattern(p)
	case season != nil:
		first, last := p.years()
		return season.span(first, last), nil
	case !month.written:
		return s.boundYears(p)
	case !day.written:
		last := daysIn(int(month.value), leap(year))
		return wholeDays(year, int(month.value), 1, last), nil
	}
	if last := daysIn(int(month.value), leap(year)); int(day.value) > last {
		return span{}, s.fail(p.at[dayPart], "day %d does not exist: %s %s has %d days",
			day.value, monthNames[month.value], yearWords(year), last)
	}
	if p.clock.written {
		return p.clock.span(Instant(year, int(month.value), int(day.value), 0, 0, 0)), nil
	}
	return wholeDays(year, int(month.value), int(day.value), int(day.value)), nil
}

// wholeDays returns the span from the first second of one day of a month to the last of another.
func wholeDays(year int64, month, from, to int) span {
	start := Instant(year, month, from, 0, 0, 0)
	return span{start, start + int64(to-from+1)*secondsPerDay - 1}
}

func (s *scanner) boundYears(p *point) (span, *Error) {
	first, last := p.yearRange()
	if first < firstYear || last > lastYear {
		return span{}, s.failYear(p.at[yearPart])
	}
	return span{Instant(first, 1, 1, 0, 0, 0), Instant(last, 12, 31, 23, 59, 59)}, nil
}

func (s *scanner) failYear(at int) *Error {
	return s.fail(at, "the year is beyond what an instant in seconds can hold (%d to %d)", firstYear, lastYear)
}

// years returns the first and last year that match the digits of the year.
func (p *point) years() (first, last int64) {
	both := [2]yearDays{{some: true}, {some: true}}
	first, last = p.yearRange()
	earliest, _ := p.searchYear(first, last, &both)
	latest, _ := p.searchYear(last, first, &both)
	return earliest, latest
}

// monthDay is a day of some year.
type monthDay struct{ month, day int }

// yearDays has the first and last day of a year that match the month and day of a pattern, if there are some.
type yearDays struct {
	some        bool
	first, last monthDay
}

// boundPattern returns the tight bounds of a pattern with X. Which days match depends on the year only by whether it
// is a leap year, so the calendar is searched twice, and then the first and last year of a kind that has days at all.
func (s *scanner) boundPattern(p *point) (span, *Error) {
	days := [2]yearDays{p.matchingDays(false), p.matchingDays(true)}
	from, to := p.yearRange()
	first, found := p.searchYear(from, to, &days)
	if !found {
		return span{}, s.fail(p.at[yearPart], "no day of the calendar matches %s", s.text[p.at[yearPart]:s.pos])
	}
	last, _ := p.searchYear(to, from, &days)
	start, end := days[kindOf(first)].first, days[kindOf(last)].last
	return span{
		Instant(first, start.month, start.day, 0, 0, 0),
		Instant(last, end.month, end.day, 23, 59, 59),
	}, nil
}

// kindOf returns the index of a year in a pair of common and leap year.
func kindOf(year int64) int {
	if leap(year) {
		return 1
	}
	return 0
}

// matchingDays searches a common or leap year for the days that match month and day; what is not written matches all.
func (p *point) matchingDays(leapYear bool) yearDays {
	var found yearDays
	month, day := p.parts[monthPart], p.parts[dayPart]
	for m := 1; m <= 12; m++ {
		if month.written && !month.matches(int64(m)) {
			continue
		}
		for d := 1; d <= daysIn(m, leapYear); d++ {
			if day.written && !day.matches(int64(d)) {
				continue
			}
			if !found.some {
				found.some, found.first = true, monthDay{m, d}
			}
			found.last = monthDay{m, d}
		}
	}
	return found
}

// searchYear returns the first year on the way from one year to another, forwards or backwards, that matches the
// digits and is of a kind (common, leap) that has days.
func (p *point) searchYear(from, to int64, days *[2]yearDays) (int64, bool) {
	step := int64(1)
	if from > to {
		step = -1
	}
	for year := from; ; year += step {
		magnitude := year
		if p.negative {
			magnitude = -year
		}
		if days[kindOf(year)].some && p.parts[yearPart].matches(magnitude) {
			return year, true
		}
		if year == to {
			return 0, false
		}
	}
}
