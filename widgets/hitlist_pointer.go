package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// hitPointer is where the pointer is over a hit list and what it holds.
type hitPointer struct {
	over  bool
	at    fyne.Position
	held  bool    // the scroll bar
	inner float64 // how far below the top of its handle
}

// under returns the hit under the pointer.
func (l *HitList) under() (drawnRow, bool) {
	if !l.pointer.over {
		return drawnRow{}, false
	}
	return l.hitAt(l.pointer.at)
}

// hitAt returns the hit at a place.
func (l *HitList) hitAt(p fyne.Position) (drawnRow, bool) {
	if float64(p.Y) < l.heading.height || l.onBar(p) {
		return drawnRow{}, false
	}
	for _, row := range l.drawn {
		if y := float64(p.Y); y >= row.y0 && y < row.y1 {
			return row, true
		}
	}
	return drawnRow{}, false
}

// Scrolled is called by the toolkit for the wheel.
func (l *HitList) Scrolled(ev *fyne.ScrollEvent) {
	if l.rows.count > 0 {
		l.scroll(l.rows.moved(l.roll, -float64(ev.Scrolled.DY)))
	}
}

// Tapped selects the hit that was clicked.
func (l *HitList) Tapped(ev *fyne.PointEvent) {
	if row, ok := l.hitAt(ev.Position); ok && l.OnSelect != nil {
		l.OnSelect(row.event)
	}
}

// MouseIn is called by the toolkit.
func (l *HitList) MouseIn(ev *desktop.MouseEvent) { l.MouseMoved(ev) }

// MouseMoved is called by the toolkit.
func (l *HitList) MouseMoved(ev *desktop.MouseEvent) {
	before, _ := l.under()
	l.pointer.over, l.pointer.at = true, ev.Position
	if now, _ := l.under(); now != before {
		l.Refresh()
	}
}

// MouseOut is called by the toolkit.
func (l *HitList) MouseOut() {
	l.pointer.over = false
	l.Refresh()
}

// Cursor is called by the toolkit.
func (l *HitList) Cursor() desktop.Cursor {
	if _, ok := l.under(); ok {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// barWidth is how wide the place of the scroll bar is.
const barWidth = 12.0

// bar returns the edges of the scroll bar's handle, the zero box where all hits
// are seen.
func (l *HitList) bar() box {
	r := &l.rows
	if r.end == (roll{}) {
		return box{}
	}
	seen := (float64(r.count) - r.fraction(r.end)) / float64(r.count)
	length := max(r.room*seen, 28)
	y := l.heading.height + (r.room-length)*r.share(l.roll)
	w := float64(l.Size().Width)
	return box{w - 8, y + 2, w - 2, y + length - 2}
}

// onBar reports whether a place is where the scroll bar is.
func (l *HitList) onBar(p fyne.Position) bool {
	return p.X > l.Size().Width-barWidth && float64(p.Y) > l.heading.height && l.rows.end != roll{}
}

// MouseDown takes hold of the scroll bar; beside the handle it moves it there.
func (l *HitList) MouseDown(ev *desktop.MouseEvent) {
	if ev.Button != desktop.MouseButtonPrimary || !l.onBar(ev.Position) {
		return
	}
	bar, y := l.bar(), float64(ev.Position.Y)
	l.pointer.held, l.pointer.inner = true, y-bar.y0
	if y < bar.y0 || y > bar.y1 {
		l.pointer.inner = (bar.y1 - bar.y0) / 2
		l.pull(y)
	}
}

// MouseUp lets go of the scroll bar.
func (l *HitList) MouseUp(*desktop.MouseEvent) { l.pointer.held = false }

// Dragged moves the scroll bar.
func (l *HitList) Dragged(ev *fyne.DragEvent) {
	if l.pointer.held {
		l.pull(float64(ev.Position.Y))
	}
}

// DragEnd is called by the toolkit.
func (l *HitList) DragEnd() { l.pointer.held = false }

// pull brings the scroll bar's handle to the pointer.
func (l *HitList) pull(y float64) {
	bar := l.bar()
	if way := l.rows.room - (bar.y1 - bar.y0) - 4; way > 0 {
		l.scroll(l.rows.at((y - l.pointer.inner - l.heading.height) / way))
	}
}
