package exchange

import (
	"fmt"

	"dateline/data/edtf"
)

// date returns the date of a record in EDTF, or why there is none.
func (r *tableReader) date(rec *tableRecord) (date, why string) {
	if text := rec.first(FieldEDTF); text != "" {
		if _, err := edtf.Parse(text); err == nil {
			rec.take(FieldEDTF)
			rec.demote(FieldDate, FieldStart, FieldEnd, FieldTime, FieldEndTime, FieldYear, FieldMonth, FieldDay)
			return text, ""
		}
		rec.demote(FieldEDTF)
	}
	start, why := r.start(rec)
	if why != "" {
		return "", why
	}
	end, why := r.end(rec)
	switch {
	case why != "":
		return "", why
	case start.text == "" && end.text == "":
		return "", "it has no date"
	case end.text == "":
		return r.whole(rec, start), ""
	}
	both, ok := joinCellDates(start, end)
	if !ok {
		return "", "“" + start.text + "” to “" + end.text + "” is no stretch of time"
	}
	return r.whole(rec, both), ""
}

// whole returns the date as EDTF, and reports what that has no place for.
func (r *tableReader) whole(rec *tableRecord, date cellDate) string {
	if date.fraction != "" {
		r.lose(rec.where, "the fraction of a second is left out: %s", date.fraction)
	}
	return date.text
}

// start returns the first or only date of a record, none if it says none.
func (r *tableReader) start(rec *tableRecord) (date cellDate, why string) {
	field := FieldDate
	if rec.first(field) == "" {
		field = FieldStart
	}
	text := rec.take(field)
	rec.demote(FieldStart)
	if text == "" {
		return r.yearMonthDay(rec)
	}
	rec.demote(FieldYear, FieldMonth, FieldDay)
	date, ok := r.dates.read(text)
	if !ok {
		return date, "“" + shortened(text) + "” is no date that can be read"
	}
	return r.atClock(rec, FieldTime, date)
}

// end returns the last date of a record, none if it says none.
func (r *tableReader) end(rec *tableRecord) (date cellDate, why string) {
	text := rec.take(FieldEnd)
	if text == "" {
		rec.demote(FieldEndTime)
		return date, ""
	}
	date, ok := r.dates.endPoint(dateSpaces(text))
	if !ok {
		return date, "“" + shortened(text) + "” is no end that can be read"
	}
	return r.atClock(rec, FieldEndTime, date)
}

// atClock returns a date with the time of day that stands beside it. A time that does not go with the date is a detail.
func (r *tableReader) atClock(rec *tableRecord, field Field, date cellDate) (cellDate, string) {
	clock := rec.first(field)
	if clock == "" {
		return date, ""
	}
	if !wholeDayForm.MatchString(date.text) {
		rec.demote(field)
		return date, ""
	}
	timed, ok := r.dates.withClock(date.text, clock)
	if !ok {
		return date, "“" + shortened(clock) + "” is no time of day that can be read"
	}
	rec.take(field)
	return timed, ""
}

// yearMonthDay returns the date of which year, month and day stand in columns of their own.
func (r *tableReader) yearMonthDay(rec *tableRecord) (date cellDate, why string) {
	year := rec.first(FieldYear)
	if year == "" {
		rec.demote(FieldMonth, FieldDay, FieldTime)
		return date, ""
	}
	month, day := rec.first(FieldMonth), rec.first(FieldDay)
	all := "“" + shortened(tableSpaces(year+" "+month+" "+day)) + "” is no date that can be read"
	date, ok := r.dates.read(year)
	if !ok {
		return date, all
	}
	rec.take(FieldYear)
	if month == "" {
		rec.demote(FieldDay)
		return r.atClock(rec, FieldTime, date)
	}
	number := cellMonth(month)
	if _, err := edtf.Parse(date.text + "-01"); err != nil || number == 0 {
		return date, all
	}
	rec.take(FieldMonth)
	date.text = monthEDTF(date.text, digitsOf(number))
	if day != "" {
		if digitsValue(day) < 1 {
			return date, all
		}
		rec.take(FieldDay)
		date.text = dayEDTF(date.text[:len(date.text)-3], date.text[len(date.text)-2:], digitsOf(digitsValue(day)))
	}
	if _, ok := checkedDate(date.text); !ok {
		return date, all
	}
	return r.atClock(rec, FieldTime, date)
}

// digitsOf returns a small number with two digits.
func digitsOf(number int) string { return fmt.Sprintf("%02d", number) }
