package exchange

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"dateline/data/edtf"
)

// icalStamp is a DTSTART or DTEND.
type icalStamp struct {
	moment
	zone *time.Location // of its TZID, nil for none
	utc  int64          // its instant in UTC; without a zone as if its clock were that
}

// icalPeriod is when an event is, as a calendar has it.
type icalPeriod struct {
	start, end icalStamp // the end is that of the last day, or the end of a time as it is written
	hasEnd     bool
}

var icalStampForm = regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z)?)?$`)

// readStamp reads a date or a date with a time.
func (r *icalReader) readStamp(p *icalProperty) (s icalStamp, ok bool) {
	parts := icalStampForm.FindStringSubmatch(strings.TrimSpace(p.raw))
	if parts == nil {
		return s, false
	}
	var n [6]int
	for i := range n {
		n[i], _ = strconv.Atoi(parts[i+1]) // digits alone, or nothing
	}
	if n[5] == 60 {
		n[5] = 59 // a leap second
		r.lose(p.place(), "a leap second cannot be kept: it is read as second 59")
	}
	if n[1] < 1 || n[1] > 12 || n[3] > 23 || n[4] > 59 || n[5] > 59 {
		return s, false
	}
	s.instant = edtf.Instant(int64(n[0]), n[1], n[2], n[3], n[4], n[5])
	if _, month, day, _, _, _ := edtf.Civil(s.instant); month != n[1] || day != n[2] {
		return s, false
	}
	s.precision, s.utc = edtf.Second, s.instant
	switch {
	case parts[4] == "":
		s.precision = edtf.Day
	case parts[7] != "":
		s.moment.zone = "Z"
	case p.param("TZID") != "":
		r.place(p, &s)
	}
	return s, true
}

// place gives a time the offset of its zone.
func (r *icalReader) place(p *icalProperty, s *icalStamp) {
	name := p.param("TZID")
	zone := r.zones.find(name)
	if zone == nil {
		r.lose(p.place(), "the time zone “%s” is not known: the time is kept as that of a place that is not said",
			shortened(name))
		return
	}
	s.zone = zone
	if !s.setOffset() {
		s.zone = nil
		r.lose(p.place(), "the time zone “%s” has no offset then that is said and a whole minute: the time is kept without one",
			shortened(name))
		return
	}
	r.note("Times of the zone “" + shortened(name) + "” have the offset that it has on their day; its name is not kept.")
}

// setOffset works out the offset of a time in its zone, and reports whether EDTF can write it.
func (s *icalStamp) setOffset() bool {
	name, offset := offsetAt(s.zone, s.instant)
	text, ok := offsetText(offset)
	if !ok || name == unsaidZone {
		return false
	}
	if s.zone == time.UTC {
		text = "Z"
	}
	s.moment.zone, s.utc = text, s.instant-int64(offset)
	return true
}

// offsetAt returns the abbreviation and the offset of a zone at a time of its own clock: of one that there is twice, at the
// first of them, and of one that there is not, that which was before, as RFC 5545 has it.
func offsetAt(zone *time.Location, clock int64) (name string, offset int) {
	at := func(utc int64) (string, int) { return time.Unix(utc, 0).In(zone).Zone() }
	name, before := at(clock - 86400)
	_, after := at(clock + 86400)
	for _, candidate := range []int{before, after} {
		if found, offset := at(clock - int64(candidate)); offset == candidate {
			return found, offset
		}
	}
	return name, before
}

// offsetText returns an offset in seconds as EDTF writes it, and whether that is possible.
func offsetText(offset int) (string, bool) {
	sign, size := '+', offset
	if offset < 0 {
		sign, size = '-', -offset
	}
	return fmt.Sprintf("%c%02d:%02d", sign, size/3600, size/60%60), size%60 == 0 && size < 24*3600
}

// readDate returns the date of an event, and whether it has one.
func (r *icalReader) readDate(c *icalComponent, title string) (date string, ok bool) {
	period, fault := r.readPeriod(c, title)
	if fault != "" {
		r.lose(fmt.Sprintf("line %d", c.line), "the event “%s” is left out: %s", shortened(title), fault)
		return "", false
	}
	if p := c.one(icalEDTF); p != nil {
		written := strings.TrimSpace(p.text())
		if d, err := edtf.Parse(written); err == nil && period.same(d) {
			return written, true
		}
		r.lose(p.place(), "X-EDTF of “%s” is not believed, because DTSTART and DTEND say otherwise: %s",
			shortened(title), shortened(written))
	}
	return period.date(r), true
}

// readPeriod returns when an event is, or why that cannot be said. An end that says nothing is left out.
func (r *icalReader) readPeriod(c *icalComponent, title string) (period icalPeriod, fault string) {
	start := c.one("DTSTART")
	if start == nil {
		return period, "it has no DTSTART"
	}
	var ok bool
	if period.start, ok = r.readStamp(start); !ok {
		return period, "“" + shortened(start.raw) + "” is no date"
	}
	period.end = period.start
	end, duration := c.one("DTEND"), c.one("DURATION")
	if end != nil && duration != nil {
		r.loseProperty(duration, "an event that has a DTEND")
	}
	if end == nil {
		end = duration
	}
	if end == nil {
		return period, ""
	}
	if why := r.readEnd(&period, end); why != "" {
		r.lose(end.place(), "the end of “%s” is left out: %s", shortened(title), why)
		period.end = period.start
		return period, ""
	}
	period.hasEnd = true
	if period.start.precision == edtf.Day && period.end.utc > period.start.utc {
		period.end.instant, period.end.utc = period.end.instant-86400, period.end.utc-86400 // the last day, not that after it
	}
	return period, ""
}

// readEnd reads a DTEND or DURATION, and returns why it says nothing, "" if it does.
func (r *icalReader) readEnd(period *icalPeriod, p *icalProperty) (why string) {
	var ok bool
	if p.name == "DURATION" {
		if period.end, ok = period.start.after(p.raw); !ok {
			return "“" + shortened(p.raw) + "” is no DURATION"
		}
		return ""
	}
	period.end, ok = r.readStamp(p)
	switch {
	case !ok:
		return "“" + shortened(p.raw) + "” is no date"
	case (period.end.precision == edtf.Day) != (period.start.precision == edtf.Day):
		return "one of DTSTART and DTEND has a time, the other has none: " + shortened(p.raw)
	case period.end.utc < period.start.utc:
		return "it is before the start: " + shortened(p.raw)
	}
	return ""
}

var icalDuration = regexp.MustCompile(`^([+-]?)P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})S)?)?$`)

// after returns the end of what begins with a stamp and lasts a DURATION: days by the clock, the rest as time goes by.
func (s icalStamp) after(duration string) (icalStamp, bool) {
	parts := icalDuration.FindStringSubmatch(strings.TrimSpace(duration))
	if parts == nil || parts[1] == "-" || strings.Join(parts[2:], "") == "" {
		return s, false
	}
	var n [5]int64
	for i := range n {
		n[i], _ = strconv.ParseInt(parts[i+2], 10, 64) // digits alone, or nothing
	}
	days, seconds := n[0]*7+n[1], n[2]*3600+n[3]*60+n[4]
	if s.precision == edtf.Day {
		days += (seconds + 86399) / 86400
		seconds = 0
	}
	end := s
	end.instant += days * 86400
	if end.utc = end.instant; s.zone != nil && !end.setOffset() {
		return s, false
	}
	end.utc += seconds
	end.instant += seconds
	if s.zone == nil {
		return end, true
	}
	_, offset := time.Unix(end.utc, 0).In(s.zone).Zone()
	end.instant = end.utc + int64(offset)
	return end, end.setOffset()
}

// date returns the date in EDTF.
func (p icalPeriod) date(r *icalReader) string {
	from, to := p.start.moment, p.end.moment
	if from.precision != edtf.Day && from.instant%60 == 0 && to.instant%60 == 0 {
		from.precision, to.precision = edtf.Minute, edtf.Minute
		r.note("Times are read to the minute where their seconds are 00, because calendars have no others to be filled in.")
	}
	return dateBetween(from.String(), to.String())
}

// same reports whether a date would be written as this period.
func (p icalPeriod) same(d edtf.Date) bool {
	want, ok := icalWritten(d)
	return ok && p.start.sameAs(want.start) && p.end.sameAs(want.end)
}

func (s icalStamp) sameAs(other icalStamp) bool {
	return s.utc == other.utc && (s.precision == edtf.Day) == (other.precision == edtf.Day) &&
		(s.moment.zone == "") == (other.moment.zone == "")
}

// icalWritten returns the period that a date is written as, and whether it can be.
func icalWritten(d edtf.Date) (icalPeriod, bool) {
	s := simple(d)
	stamp := func(m moment) icalStamp {
		_, offset := zoneOf("T" + m.zone)
		return icalStamp{moment: m, utc: m.instant - offset}
	}
	p := icalPeriod{start: stamp(s.from), end: stamp(s.to)}
	p.hasEnd = p.start.utc != p.end.utc
	return p, p.start.utc >= icalFirst && p.end.utc <= icalLast
}

// The first and last instant that a calendar can say, whose years have four digits, for the day after it, too.
var (
	icalFirst = edtf.Instant(1, 1, 2, 0, 0, 0)
	icalLast  = edtf.Instant(9999, 12, 29, 23, 59, 59)
)
