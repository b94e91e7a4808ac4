package consistency

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"dateline/data/edtf"
)

// mention is a date in a text.
type mention struct {
	start, end int       // where it stands, in bytes
	date       edtf.Date // zero for one that does not say enough, such as “18 June”, “summer 2010” or “the 1990s”
}

// sure reports whether the mention says when something is.
func (m *mention) sure() bool { return !m.date.IsZero() }

// monthNames has the names of the months as sources write them, long and short, in the order of the year.
var monthNames = []string{
	"January|Jan", "February|Feb", "March|Mar", "April|Apr", "May", "June|Jun", "July|Jul", "August|Aug",
	"September|Sept|Sep", "October|Oct", "November|Nov", "December|Dec",
}

// What the groups of a form are.
const (
	theYear   = 'y'
	theMonth  = 'm' // by name
	theNumber = 'n' // of the month
	theDay    = 'd'
	theEnd    = 'e' // the year in which it ends
	aloneYear = 'a'
	notEnough = 'v'
)

// forms has the ways to write a date. Of those that begin at the same place the first counts.
var forms = []struct{ pattern, groups string }{
	{`(\d{4})-(\d\d)-(\d\d)`, "ynd"},
	{`(\d{4}),? MONTH,? DAY`, "ymd"},
	{`DAY(?: of)? MONTH,? (\d{4})`, "dmy"},
	{`MONTH,? DAY,? (\d{4})`, "mdy"},
	{`(\d{4},? \(?SEASON|SEASON(?: of)?,? \d{4})`, "v"},
	{`(\d{4}),? MONTH`, "ym"},
	{`MONTH(?: of)?,? (\d{4})`, "my"},
	{`(\d{4})[/–](\d{4})`, "ye"},
	{`(\d{4}s)`, "v"},
	{`(\d{4})`, "a"},
	{`DAY(?: of)? MONTH`, "vv"},
	{`MONTH,? DAY`, "vv"},
	{`MONTH`, "v"},
}

// mentionPattern is all forms, and mentionGroups what each group of it is.
var mentionPattern, mentionGroups = func() (*regexp.Regexp, string) {
	names := strings.NewReplacer(
		"MONTH", `(`+strings.Join(monthNames, "|")+`)\b\.?`,
		"DAY", `(\d{1,2})(?:st|nd|rd|th)?`,
		"SEASON", `(?:[Ss]pring|[Ss]ummer|[Aa]utumn|Fall|[Ww]inter)`,
	)
	patterns, groups := make([]string, len(forms)), " " // the first group is the whole
	for i, f := range forms {
		patterns[i] = names.Replace(f.pattern)
		groups += f.groups
	}
	return regexp.MustCompile(`\b(?:` + strings.Join(patterns, "|") + `)`), groups
}()

// mentions returns the dates in a text, in their order. A year that stands alone counts as a date where it is not taken
// for something else than when it happened: at the beginning, and behind “in”, “during” and the like.
func mentions(text string) []mention {
	var list []mention
	for _, at := range mentionPattern.FindAllStringSubmatchIndex(text, -1) {
		parts := make(map[byte]string)
		for i := 1; i < len(mentionGroups); i++ {
			if at[2*i] >= 0 {
				parts[mentionGroups[i]] = text[at[2*i]:at[2*i+1]]
			}
		}
		m := mention{start: at[0], end: at[1]}
		alone, bare := parts[aloneYear]
		if startsDigit(text[m.end:]) || bare && (alone < "1000" || alone >= "3000") {
			continue // a number
		}
		if !bare || isInYear(text[:m.start]) {
			m.date = dateOf(parts)
		}
		list = append(list, m)
	}
	return list
}

func startsDigit(text string) bool { return text != "" && text[0] >= '0' && text[0] <= '9' }

// dateOf returns the date with the parts of a mention, zero where it is not one.
func dateOf(parts map[byte]string) edtf.Date {
	text := parts[theYear] + parts[aloneYear]
	if end := parts[theEnd]; end != "" {
		text += "/" + end
	}
	if name := parts[theMonth]; name != "" {
		text += "-" + twoDigits(1+slices.IndexFunc(monthNames, func(names string) bool {
			return slices.Contains(strings.Split(names, "|"), name)
		}))
	}
	for _, part := range []byte{theNumber, theDay} {
		if number, ok := numberOf(parts[part]); ok {
			text += "-" + twoDigits(number)
		}
	}
	if parts[notEnough] != "" {
		return edtf.Date{}
	}
	date, _ := edtf.Parse(text) // “31 June 2010” is no date
	return date
}

func twoDigits(number int) string {
	return string([]byte{'0' + byte(number/10), '0' + byte(number%10)})
}

// isInYear reports whether a year behind the text is when something happened: whether nothing stands before it, or a
// word that says so.
func isInYear(before string) bool {
	before = strings.TrimRightFunc(before, unicode.IsSpace)
	word := before[len(strings.TrimRightFunc(before, unicode.IsLetter)):]
	switch strings.ToLower(word) {
	case "in", "during", "of", "early", "late", "mid", "year":
		return true
	case "":
		return strings.IndexFunc(before, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0
	}
	return false
}
