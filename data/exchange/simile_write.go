package exchange

import (
	"strings"

	"dateline/data/edtf"
)

// simileFile is SIMILE's JSON as it is written.
type simileFile struct {
	Format string        `json:"dateTimeFormat"`
	Events []simileEvent `json:"events"`
	Own    ownWhole      `json:"dateline"`
}

type simileEvent struct {
	ID          string `json:"id"`
	Start       string `json:"start"`
	LatestStart string `json:"latestStart,omitempty"`
	EarliestEnd string `json:"earliestEnd,omitempty"`
	End         string `json:"end,omitempty"`
	Duration    bool   `json:"durationEvent"`
	Title       string `json:"title"`
	Description string `json:"description,omitempty"`
	Link        string `json:"link,omitempty"`
	Color       string `json:"color,omitempty"`
	Own         *Event `json:"dateline,omitempty"`
}

// simileYears are the years that SIMILE reads in ISO 8601.
var simileYears = scriptYears{-9999, 9999, 4}

// writeSimile writes a timeline as SIMILE's JSON. It is an error if a date is not one.
func writeSimile(t *Timeline) ([]byte, []Loss, error) {
	file := simileFile{Format: "iso8601", Events: []simileEvent{}, Own: ownOf(t)}
	unshown := unshownBy{program: "SIMILE", show: showSimile(t), claims: func(*Event) int { return -1 }}
	w := newSimileWriter(t)
	for i := range t.Events {
		event, err := w.event(&t.Events[i])
		if err != nil {
			return nil, nil, err
		}
		event.Own = &t.Events[i]
		file.Events = append(file.Events, event)
		unshown.event(&t.Events[i])
	}
	unshown.whole(t, false)
	content, err := writeJSON(file)
	return content, unshown.losses, err
}

// simileWriter makes SIMILE's events.
type simileWriter struct {
	colors  map[string]string // of lanes
	sources map[string]*Source
}

func newSimileWriter(t *Timeline) *simileWriter {
	w := &simileWriter{map[string]string{}, sourcesByID(t)}
	for _, lane := range t.Lanes {
		w.colors[lane.ID] = lane.Color
	}
	return w
}

// event returns an event as SIMILE has it, without Dateline's own field.
func (w *simileWriter) event(e *Event) (simileEvent, error) {
	event := simileEvent{ID: e.ID, Title: e.Title, Description: numericText(e.Summary)}
	if len(e.Lanes) > 0 {
		event.Color = w.colors[e.Lanes[0]]
	}
	for i := range e.Claims {
		if source := w.sources[e.Claims[i].Source]; source != nil && isWebAddress(source.URL) {
			event.Link = source.URL
			break
		}
	}
	span, err := spanOfEvent(e)
	if err != nil {
		return event, err
	}
	event.span(&span)
	return event, nil
}

// span sets the dates of an event. SIMILE wants start, latestStart, earliestEnd and end in this order.
func (e *simileEvent) span(s *civilSpan) {
	e.Duration = s.interval
	from, to := s.from, s.to
	switch {
	case s.noFrom:
		from = to
	case s.noTo:
		e.Start = scriptTime(from, simileYears)
		return
	}
	e.Start = scriptTime(from, simileYears)
	if from == to && (from.precision == edtf.Day || from.precision <= edtf.Minute) {
		return
	}
	e.End = scriptTime(lastSecond(to), simileYears)
	if !s.interval || s.noFrom {
		return
	}
	latest, earliest := lastSecond(s.fromLast), s.toFirst
	_, begun := latest.bounds()
	if ending, _ := earliest.bounds(); begun > ending {
		return
	}
	if s.from.precision > edtf.Day || s.from != s.fromLast {
		e.LatestStart = scriptTime(latest, simileYears)
	}
	if s.to.precision > edtf.Day || s.to != s.toFirst {
		e.EarliestEnd = scriptTime(earliest, simileYears)
	}
}

var numericEntities = strings.NewReplacer("&amp;", "&#38;", "&lt;", "&#60;", "&gt;", "&#62;")

// numericText is HTMLText with numeric entities, as SIMILE decodes named ones before it reads the HTML.
func numericText(text string) string {
	return numericEntities.Replace(HTMLText(text))
}

// showSimile returns what is read of SIMILE's events for those of a timeline.
func showSimile(t *Timeline) func(e *Event) shownItem {
	w := newSimileWriter(t)
	return func(e *Event) shownItem {
		var shown shownItem
		written, err := w.event(e)
		if err != nil {
			return shown
		}
		if node, err := nodeOf(written); err == nil {
			r := simileReader{}
			shown = r.event(node)
			shown.rest(node, "")
		}
		return shown
	}
}
