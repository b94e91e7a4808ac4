package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"dateline/widgets/palette"
)

// The search field's measures in pixels.
const (
	fieldLeast = 190 // width
	fieldPad   = 8
	fieldIcon  = 16
	entryPad   = 11 // around the text, enough to reach beyond the field's edges
	fieldClear = 23 // width and height of the cross
	fieldText  = 60 // width that the text keeps, before the count
)

// FieldState is what a search field shows beside what is typed into it.
type FieldState struct {
	Text    string // what is looked for, "" for nothing
	Count   string // how much was found, "" for not known
	None    bool   // nothing was found
	Palette palette.Palette
}

// SearchField is a line of text to look for, with a count of what was found.
type SearchField struct {
	widget.BaseWidget
	OnChanged func(text string) // it was typed into
	OnStep    func(by int)      // the next (1) or previous (-1) hit is wanted
	OnClear   func()            // the search is over

	// OnKey and OnShortcut get what is typed in the field and means nothing to
	// it; nil drops it.
	OnKey      func(key *fyne.KeyEvent)
	OnShortcut func(shortcut fyne.Shortcut)

	state FieldState
	entry *searchEntry
}

var (
	_ fyne.Tappable      = (*SearchField)(nil)
	_ desktop.Cursorable = (*SearchField)(nil)
)

// NewSearchField returns an empty field.
func NewSearchField() *SearchField {
	f := &SearchField{}
	f.entry = newSearchEntry(f)
	f.ExtendBaseWidget(f)
	return f
}

// Update sets what the field shows; showing the same again does nothing.
func (f *SearchField) Update(state FieldState) {
	if state == f.state {
		return
	}
	f.state = state
	if f.entry.Text != state.Text {
		f.entry.SetText(state.Text)
	}
	f.Refresh()
}

// Input is what has the keyboard while the field is typed into.
func (f *SearchField) Input() fyne.Focusable { return f.entry }

// SelectAll selects the text, so that typing replaces it.
func (f *SearchField) SelectAll() { f.entry.TypedShortcut(&fyne.ShortcutSelectAll{}) }

// Tapped gives the field the keyboard, wherever in it the click was.
func (f *SearchField) Tapped(*fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(f); c != nil {
		c.Focus(f.entry)
	}
}

// Cursor is called by the toolkit.
func (f *SearchField) Cursor() desktop.Cursor { return desktop.TextCursor }

// changed is called with what has been typed.
func (f *SearchField) changed(text string) {
	if text != f.state.Text && f.OnChanged != nil {
		f.OnChanged(text)
	}
}

func (f *SearchField) clear() {
	if f.OnClear != nil {
		f.OnClear()
	}
}

// CreateRenderer is called by the toolkit.
func (f *SearchField) CreateRenderer() fyne.WidgetRenderer {
	r := &fieldRenderer{
		f:    f,
		back: canvas.NewRectangle(color.Transparent),
		icon: widget.NewIcon(theme.NewColoredResource(theme.SearchIcon(), theme.ColorNamePlaceHolder)),
		text: container.NewClip(container.New(frameless{}, container.NewThemeOverride(f.entry, padded(entryPad)))),
	}
	r.text.ExtendBaseWidget(r.text) // Fyne 2.7 does so only when it has been laid out
	r.back.CornerRadius = 5
	r.count = canvas.NewText("", color.Transparent)
	r.count.TextSize = 12
	cross := widget.NewButtonWithIcon("", theme.CancelIcon(), f.clear)
	cross.Importance = widget.LowImportance
	r.cross = container.NewThemeOverride(cross, padded(0))
	r.Refresh()
	return r
}

// fieldRenderer draws a frame around icon, text, count and cross.
type fieldRenderer struct {
	f     *SearchField
	back  *canvas.Rectangle
	icon  *widget.Icon
	text  *container.Clip
	count *canvas.Text
	cross *container.ThemeOverride
}

// Layout is called by the toolkit.
func (r *fieldRenderer) Layout(size fyne.Size) {
	r.back.Resize(size)
	middle := func(o fyne.CanvasObject, x, width, height float32) {
		o.Resize(fyne.NewSize(width, height))
		o.Move(fyne.NewPos(x, (size.Height-height)/2))
	}
	middle(r.icon, fieldPad, fieldIcon, fieldIcon)
	right := size.Width - fieldPad
	if r.cross.Visible() {
		right = size.Width - (size.Height-fieldClear)/2 - fieldClear
		middle(r.cross, right, fieldClear, fieldClear)
	}
	left := float32(fieldPad + fieldIcon + 4)
	count := r.count.MinSize()
	if r.count.Hidden = count.Width == 0 || right-count.Width < left+fieldText; !r.count.Hidden {
		right -= count.Width + 3
		middle(r.count, right, count.Width, count.Height)
	}
	middle(r.text, left, max(right-left-6, 0), size.Height-6) // within the outline
}

// MinSize is called by the toolkit. The height is that of the button's row.
func (r *fieldRenderer) MinSize() fyne.Size { return fyne.NewSize(fieldLeast, fieldClear) }

// Objects is called by the toolkit.
func (r *fieldRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.back, r.icon, r.text, r.count, r.cross}
}

// Destroy is called by the toolkit.
func (r *fieldRenderer) Destroy() {}

// Refresh is called by the toolkit.
func (r *fieldRenderer) Refresh() {
	s := r.f.state
	r.back.FillColor = s.Palette.Button
	r.back.StrokeColor, r.back.StrokeWidth = s.Palette.Button, 1
	if r.f.entry.focused {
		r.back.StrokeColor, r.back.StrokeWidth = s.Palette.Accent, 1.5
	}
	r.count.Text, r.count.Color = s.Count, s.Palette.Muted
	if s.None {
		r.count.Color = s.Palette.Error
	}
	r.cross.Hidden = s.Text == ""
	room := r.text.Size().Width
	if r.Layout(r.f.Size()); r.text.Size().Width != room {
		r.f.entry.Refresh() // it scrolls to its cursor, which may be under the count
	}
	r.back.Refresh()
	r.count.Refresh()
	r.cross.Refresh()
}

// frameless lays an entry out so that its own frame is clipped away, which would
// end before count and cross, and its text stands in the middle.
type frameless struct{}

// Layout is called by the toolkit.
func (frameless) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	const beyond = 10 // the edges
	entry := objects[0]
	height := entry.MinSize().Height
	entry.Resize(fyne.NewSize(size.Width+2*beyond, height))
	entry.Move(fyne.NewPos(-beyond, (size.Height-height)/2))
}

// MinSize is called by the toolkit.
func (frameless) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }
