package app

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"dateline/widgets"
	"dateline/widgets/palette"
)

// The measures of the window's frame in pixels.
const (
	sideWidth    = 208
	headerHeight = 48
	statusHeight = 26
	panelShare   = 0.257 // of the window, at first
	panelFirst   = 300   // at least, at first
	panelMost    = 430   // at most, at first
	panelLeast   = 260
	laneLeast    = 320 // of the timeline
)

// chrome is what surrounds the timeline: header, side bar, panel, status bar.
type chrome struct {
	w       *window
	columns *columns
	rows    *fyne.Container // of the whole window
	fills   map[*canvas.Rectangle]func(palette.Palette) color.NRGBA
	texts   map[*canvas.Text]func(palette.Palette) color.NRGBA

	title, span, events *canvas.Text
	note                string // said for a while in place of the help link
	timer               *time.Timer
	hidden, help        *link
	sections            [3]fyne.CanvasObject // statuses, sources, what was known
	shown               palette.Palette
}

func newChrome(w *window) *chrome {
	c := &chrome{
		w:     w,
		fills: map[*canvas.Rectangle]func(palette.Palette) color.NRGBA{},
		texts: map[*canvas.Text]func(palette.Palette) color.NRGBA{},
	}
	muted := func(p palette.Palette) color.NRGBA { return p.Muted }
	c.title = c.text("", 15, true, func(p palette.Palette) color.NRGBA { return p.Text })
	c.span = c.text("", 12, false, muted)
	c.events = c.text("", 12, false, muted)
	c.hidden = newLink(w.showAll)
	c.help = newLink(w.help)
	c.help.set(helpWords, true)
	return c
}

// text returns a text whose colour follows the palette.
func (c *chrome) text(s string, size float32, bold bool, of func(palette.Palette) color.NRGBA) *canvas.Text {
	t := canvas.NewText(s, color.NRGBA{})
	t.TextSize, t.TextStyle.Bold = size, bold
	c.texts[t] = of
	return t
}

// fill returns a rectangle whose colour follows the palette.
func (c *chrome) fill(of func(palette.Palette) color.NRGBA) *canvas.Rectangle {
	r := canvas.NewRectangle(color.NRGBA{})
	c.fills[r] = of
	return r
}

func (c *chrome) line() *canvas.Rectangle {
	r := c.fill(func(p palette.Palette) color.NRGBA { return p.Line })
	r.SetMinSize(fyne.NewSize(1, 1))
	return r
}

// content returns the whole window.
func (c *chrome) content(panel float32) fyne.CanvasObject {
	side := func(p palette.Palette) color.NRGBA { return p.Side }
	w := c.w
	middle := container.New(flush{grow: 0}, w.timeline, w.minimap)
	c.columns = &columns{panel: sizeOr(panel, 0)}
	body := container.New(c.columns,
		container.NewStack(c.fill(side), c.side()),
		c.line(), middle, c.line(),
		container.NewStack(w.panel, w.hits, w.names, w.document), // on the window's own colour, as the header
		newGrip(c.resizePanel),
	)
	c.columns.container = body
	header := container.New(flush{grow: 0}, c.header(), c.line())
	status := container.New(flush{grow: 1}, c.line(), c.status())
	c.rows = container.New(flush{grow: 2}, header, w.bar, body, status)
	return c.rows
}

func (c *chrome) header() fyne.CanvasObject {
	out := widget.NewButton("−", c.w.thenKeys(func() { c.w.zoomKey(1 / keyZoom) }))
	in := widget.NewButton("+", c.w.thenKeys(func() { c.w.zoomKey(keyZoom) }))
	fit := widget.NewButton("Fit", c.w.thenKeys(c.w.fitAll))
	export := widget.NewButton("Export image…", c.w.exportDialog)
	export.Importance = widget.HighImportance
	height := layout.NewCustomPaddedLayout(8, 8, 18, 18)
	zoom := container.NewHBox(wide(out, 34), wide(in, 34), wide(fit, 50))
	return container.New(height, container.New(headerRow{}, clipped(c.title), c.w.field, zoom, export))
}

// wide gives a button or a choice a least width.
func wide(b fyne.CanvasObject, width float32) fyne.CanvasObject {
	space := canvas.NewRectangle(color.Transparent)
	space.SetMinSize(fyne.NewSize(width, headerHeight-17))
	return container.NewStack(space, b)
}

