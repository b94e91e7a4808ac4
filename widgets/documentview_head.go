package widgets

import (
	"fmt"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// What is said where a quotation is not in the document.
const (
	notFound  = "This quotation was not found in this document."
	lookedFor = "The same words in the same case were looked for, whatever their spaces, line breaks, dashes and " +
		"quotation marks."
	leftOut = " An ellipsis could stand for up to two pages."
)

// headRows returns what stands above the text.
func (v *DocumentView) headRows() []fyne.CanvasObject {
	line := canvas.NewRectangle(v.state.Palette.Line)
	line.SetMinSize(fyne.NewSize(0, 1))
	rows := []fyne.CanvasObject{v.title()}
	rows = append(rows, v.banners()...)
	return append(rows, line)
}

// title returns the source's name with the buttons, and below it where in which
// document the quotation is.
func (v *DocumentView) title() fyne.CanvasObject {
	name := widget.NewLabel(OneLine(v.state.Source))
	name.Truncation, name.SizeName, name.TextStyle.Bold = fyne.TextTruncateEllipsis, theme.SizeNameSubHeadingText, true
	buttons := container.NewHBox()
	if len(v.places) > 1 {
		buttons.Add(v.arrow(theme.MoveUpIcon(), -1))
		buttons.Add(v.arrow(theme.MoveDownIcon(), 1))
	}
	buttons.Add(newIconButton(theme.CancelIcon(), func() { v.On.Close() }))
	first := container.NewBorder(nil, nil, nil, buttons, container.New(middle{}, name))

	where := widget.NewLabel(OneLine(v.where()))
	where.Truncation, where.SizeName, where.Importance = fyne.TextTruncateEllipsis, theme.SizeNameCaptionText, widget.LowImportance
	second := container.NewBorder(nil, nil, nil, v.attach(), where)
	return container.New(layout.NewCustomPaddedLayout(6, 8, docLeft, 6), container.New(stack{}, first, second))
}

// arrow returns a button to the next or previous place.
func (v *DocumentView) arrow(icon fyne.Resource, by int) fyne.CanvasObject {
	b := widget.NewButtonWithIcon("", icon, func() { v.Step(by) })
	b.Importance = widget.LowImportance
	if to := v.at + by; to < 0 || to >= len(v.places) {
		b.Disable()
	}
	return buttonTheme(b)
}

// attach returns what attaches another document, nil where that cannot be done.
func (v *DocumentView) attach() fyne.CanvasObject {
	if !v.state.Attach || v.state.Document == nil {
		return nil
	}
	link := widget.NewHyperlink("Attach another document…", nil)
	link.SizeName, link.OnTapped = theme.SizeNameCaptionText, func() { v.On.Attach() }
	return container.New(layout.NewCustomPaddedLayout(0, 0, 8, 8), link)
}

// where says in which line of which document the quotation stands.
func (v *DocumentView) where() string {
	if v.state.Document == nil {
		return "No document"
	}
	var parts []string
	if len(v.places) > 0 {
		place := v.places[v.at]
		if place.of > 0 {
			parts = append(parts, fmt.Sprintf("Line %d", place.match.Line))
		} else {
			parts = append(parts, "Not found")
		}
		if place.of > 1 {
			parts = append(parts, fmt.Sprintf("place %d of %d", place.which, place.of))
		}
		if n := len(v.state.Quotes); n > 1 {
			parts = append(parts, fmt.Sprintf("quotation %d of %d", place.quote+1, n))
		}
	}
	return strings.Join(append(parts, v.state.Document.Name), " · ")
}

// banners returns what must be known of the document and the quotation.
func (v *DocumentView) banners() []fyne.CanvasObject {
	s := v.state
	var rows []fyne.CanvasObject
	if s.Document == nil {
		return append(rows, v.missing())
	}
	for _, note := range []string{s.Note, s.Document.Caveat} {
		if note != "" {
			rows = append(rows, v.banner(s.Palette.SelectLine, note))
		}
	}
	if len(v.places) > 0 && v.places[v.at].of == 0 {
		rows = append(rows, v.unfound(v.places[v.at]))
	}
	return rows
}

// unfound says which quotation is not in the document, what was tried, and what
// there is of it.
func (v *DocumentView) unfound(place docPlace) fyne.CanvasObject {
	const mostWords, mostRest = 24, 8
	quote, tried := v.state.Quotes[place.quote], lookedFor
	if strings.Contains(quote, "…") || strings.Contains(quote, "...") {
		tried += leftOut
	}
	said := []string{"“" + firstWords(quote, mostWords) + "”", tried}
	if near := place.near; near.Words > 0 {
		said = append(said, fmt.Sprintf("Its first %d of %d words are in line %d, but “%s” does not follow there.",
			near.Words, near.Of, near.Match.Line, firstWords(near.Rest, mostRest)))
	}
	return v.banner(v.state.Palette.Error, notFound, said...)
}

// firstWords returns so many words of a text, and says so where there are more.
func firstWords(text string, most int) string {
	words := strings.Fields(text)
	if len(words) <= most {
		return strings.Join(words, " ")
	}
	return strings.Join(words[:most], " ") + " …"
}

// banner returns sentences beside a bar, the first in bold.
func (v *DocumentView) banner(bar color.Color, first string, more ...string) fyne.CanvasObject {
	back := canvas.NewRectangle(v.state.Palette.Quote)
	beside := canvas.NewRectangle(bar)
	beside.SetMinSize(fyne.NewSize(3, 0))
	rows := []fyne.CanvasObject{reading(first, theme.SizeNameText, len(more) > 0)}
	for _, text := range more {
		rows = append(rows, reading(text, theme.SizeNameCaptionText, false))
	}
	inner := container.New(layout.NewCustomPaddedLayout(8, 9, docLeft, 16), container.New(stack{gap: 5}, rows...))
	edge := container.New(layout.NewCustomPaddedHBoxLayout(0), beside)
	return container.NewStack(back, edge, inner)
}

// missing says that there is no document, and offers to attach one.
func (v *DocumentView) missing() fyne.CanvasObject {
	note := v.state.Note
	if note == "" {
		note = "There is no document of this source."
	}
	rows := []fyne.CanvasObject{reading(note, theme.SizeNameText, false)}
	if v.state.Attach {
		attach := widget.NewButton("Attach document…", func() { v.On.Attach() })
		rows = append(rows, container.NewHBox(buttonTheme(attach)))
	}
	return container.New(layout.NewCustomPaddedLayout(10, 12, docLeft, 16), container.New(stack{gap: 12}, rows...))
}

// middle lays an object out as wide as there is room, in the middle of the
// height.
type middle struct{}

// Layout is called by the toolkit.
func (middle) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		h := o.MinSize().Height
		o.Resize(fyne.NewSize(size.Width, h))
		o.Move(fyne.NewPos(0, (size.Height-h)/2))
	}
}

// MinSize is called by the toolkit.
func (middle) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := fyne.Size{}
	for _, o := range objects {
		least = least.Max(o.MinSize())
	}
	return least
}
