package widgets

import (
	"image"
	"image/color"
	"math"
	"slices"
)

// A bar is painted from what its columns and what its rows have in common: rows are
// mostly alike, and then one is a copy of the other.

// barColumn is what the pixels of one column have in common, all from 0 to 255.
type barColumn struct {
	opacity uint8 // of all but the line through the bar
	level   uint8 // of that: it does not fade, to be seen
	body    uint8 // whether it is in the bar, and not beside it
	line    uint8 // how much there is of lines along the bar
	end     uint8 // how much there is of lines across it
}

// barRow is what the pixels of one row have in common, from 0 to 255: how much
// there is of the outline along it, of the outlines at its ends, of the filling, of
// the line through it, and whether round corners are cut out of it.
type barRow struct {
	line, end, fill, strike uint8
	corners                 bool
}

// bar paints a bar of another look than filled, its left top corner at a place. A
// blank picture is transparent there.
func (p *picture) bar(f *barForm, left, top float64, blank bool) {
	w, h := f.size()
	r := p.device(box{left, top, left + w, top + h})
	out := 0
	if f.look == struck {
		out = int(math.Round(strikeOut * p.scale))
	}
	seen := image.Rect(r.Min.X-out, r.Min.Y, r.Max.X+out, r.Max.Y).Intersect(p.img.Rect)
	if seen.Empty() {
		return
	}
	p.barColumns(f, r.Dx(), out)
	columns := p.columns[seen.Min.X-r.Min.X+out:]
	radius := barRadius * p.scale
	var last barRow
	for y := seen.Min.Y; y < seen.Max.Y; y++ {
		row := f.row(y-r.Min.Y, r.Dy(), p.scale)
		row.corners = f.round && math.Min(float64(y-r.Min.Y), float64(r.Max.Y-1-y)) < radius
		alike := y > seen.Min.Y && row == last && !row.corners
		if alike && blank {
			copy(p.row(seen, y), p.row(seen, y-1))
			continue
		}
		if !alike {
			p.barOpacities(&row, columns[:seen.Dx()])
		}
		if row.corners {
			p.cutCorners(seen.Min.X-r.Min.X, y-r.Min.Y, r.Size(), radius)
		}
		p.lay(p.row(seen, y), f.color, blank)
		last = row
	}
}

// barOpacities notes how opaque the pixels of a row are.
func (p *picture) barOpacities(row *barRow, columns []barColumn) {
	p.opacities = slices.Grow(p.opacities[:0], len(columns))[:len(columns)]
	line, end, fill, strike := uint32(row.line), uint32(row.end), uint32(row.fill), uint32(row.strike)
	for i := range columns {
		c := &columns[i]
		of := max(line*uint32(c.line), end*uint32(c.end), fill*uint32(c.body)) / 255
		p.opacities[i] = uint8(max(of*uint32(c.opacity), strike*uint32(c.level)) / 255)
	}
}

// lay paints a colour over a row of pixels, as opaque as was noted.
func (p *picture) lay(pixels []uint8, c color.NRGBA, blank bool) {
	c.A = 255
	last := uint8(0)
	for i, opacity := range p.opacities {
		at := 4 * i
		switch {
		case opacity == 0:
		case blank && opacity == last:
			copy(pixels[at:at+4], pixels[at-4:at])
		default:
			blend(pixels[at:at+4:at+4], c, uint32(opacity))
		}
		last = opacity
	}
}

// barColumns notes what the columns of a bar so many device pixels wide are, and
// of so many on both sides of it.
func (p *picture) barColumns(f *barForm, w, out int) {
	all := slices.Grow(p.columns[:0], w+2*out)[:w+2*out]
	p.columns = all
	alpha := float64(f.color.A)
	level := byteOf(f.level * alpha)
	for i := range all {
		all[i] = barColumn{opacity: byteOf(f.opacity((float64(i-out)+0.5)/p.scale) * alpha), level: level}
	}
	in := all[out : out+w]
	for x := range in {
		in[x].body, in[x].line = 255, 255
		if f.look == dashed {
			in[x].line = byteOf(255 * f.dash(x, w, p.scale))
		}
	}
	left, right := !f.openLeft && f.opacity(0) > near, !f.openRight && f.opacity(f.width) > near
	line := lineWidth * p.scale
	for x := range min(int(math.Ceil(line)), w) {
		much := byteOf(255 * cover(x, 0, line))
		if left {
			in[x].end = much
		}
		if right {
			in[w-1-x].end = max(in[w-1-x].end, much)
		}
	}
}

// cutCorners makes the corners of a bar round in the row that is noted, which begins
// at a place in the bar.
func (p *picture) cutCorners(x, y int, size image.Point, radius float64) {
	fy := math.Min(float64(y), float64(size.Y-1-y)) + 0.5
	for i := range p.opacities {
		fx := math.Min(float64(x+i), float64(size.X-1-x-i)) + 0.5
		if fx > 0 && fx < radius {
			within := math.Max(math.Min(radius+0.5-math.Hypot(radius-fx, radius-fy), 1), 0)
			p.opacities[i] = byteOf(float64(p.opacities[i]) * within)
		}
	}
}

// byteOf returns a number from 0 to 255 as a byte.
func byteOf(x float64) uint8 { return uint8(x + 0.5) }
