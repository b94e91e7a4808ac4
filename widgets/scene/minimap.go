package scene

import (
	"math"

	"dateline/data"
	"dateline/data/edtf"
)

// Minimap is the whole dataset in a strip: a row of blocks for each lane and an
// axis below.
type Minimap struct {
	Blocks []Block
	Ticks  []Tick  // labels centred on their boundary
	From   float64 // left edge of the brush: what the timeline shows
	To     float64 // right edge of the brush
	Rows   int     // lanes
}

// Block is one event in the minimap.
type Block struct {
	Lane, Row int // index in Set.Lanes, row from the top
	X0, X1    float64
	Soft      bool // a stretch within which it happened, not one that it lasted
}

// NewMinimap returns the minimap of a selection over a width, and the place of
// a view in it.
func NewMinimap(sel *data.Selection, domain Span, view View, size, timeline float64, m *Metrics) Minimap {
	whole := MinimapView(domain, size)
	mm := Minimap{Rows: len(sel.Lanes)}
	row := make(map[int]int, len(sel.Lanes))
	for i, lane := range sel.Lanes {
		row[lane] = i
	}
	for event := range sel.All() {
		extent := Extent(sel.Set, event, domain)
		x0, x1 := whole.X(extent.From), whole.X(extent.To)
		lane, soft := sel.LaneOf(event), sel.Set.Events.Date(event).Kind() != edtf.Interval && x1-x0 > 4
		if x1-x0 < 2 {
			x0, x1 = (x0+x1)/2-1, (x0+x1)/2+1
		}
		mm.Blocks = append(mm.Blocks, Block{lane, row[lane], hold(x0, size), hold(x1, size), soft})
	}
	mm.Ticks = minimapTicks(whole, size, m)
	shown := view.Span(timeline)
	mm.From, mm.To = hold(whole.X(shown.From), size), hold(whole.X(shown.To), size)
	return mm
}

// hold returns a place moved into a width.
func hold(x, width float64) float64 { return math.Max(math.Min(x, width), 0) }

// MinimapView returns the view that a minimap of a width shows: as much as the
// timeline can show at most.
func MinimapView(domain Span, width float64) View {
	return Exactly(domain.Widened((ZoomOutLimit-1)/2), width)
}

// minimapTick is the least distance of the minimap's ticks, in marker widths.
const minimapTick = 8

// minimapTicks returns the finest years (or shorter steps for a shorter
// dataset) whose labels have ample room.
func minimapTicks(view View, width float64, m *Metrics) []Tick {
	for _, t := range tiers() {
		if t.lower.seconds()/view.Scale < minimapTick*m.Mark {
			continue
		}
		if ticks, ok := wholeTicks(t.lower, view, width, m); ok {
			return ticks
		}
	}
	return nil
}

// wholeTicks returns the ticks of a step that are not cut by an edge, and false
// where two would come near each other.
func wholeTicks(s step, view View, width float64, m *Metrics) ([]Tick, bool) {
	var ticks []Tick
	gap := 3 * tickGap * m.TextWidth("n", MinimapText)
	end := math.Inf(-1)
	for at, x := range s.boundaries(view, width) {
		tick := Tick{At: at, X: x, Label: s.wholeLabel(at)}
		tick.Width = m.TextWidth(tick.Label, MinimapText)
		tick.LabelX = x - tick.Width/2
		if tick.LabelX < end+gap {
			return nil, false
		}
		if end = tick.LabelX + tick.Width; tick.LabelX >= 0 && end <= width {
			ticks = append(ticks, tick)
		}
	}
	return ticks, true
}
