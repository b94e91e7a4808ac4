package scene

import (
	"math"
	"slices"
	"sync"

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
	return new(axisMaker).axis(view, width, m)
}

// axisMaker makes axes and keeps what the next one needs: the memory of the
// last and the names of ticks.
type axisMaker struct {
	m     *Metrics
	names map[tickName]namedTick
	lower []Tick
	upper []Tick
	spare []Tick
}

// tickName is what a tick's label depends on.
type tickName struct {
	step  step
	at    int64
	style nameStyle
}

type nameStyle uint8

const (
	lowerName nameStyle = iota
	shortName
	upperName
	upperClock // with a word that clock times are UTC
)

type namedTick struct {
	label string
	width float64
}

// keptNames is how many names of ticks are kept.
const keptNames = 4096

// name returns a tick's label and its width.
func (a *axisMaker) name(s step, at int64, style nameStyle, text TextStyle) (string, float64) {
	key := tickName{s, at, style}
	named, ok := a.names[key]
	if !ok {
		if a.names == nil || len(a.names) >= keptNames {
			a.names = make(map[tickName]namedTick)
		}
		switch style {
		case lowerName, shortName:
			named.label = s.lowerLabel(at, style == shortName)
		case upperName:
			named.label = s.upperLabel(at)
		case upperClock:
			named.label = s.upperLabel(at) + " UTC"
		}
		named.width = a.m.TextWidth(named.label, text)
		a.names[key] = named
	}
	return named.label, named.width
}

// allTiers is the table of tiers.
var allTiers = sync.OnceValue(tiers)

// axis is NewAxis. The ticks are the maker's and hold until the next call.
func (a *axisMaker) axis(view View, width float64, m *Metrics) Axis {
	if a.m != m {
		*a = axisMaker{m: m}
	}
	a.spare = a.spare[:0]
	all := allTiers()
	least := math.Max(minTick*m.Mark/11, width/mostTicks)
	for i, t := range all {
		if t.lower.seconds()/view.Scale < least && i < len(all)-1 {
			continue
		}
		if !a.lowerTicks(t.lower, view, width, lowerName) && !a.lowerTicks(t.lower, view, width, shortName) {
			continue
		}
		style := upperName
		if t.lower.unit <= hour {
			style = upperClock
		}
		if a.upperTicks(t.upper, view, width, style) && labelled(a.upper) {
			return Axis{Lower: a.lower, Upper: a.upper}
		}
		if !labelled(a.spare) && labelled(a.lower) {
			a.spare = append(a.spare[:0], a.lower...)
		}
	}
	return Axis{Lower: a.spare}
}

// labelled reports whether any of the ticks has a label.
func labelled(ticks []Tick) bool {
	return slices.ContainsFunc(ticks, func(t Tick) bool { return t.Label != "" })
}

// lowerTicks makes the ticks of the lower tier, and reports false where two
// labels would touch. Labels that would be cut by an edge are left out.
func (a *axisMaker) lowerTicks(s step, view View, width float64, name nameStyle) bool {
	a.lower = a.lower[:0]
	gap := tickGap * a.m.TextWidth("n", TickText)
	end := math.Inf(-1)
	for at, x := range s.boundaries(view, width) {
		tick := Tick{At: at, X: x, Strong: s.strong(at)}
		style := TickText
		if tick.Strong {
			style = StrongTick
		}
		tick.Label, tick.Width = a.name(s, at, name, style)
		tick.LabelX = x - tick.Width/2
		if tick.LabelX < end+gap {
			return false
		}
		end = tick.LabelX + tick.Width
		if tick.LabelX < 0 || end > width {
			tick.Label, tick.Width, tick.LabelX = "", 0, x
		}
		a.lower = append(a.lower, tick)
	}
	return true
}

// upperTicks makes the periods of the upper tier, and reports false where a
// period is too short for its name. The period at the left edge has its label
// there, unless the next one is about to push it out.
func (a *axisMaker) upperTicks(s step, view View, width float64, name nameStyle) bool {
	a.upper = a.upper[:0]
	gap := tickGap * a.m.TextWidth("n", UpperTick) * 1.5
	for at, more := s.floor(instant(view.Left)), true; more && view.X(float64(at)) <= width; {
		tick := Tick{At: at, X: view.X(float64(at)), Strong: true}
		tick.Label, tick.Width = a.name(s, at, name, UpperTick)
		nextX := math.Inf(1)
		if at, more = s.next(at); more {
			nextX = view.X(float64(at))
		}
		if nextX-tick.X < tick.Width+gap {
			return false
		}
		tick.LabelX = math.Max(tick.X, a.m.Edge)
		if tick.LabelX+tick.Width > math.Min(nextX-gap, width) {
			tick.Label, tick.Width = "", 0
		}
		a.upper = append(a.upper, tick)
	}
	return true
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
