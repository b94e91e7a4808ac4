// Package palette gives the roles of a timeline their colours, in light and in
// dark, for the window and for the exported chart alike.
package palette

import (
	"image/color"
	"math"

	"github.com/lucasb-eyer/go-colorful"
)

// Palette is a colour for each role.
type Palette struct {
	Dark bool

	Surface    color.NRGBA // the window, the page
	Side       color.NRGBA // side bar and status bar
	Lane       color.NRGBA // first, third … lane on paper; in the window that is Surface, which costs no painting
	LaneOther  color.NRGBA // second, fourth … lane on paper
	Line       color.NRGBA // between regions
	Grid       color.NRGBA // upper tier of the axis through the lanes
	Text       color.NRGBA
	Muted      color.NRGBA // secondary text; still 4.5:1
	Button     color.NRGBA // buttons, fields, chips
	Hover      color.NRGBA // what the pointer is over
	Quote      color.NRGBA // behind a quotation
	Accent     color.NRGBA // primary action, focus, brush
	OnAccent   color.NRGBA // text on Accent
	Select     color.NRGBA // behind the selected event
	SelectLine color.NRGBA // around it
	Brush      color.NRGBA // the minimap's view
	Found      color.NRGBA // what a search has found
	Tooltip    color.NRGBA
	Error      color.NRGBA
}

// Light returns the colours for light surroundings and for paper.
func Light() Palette {
	return Palette{
		Surface: hex("#FFFFFF"), Side: hex("#F4F2ED"),
		Lane: hex("#FBFAF7"), LaneOther: hex("#F7F5F0"),
		Line: hex("#E3E0D8"), Grid: hex("#ECE9E2"),
		Text: hex("#1B1E23"), Muted: hex("#656971"),
		Button: hex("#ECE9E2"), Hover: hex("#E1DDD3"), Quote: hex("#F7F5F0"),
		Accent: hex("#0072B2"), OnAccent: hex("#FFFFFF"),
		Select: hex("#FFF3C4"), SelectLine: hex("#B07A00"),
		Brush: hex("#EBF4F9"), Tooltip: hex("#FFFFFF"), Error: hex("#B3261E"), Found: hex("#C2185B"),
	}
}

// Dark returns the colours for dark surroundings.
func Dark() Palette {
	return Palette{
		Dark:    true,
		Surface: hex("#1A1D22"), Side: hex("#16181C"),
		Lane: hex("#15171B"), LaneOther: hex("#1A1D22"),
		Line: hex("#2B2F36"), Grid: hex("#23272D"),
		Text: hex("#E8E6E1"), Muted: hex("#9BA0A8"),
		Button: hex("#262A31"), Hover: hex("#343A43"), Quote: hex("#22262C"),
		Accent: hex("#56B4E9"), OnAccent: hex("#0B1620"),
		Select: hex("#3A341C"), SelectLine: hex("#E0B64A"),
		Brush: hex("#1F2932"), Tooltip: hex("#262A31"), Error: hex("#FF8A80"), Found: hex("#FF6FA5"),
	}
}

// The contrasts (WCAG 2.1) that a lane's colour keeps against the lanes'
// background: 3 for marks, 4.5 for text. In the dark, marks glow at 6.
const (
	markContrast     = 3
	darkMarkContrast = 6
	textContrast     = 4.5
)

// Mark returns a lane's colour, given as "#RRGGBB", made darker or lighter as
// far as it must be to be seen on the lanes.
func (p Palette) Mark(lane string) color.NRGBA {
	if p.Dark {
		return p.readable(lane, darkMarkContrast)
	}
	return p.readable(lane, markContrast)
}

// LaneText returns a lane's colour fit for text on the lanes and the panel.
func (p Palette) LaneText(lane string) color.NRGBA {
	if p.Dark {
		return p.readable(lane, darkMarkContrast)
	}
	return p.readable(lane, textContrast)
}

// On returns black or white, whichever is read better on the colour.
func (p Palette) On(background color.NRGBA) color.NRGBA {
	white, black := hex("#FFFFFF"), hex("#111317")
	if Contrast(white, background) >= Contrast(black, background) {
		return white
	}
	return black
}

// OnMark returns white or black for a sign on a lane's colour: white wherever
// it keeps the contrast that marks need.
func (p Palette) OnMark(background color.NRGBA) color.NRGBA {
	if white := hex("#FFFFFF"); Contrast(white, background) >= markContrast {
		return white
	}
	return p.On(background)
}

// readable moves a colour's lightness away from the background, hue and chroma
// kept (CIE LCh), until the contrast is reached. What is no colour is Muted.
func (p Palette) readable(lane string, contrast float64) color.NRGBA {
	c, err := colorful.Hex(lane)
	if err != nil {
		return p.Muted
	}
	back := p.LaneOther
	h, chroma, l := c.Hcl()
	step := -0.01
	if p.Dark {
		step = 0.01
	}
	for ; l > 0 && l < 1; l += step {
		got := nrgba(colorful.Hcl(h, chroma, l).Clamped())
		if Contrast(got, back) >= contrast {
			return got
		}
	}
	return p.Text
}

// Fade returns the colour at an opacity between 0 and 1.
func Fade(c color.NRGBA, opacity float64) color.NRGBA {
	c.A = uint8(math.Round(float64(c.A) * opacity))
	return c
}

// Over returns the opaque colour that c at an opacity gives on a background.
func Over(c color.NRGBA, opacity float64, back color.NRGBA) color.NRGBA {
	mix := func(a, b uint8) uint8 { return uint8(math.Round(float64(a)*opacity + float64(b)*(1-opacity))) }
	return color.NRGBA{mix(c.R, back.R), mix(c.G, back.G), mix(c.B, back.B), 255}
}

// Contrast returns the contrast ratio of two opaque colours, 1 to 21 (WCAG 2.1,
// "contrast ratio").
func Contrast(a, b color.NRGBA) float64 {
	la, lb := luminance(a), luminance(b)
	return (math.Max(la, lb) + 0.05) / (math.Min(la, lb) + 0.05)
}

func luminance(c color.NRGBA) float64 {
	r, g, b := colorful.Color{R: float64(c.R) / 255, G: float64(c.G) / 255, B: float64(c.B) / 255}.LinearRgb()
	return 0.2126*r + 0.7152*g + 0.0722*b
}

func nrgba(c colorful.Color) color.NRGBA {
	r, g, b := c.RGB255()
	return color.NRGBA{r, g, b, 255}
}

// hex returns a colour of the tables above, which are written in this file.
func hex(text string) color.NRGBA {
	c, err := colorful.Hex(text)
	if err != nil {
		return color.NRGBA{A: 255}
	}
	return nrgba(c)
}
