package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// facetEntry is the field that names are looked for in. The keys that mean
// nothing to a line of text walk through the names.
type facetEntry struct {
	widget.Entry
	list    *FacetList
	focused bool
}

// crossPad is the room around the cross in pixels.
const crossPad = 5

func newFacetEntry(l *FacetList) *facetEntry {
	e := &facetEntry{list: l}
	e.ExtendBaseWidget(e)
	e.PlaceHolder = "Find a name…"
	e.Icon = theme.NewColoredResource(theme.SearchIcon(), theme.ColorNamePlaceHolder)
	cross := widget.NewButtonWithIcon("", theme.CancelIcon(), func() { l.On.Find("") })
	cross.Importance = widget.LowImportance
	e.ActionItem = container.NewThemeOverride(cross, padded(crossPad))
	e.ActionItem.Hide()
	e.OnChanged = func(text string) {
		if text != l.state.Find {
			l.On.Find(text)
		}
	}
	return e
}

// show sets what is in the field, with a cross to clear it.
func (e *facetEntry) show(text string) {
	if e.Text != text {
		e.SetText(text)
	}
	if text == "" {
		e.ActionItem.Hide()
	} else {
		e.ActionItem.Show()
	}
}

// FocusGained is called by the toolkit.
func (e *facetEntry) FocusGained() {
	e.focused = true
	e.Entry.FocusGained()
	e.list.names.Refresh()
}

// FocusLost is called by the toolkit.
func (e *facetEntry) FocusLost() {
	e.focused = false
	e.Entry.FocusLost()
	e.list.names.Refresh()
}

// TypedKey edits the text, or is for the list.
func (e *facetEntry) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyReturn, fyne.KeyEnter:
		e.list.typedKey(key)
	case fyne.KeyEscape:
		if e.list.state.Find == "" {
			e.list.On.Close()
		} else {
			e.list.On.Find("")
		}
	default:
		if isFunctionKey(key.Name) {
			e.list.typedKey(key)
			return
		}
		e.Entry.TypedKey(key)
	}
}

// TypedShortcut edits the text. The window's own shortcuts work as ever.
func (e *facetEntry) TypedShortcut(shortcut fyne.Shortcut) {
	e.Entry.TypedShortcut(shortcut)
	if e.list.On.Shortcut != nil {
		e.list.On.Shortcut(shortcut)
	}
}
