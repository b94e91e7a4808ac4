package edtf

import (
	"fmt"
	"regexp"
	"strings"
)

// hint recognises a way in which people write dates that EDTF does not have, and says how to write it.
type hint struct {
	form *regexp.Regexp
	// better returns the EDTF for the groups of the form, or "" where it cannot tell.
	better func(group []string) string
	why    string
}

const (
	monthForm = `((?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))[a-z]*\.?`
	isoForm   = `([0-9]{4})%s([0-9]{1,2})%s([0-9]{1,2})`
)

// hints are tried in this order; all are read only.
var hints = []hint{
	{
		regexp.MustCompile(`^([0-9]{1,2})(?:st|nd|rd|th|\.)? ` + monthForm + `,? ([0-9]{4})$`),
		func(g []string) string { return dayWritten(g[3], monthNumber(g[2]), g[1]) }, "",
	},
	{
		regexp.MustCompile(`^` + monthForm + ` ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})$`),
		func(g []string) string { return dayWritten(g[3], monthNumber(g[1]), g[2]) }, "",
	},
	{
		regexp.MustCompile(`^` + monthForm + `,? ([0-9]{4})$`),
		func(g []string) string { return g[2] + "-" + twoDigits(monthNumber(g[1])) }, "",
	},
	{
		regexp.MustCompile(`^` + fmt.Sprintf(isoForm, "-", "-") + `$`),
		func(g []string) string { return dayWritten(g[1], g[2], g[3]) }, "month and day have two digits",
	},
	{
		regexp.MustCompile(`^` + fmt.Sprintf(isoForm, "[/.]", "[/.]") + `$`),
		func(g []string) string { return dayWritten(g[1], g[2], g[3]) }, "the parts of a date are joined by hyphens",
	},
	{
		regexp.MustCompile(`^([0-9]{4})([0-9]{2})([0-9]{2})$`),
		func(g []string) string { return dayWritten(g[1], g[2], g[3]) }, "the parts of a date are joined by hyphens",
	},
	{
		regexp.MustCompile(`^[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}$`),
		func([]string) string { return "" }, "a date is written year, month, day: 2008-04-09",
	},
	{
		regexp.MustCompile(`^([0-9]{4}-[0-9]{2}-[0-9]{2})(?: +|t)([0-9]{2}:[0-9:]{2,5})$`),
		func(g []string) string { return g[1] + "T" + g[2] }, "a T stands between date and time",
	},
	{
		regexp.MustCompile(`^(?i:c|ca|circa|about|around|approx)\.? *([0-9]{4}[0-9-]*)$`),
		func(g []string) string { return g[1] + "~" }, "~ behind the date says about",
	},
	{
		regexp.MustCompile(`^([0-9]{3})0'?s$`),
		func(g []string) string { return g[1] + "X" }, "X stands for a digit that is not known",
	},
	{
		regexp.MustCompile(`^([0-9]{3,4}) ?(?:AD|CE)$`),
		func(g []string) string { return fmt.Sprintf("%04s", g[1]) }, "",
	},
	{regexp.MustCompile(`^([0-9]{1,4}) ?(?:BC|BCE)$`), beforeEra, "1 BCE is year 0000"},
	{
		regexp.MustCompile(`^([0-9]{4}[0-9-]*) *(?:–|—|-|to|until) *([0-9]{4}[0-9-]*)$`),
		func(g []string) string { return g[1] + "/" + g[2] }, "a slash stands between the ends of an interval",
	},
	{
		regexp.MustCompile(`^([0-9-]+)/(?i:open|present|today|now)$`),
		func(g []string) string { return g[1] + "/.." }, "two dots stand for an open end",
	},
	{
		regexp.MustCompile(`^([0-9-]+)/(?i:unknown|\?)$`),
		func(g []string) string { return g[1] + "/" }, "nothing behind the slash stands for an unknown end",
	},
	{
		regexp.MustCompile(`^-?[0-9X]*[xu][0-9xuX-]*$`),
		func([]string) string { return "" }, "a digit that is not known is a capital X",
	},
}

// withHint replaces the message of an error where the text is a common way of writing a date. The place stays.
func withHint(err *Error) *Error {
	if trimmed := strings.TrimSpace(err.Text); trimmed != err.Text {
		return spaceHint(err.Text, trimmed)
	}
	if len(err.Text) > longestQuote {
		return err
	}
	for _, hint := range hints {
		group := hint.form.FindStringSubmatch(err.Text)
		if group == nil {
			continue
		}
		if better := hint.better(group); better != "" {
			if s := (scanner{text: better}); s.expression(new(expression)) != nil {
				continue
			}
			return &Error{err.Text, err.Offset, strings.TrimSuffix("write "+better+": "+hint.why, ": ")}
		}
		if hint.why != "" {
			return &Error{err.Text, err.Offset, hint.why}
		}
	}
	return err
}

// spaceHint points at a space before or behind a date.
func spaceHint(text, trimmed string) *Error {
	if trimmed == "" {
		return &Error{text, 0, "the date is empty"}
	}
	if at := strings.Index(text, trimmed); at > 0 {
		return &Error{text, 0, "a space stands before the date: remove it"}
	}
	return &Error{text, len(trimmed), "a space stands behind the date: remove it"}
}

// monthNumber returns the number of a month from the first three letters of its English name.
func monthNumber(letters string) string {
	for number, name := range monthNames {
		if number > 0 && strings.EqualFold(name[:3], letters) {
			return fmt.Sprint(number)
		}
	}
	return ""
}

func dayWritten(year, month, day string) string {
	return year + "-" + twoDigits(month) + "-" + twoDigits(day)
}

func twoDigits(number string) string {
	if len(number) == 1 {
		return "0" + number
	}
	return number
}

// beforeEra returns the year of a number of years BCE.
func beforeEra(group []string) string {
	var years int
	if _, err := fmt.Sscan(group[1], &years); err != nil || years < 1 {
		return ""
	}
	if years == 1 {
		return "0000"
	}
	return fmt.Sprintf("-%04d", years-1)
}
