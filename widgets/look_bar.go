package widgets

import (
	"image/color"
	"math"

	"dateline/widgets/scene"
)

// barForm is all that the picture of a bar depends on. Lengths are in pixels,
// places from its left end.
type barForm struct {
	look          look
	color         color.NRGBA
	width, height float64
	parts         [3]scene.Segment
	count         int     // of parts
	openLeft      bool    // the left end is out of view
	openRight     bool    // the right end is
	round         bool    // its corners are
	level         float64 // opacity where it does not fade
	line          float64 // opacity of its outline
	fill          float64 // opacity of what is filled
	strike        float64 // opacity of the line through it
}

// barRadius is the radius of a bar's corners.
const barRadius = 3

// strikeOut is how far the line through a bar goes beyond its ends: so it is a
// line through the bar, and not one more of its own.
const strikeOut = 4

// near is by how much two bars may differ that look the same: less than what
// comes of adding up fractions.
const near = 0.05

// same reports whether two bars look the same.
func (f *barForm) same(o *barForm) bool {
	a, b := *f, *o
	for _, v := range [6][2]*float64{
		{&a.width, &b.width},
		{&a.height, &b.height},
		{&a.level, &b.level},
		{&a.line, &b.line},
		{&a.fill, &b.fill},
		{&a.strike, &b.strike},
	} {
		if math.Abs(*v[0]-*v[1]) > near {
			return false
		}
		*v[0] = *v[1]
	}
	for i := range a.parts {
		s, t := &a.parts[i], &b.parts[i]
		if math.Abs(s.X0-t.X0) > near || math.Abs(s.X1-t.X1) > near ||
			math.Abs(s.A0-t.A0) > near || math.Abs(s.A1-t.A1) > near {
			return false
		}
		*s = *t
	}
	return a == b
}

// size returns the bar's size in whole pixels.
func (f *barForm) size() (w, h float64) {
	return math.Max(math.Round(f.width), 1), math.Max(math.Round(f.height), 1)
}

// opacity returns the bar's opacity at a place, from 0 to 1.
func (f *barForm) opacity(x float64) float64 {
	a := 0.0
	for _, part := range f.parts[:f.count] {
		if a = part.A1; x < part.X1 {
			a = part.A0 + (part.A1-part.A0)*max(x-part.X0, 0)/(part.X1-part.X0)
			break
		}
	}
	return max(min(a, 1), 0)
}

// reach makes the bar reach from one place to another, its parts having the slopes
// that they have, and counts its places from there.
func (f *barForm) reach(x0, x1 float64) {
	for i := range f.parts[:f.count] {
		s := &f.parts[i]
		slope := (s.A1 - s.A0) / (s.X1 - s.X0)
		if i == 0 {
			s.X0, s.A0 = x0, s.A0+slope*(x0-s.X0)
		}
		if i == f.count-1 {
			s.X1, s.A1 = x1, s.A1+slope*(x1-s.X1)
		}
		s.X0 -= x0
		s.X1 -= x0
	}
	f.width = x1 - x0
}

// most returns the greatest opacity of the bar's parts.
func (f *barForm) most() float64 {
	a := 0.0
	for _, part := range f.parts[:f.count] {
		a = math.Max(a, math.Max(part.A0, part.A1))
	}
	return a
}

// row returns what a row of a bar so many device pixels high is.
func (f *barForm) row(y, h int, scale float64) barRow {
	line, high := lineWidth*scale, float64(h)
	row := barRow{end: byteOf(255 * f.line)}
	row.line = byteOf(255 * f.line * math.Max(cover(y, 0, line), cover(y, high-line, high)))
	switch f.look {
	case outlined:
		row.fill = byteOf(255 * f.fill)
	case dashed:
		row.end = byteOf(255 * f.line * dashCover(y, high/math.Max(math.Floor(high/(barDash*scale)), 1)))
	case halved:
		row.fill = byteOf(255 * f.fill * cover(y, math.Round(high/2), high))
	case struck:
		row.strike = byteOf(255 * f.strike * cover(y, (high-line)/2, (high+line)/2))
	}
	return row
}

// dash returns how much of a column is in a dash of the lines along the bar. They
// keep their places on it when it moves: dashes begin at an end that is seen, and
// where both are, there is one at both.
func (f *barForm) dash(x, w int, scale float64) float64 {
	apart := barDash * scale
	switch {
	case f.openLeft && !f.openRight:
		x = w - 1 - x
	case !f.openLeft && !f.openRight:
		apart = float64(w) / math.Max(math.Round(float64(w)/apart), 1)
	}
	return dashCover(x, apart)
}

// dashCover returns how much of a pixel is in a dash, of which one is on 0.
func dashCover(x int, apart float64) float64 {
	middle := math.Round((float64(x)+0.5)/apart) * apart
	return cover(x, middle-apart*dashShare/2, middle+apart*dashShare/2)
}

// cover returns how much of a pixel is between two places, from 0 to 1.
func cover(x int, from, to float64) float64 {
	return max(min(float64(x)+1, to)-max(float64(x), from), 0)
}
