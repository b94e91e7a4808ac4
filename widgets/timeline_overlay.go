package widgets

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"dateline/data"
	"dateline/widgets/palette"
	"dateline/widgets/scene"
)

// Ruler measures between two places on the timeline. A place that is not exact
// is as wide as what it may be.
type Ruler struct {
	From, To scene.Span
	Words    string // the time between, "" until there are two places
}

// overlay draws what is wanted over the scene.
type overlay struct {
	lines   pool[canvas.Line]
	hatches pool[hatch]
}

func (o *overlay) begin() { o.lines.used, o.hatches.used = 0, 0 }

// Opacities of what is drawn over the scene: behind the marks it belongs to.
const (
	ghostOpacity = 0.85
	tieOpacity   = 0.45
	lagOpacity   = 0.5
	arrowOpacity = 0.75
	hatchOpacity = 0.3
)

// Measures in pixels.
const (
	ghostHeight = 4.5
	arrowParts  = 18
	arrowHead   = 7.0
	hatchStep   = 9
)

// bands hatches the gaps, behind the marks.
func (r *timelineRenderer) bands() {
	for i := range r.t.over.Bands {
		band := &r.t.over.Bands[i]
		h := r.over.hatches.take()
		h.show(box{band.X0, band.Y0, band.X1, band.Y1}, palette.Fade(r.t.state.Palette.Muted, hatchOpacity))
		r.objects = append(r.objects, h.raster)
	}
}

// bandWords writes the lengths of the gaps.
func (r *timelineRenderer) bandWords() {
	for i := range r.t.over.Bands {
		l := &r.t.over.Bands[i].Label
		if l.Text != "" {
			r.plaque(l, color.NRGBA{})
		}
	}
}

// plaque writes a text on a ground of its own.
func (r *timelineRenderer) plaque(l *scene.Label, line color.NRGBA) {
	p, half := r.t.state.Palette, float64(r.t.text.height(r.t.text.face(scene.HintText)))/2+1
	edge := outline{}
	if line.A > 0 {
		edge = outline{line, 1}
	}
	r.rect(box{l.X - 6, l.Y - half, l.X + l.Width + 6, l.Y + half}, p.Surface, float32(half), edge)
	r.write(l.Text, l.X, l.Y, scene.HintText, p.Text)
}

// halos draws what surrounds events that a save has added, or changed: for those
// the line alone.
func (r *timelineRenderer) halos() {
	accent := r.t.state.Palette.Accent
	for _, h := range r.t.over.Halos {
		fill := palette.Fade(accent, 0.08)
		if h.Added {
			fill = palette.Fade(accent, 0.25)
		}
		r.rect(box{h.X0, h.Y0, h.X1, h.Y1}, fill, 6, outline{accent, 1.5})
	}
}

// gone writes what a save has removed, where it was.
func (r *timelineRenderer) gone() {
	for i := range r.t.over.Gone {
		r.plaque(&r.t.over.Gone[i], r.t.state.Palette.Accent)
	}
}

// evidence draws other dates and the time until events became known.
func (r *timelineRenderer) evidence() {
	for i := range r.t.over.Lags {
		lag := &r.t.over.Lags[i]
		c := r.color(lag.Lane)
		solid, faint := palette.Fade(c, lagOpacity), palette.Fade(c, lagOpacity/2)
		if lag.Selected {
			solid, faint = c, palette.Fade(c, 0.5)
		}
		if lag.Perhaps > lag.X0 {
			r.rect(box{lag.X0, lag.Y - 0.5, lag.Perhaps, lag.Y + 0.5}, solid, 0, outline{})
		}
		if lag.X1 > lag.Perhaps {
			r.rect(box{lag.Perhaps, lag.Y - 0.5, lag.X1, lag.Y + 0.5}, faint, 0, outline{})
		}
		r.rect(box{lag.X1 - 1, lag.Y - 1.5, lag.X1 + 1, lag.Y + 4.5}, solid, 0, outline{})
	}
	for i := range r.t.over.Ghosts {
		g := &r.t.over.Ghosts[i]
		c := r.color(g.Lane)
		if g.Tie1 > g.Tie0 {
			r.rect(box{g.Tie0, g.Y - 0.5, g.Tie1, g.Y + 0.5}, palette.Fade(c, tieOpacity), 0, outline{})
		}
		line := outline{palette.Fade(c, ghostOpacity), 1}
		if g.Selected {
			line = outline{c, 1.5}
		}
		r.rect(box{g.X0, g.Y - ghostHeight/2, g.X1, g.Y + ghostHeight/2}, r.t.state.Palette.Surface, 1, line)
	}
}

// arrows draws links as curves. A broken line is not a step of the story: it
// says what made something known, or what cannot both be so.
func (r *timelineRenderer) arrows() {
	p := r.t.state.Palette
	for i := range r.t.over.Arrows {
		a := &r.t.over.Arrows[i]
		c := palette.Fade(p.Text, arrowOpacity)
		if a.Kind == data.Contradicts {
			c = p.Error
		}
		r.curve(a, c)
	}
	for i := range r.t.over.Arrows {
		if l := &r.t.over.Arrows[i].Words; l.Text != "" {
			r.plaque(l, p.Line)
		}
	}
}

