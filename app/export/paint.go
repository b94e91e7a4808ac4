package export

import (
	"context"
	"image/color"
	"math"

	"dateline/widgets/palette"
	"dateline/widgets/scene"
)

// painter paints a composition; every decision about time, place and text has
// been made.
type painter struct {
	*composition
	ctx     context.Context
	t       *typesetter
	missing map[rune]bool // characters drawn as boxes
	canvas
}

// picture returns the composition ready to be painted.
func (p *painter) picture() *picture {
	return &picture{
		size: p.size, timeline: p.box, span: p.o.span(),
		paint:  func(c canvas) { p.canvas = c; p.paintTimeline() },
		around: func(c canvas) { p.canvas = c; p.paintAround() },
	}
}

// write writes a line and takes down which of its characters are missing.
func (p *painter) write(l line, x, y float64, c color.NRGBA) {
	if l.text == "" {
		return
	}
	for _, r := range l.missing {
		p.missing[r] = true
	}
	p.text(x, y, l, c)
}

// place writes a line in its place.
func (p *painter) place(l *placedLine) {
	c := p.o.Theme.Text
	if l.muted {
		c = p.o.Theme.Muted
	}
	if l.dim {
		c = palette.Fade(c, dimmedText)
	}
	p.write(l.line, l.x, l.y, c)
}

// inTimeline writes a text of the scene; y is its middle.
func (p *painter) inTimeline(text string, x, y float64, style scene.TextStyle, c color.NRGBA) {
	f := faceOf(style, p.timeline.factor)
	p.write(p.t.line(text, f), p.box.x0+x, f.baseline(p.box.y0+y), c)
}

// at returns a rectangle of the scene in its place on the page.
func (p *painter) at(x0, y0, x1, y1 float64) box {
	return box{p.box.x0 + x0, p.box.y0 + y0, p.box.x0 + x1, p.box.y0 + y1}
}

func (p *painter) laneColor(lane int) color.NRGBA { return p.o.Theme.Mark(p.o.Set.Lanes[lane].Color) }

// paintTimeline paints until the context ends.
func (p *painter) paintTimeline() {
	p.rect(box{0, 0, p.size.W, p.size.H}, p.o.Theme.Surface)
	p.paintLanes()
	p.paintBands()
	p.paintTitles()
	p.paintBehind()
	for i := range p.timeline.Marks {
		if p.ctx.Err() != nil {
			return
		}
		p.paintMark(&p.timeline.Marks[i], &p.labels[i])
		p.place(&p.labels[i].text)
		p.place(&p.labels[i].numbers)
	}
	for _, hint := range p.timeline.Hints {
		p.inTimeline(hint.Label.Text, hint.Label.X, hint.Label.Y, scene.HintText, p.o.Theme.Muted)
	}
	if p.nothing != nil {
		p.write(p.nothing.line, p.box.x0+p.nothing.x, p.box.y0+p.nothing.y, p.o.Theme.Muted)
	}
	p.paintWords()
	p.paintAxis()
}

// paintLanes paints the ground.
func (p *painter) paintLanes() {
	theme, size, top := p.o.Theme, p.timeline.Size, p.timeline.metrics.Axis
	p.rect(p.at(0, top, size.W, size.H), theme.Lane)
	for i, lane := range p.timeline.Lanes {
		bottom := math.Min(lane.Y+lane.Height, size.H)
		if lane.Lane%2 == 1 {
			p.rect(p.at(0, lane.Y, size.W, bottom), theme.LaneOther)
		}
		if i > 0 {
			p.rect(p.at(0, lane.Y, size.W, lane.Y+1), theme.Line)
		}
	}
	for _, tick := range p.timeline.Axis.Upper {
		if x := math.Round(tick.X); x > 0 && x+1 < size.W {
			p.rect(p.at(x, top, x+1, size.H), theme.Grid)
		}
	}
}

// paintTitles paints the lanes' colours at the left and their titles.
func (p *painter) paintTitles() {
	theme, m, size := p.o.Theme, p.timeline.metrics, p.timeline.Size
	for i, lane := range p.timeline.Lanes {
		x, text := m.Edge+2, p.timeline.titles[i]
		p.rect(p.at(0, lane.Y, 4, math.Min(lane.Y+lane.Height, size.H)), p.laneColor(lane.Lane))
		if len(p.timeline.over.bands) > 0 && text != "" {
			p.titleGround(i, x, m.TextWidth(text, scene.LaneText))
		}
		p.inTimeline(text, x, lane.TitleY, scene.LaneText, theme.LaneText(p.o.Set.Lanes[lane.Lane].Color))
	}
	p.rect(p.at(0, size.H-1, size.W, size.H), theme.Line)
}

func (p *painter) paintAxis() {
	theme, m := p.o.Theme, p.timeline.metrics
	p.rect(p.at(0, m.Axis-1, p.timeline.Size.W, m.Axis), theme.Line)
	for _, tick := range p.timeline.Axis.Upper {
		p.inTimeline(tick.Label, tick.LabelX, m.Axis*0.28, scene.UpperTick, theme.Muted)
	}
	for _, tick := range p.timeline.Axis.Lower {
		style, c := scene.TickText, theme.Muted
		if tick.Strong {
			style, c = scene.StrongTick, theme.Text
		}
		p.inTimeline(tick.Label, tick.LabelX, m.Axis*0.70, style, c)
	}
}
