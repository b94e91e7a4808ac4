package export

import (
	"image/color"
	"math"
	"strconv"

	"dateline/widgets/palette"
	"dateline/widgets/scene"
)

// markColor returns the colour of a mark: its lane's, pale where it stands back.
func (p *painter) markColor(mark *scene.Mark) color.NRGBA {
	c := p.laneColor(mark.Lane)
	if mark.Dim {
		c = palette.Fade(c, dimmed)
	}
	return c
}

// paintMark paints a mark, but for its label.
func (p *painter) paintMark(mark *scene.Mark, l *label) {
	c := p.markColor(mark)
	switch mark.Kind {
	case scene.Marker:
		x, y := p.box.x0+(mark.X0+mark.X1)/2, p.box.y0+mark.Y
		p.marker(scene.ShapeOf(p.o.Set.Lanes[mark.Lane].Marker), lookOf(mark.Status), x, y, mark.Height, c)
	case scene.Cluster:
		edges := p.at(mark.X0, mark.Y-mark.Height/2, mark.X1, mark.Y+mark.Height/2)
		p.fill(rounded(edges, mark.Height/2), c)
		p.paintCount(mark, p.o.Theme.On(p.laneColor(mark.Lane)))
	case scene.Bar:
		p.paintBar(mark, l, c)
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

// marker paints a marker around a middle on the page.
func (p *painter) marker(shape scene.Shape, l look, x, y, width float64, c color.NRGBA) {
	area, tint := markerAreas(shape, l, x, y, width)
	p.tinted(area, tint, c)
}

// tinted fills an area, and behind it another with a tint of the colour.
func (p *painter) tinted(area, tint path, c color.NRGBA) {
	if len(tint) > 0 {
		p.fill(tint, palette.Fade(c, faint))
	}
	p.fill(area, c)
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

// How much of its colour a bar keeps behind its own label: a filled one all of
// it, of an outline what is behind the letters. Between the two it fades.
const (
	insideTint = 0.35
	veil       = 0.35
	veilEnd    = 6 // pixels
)

// paintBar paints a bar with its label.
func (p *painter) paintBar(mark *scene.Mark, l *label, c color.NRGBA) {
	style, y := lookOf(mark.Status), p.box.y0+mark.Y
	segments := within(mark.Segments, p.timeline.Size.W)
	for i := range segments {
		segments[i].X0 += p.box.x0
		segments[i].X1 += p.box.x0
	}
	switch inside := mark.Label.Side == scene.Inside; {
	case inside && style == filledLook:
		c = palette.Fade(c, insideTint)
	case inside && l.text.line.text != "":
		from, to := l.reach()
		segments = veiled(segments, from, to)
	}
	b := bar{line: p.timeline.metrics.Bar * barLineShare, closed0: mark.X0 >= 0, closed1: mark.X1 <= p.timeline.Size.W}
	b.y0, b.y1 = y-mark.Height/2, y+mark.Height/2
	p.bar(b, style, segments, c)
}

// veiled returns segments that are pale between two places.
func veiled(segments []scene.Segment, from, to float64) []scene.Segment {
	edges := [4]float64{from - veilEnd, from, to, to + veilEnd}
	share := func(x float64) float64 {
		out := math.Max(0, math.Max(from-x, x-to))
		return veil + (1-veil)*math.Min(out/veilEnd, 1)
	}
	var all []scene.Segment
	for _, s := range segments {
		at := func(x float64) float64 { return (s.A0 + (s.A1-s.A0)*(x-s.X0)/(s.X1-s.X0)) * share(x) }
		x := s.X0
		for _, edge := range edges {
			if edge > x && edge < s.X1 {
				all = append(all, scene.Segment{X0: x, X1: edge, A0: at(x), A1: at(edge)})
				x = edge
			}
		}
		all = append(all, scene.Segment{X0: x, X1: s.X1, A0: at(x), A1: at(s.X1)})
	}
	return all
}

// bar paints a bar over segments, round at the corners where there is one even
// one. Lines stand on whole pixels.
func (p *painter) bar(b bar, l look, segments []scene.Segment, c color.NRGBA) {
	if len(segments) == 0 {
		return
	}
	first, last := segments[0], segments[len(segments)-1]
	b.x0, b.x1 = first.X0, last.X1
	b.closed0, b.closed1 = b.closed0 && first.A0 > 0, b.closed1 && last.A1 > 0
	if l != filledLook {
		height := math.Round(b.height())
		b.y0 = math.Round(b.y0)
		b.y1 = b.y0 + height
	}
	even := len(segments) == 1 && first.A0 == first.A1
	if even && (l == filledLook || b.closed0 && b.closed1) {
		area, tint := b.rounded(l)
		p.tinted(area, tint, palette.Fade(c, first.A0))
		return
	}
	areas := b.look(l)
	if len(areas.tint) > 0 {
		p.ramp(areas.tint, segments, palette.Fade(c, faint))
	}
	p.ramp(areas.area, segments, c)
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
