// Package scene is the geometry of a timeline: from a selection of events, a
// view and a size to what is drawn where. It knows no toolkit and no clock, so
// that the window and the exported chart are painted from the same layout.
//
// Instants are float64 seconds since 1970-01-01T00:00:00Z (proleptic
// Gregorian), lengths are float64 pixels of the painter's own choosing.
package scene

import "math"

// FinestScale is the closest zoom in seconds a pixel: one second is then as
// wide as its label on the axis ("21:16:05"), so that ticks can still be told
// apart, and a closer zoom would show nothing more.
const FinestScale = 1.0 / 64

// ZoomOutLimit is how much more than the dataset a view may show.
const ZoomOutLimit = 1.2

// fitMargin is the share of the dataset's length left free on each side when
// everything is fitted, so that the first and the last marker stand clear.
const fitMargin = 0.03

// View says which part of time is on screen. It is a value: its methods return
// new ones.
type View struct {
	Left  float64 // instant at the left edge, seconds
	Scale float64 // seconds a pixel
	Top   float64 // pixels by which the lanes are scrolled down
}

// X returns the distance in pixels of an instant from the left edge.
func (v View) X(instant float64) float64 { return (instant - v.Left) / v.Scale }

// Time returns the instant at x pixels from the left edge.
func (v View) Time(x float64) float64 { return v.Left + x*v.Scale }

// Pan returns the view moved dx pixels to the right and dy pixels down.
func (v View) Pan(dx, dy float64) View {
	v.Left += dx * v.Scale
	v.Top += dy
	return v
}

// ZoomAt returns the view with factor times as many pixels a second, the
// instant at x staying at x.
func (v View) ZoomAt(x, factor float64) View {
	pinned := v.Time(x)
	v.Scale /= factor
	v.Left = pinned - x*v.Scale
	return v
}

// Span is a stretch of time in seconds, from From up to To.
type Span struct{ From, To float64 }

// Length returns the span's length in seconds.
func (s Span) Length() float64 { return s.To - s.From }

// Widened returns the span with the share of its length added on both sides.
func (s Span) Widened(share float64) Span {
	by := s.Length() * share
	return Span{s.From - by, s.To + by}
}

// Overlaps reports whether the two spans share more than an edge, or whether
// the shorter one is empty and lies within the other.
func (s Span) Overlaps(o Span) bool {
	return s.From < o.To && o.From < s.To || s.From == s.To && o.From <= s.From && s.From < o.To
}

// Fit returns the view that shows the span over the given width, with a margin.
func Fit(span Span, width float64) View {
	return Exactly(span.Widened(fitMargin), width)
}

// Exactly returns the view that shows the span, no more and no less, or around
// it where the closest zoom shows more.
func Exactly(span Span, width float64) View {
	width = math.Max(width, 1)
	if span.Length() < width*FinestScale {
		return View{Left: (span.From+span.To)/2 - width/2*FinestScale, Scale: FinestScale}
	}
	return View{Left: span.From, Scale: span.Length() / width}
}

// Span returns the stretch of time that the view shows over a width.
func (v View) Span(width float64) Span { return Span{v.Left, v.Time(width)} }

// Clamp returns the view held within its limits: not closer than FinestScale,
// not farther than ZoomOutLimit times the domain, and never beside it. A zoom
// that hits a limit keeps the middle of the view. What is no view at all (NaN,
// infinite) becomes that of the domain. How far lanes can be scrolled only the
// scene knows, see Scene.Top.
func (v View) Clamp(domain Span, width float64) View {
	if !finite(v.Left) || !finite(v.Scale) || v.Scale <= 0 {
		return Fit(domain, width)
	}
	scale := math.Min(math.Max(v.Scale, FinestScale), coarsest(domain, width))
	if scale != v.Scale {
		v = v.ZoomAt(width/2, v.Scale/scale)
		v.Scale = scale
	}
	room := domain.Widened((ZoomOutLimit - 1) / 2)
	v.Left = math.Max(math.Min(v.Left, room.To-width*v.Scale), room.From)
	if v.Top < 0 || !finite(v.Top) {
		v.Top = 0
	}
	return v
}

func finite(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }

// ZoomWithin is ZoomAt held within the limits, the instant at x staying at x
// also where the limit cuts the step short.
func (v View) ZoomWithin(domain Span, width, x, factor float64) View {
	least := v.Scale / coarsest(domain, width)
	most := v.Scale / FinestScale
	return v.ZoomAt(x, math.Max(math.Min(factor, most), least)).Clamp(domain, width)
}

func coarsest(domain Span, width float64) float64 {
	return math.Max(domain.Length()*ZoomOutLimit/math.Max(width, 1), FinestScale)
}

// Between returns the view a share t (0 to 1) of the way from one view to
// another, as an eased zoom wants it: the scale changes by equal factors in
// equal steps, and the instant that both views show at the same place stays
// there. At 0 and 1 the views themselves are returned.
func Between(a, b View, t float64) View {
	switch {
	case t <= 0:
		return a
	case t >= 1:
		return b
	}
	v := View{Top: a.Top + (b.Top-a.Top)*t}
	ratio := b.Scale / a.Scale
	v.Scale = a.Scale * math.Pow(ratio, t)
	share := t
	if math.Abs(ratio-1) > 1e-9 {
		share = (math.Pow(ratio, t) - 1) / (ratio - 1)
	}
	v.Left = a.Left + (b.Left-a.Left)*share
	return v
}
