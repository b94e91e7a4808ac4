package widgets

import (
	"fmt"
	"image/color"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"dateline/data/visible"
	"dateline/widgets/palette"
)

// NoticeKind says how grave a notice is.
type NoticeKind int

// The kinds of notices.
const (
	InfoNotice NoticeKind = iota
	WarningNotice
	ErrorNotice
)

// NoticeAction is a button of a notice.
type NoticeAction struct {
	Label  string
	Tapped func() // nil does nothing
}

// NoticeState is what a notice says.
type NoticeState struct {
	Kind    NoticeKind
	Text    string   // one sentence; "" for no notice
	Details []string // lines that are shown when the notice is unfolded, such as "FILE:LINE:COL: PATH: message"
	Actions []NoticeAction
	Palette palette.Palette
}

// same reports whether two states look the same.
func (s *NoticeState) same(other *NoticeState) bool {
	return s.Kind == other.Kind && s.Text == other.Text && slices.Equal(s.Details, other.Details) &&
		slices.EqualFunc(s.Actions, other.Actions, func(a, b NoticeAction) bool { return a.Label == b.Label }) &&
		s.Palette == other.Palette
}

// NoticeEvents are what the user does; nil drops it.
type NoticeEvents struct {
	Close func()            // the cross, or Escape
	Copy  func(text string) // what Notice.All returns
	Key   func(key *fyne.KeyEvent)
	Rune  func(r rune) // Key and Rune get what is typed and means nothing to the notice
}

// Notice is a bar with one line of text and buttons, to stand between others. It
// unfolds to show details, or a text that is too long for the line. Without a
// text it is 0 high and draws nothing.
type Notice struct {
	widget.BaseWidget
	On NoticeEvents

	state    NoticeState
	unfolded bool
	text     *textMeasure
	head     *noticeHead
	buttons  []*noticeButton // those of the state, then Copy and the cross
	details  *widget.Label
	scroll   *container.Scroll
	themed   fyne.CanvasObject // around scroll
	highest  *widget.Label     // as high as the details may be
}

// NewNotice returns a notice without a text.
func NewNotice() *Notice {
	n := &Notice{text: newTextMeasure(), details: reading("", theme.SizeNameText, false)}
	n.head = newNoticeHead(n)
	n.scroll = container.NewVScroll(n.details)
	n.themed = container.NewThemeOverride(n.scroll, noticeTheme{notice: n})
	n.highest = reading("x"+strings.Repeat("\nx", noticeLines-1), theme.SizeNameText, false)
	n.highest.Wrapping = fyne.TextWrapOff // it is given no width
	container.NewThemeOverride(n.highest, readingTheme{})
	n.ExtendBaseWidget(n)
	return n
}

// Update sets what the notice says; saying the same again does nothing but take
// the new actions. What replaces a notice that is unfolded is unfolded too.
func (n *Notice) Update(state NoticeState) {
	if n.state.same(&state) {
		n.state.Actions = slices.Clone(state.Actions)
		return
	}
	state.Details, state.Actions = slices.Clone(state.Details), slices.Clone(state.Actions)
	reset := !slices.Equal(state.Details, n.state.Details) || state.Text != n.state.Text
	n.state = state
	if state.Text == "" {
		n.unfolded = false
		n.loseKeyboard()
	}
	n.makeButtons()
	if reset {
		n.scroll.ScrollToTop()
	}
	n.Refresh()
}

// makeButtons makes as many buttons as there are actions. Those that are there
// stay, so that the keyboard stays where it is.
func (n *Notice) makeButtons() {
	labels := make([]string, 0, len(n.state.Actions)+2)
	for _, action := range n.state.Actions {
		labels = append(labels, action.Label)
	}
	labels = append(labels, "Copy", "×")
	n.buttons = n.buttons[:min(len(labels), len(n.buttons))]
	for i, label := range labels {
		if i == len(n.buttons) {
			n.buttons = append(n.buttons, newNoticeButton(n, i))
		}
		n.buttons[i].label = label
	}
}

// press does what a button is for.
func (n *Notice) press(button int) {
	actions := n.state.Actions
	switch {
	case button < len(actions):
		if tapped := actions[button].Tapped; tapped != nil {
			tapped()
		}
	case button == len(actions):
		if n.On.Copy != nil {
			n.On.Copy(n.All())
		}
	default:
		n.close()
	}
}

