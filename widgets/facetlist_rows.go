package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// rowHeight is that of a name in pixels.
const rowHeight = 29.0

// facetRows are the names of a facet list.
type facetRows struct {
	widget.BaseWidget
	list    *FacetList
	text    *textMeasure
	shown   []int // places of the names
	cursor  int   // in shown, where the keyboard is
	rows    rows
	roll    roll
	focused bool
	pointer hitPointer
}

var (
	_ fyne.Scrollable    = (*facetRows)(nil)
	_ fyne.Tappable      = (*facetRows)(nil)
	_ fyne.Draggable     = (*facetRows)(nil)
	_ fyne.Focusable     = (*facetRows)(nil)
	_ desktop.Hoverable  = (*facetRows)(nil)
	_ desktop.Cursorable = (*facetRows)(nil)
	_ desktop.Mouseable  = (*facetRows)(nil)
)

func newFacetRows(l *FacetList, text *textMeasure) *facetRows {
	r := &facetRows{list: l, text: text}
	r.ExtendBaseWidget(r)
	return r
}

// MinSize leaves the size open.
func (r *facetRows) MinSize() fyne.Size { return fyne.NewSize(0, 0) }

// show lists the names at places, from the top or where it is. The keyboard stays
// on its name.
func (r *facetRows) show(places []int, top bool) {
	at := -1
	if !top && r.cursor < len(r.shown) {
		at = slices.Index(places, r.shown[r.cursor])
	}
	r.shown, r.cursor = places, max(at, 0)
	if top {
		r.roll = roll{}
	}
	r.arrange()
}

// arrange finds out how far the names can be scrolled.
func (r *facetRows) arrange() {
	r.rows = newRows(len(r.shown), float64(r.Size().Height), func(int) float64 { return rowHeight })
	r.roll = r.rows.held(r.roll)
}

// Resize is called by the toolkit.
func (r *facetRows) Resize(size fyne.Size) {
	if size == r.Size() {
		return
	}
	r.BaseWidget.Resize(size)
	r.arrange()
	r.Refresh()
}

// scroll moves the names to a place.
func (r *facetRows) scroll(to roll) {
	if to != r.roll {
		r.roll = to
		r.Refresh()
	}
}

func (r *facetRows) page(share float64) {
	if r.rows.count > 0 {
		r.scroll(r.rows.moved(r.roll, share*r.rows.room))
	}
}

// top returns where a row begins, in pixels from the upper edge.
func (r *facetRows) top(row int) float64 { return float64(row-r.roll.row)*rowHeight - r.roll.offset }

// at returns the row at a height, -1 for none.
func (r *facetRows) at(y float64) int {
	row := r.roll.row + int((y+r.roll.offset)/rowHeight)
	if y < 0 || row >= len(r.shown) {
		return -1
	}
	return row
}

// move moves the keyboard by rows and scrolls as far as is needed to see it.
func (r *facetRows) move(by int) {
	if len(r.shown) == 0 {
		return
	}
	r.cursor = max(0, min(r.cursor+by, len(r.shown)-1))
	y := r.top(r.cursor)
	switch {
	case y < 0:
		r.roll = roll{row: r.cursor}
	case y+rowHeight > r.rows.room:
		r.roll = r.rows.moved(r.roll, y+rowHeight-r.rows.room)
	}
	r.Refresh()
}

// typedKey does what a key means to the list, and passes others on.
func (l *FacetList) typedKey(key *fyne.KeyEvent) {
	page := max(int(l.names.rows.room/rowHeight)-1, 1)
	switch key.Name {
	case fyne.KeyUp:
		l.names.move(-1)
	case fyne.KeyDown:
		l.names.move(1)
	case fyne.KeyPageUp:
		l.names.move(-page)
	case fyne.KeyPageDown:
		l.names.move(page)
	case fyne.KeyHome:
		l.names.move(-len(l.names.shown))
	case fyne.KeyEnd:
		l.names.move(len(l.names.shown))
	case fyne.KeyLeft:
		l.step(-1)
	case fyne.KeyRight:
		l.step(1)
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		l.toggle(l.names.cursor)
	case fyne.KeyEscape:
		l.On.Close()
	default:
		if l.On.Key != nil {
			l.On.Key(key)
		}
	}
}

// typedRune passes a letter on; the space bar is a key here.
func (l *FacetList) typedRune(r rune) {
	if r != ' ' && l.On.Rune != nil {
		l.On.Rune(r)
	}
}

// TypedKey is called by the toolkit.
func (r *facetRows) TypedKey(key *fyne.KeyEvent) { r.list.typedKey(key) }

// TypedRune is called by the toolkit.
func (r *facetRows) TypedRune(letter rune) { r.list.typedRune(letter) }

// FocusGained is called by the toolkit.
func (r *facetRows) FocusGained() { r.focused = true; r.Refresh() }

// FocusLost is called by the toolkit.
func (r *facetRows) FocusLost() { r.focused = false; r.Refresh() }
