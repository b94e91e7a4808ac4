package exchange

import (
	"fmt"
	"slices"
	"strings"
)

// icalReader makes a timeline of calendars.
type icalReader struct {
	timeline *Timeline
	said

	laneIDs  IDs
	eventIDs IDs
	linked   linkedSources
	lane     string // of the calendar that is being read
	zones    icalZones
	asked    int // zones that were worked out

	whole   string
	ownLane string   // of the calendar that carries it
	carried []string // of each event
	hidden  []string
}

func newIcalReader() *icalReader {
	return &icalReader{timeline: &Timeline{Format: 1, Lanes: []Lane{}}}
}

func (r *icalReader) carrier() *carrier {
	r.timeline.Sources = r.linked.list
	return &carrier{
		Result: Result{Timeline: r.timeline, Losses: r.losses, Notes: r.notes},
		whole:  r.whole, events: r.carried, hidden: r.hidden, ownLane: r.ownLane,
	}
}

func (r *icalReader) readCalendar(c *icalComponent) {
	name := c.text("X-WR-CALNAME", "NAME")
	if r.timeline.Title == "" {
		r.timeline.Title, r.timeline.Summary = name, c.text("X-WR-CALDESC", "DESCRIPTION")
		if name == "" {
			r.timeline.Title = untitled
			r.note("The calendar has no name.")
		}
	}
	if name == "" {
		name = plainLane
	}
	lane := Lane{ID: r.laneIDs.Of(name, "lane"), Title: name}
	r.lane = lane.ID
	r.zones = newIcalZones(c, &r.asked)
	r.readCalendarProperties(c, &lane)
	r.timeline.Lanes = append(r.timeline.Lanes, lane)
	for _, child := range c.children {
		r.readComponent(child)
	}
}

// readCalendarProperties takes the colour of a calendar and reports what is not kept of it.
func (r *icalReader) readCalendarProperties(c *icalComponent, lane *Lane) {
	for _, p := range c.properties {
		switch p.name {
		case "VERSION", "PRODID", "X-WR-CALNAME", "NAME": // say what the file is, or have been taken
		case "X-WR-CALDESC", "DESCRIPTION":
			if len(r.timeline.Lanes) > 0 && strings.TrimSpace(p.raw) != "" {
				r.lose(p.place(), "the description of a further calendar is left out: %s", shortened(p.text()))
			}
		case "CALSCALE":
			if !strings.EqualFold(strings.TrimSpace(p.raw), "GREGORIAN") {
				r.lose(p.place(), "the calendar scale %s is not known: dates are read as Gregorian", shortened(p.raw))
			}
		case "COLOR", "X-APPLE-CALENDAR-COLOR", "X-OUTLOOK-COLOR":
			if color := hexColor.FindStringSubmatch(strings.TrimSpace(p.raw)); color != nil {
				lane.Color = strings.ToUpper(color[1])
				continue
			}
			r.lose(p.place(), "the colour %s is left out: it is not written as #RRGGBB", shortened(p.raw))
		case icalTimeline:
			if r.whole == "" {
				r.whole, r.ownLane = p.text(), lane.ID
			}
		case icalEvent:
			r.hidden = append(r.hidden, p.text())
		default:
			r.loseProperty(p, "the calendar")
		}
	}
}

// loseProperty reports a property that there is no place for.
func (r *icalReader) loseProperty(p *icalProperty, of string) {
	if value := strings.TrimSpace(p.text()); value != "" {
		r.lose(p.place(), "%s of %s is left out: %s", p.name, of, shortened(value))
	}
}

// readComponent reads what stands in a calendar.
func (r *icalReader) readComponent(c *icalComponent) {
	kinds := map[string]string{"VTODO": "the task", "VJOURNAL": "the journal entry", "VFREEBUSY": "the free and busy times"}
	switch c.name {
	case "VEVENT":
		r.readEvent(c)
	case "VTIMEZONE": // has been read
	default:
		kind, known := kinds[c.name]
		if !known {
			kind = "the component " + shortened(c.name)
		}
		if title := c.text("SUMMARY"); title != "" {
			kind += " “" + shortened(title) + "”"
		}
		r.lose(fmt.Sprintf("line %d", c.line), "%s is left out: only events are read", kind)
	}
}

