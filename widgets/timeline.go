package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"dateline/data"
	"dateline/widgets/palette"
	"dateline/widgets/scene"
)

var (
	_ fyne.Widget        = (*Timeline)(nil)
	_ fyne.Focusable     = (*Timeline)(nil)
	_ fyne.Tabbable      = (*Timeline)(nil)
	_ fyne.Scrollable    = (*Timeline)(nil)
	_ fyne.Draggable     = (*Timeline)(nil)
	_ desktop.Mouseable  = (*Timeline)(nil)
	_ desktop.Hoverable  = (*Timeline)(nil)
	_ desktop.Cursorable = (*Timeline)(nil)
)

// TimelineState is what a timeline shows.
type TimelineState struct {
	Selection *data.Selection
	Domain    scene.Span
	View      scene.View
	Selected  int             // index in Set.Events, -1 for none
	Found     *data.Selection // what a search has found, nil for no search
	Chain     []int           // events that stand out, nil for all alike
	Wanted    scene.Wanted    // what is drawn over the events
	Until     Until           // up to when is shown what was known
	Measuring bool            // clicks pick places to measure between
	Ruler     *Ruler          // nil for none
	Palette   palette.Palette
	Empty     string // the sentence shown where no event is selected for display
}

// Until is an instant up to which is shown what was known.
type Until struct {
	On      bool
	Instant int64 // seconds since 1970, inclusive
}

// TimelineEvents are the callbacks of a timeline; those that are nil are not
// called. Places are pixels from the timeline's top left corner.
type TimelineEvents struct {
	Pan      func(dx, dy float64)                  // the view moved by pixels
	Zoom     func(x, factor float64)               // zoomed at a place, factor > 1 is closer
	Range    func(span scene.Span)                 // a stretch of time was chosen
	FitAll   func()                                // empty lane double clicked
	FitEvent func(event int)                       // event double clicked
	Select   func(event int)                       // event clicked
	Pick     func(event int, instant float64)      // place to measure from or to; event -1 for none there
	Reveal   func(event int)                       // event beyond the edge clicked
	Cluster  func(events scene.Members, x float64) // cluster clicked
	Resized  func(width, height float64)           // laid out anew
	Key      func(key *fyne.KeyEvent)              // typed while focused
	Rune     func(r rune)                          // typed while focused
	Menu     func(event int, at fyne.Position)     // right click on an event; absolute place
}

// Timeline is the zoomable line of time with its lanes.
type Timeline struct {
	widget.BaseWidget
	On TimelineEvents

	state   TimelineState
	metrics *scene.Metrics // roomy or compact
	roomy   scene.Metrics
	compact scene.Metrics
	text    *textMeasure
	builder scene.Builder
	scene   *scene.Scene
	over    *scene.Overlay
	pointer pointer
	focused bool
	keyed   bool // the last input was a key: the focus is shown
	laid    scene.Size
}

// NewTimeline returns a timeline that shows nothing yet.
func NewTimeline() *Timeline {
	t := &Timeline{text: newTextMeasure(), state: TimelineState{Selected: -1}}
	t.setMetrics()
	t.pointer = pointer{mark: -1, hint: -1}
	t.ExtendBaseWidget(t)
	return t
}

// Update sets what the timeline shows. Where the marks move, none is under the
// pointer any more until it moves.
func (t *Timeline) Update(state TimelineState) {
	if state.Selection != t.state.Selection || state.View != t.state.View {
		t.pointer.mark, t.pointer.hint = -1, -1
	}
	t.state = state
	t.Refresh()
}

// Scene returns what the timeline last drew, for the status bar; nil before
// the first Update.
func (t *Timeline) Scene() *scene.Scene { return t.scene }

// Metrics returns the measures that the timeline is laid out with.
func (t *Timeline) Metrics() *scene.Metrics { return t.metrics }

// Forget drops remembered widths of texts, after the fonts have changed.
func (t *Timeline) Forget() {
	t.text.forget()
	t.builder = scene.Builder{}
}

