package widgets

import (
	"fmt"
	"strings"

	"dateline/data/facets"
)

// onlyWith stands before what is chosen.
const onlyWith = "Only events with "

// chosenHint stands there where nothing is chosen.
const chosenHint = "Click a name to see only the events that have it. Several can be chosen."

// chosenText returns the line that says what is chosen, the names marked.
func (l *FacetList) chosenText() lineText {
	if l.state.Chosen.Empty() {
		return lineText{chosenHint, len(chosenHint)}
	}
	return lineText{onlyWith + l.state.Chosen.Words(), len(onlyWith)}
}

func (l *FacetList) chosenLinks() []lineLink {
	c := l.state.Chosen
	clear := lineLink{"clear", func() { l.On.Clear() }}
	switch {
	case c.Empty():
		return nil
	case c.Several() && c.Any:
		return []lineLink{{"with all of them", func() { l.On.Any(false) }}, clear}
	case c.Several():
		return []lineLink{{"with any of them", func() { l.On.Any(true) }}, clear}
	}
	return []lineLink{clear}
}

// sumText returns the line that says how many names there are, and what leaves
// those out that no event within has, or brings them back.
func (l *FacetList) sumText() (lineText, []lineLink) {
	s := &l.state
	if s.Facets == nil || len(l.counts) == 0 {
		return lineText{}, nil
	}
	matching := len(l.names.shown)
	if l.present {
		matching += l.absent
	}
	text := namesWords(s.Kind, len(l.counts))
	if matching < len(l.counts) {
		text = fmt.Sprintf("%d of %s", matching, text)
	}
	if l.absent == 0 {
		return lineText{text, len(text)}, nil
	}
	text += fmt.Sprintf(", %d in no event shown", l.absent)
	link := lineLink{"leave out", func() { l.setPresent(true) }}
	if l.present {
		text += " left out"
		link = lineLink{"list all", func() { l.setPresent(false) }}
	}
	return lineText{text, len(text)}, []lineLink{link}
}

func (l *FacetList) setPresent(present bool) {
	l.present = present
	l.list(true)
}

// namesWords returns a number of names in words.
func namesWords(kind facets.Kind, n int) string {
	switch kind {
	case facets.People:
		return plural(n, "person", "people")
	case facets.Places:
		return plural(n, "place", "places")
	}
	return plural(n, "tag", "tags")
}

// emptyText returns what is said where there are no names to list.
func (l *FacetList) emptyText() string {
	s := &l.state
	switch {
	case s.Facets == nil:
		return s.Note
	case len(l.counts) == 0:
		return "There are no " + strings.ToLower(s.Kind.Words()) + " in this dataset."
	case l.present && l.absent > 0:
		return "Filters hide every event with these names. List all to see them."
	}
	return "No name has “" + s.Find + "” in it. Of the last word the beginning is enough: try fewer words, or fewer letters."
}

// countWords returns how many events have a name: within, and else.
func countWords(within, all int) string {
	if within == all {
		return fmt.Sprint(all)
	}
	return fmt.Sprintf("%d of %d", within, all)
}
