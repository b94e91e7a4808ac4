package exchange

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"

	"dateline/data/edtf"
)

// tableWriter writes the rows of a table, and collects what it cannot hold.
type tableWriter struct {
	csv    *csv.Writer
	lanes  map[string]string // what stands for a lane
	where  string            // the event that is written
	losses []Loss
}

func (w *tableWriter) start(to io.Writer, delimiter rune) {
	w.csv = csv.NewWriter(to)
	w.csv.Comma = delimiter
}

// row writes cells, guarded against being taken for formulas if so said.
func (w *tableWriter) row(guard bool, cells []string) {
	for i, cell := range cells {
		cells[i] = w.plain(cell)
		if guard {
			cells[i] = guarded(cells[i])
		}
	}
	if err := w.csv.Write(cells); err != nil {
		w.lose("", "the row cannot be written: %v", err)
	}
}

func (w *tableWriter) lose(where, format string, values ...any) {
	if where == "" {
		where = w.where
	}
	w.losses = append(w.losses, Loss{where, fmt.Sprintf(format, values...)})
}

// plain returns a cell without what tables cannot hold.
func (w *tableWriter) plain(cell string) string {
	if strings.Contains(cell, "\r\n") {
		w.lose("", "carriage returns at the ends of lines are left out")
		for strings.Contains(cell, "\r\n") {
			cell = strings.ReplaceAll(cell, "\r\n", "\n")
		}
	}
	if strings.Contains(cell, "\x00") {
		w.lose("", "zero characters are written as �")
		cell = strings.ReplaceAll(cell, "\x00", "�")
	}
	return cell
}

// close returns an error if any row could not be written.
func (w *tableWriter) close() error {
	w.csv.Flush()
	if err := w.csv.Error(); err != nil {
		return fmt.Errorf("write the table: %w", err)
	}
	return nil
}

// laneCell returns the titles of the lanes of an event.
func (w *tableWriter) laneCell(e *Event) string {
	titles := make([]string, len(e.Lanes))
	for i, id := range e.Lanes {
		titles[i] = w.lanes[id]
	}
	return joinList(titles)
}

// laneTitles returns what stands for each lane: its title, or its identifier where it has none or another lane has the same.
func laneTitles(lanes []Lane) map[string]string {
	count := make(map[string]int)
	for i := range lanes {
		count[lanes[i].ID]++
		if lanes[i].Title != lanes[i].ID {
			count[lanes[i].Title]++
		}
	}
	titles := make(map[string]string, len(lanes))
	for _, lane := range lanes {
		titles[lane.ID] = lane.ID
		if strings.TrimSpace(lane.Title) != "" && count[lane.Title] == 1 {
			titles[lane.ID] = lane.Title
		}
	}
	return titles
}

// wordsOf returns a date in words.
func wordsOf(date string) string {
	read, err := edtf.Parse(date)
	if err != nil {
		return ""
	}
	return read.Words()
}

// tableLosses returns what a table of events has no place for, apart from the events.
func tableLosses(t *Timeline) []Loss {
	var losses []Loss
	for _, field := range []struct{ name, text string }{
		{"title", t.Title}, {"summary", t.Summary}, {"language", t.Language}, {"span", t.Span},
	} {
		if field.text != "" {
			losses = append(losses, Loss{"", "the " + field.name + " of the timeline has no place in a table: “" + field.text + "”"})
		}
	}
	losses = append(losses, laneLosses(t, laneTitles(t.Lanes))...)
	losses = append(losses, sourceLosses(t)...)
	for i := range t.Disputes {
		losses = append(losses, Loss{"dispute “" + t.Disputes[i].Question + "”", "disputes have no place in a table"})
	}
	return losses
}

// laneLosses returns what is lost of lanes of which the events say only the titles.
func laneLosses(t *Timeline, titles map[string]string) []Loss {
	order := make(map[string]int) // of the lanes as the events name them
	for i := range t.Events {
		for _, id := range t.Events[i].Lanes {
			if _, there := order[id]; !there {
				order[id] = len(order)
			}
		}
	}
	var losses []Loss
	kept := 0
	for i := range t.Lanes {
		lane := &t.Lanes[i]
		where := "lane “" + laneName(lane) + "”"
		at, there := order[lane.ID]
		var gone []string
		switch {
		case !there:
			losses = append(losses, Loss{where, "no event is in the lane, so that it has no place in a table"})
			continue
		case at != kept:
			gone = append(gone, "its place among the lanes")
		}
		kept++
		if lane.Title != "" && titles[lane.ID] != lane.Title {
			gone = append(gone, "its title, which another has too")
		}
		if lane.Color != "" {
			gone = append(gone, "its colour "+lane.Color)
		}
		if lane.Marker != "" {
			gone = append(gone, "its marker "+lane.Marker)
		}
		if len(gone) > 0 {
			losses = append(losses, Loss{where, "no place in a table: " + strings.Join(gone, ", ")})
		}
	}
	return losses
}

func laneName(lane *Lane) string {
	if lane.Title == "" {
		return lane.ID
	}
	return lane.Title
}

// sourceLosses returns what is lost of sources of which the claims say only the identifiers.
func sourceLosses(t *Timeline) []Loss {
	cited := make(map[string]bool)
	for i := range t.Events {
		for _, claim := range t.Events[i].Claims {
			cited[claim.Source] = true
		}
	}
	var losses []Loss
	for _, source := range t.Sources {
		var gone []string
		for _, field := range []struct{ name, text string }{
			{"title", source.Title},
			{"publisher", source.Publisher},
			{"author", source.Author},
			{"date", source.Published},
			{"language", source.Language},
			{"address", source.URL},
			{"file", source.File},
		} {
			if field.text != "" {
				gone = append(gone, field.name+" “"+field.text+"”")
			}
		}
		where := "source " + source.ID
		switch {
		case !cited[source.ID]:
			losses = append(losses, Loss{where, "no event has a claim of it, so that it has no place in a table"})
		case len(gone) > 0:
			losses = append(losses, Loss{where, "only its identifier is kept; no place in a table: " + strings.Join(gone, ", ")})
		}
	}
	return losses
}
