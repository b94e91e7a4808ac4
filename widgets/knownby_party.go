package widgets

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"dateline/data/visible"
	"dateline/widgets/scene"
)

var (
	_ fyne.Tappable     = (*partyButton)(nil)
	_ fyne.Focusable    = (*partyButton)(nil)
	_ desktop.Hoverable = (*partyButton)(nil)
)

// partyButton shows the chosen party, and opens a menu of all of them.
type partyButton struct {
	widget.BaseWidget
	known   *KnownBy
	hovered bool
	focused bool
}

func newPartyButton(k *KnownBy) *partyButton {
	b := &partyButton{known: k}
	b.ExtendBaseWidget(b)
	return b
}

// The button's measures in pixels.
const (
	partyHeight = 28.0
	partyPad    = 9.0
	partyArrow  = 8.0   // width
	partyLabel  = 320.0 // width of a title in the menu, at most
)

// MinSize is one line.
func (b *partyButton) MinSize() fyne.Size { return fyne.NewSize(80, partyHeight) }

// title returns the chosen party's title, or its ID if it is not among the
// parties.
func (b *partyButton) title() string {
	s := &b.known.state
	for _, party := range s.Parties {
		if party.ID == s.Party {
			return party.Title
		}
	}
	return s.Party
}

// menu returns the parties to choose from, each with its count.
func (b *partyButton) menu() *fyne.Menu {
	k := b.known
	measure := func(text string) float64 { return k.text.width(text, scene.LabelText) }
	menu := fyne.NewMenu("")
	for _, party := range k.state.Parties {
		label := fmt.Sprintf("%s · %d", scene.Shorten(visible.Line(party.Title), partyLabel, measure), party.Count)
		item := fyne.NewMenuItem(label, func() {
			if k.On.Party != nil && party.ID != k.state.Party {
				k.On.Party(party.ID)
			}
		})
		item.Checked = party.ID == k.state.Party
		menu.Items = append(menu.Items, item)
	}
	return menu
}

// open shows the menu below the button.
func (b *partyButton) open() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(b); c != nil {
		widget.ShowPopUpMenuAtRelativePosition(b.menu(), c, fyne.NewPos(0, partyHeight+2), b)
	}
}

// Tapped opens the menu.
func (b *partyButton) Tapped(*fyne.PointEvent) { b.open() }

// MouseIn is called by the toolkit.
func (b *partyButton) MouseIn(*desktop.MouseEvent) { b.hovered = true; b.Refresh() }

// MouseMoved is called by the toolkit.
func (b *partyButton) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by the toolkit.
func (b *partyButton) MouseOut() { b.hovered = false; b.Refresh() }

// FocusGained is called by the toolkit.
func (b *partyButton) FocusGained() { b.focused = true; b.Refresh() }

// FocusLost is called by the toolkit.
func (b *partyButton) FocusLost() { b.focused = false; b.Refresh() }

// TypedRune passes a letter on; the space bar is a key here.
func (b *partyButton) TypedRune(r rune) {
	if r != ' ' {
		b.known.typedRune(r)
	}
}

// TypedKey opens the menu with the space bar.
func (b *partyButton) TypedKey(ev *fyne.KeyEvent) {
	if pressesButton(ev.Name) {
		b.open()
		return
	}
	b.known.typedKey(ev)
}

// CreateRenderer is called by the toolkit.
func (b *partyButton) CreateRenderer() fyne.WidgetRenderer {
	r := &partyRenderer{b: b, brushes: brushes{text: b.known.text}}
	for i := range r.arrow {
		r.arrow[i] = &canvas.Line{StrokeWidth: 1.5}
	}
	r.draw()
	return r
}

type partyRenderer struct {
	b *partyButton
	brushes
	arrow [2]*canvas.Line
}

func (r *partyRenderer) Layout(fyne.Size)             { r.draw() }
func (r *partyRenderer) MinSize() fyne.Size           { return r.b.MinSize() }
func (r *partyRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *partyRenderer) Destroy()                     {}

func (r *partyRenderer) Refresh() {
	r.draw()
	canvas.Refresh(r.objects[0])
}

func (r *partyRenderer) draw() {
	b, p := r.b, r.b.known.state.Palette
	r.begin()
	w := float64(b.Size().Width)
	back, line, text := p.Button, outline{}, p.Text
	if b.hovered {
		back = p.Hover
	}
	if b.focused {
		line = outline{p.Accent, 1.5}
	}
	if !b.known.state.On {
		text = p.Muted
	}
	r.rect(box{0, 0, w, partyHeight}, back, 5, line)
	arrow := w - partyPad - partyArrow
	measure := func(s string) float64 { return r.text.width(s, scene.LabelText) }
	r.write(scene.Shorten(b.title(), arrow-8-partyPad, measure), partyPad, partyHeight/2, scene.LabelText, text)
	x, y := float32(arrow), float32(partyHeight/2)
	points := [3]fyne.Position{
		fyne.NewPos(x, y-2), fyne.NewPos(x+partyArrow/2, y+2), fyne.NewPos(x+partyArrow, y-2),
	}
	for i, l := range r.arrow {
		l.StrokeColor = p.Muted
		l.Position1, l.Position2 = points[i], points[i+1]
		r.objects = append(r.objects, l)
	}
}
