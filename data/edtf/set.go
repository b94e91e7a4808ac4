package edtf

// set reads the members of a set or list, up to and with its closing bracket.
func (s *scanner) set(e *expression, kind Kind, closing byte) *Error {
	e.kind = kind
	s.pos++
	for {
		e.members = append(e.members, member{})
		if err := s.member(e.members, closing); err != nil {
			return err
		}
		if s.skip(closing) {
			return nil
		}
		last := e.members[len(e.members)-1]
		switch {
		case s.atEnd():
			return s.fail(s.pos, "%q is missing at the end", closing)
		case s.peek() != ',':
			return s.fail(s.pos, "dates in brackets are separated by a comma alone, ranges by two dots: [1667,1670..1672]")
		case last.ranged && last.to.state == open:
			return s.fail(s.pos, "only the last date in brackets can be open towards the future")
		}
		s.pos++
	}
}

// member reads the last of the members: a date, a range, or a range with one open end.
func (s *scanner) member(members []member, closing byte) *Error {
	m := &members[len(members)-1]
	at := s.pos
	if s.skipDots() {
		if len(members) > 1 {
			return s.fail(at, "only the first date in brackets can be open towards the past")
		}
		if s.peek() == closing {
			return s.fail(s.pos, "two dots need a date on one side: [..1985] or [1985..]")
		}
		m.ranged = true
		m.from.state = open
		return s.point(&m.to.point)
	}
	if s.peek() == closing || s.peek() == ',' {
		return s.fail(at, "a date is missing here")
	}
	if err := s.point(&m.from.point); err != nil {
		return err
	}
	if !s.skipDots() {
		return nil
	}
	m.ranged = true
	if s.peek() == closing || s.peek() == ',' {
		m.to.state = open
		return nil
	}
	at = s.pos
	if err := s.point(&m.to.point); err != nil {
		return err
	}
	return s.inOrder(&m.from, &m.to, at)
}
