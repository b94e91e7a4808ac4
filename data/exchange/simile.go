package exchange

import (
	"bytes"
	"errors"
	"fmt"
	"html"
	"strings"
)

// Simile is the data of SIMILE Timeline (simile-widgets.org), as JSON or XML.
//
// An event without an end is a date. One with an end lasts from its start to its end, or it is some time between them: by
// “durationEvent” or “isDuration”; without either it lasts in JSON, and does not in XML, as in SIMILE. (“isDuration” is
// taken at its word; SIMILE turns it round in JSON.) Some time between two is the year, month or day that they begin and
// end, else a set, [start..end]. latestStart and earliestEnd say within what something that lasts begins and ends: that
// becomes the year, month or day that it is, else the smallest one, or decade, that holds both, which is a loss.
// A lasting event without an end has an end that is not known.
//
// Dates are ISO 8601, years such as “1890” and “500 BC”, or what JavaScript’s Date.parse reads. An event whose times are
// all midnight is read as whole days. The description is the summary, a link a source with a claim. The colour of events is
// that of their lane if all have the same.
//
// It is written as JSON, with dates in ISO 8601 and the imprecision of dates as far as SIMILE can show it. What it has no
// place for is in fields “dateline”, which it ignores.
var Simile = Format{
	Name: "simile", Title: "SIMILE Timeline (JSON, XML)", Extensions: []string{".json", ".xml"},
	Detect: detectSimile, Read: readSimile, Write: writeSimile,
}

func detectSimile(content []byte) int {
	if beginsXML(content) {
		return detectSimileXML(content)
	}
	shape := shapeOf(content)
	switch {
	case !shape.root["events"], shape.root["lanes"], shape.item["start_date"]:
		return 0
	case shape.root["dateTimeFormat"]:
		return 95
	case hasAny(shape.root, "wikiURL", "wiki-url") && hasAny(shape.item, "start", "s"):
		return 90
	case shape.item["start"] && hasAny(shape.item, "durationEvent", "isDuration", "latestStart", "earliestEnd"):
		return 90
	case shape.item["start"] && shape.item["title"]:
		return 60
	}
	return 0
}

// readSimile reads SIMILE's data. The error has line and column where the file is neither JSON nor XML.
func readSimile(content []byte) (*Result, error) {
	var root *jsonNode
	var notes []string
	var err error
	r := simileReader{xml: beginsXML(content)}
	if r.xml {
		root, notes, err = readSimileXML(content)
	} else {
		root, notes, err = readJSON(content)
	}
	if err != nil {
		return nil, err
	}
	events := root.get("events")
	if events == nil || events.kind != jsonArray {
		return nil, errors.New("this is not a timeline of SIMILE: it has no list “events”")
	}
	f := &shownFile{notes: notes}
	if format := root.words("dateTimeFormat"); format != "" && !isISO(format) && !strings.EqualFold(format, "Gregorian") {
		f.head.lose("the dateTimeFormat “%s” is not known: dates are read by how they are written", shortened(format))
	}
	f.readOwnWhole(root)
	f.head.title = root.words("title")
	for _, event := range events.elements() {
		shown := r.event(event)
		f.readOwnEvent(&shown, event)
		shown.rest(event, "")
		f.items = append(f.items, shown)
	}
	f.head.rest(root, "")
	r.colorLane(f)
	return f.timeline(showSimile), nil
}

// isISO reports whether a dateTimeFormat is ISO 8601.
func isISO(format string) bool {
	return strings.ReplaceAll(strings.ToLower(format), " ", "") == "iso8601"
}

// beginsXML reports whether a file begins as XML does.
func beginsXML(content []byte) bool {
	text := bytes.TrimLeft(bytes.TrimPrefix(content, []byte("\ufeff")), " \t\r\n")
	return bytes.HasPrefix(text, []byte("<"))
}

// simileReader reads events.
type simileReader struct {
	xml    bool
	colors map[string]bool // of all events, "" where one has none that can be read
}

// firstField returns the first of several names of a field that says something.
func firstField(event *jsonNode, names ...string) string {
	for _, name := range names {
		if event.has(name) {
			return event.words(name)
		}
	}
	return ""
}

// event reads an event but its unknown fields.
func (r *simileReader) event(event *jsonNode) shownItem {
	var shown shownItem
	if !event.isObject() {
		shown.lose("it is not an event: %s", shortened(string(event.raw)))
		return shown
	}
	shown.id = firstField(event, "id", "eventID", "eid")
	shown.title = oneLine(namedEntities(firstField(event, "title", "t")))
	shown.summary = shown.plain("the description", namedEntities(firstField(event, "description", "d")))
	r.dates(&shown, event)
	r.color(&shown, event.words("color"))
	if link := event.words("link"); isWebAddress(link) {
		shown.evidence = []shownEvidence{{source: Source{Title: link, URL: link}}}
	} else if link != "" {
		shown.lose("its link is not an address of the web: “%s”", shortened(link))
	}
	return shown
}

// namedEntities returns a text with its named entities decoded, which SIMILE does before anything else; it leaves the
// numeric ones to the browser.
func namedEntities(text string) string {
	return html.UnescapeString(strings.ReplaceAll(text, "&#", "&amp;#"))
}

// color takes the colour of an event.
func (r *simileReader) color(shown *shownItem, written string) {
	color, ok := readColor(written)
	if r.colors == nil {
		r.colors = map[string]bool{}
	}
	r.colors[color] = true
	if ok {
		shown.lose("%s", colorLoss(color))
	} else if written != "" {
		shown.lose("its colour “%s” is none that Dateline reads", shortened(written))
	}
}

func colorLoss(color string) string {
	return fmt.Sprintf("its colour %s is left out: in Dateline lanes have colours", color)
}

// colorLane gives the lane the colour that all events have, if it is the same.
func (r *simileReader) colorLane(f *shownFile) {
	if len(r.colors) != 1 || r.colors[""] || f.own != nil {
		return
	}
	for color := range r.colors {
		f.lanes = []Lane{{Title: plainLane, Color: color}}
		for i := range f.items {
			losses := f.items[i].losses[:0]
			for _, what := range f.items[i].losses {
				if what != colorLoss(color) {
					losses = append(losses, what)
				}
			}
			f.items[i].losses = losses
		}
	}
}
