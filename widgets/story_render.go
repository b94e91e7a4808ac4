package widgets

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"dateline/widgets/palette"
	"dateline/widgets/scene"
)

// CreateRenderer is called by the toolkit.
func (s *Story) CreateRenderer() fyne.WidgetRenderer {
	r := &storyRenderer{s: s, brushes: brushes{text: s.text}}
	r.draw()
	return r
}

// storyRenderer paints a caption; where everything stands is the caption's.
type storyRenderer struct {
	s *Story
	brushes
}

func (r *storyRenderer) Layout(fyne.Size)             { r.draw() }
func (r *storyRenderer) MinSize() fyne.Size           { return r.s.MinSize() }
func (r *storyRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *storyRenderer) Destroy()                     {}

// Refresh is called by the toolkit. One object is refreshed, so that the window
// is painted.
func (r *storyRenderer) Refresh() {
	r.draw()
	canvas.Refresh(r.objects[0])
}

func (r *storyRenderer) draw() {
	s, p := r.s, r.s.state.Palette
	w, h := float64(s.Size().Width), float64(s.Size().Height)
	r.begin()
	if s.state.Blank {
		r.rect(box{0, 0, w, h}, p.Surface, 0, outline{})
		return
	}
	m := measuresOf(w, h)
	top := float64(captionTop(float32(h)))
	r.rect(box{0, top, w, h}, p.Side, 0, outline{})
	r.rect(box{0, top, w, top + 1}, p.Line, 0, outline{})
	if s.state.Set == nil || s.state.Event < 0 {
		return
	}
	r.column(&s.caption.left, m.left, m.top)
	bottom := r.column(&s.caption.right, m.split, m.top)
	r.quoteBar(m, bottom)
	r.progress(m)
}

// column draws a column's page with its foot, and returns where it ends.
func (r *storyRenderer) column(c *storyColumn, x, y float64) float64 {
	y = r.lines(c.shown(r.s.page), x, y)
	return r.lines(c.foot, x, y+c.footGap())
}

// lines draws lines below each other, and returns where they end.
func (r *storyRenderer) lines(lines []storyLine, x, y float64) float64 {
	for i, line := range lines {
		if i > 0 {
			y += line.gap
		}
		middle := y + line.height/2
		switch {
		case line.marker:
			lane := r.s.state.Set.Lanes[r.s.state.Lane]
			size := float64(line.face.size) * 0.72
			r.shape(scene.ShapeOf(lane.Marker), x+size/2+1, middle, size, r.s.state.Palette.Mark(lane.Color))
		case line.chip:
			end := x + 2*line.indent + r.text.widthIn(line.text, line.face)
			r.rect(box{x, y, end, y + line.height}, r.s.state.Palette.Button, float32(line.height/2), outline{})
		}
		r.writeIn(line.text, x+line.indent, middle, line.face, line.color)
		y += line.height
	}
	return y
}

// quoteBar draws the bar beside a quotation in the colour of its lane.
func (r *storyRenderer) quoteBar(m storyMeasures, bottom float64) {
	width := math.Max(math.Round(m.gap/12), 3)
	x := m.split - math.Round(m.gap*0.45)
	lane := r.s.state.Set.Lanes[r.s.state.Lane]
	r.rect(box{x, m.top + 2, x + width, math.Min(bottom, m.bottom)}, r.s.state.Palette.Mark(lane.Color), 0, outline{})
}

// progress draws the bar at the bottom and the words above it: the place in the
// story, which quotation, and a note.
func (r *storyRenderer) progress(m storyMeasures) {
	s, p := r.s, r.s.state.Palette
	setter := storySetter{s.text, float64(s.Size().Height)}
	face := setter.face(&storyPart{sizes: storyBarSizes}, 0)
	r.writeIn(s.place(), m.left, m.words, face, p.Muted)
	part := s.part()
	r.writeIn(part, m.split, m.words, face, p.Muted)
	note, noteFace, c := s.state.Note, face, p.Muted
	if s.state.Strong {
		noteFace.style, c = fyne.TextStyle{Bold: true}, p.Text
	}
	measure := func(text string) float64 { return r.text.widthIn(text, noteFace) }
	note = scene.Shorten(note, m.right-m.split-r.text.widthIn(part, face)-m.gap, measure)
	r.writeIn(note, m.right-measure(note), m.words, noteFace, c)
	r.rect(m.bar, p.Line, 0, outline{})
	if of := float64(s.state.Of); of > 0 {
		done := m.bar
		done.x1 = done.x0 + (done.x1-done.x0)*math.Min(float64(s.state.Place)/of, 1)
		r.rect(done, palette.Over(p.Accent, 0.85, p.Side), 0, outline{})
	}
}
