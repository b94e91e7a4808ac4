package edtf

import "strconv"

// fewest is how many values in a row are still listed one by one rather than as "from … to …".
const fewest = 3

// choice is the values that a month or day with X can have, in ascending order; every value where nothing is known.
type choice struct {
	values []int
	any    bool // XX
}

// isRun reports whether the values are so many in a row that they are said as a range.
func (c choice) isRun() bool {
	count := len(c.values)
	return count > fewest && c.values[count-1]-c.values[0] == count-1
}

// words names the values in a list or range.
func (c choice) words(name func(int) string) string {
	if c.isRun() {
		return name(c.values[0]) + " to " + name(c.values[len(c.values)-1])
	}
	words := make([]string, len(c.values))
	for i, value := range c.values {
		words[i] = name(value)
	}
	return joined(words, "or")
}

func monthName(month int) string { return monthNames[month] }

// patternWords returns the words for a date with a month and with X in some place.
func (p *point) patternWords() string {
	months, days := p.choices()
	if !p.parts[dayPart].written {
		return p.monthPattern(months)
	}
	month := p.inYear(months.words(monthName))
	switch {
	case days.any && months.any:
		return "some day in " + p.someYear()
	case days.any && months.isRun():
		return "some day from " + month
	case days.any:
		return "some day in " + month
	case months.any:
		return dayOf(days) + " of " + p.monthPattern(months)
	case months.isRun():
		return dayOf(days) + " of a month from " + month
	case len(months.values) > 1:
		return dayOf(days) + " of " + month
	case days.isRun():
		return "some day from " + days.words(strconv.Itoa) + " " + month
	}
	return days.words(strconv.Itoa) + " " + month
}

// dayOf returns the words for days of a month that is not known.
func dayOf(days choice) string {
	if days.isRun() {
		return "some day from " + days.words(strconv.Itoa)
	}
	return "day " + days.words(strconv.Itoa)
}

// monthPattern returns the words for a month with X in some place, without a day.
func (p *point) monthPattern(months choice) string {
	switch {
	case months.any:
		return "some month of " + p.someYear()
	case months.isRun():
		return "some month from " + p.inYear(months.words(monthName))
	}
	return p.inYear(months.words(monthName))
}

// inYear puts the year behind the words for a month.
func (p *point) inYear(month string) string {
	if p.parts[yearPart].exact() {
		return month + " " + yearWords(p.year())
	}
	return month + " of " + p.someYear()
}

// choices returns the months and days that dates of the pattern have, in the kinds of year (common, leap) it allows.
func (p *point) choices() (months, days choice) {
	var seenMonths, seenDays [32]bool
	from, to := p.yearRange()
	for kind, leapYear := range []bool{false, true} {
		var wanted [2]yearDays
		wanted[kind].some = true
		if _, found := p.searchYear(from, to, &wanted); found {
			p.mark(leapYear, &seenMonths, &seenDays)
		}
	}
	const every = 3 // both digits are X
	months = choice{seen(&seenMonths), p.parts[monthPart].unknown == every}
	days = choice{seen(&seenDays), p.parts[dayPart].unknown == every}
	return months, days
}

// mark notes the months and days of a common or leap year that match the pattern.
func (p *point) mark(leapYear bool, months, days *[32]bool) {
	day := p.parts[dayPart]
	for m := 1; m <= 12; m++ {
		if !p.parts[monthPart].matches(int64(m)) {
			continue
		}
		for d := 1; d <= daysIn(m, leapYear); d++ {
			if !day.written || day.matches(int64(d)) {
				months[m], days[d] = true, true
			}
		}
	}
}

func seen(marks *[32]bool) []int {
	var values []int
	for value, marked := range marks {
		if marked {
			values = append(values, value)
		}
	}
	return values
}
