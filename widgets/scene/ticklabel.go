package scene

import (
	"strconv"
	"strings"

	"dateline/data/edtf"
)

var monthNames = [...]string{
	"January", "February", "March", "April", "May", "June", "July",
	"August", "September", "October", "November", "December",
}

// lowerLabel returns the label of a boundary under its upper tier: "15",
// "21:15", "April" or "Apr", "1999" or "’99".
func (s step) lowerLabel(at int64, short bool) string {
	y, mo, d, h, mi, sec := edtf.Civil(at)
	switch s.unit {
	case second:
		return clock(h, mi) + ":" + twoDigits(sec)
	case minute, hour:
		return clock(h, mi)
	case day:
		return strconv.Itoa(d)
	case month:
		if short {
			return shortMonth(mo)
		}
		return monthNames[mo-1]
	}
	if short && s.count == 1 && y >= 1000 && y <= 9999 && y%5 != 0 {
		return "’" + twoDigits(int(y%100))
	}
	return yearLabel(y)
}

// wholeLabel returns a boundary's name that needs no upper tier.
func (s step) wholeLabel(at int64) string {
	if s.unit == day || s.unit == month {
		return step{s.unit, 1}.upperLabel(at)
	}
	return s.lowerLabel(at, false)
}

// upperLabel returns the name of the period that begins at a boundary.
func (s step) upperLabel(at int64) string {
	y, mo, d, h, mi, _ := edtf.Civil(at)
	dayName := strconv.Itoa(d) + " " + monthNames[mo-1] + " " + yearLabel(y)
	switch s.unit {
	case minute, hour:
		return dayName + ", " + clock(h, mi)
	case day:
		return dayName
	case month:
		return monthNames[mo-1] + " " + yearLabel(y)
	}
	return s.yearsLabel(y)
}

// yearsLabel returns the name of a period of years: "2008", "2000s",
// "from 1 CE".
func (s step) yearsLabel(y int64) string {
	switch {
	case s.count == 1:
		return yearLabel(y)
	case y == 1:
		return "from 1 CE"
	case y <= 0:
		return "from " + yearLabel(y)
	}
	return yearLabel(y) + "s"
}

// yearLabel returns a year as people count it: "1985", "44 BCE", "170,000,002".
func yearLabel(y int64) string {
	if y <= 0 {
		return grouped(1-y) + " BCE"
	}
	return grouped(y)
}

// grouped returns a number with commas between groups of three digits, from
// 10,000 on: a year of four digits is written without.
func grouped(n int64) string {
	digits := strconv.FormatInt(n, 10)
	if len(digits) < 5 {
		return digits
	}
	var b strings.Builder
	for i, digit := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(digit)
	}
	return b.String()
}

func clock(h, mi int) string { return twoDigits(h) + ":" + twoDigits(mi) }

func twoDigits(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// shortMonth returns the first three letters, the whole of a name of four.
func shortMonth(mo int) string {
	name := monthNames[mo-1]
	if len(name) <= 4 {
		return name
	}
	return name[:3]
}
