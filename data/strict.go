package data

import (
	"encoding/binary"
	"math/bits"
	"unicode/utf16"
	"unicode/utf8"
)

// strict reads JSON that may be broken. Its methods read a value and report whether it is right to the letter and
// Unicode throughout; what is behind one that is not is left unread. Texts are valid until forget.
type strict struct {
	data  []byte
	pos   int
	spare []byte // texts that had escapes, without them
}

// forget makes room for the next texts.
func (s *strict) forget() { s.spare = s.spare[:0] }

func (s *strict) space() {
	for s.pos < len(s.data) && isSpace(s.data[s.pos]) {
		s.pos++
	}
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\r' || c == '\t' }

// peek returns the next byte, and 0 at the end.
func (s *strict) peek() byte {
	if s.pos < len(s.data) {
		return s.data[s.pos]
	}
	return 0
}

func (s *strict) take(c byte) bool {
	if s.peek() != c {
		return false
	}
	s.pos++
	return true
}

// members reads an object, calling each on every value with its key. It must read the value and return the number of
// the field, less than 64, or report false to give up. members returns the fields that there are, as bits; it reports
// false if one is there twice.
func (s *strict) members(each func(key []byte) (field int, ok bool)) (fields uint64, ok bool) {
	if !s.take('{') {
		return 0, false
	}
	s.space()
	if s.take('}') {
		return 0, true
	}
	for {
		key, ok := s.text()
		s.space()
		if !ok || !s.take(':') {
			return 0, false
		}
		s.space()
		field, ok := each(key)
		if !ok || fields>>field&1 != 0 {
			return 0, false
		}
		fields |= 1 << field
		s.space()
		if !s.take(',') {
			return fields, s.take('}')
		}
		s.space()
	}
}

// elements reads an array, calling each on every value; it must read the value, or report false to give up.
func (s *strict) elements(each func() bool) bool {
	if !s.take('[') {
		return false
	}
	s.space()
	if s.take(']') {
		return true
	}
	for {
		if !each() {
			return false
		}
		s.space()
		if !s.take(',') {
			return s.take(']')
		}
		s.space()
	}
}

// text reads a string and returns what it stands for.
func (s *strict) text() ([]byte, bool) {
	if !s.take('"') {
		return nil, false
	}
	from := s.pos
	for {
		s.pos += plainLength(s.data[s.pos:])
		switch s.peek() {
		case '"':
			s.pos++
			return s.data[from : s.pos-1], true
		case '\\':
			return s.escapedText(from)
		}
		if !s.beyondASCII() {
			return nil, false
		}
	}
}

// escapedText reads the rest of a string that began at from, up to the first backslash.
func (s *strict) escapedText(from int) ([]byte, bool) {
	start := len(s.spare)
	for {
		s.pos += plainLength(s.data[s.pos:])
		switch s.peek() {
		case '"':
			s.spare = append(s.spare, s.data[from:s.pos]...)
			s.pos++
			return s.spare[start:], true
		case '\\':
			s.spare = append(s.spare, s.data[from:s.pos]...)
			if !s.escape() {
				return nil, false
			}
			from = s.pos
		default:
			if !s.beyondASCII() {
				return nil, false
			}
		}
	}
}

// beyondASCII reads a character of several bytes. It reports false for anything else, such as the end.
func (s *strict) beyondASCII() bool {
	_, size := utf8.DecodeRune(s.data[s.pos:])
	s.pos += size
	return size > 1
}

// escape reads an escape, or two that are a character together, and appends to the spare what it stands for.
func (s *strict) escape() bool {
	s.pos++
	c := s.peek()
	if c == 'u' {
		return s.unicodeEscape()
	}
	stands := [...]byte{'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}
	if int(c) >= len(stands) || stands[c] == 0 {
		return false
	}
	s.pos++
	s.spare = append(s.spare, stands[c])
	return true
}

// unicodeEscape is called behind the backslash.
func (s *strict) unicodeEscape() bool {
	s.pos--
	r, ok := unit(s.data[s.pos:])
	if !ok {
		return false
	}
	s.pos += escapeLength
	if utf16.IsSurrogate(r) {
		second, _ := unit(s.data[s.pos:])
		if r = utf16.DecodeRune(r, second); r == utf8.RuneError {
			return false
		}
		s.pos += escapeLength
	}
	s.spare = utf8.AppendRune(s.spare, r)
	return true
}

// whole reads a number that is a simple one: of at most mostDigits digits, without a sign, a fraction or an exponent.
func (s *strict) whole() (int, bool) {
	from, value := s.pos, 0
	for c := s.peek(); c >= '0' && c <= '9'; c = s.peek() {
		if s.pos == from+mostDigits || s.pos > from && value == 0 {
			return 0, false
		}
		value = 10*value + int(c-'0')
		s.pos++
	}
	c := s.peek()
	return value, s.pos > from && c != '.' && c != 'e' && c != 'E'
}

// plainLength returns how many bytes at the beginning of data stand for themselves in a string: all of ASCII but the
// quote, the backslash and control characters. It goes by eight bytes where it can.
func plainLength(data []byte) int {
	n := 0
	for ; n+8 <= len(data); n += 8 {
		if special := specialBytes(binary.LittleEndian.Uint64(data[n:])); special != 0 {
			return n + bits.TrailingZeros64(special)/8
		}
	}
	for n < len(data) && data[n] >= ' ' && data[n] < utf8.RuneSelf && data[n] != '"' && data[n] != '\\' {
		n++
	}
	return n
}

// specialBytes returns a word whose lowest bit that is set is in the lowest byte that does not stand for itself, or 0.
// How a word is searched for zero bytes and small ones is from Sean Anderson's "Bit Twiddling Hacks": the subtraction
// borrows from a byte's top bit, and may wrongly do so only above one that is found rightly.
func specialBytes(word uint64) uint64 {
	const ones, tops = 0x0101010101010101, 0x8080808080808080
	quote, backslash := word^ones*'"', word^ones*'\\'
	control := (word - ones*' ') &^ word
	return (word | control | (quote-ones)&^quote | (backslash-ones)&^backslash) & tops
}
