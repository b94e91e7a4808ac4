package exchange

import (
	"regexp"
	"strconv"
	"strings"

	"dateline/data/edtf"
)

// isoForm is ISO 8601 as JavaScript and SIMILE read it, with years of four to six digits; the date may be without its
// hyphens if it is written to the day.
var isoForm = regexp.MustCompile(`^([+-]?\d{4}|[+-]\d{6})(?:-(\d\d)(?:-(\d\d))?|(\d\d)(\d\d))?` +
	`(?:[T ](\d\d)(?::?(\d\d)(?::?(\d\d)(?:[.,](\d+))?)?)? ?(Z|[+-]\d\d(?::?\d\d)?)?)?$`)

// readISO returns the time that a text in ISO 8601 gives, and whether it has a fraction of a second, which is left out.
func readISO(text string) (t civilTime, fraction, ok bool) {
	m := isoForm.FindStringSubmatch(text)
	if m == nil {
		return civilTime{}, false, false
	}
	month, day := m[2]+m[4], m[3]+m[5]
	t.year, _ = strconv.ParseInt(m[1], 10, 64)
	t.precision, t.zone = edtf.Year, readZone(m[10])
	for _, part := range []struct {
		digits    string
		into      *int
		precision edtf.Precision
	}{
		{month, &t.month, edtf.Month},
		{day, &t.day, edtf.Day},
		{m[6], &t.hour, edtf.Hour},
		{m[7], &t.minute, edtf.Minute},
		{m[8], &t.second, edtf.Second},
	} {
		if part.digits != "" {
			*part.into, t.precision = digitsValue(part.digits), part.precision
		}
	}
	if day == "" && m[6] != "" {
		return civilTime{}, false, false
	}
	return t, strings.Trim(m[9], "0") != "", true
}

// readZone returns an offset as EDTF writes it: of +0100 +01:00, of none in any form Z.
func readZone(text string) string {
	switch {
	case text == "" || text == "Z":
		return text
	case strings.Trim(text, "+-0:") == "":
		return "Z"
	}
	digits := strings.ReplaceAll(text[1:], ":", "") + "00"
	return text[:1] + digits[:2] + ":" + digits[2:4]
}

// scriptZones are the names of time zones that JavaScript knows in dates.
var scriptZones = map[string]string{
	"z": "Z", "gmt": "Z", "utc": "Z", "ut": "Z",
	"est": "-05:00", "edt": "-04:00", "cst": "-06:00", "cdt": "-05:00",
	"mst": "-07:00", "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00",
}

var (
	clockForm = regexp.MustCompile(`^(\d\d?):(\d\d)(?::(\d\d)(?:\.(\d+))?)?$`)
	slashForm = regexp.MustCompile(`^(\d\d?)/(\d\d?)/(\d{3,})$`)
	zoneForm  = regexp.MustCompile(`^(?i:gmt|utc|ut)?([+-]\d\d:?\d\d)$`)
	monthForm = regexp.MustCompile(`^(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?$`)
	weekday   = regexp.MustCompile(`^(?i:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?$`)
	remark    = regexp.MustCompile(`\([^()]*\)`)
)

// longestScriptDate is how many bytes a date has at most.
const longestScriptDate = 100

// readScriptDate returns the time that a text gives which JavaScript's Date.parse reads, as precise as it is written:
// ISO 8601, “May 20 2008 09:00:00 GMT-0600”, “20 May 2008”, “May 2008”, “5/20/2008 9:00 PM”. A year of two digits is not
// read, as browsers differ in its century.
func readScriptDate(text string) (t civilTime, fraction, ok bool) {
	text = strings.TrimSpace(text)
	if t, fraction, ok := readISO(text); ok {
		return t, fraction, true
	}
	if len(text) > longestScriptDate {
		return civilTime{}, false, false
	}
	d := scriptDate{}
	text = strings.ReplaceAll(remark.ReplaceAllString(text, " "), ",", " ")
	for word := range strings.FieldsSeq(text) {
		if !d.take(word) {
			return civilTime{}, false, false
		}
	}
	return d.time()
}

// scriptDate is a date in words, as far as they are read.
type scriptDate struct {
	civilTime
	hasYear, hasClock, hasZone, fraction bool
	afternoon                            string // "am", "pm", or ""
}

// take takes a word and reports whether it can be a part of the date.
func (d *scriptDate) take(word string) bool {
	lower := strings.ToLower(word)
	switch {
	case weekday.MatchString(word):
		return true
	case monthForm.MatchString(word):
		months := "janfebmaraprmayjunjulaugsepoctnovdec"
		return d.set(&d.month, strings.Index(months, lower[:3])/3+1)
	case scriptZones[lower] != "":
		return d.setZone(scriptZones[lower])
	case lower == "am" || lower == "pm":
		d.afternoon = lower
		return d.hasClock && d.hour >= 1 && d.hour <= 12
	}
	if m := zoneForm.FindStringSubmatch(word); m != nil {
		return d.setZone(readZone(m[1]))
	}
	if m := clockForm.FindStringSubmatch(word); m != nil {
		return d.setClock(m)
	}
	if m := slashForm.FindStringSubmatch(word); m != nil {
		return d.set(&d.month, digitsValue(m[1])) && d.set(&d.day, digitsValue(m[2])) && d.setYear(m[3])
	}
	return d.takeNumber(word)
}

// takeNumber takes a day or a year.
func (d *scriptDate) takeNumber(word string) bool {
	switch {
	case strings.Trim(word, "0123456789") != "":
		return false
	case len(word) <= 2:
		return d.set(&d.day, digitsValue(word))
	}
	return d.setYear(word)
}

// set sets a part that has not been set and is not zero.
func (d *scriptDate) set(part *int, value int) bool {
	fresh := *part == 0 && value > 0
	*part = value
	return fresh
}

func (d *scriptDate) setYear(digits string) bool {
	year, err := strconv.ParseInt(digits, 10, 64)
	fresh := !d.hasYear && err == nil
	d.year, d.hasYear = year, true
	return fresh
}

func (d *scriptDate) setClock(m []string) bool {
	fresh := !d.hasClock
	d.hour, d.minute, d.second = digitsValue(m[1]), digitsValue(m[2]), digitsValue(m[3])
	d.hasClock, d.precision = true, edtf.Minute
	if m[3] != "" {
		d.precision = edtf.Second
	}
	d.fraction = strings.Trim(m[4], "0") != ""
	return fresh
}

// setZone sets the offset; GMT may have one behind it.
func (d *scriptDate) setZone(zone string) bool {
	fresh := !d.hasZone || d.zone == "Z"
	d.zone, d.hasZone = zone, true
	return fresh && zone != ""
}

// time returns the date that the words make.
func (d *scriptDate) time() (t civilTime, fraction, ok bool) {
	t = d.civilTime
	switch {
	case !d.hasYear, d.day != 0 && d.month == 0, d.hasClock && d.day == 0, d.hasZone && !d.hasClock && d.day == 0:
		return civilTime{}, false, false
	case d.hasClock:
		if d.afternoon != "" {
			t.hour %= 12
		}
		if d.afternoon == "pm" {
			t.hour += 12
		}
		return t, d.fraction, true
	}
	t.zone, t.precision = "", edtf.Year
	if t.month != 0 {
		t.precision = edtf.Month
	}
	if t.day != 0 {
		t.precision = edtf.Day
	}
	return t, false, true
}
