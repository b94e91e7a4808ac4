package exchange

import (
	"bytes"
	"encoding/json"
)

// jsonReader moves over text that is known to be valid JSON. What reads a value expects to stand on its first byte and
// goes behind its last.
type jsonReader struct {
	source []byte
	pos    int
}

func (r *jsonReader) space() {
	for r.pos < len(r.source) && bytes.IndexByte([]byte(" \t\r\n"), r.source[r.pos]) >= 0 {
		r.pos++
	}
}

func (r *jsonReader) peek() byte { return r.source[r.pos] }

// readText reads a string and returns what stands between its quotes.
func (r *jsonReader) readText() []byte {
	from := r.pos + 1
	for r.pos = from; r.peek() != '"'; r.pos++ {
		if r.peek() == '\\' {
			r.pos++
		}
	}
	r.pos++
	return r.source[from : r.pos-1]
}

// scalar reads a number, true, false or null and returns it.
func (r *jsonReader) scalar() []byte {
	from := r.pos
	for r.pos < len(r.source) && bytes.IndexByte([]byte(" \t\r\n,]}"), r.source[r.pos]) < 0 {
		r.pos++
	}
	return r.source[from:r.pos]
}

// members reads an object, calling each on every value with its number and its key, as it is written; each must read
// the value. It returns how many there are.
func (r *jsonReader) members(each func(i int, key []byte)) int {
	return r.list(func(i int) {
		key := r.readText()
		r.space()
		r.pos++ // the colon
		r.space()
		each(i, key)
	})
}

// elements reads a list, calling each on every value with its number; each must read the value. It returns how many
// there are.
func (r *jsonReader) elements(each func(i int)) int { return r.list(each) }

func (r *jsonReader) list(each func(i int)) int {
	r.pos++
	r.space()
	if c := r.peek(); c == ']' || c == '}' {
		r.pos++
		return 0
	}
	for count := 1; ; count++ {
		each(count - 1)
		r.space()
		r.pos++
		if r.source[r.pos-1] != ',' {
			return count
		}
		r.space()
	}
}

// skip reads any value, however deep it is.
func (r *jsonReader) skip() {
	for depth := 0; ; {
		switch r.peek() {
		case '"':
			r.readText()
		case '{', '[':
			depth++
			r.pos++
		case '}', ']':
			depth--
			r.pos++
		case ',', ':', ' ', '\t', '\r', '\n':
			r.pos++
		default:
			r.scalar()
		}
		if depth == 0 {
			return
		}
	}
}

// textOf returns the text that stands between the quotes of a string.
func textOf(raw []byte) string {
	if bytes.IndexByte(raw, '\\') < 0 {
		return string(raw)
	}
	var text string
	_ = json.Unmarshal(append(append([]byte{'"'}, raw...), '"'), &text) // it is valid
	return text
}
