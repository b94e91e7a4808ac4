package widgets

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"dateline/data"
)

// PanelDetails are what is held against an event from elsewhere in the dataset.
// They are not changed once a panel has them.
type PanelDetails struct {
	Links    []PanelLink
	Known    []PanelFact
	Disputes []int // indexes in Set.Disputes of those that the event is part of
	Chain    bool  // there is a chain to show
}

// PanelLink is a link of the event.
type PanelLink struct {
	Event  int
	Arrow  string // "→" to the other event, "←" from it
	Kind   string // how they are related, "leads to"
	Ahead  string // where the other stands in time, "9 days later"
	Hidden bool   // by filters
}

// PanelFact is something said in a line, with its name before it.
type PanelFact struct{ Name, Text string }

// links returns the rows for the event's links.
func (p *SourcePanel) links() []fyne.CanvasObject {
	d := p.state.Details
	if d == nil || len(d.Links) == 0 {
		return nil
	}
	rows := []fyne.CanvasObject{p.caption("ALSO IN THIS STORY")}
	for _, link := range d.Links {
		rows = append(rows, p.link(link))
	}
	if d.Chain {
		words := "Show the whole chain"
		if p.state.ChainOn {
			words = "Show everything again"
		}
		rows = append(rows, container.NewHBox(p.smallButton(words, p.On.Chain)))
	}
	return rows
}

// link returns a row that leads to another event.
func (p *SourcePanel) link(l PanelLink) fyne.CanvasObject {
	set := p.state.Set
	lane := set.Lanes[set.Events.Lanes(l.Event)[0]]
	arrow := canvas.NewText(l.Arrow, p.state.Palette.LaneText(lane.Color))
	arrow.TextSize, arrow.TextStyle.Bold = 14, true
	title := widget.NewHyperlink(OneLine(set.Events.Title(l.Event)), nil)
	title.Wrapping, title.OnTapped = fyne.TextWrapWord, func() { p.On.Select(l.Event) }
	note := l.Kind + " · " + l.Ahead
	if l.Hidden {
		note += " · hidden by filters"
	}
	left := container.New(layout.NewCustomPaddedLayout(0, 0, 0, 8), container.NewVBox(arrow))
	return container.NewBorder(nil, nil, left, nil, container.New(stack{gap: 1}, title, p.muted(note)))
}

// known returns the rows that say since when the event is known to whom.
func (p *SourcePanel) known() []fyne.CanvasObject {
	d := p.state.Details
	if d == nil || len(d.Known) == 0 {
		return nil
	}
	rows := []fyne.CanvasObject{p.caption("KNOWN BY")}
	for _, fact := range d.Known {
		rows = append(rows, container.New(stack{gap: 0},
			reading(fact.Name, theme.SizeNameCaptionText, true), p.muted(fact.Text)))
	}
	return rows
}

// disagreements returns a box for each dispute that the event is part of.
func (p *SourcePanel) disagreements() []fyne.CanvasObject {
	d := p.state.Details
	if d == nil || len(d.Disputes) == 0 {
		return nil
	}
	rows := []fyne.CanvasObject{p.caption("SOURCES DISAGREE")}
	for _, i := range d.Disputes {
		rows = append(rows, p.disputeBox(i))
	}
	return rows
}

// disputeBox returns a dispute in short: the question, which leads to the
// dispute's own page, and each answer in a line.
func (p *SourcePanel) disputeBox(i int) fyne.CanvasObject {
	dispute := &p.state.Set.Disputes[i]
	question := widget.NewHyperlink(OneLine(dispute.Question), nil)
	question.TextStyle.Bold, question.Wrapping = true, fyne.TextWrapWord
	question.OnTapped = func() { p.On.Page(PanelPage{DisputePage, i}) }
	rows := []fyne.CanvasObject{question}
	for _, answer := range dispute.Answers {
		rows = append(rows, reading(p.state.Set.Sources[answer.Source].Name()+": "+answer.Answer, theme.SizeNameCaptionText, false))
	}
	return p.boxed(p.state.Palette.Select, rows...)
}

// boxed returns rows on a ground of their own.
func (p *SourcePanel) boxed(ground color.NRGBA, rows ...fyne.CanvasObject) fyne.CanvasObject {
	back := canvas.NewRectangle(ground)
	back.CornerRadius = 6
	return container.NewStack(back,
		container.New(layout.NewCustomPaddedLayout(10, 10, 12, 12), container.New(stack{gap: 5}, rows...)))
}

// smallButton returns a button of low importance.
func (p *SourcePanel) smallButton(words string, tapped func()) fyne.CanvasObject {
	b := widget.NewButton(words, tapped)
	b.Importance = widget.LowImportance
	return buttonTheme(b)
}

// PageKind says what a panel shows.
type PageKind uint8

// The kinds of pages.
const (
	EventPage    PageKind = iota // the event, the events to choose from, or what the dataset is
	DisputesPage                 // the list of all disputes
	DisputePage                  // one dispute
)

// PanelPage is what a panel shows. The zero value is the event's page.
type PanelPage struct {
	Kind    PageKind
	Dispute int // index in Set.Disputes, of DisputePage
}

