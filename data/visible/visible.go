// Package visible makes texts safe to be shown: characters that a screen, a page or a terminal would obey instead of
// showing them stand as signs of what they are.
//
// Those are the control characters (C0, DEL and C1, of which an escape sequence begins with one), the line and paragraph
// separators, and what controls the direction of text (Unicode's property Bidi_Control), with which a title can be made
// to read as another. Only the left-to-right mark stays: it has no effect but what windows and pages of Dateline have
// anyway, and charts set it behind Hebrew and Arabic themselves. The sign of a character is its number, such as
// ‹U+202E›: the embedded fonts have its letters, and they do not have the pictures of control characters.
//
// It is for what is shown to people. What is copied or written for programs stays as it is.
package visible

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Text returns a text of any number of lines with a sign for each character that must not be obeyed. Line feeds, tabs, and
// carriage returns before line feeds stay. A text without such characters is returned as it is, without allocating.
func Text(s string) string { return signed(s, true) }

// Line returns a text that is shown as one line: as [Text] does, but with signs for line feeds, carriage returns and tabs,
// too.
func Line(s string) string { return signed(s, false) }

// JSON returns JSON with an escape such as \u009b for each character in its texts that must not be obeyed: other programs
// read the same from it. JSON itself allows no C0 characters in texts.
func JSON(s string) string {
	at := first(s, true)
	if at < 0 {
		return s
	}
	return replaced(s, at, true, `\u%04x`)
}

// sign is what stands for a character.
const sign = "‹U+%04X›"

func signed(s string, lines bool) string {
	at := first(s, lines)
	if at < 0 {
		return s
	}
	return replaced(s, at, lines, sign)
}

// replaced returns a text with what stands for its characters that must not be obeyed, the first of which is at a place.
func replaced(s string, at int, lines bool, sign string) string {
	var b strings.Builder
	b.Grow(len(s) + 16)
	for at >= 0 {
		b.WriteString(s[:at])
		r, size := utf8.DecodeRuneInString(s[at:])
		fmt.Fprintf(&b, sign, r)
		s = s[at+size:]
		at = first(s, lines)
	}
	b.WriteString(s)
	return b.String()
}

// first returns where the first character is that needs a sign, -1 for none.
func first(s string, lines bool) int {
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c >= ' ' && c < 0x7F:
			i++
		case c < utf8.RuneSelf:
			if !lines || !stays(s, i) {
				return i
			}
			i++
		default:
			r, size := utf8.DecodeRuneInString(s[i:])
			if obeyed(r) {
				return i
			}
			i += size
		}
	}
	return -1
}

// stays reports whether a control character parts lines or columns in a text of several lines.
func stays(s string, i int) bool {
	switch s[i] {
	case '\n', '\t':
		return true
	case '\r':
		return i+1 < len(s) && s[i+1] == '\n'
	}
	return false
}

// obeyed reports whether a character beyond ASCII does something instead of being shown.
func obeyed(r rune) bool {
	switch {
	case r < 0xA0: // C1
		return true
	case r == 0x061C, r == 0x200F: // right-to-left marks
		return true
	case r >= 0x2028 && r <= 0x202E: // separators, embeddings and overrides
		return true
	}
	return r >= 0x2066 && r <= 0x2069 // isolates
}
