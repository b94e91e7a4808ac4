package exchange

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"dateline/data/edtf"
)

// simileTimes are the dates of an event; each may be missing.
type simileTimes struct {
	start, latestStart, earliestEnd, end civilTime
	has                                  struct{ start, latestStart, earliestEnd, end bool }
}

// dates reads the dates of an event.
func (r *simileReader) dates(shown *shownItem, event *jsonNode) {
	var t simileTimes
	var present []*civilTime
	for _, field := range []struct {
		name, short string
		into        *civilTime
		has         *bool
	}{
		{"start", "s", &t.start, &t.has.start},
		{"latestStart", "ls", &t.latestStart, &t.has.latestStart},
		{"earliestEnd", "ee", &t.earliestEnd, &t.has.earliestEnd},
		{"end", "e", &t.end, &t.has.end},
	} {
		if *field.into, *field.has = r.time(shown, firstField(event, field.name, field.short), field.name); *field.has {
			present = append(present, field.into)
		}
	}
	wholeDays(shown, present...)
	lasts := r.lasts(shown, event, &t)
	switch {
	case !t.has.start && !t.has.end:
		for _, left := range present {
			shown.lose("the date %s is left out, as it has neither start nor end", left)
		}
	case lasts:
		shown.date = t.lasting(shown)
	default:
		shown.date = t.between(shown)
	}
}

// lasts reports whether an event lasts, by what it says itself, else by what SIMILE makes of it.
func (r *simileReader) lasts(shown *shownItem, event *jsonNode, t *simileTimes) bool {
	ends := t.has.end || t.has.earliestEnd
	switch flag := strings.ToLower(firstField(event, "durationEvent", "de")); flag {
	case "true":
		return true
	case "false":
		return false
	}
	word := strings.ToLower(event.words("isDuration"))
	if word != "" && !r.xml && ends {
		shown.note("“isDuration” is taken at its word; SIMILE itself turns it round in JSON.")
	}
	switch {
	case word == "true":
		return true
	case word == "false", r.xml:
		return false
	}
	return ends
}

// yearForm is a year with or without an era.
var yearForm = regexp.MustCompile(`^(-?\d{1,9})(?i: *(BCE?|AD|CE))?$`)

// time reads a date, and reports whether there is one that can be read.
func (r *simileReader) time(shown *shownItem, text, name string) (civilTime, bool) {
	if text == "" {
		return civilTime{}, false
	}
	t, fraction, ok := readScriptDate(text)
	if m := yearForm.FindStringSubmatch(text); !ok && m != nil {
		year, _ := strconv.ParseInt(m[1], 10, 64)
		if strings.HasPrefix(strings.ToUpper(m[2]), "B") {
			year = 1 - year
		}
		t, ok = civilTime{year: year, precision: edtf.Year}, true
	}
	if !ok {
		shown.lose("its %s is not a date that can be read: “%s”", name, shortened(text))
		return t, false
	}
	if fraction {
		shown.lose("the fraction of a second of its %s is left out: “%s”", name, shortened(text))
	}
	return shown.exists(t, text)
}

// between returns the date of something that happened some time between two others.
func (t *simileTimes) between(shown *shownItem) string {
	switch {
	case !t.has.start:
		return "[.." + t.end.String() + "]"
	case !t.has.end && !t.has.latestStart && !t.has.earliestEnd:
		return t.start.String()
	}
	last, name := t.end, "end"
	if !t.has.end {
		if last, name = t.latestStart, "latestStart"; !t.has.latestStart {
			last, name = t.earliestEnd, "earliestEnd"
		}
	}
	for _, other := range []struct {
		name string
		has  bool
		time civilTime
	}{{"latestStart", t.has.latestStart, t.latestStart}, {"earliestEnd", t.has.earliestEnd, t.earliestEnd}} {
		if other.has && other.time != last {
			shown.lose("its %s, %s, is left out: it is some time between its start and its %s", other.name, other.time, name)
		}
	}
	if t.start == last {
		return t.start.String()
	}
	if same, ok := within(t.start, last); ok {
		return same.String()
	}
	if coarse := last.atPrecision(max(t.start.precision, edtf.Day)); lastSecond(coarse) == lastSecond(last) {
		last = coarse // 2012 for 2012-12-31 where the start is a year: the same time
	}
	set := fmt.Sprintf("[%s..%s]", t.start, last)
	if _, err := edtf.Parse(set); err != nil {
		shown.lose("its %s, %s, is before its start: it is left out", name, last)
		return t.start.String()
	}
	return set
}

// lasting returns the date of something that lasts.
func (t *simileTimes) lasting(shown *shownItem) string {
	from, to := "", ""
	if t.has.start {
		from = t.bound(shown, t.start, t.latestStart, t.has.latestStart, "latestStart")
	}
	if t.has.end {
		to = t.bound(shown, t.end, t.earliestEnd, t.has.earliestEnd, "earliestEnd")
	} else if t.has.earliestEnd {
		shown.lose("its earliestEnd, %s, is left out: the end is read as not known", t.earliestEnd)
	}
	if from == "" && to == "" {
		shown.lose("its start and its end are too far from what they may be")
		return ""
	}
	if decade := from + "/" + to; from == to && strings.Contains(from, "X") {
		if _, err := edtf.Parse(decade); err == nil {
			return decade // from some year of it to another, not one alone
		}
	}
	date, ok := intervalOf(from, to)
	if !ok {
		shown.lose("its end, %s, is before its start: it is left out", to)
	}
	return date
}

// bound returns one end of something that lasts, which may lie anywhere between a time and another, in EDTF; "" for not
// known.
func (t *simileTimes) bound(shown *shownItem, at, other civilTime, has bool, name string) string {
	if !has || at == other {
		return at.String()
	}
	early, late := at, other
	if name == "earliestEnd" {
		early, late = other, at
	}
	if same, ok := within(early, late); ok {
		return same.String()
	}
	text := commonPart(early, late)
	if text == "" {
		shown.lose("it lies between %s and %s, for which there is no date: it is read as not known", early, late)
	} else {
		shown.lose("its %s, %s, makes it some time between %s and %s: EDTF cannot say that of an end, and it is read as %s",
			name, other, early, late, text)
	}
	return text
}

// within returns the year, month or day that begins with one time and ends with the other.
func within(early, late civilTime) (civilTime, bool) {
	earliest, _ := early.bounds()
	_, latest := late.bounds()
	for _, p := range []edtf.Precision{edtf.Year, edtf.Month, edtf.Day} {
		t := early.atPrecision(p)
		if from, to := t.bounds(); from == earliest && to == latest {
			return t, true
		}
	}
	return civilTime{}, false
}

// commonPart returns the smallest day, month, year, decade, century or more that holds two times, in EDTF; "" if none
// does.
func commonPart(a, b civilTime) string {
	for _, p := range []edtf.Precision{edtf.Day, edtf.Month, edtf.Year} {
		if a.precision <= p && b.precision <= p && a.atPrecision(p) == b.atPrecision(p) {
			return a.atPrecision(p).String()
		}
	}
	sign, x, y := "", a.year, b.year
	if x < 0 && y < 0 {
		sign, x, y = "-", -x, -y
	}
	if x < 0 || y < 0 || x > 9999 || y > 9999 {
		return ""
	}
	one, other := fmt.Sprintf("%04d", x), fmt.Sprintf("%04d", y)
	common := 0
	for common < 4 && one[common] == other[common] {
		common++
	}
	return sign + one[:common] + strings.Repeat("X", 4-common)
}
