package widgets

import (
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"dateline/data/document"
)

// docSelection is the text that the reader has selected, from where the pointer
// was pressed to where it is; in bytes.
type docSelection struct{ from, to int }

// stretch returns the text that is selected.
func (s docSelection) stretch() document.Range {
	return document.Range{From: min(s.from, s.to), To: max(s.from, s.to)}
}

// docPointer is what the pointer does on a page.
type docPointer struct {
	at        fyne.Position
	bar       bool    // it holds the scroll bar
	inner     float64 // how far below the top of its handle
	selecting bool
}

// Scrolled is called by the toolkit for the wheel.
func (p *docPage) Scrolled(ev *fyne.ScrollEvent) { p.move(-float64(ev.Scrolled.DY)) }

// MouseDown takes the keyboard, and takes hold of the scroll bar or begins to
// select text; with Shift it selects on from where that began.
func (p *docPage) MouseDown(ev *desktop.MouseEvent) {
	p.keyed = false
	if c := fyne.CurrentApp().Driver().CanvasForObject(p); c != nil {
		c.Focus(p)
	}
	if ev.Button != desktop.MouseButtonPrimary || p.rows.count == 0 {
		return
	}
	if p.onBar(ev.Position) {
		p.hold(float64(ev.Position.Y))
		return
	}
	p.pointer.selecting = true
	p.selection.to = p.offsetAt(ev.Position)
	if ev.Modifier&fyne.KeyModifierShift == 0 {
		p.selection.from = p.selection.to
	}
	p.Refresh()
}

// MouseUp ends what MouseDown began.
func (p *docPage) MouseUp(*desktop.MouseEvent) { p.pointer.bar, p.pointer.selecting = false, false }

// Dragged moves the scroll bar or selects text; beyond the edges it scrolls.
func (p *docPage) Dragged(ev *fyne.DragEvent) {
	y := float64(ev.Position.Y)
	switch {
	case p.pointer.bar:
		p.pull(y)
	case p.pointer.selecting:
		if y < 0 {
			p.move(y)
		} else if beyond := y - p.rows.room; beyond > 0 {
			p.move(beyond)
		}
		p.selection.to = p.offsetAt(ev.Position)
		p.Refresh()
	}
}

// DragEnd is called by the toolkit.
func (p *docPage) DragEnd() { p.MouseUp(nil) }

// DoubleTapped selects a word.
func (p *docPage) DoubleTapped(ev *fyne.PointEvent) {
	if p.rows.count == 0 || p.onBar(ev.Position) {
		return
	}
	word := func(r rune) bool { return unicode.In(r, unicode.L, unicode.M, unicode.N) }
	text, at := p.doc.Text, p.offsetAt(ev.Position)
	from, to := at, at+skip(text[at:], word)
	for from > 0 {
		r, size := utf8.DecodeLastRuneInString(text[:from])
		if !word(r) {
			break
		}
		from -= size
	}
	p.selection = docSelection{from, to}
	p.Refresh()
}

// offsetAt returns the byte of the text before which a place is, at the end of
// its line the first white space.
func (p *docPage) offsetAt(at fyne.Position) int {
	lines := p.visibleLines()
	if len(lines) == 0 {
		return 0
	}
	y := float64(at.Y)
	line := lines[0]
	for _, l := range lines {
		if l.y0 <= y {
			line = l
		}
	}
	return line.From + p.breaker.letters.near(p.lineText(line), float64(at.X)-p.left())
}

// MouseIn is called by the toolkit.
func (p *docPage) MouseIn(ev *desktop.MouseEvent) { p.pointer.at = ev.Position }

// MouseMoved is called by the toolkit.
func (p *docPage) MouseMoved(ev *desktop.MouseEvent) { p.pointer.at = ev.Position }

// MouseOut is called by the toolkit.
func (p *docPage) MouseOut() {}

// Cursor is called by the toolkit.
func (p *docPage) Cursor() desktop.Cursor {
	if p.rows.count == 0 || p.onBar(p.pointer.at) {
		return desktop.DefaultCursor
	}
	return desktop.TextCursor
}

// bar returns the edges of the scroll bar's handle, the zero box where all of the
// text is seen.
func (p *docPage) bar() box {
	r := &p.rows
	if r.end == (roll{}) {
		return box{}
	}
	seen := (float64(r.count) - r.fraction(r.end)) / float64(r.count)
	length := min(max(r.room*seen, 28), r.room)
	y := (r.room - length) * r.share(p.roll)
	w := float64(p.Size().Width)
	return box{w - 8, y + 2, w - 2, y + length - 2}
}

// onBar reports whether a place is where the scroll bar is.
func (p *docPage) onBar(at fyne.Position) bool {
	return at.X > p.Size().Width-barWidth && p.rows.end != roll{}
}

// hold takes hold of the scroll bar; beside the handle it moves it there.
func (p *docPage) hold(y float64) {
	bar := p.bar()
	p.pointer.bar, p.pointer.inner = true, y-bar.y0
	if y < bar.y0 || y > bar.y1 {
		p.pointer.inner = (bar.y1 - bar.y0) / 2
		p.pull(y)
	}
}

// pull brings the scroll bar's handle to the pointer.
func (p *docPage) pull(y float64) {
	bar := p.bar()
	if way := p.rows.room - (bar.y1 - bar.y0) - 4; way > 0 {
		p.scroll(p.rows.at((y - p.pointer.inner) / way))
	}
}
