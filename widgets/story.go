package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"dateline/data"
	"dateline/widgets/palette"
)

// StoryState is what the caption of a story shows: an event with one of its
// quotations, and how far the story is.
type StoryState struct {
	Set     *data.Set
	Event   int    // index in Set.Events, -1 for none
	Lane    int    // index in Set.Lanes: the one that the event is drawn in
	Quote   int    // index in the event's Claims
	Place   int    // place of the event in the story, from 1; 0 where it is hidden
	Of      int    // events in the story
	Note    string // said at the lower right
	Strong  bool   // the note is to be seen by all
	Blank   bool   // nothing is shown
	Palette palette.Palette
}

// StoryEvents are the callbacks of a story. All must be set.
type StoryEvents struct {
	Next     func()                       // clicked
	Key      func(key *fyne.KeyEvent)     // typed
	Rune     func(r rune)                 // typed
	Shortcut func(shortcut fyne.Shortcut) // typed with Ctrl or Alt
}

// Story shows an event to an audience: a caption in large type, below what it
// stands over. It takes keyboard and pointer for both.
type Story struct {
	widget.BaseWidget
	On StoryEvents

	state   StoryState
	text    *textMeasure
	caption storyCaption
	page    int     // of a text that does not fit
	wheel   float32 // turned since the last page
}

var (
	_ fyne.Focusable    = (*Story)(nil)
	_ fyne.Tabbable     = (*Story)(nil)
	_ fyne.Shortcutable = (*Story)(nil)
	_ fyne.Scrollable   = (*Story)(nil)
	_ fyne.Draggable    = (*Story)(nil)
	_ desktop.Mouseable = (*Story)(nil)
	_ desktop.Hoverable = (*Story)(nil)
)

// NewStory returns a story that shows nothing yet.
func NewStory() *Story {
	s := &Story{text: newTextMeasure(), state: StoryState{Event: -1}}
	s.ExtendBaseWidget(s)
	return s
}

// Over returns the story with something else above its caption.
func (s *Story) Over(above fyne.CanvasObject) fyne.CanvasObject {
	return container.New(storyLayout{}, above, s)
}

// Update sets what the caption shows. The text of another event or quotation
// begins at its top; showing the same again does nothing.
func (s *Story) Update(state StoryState) {
	old := s.state
	if state == old {
		return
	}
	s.state = state
	if state.Set != old.Set || state.Event != old.Event || state.Quote != old.Quote {
		s.page, s.wheel = 0, 0
	}
	if state.Set != old.Set || state.Event != old.Event || state.Quote != old.Quote || state.Lane != old.Lane ||
		state.Palette != old.Palette {
		s.compose()
	}
	s.Refresh()
}

// Resize is called by the toolkit.
func (s *Story) Resize(size fyne.Size) {
	if size == s.Size() {
		return
	}
	s.BaseWidget.Resize(size)
	s.compose()
	s.Refresh()
}

// MinSize is called by the toolkit.
func (s *Story) MinSize() fyne.Size { return fyne.NewSize(320, 320) }

// compose sets the text of the caption for the present size.
func (s *Story) compose() {
	size := s.Size()
	if s.state.Set == nil || s.state.Event < 0 || size.Width < 1 || size.Height < 1 {
		s.caption = storyCaption{}
		return
	}
	s.caption = s.composed(float64(size.Width), float64(size.Height))
	s.page = min(s.page, s.caption.pages()-1)
}

// Read turns a text that does not fit by pages, and reports whether there was
// another page.
func (s *Story) Read(by int) bool {
	page := min(max(s.page+by, 0), max(s.caption.pages()-1, 0))
	if page == s.page {
		return false
	}
	s.page, s.wheel = page, 0
	s.Refresh()
	return true
}

// FocusGained is called by the toolkit.
func (s *Story) FocusGained() {}

// FocusLost is called by the toolkit.
func (s *Story) FocusLost() {}

// AcceptsTab keeps the keyboard here.
func (s *Story) AcceptsTab() bool { return true }

// TypedKey passes a key on.
func (s *Story) TypedKey(key *fyne.KeyEvent) { s.On.Key(key) }

// TypedRune passes a letter on.
func (s *Story) TypedRune(r rune) { s.On.Rune(r) }

// TypedShortcut passes a key with Ctrl or Alt on.
func (s *Story) TypedShortcut(shortcut fyne.Shortcut) { s.On.Shortcut(shortcut) }

// MouseDown goes on. It does not wait for the button's release: a hand that
// points while it clicks moves the mouse.
func (s *Story) MouseDown(ev *desktop.MouseEvent) {
	if ev.Button == desktop.MouseButtonPrimary {
		s.On.Next()
	}
}

// MouseUp is called by the toolkit.
func (s *Story) MouseUp(*desktop.MouseEvent) {}

// Scrolled turns the pages of a text that does not fit, one a notch.
func (s *Story) Scrolled(ev *fyne.ScrollEvent) {
	s.wheel += ev.Scrolled.DY
	switch {
	case s.wheel <= -notch:
		s.wheel = 0
		s.Read(1)
	case s.wheel >= notch:
		s.wheel = 0
		s.Read(-1)
	}
}

// Dragged keeps a drag from what is below.
func (s *Story) Dragged(*fyne.DragEvent) {}

// DragEnd is called by the toolkit.
func (s *Story) DragEnd() {}

// MouseIn keeps the pointer from what is below.
func (s *Story) MouseIn(*desktop.MouseEvent) {}

// MouseMoved is called by the toolkit.
func (s *Story) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by the toolkit.
func (s *Story) MouseOut() {}

// captionShare is the share of the window's height for the caption.
const captionShare = 0.36

// storyLayout lays out what is above the caption, and the story over both.
type storyLayout struct{}

// Layout is called by the toolkit.
func (storyLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(fyne.NewSize(size.Width, captionTop(size.Height)))
	o[0].Move(fyne.Position{})
	o[1].Resize(size)
	o[1].Move(fyne.Position{})
}

// MinSize is called by the toolkit.
func (storyLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	above, story := o[0].MinSize(), o[1].MinSize()
	return fyne.NewSize(max(above.Width, story.Width), max(above.Height/(1-captionShare), story.Height))
}

// captionTop returns where the caption begins in a window of a height.
func captionTop(height float32) float32 { return float32(int(height * (1 - captionShare))) }
