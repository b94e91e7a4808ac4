package widgets

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"dateline/data/visible"
)

// The toolkit breaks a paragraph into lines in a time that grows with the square
// of its length: 5,000 letters take a second, 50,000 a minute. So long ones are
// broken here first, and what is longer than anybody reads in a panel is cut.
const (
	mostRead      = 20_000 // bytes of a text that is shown in lines
	mostReadLines = 500
	mostParagraph = 1000 // bytes
	mostLink      = 400  // bytes of a text that is one line, wherever its end is
)

// ReadText returns a text as it is shown to be read: with signs for what a screen
// would obey, with line ends in long paragraphs, and of one that is too long for
// the toolkit the beginning and how much more there is.
func ReadText(text string) string {
	end := len(text)
	if at := nthIndex(text, '\n', mostReadLines); at >= 0 {
		end = at
	}
	if end = min(end, mostRead); end == len(text) {
		return visible.Text(withLineEnds(text))
	}
	end = runeStart(text, end)
	left := utf8.RuneCountInString(text[end:])
	return visible.Text(withLineEnds(text[:end])) +
		fmt.Sprintf("…\n[%s not shown here]", plural(left, "more character is", "more characters are"))
}

// withLineEnds returns a text with line ends in place of spaces where paragraphs
// are long, or within words where there are no spaces.
func withLineEnds(text string) string {
	if len(text) <= mostParagraph {
		return text
	}
	var b strings.Builder
	for paragraph := range strings.Lines(text) {
		for len(strings.TrimSuffix(paragraph, "\n")) > mostParagraph {
			cut := strings.LastIndexByte(paragraph[:mostParagraph], ' ')
			next := cut + 1
			if cut <= 0 {
				cut = runeStart(paragraph, mostParagraph)
				next = cut
			}
			b.WriteString(paragraph[:cut])
			b.WriteByte('\n')
			paragraph = paragraph[next:]
		}
		b.WriteString(paragraph)
	}
	return b.String()
}

// OneLine returns a text as it is shown on one line that does not end with the
// widget, with an ellipsis for what is too long for a picture.
func OneLine(text string) string {
	if len(text) <= mostLink {
		return visible.Line(text)
	}
	return visible.Line(text[:runeStart(text, mostLink)]) + "…"
}

// runeStart returns the last place up to one where a character begins.
func runeStart(text string, at int) int {
	for least := max(at-utf8.UTFMax, 0); at > least && !utf8.RuneStart(text[at]); {
		at--
	}
	return at
}

// nthIndex returns where a text has a byte for the nth time, -1 for nowhere.
func nthIndex(text string, b byte, n int) int {
	at := -1
	for range n {
		next := strings.IndexByte(text[at+1:], b)
		if next < 0 {
			return -1
		}
		at += 1 + next
	}
	return at
}
