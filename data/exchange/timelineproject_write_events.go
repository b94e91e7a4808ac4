package exchange

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"dateline/data"
	"dateline/data/edtf"
)

// tlpEvent is an event as it is written.
type tlpEvent struct {
	*data.Event
	number int // in the timeline
	date   simpleDate
}

// writeEvents writes eras, categories, events and the view. What the program has no time for is only carried along.
func (w *tlpWriter) writeEvents() error {
	var events, eras []*tlpEvent
	var hidden []int
	first, last := int64(math.MaxInt64), int64(math.MinInt64)
	for number := range w.timeline.Events {
		read, err := w.set.Events.At(w.set.Events.InFile(number))
		if err != nil {
			return err
		}
		e := &tlpEvent{&read, number, simple(read.Date)}
		if e.date.from.instant < tlpFirst || e.date.to.instant > tlpLast {
			w.lose(e.Title, "it is left out: the program has only the years -4713 to 9989, and this is dated %s", dateWords(e.Date))
			hidden = append(hidden, number)
			continue
		}
		first, last = min(first, e.date.from.instant), max(last, e.date.to.instant)
		if w.isEra(e) {
			eras = append(eras, e)
		} else {
			events = append(events, e)
		}
	}
	w.parts = findTlpParts(w.set, events)
	w.writeEras(eras)
	w.writeCategories()
	w.WriteString("  <events>\n")
	for _, number := range hidden {
		w.instruction(4, w.carried[number])
	}
	w.writeContainersFirst(events)
	w.WriteString("  </events>\n")
	w.writeView(first, last)
	return nil
}

// isEra reports whether an event can be written as an era: it is in the lane for those, and has only a title and a date
// of days.
func (w *tlpWriter) isEra(e *tlpEvent) bool {
	bare := e.Summary == "" && e.Status == "" && len(e.People)+len(e.Places)+len(e.Tags)+len(e.Claims)+len(e.Known)+len(e.Links) == 0
	return bare && len(e.Lanes) == 1 && w.set.Lanes[e.Lanes[0]].Title == tlpEras && !e.date.about && e.date.lost == "" &&
		e.date.from.precision == edtf.Day
}

func (w *tlpWriter) writeEras(eras []*tlpEvent) {
	if len(eras) == 0 {
		return
	}
	w.WriteString("  <eras>\n")
	for _, e := range eras {
		w.WriteString("    <era>\n")
		w.instruction(6, w.carried[e.number])
		w.element(6, "name", e.Title)
		w.element(6, "start", tlpTimeOf(e.date.from.instant))
		w.element(6, "end", tlpTimeOf(e.date.to.instant))
		w.element(6, "color", tlpColorOf(w.set.Lanes[e.Lanes[0]].Color))
		w.element(6, "ends_today", tlpBool(e.date.open))
		w.WriteString("    </era>\n")
	}
	w.WriteString("  </eras>\n")
}

func tlpBool(value bool) string {
	if value {
		return "True"
	}
	return "False"
}

// writeContainersFirst writes the events in the order in which the program needs them.
func (w *tlpWriter) writeContainersFirst(events []*tlpEvent) {
	for _, container := range []bool{true, false} {
		for _, e := range events {
			if (w.parts.containers[e.ID] != 0) == container {
				w.writeEvent(e)
			}
		}
	}
}

