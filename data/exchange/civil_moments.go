package exchange

import (
	"fmt"
	"slices"
	"strings"

	"dateline/data/edtf"
)

// moment is a day, or a time of a day to the minute or second, on the clock of the place it is said of.
type moment struct {
	instant   int64          // of its beginning, in seconds since 1970, as if the clock were that of UTC
	precision edtf.Precision // Day, Minute or Second
	zone      string         // as EDTF writes it: "Z", "+01:00", or "" where it is not said
}

// String returns the moment in EDTF. Years that EDTF has no days of are written without them.
func (m moment) String() string {
	year, month, day, hour, minute, second := edtf.Civil(m.instant)
	if year < -9999 || year > 9999 {
		return yearEDTF(year)
	}
	text := yearEDTF(year) + fmt.Sprintf("-%02d-%02d", month, day)
	switch m.precision {
	case edtf.Second:
		return text + fmt.Sprintf("T%02d:%02d:%02d", hour, minute, second) + m.zone
	case edtf.Minute:
		return text + fmt.Sprintf("T%02d:%02d", hour, minute) + m.zone
	}
	return text
}

// dateBetween returns the date that begins and ends with two moments.
func dateBetween(from, to string) string {
	if from == to {
		return from
	}
	return from + "/" + to
}

// simpleDate is a date as formats hold it that know two moments and nothing else.
type simpleDate struct {
	from, to moment
	open     bool // it goes on; to is from
	about    bool // approximate
	lost     string
}

// simple returns what of a date those formats can hold, lost saying what not: "" for nothing.
func simple(d edtf.Date) simpleDate {
	from, to, open := endsOf(d)
	if from.IsZero() {
		return stretch(d)
	}
	a, certain := momentOf(from)
	b, certainToo := momentOf(to)
	if !certain || !certainToo || (a.precision == edtf.Day) != (b.precision == edtf.Day) {
		return stretch(d)
	}
	s := simpleDate{from: a, to: b, open: open, about: from.Approximate() && to.Approximate()}
	var lost []string
	if d.Uncertain() {
		lost = append(lost, "it is uncertain")
	}
	if d.Approximate() && (!s.about || partly(from) || partly(to)) {
		lost = append(lost, "a part of it is approximate")
	}
	s.lost = strings.Join(lost, ", ")
	if a.zone != b.zone {
		s.inUTC(from, to)
	}
	return s
}

// partly reports whether not all of a date is approximate.
func partly(d edtf.Date) bool {
	return d.Approximate() && !strings.ContainsAny(lastOf(d.String()), "~%")
}

// lastOf returns the last character of a text.
func lastOf(text string) string { return text[len(text)-1:] }

// inUTC gives both ends the same clock, because otherwise the later could seem to be the earlier.
func (s *simpleDate) inUTC(from, to edtf.Date) {
	s.from.instant, s.to.instant = from.Bounds().Earliest, to.Bounds().Earliest
	if s.from.zone == "" || s.to.zone == "" {
		s.from.zone, s.to.zone = "", ""
	} else {
		s.from.zone, s.to.zone = "Z", "Z"
	}
	s.lost = strings.TrimPrefix(s.lost+", its ends have different offsets from UTC", ", ")
}

// endsOf returns the ends of a date that is single or an interval with a dated start, and whether it goes on; zero
// dates for any other.
func endsOf(d edtf.Date) (from, to edtf.Date, open bool) {
	if d.Kind() == edtf.Single {
		return d, d, false
	}
	first, second, interval := strings.Cut(d.String(), "/")
	if d.Kind() != edtf.Interval || !interval || d.UnknownEnd() {
		return edtf.Date{}, edtf.Date{}, false
	}
	from, err := edtf.Parse(first)
	if err != nil {
		return edtf.Date{}, edtf.Date{}, false
	}
	if d.OpenEnd() {
		return from, from, true
	}
	if to, err = edtf.Parse(second); err != nil {
		return edtf.Date{}, edtf.Date{}, false
	}
	return from, to, false
}

// momentOf returns the day or time that a date is, and whether it is one.
func momentOf(d edtf.Date) (moment, bool) {
	precisions := []edtf.Precision{edtf.Day, edtf.Minute, edtf.Second}
	if d.Kind() != edtf.Single || !slices.Contains(precisions, d.Precision()) {
		return moment{}, false
	}
	zone, offset := zoneOf(d.String())
	return moment{d.Bounds().Earliest + offset, d.Precision(), zone}, true
}

// zoneOf returns what a time of day in EDTF says of its offset from UTC, and that in seconds.
func zoneOf(text string) (zone string, offset int64) {
	_, clock, _ := strings.Cut(text, "T")
	i := strings.IndexAny(clock, "Z+-")
	if i < 0 {
		return "", 0
	}
	zone = clock[i:]
	var hours, minutes int64
	if _, err := fmt.Sscanf(zone[1:], "%d:%d", &hours, &minutes); err != nil {
		_, _ = fmt.Sscanf(zone[1:], "%d", &hours) // "+01", or "Z" with nothing behind it
	}
	offset = hours*3600 + minutes*60
	if zone[0] == '-' {
		offset = -offset
	}
	return zone, offset
}

// stretch returns the days from the first to the last that a date may be, or the minutes where it is an hour.
func stretch(d edtf.Date) simpleDate {
	s := simpleDate{lost: "it is " + d.Words(), about: true}
	precision, length, zone := edtf.Day, int64(24*3600), ""
	if d.Kind() == edtf.Single && d.Precision() == edtf.Hour {
		precision, length, s.about = edtf.Minute, 60, false
		zone, _ = zoneOf(d.String())
	}
	earliest, latest := onClocks(d)
	s.from = moment{floorTo(earliest, length), precision, zone}
	s.to = moment{floorTo(latest, length), precision, zone}
	return s
}

// onClocks returns the bounds of a date on the clocks that it is written by; where there is none, the date that it has
// at its other end decides.
func onClocks(d edtf.Date) (earliest, latest int64) {
	first, second := d.String(), d.String()
	if d.Kind() == edtf.Interval {
		first, second, _ = strings.Cut(d.String(), "/")
	}
	extent := d.Bounds()
	earliest, latest = extent.Earliest, extent.Latest
	switch {
	case extent.NoLatest:
		second, latest = first, earliest
		if start := d.Start(); !start.NoLatest {
			latest = start.Latest
		}
	case extent.NoEarliest:
		first, earliest = second, latest
		if end := d.End(); !end.NoEarliest {
			earliest = end.Earliest
		}
	}
	if d.Kind() == edtf.OneOf || d.Kind() == edtf.AllOf {
		return earliest, latest
	}
	_, before := zoneOf(first)
	_, after := zoneOf(second)
	return earliest + before, latest + after
}

// floorTo returns the last multiple of a unit that is not after an instant.
func floorTo(instant, unit int64) int64 {
	rest := instant % unit
	if rest < 0 {
		rest += unit
	}
	return instant - rest
}

// String returns the date as it is written, in EDTF.
func (s simpleDate) String() string {
	if s.open {
		return s.from.String() + "/.."
	}
	return dateBetween(s.from.String(), s.to.String())
}
