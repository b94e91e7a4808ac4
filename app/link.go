package app

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"dateline/widgets"
	"dateline/widgets/palette"
)

// link is a text of the status bar that can be clicked while it is live.
type link struct {
	widget.BaseWidget
	text          *canvas.Text
	tapped        func()
	live, hovered bool
	palette       palette.Palette
}

var (
	_ fyne.Tappable      = (*link)(nil)
	_ desktop.Hoverable  = (*link)(nil)
	_ desktop.Cursorable = (*link)(nil)
)

func newLink(tapped func()) *link {
	l := &link{text: canvas.NewText("", color.NRGBA{}), tapped: tapped}
	l.text.TextSize = 12
	l.ExtendBaseWidget(l)
	return l
}

// set changes the text and whether it can be clicked.
func (l *link) set(text string, live bool) {
	text = widgets.OneLine(text)
	if l.text.Text == text && l.live == live {
		return
	}
	l.text.Text, l.live = text, live
	l.paint()
}

func (l *link) colors(p palette.Palette) {
	l.palette = p
	l.paint()
}

func (l *link) paint() {
	l.text.Color = l.palette.Muted
	if l.live && l.hovered {
		l.text.Color = l.palette.Accent
	}
	l.text.Refresh()
	l.Refresh()
}

// CreateRenderer is called by the toolkit.
func (l *link) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(l.text) }

// Tapped is called by the toolkit.
func (l *link) Tapped(*fyne.PointEvent) {
	if l.live {
		l.tapped()
	}
}

// MouseIn is called by the toolkit.
func (l *link) MouseIn(*desktop.MouseEvent) { l.hovered = true; l.paint() }

// MouseMoved is called by the toolkit.
func (l *link) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by the toolkit.
func (l *link) MouseOut() { l.hovered = false; l.paint() }

// Cursor is called by the toolkit.
func (l *link) Cursor() desktop.Cursor {
	if l.live {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}
