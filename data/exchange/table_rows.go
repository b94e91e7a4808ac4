package exchange

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"math"
	"strings"
)

// tableRow is a row as it is in the file.
type tableRow struct {
	line  int // where it begins, from 1
	cells []string
}

// cell returns the text of a column, "" where the row is shorter.
func (r *tableRow) cell(column int) string {
	if column < len(r.cells) {
		return r.cells[column]
	}
	return ""
}

// blank reports whether nothing is in the row.
func (r *tableRow) blank() bool {
	for _, cell := range r.cells {
		if strings.TrimSpace(cell) != "" {
			return false
		}
	}
	return true
}

// tableRows are the rows of a file, and how they were found.
type tableRows struct {
	delimiter rune
	rows      []tableRow // without blank ones; the first may be the header
	loose     []int      // lines whose quotation marks are not as CSV has them
}

// delimiterNames are the characters that can stand between cells.
var delimiterNames = map[rune]string{',': "commas", ';': "semicolons", '\t': "tabs", '|': "vertical bars"}

// errNoTable is for texts in which no character parts cells.
var errNoTable = errors.New("this is not a table: no comma, semicolon, tab or vertical bar parts its lines into columns")

// splitTable takes a text apart at the delimiter that fits best.
func splitTable(text string) (*tableRows, error) {
	text = oneLineEnd(text)
	text, delimiter, line := declaredDelimiter(text)
	if delimiter == 0 {
		delimiter, _ = detectDelimiter(text)
	}
	if delimiter == 0 {
		return nil, errNoTable
	}
	s := rowScanner{rest: text, line: line, found: &tableRows{delimiter: delimiter}}
	s.scan(math.MaxInt)
	return s.found, nil
}

// oneLineEnd returns a text of lines that end in a carriage return alone, as old Macintoshes wrote them, with line feeds.
func oneLineEnd(text string) string {
	if strings.Contains(text, "\r") && !strings.Contains(text, "\n") {
		return strings.ReplaceAll(text, "\r", "\n")
	}
	return text
}

// declaredDelimiter reads a first line such as "sep=;", which Excel understands. It returns the text behind that, and how
// many lines are before it.
func declaredDelimiter(text string) (rest string, delimiter rune, lines int) {
	first, rest, ok := strings.Cut(text, "\n")
	mark := strings.TrimSuffix(first, "\r")
	if !ok || len(mark) != len("sep=;") || !strings.EqualFold(mark[:4], "sep=") {
		return text, 0, 0
	}
	delimiter = rune(mark[4])
	if delimiterNames[delimiter] == "" {
		return text, 0, 0
	}
	return rest, delimiter, 1
}

const (
	delimiterSample = 64 << 10 // bytes of a file by which the delimiter is chosen
	delimiterRows   = 50       // and rows
)

// detectDelimiter returns the character that parts the first rows into columns, as many in each as in the first, and which
// share of the rows has just that many; 0 if there is none.
func detectDelimiter(text string) (delimiter rune, share float64) {
	if len(text) > delimiterSample {
		cut := strings.LastIndexByte(text[:delimiterSample], '\n')
		text = text[:max(cut, delimiterSample/2)]
	}
	best := 0.0
	for _, candidate := range ",;\t|" {
		s := rowScanner{rest: text, found: &tableRows{delimiter: candidate}}
		s.scan(delimiterRows)
		columns, same := regularity(s.found.rows)
		score := same * same * math.Log2(float64(columns+1))
		if columns > 1 && score > best {
			best, delimiter, share = score, candidate, same
		}
	}
	return delimiter, share
}

// regularity returns how many columns the first row has, and which share of the rows has as many.
func regularity(rows []tableRow) (columns int, share float64) {
	if len(rows) == 0 {
		return 0, 0
	}
	same := 0
	columns = len(rows[0].cells)
	for i := range rows {
		if len(rows[i].cells) == columns {
			same++
		}
	}
	return columns, float64(same) / float64(len(rows))
}

// rowScanner reads rows strictly, and where that fails, one loosely. The time is proportional to the length of the text.
type rowScanner struct {
	rest   string
	line   int // lines before the rest
	found  *tableRows
	missed int           // how often a row was thought to go on in the next line, but did not
	buffer *bufio.Reader // for all readers
}

// scan reads the rest, up to a number of rows.
func (s *rowScanner) scan(most int) {
	for s.rest != "" && len(s.found.rows) < most {
		s.strict(most)
		if s.rest != "" && len(s.found.rows) < most {
			s.loose()
		}
	}
}

