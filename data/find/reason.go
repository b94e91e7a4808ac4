package find

import (
	"strings"

	"dateline/data"
	"dateline/data/search"
)

// Reason is why an event was found although its title has not all words.
type Reason struct {
	Kind Kind
	Text string // of which the words are part; "" if the title has them all
	At   int    // where in it the first word is that the title has not, in bytes
}

// Kind is what kind of text a reason is.
type Kind uint8

// The kinds of texts, in the order in which they are preferred.
const (
	Summary Kind = iota
	Quotation
	People
	Places
	Tags
)

// ReasonOf returns the text of an event that has most of the words that its title has not. Words is what was typed.
func ReasonOf(e *data.Event, words string) Reason {
	missing := missing(e.Title, words)
	if len(missing) == 0 {
		return Reason{}
	}
	best, most := Reason{}, 0
	consider := func(kind Kind, text string) {
		if has, at := count(text, missing); has > most {
			best, most = Reason{kind, text, at}, has
		}
	}
	consider(Summary, e.Summary)
	for i := range e.Claims {
		consider(Quotation, e.Claims[i].Quote)
	}
	consider(People, strings.Join(e.People, listed))
	consider(Places, strings.Join(e.Places, listed))
	consider(Tags, strings.Join(e.Tags, listed))
	return best
}

// count returns how many of the queries a text has, and where the first match of one is.
func count(text string, queries []search.Query) (has, at int) {
	at = len(text)
	for _, q := range queries {
		if q.Matches(text) {
			has++
			at = min(at, q.Match(text)[0].From)
		}
	}
	return has, at
}

// listed stands between the names of a list.
const listed = " · "

// missing returns a query for each word that a title has not.
func missing(title, words string) []search.Query {
	var missing []search.Query
	fields := strings.Fields(words)
	for i, field := range fields {
		if i < len(fields)-1 || !strings.HasSuffix(words, field) {
			field += " " // only of the last word the beginning is enough
		}
		if q := search.Parse(field); !q.Matches(title) {
			missing = append(missing, q)
		}
	}
	return missing
}
