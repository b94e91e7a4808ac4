package export

import (
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
	lags    []lag
	links   []link
	sources []int // that give the dates of the ghosts
}

// ghost is another date of an event: a hollow box, and the line to its event.
type ghost struct {
	lane             int
	dim              bool
	edge             box
	closed0, closed1 bool // whether the box has that end
	tie0, tie1       float64
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
		if g, ok := t.ghostOf(&o.Ghosts[i], rows); ok {
			g.dim = dim(o.Ghosts[i].Event)
			drawn.ghosts = append(drawn.ghosts, g)
			drawn.sources = append(drawn.sources, s.sourceOf(&o.Ghosts[i])...)
		}
	}
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

// ghostOf returns a ghost in its place; false where nothing of it is on the
// page.
func (t *timeline) ghostOf(g *scene.Ghost, rows betweenRows) (ghost, bool) {
	y, half, width := t.middle(g.Lane, g.Y)+rows.ghost, rows.half, t.Size.W
	hold := func(x float64) float64 { return math.Max(0, math.Min(x, width)) }
	drawn := ghost{
		lane: g.Lane, edge: box{hold(g.X0), y - half, hold(g.X1), y + half},
		closed0: !g.Open0 && g.X0 >= 0, closed1: !g.Open1 && g.X1 <= width,
		tie0: hold(g.Tie0), tie1: hold(g.Tie1),
	}
	seen := drawn.edge.width() > leastOnPage || drawn.tie1-drawn.tie0 > leastOnPage
	return drawn, seen && drawn.edge.y1 < t.Size.H
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
