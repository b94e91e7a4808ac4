package exchange

import (
	"fmt"
	"strconv"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// unicodeEscape is the length of \uXXXX.
const unicodeEscape = 6

// canonicalText appends what stands between the quotes of a string, with its characters as themselves wherever they can
// be seen. Half of a surrogate pair, which is no character, stays as it is.
func canonicalText(to, raw []byte) []byte {
	for i := 0; i < len(raw); {
		if raw[i] >= ' ' && raw[i] < 0x7F && raw[i] != '\\' {
			to = append(to, raw[i])
			i++
			continue
		}
		r, size := utf8.DecodeRune(raw[i:])
		if raw[i] == '\\' {
			r, size = unescaped(raw[i:])
		}
		to = appendCharacter(to, r)
		i += size
	}
	return to
}

// unescaped returns what the escape stands for that raw begins with, and how long it is. For half of a surrogate pair
// that is this half.
func unescaped(raw []byte) (r rune, size int) {
	const names, stand = `"\/bfnrt`, "\"\\/\b\f\n\r\t"
	for i := range names {
		if raw[1] == names[i] {
			return rune(stand[i]), 2
		}
	}
	first := codeUnit(raw)
	if second := raw[unicodeEscape:]; utf16.IsSurrogate(first) && len(second) >= unicodeEscape && second[0] == '\\' &&
		second[1] == 'u' {
		if pair := utf16.DecodeRune(first, codeUnit(second)); pair != unicode.ReplacementChar {
			return pair, 2 * unicodeEscape
		}
	}
	return first, unicodeEscape
}

// codeUnit returns the number of the escape \uXXXX that raw begins with.
func codeUnit(raw []byte) rune {
	unit, _ := strconv.ParseUint(string(raw[2:unicodeEscape]), 16, 16) // it is valid
	return rune(unit)
}

// appendCharacter appends a character as it stands in the canonical form.
func appendCharacter(to []byte, r rune) []byte {
	switch r {
	case '"', '\\':
		return append(to, '\\', byte(r))
	case '\b':
		return append(to, `\b`...)
	case '\f':
		return append(to, `\f`...)
	case '\n':
		return append(to, `\n`...)
	case '\r':
		return append(to, `\r`...)
	case '\t':
		return append(to, `\t`...)
	}
	if unseen(r) {
		return fmt.Appendf(to, `\u%04x`, r)
	}
	return utf8.AppendRune(to, r)
}

// unseen reports whether a character cannot be seen and yet changes what is: a control character, a separator of lines
// or paragraphs, one that changes the direction of writing, or half of one.
func unseen(r rune) bool {
	const lineSeparator, paragraphSeparator = 0x2028, 0x2029
	return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == lineSeparator || r == paragraphSeparator ||
		utf16.IsSurrogate(r)
}