func (w *tlpWriter) writeEvent(e *tlpEvent) {
	note, changed := w.writtenDate(e)
	w.WriteString("    <event>\n")
	w.instruction(6, w.carried[e.number])
	w.element(6, "start", tlpTimeOf(e.date.from.instant))
	w.element(6, "end", tlpTimeOf(e.date.to.instant))
	w.element(6, "text", w.title(e))
	w.element(6, "progress", "0")
	w.element(6, "fuzzy", tlpBool(e.date.about))
	w.element(6, "locked", "False")
	w.element(6, "ends_today", tlpBool(e.date.open))
	w.element(6, "category", w.names[e.Lanes[0]])
	if len(e.Lanes) > 1 {
		w.WriteString("      <categories>\n")
		for _, lane := range e.Lanes[1:] {
			w.element(8, "category", w.names[lane])
		}
		w.WriteString("      </categories>\n")
	}
	if text := evidenceText(w.set, e.Event, changed); text != "" {
		w.element(6, "description", text)
	}
	if labels := slices.DeleteFunc(slices.Clone(e.Tags), func(tag string) bool { return !tlpLabel(tag) }); len(labels) > 0 {
		w.element(6, "labels", strings.Join(labels, " "))
	}
	if addresses := w.addresses(e); len(addresses) > 0 {
		w.element(6, "hyperlink", strings.Join(addresses, ";"))
	}
	w.element(6, "default_color", tlpPlainColor)
	w.WriteString("    </event>\n")
	if note != "" {
		w.lose(e.Title, "%s", note)
	}
	w.loseAside(e)
}

// writtenDate returns what is lost of a date, "" for nothing, and whether it is not written as it is.
func (w *tlpWriter) writtenDate(e *tlpEvent) (note string, changed bool) {
	var why []string
	if e.date.lost != "" {
		why = append(why, e.date.lost)
	}
	written := e.date.String()
	if zone := e.date.from.zone; zone != "" {
		why = append(why, "times have no offset from UTC ("+zone+")")
		e.date.from.zone, e.date.to.zone = "", ""
		written = e.date.String()
	}
	from, to := e.date.from, e.date.to
	if from.precision == edtf.Second && from.instant%60 == 0 && to.instant%60 == 0 {
		why = append(why, "that it is exact to the second is not seen")
	}
	if from.precision != edtf.Day && from.instant%86400 == 0 && to.instant%86400 == 0 {
		why = append(why, "the program does not show midnight as a time")
	}
	if len(why) == 0 {
		return "", false
	}
	return fmt.Sprintf("the date %s is written as %s: %s; Dateline reads it back as it was", e.Date, written, strings.Join(why, ", ")), true
}

// title returns the text of an event with the number of its container.
func (w *tlpWriter) title(e *tlpEvent) string {
	switch container, part := w.parts.containers[e.ID], w.parts.of[e.ID]; {
	case container != 0:
		return "[" + strconv.Itoa(container) + "]" + e.Title
	case part != 0:
		return "(" + strconv.Itoa(part) + ")" + e.Title
	case strings.HasPrefix(e.Title, "(") || strings.HasPrefix(e.Title, "["):
		return " " + e.Title
	}
	return e.Title
}

// addresses returns those of the sources of an event, each once. One with a semicolon cannot be written.
func (w *tlpWriter) addresses(e *tlpEvent) []string {
	if w.parts.containers[e.ID] != 0 {
		return nil // which have no hyperlinks
	}
	var addresses []string
	met := map[string]bool{"": true}
	for _, claim := range e.Claims {
		address := w.set.Sources[claim.Source].URL
		if met[address] {
			continue
		}
		met[address] = true
		if strings.Contains(address, ";") {
			w.lose(e.Title, "the address %s is only in its description: a semicolon parts addresses", address)
			continue
		}
		addresses = append(addresses, address)
	}
	return addresses
}

// loseAside reports what the program does not show of an event, or only as text.
func (w *tlpWriter) loseAside(e *tlpEvent) {
	var also []string
	if len(e.Places) > 0 {
		also = append(also, "its places")
	}
	for _, tag := range e.Tags {
		if !tlpLabel(tag) {
			also = append(also, "the tag “"+tag+"”, because labels are single words")
		}
	}
	links := 0
	for _, link := range e.Links {
		if link.Kind != data.PartOf || w.parts.of[e.ID] == 0 || w.parts.containers[w.set.Events.ID(link.To)] != w.parts.of[e.ID] {
			links++
		}
	}
	if links > 0 {
		also = append(also, "its links")
	}
	asText, unseen := aside(e.Event, also...)
	w.losses = append(w.losses, asideLosses(e.Title, asText, unseen)...)
}
