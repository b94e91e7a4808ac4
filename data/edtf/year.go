package edtf

const (
	yearDigits = 4
	// beyond is more than any number that can be right: counting stops there, so that nothing overflows.
	beyond = lastYear + 1
)

// year reads a year of four digits, or a longer one with Y, and its significant digits.
func (s *scanner) year(p *point) *Error {
	if s.skip('Y') {
		p.long = true
		if err := s.longYear(p); err != nil {
			return err
		}
		return s.significant(p)
	}
	p.negative = s.skip('-')
	start := s.pos
	year := s.digitsOrX(yearDigits)
	p.parts[yearPart] = year
	switch length := s.pos - start; {
	case length == 0 && s.atEnd():
		return s.fail(s.pos, "the year is missing: four digits, such as 2008 or -0043")
	case length == 0:
		return s.fail(s.pos, "a date begins with a year of four digits, such as 2008-04-09")
	case length < yearDigits:
		return s.fail(start, "a year has four digits, such as 0079, or X for the ones not known, such as 201X")
	case isDigit(s.peek()):
		return s.fail(s.pos, "a year of more than four digits begins with Y, such as Y170000002")
	case p.negative && year.unknown == 0 && year.value == 0:
		return s.fail(start, "there is no year -0000: 1 BCE is 0000, 2 BCE is -0001")
	}
	return s.significant(p)
}

// longYear reads what follows Y: a sign, at least five digits or an exponent.
func (s *scanner) longYear(p *point) *Error {
	p.negative = s.skip('-')
	start := s.pos
	value := s.count(beyond)
	if s.pos == start {
		return s.fail(start, "Y is followed by the digits of a year, such as Y170000002 or Y-17E7")
	}
	if s.peek() == 'E' {
		p.rounded = true
		exponent, err := s.exponent()
		if err != nil {
			return err
		}
		for range exponent {
			value = min(value*10, beyond)
		}
	} else if value < power10[yearDigits-1]*10 {
		return s.fail(p.at[yearPart], "Y is for years of more than four digits: write %04d", value)
	}
	if value >= beyond {
		return s.failYear(p.at[yearPart])
	}
	p.parts[yearPart] = digits{value: value, written: true}
	p.negative = p.negative && value != 0
	return nil
}

// exponent reads E and its digits. Past the largest useful exponent it stops counting.
func (s *scanner) exponent() (int64, *Error) {
	s.pos++
	start := s.pos
	exponent := s.count(20)
	if exponent == 0 {
		return 0, s.fail(start, "E is followed by how many zeros to add, 1 or more, such as Y-17E7")
	}
	return exponent, nil
}

// significant reads S and the number of significant digits of the year, or nothing.
func (s *scanner) significant(p *point) *Error {
	at := s.pos
	if !s.skip('S') {
		return nil
	}
	year := p.parts[yearPart]
	if year.unknown != 0 {
		return s.fail(at, "significant digits do not go with X")
	}
	length := int64(1)
	for value := year.value; value >= 10; value /= 10 {
		length++
	}
	count := s.count(100)
	if count < 1 || count > length {
		return s.fail(at+1, "the number of significant digits is 1 to %d here, such as 1950S2", length)
	}
	p.significant = int8(count)
	p.lost = int8(length - count)
	return nil
}

// count reads digits and returns their number, or the limit where it is larger.
func (s *scanner) count(limit int64) int64 {
	number := int64(0)
	for isDigit(s.peek()) {
		number = min(number*10+int64(s.peek()-'0'), limit)
		s.pos++
	}
	return number
}
