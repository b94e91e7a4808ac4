package consistency

import (
	"regexp"
	"slices"
	"strings"

	"dateline/data"
	"dateline/data/edtf"
)

// counting is a way to count from a date that a quotation has named to another: so many years or days on or back.
type counting struct {
	hint        string // stands in every text that matches
	pattern     *regexp.Regexp
	years, days int
	times       bool // the first group of the pattern is how many
	apart       bool // said of years as they pass, not of those of the calendar
	of          bool // a date may follow that it is counted from
	final       bool // nothing may follow: “the year before his death” is counted from his death
}

// countings has what is counted. What is only about so long ago, or how long something took, does not match.
var countings = []counting{
	{hint: "following year", pattern: words(`the following year`), years: 1},
	{hint: "next year", pattern: words(`the next year`), years: 1},
	{hint: "previous year", pattern: words(`the previous year`), years: -1},
	{hint: "year before", pattern: words(`the year before`), years: -1, final: true},
	{hint: "year later", pattern: words(`(a|one) year later`), years: 1, times: true, apart: true},
	{hint: "years later", pattern: words(`(NUMBER) years later`), years: 1, times: true, apart: true},
	{hint: "year earlier", pattern: words(`(a|one) year earlier`), years: -1, times: true, apart: true},
	{hint: "years earlier", pattern: words(`(NUMBER) years earlier`), years: -1, times: true, apart: true},
	{hint: "years before", pattern: words(`(NUMBER) years before`), years: -1, times: true, apart: true, final: true},
	{hint: "following day", pattern: words(`the following day`), days: 1},
	{hint: "next day", pattern: words(`the next day`), days: 1},
	{hint: "previous day", pattern: words(`the previous day`), days: -1},
	{hint: "day before", pattern: words(`the day before`), days: -1, final: true},
	{hint: " eve", pattern: words(`the eve`), days: -1, of: true},
}

// words returns a pattern for words wherever they stand, with the one before them as its first group.
func words(text string) *regexp.Regexp {
	text = strings.ReplaceAll(text, "NUMBER", numberPattern)
	return regexp.MustCompile(`(?i)(?:([\p{L}’'-]+) )?\b` + text + `\b`)
}

// roughly are the words before a count that make it say less.
var roughly = map[string]bool{
	"about": true, "around": true, "almost": true, "nearly": true, "over": true, "under": true, "some": true,
	"than": true, "roughly": true, "approximately": true, "least": true, "most": true, "within": true, "for": true,
	"throughout": true, "during": true, "until": true, "or": true, "to": true, "half": true,
}

// mayCount reports quickly whether a text may count years or days.
func mayCount(text string) bool {
	if !strings.Contains(text, "year") && !strings.Contains(text, " day") && !strings.Contains(text, " eve") {
		return false
	}
	return slices.ContainsFunc(countings, func(how counting) bool { return strings.Contains(text, how.hint) })
}

// checkRelative reports a claim whose quotation counts from a date that it names to one that excludes the claim's, or
// the event's where it has none. The count begins at the nearest date before the words. A quotation may tell more than
// the event, therefore all its dates have to exclude that of the claim, those that are named and those that are counted.
func (c *checker) checkRelative(index int, e *data.Event, claim int) {
	quote := e.Claims[claim].Quote
	date := e.Claims[claim].Date
	if date.IsZero() {
		date = e.Date
	}
	named := mentions(quote)
	for i := range named {
		if !surely(named[i].date).excludes(surely(date)) {
			return
		}
	}
	var first *counted
	for _, found := range countedIn(quote, named) {
		if !found.when.excludes(surely(date)) {
			return
		}
		if first == nil {
			first = &found
		}
	}
	if first != nil {
		c.add(RelativeDate, []int{index}, []Ref{c.ref(e, claim)}, "%s has “%s”: counted from %s, that is %s, which excludes %s",
			c.source(&e.Claims[claim]), first.words, first.from.date.Words(), first.when.words(), date.Words())
	}
}

// counted is a date that a text gives by counting from another.
type counted struct {
	words string
	from  *mention
	when  when
}

// countedIn returns the dates that a text gives by counting from those that it names, kind by kind.
func countedIn(text string, named []mention) []counted {
	var list []counted
	for i := range countings {
		how := &countings[i]
		if !strings.Contains(text, how.hint) {
			continue
		}
		for _, at := range how.pattern.FindAllStringSubmatchIndex(text, -1) {
			start, times := at[0], 1
			if at[2] >= 0 {
				if roughly[strings.ToLower(text[at[2]:at[3]])] {
					continue
				}
				start = at[3] + 1
			}
			if how.times {
				times = timesOf(text[at[4]:at[5]])
			}
			from := nearest(named, start)
			if after := following(named, text, at[1]); how.of && after != nil {
				from = after
			}
			if from == nil || !from.sure() || how.final && goesOn(text[at[1]:]) {
				continue
			}
			list = append(list, counted{text[start:at[1]], from, how.from(surely(from.date), times)})
		}
	}
	return list
}

// timesOf returns how many times “a” or a number is.
func timesOf(text string) int {
	if number, ok := numberOf(text); ok {
		return number
	}
	return 1
}

// goesOn reports whether the words before the text are counted from what follows them.
func goesOn(text string) bool {
	text = strings.TrimLeft(text, " ")
	return text != "" && !strings.ContainsAny(text[:1], ".,;:!?)]\"") && !strings.HasPrefix(text, "”") && !strings.HasPrefix(text, "—")
}

// nearest returns the last date before a place in a text, nil if there is none.
func nearest(named []mention, place int) *mention {
	for i := len(named) - 1; i >= 0; i-- {
		if named[i].end <= place {
			return &named[i]
		}
	}
	return nil
}

// following returns the date that the text goes on with, behind “of”; nil if it does not.
func following(named []mention, text string, place int) *mention {
	for i := range named {
		if m := &named[i]; m.start > place && strings.TrimSpace(text[place:m.start]) == "of" {
			return m
		}
	}
	return nil
}

// rough is how much years that are counted as they pass may be more or less than whole, in seconds.
const rough = 183 * secondsPerDay

// from returns when it is that is counted from a date. Years are those of the calendar; as they pass, half a year more
// or less is allowed besides, where the date names more than a year.
func (how *counting) from(w when, times int) when {
	days := int64(how.days*times) * secondsPerDay
	if days != 0 {
		return when{w.earliest + days, w.latest + days, w.clock}
	}
	years := int64(how.years * times)
	first, _, _, _, _, _ := edtf.Civil(w.earliest)
	last, _, _, _, _, _ := edtf.Civil(w.latest)
	to := when{edtf.Instant(first+years, 1, 1, 0, 0, 0), edtf.Instant(last+years, 12, 31, 23, 59, 59), w.clock}
	if how.apart && w.latest-w.earliest < 300*secondsPerDay {
		to.earliest = min(to.earliest, inYears(w.earliest, years)-rough)
		to.latest = max(to.latest, inYears(w.latest, years)+rough)
	}
	return to
}

// inYears returns about the same instant so many years later.
func inYears(instant, years int64) int64 {
	year, month, day, hour, minute, second := edtf.Civil(instant)
	return edtf.Instant(year+years, month, min(day, 28), hour, minute, second)
}
