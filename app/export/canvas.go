package export

import (
	"image/color"
	"math"

	"dateline/widgets/scene"
)

// canvas is what a chart is painted on: the only thing that the painter knows
// of PNG, of SVG and of the library that makes them. Lengths are pixels at
// scale 1 from the page's top left corner.
type canvas interface {
	// rect fills a rectangle, its edges moved to whole pixels of the medium, at
	// least one wide and high.
	rect(b box, c color.NRGBA)
	// ramp fills rectangles whose opacity changes along them, as the segments
	// say. Together they reach from one end of the segments to the other.
	ramp(areas []box, segments []scene.Segment, c color.NRGBA)
	// fill fills an area.
	fill(p path, c color.NRGBA)
	// text writes a line from x on; y is its baseline.
	text(x, y float64, l line, c color.NRGBA)
}

// picture is a chart ready to be painted.
type picture struct {
	size     scene.Size
	timeline box // on whole pixels
	span     scene.Span
	paint    func(canvas) // the timeline
	around   func(canvas) // then what stands around it
}

// face is a size in pixels and a weight.
type face struct {
	size float64
	bold bool
}

// The faces of what stands around the timeline.
var (
	titleFace    = face{20, true}
	subtitleFace = face{13, false}
	legendFace   = face{12, false}
	sourceFace   = face{11.5, false}
)

// faceOf returns the face of a role, the window's own at factor 1.
func faceOf(style scene.TextStyle, factor float64) face {
	f := face{13, false}
	switch style {
	case scene.StrongTick, scene.UpperTick:
		f = face{11.5, true}
	case scene.TickText, scene.CountText, scene.MinimapText:
		f = face{11.5, false}
	case scene.LaneText:
		f = face{13, true}
	}
	f.size *= factor
	return f
}

// Ascent and descent of the fonts in parts of their size (hhea table of Noto
// Sans). Accents and Arabic stay within.
const (
	ascent  = 1.069
	descent = 0.293
)

// height returns the height of a line.
func (f face) height() float64 { return f.size * (ascent + descent) }

// baseline returns the baseline, on a whole pixel, of a line with its middle
// at y.
func (f face) baseline(y float64) float64 {
	return math.Round(y + f.size*(ascent-descent)/2)
}
