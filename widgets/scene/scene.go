package scene

import (
	"math"
	"slices"

	"dateline/data"
)

// Input is all that a scene depends on.
type Input struct {
	Selection *data.Selection
	Domain    Span // of the whole dataset, see DomainOf
	View      View
	Size      Size // of the timeline with its axis
	Metrics   *Metrics
	// Reference is the seconds a pixel at which rows are given to lanes; 0 for
	// the scale that fits the whole domain.
	Reference float64
	// Selected is the event whose other lanes are marked, -1 for none.
	Selected int
}

// Kind is what a mark looks like.
type Kind uint8

// The kinds of marks.
const (
	Marker  Kind = iota // an exact day, in the lane's own shape
	Bar                 // a stretch of time, known or possible
	Cluster             // several events too close to draw apart
)

// Label is a text at a place; X is its left edge, Y its middle.
type Label struct {
	Text  string
	X, Y  float64
	Width float64
	Side  Side
	Whole bool    // not shortened
	Room  float64 // how wide it may become without coming near a neighbour
}

// Mark is one event, or a cluster, in view.
type Mark struct {
	Kind     Kind
	Lane     int   // index in Set.Lanes
	Events   []int // indexes in Set.Events, time order; one unless a cluster
	Row      int
	X0, X1   float64 // edges, cut near the view's
	Y        float64 // middle
	Height   float64
	Segments []Segment // of a bar
	Label    Label
}

// Hint names the nearest event beyond an edge of the view.
type Hint struct {
	Event int
	Lane  int
	Left  bool // beyond the left edge
	Label Label
}

// Echo is the small mark of the selected event in one of its other lanes.
type Echo struct {
	Event, Lane int
	X, Y        float64
}

// Lane is one shown lane; Y may be negative where it is scrolled.
type Lane struct {
	Lane      int // index in Set.Lanes
	Y, Height float64
	TitleY    float64 // middle of its title, which stays in view with its lane
}

// Scene is what to paint. Everything is in pixels from the top left corner of
// the timeline, the axis above the lanes.
type Scene struct {
	Size    Size
	Axis    Axis
	Lanes   []Lane
	Marks   []Mark
	Hints   []Hint
	Echoes  []Echo
	InView  int     // selected events in Marks
	Outside int     // selected events that are not
	Height  float64 // of all lanes, seen and scrolled out
	Top     float64 // the view's, held between 0 and MaxTop
}

// Builder builds scenes and keeps what does not change from one view to the
// next: the rows of a zoom level. The zero value is ready. It is not safe for
// use from several goroutines.
type Builder struct {
	key    planKey
	plan   plan
	levels map[float64]layout
}

// planKey is what a plan depends on.
type planKey struct {
	selection *data.Selection
	domain    Span
	size      Size
	reference float64
	metrics   *Metrics
}

// keptLevels is how many zoom levels are kept packed.
const keptLevels = 8

// Build returns the scene. Metrics and selection must not be changed between
// calls, only replaced.
func (b *Builder) Build(in Input) *Scene {
	l := b.layout(in)
	in.View.Top = l.hold(in)
	s := &Scene{Size: in.Size, Height: l.height, Top: in.View.Top}
	s.Axis = NewAxis(in.View, in.Size.W, in.Metrics)
	for i := range l.lanes {
		s.addLane(in, &l.lanes[i])
	}
	s.Outside = in.Selection.Len() - s.InView
	return s
}

// MaxTop returns how far the lanes can be scrolled down.
func (s *Scene) MaxTop(m *Metrics) float64 { return maxTop(s.Height, s.Size, m) }

func maxTop(height float64, size Size, m *Metrics) float64 {
	return math.Max(height-(size.H-m.Axis), 0)
}

// hold returns how far the lanes are scrolled down: not past their end, which
// depends on the zoom.
func (l *layout) hold(in Input) float64 {
	return math.Max(math.Min(in.View.Top, maxTop(l.height, in.Size, in.Metrics)), 0)
}

// Held returns how far the lanes are scrolled down in a view: View.Top held
// between 0 and MaxTop.
func (b *Builder) Held(in Input) float64 {
	l := b.layout(in)
	return l.hold(in)
}

// RowOf returns the middle of the row that an event stands in, whether it is in
// view or not, in pixels from the scene's top; false where it is not selected.
func (b *Builder) RowOf(in Input, event int) (float64, bool) {
	l := b.layout(in)
	lane, it := l.find(event)
	if it == nil {
		return 0, false
	}
	y := in.Metrics.Axis + lane.y - l.hold(in) + in.Metrics.LaneHeader
	return y + (float64(it.row)+0.5)*in.Metrics.Row, true
}

// find returns the item that an event is in, and its lane; nil for none.
func (l *layout) find(event int) (*laneLayout, *item) {
	for i := range l.lanes {
		lane := &l.lanes[i]
		for j := range lane.items {
			if slices.Contains(lane.items[j].events, event) {
				return lane, &lane.items[j]
			}
		}
	}
	return nil, nil
}

func (b *Builder) layout(in Input) layout {
	reference := in.Reference
	if reference == 0 {
		reference = Fit(in.Domain, in.Size.W).Scale
	}
	key := planKey{in.Selection, in.Domain, in.Size, reference, in.Metrics}
	if key != b.key {
		b.key = key
		b.plan = newPlan(in, reference)
		b.levels = make(map[float64]layout)
	}
	scale := level(reference, in.View.Scale)
	l, ok := b.levels[scale]
	if !ok {
		if len(b.levels) >= keptLevels {
			clear(b.levels)
		}
		l = b.plan.at(scale)
		b.levels[scale] = l
	}
	return l
}

// addLane adds a lane and its marks in view.
func (s *Scene) addLane(in Input, l *laneLayout) {
	m := in.Metrics
	y := m.Axis + l.y - in.View.Top
	if y >= in.Size.H || y+l.height <= m.Axis {
		return
	}
	titleY := math.Min(math.Max(y, m.Axis), y+l.height-m.LaneHeader) + m.LaneHeader/2
	s.Lanes = append(s.Lanes, Lane{Lane: l.lane, Y: y, Height: l.height, TitleY: titleY})
	p := placer{in: in, lane: l, y: y + m.LaneHeader, first: len(s.Marks)}
	for i := range l.items {
		if mark, ok := p.mark(i); ok {
			s.Marks = append(s.Marks, mark)
			s.InView += len(mark.Events)
		}
	}
	s.Hints = p.hints(s.Hints, s.Marks[p.first:])
	s.addEcho(in, l, y)
}

// addEcho marks the selected event in a lane that is one of its others.
func (s *Scene) addEcho(in Input, l *laneLayout, y float64) {
	if in.Selected < 0 {
		return
	}
	set := in.Selection.Set
	if !in.Selection.Has(in.Selected) || in.Selection.LaneOf(in.Selected) == l.lane ||
		!slices.Contains(set.Events.Lanes(in.Selected), l.lane) {
		return
	}
	extent := Extent(set, in.Selected, in.Domain)
	x := in.View.X((extent.From + extent.To) / 2)
	if x >= 0 && x <= in.Size.W {
		s.Echoes = append(s.Echoes, Echo{in.Selected, l.lane, x, y + in.Metrics.LaneHeader/2})
	}
}
