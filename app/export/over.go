package export

import (
	"cmp"
	"math"
	"slices"

	"dateline/data/elapsed"
	"dateline/widgets/scene"
)

// over is what is drawn in the lanes besides marks, in the timeline's pixels and
// cut at its edges.
type over struct {
	bands   []scene.Band // hatched
	ghosts  []ghost
	ties    []tie // to the events of the ghosts
	lags    []lag
	links   []link
	sources []int // that give the dates of the ghosts
}

// ghost is another date of an event, a hollow box.
type ghost struct {
	lane             int
	dim              bool
	edge             box
	closed0, closed1 bool // whether the box has that end
}

// tie is a line from a ghost to its event.
type tie struct {
	lane      int
	dim       bool
	x0, x1, y float64
}

// lag is the time until an event became known.
type lag struct {
	lane            int
	dim, perhaps    bool // perhaps: it may have become known earlier
	x0, perhapsFrom float64
	x1, y           float64
	ends            bool // within the timeline
}

// Measures in pixels before the factor: how far letters reach below the middle
// of their row and markers above it, and what lags and ghosts take between rows.
const (
	lettersBelow = 8.2
	markersAbove = 7.2
	lagHeight    = 1.5
	mostGhost    = 2   // half of the height
	leastOnPage  = 0.5 // of what is cut at the edge
)

// laggedRow is the least height of a row, before the factor, that has room for
// letters, ghosts and lags.
const laggedRow = 21

// betweenRows are the places of what stands between two rows, from the middle of the
// upper one down.
type betweenRows struct {
	ghost, half float64 // the middle of ghosts, and half their height
	lag         float64 // the middle of lags, which belong to the lower row
}

// between returns where ghosts stand, below the letters and marks of their own
// row, and lags, above those of theirs.
func (t *timeline) between(lagged bool) betweenRows {
	tallest := 0.0
	for i := range t.Marks {
		if t.Marks[i].Profile == nil {
			tallest = math.Max(tallest, t.Marks[i].Height/2)
		}
	}
	from := math.Max(lettersBelow*t.factor, tallest)
	to := t.metrics.Row - math.Max(markersAbove*t.factor, tallest)
	place := betweenRows{lag: to - lagHeight/2*t.factor}
	if lagged {
		to -= lagHeight * t.factor
	}
	place.ghost, place.half = (from+to)/2, math.Min((to-from)/2, mostGhost*t.factor)
	return place
}

// over returns what is wanted over a timeline.
func (s *stage) over(t *timeline) over {
	var drawn over
	rows := t.between(s.o.Knowledge != nil)
	events := &s.o.Set.Events
	o := t.builder.Overlay(&scene.Wanted{
		Evidence: s.o.Evidence, Knowledge: s.o.Knowledge, Gaps: s.o.Gaps,
		Between: func(a, b int) string { return elapsed.Between(events.Date(a), events.Date(b)).Words() },
	})
	dim := func(event int) bool { return s.o.Chain != nil && !slices.Contains(s.o.Chain, event) }
	drawn.bands = slices.Clone(o.Bands)
	for i := range o.Ghosts {
		g, line := t.ghostOf(&o.Ghosts[i], rows)
		g.dim = dim(o.Ghosts[i].Event)
		line.dim = g.dim
		if drawn.add(g, line, t.Size.H) {
			drawn.sources = append(drawn.sources, s.sourceOf(&o.Ghosts[i])...)
		}
	}
	drawn.tidy()
	for i := range o.Lags {
		if l, ok := t.lagOf(&o.Lags[i], rows); ok {
			l.dim = dim(o.Lags[i].Event)
			drawn.lags = append(drawn.lags, l)
		}
	}
	for i := range o.Arrows {
		if l := t.linkOf(&o.Arrows[i]); len(l.area) > 0 {
			drawn.links = append(drawn.links, l)
		}
	}
	return drawn
}

