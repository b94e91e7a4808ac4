package scene

import (
	"math"

	"dateline/data/evidence"
)

// Wanted says what is drawn over a scene.
type Wanted struct {
	Evidence  *evidence.Evidence    // the other dates of events, and their links; nil for neither
	Knowledge *evidence.Knowledge   // whose lines to when events became known are drawn; nil for none
	Gaps      []Gap                 // stretches without an event
	Between   func(a, b int) string // the time between two events in words, for arrows; nil for no words
	Fresh     []Fresh               // events that stand out for a while
	Gone      []Gone                // and where others were
}

// Gap is a stretch of time in which a lane has no event.
type Gap struct {
	Lane  int // index in Set.Lanes
	Span  Span
	Words string // how long it is
}

// Ghost is a date that a source gives an event instead of the event's own: a
// thin mark at the foot of the event's row, and a line that ties the two.
type Ghost struct {
	Event, Lane  int
	Claim        int // index into the event's claims
	X0, X1       float64
	Y            float64 // middle of the ghost
	Tie0, Tie1   float64 // ends of the line to the event; equal where they touch
	Selected     bool
	Open0, Open1 bool // the date is open at that end, or cut by the view's edge
}

// Lag is the time between an event and its becoming known, at the head of the
// event's row.
type Lag struct {
	Event, Lane int
	X0          float64 // end of the event
	Perhaps, X1 float64 // from where it may be known, and where it surely is
	Y           float64
	Selected    bool
}

// Band is a gap in view.
type Band struct {
	Lane           int
	X0, X1, Y0, Y1 float64
	Label          Label // Text "" where there is no room
}

// Overlay is drawn over a scene. It is the builder's and holds until the next
// call.
type Overlay struct {
	Ghosts []Ghost
	Lags   []Lag
	Arrows []Arrow
	Bands  []Band
	Halos  []Halo
	Gone   []Label
}

// Overlay returns what is wanted over the scene that was built last.
func (b *Builder) Overlay(w *Wanted) *Overlay {
	o := &b.over
	o.Ghosts, o.Lags, o.Arrows, o.Bands = o.Ghosts[:0], o.Lags[:0], o.Arrows[:0], o.Bands[:0]
	o.Halos, o.Gone = o.Halos[:0], o.Gone[:0]
	if w.Evidence != nil {
		b.addGhosts(o, w.Evidence)
		b.addArrows(o, w)
	}
	if w.Knowledge != nil {
		b.addLags(o, w.Knowledge)
	}
	b.addBands(o, w.Gaps)
	b.addFresh(o, w.Fresh)
	b.addGone(o, w.Gone)
	return o
}

// fewDated is for how many events with other dates also those are looked at whose
// own mark is out of view. More are drawn with their events only.
const fewDated = 2000

// addGhosts adds the other dates of all events that have a mark of their own,
// in view or beyond its edges.
func (b *Builder) addGhosts(o *Overlay, e *evidence.Evidence) {
	for i := range b.scene.Marks {
		if mark := &b.scene.Marks[i]; !mark.Several() {
			event := mark.Events.First()
			for _, d := range e.Dates(event) {
				b.addGhost(o, event, mark.Lane, d, mark.X0, mark.X1, mark.Y)
			}
		}
	}
	if len(e.Dated()) > fewDated {
		return
	}
	for _, event := range e.Dated() {
		if x0, x1, y, ok := b.beyond(event); ok {
			for _, d := range e.Dates(event) {
				b.addGhost(o, event, b.in.Selection.LaneOf(event), d, x0, x1, y)
			}
		}
	}
}

// beyond returns the place of an event that has a mark of its own beyond the
// left or right edge of the view.
func (b *Builder) beyond(event int) (x0, x1, y float64, ok bool) {
	in := &b.in
	l := b.layout(*in)
	lane, row := l.find(in.Selection, event, level(b.key.reference, in.View.Scale))
	if lane == nil || lane.dense != nil || lane.item(event).cluster {
		return 0, 0, 0, false
	}
	from, to, _ := lane.item(event).glyph(in.View.Scale, in.Metrics)
	x0, x1 = from.in(in.View), to.in(in.View)
	y = in.Metrics.Axis + lane.y - in.View.Top + in.Metrics.LaneHeader + (float64(row)+0.5)*in.Metrics.Row
	return x0, x1, y, (x1 <= 0 || x0 >= in.Size.W) && b.rowSeen(y)
}

// rowSeen reports whether a row with that middle is in view.
func (b *Builder) rowSeen(y float64) bool {
	half := b.in.Metrics.Row / 2
	return y+half > b.in.Metrics.Axis && y-half < b.in.Size.H
}

// Measures of what is drawn at the head and the foot of a row, in row heights
// from its middle.
const (
	ghostFoot = 0.42
	lagHead   = -0.44
)