// strict reads up to the first row whose quotation marks are wrong, and leaves that as the beginning of the rest.
func (s *rowScanner) strict(most int) {
	reader := s.reader(s.rest)
	before, end := s.line, int64(0)
	for len(s.found.rows) < most {
		cells, err := reader.Read()
		if err != nil {
			bad, isParse := errors.AsType[*csv.ParseError](err)
			if !isParse { // the end
				s.rest = ""
				return
			}
			s.rest = strings.TrimLeft(s.rest[end:], "\r\n") // a row is not blank
			s.line = before + bad.StartLine - 1
			return
		}
		line, _ := reader.FieldPos(0)
		s.add(before+line, cells)
		end = reader.InputOffset()
	}
}

// reader returns a reader of a text; there is only one at a time.
func (s *rowScanner) reader(text string) *csv.Reader {
	if s.buffer == nil {
		s.buffer = bufio.NewReaderSize(nil, 4096) // as large as the csv package wants it
	}
	s.buffer.Reset(strings.NewReader(text))
	reader := csv.NewReader(s.buffer)
	reader.Comma, reader.FieldsPerRecord = s.found.delimiter, -1
	return reader
}

func (s *rowScanner) add(line int, cells []string) {
	row := tableRow{line, cells}
	if !row.blank() {
		s.found.rows = append(s.found.rows, row)
	}
}

const (
	looseWindow = 8 << 10 // bytes that a row with wrong quotation marks may have that is of several lines
	mostMissed  = 1000    // how often that is tried in vain
)

// loose reads one row whose quotation marks are wrong: of one line, unless the number of quotation marks says that it goes
// on in the next.
func (s *rowScanner) loose() {
	line, _, _ := strings.Cut(s.rest, "\n")
	size := min(len(line)+1, len(s.rest))
	want := 0
	if len(s.found.rows) > 0 {
		want = len(s.found.rows[0].cells)
	}
	cells, length := s.looseCells(line, want)
	size = max(size, length)
	s.found.loose = append(s.found.loose, s.line+1)
	s.add(s.line+1, cells)
	s.line += strings.Count(s.rest[:size], "\n")
	s.rest = s.rest[size:]
}

// looseCells returns the cells of a row that begins with a line, and how many bytes it has if it is of several lines.
func (s *rowScanner) looseCells(line string, want int) (cells []string, length int) {
	cells, _ = s.lazyRow(line)
	plain := plainRow(line, s.found.delimiter)
	goesOn := strings.Count(line, `"`)%2 != 0
	if goesOn && s.missed < mostMissed {
		s.missed++
		window := s.rest[:min(len(s.rest), looseWindow)]
		longer, length := s.lazyRow(window)
		if len(longer) == want && 0 < length && length < looseWindow {
			s.missed--
			return longer, length
		}
	}
	if len(plain) == want && (goesOn || len(cells) != want) {
		return plain, 0
	}
	return cells, 0
}

// lazyRow returns the first row of a text with every quotation mark taken as text that does not end a cell, and how many
// bytes it has; 0 for a row whose last cell is not closed.
func (s *rowScanner) lazyRow(text string) (cells []string, length int) {
	reader := s.reader(text + "\nend")
	reader.LazyQuotes = true
	cells, err := reader.Read()
	length = int(reader.InputOffset())
	switch {
	case err != nil:
		return []string{text}, 0
	case length > len(text)+1: // it has read on to the end
		last := len(cells) - 1
		cells[last] = strings.TrimSuffix(cells[last], "\nend")
		return cells, 0
	}
	return cells, min(length, len(text))
}

// plainRow parts a line at each delimiter, and takes quotation marks off cells that are wholly in them.
func plainRow(line string, delimiter rune) []string {
	cells := strings.Split(strings.TrimSuffix(line, "\r"), string(delimiter))
	for i, cell := range cells {
		if len(cell) >= 2 && cell[0] == '"' && cell[len(cell)-1] == '"' {
			cells[i] = strings.ReplaceAll(cell[1:len(cell)-1], `""`, `"`)
		}
	}
	return cells
}

// notes returns how the rows were found, where that was not plain.
func (t *tableRows) notes() []string {
	var notes []string
	if t.delimiter != ',' && t.delimiter != '\t' {
		notes = append(notes, "The columns are parted by "+delimiterNames[t.delimiter]+".")
	}
	if n := len(t.loose); n > 0 {
		rows := "one row"
		if n > 1 {
			rows = fmt.Sprintf("%d rows, the first", n)
		}
		notes = append(notes, fmt.Sprintf("Quotation marks are not as they should be in %s in line %d: they are read as text there.",
			rows, t.loose[0]))
	}
	return notes
}
