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
	// DenseFrom is how many events make a lane dense; 0 for the usual number.
	DenseFrom int
	// Found are the events that a search has found, among those of Selection;
	// nil for no search.
	Found *data.Selection
	// Selected is the event whose other lanes are marked, -1 for none.
	Selected int
	// Chain are the events that stand out, in time order; nil for all alike.
	Chain []int
}

// Kind is what a mark looks like.
type Kind uint8

// The kinds of marks.
const (
	Marker  Kind = iota // an exact day, in the lane's own shape
	Bar                 // a stretch of time, known or possible
	Cluster             // several events too close to draw apart
	Density             // events so close that clusters would touch: a profile of how many there are
	Rest                // long events for which there is no row: a profile of how many are under way
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
	Lane     int     // index in Set.Lanes
	Events   Members // one unless a cluster or more
	Row      int
	X0, X1   float64 // edges, cut near the view's
	Y        float64 // middle
	Height   float64
	Segments []Segment   // of a bar
	Dense    bool        // in a lane that is
	Profile  []float32   // of Density and Rest: heights from 0 to 1 at equal steps from X0 to X1, which may lie outside
	Status   data.Status // of a single event
	Dim      bool        // there is a chain, and none of the events is in it
	Found    int         // how many of the events a search has found
	Hits     []float32   // of Density and Rest: the part of Profile that was found, nil for none
	Label    Label
}

// Several reports whether the mark stands for events that are not drawn one by
// one.
func (mark *Mark) Several() bool { return mark.Kind != Marker && mark.Kind != Bar }

// Hint names the nearest event beyond an edge of the view.
type Hint struct {
	Event int
	Lane  int
	Left  bool // beyond the left edge
	Label Label
}

// Echo is the small mark of the selected event in one of its other lanes, or
// where it is part of a profile.
type Echo struct {
	Event, Lane int
	X, Y        float64
}

// Lane is one shown lane; Y may be negative where it is scrolled.
type Lane struct {
	Lane      int // index in Set.Lanes
	Y, Height float64
	TitleY    float64 // middle of its title, which stays in view with its lane
	Dense     bool    // of so many events that its marks are better painted as one picture
	Rows      float64 // height of its rows, which begin below its title
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

	// What the last scene is made of, kept so that the next one needs no memory.
	in       Input
	scene    Scene
	over     Overlay
	segments []Segment
	hits     []float32
	one      laneLayout // of a single item
	axes     axisMaker
	cuts     map[cutKey]cutText
	said     map[hintKey]cutText
}

// planKey is what a plan depends on.
type planKey struct {
	selection *data.Selection
	domain    Span
	size      Size
	reference float64
	metrics   *Metrics
	denseFrom int
}

// keptLevels is how many zoom levels are kept packed.
const keptLevels = 8

// Build returns the scene, which is the builder's and holds until the next call.
// Metrics and selection must not be changed between calls, only replaced.
func (b *Builder) Build(in Input) *Scene {
	l := b.layout(in)
	in.View.Top = l.hold(in)
	b.in = in
	s := &b.scene
	*s = Scene{
		Size: in.Size, Height: l.height, Top: in.View.Top,
		Lanes: s.Lanes[:0], Marks: s.Marks[:0], Hints: s.Hints[:0], Echoes: s.Echoes[:0],
	}
	b.segments, b.hits = b.segments[:0], b.hits[:0]
	s.Axis = b.axes.axis(in.View, in.Size.W, in.Metrics)
	for i := range l.lanes {
		b.addLane(&b.in, &l.lanes[i])
	}
	s.Outside = in.Selection.Len() - s.InView
	s.attest(&b.in)
	return s
}

// attest says of the marks how well their events are attested, and which stand
// back behind a chain.
func (s *Scene) attest(in *Input) {
	for i := range s.Marks {
		mark := &s.Marks[i]
		if !mark.Several() {
			mark.Status = in.Selection.Set.Events.Status(mark.Events.First())
		}
		mark.Dim = in.Chain != nil && !slices.ContainsFunc(in.Chain, mark.Events.Has)
	}
}

