package data

import (
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// badUTF8 returns the offset of the first byte that is not UTF-8, or -1.
func badUTF8(raw []byte) int {
	if utf8.Valid(raw) {
		return -1
	}
	for i := 0; i < len(raw); {
		r, size := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

// loneSurrogate returns the offset of the first \u escape in the content of a valid JSON string that is a surrogate
// without its other half, or -1.
func loneSurrogate(raw []byte) int {
	for i := 0; i < len(raw); i++ {
		if raw[i] != '\\' {
			continue
		}
		first, ok := unit(raw[i:])
		if !ok || !utf16.IsSurrogate(first) {
			i++ // what is escaped may be a backslash
			continue
		}
		second, _ := unit(raw[i+escapeLength:])
		if utf16.DecodeRune(first, second) == utf8.RuneError {
			return i
		}
		i += 2*escapeLength - 1
	}
	return -1
}

// escapeLength is the length of \uXXXX.
const escapeLength = 6

// unit returns the UTF-16 code unit of the \u escape that raw begins with, if it does.
func unit(raw []byte) (rune, bool) {
	if len(raw) < escapeLength || raw[0] != '\\' || raw[1] != 'u' {
		return 0, false
	}
	n, err := strconv.ParseUint(string(raw[2:escapeLength]), 16, 16)
	return rune(n), err == nil
}
