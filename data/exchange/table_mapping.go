package exchange

import (
	"encoding/csv"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Field is what a column of a table holds.
type Field string

// The fields that a column can be. Several columns may be the same: of lists, lanes, summaries, sources and URLs all count;
// of the others the first that is not empty counts, and the rest is kept as a detail.
const (
	FieldNone    Field = ""         // it is left out, and each of its cells is a loss
	FieldDetail  Field = "detail"   // its cells are kept in the summary, as a line “column: cell”
	FieldWords   Field = "words"    // the date in words, which another column has too: it is passed over
	FieldEDTF    Field = "edtf"     // the date in EDTF; it goes before all other columns
	FieldDate    Field = "date"     // the date, or both ends of a stretch
	FieldStart   Field = "start"    // the date on which the event begins
	FieldEnd     Field = "end"      // the last date of the event
	FieldTime    Field = "time"     // the time of day, beside a date
	FieldEndTime Field = "end time" // the time of day, beside the end
	FieldYear    Field = "year"
	FieldMonth   Field = "month" // its number or name, beside the year
	FieldDay     Field = "day"   // of the month
	FieldTitle   Field = "title"
	FieldSummary Field = "summary"
	FieldLane    Field = "lane"    // titles of lanes
	FieldLaneID  Field = "lane id" // identifiers of lanes, as many as there are titles
	FieldStatus  Field = "status"  // one of the words of the format
	FieldPeople  Field = "people"
	FieldPlaces  Field = "places"
	FieldTags    Field = "tags"
	FieldSource  Field = "source" // titles of sources
	FieldURL     Field = "url"    // addresses of sources
	FieldQuote   Field = "quote"  // what the source says, word for word
	FieldLocator Field = "locator"
	FieldID      Field = "id"
	FieldClaims  Field = "claims" // as in Dateline's own format, in JSON
	FieldKnown   Field = "known"  // likewise
	FieldLinks   Field = "links"  // likewise

	fieldMicros Field = "timestamp" // microseconds since 1970, of Timesketch
)

// Fields lists the fields that a person can choose for a column, those of dates first. It is not to be changed.
var Fields = []Field{
	FieldNone, FieldDetail, FieldDate, FieldStart, FieldEnd, FieldTime, FieldEndTime, FieldYear, FieldMonth, FieldDay,
	FieldEDTF, FieldWords, FieldTitle, FieldSummary, FieldLane, FieldLaneID, FieldStatus, FieldPeople, FieldPlaces, FieldTags,
	FieldSource, FieldURL, FieldQuote, FieldLocator, FieldID, FieldClaims, FieldKnown, FieldLinks,
}

// FieldNamed returns the field of a name, such as "end time"; "-" is [FieldNone]. The error lists the names.
func FieldNamed(name string) (Field, error) {
	if name == "-" {
		return FieldNone, nil
	}
	names := []string{"-"}
	for _, f := range Fields[1:] {
		if string(f) == name {
			return f, nil
		}
		names = append(names, string(f))
	}
	return FieldNone, fmt.Errorf("there is no kind of column %q; the kinds are %s", name, strings.Join(names, ", "))
}

// Words returns a field as a person is shown it, in English, to stand behind “the column is”.
func (f Field) Words() string {
	words := map[Field]string{
		FieldNone: "left out", FieldDetail: "kept in the summary", FieldWords: "the date in words (passed over)",
		FieldEDTF: "the date in EDTF", FieldDate: "the date", FieldStart: "the start", FieldEnd: "the end",
		FieldTime: "the time", FieldEndTime: "the time of the end", FieldYear: "the year", FieldMonth: "the month",
		FieldDay: "the day", FieldTitle: "the title", FieldSummary: "the summary", FieldLane: "the lane",
		FieldLaneID: "the lane’s identifier", FieldStatus: "the status", FieldPeople: "people", FieldPlaces: "places",
		FieldTags: "tags", FieldSource: "the source", FieldURL: "the source’s address", FieldQuote: "the quotation",
		FieldLocator: "the place in the source", FieldID: "the identifier", FieldClaims: "claims", FieldKnown: "known to whom",
		FieldLinks: "links",
	}
	if text, ok := words[f]; ok {
		return text
	}
	return string(f)
}

// Mapping says what the columns of a table are.
type Mapping struct {
	Columns []Field // for each column of the header; columns beyond it are FieldDetail

	// DayFirst says whether 9/4/2008 is 9 April (true) or 4 September (false). nil leaves that to the columns of dates: a
	// number over 12 decides, and where there is none, the day is taken to come first, which is noted.
	DayFirst *bool
}

// field returns what a column is.
func (m *Mapping) field(column int) Field {
	if column < len(m.Columns) {
		return m.Columns[column]
	}
	return FieldDetail
}

// has reports whether any column is one of the fields.
func (m *Mapping) has(fields ...Field) bool {
	return slices.ContainsFunc(m.Columns, func(f Field) bool { return slices.Contains(fields, f) })
}

// Table is the beginning of a table, to be shown.
type Table struct {
	Header    []string   // the names of the columns, “column 1” and so on for those without one
	Rows      [][]string // the first rows behind the header, at most 20, each as long as it is in the file
	Delimiter rune       // what stands between the cells
	Notes     []string   // how it was read, where that was a guess
}

const (
	previewRows = 20
	sampleRows  = 100 // by which columns are guessed
)

// Preview returns the beginning of a table, and what its columns are taken to be. The error, a sentence, is for files that
// are no tables.
func Preview(content []byte) (*Table, Mapping, error) {
	t, err := openTable(content)
	if err != nil {
		return nil, Mapping{}, err
	}
	table := &Table{Header: t.header, Delimiter: t.delimiter, Notes: t.notes}
	for i := range min(len(t.rows), previewRows) {
		table.Rows = append(table.Rows, t.rows[i].cells)
	}
	return table, GuessMapping(t.header, t.sample()), nil
}

// ReadTable reads a file of comma- or tab-separated values, or such with semicolons or vertical bars; nil for m guesses what
// its columns are. A row whose date cannot be read is a loss, not an event. The error, a sentence, is for files that are no
// tables, and for tables without a column of dates or of titles.
func ReadTable(content []byte, m *Mapping) (*Result, error) {
	t, err := openTable(content)
	if err != nil {
		return nil, err
	}
	r := newTableReader()
	r.notes = t.notes
	if m == nil {
		guess := GuessMapping(t.header, t.sample())
		m = &guess
		if !isOwnTable(t.header) {
			r.notes = append(r.notes, mappingNote(t.header, m))
		}
	}
	if err := m.check(t.header); err != nil {
		return nil, err
	}
	r.guarded = isOwnTable(t.header)
	r.exact = r.guarded
	r.dates.forced = m.DayFirst
	return r.read(t.records(m, r))
}

// Read reads the rows that the table shows.
func (t *Table) Read(m *Mapping) (*Result, error) {
	var b strings.Builder
	w := csv.NewWriter(&b)
	if err := w.WriteAll(append([][]string{t.Header}, t.Rows...)); err != nil {
		return nil, err
	}
	return ReadTable([]byte(b.String()), m)
}

// check returns an error where no column can be a date or a title.
func (m *Mapping) check(header []string) error {
	var names []string
	for _, name := range firstFew(header, 12) {
		names = append(names, shortened(name))
	}
	columns := "its columns are “" + strings.Join(names, "”, “") + "”"
	if !m.has(FieldEDTF, FieldDate, FieldStart, FieldEnd, FieldYear) {
		return fmt.Errorf("no column of the table holds dates; %s: say which one does", columns)
	}
	if !m.has(FieldTitle, FieldSummary) {
		return fmt.Errorf("no column of the table holds titles; %s: say which one does", columns)
	}
	return nil
}

// firstFew returns at most the first texts of a list, with an ellipsis if there are more.
func firstFew(texts []string, most int) []string {
	if len(texts) <= most {
		return texts
	}
	return append(slices.Clone(texts[:most]), "…")
}

// mappingNote says what the columns were taken to be.
func mappingNote(header []string, m *Mapping) string {
	var parts []string
	for i, name := range firstFew(header, 40) {
		parts = append(parts, "“"+shortened(name)+"” is "+m.field(i).Words())
	}
	return "What the columns are was guessed: " + strings.Join(parts, ", ") + "."
}

// openedTable is a table with its header.
type openedTable struct {
	header    []string
	rows      []tableRow
	delimiter rune
	notes     []string
}

var errEmptyTable = errors.New("this file is empty: a table has a header and rows")

// openTable finds the rows of a file and its header.
func openTable(content []byte) (*openedTable, error) {
	text, encoding, err := DecodeText(content)
	if err != nil {
		return nil, err
	}
	if strings.TrimSpace(text) == "" {
		return nil, errEmptyTable
	}
	split, err := splitTable(text)
	if err != nil {
		return nil, err
	}
	t := &openedTable{rows: split.rows, delimiter: split.delimiter, notes: append(encodingNote(encoding), split.notes()...)}
	if len(t.rows) == 0 {
		return nil, errEmptyTable
	}
	if n := len(t.rows[0].cells); n > mostColumns {
		return nil, fmt.Errorf("line %d: the table has %d columns: no more than %d are read", t.rows[0].line, n, mostColumns)
	}
	if isData(t.rows) {
		t.notes = append(t.notes, "The first line is taken as a row, not as a header: it holds a date.")
		t.header = make([]string, len(t.rows[0].cells))
	} else {
		t.header, t.rows = t.rows[0].cells, t.rows[1:]
	}
	for i, name := range t.header {
		if t.header[i] = strings.TrimSpace(name); t.header[i] == "" {
			t.header[i] = fmt.Sprintf("column %d", i+1)
		}
	}
	return t, nil
}

// sample returns the rows by which the columns are guessed.
func (t *openedTable) sample() [][]string {
	sample := make([][]string, min(len(t.rows), sampleRows))
	for i := range sample {
		sample[i] = t.rows[i].cells
	}
	return sample
}
