package exchange

import (
	"slices"
	"strings"
)

// guessedColumns is how many columns are looked into at most: others go by their names alone.
const guessedColumns = 200

// guesser finds out what columns are.
type guesser struct {
	names   []string // of the columns, folded
	sample  [][]string
	columns []Field
	settled []bool // what a column is was decided
	dates   map[int]float64
}

// GuessMapping returns what the columns of a table are, by their names in English, French, German, Dutch or Spanish, and by
// the cells of the first rows, the sample, where the names do not say: most cells of a column of dates are dates, and the
// longest texts are summaries. What is nothing else is a detail.
func GuessMapping(header []string, sample [][]string) Mapping {
	g := &guesser{
		sample: sample, columns: make([]Field, len(header)), settled: make([]bool, len(header)),
		dates: map[int]float64{},
	}
	own := isOwnTable(header)
	for i, name := range header {
		g.names = append(g.names, headerWords(name))
		g.columns[i] = FieldDetail
		if field, ok := ownFields[name]; ok && own {
			g.settle(i, field)
		}
	}
	if !own {
		g.byName()
		g.byCells()
	}
	return Mapping{Columns: g.columns}
}

func (g *guesser) settle(column int, field Field) {
	g.columns[column], g.settled[column] = field, true
}

func (g *guesser) has(fields ...Field) bool {
	return slices.ContainsFunc(g.columns, func(f Field) bool { return slices.Contains(fields, f) })
}

// onceFields are those that one column alone can be.
var onceFields = []Field{
	FieldEDTF, FieldDate, FieldStart, FieldEnd, FieldTime, FieldEndTime, FieldYear, FieldMonth, FieldDay, FieldTitle,
	FieldStatus, FieldQuote, FieldLocator, FieldID, FieldLane,
}

// byName settles the columns whose names say what they are.
func (g *guesser) byName() {
	for i, name := range g.names {
		field, ok := headerFields[name]
		if name == "tag" {
			field = g.germanDay(i)
		}
		if !ok || slices.Contains(onceFields, field) && g.has(field) {
			continue
		}
		if field == FieldStatus && !g.allStatuses(i) || field == FieldID && g.repeats(i) {
			continue
		}
		g.settle(i, field)
	}
	for i, name := range g.names {
		if laneSeconds[name] && !g.has(FieldLane) {
			g.settle(i, FieldLane)
		}
	}
	g.datesByWords()
	g.agreeOnDates()
}

// germanDay returns what a column named “tag” is, which is the German word for a day.
func (g *guesser) germanDay(column int) Field {
	switch {
	case g.dateShare(column) >= 0.6:
		return FieldDate
	case g.share(column, isDayNumber) >= 0.6:
		return FieldDay
	}
	return FieldTags
}

// datesByWords settles columns with a word for a date in their names, if their cells are dates.
func (g *guesser) datesByWords() {
	for i, name := range g.names {
		words := strings.Fields(name)
		if g.settled[i] || !slices.ContainsFunc(words, func(w string) bool { return dateHeaderWords[w] }) {
			continue
		}
		field := FieldDate
		for _, word := range words {
			if side, ok := sideWords[word]; ok {
				field = side
			}
		}
		if !g.has(field) && (field != FieldDate || !g.has(FieldStart)) && g.dateShare(i) >= 0.5 {
			g.settle(i, field)
		}
	}
}

// agreeOnDates takes back what does not go together: what stands beside a better date is a detail.
func (g *guesser) agreeOnDates() {
	for i := range g.columns {
		g.columns[i] = g.asDate(i)
	}
	whole := g.has(FieldEDTF, FieldDate, FieldStart)
	partial := whole || !g.has(FieldYear)
	for i, field := range g.columns {
		if field == FieldYear && whole || (field == FieldMonth || field == FieldDay) && partial {
			g.columns[i] = FieldDetail
		}
	}
}

// asDate returns what a column is where its name speaks of a part of a date, but its cells are dates; a date beside a start is
// a detail.
func (g *guesser) asDate(column int) Field {
	field := g.columns[column]
	isDate := g.dateShare(column) >= 0.5
	switch {
	case field == FieldDay && isDate, field == FieldTime && isDate && g.share(column, isClock) < 0.5:
		if g.has(FieldDate, FieldStart) {
			return FieldDetail
		}
		return FieldDate
	case field == FieldEndTime && isDate && !g.has(FieldEnd):
		return FieldEnd
	case field == FieldDate && g.has(FieldStart):
		return FieldDetail
	}
	return field
}

// allStatuses reports whether all cells of a column are statuses of the format.
func (g *guesser) allStatuses(column int) bool { return g.share(column, isStatus) == 1 }

// repeats reports whether most cells of a column are the same as others, as no identifiers are: those of users, say.
func (g *guesser) repeats(column int) bool {
	cells := g.cells(column)
	return len(cells) > 1 && !mostlyDifferent(cells)
}

// share returns for which share of the cells of a column that are not empty something holds, 0 if there are none.
func (g *guesser) share(column int, holds func(text string) bool) float64 {
	all, right := 0, 0
	for _, text := range g.cells(column) {
		all++
		if holds(text) {
			right++
		}
	}
	if all == 0 {
		return 0
	}
	return float64(right) / float64(all)
}

// cells returns the cells of a column that are not empty, without spaces around them.
func (g *guesser) cells(column int) []string {
	if column >= guessedColumns {
		return nil
	}
	var cells []string
	for _, row := range g.sample {
		if column < len(row) {
			if text := strings.TrimSpace(row[column]); text != "" {
				cells = append(cells, text)
			}
		}
	}
	return cells
}

// dateShare returns which share of the cells of a column are dates.
func (g *guesser) dateShare(column int) float64 {
	share, ok := g.dates[column]
	if !ok {
		share = g.share(column, isDateCell)
		g.dates[column] = share
	}
	return share
}
