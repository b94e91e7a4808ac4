package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"dateline/data/document"
	"dateline/widgets/palette"
)

// DocumentState is what a document view shows.
type DocumentState struct {
	Document *document.Document // nil where there is none that can be shown
	Source   string             // the name of the source that it is of
	Quotes   []string           // that are looked for in it: those of an event, in order
	Quote    int                // which of them is shown
	Note     string             // a sentence on the document, or why there is none; "" for nothing
	Attach   bool               // a document, or another, can be attached
	Palette  palette.Palette
}

func (s DocumentState) equal(o DocumentState) bool {
	return s.Document == o.Document && s.Source == o.Source && slices.Equal(s.Quotes, o.Quotes) && s.Quote == o.Quote &&
		s.Note == o.Note && s.Attach == o.Attach && s.Palette == o.Palette
}

// DocumentEvents are the callbacks of a document view. The first four must be
// set.
type DocumentEvents struct {
	Quote  func(index int)   // another of the quotations is shown now
	Attach func()            // a document is to be attached
	Close  func()            // the view is to be closed
	Copy   func(text string) // text for the clipboard

	// What is typed and means nothing to the view; nil drops it.
	Key      func(key *fyne.KeyEvent)
	Rune     func(r rune)
	Shortcut func(shortcut fyne.Shortcut)
}

// DocumentView shows the text that a source is of, and in it the quotations of
// an event.
type DocumentView struct {
	widget.BaseWidget
	On DocumentEvents

	state  DocumentState
	places []docPlace
	at     int // in places
	head   *fyne.Container
	page   *docPage
	stale  bool // the state is newer than the head
}

// docPlace is a place where a quotation stands, or none for one that was not
// found.
type docPlace struct {
	quote int
	match document.Match // without ranges where there is none
	which int            // of the places of this quotation, from 1
	of    int            // how many it has
	near  document.Near  // its beginning, where that is all that was found
}

// NewDocumentView returns an empty view.
func NewDocumentView() *DocumentView {
	v := &DocumentView{head: container.New(stack{})}
	v.page = newDocPage(&v.On)
	v.ExtendBaseWidget(v)
	return v
}

// CreateRenderer is called by the toolkit.
func (v *DocumentView) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(headed{}, container.NewThemeOverride(v.head, readingTheme{}), v.page))
}

// headed lays a head out above a page.
type headed struct{}

// Layout is called by the toolkit.
func (headed) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	stack{}.Layout(objects[:1], size)
	top := min(objects[0].Size().Height, size.Height)
	objects[1].Move(fyne.NewPos(0, top))
	objects[1].Resize(fyne.NewSize(size.Width, size.Height-top))
}

// MinSize is called by the toolkit. The size is left open.
func (headed) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(40, 40) }

// Update sets what the view shows; showing the same again does nothing. Another
// quotation, or the same in another document, is brought into view.
func (v *DocumentView) Update(state DocumentState) {
	old := v.state
	if state.equal(old) {
		return
	}
	v.state = state
	v.page.palette = state.Palette
	anew := state.Document != old.Document
	if anew {
		v.page.open(state.Document)
	}
	if anew || !slices.Equal(state.Quotes, old.Quotes) {
		v.find()
		anew = true
	}
	if anew || len(v.places) > 0 && v.places[v.at].quote != state.Quote {
		v.show(slices.IndexFunc(v.places, func(p docPlace) bool { return p.quote == state.Quote }))
	}
	v.build()
}

// find looks for all quotations.
func (v *DocumentView) find() {
	v.places, v.at = nil, 0
	if v.state.Document == nil {
		return
	}
	for i, quote := range v.state.Quotes {
		matches := v.state.Document.Find(quote)
		if len(matches) == 0 {
			near, _ := v.state.Document.Nearest(quote)
			v.places = append(v.places, docPlace{quote: i, near: near})
		}
		for j, match := range matches {
			v.places = append(v.places, docPlace{quote: i, match: match, which: j + 1, of: len(matches)})
		}
	}
}

// show brings a place into view, none for one that is not.
func (v *DocumentView) show(at int) {
	v.page.selection = docSelection{}
	if at < 0 || at >= len(v.places) {
		v.page.mark(nil, false)
		return
	}
	v.at = at
	place := v.places[at]
	if place.of == 0 {
		v.page.mark(place.near.Match.Ranges, true)
		return
	}
	v.page.mark(place.match.Ranges, false)
}

// Step goes to the next (1) or previous (-1) place of a quotation, if there is
// one.
func (v *DocumentView) Step(by int) {
	at := v.at + by
	if at < 0 || at >= len(v.places) {
		return
	}
	v.show(at)
	if quote := v.places[at].quote; quote != v.state.Quote {
		v.state.Quote = quote
		v.On.Quote(quote)
	}
	v.build()
}

// Input is what has the keyboard while the document is read.
func (v *DocumentView) Input() fyne.Focusable { return v.page }

// Resize is called by the toolkit.
func (v *DocumentView) Resize(size fyne.Size) {
	v.BaseWidget.Resize(size)
	if v.stale && size.Width >= 1 {
		v.build()
	}
}

// build makes the head anew and paints the page. It waits until the view has a
// width: wrapping text is slow, and slowest in no width at all.
func (v *DocumentView) build() {
	if v.stale = v.Size().Width < 1; v.stale {
		return
	}
	v.head.Objects = v.headRows()
	v.Refresh()
	v.page.Refresh()
}
