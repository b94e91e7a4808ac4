package app

import (
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"dateline/widgets"
	"dateline/widgets/palette"
)

// connectSearch passes what the user does in the field and the list of hits on.
func (w *window) connectSearch() {
	w.field.OnChanged, w.field.OnStep, w.field.OnClear = w.state.seek, w.nextHit, w.clearSearch
	w.field.OnKey, w.field.OnShortcut = w.typedKey, w.typedShortcut
	w.hits.OnSelect = func(event int) { w.thenKeys(func() { w.reveal(event) })() }
}

// focusSearch gives the search field the keyboard, its text selected.
func (w *window) focusSearch() {
	w.win.Canvas().Focus(w.field.Input())
	w.field.SelectAll()
}

// clearSearch ends the search and gives the keyboard back to the timeline.
func (w *window) clearSearch() {
	w.state.seek("")
	w.win.Canvas().Focus(w.timeline)
}

// nextHit selects the hit after the selected event, or, by -1, the one before; as
// soon as there is an answer, if that is still to come.
func (w *window) nextHit(by int) {
	if w.state.pending() {
		w.seeker.step = by
		return
	}
	hits := w.state.hits()
	if hits == nil || hits.Len() == 0 {
		return
	}
	event, around := w.state.hitAfter(by)
	switch {
	case event == w.state.selected:
		w.chrome.say("There is no other hit")
	case around && by > 0:
		w.chrome.say("After the last hit comes the first")
	case around:
		w.chrome.say("Before the first hit comes the last")
	}
	w.reveal(event)
}

// showSearch brings what was found to the field, and to the panel: the list of
// hits, or else what the panel shows.
func (w *window) showSearch(p palette.Palette) {
	w.follow()
	w.field.Update(w.fieldState(p))
	w.followDocument()
	switch {
	case w.state.reading.open:
		w.document.Update(w.documentState(p))
		w.alone(w.document)
	case w.state.naming.open:
		w.names.Update(w.namesState(p))
		w.alone(w.names)
	case w.state.listsHits() && w.state.page == (widgets.PanelPage{}):
		w.hits.Update(w.hitsState(p))
		w.alone(w.hits)
	default:
		w.panel.Update(w.panelState(p))
		w.alone(w.panel)
	}
}

// alone shows one of what can stand in the panel's place.
func (w *window) alone(shown fyne.CanvasObject) {
	for _, o := range []fyne.CanvasObject{w.panel, w.hits, w.names, w.document} {
		if o != shown {
			o.Hide()
		}
	}
	shown.Show()
}

func (w *window) fieldState(p palette.Palette) widgets.FieldState {
	s := w.state
	state := widgets.FieldState{Text: s.search.text, Palette: p}
	hits := s.hits()
	switch {
	case hits == nil:
	case hits.Len() == 0:
		state.Count, state.None = "no hits", true
	case hits.Has(s.selected):
		state.Count = thousands(hits.Place(s.selected)+1) + " of " + hitWords(hits.Len())
	default:
		state.Count = hitWords(hits.Len())
	}
	return state
}

func (w *window) hitsState(p palette.Palette) widgets.HitsState {
	a := w.state.search.answer
	state := widgets.HitsState{
		Hits: a.hits, Words: a.text, Selected: w.state.selected, Palette: p,
		Heading: hitWords(a.hits.Len()) + " for “" + strings.TrimSpace(a.text) + "”",
	}
	if a.hits.Len() == 0 {
		state.Heading = "No hits for “" + strings.TrimSpace(a.text) + "”"
	}
	state.Note = w.hitsNote(a)
	return state
}

// hitsNote returns what is said below the heading of the hits: what the filters
// hide, what has not been looked at yet, and for no hits, what can be done.
func (w *window) hitsNote(a *answer) string {
	var notes []string
	index := w.state.search.index
	switch {
	case a.whole:
	case index.err != nil:
		notes = append(notes, "In titles only: "+index.err.Error()+".")
	default:
		notes = append(notes, fmt.Sprintf("In titles; quotations follow: %.0f %%.", 100*index.share))
	}
	switch hidden := a.total - a.hits.Len(); {
	case hidden > 0 && a.hits.Len() == 0:
		notes = append(notes, "Filters hide "+hitWords(hidden)+": switch lanes on at the left to see more.")
	case hidden > 0:
		notes = append(notes, thousands(hidden)+" more hidden by filters.")
	}
	if a.total == 0 && a.whole {
		notes = append(notes, "No event has "+wordsWanted(a.text)+" in its title, summary, people, places, tags or "+
			"quotations. Of the last word the beginning is enough: try fewer words, or fewer letters.")
	}
	return strings.Join(notes, " ")
}

// wordsWanted says how many words are looked for.
func wordsWanted(text string) string {
	if len(strings.Fields(text)) > 1 {
		return "all these words"
	}
	return "this word"
}

// back returns what leads from an event back to the hits, "" for no search.
func (w *window) back() string {
	hits := w.state.hits()
	if hits == nil {
		return ""
	}
	return hitWords(hits.Len()) + " for “" + strings.TrimSpace(w.state.search.answer.text) + "”"
}

func hitWords(n int) string {
	if n == 1 {
		return "1 hit"
	}
	return thousands(n) + " hits"
}

// thousands returns a number of at least 0 with commas between its thousands.
func thousands(n int) string {
	digits := strconv.Itoa(n)
	for at := len(digits) - 3; at > 0; at -= 3 {
		digits = digits[:at] + "," + digits[at:]
	}
	return digits
}
