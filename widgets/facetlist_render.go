package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"dateline/data/facets"
	"dateline/widgets/palette"
	"dateline/widgets/scene"
)

// CreateRenderer is called by the toolkit.
func (r *facetRows) CreateRenderer() fyne.WidgetRenderer {
	d := &facetRowsRenderer{r: r, brushes: brushes{text: r.text}}
	d.draw()
	return d
}

// facetRowsRenderer draws the names in view.
type facetRowsRenderer struct {
	r *facetRows
	brushes
	lines pool[canvas.Line]
}

func (d *facetRowsRenderer) Layout(fyne.Size)             { d.draw() }
func (d *facetRowsRenderer) MinSize() fyne.Size           { return d.r.MinSize() }
func (d *facetRowsRenderer) Objects() []fyne.CanvasObject { return d.objects }
func (d *facetRowsRenderer) Destroy()                     {}

// IsClip has the toolkit draw nothing outside of the names.
func (d *facetRowsRenderer) IsClip() {}

// Refresh is called by the toolkit. One object is refreshed, so that the window
// is painted.
func (d *facetRowsRenderer) Refresh() {
	d.draw()
	canvas.Refresh(d.objects[0])
}

func (d *facetRowsRenderer) draw() {
	r, p := d.r, d.r.list.state.Palette
	d.begin()
	d.lines.used = 0
	w, h := float64(r.Size().Width), float64(r.Size().Height)
	d.rect(box{0, 0, w, 1}, p.Line, 0, outline{})
	if len(r.shown) == 0 {
		d.message(w)
		return
	}
	under := r.under()
	for row := r.roll.row; row < len(r.shown) && r.top(row) < h; row++ {
		d.row(row, row == under, w)
	}
	if bar := r.bar(); bar != (box{}) {
		d.rect(bar, palette.Fade(p.Muted, 0.6), 3, outline{})
	}
}

// message says why there are no names.
func (d *facetRowsRenderer) message(w float64) {
	faces := markedFaces{textFace{size: titleSize}, textFace{size: titleSize}}
	lines := textLines{text: d.r.text, faces: faces, width: w - 2*hitPad, most: noteLines}
	if lines.width <= 0 {
		return
	}
	y := headingTop
	for _, line := range lines.broken(d.r.list.emptyText(), nil) {
		for _, piece := range line {
			d.writeIn(piece.text, hitPad+piece.x, y+titleLine/2, faces.plain, d.r.list.state.Palette.Muted)
		}
		y += titleLine
	}
}

// Where the parts of a name's row are, in pixels.
const (
	tickSide  = 15.0
	nameLeft  = hitPad + tickSide + 9
	crossSide = 7.0
	crossRoom = 20.0 // right of the counts
)

// row draws a name: whether it is chosen, the name, how many events have it, and
// for one that is chosen a cross.
func (d *facetRowsRenderer) row(row int, hovered bool, w float64) {
	r, l := d.r, d.r.list
	p := l.state.Palette
	place := r.shown[row]
	name := l.name(place)
	chosen, y := l.state.Chosen.Has(l.state.Kind, name.Text), r.top(row)
	d.back(box{6, y + 1, w - barWidth, y + rowHeight - 1}, row, chosen, hovered)
	middle := y + rowHeight/2
	d.tick(middle, chosen)
	c := p.Text
	if l.counts[place] == 0 && !chosen {
		c = p.Muted
	}
	face := textFace{size: titleSize}
	if chosen {
		face = marking(titleSize).marked
	}
	right := w - hitPad - crossRoom
	count := countWords(l.counts[place], name.Count)
	left := right - r.text.widthIn(count, textFace{size: dateSize})
	d.writeIn(count, left, middle, textFace{size: dateSize}, p.Muted)
	measure := func(s string) float64 { return r.text.widthIn(s, face) }
	d.writeIn(scene.Shorten(facets.Line(name.Text), left-nameLeft-10, measure), nameLeft, middle, face, c)
	if chosen {
		d.cross(right+crossRoom-crossSide-2, middle)
	}
}

// back draws what is behind a row.
func (d *facetRowsRenderer) back(edges box, row int, chosen, hovered bool) {
	p, line, fill := d.r.list.state.Palette, outline{}, color.NRGBA{}
	switch {
	case chosen:
		fill = p.Select
	case hovered:
		fill = p.Button
	}
	if row == d.r.cursor && (d.r.focused || d.r.list.entry.focused) {
		line = outline{p.Accent, 1.5}
	}
	if fill != (color.NRGBA{}) || line.width > 0 {
		d.rect(edges, fill, 5, line)
	}
}

// tick draws a box around a height, with a tick in it or empty.
func (d *facetRowsRenderer) tick(middle float64, ticked bool) {
	p := d.r.list.state.Palette
	top := middle - tickSide/2
	edges := box{hitPad, top, hitPad + tickSide, top + tickSide}
	if !ticked {
		d.rect(edges, color.NRGBA{}, 4, outline{p.Muted, 1.2})
		return
	}
	d.rect(edges, p.Accent, 4, outline{})
	d.line(p.OnAccent, hitPad+3.5, top+8, hitPad+6.5, top+11)
	d.line(p.OnAccent, hitPad+6.5, top+11, hitPad+11.5, top+4.5)
}

// cross draws what removes a name.
func (d *facetRowsRenderer) cross(left, middle float64) {
	c := d.r.list.state.Palette.Text
	d.line(c, left, middle-crossSide/2, left+crossSide, middle+crossSide/2)
	d.line(c, left, middle+crossSide/2, left+crossSide, middle-crossSide/2)
}

func (d *facetRowsRenderer) line(c color.NRGBA, x0, y0, x1, y1 float64) {
	l := d.lines.take()
	l.StrokeColor, l.StrokeWidth = c, 1.6
	l.Position1, l.Position2 = fyne.NewPos(float32(x0), float32(y0)), fyne.NewPos(float32(x1), float32(y1))
	d.objects = append(d.objects, l)
}
