package edtf

const (
	firstSeason = 21
	lastSeason  = 41
)

// season is a part of a year that EDTF writes in place of the month.
type season struct {
	precision Precision
	first     int8   // its first month; the months past 12 are of the next year
	months    int8   // how many it lasts
	name      string // as it stands before the year
	of        string // joins the name to a year known exactly
	note      string // said in parentheses after it
}

const (
	northern = "northern hemisphere"
	southern = "southern hemisphere"
)

// seasons are the codes 21 to 41; the package comment gives the rule and its reason.
var seasons = [lastSeason - firstSeason + 1]season{
	{Season, 3, 3, "spring", " ", ""},
	{Season, 6, 3, "summer", " ", ""},
	{Season, 9, 3, "autumn", " ", ""},
	{Season, 12, 3, "winter", " ", ""},
	{Season, 3, 3, "spring", " ", northern},
	{Season, 6, 3, "summer", " ", northern},
	{Season, 9, 3, "autumn", " ", northern},
	{Season, 12, 3, "winter", " ", northern},
	{Season, 9, 3, "spring", " ", southern},
	{Season, 12, 3, "summer", " ", southern},
	{Season, 3, 3, "autumn", " ", southern},
	{Season, 6, 3, "winter", " ", southern},
	{Quarter, 1, 3, "first quarter", " of ", ""},
	{Quarter, 4, 3, "second quarter", " of ", ""},
	{Quarter, 7, 3, "third quarter", " of ", ""},
	{Quarter, 10, 3, "fourth quarter", " of ", ""},
	{FourMonths, 1, 4, "first four months", " of ", ""},
	{FourMonths, 5, 4, "second four months", " of ", ""},
	{FourMonths, 9, 4, "last four months", " of ", ""},
	{HalfYear, 1, 6, "first half", " of ", ""},
	{HalfYear, 7, 6, "second half", " of ", ""},
}

// isSeason reports whether a number in the place of the month is a season's code.
func isSeason(code int64) bool {
	return firstSeason <= code && code <= lastSeason
}

func seasonOf(code int64) *season {
	return &seasons[code-firstSeason]
}

// span returns the bounds from the season of one year to that of another, or of the same year.
func (s *season) span(from, to int64) span {
	next, year := int(s.first+s.months), to
	if next > 12 {
		next -= 12
		year++
	}
	return span{
		Instant(from, int(s.first), 1, 0, 0, 0),
		Instant(year, next, 1, 0, 0, 0) - 1,
	}
}
