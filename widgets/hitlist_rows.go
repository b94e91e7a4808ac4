package widgets

import (
	"fyne.io/fyne/v2"

	"dateline/data/find"
	"dateline/data/search"
	"dateline/widgets/scene"
)

// The hit list's measures in pixels.
const (
	hitPad      = 18.0 // at both sides
	hitGap      = 8.0  // above and below a row's text
	hitDot      = 13.0 // a lane's marker
	dateLine    = 18.0
	titleLine   = 19.0
	reasonLine  = 18.0
	headingTop  = 16.0
	headingLine = 22.0
	noteLine    = 18.0
	noteGap     = 4.0  // above
	headingGap  = 10.0 // below
)

// The sizes of the hit list's texts.
const (
	dateSize    = 12
	titleSize   = 13
	reasonSize  = 12
	headingSize = 15
	noteSize    = 12
)

// How many lines there are of each text at most.
const (
	titleLines   = 2
	reasonLines  = 2
	headingLines = 3
	noteLines    = 9
)

// marking returns the faces of a text in which words are marked.
func marking(size float32) markedFaces {
	return markedFaces{textFace{size: size}, textFace{size, fyne.TextStyle{Bold: true}}}
}

func headingFaces() markedFaces {
	bold := marking(headingSize).marked
	return markedFaces{bold, bold}
}

// hitRow is a hit laid out.
type hitRow struct {
	date   string
	title  [][]piece
	reason [][]piece
	height float64
}

// keptRows is how many rows are kept before they are forgotten.
const keptRows = 400

// row returns a hit laid out. It is read now if it has not been.
func (l *HitList) row(event int) *hitRow {
	row := l.read[event]
	if row == nil {
		if len(l.read) >= keptRows {
			clear(l.read)
		}
		row = l.layOut(event)
		l.read[event] = row
	}
	return row
}

// room returns how wide the texts can be.
func (l *HitList) room() float64 { return float64(l.Size().Width) - 2*hitPad }

func (l *HitList) lines(faces markedFaces, most int) *textLines {
	return &textLines{text: l.text, faces: faces, width: l.room(), most: most}
}

func (l *HitList) layOut(event int) *hitRow {
	events := &l.state.Hits.Set.Events
	title := events.Title(event)
	measure := func(s string) float64 { return l.text.widthIn(s, textFace{size: dateSize}) }
	row := &hitRow{
		date:   scene.Shorten(events.Date(event).Words(), l.room()-hitDot-6, measure),
		title:  l.lines(marking(titleSize), titleLines).broken(title, l.query.Match(title)),
		reason: l.reason(event),
	}
	row.height = 2*hitGap + dateLine + titleLine*float64(len(row.title)) + reasonLine*float64(len(row.reason))
	return row
}

// reason returns the lines that say why an event was found whose title has not
// all words.
func (l *HitList) reason(event int) [][]piece {
	if l.query.Matches(l.state.Hits.Set.Events.Title(event)) {
		return nil
	}
	lines := l.lines(marking(reasonSize), reasonLines)
	e, err := l.state.Hits.Set.Events.At(event)
	if err != nil {
		return lines.broken("Its texts cannot be shown: "+err.Error(), nil)
	}
	reason := find.ReasonOf(&e, l.state.Words)
	if reason.Text == "" {
		return nil
	}
	from := lines.beginning(reason.Text, reason.At, lines.before(reason.Text[reason.At:]))
	before, after := around(reason.Kind)
	if from > 0 {
		before += scene.Ellipsis
	}
	var marks []search.Range
	for _, m := range l.query.Match(reason.Text) {
		if by := len(before) - from; m.From >= from {
			marks = append(marks, search.Range{From: m.From + by, To: m.To + by})
		}
	}
	return lines.broken(before+reason.Text[from:]+after, marks)
}

// around returns what stands before and after a text of a kind.
func around(kind find.Kind) (before, after string) {
	switch kind {
	case find.Quotation:
		return "“", "”"
	case find.People:
		return "People: ", ""
	case find.Places:
		return "Places: ", ""
	case find.Tags:
		return "Tags: ", ""
	}
	return "", ""
}

// hitHeading is what stands over the hits.
type hitHeading struct {
	title, note [][]piece
	height      float64
}

func (l *HitList) layOutHeading() hitHeading {
	h := hitHeading{title: l.lines(headingFaces(), headingLines).broken(l.state.Heading, nil)}
	if l.state.Note != "" {
		h.note = l.lines(marking(noteSize), noteLines).broken(l.state.Note, nil)
	}
	h.height = headingTop + headingLine*float64(len(h.title)) + noteGap + noteLine*float64(len(h.note)) + headingGap
	return h
}
