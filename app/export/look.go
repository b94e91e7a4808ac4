package export

import (
	"math"

	"dateline/data"
	"dateline/widgets/scene"
)

// look is how the mark of a single event is drawn: by the event's status, and so
// that looks are told apart without colour.
type look uint8

const (
	filledLook   look = iota // established, or nothing is said
	outlinedLook             // reported
	dashedLook               // alleged
	halfLook                 // disputed: half of it filled
	struckLook               // false
)

func lookOf(status data.Status) look {
	switch status {
	case data.Reported:
		return outlinedLook
	case data.Alleged:
		return dashedLook
	case data.Disputed:
		return halfLook
	case data.False:
		return struckLook
	}
	return filledLook
}

// Outlines are 1.75 pixels wide where a marker is 11.
const outlineShare = 0.16

// faint is the opacity of the tint within an outline.
const faint = 0.14

// dimmed is the opacity of what stands back behind a chain.
const dimmed = 0.35

// dimmedText is that of its label, which is still to be read.
const dimmedText = 0.5

// markerAreas returns what of a marker around a middle is filled with the lane's
// colour, and what with a tint of it.
func markerAreas(shape scene.Shape, l look, x, y, width float64) (area, tint path) {
	line := width * outlineShare
	if l == struckLook {
		line *= struckShare
	}
	r := ringOf(shape, x, y, width, line)
	switch l {
	case outlinedLook:
		return r.path(), polygon(r.outer)
	case dashedLook:
		return r.dashes(shape.Sides), nil
	case halfLook:
		return append(r.path(), polygon(leftOf(x, r.outer))...), nil
	case struckLook:
		half := width * strikeShare
		return append(r.path(), ribbon([]scene.Point{{X: x - half, Y: y + half}, {X: x + half, Y: y - half}}, width*outlineShare)...), nil
	}
	return markerPath(shape, x, y, width), nil
}

// How wide the outline of a struck marker is, in widths of others, so that the
// line through it stands out, and how far that reaches from the middle, to the
// right and upwards, in marker widths.
const (
	struckShare = 0.75
	strikeShare = 0.66
)

// markerPath returns the area of a marker.
func markerPath(shape scene.Shape, x, y, width float64) path {
	if shape.Sides == 0 {
		return circle(x, y, width*shape.Size/2)
	}
	return polygon(shape.Points(x, y, width))
}

// ring is the area between a marker's edge and a line within it.
type ring struct{ outer, inner []scene.Point }

// roundSides is how many sides stand for a circle: less than a thirtieth of a
// pixel off it. There is a corner on its top and one at its bottom.
const roundSides = 48

func ringOf(shape scene.Shape, x, y, width, line float64) ring {
	if shape.Sides == 0 {
		shape = scene.Shape{Sides: roundSides, Size: shape.Size}
	}
	inner := shape
	inner.Size -= 2 * line / width / math.Cos(math.Pi/float64(shape.Sides))
	return ring{shape.Points(x, y, width), inner.Points(x, y, width)}
}

// path returns the area of the ring.
func (r ring) path() path {
	hole := make([]scene.Point, len(r.inner))
	for i, corner := range r.inner {
		hole[len(hole)-1-i] = corner
	}
	return append(polygon(r.outer), polygon(hole)...)
}

// Dashes of a marker: about six, of this share of the way, one on each corner.
const (
	fewDashes = 6
	dashShare = 0.58
)

// dashes returns dashes along the ring: one on each corner, of a shape with few
// corners also one between two, of a circle six.
func (r ring) dashes(sides int) path {
	n := sides
	switch {
	case sides == 0:
		n = fewDashes
	case sides < 5:
		n *= 2
	}
	period := float64(len(r.outer)) / float64(n)
	var p path
	for i := range n {
		at := float64(i) * period
		p = append(p, r.part(at-period*dashShare/2, at+period*dashShare/2)...)
	}
	return p
}

// part returns the ring between two places, which are counted in corners.
func (r ring) part(from, to float64) path {
	outer, inner := along(r.outer, from, to), along(r.inner, from, to)
	for i := range inner {
		outer = append(outer, inner[len(inner)-1-i])
	}
	return polygon(outer)
}

// along returns the way along a polygon's edges between two places, counted in
// corners.
func along(corners []scene.Point, from, to float64) []scene.Point {
	at := func(place float64) scene.Point {
		before := math.Floor(place)
		n := len(corners)
		a, b := corners[(int(before)+n)%n], corners[(int(before)+1+n)%n]
		return between(a, b, place-before)
	}
	way := []scene.Point{at(from)}
	for corner := math.Floor(from) + 1; corner < to; corner++ {
		way = append(way, at(corner))
	}
	return append(way, at(to))
}

// between returns the point at a share of the way from a to b.
func between(a, b scene.Point, share float64) scene.Point {
	return scene.Point{X: a.X + (b.X-a.X)*share, Y: a.Y + (b.Y-a.Y)*share}
}

// leftOf returns the part of a polygon to the left of x.
func leftOf(x float64, corners []scene.Point) []scene.Point {
	var part []scene.Point
	last := corners[len(corners)-1]
	for _, corner := range corners {
		if (last.X < x) != (corner.X < x) {
			part = append(part, between(last, corner, (x-last.X)/(corner.X-last.X)))
		}
		if corner.X < x {
			part = append(part, corner)
		}
		last = corner
	}
	return part
}