// clipped keeps a long text from widening the window.
func clipped(o fyne.CanvasObject) fyne.CanvasObject {
	return container.NewHScroll(container.NewHBox(container.NewCenter(o)))
}

func (c *chrome) side() fyne.CanvasObject {
	inset := func(o fyne.CanvasObject) fyne.CanvasObject {
		return container.New(layout.NewCustomPaddedLayout(0, 0, 10, 10), o)
	}
	w := c.w
	c.sections = [3]fyne.CanvasObject{
		section{c.caption("STATUS", 14), inset(w.statuses)}.content(),
		section{c.caption("SOURCES", 14), inset(container.New(layout.NewCustomPaddedVBoxLayout(0), w.sources, w.support))}.content(),
		section{c.caption("KNOWN BY", 14), inset(w.known)}.content(),
	}
	list := container.New(layout.NewCustomPaddedVBoxLayout(0), c.caption("LANES", 20), inset(w.filter),
		c.sections[0], c.sections[1], c.sections[2])
	return container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 12, 0, 0), list))
}

// section is a part of the side bar with its caption.
type section struct{ caption, body fyne.CanvasObject }

func (s section) content() fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedVBoxLayout(0), s.caption, s.body)
}

func (c *chrome) caption(text string, above float32) fyne.CanvasObject {
	t := c.text(text, 11, true, func(p palette.Palette) color.NRGBA { return p.Muted })
	return container.New(layout.NewCustomPaddedLayout(above, 6, 18, 18), t)
}

func (c *chrome) status() fyne.CanvasObject {
	room := layout.NewCustomPaddedLayout(3, 3, 18, 18)
	place := canvas.NewRectangle(color.Transparent)
	place.SetMinSize(fyne.NewSize(sideWidth-28, statusHeight-8))
	left := container.NewHBox(container.NewStack(place, container.NewHBox(container.NewCenter(c.span))), gap(), c.events, c.hidden)
	return container.New(room, container.NewBorder(nil, nil, nil, c.help, left))
}

// gap keeps two texts of the status bar apart.
func gap() fyne.CanvasObject {
	space := canvas.NewRectangle(color.Transparent)
	space.SetMinSize(fyne.NewSize(6, 1))
	return space
}

// update brings state and palette to the frame.
func (c *chrome) update(p palette.Palette) {
	if p != c.shown {
		c.shown = p
		for r, of := range c.fills {
			r.FillColor = of(p)
			r.Refresh()
		}
		for t, of := range c.texts {
			t.Color = of(p)
			t.Refresh()
		}
		c.hidden.colors(p)
		c.help.colors(p)
	}
	set(c.title, c.w.state.set.Title)
	span, events, hidden := c.w.statusWords()
	set(c.span, span)
	set(c.events, events+" · ")
	c.hidden.set(hidden, c.w.state.selection.Hidden > 0)
	c.w.showSide(p)
}

// set changes a text, if it is another one.
func set(t *canvas.Text, text string) {
	text = widgets.OneLine(text)
	if t.Text != text {
		t.Text = text
		t.Refresh()
	}
}

// noteFor is how long a note stands in the status bar.
const noteFor = 4 * time.Second

// say shows a note at the right of the status bar for a while.
func (c *chrome) say(note string) {
	c.stop()
	c.note = note
	c.help.set(note, false)
	c.timer = time.AfterFunc(noteFor, func() { fyne.Do(func() { c.unsay(note) }) })
}

// stop lets a note stand.
func (c *chrome) stop() {
	if c.timer != nil {
		c.timer.Stop()
	}
}

// unsay takes a note away, unless another has come.
func (c *chrome) unsay(note string) {
	if c.note == note {
		c.note = ""
		c.help.set(helpWords, true)
	}
}

// helpWords stand at the right of the status bar.
const helpWords = "? keyboard shortcuts"

// resizePanel makes the source panel wider by so many pixels.
func (c *chrome) resizePanel(by float32) {
	window := c.columns.container.Size().Width
	c.columns.panel = c.columns.width(window) + by
	c.columns.panel = c.columns.width(window)
	c.columns.container.Refresh()
}