// links returns how many links there are between the events of the chain.
func (o Options) links() int {
	if o.Evidence == nil {
		return 0
	}
	inChain := make(map[int]bool, len(o.Chain))
	for _, event := range o.Chain {
		inChain[event] = true
	}
	n := 0
	for event := range inChain {
		for _, edge := range o.Evidence.Links(event) {
			if !edge.Back && inChain[edge.Event] {
				n++
			}
		}
	}
	return n
}

// sourceOf returns the source that gives the date of a ghost.
func (s *stage) sourceOf(g *scene.Ghost) []int {
	for _, d := range s.o.Evidence.Dates(g.Event) {
		if d.Claim == g.Claim {
			return []int{d.Source}
		}
	}
	return nil
}

// ghostOf returns a ghost and its tie in their places.
func (t *timeline) ghostOf(g *scene.Ghost, rows betweenRows) (ghost, tie) {
	y, half, width := t.middle(g.Lane, g.Y)+rows.ghost, rows.half, t.Size.W
	hold := func(x float64) float64 { return math.Max(0, math.Min(x, width)) }
	return ghost{
		lane: g.Lane, edge: box{hold(g.X0), y - half, hold(g.X1), y + half},
		closed0: !g.Open0 && g.X0 >= 0, closed1: !g.Open1 && g.X1 <= width,
	}, tie{lane: g.Lane, x0: hold(g.Tie0), x1: hold(g.Tie1), y: y}
}

// add adds what of a ghost and its tie is on the page, and reports whether
// anything is.
func (o *over) add(g ghost, line tie, height float64) bool {
	if g.edge.y1 >= height {
		return false
	}
	box, tied := g.edge.width() > leastOnPage, line.x1-line.x0 > leastOnPage
	if box {
		o.ghosts = append(o.ghosts, g)
	}
	if tied {
		o.ties = append(o.ties, line)
	}
	return box || tied
}

// tidy keeps one of several ghosts that are the same, and makes one of ties that
// lie over each other: pale lines would add up.
func (o *over) tidy() {
	var ghosts []ghost
	seen := make(map[ghost]bool, len(o.ghosts))
	for _, g := range o.ghosts {
		if !seen[g] {
			seen[g], ghosts = true, append(ghosts, g)
		}
	}
	o.ghosts = ghosts
	slices.SortFunc(o.ties, func(a, b tie) int {
		pale := func(line tie) int {
			if line.dim {
				return 0
			}
			return 1
		}
		return cmp.Or(cmp.Compare(a.lane, b.lane), cmp.Compare(a.y, b.y), cmp.Compare(pale(a), pale(b)), cmp.Compare(a.x0, b.x0))
	})
	ties := o.ties[:0]
	for _, next := range o.ties {
		if n := len(ties); n > 0 && ties[n-1].goesOnIn(next) {
			ties[n-1].x1 = math.Max(ties[n-1].x1, next.x1)
			continue
		}
		ties = append(ties, next)
	}
	o.ties = ties
}

// goesOnIn reports whether a tie that does not begin earlier lies over this one
// or follows at once.
func (t tie) goesOnIn(next tie) bool {
	return t.lane == next.lane && t.y == next.y && t.dim == next.dim && next.x0 <= t.x1
}

// lagOf returns a lag in its place; false where nothing of it is on the page.
func (t *timeline) lagOf(l *scene.Lag, rows betweenRows) (lag, bool) {
	width := t.Size.W
	drawn := lag{
		lane: l.Lane, perhaps: l.X1-l.Perhaps > leastOnPage,
		x0: math.Max(l.X0, 0), x1: math.Min(l.X1, width), perhapsFrom: math.Max(0, math.Min(l.Perhaps, width)),
		y: t.middle(l.Lane, l.Y) - t.metrics.Row + rows.lag, ends: l.X1 >= 0 && l.X1 <= width,
	}
	return drawn, drawn.x1-drawn.x0 > leastOnPage
}

// middle returns the middle of the row that a height is in.
func (t *timeline) middle(lane int, y float64) float64 {
	for i := range t.Lanes {
		if l := &t.Lanes[i]; l.Lane == lane {
			top := l.Y + t.metrics.LaneHeader
			return top + (math.Floor((y-top)/t.metrics.Row)+0.5)*t.metrics.Row
		}
	}
	return y
}
