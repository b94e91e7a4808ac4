// Package cite writes references in the forms that others read: an event with its evidence, several of them, or
// sources alone, as plain text, Markdown, BibTeX or CSL-JSON. What a dataset does not say is in none of them, and a date
// is never given more finely than it is known.
package cite

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"dateline/data"
)

// Format is a form of references, by the name that the command line has for it.
type Format string

// The formats.
const (
	Text     Format = "text"     // to be read, as [data.Set.Citation] has it
	Markdown Format = "markdown" // CommonMark, safe for the extensions of GitHub too
	BibTeX   Format = "bibtex"   // for BibTeX and for biblatex with biber
	CSLJSON  Format = "csl-json" // an array of items of the Citation Style Language, input schema 1.0
)

// Formats lists the formats in the order of a menu. It is not to be changed.
var Formats = []Format{Text, Markdown, BibTeX, CSLJSON}

// Words returns the format as a menu names it.
func (f Format) Words() string {
	switch f {
	case Text:
		return "Plain text"
	case Markdown:
		return "Markdown"
	case BibTeX:
		return "BibTeX"
	case CSLJSON:
		return "CSL-JSON"
	}
	return string(f)
}

// ErrNoSource is returned where there is no source to cite.
var ErrNoSource = errors.New("there is no source to cite")

// Event returns one event with its evidence, see [Events].
func Event(set *data.Set, event *data.Event, f Format) (string, error) {
	return Events(set, []*data.Event{event}, f)
}

// Events returns events of the set with their evidence, in their order and without a line break at the end. As text
// and as Markdown they stand one after another, each with its claims. BibTeX and CSL-JSON have one entry for each
// source, in the order of first use, whose note has what it says about the events; events that no source speaks of are
// not in them, and where that leaves none the error is [ErrNoSource]. There is also an error for an unknown format.
func Events(set *data.Set, events []*data.Event, f Format) (string, error) {
	switch f {
	case Text:
		return each(events, "\n\n", set.Citation), nil
	case Markdown:
		return each(events, "\n\n", func(e *data.Event) string { return markdownEvent(set, e) }), nil
	}
	return bibliography(evidence(set, events), f)
}

// Sources returns a bibliography of sources, by their indexes in the set, each once, without a line break at the end.
// The error is [ErrNoSource] for none, or says that an index or the format is unknown.
func Sources(set *data.Set, sources []int, f Format) (string, error) {
	var entries []*entry
	for i, index := range sources {
		if index < 0 || index >= len(set.Sources) {
			return "", fmt.Errorf("there is no source %d: the set has %d", index, len(set.Sources))
		}
		if !slices.Contains(sources[:i], index) {
			entries = append(entries, &entry{source: &set.Sources[index]})
		}
	}
	return bibliography(entries, f)
}

// bibliography writes entries one after another.
func bibliography(entries []*entry, f Format) (string, error) {
	if !slices.Contains(Formats, f) {
		return "", fmt.Errorf("there is no format %q for references", string(f))
	}
	if len(entries) == 0 {
		return "", ErrNoSource
	}
	switch f {
	case BibTeX:
		return each(entries, "\n\n", bibtexEntry), nil
	case CSLJSON:
		return cslItems(entries)
	case Markdown:
		return each(entries, "\n", func(e *entry) string { return "- " + markdownReference(e.source) }), nil
	}
	return each(entries, "\n", func(e *entry) string { return e.source.Reference() }), nil
}

func each[T any](list []T, between string, write func(T) string) string {
	parts := make([]string, len(list))
	for i, one := range list {
		parts[i] = write(one)
	}
	return strings.Join(parts, between)
}
