package exchange

import (
	"strconv"
	"strings"

	"dateline/data/edtf"
)

// noteMidnight says what was made of times of day that are nothing but zeros.
const noteMidnight = "Dates with the time 00:00:00 are read as whole days."

// lastYearsAgo is the year beyond which TimelineJS does not count years BCE but says how many years ago.
const lastYearsAgo = -99_999

// dates reads the dates of a slide or era, and what is shown in their place.
func (r *slideReader) dates(shown *shownItem, slide *jsonNode) {
	start, end := slide.get("start_date"), slide.get("end_date")
	from, to := r.date(shown, start, "start_date"), r.date(shown, end, "end_date")
	date, ok := from, true
	if from == "" {
		if to != "" {
			shown.lose("it has an end, %s, but no start that can be read", to)
		}
	} else if to != "" {
		date, ok = intervalOf(from, to)
	}
	if !ok {
		shown.lose("its end, %s, is before its start: it is left out", to)
	}
	shown.date = date
	for _, place := range []struct {
		node *jsonNode
		says string // the date that the words stand for
		name string
	}{{slide, date, "Date"}, {start, from, "Start"}, {end, to, "End"}} {
		r.displayed(shown, place.node, place.says, place.name)
	}
}

// displayed takes what is shown in place of a date.
func (r *slideReader) displayed(shown *shownItem, node *jsonNode, says, name string) {
	words := shown.line("the display date", node.words("display_date"))
	if date, err := edtf.Parse(says); words == "" || err == nil && (date.Words() == words || says == words) {
		return
	}
	shown.inWords = append(shown.inWords, name+" as shown: "+words)
	shown.lose("“%s” is shown in place of its %s %s: that is kept in the summary", shortened(words), strings.ToLower(name), says)
}

// date returns a date in EDTF, "" if there is none or it cannot be read.
func (r *slideReader) date(shown *shownItem, node *jsonNode, name string) string {
	if node.empty() {
		return ""
	}
	if !node.isObject() {
		shown.lose("its %s is not a date: %s", name, shortened(string(node.raw)))
		return ""
	}
	p := r.parts(shown, node, name)
	node.get("display_date") // it is read with the others
	defer shown.rest(node, name+".")
	t := civilTime{precision: edtf.Year}
	year, ok := p.number("year")
	if !ok {
		if len(p.numbers) > 0 {
			shown.lose("its %s has no year: %s", name, shortened(string(node.raw)))
		}
		return ""
	}
	t.year = yearOfSlide(year)
	if year == 0 {
		shown.lose("the year 0 of its %s does not exist: it is read as 1 BCE", name)
	}
	p.fill(&t)
	if t.midnight() || t.precision <= edtf.Hour && t.hour == 0 && t.minute == 0 && t.second == 0 {
		t.precision = edtf.Day
		shown.note(noteMidnight)
	}
	t, ok = shown.exists(t, shortened(string(node.raw)))
	if !ok {
		return ""
	}
	return t.String()
}

// yearOfSlide returns the year as Dateline counts, 0 being 1 BCE, of one as TimelineJS does.
func yearOfSlide(year int64) int64 {
	if year < 0 && year >= lastYearsAgo {
		return year + 1
	}
	return year
}

// slideYear is the inverse of yearOfSlide but for one year.
func slideYear(year int64) int64 {
	if year <= 0 && year > lastYearsAgo {
		return year - 1
	}
	return year
}

// slideParts are the numbers of a date.
type slideParts struct {
	shown   *shownItem
	name    string
	numbers map[string]int64
}

func (r *slideReader) parts(shown *shownItem, node *jsonNode, name string) slideParts {
	p := slideParts{shown, name, map[string]int64{}}
	for _, part := range []string{"year", "month", "day", "hour", "minute", "second", "millisecond"} {
		text := node.words(part)
		if text == "" {
			continue
		}
		number, err := strconv.ParseInt(text, 10, 64)
		if err != nil || part != "year" && (number < 0 || number > 999) {
			shown.lose("the %s of its %s is not a number that it can be: “%s”", part, name, shortened(text))
			continue
		}
		p.numbers[part] = number
	}
	return p
}

func (p *slideParts) number(part string) (int64, bool) {
	number, ok := p.numbers[part]
	return number, ok
}

// fill sets the parts of a time from the month on, as far as there are all before them.
func (p *slideParts) fill(t *civilTime) {
	gap := false
	for _, part := range []struct {
		name      string
		into      *int
		precision edtf.Precision
	}{
		{"month", &t.month, edtf.Month},
		{"day", &t.day, edtf.Day},
		{"hour", &t.hour, edtf.Hour},
		{"minute", &t.minute, edtf.Minute},
		{"second", &t.second, edtf.Second},
	} {
		number, ok := p.number(part.name)
		if gap && ok && number != 0 {
			p.shown.lose("the %s %d of its %s is left out, as what should be before it is missing", part.name, number, p.name)
		}
		if gap = gap || !ok; !gap {
			*part.into, t.precision = int(number), part.precision
		}
	}
	if ms, _ := p.number("millisecond"); ms != 0 {
		p.shown.lose("the %d milliseconds of its %s are left out", ms, p.name)
	}
}
