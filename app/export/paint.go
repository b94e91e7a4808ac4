package export

import (
	"context"
	"image/color"
	"math"
	"strconv"

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
	for i := range p.timeline.Marks {
		if p.ctx.Err() != nil {
			return
		}
		p.paintMark(&p.timeline.Marks[i])
		p.place(&p.labels[i].text)
		p.place(&p.labels[i].numbers)
	}
	for _, hint := range p.timeline.Hints {
		p.inTimeline(hint.Label.Text, hint.Label.X, hint.Label.Y, scene.HintText, p.o.Theme.Muted)
	}
	if p.nothing != nil {
		p.write(p.nothing.line, p.box.x0+p.nothing.x, p.box.y0+p.nothing.y, p.o.Theme.Muted)
	}
	p.paintAxis()
}

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
	for i, lane := range p.timeline.Lanes {
		bottom := math.Min(lane.Y+lane.Height, size.H)
		p.rect(p.at(0, lane.Y, 4, bottom), p.laneColor(lane.Lane))
		title := p.o.Set.Lanes[lane.Lane].Color
		p.inTimeline(p.timeline.titles[i], p.timeline.metrics.Edge+2, lane.TitleY, scene.LaneText, theme.LaneText(title))
	}
	p.rect(p.at(0, size.H-1, size.W, size.H), theme.Line)
}

func (p *painter) paintMark(mark *scene.Mark) {
	c := p.laneColor(mark.Lane)
	switch mark.Kind {
	case scene.Marker:
		x, y := (mark.X0+mark.X1)/2, mark.Y
		p.marker(mark.Lane, p.box.x0+x, p.box.y0+y, mark.Height)
	case scene.Cluster:
		edges := p.at(mark.X0, mark.Y-mark.Height/2, mark.X1, mark.Y+mark.Height/2)
		p.fill(rounded(edges, mark.Height/2), c)
		p.paintCount(mark, p.o.Theme.On(c))
	case scene.Bar:
		p.paintBar(mark, c)
	case scene.Density:
		p.fill(p.profile(mark), palette.Fade(c, densityOpacity))
	case scene.Rest:
		p.fill(p.profile(mark), palette.Fade(c, restOpacity))
	}
}

// Opacities of profiles.
const (
	densityOpacity = 0.55
	restOpacity    = 0.16
)

// profile returns the area under a profile's steps, cut at the timeline's edges.
func (p *painter) profile(mark *scene.Mark) path {
	bottom := p.box.y0 + mark.Y + mark.Height/2
	at := func(x float64) float64 { return p.box.x0 + math.Max(math.Min(x, p.timeline.Size.W), 0) }
	step := (mark.X1 - mark.X0) / float64(len(mark.Profile))
	corners := []scene.Point{{X: at(mark.X0), Y: bottom}}
	for i, share := range mark.Profile {
		y := bottom
		if share > 0 {
			y -= math.Max(float64(share)*(mark.Height-2), 1)
		}
		x := mark.X0 + float64(i)*step
		corners = append(corners, scene.Point{X: at(x), Y: y}, scene.Point{X: at(x + step), Y: y})
	}
	return polygon(append(corners, scene.Point{X: at(mark.X1), Y: bottom}))
}

// marker paints a lane's marker around a middle on the page.
func (p *painter) marker(lane int, x, y, width float64) {
	p.fill(markerPath(scene.ShapeOf(p.o.Set.Lanes[lane].Marker), x, y, width), p.laneColor(lane))
}

// markerPath returns the area of a marker.
func markerPath(shape scene.Shape, x, y, width float64) path {
	if shape.Sides == 0 {
		return circle(x, y, width*shape.Size/2)
	}
	return polygon(shape.Points(x, y, width))
}

// paintCount writes the number into what is to be seen of a pill.
func (p *painter) paintCount(mark *scene.Mark, c color.NRGBA) {
	x0, x1 := math.Max(mark.X0, 0), math.Min(mark.X1, p.timeline.Size.W)
	count := strconv.Itoa(mark.Events.Len())
	w := p.t.width(count, faceOf(scene.CountText, p.timeline.factor))
	if w < x1-x0 {
		p.inTimeline(count, (x0+x1-w)/2, mark.Y, scene.CountText, c)
	}
}

// tint is how much of a lane's colour a bar keeps behind its own label.
const tint = 0.35

// barRadius rounds the corners of a bar that is even from end to end.
const barRadius = 3

func (p *painter) paintBar(mark *scene.Mark, c color.NRGBA) {
	if mark.Label.Side == scene.Inside {
		c = palette.Fade(c, tint)
	}
	segments := within(mark.Segments, p.timeline.Size.W)
	for i := range segments {
		segments[i].X0 += p.box.x0
		segments[i].X1 += p.box.x0
	}
	y := p.box.y0 + mark.Y
	p.bar(segments, y-mark.Height/2, y+mark.Height/2, c)
}

// bar paints segments, round at the corners where there is one even one.
func (p *painter) bar(segments []scene.Segment, y0, y1 float64, c color.NRGBA) {
	if len(segments) == 1 && segments[0].A0 == segments[0].A1 {
		s := segments[0]
		p.fill(rounded(box{s.X0, y0, s.X1, y1}, barRadius), palette.Fade(c, s.A0))
		return
	}
	p.ramp(y0, y1, segments, c)
}

// within returns the segments cut at the timeline's edges: there is nothing
// over what is drawn there that would hide the rest.
func within(segments []scene.Segment, width float64) []scene.Segment {
	var cut []scene.Segment
	for _, s := range segments {
		slope := (s.A1 - s.A0) / (s.X1 - s.X0)
		x0, x1 := math.Max(s.X0, 0), math.Min(s.X1, width)
		if x0 < x1 {
			cut = append(cut, scene.Segment{X0: x0, X1: x1, A0: s.A0 + slope*(x0-s.X0), A1: s.A1 - slope*(s.X1-x1)})
		}
	}
	return cut
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
