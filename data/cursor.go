package data

import (
	"bytes"
	"encoding/json"
)

// cursor moves over text that is known to be valid JSON and white space between its values. Every method that reads
// a value expects to stand on its first byte and leaves the cursor behind its last.
type cursor struct {
	content []byte
	pos     int
}

// token is the content of a JSON string: what stands between its quotes.
type token struct {
	from, to int
	escaped  bool // there is at least one backslash
}

func (c *cursor) space() {
	for c.pos < len(c.content) {
		switch c.content[c.pos] {
		case ' ', '\t', '\r', '\n':
			c.pos++
		default:
			return
		}
	}
}

func (c *cursor) peek() byte { return c.content[c.pos] }

func (c *cursor) raw(t token) []byte { return c.content[t.from:t.to] }

// text reads a string. Its length is searched for only once, so that many escapes do not make it quadratic.
func (c *cursor) text() token {
	from := c.pos + 1
	to := from + bytes.IndexByte(c.content[from:], '"')
	escape := bytes.IndexByte(c.content[from:to], '\\')
	if escape < 0 {
		c.pos = to + 1
		return token{from: from, to: to}
	}
	for to = from + escape; c.content[to] != '"'; to++ {
		if c.content[to] == '\\' {
			to++
		}
	}
	c.pos = to + 1
	return token{from: from, to: to, escaped: true}
}

// decoded returns a token as the text it stands for.
func (c *cursor) decoded(t token) string {
	if !t.escaped {
		return string(c.raw(t))
	}
	var text string
	if json.Unmarshal(c.content[t.from-1:t.to+1], &text) != nil {
		return string(c.raw(t))
	}
	return text
}

// members reads an object, calling each on every value with the token of its key; each must read the value.
func (c *cursor) members(each func(key token)) {
	c.pos++
	c.space()
	if c.peek() == '}' {
		c.pos++
		return
	}
	for more := true; more; {
		c.space()
		key := c.text()
		c.space()
		c.pos++ // the colon
		c.space()
		each(key)
		more = c.next()
	}
}

// elements reads an array, calling each on every value with its index; each must read the value.
func (c *cursor) elements(each func(index int)) {
	c.pos++
	c.space()
	if c.peek() == ']' {
		c.pos++
		return
	}
	for i, more := 0, true; more; i++ {
		c.space()
		each(i)
		more = c.next()
	}
}

// next reads what follows a value inside an object or array and reports whether it is a comma.
func (c *cursor) next() bool {
	c.space()
	c.pos++
	return c.content[c.pos-1] == ','
}

// scalar reads a number, true, false or null and returns it.
func (c *cursor) scalar() []byte {
	from := c.pos
	for c.pos < len(c.content) && bytes.IndexByte([]byte(" \t\r\n,]}"), c.content[c.pos]) < 0 {
		c.pos++
	}
	return c.content[from:c.pos]
}

// skip reads any value. It does not recurse: the depth of what is skipped is not limited by the stack.
func (c *cursor) skip() {
	for depth := 0; ; {
		switch c.peek() {
		case '"':
			c.text()
		case '{', '[':
			depth++
			c.pos++
		case '}', ']':
			depth--
			c.pos++
		case ',', ':', ' ', '\t', '\r', '\n':
			c.pos++
		default:
			c.scalar()
		}
		if depth == 0 {
			return
		}
	}
}
