package exchange

import (
	"regexp"
	"strings"

	"dateline/data/edtf"
)

// The limits of looking for a date at the beginning of a line.
const (
	longestMdDate  = 160 // bytes
	mostSeparators = 12
)

// mdSeparators may stand between a date and what happened.
var mdSeparators = []string{": ", " — ", " – ", " - ", " -- ", "\t", "—", ", ", "; "}

// cutDate cuts a line, still with its markup, into a date in EDTF and what is behind it. Of several beginnings that are
// dates it is the longest, so that “1999 – 2000: both” is of two years. What of a date EDTF does not say is lost.
func cutDate(raw string) (date, behind, lost string, ok bool) {
	raw = withoutBold(raw)
	met := 0
	for at := 1; at < min(len(raw), longestMdDate) && met < mostSeparators; at++ {
		for _, separator := range mdSeparators {
			if !strings.HasPrefix(raw[at:], separator) {
				continue
			}
			met++
			if found, what, is := mdDate(mdPlain(raw[:at])); is {
				date, lost, ok = found, what, true
				behind = strings.TrimSpace(raw[at+len(separator):])
			}
			break
		}
	}
	if !ok {
		date, behind, ok = cutBareDay(raw)
	}
	return date, behind, lost, ok
}

// withoutBold returns a line without the emphasis of its beginning.
func withoutBold(raw string) string {
	if raw == "" || raw[0] != '*' && raw[0] != '_' {
		return raw
	}
	run := raw[:runLength(raw)]
	inside, behind, closed := strings.Cut(raw[len(run):], run)
	if !closed || len(run) > 3 {
		return raw
	}
	return inside + behind
}

// cutBareDay cuts a line at the first space where a day or month in EDTF is before it: nothing else is so plainly a date
// that it needs no sign behind it.
func cutBareDay(raw string) (date, behind string, ok bool) {
	first, behind, cut := strings.Cut(raw, " ")
	if !cut || len(first) > longestMdDate {
		return "", "", false
	}
	d, err := edtf.Parse(mdPlain(first))
	if err != nil || d.Precision() > edtf.Month {
		return "", "", false
	}
	return d.String(), strings.TrimSpace(behind), true
}

var (
	mdDigit   = regexp.MustCompile(`\d`)
	mdVague   = regexp.MustCompile(`(?i)^(?:in |the )*((?:early|mid|late|(?:beginning|start|middle|end) of)(?: the)?)[ -](.+)$`)
	mdSince   = regexp.MustCompile(`(?i)^(?:since|as of) (.+)$|^(?:from )?(.+?)(?:, still open| onwards?)$`)
	mdUntil   = regexp.MustCompile(`(?i)^(?:until|till|up to) (.+)$`)
	mdBetween = regexp.MustCompile(`(?i)^between (.+) and (.+)$`)
	mdOr      = regexp.MustCompile(`(?i)^(.+) or (.+)$`)
	mdDoubt   = regexp.MustCompile(`(?i)^(.*[^?\s])\s*(?:\?|\((?:uncertain|probably)\))$`)
	mdRough   = regexp.MustCompile(`(?i)^(.*\S)\s*\((?:approximate|approx\.?)\)$`)
	mdDoubles = regexp.MustCompile(`^(\d{1,2})[/-](\d{1,2})[/-]\d{4}`)
	mdPart    = regexp.MustCompile(`(?i)^(.+?)(?: ?[–—] ?| - | to |-)(.+)$`)
)

// mdDate reads a date: EDTF, EDTF with its words behind it, or a form that people write in English. What of it EDTF does
// not say is lost. A date of numbers alone of which either could be the month is none.
func mdDate(text string) (date, lost string, ok bool) {
	text = tableSpaces(text)
	if text == "" || len(text) > longestMdDate || !mdDigit.MatchString(text) {
		return "", "", false
	}
	if d, err := edtf.Parse(text); err == nil {
		return d.String(), "", true
	}
	if first, words, cut := strings.Cut(text, " ("); cut {
		if d, err := edtf.Parse(first); err == nil && words == d.Words()+")" {
			return d.String(), "", true
		}
	}
	if found := mdVague.FindStringSubmatch(text); found != nil {
		date, ok = writtenDate(found[2])
		return date, found[1], ok
	}
	date, ok = writtenDate(text)
	return date, "", ok
}

// writtenDate reads a date in words that is not in EDTF as it stands.
func writtenDate(text string) (string, bool) {
	for _, form := range []struct {
		pattern *regexp.Regexp
		date    func(parts []string) string
	}{
		{mdBetween, func(parts []string) string { return inBrackets(parts[1], parts[2]) }},
		{mdSince, func(parts []string) string { return mdPoint(parts[1]+parts[2]) + "/.." }},
		{mdUntil, func(parts []string) string { return "../" + mdPoint(parts[1]) }},
		{mdOr, func(parts []string) string { return eitherDate(parts[1], parts[2]) }},
	} {
		if parts := form.pattern.FindStringSubmatch(text); parts != nil {
			return checkedDate(form.date(parts))
		}
	}
	if date := mdPoint(text); date != "" {
		return date, true
	}
	return partialStretch(text)
}

// inBrackets returns one date between two.
func inBrackets(from, to string) string { return "[" + mdPoint(from) + ".." + mdPoint(to) + "]" }

// eitherDate returns one of two dates, or one that is open to a side.
func eitherDate(one, other string) string {
	switch other {
	case "later":
		return "[" + mdPoint(one) + "..]"
	case "earlier":
		return "[.." + mdPoint(one) + "]"
	}
	return "[" + mdPoint(one) + "," + mdPoint(other) + "]"
}

// mdPoint reads one date or a stretch whose ends are both whole dates; "" for none.
func mdPoint(text string) string {
	if found := mdDoubles.FindStringSubmatch(text); found != nil && found[1] != found[2] &&
		digitsValue(found[1]) <= 12 && digitsValue(found[2]) <= 12 {
		return ""
	}
	for _, form := range []struct {
		pattern *regexp.Regexp
		sign    string
	}{{mdDoubt, "?"}, {mdRough, "~"}} {
		if found := form.pattern.FindStringSubmatch(text); found != nil {
			date := mdPoint(found[1])
			if rest, about := strings.CutSuffix(date, "~"); about && form.sign == "?" {
				date, form.sign = rest, "%"
			}
			if date, ok := checkedDate(date + form.sign); ok {
				return date
			}
		}
	}
	date, ok := new(dateForms).read(text)
	if !ok || date.fraction != "" {
		return ""
	}
	return date.text
}

// partialStretch reads a stretch whose start takes its month or year from its end: “9–12 April 2008”, “9 April – 3 May
// 2008”, “April to June 2008”.
func partialStretch(text string) (string, bool) {
	parts := mdPart.FindStringSubmatch(text)
	if parts == nil {
		return "", false
	}
	from, to := strings.TrimPrefix(parts[1], "from "), parts[2]
	end := mdPoint(to)
	if len(end) < len("2008-04") || strings.ContainsAny(end, "/~?%T[") {
		return "", false
	}
	words := strings.Fields(to)
	for behind := 1; behind < len(words); behind++ {
		start := mdPoint(from + " " + strings.Join(words[behind:], " "))
		if len(start) != len(end) {
			continue
		}
		if date, ok := checkedDate(start + "/" + end); ok {
			return date, true
		}
	}
	return "", false
}
