package exchange

import (
	"slices"
	"strings"
	"unicode/utf8"

	"dateline/data"
	"dateline/data/edtf"
)

// isDateCell reports whether a text is a date, in whichever order day and month are. A number of four digits is one only
// near our time: others may count anything.
func isDateCell(text string) bool {
	if len(text) == 4 && strings.Trim(text, "0123456789") == "" {
		return text >= "1000" && text <= "2100"
	}
	var forms dateForms
	_, ok := forms.read(text)
	return ok
}

// isClock reports whether a text is a time of day.
func isClock(text string) bool {
	_, ok := readClock(text)
	return ok
}

func isStatus(text string) bool {
	return slices.Contains(data.Statuses, data.Status(strings.ToLower(text)))
}

func isDayNumber(text string) bool {
	return len(text) <= 2 && digitsValue(text) >= 1 && digitsValue(text) <= 31
}

// byCells settles by their cells what the names of the columns left open.
func (g *guesser) byCells() {
	if !g.has(FieldEDTF, FieldDate, FieldStart, FieldYear) {
		if best := g.bestDates(); best >= 0 {
			g.settle(best, FieldDate)
		}
	}
	for i := range g.columns {
		if !g.settled[i] && g.share(i, isWebAddress) >= 0.6 {
			g.settle(i, FieldURL)
		}
	}
	if !g.has(FieldTitle) {
		title := g.firstTexts()
		for i, name := range g.names {
			if title < 0 && !g.settled[i] && slices.Contains(titleSeconds, name) {
				title = i
			}
		}
		if title >= 0 {
			g.settle(title, FieldTitle)
		}
	}
	if !g.has(FieldSummary) {
		if summary := g.longestTexts(); summary >= 0 {
			g.settle(summary, FieldSummary)
		}
	}
}

// bestDates returns the first of the open columns that have the most dates, -1 if in none most cells are.
func (g *guesser) bestDates() int {
	best, most := -1, 0.6
	for i := range g.columns {
		if share := g.dateShare(i); !g.settled[i] && (share > most || best < 0 && share == most) {
			best, most = i, share
		}
	}
	return best
}

// firstTexts returns the first open column of texts that differ from row to row, -1 if there is none. If texts are long they
// are rather a summary, but better a title than none.
func (g *guesser) firstTexts() int {
	long := -1
	for i := range g.columns {
		cells := g.cells(i)
		if g.settled[i] || g.share(i, isWording) < 0.6 || !mostlyDifferent(cells) {
			continue
		}
		if meanLength(cells) <= titleLength {
			return i
		}
		if long < 0 {
			long = i
		}
	}
	return long
}

// longestTexts returns the open column with the longest texts, -1 if they are not longer than a few words.
func (g *guesser) longestTexts() int {
	best, most := -1, 40
	for i := range g.columns {
		if length := meanLength(g.cells(i)); !g.settled[i] && length > most {
			best, most = i, length
		}
	}
	return best
}

// isWording reports whether a text has letters, and is neither a date nor an address.
func isWording(text string) bool {
	return strings.ContainsFunc(text, isLetter) && !isWebAddress(text) && !isDateCell(text)
}

func isLetter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r > utf8.RuneSelf }

func mostlyDifferent(texts []string) bool {
	different := make(map[string]bool)
	for _, text := range texts {
		different[text] = true
	}
	return len(different)*2 > len(texts)
}

// meanLength returns how many characters texts have on average, 0 for none.
func meanLength(texts []string) int {
	length := 0
	for _, text := range texts {
		length += utf8.RuneCountInString(text)
	}
	return length / max(len(texts), 1)
}

// isData reports whether the first of some rows is one of events rather than a header: a cell of it is a whole date or an
// address, in a column where most are, or a year among years, and no cell is a usual name of a column.
func isData(rows []tableRow) bool {
	for column, text := range rows[0].cells {
		if _, isName := headerFields[headerWords(text)]; isName && column < guessedColumns {
			return false
		}
	}
	sample := make([][]string, min(len(rows), sampleRows))
	for i := range sample {
		sample[i] = rows[i].cells
	}
	g := &guesser{sample: sample, dates: map[int]float64{}}
	for column := range min(len(rows[0].cells), guessedColumns) {
		text := strings.TrimSpace(rows[0].cell(column))
		if isWebAddress(text) || isDateCell(text) && (isDay(text) || g.dateShare(column) >= 0.6) {
			return true
		}
	}
	return false
}

// isDay reports whether a text is a date of a day or finer.
func isDay(text string) bool {
	var forms dateForms
	date, ok := forms.read(text)
	if !ok {
		return false
	}
	read, err := edtf.Parse(date.text)
	return err == nil && read.Precision() <= edtf.Day
}
