package widgets

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"dateline/widgets/palette"
	"dateline/widgets/scene"
)

// FilterRow is one lane in the filter.
type FilterRow struct {
	ID    string
	Title string
	Color string // "#RRGGBB"
	Count int    // events in the lane
	On    bool
}

// LaneFilter switches lanes on and off.
type LaneFilter struct {
	widget.BaseWidget
	OnToggle func(id string) // a lane was switched
	OnOnly   func(id string) // only this lane is wanted, or, if it is alone, all

	// OnKey and OnRune get what is typed on a lane and means nothing to it; nil
	// drops it.
	OnKey  func(key *fyne.KeyEvent)
	OnRune func(r rune)

	rows    []FilterRow
	palette palette.Palette
	boxes   []*laneBox
	list    *fyne.Container
}

// NewLaneFilter returns a filter without lanes.
func NewLaneFilter() *LaneFilter {
	f := &LaneFilter{list: container.NewVBox()}
	f.ExtendBaseWidget(f)
	return f
}

// Update sets the lanes shown. Rows are kept where only their state changed, so
// that the keyboard stays where it is.
func (f *LaneFilter) Update(rows []FilterRow, p palette.Palette) {
	f.rows, f.palette = rows, p
	for len(f.boxes) < len(rows) {
		f.boxes = append(f.boxes, newLaneBox(f))
	}
	f.boxes = f.boxes[:len(rows)]
	objects := make([]fyne.CanvasObject, len(rows))
	for i, b := range f.boxes {
		b.row = rows[i]
		objects[i] = b
	}
	f.list.Objects = objects
	f.list.Refresh()
	for _, b := range f.boxes {
		b.Refresh()
	}
}

// First returns the first lane's row for the keyboard, nil where there is none.
func (f *LaneFilter) First() fyne.Focusable {
	if len(f.boxes) == 0 {
		return nil
	}
	return f.boxes[0]
}

// CreateRenderer is called by the toolkit.
func (f *LaneFilter) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(f.list) }

var (
	_ fyne.Tappable     = (*laneBox)(nil)
	_ fyne.Focusable    = (*laneBox)(nil)
	_ desktop.Hoverable = (*laneBox)(nil)
)

// laneBox is a check box in a lane's colour with the lane's title and count.
// Under the pointer it offers "only" in place of the count.
type laneBox struct {
	widget.BaseWidget
	filter  *LaneFilter
	row     FilterRow
	hovered bool
	overTip bool
	focused bool
}

func newLaneBox(f *LaneFilter) *laneBox {
	b := &laneBox{filter: f}
	b.ExtendBaseWidget(b)
	return b
}

const (
	laneBoxHeight = 31.0
	onlyWidth     = 42.0
)

// MinSize is one line.
func (b *laneBox) MinSize() fyne.Size { return fyne.NewSize(120, laneBoxHeight) }

func (b *laneBox) overOnly(x float32) bool { return x > b.Size().Width-onlyWidth }

// Tapped switches the lane; on "only", or with Alt, it leaves only this one.
func (b *laneBox) Tapped(ev *fyne.PointEvent) {
	if b.overOnly(ev.Position.X) || modifiers()&fyne.KeyModifierAlt != 0 {
		b.filter.OnOnly(b.row.ID)
		return
	}
	b.filter.OnToggle(b.row.ID)
}

func (b *laneBox) MouseIn(ev *desktop.MouseEvent) { b.hovered = true; b.MouseMoved(ev) }
func (b *laneBox) MouseMoved(ev *desktop.MouseEvent) {
	b.overTip = b.overOnly(ev.Position.X)
	b.Refresh()
}
func (b *laneBox) MouseOut()    { b.hovered = false; b.Refresh() }
func (b *laneBox) FocusGained() { b.focused = true; b.Refresh() }
func (b *laneBox) FocusLost()   { b.focused = false; b.Refresh() }

// TypedRune passes a letter on; the space bar is a key here.
func (b *laneBox) TypedRune(r rune) {
	if r != ' ' && b.filter.OnRune != nil {
		b.filter.OnRune(r)
	}
}

// TypedKey switches the lane with the space bar; with Shift it leaves only it.
func (b *laneBox) TypedKey(ev *fyne.KeyEvent) {
	if ev.Name != fyne.KeySpace && ev.Name != fyne.KeyReturn && ev.Name != fyne.KeyEnter {
		if b.filter.OnKey != nil {
			b.filter.OnKey(ev)
		}
		return
	}
	if modifiers()&fyne.KeyModifierShift != 0 {
		b.filter.OnOnly(b.row.ID)
		return
	}
	b.filter.OnToggle(b.row.ID)
}

// CreateRenderer is called by the toolkit.
func (b *laneBox) CreateRenderer() fyne.WidgetRenderer {
	r := &laneBoxRenderer{b: b, brushes: brushes{text: newTextMeasure()}}
	for i := range r.check {
		r.check[i] = &canvas.Line{StrokeWidth: 2}
	}
	return r
}

type laneBoxRenderer struct {
	b *laneBox
	brushes
	check [2]*canvas.Line
}

func (r *laneBoxRenderer) Layout(fyne.Size)             { r.draw() }
func (r *laneBoxRenderer) MinSize() fyne.Size           { return r.b.MinSize() }
func (r *laneBoxRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *laneBoxRenderer) Destroy()                     {}

func (r *laneBoxRenderer) Refresh() {
	r.draw()
	canvas.Refresh(r.objects[0])
}

func (r *laneBoxRenderer) draw() {
	b, p := r.b, r.b.filter.palette
	r.begin()
	w := float64(b.Size().Width)
	back := color.NRGBA{}
	if b.hovered {
		back = p.Button
	}
	line := outline{}
	if b.focused {
		line = outline{p.Accent, 1.5}
	}
	r.rect(box{0, 1, w, laneBoxHeight - 1}, back, 5, line)
	r.checkBox(p.Mark(b.row.Color))
	count := strconv.Itoa(b.row.Count)
	countColor := p.Muted
	if b.hovered {
		count = "only"
		if b.overTip {
			countColor = p.Text
		}
	}
	cw := r.text.width(count, scene.LabelText)
	r.write(count, w-cw-6, laneBoxHeight/2, scene.LabelText, countColor)
	room := w - 34 - cw - 10
	title := scene.Shorten(b.row.Title, room, func(s string) float64 { return r.text.width(s, scene.LabelText) })
	text := p.Text
	if !b.row.On {
		text = p.Muted
	}
	r.write(title, 34, laneBoxHeight/2, scene.LabelText, text)
}

// checkBox draws a filled box with a tick, or an empty one.
func (r *laneBoxRenderer) checkBox(c color.NRGBA) {
	const left, side = 8.0, 16.0
	top := (laneBoxHeight - side) / 2
	edges := box{left, top, left + side, top + side}
	if !r.b.row.On {
		r.rect(edges, color.NRGBA{}, 4, outline{r.b.filter.palette.Muted, 1.5})
		return
	}
	r.rect(edges, c, 4, outline{})
	points := [3]fyne.Position{
		fyne.NewPos(left+4, float32(top)+8.5), fyne.NewPos(left+7, float32(top)+11.5), fyne.NewPos(left+12, float32(top)+5),
	}
	for i, l := range r.check {
		l.StrokeColor = r.b.filter.palette.OnMark(c)
		l.Position1, l.Position2 = points[i], points[i+1]
		r.objects = append(r.objects, l)
	}
}
