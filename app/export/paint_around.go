package export

import (
	"image/color"

	"dateline/data"
	"dateline/widgets/palette"
	"dateline/widgets/scene"
)

// paintAround paints title, facts, legend and sources.
func (p *painter) paintAround() {
	for i := range p.texts {
		p.place(&p.texts[i])
	}
	for i := range p.legend {
		p.paintItem(&p.legend[i])
	}
}

// paintItem paints one sign of the legend with its words.
func (p *painter) paintItem(item *legendItem) {
	p.paintSign(item)
	p.write(item.text, item.x+item.signWidth()+signGap, item.text.face.baseline(item.y), p.o.Theme.Text)
}

// signHeight is the height of a bar in the legend.
const signHeight = 10

// paintSign paints a sign as it is painted in the timeline, in grey where it
// stands for all lanes.
func (p *painter) paintSign(item *legendItem) {
	b := box{item.x, item.y - signHeight/2, item.x + item.signWidth(), item.y + signHeight/2}
	middle := (b.x0 + b.x1) / 2
	grey := p.o.Theme.Muted
	switch s := item.sign; {
	case s == laneSign:
		lane := &p.o.Set.Lanes[item.lane]
		p.marker(scene.ShapeOf(lane.Marker), filledLook, middle, item.y, markWidth, p.laneColor(item.lane))
	case s == daySign:
		p.fill(circle(middle, item.y, markWidth/2), grey)
	case s == dimSign:
		p.fill(circle(middle, item.y, markWidth/2), palette.Fade(grey, dimmed))
	case s == countSign:
		p.fill(rounded(box{b.x0, item.y - 8, b.x1, item.y + 8}, 8), grey)
		l := p.t.line("3", faceOf(scene.CountText, 1))
		p.write(l, middle-l.width()/2, l.face.baseline(item.y), p.o.Theme.On(grey))
	case s == manySign:
		p.profileSign(b, palette.Fade(grey, densityOpacity))
	case s == restSign:
		p.profileSign(b, palette.Fade(grey, 2*restOpacity))
	case s <= endSign:
		p.barSign(b, filledLook, s, grey)
	case s <= unstatedSign:
		p.statusSign(item, b, grey)
	default:
		p.overSign(s, b, grey)
	}
}

// barSign paints a bar in a look, its ends as those that the sign stands for.
func (p *painter) barSign(b box, l look, s sign, c color.NRGBA) {
	third := b.width() / 3
	segments := []scene.Segment{{X0: b.x0, X1: b.x1, A0: 1, A1: 1}}
	switch s {
	case someSign:
		segments = []scene.Segment{
			{X0: b.x0, X1: b.x0 + third, A1: 0.72},
			{X0: b.x0 + third, X1: b.x1 - third, A0: 0.72, A1: 0.72},
			{X0: b.x1 - third, X1: b.x1, A0: 0.72},
		}
	case endSign:
		segments = []scene.Segment{{X0: b.x0, X1: b.x0 + third, A0: 1, A1: 1}, {X0: b.x0 + third, X1: b.x1, A0: 1}}
	}
	p.bar(bar{box: b, line: signHeight * barLineShare, closed0: true, closed1: true}, l, segments, c)
}

// statusSign paints what has a status: a marker, a bar, or both.
func (p *painter) statusSign(item *legendItem, b box, c color.NRGBA) {
	l := lookOf(statusOf[item.sign])
	if item.marker {
		p.marker(scene.ShapeOf(data.MarkerCircle), l, b.x0+markWidth/2.0, item.y, markWidth, c)
		b.x0 += markWidth + formGap
	}
	if item.bar {
		p.barSign(b, l, item.sign, c)
	}
}

// overSign paints what is drawn besides marks.
func (p *painter) overSign(s sign, b box, c color.NRGBA) {
	middle := (b.y0 + b.y1) / 2
	switch s {
	case ghostSign:
		const half = 3.5
		p.fill(circle(b.x0+half, middle-half/2, half), c)
		p.tie(&tie{x0: b.x0 + 2*half, x1: b.x1 - 9, y: middle + half + mostGhost}, 0, 0, c)
		p.ghost(&ghost{edge: box{b.x1 - 9, middle + half, b.x1, middle + half + 2*mostGhost}, closed0: true, closed1: true}, 0, 0, c)
	case lagSign:
		p.lag(&lag{x0: b.x0, perhapsFrom: b.x1 - 1, x1: b.x1 - 1, y: middle, ends: true}, 0, 0, c)
	case gapSign:
		p.hatch(b, palette.Fade(c, 2*hatchOpacity))
	default:
		line := polyline{{X: b.x0, Y: middle}, {X: b.x1, Y: middle}}
		p.fill(linkArea(line, s, p.size.W), p.linkColor(s))
	}
}

// profileSign paints a profile of four steps.
func (p *painter) profileSign(b box, c color.NRGBA) {
	step := b.width() / 4
	for i, share := range []float64{0.4, 1, 0.7, 0.25} {
		x := b.x0 + float64(i)*step
		p.fill(rounded(box{x, b.y1 - share*b.height(), x + step, b.y1}, 0), c)
	}
}
