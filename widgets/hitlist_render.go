package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"dateline/widgets/palette"
	"dateline/widgets/scene"
)

// CreateRenderer is called by the toolkit.
func (l *HitList) CreateRenderer() fyne.WidgetRenderer {
	r := &hitListRenderer{l: l, brushes: brushes{text: l.text}}
	r.draw()
	return r
}

// hitListRenderer draws the hits in view.
type hitListRenderer struct {
	l *HitList
	brushes
}

func (r *hitListRenderer) Layout(fyne.Size)             { r.draw() }
func (r *hitListRenderer) MinSize() fyne.Size           { return r.l.MinSize() }
func (r *hitListRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *hitListRenderer) Destroy()                     {}

// IsClip has the toolkit draw nothing outside of the list.
func (r *hitListRenderer) IsClip() {}

// Refresh is called by the toolkit. One object is refreshed, so that the window
// is painted.
func (r *hitListRenderer) Refresh() {
	r.draw()
	canvas.Refresh(r.objects[0])
}

// draw draws the hits in view, and the heading over what is scrolled beneath it.
func (r *hitListRenderer) draw() {
	l, p := r.l, r.l.state.Palette
	r.begin()
	l.drawn = l.drawn[:0]
	w, h := float64(l.Size().Width), float64(l.Size().Height)
	y := l.heading.height - l.roll.offset
	for i := l.roll.row; i < l.rows.count && y < h; i++ {
		event := l.state.Hits.At(i)
		bottom := y + l.row(event).height
		l.drawn = append(l.drawn, drawnRow{event, y, bottom})
		y = bottom
	}
	under, hovered := l.under()
	for _, row := range l.drawn {
		r.row(row, hovered && row == under)
	}
	r.top(w)
	if bar := l.bar(); bar != (box{}) {
		r.rect(bar, palette.Fade(p.Muted, 0.6), 3, outline{})
	}
}

// top draws the heading.
func (r *hitListRenderer) top(w float64) {
	p, h := r.l.state.Palette, r.l.heading
	r.rect(box{0, 0, w, h.height}, p.Surface, 0, outline{})
	if len(r.l.drawn) > 0 {
		r.rect(box{0, h.height - 1, w, h.height}, p.Line, 0, outline{})
	}
	y := r.pieces(h.title, headingTop, headingLine, headingFaces(), p.Text)
	r.pieces(h.note, y+noteGap, noteLine, marking(noteSize), p.Muted)
}

// row draws a hit: whose it is, when it was, its title, and why it was found.
func (r *hitListRenderer) row(at drawnRow, hovered bool) {
	l, p := r.l, r.l.state.Palette
	edges := box{6, at.y0 + 1, float64(l.Size().Width) - barWidth, at.y1 - 1}
	switch {
	case at.event == l.state.Selected:
		r.rect(edges, p.Select, 6, outline{p.SelectLine, 1})
	case hovered:
		r.rect(edges, p.Button, 6, outline{})
	}
	row := l.row(at.event)
	lane := l.state.Hits.Set.Lanes[l.state.Hits.LaneOf(at.event)]
	y := at.y0 + hitGap
	r.shape(scene.ShapeOf(lane.Marker), hitPad+hitDot/2, y+dateLine/2, hitDot-2, p.Mark(lane.Color))
	r.writeIn(row.date, hitPad+hitDot+6, y+dateLine/2, textFace{size: dateSize}, p.Muted)
	y = r.pieces(row.title, y+dateLine, titleLine, marking(titleSize), p.Text)
	r.pieces(row.reason, y, reasonLine, marking(reasonSize), p.Muted)
}

// pieces draws lines of text from a height on and returns where they end. Marked
// words are in the colour of text.
func (r *hitListRenderer) pieces(lines [][]piece, y, height float64, faces markedFaces, plain color.NRGBA) float64 {
	for _, line := range lines {
		for _, p := range line {
			c := plain
			if p.marked {
				c = r.l.state.Palette.Text
			}
			r.writeIn(p.text, hitPad+p.x, y+height/2, faces.of(p.marked), c)
		}
		y += height
	}
	return y
}