// disputes returns the rows for the list of all disputes.
func (p *SourcePanel) disputes() []fyne.CanvasObject {
	set := p.state.Set
	rows := []fyne.CanvasObject{
		p.closing("← Back"),
		reading(plural(len(set.Disputes), "question", "questions")+" on which sources disagree", theme.SizeNameHeadingText, true),
	}
	if len(set.Disputes) == 0 {
		rows = append(rows, p.muted("This dataset names no dispute. “dateline validate --consistency” looks for statements "+
			"that cannot all hold."))
	}
	for i := range set.Disputes {
		rows = append(rows, p.disputeBox(i))
	}
	return rows
}

// closing returns what leads back from a page.
func (p *SourcePanel) closing(words string) fyne.CanvasObject {
	back := widget.NewHyperlink(words, nil)
	back.SizeName, back.OnTapped = theme.SizeNameCaptionText, func() { p.On.Page(PanelPage{}) }
	return back
}

// dispute returns the rows for one dispute: the answers of the sources side by
// side, and the events that it is about.
func (p *SourcePanel) dispute() []fyne.CanvasObject {
	set := p.state.Set
	d := &set.Disputes[p.state.Page.Dispute]
	all := widget.NewHyperlink("All disputes", nil)
	all.SizeName, all.OnTapped = theme.SizeNameCaptionText, func() { p.On.Page(PanelPage{Kind: DisputesPage}) }
	rows := []fyne.CanvasObject{
		container.NewHBox(p.closing("← Back"), gapOf(14), all),
		reading(d.Question, theme.SizeNameHeadingText, true),
		container.New(columnsOf{gap: 10, least: sideBySide}, p.answers(d)...),
	}
	if len(d.Events) > 0 {
		rows = append(rows, p.caption("EVENTS"))
	}
	for _, event := range d.Events {
		choose := widget.NewHyperlink(OneLine(set.Events.Title(event)), nil)
		choose.Wrapping, choose.OnTapped = fyne.TextWrapWord, func() { p.On.Select(event) }
		rows = append(rows, container.New(stack{gap: 1}, p.muted(set.Events.Date(event).Words()), choose))
	}
	return rows
}

// answers returns a column for each source that answers the question of a
// dispute, in the order of their first answers.
func (p *SourcePanel) answers(d *data.Dispute) []fyne.CanvasObject {
	var order []int
	of := map[int][]fyne.CanvasObject{}
	for _, answer := range d.Answers {
		if !slices.Contains(order, answer.Source) {
			order = append(order, answer.Source)
		}
		rows := of[answer.Source]
		rows = append(rows, reading(answer.Answer, theme.SizeNameText, true))
		if answer.Quote != "" {
			quote := reading("“"+answer.Quote+"”", theme.SizeNameText, false)
			quote.TextStyle = QuoteStyle()
			rows = append(rows, quote)
		}
		of[answer.Source] = rows
	}
	columns := make([]fyne.CanvasObject, len(order))
	for i, source := range order {
		name := reading(p.state.Set.Sources[source].Name(), theme.SizeNameCaptionText, true)
		columns[i] = p.boxed(p.state.Palette.Quote, append([]fyne.CanvasObject{name}, of[source]...)...)
	}
	return columns
}

// sideBySide is how wide a column is at least for two to stand side by side.
const sideBySide = 150

// gapOf returns an empty space.
func gapOf(width float32) fyne.CanvasObject {
	space := canvas.NewRectangle(color.Transparent)
	space.SetMinSize(fyne.NewSize(width, 1))
	return space
}

// columnsOf lays objects out side by side, as many as are at least so wide, two
// at most, and the others below.
type columnsOf struct{ gap, least float32 }

// count returns how many columns there are in a width.
func (c columnsOf) count(width float32, objects int) int {
	if objects > 1 && (width-c.gap)/2 >= c.least {
		return 2
	}
	return 1
}

// Layout is called by the toolkit.
func (c columnsOf) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	n := c.count(size.Width, len(objects))
	width := (size.Width - float32(n-1)*c.gap) / float32(n)
	y := float32(0)
	for from := 0; from < len(objects); from += n {
		high := float32(0)
		line := objects[from:min(from+n, len(objects))]
		for _, o := range line {
			o.Resize(fyne.NewSize(width, o.MinSize().Height))
			high = max(high, o.MinSize().Height)
		}
		for i, o := range line {
			o.Resize(fyne.NewSize(width, high))
			o.Move(fyne.NewPos(float32(i)*(width+c.gap), y))
		}
		y += high + c.gap
	}
}

// MinSize is called by the toolkit: as high as the objects are at the width that
// they have.
func (c columnsOf) MinSize(objects []fyne.CanvasObject) fyne.Size {
	if len(objects) == 0 {
		return fyne.NewSize(0, 0)
	}
	n := 1
	if len(objects) > 1 && objects[1].Position().Y == objects[0].Position().Y && objects[1].Position().X > 0 {
		n = 2
	}
	height := float32(0)
	for from := 0; from < len(objects); from += n {
		high := float32(0)
		for _, o := range objects[from:min(from+n, len(objects))] {
			high = max(high, o.MinSize().Height)
		}
		if from > 0 {
			height += c.gap
		}
		height += high
	}
	return fyne.NewSize(40, height)
}
