package exchange

import (
	"regexp"
	"strconv"

	"dateline/data/edtf"
)

// tlpTime is a time as the program writes it.
type tlpTime struct {
	year                             int64
	month, day, hour, minute, second int
}

var tlpTimeForm = regexp.MustCompile(`^(-?\d{1,9})-(\d{1,2})-(\d{1,2}) (\d{1,2}):(\d{1,2}):(\d{1,2})$`)

// readTlpTime reads a time, and reports whether it is one; whether the calendar has the day is not checked.
func readTlpTime(text string) (t tlpTime, ok bool) {
	parts := tlpTimeForm.FindStringSubmatch(text)
	if parts == nil {
		return t, false
	}
	t.year, _ = strconv.ParseInt(parts[1], 10, 64) // the form has digits alone, and few
	for i, into := range []*int{&t.month, &t.day, &t.hour, &t.minute, &t.second} {
		*into, _ = strconv.Atoi(parts[i+2])
	}
	return t, t.month >= 1 && t.month <= 12 && t.day >= 1 && t.day <= 31 && t.hour < 24 && t.minute < 60 && t.second < 60
}

// moment returns the time to a precision, and whether the calendar has it.
func (t tlpTime) moment(precision edtf.Precision) (moment, bool) {
	instant := edtf.Instant(t.year, t.month, t.day, t.hour, t.minute, t.second)
	_, month, day, _, _, _ := edtf.Civil(instant)
	return moment{instant: instant, precision: precision}, month == t.month && day == t.day
}

// precision returns how precisely two times are meant: to the day where both are midnight, to the minute where the
// seconds of both are 0, because the program has no more to be filled in.
func tlpPrecision(a, b tlpTime) edtf.Precision {
	switch {
	case a.second != 0 || b.second != 0:
		return edtf.Second
	case a.hour != 0 || a.minute != 0 || b.hour != 0 || b.minute != 0:
		return edtf.Minute
	}
	return edtf.Day
}

// date returns the date of an event or an era.
func (r *tlpReader) date(n *tlpNode) (string, error) {
	start, end, err := tlpPeriod(n)
	if err != nil {
		return "", err
	}
	goesOn := n.value("ends_today") == "True"
	if goesOn || n.value("milestone") == "True" {
		end = start // what else is written there is the day on which the file was saved, or nothing
	}
	precision := tlpPrecision(start, end)
	fuzzy := n.value("fuzzy") == "True"
	r.notePrecision(n, precision, fuzzy)
	if fuzzy {
		precision = edtf.Day
	}
	from, ok := start.moment(precision)
	to, okToo := end.moment(precision)
	switch {
	case !ok || !okToo:
		return "", n.wrong("the calendar has no such day: %s to %s", n.value("start"), n.value("end"))
	case to.instant < from.instant:
		return "", n.wrong("the end %s is before the start %s", n.value("end"), n.value("start"))
	}
	a, b := r.ends(n, from, to)
	if fuzzy {
		a, b = a+"~", b+"~"
	}
	if goesOn {
		return a + "/..", nil
	}
	return dateBetween(a, b), nil
}

// tlpPeriod returns the start and the end of an event as they are written.
func tlpPeriod(n *tlpNode) (start, end tlpTime, err error) {
	for _, which := range []struct {
		name string
		into *tlpTime
	}{{"start", &start}, {"end", &end}} {
		element := n.one(which.name)
		if element == nil {
			return start, end, n.wrong("<%s> has no <%s>", n.name, which.name)
		}
		t, ok := readTlpTime(element.text)
		if !ok {
			return start, end, element.wrong("“%s” is not a time such as 2013-03-30 11:16:00", shortened(element.text))
		}
		*which.into = t
	}
	return start, end, nil
}

// notePrecision says how times are read.
func (r *tlpReader) notePrecision(n *tlpNode, precision edtf.Precision, fuzzy bool) {
	switch {
	case precision == edtf.Day:
		r.note("The Timeline Project writes a time with every date. Where all times of an event are 00:00:00 it shows days " +
			"alone, and so they are read, the last one included.")
	case fuzzy:
		r.lose(n.place(), "the times %s and %s are fuzzy: an approximate date has no time of day, so that only days are kept",
			n.value("start"), n.value("end"))
	case precision == edtf.Minute:
		r.note("Times are read to the minute where their seconds are 00: The Timeline Project has no seconds to be filled in.")
	}
	if fuzzy {
		r.note("Fuzzy events are read as approximate dates (~).")
	}
}

// ends returns both ends in EDTF, and says where only the year could be kept.
func (r *tlpReader) ends(n *tlpNode, from, to moment) (a, b string) {
	a, b = from.String(), to.String()
	if a[0] == 'Y' || b[0] == 'Y' {
		r.lose(n.place(), "of %s to %s only the year is kept where it has more than four digits: EDTF has no days of it",
			n.value("start"), n.value("end"))
	}
	return a, b
}
