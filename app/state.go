package app

import (
	"math"
	"slices"

	"dateline/data"
	"dateline/widgets"
	"dateline/widgets/scene"
)

// state is what the window shows. Each change is a method; one that changes
// nothing notifies nobody.
type state struct {
	set       *data.Set
	domain    scene.Span
	tally     data.Tally // of all events
	filters              // what is left out
	facts                // what has been read for them
	selection *data.Selection
	view      scene.View
	size      scene.Size // of the timeline
	wanted    scene.Span // to be shown once there is a size, see showSpan
	wantedTop float64
	selected  int   // event, -1 for none
	list      []int // the first events of a mark that no zoom parts
	listOf    int   // how many they are in all
	search    searching
	investigation
	fresh   []scene.Fresh // events that the last save has added or changed
	gone    []scene.Gone  // and removed
	theme   themeMode
	history history

	changed func()                                // called after a change
	away    func(what string, work func() func()) // does work in the background, and here what that returns
	asked   int                                   // counts selections asked for
	held    func(v scene.View) float64            // how far a view's lanes can be scrolled, nil for any distance
}

func newState(changed func()) *state {
	return &state{selected: -1, theme: systemTheme, changed: changed}
}

// open shows another dataset from the start: everything fitted, nothing hidden.
// All is the selection of all its events.
func (s *state) open(all *data.Selection) {
	s.take(all)
	s.view = scene.Fit(s.domain, s.size.W)
	s.changed()
}

// take takes up another dataset, without a view of it.
func (s *state) take(all *data.Selection) {
	s.set, s.domain, s.tally = all.Set, scene.DomainOf(all.Set), all.Set.Tally()
	s.filters, s.facts, s.investigation = filters{}, facts{}, investigation{}
	s.selected, s.list, s.history = -1, nil, history{}
	s.wanted, s.wantedTop = scene.Span{}, 0
	s.search = searching{}
	s.asked++ // what is still on its way is of the old dataset
	s.selection = all
	s.fresh, s.gone = nil, nil
}

// manyEvents is from how many events on a filter works in the background.
const manyEvents = 20_000

// reselect selects what the filter lets through. Of many events the old
// selection stays until the new one is there; one that is overtaken is dropped.
func (s *state) reselect() {
	s.asked++
	asked, set, f, known := s.asked, s.set, s.filters, s.facts
	wanted := f.known.on || s.lags
	if set.Events.Len() < manyEvents {
		s.facts = known.of(f.known, wanted)
		s.selection = set.Select(f.filter(&s.facts))
		s.regap()
		return
	}
	s.away("filtering", func() func() {
		known := known.of(f.known, wanted)
		selection := set.Select(f.filter(&known))
		return func() {
			if asked == s.asked {
				s.selection, s.facts.knowledge = selection, known.knowledge
				if s.facts.public == nil {
					s.facts.public = known.public
				}
				s.regap()
				s.changed()
			}
		}
	})
}

// resize fits the view to a timeline of another size: the same stretch of time.
func (s *state) resize(size scene.Size) {
	if size == s.size || size.W < 1 {
		return
	}
	old := s.size.W
	s.size = size
	if s.set == nil {
		return
	}
	switch {
	case old >= 1:
		s.view.Scale *= old / size.W
	case s.wanted.Length() > 0:
		s.view = scene.Exactly(s.wanted, size.W)
		s.view.Top = s.wantedTop
	default:
		s.view = scene.Fit(s.domain, size.W)
	}
	s.view = s.view.Clamp(s.domain, size.W)
	s.changed()
}

// showSpan shows exactly a stretch of time, as soon as the timeline has a size.
func (s *state) showSpan(span scene.Span, top float64) {
	if s.size.W < 1 {
		s.wanted, s.wantedTop = span, top
		return
	}
	v := scene.Exactly(span, s.size.W)
	v.Top = top
	s.look(v)
}

// toggle switches a lane.
func (s *state) toggle(lane string) {
	s.setHidden(lane, !s.hidden[lane])
}

func (s *state) setHidden(lane string, hide bool) {
	s.refilter(func(f *filters) { f.hidden = withID(f.hidden, lane, hide) })
}

