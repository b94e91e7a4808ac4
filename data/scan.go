package data

import (
	"fmt"
	"strings"
)

// scan goes once over content, which must be valid JSON and is the value at root, and reports what is not as the format
// has it: unknown, repeated and missing fields, values of a wrong type, text that is not Unicode.
func scan(content []byte, root place, format *object, r *report) {
	s := scanner{cursor: cursor{content: content}, here: root, report: r}
	s.space()
	s.objectOrReport(format)
}

// scanner walks a dataset along the table of its fields, so that its depth is the format's and not the file's.
type scanner struct {
	cursor
	here   place // of the value that is being read
	report *report
}

func (s *scanner) objectOrReport(o *object) {
	if s.peek() != '{' {
		s.wrongType("an object, { … }")
		return
	}
	s.object(o)
}

func (s *scanner) object(o *object) {
	start := s.pos
	var seen uint64
	s.members(func(key token) {
		i := s.field(o, key)
		if i < 0 {
			s.unknown(o, key)
			s.skip()
			return
		}
		f := &o.fields[i]
		s.here.enter(step{f.name, onKey})
		if seen&(1<<i) == 0 {
			seen |= 1 << i
			s.value(f)
		} else {
			s.repeated(f, key)
			s.skip()
		}
		s.here.leave()
	})
	for i := range o.fields {
		if f := &o.fields[i]; f.required && seen&(1<<i) == 0 {
			s.report.at(start, s.here, wrong(fmt.Sprintf("%s needs the field %q", o.noun, f.name)))
			s.report.mask(s.here.key(f.name))
		}
	}
}

func (s *scanner) field(o *object, key token) int {
	if key.escaped {
		return o.find([]byte(s.decoded(key)))
	}
	return o.find(s.raw(key))
}

func (s *scanner) value(f *field) {
	c := s.peek()
	switch {
	case f.shape == shapeText:
		s.textOrReport()
	case f.shape == shapeWhole && (c == '-' || c >= '0' && c <= '9'):
		s.whole()
	case f.shape == shapeTexts && c == '[':
		s.items(s.textOrReport)
	case f.shape == shapeObjects && c == '[':
		s.items(func() { s.objectOrReport(f.object) })
	default:
		s.wrongType(f.shape.String())
	}
}

// items reads an array with a reader of its elements.
func (s *scanner) items(read func()) {
	s.elements(func(index int) {
		s.here.enter(step{index: index})
		read()
		s.here.leave()
	})
}

func (s *scanner) textOrReport() {
	if s.peek() != '"' {
		s.wrongType(shapeText.String())
		return
	}
	s.unicode(s.text())
}

// mostDigits keeps numbers where all decoders and machines agree.
const mostDigits = 9

func (s *scanner) whole() {
	start := s.pos
	number := string(s.scalar())
	digits := strings.TrimPrefix(number, "-")
	if strings.ContainsAny(digits, ".eE") || len(digits) > mostDigits {
		s.report.at(start, s.here, wrong(fmt.Sprintf("must be a whole number of at most %d digits, not %s", mostDigits,
			clip(number))))
		s.report.mask(s.here)
	}
}

func (s *scanner) wrongType(want string) {
	start := s.pos
	found := map[byte]string{'"': "a text", '{': "an object", '[': "a list", 't': "true", 'f': "false", 'n': "null"}
	name, ok := found[s.peek()]
	s.skip()
	if !ok {
		name = "the number " + clip(string(s.content[start:s.pos]))
	}
	s.report.at(start, s.here, wrong("must be "+want+", not "+name))
	s.report.mask(s.here)
}

func (s *scanner) unknown(o *object, key token) {
	name := s.decoded(key)
	for i := range o.fields {
		if real := o.fields[i].name; strings.EqualFold(real, name) {
			s.report.mask(s.here.key(real)) // encoding/json takes it for the real one
		}
	}
	if !s.report.room() {
		return
	}
	message := o.noun + " has no field " + quote(name)
	if meant, ok := suggest(strings.ToLower(name), o.names()); ok {
		message += fmt.Sprintf("; did you mean %q?", meant)
	}
	s.report.at(key.from-1, s.here.key(name), wrong(message))
}

func (s *scanner) repeated(f *field, key token) {
	s.report.mask(s.here)
	if !s.report.room() {
		return
	}
	first := s.here
	s.report.at(key.from-1, s.here, &fault{
		message: fmt.Sprintf("the field %q is given twice; also at ", f.name), inner: whole, other: &first,
	})
}

// unicode reports the first thing in a string that is not Unicode, which decoders replace by U+FFFD without a word.
func (s *scanner) unicode(t token) {
	raw := s.raw(t)
	offset, message := badUTF8(raw), ""
	if offset < 0 && t.escaped {
		offset = loneSurrogate(raw)
	}
	switch {
	case offset < 0:
		return
	case raw[offset] == '\\':
		message = fmt.Sprintf("%s is half of a surrogate pair without the other half", raw[offset:offset+6])
	default:
		message = fmt.Sprintf("the byte 0x%02X is not UTF-8; save the file as UTF-8", raw[offset])
	}
	s.report.at(t.from+offset, s.here, wrong(message))
	s.report.mask(s.here)
}
