package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"dateline/data/facets"
	"dateline/widgets/palette"
	"dateline/widgets/scene"
)

// nameChips is a row of names to click that wraps over lines.
type nameChips struct {
	widget.BaseWidget
	names   []string
	chosen  map[string]bool
	palette palette.Palette
	tapped  func(name string)
	chips   []nameChip // laid out, one for each name
	height  float32
	over    int // the chip under the pointer, -1 for none
}

// nameChip is where a name is seen.
type nameChip struct {
	box
	label string
}

var (
	_ fyne.Tappable      = (*nameChips)(nil)
	_ desktop.Hoverable  = (*nameChips)(nil)
	_ desktop.Cursorable = (*nameChips)(nil)
)

// The measures of chips in pixels.
const (
	chipHeight = 23.0
	chipPad    = 10.0 // at both sides of the name
	chipGap    = 6.0
	usualWidth = 330.0 // of a line, taken until it is known
)

var chipFace = textFace{size: 12.5}

// chipText measures the names of all chips, which are made anew for each event.
var chipText = newTextMeasure()

// NameLinks returns names to click in a row that wraps to as many lines as it
// needs in the width it is given. Those that are chosen are filled. Names that are
// wider than a line are shortened. Tapped gets the name that was clicked.
func NameLinks(names []string, chosen map[string]bool, p palette.Palette, tapped func(name string)) fyne.CanvasObject {
	n := &nameChips{names: names, chosen: chosen, palette: p, tapped: tapped, over: -1}
	n.ExtendBaseWidget(n)
	n.layOut(usualWidth)
	return n
}

// layOut puts the names beside and below each other.
func (n *nameChips) layOut(width float64) {
	measure := func(s string) float64 { return chipText.widthIn(s, chipFace) }
	n.chips = n.chips[:0]
	x, y := 0.0, 0.0
	for _, name := range n.names {
		label := scene.Shorten(facets.Line(name), max(width-2*chipPad, 0), measure)
		if label == "" {
			label = scene.Ellipsis
		}
		w := measure(label) + 2*chipPad
		if x > 0 && x+w > width {
			x, y = 0, y+chipHeight+chipGap
		}
		n.chips = append(n.chips, nameChip{box{x, y, x + w, y + chipHeight}, label})
		x += w + chipGap
	}
	n.height = 0
	if len(n.chips) > 0 {
		n.height = float32(y + chipHeight)
	}
}

// Resize is called by the toolkit.
func (n *nameChips) Resize(size fyne.Size) {
	if size.Width != n.Size().Width {
		n.layOut(float64(size.Width))
	}
	n.BaseWidget.Resize(size)
}

// MinSize leaves the width open: a long name never widens the window.
func (n *nameChips) MinSize() fyne.Size { return fyne.NewSize(40, n.height) }

// at returns the chip at a place, -1 for none.
func (n *nameChips) at(p fyne.Position) int {
	for i, c := range n.chips {
		if x, y := float64(p.X), float64(p.Y); x >= c.x0 && x < c.x1 && y >= c.y0 && y < c.y1 {
			return i
		}
	}
	return -1
}

// Tapped tells which name was clicked.
func (n *nameChips) Tapped(ev *fyne.PointEvent) {
	if i := n.at(ev.Position); i >= 0 {
		n.tapped(n.names[i])
	}
}

// MouseIn is called by the toolkit.
func (n *nameChips) MouseIn(ev *desktop.MouseEvent) { n.MouseMoved(ev) }

// MouseMoved is called by the toolkit.
func (n *nameChips) MouseMoved(ev *desktop.MouseEvent) { n.hover(n.at(ev.Position)) }

// MouseOut is called by the toolkit.
func (n *nameChips) MouseOut() { n.hover(-1) }

func (n *nameChips) hover(over int) {
	if over != n.over {
		n.over = over
		n.Refresh()
	}
}

// Cursor is called by the toolkit.
func (n *nameChips) Cursor() desktop.Cursor {
	if n.over >= 0 {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// CreateRenderer is called by the toolkit.
func (n *nameChips) CreateRenderer() fyne.WidgetRenderer {
	r := &nameChipsRenderer{n: n, brushes: brushes{text: chipText}}
	r.draw()
	return r
}

type nameChipsRenderer struct {
	n *nameChips
	brushes
}

func (r *nameChipsRenderer) Layout(fyne.Size)             { r.draw() }
func (r *nameChipsRenderer) MinSize() fyne.Size           { return r.n.MinSize() }
func (r *nameChipsRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *nameChipsRenderer) Destroy()                     {}

// Refresh is called by the toolkit.
func (r *nameChipsRenderer) Refresh() {
	r.draw()
	canvas.Refresh(r.objects[0])
}

func (r *nameChipsRenderer) draw() {
	n, p := r.n, r.n.palette
	r.begin()
	r.rect(box{}, color.NRGBA{}, 0, outline{}) // one to refresh
	for i, chip := range n.chips {
		fill, text := p.Button, p.Text
		switch {
		case n.chosen[n.names[i]]:
			fill, text = p.Accent, p.OnAccent
		case i == n.over:
			fill = p.Hover
		}
		r.rect(chip.box, fill, chipHeight/2, outline{})
		r.writeIn(chip.label, chip.x0+chipPad, (chip.y0+chip.y1)/2, chipFace, text)
	}
}
