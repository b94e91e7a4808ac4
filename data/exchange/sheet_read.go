package exchange

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"dateline/data/edtf"
)

var errNoSheet = errors.New("this is no sheet of TimelineJS: that has columns named Headline, and Year or Start Date")

// readSheet reads a sheet.
func readSheet(content []byte) (*Result, error) {
	t, err := openTable(content)
	if err != nil {
		return nil, err
	}
	if !isSheetHeader(t.header) {
		return nil, errNoSheet
	}
	r := newTableReader()
	r.title, r.notes = untitled, t.notes
	if slices.Contains(t.header, sheetStartDate) || slices.Contains(t.header, sheetEndDate) {
		monthFirst := false
		r.dates.forced = &monthFirst
		r.notes = append(r.notes, "Dates such as 4/9/2008 are read as TimelineJS does, month first.")
	}
	s := sheetReader{tableReader: r}
	rows := sheetRows(t, r)
	for i := range rows {
		s.row(&rows[i])
	}
	if len(s.events) == 0 && len(rows) > 0 && !s.titled {
		return nil, fmt.Errorf("no row of the sheet has a date that can be read; the first: %s", r.firstLoss())
	}
	result, err := r.read(nil)
	if err != nil {
		return nil, err
	}
	result.Timeline.Summary = s.summary
	return result, nil
}

// sheetReader makes events of the rows of a sheet.
type sheetReader struct {
	*tableReader
	titled  bool
	summary string // of the timeline
}

// row makes an event of a row, or the title of the timeline.
func (s *sheetReader) row(row *sheetRow) {
	kind := strings.ToLower(row.cells[sheetType])
	if kind == sheetTitleType && !s.titled {
		s.title, s.summary = s.head(row)
		s.titled = true
		return
	}
	date, why := sheetDate(row, s.tableReader)
	if why != "" {
		s.lose(row.where, "%s%s; its headline is “%s”", notTaken, why, row.cells[sheetHeadline])
		return
	}
	e := Event{Title: s.plain(row, sheetHeadline)}
	display := s.plain(row, sheetDisplay)
	e.Date, display = displayedDate(date, display)
	rec := &tableRecord{where: row.where}
	rec.add(FieldSummary, sheetText, s.plain(row, sheetText))
	rec.add(FieldDetail, sheetDisplay, display)
	e.Lanes = s.laneOf(row, rec, kind)
	e.Claims = s.medium(row, rec)
	s.unread(row, rec)
	e.Title, e.Summary = s.texts(rec, e.Title)
	e.ID = s.ids.Of(e.Title, "event")
	s.events = append(s.events, e)
}

// head returns the title and the summary of the timeline that a row says, and reports the rest.
func (s *sheetReader) head(row *sheetRow) (title, summary string) {
	title, summary = s.plain(row, sheetHeadline), s.plain(row, sheetText)
	if title == "" {
		title = s.title
	}
	for _, name := range append([]string{sheetStartDate, sheetEndDate}, sheetColumns...) {
		if text := row.cells[name]; text != "" && name != sheetHeadline && name != sheetText && name != sheetType {
			s.lose(row.where, "the %s of the title is left out: “%s”", name, text)
		}
	}
	for _, cell := range row.other {
		s.lose(row.where, "the %s of the title is left out: “%s”", cell.name, cell.text)
	}
	return title, summary
}

// plain returns the text of a cell that is HTML, and reports what is lost of it.
func (s *sheetReader) plain(row *sheetRow, column string) string {
	return s.html(row, column, row.cells[column])
}

// html returns the text of HTML in a column, and reports what is lost of it.
func (s *sheetReader) html(row *sheetRow, column, fragment string) string {
	text, lost := PlainTypedText(fragment)
	for _, what := range lost {
		s.lose(row.where, "%s in %s is left out", what, column)
	}
	return strings.TrimSpace(text)
}

// laneOf returns the lanes of an event: the group, or “Eras”.
func (s *sheetReader) laneOf(row *sheetRow, rec *tableRecord, kind string) []string {
	group := s.plain(row, sheetGroup)
	if group == "" {
		group = s.plain(row, sheetTag)
	} else if tag := row.cells[sheetTag]; tag != "" {
		rec.add(FieldDetail, sheetTag, tag)
	}
	switch kind {
	case sheetEraType:
		rec.add(FieldDetail, sheetGroup, group)
		group = sheetEras
	case "", sheetTitleType:
	default:
		s.lose(row.where, "TimelineJS knows no type “%s”: it is left out", kind)
	}
	if group == "" {
		return s.lanes.of(nil, nil)
	}
	return s.lanes.of([]string{group}, nil)
}

// unread keeps the columns that TimelineJS does not know, or does not read beside dates of version 1, as details; and
// reports what is for the screen alone.
func (s *sheetReader) unread(row *sheetRow, rec *tableRecord) {
	for _, column := range []string{sheetThumbnail, sheetAlt, sheetBackground} {
		if text := row.cells[column]; text != "" {
			s.lose(row.where, "the %s is left out: “%s”", column, text)
		}
	}
	if s.dates.forced != nil {
		for _, column := range sheetColumns[:8] {
			rec.add(FieldDetail, column, row.cells[column])
		}
	}
	for _, cell := range row.other {
		rec.add(FieldDetail, cell.name, cell.text)
	}
}

// displayedDate returns the date that a row displays where it is the same time, since it may say how sure that is (“about
// 1985”), and else what is displayed, which says something else.
func displayedDate(date, display string) (better, left string) {
	own, err := edtf.Parse(date)
	if err != nil || display == "" || display == own.Words() {
		return date, ""
	}
	for _, dayFirst := range []bool{true, false} {
		forms := dateForms{forced: &dayFirst}
		read, ok := forms.read(display)
		if !ok {
			continue
		}
		if shown, err := edtf.Parse(read.text); err == nil && shown.Bounds() == own.Bounds() {
			return read.text, ""
		}
	}
	return date, display
}
