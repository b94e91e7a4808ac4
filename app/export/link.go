package export

import (
	"math"

	"dateline/data"
	"dateline/widgets/scene"
)

// link is a link between two events as it is drawn, in the timeline's pixels.
type link struct {
	kind  data.LinkKind
	way   polyline    // from end to end, beyond the page, too
	area  path        // what of it is on the page
	words scene.Label // the time between, Text "" where there is no room
}

// linkSignOf returns what a kind of link looks like: what led to something is an
// arrow, other relations are broken, and two of them have no direction.
func linkSignOf(kind data.LinkKind) sign {
	switch kind {
	case data.LeadsTo:
		return leadsSign
	case data.SameAs:
		return sameSign
	case data.Contradicts:
		return clashSign
	}
	return linkSign
}

func (l *link) sign() sign { return linkSignOf(l.kind) }

// Measures of arrows in pixels.
const (
	linkWidth    = 1.4
	linkDash     = 5
	linkGap      = 3.5
	headLength   = 8
	headHalf     = 3.2 // of its width
	clashHalf    = 4.5 // of the bars at the ends of what contradicts
	curveSamples = 48
)

// linkOf returns an arrow as it is drawn between the timeline's edges.
func (t *timeline) linkOf(a *scene.Arrow) link {
	points := make(polyline, curveSamples+1)
	for i := range points {
		points[i] = a.At(float64(i) / curveSamples)
		points[i].Y = math.Max(t.metrics.Axis+linkWidth, math.Min(points[i].Y, t.Size.H-linkWidth))
	}
	return link{a.Kind, points, linkArea(points, linkSignOf(a.Kind), t.Size.W), a.Words}
}

// linkArea returns the area of a link along a line, what of it lies between 0
// and a width.
func linkArea(points polyline, s sign, width float64) path {
	var area path
	inside := func(p scene.Point) bool { return p.X >= 0 && p.X <= width }
	tip := points[len(points)-1]
	if s != sameSign && s != clashSign && inside(tip) {
		area = headOf(points)
		points = points.part(0, points.length()-headLength+1)
	}
	if n := len(points) - 1; s == clashSign && n > 0 {
		for _, end := range [2][2]scene.Point{{points[0], points[1]}, {points[n], points[n-1]}} {
			if inside(end[0]) {
				area = append(area, barOf(end[0], end[1])...)
			}
		}
	}
	for _, run := range points.cut(0, width) {
		dashes := []polyline{run}
		if s != leadsSign {
			dashes = run.dashes(linkDash, linkGap)
		}
		for _, dash := range dashes {
			area = append(area, ribbon(dash, linkWidth)...)
		}
	}
	return area
}

// headOf returns the head of an arrow.
func headOf(points polyline) path {
	length, tip := points.length(), points[len(points)-1]
	neck := points.part(length-headLength, length)
	if len(neck) == 0 {
		return nil
	}
	return polygon([]scene.Point{aside(neck[0], tip, headHalf), tip, aside(neck[0], tip, -headHalf)})
}

// barOf returns the bar across the end of a line that goes on to another point.
func barOf(end, next scene.Point) path {
	return ribbon([]scene.Point{aside(end, next, clashHalf), aside(end, next, -clashHalf)}, linkWidth)
}
