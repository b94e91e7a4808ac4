// Package facets has the people, places and tags of a set with the events that name them. A name is what is written in
// the dataset, to the letter: nothing is taken for another spelling of something else, but names that differ only in
// case, accents or white space stand beside each other.
package facets

import (
	"strings"
	"unicode"

	"dateline/data"
	"dateline/data/search"
)

// Kind is what names are of.
type Kind uint8

// The kinds of names.
const (
	People Kind = iota
	Places
	Tags
)

// Kinds are all kinds, in the order in which they are shown.
var Kinds = [...]Kind{People, Places, Tags}

// Words returns the kind as it is written in a heading.
func (k Kind) Words() string { return [...]string{"People", "Places", "Tags"}[k] }

// Name is a person, place or tag.
type Name struct {
	Text  string // as in the dataset; it can be empty or blank, if it is so there
	Count int    // events that name it
}

// Line returns a name fit for a line of text: control characters become spaces, and a name of which nothing would be
// seen is put in quotation marks.
func Line(name string) string {
	name = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, name)
	if strings.TrimSpace(name) == "" {
		return "“" + name + "”"
	}
	return name
}

// Facets are the names of a set and who has them. They are immutable and may be shared between goroutines.
type Facets struct {
	count int // events of the set
	kinds [len(Kinds)]table
}

// table has the names of a kind.
type table struct {
	names  []Name
	places map[string]int // in names, by text
	groups []uint32       // for each name the same number as for those like it, by which they are sorted
	from   []int          // for each name where its events begin, and after the last where they end
	events []uint32       // of one name after the other
}

// of returns the events of the name at a place.
func (t *table) of(place int) []uint32 { return t.events[t.from[place]:t.from[place+1]] }

// Names returns the names of a kind: those first that most events name, and where that is the same, as folded, in
// order of the alphabet. Names that differ only in case, accents or white space are beside each other, where the most
// frequent of them stands. The slice is not to be changed.
func (f *Facets) Names(kind Kind) []Name { return f.kinds[kind].names }

// Place returns where in Names a name is, and whether it is there at all.
func (f *Facets) Place(kind Kind, name string) (int, bool) {
	place, ok := f.kinds[kind].places[name]
	return place, ok
}

// CountIn returns for each of Names how many of the selected events name it. The selection must be of the set that the
// facets are of. It takes a few milliseconds for a million events.
func (f *Facets) CountIn(kind Kind, selection *data.Selection) []int {
	t := &f.kinds[kind]
	counts := make([]int, len(t.names))
	for place := range counts {
		if selection.Len() == f.count {
			counts[place] = t.names[place].Count
			continue
		}
		for _, event := range t.of(place) {
			if selection.Has(int(event)) {
				counts[place]++
			}
		}
	}
	return counts
}

// ByCount returns the places in Names of all names, in the order that Names would have if counts, one for each of them,
// were how many events name it.
func (f *Facets) ByCount(kind Kind, counts []int) []int { return f.kinds[kind].sorted(counts) }

// Matching returns the places in Names, in order, of the names that have all words of a text, whatever their case and
// accents; of the last word the beginning is enough, unless white space comes after it. A text without words matches
// all names.
func (f *Facets) Matching(kind Kind, text string) []int {
	q := search.Parse(text)
	var places []int
	for place, name := range f.kinds[kind].names {
		if q.Matches(name.Text) {
			places = append(places, place)
		}
	}
	return places
}
