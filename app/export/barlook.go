package export

import "math"

// Outlines are 1.75 pixels wide where a bar is 10 high.
const barLineShare = 0.175

// barLook is how a bar is drawn: what of it is filled with the lane's colour,
// and what with a tint of it.
type barLook struct{ area, tint []box }

// bar is a stretch of time to be drawn: its edges, the width of its outline, and
// which of its ends have one: not those that fade or that the page cuts off.
type bar struct {
	box
	line             float64
	closed0, closed1 bool
}

// look returns what of the bar is filled in a look. The areas do not overlap,
// and together they reach from one end of the bar to the other.
func (b *bar) look(l look) barLook {
	line, middle := b.line, (b.y0+b.y1)/2
	rails := b.rails()
	switch l {
	case outlinedLook:
		return barLook{append(rails, b.ends(b.y0+line, b.y1-line)...), []box{b.box}}
	case dashedLook:
		dashes := append(rails[0].dashes(line), rails[1].dashes(line)...)
		stub := b.height() * 0.14
		dashes = append(dashes, b.ends(b.y0+line, b.y0+line+stub)...)
		return barLook{append(dashes, b.ends(b.y1-line-stub, b.y1-line)...), nil}
	case halfLook:
		lower := box{b.x0, middle, b.x1, b.y1}
		return barLook{append([]box{rails[0], lower}, b.ends(b.y0+line, middle)...), nil}
	case struckLook:
		upper := b.ends(b.y0+line, middle-line/2)
		lower := b.ends(middle+line/2, b.y1-line)
		rails = append(rails, box{b.x0, middle - line/2, b.x1, middle + line/2})
		return barLook{append(append(rails, upper...), lower...), nil}
	}
	return barLook{[]box{b.box}, nil}
}

// rails returns the lines along a bar.
func (b *bar) rails() []box {
	return []box{{b.x0, b.y0, b.x1, b.y0 + b.line}, {b.x0, b.y1 - b.line, b.x1, b.y1}}
}

// ends returns the parts of the lines at a bar's ends between two heights.
func (b *bar) ends(y0, y1 float64) []box {
	var ends []box
	if b.closed0 {
		ends = append(ends, box{b.x0, y0, b.x0 + b.line, y1})
	}
	if b.closed1 {
		ends = append(ends, box{b.x1 - b.line, y0, b.x1, y1})
	}
	return ends
}

// Lengths of a bar's dashes and of the gaps between them, in widths of the line.
const (
	dashLength = 2.3
	dashGap    = 1.7
)

// dashes divides a line into dashes, one at each end of it.
func (b box) dashes(line float64) []box {
	dash := math.Min(dashLength*line, b.width()/3)
	n := math.Max(1, math.Round((b.width()-dash)/((dashLength+dashGap)*line)))
	step := (b.width() - dash) / n
	var dashes []box
	for i := range int(n) + 1 {
		x := b.x0 + float64(i)*step
		dashes = append(dashes, box{x, b.y0, x + dash, b.y1})
	}
	return dashes
}

// barRadius rounds the corners of a bar that is even from end to end.
const barRadius = 3

// rounded returns what look does as paths, with round corners.
func (b *bar) rounded(l look) (area, tint path) {
	middle := (b.y0 + b.y1) / 2
	frame := append(rounded(b.box, barRadius), rounded(b.within(b.line), barRadius-b.line).reversed()...)
	inner := b.within(b.line / 2)
	switch l {
	case outlinedLook:
		return frame, rounded(b.box, barRadius)
	case dashedLook:
		for _, dash := range b.look(l).area {
			area = append(area, rounded(dash, 0)...)
		}
		return area, nil
	case halfLook:
		return append(frame, rounded(box{inner.x0, middle, inner.x1, inner.y1}, 0)...), nil
	case struckLook:
		return append(frame, rounded(box{inner.x0, middle - b.line/2, inner.x1, middle + b.line/2}, 0)...), nil
	}
	return rounded(b.box, barRadius), nil
}
