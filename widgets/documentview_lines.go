package widgets

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"

	"dateline/data/document"
)

// mostRow is how many bytes of a line of a document are laid out at once: one
// line can be the whole document.
const mostRow = 2000

// rowStarts returns where the rows of a document begin: each line is one, or
// several where it is long.
func rowStarts(d *document.Document) []int32 {
	starts := make([]int32, 0, d.Lines())
	for number := 1; number <= d.Lines(); number++ {
		line := d.Line(number)
		for line.To-line.From > mostRow {
			starts = append(starts, int32(line.From))
			line.From += rowLength(d.Text[line.From : line.From+mostRow])
		}
		starts = append(starts, int32(line.From))
	}
	return starts
}

// rowLength returns how much of the beginning of a long line is a row: it ends
// with a word if it can, and not within a character.
func rowLength(text string) int {
	if space := strings.LastIndexFunc(text, unicode.IsSpace); space > mostRow/2 {
		_, size := utf8.DecodeRuneInString(text[space:])
		return space + size
	}
	end := len(text)
	for end > mostRow/2 {
		r, size := utf8.DecodeLastRuneInString(text[:end])
		end -= size
		if r != utf8.RuneError && !unicode.Is(unicode.M, r) {
			return end
		}
	}
	return len(text)
}

// docBreaker breaks rows of a document into lines.
type docBreaker struct {
	letters   docLetters
	width     float64 // of a line, in pixels
	segmenter segmenter.Segmenter

	lines []document.Range // those that are full
	from  int              // where the last one begins
	used  float64          // of its width
}

// broken returns the lines of a text, which are as wide as there is room, and
// all of the text together. White space at the end of one may reach beyond it.
func (b *docBreaker) broken(text string) []document.Range {
	b.lines, b.from, b.used = nil, 0, 0
	content := strings.TrimRight(text, "\r\n")
	b.segmenter.Init([]rune(content))
	parts := b.segmenter.LineIterator() // which may be followed by the end of a line
	for at := 0; parts.Next(); {
		size := 0
		for _, r := range parts.Line().Text {
			size += utf8.RuneLen(r)
		}
		b.put(content, at, at+size)
		if at += size; parts.Line().IsMandatoryBreak && at < len(content) {
			b.end(at)
		}
	}
	return append(b.lines, document.Range{From: b.from, To: len(text)})
}

// end ends the last line.
func (b *docBreaker) end(at int) {
	b.lines = append(b.lines, document.Range{From: b.from, To: at})
	b.from, b.used = at, 0
}

// put puts a part of a text that is not to be broken on the last line, or on the
// next if there is no room. What is wider than a line is broken nevertheless.
func (b *docBreaker) put(text string, from, to int) {
	part := text[from:to]
	bare := b.letters.width(strings.TrimRightFunc(part, unicode.IsSpace))
	if b.used > 0 && b.used+bare > b.width {
		b.end(from)
	}
	if bare <= b.width {
		b.used += b.letters.width(part)
		return
	}
	for at := from; at < to; {
		size, width := b.letters.next(text[at:to])
		if width > b.width { // a run of letters that change their form
			_, size = utf8.DecodeRuneInString(text[at:])
			width = b.letters.width(text[at : at+size])
		}
		if b.used > 0 && b.used+width > b.width {
			b.end(at)
		}
		b.used += width
		at += size
	}
}
