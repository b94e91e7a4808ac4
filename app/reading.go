package app

import (
	"errors"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"dateline/data"
	"dateline/data/cite"
	"dateline/data/document"
	"dateline/widgets"
	"dateline/widgets/palette"
)

// reading is the document of a source that is open beside the timeline.
type reading struct {
	open     bool
	source   int // index in Set.Sources
	event    int // whose quotations are looked for
	quotes   []string
	quote    int // which of them is shown
	document *document.Document
	note     string
}

// connectReading passes on what the user does with documents.
func (w *window) connectReading() {
	w.panel.On.Document = func(claim int) { w.openDocument(claim) }
	w.panel.On.Cite = w.citeMenu
	w.document.On = widgets.DocumentEvents{
		Quote: func(index int) {
			w.state.reading.quote = index
			w.state.changed()
		},
		Attach:   w.attachDocument,
		Close:    func() { w.thenKeys(w.closeDocument)() },
		Copy:     func(text string) { w.copied(text, "Text copied") },
		Key:      w.typedKey,
		Rune:     w.typedRune,
		Shortcut: w.typedShortcut,
	}
}

// openDocument shows the document that a claim of the selected event comes from,
// with all that the event quotes from it.
func (w *window) openDocument(claim int) {
	s := w.state
	if s.selected < 0 {
		w.chrome.say("Select an event to see its source")
		return
	}
	event, err := s.set.Events.At(s.selected)
	if err != nil {
		w.fail("The source cannot be shown", err)
		return
	}
	if claim >= len(event.Claims) {
		w.chrome.say("This event quotes no source")
		return
	}
	s.reading = quotesOf(&event, s.selected, claim)
	w.readDocument()
	s.changed()
}

// quotesOf returns what an event quotes from the source of one of its claims,
// beginning with that.
func quotesOf(event *data.Event, number, claim int) reading {
	r := reading{open: true, source: event.Claims[claim].Source, event: number}
	for i := range event.Claims {
		c := &event.Claims[i]
		if c.Source != r.source || c.Quote == "" {
			continue
		}
		if i == claim {
			r.quote = len(r.quotes)
		}
		r.quotes = append(r.quotes, c.Quote)
	}
	return r
}

// readDocument reads the document of the source that is open, in the background:
// it may be a long one.
func (w *window) readDocument() {
	set, source := w.state.set, w.state.reading.source
	w.state.away("reading a document", func() func() {
		d, note, err := w.attached.document(set, source)
		switch {
		case errors.Is(err, errNoDocument):
			note = "The text of this source is not at hand. Attach a text file of it to see each quotation in its place; " +
				"Dateline remembers it."
		case err != nil:
			note = sentence(err)
		}
		return func() { w.showRead(set, source, d, note) }
	})
}

// showRead shows a document that has been read, if it is still wanted.
func (w *window) showRead(set *data.Set, source int, d *document.Document, note string) {
	s := w.state
	if s.set != set || !s.reading.open || s.reading.source != source {
		return
	}
	s.reading.document, s.reading.note = d, note
	s.changed()
}

// sentence returns an error as a sentence.
func sentence(err error) string {
	text := []rune(err.Error())
	if len(text) == 0 {
		return ""
	}
	if text[0] >= 'a' && text[0] <= 'z' {
		text[0] += 'A' - 'a'
	}
	return string(text) + "."
}

// followDocument keeps the document open beside another event: at what that
// quotes from it, else at its first source.
func (w *window) followDocument() {
	s := w.state
	r := &s.reading
	if !r.open || r.event == s.selected {
		return
	}
	event, err := s.set.Events.At(s.selected)
	if err != nil || len(event.Claims) == 0 {
		*r = reading{}
		return
	}
	document, note, source := r.document, r.note, r.source
	claim := max(slices.IndexFunc(event.Claims, func(c data.Claim) bool { return c.Source == source }), 0)
	*r = quotesOf(&event, s.selected, claim)
	if r.source == source {
		r.document, r.note = document, note
		return
	}
	w.readDocument()
}

// showDocument opens the document of the selected event's first claim, or closes
// what is open.
func (w *window) showDocument() {
	if w.state.reading.open {
		w.closeDocument()
		return
	}
	w.openDocument(0)
}

func (w *window) closeDocument() {
	w.state.reading = reading{}
	w.state.changed()
}

// attachDocument asks for a file to attach to the source that is open.
func (w *window) attachDocument() {
	open := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		if err != nil {
			w.fail("The document was not attached", err)
			return
		}
		if file == nil {
			return
		}
		path := file.URI().Path()
		if err := file.Close(); err != nil {
			w.fail("The document was not attached", err)
			return
		}
		w.attach(path)
	}, w.win)
	w.present(open, nil)
}

// attach attaches a file to the source that is open.
func (w *window) attach(path string) {
	set, source := w.state.set, w.state.reading.source
	if !w.state.reading.open {
		return
	}
	w.state.away("attaching a document", func() func() {
		d, err := w.attached.attach(set, source, path)
		return func() {
			if err != nil {
				w.fail("The document was not attached", err)
			}
			if d != nil {
				w.showRead(set, source, d, "")
			}
		}
	})
}

func (w *window) documentState(p palette.Palette) widgets.DocumentState {
	r := &w.state.reading
	source := &w.state.set.Sources[r.source]
	return widgets.DocumentState{
		Document: r.document, Source: source.Name(), Quotes: r.quotes, Quote: r.quote, Note: r.note,
		Attach: source.File == "" || r.document == nil, Palette: p,
	}
}

// citeMenu offers the forms of a citation.
func (w *window) citeMenu(at fyne.Position) {
	menu := fyne.NewMenu("")
	for _, format := range cite.Formats {
		menu.Items = append(menu.Items, fyne.NewMenuItem("Copy as "+format.Words(), func() { w.copyCitationAs(format) }))
	}
	widget.ShowPopUpMenuAtPosition(menu, w.win.Canvas(), at)
}

// copyCitationAs copies the selected event with its evidence.
func (w *window) copyCitationAs(format cite.Format) {
	if w.state.selected < 0 {
		w.chrome.say("Select an event to copy its citation")
		return
	}
	event, err := w.state.set.Events.At(w.state.selected)
	if err != nil {
		w.fail("The citation was not copied", err)
		return
	}
	text, err := cite.Event(w.state.set, &event, format)
	if err != nil {
		w.fail("The citation was not copied", err)
		return
	}
	w.copied(text, "Citation copied as "+format.Words())
}

func (w *window) copied(text, note string) {
	w.app.Clipboard().SetContent(text)
	w.chrome.say(note)
}
