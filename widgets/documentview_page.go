package widgets

import (
	"sort"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"dateline/data/document"
	"dateline/widgets/palette"
)

// The measures of a document's text in pixels.
const (
	docSize   = 14.0
	docLine   = 21.0
	docBlank  = 12.0  // a line without text
	docLeft   = 24.0  // beside the text
	docRight  = 22.0  // with the scroll bar
	docWidest = 760.0 // that lines get: longer ones are hard to read
	docTop    = 8.0   // above the text
)

// docThird is where a quotation is brought to, as a share of the height.
const docThird = 1.0 / 3

// docPage shows the text of a document, of which only the lines in view are laid
// out and drawn.
type docPage struct {
	widget.BaseWidget
	on      *DocumentEvents
	palette palette.Palette

	doc    *document.Document
	marked []document.Range // the quotation
	faint  bool             // it is only its beginning

	text    *textMeasure
	breaker docBreaker
	starts  []int32 // of the rows, in the text
	laid    map[int]*docRow
	rows    rows
	roll    roll
	anchor  docAnchor
	drawn   []drawnLine

	selection docSelection
	pointer   docPointer
	focused   bool
	keyed     bool // the last that came was a key
}

// docRow is a row of a document laid out.
type docRow struct {
	lines  []document.Range // in the document's text
	line   float64          // height of each
	height float64
}

// docAnchor is what stays in its place when the page gets another size: the line
// with a byte of the text stands at a share of the height and so many pixels.
type docAnchor struct {
	offset   int
	share, y float64
}

// drawnLine is where a line is seen.
type drawnLine struct {
	document.Range
	y0, y1 float64
}

var (
	_ fyne.Focusable      = (*docPage)(nil)
	_ fyne.Shortcutable   = (*docPage)(nil)
	_ fyne.Scrollable     = (*docPage)(nil)
	_ fyne.Draggable      = (*docPage)(nil)
	_ fyne.DoubleTappable = (*docPage)(nil)
	_ desktop.Mouseable   = (*docPage)(nil)
	_ desktop.Hoverable   = (*docPage)(nil)
	_ desktop.Cursorable  = (*docPage)(nil)
)

func newDocPage(on *DocumentEvents) *docPage {
	p := &docPage{on: on, text: newTextMeasure(), laid: map[int]*docRow{}}
	p.breaker.letters = docLetters{text: p.text, face: textFace{size: docSize}, widths: map[rune]float64{}}
	p.ExtendBaseWidget(p)
	return p
}

// open shows a document from its beginning, none for nil.
func (p *docPage) open(doc *document.Document) {
	p.doc, p.marked, p.starts, p.anchor, p.selection = doc, nil, nil, docAnchor{y: docTop}, docSelection{}
	if doc != nil {
		p.starts = rowStarts(doc)
	}
	clear(p.laid)
}

// mark marks stretches of the text and brings the first into view; with none, the
// text stays where it is.
func (p *docPage) mark(ranges []document.Range, faint bool) {
	p.marked, p.faint = ranges, faint
	if len(ranges) > 0 {
		p.anchor = docAnchor{offset: ranges[0].From, share: docThird}
	}
	p.arrange()
}

// MinSize leaves the size open.
func (p *docPage) MinSize() fyne.Size { return fyne.NewSize(40, 40) }

// Resize is called by the toolkit. What is in view stays where it is.
func (p *docPage) Resize(size fyne.Size) {
	if size == p.Size() {
		return
	}
	p.BaseWidget.Resize(size)
	p.arrange()
	p.Refresh()
}

// arrange finds out how far the text can be scrolled, as soon as there is room,
// and brings the anchor to its place.
func (p *docPage) arrange() {
	width := min(float64(p.Size().Width)-docLeft-docRight, docWidest)
	if p.doc == nil || width <= 0 {
		p.rows, p.roll = rows{}, roll{}
		return
	}
	if width != p.breaker.width {
		p.breaker.width = width
		clear(p.laid)
	}
	p.rows = newRows(len(p.starts), float64(p.Size().Height), func(i int) float64 { return p.row(i).height })
	row, down := p.place(p.anchor.offset)
	p.roll = p.rows.moved(roll{row: row}, down-p.anchor.share*p.rows.room-p.anchor.y)
}

// left returns where lines begin.
func (p *docPage) left() float64 {
	return max(docLeft, (float64(p.Size().Width)-p.breaker.width)/2)
}

// rowRange returns the stretch of text that a row is.
func (p *docPage) rowRange(row int) document.Range {
	r := document.Range{From: int(p.starts[row]), To: len(p.doc.Text)}
	if row+1 < len(p.starts) {
		r.To = int(p.starts[row+1])
	}
	return r
}

// row returns a row laid out.
func (p *docPage) row(row int) *docRow {
	if laid := p.laid[row]; laid != nil {
		return laid
	}
	if len(p.laid) >= keptRows {
		clear(p.laid)
	}
	r := p.rowRange(row)
	text := p.doc.Text[r.From:r.To]
	laid := &docRow{lines: p.breaker.broken(text), line: docLine}
	if strings.TrimSpace(text) == "" {
		laid.line = docBlank
	}
	for i := range laid.lines {
		laid.lines[i].From += r.From
		laid.lines[i].To += r.From
	}
	laid.height = laid.line * float64(len(laid.lines))
	if row == 0 {
		laid.height += docTop
	}
	if row == len(p.starts)-1 {
		laid.height += docTop
	}
	p.laid[row] = laid
	return laid
}

// top returns how far below its edge the first line of a row begins.
func (p *docPage) top(row int) float64 {
	if row == 0 {
		return docTop
	}
	return 0
}

// place returns the row of a byte of the text, and how far below the row's edge
// its line begins.
func (p *docPage) place(offset int) (row int, down float64) {
	row = sort.Search(len(p.starts), func(i int) bool { return int(p.starts[i]) > offset }) - 1
	laid := p.row(row)
	line := sort.Search(len(laid.lines), func(i int) bool { return laid.lines[i].To > offset })
	return row, p.top(row) + laid.line*float64(min(line, len(laid.lines)-1))
}

// visibleLines returns the lines in view.
func (p *docPage) visibleLines() []drawnLine {
	p.drawn = p.drawn[:0]
	y := -p.roll.offset
	for i := p.roll.row; i < p.rows.count && y < p.rows.room; i++ {
		laid := p.row(i)
		for j, line := range laid.lines {
			y0 := y + p.top(i) + laid.line*float64(j)
			if y0+laid.line > 0 && y0 < p.rows.room {
				p.drawn = append(p.drawn, drawnLine{line, y0, y0 + laid.line})
			}
		}
		y += laid.height
	}
	return p.drawn
}

// scroll moves the text to a place and remembers what is there now: the quotation
// if it is in view, else the first line.
func (p *docPage) scroll(to roll) {
	if to == p.roll || p.rows.count == 0 {
		return
	}
	p.roll = to
	lines := p.visibleLines()
	if len(lines) > 0 {
		p.anchor = docAnchor{offset: lines[0].From, y: lines[0].y0}
	}
	for _, line := range lines {
		if len(p.marked) > 0 && line.From <= p.marked[0].From && p.marked[0].From < line.To && line.y0 >= 0 && line.y1 <= p.rows.room {
			p.anchor = docAnchor{offset: p.marked[0].From, share: line.y0 / p.rows.room}
		}
	}
	p.Refresh()
}

// move scrolls down by pixels.
func (p *docPage) move(by float64) {
	if p.rows.count > 0 {
		p.scroll(p.rows.moved(p.roll, by))
	}
}