// only hides every other lane; if that is so already it shows all.
func (s *state) only(lane string) {
	if _, ok := s.set.LaneIndex(lane); !ok {
		return // it is of before a save
	}
	hidden := map[string]bool{}
	for _, l := range s.set.Lanes {
		if l.ID != lane {
			hidden[l.ID] = true
		}
	}
	if s.hides(hidden) {
		hidden = map[string]bool{}
	}
	s.setFilter(hidden)
}

// setFilter hides these lanes and no others. Lanes that the dataset does not
// have are left out.
func (s *state) setFilter(hidden map[string]bool) {
	off := map[string]bool{}
	for _, lane := range s.set.Lanes {
		if hidden[lane.ID] {
			off[lane.ID] = true
		}
	}
	s.refilter(func(f *filters) { f.hidden = off })
}

func (s *state) hides(hidden map[string]bool) bool {
	for _, lane := range s.set.Lanes {
		if s.hidden[lane.ID] != hidden[lane.ID] {
			return false
		}
	}
	return true
}

// selects reports whether the selection is that of these hidden lanes; another
// may be on its way.
func (s *state) selects(hidden map[string]bool) bool {
	shown := 0
	for i, lane := range s.set.Lanes {
		if hidden[lane.ID] {
			continue
		}
		if shown == len(s.selection.Lanes) || s.selection.Lanes[shown] != i {
			return false
		}
		shown++
	}
	return shown == len(s.selection.Lanes)
}

// hiddenLanes returns the identifiers of the lanes switched off, in order.
func (s *state) hiddenLanes() []string {
	var ids []string
	for _, lane := range s.set.Lanes {
		if s.hidden[lane.ID] {
			ids = append(ids, lane.ID)
		}
	}
	return ids
}

// choose selects an event, -1 for none.
func (s *state) choose(event int) {
	if event == s.selected && s.list == nil && !s.search.listed && s.page == (widgets.PanelPage{}) {
		return
	}
	s.selected, s.list, s.search.listed = event, nil, false
	s.page = widgets.PanelPage{}
	s.relink()
	s.measureTo(event)
	s.changed()
}

// choices offers events in the panel, the first of so many.
func (s *state) choices(events []int, of int) {
	if s.selected < 0 && slices.Equal(s.list, events) && s.listOf == of && !s.search.listed {
		return
	}
	s.selected, s.list, s.listOf, s.search.listed = -1, events, of, false
	s.changed()
}

// clamp returns a view held within its limits.
func (s *state) clamp(v scene.View) scene.View {
	v = v.Clamp(s.domain, s.size.W)
	if s.held != nil {
		v.Top = s.held(v)
	}
	return v
}

// look moves the view, held within its limits.
func (s *state) look(v scene.View) {
	v = s.clamp(v)
	if v == s.view {
		return
	}
	s.view = v
	s.changed()
}

// setTheme chooses the window's colours.
func (s *state) setTheme(mode themeMode) {
	if mode == s.theme {
		return
	}
	s.theme = mode
	s.changed()
}

// fitEvent returns the view around an event: its extent with room to see what
// is near, or, for a day, some weeks around it.
func (s *state) fitEvent(event int) scene.View {
	extent := scene.Extent(s.set, event, s.domain)
	around := math.Max(extent.Length(), s.domain.Length()/40)
	return s.over(scene.Span{From: extent.From - around/2, To: extent.To + around/2})
}

// over returns the view over a stretch of time, the lanes scrolled as they are.
func (s *state) over(span scene.Span) scene.View {
	v := scene.Exactly(span, s.size.W)
	v.Top = s.view.Top
	return v
}

// inView reports whether an event can be seen without moving the view.
func (s *state) inView(event int) bool {
	extent := scene.Extent(s.set, event, s.domain)
	return extent.Overlaps(s.view.Span(s.size.W).Widened(-0.02))
}

// centred returns the view moved so that the event's middle is in the middle.
func (s *state) centred(event int) scene.View {
	extent := scene.Extent(s.set, event, s.domain)
	v := s.view
	v.Left = (extent.From+extent.To)/2 - s.size.W/2*v.Scale
	return v
}
