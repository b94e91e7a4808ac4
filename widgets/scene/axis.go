package scene

import (
	"math"
	"slices"

	"dateline/data/edtf"
)

// Tick is one label of the axis and the calendar boundary it stands for.
type Tick struct {
	At     int64   // instant of the boundary
	X      float64 // of the boundary
	Label  string  // "" where only the boundary is marked
	LabelX float64 // left edge of the label
	Width  float64 // of the label
	Strong bool    // a round number or the start of a larger unit
}

// Axis are the two tiers of the time axis. Labels of a tier never overlap.
type Axis struct {
	Lower []Tick // labels centred on their boundary
	Upper []Tick // labels at the left of the period they name; the first one stays in view
}

// minTick is the least distance of ticks that is tried, in pixels, and mostTicks
// how many are shown at most: on a wide screen more would only cost time.
const (
	minTick   = 15
	mostTicks = 64
)

// tickGap is the least distance between two labels of a tier, in widths of the
// letter n.
const tickGap = 1.1

// NewAxis returns the axis of a view over a width: the finest steps whose
// labels have room, and of which the upper tier can say where one is. Where a
// narrow view cuts every name of the upper tier, the lower tier alone says so;
// where no label has room at all, there are no ticks.
func NewAxis(view View, width float64, m *Metrics) Axis {
	var spare Axis
	all := tiers()
	least := math.Max(minTick*m.Mark/11, width/mostTicks)
	for i, t := range all {
		if t.lower.seconds()/view.Scale < least && i < len(all)-1 {
			continue
		}
		lower, ok := lowerTicks(t.lower, view, width, m, false)
		if !ok {
			lower, ok = lowerTicks(t.lower, view, width, m, true)
		}
		if !ok {
			continue
		}
		axis := Axis{Lower: lower}
		if upper, ok := upperTicks(t.upper, view, width, m, t.lower.unit <= hour); ok && labelled(upper) {
			axis.Upper = upper
			return axis
		}
		if !labelled(spare.Lower) && labelled(lower) {
			spare = axis
		}
	}
	return spare
}

// labelled reports whether any of the ticks has a label.
func labelled(ticks []Tick) bool {
	return slices.ContainsFunc(ticks, func(t Tick) bool { return t.Label != "" })
}

// lowerTicks returns the ticks of the lower tier, and false where two labels
// would touch. Labels that would be cut by an edge are left out.
func lowerTicks(s step, view View, width float64, m *Metrics, short bool) ([]Tick, bool) {
	var ticks []Tick
	gap := tickGap * m.TextWidth("n", TickText)
	end := math.Inf(-1)
	for at, x := range s.boundaries(view, width) {
		tick := Tick{At: at, X: x, Strong: s.strong(at), Label: s.lowerLabel(at, short)}
		style := TickText
		if tick.Strong {
			style = StrongTick
		}
		tick.Width = m.TextWidth(tick.Label, style)
		tick.LabelX = x - tick.Width/2
		if tick.LabelX < end+gap {
			return nil, false
		}
		end = tick.LabelX + tick.Width
		if tick.LabelX < 0 || end > width {
			tick.Label, tick.Width, tick.LabelX = "", 0, x
		}
		ticks = append(ticks, tick)
	}
	return ticks, true
}

// upperTicks returns the periods of the upper tier, and false where a period
// is too short for its name. The period at the left edge has its label there,
// unless the next one is about to push it out. Where clock times stand below it,
// it says that they are UTC.
func upperTicks(s step, view View, width float64, m *Metrics, clock bool) ([]Tick, bool) {
	var ticks []Tick
	gap := tickGap * m.TextWidth("n", UpperTick) * 1.5
	for at, more := s.floor(instant(view.Left)), true; more && view.X(float64(at)) <= width; {
		tick := Tick{At: at, X: view.X(float64(at)), Label: s.upperLabel(at), Strong: true}
		if clock {
			tick.Label += " UTC"
		}
		tick.Width = m.TextWidth(tick.Label, UpperTick)
		nextX := math.Inf(1)
		if at, more = s.next(at); more {
			nextX = view.X(float64(at))
		}
		if nextX-tick.X < tick.Width+gap {
			return nil, false
		}
		tick.LabelX = math.Max(tick.X, m.Edge)
		if tick.LabelX+tick.Width > math.Min(nextX-gap, width) {
			tick.Label, tick.Width = "", 0
		}
		ticks = append(ticks, tick)
	}
	return ticks, true
}

// strong reports whether a boundary is set in bold: the start of the next
// larger unit, or a multiple of five or ten steps of years.
func (s step) strong(at int64) bool {
	y, mo, d, h, mi, sec := edtf.Civil(at)
	switch s.unit {
	case second:
		return sec == 0
	case minute:
		return mi == 0
	case hour:
		return h == 0
	case day:
		return d == 1
	case month:
		return mo == 1
	}
	five := s.count * 5
	if digit := leading(s.count); digit != 1 {
		five = s.count / digit * 10
	}
	if y <= 0 {
		return mod(1-y, five) == 0
	}
	return mod(y, five) == 0
}

func leading(n int64) int64 {
	for n >= 10 {
		n /= 10
	}
	return n
}
