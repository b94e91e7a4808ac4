package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"dateline/data"
	"dateline/data/facets"
	"dateline/widgets/palette"
)

// FacetsState is what a facet list shows.
type FacetsState struct {
	Facets  *facets.Facets  // nil while they are read, or where they cannot be
	Within  *data.Selection // of the set of the facets: the events that are counted, nil for all
	Kind    facets.Kind     // of the names that are listed
	Find    string          // what they are looked for by, as typed
	Chosen  facets.Choice
	Note    string // in the place of the names where Facets is nil
	Palette palette.Palette
}

func (s FacetsState) equal(o FacetsState) bool {
	return s.Facets == o.Facets && s.Within == o.Within && s.Kind == o.Kind && s.Find == o.Find &&
		s.Note == o.Note && s.Palette == o.Palette && s.Chosen.Equal(o.Chosen)
}

// FacetsEvents are the callbacks of a facet list. All must be set, but the last
// three, which get what is typed and means nothing to the list; nil drops it.
type FacetsEvents struct {
	Kind   func(kind facets.Kind)              // names of this kind are wanted
	Find   func(text string)                   // the field was typed into
	Toggle func(kind facets.Kind, name string) // a name is to be chosen, or no longer
	Any    func(one bool)                      // one of the names is enough, or all are wanted
	Clear  func()                              // nothing is to be chosen
	Close  func()                              // what was in the list's place is wanted

	Key      func(key *fyne.KeyEvent)
	Rune     func(r rune)
	Shortcut func(shortcut fyne.Shortcut)
}

// FacetList lists the people, places or tags of a set, with how many events have
// them, to choose from. Only names in view are drawn.
type FacetList struct {
	widget.BaseWidget
	On FacetsEvents

	state   FacetsState
	counts  []int // of events within, for each name
	absent  int   // names that match but have no event within
	present bool  // those are left out
	body    *fyne.Container
	tabs    *facetTabs
	close   fyne.CanvasObject
	chosen  *facetLine
	entry   *facetEntry
	sum     *facetLine
	names   *facetRows
}

// NewFacetList returns an empty list.
func NewFacetList() *FacetList {
	l := &FacetList{}
	text := newTextMeasure()
	l.tabs, l.entry, l.names = newFacetTabs(l, text), newFacetEntry(l), newFacetRows(l, text)
	l.chosen, l.sum = newFacetLine(text, chosenLeast, chosenLines), newFacetLine(text, 1, sumLines)
	l.close = newIconButton(theme.CancelIcon(), func() { l.On.Close() })
	l.body = container.New(facetLayout{l}, l.tabs, l.close, l.chosen, l.entry, l.sum, l.names)
	l.ExtendBaseWidget(l)
	return l
}

// Update sets what the list shows; showing the same again does nothing. Another
// kind or another text scrolls it to the top. Names keep their order while other
// events are counted, so that a second click is on the same name.
func (l *FacetList) Update(state FacetsState) {
	if state.equal(l.state) {
		return
	}
	old := l.state
	l.state = state
	others := state.Facets != old.Facets || state.Kind != old.Kind
	if others || state.Within != old.Within {
		l.count()
	}
	l.entry.show(state.Find)
	l.list(others || state.Find != old.Find)
}

// Input is what has the keyboard while the field is typed into.
func (l *FacetList) Input() fyne.Focusable { return l.entry }

// Names is what has the keyboard while one walks through the names.
func (l *FacetList) Names() fyne.Focusable { return l.names }

// Page scrolls by a share of what is seen, down if it is positive.
func (l *FacetList) Page(share float64) { l.names.page(share) }

// MinSize leaves the size open.
func (l *FacetList) MinSize() fyne.Size { return fyne.NewSize(40, 40) }

// CreateRenderer is called by the toolkit.
func (l *FacetList) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.body) }

// count counts the events of each name.
func (l *FacetList) count() {
	s := &l.state
	switch {
	case s.Facets == nil:
		l.counts = nil
	case s.Within != nil:
		l.counts = s.Facets.CountIn(s.Kind, s.Within)
	default:
		l.counts = make([]int, 0, len(s.Facets.Names(s.Kind)))
		for _, name := range s.Facets.Names(s.Kind) {
			l.counts = append(l.counts, name.Count)
		}
	}
}

// list finds the names to list, at the top or where they were.
func (l *FacetList) list(top bool) {
	l.names.show(l.listed(), top)
	l.chosen.set(l.state.Palette, l.chosenText(), l.chosenLinks()...)
	text, links := l.sumText()
	l.sum.set(l.state.Palette, text, links...)
	above := l.names.Position().Y
	l.body.Layout.Layout(l.body.Objects, l.body.Size())
	if !top { // as far as can be, names stay where they are in the window
		l.names.roll = l.names.rows.moved(l.names.roll, float64(l.names.Position().Y-above))
	}
	for _, o := range []fyne.CanvasObject{l.tabs, l.chosen, l.sum, l.names} {
		o.Refresh()
	}
}

// listed returns the places of the names to list.
func (l *FacetList) listed() []int {
	s := &l.state
	l.absent = 0
	if s.Facets == nil {
		return nil
	}
	matching := s.Facets.Matching(s.Kind, s.Find)
	wanted := make([]bool, len(l.counts))
	for _, place := range matching {
		wanted[place] = l.counts[place] > 0 || s.Chosen.Has(s.Kind, l.name(place).Text)
		if !wanted[place] {
			l.absent++
		}
	}
	if !l.present || l.absent == 0 {
		return matching
	}
	return slices.DeleteFunc(s.Facets.ByCount(s.Kind, l.counts), func(place int) bool { return !wanted[place] })
}

// name returns the name at a place.
func (l *FacetList) name(place int) facets.Name { return l.state.Facets.Names(l.state.Kind)[place] }

// toggle chooses a listed name, or lets it go.
func (l *FacetList) toggle(index int) {
	if index >= 0 && index < len(l.names.shown) {
		l.On.Toggle(l.state.Kind, l.name(l.names.shown[index]).Text)
	}
}

// step goes to the next kind, or, by -1, to the one before.
func (l *FacetList) step(by int) {
	if kind := int(l.state.Kind) + by; kind >= 0 && kind < len(facets.Kinds) {
		l.On.Kind(facets.Kinds[kind])
	}
}

// facetLayout lays out the parts of a facet list.
type facetLayout struct{ l *FacetList }

// The facet list's measures in pixels.
const (
	facetTop  = 12.0
	facetGap  = 9.0
	tabHeight = 30.0
)

// Layout is called by the toolkit.
func (f facetLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	l := f.l
	width := max(size.Width-2*hitPad, 0)
	put := func(o fyne.CanvasObject, x, y, width, height float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(max(width, 0), max(height, 0)))
	}
	side := l.close.MinSize().Width
	put(l.tabs, hitPad, facetTop, width-side-4, tabHeight)
	put(l.close, size.Width-hitPad/2-side, facetTop+(tabHeight-side)/2, side, side)
	y := float32(facetTop + tabHeight + facetGap)
	for _, o := range []fyne.CanvasObject{l.chosen, l.entry, l.sum} {
		height := o.MinSize().Height
		if line, ok := o.(*facetLine); ok {
			height = line.heightFor(width)
		}
		put(o, hitPad, y, width, height)
		if height > 0 {
			y += height + facetGap
		}
	}
	put(l.names, 0, y, size.Width, size.Height-y)
}

// MinSize is called by the toolkit.
func (f facetLayout) MinSize([]fyne.CanvasObject) fyne.Size { return f.l.MinSize() }
