package export

import (
	"math"
	"slices"

	"dateline/widgets/scene"
)

// box is a rectangle by its edges, in pixels.
type box struct{ x0, y0, x1, y1 float64 }

func (b box) width() float64  { return b.x1 - b.x0 }
func (b box) height() float64 { return b.y1 - b.y0 }

// within returns the rectangle without a margin on all sides.
func (b box) within(margin float64) box {
	return box{b.x0 + margin, b.y0 + margin, b.x1 - margin, b.y1 - margin}
}

// verb says what a step of a path does.
type verb uint8

const (
	moveTo verb = iota // begin a contour
	lineTo
	quadTo // a quadratic Bézier curve
)

// step is a piece of a path; c is the control point of a curve.
type step struct {
	verb verb
	c, p scene.Point
}

// meets reports whether two rectangles have an area in common.
func (b box) meets(o box) bool {
	return math.Min(b.x1, o.x1) > math.Max(b.x0, o.x0) && math.Min(b.y1, o.y1) > math.Max(b.y0, o.y0)
}

func meetsAny(b box, others []box) bool { return slices.ContainsFunc(others, b.meets) }

// holds reports whether another rectangle is wholly within.
func (b box) holds(o box) bool {
	return o.x0 >= b.x0 && o.y0 >= b.y0 && o.x1 <= b.x1 && o.y1 <= b.y1
}

// path is an area bounded by closed contours, filled where they wind around it
// (non-zero rule). TrueType outlines, the only curves in a chart, are
// quadratic.
type path []step

// placed returns the path scaled and then moved to x and y.
func (p path) placed(x, y, scale float64) path {
	moved := make(path, len(p))
	at := func(q scene.Point) scene.Point { return scene.Point{X: x + q.X*scale, Y: y + q.Y*scale} }
	for i, s := range p {
		moved[i] = step{s.verb, at(s.c), at(s.p)}
	}
	return moved
}

// reversed returns the path of one contour walked the other way: a hole in what
// is around it.
func (p path) reversed() path {
	back := make(path, 0, len(p))
	for i := len(p) - 1; i >= 0; i-- {
		s := step{verb: lineTo, p: p[i].p}
		if i+1 < len(p) {
			s.verb, s.c = p[i+1].verb, p[i+1].c
		} else {
			s.verb = moveTo
		}
		back = append(back, s)
	}
	return back
}

// ribbon returns the area of a line through points.
func ribbon(points []scene.Point, width float64) path {
	sides := make([]scene.Point, 2*len(points))
	for i, at := range points {
		before, after := points[max(i-1, 0)], points[min(i+1, len(points)-1)]
		along := scene.Point{X: at.X + after.X - before.X, Y: at.Y + after.Y - before.Y}
		sides[i], sides[len(sides)-1-i] = aside(at, along, width/2), aside(at, along, -width/2)
	}
	return polygon(sides)
}

// polygon returns the area within the corners.
func polygon(corners []scene.Point) path {
	p := make(path, len(corners))
	for i, corner := range corners {
		p[i] = step{verb: lineTo, p: corner}
	}
	if len(p) > 0 {
		p[0].verb = moveTo
	}
	return p
}

// circle returns the area around a middle.
func circle(x, y, radius float64) path {
	return rounded(box{x - radius, y - radius, x + radius, y + radius}, radius)
}

// rounded returns a rectangle with round corners. Each corner is two curves of
// 45°, which are less than a 300th of the radius off the circle.
func rounded(b box, radius float64) path {
	r := math.Min(radius, math.Min(b.width(), b.height())/2)
	if r <= 0 {
		return polygon([]scene.Point{{X: b.x0, Y: b.y0}, {X: b.x1, Y: b.y0}, {X: b.x1, Y: b.y1}, {X: b.x0, Y: b.y1}})
	}
	middles := [4]scene.Point{{X: b.x1 - r, Y: b.y0 + r}, {X: b.x1 - r, Y: b.y1 - r}, {X: b.x0 + r, Y: b.y1 - r}, {X: b.x0 + r, Y: b.y0 + r}}
	p := path{{verb: moveTo, p: on(middles[0], r, 0)}}
	for i, middle := range middles {
		if i > 0 {
			p = append(p, step{verb: lineTo, p: on(middle, r, float64(2*i))})
		}
		outer := r / math.Cos(math.Pi/8)
		for half := range 2 {
			at := float64(2*i + half)
			p = append(p, step{quadTo, on(middle, outer, at+0.5), on(middle, r, at+1)})
		}
	}
	return p
}

// on returns the point at a distance from a middle, the angle in eighths of a
// turn clockwise from the top.
func on(middle scene.Point, distance, eighths float64) scene.Point {
	sin, cos := math.Sincos(eighths * math.Pi / 4)
	return scene.Point{X: middle.X + distance*sin, Y: middle.Y - distance*cos}
}

// curveError is the most by which a flattened curve departs from the true one,
// in the path's own pixels.
const curveError = 0.05

// flatten calls begin and line with the corners of the path's contours, each
// closed, curves as chords.
func (p path) flatten(begin, line func(scene.Point)) {
	var first, at scene.Point
	for i, s := range p {
		switch s.verb {
		case moveTo:
			if i > 0 {
				line(first)
			}
			begin(s.p)
			first = s.p
		case lineTo:
			line(s.p)
		case quadTo:
			chords(at, s.c, s.p, line)
		}
		at = s.p
	}
	if len(p) > 0 {
		line(first)
	}
}

// chords divides a quadratic curve evenly. Of n chords the worst departs by a
// quarter of |a-2c+b| over n² (the second derivative is constant).
func chords(a, c, b scene.Point, line func(scene.Point)) {
	bend := math.Hypot(a.X-2*c.X+b.X, a.Y-2*c.Y+b.Y)
	n := math.Max(1, math.Ceil(math.Sqrt(bend/4/curveError)))
	for i := 1.0; i < n; i++ {
		t := i / n
		u := 1 - t
		line(scene.Point{
			X: u*u*a.X + 2*u*t*c.X + t*t*b.X,
			Y: u*u*a.Y + 2*u*t*c.Y + t*t*b.Y,
		})
	}
	line(b)
}
