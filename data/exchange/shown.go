package exchange

import (
	"fmt"
	"slices"
	"strings"
)

// shownFile is what another program shows of a file.
type shownFile struct {
	head  shownItem // title and summary of the whole
	lanes []Lane    // its groups, without identifiers
	items []shownItem
	notes []string
	own   *keptFields // what Dateline wrote beside the other program's fields, nil for nothing
}

// shownItem is what another program shows of one of its items.
type shownItem struct {
	id, title, summary string
	date               string   // EDTF; "" where none can be read
	inWords            []string // what is shown in place of dates, each a line of the summary
	lane               string   // the name of its group, "" for none
	evidence           []shownEvidence
	losses             []string
	notes              []string
	kept               *Event // what Dateline wrote beside the other program's fields, nil for nothing
}

// shownEvidence is a quotation or an address of an item.
type shownEvidence struct {
	source Source // with a title, without identifier
	quote  string
}

// text returns the summary, with what is shown in place of dates before it.
func (s *shownItem) text() string {
	parts := slices.DeleteFunc([]string{strings.Join(s.inWords, "\n"), s.summary}, func(part string) bool { return part == "" })
	return strings.Join(parts, "\n\n")
}

// lose takes note of something that cannot be carried over.
func (s *shownItem) lose(format string, values ...any) {
	s.losses = append(s.losses, fmt.Sprintf(format, values...))
}

// note takes note of how something was read that could be read otherwise.
func (s *shownItem) note(how string) { s.notes = append(s.notes, how) }

// plain returns the text of HTML in a field and takes note of what it loses.
func (s *shownItem) plain(field, html string) string {
	text, lost := PlainText(html)
	for _, what := range lost {
		s.lose("%s in %s is left out", what, field)
	}
	return text
}

// line is plain for what is one line in Dateline.
func (s *shownItem) line(field, html string) string {
	return oneLine(s.plain(field, html))
}

// oneLine returns a text with one space for all white space that is not non-breaking.
func oneLine(text string) string {
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" \t\r\n\f", r) }), " ")
}

// rest takes note of the fields of an object that nobody asked for; within says whose they are, "" for the item's.
func (s *shownItem) rest(object *jsonNode, within string) {
	object.rest(func(name, value string) {
		s.lose("the field %s%s has no place in Dateline: %s", within, name, value)
	})
}

// exists returns a time as precise as it exists in the calendar, and takes note where that is less than was written. It
// reports false, with a note, where there is not even such a year.
func (s *shownItem) exists(t civilTime, written string) (civilTime, bool) {
	existing, same, ok := t.inCalendar()
	switch {
	case !ok:
		s.lose("the date “%s” is none that Dateline can hold", shortened(written))
	case !same:
		s.lose("the date “%s” is read as %s: more of it is not in the calendar", shortened(written), existing)
	}
	return existing, ok
}

// describe returns what is shown of an item in a line.
func describe(shown *shownItem) string {
	parts := []string{shown.title, shown.summary}
	for _, evidence := range shown.evidence {
		parts = append(parts, evidence.quote, evidence.source.URL)
	}
	parts = slices.DeleteFunc(parts, func(part string) bool { return strings.TrimSpace(part) == "" })
	if len(parts) == 0 {
		return "it says nothing"
	}
	return "“" + shortened(strings.Join(parts, "; ")) + "”"
}

// itemPlace names an item: by its title, or the number it has in its list.
func itemPlace(index int, title string) string {
	if title = shortened(title); title != "" {
		return "event “" + title + "”"
	}
	return fmt.Sprintf("event %d", index+1)
}
