package widgets

import (
	"fyne.io/fyne/v2"

	"dateline/data/document"
)

// FocusGained is called by the toolkit.
func (p *docPage) FocusGained() { p.focused = true; p.Refresh() }

// FocusLost is called by the toolkit.
func (p *docPage) FocusLost() { p.focused, p.keyed = false, false; p.Refresh() }

// TypedKey scrolls, or closes the document. Other keys are passed on.
func (p *docPage) TypedKey(key *fyne.KeyEvent) {
	switch {
	case p.scrolledBy(key.Name):
		p.keyed = true
		p.Refresh()
	case key.Name == fyne.KeyEscape:
		p.on.Close()
	case p.on.Key != nil:
		p.on.Key(key)
	}
}

// scrolledBy scrolls if that is what a key is for, and reports whether it is.
func (p *docPage) scrolledBy(key fyne.KeyName) bool {
	const step, page = 2 * docLine, 0.9
	switch key {
	case fyne.KeyUp:
		p.move(-step)
	case fyne.KeyDown:
		p.move(step)
	case fyne.KeyPageUp:
		p.move(-page * p.rows.room)
	case fyne.KeyPageDown:
		p.move(page * p.rows.room)
	case fyne.KeyHome:
		p.scroll(roll{})
	case fyne.KeyEnd:
		p.scroll(p.rows.end)
	default:
		return false
	}
	return true
}

// TypedRune passes a letter on.
func (p *docPage) TypedRune(r rune) {
	if p.on.Rune != nil {
		p.on.Rune(r)
	}
}

// TypedShortcut copies what is selected, or selects all. Other shortcuts are
// passed on.
func (p *docPage) TypedShortcut(shortcut fyne.Shortcut) {
	switch shortcut.(type) {
	case *fyne.ShortcutCopy:
		p.copy()
	case *fyne.ShortcutSelectAll:
		if p.doc != nil {
			p.selection = docSelection{0, len(p.doc.Text)}
			p.Refresh()
		}
	default:
		if p.on.Shortcut != nil {
			p.on.Shortcut(shortcut)
		}
	}
}

// copy hands out the text that is selected; where none is, the quotation as it
// stands in the document, with what it leaves out.
func (p *docPage) copy() {
	stretch := p.selection.stretch()
	if stretch.From == stretch.To && len(p.marked) > 0 {
		stretch = document.Range{From: p.marked[0].From, To: p.marked[len(p.marked)-1].To}
	}
	if stretch.From < stretch.To {
		p.on.Copy(p.doc.Text[stretch.From:stretch.To])
	}
}
