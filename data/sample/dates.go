package sample

import "math"

// form is one way to write a date.
type form struct {
	share  float64 // how many of all forms' shares together are written in it
	append func(m *maker, day int)
}

// moments are the forms of what happened once. The share is of 1,000. None is as coarse as a century: a single one
// would stretch what there is to see from 34 years to 200.
var moments = []form{
	{638, (*maker).day},
	{50, func(m *maker, day int) { m.clock(day, 3) }},
	{60, func(m *maker, day int) { m.clock(day, 2) }},
	{10, func(m *maker, day int) { m.clock(day, 1) }},
	{70, (*maker).month},
	{25, (*maker).season},
	{12, (*maker).partOfYear},
	{40, (*maker).year},
	{11, func(m *maker, day int) { m.shortYear(day, "X") }},
	{15, func(m *maker, day int) { m.month(day); m.add("-XX") }},
	{5, func(m *maker, day int) { m.year(day); m.add("-XX") }},
	{50, (*maker).qualified},
	{4, func(m *maker, day int) { m.several(day, "[", ",", "]") }},
	{4, func(m *maker, day int) { m.several(day, "[", "..", "]") }},
	{4, func(m *maker, day int) { m.several(day, "{", ",", "}") }},
	{2, func(m *maker, day int) { m.several(day, "{", "..", "}") }},
}

// spans are the forms of what lasted. The share is of 1,000.
var spans = []form{
	{780, func(m *maker, day int) { m.between(day, 1, (*maker).day) }},
	{70, func(m *maker, day int) { m.between(day, 31, (*maker).month) }},
	{30, func(m *maker, day int) { m.between(day, 366, (*maker).year) }},
	{40, func(m *maker, day int) { m.between(day, 1, (*maker).doubtful) }},
	{40, func(m *maker, day int) { m.day(day); m.add("/..") }},
	{25, func(m *maker, day int) { m.day(day); m.add("/") }},
	{10, func(m *maker, day int) { m.add("../"); m.day(day) }},
	{5, func(m *maker, day int) { m.add("/"); m.day(day) }},
}

func formSkew(forms []form) *skew {
	weights := make([]float64, len(forms))
	for i, f := range forms {
		weights[i] = f.share
	}
	return newSkew(weights)
}

const spansPer100 = 30 // events of 100 that last

// date appends the date of something that began or happened on a day.
func (m *maker) date(day int) {
	if m.chance(spansPer100) {
		spans[m.spanSkew.pick(m.pcg.Uint64())].append(m, day)
		return
	}
	moments[m.momentSkew.pick(m.pcg.Uint64())].append(m, day)
}

// when returns the day of an event.
func (m *maker) when() int {
	if m.chance(burstPer100) {
		b := m.bursts[m.burstSkew.pick(m.pcg.Uint64())]
		return min(b.day+int(m.random.ExpFloat64()*b.decay), days-1)
	}
	year := firstYear + int64(m.yearSkew.pick(m.pcg.Uint64()))
	first := dayNumber(year, 1, 1)
	return first + m.random.IntN(dayNumber(year+1, 1, 1)-first)
}

// How much longer than the shortest span a span is, in days: its logarithm is normally distributed.
const (
	medianExcess  = 18
	spreadExcess  = 1.4 // of the natural logarithm
	longestExcess = 3000
)

// between appends an interval whose ends are in the given form and at least so many days apart.
func (m *maker) between(day, least int, end func(m *maker, day int)) {
	excess := medianExcess * math.Exp(spreadExcess*m.random.NormFloat64())
	later := least + int(min(excess, longestExcess))
	if day+later >= days {
		day -= later // then it is the day on which it ended
	}
	end(m, day)
	m.add("/")
	end(m, day+later)
}

// doubtful appends a day that is approximate or uncertain.
func (m *maker) doubtful(day int) {
	m.day(day)
	m.add(m.qualifier())
}

// qualifier returns one of the three.
func (m *maker) qualifier() string { return [...]string{"?", "?", "~", "~", "%"}[m.random.IntN(5)] }

// qualified appends a date with a qualifier: of all of it, or of a part.
func (m *maker) qualified(day int) {
	switch m.random.IntN(8) {
	case 0:
		m.year(day)
	case 1, 2:
		m.month(day)
	case 3:
		_, _, dayOfMonth := civil(day)
		m.month(day)
		m.add(m.qualifier())
		m.add("-")
		m.digits(dayOfMonth, 2)
		return
	default:
		m.day(day)
	}
	m.add(m.qualifier())
}

// several appends a set or list of days or months, not far from each other.
func (m *maker) several(day int, opening, separator, closing string) {
	member, apart := (*maker).day, 1+m.random.IntN(10)
	if m.chance(25) {
		member, apart = (*maker).month, apart*31
	}
	day = min(day, days-1-apart)
	m.add(opening)
	member(m, day)
	m.add(separator)
	member(m, day+apart)
	m.add(closing)
}

func (m *maker) year(day int) {
	year, _, _ := civil(day)
	m.digits(int(year), 4)
}

func (m *maker) month(day int) {
	year, month, _ := civil(day)
	m.digits(int(year), 4)
	m.add("-")
	m.digits(month, 2)
}

func (m *maker) day(day int) {
	year, month, dayOfMonth := civil(day)
	m.digits(int(year), 4)
	m.add("-")
	m.digits(month, 2)
	m.add("-")
	m.digits(dayOfMonth, 2)
}

// shortYear appends a year whose last digits are not known.
func (m *maker) shortYear(day int, unknown string) {
	m.year(day)
	m.line = m.line[:len(m.line)-len(unknown)]
	m.add(unknown)
}

// clock appends a day with its hour, minute and second, or only the first so many of them.
func (m *maker) clock(day, fields int) {
	zones := [...]string{"Z", "Z", "+01:00", "+02:00", "+03:00", "-05:00"}
	m.day(day)
	for i := range fields {
		m.add([...]string{"T", ":", ":"}[i])
		m.digits(m.random.IntN([...]int{24, 60, 60}[i]), 2)
	}
	m.add(zones[m.random.IntN(len(zones))])
}

// season appends the season that the month is in. January and February count as spring: their winter belongs to the
// year before, which may not be one of ours.
func (m *maker) season(day int) {
	const spring, northernSpring = 21, 25
	_, month, _ := civil(day)
	code := spring
	if m.chance(15) {
		code = northernSpring
	}
	m.year(day)
	m.add("-")
	m.digits(code+max(month-3, 0)/3, 2)
}

// partOfYear appends the quarter, the third or the half of the year that the month is in.
func (m *maker) partOfYear(day int) {
	parts := [...]struct{ code, months int }{{33, 3}, {37, 4}, {40, 6}}
	part := parts[m.random.IntN(len(parts))]
	_, month, _ := civil(day)
	m.year(day)
	m.add("-")
	m.digits(part.code+(month-1)/part.months, 2)
}
