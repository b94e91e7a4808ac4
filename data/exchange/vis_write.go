package exchange

import (
	"fmt"
	"strings"

	"dateline/data/edtf"
)

// visFile is vis-timeline's data as it is written.
type visFile struct {
	Items  []visItem `json:"items"`
	Groups []visLane `json:"groups"`
	Own    ownWhole  `json:"dateline"`
}

type visItem struct {
	ID      string `json:"id"`
	Group   string `json:"group,omitempty"`
	Content string `json:"content"`
	Title   string `json:"title,omitempty"`
	Start   string `json:"start"`
	End     string `json:"end,omitempty"`
	Type    string `json:"type,omitempty"`
	Own     *Event `json:"dateline,omitempty"`
}

type visLane struct {
	ID      string `json:"id"`
	Content string `json:"content"`
	Style   string `json:"style,omitempty"`
	Order   int    `json:"order"`
}

// writeVis writes a timeline for vis-timeline. It is an error if a date is not one.
func writeVis(t *Timeline) ([]byte, []Loss, error) {
	file := visFile{Items: []visItem{}, Groups: []visLane{}, Own: ownOf(t)}
	for i, lane := range t.Lanes {
		group := visLane{ID: lane.ID, Content: HTMLText(laneTitle(lane)), Order: i + 1}
		if lane.Color != "" {
			group.Style = "color: " + lane.Color + ";"
		}
		file.Groups = append(file.Groups, group)
	}
	unshown := unshownBy{program: "vis", show: showVis(t), claims: func(*Event) int { return -1 }}
	for i := range t.Events {
		item, err := visItemOf(&t.Events[i])
		if err != nil {
			return nil, nil, err
		}
		item.Own = &t.Events[i]
		file.Items = append(file.Items, item)
		unshown.event(&t.Events[i])
	}
	unshown.whole(t, false)
	content, err := writeJSON(file)
	return content, unshown.losses, err
}

// visItemOf returns an event's item, without Dateline's own field.
func visItemOf(e *Event) (visItem, error) {
	item := visItem{ID: e.ID, Content: HTMLText(e.Title), Title: HTMLText(e.Summary)}
	if len(e.Lanes) > 0 {
		item.Group = e.Lanes[0]
	}
	span, err := spanOfEvent(e)
	if err != nil {
		return item, err
	}
	item.Start, item.End = scriptSpan(&span)
	if item.End != "" {
		item.Type = "range"
	}
	return item, nil
}

// scriptSpan returns the start of a date as JavaScript reads it and, unless it is one day or one moment, its end: its last
// second.
func scriptSpan(span *civilSpan) (start, end string) {
	from, to := span.from, span.to
	switch {
	case span.noFrom:
		from = to
	case span.noTo:
		to = from
	}
	start = scriptTime(from, script)
	if from == to && (from.precision == edtf.Day || from.precision <= edtf.Minute) {
		return start, ""
	}
	if span.noTo {
		return start, ""
	}
	return start, scriptTime(lastSecond(to), script)
}

// lastSecond returns the last second of a time.
func lastSecond(t civilTime) civilTime {
	if t.precision == edtf.Second {
		return t
	}
	_, latest := t.bounds()
	last := civilAt(latest)
	if last.zone = t.zone; t.zone != "" && t.zone != "Z" {
		last = t // in the zone's own hours
		last.precision, last.second = edtf.Second, 59
		if t.precision == edtf.Hour {
			last.minute = 59
		}
	}
	return last
}

// scriptYears says which years a program has, and how many digits it wants of those before 0 and after 9999.
type scriptYears struct {
	first, last int64
	digits      int
}

// script are the years of JavaScript.
var script = scriptYears{-271_820, 275_759, 6}

// scriptTime returns a time as JavaScript reads it. A year that is not among those it has is the nearest that is.
func scriptTime(t civilTime, years scriptYears) string {
	year := min(max(t.year, years.first), years.last)
	if t.precision == edtf.Hour {
		t.precision = edtf.Minute
	}
	t.year = 0
	rest := strings.TrimPrefix(t.String(), "0000")
	switch {
	case year < 0:
		return fmt.Sprintf("-%0*d", years.digits, -year) + rest
	case year > 9999:
		return fmt.Sprintf("+%0*d", years.digits, year) + rest
	}
	return fmt.Sprintf("%04d", year) + rest
}

// showVis returns what is read of the items of a timeline's events.
func showVis(t *Timeline) func(e *Event) shownItem {
	r := visReader{names: map[string]string{}}
	for id, title := range titlesOfLanes(t) {
		var shown shownItem
		r.names[id] = shown.line("", HTMLText(title))
	}
	return func(e *Event) shownItem {
		var shown shownItem
		written, err := visItemOf(e)
		if err != nil {
			return shown
		}
		if node, err := nodeOf(written); err == nil {
			shown = r.item(node)
			shown.rest(node, "")
		}
		return shown
	}
}
