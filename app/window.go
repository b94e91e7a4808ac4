package app

import (
	"context"
	"fmt"
	"math"
	"net/url"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"dateline/data"
	"dateline/widgets"
	"dateline/widgets/palette"
	"dateline/widgets/scene"
)

// keyZoom is how much closer one press of the key zooms.
const keyZoom = 1.4

// The window's size at the first start.
const (
	firstWidth  = 1440
	firstHeight = 880
)

// window joins the widgets: what the user does changes the state, the state is
// shown by all of them.
type window struct {
	app     fyne.App
	win     fyne.Window
	state   *state
	camera  *camera
	session session
	keeper  keeper

	timeline *widgets.Timeline
	minimap  *widgets.Minimap
	filter   *widgets.LaneFilter
	statuses *widgets.CheckList
	sources  *widgets.CheckList
	support  *widgets.CheckList
	known    *widgets.KnownBy
	panel    *widgets.SourcePanel
	field    *widgets.SearchField
	hits     *widgets.HitList      // in the panel's place
	names    *widgets.FacetList    // likewise
	document *widgets.DocumentView // likewise
	attached *attachments
	signs    map[data.Status]*widgets.Sign // in the side bar
	bar      *widgets.Notice               // between header and timeline
	chrome   *chrome
	story    *story

	seeker   seeker
	bindings bindings
	variant  fyne.ThemeVariant
	theme    *appTheme
	dialogs  []dialog.Dialog // open ones, the last on top
	overlay  *widget.PopUp   // the list of shortcuts, nil while it is closed
	exit     func(status int)
	running  bool     // the program has started
	waiting  []func() // what is done then
	opening  *opening // the dataset that is being read, nil for none

	file      *openFile // that is shown and watched, nil for none
	table     bool      // it is a table whose columns can be anything
	reloading reloading
	notice    widgets.NoticeState
	telling   bool // the notice goes with the marks of what a save has changed

	stopReading context.CancelFunc // of what filters and panel go by
}

// newWindow builds the window, without a dataset.
func newWindow(a fyne.App, s session, path string) *window {
	w := &window{app: a, session: s, win: a.NewWindow("Dateline"), exit: os.Exit}
	w.state = newState(w.show)
	w.state.away = w.away
	w.state.theme = themeOr(s.Theme)
	w.camera = &camera{state: w.state, now: time.Now, still: !a.Settings().ShowAnimations()}
	w.keeper = keeper{path: path}
	var attachedErr error
	if w.attached, attachedErr = loadAttachments(attachedPath(path)); attachedErr != nil {
		w.later(func() { w.fail("The attached documents are not known", attachedErr) })
	}
	w.variant = a.Settings().ThemeVariant()
	w.theme = newTheme(w.state.theme)
	a.Settings().SetTheme(w.theme)

	w.timeline, w.minimap = widgets.NewTimeline(), widgets.NewMinimap()
	w.filter, w.panel = widgets.NewLaneFilter(), widgets.NewSourcePanel()
	w.field, w.hits = widgets.NewSearchField(), widgets.NewHitList()
	w.statuses, w.sources, w.support = widgets.NewCheckList(), widgets.NewCheckList(), widgets.NewCheckList()
	w.known, w.names, w.document = widgets.NewKnownBy(), widgets.NewFacetList(), widgets.NewDocumentView()
	w.bar = widgets.NewNotice()
	w.chrome, w.story = newChrome(w), newStory(w)
	w.connect()
	w.win.SetContent(watched(w.story.framed(w.chrome.content(s.Panel))))
	w.chrome.columns.container.Hide() // until there is something in it
	w.bindMenus()
	w.win.SetMaster()
	w.win.SetPadded(false)
	w.win.SetCloseIntercept(w.quit)
	w.win.SetOnDropped(func(_ fyne.Position, uris []fyne.URI) { w.dropped(uris) })
	w.win.Resize(fyne.NewSize(sizeOr(s.Width, firstWidth), sizeOr(s.Height, firstHeight)))
	if s.Full {
		w.win.SetFullScreen(true)
	}
	a.Settings().AddListener(w.settingsChanged)
	a.Lifecycle().SetOnStarted(w.begin)
	return w
}

func themeOr(mode themeMode) themeMode {
	if mode == "" {
		return systemTheme
	}
	return mode
}

func sizeOr(kept, first float32) float32 {
	if kept < 1 || math.IsNaN(float64(kept)) {
		return first
	}
	return kept
}

