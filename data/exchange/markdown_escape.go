package exchange

import (
	"fmt"
	"strings"
)

// mdEscaped returns a text on one line in which nothing acts as markup, in CommonMark and on GitHub. The characters of
// more mean something where the text is to stand, and are escaped, too. A character that no text can have becomes U+FFFD.
func mdEscaped(text, more string) string {
	var b strings.Builder
	for i, r := range text {
		next := byte(0)
		if i+1 < len(text) {
			next = text[i+1]
		}
		switch {
		case r == 0:
			b.WriteRune('\ufffd')
		case r < ' ' || r == 0x7f || r == ' ' && (i == 0 || i == len(text)-1):
			fmt.Fprintf(&b, "&#%d;", r) // which the edges and lines of Markdown do not keep
		case r == '&' && (next == '#' || isLetterByte(next)):
			b.WriteString(`\&`)
		case strings.ContainsRune("\\`*_[]<>~$|", r), more != "" && strings.ContainsRune(more, r):
			b.WriteByte('\\')
			b.WriteRune(r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func isLetterByte(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }

// mdLine returns a text on a line of its own, at whose beginning more is markup than elsewhere: headings, lists, lines
// below headings.
func mdLine(text string) string {
	line := mdEscaped(text, "")
	digits := 0
	for digits < len(line) && line[digits] >= '0' && line[digits] <= '9' {
		digits++
	}
	switch {
	case digits > 0 && digits < len(line) && (line[digits] == '.' || line[digits] == ')'):
		return line[:digits] + `\` + line[digits:]
	case line != "" && strings.IndexByte("-+#=:", line[0]) >= 0:
		return `\` + line
	}
	return line
}

// mdParagraphs returns the lines of a text, each to be indented: a blank line parts paragraphs, a backslash ends a line
// within one. Line breaks that cannot be written so are written as characters.
func mdParagraphs(text string) []string {
	var lines []string
	for {
		before, behind, found := cutBreak(text)
		if !found {
			return append(lines, mdLine(text))
		}
		breaks := len(text) - len(before) - len(behind)
		lines = append(lines, mdLine(before))
		if breaks == 1 {
			lines[len(lines)-1] += `\`
		} else {
			lines = append(lines, "")
		}
		text = behind
	}
}

// cutBreak cuts a text at the first one or two line breaks that have text before and behind them, and no further break.
func cutBreak(text string) (before, behind string, found bool) {
	for i := 0; i < len(text); i++ {
		if text[i] != '\n' {
			continue
		}
		end := i
		for end < len(text) && text[end] == '\n' {
			end++
		}
		if i > 0 && end < len(text) && end-i <= 2 {
			return text[:i], text[end:], true
		}
		i = end - 1
	}
	return text, "", false
}
