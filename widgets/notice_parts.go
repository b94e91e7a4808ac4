package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"dateline/widgets/palette"
	"dateline/widgets/scene"
)

// The notice's measures in pixels.
const (
	noticeHeight                                         = 38.0 // while it is folded
	noticeStripe                                         = 4.0  // in the kind's colour, at the left
	noticeSign                                           = 16.0 // across
	noticeLeft                                           = 18.0 // of the sign
	noticeText                                           = 44.0 // left of the text and the details
	noticeRight                                          = 10.0 // of the last button, and of the details
	noticeButtonHeight, noticeButtonPad, noticeButtonGap = 26.0, 10.0, 6.0
	noticeArrow                                          = 8.0  // across
	noticeLeast                                          = 60.0 // of the text
	noticeBelow                                          = 10.0 // below the details
	noticeLines                                          = 6    // of details that are shown at once
	noticeStep                                           = 42.0 // that a key scrolls
)

// noticeFace is that of text and buttons, noticeSignFace that of the sign.
var (
	noticeFace     = textFace{13, fyne.TextStyle{}}
	noticeSignFace = textFace{12, fyne.TextStyle{Bold: true}}
)

// noticePart is what the notice is made of beside the details: it can be pressed,
// with the mouse or the keyboard.
type noticePart struct {
	widget.BaseWidget
	notice  *Notice
	pressed func()
	hovered bool
	focused bool
}

var (
	_ fyne.Tappable     = (*noticePart)(nil)
	_ fyne.Focusable    = (*noticePart)(nil)
	_ desktop.Hoverable = (*noticePart)(nil)
)

// Tapped presses it.
func (o *noticePart) Tapped(*fyne.PointEvent) { o.pressed() }

// MouseIn is called by the toolkit.
func (o *noticePart) MouseIn(*desktop.MouseEvent) { o.hovered = true; o.Refresh() }

// MouseMoved is called by the toolkit.
func (o *noticePart) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by the toolkit.
func (o *noticePart) MouseOut() { o.hovered = false; o.Refresh() }

// FocusGained is called by the toolkit.
func (o *noticePart) FocusGained() { o.focused = true; o.Refresh() }

// FocusLost is called by the toolkit.
func (o *noticePart) FocusLost() { o.focused = false; o.Refresh() }

// TypedRune passes a letter on; the space bar is a key here.
func (o *noticePart) TypedRune(r rune) {
	if r != ' ' {
		o.notice.typedRune(r)
	}
}

// TypedKey presses it with Enter or the space bar.
func (o *noticePart) TypedKey(ev *fyne.KeyEvent) {
	if pressesButton(ev.Name) {
		o.pressed()
		return
	}
	o.notice.typedKey(ev)
}

// noticeHead is the line of text. Pressed, it unfolds the notice and folds it.
type noticeHead struct{ noticePart }

func newNoticeHead(n *Notice) *noticeHead {
	h := &noticeHead{noticePart{notice: n}}
	h.pressed = func() { n.Unfold(!n.Unfolded()) }
	h.ExtendBaseWidget(h)
	return h
}

// MinSize leaves the width open.
func (h *noticeHead) MinSize() fyne.Size { return fyne.NewSize(noticeText+noticeLeast, noticeHeight) }

// shown returns the text as it fits into the line, all of it before there is a
// line.
func (h *noticeHead) shown() string {
	text := h.notice.line()
	if h.Size().Width == 0 {
		return text
	}
	room := float64(h.Size().Width) - (noticeText - noticeStripe) - noticeArrow - 2*noticeButtonGap
	return scene.Shorten(text, room, func(s string) float64 { return h.notice.text.widthIn(s, noticeFace) })
}

// CreateRenderer is called by the toolkit.
func (h *noticeHead) CreateRenderer() fyne.WidgetRenderer {
	r := &noticeHeadRenderer{h: h, brushes: brushes{text: h.notice.text}}
	for i := range r.arrow {
		r.arrow[i] = &canvas.Line{StrokeWidth: 1.5}
	}
	r.draw()
	return r
}

type noticeHeadRenderer struct {
	h *noticeHead
	brushes
	arrow [2]*canvas.Line
}

