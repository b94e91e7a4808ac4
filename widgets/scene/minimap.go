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
	for i, event := range sel.Events {
		extent := Extent(&sel.Set.Events[event], domain)
		x0, x1 := whole.X(extent.From), whole.X(extent.To)
		lane, soft := sel.Lane[i], sel.Set.Events[event].Date.Kind() != edtf.Interval && x1-x0 > 4
		if x1-x0 < 2 {
			x0, x1 = (x0+x1)/2-1, (x0+x1)/2+1
		}
		mm.Blocks = append(mm.Blocks, Block{lane, row[lane], math.Max(x0, 0), math.Min(x1, size), soft})
	}
	mm.Ticks = minimapTicks(whole, size, m)
	shown := view.Span(timeline)
	mm.From, mm.To = math.Max(whole.X(shown.From), 0), math.Min(whole.X(shown.To), size)
	return mm
}

// MinimapView returns the view that a minimap of a width shows: as much as the
// timeline can show at most.
func MinimapView(domain Span, width float64) View {
	return Exactly(domain.Widened((ZoomOutLimit-1)/2), width)
}

// minimapTicks returns the finest years (or shorter steps for a shorter
// dataset) whose labels have ample room.
func minimapTicks(view View, width float64, m *Metrics) []Tick {
	all := tiers()
	for i, t := range all {
		s := t.lower
		if s.seconds()/view.Scale < 90 && i < len(all)-1 {
			continue
		}
		var ticks []Tick
		for at := s.floor(instant(view.Left)); view.X(float64(at)) <= width; at = s.next(at) {
			tick := Tick{At: at, X: view.X(float64(at)), Label: s.wholeLabel(at)}
			tick.Width = m.TextWidth(tick.Label, MinimapText)
			tick.LabelX = tick.X - tick.Width/2
			if tick.LabelX >= 0 && tick.LabelX+tick.Width <= width {
				ticks = append(ticks, tick)
			}
		}
		return ticks
	}
	return nil
}

// wholeLabel returns a boundary's name that needs no upper tier.
func (s step) wholeLabel(at int64) string {
	switch s.unit {
	case second, minute, hour:
		return s.lowerLabel(at, false)
	case day:
		return step{day, 1}.upperLabel(at)
	case month:
		return step{month, 1}.upperLabel(at)
	}
	return s.lowerLabel(at, false)
}
