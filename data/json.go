package data

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// EventJSON returns the event with an index in Events as it stands in a dataset file: one line of JSON, without a
// line break at its end, fields that are absent left out. The error is that of [Events.At].
func (s *Set) EventJSON(i int) ([]byte, error) {
	event, err := s.Events.At(i)
	if err != nil {
		return nil, fmt.Errorf("write event %d as JSON: %w", i, err)
	}
	var line bytes.Buffer
	encoder := json.NewEncoder(&line)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(s.wireEvent(&event)); err != nil {
		return nil, fmt.Errorf("write event %q as JSON: %w", event.ID, err)
	}
	return bytes.TrimSuffix(line.Bytes(), []byte{'\n'}), nil
}

func (s *Set) wireEvent(e *Event) wireEvent {
	return wireEvent{
		ID:      e.ID,
		Lanes:   collect(e.Lanes, func(_ int, lane *int) string { return s.Lanes[*lane].ID }),
		Date:    e.Date.String(),
		Title:   e.Title,
		Summary: e.Summary,
		Status:  string(e.Status),
		People:  e.People,
		Places:  e.Places,
		Tags:    e.Tags,
		Claims: collect(e.Claims, func(_ int, c *Claim) wireClaim {
			return wireClaim{s.Sources[c.Source].ID, c.Quote, c.Locator, c.Date.String()}
		}),
		Known: collect(e.Known, func(_ int, k *Known) wireKnown {
			known := wireKnown{By: k.By, Date: k.Date.String()}
			if k.Claim != NoClaim {
				known.Claim = &k.Claim
			}
			return known
		}),
		Links: collect(e.Links, func(_ int, l *Link) wireLink { return wireLink{s.Events.ID(l.To), string(l.Kind)} }),
	}
}
