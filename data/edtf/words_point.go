package edtf

import (
	"fmt"
	"strings"
)

var monthNames = [13]string{
	1: "January", "February", "March", "April", "May", "June", "July", "August", "September",
	"October", "November", "December",
}

// words returns one date in English, with its notes in parentheses.
func (p *point) words() string {
	text, notes := p.dateWords(), p.notes()
	if p.clock.written {
		text += ", " + p.clock.words()
	}
	if p.saysAbout() {
		text = "about " + text
	}
	if len(notes) > 0 {
		text += " (" + strings.Join(notes, ", ") + ")"
	}
	return text
}

// dateWords returns the date without its time and qualifiers.
func (p *point) dateWords() string {
	season := p.season()
	switch {
	case season != nil && p.parts[yearPart].exact():
		return season.name + season.of + yearWords(p.year())
	case season != nil:
		return season.name + " of " + p.someYear()
	case !p.parts[monthPart].written:
		return p.yearAlone()
	case p.hasUnknown():
		return p.patternWords()
	case !p.parts[dayPart].written:
		return monthNames[p.parts[monthPart].value] + " " + yearWords(p.year())
	}
	return fmt.Sprintf("%d %s %s", p.parts[dayPart].value, monthNames[p.parts[monthPart].value], yearWords(p.year()))
}

// saysAbout reports whether the words begin with "about".
func (p *point) saysAbout() bool {
	if p.lost > 0 {
		return true
	}
	shared, all := p.sharedQuality()
	return all && shared&approximate != 0 && !p.isVague()
}

// isVague reports whether the words do not name a time but describe it ("some day in …"), where "about" does not fit.
func (p *point) isVague() bool {
	return p.hasUnknown() && (p.parts[monthPart].written || !p.lastDigitsUnknown() || p.allDigitsUnknown())
}

// notes returns what is said in parentheses.
func (p *point) notes() []string {
	var notes []string
	if season := p.season(); season != nil && season.note != "" {
		notes = append(notes, season.note)
	}
	if p.significant > 0 {
		notes = append(notes, counted(int(p.significant), "significant digit"))
	}
	if p.clock.zoned {
		notes = append(notes, p.clock.zoneWords())
	}
	shared, all := p.sharedQuality()
	if !all {
		return append(notes, p.partNotes()...)
	}
	if p.saysAbout() {
		shared &^= approximate
	}
	if shared != 0 {
		notes = append(notes, qualityWords[shared])
	}
	return notes
}

func counted(number int, noun string) string {
	if number == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", number, noun)
}

// qualityWords are the words for each combination of qualifiers.
var qualityWords = [...]string{
	uncertain:               "uncertain",
	approximate:             "approximate",
	uncertain | approximate: "approximate and uncertain",
}

// sharedQuality returns the qualifiers of the year, and whether all parts of the date have just the same.
func (p *point) sharedQuality() (quality, bool) {
	shared := p.quality[yearPart]
	for part := monthPart; part < partCount; part++ {
		if p.parts[part].written && p.quality[part] != shared {
			return shared, false
		}
	}
	return shared, true
}

// partNotes returns, for qualifiers that differ from part to part, which part has which: "year and month uncertain".
func (p *point) partNotes() []string {
	names := [partCount]string{"year", "month", "day"}
	if season := p.season(); season != nil {
		names[monthPart] = season.precision.String()
	}
	var notes []string
	var done quality
	for part, q := range p.quality {
		if q == 0 || done&(1<<q) != 0 {
			continue
		}
		done |= 1 << q
		var same []string
		for other := part; other < partCount; other++ {
			if p.quality[other] == q {
				same = append(same, names[other])
			}
		}
		notes = append(notes, joined(same, "and")+" "+qualityWords[q])
	}
	return notes
}
