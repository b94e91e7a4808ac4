package exchange

import (
	"fmt"
	"strings"
)

// tableCell is a cell that is not empty, with the name of its column.
type tableCell struct{ name, text string }

// tableRecord is what is said of one event: the cells of a row by what they are.
type tableRecord struct {
	where string // "line 12"
	cells map[Field][]tableCell

	id     string // the identifier that it keeps, "" if it gets one
	claims []Claim
	known  []Known
	links  []Link
}

// add adds a cell unless it is blank.
func (r *tableRecord) add(field Field, name, text string) {
	if strings.TrimSpace(text) == "" {
		return
	}
	if r.cells == nil {
		r.cells = map[Field][]tableCell{}
	}
	r.cells[field] = append(r.cells[field], tableCell{name, text})
}

// first returns the text of the first cell of a field, without spaces around it.
func (r *tableRecord) first(field Field) string {
	if cells := r.cells[field]; len(cells) > 0 {
		return strings.TrimSpace(cells[0].text)
	}
	return ""
}

// take returns the text of the first cell of a field as it is; it and those that are left are no more of that field, the
// others being details.
func (r *tableRecord) take(field Field) string {
	cells := r.cells[field]
	if len(cells) == 0 {
		return ""
	}
	delete(r.cells, field)
	r.detail(cells[1:]...)
	return cells[0].text
}

// detail adds cells to what is kept in the summary.
func (r *tableRecord) detail(cells ...tableCell) {
	if len(cells) > 0 {
		r.cells[FieldDetail] = append(r.cells[FieldDetail], cells...)
	}
}

// demote makes all that is left of some fields details.
func (r *tableRecord) demote(fields ...Field) {
	for _, field := range fields {
		r.detail(r.cells[field]...)
		delete(r.cells, field)
	}
}

// texts returns the texts of the cells of a field.
func (r *tableRecord) texts(field Field) []string {
	var texts []string
	for _, cell := range r.cells[field] {
		texts = append(texts, cell.text)
	}
	return texts
}

// records returns the rows as what they say of events, and reports what is left out, and rows that are longer or shorter
// than the header.
func (t *openedTable) records(m *Mapping, r *tableReader) []*tableRecord {
	records := make([]*tableRecord, 0, len(t.rows))
	for i := range t.rows {
		row := &t.rows[i]
		rec := &tableRecord{where: fmt.Sprintf("line %d", row.line)}
		if len(row.cells) != len(t.header) {
			r.lose(rec.where, "the row has %d cells where the header has %d: some may stand in the wrong column",
				len(row.cells), len(t.header))
		}
		for column, text := range row.cells {
			if r.guarded {
				text = unguarded(text)
			}
			r.addCell(rec, m.field(column), t.name(column), text)
		}
		records = append(records, rec)
	}
	return records
}

// name returns the name of a column.
func (t *openedTable) name(column int) string {
	if column < len(t.header) {
		return t.header[column]
	}
	return fmt.Sprintf("column %d", column+1)
}

// addCell adds a cell to a record, or reports that it is left out.
func (r *tableReader) addCell(rec *tableRecord, field Field, name, text string) {
	switch field {
	case FieldNone:
		if text = strings.TrimSpace(text); text != "" {
			r.lose(rec.where, "column “%s” is left out: “%s”", name, text)
		}
	case FieldWords:
	default:
		rec.add(field, name, text)
	}
}
