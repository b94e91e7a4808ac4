package edtf

import "strconv"

// shortYear is the largest year that gets "CE": 24 August 79 would be read as 1979.
const shortYear = 99

// yearWords returns a year as people write it; year 0 is 1 BCE.
func yearWords(year int64) string {
	switch {
	case year <= 0:
		return strconv.FormatInt(1-year, 10) + " BCE"
	case year <= shortYear:
		return strconv.FormatInt(year, 10) + " CE"
	}
	return strconv.FormatInt(year, 10)
}

// yearAlone returns the words for a date that has no month.
func (p *point) yearAlone() string {
	switch {
	case p.negative && (p.rounded || p.lost > 0):
		// As "170000001 BCE" the round number -17E7 would be shown more exactly than it is meant.
		return "the year " + strconv.FormatInt(p.year(), 10)
	case p.parts[yearPart].exact():
		return yearWords(p.year())
	case !p.lastDigitsUnknown() || p.allDigitsUnknown():
		return p.someYear()
	}
	if name := p.periodName(); name != "" {
		return name
	}
	first, last := p.yearRange()
	return "the years " + yearWords(first) + " to " + yearWords(last)
}

// someYear returns the words for the year of a date in it, as they stand behind "of" or "in".
func (p *point) someYear() string {
	switch {
	case p.parts[yearPart].exact():
		return yearWords(p.year())
	case p.allDigitsUnknown():
		return "an unknown year" + p.era()
	case !p.lastDigitsUnknown():
		return "a year written " + p.yearDigits() + p.era()
	}
	if name := p.periodName(); name != "" {
		return "a year in " + name
	}
	first, last := p.yearRange()
	return "a year from " + yearWords(first) + " to " + yearWords(last)
}

// era returns what the minus of a year says that cannot be counted as BCE, since its digits are not known.
func (p *point) era() string {
	if p.negative {
		return " before 1 BCE"
	}
	return ""
}

// yearDigits returns the year as written: a year with some unknown digits has no other words.
func (p *point) yearDigits() string {
	text := make([]byte, yearDigits)
	value := p.parts[yearPart].value
	for i := range text {
		place := yearDigits - 1 - i
		if p.parts[yearPart].unknown>>place&1 != 0 {
			text[i] = 'X'
		} else {
			text[i] = byte('0' + value/power10[place]%10)
		}
	}
	if p.negative {
		return "-" + string(text)
	}
	return string(text)
}

// lastDigitsUnknown reports whether X stand at the end of the year only, so that it is a stretch of years.
func (p *point) lastDigitsUnknown() bool {
	unknown := p.parts[yearPart].unknown
	return unknown != 0 && unknown&(unknown+1) == 0
}

func (p *point) allDigitsUnknown() bool {
	return p.parts[yearPart].unknown == 1<<yearDigits-1
}

// periodName returns "the 1560s" for 156X and "the 1500s" for 15XX. It is empty where such a name could be taken for
// another: 190X and 19XX are not both the 1900s, and BCE years count backwards.
func (p *point) periodName() string {
	value, unknown := p.parts[yearPart].value, p.parts[yearPart].unknown
	if p.negative || value <= shortYear {
		return ""
	}
	isDecade := unknown == 1 && value/10%10 != 0
	isHundred := unknown == 3 && value/100%10 != 0
	if !isDecade && !isHundred {
		return ""
	}
	return "the " + strconv.FormatInt(value, 10) + "s"
}
