package exchange

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"dateline/data/edtf"
)

// yearlyRule is a repetition once a year: on a day of a month, or on the first, second, … or last of a weekday in it.
type yearlyRule struct {
	month, day int
	clock      [3]int
	weekday    int   // 0 for Sunday, -1 for none
	nth        int   // of the weekday in the month, from its end if negative; 0 for the one among days
	days       []int // of the month
	count      int   // 0 for not counted
	limited    bool  // until
	until      int64
	untilUTC   bool
}

func (y *yearlyRule) endless() bool { return y.count == 0 && !y.limited }

var (
	icalByDay    = regexp.MustCompile(`^([+-]?[1-5])?(SU|MO|TU|WE|TH|FR|SA)$`)
	icalWeekdays = []string{"SU", "MO", "TU", "WE", "TH", "FR", "SA"}
)

// readYearly reads an RRULE that begins at an instant, and reports whether it is one of the rules that zones have.
func readYearly(raw string, first int64) (*yearlyRule, bool) {
	_, month, day, hour, minute, second := edtf.Civil(first)
	y := &yearlyRule{month: month, day: day, clock: [3]int{hour, minute, second}, weekday: -1}
	for part := range strings.SplitSeq(strings.ToUpper(strings.TrimSpace(raw)), ";") {
		name, value, _ := strings.Cut(part, "=")
		if !y.take(name, value) {
			return nil, false
		}
	}
	return y, y.weekday >= 0 == (y.nth != 0 || len(y.days) > 0)
}

// take takes a part of an RRULE.
func (y *yearlyRule) take(name, value string) (ok bool) {
	switch name {
	case "FREQ":
		return value == "YEARLY"
	case "INTERVAL":
		return value == "1"
	case "WKST":
		return true
	case "UNTIL":
		y.limited = true
		y.until, y.untilUTC, ok = icalInstant(value)
		if !strings.Contains(value, "T") {
			y.until += 86399
		}
		return ok
	case "BYHOUR", "BYMINUTE", "BYSECOND":
		number, err := strconv.Atoi(value)
		return err == nil && y.clock[slices.Index([]string{"BYHOUR", "BYMINUTE", "BYSECOND"}, name)] == number
	case "COUNT":
		y.count, _ = strconv.Atoi(value)
		return y.count > 0
	}
	return y.takeDay(name, value)
}

// takeDay takes a part of an RRULE that says on which days it falls.
func (y *yearlyRule) takeDay(name, value string) bool {
	switch name {
	case "BYMONTH":
		y.month, _ = strconv.Atoi(value)
		return y.month >= 1 && y.month <= 12
	case "BYMONTHDAY":
		for text := range strings.SplitSeq(value, ",") {
			day, _ := strconv.Atoi(text)
			if y.days = append(y.days, day); day < 1 || day > 31 || len(y.days) > 31 {
				return false
			}
		}
		return true
	case "BYDAY":
		found := icalByDay.FindStringSubmatch(value)
		if found == nil {
			return false
		}
		y.nth, _ = strconv.Atoi(found[1])
		y.weekday = slices.Index(icalWeekdays, found[2])
		return true
	}
	return false
}

// after returns when the rule falls after its beginning, by the clock that is so many seconds before UTC until then.
func (y *yearlyRule) after(first int64, before int) []int64 {
	var onsets []int64
	year, _, _, _, _, _ := edtf.Civil(first)
	clock := first - edtf.Instant(year, 1, 1, 0, 0, 0)
	clock %= 86400
	for ; year <= lastRuleYear; year++ {
		day := y.dayIn(year)
		if day == 0 {
			continue
		}
		at := edtf.Instant(year, y.month, day, 0, 0, 0) + clock
		end := at
		if at <= first {
			continue
		}
		if y.untilUTC {
			end -= int64(before)
		}
		if y.count > 0 && len(onsets)+1 >= y.count || y.limited && end > y.until {
			break
		}
		onsets = append(onsets, at)
	}
	return onsets
}

// dayIn returns the day of the month on which the rule falls in a year, 0 for none.
func (y *yearlyRule) dayIn(year int64) int {
	start := edtf.Instant(year, y.month, 1, 0, 0, 0)
	next := edtf.Instant(year, y.month+1, 1, 0, 0, 0)
	if y.month == 12 {
		next = edtf.Instant(year+1, 1, 1, 0, 0, 0)
	}
	length := int((next - start) / 86400)
	weekdayOf := func(day int) int { return int((start/86400+int64(day)-1+4)%7+7) % 7 } // 1970 began on a Thursday
	var days []int
	for day := 1; day <= length; day++ {
		switch {
		case y.weekday >= 0 && weekdayOf(day) != y.weekday:
		case len(y.days) > 0 && !slices.Contains(y.days, day):
		case y.weekday < 0 && len(y.days) == 0 && day != y.day:
		default:
			days = append(days, day)
		}
	}
	at := max(y.nth-1, 0)
	if y.nth < 0 {
		at = len(days) + y.nth
	}
	if at < 0 || at >= len(days) {
		return 0
	}
	return days[at]
}
