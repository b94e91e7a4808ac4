package edtf

import "fmt"

const (
	secondsPerMinute = 60
	secondsPerHour   = 3600
	secondsPerDay    = 86400

	// daysPerEra is the length of the 400 years after which the Gregorian calendar repeats.
	daysPerEra = 146097
	// epochShift is the number of days from 0000-03-01 to 1970-01-01.
	epochShift = 719468

	// firstYear and lastYear are the outermost years all of whose seconds fit an int64 since 1970.
	firstYear = -292277022656
	lastYear  = 292277026595
)

// Instant returns the seconds from 1970-01-01T00:00:00Z to the given moment of the proleptic Gregorian calendar, year
// 0 being 1 BCE. The moment must exist in that calendar and lie within the years -292277022656 to 292277026595, all
// of whose seconds fit an int64; outside of them the result is meaningless.
//
// The days are counted by Howard Hinnant's days_from_civil ("chrono-Compatible Low-Level Date Algorithms",
// https://howardhinnant.github.io/date_algorithms.html).
func Instant(year int64, month, day, hour, minute, second int) int64 {
	return daysFromCivil(year, month, day)*secondsPerDay +
		int64(hour)*secondsPerHour + int64(minute)*secondsPerMinute + int64(second)
}

// Civil returns the moment of the proleptic Gregorian calendar, in UTC, at an instant in seconds since
// 1970-01-01T00:00:00Z. Every int64 has one. It is the inverse of [Instant], by Hinnant's civil_from_days.
func Civil(instant int64) (year int64, month, day, hour, minute, second int) {
	days := floorDiv(instant, secondsPerDay)
	rest := int(instant - days*secondsPerDay)
	year, month, day = civilFromDays(days)
	return year, month, day, rest / secondsPerHour, rest / secondsPerMinute % 60, rest % 60
}

// FormatInstant returns an instant in seconds since 1970 as RFC 3339 in UTC, such as 2008-04-09T00:00:00Z. Years
// outside 0 to 9999, which RFC 3339 cannot write, get a sign and at least four digits, as in ISO 8601's expanded
// representation: -0043-03-15T00:00:00Z, +12345-01-01T00:00:00Z.
func FormatInstant(instant int64) string {
	year, month, day, hour, minute, second := Civil(instant)
	form := "%04d"
	if year < 0 || year > 9999 {
		form = "%+05d"
	}
	return fmt.Sprintf(form+"-%02d-%02dT%02d:%02d:%02dZ", year, month, day, hour, minute, second)
}

// daysFromCivil counts days from 1970-01-01. Its years begin on 1 March, so that the leap day is the last of a year.
func daysFromCivil(year int64, month, day int) int64 {
	if month <= 2 {
		year--
		month += 12
	}
	era := floorDiv(year, 400)
	yearOfEra := year - era*400
	dayOfYear := int64((153*(month-3)+2)/5 + day - 1)
	dayOfEra := yearOfEra*365 + yearOfEra/4 - yearOfEra/100 + dayOfYear
	return era*daysPerEra + dayOfEra - epochShift
}

func civilFromDays(days int64) (year int64, month, day int) {
	days += epochShift
	era := floorDiv(days, daysPerEra)
	dayOfEra := days - era*daysPerEra
	yearOfEra := (dayOfEra - dayOfEra/1460 + dayOfEra/36524 - dayOfEra/146096) / 365
	dayOfYear := int(dayOfEra - (365*yearOfEra + yearOfEra/4 - yearOfEra/100))
	shifted := (5*dayOfYear + 2) / 153 // 0 is March
	day = dayOfYear - (153*shifted+2)/5 + 1
	month = shifted + 3
	year = yearOfEra + era*400
	if month > 12 {
		month -= 12
		year++
	}
	return year, month, day
}

// floorDiv divides towards minus infinity; b is positive.
func floorDiv(a, b int64) int64 {
	quotient := a / b
	if a%b < 0 {
		quotient--
	}
	return quotient
}

func leap(year int64) bool {
	return year%4 == 0 && (year%100 != 0 || year%400 == 0)
}

// monthDays has the days of each month of a common year; index 0 is unused.
var monthDays = [13]uint8{0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}

// daysIn returns the number of days of a month, 1 to 12.
func daysIn(month int, leapYear bool) int {
	if month == 2 && leapYear {
		return 29
	}
	return int(monthDays[month])
}
