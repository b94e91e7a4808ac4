package app

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"dateline/app/export"
	"dateline/widgets"
)

// The choices of the export dialog that the window's own words name.
const (
	currentSpan = "What the window shows"
	wholeSpan   = "The whole chronology"
	datedSpan   = "From … to …"
	lightPaper  = "Light"
	darkPaper   = "Dark"
)

// exportForm is the dialog in which an image is chosen, with a preview.
type exportForm struct {
	w *window
	d *dialog.CustomDialog

	span, theme, scale   *widget.RadioGroup
	lanes                *widget.CheckGroup // by title, see laneChoices
	from, to             *entry
	title, width, height *entry
	path                 *entry
	message              *widget.Label
	preview              *canvas.Image
	write                *widget.Button
	cancel               context.CancelFunc // of the preview being drawn
}

// exportDialog asks what to export, and exports it.
func (w *window) exportDialog() { w.newExportForm() }

// newExportForm opens the dialog.
func (w *window) newExportForm() *exportForm {
	f := &exportForm{w: w, cancel: func() {}}
	f.span = widget.NewRadioGroup([]string{currentSpan, wholeSpan, datedSpan}, nil)
	f.span.Selected = currentSpan
	f.from, f.to = w.newEntry(""), w.newEntry("")
	f.from.SetPlaceHolder("2010")
	f.to.SetPlaceHolder("2016-03-22")
	f.lanes = widget.NewCheckGroup(nil, nil)
	for i, title := range w.laneChoices() {
		f.lanes.Append(title)
		if !w.state.hidden[w.state.set.Lanes[i].ID] {
			f.lanes.Selected = append(f.lanes.Selected, title)
		}
	}
	f.theme = widget.NewRadioGroup([]string{lightPaper, darkPaper}, nil)
	f.theme.Horizontal, f.theme.Selected = true, lightPaper
	if w.palette().Dark {
		f.theme.Selected = darkPaper
	}
	f.scale = widget.NewRadioGroup([]string{"1×", "2×", "3×"}, nil)
	f.scale.Horizontal, f.scale.Selected = true, "2×"
	f.title = w.newEntry(w.state.set.Title)
	f.width, f.height = w.newEntry("1600"), w.newEntry("900")
	f.path = w.newEntry(filepath.Join(w.exportFolder(), "timeline.png"))
	f.message = widget.NewLabel("")
	f.message.Wrapping = fyne.TextWrapWord
	f.preview = &canvas.Image{FillMode: canvas.ImageFillContain}
	f.preview.SetMinSize(fyne.NewSize(360, 240))
	f.write = widget.NewButton("Export", f.export)
	f.write.Importance = widget.HighImportance
	f.watch()
	f.show()
	f.draw()
	return f
}

// exportFolder is where the last image went, else the user's home.
func (w *window) exportFolder() string {
	if w.session.Folder != "" {
		return w.session.Folder
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "."
	}
	return home
}

// watch draws the preview anew after each change.
func (f *exportForm) watch() {
	changed := func(string) { f.draw() }
	f.span.OnChanged, f.theme.OnChanged, f.scale.OnChanged = changed, changed, changed
	f.lanes.OnChanged = func([]string) { f.draw() }
	for _, e := range []*entry{f.title, f.width, f.height, f.path, f.from, f.to} {
		e.OnChanged = changed
		e.OnSubmitted = func(string) { f.export() }
	}
}

