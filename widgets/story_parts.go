package widgets

import (
	"fmt"
	"image/color"

	"fyne.io/fyne/v2"

	"dateline/data"
)

// Type sizes of a caption as parts of the window's height, from the largest to
// the least that can be read from the last row.
var (
	storyDateSizes  = []float64{1. / 32, 1. / 34, 1. / 36, 1. / 38}
	storyTitleSizes = []float64{1. / 22, 1. / 25, 1. / 28, 1. / 32}
	storyLaneSizes  = []float64{1. / 36, 1. / 37, 1. / 38, 1. / 40}
	storyQuoteSizes = []float64{1. / 22, 1. / 24, 1. / 27, 1. / 30, 1. / 34, 1. / 38}
	storyFootSizes  = []float64{1. / 42}
	storyBarSizes   = []float64{1. / 46}
)

// heading returns what the left column of the caption says: when, what, where.
func (s *Story) heading() []storyPart {
	set, p := s.state.Set, s.state.Palette
	bold := fyne.TextStyle{Bold: true}
	events := &set.Events
	return []storyPart{
		{text: events.Date(s.state.Event).Words(), style: bold, sizes: storyDateSizes, color: p.Muted},
		{text: events.Title(s.state.Event), style: bold, sizes: storyTitleSizes, color: p.Text, gap: 0.1},
		{text: s.laneWords(), sizes: storyLaneSizes, color: p.Text, gap: 0.35, marker: true},
		{text: s.statusWords(), sizes: storyLaneSizes, color: p.Text, gap: 0.35, chip: true},
	}
}

// laneWords returns the lane that the event is drawn in, and its other lanes.
func (s *Story) laneWords() string {
	set := s.state.Set
	words := set.Lanes[s.state.Lane].Title
	for _, lane := range set.Events.Lanes(s.state.Event) {
		if lane != s.state.Lane {
			words += ", also " + set.Lanes[lane].Title
		}
	}
	return words
}

// statusWords returns how sure the event is.
func (s *Story) statusWords() string {
	if status := s.state.Set.Events.Status(s.state.Event); status != "" {
		return status.Words()
	}
	return "Status not stated"
}

// evidence returns what the right column says, below it where that is from, and
// how many quotations the event has.
func (s *Story) evidence() (body, foot []storyPart, quotes int) {
	p := s.state.Palette
	e, err := s.state.Set.Events.At(s.state.Event)
	if err != nil {
		return []storyPart{plainPart("Its sources cannot be shown: "+err.Error(), p.Error)}, nil, 0
	}
	if len(e.Claims) == 0 {
		body = []storyPart{plainPart("This dataset quotes no source for this event.", p.Muted)}
		if e.Summary != "" {
			body = append(body, plainPart(e.Summary, p.Text))
		}
		return body, nil, 0
	}
	claim := e.Claims[min(max(s.state.Quote, 0), len(e.Claims)-1)]
	body = []storyPart{{text: "“" + claim.Quote + "”", style: QuoteStyle(), sizes: storyQuoteSizes, color: p.Text}}
	return body, s.source(&claim), len(e.Claims)
}

// source returns where a quotation is from.
func (s *Story) source(claim *data.Claim) []storyPart {
	p := s.state.Palette
	words := s.state.Set.Sources[claim.Source].Name()
	if claim.Locator != "" {
		words += " · " + claim.Locator
	}
	foot := []storyPart{{text: words, sizes: storyFootSizes, color: p.Muted}}
	if !claim.Date.IsZero() {
		foot = append(foot, storyPart{
			text: "This source’s date: " + claim.Date.Words(), style: fyne.TextStyle{Bold: true},
			sizes: storyFootSizes, color: p.Text,
		})
	}
	return foot
}

func plainPart(text string, c color.NRGBA) storyPart {
	return storyPart{text: text, sizes: storyQuoteSizes, color: c, gap: 0.4}
}

// place says how far the story is.
func (s *Story) place() string {
	if s.state.Place == 0 {
		return "hidden by filters"
	}
	return fmt.Sprintf("%d of %d", s.state.Place, s.state.Of)
}

// part says which of an event's quotations is shown, and which part of it; ""
// where there is no other.
func (s *Story) part() string {
	words := ""
	if n := s.caption.quotes; n > 1 {
		words = fmt.Sprintf("quotation %d of %d", min(max(s.state.Quote, 0), n-1)+1, n)
	}
	if n := s.caption.pages(); n > 1 {
		if words != "" {
			words += " · "
		}
		words += fmt.Sprintf("part %d of %d", s.page+1, n)
	}
	return words
}
