package widgets

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"dateline/widgets/scene"
)

var (
	_ fyne.Tappable     = (*checkBox)(nil)
	_ fyne.Focusable    = (*checkBox)(nil)
	_ desktop.Hoverable = (*checkBox)(nil)
)

// checkBox is a row of a check list. Under the pointer it offers "only" in place
// of the count.
type checkBox struct {
	widget.BaseWidget
	list    *CheckList
	row     CheckRow
	hovered bool
	overTip bool
	focused bool
}

func newCheckBox(l *CheckList) *checkBox {
	b := &checkBox{list: l}
	b.ExtendBaseWidget(b)
	return b
}

// The measures of a row in pixels.
const (
	checkLeft  = 8.0  // of the box
	checkSide  = 16.0 // of the box
	checkTitle = 34.0
	checkRight = 4.0 // of the count
	checkGap   = 8.0 // between title and count
	signSide   = 13.0
	signGap    = 6.0 // between sign and title
	onlyWidth  = 42.0
)

// MinSize is one line.
func (b *checkBox) MinSize() fyne.Size { return fyne.NewSize(120, float32(b.list.height)) }

func (b *checkBox) overOnly(x float32) bool {
	return b.list.OnOnly != nil && x > b.Size().Width-onlyWidth
}

// Tapped switches the row; on "only", or with Alt, it leaves only this one.
func (b *checkBox) Tapped(ev *fyne.PointEvent) {
	b.choose(b.overOnly(ev.Position.X) || modifiers()&fyne.KeyModifierAlt != 0)
}

// choose switches the row, or leaves only this one where that is offered.
func (b *checkBox) choose(only bool) {
	switch {
	case only && b.list.OnOnly != nil:
		b.list.OnOnly(b.row.ID)
	case b.list.OnToggle != nil:
		b.list.OnToggle(b.row.ID)
	}
}

// MouseIn is called by the toolkit.
func (b *checkBox) MouseIn(ev *desktop.MouseEvent) {
	b.hovered, b.overTip = true, b.overOnly(ev.Position.X)
	b.Refresh()
}

// MouseMoved is called by the toolkit.
func (b *checkBox) MouseMoved(ev *desktop.MouseEvent) {
	if over := b.overOnly(ev.Position.X); over != b.overTip {
		b.overTip = over
		b.Refresh()
	}
}

// MouseOut is called by the toolkit.
func (b *checkBox) MouseOut() { b.hovered = false; b.Refresh() }

// FocusGained is called by the toolkit.
func (b *checkBox) FocusGained() { b.focused = true; b.Refresh() }

// FocusLost is called by the toolkit.
func (b *checkBox) FocusLost() { b.focused = false; b.Refresh() }

// TypedRune passes a letter on; the space bar is a key here.
func (b *checkBox) TypedRune(r rune) {
	if r != ' ' && b.list.OnRune != nil {
		b.list.OnRune(r)
	}
}

// TypedKey switches the row with the space bar; with Shift it leaves only it.
func (b *checkBox) TypedKey(ev *fyne.KeyEvent) {
	switch {
	case pressesButton(ev.Name):
		b.choose(modifiers()&fyne.KeyModifierShift != 0)
	case b.list.OnKey != nil:
		b.list.OnKey(ev)
	}
}

// pressesButton reports whether a key presses what has the keyboard.
func pressesButton(key fyne.KeyName) bool {
	return key == fyne.KeySpace || key == fyne.KeyReturn || key == fyne.KeyEnter
}

// CreateRenderer is called by the toolkit.
func (b *checkBox) CreateRenderer() fyne.WidgetRenderer {
	r := &checkBoxRenderer{b: b, brushes: brushes{text: b.list.text}}
	for i := range r.tick {
		r.tick[i] = &canvas.Line{StrokeWidth: 1.5}
	}
	return r
}

type checkBoxRenderer struct {
	b *checkBox
	brushes
	tick [2]*canvas.Line
}

func (r *checkBoxRenderer) Layout(fyne.Size)             { r.draw() }
func (r *checkBoxRenderer) MinSize() fyne.Size           { return r.b.MinSize() }
func (r *checkBoxRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *checkBoxRenderer) Destroy()                     {}

