package edtf

import (
	"strings"
	"unicode/utf8"
)

// Parse reads an EDTF date. It returns an error of type *[Error] where the text is not one, does not exist in the
// calendar, or is a year that an instant in seconds cannot hold. Nothing around the date is skipped, not even spaces.
func Parse(text string) (Date, error) {
	var e expression
	s := scanner{text: text}
	if err := s.expression(&e); err != nil {
		return Date{}, withHint(err)
	}
	return e.date(text), nil
}

// MustParse is like [Parse] but panics where the text is not a date. It is for tests and tables.
func MustParse(text string) Date {
	d, err := Parse(text)
	if err != nil {
		panic(err)
	}
	return d
}

// expression reads the whole text.
func (s *scanner) expression(e *expression) *Error {
	if s.text == "" {
		return s.fail(0, "the date is empty")
	}
	var err *Error
	switch {
	case s.text[0] == '[':
		err = s.set(e, OneOf, ']')
	case s.text[0] == '{':
		err = s.set(e, AllOf, '}')
	case strings.IndexByte(s.text, '/') >= 0:
		err = s.interval(e)
	case s.text[0] == '.':
		err = s.fail(0, "an open start is written ../1985, or [..1985] for a date not later than that")
	default:
		err = s.point(&e.ends[0].point)
	}
	if err == nil && !s.atEnd() {
		err = s.unexpected()
	}
	return err
}

// unexpected is the error for a character behind a complete date.
func (s *scanner) unexpected() *Error {
	rest := s.text[s.pos:]
	switch {
	case strings.HasPrefix(rest, ".."):
		return s.fail(s.pos, "an open end is written 1985/.., or [1985..] for a date not earlier than that")
	case rest[0] == ',' && strings.Contains(s.text[:s.pos], "T"):
		return s.fail(s.pos, "a time has no fraction: EDTF counts whole seconds")
	case rest[0] == ',':
		return s.fail(s.pos, "several dates stand in brackets: [1667,1668] for one of them, {1667,1668} for all")
	case rest[0] == '/':
		return s.fail(s.pos, "an interval has two ends and one slash, such as 1999/2000")
	case isDigit(rest[0]):
		return s.fail(s.pos, "one digit too many")
	}
	char, _ := utf8.DecodeRuneInString(rest)
	return s.fail(s.pos, "%q cannot stand behind a date", char)
}

// interval reads two ends and the slash between them.
func (s *scanner) interval(e *expression) *Error {
	e.kind = Interval
	if err := s.end(&e.ends[0]); err != nil {
		return err
	}
	if !s.skip('/') {
		return s.unexpected()
	}
	secondAt := s.pos
	if err := s.end(&e.ends[1]); err != nil {
		return err
	}
	from, to := &e.ends[0], &e.ends[1]
	if from.state != dated && to.state != dated {
		return s.fail(0, "an interval needs a date at one end at least, such as 1985/.. or ../1985")
	}
	return s.inOrder(from, to, secondAt)
}

// end reads one end of an interval: a date, two dots for open, or nothing for unknown.
func (s *scanner) end(into *end) *Error {
	switch {
	case s.atEnd(), s.peek() == '/':
		into.state = unknown
		return nil
	case s.skipDots():
		into.state = open
		return nil
	}
	return s.point(&into.point)
}

// inOrder returns an error where the second of two dated ends is over before the first begins.
func (s *scanner) inOrder(from, to *end, at int) *Error {
	if from.state == dated && to.state == dated && to.span.latest < from.span.earliest {
		return s.fail(at, "the end is before the start: the earlier date stands first")
	}
	return nil
}
