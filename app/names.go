package app

import (
	"fyne.io/fyne/v2"

	"dateline/data/facets"
	"dateline/widgets"
	"dateline/widgets/palette"
)

// nameList is the list of people, places and tags.
type nameList struct {
	open bool
	kind facets.Kind
	find string
}

// connectNames passes on what the user does with names.
func (w *window) connectNames() {
	s := w.state
	w.names.On = widgets.FacetsEvents{
		Kind:     func(kind facets.Kind) { s.name(func(n *nameList) { n.kind = kind }) },
		Find:     func(text string) { s.name(func(n *nameList) { n.find = text }) },
		Toggle:   s.toggleName,
		Any:      func(one bool) { s.refilter(func(f *filters) { f.names.Any = one }) },
		Clear:    func() { s.refilter(func(f *filters) { f.names = facets.Choice{Any: f.names.Any} }) },
		Close:    w.showNames,
		Key:      w.typedKey,
		Rune:     w.typedRune,
		Shortcut: w.typedShortcut,
	}
	w.panel.On.Name = func(kind facets.Kind, name string) { w.thenKeys(func() { s.toggleName(kind, name) })() }
}

// name changes what the list of names shows.
func (s *state) name(change func(n *nameList)) {
	n := s.naming
	change(&n)
	if n != s.naming {
		s.naming = n
		s.changed()
	}
}

// toggleName leaves only events with a name, or no longer.
func (s *state) toggleName(kind facets.Kind, name string) {
	s.refilter(func(f *filters) { f.names = f.names.Toggled(kind, name) })
}

// showNames opens the list of people, places and tags, or closes it.
func (w *window) showNames() {
	w.state.name(func(n *nameList) { n.open = !n.open })
	var focus fyne.Focusable = w.timeline
	if w.state.naming.open {
		focus = w.names.Input()
	}
	w.win.Canvas().Focus(focus)
}

func (w *window) namesState(p palette.Palette) widgets.FacetsState {
	s := w.state
	state := widgets.FacetsState{
		Facets: s.facts.facets, Within: s.selection, Kind: s.naming.kind, Find: s.naming.find, Chosen: s.filters.names,
		Palette: p,
	}
	if state.Facets == nil {
		state.Note = "The names are still being read."
	}
	return state
}
