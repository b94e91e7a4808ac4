package widgets

import (
	"image/color"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"dateline/data/document"
	"dateline/widgets/palette"
)

// CreateRenderer is called by the toolkit.
func (p *docPage) CreateRenderer() fyne.WidgetRenderer {
	r := &docPageRenderer{p: p, brushes: brushes{text: p.text}}
	r.draw()
	return r
}

// docPageRenderer draws the lines in view.
type docPageRenderer struct {
	p *docPage
	brushes
}

func (r *docPageRenderer) Layout(fyne.Size)             { r.draw() }
func (r *docPageRenderer) MinSize() fyne.Size           { return r.p.MinSize() }
func (r *docPageRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *docPageRenderer) Destroy()                     {}

// IsClip has the toolkit draw nothing outside of the page.
func (r *docPageRenderer) IsClip() {}

// Refresh is called by the toolkit. One object is refreshed, so that the window
// is painted.
func (r *docPageRenderer) Refresh() {
	r.draw()
	canvas.Refresh(r.objects[0])
}

func (r *docPageRenderer) draw() {
	p := r.p
	r.begin()
	w, h := float64(p.Size().Width), float64(p.Size().Height)
	r.rect(box{0, 0, w, h}, p.palette.Surface, 0, outline{})
	lines := p.visibleLines()
	r.marks(lines)
	r.selected(lines)
	for _, line := range lines {
		r.line(line)
	}
	r.bar()
	if p.focused && p.keyed {
		r.rect(box{0, 0, w, h}, palette.Fade(p.palette.Surface, 0), 0, outline{palette.Fade(p.palette.Accent, 0.7), 1.5})
	}
}

// marks draws what is behind the quotation, and a bar beside its lines.
func (r *docPageRenderer) marks(lines []drawnLine) {
	p := r.p
	behind, bar := p.markColors()
	for _, marked := range p.marked {
		beside := box{p.left() - 12, 0, p.left() - 9, 0}
		for _, line := range lines {
			edges, ok := p.within(line, marked)
			if !ok {
				continue
			}
			r.rect(edges, behind, 2, outline{})
			if beside.y1 == 0 {
				beside.y0 = line.y0
			}
			beside.y1 = line.y1
		}
		if beside.y1 != 0 {
			r.rect(beside, bar, 1.5, outline{})
		}
	}
}

// markColors returns the colours behind and beside the quotation.
func (p *docPage) markColors() (behind, beside color.NRGBA) {
	if p.faint {
		return p.palette.Quote, p.palette.Muted
	}
	return p.palette.Select, p.palette.SelectLine
}

// selected draws what is behind the text that the reader has selected.
func (r *docPageRenderer) selected(lines []drawnLine) {
	selected := r.p.selection.stretch()
	for _, line := range lines {
		if edges, ok := r.p.within(line, selected); ok {
			r.rect(edges, palette.Fade(r.p.palette.Accent, 0.35), 0, outline{})
		}
	}
}

// within returns the edges of the part of a line that is within a stretch of the
// text, and whether there is any.
func (p *docPage) within(line drawnLine, stretch document.Range) (box, bool) {
	text := p.lineText(line)
	from, to := max(stretch.From-line.From, 0), min(stretch.To-line.From, len(text))
	if from >= to {
		return box{}, false
	}
	letters := &p.breaker.letters
	return box{p.left() + letters.width(text[:from]), line.y0, p.left() + letters.width(text[:to]), line.y1}, true
}

// lineText returns the text of a line without the white space at its end.
func (p *docPage) lineText(line drawnLine) string {
	return strings.TrimRightFunc(p.doc.Text[line.From:line.To], unicode.IsSpace)
}

// line draws the text of a line, in pieces where the quotation begins or ends, so
// that they are exactly where what is behind them is.
func (r *docPageRenderer) line(line drawnLine) {
	p := r.p
	text, x, from := p.lineText(line), p.left(), 0
	piece := func(to int) {
		if to = min(to, len(text)); to > from {
			r.writeIn(docShown(text[from:to]), x, (line.y0+line.y1)/2, p.breaker.letters.face, p.palette.Text)
			x += p.breaker.letters.width(text[from:to])
			from = to
		}
	}
	for _, marked := range p.marked {
		piece(marked.From - line.From)
		piece(marked.To - line.From)
	}
	piece(len(text))
}

// bar draws the scroll bar, and where the quotation is on its way.
func (r *docPageRenderer) bar() {
	p := r.p
	bar := p.bar()
	if bar == (box{}) {
		return
	}
	if len(p.marked) > 0 {
		_, mark := p.markColors()
		row, down := p.place(p.marked[0].From)
		y := p.rows.room * (float64(row) + down/p.row(row).height) / float64(p.rows.count)
		r.rect(box{bar.x0 - 2, y, bar.x1 + 2, y + 2}, mark, 0, outline{})
	}
	r.rect(bar, palette.Fade(p.palette.Muted, 0.6), 3, outline{})
}
