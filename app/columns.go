package app

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"dateline/data/edtf"
	"dateline/data/exchange"
	"dateline/widgets"
)

// columnChoice is what the columns of tables with that header are.
type columnChoice struct {
	Header   []string         `json:"header"`
	Columns  []exchange.Field `json:"columns"`
	DayFirst *bool            `json:"day_first,omitempty"`
}

// columnChoices are those made last, the newest first.
type columnChoices []columnChoice

// errColumns is the error of a table whose columns have not been chosen.
type errColumns struct {
	table *exchange.Table
	guess exchange.Mapping
}

// errNoChoice is the error of a table whose columns cannot be chosen.
var errNoChoice = errors.New("the columns of the table are known: Dateline has written it")

func (errColumns) Error() string { return "it has not been said what the columns of the table are" }

// find returns what was chosen for a table.
func (c columnChoices) find(table *exchange.Table, guess exchange.Mapping) (exchange.Mapping, error) {
	for _, choice := range c {
		if slices.Equal(choice.Header, table.Header) {
			return exchange.Mapping{Columns: choice.Columns, DayFirst: choice.DayFirst}, nil
		}
	}
	return exchange.Mapping{}, errColumns{table, guess}
}

// Which choices are kept.
const (
	keptChoices = 20
	keptHeader  = 2000 // columns
)

// with returns the choices with one more.
func (c columnChoices) with(table *exchange.Table, m exchange.Mapping) columnChoices {
	rest := slices.DeleteFunc(c.kept(), func(old columnChoice) bool { return slices.Equal(old.Header, table.Header) })
	all := append(columnChoices{{table.Header, m.Columns, m.DayFirst}}, rest...)
	return all[:min(len(all), keptChoices)]
}

// kept returns the choices without those of very wide tables, which are not worth
// keeping.
func (c columnChoices) kept() columnChoices {
	return slices.DeleteFunc(slices.Clone(c), func(old columnChoice) bool { return len(old.Header) > keptHeader })
}

// askedColumns asks for the columns of a table that was to be opened, if that is
// why it was not, and opens it then.
func (w *window) askedColumns(o *opening, then func()) bool {
	if errors.Is(o.err, errNoChoice) {
		w.chrome.say("Dateline has written this table: its columns are known")
		return true
	}
	ask, ok := o.err.(errColumns) //nolint:errorlint // it comes as it is
	if !ok || o.path == "" {
		return false
	}
	w.newColumnForm(o.name, ask.table, ask.guess, func(m exchange.Mapping) {
		w.session.Columns = w.session.Columns.with(ask.table, m)
		w.load(open(o.path, w.session.Columns), then)
	})
	return true
}

// chooseColumns asks again for the columns of the table that is open.
func (w *window) chooseColumns() {
	if w.file == nil || !w.table {
		w.chrome.say("Only tables have columns to choose")
		return
	}
	chosen, path := w.session.Columns, w.file.path
	o := openFrom(filepath.Base(path), func(ctx context.Context, progress func(done, total int64)) (*exchange.Loaded, error) {
		_, err := exchange.Load(ctx, path, exchange.Options{
			Progress: progress,
			Columns: func(table *exchange.Table, guess exchange.Mapping) (exchange.Mapping, error) {
				if last, err := chosen.find(table, guess); err == nil {
					guess = last
				}
				return guess, errColumns{table, guess}
			},
		})
		if err == nil { // nothing was asked
			err = errNoChoice
		}
		return nil, err
	})
	o.path = path
	w.load(o, nil)
}

// The choices of how days and months are ordered.
const (
	orderShown = "As the dates show"
	dayFirst   = "9/4/2008 is 9 April"
	monthFirst = "9/4/2008 is 4 September"
)

// mostColumns is how many columns can be chosen in the dialog; what is beyond is
// kept as a detail.
const mostColumns = 100

// columnForm is the dialog in which it is said what the columns of a table are,
// with what becomes of the first rows.
type columnForm struct {
	w       *window
	d       *dialog.CustomDialog
	table   *exchange.Table
	kinds   []*selector
	order   *selector
	preview *widget.Label
	open    *mainButton
	chosen  func(exchange.Mapping)
}

// newColumnForm opens the dialog.
func (w *window) newColumnForm(name string, table *exchange.Table, guess exchange.Mapping, chosen func(exchange.Mapping)) *columnForm {
	f := &columnForm{w: w, table: table, chosen: chosen}
	var words []string
	for _, field := range exchange.Fields {
		words = append(words, field.Words())
	}
	for i := range table.Header[:min(len(table.Header), mostColumns)] {
		kind := w.newSelector(words)
		kind.Selected = exchange.FieldDetail.Words()
		if i < len(guess.Columns) {
			kind.Selected = guess.Columns[i].Words()
		}
		kind.OnChanged = func(string) { f.show() }
		f.kinds = append(f.kinds, kind)
	}
	f.order = w.newSelector([]string{orderShown, dayFirst, monthFirst})
	f.order.Selected = orderShown
	if guess.DayFirst != nil {
		f.order.Selected = map[bool]string{true: dayFirst, false: monthFirst}[*guess.DayFirst]
	}
	f.order.OnChanged = func(string) { f.show() }
	f.preview = widget.NewLabel("")
	f.preview.Wrapping = fyne.TextWrapWord
	f.open = w.newMainButton("Open", f.finish)
	f.present(name)
	f.show()
	return f
}

