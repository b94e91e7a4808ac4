package widgets

import (
	"image"
	"image/color"
	"math"

	"dateline/widgets/scene"
)

// picture is painted pixel by pixel, for what would be too many canvas objects:
// each of those costs more than its pixels do. Lengths are those of the widget,
// whose pixels the screen may have several of.
type picture struct {
	img    *image.RGBA
	scale  float64 // device pixels a pixel
	shapes map[shapeKey]*image.Alpha

	columns   []barColumn // of the bar that is being painted
	opacities []uint8     // of the pixels of its row
}

// begin makes the picture so many device pixels large. What is in it is to be
// covered or cleared. The picture before it is lost: memory is kept.
func (p *picture) begin(w, h int, scale float64) {
	need := 4 * w * h
	if p.img == nil || cap(p.img.Pix) < need {
		p.img = image.NewRGBA(image.Rect(0, 0, w, h))
	}
	p.img.Pix, p.img.Stride, p.img.Rect = p.img.Pix[:need], 4*w, image.Rect(0, 0, w, h)
	if p.scale != scale || p.shapes == nil {
		p.scale, p.shapes = scale, make(map[shapeKey]*image.Alpha)
	}
}

// clear makes the picture transparent.
func (p *picture) clear() { clear(p.img.Pix) }

// pixels returns the device pixels of a box that are in the picture.
func (p *picture) pixels(b box) image.Rectangle { return p.device(b).Intersect(p.img.Rect) }

// device returns the device pixels of a box, which is at least one wide and high.
func (p *picture) device(b box) image.Rectangle {
	edge := func(x float64) int { return int(math.Round(math.Max(math.Min(x*p.scale, 1e6), -1e6))) }
	return image.Rect(edge(b.x0), edge(b.y0), max(edge(b.x1), edge(b.x0)+1), max(edge(b.y1), edge(b.y0)+1))
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

// shapeKey is all that a shape's mask depends on, in device pixels.
type shapeKey struct {
	shape scene.Shape
	look  look
	side  int
	pill  bool // the shape is as wide as the square it is in
}

// markerMargin is the room around a marker for soft edges and the ends of a strike.
const markerMargin = 2

// markerSide returns the side of the square that a marker is painted in.
func markerSide(s scene.Shape, width float64) float64 {
	return math.Round(width*s.Size) + 2*markerMargin
}

// marker paints a lane's marker around a middle.
func (p *picture) marker(s scene.Shape, l look, x, y, width float64, c color.NRGBA) {
	out := width*s.Size/2 + markerMargin
	at := func(v float64) int { return int(math.Round((v - out) * p.scale)) }
	side := int(math.Round(markerSide(s, width) * p.scale))
	p.stamp(p.markerMask(s, l, width, side), at(x), at(y), c)
}

// sign paints a marker in the middle of the picture.
func (p *picture) sign(s scene.Shape, l look, width float64, c color.NRGBA) {
	p.stamp(p.markerMask(s, l, width, p.img.Rect.Dx()), 0, 0, c)
}

func (p *picture) markerMask(s scene.Shape, l look, width float64, side int) *image.Alpha {
	key := shapeKey{shape: s, look: l, side: side}
	mask, ok := p.shapes[key]
	if !ok {
		mask = markerMask(s, l, width*p.scale, side, p.scale)
		p.shapes[key] = mask
	}
	return mask
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
	key := shapeKey{side: side, pill: true}
	mask, ok := p.shapes[key]
	if !ok {
		mask = markerMask(scene.Shape{Size: 1}, filled, float64(side), side, p.scale)
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
