package widgets

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"dateline/data"
	"dateline/widgets/palette"
	"dateline/widgets/scene"
)

var (
	_ fyne.Draggable     = (*Minimap)(nil)
	_ desktop.Mouseable  = (*Minimap)(nil)
	_ desktop.Hoverable  = (*Minimap)(nil)
	_ desktop.Cursorable = (*Minimap)(nil)
)

// The minimap's measures in pixels.
const (
	minimapHeight = 74.0
	minimapAxis   = 18.0 // below the blocks
	minimapPad    = 7.0
	brushEdge     = 6.0 // how near its edge a brush is resized
)

// MinimapState is what a minimap shows.
type MinimapState struct {
	Selection *data.Selection
	Domain    scene.Span
	View      scene.View
	Width     float64         // of the timeline, in pixels
	Found     *data.Selection // what a search has found, nil for no search
	Palette   palette.Palette
}

// Minimap is the whole dataset in a strip, with a brush over what the timeline
// shows.
type Minimap struct {
	widget.BaseWidget
	// OnRange is called with the stretch of time that the user brushed.
	OnRange func(span scene.Span)

	state   MinimapState
	text    *textMeasure
	metrics scene.Metrics
	drawn   scene.Minimap
	brush   brushGesture
}

// brushGesture is a brush in the making.
type brushGesture struct {
	kind     brushKind
	from     float64    // where the button went down
	begin    scene.Span // the brush at that time
	moved    bool
	pointerX float64
}

type brushKind uint8

const (
	noBrush brushKind = iota
	newBrush
	moveBrush
	leftEdge
	rightEdge
)

// NewMinimap returns an empty minimap.
func NewMinimap() *Minimap {
	m := &Minimap{text: newTextMeasure()}
	m.metrics = scene.ScreenMetrics(m.text.width)
	m.ExtendBaseWidget(m)
	return m
}

// Update sets what the minimap shows; showing the same again does nothing.
func (m *Minimap) Update(state MinimapState) {
	if state == m.state {
		return
	}
	m.state = state
	m.Refresh()
}

// MinSize is a strip of fixed height.
func (m *Minimap) MinSize() fyne.Size { return fyne.NewSize(200, minimapHeight) }

func (m *Minimap) width() float64 { return float64(m.Size().Width) }

func (m *Minimap) view() scene.View { return scene.MinimapView(m.state.Domain, m.width()) }

// kindAt returns what a press at x would do to the brush. One too narrow to have
// edges apart can be moved only.
func (m *Minimap) kindAt(x float64) brushKind {
	narrow := m.drawn.To-m.drawn.From < 3*brushEdge
	switch {
	case m.state.Selection == nil:
		return noBrush
	case narrow && x >= m.drawn.From-brushEdge && x <= m.drawn.To+brushEdge:
		return moveBrush
	case math.Abs(x-m.drawn.From) <= brushEdge:
		return leftEdge
	case math.Abs(x-m.drawn.To) <= brushEdge:
		return rightEdge
	case x > m.drawn.From && x < m.drawn.To:
		return moveBrush
	}
	return newBrush
}

// MouseDown begins a brush.
func (m *Minimap) MouseDown(ev *desktop.MouseEvent) {
	m.brush.kind = noBrush
	if ev.Button != desktop.MouseButtonPrimary {
		return
	}
	x := float64(ev.Position.X)
	m.brush = brushGesture{
		kind: m.kindAt(x), from: x, pointerX: x,
		begin: m.state.View.Span(m.state.Width),
	}
}

// MouseUp ends a brush; a click beside it moves it there.
func (m *Minimap) MouseUp(*desktop.MouseEvent) {
	b := m.brush
	m.brush.kind = noBrush
	if b.kind == newBrush && !b.moved && m.OnRange != nil {
		middle, half := m.view().Time(b.from), b.begin.Length()/2
		m.OnRange(scene.Span{From: middle - half, To: middle + half})
	}
}

// Dragged moves or resizes the brush, or draws a new one.
func (m *Minimap) Dragged(ev *fyne.DragEvent) {
	b := &m.brush
	x := math.Max(math.Min(float64(ev.Position.X), m.width()), 0)
	if math.Abs(x-b.from) > clickSlop {
		b.moved = true
	}
	if !b.moved || b.kind == noBrush || m.OnRange == nil {
		return
	}
	by := (x - b.from) * m.view().Scale
	span := b.begin
	switch b.kind {
	case moveBrush:
		span = scene.Span{From: span.From + by, To: span.To + by}
	case leftEdge:
		span.From += by
	case rightEdge:
		span.To += by
	case newBrush:
		span = scene.Span{From: m.view().Time(b.from), To: m.view().Time(x)}
	}
	if span.From > span.To {
		span.From, span.To = span.To, span.From
	}
	if span.Length() > 0 {
		m.OnRange(span)
	}
}

