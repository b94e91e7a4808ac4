package app

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"dateline/widgets"
	"dateline/widgets/scene"
)

// zoomKey zooms at the selected event, or at the middle where it is not in view.
func (w *window) zoomKey(factor float64) {
	s := w.state
	x := s.size.W / 2
	if s.selected >= 0 && s.inView(s.selected) {
		extent := scene.Extent(s.set, s.selected, s.domain)
		at := w.camera.aim().X((extent.From + extent.To) / 2)
		x = min(max(at, 0), s.size.W)
	}
	w.camera.zoom(x, factor)
}

func (w *window) fitAll() { w.camera.fly(scene.Fit(w.state.domain, w.state.size.W)) }

func (w *window) fitSelected() {
	if w.state.selected >= 0 {
		w.camera.fly(w.state.fitEvent(w.state.selected))
	}
}

// reveal selects an event and brings it into view.
func (w *window) reveal(event int) {
	s := w.state
	if event < 0 {
		return
	}
	s.choose(event)
	if !s.inView(event) {
		w.camera.fly(s.centred(event))
	}
	w.scrollTo(event)
}

// scrollTo scrolls the lanes so that an event's mark is seen.
func (w *window) scrollTo(event int) {
	y, row, ok := w.timeline.RowOf(event)
	if !ok {
		return
	}
	m := w.timeline.Metrics()
	top, bottom := m.Axis+m.LaneHeader, w.state.size.H
	switch {
	case y-row/2 < top:
		w.camera.glidePan(0, y-row/2-top)
	case y+row/2 > bottom:
		w.camera.glidePan(0, y+row/2-bottom)
	}
}

// step selects the next or the previous event in time.
func (w *window) step(by int) { w.reveal(scene.Step(w.state.selection, w.state.selected, by)) }

// beside selects the nearest event in the next lane.
func (w *window) beside(by int) { w.reveal(scene.Beside(w.state.selection, w.state.selected, by)) }

// openCluster zooms until a cluster falls apart; if it cannot, its events are
// listed in the panel.
func (w *window) openCluster(events scene.Members, _ float64) {
	if view, ok := scene.Opening(w.timeline.Input(), events); ok {
		w.camera.fly(view)
		return
	}
	var first []int
	for event := range events.All() {
		if first = append(first, event); len(first) == mostChoices {
			break
		}
	}
	w.state.choices(first, events.Len())
}

// mostChoices is how many of the events that no zoom parts are listed.
const mostChoices = 200

// enter opens the cluster that the selected event is in.
func (w *window) enter() {
	sc := w.timeline.Scene()
	if sc == nil || w.state.selected < 0 {
		return
	}
	if mark := sc.MarkOf(w.state.selected); mark >= 0 && sc.Marks[mark].Several() {
		w.openCluster(sc.Marks[mark].Events, 0)
	}
}

// escape takes back one thing: what is measured, a page of the panel, the chain,
// the selection, or at last the search.
func (w *window) escape() {
	switch s := w.state; {
	case s.measure.on:
		s.measureAgain()
	case s.page != (widgets.PanelPage{}):
		s.turn(widgets.PanelPage{})
	case s.reading.open:
		w.closeDocument()
	case s.naming.open:
		w.showNames()
	case s.chained:
		s.showChain()
	case s.selected >= 0 || s.list != nil:
		s.choose(-1)
	default:
		w.clearSearch()
	}
}

func (w *window) scrollLanes(pages float64) {
	w.camera.glidePan(0, pages*(w.state.size.H-w.timeline.Metrics().Axis)*0.9)
}

func (w *window) goBack() {
	if v, ok := w.state.history.goBack(w.camera.aim()); ok {
		w.camera.glide(v)
	}
}

func (w *window) goForward() {
	if v, ok := w.state.history.goForward(w.camera.aim()); ok {
		w.camera.glide(v)
	}
}

