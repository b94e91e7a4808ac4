package edtf

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Error says what is wrong with a text that is not an EDTF date, where, and what would be right.
type Error struct {
	Text    string // the whole text that was to be read
	Offset  int    // byte offset into Text of the character that is wrong; len(Text) where something is missing
	Message string // one line, lower case, no full stop
}

// longestQuote is how many characters of a wrong text an error repeats: a whole file pasted as a date is not shown.
const longestQuote = 80

// Error returns one line: the text, the position of the wrong character counted from 1, and the message.
func (e *Error) Error() string {
	position := utf8.RuneCountInString(e.Text[:e.Offset]) + 1
	return fmt.Sprintf("date %q, character %d: %s", clip(e.Text), position, e.Message)
}

// Caret returns two lines, without a line break at the end: the text, and below the wrong character a caret. Control
// characters are shown as spaces, so that the caret stands in the right column of a monospaced font.
func (e *Error) Caret() string {
	plain := strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, e.Text)
	return plain + "\n" + strings.Repeat(" ", utf8.RuneCountInString(e.Text[:e.Offset])) + "^"
}

func clip(text string) string {
	if utf8.RuneCountInString(text) <= longestQuote {
		return text
	}
	return string([]rune(text)[:longestQuote]) + "…"
}