func (r *checkBoxRenderer) Refresh() {
	r.draw()
	canvas.Refresh(r.objects[0])
}

func (r *checkBoxRenderer) draw() {
	b, p := r.b, r.b.list.palette
	r.begin()
	w, h := float64(b.Size().Width), b.list.height
	back, line := color.NRGBA{}, outline{}
	if b.hovered {
		back = p.Button
	}
	if b.focused {
		line = outline{p.Accent, 1.5}
	}
	r.rect(box{0, 1, w, h - 1}, back, 5, line)
	r.box()
	right := w - checkRight
	if count, c := r.count(); count != "" {
		right -= r.text.width(count, scene.LabelText)
		r.write(count, right, r.middle(), scene.LabelText, c)
		right -= checkGap
	}
	left := checkTitle
	if b.row.Sign != nil {
		r.sign(left)
		left += signSide + signGap
	}
	text := p.Text
	if !b.row.On {
		text = p.Muted
	}
	for i, line := range broken(r.text, b.row.Title, faceOf(scene.LabelText), right-left, b.list.lines) {
		r.write(line, left, r.middle()+float64(i)*checkLine, scene.LabelText, text)
	}
}

// middle returns where the middle of the title's first line is.
func (r *checkBoxRenderer) middle() float64 {
	return (r.b.list.height - float64(r.b.list.lines-1)*checkLine) / 2
}

// broken returns a text in lines of a width, in pixels, of which there are so many
// at most. What does not fit into them ends in an ellipsis.
func broken(measure *textMeasure, text string, face textFace, width float64, most int) []string {
	if most == 1 {
		return []string{scene.Shorten(text, width, func(s string) float64 { return measure.widthIn(s, face) })}
	}
	lines := textLines{text: measure, faces: markedFaces{face, face}, width: width, most: most}
	var texts []string
	for _, line := range lines.broken(text, nil) {
		for _, p := range line { // one, as nothing is marked
			texts = append(texts, p.text)
		}
	}
	return texts
}

// count returns what is written at the right, and its colour.
func (r *checkBoxRenderer) count() (string, color.NRGBA) {
	b, p := r.b, r.b.list.palette
	switch {
	case b.hovered && b.overTip:
		return "only", p.Text
	case b.hovered && b.list.OnOnly != nil:
		return "only", p.Muted
	case b.row.Count < 0:
		return "", p.Muted
	}
	return strconv.Itoa(b.row.Count), p.Muted
}

// sign puts the row's sign with its left edge at x.
func (r *checkBoxRenderer) sign(x float64) {
	y := r.middle() - signSide/2
	r.b.row.Sign.Resize(fyne.NewSquareSize(signSide))
	r.b.row.Sign.Move(fyne.NewPos(float32(x), float32(y)))
	r.objects = append(r.objects, r.b.row.Sign)
}

// box draws a box in the row's colour with a tick, or an empty one. A row without
// a colour of its own has a box as light as paper, with a tick as dark as ink.
func (r *checkBoxRenderer) box() {
	p, row := r.b.list.palette, r.b.row
	top := r.middle() - checkSide/2
	edges := box{checkLeft, top, checkLeft + checkSide, top + checkSide}
	fill, line, ink := p.Surface, outline{p.Muted, 1}, p.Text
	if row.On && row.Color != "" {
		fill, line = p.Mark(row.Color), outline{}
		ink = p.OnMark(fill)
	}
	r.rect(edges, fill, 4, line)
	if row.On {
		r.drawTick(checkLeft, float32(top), ink)
	}
}

// drawTick draws the tick of a box at a place. Its points are whole pixels, to
// which the toolkit would move them.
func (r *checkBoxRenderer) drawTick(x, y float32, c color.NRGBA) {
	points := [3]fyne.Position{fyne.NewPos(x+5, y+8), fyne.NewPos(x+7, y+11), fyne.NewPos(x+11, y+5)}
	for i, l := range r.tick {
		l.StrokeColor = c
		l.Position1, l.Position2 = points[i], points[i+1]
		r.objects = append(r.objects, l)
	}
}
