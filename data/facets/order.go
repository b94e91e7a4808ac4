package facets

import (
	"bytes"
	"cmp"
	"slices"
	"unicode"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// groupsOf returns for each text a number that is the same for those that differ only in case, accents or white space.
// The numbers are in order of the alphabet.
func groupsOf(texts []string) []uint32 {
	// Marks are taken away as data/search does; not all of them are accents to a collator, the hamza is none.
	bare := transform.Chain(norm.NFKD, runes.Remove(runes.Predicate(func(r rune) bool {
		return unicode.IsSpace(r) || unicode.In(r, unicode.Mn, unicode.Me)
	})))
	collator := collate.New(language.Und, collate.Loose)
	var buffer collate.Buffer
	keys := make([][]byte, len(texts))
	order := make([]int, len(texts))
	for i, text := range texts {
		folded, _, err := transform.String(bare, text)
		if err != nil {
			folded = text // only what is no text cannot be folded
		}
		keys[i], order[i] = collator.KeyFromString(&buffer, folded), i
	}
	slices.SortFunc(order, func(a, b int) int { return bytes.Compare(keys[a], keys[b]) })
	groups := make([]uint32, len(texts))
	for i, at := range order {
		if i == 0 {
			continue
		}
		groups[at] = groups[order[i-1]]
		if !bytes.Equal(keys[at], keys[order[i-1]]) {
			groups[at]++
		}
	}
	return groups
}

// sorted returns the places of all names: the greatest counts first, but names of a group together, then in order of
// the alphabet.
func (t *table) sorted(counts []int) []int {
	most := make([]int, len(t.names)) // of each group; there are no more groups than names
	places := make([]int, len(t.names))
	for place, group := range t.groups {
		most[group] = max(most[group], counts[place])
		places[place] = place
	}
	slices.SortFunc(places, func(a, b int) int {
		groupA, groupB := t.groups[a], t.groups[b]
		return cmp.Or(
			cmp.Compare(most[groupB], most[groupA]), cmp.Compare(groupA, groupB),
			cmp.Compare(counts[b], counts[a]), cmp.Compare(t.names[a].Text, t.names[b].Text),
		)
	})
	return places
}
