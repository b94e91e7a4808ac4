package cite

import (
	"strings"
	"unicode"

	"dateline/data"
)

// entry is a source in a bibliography.
type entry struct {
	source *data.Source
	says   []string // about events, a sentence without its full stop for each
}

// evidence returns the sources of the events' claims in the order of first use, with what they say.
func evidence(set *data.Set, events []*data.Event) []*entry {
	var entries []*entry
	known := make(map[int]*entry)
	for _, event := range events {
		quotes := make(map[int][]string) // by source
		for _, claim := range event.Claims {
			if known[claim.Source] == nil {
				known[claim.Source] = &entry{source: &set.Sources[claim.Source]}
				entries = append(entries, known[claim.Source])
			}
			quotes[claim.Source] = append(quotes[claim.Source], quoted(&claim))
		}
		for source, says := range quotes {
			about := "On “" + event.Title + "” (" + event.Date.Words() + "): "
			known[source].says = append(known[source].says, about+strings.Join(says, "; "))
		}
	}
	return entries
}

// quoted returns what a claim says, where, and the date that it gives of its own.
func quoted(claim *data.Claim) string {
	return "“" + claim.Quote + "”" + place(claim, func(text string) string { return text })
}

// place returns what follows a quotation or its source: the place in it, and the date that the claim gives of its own,
// both escaped for the format.
func place(claim *data.Claim, escaped func(string) string) string {
	text := ""
	if claim.Locator != "" {
		text += ", " + escaped(claim.Locator)
	}
	if !claim.Date.IsZero() {
		text += " (dates it: " + escaped(claim.Date.Words()) + ")"
	}
	return text
}

// note returns the entry's note on one line: when the source was published, where the entry's own fields cannot hold
// that, and what it says.
func (e *entry) note(published bool) string {
	var sentences []string
	if published {
		sentences = append(sentences, "Published "+e.source.Published.Words())
	}
	return line(strings.Join(append(sentences, e.says...), ". "))
}

// line returns a text on one line: line breaks, other control characters and spaces in a row are one space each.
func line(text string) string {
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }), " ")
}
