package cite

import (
	"regexp"
	"strconv"
	"strings"

	"dateline/data/edtf"
)

// plain is a date of four digits of year and whole, known numbers, maybe with a time of day, or a season. What it is
// applied to is valid EDTF already.
var plain = regexp.MustCompile(`^(\d{4})(?:-(\d\d)(?:-(\d\d)(T[^/]*)?)?)?$`)

// written returns the numbers of a plain date as they are written: the year, and the month and the day as far as they
// are there, with whether a time of day follows. The month may be the code of a season.
func written(text string) (numbers []int, clock, ok bool) {
	found := plain.FindStringSubmatch(text)
	if found == nil {
		return nil, false, false
	}
	for _, digits := range found[1:4] {
		if digits != "" {
			number, _ := strconv.Atoi(digits) // four digits at most
			numbers = append(numbers, number)
		}
	}
	return numbers, found[4] != "", true
}

// certain returns the year and the month that a date lies in where they are certain, else 0. Years before 1 CE are
// left out: as plain numbers they are read in two ways.
func certain(d edtf.Date) (year, month int) {
	if numbers, _, ok := written(d.String()); ok && (len(numbers) < 2 || numbers[1] <= 12) {
		if len(numbers) > 1 && numbers[0] > 0 {
			month = numbers[1]
		}
		return numbers[0], month
	}
	bounds := d.Bounds()
	if d.IsZero() || d.Uncertain() || d.Approximate() || bounds.NoEarliest || bounds.NoLatest ||
		strings.Contains(d.String(), "T") { // bounds are those in UTC, which may be of another year
		return 0, 0
	}
	first, _, _, _, _, _ := edtf.Civil(bounds.Earliest)
	last, _, _, _, _, _ := edtf.Civil(bounds.Latest)
	if first != last || first < 1 {
		return 0, 0
	}
	return int(first), 0
}

// The forms of EDTF that biblatex takes (its manual, “Date and Time Specifications”; biber reads them): those of level
// 1, years of more digits, and parts of a year.
const (
	biblatexPoint = `(?:-?\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?)?)?)?|Y-?\d{5,})[?~%]?`
	biblatexEnd   = `(?:` + biblatexPoint + `|\.\.)?`
	biblatexSome  = `\d{3}X|\d\dXX|\d{4}-XX|\d{4}-\d\d-XX|\d{4}-XX-XX`
)

var biblatex = regexp.MustCompile(`^(?:` + biblatexPoint + `|` + biblatexSome + `|` + biblatexEnd + `/` + biblatexEnd + `)$`)

// biblatexDate returns a date in EDTF if biblatex takes it, else "".
func biblatexDate(d edtf.Date) string {
	if biblatex.MatchString(d.String()) {
		return d.String()
	}
	return ""
}

// cslDate is a date of CSL-JSON.
type cslDate struct {
	Parts   [][]int `json:"date-parts,omitempty"` // one date or the two of a range: year, month, day
	Season  int     `json:"season,omitempty"`     // from 1 for spring
	Circa   bool    `json:"circa,omitempty"`
	Literal string  `json:"literal,omitempty"`
}

// cslIssued returns a date as CSL-JSON has it, nil for none, in words where its parts cannot hold it: they know
// nothing of uncertain dates, of sets, of open ends or of digits that are not known, and count years before 1 CE in
// their own way. It reports whether that is the whole date: a time of day is not in it.
func cslIssued(d edtf.Date) (date *cslDate, whole bool) {
	if d.IsZero() {
		return nil, true
	}
	literal := &cslDate{Literal: d.Words()}
	from, to, ranged := strings.Cut(d.String(), "/")
	first, clock, ok := cslPoint(from)
	if !ok || ranged && (clock || first.Season > 0) {
		return literal, true
	}
	if !ranged {
		return first, !clock
	}
	last, clock, ok := cslPoint(to)
	if !ok || clock || last.Season > 0 || last.Circa != first.Circa {
		return literal, true
	}
	first.Parts = append(first.Parts, last.Parts...)
	return first, true
}

// cslPoint returns one date as CSL-JSON has it, and whether it has a time of day, which is left out.
func cslPoint(text string) (date *cslDate, clock, ok bool) {
	text, circa := strings.CutSuffix(text, "~")
	numbers, clock, ok := written(text)
	if !ok || numbers[0] == 0 {
		return nil, false, false
	}
	date = &cslDate{Circa: circa}
	if len(numbers) == 2 && numbers[1] > 12 {
		const spring, winter = 21, 24 // without a hemisphere; CSL has no quarters
		if date.Season = numbers[1] - spring + 1; numbers[1] > winter {
			return nil, false, false
		}
		numbers = numbers[:1]
	}
	date.Parts = [][]int{numbers}
	return date, clock, true
}
