package widgets

import (
	"image/color"

	"dateline/data"
	"dateline/widgets/palette"
)

// look is how a mark is painted: it tells without colour how well the mark's event
// is attested.
type look uint8

const (
	filled   look = iota // established, or not said
	outlined             // reported: an outline around a faint tint
	dashed               // alleged: a dashed outline around nothing
	halved               // disputed: half of it filled, the other half outlined
	struck               // shown to be false: an outline, struck through
)

func lookOf(status data.Status) look {
	switch status {
	case data.Reported:
		return outlined
	case data.Alleged:
		return dashed
	case data.Disputed:
		return halved
	case data.False:
		return struck
	}
	return filled
}

// Measures of looks in pixels, and opacities.
const (
	lineWidth  = 1.75 // of an outline
	markDash   = 8.5  // from one dash to the next around a marker, at least nearly
	barDash    = 6.4  // along a bar; a whole number of them is barGrid
	dashShare  = 0.58 // of that, how long a dash is
	markShare  = 0.7  // the same around a marker
	faint      = 0.16 // the tint within an outline
	tint       = 0.35 // how much of a lane's colour a bar keeps behind its own label
	strikeTint = 0.65 // the same of the line that strikes it through
	dimmed     = 0.3  // what is not in the chain that is shown
	dimText    = 0.55 // its label, which is muted besides: as faint as the rest, and still to be read
)

// readable returns an opacity of a lane's colour on which text is read with a
// contrast of 4.5, the one that is wanted if that will do. It is so wherever a bar
// may lie: on the lanes, on long events that are under way, on the selection and
// on what a search has found.
func readable(p *palette.Palette, c color.NRGBA, wanted float64) float64 {
	const contrast, step = 4.5, 0.05
	for _, back := range [4]color.NRGBA{
		p.Surface, palette.Over(c, restOpacity, p.Surface), p.Select, palette.Over(p.Found, foundOpacity, p.Surface),
	} {
		for wanted > step && palette.Contrast(p.Text, palette.Over(c, wanted, back)) < contrast {
			wanted -= step
		}
	}
	return wanted
}
