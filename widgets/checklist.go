package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"dateline/widgets/palette"
)

// CheckRow is one row of a check list. Rows are compared with ==, so that a sign
// is to be a pointer, and to stay the same as long as it looks the same.
type CheckRow struct {
	ID    string
	Title string
	Color string            // of the box, "#RRGGBB"; "" for a box without a colour of its own
	Count int               // at the right, less than 0 for none
	On    bool              // the box is ticked
	Sign  fyne.CanvasObject // between box and title, nil for none; in no other row
}

// CheckList is a list of check boxes with counts: lanes, statuses, sources.
type CheckList struct {
	widget.BaseWidget
	OnToggle func(id string) // a row was switched
	OnOnly   func(id string) // only this row is wanted, or, if it is alone, all; nil: not offered

	// OnKey and OnRune get what is typed on a row and means nothing to it; nil
	// drops it.
	OnKey  func(key *fyne.KeyEvent)
	OnRune func(r rune)

	height  float64 // of a row, in pixels
	lines   int     // of a title, at most
	text    *textMeasure
	palette palette.Palette
	boxes   []*checkBox
	list    *fyne.Container
}

// The heights of a row with a title of one line and of each further line, in
// pixels.
const (
	checkRowHeight = 30.0
	checkLine      = 17.0
)

// NewCheckList returns a list without rows.
func NewCheckList() *CheckList { return newCheckList(checkRowHeight, 1) }

func newCheckList(height float64, lines int) *CheckList {
	l := &CheckList{
		height: height + float64(lines-1)*checkLine, lines: lines, text: newTextMeasure(),
		list: container.New(layout.NewCustomPaddedVBoxLayout(0)),
	}
	l.ExtendBaseWidget(l)
	return l
}

// Update sets the rows shown; showing the same again does nothing. Rows are kept
// where only their state changed, so that the keyboard stays where it is.
func (l *CheckList) Update(rows []CheckRow, p palette.Palette) {
	repaint := p != l.palette
	l.palette = p
	l.resize(len(rows))
	for i, b := range l.boxes {
		if repaint || b.row != rows[i] {
			b.row = rows[i]
			b.Refresh()
		}
	}
}

// resize gives the list so many rows.
func (l *CheckList) resize(count int) {
	if count == len(l.boxes) {
		return
	}
	l.boxes = l.boxes[:min(count, len(l.boxes))]
	for len(l.boxes) < count {
		l.boxes = append(l.boxes, newCheckBox(l))
	}
	l.list.Objects = make([]fyne.CanvasObject, count)
	for i, b := range l.boxes {
		l.list.Objects[i] = b
	}
	l.list.Refresh()
}

// First returns the first row for the keyboard, nil where there is none.
func (l *CheckList) First() fyne.Focusable {
	if len(l.boxes) == 0 {
		return nil
	}
	return l.boxes[0]
}

// CreateRenderer is called by the toolkit.
func (l *CheckList) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.list) }
