package exchange

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"dateline/data/edtf"
)

// cellDate is a date that was read of a cell.
type cellDate struct {
	text     string // in EDTF
	fraction string // of a second, such as ".25", which EDTF has no place for
}

// longestDate is how many bytes a date in other forms than EDTF has at most.
const longestDate = 120

// read returns the date in a cell: in EDTF, in one of the forms that people write, or from one to another. It reports false
// for a text that is no date, or one that could be several.
func (f *dateForms) read(text string) (cellDate, bool) {
	text = dateSpaces(text)
	if text == "" {
		return cellDate{}, false
	}
	if date, ok := f.ofEDTF(text); ok {
		return date, true
	}
	if len(text) > longestDate {
		return cellDate{}, false
	}
	if date, ok := f.point(text); ok {
		return date, true
	}
	return f.stretch(text)
}

// tableSpaces returns a text without spaces around it, each stretch of spaces, breaking or not, being one.
func tableSpaces(text string) string { return strings.Join(strings.Fields(text), " ") }

// eraLastForm is a day with a time of day and its era behind both: “0031-09-02 00:00:00 BC”, as Aeon Timeline writes it.
var eraLastForm = regexp.MustCompile(`^([0-9]{4})(-[0-9]{2}-[0-9]{2} [0-9:.]+) (?i:(BCE?)|CE|AD)$`)

// dateSpaces returns the text of a date as tableSpaces does, with its year in EDTF where its era stands behind a time, and
// with a hyphen for the sign of minus.
func dateSpaces(text string) string {
	text = tableSpaces(text)
	if years, ok := strings.CutPrefix(text, "−"); ok && years != "" && strings.Trim(years, "0123456789") == "" {
		return "-" + years // the sign, which spreadsheets write for the hyphen
	}
	group := eraLastForm.FindStringSubmatch(text)
	if group == nil {
		return text
	}
	year := group[1]
	if group[3] != "" {
		date, ok := yearsBCE(year)
		if !ok {
			return text
		}
		year = date.text
	}
	return year + group[2]
}

var (
	midnightForm = regexp.MustCompile(`^(-?[0-9]{4}-[0-9]{2}-[0-9]{2})T00:00(?::00)?(?:Z|[+-][0-9:]+)?$`)
	fourBCEForm  = regexp.MustCompile(`^-[0-9]{4}$`)
)

// ofEDTF reads a date in EDTF.
func (f *dateForms) ofEDTF(text string) (cellDate, bool) {
	if f.plainBCE && fourBCEForm.MatchString(text) {
		return yearsBCE(text[1:])
	}
	if _, err := edtf.Parse(text); err != nil {
		return cellDate{}, false
	}
	return cellDate{text: f.withoutMidnight(text)}, true
}

// withoutMidnight returns a date without its time where all times are midnight.
func (f *dateForms) withoutMidnight(text string) string {
	if group := midnightForm.FindStringSubmatch(text); group != nil && f.noClock {
		return group[1]
	}
	return text
}

// clockBehind finds a time of day behind a date.
var clockBehind = regexp.MustCompile(
	`(?i)^(.*?[0-9\p{L}.])(?:t|,? (?:at |um |à |om |a las )?)([0-9]{1,2}(?:[:h]| ?[ap]\.?m).*)$`)

// point reads one date with or without a time of day.
func (f *dateForms) point(text string) (cellDate, bool) {
	if date, ok := f.day(text); ok {
		return cellDate{text: date}, true
	}
	group := clockBehind.FindStringSubmatch(text)
	if group == nil {
		return cellDate{}, false
	}
	date, ok := f.day(group[1])
	if !ok {
		return cellDate{}, false
	}
	return f.withClock(date, group[2])
}

var wholeDayForm = regexp.MustCompile(`^-?[0-9]{4}-[0-9]{2}-[0-9]{2}$`)

// withClock returns a day in EDTF with a time of day; it reports false where the time cannot be read, or the date is none
// of a day.
func (f *dateForms) withClock(day, clock string) (cellDate, bool) {
	c, ok := readClock(clock)
	if !ok || !wholeDayForm.MatchString(day) {
		return cellDate{}, false
	}
	text := day + "T" + c.text + c.zone
	if _, err := edtf.Parse(text); err != nil {
		return cellDate{}, false
	}
	return cellDate{f.withoutMidnight(text), c.fraction}, true
}

