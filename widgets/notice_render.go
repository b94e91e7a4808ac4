package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// CreateRenderer is called by the toolkit.
func (n *Notice) CreateRenderer() fyne.WidgetRenderer {
	r := &noticeRenderer{n: n, brushes: brushes{text: n.text}}
	r.draw()
	return r
}

// noticeRenderer lays the notice's parts out.
type noticeRenderer struct {
	n *Notice
	brushes
}

func (r *noticeRenderer) Layout(fyne.Size)             { r.draw() }
func (r *noticeRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *noticeRenderer) Destroy()                     {}

// Refresh is called by the toolkit.
func (r *noticeRenderer) Refresh() {
	r.draw()
	for _, o := range r.objects {
		o.Refresh()
	}
	canvas.Refresh(r.n)
}

// MinSize is 0 without a text. Its height depends on the width for which the
// details were broken into lines.
func (r *noticeRenderer) MinSize() fyne.Size {
	n := r.n
	if n.state.Text == "" {
		return fyne.Size{}
	}
	h := float32(noticeHeight)
	if n.Unfolded() {
		h += n.detailsHeight() + noticeBelow
	}
	return fyne.NewSize(noticeText+noticeLeast+n.buttonsWidth(), h)
}

// detailsHeight returns how much of the details is shown at once.
func (n *Notice) detailsHeight() float32 {
	return min(n.details.MinSize().Height, n.highest.MinSize().Height)
}

// buttonsWidth returns the room that the buttons take, with the space around them.
func (n *Notice) buttonsWidth() float32 {
	w := float32(noticeRight)
	for _, b := range n.buttons {
		w += b.MinSize().Width + noticeButtonGap
	}
	return w
}

func (r *noticeRenderer) draw() {
	n := r.n
	r.begin()
	if n.state.Text == "" {
		return
	}
	w, h := n.Size().Width, n.Size().Height
	p := n.state.Palette
	r.rect(box{0, 0, float64(w), float64(h)}, n.back(), 0, outline{})
	r.rect(box{0, 0, noticeStripe, float64(h)}, n.color(), 0, outline{})
	r.rect(box{0, float64(h) - 1, float64(w), float64(h)}, p.Line, 0, outline{})
	place := func(o fyne.CanvasObject, x, y, width, height float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(max(width, 0), height))
		r.objects = append(r.objects, o)
	}
	buttons := n.buttonsWidth()
	place(n.head, noticeStripe, 0, w-noticeStripe-buttons, noticeHeight)
	n.fill() // by the width that the line has now
	x := w - buttons + noticeButtonGap
	for _, b := range n.buttons {
		place(b, x, (noticeHeight-noticeButtonHeight)/2, b.MinSize().Width, noticeButtonHeight)
		x += b.MinSize().Width + noticeButtonGap
	}
	if n.Unfolded() {
		inside := w - noticeText - noticeRight
		n.details.Resize(fyne.NewSize(inside, n.details.Size().Height))
		place(n.themed, noticeText, noticeHeight, inside, n.detailsHeight())
	}
}
