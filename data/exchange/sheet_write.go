package exchange

import (
	"bytes"
	"strings"

	"dateline/data/edtf"
)

// writeSheet returns a timeline as a sheet: a row of type “title”, then one for each event. Where an event has claims, the
// first that can be is its medium: as a quotation, or the address of its source.
func writeSheet(t *Timeline) ([]byte, []Loss, error) {
	var b bytes.Buffer
	w := &sheetWriter{lanes: map[string]*Lane{}, sources: map[string]*Source{}, shown: map[string]bool{}}
	w.start(&b, ',')
	for i := range t.Lanes {
		w.lanes[t.Lanes[i].ID] = &t.Lanes[i]
	}
	for i := range t.Sources {
		w.sources[t.Sources[i].ID] = &t.Sources[i]
	}
	w.row(false, sheetColumns)
	w.cells(map[string]string{sheetType: sheetTitleType, sheetHeadline: HTMLText(t.Title), sheetText: HTMLText(t.Summary)})
	for i := range t.Events {
		w.event(&t.Events[i])
	}
	w.losses = append(w.losses, w.wholeLosses(t)...)
	err := w.close()
	return b.Bytes(), w.losses, err
}

// sheetWriter writes the rows of a sheet.
type sheetWriter struct {
	tableWriter
	lanes   map[string]*Lane
	sources map[string]*Source
	shown   map[string]bool // lanes and sources that are in the sheet, by “lane ” or “source ” and their identifiers
	ids     IDs             // as reading the sheet makes them
}

// cells writes a row by the names of its columns. Numbers are not guarded: TimelineJS could not read them.
func (w *sheetWriter) cells(row map[string]string) {
	list := make([]string, len(sheetColumns))
	for i, column := range sheetColumns {
		list[i] = row[column]
		if i >= 8 {
			list[i] = guarded(list[i])
		}
	}
	w.tableWriter.row(false, list)
}

// event writes the row of an event.
func (w *sheetWriter) event(e *Event) {
	w.where = "event “" + e.Title + "”"
	row := map[string]string{sheetHeadline: HTMLText(e.Title), sheetText: HTMLText(e.Summary)}
	w.date(row, e.Date)
	for i, id := range e.Lanes {
		lane := w.lanes[id]
		if i > 0 {
			w.lose("", "it is in one lane only; left out is “%s”", laneName(lane))
			continue
		}
		w.shown["lane "+id] = true
		switch {
		case laneName(lane) == sheetEras && row["Year"] != "" && row["End Year"] != "":
			row[sheetType] = sheetEraType
		default:
			row[sheetGroup] = HTMLText(laneName(lane))
		}
	}
	carried := w.medium(row, e)
	w.rest(e, carried)
	w.cells(row)
}

// date writes the date, and as “Display Date” in words where the columns say something else.
func (w *sheetWriter) date(row map[string]string, text string) {
	date, err := edtf.Parse(text)
	if err != nil {
		w.lose("", "its date cannot be read: %s", text)
		return
	}
	start, end, exact := sheetEndsOf(date)
	for prefix, point := range map[string]sheetPoint{"": start, "End ": end} {
		row[prefix+"Year"], row[prefix+"Month"], row[prefix+"Day"], row[prefix+"Time"] = point.year, point.month, point.day, point.time
	}
	if exact {
		return
	}
	row[sheetDisplay] = date.Words()
	if better, left := displayedDate(sheetEDTF(start, end), date.Words()); left == "" && better == text {
		return // reading it gives the same again
	}
	w.lose("", "its date %s (%s) is written as %s, with those words beside it", text, date.Words(), sheetEDTF(start, end))
}

