package export

import (
	"context"
	"image"
	"image/color"
	"image/draw"
	"io"
	"math"

	"github.com/golang/freetype/truetype"
	chart "github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"

	"dateline/widgets/palette"
	"dateline/widgets/scene"
)

// rasterRenderer draws on an image. go-chart's own is not used because it knows
// whole pixels only, its circles are not round, and it writes Arabic from left
// to right, unjoined.
type rasterRenderer struct {
	intPath
	ctx   context.Context
	img   *image.RGBA
	scale float64
}

var (
	_ chart.Renderer = (*rasterRenderer)(nil)
	_ canvas         = (*rasterRenderer)(nil)
)

func newRasterRenderer(ctx context.Context, scale float64) chart.RendererProvider {
	return func(width, height int) (chart.Renderer, error) {
		img := image.NewRGBA(image.Rect(0, 0, width, height))
		gc, err := drawing.NewRasterGraphicContext(img)
		if err != nil {
			return nil, err
		}
		gc.SetFillRule(drawing.FillRuleWinding)
		return &rasterRenderer{intPath{gc: gc}, ctx, img, scale}, nil
	}
}

// Save writes the image as a PNG.
func (r *rasterRenderer) Save(w io.Writer) error { return writePNG(r.ctx, w, r.img) }

func (r *rasterRenderer) rect(b box, c color.NRGBA) {
	x0, x1 := r.edges(b.x0, b.x1)
	y0, y1 := r.edges(b.y0, b.y1)
	draw.Draw(r.img, image.Rect(x0, y0, x1, y1), image.NewUniform(c), image.Point{}, draw.Over)
}

// edges returns two edges in whole device pixels, at least one apart.
func (r *rasterRenderer) edges(from, to float64) (a, b int) {
	a, b = int(math.Round(from*r.scale)), int(math.Round(to*r.scale))
	return a, max(a+1, b)
}

func (r *rasterRenderer) ramp(areas []box, segments []scene.Segment, c color.NRGBA) {
	for _, area := range areas {
		top, bottom := r.edges(area.y0, area.y1)
		left, right := r.edges(area.x0, area.x1)
		for _, s := range segments {
			x0, x1 := int(math.Round(s.X0*r.scale)), int(math.Round(s.X1*r.scale))
			from, to, step := max(x0, left), min(x1, right), 1
			if s.A0 == s.A1 {
				step = max(to-from, 1)
			}
			for x := from; x < to; x += step {
				part := (float64(x-x0) + 0.5) / float64(x1-x0)
				shade := image.NewUniform(palette.Fade(c, s.A0+(s.A1-s.A0)*part))
				draw.Draw(r.img, image.Rect(x, top, x+step, bottom), shade, image.Point{}, draw.Over)
			}
		}
	}
}

func (r *rasterRenderer) fill(p path, c color.NRGBA) {
	r.gc.SetFillColor(c)
	p.placed(0, 0, r.scale).flatten(
		func(at scene.Point) { r.gc.MoveTo(at.X, at.Y) },
		func(at scene.Point) { r.gc.LineTo(at.X, at.Y) },
	)
	r.gc.Fill()
}

func (r *rasterRenderer) text(x, y float64, l line, c color.NRGBA) {
	baseline := math.Round(y*r.scale) / r.scale // stems of letters stand on whole pixels
	for word := range l.outlines(x, baseline) { // the rasterizer's time grows with the square of a row's outlines
		r.fill(word, c)
	}
}

// intPath is what go-chart asks of a renderer, in its whole pixels. Text is
// not drawn by it.
type intPath struct {
	gc           *drawing.RasterGraphicContext
	fill, stroke drawing.Color
	width        float64
	dashes       []float64
}

// ResetStyle forgets colours, width and dashes.
func (p *intPath) ResetStyle() { *p = intPath{gc: p.gc} }

// GetDPI returns the pixels an inch.
func (p *intPath) GetDPI() float64 { return p.gc.GetDPI() }

// SetDPI sets the pixels an inch.
func (p *intPath) SetDPI(dpi float64) { p.gc.SetDPI(dpi) }

// SetClassName does nothing: an image has no classes.
func (p *intPath) SetClassName(string) {}

// SetStrokeColor sets the colour of lines.
func (p *intPath) SetStrokeColor(c drawing.Color) { p.stroke = c }

// SetFillColor sets the colour of areas.
func (p *intPath) SetFillColor(c drawing.Color) { p.fill = c }

// SetStrokeWidth sets the width of lines in pixels.
func (p *intPath) SetStrokeWidth(width float64) { p.width = width }

// SetStrokeDashArray sets the lengths of dashes and gaps in pixels.
func (p *intPath) SetStrokeDashArray(dashes []float64) { p.dashes = dashes }

// MoveTo begins a contour.
func (p *intPath) MoveTo(x, y int) { p.gc.MoveTo(float64(x), float64(y)) }

// LineTo adds a line.
func (p *intPath) LineTo(x, y int) { p.gc.LineTo(float64(x), float64(y)) }

// QuadCurveTo adds a curve.
func (p *intPath) QuadCurveTo(cx, cy, x, y int) {
	p.gc.QuadCurveTo(float64(cx), float64(cy), float64(x), float64(y))
}

// ArcTo adds an arc around a middle, angles in radians.
func (p *intPath) ArcTo(cx, cy int, rx, ry, startAngle, delta float64) {
	p.gc.ArcTo(float64(cx), float64(cy), rx, ry, startAngle, delta)
}

// Close ends a contour.
func (p *intPath) Close() { p.gc.Close() }

// Fill fills the path and forgets it.
func (p *intPath) Fill() {
	if p.fill.A == 0 {
		p.gc.BeginPath()
		return
	}
	p.gc.SetFillColor(p.fill)
	p.gc.Fill()
}

// Stroke draws the path and forgets it.
func (p *intPath) Stroke() {
	if p.stroke.A == 0 || p.width == 0 {
		p.gc.BeginPath()
		return
	}
	p.gc.SetStrokeColor(p.stroke)
	p.gc.SetLineWidth(p.width)
	p.gc.SetLineDash(p.dashes, 0)
	p.gc.Stroke()
}

// FillStroke fills and draws the path and forgets it.
func (p *intPath) FillStroke() {
	if p.stroke.A == 0 || p.width == 0 {
		p.Fill()
		return
	}
	p.gc.SetFillColor(p.fill)
	p.gc.SetStrokeColor(p.stroke)
	p.gc.SetLineWidth(p.width)
	p.gc.SetLineDash(p.dashes, 0)
	p.gc.FillStroke()
}

// Circle adds a circle to the path.
func (p *intPath) Circle(radius float64, x, y int) {
	p.gc.ArcTo(float64(x), float64(y), radius, radius, 0, 2*math.Pi)
}

// SetFont does nothing; see Text.
func (p *intPath) SetFont(*truetype.Font) {}

// SetFontColor does nothing; see Text.
func (p *intPath) SetFontColor(drawing.Color) {}

// SetFontSize does nothing; see Text.
func (p *intPath) SetFontSize(float64) {}

// Text does nothing: nothing in our charts has go-chart write text.
func (p *intPath) Text(string, int, int) {}

// MeasureText returns no size; see Text.
func (p *intPath) MeasureText(string) chart.Box { return chart.Box{} }

// SetTextRotation does nothing; see Text.
func (p *intPath) SetTextRotation(float64) {}

// ClearTextRotation does nothing; see Text.
func (p *intPath) ClearTextRotation() {}
