package export

import (
	"fmt"
	"math"

	"dateline/data/edtf"
	"dateline/widgets/scene"
)

// Lengths in seconds from which on a stretch is named by years, by months, by
// days.
const (
	daySeconds = 86400
	longYears  = 5 * 365 * daySeconds
	longMonths = 60 * daySeconds
	longDays   = 2 * daySeconds
)

// spanWords names a stretch of time as exactly as its length asks for: "1985 to
// 2018", "January 2015 to June 2016", down to minutes.
func spanWords(span scene.Span) string {
	from, to := int64(math.Floor(span.From)), int64(math.Ceil(span.To))-1
	form := yearDate
	switch length := span.Length(); {
	case length < longDays:
		form = minuteDate
	case length < longMonths:
		form = dayDate
	case length < longYears:
		form = monthDate
	}
	if words := intervalWords(form(from), form(to)); words != "" {
		return words
	}
	return intervalWords(yearDate(from), yearDate(to)) // years that are too far for months
}

// intervalWords returns the words for two EDTF dates, "" where one is none.
func intervalWords(from, to string) string {
	text := from
	if from != to {
		text += "/" + to
	}
	date, err := edtf.Parse(text)
	if err != nil {
		return ""
	}
	return date.Words()
}

func yearDate(instant int64) string {
	year, _, _, _, _, _ := edtf.Civil(instant)
	switch {
	case year < -9999 || year > 9999:
		return fmt.Sprintf("Y%d", year)
	case year < 0:
		return fmt.Sprintf("%05d", year)
	}
	return fmt.Sprintf("%04d", year)
}

func monthDate(instant int64) string {
	_, month, _, _, _, _ := edtf.Civil(instant)
	return fmt.Sprintf("%s-%02d", yearDate(instant), month)
}

func dayDate(instant int64) string {
	_, _, day, _, _, _ := edtf.Civil(instant)
	return fmt.Sprintf("%s-%02d", monthDate(instant), day)
}

func minuteDate(instant int64) string {
	_, _, _, hour, minute, _ := edtf.Civil(instant)
	return fmt.Sprintf("%sT%02d:%02dZ", dayDate(instant), hour, minute)
}
