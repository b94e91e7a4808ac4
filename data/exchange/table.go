package exchange

import (
	"bytes"
	"regexp"
	"strings"
	"unicode/utf8"
)

// CSV is a table of comma-separated values, also with semicolons or vertical bars between them. It is written so that
// spreadsheets show it as it is, and read back the same.
var CSV = Format{
	Name: "csv", Title: "Table (CSV)", Extensions: []string{".csv"},
	Detect: func(content []byte) int { return detectTable(content, ",;|") },
	Read:   func(content []byte) (*Result, error) { return ReadTable(content, nil) },
	Write:  func(t *Timeline) ([]byte, []Loss, error) { return writeTable(t, ',') },
}

// TSV is a table of tab-separated values.
var TSV = Format{
	Name: "tsv", Title: "Table (tab-separated)", Extensions: []string{".tsv", ".tab"},
	Detect: func(content []byte) int { return detectTable(content, "\t") },
	Read:   func(content []byte) (*Result, error) { return ReadTable(content, nil) },
	Write:  func(t *Timeline) ([]byte, []Loss, error) { return writeTable(t, '\t') },
}

// detectTable goes by the columns that one of the delimiters makes, and by what they hold: sure of Dateline's own tables, less
// so of others, and hardly of tables without dates, or that are those of a format of their own.
func detectTable(content []byte, delimiters string) int {
	if otherSyntax(content) {
		return 0
	}
	t, err := openTable(content)
	if err != nil || !strings.ContainsRune(delimiters, t.delimiter) {
		return 0
	}
	if isOwnTable(t.header) {
		return 95
	}
	if isSheetHeader(t.header) || isSketchHeader(t.header) {
		return 30
	}
	m := GuessMapping(t.header, t.sample())
	hasDates := m.has(FieldEDTF, FieldDate, FieldStart, FieldYear)
	switch _, share := regularity(t.rows); {
	case share < 0.5:
		return 5
	case !hasDates:
		return 10
	case !m.has(FieldTitle, FieldSummary):
		return 30
	}
	return 60
}

// markdownRule is the line below the header of a table in Markdown.
var markdownRule = regexp.MustCompile(`(?m)^[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*(?:\|[ \t]*:?-{3,}:?[ \t]*)+\|?[ \t]*\r?$`)

// otherSyntax reports whether a file begins as one of JSON, XML or iCalendar does, or has a table of Markdown or its front
// matter.
func otherSyntax(content []byte) bool {
	text, _, err := DecodeText(content)
	if err != nil {
		return true
	}
	text = strings.TrimSpace(text)
	return text == "" || strings.ContainsRune("{[<", rune(text[0])) || strings.HasPrefix(text, "BEGIN:") ||
		strings.HasPrefix(text, "---\n") || markdownRule.MatchString(text)
}

// formulaStarts are the characters with which a spreadsheet takes a cell for a formula.
const formulaStarts = "=+-@＝＋－＠"

// isFormula reports whether a spreadsheet may take a cell for a formula, were it not for apostrophes before it.
func isFormula(cell string) bool {
	cell = strings.TrimLeft(cell, "'")
	first, _ := utf8.DecodeRuneInString(strings.TrimSpace(cell))
	return strings.ContainsRune(formulaStarts, first) || cell != "" && strings.ContainsRune("\t\r\n", rune(cell[0]))
}

// guarded returns a cell with an apostrophe before what a spreadsheet would take for a formula: so it shows the text, and
// nothing that somebody put into a dataset is run.
func guarded(cell string) string {
	if isFormula(cell) {
		return "'" + cell
	}
	return cell
}

// unguarded returns the cell that was guarded.
func unguarded(cell string) string {
	if rest, ok := strings.CutPrefix(cell, "'"); ok && isFormula(cell) {
		return rest
	}
	return cell
}

// byteOrderMark stands at the beginning of a table so that Excel reads it as UTF-8.
const byteOrderMark = "\ufeff"

// writeTable returns a timeline as a table of one row an event. Claims, known and links are JSON as in Dateline's own format.
func writeTable(t *Timeline, delimiter rune) ([]byte, []Loss, error) {
	var b bytes.Buffer
	b.WriteString(byteOrderMark)
	w := &tableWriter{lanes: laneTitles(t.Lanes), losses: tableLosses(t)}
	w.start(&b, delimiter)
	w.row(false, []string{
		ownID, ownDate, ownWords, ownLanes, ownTitle, ownSummary, ownStatus, ownPeople, ownPlaces, ownTags,
		ownClaims, ownKnown, ownLinks, ownLaneIDs,
	})
	for i := range t.Events {
		e := &t.Events[i]
		w.where = "event “" + e.Title + "”"
		w.row(true, []string{
			e.ID, e.Date, wordsOf(e.Date), w.laneCell(e), e.Title, e.Summary, e.Status,
			joinList(e.People), joinList(e.Places), joinList(e.Tags),
			compactJSON(e.Claims), compactJSON(e.Known), compactJSON(e.Links), joinList(e.Lanes),
		})
	}
	err := w.close()
	return b.Bytes(), w.losses, err
}
