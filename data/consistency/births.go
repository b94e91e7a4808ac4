package consistency

import (
	"regexp"
	"strings"

	"dateline/data"
)

// birth is an event that is told as the birth of a person.
type birth struct {
	event   int
	when    when
	byTitle bool // that it is one stands in the event's title, not in a quotation alone
}

var (
	// birthTitle matches “Born in Laeken” and “Birth of a son”, not “Belgian-born” and “Birth certificate”.
	birthTitle = regexp.MustCompile(`(?i)(?:^|[^\p{L}-])born\b|^births?(?: of\b| in\b| at\b|\s*[,:;(—–]|$)|(?:^|[^\p{L}-])the birth of\b`)
	// birthQuote matches a quotation that begins with it.
	birthQuote = regexp.MustCompile(`(?i)^(?:born\b|birth of\b|(?:[\p{L}][\p{L}.’'-]* ){1,6}(?:is|was) born\b)`)
)

// people notes when the people of an event were, and whether it is the birth of the first of them.
func (c *checker) people(index int, e *data.Event) {
	if len(e.People) == 0 {
		return
	}
	earliest, _ := c.set.Events.Bounds(index)
	for _, person := range e.People {
		if first, ok := c.first[person]; !ok || earliest < first {
			c.first[person] = earliest
		}
	}
	b := birth{event: index, when: surely(e.Date), byTitle: mayTellBirth(e.Title) && birthTitle.MatchString(e.Title)}
	if b.byTitle || tellsBirth(e.Claims) {
		c.births[e.People[0]] = append(c.births[e.People[0]], b)
	}
}

// mayTellBirth reports quickly whether a text may tell a birth.
func mayTellBirth(text string) bool {
	return strings.Contains(text, "orn") || strings.Contains(text, "irth")
}

// tellsBirth reports whether a quotation begins with somebody's birth, behind its date.
func tellsBirth(claims []data.Claim) bool {
	for i := range claims {
		if quote := claims[i].Quote; mayTellBirth(quote) && birthQuote.MatchString(behindHead(quote)) {
			return true
		}
	}
	return false
}

// birthsOf returns the events that are the birth of a person: those whose titles say so, or else those before which
// nothing is told of them, since a quotation may begin with a birth and be about something later.
func (c *checker) birthsOf(person string) []birth {
	var titled, quoted []birth
	for _, b := range c.births[person] {
		switch earliest, _ := c.set.Events.Bounds(b.event); {
		case b.byTitle:
			titled = append(titled, b)
		case earliest <= c.first[person]:
			quoted = append(quoted, b)
		}
	}
	if titled != nil {
		return titled
	}
	return quoted
}