// build lays out the state at the present size.
func (t *Timeline) build() *scene.Scene {
	size := t.Size()
	if t.state.Selection == nil || size.Width < 2 || size.Height < 2 {
		return nil
	}
	s := t.builder.Build(t.Input())
	t.over = t.builder.Overlay(&t.state.Wanted)
	return s
}

// lowWindow is the height below which rows stand closer, so that fewer events
// become clusters and fewer labels are shortened.
const lowWindow = 620

// MinSize is the least size at which lanes can be read.
func (t *Timeline) MinSize() fyne.Size { return fyne.NewSize(240, 160) }

// Resize lays the timeline out anew and says so.
func (t *Timeline) Resize(size fyne.Size) {
	laid := scene.Size{W: float64(size.Width), H: float64(size.Height)}
	t.chooseMetrics(size.Height)
	if laid == t.laid {
		return
	}
	t.laid = laid
	t.pointer.mark, t.pointer.hint = -1, -1
	t.BaseWidget.Resize(size)
	if t.On.Resized != nil {
		t.On.Resized(laid.W, laid.H)
	}
}

// Enlarge sets type and rows so many times as large as usual, for those who look
// from afar.
func (t *Timeline) Enlarge(by float32) {
	if by == t.text.scale {
		return
	}
	t.text.scale = by
	t.setMetrics()
	t.chooseMetrics(t.Size().Height)
	t.builder = scene.Builder{}
	t.Refresh()
}

func (t *Timeline) setMetrics() {
	usual := scene.ScreenMetrics(t.text.width)
	t.roomy, t.compact = usual.Scaled(float64(t.text.scale)), usual.Compact().Scaled(float64(t.text.scale))
	t.metrics = &t.roomy
}

// chooseMetrics takes those for a height.
func (t *Timeline) chooseMetrics(height float32) {
	t.metrics = &t.roomy
	if height < lowWindow*t.text.scale {
		t.metrics = &t.compact
	}
}

// FocusGained is called by the toolkit.
func (t *Timeline) FocusGained() { t.focused = true; t.Refresh() }

// FocusLost is called by the toolkit.
func (t *Timeline) FocusLost() { t.focused = false; t.Refresh() }

// AcceptsTab makes Tab walk through the events instead of the widgets.
func (t *Timeline) AcceptsTab() bool { return true }

// TypedKey passes a key on.
func (t *Timeline) TypedKey(key *fyne.KeyEvent) {
	t.keyed = true
	if t.On.Key != nil {
		t.On.Key(key)
	}
}

// TypedRune passes a letter on.
func (t *Timeline) TypedRune(r rune) {
	t.keyed = true
	if t.On.Rune != nil {
		t.On.Rune(r)
	}
}

// CreateRenderer is called by the toolkit.
func (t *Timeline) CreateRenderer() fyne.WidgetRenderer {
	r := newTimelineRenderer(t)
	r.Refresh()
	return r
}

// Input returns what the timeline's scene is built from.
func (t *Timeline) Input() scene.Input {
	size := t.Size()
	return scene.Input{
		Selection: t.state.Selection,
		Domain:    t.state.Domain,
		View:      t.state.View,
		Size:      scene.Size{W: float64(size.Width), H: float64(size.Height)},
		Metrics:   t.metrics,
		Selected:  t.state.Selected,
		Found:     t.state.Found,
		Chain:     t.state.Chain,
	}
}

// Held returns by how many pixels the lanes are scrolled down in a view: what
// it asks for, as far as they reach.
func (t *Timeline) Held(v scene.View) float64 {
	if t.scene == nil {
		return v.Top
	}
	in := t.Input()
	in.View = v
	return t.builder.Held(in)
}

// RowOf returns the middle and height of the row that an event stands in, in
// pixels from the timeline's top, and false where its lane is not shown.
func (t *Timeline) RowOf(event int) (y, height float64, ok bool) {
	if t.state.Selection == nil {
		return 0, 0, false
	}
	y, ok = t.builder.RowOf(t.Input(), event)
	return y, t.metrics.Row, ok
}
