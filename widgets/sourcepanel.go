package widgets

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"dateline/data"
	"dateline/data/facets"
	"dateline/widgets/palette"
	"dateline/widgets/scene"
)

// PanelState is what the source panel shows: an event, or a list of events that
// no zoom can part, or, for neither, what the dataset is.
type PanelState struct {
	Set     *data.Set
	Event   int           // index in Set.Events, -1 for none
	List    []int         // events to choose from, shown where Event is -1
	ListOf  int           // how many there are where List is only the first of them
	Place   int           // place of the event in the selection, from 1; 0 where it is hidden
	Of      int           // events in the selection
	Hits    string        // what leads back to the hits of a search, "" where there is no search
	Details *PanelDetails // of the event, nil for none
	Chosen  facets.Choice // of names that events are wanted of
	ChainOn bool          // the chain of the event is shown
	Page    PanelPage
	Palette palette.Palette
}

func (s PanelState) equal(o PanelState) bool {
	return s.Set == o.Set && s.Event == o.Event && s.Place == o.Place && s.Of == o.Of && s.Hits == o.Hits &&
		s.Palette == o.Palette && s.ListOf == o.ListOf && slices.Equal(s.List, o.List) &&
		s.Details == o.Details && s.Chosen.Equal(o.Chosen) && s.ChainOn == o.ChainOn && s.Page == o.Page
}

// PanelEvents are the callbacks of a source panel. All must be set.
type PanelEvents struct {
	Step     func(by int)                        // next (1) or previous (-1) event
	Select   func(event int)                     // an event of the list
	Copy     func(text string)                   // a citation for the clipboard
	Open     func(u *url.URL)                    // a source's address
	Hits     func()                              // the hits are wanted
	Chain    func()                              // the event's chain is wanted, or, while it is shown, everything
	Page     func(page PanelPage)                // another page is wanted
	Document func(claim int)                     // the document that a claim of the event comes from is wanted
	Cite     func(at fyne.Position)              // the forms of a citation are wanted; absolute place
	Name     func(kind facets.Kind, name string) // only events with that name are wanted, or no longer
}

// SourcePanel shows what the sources say about an event.
type SourcePanel struct {
	widget.BaseWidget
	On PanelEvents

	state  PanelState
	scroll *container.Scroll
	body   *fyne.Container
	stale  bool // the state is newer than the body
}

// NewSourcePanel returns an empty panel.
func NewSourcePanel() *SourcePanel {
	p := &SourcePanel{body: container.NewVBox(), state: PanelState{Event: -1}}
	p.scroll = container.NewVScroll(p.body)
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer is called by the toolkit.
func (p *SourcePanel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewThemeOverride(p.scroll, readingTheme{}))
}

// Update sets what the panel shows. It scrolls to the top for another event or
// list; showing the same again does nothing.
func (p *SourcePanel) Update(state PanelState) {
	if state.equal(p.state) {
		return
	}
	other := state.Set != p.state.Set || state.Event != p.state.Event || state.Page != p.state.Page ||
		!slices.Equal(state.List, p.state.List)
	p.state = state
	if p.stale = p.Size().Width < 1; !p.stale {
		p.build()
	}
	if other {
		p.scroll.ScrollToTop()
	}
}

// build makes the text anew. It waits until the panel has a width: wrapping text
// is slow, and slowest in no width at all.
func (p *SourcePanel) build() {
	p.stale = false
	p.body.Objects = []fyne.CanvasObject{p.content()}
	p.body.Refresh()
}

// Resize is called by the toolkit.
func (p *SourcePanel) Resize(size fyne.Size) {
	p.BaseWidget.Resize(size)
	if p.stale && size.Width >= 1 {
		p.build()
	}
}

// Scroll moves the text by a share of the panel's height.
func (p *SourcePanel) Scroll(share float32) {
	p.scroll.ScrollToOffset(fyne.NewPos(0, p.scroll.Offset.Y+share*p.scroll.Size().Height))
}

func (p *SourcePanel) content() fyne.CanvasObject {
	var rows []fyne.CanvasObject
	switch s := p.state; {
	case s.Set == nil:
	case s.Page.Kind == DisputesPage:
		rows = p.disputes()
	case s.Page.Kind == DisputePage:
		rows = p.dispute()
	case s.Event >= 0:
		rows = p.event()
	case len(s.List) > 0:
		rows = p.list()
	default:
		rows = p.about()
	}
	if p.state.Hits != "" {
		rows = append([]fyne.CanvasObject{p.back()}, rows...)
	}
	return container.New(layout.NewCustomPaddedLayout(16, 16, 18, 18), container.New(stack{gap: 8}, rows...))
}

// event returns the rows for one event.
func (p *SourcePanel) event() []fyne.CanvasObject {
	s := p.state
	e, err := s.Set.Events.At(s.Event)
	if err != nil {
		return p.unreadable(err)
	}
	return p.whole(&e)
}

// unreadable returns the rows for an event whose file has changed.
func (p *SourcePanel) unreadable(err error) []fyne.CanvasObject {
	events := &p.state.Set.Events
	return []fyne.CanvasObject{
		reading(events.Title(p.state.Event), theme.SizeNameHeadingText, true),
		reading(events.Date(p.state.Event).Words(), theme.SizeNameSubHeadingText, true),
		reading("Its sources cannot be shown: "+err.Error(), theme.SizeNameText, false),
	}
}

