package export

import (
	"math"

	"dateline/widgets/scene"
)

// polyline is a line through points.
type polyline []scene.Point

// length returns the line's length in pixels.
func (l polyline) length() float64 {
	sum := 0.0
	for i := 1; i < len(l); i++ {
		sum += math.Hypot(l[i].X-l[i-1].X, l[i].Y-l[i-1].Y)
	}
	return sum
}

// part returns the line between two places, which are lengths from its start.
func (l polyline) part(from, to float64) polyline {
	var part polyline
	start := 0.0
	for i := 1; i < len(l); i++ {
		length := math.Hypot(l[i].X-l[i-1].X, l[i].Y-l[i-1].Y)
		end := start + length
		if length > 0 && end > from && start < to {
			if len(part) == 0 {
				part = append(part, between(l[i-1], l[i], math.Max(from-start, 0)/length))
			}
			part = append(part, between(l[i-1], l[i], math.Min(to-start, length)/length))
		}
		start = end
	}
	return part
}

// at returns the point of the line at a length from its start.
func (l polyline) at(length float64) scene.Point {
	if part := l.part(0, length); len(part) > 0 {
		return part[len(part)-1]
	}
	return l[0]
}

// dashes returns the line as dashes, one at each end of it.
func (l polyline) dashes(dash, gap float64) []polyline {
	length := l.length()
	if length <= 2*dash {
		return []polyline{l}
	}
	n := math.Max(1, math.Round((length-dash)/(dash+gap)))
	step := (length - dash) / n
	var dashes []polyline
	for i := range int(n) + 1 {
		at := float64(i) * step
		dashes = append(dashes, l.part(at, at+dash))
	}
	return dashes
}

// cut returns what of the line is between two verticals.
func (l polyline) cut(x0, x1 float64) []polyline {
	var runs []polyline
	outside := true
	for i := 1; i < len(l); i++ {
		from, to, ok := clipped(l[i-1], l[i], x0, x1)
		if !ok {
			outside = true
			continue
		}
		if outside || from != l[i-1] {
			runs = append(runs, polyline{from})
		}
		last := &runs[len(runs)-1]
		*last = append(*last, to)
		outside = to != l[i]
	}
	return runs
}

// clipped returns what of the way from a to b is between two verticals; false
// for nothing.
func clipped(a, b scene.Point, x0, x1 float64) (from, to scene.Point, ok bool) {
	if math.Max(a.X, b.X) < x0 || math.Min(a.X, b.X) > x1 {
		return a, b, false
	}
	hold := func(p, q scene.Point) scene.Point {
		x := math.Max(x0, math.Min(p.X, x1))
		if x == p.X || p.X == q.X {
			return p
		}
		return between(p, q, (x-p.X)/(q.X-p.X))
	}
	return hold(a, b), hold(b, a), true
}

// aside returns the point at a distance from p, to the left of the way from p to
// q; to the right where it is negative.
func aside(p, q scene.Point, distance float64) scene.Point {
	way := math.Max(math.Hypot(q.X-p.X, q.Y-p.Y), 1e-9)
	return scene.Point{X: p.X + (q.Y-p.Y)/way*distance, Y: p.Y - (q.X-p.X)/way*distance}
}
