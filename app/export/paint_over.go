package export

import (
	"image/color"
	"math"
	"slices"

	"dateline/widgets/palette"
	"dateline/widgets/scene"
)

// Opacities of what is drawn behind the marks.
const (
	ghostOpacity   = 0.85
	tieOpacity     = 0.5
	lagOpacity     = 0.6
	perhapsOpacity = 0.3
	linkOpacity    = 0.75
	hatchOpacity   = 0.3
)

// Measures in pixels.
const (
	ghostLine  = 1
	hatchStep  = 8
	hatchWidth = 1
	lagEnd     = 2 // half the width of what ends a lag
)

// paintBands hatches the gaps.
func (p *painter) paintBands() {
	for i := range p.timeline.over.bands {
		band := &p.timeline.over.bands[i]
		p.hatch(p.at(band.X0, band.Y0, band.X1, band.Y1), palette.Fade(p.o.Theme.Muted, hatchOpacity))
	}
}

// titleGround paints over the hatches behind a lane's title.
func (p *painter) titleGround(lane int, x, width float64) {
	c, l := p.o.Theme.Lane, &p.timeline.Lanes[lane]
	if l.Lane%2 == 1 {
		c = p.o.Theme.LaneOther
	}
	half := faceOf(scene.LaneText, p.timeline.factor).height() / 2
	p.rect(p.at(x-plaqueEdge, l.TitleY-half, x+width+plaqueEdge, l.TitleY+half), c)
}

// paintBehind paints what else lies behind marks and labels.
func (p *painter) paintBehind() {
	for i := range p.timeline.over.lags {
		l := &p.timeline.over.lags[i]
		p.lag(l, p.box.x0, p.box.y0, p.faded(p.laneColor(l.lane), l.dim))
	}
	for i := range p.timeline.over.ties {
		l := &p.timeline.over.ties[i]
		p.tie(l, p.box.x0, p.box.y0, p.faded(p.laneColor(l.lane), l.dim))
	}
	for i := range p.timeline.over.ghosts {
		g := &p.timeline.over.ghosts[i]
		p.ghost(g, p.box.x0, p.box.y0, p.faded(p.laneColor(g.lane), g.dim))
	}
	for i := range p.timeline.over.links {
		l := &p.timeline.over.links[i]
		p.fill(l.area.placed(p.box.x0, p.box.y0, 1), p.linkColor(l.sign()))
	}
}

// faded returns a colour, pale for what stands back.
func (p *painter) faded(c color.NRGBA, dim bool) color.NRGBA {
	if dim {
		return palette.Fade(c, dimmed)
	}
	return c
}

// linkColor returns the colour of a link: what cannot both be so stands out.
func (p *painter) linkColor(s sign) color.NRGBA {
	if s == clashSign {
		return p.o.Theme.Error
	}
	return palette.Fade(p.o.Theme.Text, linkOpacity)
}

// ghost paints a ghost whose places begin at x and y on the page, on whole
// pixels.
func (p *painter) ghost(g *ghost, x, y float64, c color.NRGBA) {
	b := box{x + g.edge.x0, math.Round(y + g.edge.y0), x + g.edge.x1, 0}
	b.y1 = b.y0 + math.Max(3*ghostLine, math.Round(g.edge.height()))
	c = palette.Fade(c, ghostOpacity)
	frame := bar{box: b, line: ghostLine, closed0: g.closed0, closed1: g.closed1}
	for _, side := range append(frame.rails(), frame.ends(b.y0+ghostLine, b.y1-ghostLine)...) {
		p.rect(side, c)
	}
}

// tie paints a tie whose places begin at x and y on the page.
func (p *painter) tie(l *tie, x, y float64, c color.NRGBA) {
	middle := math.Round(y+l.y) - ghostLine
	p.rect(box{x + l.x0, middle, x + l.x1, middle + ghostLine}, palette.Fade(c, tieOpacity))
}

// lag paints a lag whose places begin at x and y on the page.
func (p *painter) lag(l *lag, x, y float64, c color.NRGBA) {
	solid := palette.Fade(c, lagOpacity)
	y = math.Round(y + l.y)
	if l.perhapsFrom > l.x0 {
		p.rect(box{x + l.x0, y, x + l.perhapsFrom, y + 1}, solid)
	}
	if l.x1 > l.perhapsFrom {
		p.rect(box{x + l.perhapsFrom, y, x + l.x1, y + 1}, palette.Fade(c, perhapsOpacity))
	}
	if l.ends {
		p.rect(box{x + l.x1 - 1, y - 1, x + l.x1 + 1, y + lagEnd + 1}, solid)
	}
}

// hatch paints slanting lines over a rectangle.
func (p *painter) hatch(b box, c color.NRGBA) {
	lines := hatches(b)
	for len(lines) > 0 {
		n := min(len(lines), hatchesAtOnce)
		p.fill(slices.Concat(lines[:n]...), c)
		lines = lines[n:]
	}
}

// hatches returns lines over a rectangle, down to the left. They have the same
// places on the page whatever the rectangle.
func hatches(b box) []path {
	var lines []path
	first := math.Ceil((b.x0+b.y0)/hatchStep)*hatchStep - b.y0
	for x := first; x-b.height() < b.x1; x += hatchStep {
		for _, run := range (polyline{{X: x, Y: b.y0}, {X: x - b.height(), Y: b.y1}}).cut(b.x0, b.x1) {
			lines = append(lines, ribbon(run, hatchWidth))
		}
	}
	return lines
}

// hatchesAtOnce is how many lines are filled as one area: the rasterizer's time
// grows with the square of a row's outlines.
const hatchesAtOnce = 16

// paintWords writes what stands over marks and labels.
func (p *painter) paintWords() {
	for i := range p.timeline.over.bands {
		p.plaque(&p.timeline.over.bands[i].Label, color.NRGBA{})
	}
	for i := range p.timeline.over.links {
		p.plaque(&p.timeline.over.links[i].words, p.o.Theme.Line)
	}
}

// plaque writes a text on a ground of its own, with an edge unless that has no
// colour.
func (p *painter) plaque(l *scene.Label, edge color.NRGBA) {
	if l.Text == "" {
		return
	}
	b := p.timeline.plaqueBox(l)
	b = p.at(b.x0, math.Round(b.y0), b.x1, math.Round(b.y1))
	ground := b
	if edge.A > 0 {
		p.fill(rounded(b, b.height()/2), edge)
		ground = b.within(1)
	}
	p.fill(rounded(ground, ground.height()/2), p.o.Theme.Surface)
	p.inTimeline(l.Text, l.X, l.Y, scene.HintText, p.o.Theme.Text)
}
