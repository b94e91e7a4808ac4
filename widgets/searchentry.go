package widgets

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// searchEntry is the text of a search field. What it has no use for it passes
// on.
type searchEntry struct {
	widget.Entry
	field   *SearchField
	focused bool
}

func newSearchEntry(f *SearchField) *searchEntry {
	e := &searchEntry{field: f}
	e.ExtendBaseWidget(e)
	e.PlaceHolder = "Search  Ctrl+F"
	e.OnChanged = f.changed
	return e
}

// FocusGained is called by the toolkit.
func (e *searchEntry) FocusGained() {
	e.focused = true
	e.Entry.FocusGained()
	e.field.Refresh()
}

// FocusLost is called by the toolkit.
func (e *searchEntry) FocusLost() {
	e.focused = false
	e.Entry.FocusLost()
	e.field.Refresh()
}

// TypedKey walks through the hits, ends the search, or edits the text.
func (e *searchEntry) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		by := 1
		if modifiers()&fyne.KeyModifierShift != 0 {
			by = -1
		}
		if e.field.OnStep != nil {
			e.field.OnStep(by)
		}
	case fyne.KeyEscape:
		e.field.clear()
	default:
		if isFunctionKey(key.Name) && e.field.OnKey != nil {
			e.field.OnKey(key)
			return
		}
		e.Entry.TypedKey(key)
	}
}

// isFunctionKey reports whether a key is one of F1 to F12; the letter has one
// character.
func isFunctionKey(name fyne.KeyName) bool {
	return len(name) > 1 && strings.HasPrefix(string(name), "F")
}

// TypedShortcut edits the text. The window's own shortcuts work as ever.
func (e *searchEntry) TypedShortcut(shortcut fyne.Shortcut) {
	e.Entry.TypedShortcut(shortcut)
	if e.field.OnShortcut != nil {
		e.field.OnShortcut(shortcut)
	}
}

// padded is the window's theme with so many pixels around a text or an icon.
type padded float32

// Color is called by the toolkit.
func (padded) Color(n fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	return readingTheme{}.Color(n, v)
}

// Font is called by the toolkit.
func (padded) Font(s fyne.TextStyle) fyne.Resource { return readingTheme{}.Font(s) }

// Icon is called by the toolkit.
func (padded) Icon(n fyne.ThemeIconName) fyne.Resource { return readingTheme{}.Icon(n) }

// Size is called by the toolkit.
func (p padded) Size(n fyne.ThemeSizeName) float32 {
	switch n {
	case theme.SizeNameInnerPadding:
		return float32(p)
	case theme.SizeNameInlineIcon:
		return fieldIcon
	}
	return fyne.CurrentApp().Settings().Theme().Size(n)
}
