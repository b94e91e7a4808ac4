package scene

import (
	"sort"
	"strings"
	"unicode"
)

// Ellipsis ends a shortened text.
const Ellipsis = "…"

// minLetters is how many letters of a title a shortened label keeps at least;
// fewer say nothing, so that the label is left out instead.
const minLetters = 4

// Shorten returns the text if it is at most max wide, else its longest
// beginning with an ellipsis that is, else "" (fewer than four letters would
// be left). A letter is never parted from its accents, nor a sign made of
// several.
func Shorten(text string, max float64, width func(string) float64) string {
	if width(text) <= max {
		return text
	}
	ends := cuts(text)
	fit := sort.Search(len(ends), func(i int) bool { return width(begin(text, ends[i])) > max })
	if fit == 0 {
		return ""
	}
	return begin(text, ends[fit-1])
}

func begin(text string, end int) string {
	return strings.TrimRightFunc(text[:end], unicode.IsSpace) + Ellipsis
}

// joiner makes one sign of the two beside it.
const joiner = '\u200d'

// cuts returns the places before which a text may be shortened, in order.
func cuts(text string) []int {
	ends := make([]int, 0, len(text))
	letters, before := 0, rune(0)
	for at, r := range text {
		goesOn := r >= 0x80 && unicode.In(r, unicode.M, unicode.Cf, unicode.Sk) || before == joiner
		if !goesOn && letters >= minLetters {
			ends = append(ends, at)
		}
		if !goesOn && !unicode.IsSpace(r) {
			letters++
		}
		before = r
	}
	return ends
}
