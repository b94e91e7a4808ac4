package exchange

import (
	"fmt"
	"slices"
	"strings"
)

// unshownBy finds what another program does not show of events that are written for it.
type unshownBy struct {
	program string
	show    func(e *Event) shownItem
	claims  func(e *Event) int // the index of the claim that is shown, or -1
	losses  []Loss
}

// event tells what is not shown of an event.
func (u *unshownBy) event(e *Event) {
	where := "event “" + shortened(e.Title) + "”"
	if shown := u.show(e); shown.date != e.Date {
		u.losses = append(u.losses, Loss{where, fmt.Sprintf("its date %s is shown as %s by %s; it is kept in “%s”",
			e.Date, shown.date, u.program, ownField)})
	}
	claims := len(e.Claims)
	if u.claims(e) >= 0 {
		claims--
	}
	for _, part := range []struct {
		name   string
		unseen bool
	}{
		{"status", e.Status != ""},
		{"lanes but the first", len(e.Lanes) > 1},
		{"people", len(e.People) > 0},
		{"places", len(e.Places) > 0},
		{"tags", len(e.Tags) > 0},
		{"claims but the first quotation", claims > 0 && claims < len(e.Claims)},
		{"claims", claims > 0 && claims == len(e.Claims)},
		{"known", len(e.Known) > 0},
		{"links", len(e.Links) > 0},
	} {
		if part.unseen {
			u.unseen(where, "its "+part.name)
		}
	}
}

// whole tells what is not shown of the whole; head says whether title and summary are.
func (u *unshownBy) whole(t *Timeline, head bool) {
	for _, part := range []struct {
		name   string
		unseen bool
	}{
		{"the title", !head},
		{"the summary", !head && t.Summary != ""},
		{"the language", t.Language != ""},
		{"the span", t.Span != ""},
		{"the markers of lanes", slices.ContainsFunc(t.Lanes, func(lane Lane) bool { return lane.Marker != "" })},
		{"the list of sources", len(t.Sources) > 0},
	} {
		if part.unseen {
			u.unseen("", part.name)
		}
	}
	for i := range t.Disputes {
		u.unseen("dispute “"+shortened(t.Disputes[i].Question)+"”", "the dispute")
	}
}

// unseen tells that something is kept, but not shown.
func (u *unshownBy) unseen(where, what string) {
	u.losses = append(u.losses, Loss{where, fmt.Sprintf("%s: kept in “%s”, not shown by %s", what, ownField, u.program)})
}

// titlesOfLanes returns the titles of lanes by their identifiers.
func titlesOfLanes(t *Timeline) map[string]string {
	titles := make(map[string]string, len(t.Lanes))
	for _, lane := range t.Lanes {
		titles[lane.ID] = laneTitle(lane)
	}
	return titles
}

// homeLane returns the title of the lane that an event is at home in, or "".
func homeLane(e *Event, titles map[string]string) string {
	if len(e.Lanes) == 0 {
		return ""
	}
	return titles[e.Lanes[0]]
}

// sourcesByID returns the sources by their identifiers.
func sourcesByID(t *Timeline) map[string]*Source {
	sources := make(map[string]*Source, len(t.Sources))
	for i := range t.Sources {
		sources[t.Sources[i].ID] = &t.Sources[i]
	}
	return sources
}

// sourceLine returns a source on a line, as far as it is known: author, title, publisher, date.
func sourceLine(s *Source) string {
	parts := slices.DeleteFunc([]string{s.Author, s.Title, s.Publisher, s.Published}, func(part string) bool { return part == "" })
	if len(parts) == 0 {
		return s.ID
	}
	return strings.Join(parts, ", ")
}

// spanOfEvent is spanOf for the date of an event.
func spanOfEvent(e *Event) (civilSpan, error) {
	span, ok := spanOf(e.Date)
	if !ok {
		return span, fmt.Errorf("the date “%s” of the event “%s” is not EDTF", shortened(e.Date), shortened(e.Title))
	}
	return span, nil
}

// nodeOf returns a value as it is read again once it is written.
func nodeOf(value any) (*jsonNode, error) {
	content, err := writeJSON(value)
	if err != nil {
		return nil, err
	}
	node, _, err := jsonTree(content)
	return node, err
}
