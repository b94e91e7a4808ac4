package widgets

import (
	"image"
	"image/color"
	"math"

	"golang.org/x/image/vector"

	"dateline/widgets/scene"
)

// picture is painted pixel by pixel, for what would be too many canvas objects:
// each of those costs more than its pixels do. Lengths are those of the widget,
// whose pixels the screen may have several of.
type picture struct {
	img    *image.RGBA
	scale  float64 // device pixels a pixel
	shapes map[shapeKey]*image.Alpha
}

// begin makes the picture so many device pixels large. What is in it is to be
// covered.
func (p *picture) begin(w, h int, scale float64) {
	if p.img == nil || p.img.Rect.Dx() != w || p.img.Rect.Dy() != h {
		p.img = image.NewRGBA(image.Rect(0, 0, w, h))
	}
	if p.scale != scale || p.shapes == nil {
		p.scale, p.shapes = scale, make(map[shapeKey]*image.Alpha)
	}
}

// pixels returns the device pixels of a box that are in the picture; a box is at
// least one wide and high.
func (p *picture) pixels(b box) image.Rectangle {
	edge := func(x float64) int { return int(math.Round(math.Max(math.Min(x*p.scale, 1e6), -1e6))) }
	r := image.Rect(edge(b.x0), edge(b.y0), max(edge(b.x1), edge(b.x0)+1), max(edge(b.y1), edge(b.y0)+1))
	return r.Intersect(p.img.Rect)
}

// fill paints a box.
func (p *picture) fill(b box, c color.NRGBA) {
	r := p.pixels(b)
	if r.Empty() {
		return
	}
	if c.A == 255 {
		p.cover(r, c)
		return
	}
	for y := r.Min.Y; y < r.Max.Y; y++ {
		row := p.row(r, y)
		for i := 0; i < len(row); i += 4 {
			blend(row[i:i+4:i+4], c, uint32(c.A))
		}
	}
}

// cover paints an opaque rectangle: its first row, and that over the others.
func (p *picture) cover(r image.Rectangle, c color.NRGBA) {
	first := p.row(r, r.Min.Y)
	for i := 0; i < len(first); i += 4 {
		first[i], first[i+1], first[i+2], first[i+3] = c.R, c.G, c.B, 255
	}
	for y := r.Min.Y + 1; y < r.Max.Y; y++ {
		copy(p.row(r, y), first)
	}
}

// row returns the pixels of a rectangle's row.
func (p *picture) row(r image.Rectangle, y int) []uint8 {
	return p.img.Pix[p.img.PixOffset(r.Min.X, y) : p.img.PixOffset(r.Min.X, y)+4*r.Dx()]
}

// blend paints a colour over a pixel with an opacity from 0 to 255. Pixels are
// premultiplied.
func blend(pixel []uint8, c color.NRGBA, opacity uint32) {
	left := 255 - opacity
	pixel[0] = uint8((uint32(pixel[0])*left + uint32(c.R)*opacity) / 255)
	pixel[1] = uint8((uint32(pixel[1])*left + uint32(c.G)*opacity) / 255)
	pixel[2] = uint8((uint32(pixel[2])*left + uint32(c.B)*opacity) / 255)
	pixel[3] = uint8((uint32(pixel[3])*left + 255*opacity) / 255)
}

// ramp paints a box whose opacity runs evenly from a0 to a1.
func (p *picture) ramp(b box, c color.NRGBA, a0, a1 float64) {
	r := p.pixels(b)
	for x := r.Min.X; x < r.Max.X; x++ {
		share := ((float64(x)+0.5)/p.scale - b.x0) / (b.x1 - b.x0)
		opacity := uint32(float64(c.A) * (a0 + (a1-a0)*math.Max(math.Min(share, 1), 0)))
		for y := r.Min.Y; y < r.Max.Y; y++ {
			at := p.img.PixOffset(x, y)
			blend(p.img.Pix[at:at+4:at+4], c, opacity)
		}
	}
}

// shapeKey is all that a shape's outline depends on, in device pixels.
type shapeKey struct {
	shape scene.Shape
	w, h  int
}

