package app

import (
	"bytes"
	"context"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"

	"dateline/app/export"
	"dateline/data"
	"dateline/widgets/palette"
	"dateline/widgets/scene"
)

// The choices of the export dialog that the window's own words name.
const (
	wholeSpan   = "The whole chronology"
	currentSpan = "What the window shows"
	lightPaper  = "Light"
	darkPaper   = "Dark"
)

// exportForm is the dialog in which an image is chosen, with a preview.
type exportForm struct {
	w *window
	d *dialog.CustomDialog

	span, theme, scale   *widget.RadioGroup
	title, width, height *entry
	path                 *entry
	message              *widget.Label
	preview              *canvas.Image
	write                *widget.Button
	cancel               context.CancelFunc // of the preview being drawn
}

// exportDialog asks what to export, and exports it.
func (w *window) exportDialog() {
	f := &exportForm{w: w, cancel: func() {}}
	f.span = widget.NewRadioGroup([]string{currentSpan, wholeSpan}, nil)
	f.span.Selected = currentSpan
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
	for _, e := range []*entry{f.title, f.width, f.height, f.path} {
		e.OnChanged = changed
		e.OnSubmitted = func(string) { f.export() }
	}
}

func (f *exportForm) show() {
	size := container.NewGridWithColumns(3, f.width, f.height, f.scale)
	browse := widget.NewButton("Browse…", f.browse)
	form := widget.NewForm(
		widget.NewFormItem("Span", f.span),
		widget.NewFormItem("Colours", f.theme),
		widget.NewFormItem("Width, height, scale", size),
		widget.NewFormItem("Title", f.title),
		widget.NewFormItem("File (.png or .svg)", container.NewBorder(nil, nil, nil, browse, f.path)),
	)
	body := container.NewBorder(container.NewVBox(form, f.message), nil, nil, nil, f.preview)
	f.d = dialog.NewCustomWithoutButtons("Export image", body, f.w.win)
	f.d.SetButtons([]fyne.CanvasObject{widget.NewButton("Cancel", f.close), f.write})
	f.d.Resize(f.w.dialogSize(760, 700))
	f.w.present(f.d, func() { f.cancel() })
	f.w.win.Canvas().Focus(f.path)
}

func (f *exportForm) close() {
	f.d.Hide()
}

// browse chooses the file in a dialog.
func (f *exportForm) browse() {
	d := dialog.NewFileSave(func(file fyne.URIWriteCloser, err error) {
		if err != nil {
			f.say(err)
			return
		}
		if file == nil {
			return
		}
		path := file.URI().Path()
		_ = file.Close()
		f.path.SetText(path)
	}, f.w.win)
	d.SetFileName(filepath.Base(f.path.Text))
	if folder, err := storage.ListerForURI(storage.NewFileURI(filepath.Dir(f.path.Text))); err == nil {
		d.SetLocation(folder)
	}
	d.Resize(f.w.dialogSize(820, 560))
	f.w.present(d, nil)
}

// options returns the choices, and an error that says which one is wrong.
func (f *exportForm) options() (export.Options, export.Format, error) {
	s := f.w.state
	o := export.Options{
		Set: s.set, Filter: data.Filter{Hidden: s.selectionHidden()}, Title: f.title.Text, Theme: palette.Light(),
	}
	if f.theme.Selected == darkPaper {
		o.Theme = palette.Dark()
	}
	if f.span.Selected == currentSpan {
		span := s.view.Span(s.size.W)
		o.View = &scene.Span{From: span.From, To: span.To}
	}
	format, err := export.FormatOf(f.path.Text)
	if err != nil {
		return o, format, err
	}
	if o.Width, err = pixels("width", f.width.Text); err != nil {
		return o, format, err
	}
	if o.Height, err = pixels("height", f.height.Text); err != nil {
		return o, format, err
	}
	o.Scale, err = strconv.ParseFloat(strings.TrimSuffix(f.scale.Selected, "×"), 64)
	if err != nil {
		return o, format, fmt.Errorf("choose a scale")
	}
	return o, format, o.Check()
}

func pixels(name, text string) (int, error) {
	n, err := strconv.Atoi(strings.TrimSpace(text))
	if err != nil {
		return 0, fmt.Errorf("the %s is a number of pixels, such as 1600: %q is not", name, text)
	}
	return n, nil
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
		content, report, err := export.Draw(ctx, export.PNG, o)
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
			report.InChart, len(f.w.state.set.Events), report.Outside, report.Hidden),
	}, reportNotes(report)...), "\n"))
}

// say shows what is wrong; nothing can be exported until it is mended.
func (f *exportForm) say(err error) {
	if err != nil {
		f.message.SetText(err.Error())
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
	ask := dialog.NewConfirm("Replace the file?", path+" is there already.", func(yes bool) {
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
	done := w.progress("Exporting "+filepath.Base(path), cancel)
	go func() {
		_, err := exportTo(ctx, path, o)
		canceled := ctx.Err() != nil
		cancel()
		fyne.Do(func() {
			done()
			w.exported(path, err, canceled)
		})
	}()
}

func (w *window) exported(path string, err error, canceled bool) {
	switch {
	case canceled:
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
