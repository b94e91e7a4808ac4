package exchange

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"dateline/data/edtf"
)

// TimelineJSSheet is the spreadsheet that TimelineJS 3 reads, as CSV. A row of type “title” is the title and summary of the
// timeline, one of type “era” an event in the lane “Eras”. A medium that has an address is a source of the event, with its
// caption as title and its credit as author; a quotation in <blockquote> is a claim of the source in <cite>.
var TimelineJSSheet = Format{
	Name: "timelinejs-sheet", Title: "TimelineJS spreadsheet (CSV)", Extensions: []string{".csv"},
	Detect: detectSheet, Read: readSheet, Write: writeSheet,
}

// The columns of a sheet that have a meaning of their own here.
const (
	sheetDisplay, sheetHeadline, sheetText    = "Display Date", "Headline", "Text"
	sheetMedia, sheetCredit, sheetCaption     = "Media", "Media Credit", "Media Caption"
	sheetThumbnail, sheetAlt, sheetBackground = "Media Thumbnail", "Alt Text", "Background"
	sheetType, sheetGroup, sheetTag           = "Type", "Group", "Tag"
	sheetStartDate, sheetEndDate              = "Start Date", "End Date" // of sheets for version 1 and 2
	sheetTitleType, sheetEraType              = "title", "era"
	sheetEras                                 = "Eras" // the lane of eras
)

// sheetColumns are the columns of a sheet in the order of TimelineJS's own template.
var sheetColumns = []string{
	"Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", sheetDisplay, sheetHeadline, sheetText,
	sheetMedia, sheetCredit, sheetCaption, sheetThumbnail, sheetAlt, sheetType, sheetGroup, sheetBackground,
}

// isSheetHeader reports whether a header is that of a sheet: with a headline, a date, and three more columns at least.
func isSheetHeader(header []string) bool {
	known := 0
	for _, name := range header {
		if slices.Contains(sheetColumns, name) || name == sheetStartDate || name == sheetEndDate || name == sheetTag {
			known++
		}
	}
	hasDate := slices.Contains(header, "Year") || slices.Contains(header, sheetStartDate)
	return hasDate && slices.Contains(header, sheetHeadline) && known >= 5
}

func detectSheet(content []byte) int {
	if otherSyntax(content) {
		return 0
	}
	t, err := openTable(content)
	if err != nil || !isSheetHeader(t.header) {
		return 0
	}
	return 95
}

// sheetRow is a row of a sheet by the names of its columns, without spaces around its texts.
type sheetRow struct {
	where string
	cells map[string]string
	other []tableCell // of columns that TimelineJS does not know
}

// sheetRows returns the rows of a table by the names of their columns.
func sheetRows(t *openedTable, r *tableReader) []sheetRow {
	rows := make([]sheetRow, len(t.rows))
	for i := range t.rows {
		row := &rows[i]
		*row = sheetRow{where: fmt.Sprintf("line %d", t.rows[i].line), cells: map[string]string{}}
		if cells := t.rows[i].cells; len(cells) != len(t.header) {
			r.lose(row.where, "the row has %d cells where the header has %d: some may stand in the wrong column",
				len(cells), len(t.header))
		}
		for column, text := range t.rows[i].cells {
			name := t.name(column)
			text = unguarded(strings.TrimSpace(text))
			_, twice := row.cells[name]
			known := slices.Contains(sheetColumns, name) || name == sheetStartDate || name == sheetEndDate || name == sheetTag
			switch {
			case text == "":
			case known && !twice:
				row.cells[name] = text
			default:
				row.other = append(row.other, tableCell{name, text})
			}
		}
	}
	return rows
}

// sheetPoint is one end of a date: the four cells that it stands in.
type sheetPoint struct{ year, month, day, time string }

// point returns an end of the date of a row: prefix is "" or "End ".
func (row *sheetRow) point(prefix string) sheetPoint {
	return sheetPoint{row.cells[prefix+"Year"], row.cells[prefix+"Month"], row.cells[prefix+"Day"], row.cells[prefix+"Time"]}
}

var sheetInteger = regexp.MustCompile(`^-?[0-9]{1,12}$`)

// integer returns the number of a cell as TimelineJS reads it: without spaces and commas.
func (sheetPoint) integer(cell string) (int64, bool) {
	cell = strings.Join(strings.Fields(strings.NewReplacer(",", "", "−", "-").Replace(cell)), "") // Gnumeric writes the sign
	number, err := strconv.ParseInt(cell, 10, 64)
	return number, err == nil && sheetInteger.MatchString(cell)
}

