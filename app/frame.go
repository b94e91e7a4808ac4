package app

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// flush lays objects out below each other without gaps, each as high as it
// needs and one of them as high as there is room.
type flush struct{ grow int }

// Layout is called by the toolkit.
func (f flush) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	spare := size.Height - f.MinSize(objects).Height
	y := float32(0)
	for i, o := range objects {
		h := o.MinSize().Height
		if i == f.grow {
			h += spare
		}
		o.Resize(fyne.NewSize(size.Width, h))
		o.Move(fyne.NewPos(0, y))
		y += h
	}
}

// MinSize is called by the toolkit.
func (f flush) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		least := o.MinSize()
		size.Width = max(size.Width, least.Width)
		size.Height += least.Height
	}
	return size
}

// The measures of the header in pixels.
const (
	headerGap  = 26   // between its parts
	fieldShare = 0.26 // of the window, for the search field
	fieldMost  = 400  // at most
)

// headerRow lays out title, search field, zoom buttons and the button at the
// right: field and zoom buttons in the middle, where they leave it room, and the
// title in what is left of them.
type headerRow struct{}

// Layout is called by the toolkit.
func (headerRow) Layout(o []fyne.CanvasObject, size fyne.Size) {
	field := min(max(size.Width*fieldShare, o[1].MinSize().Width), fieldMost)
	zoom, last := o[2].MinSize().Width, o[3].MinSize().Width
	middle := field + headerGap + zoom
	x := min((size.Width-middle)/2, size.Width-last-headerGap-middle)
	place := func(o fyne.CanvasObject, x, width float32) {
		o.Resize(fyne.NewSize(max(width, 0), size.Height))
		o.Move(fyne.NewPos(x, 0))
	}
	place(o[0], 0, x-headerGap)
	place(o[1], x, field)
	place(o[2], x+field+headerGap, zoom)
	place(o[3], size.Width-last, last)
}

// MinSize is called by the toolkit.
func (headerRow) MinSize(o []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(headerGap*2, 0)
	for _, part := range o {
		size.Width += part.MinSize().Width
		size.Height = max(size.Height, part.MinSize().Height)
	}
	return size
}

// columns lay out side bar, line, timeline, line, panel and the grip over the
// second line.
type columns struct {
	panel     float32 // 0 until the user has chosen
	container *fyne.Container
}

// Layout is called by the toolkit.
func (c *columns) Layout(o []fyne.CanvasObject, size fyne.Size) {
	panel := c.width(size.Width)
	widths := []float32{sideWidth, 1, size.Width - sideWidth - panel - 2, 1, panel}
	x := float32(0)
	for i, w := range widths {
		o[i].Resize(fyne.NewSize(w, size.Height))
		o[i].Move(fyne.NewPos(x, 0))
		x += w
	}
	o[5].Resize(fyne.NewSize(gripWidth, size.Height))
	o[5].Move(fyne.NewPos(size.Width-panel-gripWidth/2, 0))
}

// width returns the panel's width in a window of a width: what the user made it,
// at first a share of the window.
func (c *columns) width(window float32) float32 {
	width := c.panel
	if width == 0 {
		width = min(max(window*panelShare, panelFirst), panelMost)
	}
	return min(max(width, panelLeast), max(window-sideWidth-laneLeast, panelLeast))
}

// MinSize is called by the toolkit.
func (c *columns) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(sideWidth+laneLeast+panelLeast, 300)
}

// gripWidth is how wide the place is where the panel's edge can be dragged.
const gripWidth = 7

// grip is the invisible handle on the panel's edge.
type grip struct {
	widget.BaseWidget
	move func(by float32)
}

var (
	_ fyne.Draggable     = (*grip)(nil)
	_ desktop.Cursorable = (*grip)(nil)
)

func newGrip(move func(by float32)) *grip {
	g := &grip{move: move}
	g.ExtendBaseWidget(g)
	return g
}

// CreateRenderer is called by the toolkit.
func (g *grip) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}

// Dragged moves the edge.
func (g *grip) Dragged(ev *fyne.DragEvent) { g.move(-ev.Dragged.DX) }

// DragEnd is called by the toolkit.
func (g *grip) DragEnd() {}

// Cursor is called by the toolkit.
func (g *grip) Cursor() desktop.Cursor { return desktop.HResizeCursor }