// put adds a mark to the scene.
func (b *Builder) put(mark Mark) {
	if b.in.Found != nil {
		mark.Found = mark.Events.among(b.in.Found)
	}
	b.scene.Marks = append(b.scene.Marks, mark)
	b.scene.InView += mark.Events.Len()
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
	lane, row := l.find(in.Selection, event, level(b.key.reference, in.View.Scale))
	if lane == nil {
		return 0, false
	}
	y := in.Metrics.Axis + lane.y - l.hold(in) + in.Metrics.LaneHeader
	return y + (float64(row)+0.5)*in.Metrics.Row, true
}

// find returns the lane and the row that an event is in at a scale; nil for
// none.
func (l *layout) find(sel *data.Selection, event int, scale float64) (lane *laneLayout, row int) {
	if !sel.Has(event) {
		return nil, 0
	}
	in := sel.LaneOf(event)
	for i := range l.lanes {
		switch lane := &l.lanes[i]; {
		case lane.lane != in:
		case lane.dense != nil:
			row, _ := lane.dense.place(event, scale)
			return lane, row
		default:
			return lane, lane.item(event).row
		}
	}
	return nil, 0
}

// item returns the item that an event of the lane is in.
func (l *laneLayout) item(event int) *item {
	for i := range l.items {
		if slices.Contains(l.items[i].events, int32(event)) {
			return &l.items[i]
		}
	}
	return nil
}

func (b *Builder) layout(in Input) layout {
	reference := in.Reference
	if reference == 0 {
		reference = Fit(in.Domain, in.Size.W).Scale
	}
	key := planKey{in.Selection, in.Domain, in.Size, reference, in.Metrics, in.DenseFrom}
	if key != b.key {
		b.key = key
		b.cuts, b.said = nil, nil // of other fonts, or another dataset
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
func (b *Builder) addLane(in *Input, l *laneLayout) {
	m, s := in.Metrics, &b.scene
	y := m.Axis + l.y - in.View.Top
	if y >= in.Size.H || y+l.height <= m.Axis {
		return
	}
	titleY := math.Min(math.Max(y, m.Axis), y+l.height-m.LaneHeader) + m.LaneHeader/2
	s.Lanes = append(s.Lanes, Lane{
		Lane: l.lane, Y: y, Height: l.height, TitleY: titleY,
		Dense: l.dense != nil, Rows: float64(l.rows) * m.Row,
	})
	first := len(s.Marks)
	p := placer{in: in, b: b, lane: l, y: y + m.LaneHeader}
	if l.dense != nil {
		scale := level(b.key.reference, in.View.Scale)
		p.dense = true
		dense := densePlacer{placer: p, dense: l.dense, scale: scale, at: l.dense.level(scale)}
		dense.add()
	} else {
		p.addItems()
		p.hints(s.Marks[first:])
	}
	s.addEcho(in, l, y)
}

// addEcho marks the selected event in a lane that is one of its others, and in
// its own where it is part of a profile: in the middle of what is in view of it.
func (s *Scene) addEcho(in *Input, l *laneLayout, y float64) {
	set := in.Selection.Set
	if in.Selected < 0 || !in.Selection.Has(in.Selected) || !slices.Contains(set.Events.Lanes(in.Selected), l.lane) {
		return
	}
	if in.Selection.LaneOf(in.Selected) == l.lane {
		mark := s.MarkOf(in.Selected)
		if l.dense == nil || mark >= 0 && s.Marks[mark].Profile == nil {
			return
		}
	}
	extent := Extent(set, in.Selected, in.Domain)
	seen := in.View.Span(in.Size.W)
	x := in.View.X((extent.From + extent.To) / 2)
	if from, to := math.Max(extent.From, seen.From), math.Min(extent.To, seen.To); from < to {
		x = in.View.X((from + to) / 2)
	}
	if x >= 0 && x <= in.Size.W {
		s.Echoes = append(s.Echoes, Echo{in.Selected, l.lane, x, y + in.Metrics.LaneHeader/2})
	}
}