// medium writes the first claim that a medium can be, and returns its index, -1 if there is none.
func (w *sheetWriter) medium(row map[string]string, e *Event) int {
	for i, claim := range e.Claims {
		source := w.sources[claim.Source]
		if source == nil {
			source = &Source{ID: claim.Source}
		}
		name := source.Title
		if name == "" {
			name = source.ID
		}
		switch {
		case claim.Quote != "":
			row[sheetMedia] = "<blockquote>" + HTMLText(claim.Quote) + "<cite>" + HTMLText(name) + "</cite></blockquote>"
		case source.URL != "":
			row[sheetMedia] = source.URL
			if name != source.URL {
				row[sheetCaption] = HTMLText(name)
			}
		default:
			continue
		}
		row[sheetCredit] = HTMLText(source.Author)
		w.shown["source "+source.ID] = true
		w.claimRest(&claim, source)
		return i
	}
	return -1
}

// claimRest reports what a medium cannot hold of a claim.
func (w *sheetWriter) claimRest(claim *Claim, source *Source) {
	if claim.Locator != "" {
		w.lose("", "the place in the source has no column: “%s”", claim.Locator)
	}
	if claim.Date != "" {
		w.lose("", "the date that the source gives has no column: %s", claim.Date)
	}
	if claim.Quote != "" && source.URL != "" {
		w.lose("", "a quotation stands where the address of its source would: %s", source.URL)
	}
}

// rest reports what a sheet has no column for.
func (w *sheetWriter) rest(e *Event, carried int) {
	if id := w.ids.Of(e.Title, "event"); id != e.ID {
		w.lose("", "the identifier has no column: %s", e.ID)
	}
	for _, field := range []struct{ name, text string }{
		{"status", e.Status}, {"people", joinList(e.People)}, {"places", joinList(e.Places)}, {"tags", joinList(e.Tags)},
	} {
		if field.text != "" {
			w.lose("", "the %s has no column: %s", field.name, field.text)
		}
	}
	for i, claim := range e.Claims {
		if i != carried {
			w.lose("", "the claim of %s has no column: “%s”", claim.Source, claim.Quote)
		}
	}
	for _, known := range e.Known {
		w.lose("", "to whom it is known has no column: %s, %s", known.By, known.Date)
	}
	for _, link := range e.Links {
		w.lose("", "the link has no column: %s %s", link.Kind, link.To)
	}
}

// wholeLosses returns what a sheet has no place for, apart from the events.
func (w *sheetWriter) wholeLosses(t *Timeline) []Loss {
	var losses []Loss
	for _, field := range []struct{ name, text string }{{"language", t.Language}, {"span", t.Span}} {
		if field.text != "" {
			losses = append(losses, Loss{"", "the " + field.name + " of the timeline has no place in a sheet: " + field.text})
		}
	}
	var ids IDs
	for i := range t.Lanes {
		lane := &t.Lanes[i]
		where, color := "lane “"+laneName(lane)+"”", strings.TrimSpace(lane.Color+" "+lane.Marker)
		if id := ids.Of(laneName(lane), "lane"); id != lane.ID {
			color = strings.TrimSpace("identifier " + lane.ID + " " + color)
		}
		switch {
		case !w.shown["lane "+lane.ID]:
			losses = append(losses, Loss{where, "it is no event’s first lane, so that it has no place in a sheet"})
		case color != "":
			losses = append(losses, Loss{where, "no place in a sheet: " + color})
		}
	}
	for i := range t.Sources {
		source := &t.Sources[i]
		where := "source " + source.ID
		gone := filledTexts(source.Publisher, source.Published, source.Language, source.File)
		switch {
		case !w.shown[where]:
			losses = append(losses, Loss{where, "it is no event’s medium, so that it has no place in a sheet"})
		case len(gone) > 0:
			losses = append(losses, Loss{where, "no place in a sheet: “" + strings.Join(gone, "”, “") + "”"})
		}
	}
	for i := range t.Disputes {
		losses = append(losses, Loss{"dispute “" + t.Disputes[i].Question + "”", "disputes have no place in a sheet"})
	}
	return losses
}
