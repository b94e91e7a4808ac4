package app

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"dateline/app/atomicfile"
	"dateline/data"
	"dateline/data/exchange"
	"dateline/widgets"
)

// saveForm is the dialog in which is chosen in which format the dataset is
// saved, and where.
type saveForm struct {
	w       *window
	d       *dialog.CustomDialog
	formats []*exchange.Format
	format  *selector
	path    *entry
	write   *mainButton
}

// saveDialog asks for a format and a file, and saves the whole dataset there.
func (w *window) saveDialog() { w.newSaveForm() }

// newSaveForm opens the dialog.
func (w *window) newSaveForm() *saveForm {
	f := &saveForm{w: w}
	var titles []string
	for _, format := range exchange.Formats() {
		if format.Write != nil {
			f.formats = append(f.formats, format)
			titles = append(titles, format.Title)
		}
	}
	f.format = w.newSelector(titles)
	f.format.Selected = titles[0]
	f.path = w.newEntry(filepath.Join(w.saveFolder(), w.fileTitle()+f.formats[0].Extensions[0]))
	f.format.OnChanged = func(string) { f.rename() }
	f.path.OnSubmitted = func(string) { f.save() }
	f.write = w.newMainButton("Save", f.save)
	note := widget.NewLabel("All events are saved, also those that filters hide. What the format cannot hold is listed afterwards.")
	note.Wrapping = fyne.TextWrapWord
	browse := w.newSideButton("Folder…", func() { w.browseFolder(&f.path.Entry) })
	form := widget.NewForm(
		widget.NewFormItem("Format", f.format),
		widget.NewFormItem("File", container.NewBorder(nil, nil, nil, browse, f.path)),
	)
	f.d = dialog.NewCustomWithoutButtons("Save as", container.NewBorder(form, note, nil, nil), w.win)
	f.d.SetButtons([]fyne.CanvasObject{w.newSideButton("Cancel", func() { f.d.Hide() }), f.write})
	f.d.Resize(w.dialogSize(720, 260))
	w.present(f.d, nil)
	w.win.Canvas().Focus(f.path)
	return f
}

// saveFolder is that of the open file, else where the last image went.
func (w *window) saveFolder() string {
	if w.file != nil {
		return filepath.Dir(w.session.File)
	}
	return w.exportFolder()
}

// fileTitle returns a name for a file of the dataset.
func (w *window) fileTitle() string {
	if path := w.state.set.Path; path != "" {
		return strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	}
	return "chronology"
}

// chosen returns the format that is chosen.
func (f *saveForm) chosen() *exchange.Format { return f.formats[max(f.format.SelectedIndex(), 0)] }

// rename gives the file the ending of the format that is chosen.
func (f *saveForm) rename() {
	path, endings := f.path.Text, f.chosen().Extensions
	if ending := filepath.Ext(path); !slices.Contains(endings, strings.ToLower(ending)) {
		f.path.SetText(strings.TrimSuffix(path, ending) + endings[0])
	}
}

// save asks before it replaces a file.
func (f *saveForm) save() {
	path := f.path.Text
	if strings.TrimSpace(path) == "" {
		return
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		f.start(path)
		return
	case info.IsDir():
		f.w.fail("The file was not saved", fmt.Errorf("%s is a folder; add the file’s name", path))
		return
	}
	ask := dialog.NewConfirm("Replace the file?", widgets.OneLine(path)+" is there already.", func(yes bool) {
		if yes {
			f.start(path)
		}
	}, f.w.win)
	f.w.present(ask, nil)
}

// start writes the file in the background.
func (f *saveForm) start(path string) {
	w, set, format := f.w, f.w.state.set, f.chosen()
	f.d.Hide()
	ctx, cancel := context.WithCancel(context.Background())
	done := w.progress("Saving "+briefly(filepath.Base(path)), nil, cancel)
	go func() {
		var notice widgets.NoticeState
		err := guarded("saving as "+format.Name, func() error {
			losses, err := saveAs(ctx, path, set, format)
			notice = savedNotice(path, set, losses)
			return err
		})
		cancel()
		fyne.Do(func() {
			done()
			w.saved(path, format, notice, err)
		})
	}()
}

// saveAs writes a dataset in a format, whole or not at all, and returns what that
// cannot hold.
func saveAs(ctx context.Context, path string, set *data.Set, format *exchange.Format) ([]exchange.Loss, error) {
	content, losses, err := exchange.Export(set, format)
	if err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return losses, atomicfile.Write(path, content)
}

// savedNotice returns what is said of a file that was saved.
func savedNotice(path string, set *data.Set, losses []exchange.Loss) widgets.NoticeState {
	notice := widgets.NoticeState{Text: fmt.Sprintf("Saved %s in %s", counted(set.Events.Len(), "event"), filepath.Base(path))}
	if len(losses) > 0 {
		notice.Kind = widgets.WarningNotice
		notice.Text += fmt.Sprintf("; %s of the dataset could not be held by this format", counted(len(losses), "thing"))
	}
	for _, loss := range losses {
		notice.Details = append(notice.Details, onLine(loss.String()))
	}
	return notice
}

// saved says what became of the file.
func (w *window) saved(path string, format *exchange.Format, notice widgets.NoticeState, err error) {
	switch {
	case errors.Is(err, context.Canceled):
		w.chrome.say("Cancelled, nothing was written")
		return
	case err != nil:
		w.fail("The file was not saved", err)
		return
	}
	if full, err := filepath.Abs(path); err == nil {
		path = full
	}
	w.session.Folder = filepath.Dir(path)
	w.keeper.keep(w.snapshot)
	if w.file != nil && path == w.session.File {
		w.reloading.own = notice.Text // the list of what is lost is not to go when the file is read again
	} else if format.Read != nil {
		notice.Actions = []widgets.NoticeAction{{Label: "Open it", Tapped: func() { w.openPath(path) }}}
	}
	w.notify(notice)
	w.bar.Unfold(len(notice.Details) > 0)
}