// day reads a date without a time of day and returns it in EDTF.
func (f *dateForms) day(text string) (string, bool) {
	if plain, err := edtf.Parse(text); err == nil && plain.Kind() == edtf.Single {
		date, _ := f.ofEDTF(text)
		return date.text, true
	}
	for _, form := range numberForms {
		if group := form.pattern.FindStringSubmatch(text); group != nil {
			return checkedDate(form.read(f, group))
		}
	}
	return checkedDate(wordDate(text))
}

// checkedDate returns a date if it is one of the calendar.
func checkedDate(text string) (string, bool) {
	_, err := edtf.Parse(text)
	return text, err == nil
}

// numberForm is a form of dates that has no names in it.
type numberForm struct {
	pattern *regexp.Regexp
	read    func(f *dateForms, group []string) string // EDTF, which may not be in the calendar; "" for no date
}

var numberForms = []numberForm{
	{regexp.MustCompile(`^([0-9]{4})([-/. ])([0-9]{1,2})([-/. ])([0-9]{1,2})\.?$`), readYearFirst},
	{regexp.MustCompile(`^([0-9]{1,2})([-/.])([0-9]{1,2})([-/.])([0-9]{4})$`), readYearLast},
	{regexp.MustCompile(`^([0-9]{4})([0-9]{2})([0-9]{2})$`), func(_ *dateForms, g []string) string { return dayEDTF(g[1], g[2], g[3]) }},
	{regexp.MustCompile(`^([0-9]{4})[-/.]([0-9]{1,2})$`), func(_ *dateForms, g []string) string { return monthEDTF(g[1], g[2]) }},
	{regexp.MustCompile(`^([0-9]{1,2})[-/.]([0-9]{4})$`), func(_ *dateForms, g []string) string { return monthEDTF(g[2], g[1]) }},
	{regexp.MustCompile(`^(?:(?i:the|les|die|de|los) )?([0-9]{3})0(?:['’]?s|er)$`), readDecade},
	{regexp.MustCompile(`^(?:(?i:les|los|de) )?(?i:années|annees|años|anos|jaren) ([0-9]{3})0$`), readDecade},
	{regexp.MustCompile(`^[Qq]([1-4])[ /-]?([0-9]{4})$`), func(_ *dateForms, g []string) string { return quarterDate(g[2], g[1]) }},
	{regexp.MustCompile(`^([0-9]{4})[ /-]?[Qq]([1-4])$`), func(_ *dateForms, g []string) string { return quarterDate(g[1], g[2]) }},
	{regexp.MustCompile(`^-([0-9]{1,6})$`), func(_ *dateForms, g []string) string { date, _ := yearsBCE(g[1]); return date.text }},
}

func readYearFirst(_ *dateForms, g []string) string {
	if g[2] != g[4] {
		return ""
	}
	return dayEDTF(g[1], g[3], g[5])
}

func readYearLast(f *dateForms, g []string) string {
	if g[2] != g[4] {
		return ""
	}
	switch f.order(g[1], g[2], g[3]) {
	case dayThenMonth:
		return dayEDTF(g[5], g[3], g[1])
	case monthThenDay:
		return dayEDTF(g[5], g[1], g[3])
	}
	return ""
}

// readDecade reads the 1980s. The 1900s may be ten years or a hundred: the longer is what is certain.
func readDecade(_ *dateForms, g []string) string {
	if hundreds, ok := strings.CutSuffix(g[1], "0"); ok {
		return hundreds + "XX"
	}
	return g[1] + "X"
}

func quarterDate(year, number string) string { return year + "-3" + string(number[0]+2) }

// dayEDTF returns a day, of a year of four digits and a month and day of one or two.
func dayEDTF(year, month, day string) string {
	return fmt.Sprintf("%s-%02s-%02s", year, month, day)
}

// monthEDTF returns a month, not one of the seasons of EDTF, which stand in its place.
func monthEDTF(year, month string) string {
	if number, err := strconv.Atoi(month); err != nil || number > 12 {
		return ""
	}
	return fmt.Sprintf("%s-%02s", year, month)
}

// yearsBCE returns a number of years BCE: there is no year 0 between 1 BCE and 1 CE, but EDTF has one.
func yearsBCE(years string) (cellDate, bool) {
	number, err := strconv.Atoi(years)
	if err != nil || number == 0 {
		return cellDate{}, false
	}
	return cellDate{text: yearEDTF(int64(1 - number))}, true
}