// lane runs a change of the filter for the lane at a place in the list.
func (w *window) lane(i int, change func(id string)) {
	if i < len(w.state.set.Lanes) {
		change(w.state.set.Lanes[i].ID)
	}
}

func (w *window) showAll() { w.state.clearFilters() }

func (w *window) switchTheme() {
	if w.palette().Dark {
		w.state.setTheme(lightTheme)
	} else {
		w.state.setTheme(darkTheme)
	}
}

func (w *window) fullScreen() { w.win.SetFullScreen(!w.win.FullScreen()) }

// moveFocus gives the keyboard to the notice, if there is one, to the lanes, or
// back to the timeline.
func (w *window) moveFocus() {
	c := w.win.Canvas()
	if c.Focused() == w.timeline {
		if bar := w.bar.First(); bar != nil {
			c.Focus(bar)
			return
		}
		w.focusSide()
		return
	}
	if w.bar.Has(c.Focused()) {
		w.focusSide()
		return
	}
	c.Focus(w.timeline)
}

// focusSide gives the keyboard to the lanes.
func (w *window) focusSide() {
	c := w.win.Canvas()
	if box := w.filter.First(); box != nil {
		c.Focus(box)
	}
}

func (w *window) copyCitation() {
	if w.state.selected < 0 {
		return
	}
	event, err := w.state.set.Events.At(w.state.selected)
	if err != nil {
		w.fail("The citation was not copied", err)
		return
	}
	w.copyText(w.state.set.Citation(&event))
}

func (w *window) copyText(text string) {
	w.app.Clipboard().SetContent(text)
	w.chrome.say("Citation copied")
}

// eventMenu is what a right click on an event offers.
func (w *window) eventMenu(event int, at fyne.Position) {
	w.state.choose(event)
	widget.ShowPopUpMenuAtPosition(w.menuOf(event), w.win.Canvas(), at)
}

func (w *window) menuOf(event int) *fyne.Menu {
	id := w.state.set.Events.ID(event) // the menu may be open while a save is swapped in
	menu := fyne.NewMenu("",
		fyne.NewMenuItem("Copy citation", w.copyCitation),
		fyne.NewMenuItem("Fit in the view", func() {
			if event, ok := w.state.set.Events.Index(id); ok {
				w.camera.fly(w.state.fitEvent(event))
			}
		}),
	)
	for _, lane := range w.state.set.Events.Lanes(event) {
		l := w.state.set.Lanes[lane]
		menu.Items = append(menu.Items, fyne.NewMenuItem(widgets.OneLine("Only “"+l.Title+"”"), func() { w.state.only(l.ID) }))
	}
	return menu
}

// restore brings back what the last session showed of this dataset.
func (w *window) restore(s session) {
	hidden := map[string]bool{}
	for _, id := range s.Hidden {
		hidden[id] = true
	}
	w.state.setFilter(hidden)
	w.state.restoreEvidence(s.Evidence)
	if s.To > s.From {
		w.state.showSpan(scene.Span{From: s.From, To: s.To}, s.Top)
	}
	if event, ok := w.state.set.Events.Index(s.Selected); ok {
		w.state.choose(event)
	}
}

// snapshot returns the session as it stands.
func (w *window) snapshot() session {
	s := w.session
	span := w.state.view.Span(w.state.size.W)
	s.From, s.To, s.Top = span.From, span.To, w.state.view.Top
	s.Hidden, s.Selected, s.Theme = w.state.hiddenLanes(), "", w.state.theme
	s.Evidence = w.state.keepEvidence()
	if w.state.selected >= 0 {
		s.Selected = w.state.set.Events.ID(w.state.selected)
	}
	s.Full = w.win.FullScreen()
	if !s.Full {
		size := w.win.Canvas().Size()
		s.Width, s.Height = size.Width, size.Height
	}
	s.Panel = w.chrome.columns.panel
	s.Recent = slices.Clone(s.Recent)
	s.Columns = s.Columns.kept()
	return s
}
