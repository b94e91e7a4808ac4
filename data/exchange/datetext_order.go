package exchange

import (
	"fmt"
	"regexp"
	"strings"
)

// dateOrder says in which order a day and a month stand.
type dateOrder uint8

const (
	orderUnknown dateOrder = iota // day and month contradict each other from row to row
	dayThenMonth
	monthThenDay
)

// dateForms says how the dates of a table are read that could be read in several ways. The zero value reads day before
// month.
type dateForms struct {
	forced   *bool // Mapping.DayFirst
	noClock  bool  // all times are midnight, so that they say nothing
	plainBCE bool  // -300 is 300 BCE, and so -3000 is 3000 BCE, not the year -3000 of EDTF

	examples [3]string // of a date whose order is not known, is day first, month first
	midnight string    // an example of that
	negative string    // an example of a year before 1 CE with a minus that is not in EDTF's form
	counted  string    // an example of a number that is no date, but may be one of days since 1900
}

var (
	twoNumbersForm = regexp.MustCompile(`^([0-9]{1,2})([-/])([0-9]{1,2})[-/][0-9]{4}`)
	negativeForm   = regexp.MustCompile(`^-(?:[0-9]{1,3}|[0-9]{5,6})$`)
	countedForm    = regexp.MustCompile(`^[1-7][0-9]{4}(?:[.,][0-9]+)?$`) // from 1927 to 2119
)

// decide looks through all cells with dates for what says how to read them.
func (f *dateForms) decide(cells []string) {
	clocks, other := "", false
	for _, text := range cells {
		if len(text) > longestDate {
			continue
		}
		text = dateSpaces(text)
		f.decideOrder(text)
		if negativeForm.MatchString(text) {
			f.negative = text
		}
		if countedForm.MatchString(text) {
			f.counted = text
		}
		if group := clockBehind.FindStringSubmatch(text); group != nil {
			clock, ok := readClock(group[2])
			other = other || !ok || strings.Trim(clock.text, "0:") != "" || clock.fraction != ""
			clocks = text
		}
	}
	f.plainBCE = f.negative != ""
	if clocks != "" && !other {
		f.noClock, f.midnight = true, clocks
	}
}

// decideOrder looks at one cell for the order of day and month.
func (f *dateForms) decideOrder(text string) {
	group := twoNumbersForm.FindStringSubmatch(text)
	if group == nil {
		return
	}
	first, second := digitsValue(group[1]), digitsValue(group[3])
	kind := orderUnknown
	switch {
	case first > 12 && second <= 12:
		kind = dayThenMonth
	case second > 12 && first <= 12:
		kind = monthThenDay
	case first == second || first > 12:
		return // the order does not matter, or it is no date at all
	}
	if f.examples[kind] == "" {
		f.examples[kind] = text
	}
}

// order returns how to read two numbers with a character between them. Day and month are parted by dots only where the day
// comes first. A number over 12 says itself what it is, unless an order was asked for.
func (f *dateForms) order(first, separator, second string) dateOrder {
	isDay, isMonth := f.examples[dayThenMonth] != "", f.examples[monthThenDay] != ""
	switch {
	case f.forced != nil && *f.forced:
		return dayThenMonth
	case f.forced != nil:
		return monthThenDay
	case separator == ".", first == second, digitsValue(first) > 12:
		return dayThenMonth
	case digitsValue(second) > 12:
		return monthThenDay
	case isDay && isMonth:
		return orderUnknown
	case isMonth:
		return monthThenDay
	}
	return dayThenMonth
}

// notes returns how dates were read that could have been read otherwise.
func (f *dateForms) notes() []string {
	var notes []string
	if f.forced == nil && f.examples[orderUnknown] != "" {
		notes = append(notes, f.orderNote())
	}
	if f.noClock {
		notes = append(notes, fmt.Sprintf("All times are midnight, as in “%s”: the dates are read as days without a time.", f.midnight))
	}
	if f.negative != "" {
		notes = append(notes, fmt.Sprintf("Years with a minus, such as %s, are read as years BCE.", f.negative))
	}
	if f.counted != "" {
		notes = append(notes, fmt.Sprintf("Numbers such as %s may be dates that a spreadsheet has written as days since 1900; then numbers of "+
			"four digits are no years either. Give the column the format of a date there, and export it again.", f.counted))
	}
	return notes
}

func (f *dateForms) orderNote() string {
	doubtful, day, month := f.examples[orderUnknown], f.examples[dayThenMonth], f.examples[monthThenDay]
	switch {
	case day != "" && month != "":
		return fmt.Sprintf("Dates such as %s are not read: %s has the day first, %s the month. Say which comes first.",
			doubtful, day, month)
	case day != "":
		return fmt.Sprintf("Dates such as %s are read as day, month, year, because of %s.", doubtful, day)
	case month != "":
		return fmt.Sprintf("Dates such as %s are read as month, day, year, because of %s.", doubtful, month)
	}
	return fmt.Sprintf("Dates such as %s are read as day, month, year, but nothing in the table says so: "+
		"if the month comes first, say so.", doubtful)
}
