package widgets

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"dateline/data/visible"
	"dateline/widgets/scene"
)

// brushes draws with canvas objects that are kept from one frame to the next.
// Objects are returned in the order in which they were drawn.
type brushes struct {
	text    *textMeasure
	objects []fyne.CanvasObject

	rects     pool[canvas.Rectangle]
	texts     pool[canvas.Text]
	polygons  pool[canvas.Polygon]
	circles   pool[canvas.Circle]
	gradients pool[canvas.LinearGradient]
	rasters   rasters
}

// pool hands out objects, making them as they are first needed.
type pool[T any] struct {
	all  []*T
	used int
}

func (p *pool[T]) take() *T {
	if p.used == len(p.all) {
		p.all = append(p.all, new(T))
	}
	p.used++
	return p.all[p.used-1]
}

// begin starts a frame.
func (b *brushes) begin() {
	b.objects = b.objects[:0]
	b.rects.used, b.texts.used, b.polygons.used, b.circles.used, b.gradients.used = 0, 0, 0, 0, 0
	b.rasters.begin()
}

// box are the edges of a rectangle in pixels.
type box struct{ x0, y0, x1, y1 float64 }

func (r box) position() fyne.Position { return fyne.NewPos(float32(r.x0), float32(r.y0)) }

func (r box) size() fyne.Size {
	return fyne.NewSize(float32(math.Max(r.x1-r.x0, 0)), float32(math.Max(r.y1-r.y0, 0)))
}

// outline is the stroke around a rectangle; the zero value is none.
type outline struct {
	color color.NRGBA
	width float32
}

func (b *brushes) rect(r box, fill color.NRGBA, radius float32, line outline) {
	o := b.rects.take()
	o.FillColor, o.CornerRadius = fill, radius
	o.StrokeColor, o.StrokeWidth = nil, 0
	if line.width > 0 {
		o.StrokeColor, o.StrokeWidth = line.color, line.width
	}
	o.Resize(r.size())
	o.Move(r.position())
	b.objects = append(b.objects, o)
}

// fade draws a rectangle whose opacity runs from a0 to a1, left to right.
func (b *brushes) fade(r box, from, to color.NRGBA) {
	o := b.gradients.take()
	if o.StartColor != from || o.EndColor != to {
		o.StartColor, o.EndColor, o.Angle = from, to, 270
		canvas.Refresh(o)
	}
	o.Resize(r.size())
	o.Move(r.position())
	b.objects = append(b.objects, o)
}

// write draws a text with its left edge at x and its middle at y. Here, and where
// widths are measured, is where characters that a screen would obey get signs.
func (b *brushes) write(text string, x, y float64, style scene.TextStyle, c color.NRGBA) {
	b.writeIn(text, x, y, b.text.face(style), c)
}

func (b *brushes) writeIn(text string, x, y float64, face textFace, c color.NRGBA) {
	if text == "" {
		return
	}
	o := b.texts.take()
	text = visible.Line(text)
	o.Text, o.TextSize, o.TextStyle, o.Color = text, face.size, face.style, c
	h := b.text.height(face)
	o.Move(fyne.NewPos(float32(math.Round(x)), float32(math.Round(y-float64(h)/2))))
	b.objects = append(b.objects, o)
}

// shape draws a lane's marker around a middle.
func (b *brushes) shape(s scene.Shape, x, y, width float64, fill color.NRGBA) {
	half := width * s.Size / 2
	r := box{x - half, y - half, x + half, y + half}
	if s.Sides == 0 {
		o := b.circles.take()
		o.FillColor = fill
		o.Resize(r.size())
		o.Move(r.position())
		b.objects = append(b.objects, o)
		return
	}
	o := b.polygons.take()
	o.FillColor, o.Sides, o.Angle, o.CornerRadius = fill, uint(s.Sides), float32(s.Angle), 1
	o.Resize(r.size())
	o.Move(r.position())
	b.objects = append(b.objects, o)
}
