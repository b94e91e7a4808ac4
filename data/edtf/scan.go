package edtf

import "fmt"

// scanner reads a text from left to right. Its methods leave pos behind what they read, or return an error.
type scanner struct {
	text string
	pos  int
}

func (s *scanner) fail(at int, format string, args ...any) *Error {
	return &Error{Text: s.text, Offset: at, Message: fmt.Sprintf(format, args...)}
}

// peek returns the next byte, and 0 at the end of the text.
func (s *scanner) peek() byte {
	if s.pos < len(s.text) {
		return s.text[s.pos]
	}
	return 0
}

func (s *scanner) skip(char byte) bool {
	if s.peek() != char {
		return false
	}
	s.pos++
	return true
}

// skipDots reads the double dot of an open end.
func (s *scanner) skipDots() bool {
	if s.peek() != '.' || s.pos+1 >= len(s.text) || s.text[s.pos+1] != '.' {
		return false
	}
	s.pos += 2
	return true
}

func (s *scanner) atEnd() bool { return s.pos >= len(s.text) }

// qualifier reads ?, ~ or %, or nothing.
func (s *scanner) qualifier() (quality, *Error) {
	q := qualityOf(s.peek())
	if q == 0 {
		return 0, nil
	}
	s.pos++
	if qualityOf(s.peek()) != 0 {
		return 0, s.fail(s.pos, "one qualifier is enough: ? uncertain, ~ approximate, %% both")
	}
	return q, nil
}

func qualityOf(char byte) quality {
	switch char {
	case '?':
		return uncertain
	case '~':
		return approximate
	case '%':
		return uncertain | approximate
	}
	return 0
}

// point reads one date, with its qualifiers and its time of day, and sets its bounds.
func (s *scanner) point(p *point) *Error {
	prefix, err := s.qualifier()
	if err != nil {
		return err
	}
	p.at[yearPart] = s.pos
	if err := s.year(p); err != nil {
		return err
	}
	if err := s.qualify(p, yearPart, prefix); err != nil {
		return err
	}
	for part := monthPart; part < partCount && s.peek() == '-'; part++ {
		if err := s.part(p, part); err != nil {
			return err
		}
	}
	if s.peek() == 'T' {
		if err := s.readClock(p); err != nil {
			return err
		}
	}
	p.span, err = s.bound(p)
	return err
}

// qualify reads the qualifier behind a part, which covers that part and all to its left, and sets the one before the
// part, which covers that part alone.
func (s *scanner) qualify(p *point, part int, prefix quality) *Error {
	p.quality[part] |= prefix
	suffix, err := s.qualifier()
	if err != nil || suffix == 0 {
		return err
	}
	for i := range part + 1 {
		p.quality[i] |= suffix
	}
	return nil
}

// part reads the hyphen, then the month, season or day.
func (s *scanner) part(p *point, part int) *Error {
	if err := s.mayFollow(p, part); err != nil {
		return err
	}
	s.pos++
	prefix, err := s.qualifier()
	if err != nil {
		return err
	}
	p.at[part] = s.pos
	if p.parts[part], err = s.pair(part); err != nil {
		return err
	}
	return s.qualify(p, part, prefix)
}

// mayFollow returns an error where no month or day can follow what was read.
func (s *scanner) mayFollow(p *point, part int) *Error {
	switch {
	case p.long:
		return s.fail(s.pos, "a year written with Y stands alone, without a month")
	case p.significant > 0:
		return s.fail(s.pos, "a year with significant digits stands alone, without a month")
	case part == dayPart && p.season() != nil:
		return s.fail(s.pos, "a season or other part of a year has no days")
	}
	return nil
}

// partTerms are the words and limits for month and day in error messages.
var partTerms = [partCount]struct {
	name, right string
	last        int64
}{
	monthPart: {"month", "01 to 12, seasons 21 to 41", 12},
	dayPart:   {"day", "01 to 31", 31},
}

// pair reads the two digits of a month or day, each of which may be X.
func (s *scanner) pair(part int) (digits, *Error) {
	start, terms := s.pos, &partTerms[part]
	number := s.digitsOrX(2)
	switch length := s.pos - start; {
	case length == 0:
		return number, s.fail(start, "the %s is missing after the hyphen: two digits (%s) or XX", terms.name, terms.right)
	case length == 1:
		return number, s.fail(start, "a %s has two digits (%s)", terms.name, terms.right)
	case part == monthPart && number.exact() && isSeason(number.value):
		return number, nil
	case number.exact() && (number.value < 1 || number.value > terms.last):
		return number, s.fail(start, "%s %s does not exist (%s)", terms.name, s.text[start:s.pos], terms.right)
	case number.exact():
		return number, nil
	}
	for value := int64(1); value <= terms.last; value++ {
		if number.matches(value) {
			return number, nil
		}
	}
	return number, s.fail(start, "no %s matches %s (01 to %d)", terms.name, s.text[start:s.pos], terms.last)
}

// digitsOrX reads up to the given number of digits and X.
func (s *scanner) digitsOrX(most int) digits {
	number := digits{written: true}
	for range most {
		char := s.peek()
		if char != 'X' && !isDigit(char) {
			break
		}
		number.value *= 10
		number.unknown <<= 1
		if char == 'X' {
			number.unknown |= 1
		} else {
			number.value += int64(char - '0')
		}
		s.pos++
	}
	return number
}

func isDigit(char byte) bool { return '0' <= char && char <= '9' }