// DragEnd is called by the toolkit.
func (m *Minimap) DragEnd() { m.brush.kind = noBrush }

// MouseIn is called by the toolkit.
func (m *Minimap) MouseIn(ev *desktop.MouseEvent) { m.MouseMoved(ev) }

// MouseMoved is called by the toolkit.
func (m *Minimap) MouseMoved(ev *desktop.MouseEvent) { m.brush.pointerX = float64(ev.Position.X) }

// MouseOut is called by the toolkit.
func (m *Minimap) MouseOut() {}

// Cursor says what a press would do.
func (m *Minimap) Cursor() desktop.Cursor {
	switch m.kindAt(m.brush.pointerX) {
	case leftEdge, rightEdge:
		return desktop.HResizeCursor
	case moveBrush:
		return desktop.PointerCursor
	case newBrush:
		return desktop.CrosshairCursor
	}
	return desktop.DefaultCursor
}

// CreateRenderer is called by the toolkit.
func (m *Minimap) CreateRenderer() fyne.WidgetRenderer {
	r := &minimapRenderer{m: m, brushes: brushes{text: m.text}}
	r.blocks = canvas.NewRaster(r.paint)
	r.Refresh()
	return r
}

// minimapRenderer paints a minimap. The blocks are one picture, made anew only
// when they change: panning moves the brush alone.
type minimapRenderer struct {
	m *Minimap
	brushes
	blocks  *canvas.Raster
	painted minimapPainted
}

// minimapPainted is what the picture of the blocks depends on.
type minimapPainted struct {
	selection *data.Selection
	found     *data.Selection
	size      fyne.Size
	palette   palette.Palette
}

func (r *minimapRenderer) Layout(fyne.Size)             { r.draw() }
func (r *minimapRenderer) MinSize() fyne.Size           { return r.m.MinSize() }
func (r *minimapRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *minimapRenderer) Destroy()                     {}

func (r *minimapRenderer) Refresh() {
	r.draw()
	if len(r.objects) > 0 {
		canvas.Refresh(r.objects[0])
	}
}

func (r *minimapRenderer) draw() {
	m := r.m
	r.begin()
	size := m.Size()
	w, h := float64(size.Width), float64(size.Height)
	p := m.state.Palette
	r.rect(box{0, 0, w, 1}, p.Line, 0, outline{})
	if m.state.Selection == nil || w < 2 || h < minimapAxis+2*minimapPad {
		return
	}
	m.drawn = scene.NewMinimap(m.state.Domain, m.state.View, w, m.state.Width, &m.metrics)
	brush := box{m.drawn.From, minimapPad - 1, m.drawn.To, h - minimapAxis + 1}
	r.rect(brush, p.Brush, 4, outline{p.Accent, 1})
	for _, tick := range m.drawn.Ticks {
		r.write(tick.Label, tick.LabelX, h-minimapAxis/2, scene.MinimapText, p.Muted)
	}
	blocks := box{0, minimapPad, w, h - minimapAxis}
	r.blocks.Resize(blocks.size())
	r.blocks.Move(blocks.position())
	r.objects = append(r.objects, r.blocks)
	if now := (minimapPainted{m.state.Selection, m.state.Found, size, p}); now != r.painted {
		r.painted = now
		r.blocks.Refresh()
	}
}

// paint draws the blocks into a picture of so many device pixels.
func (r *minimapRenderer) paint(w, h int) image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	s := &r.m.state
	if s.Selection == nil || len(s.Selection.Lanes) == 0 || r.m.width() < 1 {
		return img
	}
	scale := float64(w) / r.m.width()
	row := float64(h) / float64(len(s.Selection.Lanes))
	colors := make([]color.NRGBA, len(s.Selection.Set.Lanes))
	for i, lane := range s.Selection.Set.Lanes {
		colors[i] = s.Palette.Mark(lane.Color)
	}
	block := func(b scene.Block, inset float64, c color.NRGBA) {
		y := float64(b.Row) * row
		area := image.Rect(int(math.Round(b.X0*scale)), int(math.Round(y+row*inset)),
			int(math.Round(b.X1*scale)), int(math.Round(y+row*(1-inset))))
		draw.Draw(img, area, &image.Uniform{color.Color(c)}, image.Point{}, draw.Over)
	}
	for _, b := range scene.Blocks(s.Selection, s.Domain, r.m.width(), 0) {
		block(b, 0.2, palette.Fade(colors[b.Lane], b.Opacity))
	}
	if s.Found != nil {
		for _, b := range scene.Blocks(s.Found, s.Domain, r.m.width(), 0) {
			block(b, 0, palette.Fade(s.Palette.Found, b.Opacity))
		}
	}
	return img
}
