package app

import (
	"image/color"
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

// help shows or hides the list of shortcuts, made from the table that binds
// them.
func (w *window) help() {
	if w.overlay != nil {
		w.closeHelp()
		return
	}
	p := w.palette()
	left, right := container.NewVBox(), container.NewVBox()
	apart := layout.NewCustomPaddedLayout(0, 0, 0, 28)
	columns := container.NewGridWithColumns(2, container.New(apart, left), right)
	side := map[string]*fyne.Container{"Zoom and pan": left, "Search": left}
	group := ""
	for _, c := range byGroup(w.commands()) {
		into := side[c.group]
		if into == nil {
			into = right
		}
		if c.group != group {
			group = c.group
			head := canvas.NewText(group, p.Accent)
			head.TextStyle.Bold, head.TextSize = true, 13
			into.Add(container.New(layout.NewCustomPaddedLayout(10, 2, 0, 0), head))
		}
		into.Add(shortcutRow(c, p.Text, p.Muted))
	}
	title := canvas.NewText("Keyboard and pointer", p.Text)
	title.TextSize, title.TextStyle.Bold = 18, true
	shut := widget.NewButton("Close", w.closeHelp)
	head := container.NewBorder(nil, nil, title, shut)
	box := container.New(layout.NewCustomPaddedLayout(14, 16, 22, 22),
		container.NewBorder(head, nil, nil, nil, container.NewVScroll(columns)))
	keys := newKeyCatcher(w.closeHelp)
	w.overlay = widget.NewModalPopUp(container.NewStack(keys, box), w.win.Canvas())
	w.overlay.Resize(w.dialogSize(980, 640))
	w.overlay.Show()
	w.win.Canvas().Focus(keys)
}

func (w *window) closeHelp() {
	if w.overlay != nil {
		w.overlay.Hide()
		w.overlay = nil
		w.win.Canvas().Focus(w.timeline)
	}
}

// byGroup returns the commands that the overlay lists, those of a group
// together.
func byGroup(all []command) []command {
	var groups []string
	of := map[string][]command{}
	for _, c := range all {
		if c.quiet {
			continue
		}
		if of[c.group] == nil {
			groups = append(groups, c.group)
		}
		of[c.group] = append(of[c.group], c)
	}
	var list []command
	for _, g := range groups {
		list = append(list, of[g]...)
	}
	return list
}

// shortcutRow returns a command's title, keys and pointer gesture on a line.
func shortcutRow(c command, text, muted color.NRGBA) fyne.CanvasObject {
	var keys []string
	for _, k := range c.keys {
		keys = append(keys, k.words())
	}
	title := canvas.NewText(c.title, text)
	key := canvas.NewText(strings.Join(keys, "  "), text)
	mouse := canvas.NewText(c.mouse, muted)
	title.TextSize, key.TextSize, mouse.TextSize = 12, 12, 11
	key.TextStyle.Bold = true
	return container.NewBorder(nil, nil, nil, container.NewHBox(key), container.NewHBox(title, mouse))
}

// about says what the program is.
func (w *window) about() {
	text := "Dateline " + version + "\n\nReads a chronology with its evidence.\n\n" +
		runtime.Version() + ", Fyne " + fyneVersion() + "\nMIT licence; fonts: Noto, SIL Open Font License 1.1"
	w.present(dialog.NewInformation("About Dateline", text, w.win), nil)
}

// keyCatcher has the keyboard while the overlay is open: any of its keys closes
// it.
type keyCatcher struct {
	widget.BaseWidget
	closed func()
}

var _ fyne.Focusable = (*keyCatcher)(nil)

func newKeyCatcher(closed func()) *keyCatcher {
	k := &keyCatcher{closed: closed}
	k.ExtendBaseWidget(k)
	return k
}

// CreateRenderer is called by the toolkit.
func (k *keyCatcher) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}

// FocusGained is called by the toolkit.
func (k *keyCatcher) FocusGained() {}

// FocusLost is called by the toolkit.
func (k *keyCatcher) FocusLost() {}

// TypedRune closes the overlay with the key that opened it.
func (k *keyCatcher) TypedRune(r rune) {
	if r == '?' {
		k.closed()
	}
}

// TypedKey closes the overlay.
func (k *keyCatcher) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyEscape, fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		k.closed()
	}
}
