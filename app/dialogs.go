package app

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"

	"dateline/widgets"
)

// asking reports whether a dialog, a menu or the overlay of shortcuts is open;
// it has the keyboard then.
func (w *window) asking() bool { return len(w.win.Canvas().Overlays().List()) > 0 }

// present shows a dialog that Escape closes. The keyboard goes back to the
// timeline afterwards.
func (w *window) present(d dialog.Dialog, closed func()) {
	w.dialogs = append(w.dialogs, d)
	d.SetOnClosed(func() {
		w.forget(d)
		if closed != nil {
			closed()
		}
		if !w.asking() {
			w.win.Canvas().Focus(w.timeline)
		}
	})
	d.Show()
}

// thenKeys returns what a button does, after which the timeline has the keyboard
// again; the button that was clicked would keep it.
func (w *window) thenKeys(do func()) func() {
	return func() {
		do()
		if !w.asking() {
			w.win.Canvas().Focus(w.timeline)
		}
	}
}

func (w *window) forget(d dialog.Dialog) {
	for i, open := range w.dialogs {
		if open == d {
			w.dialogs = append(w.dialogs[:i], w.dialogs[i+1:]...)
			return
		}
	}
}

// dismiss closes the dialog on top.
func (w *window) dismiss() {
	if n := len(w.dialogs); n > 0 {
		w.dialogs[n-1].Hide()
	}
}

// entry is a line of text in a dialog; Escape closes the dialog.
type entry struct {
	widget.Entry
	w *window
}

func (w *window) newEntry(text string) *entry {
	e := &entry{w: w}
	e.ExtendBaseWidget(e)
	e.SetText(text)
	return e
}

// mainButton is the button that a dialog is for. Enter presses it too, and Escape
// closes the dialog.
type mainButton struct {
	widget.Button
	w *window
}

func (w *window) newMainButton(text string, pressed func()) *mainButton {
	b := &mainButton{w: w}
	b.Text, b.OnTapped, b.Importance = text, pressed, widget.HighImportance
	b.ExtendBaseWidget(b)
	return b
}

// newSideButton returns a button that a dialog has beside its main one. Its keys
// are the same.
func (w *window) newSideButton(text string, pressed func()) *mainButton {
	b := w.newMainButton(text, pressed)
	b.Importance = widget.MediumImportance
	return b
}

// TypedKey is called by the toolkit.
func (b *mainButton) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyEscape:
		b.w.dismiss()
	case fyne.KeyReturn, fyne.KeyEnter:
		if !b.Disabled() {
			b.OnTapped()
		}
	default:
		b.Button.TypedKey(ev)
	}
}

// TypedKey is called by the toolkit.
func (e *entry) TypedKey(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeyEscape {
		e.w.dismiss()
		return
	}
	e.Entry.TypedKey(ev)
}

// selector is a choice in a dialog; Escape closes the dialog.
type selector struct {
	widget.Select
	w *window
}

func (w *window) newSelector(options []string) *selector {
	s := &selector{w: w}
	s.Options = options
	s.ExtendBaseWidget(s)
	return s
}

// TypedKey is called by the toolkit.
func (s *selector) TypedKey(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeyEscape {
		s.w.dismiss()
		return
	}
	s.Select.TypedKey(ev)
}

// browseFolder chooses the folder of a path in a dialog. The toolkit's dialog for
// files to be saved is of no use: it empties the file that is chosen.
func (w *window) browseFolder(path *widget.Entry) {
	d := dialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		switch {
		case err != nil:
			w.fail("The folder cannot be chosen", err)
		case folder != nil:
			path.SetText(filepath.Join(folder.Path(), filepath.Base(path.Text)))
		}
	}, w.win)
	if folder, err := storage.ListerForURI(storage.NewFileURI(filepath.Dir(path.Text))); err == nil {
		d.SetLocation(folder)
	}
	d.Resize(w.dialogSize(820, 560))
	w.present(d, nil)
}

// mostBrief is how many letters of a file's name a dialog's title has room for.
const mostBrief = 60

// briefly returns a name without its middle where it is too long for a title.
func briefly(name string) string {
	letters := []rune(widgets.OneLine(name))
	if len(letters) <= mostBrief {
		return string(letters)
	}
	return string(letters[:mostBrief/2]) + "…" + string(letters[len(letters)-mostBrief/2+1:])
}
