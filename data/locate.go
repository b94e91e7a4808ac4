package data

// locate returns the byte offsets of the values at the wanted places, in one pass over content, which must be valid
// JSON and is the value at root. A place that does not exist has the offset of the innermost value around it.
func locate(content []byte, root place, wanted []place) map[place]int {
	l := locator{cursor{content: content}, map[place]int{}}
	if len(wanted) == 0 {
		return l.offsets
	}
	for _, p := range wanted {
		for l.offsets[p] = unlocated; p != root; l.offsets[p] = unlocated {
			p = p.parent()
		}
	}
	l.space()
	l.visit(root)
	for _, p := range wanted {
		around := p
		for l.offsets[around] == unlocated {
			around = around.parent()
		}
		l.offsets[p] = l.offsets[around]
	}
	return l.offsets
}

// locator walks down to the places that are keys of offsets, which has every place on the way too.
type locator struct {
	cursor
	offsets map[place]int
}

func (l *locator) visit(p place) {
	offset, wanted := l.offsets[p]
	if !wanted || offset != unlocated {
		l.skip()
		return
	}
	l.offsets[p] = l.pos
	switch {
	case p.depth == deepest:
		l.skip()
	case l.peek() == '{':
		l.members(func(key token) { l.visit(p.key(l.decoded(key))) })
	case l.peek() == '[':
		l.elements(func(index int) { l.visit(p.item(index)) })
	default:
		l.skip()
	}
}

// innerOffset returns where in content the byte at inner of the string at offset is. With escapes in it the two do
// not run in step, and the string itself must do.
func innerOffset(content []byte, offset, inner int) int {
	if inner == whole || content[offset] != '"' {
		return offset
	}
	c := cursor{content: content, pos: offset}
	if t := c.text(); !t.escaped && t.from+inner <= t.to {
		return t.from + inner
	}
	return offset
}
