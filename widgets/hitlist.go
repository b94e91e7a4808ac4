package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"dateline/data"
	"dateline/data/search"
	"dateline/widgets/palette"
)

// HitsState is what a hit list shows.
type HitsState struct {
	Hits     *data.Selection // events by time, nil for none
	Words    string          // that are looked for, as typed; they are marked
	Selected int             // event, -1 for none
	Heading  string          // over the hits
	Note     string          // below the heading
	Palette  palette.Palette
}

// HitList lists events that were found, by time, with the words that were
// looked for. Only those in view are read.
type HitList struct {
	widget.BaseWidget
	OnSelect func(event int) // a hit was clicked

	state   HitsState
	query   search.Query
	text    *textMeasure
	heading hitHeading
	read    map[int]*hitRow // by event, for the words and the width in force
	rows    rows
	roll    roll
	drawn   []drawnRow
	pointer hitPointer
}

// drawnRow is where a hit is seen.
type drawnRow struct {
	event  int
	y0, y1 float64
}

var (
	_ fyne.Scrollable    = (*HitList)(nil)
	_ fyne.Tappable      = (*HitList)(nil)
	_ fyne.Draggable     = (*HitList)(nil)
	_ desktop.Hoverable  = (*HitList)(nil)
	_ desktop.Cursorable = (*HitList)(nil)
	_ desktop.Mouseable  = (*HitList)(nil)
)

// NewHitList returns an empty list.
func NewHitList() *HitList {
	l := &HitList{text: newTextMeasure(), state: HitsState{Selected: -1}, read: map[int]*hitRow{}}
	l.ExtendBaseWidget(l)
	return l
}

// Update sets what the list shows; showing the same again does nothing. Other
// words scroll it to the top. Where more or fewer hits of the same words come,
// the first that is seen stays where it is.
func (l *HitList) Update(state HitsState) {
	if state == l.state {
		return
	}
	old := l.state
	l.state = state
	switch {
	case state.Words != old.Words || old.Hits == nil || state.Hits == nil || state.Hits.Set != old.Hits.Set:
		l.query = search.Parse(state.Words)
		l.roll = roll{}
		clear(l.read)
	case state.Hits != old.Hits && l.roll.row > 0 && l.roll.row < old.Hits.Len():
		l.roll.row = state.Hits.Place(old.Hits.At(l.roll.row))
	}
	l.arrange()
	if state.Selected != old.Selected && state.Hits != nil && state.Hits.Has(state.Selected) {
		l.reveal(state.Hits.Place(state.Selected))
	}
	l.Refresh()
}

// arrange lays out the heading and finds out how far the hits can be scrolled,
// as soon as there is room.
func (l *HitList) arrange() {
	l.heading, l.rows = hitHeading{}, rows{}
	if l.state.Hits == nil || l.room() <= 0 {
		l.roll = roll{}
		return
	}
	l.heading = l.layOutHeading()
	l.rows = newRows(l.state.Hits.Len(), float64(l.Size().Height)-l.heading.height,
		func(i int) float64 { return l.row(l.state.Hits.At(i)).height })
	l.roll = l.rows.held(l.roll)
}

// Resize is called by the toolkit.
func (l *HitList) Resize(size fyne.Size) {
	if size == l.Size() {
		return
	}
	if size.Width != l.Size().Width {
		clear(l.read)
	}
	l.BaseWidget.Resize(size)
	l.arrange()
	l.Refresh()
}

// MinSize leaves the size open.
func (l *HitList) MinSize() fyne.Size { return fyne.NewSize(40, 40) }

// reveal scrolls so far that the hit at a place is seen.
func (l *HitList) reveal(place int) {
	if place < l.rows.count {
		l.scroll(l.rows.shown(l.roll, place))
	}
}

// scroll moves the list to a place.
func (l *HitList) scroll(to roll) {
	if to != l.roll {
		l.roll = to
		l.Refresh()
	}
}

// Page scrolls by a share of what is seen, down if it is positive.
func (l *HitList) Page(share float64) {
	if l.rows.count > 0 {
		l.scroll(l.rows.moved(l.roll, share*l.rows.room))
	}
}