// marker paints a lane's marker around a middle.
func (p *picture) marker(s scene.Shape, x, y, width float64, c color.NRGBA) {
	size := width * s.Size * p.scale
	side := int(math.Ceil(size)) + 2
	key := shapeKey{s, side, 0}
	mask, ok := p.shapes[key]
	if !ok {
		mask = markerMask(s, width*p.scale, side)
		p.shapes[key] = mask
	}
	p.stamp(mask, int(math.Round(x*p.scale))-side/2, int(math.Round(y*p.scale))-side/2, c)
}

// stamp paints a mask with its left top corner at a device pixel.
func (p *picture) stamp(mask *image.Alpha, x, y int, c color.NRGBA) {
	r := mask.Rect.Add(image.Pt(x, y)).Intersect(p.img.Rect)
	for py := r.Min.Y; py < r.Max.Y; py++ {
		at, from := p.img.PixOffset(r.Min.X, py), mask.PixOffset(r.Min.X-x, py-y)
		for i := range r.Dx() {
			if a := mask.Pix[from+i]; a != 0 {
				blend(p.img.Pix[at+4*i:at+4*i+4:at+4*i+4], c, uint32(a)*uint32(c.A)/255)
			}
		}
	}
}

// pill paints a box with round ends.
func (p *picture) pill(b box, c color.NRGBA) {
	r := p.pixels(b)
	side := int(math.Round((b.y1 - b.y0) * p.scale))
	key := shapeKey{scene.Shape{}, side, side}
	mask, ok := p.shapes[key]
	if !ok {
		mask = markerMask(scene.Shape{Size: 1}, float64(side), side)
		p.shapes[key] = mask
	}
	left, right := int(math.Round(b.x0*p.scale)), int(math.Round(b.x1*p.scale))
	half := side / 2
	top := int(math.Round(b.y0 * p.scale))
	p.stamp(part(mask, 0, half), left, top, c)
	p.stamp(part(mask, half, side), right-(side-half), top, c)
	middle := image.Rect(left+half, r.Min.Y, right-(side-half), r.Max.Y).Intersect(p.img.Rect)
	p.fill(box{
		float64(middle.Min.X) / p.scale, float64(middle.Min.Y) / p.scale,
		float64(middle.Max.X) / p.scale, float64(middle.Max.Y) / p.scale,
	}, c)
}

// part returns a mask's columns from one to another as a mask.
func part(mask *image.Alpha, from, to int) *image.Alpha {
	return &image.Alpha{
		Pix: mask.Pix[from:], Stride: mask.Stride, Rect: image.Rect(0, 0, to-from, mask.Rect.Dy()),
	}
}

// markerMask returns a shape around the middle of a square.
func markerMask(s scene.Shape, width float64, side int) *image.Alpha {
	z := vector.NewRasterizer(side, side)
	middle := float64(side / 2)
	if s.Sides == 0 {
		if side%2 == 1 {
			middle += 0.5
		}
		circle(z, middle, width*s.Size/2)
	} else {
		for i, corner := range s.Points(middle, middle, width) {
			if i == 0 {
				z.MoveTo(float32(corner.X), float32(corner.Y))
			} else {
				z.LineTo(float32(corner.X), float32(corner.Y))
			}
		}
	}
	z.ClosePath()
	mask := image.NewAlpha(image.Rect(0, 0, side, side))
	z.Draw(mask, mask.Rect, image.Opaque, image.Point{})
	return mask
}

// circle adds a circle around a middle, of four cubic curves.
func circle(z *vector.Rasterizer, middle, radius float64) {
	const handle = 0.5523 // of the radius: so a cubic curve is a quarter of a circle
	m, r, h := float32(middle), float32(radius), float32(radius*handle)
	z.MoveTo(m+r, m)
	z.CubeTo(m+r, m+h, m+h, m+r, m, m+r)
	z.CubeTo(m-h, m+r, m-r, m+h, m-r, m)
	z.CubeTo(m-r, m-h, m-h, m-r, m, m-r)
	z.CubeTo(m+h, m-r, m+r, m-h, m+r, m)
}
