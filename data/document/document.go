// Package document holds the texts that quotations come from: it reads them, and finds where in one a quotation stands.
//
// # What counts as the same
//
// A quotation is found where the same words stand in the same case, however they are typed:
//
//   - any white space, line breaks and no-break spaces too, is one space, and next to a dash or a double quotation mark
//     it is none;
//   - soft hyphens, zero-width characters and marks of direction are nothing;
//   - single quotation marks, apostrophes, primes and accents that stand for them are the same; so are double quotation
//     marks of any shape; so are dashes and hyphens, one or several;
//   - what Unicode counts as compatible is the same (NFKC): composed and decomposed letters, ligatures and their
//     letters, “…” and three dots.
//
// A quotation neither begins nor ends within a word of the text, except in scripts that write no spaces.
//
// An ellipsis in a quotation, in brackets or not, may also stand for text that was left out: where the quotation with
// its ellipses does not occur, its parts are looked for, one after another, with at most 5000 bytes between two.
package document

import (
	"slices"
	"strings"
)

// Document is a text with an index of its lines. It is immutable and may be shared between goroutines.
type Document struct {
	Name     string // of its file
	Text     string // in UTF-8, line breaks as in the file
	Hash     string // SHA-256 of the file's bytes in hexadecimal digits, "" where there is no file
	Encoding string // that the file was read in, such as "UTF-8"
	Caveat   string // a sentence on what may be wrong in Text because of how the file was read, or ""

	lines  []int32 // where each line begins
	folded folded
}

// New returns a document of a text. What is not UTF-8 in it becomes U+FFFD.
func New(name, text string) *Document {
	text = strings.ToValidUTF8(text, "\uFFFD")
	return &Document{Name: name, Text: text, Encoding: utf8Name, lines: linesOf(text), folded: fold(text)}
}

// linesOf returns where the lines of a text begin. They end with CR LF, LF or CR.
func linesOf(text string) []int32 {
	starts := []int32{0}
	for i := range len(text) {
		end := text[i] == '\n' || text[i] == '\r' && (i+1 == len(text) || text[i+1] != '\n')
		if end && i+1 < len(text) {
			starts = append(starts, int32(i+1))
		}
	}
	return starts
}

// Lines returns how many lines there are, one at least.
func (d *Document) Lines() int { return len(d.lines) }

// Line returns the bytes of Text that are a line, from 1 to Lines(), with what ends it.
func (d *Document) Line(number int) Range {
	line := Range{int(d.lines[number-1]), len(d.Text)}
	if number < len(d.lines) {
		line.To = int(d.lines[number])
	}
	return line
}

// LineOf returns the number, from 1, of the line in which a byte of Text stands.
func (d *Document) LineOf(offset int) int {
	after, found := slices.BinarySearch(d.lines, int32(offset))
	if found {
		after++
	}
	return after
}
