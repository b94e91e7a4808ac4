package export

import (
	"iter"
	"math"
	"slices"

	"dateline/widgets/scene"
)

// plaqueEdge is how far a plaque reaches beyond its text, in pixels before the
// factor.
const plaqueEdge = 6

// plaqueBox returns the ground of words over the lanes, in the timeline's
// pixels.
func (t *timeline) plaqueBox(l *scene.Label) box {
	edge, half := plaqueEdge*t.factor, faceOf(scene.HintText, t.factor).height()/2+1
	return box{l.X - edge, l.Y - half, l.X + l.Width + edge, l.Y + half}
}

// placeWords puts the words of links where they cover no mark, nor anything that
// is to be read but labels of what stands back, and of these as few as can be.
// Those labels go. Words for which there is no such place go, too: they say no
// more than the dates do.
func (c *composition) placeWords() {
	taken := c.readable()
	for i := range c.timeline.over.links {
		l := &c.timeline.over.links[i]
		if l.words.Text == "" {
			continue
		}
		var best scene.Label
		least := math.MaxInt
		for candidate, beside := range c.timeline.placesFor(l) {
			b := c.timeline.plaqueBox(&candidate)
			if meetsAny(b, taken) {
				continue
			}
			if n := 2*c.paleBelow(b) + 2*c.othersBelow(b, i) + beside; n < least {
				best, least = candidate, n
			}
		}
		l.words = best
		if best.Text != "" {
			taken = append(taken, c.timeline.plaqueBox(&best).within(-plaqueEdge/2))
		}
	}
	c.clearPale()
}

// Where words may stand along their link, in shares of the way, those nearest to
// its middle first.
const (
	placeStep = 0.04
	lastPlace = 0.44
)

// placesFor yields where the words of a link may stand, also in the middle of a
// row: on it, or beside it with a 1.
func (t *timeline) placesFor(l *link) iter.Seq2[scene.Label, int] {
	m, length := t.metrics, l.way.length()
	page := box{m.Edge, m.Axis, t.Size.W - m.Edge, t.Size.H}
	aside := l.words.Width/2 + 2*plaqueEdge*t.factor
	return func(yield func(scene.Label, int) bool) {
		for off := 0.0; off <= lastPlace; off += placeStep {
			for _, share := range [2]float64{0.5 - off, 0.5 + off} {
				p := l.way.at(share * length)
				for i, x := range [3]float64{p.X, p.X - aside, p.X + aside} {
					for _, y := range [2]float64{p.Y, t.nearestRow(p.Y)} {
						label := l.words
						label.X, label.Y = x-label.Width/2, y
						if page.holds(t.plaqueBox(&label)) && !yield(label, min(i, 1)) {
							return
						}
					}
				}
			}
		}
	}
}

// nearestRow returns the middle of the row that a height is in.
func (t *timeline) nearestRow(y float64) float64 {
	for i := range t.Lanes {
		if l := &t.Lanes[i]; y >= l.Y && y < l.Y+l.Height {
			return t.middle(l.Lane, y)
		}
	}
	return y
}

// readable returns what words may not cover, in the timeline's pixels: marks,
// labels of those that do not stand back, titles of lanes, hints.
func (c *composition) readable() []box {
	t := c.timeline
	var taken []box
	text := func(text string, x, y, width float64, style scene.TextStyle) {
		if half := faceOf(style, t.factor).height() / 2; text != "" {
			taken = append(taken, box{x, y - half, x + width, y + half})
		}
	}
	for i := range t.Marks {
		mark := &t.Marks[i]
		if !mark.Dim {
			taken = append(taken, c.labels[i].boxes(c.box)...)
		}
		long := mark.Dim && mark.X1-mark.X0 > longBar*t.metrics.Mark // not hidden by words over a part of it
		if mark.Profile == nil && !long {
			taken = append(taken, box{mark.X0, mark.Y - mark.Height/2, mark.X1, mark.Y + mark.Height/2})
		}
	}
	for i := range t.Lanes {
		text(t.titles[i], t.metrics.Edge+2, t.Lanes[i].TitleY, t.metrics.TextWidth(t.titles[i], scene.LaneText), scene.LaneText)
	}
	for i := range t.Hints {
		text(t.Hints[i].Label.Text, t.Hints[i].Label.X, t.Hints[i].Label.Y, t.Hints[i].Label.Width, scene.HintText)
	}
	for i := range t.over.bands {
		l := &t.over.bands[i].Label
		text(l.Text, l.X, l.Y, l.Width, scene.HintText)
	}
	return taken
}

// longBar is how many markers long a bar is that is still seen behind words.
const longBar = 30

// paleBelow returns how many labels of what stands back a rectangle covers.
func (c *composition) paleBelow(b box) int {
	n := 0
	for i := range c.labels {
		if c.timeline.Marks[i].Dim && meetsAny(b, c.labels[i].boxes(c.box)) {
			n++
		}
	}
	return n
}

// othersBelow returns how many links but one go through a rectangle.
func (c *composition) othersBelow(b box, but int) int {
	n := 0
	for i := range c.timeline.over.links {
		through := func(p scene.Point) bool { return p.X > b.x0 && p.X < b.x1 && p.Y > b.y0 && p.Y < b.y1 }
		if i != but && slices.ContainsFunc(c.timeline.over.links[i].way, through) {
			n++
		}
	}
	return n
}

// clearPale takes away the labels that words cover.
func (c *composition) clearPale() {
	for i := range c.timeline.over.links {
		words := &c.timeline.over.links[i].words
		if words.Text == "" {
			continue
		}
		b := c.timeline.plaqueBox(words)
		for k := range c.labels {
			if meetsAny(b, c.labels[k].boxes(c.box)) {
				c.labels[k] = label{}
			}
		}
	}
}

// boxes returns the areas of a label's lines from the corner of the timeline on.
func (l *label) boxes(timeline box) []box {
	var all []box
	for _, line := range [2]*placedLine{&l.text, &l.numbers} {
		if line.line.text != "" {
			b := line.extent()
			all = append(all, box{b.x0 - timeline.x0, b.y0 - timeline.y0, b.x1 - timeline.x0, b.y1 - timeline.y0})
		}
	}
	return all
}
