package scene

import (
	"math"

	"dateline/data"
)

// Shape is a lane's marker: a regular polygon, or a circle for no sides.
type Shape struct {
	Sides int
	Angle float64 // degrees clockwise; at 0 a corner is on top
	Size  float64 // diameter of the circle around it, in marker widths
}

// Point is a place in pixels.
type Point struct{ X, Y float64 }

// ShapeOf returns the shape of a marker; one that is not known is a circle.
// Sizes make the shapes look equally large.
func ShapeOf(marker data.Marker) Shape {
	switch marker {
	case data.MarkerSquare:
		return Shape{4, 45, 1.28}
	case data.MarkerDiamond:
		return Shape{4, 0, 1.28}
	case data.MarkerTriangle:
		return Shape{3, 0, 1.3}
	case data.MarkerTriangleDown:
		return Shape{3, 180, 1.3}
	case data.MarkerPentagon:
		return Shape{5, 0, 1.15}
	case data.MarkerHexagon:
		return Shape{6, 0, 1.12}
	}
	return Shape{0, 0, 1}
}

// Points returns the corners of the shape around a middle, none for a circle.
func (s Shape) Points(x, y, width float64) []Point {
	points := make([]Point, s.Sides)
	radius := width * s.Size / 2
	for i := range points {
		at := (s.Angle-90)*math.Pi/180 + 2*math.Pi*float64(i)/float64(s.Sides)
		points[i] = Point{x + radius*math.Cos(at), y + radius*math.Sin(at)}
	}
	return points
}
