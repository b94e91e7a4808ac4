package app

import (
	"errors"
	"fmt"
	"runtime/debug"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"dateline/app/crash"
)

// crashError is a panic that has become an error of the task that it ended.
type crashError struct{ report crash.Report }

// Error returns the panic in a line.
func (e crashError) Error() string {
	return fmt.Sprintf("there is a mistake in Dateline (%s: %s)", e.report.What, e.report.Value)
}

// guarded runs a task and returns its error; of a panic a [crashError].
func guarded(what string, task func() error) (err error) {
	defer func() {
		if value := recover(); value != nil {
			report := crash.New(what, value, debug.Stack())
			report.Version = version
			err = crashError{report}
		}
	}()
	return task()
}

// background runs a task in the background. A panic ends the task and not the
// program: it becomes a dialog.
func (w *window) background(what string, task func()) {
	crash.Go(what, task, func(report crash.Report) {
		report.Version = version
		fyne.Do(func() { w.fail("Something went wrong", crashError{report}) })
	})
}

// away does work in the background, and on the window's goroutine what it
// returns.
func (w *window) away(what string, work func() func()) {
	w.background(what, func() {
		show := work()
		fyne.Do(func() {
			err := guarded(what, func() error {
				show()
				return nil
			})
			if err != nil {
				w.fail("Something went wrong", err)
			}
		})
	})
}

// showCrash offers the report of a panic, if the error is one. What the window
// shows is kept, and its session saved.
func (w *window) showCrash(what string, err error) bool {
	var mistake crashError
	if !errors.As(err, &mistake) {
		return false
	}
	w.keeper.save()
	text := mistake.report.Text()
	intro := widget.NewLabel("This is a mistake in Dateline, not in your data. What you see is as it was, no file was " +
		"changed, and you can go on. The report below says what was being done; it names no folder of yours. " +
		"Copy it and send it to whoever maintains Dateline.")
	intro.Wrapping = fyne.TextWrapWord
	report := widget.NewLabel(text)
	report.TextStyle.Monospace, report.Selectable = true, true
	d := dialog.NewCustomWithoutButtons(what, container.NewBorder(intro, nil, nil, nil, container.NewScroll(report)), w.win)
	copied := w.newMainButton("Copy report", func() { w.app.Clipboard().SetContent(text) })
	d.SetButtons([]fyne.CanvasObject{w.newSideButton("Close", func() { d.Hide() }), copied})
	d.Resize(w.dialogSize(720, 460))
	w.present(d, nil)
	return true
}
