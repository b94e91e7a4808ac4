package scene

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

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
	Clock bool   // hours are shown: they are UTC
}

// minTick is the least distance of ticks that is tried, in pixels.
const minTick = 15

// tickGap is the least distance between two labels of a tier, in widths of the
// letter n.
const tickGap = 1.1

// NewAxis returns the axis of a view over a width: the finest steps whose
// labels have room.
func NewAxis(view View, width float64, m *Metrics) Axis {
	all := tiers()
	for i, t := range all {
		if t.lower.seconds()/view.Scale < minTick*m.Mark/11 && i < len(all)-1 {
			continue
		}
		for _, short := range []bool{false, true} {
			lower, ok := lowerTicks(t.lower, view, width, m, short)
			if !ok && i < len(all)-1 {
				continue
			}
			upper, ok := upperTicks(t.upper, view, width, m)
			if ok || i == len(all)-1 {
				return Axis{Lower: lower, Upper: upper, Clock: t.lower.unit <= hour}
			}
		}
	}
	return Axis{}
}

// lowerTicks returns the ticks of the lower tier, and false where two labels
// would touch. Labels that would be cut by an edge are left out.
func lowerTicks(s step, view View, width float64, m *Metrics, short bool) ([]Tick, bool) {
	var ticks []Tick
	gap := tickGap * m.TextWidth("n", TickText)
	end := math.Inf(-1)
	for at := s.floor(instant(view.Left)); ; at = s.next(at) {
		x := view.X(float64(at))
		if x > width {
			return ticks, true
		}
		if x < 0 {
			continue
		}
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
}

// upperTicks returns the periods of the upper tier, and false where a period
// is too short for its name. The period at the left edge has its label there,
// unless the next one is about to push it out.
func upperTicks(s step, view View, width float64, m *Metrics) ([]Tick, bool) {
	var ticks []Tick
	gap := tickGap * m.TextWidth("n", UpperTick) * 1.5
	for at := s.floor(instant(view.Left)); ; {
		next := s.next(at)
		x, nextX := view.X(float64(at)), view.X(float64(next))
		if x > width {
			return ticks, true
		}
		tick := Tick{At: at, X: x, Label: s.upperLabel(at), Strong: true}
		tick.Width = m.TextWidth(tick.Label, UpperTick)
		if nextX-x < tick.Width+gap {
			return nil, false
		}
		tick.LabelX = math.Max(x, m.Edge)
		if tick.LabelX+tick.Width > math.Min(nextX-gap, width) {
			tick.Label, tick.Width = "", 0
		}
		ticks = append(ticks, tick)
		at = next
	}
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

var monthNames = [...]string{
	"January", "February", "March", "April", "May", "June", "July",
	"August", "September", "October", "November", "December",
}

// lowerLabel returns the label of a boundary under its upper tier: "15",
// "21:15", "April" or "Apr", "1999" or "’99".
func (s step) lowerLabel(at int64, short bool) string {
	y, mo, d, h, mi, sec := edtf.Civil(at)
	switch s.unit {
	case second:
		return clock(h, mi) + ":" + twoDigits(sec)
	case minute, hour:
		return clock(h, mi)
	case day:
		return strconv.Itoa(d)
	case month:
		if short {
			return shortMonth(mo)
		}
		return monthNames[mo-1]
	}
	if short && s.count == 1 && y >= 1000 && y <= 9999 && y%5 != 0 {
		return "’" + twoDigits(int(y%100))
	}
	return yearLabel(y)
}

// upperLabel returns the name of the period that begins at a boundary.
func (s step) upperLabel(at int64) string {
	y, mo, d, h, mi, _ := edtf.Civil(at)
	dayName := strconv.Itoa(d) + " " + monthNames[mo-1] + " " + yearLabel(y)
	switch s.unit {
	case minute, hour:
		return dayName + ", " + clock(h, mi)
	case day:
		return dayName
	case month:
		return monthNames[mo-1] + " " + yearLabel(y)
	}
	return s.yearsLabel(y)
}

// yearsLabel returns the name of a period of years: "2008", "2000s",
// "from 1 CE".
func (s step) yearsLabel(y int64) string {
	switch {
	case s.count == 1:
		return yearLabel(y)
	case y == 1:
		return "from 1 CE"
	case y <= 0:
		return "from " + yearLabel(y)
	}
	return yearLabel(y) + "s"
}

// yearLabel returns a year as people count it: "1985", "44 BCE", "170,000,002".
func yearLabel(y int64) string {
	if y <= 0 {
		return grouped(1-y) + " BCE"
	}
	return grouped(y)
}

// grouped returns a number with commas between groups of three digits, from
// 10,000 on: a year of four digits is written without.
func grouped(n int64) string {
	digits := strconv.FormatInt(n, 10)
	if len(digits) < 5 {
		return digits
	}
	var b strings.Builder
	for i, digit := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(digit)
	}
	return b.String()
}

func clock(h, mi int) string { return twoDigits(h) + ":" + twoDigits(mi) }

func twoDigits(n int) string {
	text := strconv.Itoa(n)
	if utf8.RuneCountInString(text) < 2 {
		return "0" + text
	}
	return text
}

// shortMonth returns the first three letters, the whole of a name of four.
func shortMonth(mo int) string {
	name := monthNames[mo-1]
	if len(name) <= 4 {
		return name
	}
	return name[:3]
}