func (r *icalReader) readEvent(c *icalComponent) {
	title := c.text("SUMMARY")
	date, ok := r.readDate(c, title)
	if !ok {
		return
	}
	if title == "" {
		r.lose(fmt.Sprintf("line %d", c.line), "the event has no SUMMARY: it is called “%s”", untitledEvent)
		title = untitledEvent
	}
	uid, _, _ := strings.Cut(c.text("UID"), "@")
	if slug(uid) == "" {
		uid = title
	}
	event := Event{ID: r.eventIDs.Of(uid, "event"), Lanes: []string{r.lane}, Date: date, Title: title}
	carried := ""
	met := map[string]bool{}
	for _, p := range c.properties {
		if p.name == icalEvent {
			carried = p.text()
		}
	}
	for _, p := range c.properties {
		if met[p.name] && slices.Contains([]string{"SUMMARY", "DESCRIPTION", "DTSTART", "DTEND", "DURATION", "UID"}, p.name) {
			r.lose(p.place(), "a second %s of “%s” is left out: %s", p.name, shortened(title), shortened(p.text()))
			continue
		}
		met[p.name] = true
		r.readEventProperty(p, &event, carried != "")
	}
	event.Tags, event.Places, event.People = distinct(event.Tags), distinct(event.Places), distinct(event.People)
	for _, child := range c.children {
		r.lose(fmt.Sprintf("line %d", child.line), "the %s of “%s” is left out", child.name, shortened(title))
	}
	r.timeline.Events = append(r.timeline.Events, event)
	r.carried = append(r.carried, carried)
}

// readEventProperty takes a property of an event, or reports it.
func (r *icalReader) readEventProperty(p *icalProperty, event *Event, own bool) {
	switch p.name {
	case "SUMMARY", "UID", "DTSTART", "DTEND", "DURATION", icalEDTF, icalEvent: // have been read
	case "DTSTAMP":
		if !own {
			r.note("When the entries were made (DTSTAMP) is not kept.")
		}
	case "DESCRIPTION":
		event.Summary = p.text()
	case "CATEGORIES":
		event.Tags = append(event.Tags, p.texts()...)
	case "LOCATION":
		event.Places = append(event.Places, p.text())
	case "ORGANIZER", "ATTENDEE":
		r.readPerson(p, event)
	case "URL":
		address := strings.TrimSpace(p.raw)
		if claim, ok := r.linked.claim(address); ok {
			event.Claims = append(event.Claims, claim)
		} else if address != "" {
			r.lose(p.place(), "the URL of “%s” is no address of the web: %s", shortened(event.Title), shortened(address))
		}
	case "RRULE", "RDATE", "EXRULE", "EXDATE", "RECURRENCE-ID":
		r.lose(p.place(), "“%s” repeats, which is not worked out: it stands there once (%s %s)",
			shortened(event.Title), p.name, shortened(p.raw))
	default:
		if p.name != "TRANSP" || !own {
			r.loseProperty(p, "“"+shortened(event.Title)+"”")
		}
	}
}

// readPerson takes the name of somebody who takes part.
func (r *icalReader) readPerson(p *icalProperty, event *Event) {
	name := strings.TrimSpace(p.param("CN"))
	if name == "" {
		r.lose(p.place(), "an %s of “%s” has no name and is left out: %s", p.name, shortened(event.Title), shortened(p.raw))
		return
	}
	event.People = append(event.People, name)
	r.lose(p.place(), "of %s of “%s” only the name is kept: %s", p.name, shortened(event.Title), shortened(p.raw))
}

// distinct returns texts that are not blank, each once.
func distinct(list []string) []string {
	met := make(map[string]bool, len(list))
	return slices.DeleteFunc(list, func(text string) bool {
		drop := met[text] || strings.TrimSpace(text) == ""
		met[text] = true
		return drop
	})
}
