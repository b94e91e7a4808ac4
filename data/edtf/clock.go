package edtf

// clock is the time of day of a point, to the hour, minute or second.
type clock struct {
	written              bool
	zoned                bool // with Z or an offset
	precision            Precision
	hour, minute, second int8
	offset               int32 // seconds east of UTC
}

// span returns the bounds of the clock on a day that begins, were it UTC, at the given instant.
func (c *clock) span(midnight int64) span {
	start := midnight - int64(c.offset) +
		int64(c.hour)*secondsPerHour + int64(c.minute)*secondsPerMinute + int64(c.second)
	length := [...]int64{Second: 1, Minute: secondsPerMinute, Hour: secondsPerHour}
	return span{start, start + length[c.precision] - 1}
}

// readClock reads T, the time of day and the offset.
func (s *scanner) readClock(p *point) *Error {
	at := s.pos
	if !p.parts[dayPart].written {
		return s.fail(at, "a time needs a whole date before it, such as 2015-11-13T21:16")
	}
	if p.hasUnknown() {
		return s.fail(at, "a time needs a whole date before it, without X")
	}
	if p.allQuality() != 0 {
		return s.fail(at, "a date with a time has no qualifier: leave out the time or the ? ~ %%")
	}
	s.pos++
	c := &p.clock
	c.written = true
	if err := s.timeOfDay(c); err != nil {
		return err
	}
	if err := s.zone(c); err != nil {
		return err
	}
	if qualityOf(s.peek()) != 0 {
		return s.fail(s.pos, "a time has no qualifier: leave out the time or the ? ~ %%")
	}
	return nil
}

// timeOfDay reads hh, hh:mm or hh:mm:ss.
func (s *scanner) timeOfDay(c *clock) *Error {
	fields := [...]struct {
		into      *int8
		precision Precision
	}{{&c.hour, Hour}, {&c.minute, Minute}, {&c.second, Second}}
	for i, field := range fields {
		if i > 0 && !s.skip(':') {
			break
		}
		number, err := s.clockNumber(field.precision)
		if err != nil {
			return err
		}
		*field.into, c.precision = number, field.precision
	}
	if s.peek() == '.' && s.pos+1 < len(s.text) && isDigit(s.text[s.pos+1]) {
		return s.fail(s.pos, "a time has no fraction: EDTF counts whole seconds")
	}
	return nil
}

// offsetHour is the place of the hours of an offset in clockLimits, behind Second, Minute and Hour.
const offsetHour = Hour + 1

// clockLimits has the largest value of each field of a time, and what to say of the value right after it.
var clockLimits = [...]struct {
	name string
	last int8
	next string
}{
	Second:     {"second", 59, "second 60 (a leap second) cannot be read: write 59"},
	Minute:     {"minute", 59, "minute 60 does not exist (00 to 59)"},
	Hour:       {"hour", 23, "hour 24 does not exist: the end of a day is 00:00:00 of the next day"},
	offsetHour: {"hour of the offset", 23, "an offset of 24 hours does not exist (00 to 23)"},
}

// clockNumber reads the two digits of an hour, minute or second.
func (s *scanner) clockNumber(field Precision) (int8, *Error) {
	start := s.pos
	limit := &clockLimits[field]
	for s.pos < start+2 && isDigit(s.peek()) {
		s.pos++
	}
	if s.pos < start+2 {
		return 0, s.fail(start, "the %s has two digits (00 to %d)", limit.name, limit.last)
	}
	number := int8(s.text[start]-'0')*10 + int8(s.text[start+1]-'0')
	switch {
	case number == limit.last+1:
		return 0, s.fail(start, "%s", limit.next)
	case number > limit.last:
		return 0, s.fail(start, "%s %d does not exist (00 to %d)", limit.name, number, limit.last)
	}
	return number, nil
}

// zone reads Z, ±hh:mm, ±hh, or nothing.
func (s *scanner) zone(c *clock) *Error {
	if s.skip('Z') {
		c.zoned = true
		return nil
	}
	sign, start := s.peek(), s.pos
	if sign != '+' && sign != '-' {
		return nil
	}
	s.pos++
	hours, err := s.clockNumber(offsetHour)
	if err != nil {
		return err
	}
	minutes := int8(0)
	if s.skip(':') {
		if minutes, err = s.clockNumber(Minute); err != nil {
			return err
		}
	}
	c.zoned = true
	c.offset = int32(hours)*secondsPerHour + int32(minutes)*secondsPerMinute
	if sign == '-' {
		if c.offset == 0 {
			return s.fail(start, "there is no offset -00:00: write Z or +00:00 for UTC, nothing for local time")
		}
		c.offset = -c.offset
	}
	return nil
}