func (r *timelineRenderer) curve(a *scene.Arrow, c color.NRGBA) {
	broken := a.Kind != data.LeadsTo
	last := a.At(0)
	for part := 1; part <= arrowParts; part++ {
		next := a.At(float64(part) / arrowParts)
		if !broken || part%2 == 1 {
			r.line(last, next, c)
		}
		last = next
	}
	if a.Kind == data.SameAs || a.Kind == data.Contradicts {
		return // neither has a direction
	}
	tip, back := a.Curve[3], a.At(0.94)
	angle := math.Atan2(back.Y-tip.Y, back.X-tip.X)
	for _, turn := range []float64{-0.45, 0.45} {
		sin, cos := math.Sincos(angle + turn)
		r.line(tip, scene.Point{X: tip.X + arrowHead*cos, Y: tip.Y + arrowHead*sin}, c)
	}
}

func (r *timelineRenderer) line(from, to scene.Point, c color.NRGBA) {
	o := r.over.lines.take()
	o.StrokeColor, o.StrokeWidth = c, 1.5
	o.Position1 = fyne.NewPos(float32(from.X), float32(from.Y))
	o.Position2 = fyne.NewPos(float32(to.X), float32(to.Y))
	r.objects = append(r.objects, o)
}

// knownLine draws the instant up to which is shown what was known.
func (r *timelineRenderer) knownLine(h float64) {
	s := &r.t.state
	if !s.Until.On {
		return
	}
	if x := s.View.X(float64(s.Until.Instant) + 1); x >= 0 && x <= float64(r.t.Size().Width) {
		r.rect(box{x - 0.75, r.t.metrics.Axis - 6, x + 0.75, h}, palette.Fade(s.Palette.Accent, 0.8), 0, outline{})
	}
}

// ruler draws what is being measured: both places, and the time between them.
func (r *timelineRenderer) ruler(w, h float64) {
	s, m := &r.t.state, r.t.metrics
	if s.Ruler == nil {
		return
	}
	accent := s.Palette.Accent
	y := m.Axis + m.Row/2
	var middle [2]float64
	for i, span := range []scene.Span{s.Ruler.From, s.Ruler.To} {
		if i == 1 && s.Ruler.Words == "" {
			break
		}
		x0, x1 := math.Max(s.View.X(span.From), -4), math.Min(s.View.X(span.To), w+4)
		if x1-x0 > 3 {
			r.rect(box{x0, m.Axis, x1, h}, palette.Fade(accent, 0.12), 0, outline{})
		}
		middle[i] = (x0 + x1) / 2
		if x1 >= 0 && x0 <= w {
			r.rect(box{middle[i] - 0.75, m.Axis, middle[i] + 0.75, h}, accent, 0, outline{})
		}
	}
	if s.Ruler.Words == "" {
		return
	}
	x0, x1 := math.Min(middle[0], middle[1]), math.Max(middle[0], middle[1])
	r.rect(box{math.Max(x0, 0), y - 0.75, math.Min(x1, w), y + 0.75}, accent, 0, outline{})
	width := r.t.text.width(s.Ruler.Words, scene.HintText)
	x := math.Max(math.Min((math.Max(x0, 0)+math.Min(x1, w)-width)/2, w-width-m.Edge), m.Edge)
	half := float64(r.t.text.height(r.t.text.face(scene.HintText)))/2 + 2
	r.rect(box{x - 8, y - half, x + width + 8, y + half}, accent, float32(half), outline{})
	r.write(s.Ruler.Words, x, y, scene.HintText, s.Palette.OnAccent)
}

// hatch is a picture of slanting lines.
type hatch struct {
	raster *canvas.Raster
	color  color.NRGBA
	size   fyne.Size
}

// show puts the hatch over a box. The picture is made anew only where it looks
// otherwise than before.
func (h *hatch) show(b box, c color.NRGBA) {
	if h.raster == nil {
		h.raster = canvas.NewRaster(h.paint)
	}
	if h.color != c {
		h.color = c
		h.raster.Refresh()
	}
	if size := b.size(); size != h.size {
		h.size = size
		h.raster.Resize(size)
	}
	h.raster.Move(b.position())
}

// paint is called by the toolkit for so many device pixels.
func (h *hatch) paint(w, height int) image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, w, height))
	scale := float64(w) / math.Max(float64(h.size.Width), 1)
	step := max(int(math.Round(hatchStep*scale)), 2)
	thick := max(int(math.Round(scale)), 1)
	for y := range height {
		for x := (step - y%step) % step; x < w; x += step {
			for i := x; i < min(x+thick, w); i++ {
				img.SetNRGBA(i, y, h.color)
			}
		}
	}
	return img
}
