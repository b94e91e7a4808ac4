package widgets

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/widgets/scene"
)

// wrapped returns the lines of a text in a width: broken at line ends, at spaces,
// and within a word only where it is wider than a line. Nothing is left out but
// spaces at the breaks.
func wrapped(text string, width float64, measure func(string) float64) []string {
	var lines []string
	for paragraph := range strings.Lines(text) {
		lines = append(lines, wrappedParagraph(paragraph, width, measure)...)
	}
	return lines
}

func wrappedParagraph(text string, width float64, measure func(string) float64) []string {
	var lines []string
	space := measure(" ")
	line, used := "", 0.0
	for _, word := range strings.FieldsFunc(text, breaks) {
		start, wider := scene.Wider(word, width, measure)
		if wide := measure(start); line != "" && !wider && used+space+wide <= width {
			line, used = line+" "+word, used+space+wide
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		for wider {
			n := fitting(start, width, measure)
			if n == len(word) {
				break
			}
			lines = append(lines, word[:n])
			word = word[n:]
			start, wider = scene.Wider(word, width, measure)
		}
		line, used = word, measure(word)
	}
	return append(lines, line)
}

// breaks reports whether a line may end at a character. Spaces that hold words
// together, as French sets them inside quotation marks, do not.
func breaks(r rune) bool {
	return unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f' && r != '\u2007'
}

// fitting returns how many bytes of a word fit into a width: at least one
// character with what belongs to it.
func fitting(word string, width float64, measure func(string) float64) int {
	var ends []int
	for i, r := range word {
		if i > 0 && !joins(word[:i], r) {
			ends = append(ends, i)
		}
	}
	ends = append(ends, len(word))
	n := sort.Search(len(ends), func(i int) bool { return measure(word[:ends[i]]) > width })
	return ends[max(n-1, 0)]
}

// joins reports whether a character belongs to the one before it: accents, and
// what is joined to be one sign.
func joins(before string, r rune) bool {
	const joiner = '\u200d'
	last, _ := utf8.DecodeLastRuneInString(before)
	return unicode.In(r, unicode.M) || r == joiner || last == joiner
}
