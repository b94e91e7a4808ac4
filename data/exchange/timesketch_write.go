package exchange

import (
	"bytes"
	"fmt"
	"strconv"

	"dateline/data/edtf"
)

// sketchEvent is an event as Timesketch takes it, with what Dateline adds.
type sketchEvent struct {
	Message   string   `json:"message"`
	Datetime  string   `json:"datetime"`
	Timestamp int64    `json:"timestamp"`
	Desc      string   `json:"timestamp_desc"`
	Tags      []string `json:"tag,omitempty"`
	EDTF      string   `json:"edtf"`
	Words     string   `json:"in_words"`
	ID        string   `json:"id"`
	Lanes     []string `json:"lanes"`
	LaneIDs   []string `json:"lane_ids"`
	Summary   string   `json:"summary,omitempty"`
	Status    string   `json:"status,omitempty"`
	People    []string `json:"people,omitempty"`
	Places    []string `json:"places,omitempty"`
	Claims    []Claim  `json:"claims,omitempty"`
	Known     []Known  `json:"known,omitempty"`
	Links     []Link   `json:"links,omitempty"`
}

// writeSketch returns a timeline as CSV. All times are written in UTC, since Timesketch reads no others beside those.
func writeSketch(t *Timeline) ([]byte, []Loss, error) {
	var b bytes.Buffer
	events, losses := sketchEvents(t)
	w := &tableWriter{losses: losses}
	w.start(&b, ',')
	w.row(false, []string{
		sketchMessage, sketchDatetime, sketchTimestamp, sketchDesc, sketchTag, sketchEDTF, sketchWords, ownID, ownLanes,
		sketchLaneIDs, ownSummary, ownStatus, ownPeople, ownPlaces, ownClaims, ownKnown, ownLinks,
	})
	for i := range events {
		e := &events[i]
		w.where = "event “" + e.Message + "”"
		if e.Timestamp < firstPandas || e.Timestamp > lastPandas {
			w.lose("", "Timesketch leaves out rows of CSV before 1677-09-22 and after 2262-04-10: it is of %s", e.Datetime)
		}
		// Not guarded against being taken for formulas: Timesketch would show the apostrophes.
		w.row(false, []string{
			e.Message, e.Datetime, strconv.FormatInt(e.Timestamp, 10), e.Desc, compactJSON(e.Tags), e.EDTF, e.Words, e.ID,
			joinList(e.Lanes), joinList(e.LaneIDs), e.Summary, e.Status, joinList(e.People), joinList(e.Places),
			compactJSON(e.Claims), compactJSON(e.Known), compactJSON(e.Links),
		})
	}
	err := w.close()
	return b.Bytes(), w.losses, err
}

// The microseconds since 1970 between which pandas, which Timesketch reads CSV with, has times.
var (
	firstPandas = edtf.Instant(1677, 9, 22, 0, 0, 0) * 1_000_000
	lastPandas  = edtf.Instant(2262, 4, 11, 0, 0, 0)*1_000_000 - 1
)

// sketchEvents returns the events that Timesketch can take, and what is lost.
func sketchEvents(t *Timeline) ([]sketchEvent, []Loss) {
	titles := laneTitles(t.Lanes)
	losses := tableLosses(t)
	var events []sketchEvent
	for i := range t.Events {
		e := &t.Events[i]
		where := "event “" + e.Title + "”"
		date, err := edtf.Parse(e.Date)
		if err != nil {
			losses = append(losses, Loss{where, "it is left out: its date cannot be read: " + e.Date})
			continue
		}
		instant, ok := sketchInstant(date)
		if !ok {
			losses = append(losses, Loss{where, "it is left out: Timesketch has no years before 1 or after 9999, and its date is " + e.Date})
			continue
		}
		s := sketchEvent{
			Message: e.Title, Datetime: sketchTime(instant), Timestamp: instant * 1_000_000,
			Tags: e.Tags, EDTF: e.Date, Words: date.Words(), ID: e.ID, LaneIDs: e.Lanes, Summary: e.Summary, Status: e.Status,
			People: e.People, Places: e.Places, Claims: e.Claims, Known: e.Known, Links: e.Links,
		}
		for _, id := range e.Lanes {
			s.Lanes = append(s.Lanes, titles[id])
		}
		if len(s.Lanes) > 0 {
			s.Desc = s.Lanes[0]
		}
		events = append(events, s)
		if what := sketchDateLoss(date, s.Datetime); what != "" {
			losses = append(losses, Loss{where, what})
		}
	}
	return events, losses
}

// sketchInstant returns the instant that stands for a date, in seconds since 1970: its earliest or, without one, its latest. It
// reports false where Timesketch has no such year.
func sketchInstant(date edtf.Date) (int64, bool) {
	bounds := date.Bounds()
	instant := bounds.Earliest
	if bounds.NoEarliest {
		instant = bounds.Latest
	}
	year, _, _, _, _, _ := edtf.Civil(instant)
	return instant, year >= 1 && year <= 9999
}

// sketchTime returns an instant as ISO 8601 in UTC.
func sketchTime(instant int64) string {
	year, month, day, hour, minute, second := edtf.Civil(instant)
	return fmt.Sprintf("%04d-%02d-%02dT%02d:%02d:%02d+00:00", year, month, day, hour, minute, second)
}

// sketchDateLoss returns what a time to the second in UTC does not say of a date, or says beyond it; "" for nothing.
func sketchDateLoss(date edtf.Date, datetime string) string {
	text := date.String()
	zoned := zoneBehind.MatchString(text)
	switch {
	case date.Kind() == edtf.Single && date.Precision() == edtf.Second && zoned:
		return ""
	case date.Kind() == edtf.Single && date.Precision() == edtf.Second:
		return "its time " + text + " has no offset, but Timesketch has times in UTC only: it is shown as " + datetime
	}
	return fmt.Sprintf("its date is %s (%s); Timesketch has times to the second only, and shows %s", text, date.Words(), datetime)
}
