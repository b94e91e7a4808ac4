package export

import (
	"math"

	"dateline/widgets/scene"
)

// Measures of a page in pixels.
const (
	leastMargin = 16   // also room for markers that stick out of the timeline
	marginShare = 0.03 // of the shorter side
	mostMargin  = 28
	gap         = 10       // between the parts
	narrow, low = 700, 420 // a page less wide or high than this has smaller texts
)

// Shares of the page's height that the timeline gets before anything around it:
// what its lanes need, but between these.
const (
	leastShare = 0.5
	mostShare  = 0.6
)

// paper is the page with what stands around the timeline.
type paper struct {
	o      Options
	t      *typesetter
	size   scene.Size
	margin float64
	factor float64 // of the sizes of text
}

func newPaper(o Options, t *typesetter) *paper {
	p := &paper{o: o, t: t, size: scene.Size{W: float64(o.Width), H: float64(o.Height)}, factor: 1}
	if p.size.W < narrow || p.size.H < low {
		p.factor = 0.8
	}
	p.margin = math.Round(math.Max(leastMargin, math.Min(mostMargin, math.Min(p.size.W, p.size.H)*marginShare)))
	return p
}

// width returns the width within the margins.
func (p *paper) width() float64 { return p.size.W - 2*p.margin }

// shown returns the stretch of time that is named: what was asked for, or more
// where that is too short to be drawn.
func (p *paper) shown() scene.Span {
	span := p.o.span()
	if least := p.width() * scene.FinestScale; span.Length() < least {
		return p.o.view(p.width()).Span(p.width())
	}
	return span
}

// sized returns a face as it is on this page.
func (p *paper) sized(f face) face { return face{f.size * p.factor, f.bold} }

// rowOf returns the distance of lines in pixels, a whole number.
func rowOf(f face) float64 { return math.Ceil(f.height()) }

// level is how much of what stands around the timeline a page has room for.
type level struct {
	titles       int // lines
	lanes, signs bool
	sources      int // lines
}

// levels returns what there is room for, from everything to nothing but a title.
func levels() []level {
	return []level{
		{2, true, true, 6},
		{2, true, true, 3},
		{2, true, true, 1},
		{1, true, true, 1},
		{1, false, true, 1}, // lanes have their titles in them
		{1, false, false, 1},
		{1, false, false, 0},
	}
}

// need is the height that all lanes need, with text of the window's size and
// set as tightly as can be.
type need struct{ full, tight float64 }

// plan says what there is room for, and the height of the timeline that this
// leaves.
type plan struct {
	level
	index         int // in levels
	title         []string
	top, timeline float64 // of the timeline: its upper edge and its height
}

// plan returns the fullest level, from one on, that leaves the timeline the
// height that it is to have. All lanes on the page matter more than anything
// around them.
func (p *paper) plan(known *facts, lanes need, from int) plan {
	wanted := math.Max(p.size.H*leastShare, math.Min(p.size.H*mostShare, lanes.full))
	var plans []plan
	for i, l := range levels() {
		if i >= from {
			plans = append(plans, p.measured(l, i, known))
		}
	}
	for _, height := range []float64{math.Max(wanted, lanes.tight), wanted} {
		for _, plan := range plans {
			if plan.timeline >= height {
				return plan
			}
		}
	}
	return plans[len(plans)-1]
}

// measured returns the plan for a level.
func (p *paper) measured(l level, index int, known *facts) plan {
	f := p.sized(titleFace)
	title := p.t.wrapped(p.o.Title, f, p.width(), l.titles)
	top := p.margin + float64(len(title))*rowOf(f) + float64(known.subtitle)*rowOf(p.sized(subtitleFace)) + gap
	below := p.margin
	if items := p.legend(l, known.lanes, known.occur); len(items) > 0 {
		below += gap + flow(items, 0, 0, p.width())
	}
	if lines, _ := p.t.sourceLines(p.o.Set, known.sources, p.sized(sourceFace), p.width(), l.sources, known.noted); len(lines) > 0 {
		below += gap + float64(len(lines))*rowOf(p.sized(sourceFace))
	}
	return plan{l, index, title, top, math.Max(1, math.Floor(p.size.H-top-below))}
}

// legend returns what a level has of the legend.
func (p *paper) legend(l level, lanes []scene.Lane, o occurrence) []legendItem {
	if !l.lanes {
		lanes = nil
	}
	if !l.signs {
		o = occurrence{}
	}
	return p.legendOf(lanes, &o)
}
