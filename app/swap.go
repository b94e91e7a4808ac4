package app

import (
	"slices"

	"dateline/data"
	"dateline/widgets"
	"dateline/widgets/scene"
)

// swap takes up a newer state of the same dataset, with view, filters, search,
// selected event and what the panel shows as they are, as far as they are still
// there. It does not notify.
func (s *state) swap(all *data.Selection, saved *comparison) {
	kept := *s
	s.take(all)
	s.view, s.wanted, s.wantedTop, s.history = s.clamp(kept.view), kept.wanted, kept.wantedTop, kept.history
	s.filters = kept.filters
	s.chained, s.lags, s.gapsOn, s.naming = kept.chained, kept.lags, kept.gapsOn, kept.naming
	s.search.text, s.search.listed = kept.search.text, kept.search.listed
	c := s.carry(saved)
	s.selected = c.event(kept.selected)
	s.list, s.listOf = c.list(kept.list, kept.listOf)
	s.page, s.measure = c.page(kept.page), c.measure(kept.measure)
	if s.filters.equal(&saved.asked) && saved.selection != nil {
		s.facts, s.selection = saved.facts, saved.selection
		s.regap()
	} else {
		s.reselect()
	}
	s.reopen(&kept)
}

// carry finds what was referred to before a save.
type carry struct {
	state   *state // with the new set
	old     *data.Set
	renamed map[string]string
}

func (s *state) carry(saved *comparison) carry { return carry{s, saved.old, saved.renamed} }

// event returns an event's new index, -1 for one that is gone.
func (c carry) event(old int) int {
	if old < 0 {
		return -1
	}
	id := c.old.Events.ID(old)
	if now, ok := c.renamed[id]; ok {
		id = now
	}
	if event, ok := c.state.set.Events.Index(id); ok {
		return event
	}
	return -1
}

// list returns the events of a list that are still there; none of one that was
// not whole.
func (c carry) list(old []int, of int) (events []int, count int) {
	if len(old) < of {
		return nil, 0
	}
	for _, event := range old {
		if now := c.event(event); now >= 0 {
			events = append(events, now)
		}
	}
	return events, len(events)
}

// page returns what the panel shows: the event where its dispute is gone.
func (c carry) page(old widgets.PanelPage) widgets.PanelPage {
	if old.Kind != widgets.DisputePage {
		return old
	}
	id := c.old.Disputes[old.Dispute].ID
	old.Dispute = slices.IndexFunc(c.state.set.Disputes, func(d data.Dispute) bool { return d.ID == id })
	if id == "" || old.Dispute < 0 {
		return widgets.PanelPage{}
	}
	return old
}

// measure returns what is measured, without events that are gone.
func (c carry) measure(old measuring) measuring {
	now := measuring{on: old.on}
	for _, place := range []*spot{old.from, old.to} {
		if place != nil && place.event >= 0 {
			event := c.event(place.event)
			if event < 0 {
				continue
			}
			place = c.state.spotOf(event)
		}
		if now.from == nil {
			now.from = place
		} else {
			now.to = place
		}
	}
	return now
}

// reopen keeps the document open that is being read, if its source and the event
// that quotes it are still there. It is to be read again where it was not there,
// or where the source has another one now.
func (s *state) reopen(kept *state) {
	if !kept.reading.open || s.selected < 0 {
		return
	}
	was := &kept.set.Sources[kept.reading.source]
	source, ok := s.set.SourceIndex(was.ID)
	event, err := s.set.Events.At(s.selected)
	if !ok || err != nil {
		return
	}
	claim := slices.IndexFunc(event.Claims, func(c data.Claim) bool { return c.Source == source })
	if claim < 0 {
		return
	}
	s.reading = quotesOf(&event, s.selected, claim)
	if slices.Equal(s.reading.quotes, kept.reading.quotes) {
		s.reading.quote = kept.reading.quote
	}
	if s.set.Sources[source].File == was.File {
		s.reading.document, s.reading.note = kept.reading.document, kept.reading.note
	}
}

// carryOn goes on with a newer state of the dataset. Where the event that is told
// is gone, the story ends where it began.
func (s *story) carryOn(c carry) {
	if !s.on {
		return
	}
	st := c.state
	s.before.page, s.before.measure = c.page(s.before.page), c.measure(s.before.measure)
	if event := c.event(s.tale.event); event >= 0 {
		s.set, s.tale.event = st.set, event
		s.tale.quote = min(s.tale.quote, max(s.quotes(event)-1, 0))
		return
	}
	was := s.before.session
	st.page, st.measure = s.before.page, s.before.measure
	st.view = st.clamp(st.over(scene.Span{From: was.From, To: was.To}))
	st.view.Top = was.Top
}

// marksIn returns what is marked as changed, in a newer state of the dataset in
// which nothing more has changed.
func (s *state) marksIn(set *data.Set) (fresh []scene.Fresh, gone []scene.Gone) {
	for _, f := range s.fresh {
		if event, ok := set.Events.Index(s.set.Events.ID(f.Event)); ok {
			f.Event = event
			fresh = append(fresh, f)
		}
	}
	for _, g := range s.gone {
		if lane, ok := set.LaneIndex(s.set.Lanes[g.Lane].ID); ok {
			g.Lane = lane
			gone = append(gone, g)
		}
	}
	return fresh, gone
}

// settle marks nothing as changed any more.
func (s *state) settle() {
	if s.fresh != nil || s.gone != nil {
		s.fresh, s.gone = nil, nil
		s.changed()
	}
}