func (f *exportForm) show() {
	size := container.NewGridWithColumns(2, f.width, f.height)
	dates := container.NewGridWithColumns(2, f.from, f.to)
	browse := f.w.newSideButton("Folder…", func() { f.w.browseFolder(&f.path.Entry) })
	form := widget.NewForm(
		widget.NewFormItem("Span", f.span),
		widget.NewFormItem("", dates),
		widget.NewFormItem("Lanes", f.lanes),
		widget.NewFormItem("Colours", f.theme),
		widget.NewFormItem("Width, height", size),
		widget.NewFormItem("Scale", f.scale),
		widget.NewFormItem("Title", f.title),
		widget.NewFormItem("File", container.NewBorder(nil, nil, nil, browse, f.path)),
	)
	room := f.w.dialogSize(1240, 640)
	choices := container.NewVScroll(form)
	choices.SetMinSize(fyne.NewSize(min(430, room.Width*0.45), 200))
	shown := container.NewBorder(nil, f.message, nil, nil, f.preview)
	body := container.NewBorder(nil, nil, choices, nil, shown)
	f.d = dialog.NewCustomWithoutButtons("Export image (.png or .svg)", body, f.w.win)
	f.d.SetButtons([]fyne.CanvasObject{widget.NewButton("Cancel", f.close), f.write})
	f.d.Resize(room)
	f.w.present(f.d, func() { f.cancel() })
	f.w.win.Canvas().Focus(f.path)
}

func (f *exportForm) close() {
	f.d.Hide()
}

// draw makes the preview in the background; a newer one overtakes it.
func (f *exportForm) draw() {
	f.cancel()
	o, _, err := f.options()
	f.say(err)
	if err != nil {
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	f.cancel = cancel
	o.Scale = 1
	go func() {
		var content []byte
		var report export.Report
		err := guarded("drawing a preview", func() (err error) {
			content, report, err = export.Draw(ctx, export.PNG, o)
			return err
		})
		if ctx.Err() == nil {
			fyne.Do(func() { f.drawn(ctx, content, report, err) })
		}
	}()
}

// drawn shows a preview.
func (f *exportForm) drawn(ctx context.Context, content []byte, report export.Report, err error) {
	if ctx.Err() != nil {
		return
	}
	if err != nil {
		f.say(err)
		f.w.showCrash("The preview was not drawn", err)
		return
	}
	img, err := png.Decode(bytes.NewReader(content))
	if err != nil {
		f.say(err)
		return
	}
	f.preview.Image = img
	f.preview.Refresh()
	f.message.SetText(strings.Join(append([]string{
		fmt.Sprintf("%d of %d events in the chart, %d outside the span, %d hidden by filters.",
			report.InChart, f.w.state.set.Events.Len(), report.Outside, report.Hidden),
	}, reportNotes(report)...), "\n"))
}

// say shows what is wrong; nothing can be exported until it is mended.
func (f *exportForm) say(err error) {
	if err != nil {
		f.message.SetText(widgets.ReadText(err.Error()))
		f.write.Disable()
		return
	}
	f.write.Enable()
}

// export asks before it replaces a file.
func (f *exportForm) export() {
	if f.write.Disabled() {
		return
	}
	path := f.path.Text
	if _, err := os.Stat(path); err != nil {
		f.save(path)
		return
	}
	ask := dialog.NewConfirm("Replace the file?", widgets.OneLine(path)+" is there already.", func(yes bool) {
		if yes {
			f.save(path)
		}
	}, f.w.win)
	f.w.present(ask, nil)
}

// save draws and writes the image in the background.
func (f *exportForm) save(path string) {
	o, _, err := f.options()
	if err != nil {
		f.say(err)
		return
	}
	w := f.w
	f.close()
	ctx, cancel := context.WithCancel(context.Background())
	done := w.progress("Exporting "+briefly(filepath.Base(path)), nil, cancel)
	go func() {
		err := guarded("exporting an image", func() error {
			_, err := exportTo(ctx, path, o)
			return err
		})
		cancel()
		fyne.Do(func() {
			done()
			w.exported(path, err)
		})
	}()
}

func (w *window) exported(path string, err error) {
	switch {
	case errors.Is(err, context.Canceled):
		w.chrome.say("Export cancelled, nothing was written")
	case err != nil:
		w.fail("The image was not exported", err)
	default:
		if full, err := filepath.Abs(path); err == nil {
			path = full
		}
		w.session.Folder = filepath.Dir(path)
		w.chrome.say("Exported " + path)
		w.keeper.keep(w.snapshot)
	}
}