// connect passes what the user does in the widgets to state and camera.
func (w *window) connect() {
	w.state.held = w.timeline.Held
	w.timeline.On = widgets.TimelineEvents{
		Pan: w.camera.pan, Zoom: w.camera.zoom, FitAll: w.fitAll,
		Range:    func(span scene.Span) { w.camera.fly(w.state.over(span)) },
		FitEvent: func(event int) { w.camera.fly(w.state.fitEvent(event)) },
		Select:   w.state.choose,
		Reveal:   w.reveal,
		Cluster:  w.openCluster,
		Resized: func(width, height float64) {
			w.camera.stop() // its target is made for the old width
			w.state.resize(scene.Size{W: width, H: height})
		},
		Key: w.typedKey, Rune: w.typedRune,
		Menu: w.eventMenu,
	}
	w.minimap.OnRange = func(span scene.Span) { w.camera.land(w.state.over(span)) }
	w.filter.OnToggle, w.filter.OnOnly = w.state.toggle, w.state.only
	w.filter.OnKey, w.filter.OnRune = w.typedKey, w.typedRune
	w.panel.On = widgets.PanelEvents{
		Step:   func(by int) { w.thenKeys(func() { w.step(by) })() },
		Select: func(event int) { w.thenKeys(func() { w.reveal(event) })() },
		Copy:   func(text string) { w.thenKeys(func() { w.copyText(text) })() },
		Open: func(u *url.URL) {
			if err := w.app.OpenURL(u); err != nil {
				w.fail("The address could not be opened", err)
			}
		},
		Hits: w.state.listHits,
	}
	w.connectSearch()
	w.connectEvidence()
	w.connectSide()
	w.connectNames()
	w.connectReading()
	w.connectNotice()
}

// palette returns the colours in force.
func (w *window) palette() palette.Palette {
	if w.theme.mode != w.state.theme {
		w.theme = newTheme(w.state.theme)
	}
	return w.theme.palette(w.variant)
}

// settingsChanged follows the system's light or dark.
func (w *window) settingsChanged(settings fyne.Settings) {
	if v := settings.ThemeVariant(); v != w.variant {
		w.variant = v
		w.show()
	}
}

// show brings the state to the widgets.
func (w *window) show() {
	s := w.state
	if s.set == nil {
		return
	}
	if !w.chrome.columns.container.Visible() {
		w.chrome.columns.container.Show()
	}
	p := w.palette()
	if w.app.Settings().Theme() != w.theme {
		w.app.Settings().SetTheme(w.theme)
	}
	w.timeline.Update(widgets.TimelineState{
		Selection: s.selection, Domain: s.domain, View: s.view, Selected: s.selected, Found: s.hits(), Palette: p,
		Empty: w.emptyWords(), Chain: s.chain, Wanted: s.drawn(), Measuring: s.measure.on, Ruler: s.ruler(),
		Until: widgets.Until{On: s.filters.known.on, Instant: s.filters.known.at},
	})
	w.showNotice()
	if w.story.show(p) {
		return
	}
	w.minimap.Update(widgets.MinimapState{
		Selection: s.selection, Domain: s.domain, View: s.view, Width: s.size.W, Found: s.hits(), Palette: p,
	})
	w.showSearch(p)
	w.chrome.update(p)
	w.keeper.keep(w.snapshot)
}

func (w *window) emptyWords() string {
	if w.state.set.Events.Len() == 0 {
		return "This dataset has no events."
	}
	if len(w.state.selection.Lanes) == 0 {
		return "All lanes are switched off. Switch one on at the left, or press 0 to show all."
	}
	return "The filters leave no event. Change them at the left, or press 0 to show all."
}

func (w *window) panelState(p palette.Palette) widgets.PanelState {
	s := w.state
	state := widgets.PanelState{Set: s.set, Event: s.selected, List: s.list, ListOf: s.listOf, Of: s.selection.Len(), Hits: w.back(), Palette: p}
	state.Details, state.ChainOn, state.Page, state.Chosen = w.details(), s.chain != nil, s.page, s.filters.names
	if s.selection.Has(s.selected) {
		state.Place = s.selection.Place(s.selected) + 1
	}
	return state
}

// display shows another dataset: all is the selection of all its events.
func (w *window) display(all *data.Selection) {
	set := all.Set
	w.camera.stop()
	w.watchFor(nil)
	w.notify(widgets.NoticeState{})
	w.state.open(all)
	w.adopted(set)
	w.session.File = set.Path
	if set.Path != "" {
		if full, err := filepath.Abs(set.Path); err == nil {
			w.session.File = full
		}
		w.session.remember(w.session.File)
	}
	w.bindMenus()
	w.win.Canvas().Focus(w.timeline)
}

// adopted reads what search, filters and panel go by, of a dataset that the
// state has taken up.
func (w *window) adopted(set *data.Set) {
	w.index(set)
	w.readFacts(set)
	w.win.SetTitle(widgets.OneLine(set.Title) + " — Dateline")
}

// bindMenus makes menus and shortcuts from the table of commands.
func (w *window) bindMenus() {
	commands := w.commands()
	w.bind(commands)
	w.win.SetMainMenu(w.menus(commands))
}

// statusWords returns what the status bar says: the stretch of time in view, how
// many events are in it, and how many the filters hide.
func (w *window) statusWords() (span, events, hidden string) {
	s := w.state
	span = s.view.Span(s.size.W).Words()
	sc := w.timeline.Scene()
	if sc == nil {
		return span, "", ""
	}
	events = fmt.Sprintf("%d of %d events in view", sc.InView, s.set.Events.Len())
	if sc.Outside > 0 {
		events += fmt.Sprintf(" · %d outside the view", sc.Outside)
	}
	if n := s.selection.Hidden; n > 0 {
		hidden = fmt.Sprintf("%d hidden by filters: show all", n)
	} else {
		hidden = "0 hidden by filters"
	}
	return span, events, hidden
}
