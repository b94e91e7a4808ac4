package data

import "strings"

// Citation returns an event with its evidence as plain text, ready to be pasted: the title with the date in words, then
// a line for each claim with its quotation, its source and the place in it.
func (s *Set) Citation(e *Event) string {
	lines := []string{e.Title + " (" + e.Date.Words() + ")"}
	for _, claim := range e.Claims {
		line := "“" + claim.Quote + "” — " + s.Sources[claim.Source].Reference()
		if claim.Locator != "" {
			line += ", " + claim.Locator
		}
		if !claim.Date.IsZero() {
			line += " (dates it: " + claim.Date.Words() + ")"
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// Reference returns a source as a note names it: author, title, publisher, date and address, as far as they are known.
func (s Source) Reference() string {
	var parts []string
	if s.Author != "" {
		parts = append(parts, s.Author)
	}
	parts = append(parts, "“"+s.Title+"”")
	if s.Publisher != "" {
		parts = append(parts, s.Publisher)
	}
	if !s.Published.IsZero() {
		parts = append(parts, s.Published.Words())
	}
	if s.URL != "" {
		parts = append(parts, s.URL)
	}
	return strings.Join(parts, ", ")
}

// Name returns a source as briefly as it is known: its publisher, else its title, and its date.
func (s Source) Name() string {
	name := s.Publisher
	if name == "" {
		name = s.Title
	}
	if !s.Published.IsZero() {
		name += ", " + s.Published.Words()
	}
	return name
}
