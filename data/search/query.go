package search

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// Query is the words that are looked for. The zero Query looks for nothing, which everything has. It can be used by
// several goroutines.
type Query struct{ terms []term }

// term is one folded word that is looked for.
type term struct {
	folded string
	prefix bool // words that only begin with it will do
}

// Range is where a word is in a text: the bytes from From up to, not including, To.
type Range struct{ From, To int }

// Parse returns the query that a text asks for: each of its words, in any order. Of the last one the beginning is
// enough, as it may still be being typed, unless white space comes after it.
func Parse(text string) Query {
	var q Query
	typed := wordReader[string]{text: text}
	last := 0
	for typed.next() {
		q.terms = append(q.terms, term{folded: string(typed.folded())})
		last = typed.to
	}
	if len(q.terms) == 0 {
		return q
	}
	q.terms[len(q.terms)-1].prefix = !strings.ContainsFunc(text[last:], unicode.IsSpace)
	slices.SortFunc(q.terms, func(a, b term) int { // long words are rare, and looked for first
		return cmp.Or(len(b.folded)-len(a.folded), strings.Compare(a.folded, b.folded))
	})
	return Query{slices.Compact(q.terms)}
}

// Empty reports whether the query has no words.
func (q Query) Empty() bool { return len(q.terms) == 0 }

// Match returns where the words are in a text that match any word of the query, in order; nil if there are none.
// A word of which only the beginning was looked for is marked whole, and with all its marks.
func (q Query) Match(text string) []Range {
	var found []Range
	written := wordReader[string]{text: text}
	for written.next() {
		word := written.folded()
		if slices.ContainsFunc(q.terms, func(t term) bool { return t.matches(word) }) {
			found = append(found, Range{written.from, written.to})
		}
	}
	return found
}

// Matches reports whether every word of the query is in one of the texts, as Segment.Find does for documents of these
// texts. It allocates nothing.
func (q Query) Matches(texts ...string) bool {
	for i := range q.terms {
		if !slices.ContainsFunc(texts, q.terms[i].in) {
			return false
		}
	}
	return true
}

func (t *term) matches(word []byte) bool {
	return len(word) >= len(t.folded) && string(word[:len(t.folded)]) == t.folded &&
		(t.prefix || len(word) == len(t.folded))
}

// in reports whether a text has the term. As long as the text is ASCII, only words are looked at that begin as the term
// does.
func (t *term) in(text string) bool {
	for i := range len(text) {
		switch asciiFolds[text[i]] {
		case t.folded[0]:
			if (i == 0 || asciiFolds[text[i-1]] == separator) && t.at(text[i:]) {
				return true
			}
		case beyond:
			for i > 0 && asciiFolds[text[i-1]] != separator {
				i-- // the word has begun in ASCII
			}
			return t.inAny(text[i:])
		}
	}
	return false
}

// at reports whether a text begins with a word in ASCII that is the term.
func (t *term) at(text string) bool {
	if len(text) < len(t.folded) {
		return false
	}
	for i := range len(t.folded) {
		if asciiFolds[text[i]] != t.folded[i] {
			return false
		}
	}
	rest := text[len(t.folded):]
	return t.prefix || rest == "" || asciiFolds[rest[0]] == separator || len(t.folded) == mostBytes
}

// inAny reports whether a text in any script has the term.
func (t *term) inAny(text string) bool {
	written := wordReader[string]{text: text}
	for written.next() {
		if t.matches(written.folded()) {
			return true
		}
	}
	return false
}