func (n *Notice) close() {
	if n.On.Close != nil {
		n.On.Close()
	}
}

// All returns the whole text and all details, one a line.
func (n *Notice) All() string {
	return strings.Join(append([]string{n.state.Text}, n.state.Details...), "\n")
}

// line returns the text on one line.
func (n *Notice) line() string { return strings.Join(strings.Fields(n.state.Text), " ") }

// mostDetails is how many lines of details are shown; each is a text to be laid
// out. Copy has all of them.
const mostDetails = 200

// fill writes the details; first the text where the line does not show all of it.
func (n *Notice) fill() {
	var lines []string
	if n.head.shown() != n.state.Text {
		lines = append(lines, n.state.Text)
	}
	lines = append(lines, n.state.Details[:min(len(n.state.Details), mostDetails)]...)
	if more := len(n.state.Details) - mostDetails; more > 0 {
		lines = append(lines, fmt.Sprintf("… and %s; “Copy” has all of them.", plural(more, "more line", "more lines")))
	}
	if text := strings.Join(lines, "\n"); text != n.details.Text {
		n.details.SetText(visible.Text(text))
		n.head.Refresh() // it may have an arrow now, or none any more
	}
}

// foldable reports whether there is more than the line shows.
func (n *Notice) foldable() bool { return n.details.Text != "" }

// Unfolded reports whether the details are shown.
func (n *Notice) Unfolded() bool { return n.unfolded && n.foldable() }

// Unfold shows the details or hides them.
func (n *Notice) Unfold(unfold bool) {
	n.unfolded = unfold && n.state.Text != ""
	n.Refresh()
}

// First returns what takes the keyboard first, nil where there is no notice.
func (n *Notice) First() fyne.Focusable {
	if n.state.Text == "" {
		return nil
	}
	return n.head
}

// loseKeyboard takes the keyboard from what is not shown any more.
func (n *Notice) loseKeyboard() {
	c := fyne.CurrentApp().Driver().CanvasForObject(n)
	if c == nil {
		return
	}
	if n.Has(c.Focused()) {
		c.Unfocus()
	}
}

// Has reports whether what has the keyboard is a part of the notice.
func (n *Notice) Has(focused fyne.Focusable) bool {
	button, ok := focused.(*noticeButton)
	return focused == n.head || ok && button.notice == n
}

// typedKey closes the notice, or scrolls the details. Other keys are passed on.
func (n *Notice) typedKey(key *fyne.KeyEvent) {
	page := n.scroll.Size().Height * 0.9
	by := map[fyne.KeyName]float32{
		fyne.KeyUp: -noticeStep, fyne.KeyDown: noticeStep, fyne.KeyPageUp: -page, fyne.KeyPageDown: page,
	}[key.Name]
	switch {
	case key.Name == fyne.KeyEscape:
		n.close()
	case by != 0 && n.Unfolded():
		most := max(n.details.Size().Height-n.scroll.Size().Height, 0)
		n.scroll.ScrollToOffset(fyne.NewPos(0, min(max(n.scroll.Offset.Y+by, 0), most)))
	case n.On.Key != nil:
		n.On.Key(key)
	}
}

func (n *Notice) typedRune(r rune) {
	if n.On.Rune != nil {
		n.On.Rune(r)
	}
}

// color returns the colour that stands for the kind.
func (n *Notice) color() color.NRGBA {
	switch n.state.Kind {
	case ErrorNotice:
		return n.state.Palette.Error
	case WarningNotice:
		return n.state.Palette.SelectLine
	}
	return n.state.Palette.Accent
}

// back returns the colour behind the notice: a hint of the kind's.
func (n *Notice) back() color.NRGBA { return palette.Over(n.color(), 0.1, n.state.Palette.Surface) }

// noticeTheme sets the details as the panel does, in the notice's own colours.
type noticeTheme struct {
	readingTheme
	notice *Notice
}

func (t noticeTheme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	if name == theme.ColorNameForeground {
		return t.notice.state.Palette.Text
	}
	return t.readingTheme.Color(name, variant)
}
