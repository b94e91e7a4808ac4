package export

import (
	"image/color"

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
	grey := p.o.Theme.Muted
	x0, x1 := item.x, item.x+item.signWidth()
	y0, y1 := item.y-signHeight/2, item.y+signHeight/2
	third := (x1 - x0) / 3
	switch item.sign {
	case laneSign:
		p.marker(item.lane, (x0+x1)/2, item.y, markWidth)
	case daySign:
		p.fill(circle((x0+x1)/2, item.y, markWidth/2), grey)
	case someSign:
		p.bar([]scene.Segment{
			{X0: x0, X1: x0 + third, A1: 0.72},
			{X0: x0 + third, X1: x1 - third, A0: 0.72, A1: 0.72},
			{X0: x1 - third, X1: x1, A0: 0.72},
		}, y0, y1, grey)
	case lastSign:
		p.bar([]scene.Segment{{X0: x0, X1: x1, A0: 1, A1: 1}}, y0, y1, grey)
	case endSign:
		p.bar([]scene.Segment{{X0: x0, X1: x0 + third, A0: 1, A1: 1}, {X0: x0 + third, X1: x1, A0: 1}}, y0, y1, grey)
	case countSign:
		p.fill(rounded(box{x0, item.y - 8, x1, item.y + 8}, 8), grey)
		l := p.t.line("3", faceOf(scene.CountText, 1))
		p.write(l, (x0+x1-l.width())/2, l.face.baseline(item.y), p.o.Theme.On(grey))
	case manySign:
		p.profileSign(box{x0, y0, x1, y1}, palette.Fade(grey, densityOpacity))
	case restSign:
		p.profileSign(box{x0, y0, x1, y1}, palette.Fade(grey, 2*restOpacity))
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
