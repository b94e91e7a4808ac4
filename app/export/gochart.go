package export

import (
	"context"
	"fmt"
	"io"
	"math"

	"github.com/golang/freetype/truetype"
	chart "github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"
)

// The files gochart*.go are all that knows go-chart: render is what the rest
// calls, canvas is what it gets. The library is archived; what stands against
// its ways is said where it is done.

// unseen is the class of what go-chart draws of its own accord, which is not to
// be seen.
const unseen = "unseen"

// render writes the picture as a file of the format, a PNG with scale device
// pixels a pixel. The context is looked at while a PNG is compressed. After an
// error part of a file may have been written.
func render(ctx context.Context, w io.Writer, format Format, p *picture, scale float64) error {
	if format == SVG {
		return chartOf(p, vectorUnits).Render(newVectorRenderer(p), w)
	}
	return chartOf(p, scale).Render(newRasterRenderer(ctx, scale), w)
}

// chartOf returns the picture as a chart whose canvas box is the timeline.
// Axes are hidden, and ranges given because go-chart cannot find them in a
// series of its own kind. Units are go-chart's whole pixels in one of ours.
func chartOf(p *picture, units float64) chart.Chart {
	whole := func(pixels float64) int { return int(math.Round(pixels * units)) }
	around := func(r chart.Renderer, _ chart.Box, _ chart.Style) { p.around(r.(canvas)) }
	return chart.Chart{
		Width: whole(p.size.W), Height: whole(p.size.H),
		// The painter paints the page itself: go-chart's boxes take tens of
		// milliseconds each.
		Background: chart.Style{
			ClassName: unseen, FillColor: drawing.ColorTransparent, StrokeColor: drawing.ColorTransparent,
			Padding: chart.Box{
				IsSet: true,
				Left:  whole(p.timeline.x0), Top: whole(p.timeline.y0),
				Right: whole(p.size.W - p.timeline.x1), Bottom: whole(p.size.H - p.timeline.y1),
			},
		},
		Canvas: chart.Style{
			ClassName: unseen, FillColor: drawing.ColorTransparent, StrokeColor: drawing.ColorTransparent,
		},
		// Text is drawn as outlines that we have shaped. Any font keeps go-chart
		// from reading its own.
		Font:           new(truetype.Font),
		XAxis:          chart.XAxis{Style: chart.Hidden(), Range: &chart.ContinuousRange{Min: p.span.From, Max: p.span.To}},
		YAxis:          chart.YAxis{Style: chart.Hidden(), Range: &chart.ContinuousRange{Min: 0, Max: p.timeline.height()}},
		YAxisSecondary: chart.YAxis{Style: chart.Hidden()},
		Series:         []chart.Series{series{p}},
		Elements:       []chart.Renderable{around},
	}
}

// series is the lanes with their marks. Places are the scene's; the ranges that
// go-chart hands over say the same in whole pixels.
type series struct{ *picture }

// GetName returns a name for go-chart's own legend, which is not drawn.
func (s series) GetName() string { return "timeline" }

// GetYAxis returns the first of go-chart's two.
func (s series) GetYAxis() chart.YAxisType { return chart.YAxisPrimary }

// GetStyle returns that the series is drawn.
func (s series) GetStyle() chart.Style { return chart.Shown() }

// Validate reports a stretch of time that cannot be drawn.
func (s series) Validate() error {
	if !(s.span.Length() > 0) {
		return fmt.Errorf("an empty stretch of time, %v to %v", s.span.From, s.span.To)
	}
	return nil
}

// Render paints the series.
func (s series) Render(r chart.Renderer, _ chart.Box, _, _ chart.Range, _ chart.Style) {
	s.paint(r.(canvas))
}