func (r *noticeHeadRenderer) Layout(fyne.Size)             { r.draw() }
func (r *noticeHeadRenderer) MinSize() fyne.Size           { return r.h.MinSize() }
func (r *noticeHeadRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *noticeHeadRenderer) Destroy()                     {}

func (r *noticeHeadRenderer) Refresh() {
	r.draw()
	canvas.Refresh(r.objects[0])
}

func (r *noticeHeadRenderer) draw() {
	h, n := r.h, r.h.notice
	p := n.state.Palette
	r.begin()
	w := float64(h.Size().Width)
	back, line := n.back(), outline{}
	if h.hovered && n.foldable() {
		back = palette.Over(n.color(), 0.18, p.Surface)
	}
	if h.focused {
		line = outline{p.Accent, 1.5}
	}
	r.rect(box{4, 5, w, noticeHeight - 5}, back, 5, line)
	const middle = noticeHeight / 2
	x := noticeLeft - noticeStripe
	r.rect(box{x, middle - noticeSign/2, x + noticeSign, middle + noticeSign/2}, n.color(), noticeSign/2, outline{})
	sign := n.sign()
	r.writeIn(sign, x+(noticeSign-r.text.widthIn(sign, noticeSignFace))/2, middle, noticeSignFace, p.On(n.color()))
	r.writeIn(h.shown(), noticeText-noticeStripe, middle, noticeFace, p.Text)
	if n.foldable() {
		r.drawArrow(float32(w) - noticeArrow - noticeButtonGap)
	}
}

// sign returns what stands in the circle.
func (n *Notice) sign() string {
	if n.state.Kind == InfoNotice {
		return "i"
	}
	return "!"
}

// drawArrow draws an arrow that points down, or up where the notice is unfolded.
func (r *noticeHeadRenderer) drawArrow(x float32) {
	const y = noticeHeight / 2
	tip := float32(2)
	if r.h.notice.Unfolded() {
		tip = -2
	}
	points := [3]fyne.Position{
		fyne.NewPos(x, y-tip), fyne.NewPos(x+noticeArrow/2, y+tip), fyne.NewPos(x+noticeArrow, y-tip),
	}
	for i, l := range r.arrow {
		l.StrokeColor = r.h.notice.state.Palette.Muted
		l.Position1, l.Position2 = points[i], points[i+1]
		r.objects = append(r.objects, l)
	}
}

// noticeButton is one of the notice's buttons.
type noticeButton struct {
	noticePart
	label string
}

func newNoticeButton(n *Notice, index int) *noticeButton {
	b := &noticeButton{noticePart: noticePart{notice: n}}
	b.pressed = func() { n.press(index) }
	b.ExtendBaseWidget(b)
	return b
}

// MinSize is that of the label with some room.
func (b *noticeButton) MinSize() fyne.Size {
	return fyne.NewSize(float32(b.notice.text.widthIn(b.label, noticeFace)+2*noticeButtonPad), noticeButtonHeight)
}

// CreateRenderer is called by the toolkit.
func (b *noticeButton) CreateRenderer() fyne.WidgetRenderer {
	r := &noticeButtonRenderer{b: b, brushes: brushes{text: b.notice.text}}
	r.draw()
	return r
}

type noticeButtonRenderer struct {
	b *noticeButton
	brushes
}

func (r *noticeButtonRenderer) Layout(fyne.Size)             { r.draw() }
func (r *noticeButtonRenderer) MinSize() fyne.Size           { return r.b.MinSize() }
func (r *noticeButtonRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *noticeButtonRenderer) Destroy()                     {}

func (r *noticeButtonRenderer) Refresh() {
	r.draw()
	canvas.Refresh(r.objects[0])
}

func (r *noticeButtonRenderer) draw() {
	b, p := r.b, r.b.notice.state.Palette
	r.begin()
	back, line := p.Surface, outline{palette.Over(p.Muted, 0.4, p.Surface), 1}
	if b.hovered {
		back = p.Hover
	}
	if b.focused {
		line = outline{p.Accent, 1.5}
	}
	r.rect(box{0, 0, float64(b.Size().Width), noticeButtonHeight}, back, 5, line)
	r.writeIn(b.label, noticeButtonPad, noticeButtonHeight/2, noticeFace, p.Text)
}
