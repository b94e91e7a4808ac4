package widgets

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// back returns what leads back to the hits of a search.
func (p *SourcePanel) back() fyne.CanvasObject {
	link := widget.NewHyperlink("← "+p.state.Hits, nil)
	link.Truncation, link.SizeName, link.OnTapped = fyne.TextTruncateEllipsis, theme.SizeNameCaptionText, p.On.Hits
	return link
}

// list returns the rows for events that share an instant.
func (p *SourcePanel) list() []fyne.CanvasObject {
	of := max(p.state.ListOf, len(p.state.List))
	rows := []fyne.CanvasObject{
		reading(plural(of, "event", "events")+" at one time", theme.SizeNameHeadingText, true),
		p.muted("No zoom can draw these apart. Choose one to read it."),
	}
	if n := len(p.state.List); n < of {
		rows = append(rows, p.muted(fmt.Sprintf("The first %d are listed; a search, or fewer lanes, narrows them down.", n)))
	}
	for _, e := range p.state.List {
		events := &p.state.Set.Events
		choose := widget.NewHyperlink(OneLine(events.Title(e)), nil)
		choose.Wrapping, choose.OnTapped = fyne.TextWrapWord, func() { p.On.Select(e) }
		rows = append(rows, container.New(stack{gap: 1}, p.muted(events.Date(e).Words()), choose))
	}
	return rows
}

// about returns the rows for the dataset itself.
func (p *SourcePanel) about() []fyne.CanvasObject {
	s := p.state
	rows := []fyne.CanvasObject{
		reading(s.Set.Title, theme.SizeNameHeadingText, true),
		p.muted("Click an event to read what its sources say."),
	}
	if s.Set.Summary != "" {
		rows = append(rows, p.caption("ABOUT"), reading(s.Set.Summary, theme.SizeNameText, false))
	}
	if len(s.Set.Sources) > 0 {
		rows = append(rows, p.caption("SOURCES"))
	}
	for _, source := range s.Set.Sources {
		rows = append(rows, reading(source.Reference(), theme.SizeNameText, false))
	}
	return rows
}
