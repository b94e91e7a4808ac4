package consistency

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// word is a word of a text with where it stands, in bytes.
type word struct {
	text       string
	start, end int
}

var wordPattern = regexp.MustCompile(`[\p{L}][\p{L}\p{M}’'-]*`)

func wordsOf(text string) []word {
	var list []word
	for _, at := range wordPattern.FindAllStringIndex(text, -1) {
		list = append(list, word{text[at[0]:at[1]], at[0], at[1]})
	}
	return list
}

// named is where a person is named in a text.
type named struct {
	person     string
	start, end int
}

// namesIn returns where people are named in a text: by their whole name, with one more name between at most (“Oussama
// Ahmad Atar”), or by the last of their names where no other of them has it and no name stands before it. A name that
// stands behind “of” is left out: in “the brother of Oussama Atar, 30 years old” it is not said whose age that is.
func namesIn(text string, people []string) []named {
	var list []named
	words := wordsOf(text)
	for _, person := range people {
		names := wordsOf(person)
		if len(names) == 0 {
			continue
		}
		for i := range words {
			n := wholeName(words[i:], names)
			if n == 1 && isInName(words, i) {
				n = 0
			}
			if n == 0 && isLastName(words, i, names, people, person) {
				n = 1
			}
			if n > 0 && (i == 0 || words[i-1].text != "of") {
				list = append(list, named{person, words[i].start, words[i+n-1].end})
			}
		}
	}
	return list
}

// wholeName returns how many words at the beginning are a name, 0 for none.
func wholeName(words, names []word) int {
	n := 0
	for i, name := range names {
		if i > 0 && i == len(names)-1 && n+1 < len(words) && words[n].text != name.text && isCapital(words[n].text) {
			n++ // another name
		}
		if n == len(words) || words[n].text != name.text {
			return 0
		}
		n++
	}
	return n
}

// isLastName reports whether a word is the last name of a person and of nobody else.
func isLastName(words []word, i int, names []word, people []string, person string) bool {
	last := names[len(names)-1].text
	if len(names) < 2 || words[i].text != last || i > 0 && isCapital(words[i-1].text) {
		return false
	}
	return !slices.ContainsFunc(people, func(other string) bool { return other != person && strings.HasSuffix(other, last) })
}

// isInName reports whether a word may be part of a longer name: whether one with a capital letter is next to it.
func isInName(words []word, i int) bool {
	return i > 0 && isCapital(words[i-1].text) || i+1 < len(words) && isCapital(words[i+1].text)
}

func isCapital(text string) bool {
	for _, r := range text {
		return unicode.IsUpper(r)
	}
	return false
}
