package edtf

import "strings"

// Words returns the date in English, as people are shown it: "9 April 2008", "about March 2016", "1999 to 2000",
// "some day in April 1985". It says no more than the date does; the zero Date has no words.
func (d Date) Words() string {
	e := d.takenApart()
	switch {
	case d.IsZero():
		return ""
	case e.kind == Single:
		return e.ends[0].words()
	case e.kind == Interval:
		return intervalWords(&e.ends[0], &e.ends[1])
	}
	return membersWords(e.members, setTerms[e.kind])
}

// takenApart reads the text again: that is fast, and a date that kept its parts would be several times as large.
func (d Date) takenApart() *expression {
	e := new(expression)
	s := scanner{text: d.text}
	_ = s.expression(e) // the text of a Date has been read before; that of the zero Date gives no parts
	return e
}

func intervalWords(from, to *end) string {
	switch {
	case from.state == open:
		return "until " + to.words()
	case from.state == unknown:
		return "until " + to.words() + ", start not known"
	case to.state == open:
		return "from " + from.words() + ", still open"
	case to.state == unknown:
		return "from " + from.words() + ", end not known"
	}
	return from.words() + " to " + to.words()
}

// setWords are the words that differ between one of several dates and all of them.
type setWords struct{ conjunction, before, after, every, time string }

var setTerms = [...]setWords{
	OneOf: {"or", " or earlier", " or later", "some ", "some time"},
	AllOf: {"and", " and all before", " and all after", "every ", "all the time"},
}

func membersWords(members []member, terms setWords) string {
	words := make([]string, len(members))
	for i := range members {
		words[i] = members[i].words(terms)
	}
	last := len(members) - 1
	if last > 0 && members[last].ranged && members[last].to.state == open {
		// A comma keeps "or December 1760 or later" from being read as two.
		return strings.Join(words[:last], ", ") + ", " + terms.conjunction + " " + words[last]
	}
	return joined(words, terms.conjunction)
}

func (m *member) words(terms setWords) string {
	switch {
	case !m.ranged:
		return m.from.words()
	case m.from.state == open:
		return m.to.words() + terms.before
	case m.to.state == open:
		return m.from.words() + terms.after
	}
	unit := terms.time
	if precision := m.from.precision(); precision == m.to.precision() && precision <= Year {
		unit = terms.every + precision.String()
	}
	return unit + " from " + m.from.words() + " to " + m.to.words()
}

// joined lists words with commas, and the conjunction before the last.
func joined(words []string, conjunction string) string {
	last := len(words) - 1
	if last < 1 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:last], ", ") + " " + conjunction + " " + words[last]
}
