package scene

import (
	"math"

	"dateline/data"
	"dateline/data/edtf"
)

// Opacities of what is drawn in a lane's colour.
const (
	solid    = 1.0  // a stretch of time that its source names
	possible = 0.72 // a stretch somewhere within which it happened
)

// softEnd is the length in row heights over which a bar fades at an end that
// is not known, where the date itself does not say how far it is unknown.
const softEnd = 0.45

// Segment is a stretch of a bar whose opacity runs evenly from A0 to A1.
type Segment struct {
	X0, X1 float64
	A0, A1 float64 // 0 to 1
}

// times are the four instants of an event's date: it starts within
// [start, startBy] and ends within [endFrom, end]. What is open is infinite.
type times struct {
	start, startBy, endFrom, end float64
	interval                     bool
	exact                        bool // a day or finer, without qualifiers
}

func timesOf(date edtf.Date) times {
	first, last := date.Start(), date.End()
	t := times{interval: date.Kind() == edtf.Interval}
	t.start, t.startBy = bounds(first)
	t.endFrom, t.end = bounds(last)
	t.exact = date.Kind() == edtf.Single && date.Precision() <= edtf.Day &&
		!date.Uncertain() && !date.Approximate()
	return t
}

// reach returns the edges of all that an event's date may mean, the end
// exclusive, open ones infinite.
func reach(set *data.Set, event int) (from, to float64) {
	earliest, latest := set.Events.Bounds(event)
	return bounds(edtf.Extent{
		Earliest: earliest, Latest: latest,
		NoEarliest: earliest == math.MinInt64, NoLatest: latest == math.MaxInt64,
	})
}

// bounds returns an extent's edges, the end exclusive.
func bounds(e edtf.Extent) (from, to float64) {
	from, to = math.Inf(-1), math.Inf(1)
	if !e.NoEarliest {
		from = float64(e.Earliest)
	}
	if !e.NoLatest {
		to = float64(e.Latest) + 1
	}
	return from, to
}

// Extent returns the whole stretch of time in which an event may lie, open
// ends drawn to the ends of the domain.
func Extent(set *data.Set, event int, domain Span) Span {
	from, to := reach(set, event)
	return Span{math.Max(from, math.Min(domain.From, to)), math.Min(to, math.Max(domain.To, from))}
}

// DomainOf returns the span that a dataset covers, never empty: a dataset of
// one instant, or without any bounded date, gets a day around it.
func DomainOf(set *data.Set) Span {
	const day = 86400
	from, to, ok := set.Domain()
	if !ok {
		return Span{0, day}
	}
	span := Span{float64(from), float64(to) + 1}
	if span.Length() < 60 {
		return Span{span.From - day/2, span.To + day/2}
	}
	return span
}

// width returns the least width of a mark and whether it is a marker (an exact
// day, too short to be seen as a stretch) rather than a bar.
func (t times) width(extent Span, scale float64, m *Metrics) (w float64, marker bool) {
	natural := extent.Length() / scale
	if t.exact && natural < m.Mark+1 {
		return m.Mark, true
	}
	return math.Max(natural, m.Mark*0.8), false
}

// segments appends the bar from x0 to x1 in pieces of even slope. The ends fade
// as far as the date leaves them open: over the possible start and end of an
// interval, over a short stretch where only the whole is known.
func (t times) segments(segments []Segment, x0, x1, scale float64, m *Metrics) []Segment {
	width := x1 - x0
	soft := math.Min(m.Row*softEnd, width*0.35)
	fadeIn, fadeOut, level := soft, soft, possible
	switch {
	case t.interval:
		fadeIn, fadeOut = t.fades(soft, scale)
		level = solid
		if over := fadeIn + fadeOut; over > width {
			fadeIn, fadeOut = fadeIn*width/over, fadeOut*width/over
		}
	case width <= m.Mark*1.2:
		return append(segments, Segment{x0, x1, possible, possible})
	}
	all := [3]Segment{
		{x0, x0 + fadeIn, 0, level},
		{x0 + fadeIn, x1 - fadeOut, level, level},
		{x1 - fadeOut, x1, level, 0},
	}
	for _, s := range all {
		if s.X1-s.X0 > 0.5 {
			segments = append(segments, s)
		}
	}
	return segments
}

// fades returns the lengths in pixels over which an interval fades at its ends.
func (t times) fades(soft, scale float64) (in, out float64) {
	in, out = uncertain(t.start, t.startBy, scale), uncertain(t.endFrom, t.end, scale)
	if math.IsInf(t.start, -1) {
		in = soft
	}
	if math.IsInf(t.end, 1) {
		out = soft
	}
	return in, out
}

// uncertain returns the length in pixels over which an end may lie, 0 where
// that is less than a day wide: an exact day is a hard edge.
func uncertain(from, to, scale float64) float64 {
	if length := to - from; length > 86400 && !math.IsInf(length, 0) {
		return length / scale
	}
	return 0
}

// clip returns the part of the segments within [from, to], opacities kept at
// the cut; toolkits take neither huge lengths nor far coordinates.
func clip(segments []Segment, from, to float64) []Segment {
	kept := segments[:0]
	for _, s := range segments {
		if s.X1 <= from || s.X0 >= to {
			continue
		}
		at := func(x float64) float64 { return s.A0 + (s.A1-s.A0)*math.Min((x-s.X0)/(s.X1-s.X0), 1) }
		c := s
		if s.X0 < from {
			c.X0, c.A0 = from, at(from)
		}
		if s.X1 > to {
			c.X1, c.A1 = to, at(to)
		}
		kept = append(kept, c)
	}
	return kept
}
