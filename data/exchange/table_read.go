package exchange

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"dateline/data"
)

// tableReader makes events of the rows of a table.
type tableReader struct {
	guarded   bool   // the table is one of Dateline's own: cells that a spreadsheet would take for formulas are guarded
	title     string // of the timeline
	exact     bool   // Dateline wrote the table: spaces around texts are theirs, and commas part nothing
	keepClock bool   // midnight is a time like any other
	longTitle int    // a title of more characters, or of several lines, goes into the summary and is cut; 0: never

	dates   dateForms
	commas  map[Field]bool
	ids     IDs
	lanes   tableLanes
	sources tableSources
	renamed map[string]string // identifiers of rows that could not stay as they are
	events  []Event
	said
}

func newTableReader() *tableReader {
	return &tableReader{title: untitled, commas: map[Field]bool{}, renamed: map[string]string{}}
}

// lose reports a loss.
// read makes events of records and returns them as a timeline.
func (r *tableReader) read(records []*tableRecord) (*Result, error) {
	r.prepare(records)
	for _, rec := range records {
		if event, ok := r.event(rec); ok {
			r.events = append(r.events, event)
		}
	}
	if len(r.events) == 0 && len(records) > 0 {
		return nil, fmt.Errorf("no row of the table has a date that can be read; the first: %s", r.firstLoss())
	}
	r.link()
	r.notes = append(r.notes, r.dates.notes()...)
	return &Result{
		Timeline: &Timeline{Format: 1, Title: r.title, Lanes: r.lanes.all(), Sources: r.sources.list, Events: r.events},
		Losses:   r.losses, Notes: r.notes,
	}, nil
}

func (r *tableReader) firstLoss() string {
	for _, loss := range r.losses {
		if strings.HasPrefix(loss.What, notTaken) {
			return loss.String()
		}
	}
	return "there is none"
}

// prepare looks through all records for what decides how each is read.
func (r *tableReader) prepare(records []*tableRecord) {
	var dates []string
	lists := map[Field][]string{}
	for _, rec := range records {
		for _, field := range []Field{FieldDate, FieldStart, FieldEnd} {
			dates = append(dates, rec.texts(field)...)
		}
		for _, field := range []Field{FieldTags, FieldPeople} {
			lists[field] = append(lists[field], rec.texts(field)...)
		}
		if id := rec.first(FieldID); id != "" && r.ids.keep(id) {
			rec.id = id
		}
		r.decodeEvidence(rec)
	}
	r.dates.decide(dates)
	if r.keepClock {
		r.dates.noClock = false
	}
	for _, field := range []Field{FieldPeople, FieldTags} {
		cells := lists[field]
		if !r.exact && !r.commas[field] && commaLists(field, cells) {
			r.commas[field] = true
			r.notes = append(r.notes, fmt.Sprintf("Commas part several %s in a cell.", field))
		}
	}
}

const notTaken = "the row is not taken: "

// event makes an event of a record; it reports false where that has no date that can be read.
func (r *tableReader) event(rec *tableRecord) (Event, bool) {
	date, why := r.date(rec)
	if why != "" {
		r.lose(rec.where, "%s%s; its title is “%s”", notTaken, why, shortened(rec.first(FieldTitle)))
		return Event{}, false
	}
	e := Event{
		Date:   date,
		Lanes:  r.lanes.of(r.list(rec, FieldLane), r.list(rec, FieldLaneID)),
		People: r.list(rec, FieldPeople), Places: r.list(rec, FieldPlaces), Tags: r.list(rec, FieldTags),
		Status: r.status(rec),
		Claims: append(rec.claims, r.claims(rec)...), Known: rec.known, Links: rec.links,
	}
	title := rec.take(FieldTitle)
	e.Title, e.Summary = r.texts(rec, title)
	e.ID = r.identifier(rec, e.Title)
	return e, true
}

// list returns the texts of all cells of a field.
func (r *tableReader) list(rec *tableRecord, field Field) []string {
	var list []string
	for _, text := range rec.texts(field) {
		list = append(list, splitList(text, r.commas[field])...)
	}
	return list
}

// status returns the status if the cell says one; else the cell is a detail.
func (r *tableReader) status(rec *tableRecord) string {
	said := strings.ToLower(rec.first(FieldStatus))
	for _, status := range data.Statuses {
		if said == string(status) {
			rec.take(FieldStatus)
			return said
		}
	}
	rec.demote(FieldStatus)
	return ""
}

// identifier returns the identifier of an event, one that is made of the title where there is none or it cannot stay.
func (r *tableReader) identifier(rec *tableRecord, title string) string {
	if rec.id != "" {
		return rec.id
	}
	written := rec.first(FieldID)
	if written == "" {
		return r.ids.Of(title, "event")
	}
	id := r.ids.Of(written, "event")
	if _, twice := r.renamed[written]; !twice && !identifierForm.MatchString(written) {
		r.renamed[written] = id
	}
	r.lose(rec.where, "the identifier “%s” becomes “%s”", written, id)
	return id
}

// texts returns the title, and the summary with the details behind it. An event without a title gets the beginning of its
// summary as one.
func (r *tableReader) texts(rec *tableRecord, title string) (string, string) {
	parts := rec.texts(FieldSummary)
	if !r.exact {
		title = strings.TrimSpace(title)
		for i, part := range parts {
			parts[i] = strings.TrimSpace(part)
		}
	}
	if r.longTitle > 0 && (utf8.RuneCountInString(title) > r.longTitle || strings.Contains(title, "\n")) {
		parts = append([]string{title}, parts...)
		title = cutTitle(title)
	}
	if strings.TrimSpace(title) == "" {
		title = cutTitle(strings.Join(parts, "\n"))
	}
	var details []string
	for _, cell := range rec.cells[FieldDetail] {
		details = append(details, cell.name+": "+strings.TrimSpace(cell.text))
	}
	if len(details) > 0 {
		parts = append(parts, strings.Join(details, "\n"))
	}
	return title, strings.Join(parts, "\n\n")
}

// titleLength is how many characters of a text are taken as a title.
const titleLength = 120

// cutTitle returns the first line of a text, cut at a word where it is long, to be a title.
func cutTitle(text string) string {
	line, rest, _ := strings.Cut(strings.TrimSpace(text), "\n")
	line = strings.TrimSpace(line)
	switch runes := []rune(line); {
	case line == "":
		return "Untitled"
	case len(runes) > titleLength:
		line = string(runes[:titleLength])
		if at := strings.LastIndexByte(line, ' '); at > len(line)/2 {
			line = line[:at]
		}
		return line + "…"
	case rest != "":
		return line + " …"
	}
	return line
}
