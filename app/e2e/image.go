// Package e2e drives the real program in a real window, as a person would: on an X display of its own,
// with a window manager, a mouse and a keyboard, looking at what the screen shows.
//
// All that needs a display has the build tag e2e and Linux: "make e2e" runs it. What looks at images is
// here and needs neither.
package e2e

import (
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"sort"
)

// Near reports whether no channel of two colours differs by more than tolerance (0 to 255).
func Near(a, b color.RGBA, tolerance int) bool {
	return distance(a.R, b.R) <= tolerance && distance(a.G, b.G) <= tolerance && distance(a.B, b.B) <= tolerance
}

// distance is how far two channels are apart.
func distance(a, b uint8) int {
	if a < b {
		return int(b - a)
	}
	return int(a - b)
}

// CountNear counts the pixels near a colour in a rectangle.
func CountNear(img *image.RGBA, in image.Rectangle, c color.RGBA, tolerance int) int {
	count := 0
	each(img, in, func(x, y int) {
		if Near(img.RGBAAt(x, y), c, tolerance) {
			count++
		}
	})
	return count
}

// Average is the mean colour of a rectangle; black where it holds no pixel.
func Average(img *image.RGBA, in image.Rectangle) color.RGBA {
	var r, g, b, n int
	each(img, in, func(x, y int) {
		c := img.RGBAAt(x, y)
		r, g, b, n = r+int(c.R), g+int(c.G), b+int(c.B), n+1
	})
	if n == 0 {
		return color.RGBA{A: 255}
	}
	return color.RGBA{R: uint8(r / n), G: uint8(g / n), B: uint8(b / n), A: 255}
}

// Difference counts the pixels of a rectangle that are not near each other in two images.
func Difference(a, b *image.RGBA, in image.Rectangle, tolerance int) int {
	count := 0
	each(a, in.Intersect(b.Bounds()), func(x, y int) {
		if !Near(a.RGBAAt(x, y), b.RGBAAt(x, y), tolerance) {
			count++
		}
	})
	return count
}

// Colours counts the different colours of a rectangle: 1 where nothing was painted.
func Colours(img *image.RGBA, in image.Rectangle) int {
	seen := map[color.RGBA]bool{}
	each(img, in, func(x, y int) { seen[img.RGBAAt(x, y)] = true })
	return len(seen)
}

// Blobs finds the connected areas near a colour, of at least least pixels: their bounding boxes from top to
// bottom and left to right. Pixels touch by their sides, not by their corners.
func Blobs(img *image.RGBA, in image.Rectangle, c color.RGBA, tolerance, least int) []image.Rectangle {
	in = in.Intersect(img.Bounds())
	seen := make([]bool, in.Dx()*in.Dy())
	wanted := func(p image.Point) bool {
		return p.In(in) && !seen[(p.Y-in.Min.Y)*in.Dx()+p.X-in.Min.X] && Near(img.RGBAAt(p.X, p.Y), c, tolerance)
	}
	take := func(p image.Point) { seen[(p.Y-in.Min.Y)*in.Dx()+p.X-in.Min.X] = true }
	var found []image.Rectangle
	each(img, in, func(x, y int) {
		if start := image.Pt(x, y); wanted(start) {
			if box, size := flood(start, wanted, take); size >= least {
				found = append(found, box)
			}
		}
	})
	sort.SliceStable(found, func(i, j int) bool {
		a, b := found[i].Min, found[j].Min
		return a.Y < b.Y || a.Y == b.Y && a.X < b.X
	})
	return found
}

// flood takes all pixels that are connected with the first one; it returns their bounding box and number.
func flood(start image.Point, wanted func(image.Point) bool, take func(image.Point)) (image.Rectangle, int) {
	box := image.Rectangle{Min: start, Max: start.Add(image.Pt(1, 1))}
	size := 0
	take(start)
	for open := []image.Point{start}; len(open) > 0; size++ {
		p := open[len(open)-1]
		open = open[:len(open)-1]
		box = box.Union(image.Rectangle{Min: p, Max: p.Add(image.Pt(1, 1))})
		for _, step := range []image.Point{{X: 1}, {X: -1}, {Y: 1}, {Y: -1}} {
			if next := p.Add(step); wanted(next) {
				take(next)
				open = append(open, next)
			}
		}
	}
	return box, size
}

// Centre is the middle of a rectangle: where to click.
func Centre(r image.Rectangle) image.Point {
	return r.Min.Add(r.Max).Div(2)
}

// each visits the pixels of a rectangle, as far as the image reaches, row by row.
func each(img *image.RGBA, in image.Rectangle, visit func(x, y int)) {
	in = in.Intersect(img.Bounds())
	for y := in.Min.Y; y < in.Max.Y; y++ {
		for x := in.Min.X; x < in.Max.X; x++ {
			visit(x, y)
		}
	}
}

// decodeXWD reads a window dump as an X server with 32 bits a pixel keeps its screen: a header of big-endian
// numbers, a colour map that is of no use here, and the pixels as blue, green, red and nothing.
func decodeXWD(dump []byte) (*image.RGBA, error) {
	const fields = 20
	if len(dump) < 4*fields {
		return nil, fmt.Errorf("a screenshot of only %d bytes", len(dump))
	}
	field := func(i int) int { return int(binary.BigEndian.Uint32(dump[4*i:])) }
	width, height, order, bits, line := field(4), field(5), field(7), field(11), field(12)
	start := field(0) + 12*field(19)
	if order != 0 || bits != 32 || line < 4*width || len(dump) < start+line*height {
		return nil, fmt.Errorf("a screenshot of %d×%d with %d bits a pixel, order %d, in %d bytes", width, height, bits, order, len(dump))
	}
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		from, to := dump[start+y*line:][:4*width], img.Pix[y*img.Stride:]
		for i := 0; i < len(from); i += 4 {
			to[i], to[i+1], to[i+2], to[i+3] = from[i+2], from[i+1], from[i], 255
		}
	}
	return img, nil
}
