package widgets

import (
	"image"
	"image/color"
	"math"

	"golang.org/x/image/vector"

	"dateline/widgets/scene"
)

// contour is a closed line: a regular polygon around a middle. Places on it are
// counted in sides, clockwise from its first corner.
type contour struct {
	sides        float64
	angle        float64 // of the first corner, in degrees clockwise from the top
	radius, x, y float64
}

// roundSides are the sides of what is to be a circle.
const roundSides = 64

func contourOf(s scene.Shape, x, y, width float64) contour {
	sides := s.Sides
	if sides == 0 {
		sides = roundSides
	}
	return contour{float64(sides), s.Angle, width * s.Size / 2, x, y}
}

// inset returns the contour at a distance within this one.
func (c contour) inset(by float64) contour {
	c.radius = math.Max(c.radius-by/math.Cos(math.Pi/c.sides), 0)
	return c
}

// at returns a place on the contour.
func (c contour) at(place float64) (x, y float32) {
	corner := math.Floor(place)
	share := place - corner
	x0, y0 := c.corner(corner)
	x1, y1 := c.corner(corner + 1)
	return float32(x0 + (x1-x0)*share), float32(y0 + (y1-y0)*share)
}

func (c contour) corner(i float64) (x, y float64) {
	sin, cos := math.Sincos((c.angle-90)*math.Pi/180 + 2*math.Pi*i/c.sides)
	return c.x + c.radius*cos, c.y + c.radius*sin
}

// top is the place at the middle of the upper side, or the corner there.
func (c contour) top() float64 { return -c.angle * c.sides / 360 }

// sideLength returns the length of a side.
func (c contour) sideLength() float64 { return 2 * c.radius * math.Sin(math.Pi/c.sides) }

// brush draws areas into a mask. All areas are drawn in the same sense, so that
// they add up.
type brush struct{ *vector.Rasterizer }

// area draws what is between two places of a contour and the line between them.
func (b brush) area(c contour, from, to float64) {
	b.MoveTo(c.at(from))
	b.along(c, from, to)
	b.ClosePath()
}

// band draws what is between two contours, from one place to another.
func (b brush) band(outer, inner contour, from, to float64) {
	b.MoveTo(outer.at(from))
	b.along(outer, from, to)
	b.LineTo(inner.at(to))
	for i := math.Ceil(to) - 1; i > from; i-- {
		b.LineTo(inner.at(i))
	}
	b.LineTo(inner.at(from))
	b.ClosePath()
}

func (b brush) along(c contour, from, to float64) {
	for i := math.Floor(from) + 1; i < to; i++ {
		b.LineTo(c.at(i))
	}
	b.LineTo(c.at(to))
}

// dashes draws a band in dashes that are some length apart, one on every corner.
func (b brush) dashes(outer, inner contour, apart float64) {
	each := 1 / math.Max(math.Round(outer.sideLength()/apart), 1) // in sides
	if outer.sides == roundSides {
		each = roundSides / math.Round(roundSides*outer.sideLength()/apart)
	}
	for place := 0.0; place < outer.sides-each/2; place += each {
		b.band(outer, inner, place-each*markShare/2, place+each*markShare/2)
	}
}

// strike draws a line from the left bottom to the right top around a middle.
func (b brush) strike(x, y, reach, width float64) {
	half := width / 2 / math.Sqrt2
	point := func(dx, dy float64) (float32, float32) { return float32(x + dx), float32(y + dy) }
	b.MoveTo(point(-reach-half, reach-half))
	b.LineTo(point(reach-half, -reach-half))
	b.LineTo(point(reach+half, -reach+half))
	b.LineTo(point(-reach+half, reach+half))
	b.ClosePath()
}

// strikeReach is how far a strike goes to each side, in marker widths.
const strikeReach = 0.58

// markerMask returns a marker in the middle of a square of so many device pixels,
// scale of which are a pixel.
func markerMask(s scene.Shape, l look, width float64, side int, scale float64) *image.Alpha {
	middle := float64(side) / 2
	outer := contourOf(s, middle, middle, width)
	inner := outer.inset(lineWidth * scale)
	mask := image.NewAlpha(image.Rect(0, 0, side, side))
	b := brush{vector.NewRasterizer(side, side)}
	switch l {
	case filled:
		b.area(outer, 0, outer.sides)
	case dashed:
		b.dashes(outer, inner, markDash*scale)
	case outlined:
		b.area(inner, 0, inner.sides)
		b.Draw(mask, mask.Rect, image.NewUniform(color.Alpha{A: uint8(math.Round(faint * 255))}), image.Point{})
		b.Reset(side, side)
		b.band(outer, inner, 0, outer.sides)
	case halved:
		b.band(outer, inner, 0, outer.sides)
		b.area(outer, outer.top()+outer.sides/2, outer.top()+outer.sides)
	case struck:
		b.band(outer, inner, 0, outer.sides)
		b.strike(middle, middle, width*strikeReach, lineWidth*scale)
	}
	b.Draw(mask, mask.Rect, image.Opaque, image.Point{})
	return mask
}
