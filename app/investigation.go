package app

import (
	"slices"

	"dateline/data"
	"dateline/data/edtf"
	"dateline/data/elapsed"
	"dateline/data/evidence"
	"dateline/data/gaps"
	"dateline/widgets"
	"dateline/widgets/scene"
)

// investigation is what the reader asks of the evidence, beside the filters. The
// zero value asks for nothing.
type investigation struct {
	page     widgets.PanelPage
	chained  bool        // the selected event's chain stands out
	chain    []int       // its events, nil for none
	lags     bool        // lines to when events became known
	gapsOn   bool        // the longest gaps
	gaps     []scene.Gap // of the selection, where they are wanted
	measure  measuring
	naming   nameList
	reading  reading
	between  map[[2]int]string
	details  *widgets.PanelDetails // of the event below
	detailed detailed

	partyList  []widgets.Party // of the evidence, nil until they are asked for
	knownAt    knownBy         // of the words below
	knownWords string
}

// detailed is what details are of.
type detailed struct {
	event     int
	selection any
	evidence  *evidence.Evidence
}

// gapsPerLane is how many of a lane's gaps are drawn.
const gapsPerLane = 3

// regap finds the longest gaps of the selection, where they are wanted.
func (s *state) regap() {
	s.gaps = nil
	if s.gapsOn {
		s.gaps = drawnGaps(s.selection)
	}
}

// drawnGaps returns the longest gaps of each lane as they are drawn.
func drawnGaps(sel *data.Selection) []scene.Gap {
	var list []scene.Gap
	for _, gap := range gaps.Longest(sel, gapsPerLane) {
		words := gap.Words()
		if !gap.Sure() {
			words += "?" // an event without an exact date may lie there
		}
		list = append(list, scene.Gap{
			Lane: gap.Lane, Span: scene.Span{From: float64(gap.From), To: float64(gap.To)}, Words: words,
		})
	}
	return list
}

// showGaps draws the longest gaps, or no longer.
func (s *state) showGaps() {
	s.gapsOn = !s.gapsOn
	s.regap()
	s.changed()
}

// relink finds the chain of the selected event, where chains are shown.
func (s *state) relink() {
	s.chain = nil
	if s.chained && s.evidence != nil && s.selected >= 0 && !slices.Contains(s.chain, s.selected) {
		s.chain = s.evidence.Chain(s.selected)
	}
}

// showChain makes the selected event's chain stand out, or no longer.
func (s *state) showChain() {
	s.chained = !s.chained
	s.relink()
	s.changed()
}

// turn shows another page in the panel.
func (s *state) turn(page widgets.PanelPage) {
	if page != s.page {
		s.page = page
		s.changed()
	}
}

// took takes what has been read of the dataset. What the filters go by may be
// among it.
func (s *state) took(read facts) {
	s.facts = read
	s.relink()
	s.reselect()
	s.changed()
}

// askParty asks what a party knew.
func (s *state) askParty(party string) {
	s.refilter(func(f *filters) { f.known.party, f.known.on = party, true })
}

// measuring is what is being measured.
type measuring struct {
	on       bool
	from, to *spot
}

// spot is an event, or a time that was picked.
type spot struct {
	event int // -1 for none
	date  edtf.Date
	span  scene.Span
}

// measureAgain begins to measure, from the selected event if there is one, or
// ends it.
func (s *state) measureAgain() {
	s.measure = measuring{on: !s.measure.on}
	if s.measure.on && s.selected >= 0 {
		s.measure.from = s.spotOf(s.selected)
	}
	s.changed()
}

// pick measures from an event or a time, then to another.
func (s *state) pick(to *spot) {
	m := &s.measure
	if m.from == nil || m.to != nil {
		m.from, m.to = to, nil
	} else {
		m.to = to
	}
	s.changed()
}

// measureTo measures to an event that is selected while something is measured.
func (s *state) measureTo(event int) {
	m := &s.measure
	if !m.on || event < 0 {
		return
	}
	if m.from == nil {
		m.from = s.spotOf(event)
	} else {
		m.to = s.spotOf(event)
	}
}

func (s *state) spotOf(event int) *spot {
	return &spot{event, s.set.Events.Date(event), scene.Extent(s.set, event, s.domain)}
}

// ruler returns what is measured as the timeline draws it, nil for nothing.
func (s *state) ruler() *widgets.Ruler {
	m := &s.measure
	if !m.on || m.from == nil {
		return nil
	}
	r := &widgets.Ruler{From: m.from.span}
	if m.to != nil {
		r.To, r.Words = m.to.span, elapsed.Between(m.from.date, m.to.date).Words()
	}
	return r
}

// betweenWords returns the time between two events in words.
func (s *state) betweenWords(a, b int) string {
	key := [2]int{a, b}
	words, ok := s.between[key]
	if !ok {
		if s.between == nil {
			s.between = map[[2]int]string{}
		}
		words = elapsed.Between(s.set.Events.Date(a), s.set.Events.Date(b)).Words()
		s.between[key] = words
	}
	return words
}

// drawn returns what the timeline draws over the events.
func (s *state) drawn() scene.Wanted {
	w := scene.Wanted{Evidence: s.evidence, Gaps: s.gaps, Between: s.betweenWords, Fresh: s.fresh, Gone: s.gone}
	if s.lags {
		w.Knowledge = s.knowledge
	}
	return w
}
