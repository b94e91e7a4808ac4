package export

import (
	"math"

	"dateline/data"
	"dateline/widgets/scene"
)

// label is a mark's label as it is drawn: its text and the numbers of sources
// after it, in places on the page.
type label struct{ text, numbers placedLine }

// reach returns the left and the right end of a label with its numbers.
func (l *label) reach() (from, to float64) {
	from, to = l.text.x, l.text.x+l.text.width()
	if l.numbers.line.text != "" {
		from, to = math.Min(from, l.numbers.x), math.Max(to, l.numbers.x+l.numbers.width())
	}
	return from, to
}

// labels returns the labels of the marks, by the indexes of those. Without
// notes they have no numbers.
func (p *paper) labels(t *timeline, b box, n *notes) []label {
	labels := make([]label, len(t.Marks))
	for i := range t.Marks {
		mark := &t.Marks[i]
		if mark.Label.Text == "" {
			continue
		}
		var numbers []int
		if n != nil {
			numbers = n.of(mark.Events)
		}
		labels[i] = p.label(t, mark, numbers, b)
		labels[i].text.dim, labels[i].numbers.dim = mark.Dim, mark.Dim
	}
	return labels
}

// label returns a mark's label with numbers. They take the room that lanes were
// packed with for them, then what is free beside the label, then that of the end
// of the title; where too little of a title would be left, they end in an
// ellipsis. Where numbers need less, the title has the rest.
func (p *paper) label(t *timeline, mark *scene.Mark, numbers []int, b box) label {
	l, f, title := &mark.Label, faceOf(scene.LabelText, t.factor), mark.Label.Text
	if !mark.Several() {
		title = p.o.Set.Events.Title(mark.Events.First())
	}
	free := t.room(mark)
	few := p.t.noteWidth(widestNotes(p.o.Set, fewNotes), f)
	start, _ := scene.Wider(title, free, func(s string) float64 { return p.t.width(s, f) })
	notes := p.t.noteText(numbers, f, math.Max(few, free-p.t.width(start, f)))
	wide := p.t.noteWidth(notes, f)
	text := p.t.shortened(title, f, math.Min(free, l.Width+math.Max(few, wide))-wide)
	if text == "" {
		text = l.Text
		notes = p.t.noteText(numbers, f, l.Width-p.t.width(text, f))
	}
	return p.placed(l, text, notes, b, f)
}

// room returns how wide a label may become where every other one does, too. Two
// labels that face each other get half of what is free between them each. In
// dense lanes there may be profiles behind.
func (t *timeline) room(mark *scene.Mark) float64 {
	l, edge := &mark.Label, t.metrics.Edge
	const exact = 1e-6 // lengths are sums
	switch {
	case l.Side == scene.Inside:
		return math.Max(l.Width, math.Min(mark.X1-t.metrics.Gap, t.Size.W-edge)-l.X)
	case mark.Dense:
		return l.Width
	case l.Side == scene.RightOf && l.X+l.Room > t.Size.W-edge/2-exact,
		l.Side == scene.LeftOf && l.X+l.Width-l.Room < edge/2+exact:
		return l.Room // there is nothing up to the edge
	}
	return (l.Width + l.Room) / 2
}

// placed puts a label's text and numbers in their places: beside the mark, and
// the numbers where the text ends.
func (p *paper) placed(l *scene.Label, text, notes string, b box, f face) label {
	title, small := p.t.line(text, f), p.t.line(notes, noteFace(f))
	wide := p.t.noteWidth(notes, f)
	x, y := b.x0+l.X, f.baseline(b.y0+l.Y)
	if l.Side == scene.LeftOf {
		x += l.Width - title.width() - wide
	}
	before, after := 0.0, title.width()+noteGap*f.size
	if startsRightToLeft([]rune(text)) {
		before, after = wide, 0
	}
	raised := y - math.Round((f.size-small.face.size)*ascent)
	return label{
		text:    placedLine{line: title, x: x + before, y: y},
		numbers: placedLine{line: small, x: x + after, y: raised, muted: l.Side != scene.Inside},
	}
}

// anyNoted reports whether any label of the marks is of an event that rests on
// a source.
func anyNoted(set *data.Set, marks []scene.Mark) bool {
	for i := range marks {
		if marks[i].Label.Text == "" || len(set.Sources) == 0 {
			continue
		}
		for event := range marks[i].Events.All() {
			if len(set.Events.Sources(event)) > 0 {
				return true
			}
		}
	}
	return false
}