// leastGhost is how wide a ghost is at least, in pixels.
const leastGhost = 5

// addGhost adds another date of the event whose mark has these edges.
func (b *Builder) addGhost(o *Overlay, event, lane int, d evidence.Dated, x0, x1, y float64) {
	in := &b.in
	from, to := bounds(d.Date.Bounds())
	g := Ghost{
		Event: event, Lane: lane, Claim: d.Claim, Y: y + ghostFoot*in.Metrics.Row, Selected: event == in.Selected,
		X0: in.View.X(math.Max(from, in.Domain.From-in.Domain.Length())),
		X1: in.View.X(math.Min(to, in.Domain.To+in.Domain.Length())),
	}
	if g.X1-g.X0 < leastGhost {
		middle := (g.X0 + g.X1) / 2
		g.X0, g.X1 = middle-leastGhost/2, middle+leastGhost/2
	}
	switch {
	case g.X0 > x1:
		g.Tie0, g.Tie1 = x1, g.X0
	case g.X1 < x0:
		g.Tie0, g.Tie1 = g.X1, x0
	}
	left, right := -float64(beyond), in.Size.W+beyond
	if g.from() >= right || math.Max(g.X1, g.Tie1) <= left {
		return
	}
	g.Open0, g.Open1 = math.IsInf(from, -1) || g.X0 < left, math.IsInf(to, 1) || g.X1 > right
	hold := func(x float64) float64 { return math.Max(math.Min(x, right), left) }
	g.X0, g.X1, g.Tie0, g.Tie1 = hold(g.X0), hold(g.X1), hold(g.Tie0), hold(g.Tie1)
	o.Ghosts = append(o.Ghosts, g)
}

// from returns the left end of ghost and tie together.
func (g *Ghost) from() float64 {
	if g.Tie1 > g.Tie0 {
		return math.Min(g.Tie0, g.X0)
	}
	return g.X0
}

// addLags adds the time until the marks' events became known; in a lane of many
// events only of the selected one: hundreds of lines would say nothing.
func (b *Builder) addLags(o *Overlay, k *evidence.Knowledge) {
	in := &b.in
	for i := range b.scene.Marks {
		mark := &b.scene.Marks[i]
		if mark.Several() {
			continue
		}
		event := mark.Events.First()
		since := k.Since(event)
		if since.Way == evidence.Unsaid || mark.Dense && event != in.Selected {
			continue
		}
		right := in.Size.W + beyond
		lag := Lag{
			Event: event, Lane: mark.Lane, X0: mark.X1, Y: mark.Y + lagHead*in.Metrics.Row, Selected: event == in.Selected,
			Perhaps: mark.X1, X1: right,
		}
		if since.Latest != math.MaxInt64 {
			lag.X1 = math.Min(in.View.X(float64(since.Latest)+1), right)
		}
		if since.Earliest != math.MinInt64 {
			lag.Perhaps = math.Min(in.View.X(float64(since.Earliest)), right)
		}
		if lag.Perhaps = math.Max(lag.Perhaps, lag.X0); lag.X1 > lag.X0+1 {
			o.Lags = append(o.Lags, lag)
		}
	}
}

// addBands adds the gaps that are in view.
func (b *Builder) addBands(o *Overlay, gaps []Gap) {
	in := &b.in
	for _, gap := range gaps {
		for _, lane := range b.scene.Lanes {
			x0, x1 := math.Max(in.View.X(gap.Span.From), 0), math.Min(in.View.X(gap.Span.To), in.Size.W)
			if lane.Lane != gap.Lane || x1-x0 < 2 {
				continue
			}
			band := Band{
				Lane: lane.Lane, X0: x0, X1: x1,
				Y0: math.Max(lane.Y+1, in.Metrics.Axis), Y1: math.Min(lane.Y+lane.Height, in.Size.H),
			}
			b.labelBand(&band, gap.Words, lane.TitleY)
			o.Bands = append(o.Bands, band)
		}
	}
}

// labelBand writes a gap's length in the middle of what is in view of it, in the
// line of the lane's title, beside that.
func (b *Builder) labelBand(band *Band, words string, y float64) {
	m := b.in.Metrics
	from, to := math.Max(band.X0, b.titleEnd(band.Lane))+m.Gap, band.X1-m.Gap
	text := Shorten(words, to-from, func(s string) float64 { return m.TextWidth(s, HintText) })
	if text == "" || text != words {
		return // a length cut short would be another length
	}
	width := m.TextWidth(text, HintText)
	x := math.Max(math.Min((band.X0+band.X1-width)/2, to-width), from)
	band.Label = Label{Text: text, X: x, Y: y, Width: width, Whole: true}
}
