package exchange

import (
	"bytes"
	"encoding/json"
	"strings"

	"dateline/data/edtf"
)

// slidesFile is TimelineJS's JSON as it is written.
type slidesFile struct {
	Scale  string    `json:"scale,omitempty"`
	Title  slideHead `json:"title"`
	Events []slide   `json:"events"`
	Eras   []slide   `json:"eras,omitempty"`
	Own    ownWhole  `json:"dateline"`
}

type slideHead struct {
	Text slideText `json:"text"`
}

type slideText struct {
	Headline string `json:"headline"`
	Text     string `json:"text,omitempty"`
}

type slide struct {
	ID      string      `json:"unique_id"`
	Start   slideDate   `json:"start_date"`
	End     *slideDate  `json:"end_date,omitempty"`
	Display string      `json:"display_date,omitempty"`
	Text    slideText   `json:"text"`
	Media   *slideMedia `json:"media,omitempty"`
	Group   string      `json:"group,omitempty"`
	Own     *Event      `json:"dateline,omitempty"`
}

type slideDate struct {
	Year   int64 `json:"year"`
	Month  int   `json:"month,omitempty"`
	Day    int   `json:"day,omitempty"`
	Hour   *int  `json:"hour,omitempty"`
	Minute *int  `json:"minute,omitempty"`
	Second *int  `json:"second,omitempty"`
}

type slideMedia struct {
	URL    string `json:"url"`
	Credit string `json:"credit,omitempty"`
	Link   string `json:"link,omitempty"`
}

// The years that TimelineJS holds on its human scale.
const firstHumanYear, lastHumanYear = -271_820, 275_759

// writeTimelineJS writes a timeline for TimelineJS 3. It is an error if a date is not one.
func writeTimelineJS(t *Timeline) ([]byte, []Loss, error) {
	file := slidesFile{
		Title:  slideHead{slideText{HTMLText(t.Title), HTMLText(t.Summary)}},
		Events: []slide{}, Own: ownOf(t), Scale: "human",
	}
	unshown := unshownBy{program: "TimelineJS", show: showSlides(t), claims: slideClaims}
	w := newSlideWriter(t)
	for i := range t.Events {
		s, err := w.slide(&t.Events[i])
		if err != nil {
			return nil, nil, err
		}
		for _, date := range []*slideDate{&s.Start, s.End} {
			if date != nil && (date.Year < firstHumanYear || date.Year > lastHumanYear) {
				file.Scale = "cosmological"
			}
		}
		s.Own = &t.Events[i]
		if w.isEra(&t.Events[i]) {
			s.Group = ""
			file.Eras = append(file.Eras, s)
		} else {
			file.Events = append(file.Events, s)
		}
		unshown.event(&t.Events[i])
	}
	unshown.whole(t, true)
	content, err := writeJSON(file)
	return content, unshown.losses, err
}

// writeJSON writes JSON with an indentation of two spaces, characters as themselves and a line break at the end.
func writeJSON(value any) ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	err := encoder.Encode(value)
	return b.Bytes(), err
}

// slideWriter makes slides of events.
type slideWriter struct {
	lanes   map[string]string // titles
	sources map[string]*Source
}

func newSlideWriter(t *Timeline) *slideWriter {
	return &slideWriter{titlesOfLanes(t), sourcesByID(t)}
}

// slide returns an event's slide, without Dateline's own field.
func (w *slideWriter) slide(e *Event) (slide, error) {
	span, err := spanOfEvent(e)
	if err != nil {
		return slide{}, err
	}
	s := slide{ID: e.ID, Text: slideText{HTMLText(e.Title), HTMLText(e.Summary)}, Group: HTMLText(homeLane(e, w.lanes))}
	switch {
	case span.noFrom:
		s.Start = slideDateOf(span.to)
	default:
		s.Start = slideDateOf(span.from)
		if !span.noTo && !span.single() {
			end := slideDateOf(span.to)
			s.End = &end
		}
	}
	if !span.exact {
		date, _ := edtf.Parse(e.Date)
		s.Display = HTMLText(date.Words())
	}
	if i := slideClaims(e); i >= 0 {
		s.Media = w.media(&e.Claims[i])
	}
	return s, nil
}

// isEra reports whether an event is what TimelineJS has eras for, which only have a headline, a start and an end.
func (w *slideWriter) isEra(e *Event) bool {
	span, _ := spanOf(e.Date)
	return homeLane(e, w.lanes) == erasLane && span.interval && span.exact && e.Summary == "" && slideClaims(e) < 0
}

// slideClaims returns the index of the claim that is shown beside an event, or -1.
func slideClaims(e *Event) int {
	for i := range e.Claims {
		if strings.TrimSpace(e.Claims[i].Quote) != "" {
			return i
		}
	}
	return -1
}

// media returns a claim as TimelineJS shows quotations.
func (w *slideWriter) media(claim *Claim) *slideMedia {
	media := &slideMedia{URL: "<blockquote>" + HTMLText(claim.Quote) + "</blockquote>"}
	if source := w.sources[claim.Source]; source != nil {
		media.Credit = HTMLText(sourceLine(source))
		if isWebAddress(source.URL) {
			media.Link = source.URL
		}
	}
	return media
}

func slideDateOf(t civilTime) slideDate {
	d := slideDate{Year: slideYear(t.year)}
	if t.precision <= edtf.Month {
		d.Month = t.month
	}
	if t.precision <= edtf.Day {
		d.Day = t.day
	}
	for _, part := range []struct {
		precision edtf.Precision
		value     int
		into      **int
	}{{edtf.Hour, t.hour, &d.Hour}, {edtf.Minute, t.minute, &d.Minute}, {edtf.Second, t.second, &d.Second}} {
		if t.precision <= part.precision {
			*part.into = &part.value
		}
	}
	return d
}

// showSlides returns what is read of the slides of a timeline's events.
func showSlides(t *Timeline) func(e *Event) shownItem {
	w := newSlideWriter(t)
	return func(e *Event) shownItem {
		var shown shownItem
		written, err := w.slide(e)
		if err != nil {
			return shown
		}
		if node, err := nodeOf(written); err == nil {
			r := slideReader{}
			shown = r.slide(node)
			shown.rest(node, "")
		}
		return shown
	}
}
