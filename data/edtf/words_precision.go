package edtf

// PrecisionWords returns in a few English words how precisely the date is known, with its qualifiers: "exact day",
// "month known, uncertain", "one of several dates", "range of years". The zero Date has no words.
func (d Date) PrecisionWords() string {
	if d.IsZero() {
		return ""
	}
	e := d.takenApart()
	words := precisionTerms[d.precision].words
	switch {
	case e.kind == Single:
		words = e.ends[0].precisionWords()
	case e.kind == Interval:
		words = rangeWords(&e.ends[0], &e.ends[1])
	case e.kind == AllOf && !e.isOneDate():
		words = "several dates"
	case e.kind == OneOf && !e.isOneDate():
		words = "one of several dates"
	}
	if d.quality == 0 {
		return words
	}
	return words + ", " + qualityWords[d.quality]
}

// isOneDate reports whether a set or list has but one date.
func (e *expression) isOneDate() bool {
	return len(e.members) == 1 && !e.members[0].ranged
}

// precisionWords adds to the words for the precision what a single word cannot say.
func (p *point) precisionWords() string {
	yearUnknown := p.parts[yearPart].unknown != 0
	switch {
	case p.lost > 0:
		return precisionTerms[p.precision()].words + ", estimated"
	case yearUnknown && p.parts[dayPart].exact() && p.parts[monthPart].exact():
		return "day known, year not"
	case yearUnknown && p.season() != nil:
		return p.season().precision.String() + " known, year not"
	case yearUnknown && p.parts[monthPart].exact():
		return "month known, year not"
	}
	return precisionTerms[p.precision()].words
}

func rangeWords(from, to *end) string {
	switch {
	case from.state == open:
		return "range to " + rangeEnd(to) + ", start open"
	case from.state == unknown:
		return "range to " + rangeEnd(to) + ", start not known"
	case to.state == open:
		return "range from " + rangeEnd(from) + ", still open"
	case to.state == unknown:
		return "range from " + rangeEnd(from) + ", end not known"
	case from.precision() == to.precision():
		return "range of " + precisionTerms[from.precision()].plural
	}
	return "range from " + rangeEnd(from) + " to " + rangeEnd(to)
}

// rangeEnd returns the precision of one end: "a day", "an hour".
func rangeEnd(e *end) string {
	return precisionTerms[e.precision()].one
}
