package edtf

// Precision says how finely a date is known, from fine to coarse: a larger value is coarser.
type Precision uint8

// The precisions of EDTF. Quarter and Season both last three months. The ones beyond Year come from unspecified
// digits (201X is known to the decade) and from significant digits (1950S2 to the century).
const (
	Second Precision = iota
	Minute
	Hour
	Day
	Month
	Season
	Quarter
	FourMonths
	HalfYear
	Year
	Decade
	Century
	Millennium
	TenThousandYears
	HundredThousandYears
	MillionYears
	// ManyMillionYears is anything coarser than a million years.
	ManyMillionYears
)

// precisionTerms has, for each precision, its name, the name with its article, its plural, and the words for a single date that is known to it.
var precisionTerms = [...]struct{ name, one, plural, words string }{
	Second:               {"second", "a second", "seconds", "exact to the second"},
	Minute:               {"minute", "a minute", "minutes", "exact to the minute"},
	Hour:                 {"hour", "an hour", "hours", "hour known"},
	Day:                  {"day", "a day", "days", "exact day"},
	Month:                {"month", "a month", "months", "month known"},
	Season:               {"season", "a season", "seasons", "season known"},
	Quarter:              {"quarter", "a quarter", "quarters", "quarter known"},
	FourMonths:           {"four months", "four months", "four-month periods", "four-month period known"},
	HalfYear:             {"half-year", "a half-year", "half-years", "half-year known"},
	Year:                 {"year", "a year", "years", "some time in the year"},
	Decade:               {"decade", "a decade", "decades", "some time in the decade"},
	Century:              {"century", "a hundred years", "centuries", "some time within a hundred years"},
	Millennium:           {"millennium", "a thousand years", "millennia", "some time within a thousand years"},
	TenThousandYears:     {"ten thousand years", "ten thousand years", "tens of thousands of years", "some time within ten thousand years"},
	HundredThousandYears: {"hundred thousand years", "a hundred thousand years", "hundreds of thousands of years", "some time within a hundred thousand years"},
	MillionYears:         {"million years", "a million years", "millions of years", "some time within a million years"},
	ManyMillionYears:     {"many million years", "many million years", "many millions of years", "some time within many million years"},
}

// String returns the name of the precision in English, such as "day" or "season".
func (p Precision) String() string {
	if int(p) >= len(precisionTerms) {
		return "unknown precision"
	}
	return precisionTerms[p].name
}

// coarserThanYear returns the precision when that many of the last digits of a year are not known.
func coarserThanYear(digitsLost int) Precision {
	return min(Year+Precision(digitsLost), ManyMillionYears)
}
