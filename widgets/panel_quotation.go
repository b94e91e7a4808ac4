package widgets

import (
	"net/url"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"dateline/data"
)

// quotation returns a claim as a block quote with its source.
func (p *SourcePanel) quotation(e *data.Event, number int, claim data.Claim) fyne.CanvasObject {
	s := p.state
	back := canvas.NewRectangle(s.Palette.Quote)
	back.CornerRadius = 4
	bar := canvas.NewRectangle(s.Palette.Mark(s.Set.Lanes[e.Lanes[0]].Color))
	bar.SetMinSize(fyne.NewSize(3, 0))
	source := s.Set.Sources[claim.Source]
	text := reading("“"+claim.Quote+"”", theme.SizeNameText, false)
	text.TextStyle = QuoteStyle()
	rows := []fyne.CanvasObject{text}
	if !claim.Date.IsZero() {
		rows = append(rows, reading("This source’s date: "+claim.Date.Words(), theme.SizeNameCaptionText, true))
	}
	note := source.Name()
	if claim.Locator != "" {
		note += " · " + claim.Locator
	}
	rows = append(rows, p.muted(note))
	rows = append(rows, p.quotationLinks(number, claim, source.URL))
	inner := container.New(layout.NewCustomPaddedLayout(10, 10, 14, 12), container.New(stack{gap: 7}, rows...))
	return container.NewStack(back, container.NewBorder(nil, nil, bar, nil, inner))
}

// quotationLinks returns what leads from a quotation to where it stands.
func (p *SourcePanel) quotationLinks(number int, claim data.Claim, address string) fyne.CanvasObject {
	links := container.NewHBox()
	if claim.Quote != "" {
		place := widget.NewHyperlink("In its document", nil)
		place.SizeName, place.OnTapped = theme.SizeNameCaptionText, func() { p.On.Document(number) }
		links.Add(place)
	}
	if u, err := url.Parse(address); err == nil && address != "" {
		open := widget.NewHyperlink("Open source…", nil)
		open.SizeName, open.OnTapped = theme.SizeNameCaptionText, func() { p.On.Open(u) }
		links.Add(gapOf(6))
		links.Add(open)
	}
	return links
}
