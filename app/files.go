package app

import (
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"

	"dateline/assets"
	"dateline/data"
	"dateline/widgets"
)

// patience is how long something may take before its progress is shown.
const patience = 400 * time.Millisecond

// bundled returns the dataset that comes with the program.
func bundled() (*data.Set, error) {
	set, err := data.Parse(assets.AtarName, assets.Atar)
	if err != nil {
		return nil, fmt.Errorf("the bundled chronology: %w", err)
	}
	set.Path = ""
	return set, nil
}

// openBundled shows the dataset that comes with the program, in answer to the
// menu.
func (w *window) openBundled() { w.displayBundled() }

// openDialog asks for a file.
func (w *window) openDialog() {
	d := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		if err != nil {
			w.fail("The file could not be opened", err)
			return
		}
		if file == nil {
			return
		}
		path := file.URI().Path()
		_ = file.Close() // it is read again by path, so that its folder is known
		w.openPath(path)
	}, w.win)
	d.SetTitleText("Open a chronology, in whatever format")
	d.Resize(w.dialogSize(820, 560))
	if folder, err := storage.ListerForURI(storage.NewFileURI(w.openFolder())); err == nil {
		d.SetLocation(folder)
	}
	w.present(d, nil)
}

// openFolder is where the dialog starts: beside the last file.
func (w *window) openFolder() string {
	if w.session.File != "" {
		return filepath.Dir(w.session.File)
	}
	return "."
}

// dropped opens the first file dropped on the window and says what becomes of
// the others.
func (w *window) dropped(uris []fyne.URI) {
	if len(uris) == 0 {
		return
	}
	w.openPath(uris[0].Path())
	if len(uris) > 1 {
		w.chrome.say(fmt.Sprintf("One file at a time: the first of %d is opened", len(uris)))
	}
}

// openPath loads a file in the background and shows it; where that fails, the
// old timeline stays.
func (w *window) openPath(path string) {
	w.load(open(path, w.session.Columns), nil)
}

// neverEmpty shows the bundled dataset where there is no other yet.
func (w *window) neverEmpty() {
	if w.state.set == nil {
		w.displayBundled()
	}
}

// progress shows that something is under way, with Cancel, once it has taken a
// while: how much of it is done, or for nil, and for less than 0, that it goes on.
// The function returned takes it away.
func (w *window) progress(what string, share func() float64, cancel func()) (done func()) {
	unknown, known := widget.NewProgressBarInfinite(), widget.NewProgressBar()
	end := func() {}
	finished := false
	if share != nil {
		unknown.Hide()
		end = follow(share, func(share float64) {
			switch {
			case finished:
			case share < 0:
				known.Hide()
				unknown.Show()
			default:
				known.SetValue(share)
			}
		})
	} else {
		known.Hide()
	}
	d := dialog.NewCustom(what, "Cancel", container.NewVBox(container.NewStack(known, unknown)), w.win)
	closed := func() {
		if !finished {
			finished = true
			end()
			cancel()
		}
	}
	timer := time.AfterFunc(patience, func() {
		fyne.Do(func() {
			if !finished {
				w.present(d, closed)
			}
		})
	})
	return func() {
		timer.Stop()
		if !finished {
			finished = true
			end()
			d.Hide()
		}
	}
}

// shownProblems is how many of a file's errors the dialog lists; the others can
// be copied.
const shownProblems = 8

// fail says what went wrong. The errors of a file are listed.
func (w *window) fail(what string, err error) {
	if w.showCrash(what, err) {
		return
	}
	all := err.Error()
	var problems data.Problems
	text := all
	if errors.As(err, &problems) && len(problems) > 1 {
		text = fmt.Sprintf("%d errors:\n\n", len(problems))
		for i, p := range problems {
			if i == shownProblems {
				text += fmt.Sprintf("\nand %d more. “Copy” takes them all.", len(problems)-i)
				break
			}
			text += p.String() + "\n"
		}
	}
	label := widget.NewLabel(widgets.ReadText(text))
	label.Wrapping, label.Selectable = fyne.TextWrapWord, true
	d := dialog.NewCustomWithoutButtons(widgets.OneLine(what), container.NewVScroll(label), w.win)
	d.SetButtons([]fyne.CanvasObject{
		w.newSideButton("Copy", func() { w.app.Clipboard().SetContent(all) }),
		w.newSideButton("Close", func() { d.Hide() }),
	})
	d.Resize(w.dialogSize(640, 320))
	w.present(d, nil)
}

// dialogSize returns a size for a dialog that the window has room for.
func (w *window) dialogSize(width, height float32) fyne.Size {
	room := w.win.Canvas().Size()
	return fyne.NewSize(min(width, room.Width-40), min(height, room.Height-60))
}

// rest stops what would happen by itself later.
func (w *window) rest() {
	w.camera.stop()
	w.chrome.stop()
	w.file.leave()
	w.reloading.stop()
	w.keeper.stop()
	w.seeker.stop()
	if w.stopReading != nil {
		w.stopReading()
	}
}

// quit saves the session and ends the program. It does not close the window
// first: Fyne 2.7 looks for a closed window when the mouse moves over it, and
// crashes.
func (w *window) quit() {
	w.rest()
	w.keeper.save()
	if w.keeper.err != nil {
		fyne.LogError("The session was not saved", w.keeper.err)
	}
	w.exit(statusOK)
}
