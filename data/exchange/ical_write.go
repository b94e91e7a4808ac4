package exchange

import (
	"fmt"
	"strings"

	ics "github.com/arran4/golang-ical"

	"dateline/data"
	"dateline/data/edtf"
)

// icalWriter writes a timeline as a calendar.
type icalWriter struct {
	calendar *ics.Calendar
	timeline *Timeline
	set      *data.Set
	losses   []Loss
	carried  []string
	domain   string // of the identifiers
}

// writeICalendar writes a calendar.
func writeICalendar(t *Timeline) (content []byte, losses []Loss, err error) {
	set, err := asSet(t)
	if err != nil {
		return nil, nil, err
	}
	whole, carried, err := carry(t)
	if err != nil {
		return nil, nil, err
	}
	defer func() { // the library counts bytes by characters, of which a text could have others
		if fault := recover(); fault != nil {
			content, losses, err = nil, nil, fmt.Errorf("the calendar could not be written: %v", fault)
		}
	}()
	w := &icalWriter{calendar: ics.NewCalendar(), timeline: t, set: set, carried: carried}
	w.domain = ".dateline.invalid"
	if name := slug(t.Title); name != "" {
		w.domain = name + w.domain
	} else {
		w.domain = "timeline" + w.domain
	}
	w.writeCalendar(whole)
	for number := range t.Events {
		event, err := set.Events.At(set.Events.InFile(number))
		if err != nil {
			return nil, nil, err
		}
		w.writeEvent(&event, number)
	}
	var b strings.Builder
	if err := w.calendar.SerializeTo(&b, ics.WithNewLine("\r\n"), ics.WithLineLength(75)); err != nil {
		return nil, nil, err
	}
	return []byte(b.String()), w.losses, nil
}

// writeCalendar writes what is said of the whole.
func (w *icalWriter) writeCalendar(whole string) {
	w.calendar.CalendarProperties = nil
	w.calendar.SetVersion("2.0")
	w.calendar.SetProductId("-//Dateline//Dateline//EN")
	w.calendar.SetCalscale("GREGORIAN")
	w.calendar.SetName(icalText(w.timeline.Title))
	if w.timeline.Summary != "" {
		w.calendar.SetDescription(icalText(w.timeline.Summary))
		w.calendar.SetXWRCalDesc(icalText(w.timeline.Summary))
	}
	w.property(icalTimeline, whole)
	var also []string
	for i := range w.set.Lanes {
		if w.timeline.Lanes[i].Color != "" || w.timeline.Lanes[i].Marker != "" {
			also = []string{"the colours and markers of lanes"}
		}
	}
	w.losses = timelineLosses(w.timeline, also...)
}

// property adds a property to the calendar.
func (w *icalWriter) property(name, value string) {
	w.calendar.CalendarProperties = append(w.calendar.CalendarProperties, ics.CalendarProperty{
		BaseProperty: ics.BaseProperty{IANAToken: name, ICalParameters: map[string][]string{}, Value: value},
	})
}

// icalText returns a text without the characters that calendars do not have.
func icalText(text string) string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0x7f {
			return '\ufffd'
		}
		return r
	}, text)
}

func (w *icalWriter) writeEvent(e *data.Event, number int) {
	period, ok := icalWritten(e.Date)
	if !ok {
		w.losses = append(w.losses, Loss{
			eventPlace(e.Title), "it is left out: calendars have only the years 1 to 9999, and this is dated " + dateWords(e.Date),
		})
		w.property(icalEvent, w.carried[number])
		return
	}
	event := w.calendar.AddEvent(e.ID + "@" + w.domain)
	add := func(name, value string, params ...ics.PropertyParameter) {
		if value != "" {
			event.AddProperty(ics.ComponentProperty(name), value, params...)
		}
	}
	changed := w.loseDate(e, period)
	add("DTSTAMP", "19700101T000000Z") // the same file each time
	writePeriod(period, add)
	add("SUMMARY", icalText(e.Title))
	add("DESCRIPTION", icalText(evidenceText(w.set, e, changed)))
	w.writeCategories(e, event)
	add("LOCATION", icalText(strings.Join(e.Places, "; ")))
	add("URL", w.address(e))
	add("TRANSP", "TRANSPARENT") // nobody is busy for the years of a chronology
	add(icalEDTF, e.Date.String())
	add(icalEvent, w.carried[number])
	w.loseAside(e)
}

// writePeriod writes when an event is. Without a DTEND it lasts its day, or no time at all.
func writePeriod(p icalPeriod, add func(name, value string, params ...ics.PropertyParameter)) {
	if p.start.precision == edtf.Day {
		add("DTSTART", icalStampText(p.start.instant)[:8], ics.WithValue("DATE"))
		add("DTEND", icalStampText(p.end.instant + 86400)[:8], ics.WithValue("DATE"))
		return
	}
	suffix := ""
	if p.start.moment.zone != "" {
		suffix = "Z"
	}
	add("DTSTART", icalStampText(p.start.utc)+suffix)
	if p.hasEnd {
		add("DTEND", icalStampText(p.end.utc)+suffix)
	}
}

// icalStampText returns an instant as calendars write it.
func icalStampText(instant int64) string {
	year, month, day, hour, minute, second := edtf.Civil(instant)
	return fmt.Sprintf("%04d%02d%02dT%02d%02d%02d", year, month, day, hour, minute, second)
}

// writeCategories writes the lanes, where there are several, and the tags. The library would write a comma within one of
// them as one between them.
func (w *icalWriter) writeCategories(e *data.Event, event *ics.VEvent) {
	var list []string
	if len(w.set.Lanes) > 1 {
		for _, lane := range e.Lanes {
			list = append(list, w.set.Lanes[lane].Title)
		}
	}
	for _, category := range distinct(append(list, e.Tags...)) {
		event.AddProperty(ics.ComponentPropertyCategories, icalText(category))
	}
}

// address returns the first address among the sources of an event: calendars have one.
func (w *icalWriter) address(e *data.Event) string {
	for _, claim := range e.Claims {
		if address := w.set.Sources[claim.Source].URL; address != "" {
			return address
		}
	}
	return ""
}

// loseDate reports what a calendar does not say of a date, and whether there is anything.
func (w *icalWriter) loseDate(e *data.Event, p icalPeriod) (changed bool) {
	s := simple(e.Date)
	var why []string
	if s.lost != "" {
		why = append(why, s.lost)
	} else if e.Date.Approximate() {
		why = append(why, "it is approximate")
	}
	if s.open {
		why = append(why, "it is still open")
	}
	if zone := s.from.zone; zone != "" && zone != "Z" {
		why = append(why, "the time is written in UTC, not with "+zone)
	}
	if s.from.precision == edtf.Second && s.from.instant%60 == 0 && s.to.instant%60 == 0 {
		why = append(why, "that it is exact to the second is not seen")
	}
	if len(why) == 0 {
		return false
	}
	written := p.start.moment
	written.instant, written.zone = p.start.utc, ""
	last := p.end.moment
	last.instant, last.zone = p.end.utc, ""
	w.losses = append(w.losses, Loss{eventPlace(e.Title), fmt.Sprintf("the date %s is written as %s: %s; X-EDTF has it as it is",
		e.Date, dateBetween(written.String(), last.String()), strings.Join(why, ", "))})
	return true
}

// loseAside reports what other programs do not show of an event, or only as text.
func (w *icalWriter) loseAside(e *data.Event) {
	var also []string
	if len(e.Links) > 0 {
		also = []string{"its links"}
	}
	asText, unseen := aside(e, also...)
	w.losses = append(w.losses, asideLosses(e.Title, asText, unseen)...)
}