// whole returns the rows for an event with its evidence.
func (p *SourcePanel) whole(e *data.Event) []fyne.CanvasObject {
	rows := []fyne.CanvasObject{
		p.header(e),
		reading(e.Title, theme.SizeNameHeadingText, true),
		p.date(e),
		p.chips(e),
	}
	if e.Summary != "" {
		rows = append(rows, p.caption("SUMMARY"), reading(e.Summary, theme.SizeNameText, false))
	}
	rows = append(rows, p.caption("SOURCE TEXT"))
	for i, claim := range e.Claims {
		rows = append(rows, p.quotation(e, i, claim))
	}
	if len(e.Claims) == 0 {
		rows = append(rows, p.muted("This dataset quotes no source for this event."))
	}
	rows = append(rows, p.links()...)
	rows = append(rows, p.disagreements()...)
	rows = append(rows, p.known()...)
	rows = append(rows, p.facts(e)...)
	return append(rows, p.actions(e))
}

// header returns the line with the lane and the place among the events.
func (p *SourcePanel) header(e *data.Event) fyne.CanvasObject {
	s := p.state
	lane := s.Set.Lanes[e.Lanes[0]]
	name := canvas.NewText(OneLine(lane.Title), s.Palette.LaneText(lane.Color))
	name.TextStyle.Bold, name.TextSize = true, 13
	place := fmt.Sprintf("%d of %d", s.Place, s.Of)
	if s.Place == 0 {
		place = "hidden by filters"
	}
	count := canvas.NewText(place, s.Palette.Muted)
	count.TextSize = 13
	back := newIconButton(theme.NavigateBackIcon(), func() { p.On.Step(-1) })
	next := newIconButton(theme.NavigateNextIcon(), func() { p.On.Step(1) })
	dot := newDot(lane, s.Palette)
	// A long title must not push the arrows out of the panel.
	title := container.NewHScroll(container.NewHBox(container.NewCenter(name)))
	return container.NewBorder(nil, nil, container.NewCenter(dot),
		container.NewHBox(container.NewCenter(count), back, next), title)
}

// date returns the date in words with its precision.
func (p *SourcePanel) date(e *data.Event) fyne.CanvasObject {
	return container.New(stack{gap: 1},
		reading(e.Date.Words(), theme.SizeNameSubHeadingText, true),
		p.muted(e.Date.PrecisionWords()+" · written "+e.Date.String()))
}

// chipMost is how wide a lane's title may be on a chip.
const chipMost = 170

// chips returns the status and the number of sources.
func (p *SourcePanel) chips(e *data.Event) fyne.CanvasObject {
	row := container.New(flow{gap: 5})
	if e.Status != "" {
		sign := NewSign(p.state.Set.Lanes[e.Lanes[0]].Marker, e.Status)
		sign.Recolor(p.state.Palette)
		row.Add(p.signed(sign, e.Status.Words()))
	}
	row.Add(p.chip(p.supportWords(e)))
	for _, lane := range e.Lanes[1:] {
		title := scene.Shorten(p.state.Set.Lanes[lane].Title, chipMost, func(s string) float64 { return chipText.widthIn(s, chipFace) })
		row.Add(p.chip("also: " + title))
	}
	return row
}

func (p *SourcePanel) chip(text string) fyne.CanvasObject {
	back := canvas.NewRectangle(p.state.Palette.Button)
	back.CornerRadius = 11
	label := canvas.NewText(OneLine(text), p.state.Palette.Text)
	label.TextSize = 12
	return container.NewStack(back, container.New(layout.NewCustomPaddedLayout(2, 3, 11, 11), label))
}

// facts returns people, places and tags, as far as there are any. A click leaves
// only the events with that name.
func (p *SourcePanel) facts(e *data.Event) []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for kind, names := range [...][]string{facets.People: e.People, facets.Places: e.Places, facets.Tags: e.Tags} {
		if len(names) == 0 {
			continue
		}
		chosen := map[string]bool{}
		for _, name := range p.state.Chosen.Names[kind] {
			chosen[name] = true
		}
		links := NameLinks(names, chosen, p.state.Palette, func(name string) { p.On.Name(facets.Kind(kind), name) })
		rows = append(rows, p.caption(strings.ToUpper(facets.Kind(kind).Words())), links)
	}
	return rows
}

// actions returns the buttons for the event.
func (p *SourcePanel) actions(e *data.Event) fyne.CanvasObject {
	set := p.state.Set
	copyIt := widget.NewButton("Copy citation", func() { p.On.Copy(set.Citation(e)) })
	cite := widget.NewButton("Cite as…", nil)
	cite.OnTapped = func() { p.On.Cite(fyne.CurrentApp().Driver().AbsolutePositionForObject(cite)) }
	return container.New(layout.NewCustomPaddedLayout(8, 0, 0, 0), container.NewHBox(buttonTheme(copyIt), buttonTheme(cite)))
}

func (p *SourcePanel) caption(text string) fyne.CanvasObject {
	t := canvas.NewText(text, p.state.Palette.Muted)
	t.TextSize, t.TextStyle.Bold = 11, true
	return container.New(layout.NewCustomPaddedLayout(8, 0, 0, 0), t)
}

func (p *SourcePanel) muted(text string) fyne.CanvasObject {
	l := reading(text, theme.SizeNameCaptionText, false)
	l.Importance = widget.LowImportance
	return l
}

// reading returns text that wraps and can be selected and copied.
func reading(text string, size fyne.ThemeSizeName, bold bool) *widget.Label {
	l := widget.NewLabel(ReadText(text))
	l.Wrapping, l.Selectable, l.SizeName, l.TextStyle.Bold = fyne.TextWrapWord, true, size, bold
	return l
}

// newDot returns a lane's marker.
func newDot(lane data.Lane, p palette.Palette) fyne.CanvasObject {
	d := &dot{lane: lane, color: p.Mark(lane.Color)}
	d.ExtendBaseWidget(d)
	return d
}
