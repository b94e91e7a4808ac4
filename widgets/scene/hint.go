package scene

import (
	"math"
	"strings"

	"dateline/data/edtf"
)

// Arrows of hints: the event lies beyond that edge.
const (
	leftArrow  = "‹ "
	rightArrow = " ›"
)

// hints adds the nearest event beyond each edge, where its row has room for
// a word about it beside the marks of the lane. Those leave it that room.
func (p *placer) hints(marks []Mark) {
	left, right := p.nearest()
	most := p.in.Size.W
	if left >= 0 && right >= 0 && p.lane.items[left].row == p.lane.items[right].row {
		most /= 2
	}
	if left >= 0 {
		p.hint(left, true, most, marks)
	}
	if right >= 0 {
		p.hint(right, false, most, marks)
	}
}

// nearest returns the items closest to the view on either side, -1 for none.
func (p *placer) nearest() (left, right int) {
	left, right = -1, -1
	leftEnd, rightStart := math.Inf(-1), math.Inf(1)
	for i := range p.lane.items {
		x0, x1, _ := p.glyph(i)
		if x1 <= 0 && x1 > leftEnd {
			left, leftEnd = i, x1
		}
		if x0 >= p.in.Size.W && x0 < rightStart {
			right, rightStart = i, x0
		}
	}
	return left, right
}

// hint adds a hint if its text has room between the edge and the marks.
func (p *placer) hint(i int, left bool, most float64, marks []Mark) {
	it, m := &p.lane.items[i], p.in.Metrics
	y := p.rowY(it.row)
	if y-m.Row/2 < m.Axis || y+m.Row/2 > p.in.Size.H {
		return
	}
	room := math.Min(p.margin(marks, it.row, left), most) - m.Edge - 2*m.Space
	event := it.nearest(left)
	label := p.hintLabel(event, left, math.Min(room, m.Row*maxLabel))
	if label.Text == "" {
		return
	}
	label.Y = y
	p.yield(marks, it.row, left, &label)
	p.b.scene.Hints = append(p.b.scene.Hints, Hint{Event: event, Lane: p.lane.lane, Left: left, Label: label})
}

// nearest returns the item's event that is closest to a view to its right, or
// to its left.
func (it *item) nearest(left bool) int {
	if left {
		return int(it.events[len(it.events)-1])
	}
	return int(it.events[0])
}

// hintKey is what a hint's text depends on.
type hintKey struct {
	event int
	left  bool
	room  float64
}

// hintLabel returns a hint's label within a width, without text where it is too
// long. It is cut in steps of a row's height, as all labels are.
func (p *placer) hintLabel(event int, left bool, room float64) Label {
	m := p.in.Metrics
	key := hintKey{event, left, math.Floor(room/m.Row) * m.Row}
	said, ok := p.b.said[key]
	if !ok {
		if p.b.said == nil || len(p.b.said) >= keptCuts {
			p.b.said = make(map[hintKey]cutText)
		}
		said = p.hintText(key)
		p.b.said[key] = said
	}
	switch {
	case said.text == "":
		return Label{}
	case left:
		return Label{Text: said.text, X: m.Edge, Width: said.width, Side: RightOf}
	}
	return Label{Text: said.text, X: p.in.Size.W - m.Edge - said.width, Width: said.width, Side: RightOf}
}

// hintText returns the year and the title of an event with an arrow, as far as
// there is room.
func (p *placer) hintText(key hintKey) cutText {
	width := func(s string) float64 { return p.in.Metrics.TextWidth(s, HintText) }
	events := &p.in.Selection.Set.Events
	arrow := rightArrow
	if key.left {
		arrow = leftArrow
	}
	text := strings.TrimSpace(yearOf(events.Date(key.event)) + " " + events.Title(key.event))
	text = Shorten(text, key.room-width(arrow), width)
	switch {
	case text == "":
		return cutText{}
	case key.left:
		text = arrow + text
	default:
		text += arrow
	}
	return cutText{text, width(text)}
}

// margin returns how far the marks of a row stay away from an edge.
func (p *placer) margin(marks []Mark, row int, left bool) float64 {
	room := p.in.Size.W
	for i := range marks {
		if marks[i].Row != row {
			continue
		}
		from, to := marks[i].edges()
		if left {
			room = math.Min(room, from)
		} else {
			room = math.Min(room, p.in.Size.W-to)
		}
	}
	return room
}

// yield takes a hint's place from the room of the labels in its row.
func (p *placer) yield(marks []Mark, row int, left bool, hint *Label) {
	for i := range marks {
		label, end := &marks[i].Label, 0.0
		switch {
		case marks[i].Row != row || label.Text == "":
			continue
		case left && label.Side == LeftOf:
			end = label.X + label.Width - (hint.X + hint.Width + p.in.Metrics.Space)
		case !left && label.Side == RightOf:
			end = hint.X - p.in.Metrics.Space - label.X
		default:
			continue
		}
		label.Room = math.Max(math.Min(label.Room, end), label.Width)
	}
}

// edges returns the left and right edge of a mark with its label.
func (mark *Mark) edges() (from, to float64) {
	l := &mark.Label
	if l.Text == "" {
		return mark.X0, mark.X1
	}
	return math.Min(mark.X0, l.X), math.Max(mark.X1, l.X+l.Width)
}

// yearOf returns the year that an event's date begins in, as the axis writes
// it, or "" where it has no beginning or is coarser than a year.
func yearOf(date edtf.Date) string {
	bounds := date.Bounds()
	if bounds.NoEarliest || date.Kind() != edtf.Single || date.Precision() > edtf.Year {
		return ""
	}
	year, _, _, _, _, _ := edtf.Civil(bounds.Earliest)
	return yearLabel(year)
}