// present lays the dialog out and shows it.
func (f *columnForm) present(name string) {
	rows := container.New(columnGrid{})
	for i, kind := range f.kinds {
		header := widget.NewLabelWithStyle(widgets.OneLine(f.table.Header[i]), fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
		cells := widget.NewLabel(widgets.OneLine(f.cells(i)))
		cells.Importance = widget.LowImportance
		header.Truncation, cells.Truncation = fyne.TextTruncateEllipsis, fyne.TextTruncateEllipsis
		rows.Objects = append(rows.Objects, header, kind, cells)
	}
	notes := slices.Clone(f.table.Notes)
	if beyond := len(f.table.Header) - len(f.kinds); beyond > 0 {
		notes = append(notes, "Also kept in the summary: "+counted(beyond, "more column")+".")
	}
	intro := widget.NewLabel(widgets.ReadText(strings.Join(append([]string{"Say what each column is. Below stands what becomes of the first rows."}, notes...), " ")))
	intro.Wrapping = fyne.TextWrapWord
	order := container.NewHBox(widget.NewLabel("Dates in numbers:"), wide(f.order, 230))
	below := container.NewVScroll(f.preview)
	below.SetMinSize(fyne.NewSize(300, 150))
	body := container.NewBorder(intro, container.New(layout.NewCustomPaddedVBoxLayout(0), order, widget.NewSeparator(), below),
		nil, nil, container.NewVScroll(rows))
	f.d = dialog.NewCustomWithoutButtons("The columns of "+briefly(name), body, f.w.win)
	f.d.SetButtons([]fyne.CanvasObject{f.w.newSideButton("Cancel", func() { f.d.Hide() }), f.open})
	f.d.Resize(f.w.dialogSize(860, 640))
	f.w.present(f.d, nil)
	f.w.win.Canvas().Focus(f.open)
}

// cells returns the first cells of a column that are not empty, in a line.
func (f *columnForm) cells(column int) string {
	var cells []string
	for _, row := range f.table.Rows {
		if column < len(row) && strings.TrimSpace(row[column]) != "" && len(cells) < 3 {
			cells = append(cells, onLine(row[column]))
		}
	}
	return strings.Join(cells, " · ")
}

// mapping returns what is chosen.
func (f *columnForm) mapping() exchange.Mapping {
	var m exchange.Mapping
	for _, kind := range f.kinds {
		m.Columns = append(m.Columns, exchange.Fields[max(kind.SelectedIndex(), 0)])
	}
	if f.order.Selected != orderShown {
		first := f.order.Selected == dayFirst
		m.DayFirst = &first
	}
	return m
}

// mostShown is how many events and losses the dialog shows.
const mostShown = 8

// show says what becomes of the first rows.
func (f *columnForm) show() {
	m := f.mapping()
	result, err := f.table.Read(&m)
	if err != nil {
		f.preview.SetText(widgets.ReadText(sentence(err)))
		f.open.Disable()
		return
	}
	f.open.Enable()
	lanes := map[string]string{}
	for _, lane := range result.Timeline.Lanes {
		lanes[lane.ID] = lane.Title
	}
	var lines []string
	for _, event := range result.Timeline.Events[:min(len(result.Timeline.Events), mostShown)] {
		var in []string
		for _, id := range event.Lanes {
			in = append(in, lanes[id])
		}
		lines = append(lines, fmt.Sprintf("%s: %s (%s)", dateWords(event.Date), onLine(event.Title), strings.Join(in, ", ")))
	}
	for _, loss := range result.Losses[:min(len(result.Losses), mostShown)] {
		lines = append(lines, "Not taken over: "+onLine(loss.String()))
	}
	if len(lines) == 0 {
		lines = append(lines, "There are no rows.")
	}
	f.preview.SetText(widgets.ReadText(strings.Join(lines, "\n")))
}

// dateWords returns a date in EDTF in words.
func dateWords(text string) string {
	date, err := edtf.Parse(text)
	if err != nil {
		return text
	}
	return date.Words()
}

// finish takes what is chosen.
func (f *columnForm) finish() {
	if f.open.Disabled() {
		return
	}
	m := f.mapping()
	f.d.Hide()
	f.chosen(m)
}
