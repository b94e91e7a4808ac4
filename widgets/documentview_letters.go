package widgets

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/data/visible"
)

// docLetters measures the letters of a document. Most are measured once and
// added up; those that change their form beside others are measured in runs.
type docLetters struct {
	text   *textMeasure
	face   textFace
	widths map[rune]float64
}

// mostRun is how many bytes are measured together. It is more than nearly all
// words, except where words are written without spaces.
const mostRun = 60

// tabStop is what is shown for a tab.
const tabStop = "    "

// unseen reports whether a character is left out of what is shown: one that ends
// a line, or that would have no width, but some fonts draw something for it.
func unseen(r rune) bool {
	switch r {
	case '\n', '\r', '\u00AD', '\u200B', '\u2060', '\uFEFF':
		return true
	}
	return false
}

// docShown returns a stretch of text as it is shown.
func docShown(text string) string {
	if strings.IndexFunc(text, func(r rune) bool { return r == '\t' || unseen(r) }) < 0 {
		return visible.Line(text)
	}
	var shown strings.Builder
	for _, r := range text {
		switch {
		case r == '\t':
			shown.WriteString(tabStop)
		case !unseen(r):
			shown.WriteRune(r)
		}
	}
	return visible.Line(shown.String())
}

// standsAlone reports whether a character is as wide anywhere: those of Latin,
// Greek, Cyrillic, Chinese, Japanese and Korean writing and their signs.
func standsAlone(r rune) bool {
	for _, block := range [...][2]rune{
		{0, 0x2FF},
		{0x370, 0x52F},
		{0x1E00, 0x200A},
		{0x2010, 0x2029},
		{0x202F, 0x205F},
		{0x2070, 0x20CF},
		{0x2100, 0x25FF},
		{0x2E80, 0x3029},
		{0x3030, 0x3098},
		{0x309B, 0xA4CF},
		{0xAC00, 0xD7A3},
		{0xF900, 0xFAFF},
		{0xFF00, 0xFFFD},
	} {
		if r <= block[1] {
			return r >= block[0]
		}
	}
	return false
}

// letter returns how wide a character is that stands alone.
func (l *docLetters) letter(r rune) float64 {
	width, known := l.widths[r]
	if !known {
		if shown := visible.Line(string(r)); shown != string(r) {
			width = l.text.widthIn(shown, l.face)
		} else {
			width = float64(letterWidth(r, l.face))
		}
		l.widths[r] = width
	}
	return width
}

// next returns how many bytes at the beginning of a text are measured together,
// and how wide they are.
func (l *docLetters) next(text string) (size int, width float64) {
	r, size := utf8.DecodeRuneInString(text)
	after, _ := utf8.DecodeRuneInString(text[size:])
	switch {
	case unseen(r):
		return size, 0
	case r == '\t':
		return size, l.letter(' ') * float64(len(tabStop))
	case standsAlone(r) && !unicode.Is(unicode.M, after):
		return size, l.letter(r)
	}
	for size < len(text) {
		r, more := utf8.DecodeRuneInString(text[size:])
		if standsAlone(r) || unseen(r) || size >= mostRun && !unicode.Is(unicode.M, r) {
			break
		}
		size += more
	}
	return size, l.text.widthIn(text[:size], l.face)
}

// width returns how wide a text is on a line.
func (l *docLetters) width(text string) float64 {
	sum := 0.0
	for at := 0; at < len(text); {
		size, width := l.next(text[at:])
		sum += width
		at += size
	}
	return sum
}

// near returns the place in a text, between two characters, that is nearest to
// so many pixels from its left edge.
func (l *docLetters) near(text string, x float64) int {
	before := 0.0
	for at := 0; at < len(text); {
		_, size := utf8.DecodeRuneInString(text[at:])
		for at+size < len(text) {
			mark, more := utf8.DecodeRuneInString(text[at+size:])
			if !unicode.Is(unicode.M, mark) {
				break
			}
			size += more
		}
		after := l.width(text[:at+size])
		if x < (before+after)/2 {
			return at
		}
		before = after
		at += size
	}
	return len(text)
}
