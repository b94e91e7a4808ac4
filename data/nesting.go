package data

import "bytes"

// nesting follows JSON through its strings and brackets and knows nothing else of it. Of what is not JSON it only
// finds some end. The zero value stands between two elements of a list, or two members of an object.
type nesting struct {
	depth  int
	inText bool
}

// next goes on from pos and returns where the element or member ends: at the comma behind it or the bracket that closes
// the list. It returns len(data) where that is not in data; then it can be called again with that pos and more of data
// behind it.
func (n *nesting) next(data []byte, pos int) int {
	for pos < len(data) {
		if n.inText {
			if pos = textEnd(data, pos); pos == len(data) {
				return pos
			}
			n.inText = false
			pos++
			continue
		}
		switch data[pos] {
		case '"':
			n.inText = true
		case '{', '[':
			n.depth++
		case '}', ']':
			if n.depth == 0 {
				return pos
			}
			n.depth--
		case ',':
			if n.depth == 0 {
				return pos
			}
		}
		pos++
	}
	return pos
}

// textEnd returns where the string that pos is in ends: at its closing quote, or at len(data) if that is not in data.
func textEnd(data []byte, pos int) int {
	for {
		quote := bytes.IndexByte(data[pos:], '"')
		if quote < 0 {
			return len(data)
		}
		if pos += quote; !escaped(data[:pos]) {
			return pos
		}
		pos++
	}
}

// escaped reports whether what follows text in a string is escaped: whether the backslashes at its end are odd. The
// quote that begins the string must be in text.
func escaped(text []byte) bool {
	backslashes := 0
	for i := len(text) - 1; i >= 0 && text[i] == '\\'; i-- {
		backslashes++
	}
	return backslashes%2 == 1
}
