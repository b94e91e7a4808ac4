package scene

import (
	"math"
	"slices"

	"dateline/data"
	"dateline/data/edtf"
	"dateline/data/timeindex"
)

// Minimap is the whole dataset in a strip: a row of blocks for each lane, see
// Blocks, and an axis below.
type Minimap struct {
	Ticks []Tick  // labels centred on their boundary
	From  float64 // left edge of the brush: what the timeline shows
	To    float64 // right edge of the brush
}

// NewMinimap returns the minimap of a domain over a width, and the place of a
// view in it.
func NewMinimap(domain Span, view View, size, timeline float64, m *Metrics) Minimap {
	whole := MinimapView(domain, size)
	shown := view.Span(timeline)
	return Minimap{
		Ticks: minimapTicks(whole, size, m),
		From:  hold(whole.X(shown.From), size),
		To:    hold(whole.X(shown.To), size),
	}
}

// Block is a stretch of a minimap's row in which there are events.
type Block struct {
	Lane, Row int // index in Set.Lanes, row from the top
	X0, X1    float64
	Opacity   float64 // 0 to 1: less where it happened within the stretch, or where there are fewer than elsewhere
}

// softBlock is the opacity of a stretch within which something happened, or
// that is under way.
const softBlock = 0.35

// Blocks returns the minimap's blocks over a width: one for each event, or in
// lanes of many events, see Input.DenseFrom, one for each pixel or two that has
// any.
func Blocks(sel *data.Selection, domain Span, size float64, denseFrom int) []Block {
	whole := MinimapView(domain, size)
	var blocks []Block
	for row, lane := range sel.Lanes {
		from := len(blocks)
		if index := sel.Lane(lane); index.Len() >= orUsual(denseFrom) {
			blocks = appendDense(blocks, index, domain, whole)
		} else {
			blocks = appendEvents(blocks, sel, lane, domain, whole)
		}
		for i := from; i < len(blocks); i++ {
			b := &blocks[i]
			b.Lane, b.Row, b.X0, b.X1 = lane, row, hold(b.X0, size), hold(b.X1, size)
		}
	}
	return blocks
}

func appendEvents(blocks []Block, sel *data.Selection, lane int, domain Span, whole View) []Block {
	for _, event := range sel.Lane(lane).All() {
		extent := Extent(sel.Set, int(event), domain)
		x0, x1 := whole.X(extent.From), whole.X(extent.To)
		opacity := 1.0
		if x1-x0 > 4 && sel.Set.Events.Date(int(event)).Kind() != edtf.Interval {
			opacity = softBlock
		}
		if x1-x0 < 2 {
			x0, x1 = (x0+x1)/2-1, (x0+x1)/2+1
		}
		blocks = append(blocks, Block{X0: x0, X1: x1, Opacity: opacity})
	}
	return blocks
}

// appendDense appends what is under way in each bucket, then how many events
// begin in each of its bins, which are a pixel or two wide.
func appendDense(blocks []Block, index *timeindex.Lane, domain Span, whole View) []Block {
	level := min(max(int(math.Ceil(math.Log2(math.Max(whole.Scale, 1)))), 0)+timeindex.BinBits, 62)
	first := timeindex.BucketOf(wholeSecond(domain.From), level)
	last := timeindex.BucketOf(wholeSecond(domain.To), level)
	bins := make([]uint32, (last-first+1)*timeindex.Bins)
	index.Count(level, first, make([]int, last-first+1), bins)
	x := func(bin int64) float64 {
		return whole.X(math.Ldexp(float64(first<<timeindex.BinBits+bin), level-timeindex.BinBits))
	}
	for bucket := first; bucket <= last; bucket++ {
		if index.UnderWay(level, timeindex.Edge(bucket, level), timeindex.Edge(bucket+1, level)) > 0 {
			bin := (bucket - first) << timeindex.BinBits
			blocks = append(blocks, Block{X0: x(bin), X1: x(bin + timeindex.Bins), Opacity: softBlock})
		}
	}
	most := float64(slices.Max(bins))
	for i, n := range bins {
		if n > 0 {
			x0, x1 := x(int64(i)), x(int64(i+1))
			opacity := softBlock + (1-softBlock)*math.Sqrt(float64(n)/most)
			blocks = append(blocks, Block{X0: x0, X1: math.Max(x1, x0+1), Opacity: opacity})
		}
	}
	return blocks
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
	for _, t := range allTiers() {
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