// date returns the date in EDTF, what is left of the cells that says nothing without others, and why it is no date. There is
// none without a year.
func (p sheetPoint) date() (date cellDate, left []string, why string) {
	if p.year == "" {
		return date, filledTexts(p.month, p.day, p.time), ""
	}
	year, ok := p.integer(p.year)
	if !ok || year == 0 {
		return date, nil, "there is no year " + p.year
	}
	if year < 0 {
		year++ // TimelineJS shows -44 as 44 BCE
	}
	date.text = yearEDTF(year)
	if p.month == "" || strings.HasPrefix(date.text, "Y") {
		return date, filledTexts(p.month, p.day, p.time), ""
	}
	return p.inYear(date.text)
}

// inYear returns the date within a year, of the month that there is, the day and the time.
func (p sheetPoint) inYear(year string) (date cellDate, left []string, why string) {
	month, ok := p.integer(p.month)
	if !ok || month < 1 || month > 12 {
		return date, nil, "there is no month " + p.month
	}
	date.text = year + "-" + digitsOf(int(month))
	if p.day == "" {
		return date, filledTexts(p.time), ""
	}
	day, ok := p.integer(p.day)
	if !ok || day < 1 || day > 31 {
		return date, nil, "there is no day " + p.day
	}
	date.text += "-" + digitsOf(int(day))
	if p.time == "" {
		return date, nil, ""
	}
	timed, ok := new(dateForms).withClock(date.text, sheetClock(p.time))
	if !ok {
		return date, nil, "there is no time " + p.time
	}
	return timed, nil, ""
}

var (
	sheetBareTime = regexp.MustCompile(`^([0-9]{1,2})([0-9]{2})$`)
	sheetBareHour = regexp.MustCompile(`^[0-9]{1,2}$`)
)

// sheetClock returns a time of day as [readClock] reads it: TimelineJS takes 2116 and 21 for times, too.
func sheetClock(text string) string {
	if sheetBareHour.MatchString(text) {
		return text + "h"
	}
	return sheetBareTime.ReplaceAllString(text, "$1:$2")
}

// filledTexts returns those of some texts that are not empty.
func filledTexts(texts ...string) []string {
	return slices.DeleteFunc(texts, func(text string) bool { return text == "" })
}

// sheetDate returns the date of a row in EDTF, or why there is none, and reports cells that say nothing without others.
func sheetDate(row *sheetRow, r *tableReader) (date, why string) {
	start, end, why := sheetEnds(row, r)
	if why != "" {
		return "", why
	}
	both := start
	switch {
	case start.text == "" && end.text == "":
		return "", "it has no year"
	case end.text != "":
		var ok bool
		if both, ok = joinCellDates(start, end); !ok {
			return "", "“" + start.text + "” to “" + end.text + "” is no stretch of time"
		}
	}
	if _, err := edtf.Parse(both.text); err != nil {
		return "", "“" + both.text + "” is not in the calendar"
	}
	if both.fraction != "" {
		r.lose(row.where, "the fraction of a second is left out: %s", both.fraction)
	}
	return both.text, ""
}

// sheetEnds returns the ends of the date of a row, of sheets for all versions of TimelineJS.
func sheetEnds(row *sheetRow, r *tableReader) (start, end cellDate, why string) {
	if r.dates.forced != nil {
		return sheetLegacyEnds(row, r)
	}
	start, left, why := row.point("").date()
	if why != "" {
		return start, end, why
	}
	end, leftAtEnd, why := row.point("End ").date()
	for _, text := range append(left, leftAtEnd...) {
		r.lose(row.where, "“%s” belongs to a date that says no more than the year, or not that: it is left out", text)
	}
	return start, end, why
}

// sheetLegacyEnds returns the ends of the date of a row in the columns “Start Date” and “End Date”, month before day.
func sheetLegacyEnds(row *sheetRow, r *tableReader) (start, end cellDate, why string) {
	for _, side := range []struct {
		column string
		into   *cellDate
	}{{sheetStartDate, &start}, {sheetEndDate, &end}} {
		text := row.cells[side.column]
		if text == "" {
			continue
		}
		date, ok := r.dates.read(text)
		if !ok {
			return start, end, "“" + text + "” is no date that can be read"
		}
		*side.into = date
	}
	return start, end, ""
}
