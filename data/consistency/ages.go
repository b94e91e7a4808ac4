package consistency

import (
	"regexp"
	"slices"
	"strings"
)

// stated is an age that a text states of a person.
type stated struct {
	person string
	age    int
}

// ageForms are the ways to state an age, which is the first group. Of “32-year-old” the name may stand before or behind
// it, of the others before it only. One of the hints stands in every text that matches.
var ageForms = []struct {
	hints   []string
	pattern *regexp.Regexp
	before  bool
}{
	{[]string{"year-old", "years-old", "year old", "years old"}, regexp.MustCompile(`(?i)\b(` + numberPattern + `)[- ]years?[- ]old\b`), true},
	{[]string{"years of age"}, regexp.MustCompile(`(?i)\b(` + numberPattern + `) years of age\b`), false},
	{[]string{" aged ", "(aged ", "Aged ", "age of "}, regexp.MustCompile(`(?i)\b(?:aged|at the age of) (` + numberPattern + `)\b`), false},
}

// mayBe reports quickly whether one of the hints stands in a text.
func mayBe(text string, hints []string) bool {
	return slices.ContainsFunc(hints, func(hint string) bool { return strings.Contains(text, hint) })
}

var (
	// behindName matches what may stand between a name and the age of who is named.
	behindName = regexp.MustCompile(`^[\s,(—–]*(?:(?:who|is|was|now|a|an|the|only|just|himself|herself)[\s,]+)*$`)
	// beforeName matches the same of an age that stands before the name: “32-year-old Belgian national”.
	beforeName = regexp.MustCompile(`^\s+(?:[\p{L}’'-]+\s+){0,4}$`)
	// others are words after which it is somebody else who is named.
	others = regexp.MustCompile(`(?i)\b(?:of|and|or|from|with|in|to|by|for|at|on|who|is|was|whose|son|daughter|like|called)\b`)

	rangeBefore = regexp.MustCompile(`(?i)(?:\d\s?[-–/.]|\b(?:to|or|and|nearly|almost|about|around|over|under|some|not)(?: an?)?)\s?$`)
	moreBehind  = regexp.MustCompile(`(?i)^[,\s]*(?:[-–/.]\d|(?:to|or|and a half|when|at|before|after|by|once|until|while|as|in)\b)`)
)

// agesIn returns the ages that a text states of people, where name and age stand next to each other, so that there is no
// doubt whose age it is.
func agesIn(text string, people []string) []stated {
	var list []stated
	for i := range ageForms {
		form := &ageForms[i]
		if !mayBe(text, form.hints) {
			continue
		}
		names := namesIn(text, people)
		for _, at := range form.pattern.FindAllStringSubmatchIndex(text, -1) {
			age, ok := numberOf(text[at[2]:at[3]])
			person, named := whose(text, names, at[0], at[1], form.before)
			if ok && named && isPlain(text, at[0], at[1]) {
				list = append(list, stated{person, age})
			}
		}
	}
	return list
}

// isPlain reports whether an age is that of one known time: not one end of a range (“20-32-year-old”, “aged 32 to 40”),
// and not that of another time than the text's (“32 years old when …”).
func isPlain(text string, start, end int) bool {
	return !rangeBefore.MatchString(text[:start]) && !moreBehind.MatchString(text[end:])
}

// whose returns the person whose age stands in a text from one place to another.
func whose(text string, names []named, start, end int, before bool) (person string, ok bool) {
	for _, n := range names {
		switch {
		case n.end <= start && behindName.MatchString(text[n.end:start]):
			return n.person, true
		case before && n.start >= end && beforeName.MatchString(text[end:n.start]) && !others.MatchString(text[end:n.start]):
			return n.person, true
		}
	}
	return "", false
}
