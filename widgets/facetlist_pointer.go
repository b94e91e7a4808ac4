package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// under returns the row under the pointer, -1 for none.
func (r *facetRows) under() int {
	if !r.pointer.over || r.onBar(r.pointer.at) {
		return -1
	}
	return r.at(float64(r.pointer.at.Y))
}

// Tapped chooses the name that was clicked, or lets it go.
func (r *facetRows) Tapped(ev *fyne.PointEvent) {
	row := r.at(float64(ev.Position.Y))
	if row < 0 || r.onBar(ev.Position) {
		return
	}
	r.cursor = row
	takeKeyboard(r)
	r.Refresh()
	r.list.toggle(row)
}

// typedOn is what can have the keyboard.
type typedOn interface {
	fyne.CanvasObject
	fyne.Focusable
}

// takeKeyboard gives a widget the keyboard, which a click alone does not.
func takeKeyboard(o typedOn) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil {
		c.Focus(o)
	}
}

// Scrolled is called by the toolkit for the wheel.
func (r *facetRows) Scrolled(ev *fyne.ScrollEvent) {
	if r.rows.count > 0 {
		r.scroll(r.rows.moved(r.roll, -float64(ev.Scrolled.DY)))
	}
}

// MouseIn is called by the toolkit.
func (r *facetRows) MouseIn(ev *desktop.MouseEvent) { r.MouseMoved(ev) }

// MouseMoved is called by the toolkit.
func (r *facetRows) MouseMoved(ev *desktop.MouseEvent) {
	before := r.under()
	r.pointer.over, r.pointer.at = true, ev.Position
	if r.under() != before {
		r.Refresh()
	}
}

// MouseOut is called by the toolkit.
func (r *facetRows) MouseOut() {
	r.pointer.over = false
	r.Refresh()
}

// Cursor is called by the toolkit.
func (r *facetRows) Cursor() desktop.Cursor {
	if r.under() >= 0 {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// bar returns the edges of the scroll bar's handle, the zero box where all names
// are seen.
func (r *facetRows) bar() box {
	if r.rows.end == (roll{}) {
		return box{}
	}
	count := float64(r.rows.count)
	length := max(r.rows.room*(count-r.rows.fraction(r.rows.end))/count, 28)
	y := (r.rows.room - length) * r.rows.share(r.roll)
	w := float64(r.Size().Width)
	return box{w - 8, y + 2, w - 2, y + length - 2}
}

// onBar reports whether a place is where the scroll bar is.
func (r *facetRows) onBar(p fyne.Position) bool {
	return p.X > r.Size().Width-barWidth && r.rows.end != roll{}
}

// MouseDown takes hold of the scroll bar; beside the handle it moves it there.
func (r *facetRows) MouseDown(ev *desktop.MouseEvent) {
	if ev.Button != desktop.MouseButtonPrimary || !r.onBar(ev.Position) {
		return
	}
	bar, y := r.bar(), float64(ev.Position.Y)
	r.pointer.held, r.pointer.inner = true, y-bar.y0
	if y < bar.y0 || y > bar.y1 {
		r.pointer.inner = (bar.y1 - bar.y0) / 2
		r.pull(y)
	}
}

// MouseUp lets go of the scroll bar.
func (r *facetRows) MouseUp(*desktop.MouseEvent) { r.pointer.held = false }

// Dragged moves the scroll bar.
func (r *facetRows) Dragged(ev *fyne.DragEvent) {
	if r.pointer.held {
		r.pull(float64(ev.Position.Y))
	}
}

// DragEnd is called by the toolkit.
func (r *facetRows) DragEnd() { r.pointer.held = false }

// pull brings the scroll bar's handle to the pointer.
func (r *facetRows) pull(y float64) {
	bar := r.bar()
	if way := r.rows.room - (bar.y1 - bar.y0) - 4; way > 0 {
		r.scroll(r.rows.at((y - r.pointer.inner) / way))
	}
}
