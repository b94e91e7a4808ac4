package widgets

import (
	"image/color"
	"math"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"dateline/data"
	"dateline/widgets/palette"
	"dateline/widgets/scene"
)

// timelineRenderer paints a scene; every decision about time, place and text
// is the scene's.
type timelineRenderer struct {
	t *Timeline
	brushes
	over   overlay
	strips []*strip // of dense lanes
	draws  []uint32 // of labels in dense lanes
	colors laneColors
}

// laneColors are the colours of a set's lanes in a palette.
type laneColors struct {
	set     *data.Set
	palette palette.Palette
	marks   []color.NRGBA
	texts   []color.NRGBA
}

func newTimelineRenderer(t *Timeline) *timelineRenderer {
	return &timelineRenderer{t: t, brushes: brushes{text: t.text}}
}

// Layout is called by the toolkit. It draws because the size decides the scene.
func (r *timelineRenderer) Layout(fyne.Size) { r.draw() }

// MinSize is called by the toolkit.
func (r *timelineRenderer) MinSize() fyne.Size { return r.t.MinSize() }

// Objects returns what is visible, from the back to the front.
func (r *timelineRenderer) Objects() []fyne.CanvasObject { return r.objects }

// Destroy is called by the toolkit.
func (r *timelineRenderer) Destroy() {}

// Refresh draws the state. One object is refreshed, so that the window is
// painted also where nothing moved.
func (r *timelineRenderer) Refresh() {
	r.draw()
	if len(r.objects) > 0 {
		canvas.Refresh(r.objects[0])
	}
}

func (r *timelineRenderer) draw() {
	t := r.t
	t.scene = t.build()
	r.begin()
	r.over.begin()
	w, h := float64(t.Size().Width), float64(t.Size().Height)
	if t.scene == nil {
		return
	}
	r.lanes(w, h)
	r.denseLanes(w, h)
	r.bands()
	r.evidence()
	r.halos()
	r.marks()
	r.hints()
	r.arrows()
	r.laneTitles()
	r.bandWords()
	r.gone()
	r.axis(w)
	r.knownLine(h)
	r.ruler(w, h)
	r.scrollBar(w, h)
	r.box(h)
	if t.focused && t.keyed {
		r.rect(box{0, 0, w, h}, color.NRGBA{}, 0, outline{palette.Fade(t.state.Palette.Accent, 0.7), 1.5})
	}
	if t.state.Selection.Len() == 0 {
		r.empty(w, h)
	}
	r.tooltip(w, h)
}

// color returns a lane's colour.
func (r *timelineRenderer) color(lane int) color.NRGBA { return r.laneColors().marks[lane] }

// laneColors returns the colours of all lanes. Making them readable takes longer
// than painting does, so that they are kept.
func (r *timelineRenderer) laneColors() *laneColors {
	c := &r.colors
	if set := r.t.state.Selection.Set; c.set != set || c.palette != r.t.state.Palette {
		*c = laneColors{set: set, palette: r.t.state.Palette}
		for _, lane := range set.Lanes {
			c.marks = append(c.marks, c.palette.Mark(lane.Color))
			c.texts = append(c.texts, c.palette.LaneText(lane.Color))
		}
	}
	return c
}

// lanes draws what lies behind the marks. The lanes themselves have the colour
// that the window is cleared with: filling a large area takes the processor
// longer than all marks do.
func (r *timelineRenderer) lanes(w, h float64) {
	r.ground(box{0, r.t.metrics.Axis, w, h}, func(b box, c color.NRGBA) { r.rect(b, c, 0, outline{}) })
}

// ground fills lines between the lanes, lines at the ends of the axis's larger
// units, and the lanes' colours at the left.
func (r *timelineRenderer) ground(area box, fill func(box, color.NRGBA)) {
	p, lanes := r.t.state.Palette, r.t.scene.Lanes
	for _, lane := range lanes[min(1, len(lanes)):] {
		fill(box{area.x0, lane.Y, area.x1, lane.Y + 1}, p.Line)
	}
	for _, tick := range r.t.scene.Axis.Upper {
		if tick.X > 0 {
			x := math.Round(tick.X)
			fill(box{x, area.y0, x + 1, area.y1}, p.Grid)
		}
	}
	for _, lane := range lanes {
		fill(box{0, math.Max(lane.Y, area.y0), 4, math.Min(lane.Y+lane.Height, area.y1)}, r.color(lane.Lane))
	}
}

func (r *timelineRenderer) laneTitles() {
	p, m := r.t.state.Palette, r.t.metrics
	for _, lane := range r.t.scene.Lanes {
		title := scene.LaneTitle(r.t.state.Selection.Set.Lanes[lane.Lane].Title, r.t.scene.Size.W, m)
		if lane.Y < m.Axis {
			w := r.t.text.width(title, scene.LaneText) + 2*m.Edge
			r.rect(box{4, lane.TitleY - m.LaneHeader/2, 4 + w, lane.TitleY + m.LaneHeader/2}, p.Surface, 0, outline{})
		}
		r.write(title, m.Edge+2, lane.TitleY, scene.LaneText, r.laneColors().texts[lane.Lane])
	}
}

func (r *timelineRenderer) marks() {
	selected, limit := -1, r.labelLimit()
	for i := range r.t.scene.Marks {
		mark := &r.t.scene.Marks[i]
		if mark.Profile == nil && mark.Events.Has(r.t.state.Selected) {
			selected = i
			continue
		}
		r.mark(mark, i == r.t.pointer.mark, !mark.Dense || mark.Label.Text != "" && drawOf(mark) <= limit)
	}
	if selected >= 0 {
		r.selected(&r.t.scene.Marks[selected])
	}
	for _, echo := range r.t.scene.Echoes {
		r.rect(box{echo.X - 5, echo.Y - 5, echo.X + 5, echo.Y + 5}, color.NRGBA{}, 5,
			outline{r.color(echo.Lane), 1.5})
	}
}

func (r *timelineRenderer) mark(mark *scene.Mark, hovered, labelled bool) {
	text := r.labelColor(mark)
	if mark.Dense {
		r.count(mark)
	} else {
		if mark.Found > 0 {
			pill := foundPill(mark, r.t.metrics)
			r.rect(pill, palette.Fade(r.t.state.Palette.Found, foundOpacity), float32(pill.y1-pill.y0)/2, outline{})
		}
		r.glyph(mark)
	}
	if !labelled {
		return
	}
	if hovered && mark.Label.Text != "" {
		l := mark.Label
		y := l.Y + float64(r.t.text.height(r.t.text.face(scene.LabelText)))/2 - 1
		r.rect(box{l.X, y, l.X + l.Width, y + 1}, text, 0, outline{})
	}
	r.write(mark.Label.Text, mark.Label.X, mark.Label.Y, scene.LabelText, text)
}

// selected draws the selected mark on a pill, its label in bold where there is
// room for that.
func (r *timelineRenderer) selected(mark *scene.Mark) {
	p, m := r.t.state.Palette, r.t.metrics
	face := r.t.text.face(scene.LabelText)
	bold := textFace{face.size, fyne.TextStyle{Bold: true}}
	label := mark.Label
	if wide := r.t.text.widthIn(label.Text, bold); label.Text != "" && wide <= label.Room {
		if label.Side == scene.LeftOf {
			label.X -= wide - label.Width
		}
		face, label.Width = bold, wide
	}
	x0, x1 := mark.X0, mark.X1
	if label.Text != "" {
		x0, x1 = math.Min(x0, label.X), math.Max(x1, label.X+label.Width)
	}
	pill := box{x0 - 6, mark.Y - m.Row/2 + 1, x1 + 7, mark.Y + m.Row/2 - 1}
	r.rect(pill, p.Select, float32(m.Row/2-1), outline{p.SelectLine, 1})
	r.glyph(mark)
	r.writeIn(label.Text, label.X, label.Y, face, p.Text)
}

// count writes how many events a cluster has.
func (r *timelineRenderer) count(mark *scene.Mark) {
	if mark.Kind != scene.Cluster {
		return
	}
	c := r.t.state.Palette.On(r.color(mark.Lane))
	if mark.Dim {
		c = r.t.state.Palette.Muted // on what is hardly there
	}
	count := strconv.Itoa(mark.Events.Len())
	w := r.t.text.width(count, scene.CountText)
	r.write(count, (mark.X0+mark.X1-w)/2, mark.Y, scene.CountText, c)
}

func (r *timelineRenderer) hints() {
	for i, hint := range r.t.scene.Hints {
		c := r.t.state.Palette.Muted
		if i == r.t.pointer.hint {
			c = r.t.state.Palette.Text
		}
		r.write(hint.Label.Text, hint.Label.X, hint.Label.Y, scene.HintText, c)
	}
}

func (r *timelineRenderer) axis(w float64) {
	p, m := r.t.state.Palette, r.t.metrics
	if r.t.scene.Top > 0 { // rows are scrolled below it
		r.rect(box{0, 0, w, m.Axis}, p.Surface, 0, outline{})
	}
	r.rect(box{0, m.Axis - 1, w, m.Axis}, p.Line, 0, outline{})
	upperY, lowerY := m.Axis*0.28, m.Axis*0.70
	for _, tick := range r.t.scene.Axis.Upper {
		r.write(tick.Label, tick.LabelX, upperY, scene.UpperTick, p.Muted)
	}
	for _, tick := range r.t.scene.Axis.Lower {
		style, c := scene.TickText, p.Muted
		if tick.Strong {
			style, c = scene.StrongTick, p.Text
		}
		r.write(tick.Label, tick.LabelX, lowerY, style, c)
	}
}

func (r *timelineRenderer) scrollBar(w, h float64) {
	t := r.t
	if !t.overflows() {
		return
	}
	room := h - t.metrics.Axis
	length := math.Max(room*room/t.scene.Height, 24)
	top := t.metrics.Axis + (room-length)*t.scene.Top/t.scene.MaxTop(t.metrics)
	r.rect(box{w - 8, top + 2, w - 2, top + length - 2}, palette.Fade(t.state.Palette.Muted, 0.6), 3, outline{})
}

// box draws the stretch of time that is being chosen.
func (r *timelineRenderer) box(h float64) {
	if r.t.pointer.gesture != boxing {
		return
	}
	x0, x1 := r.t.boxEdges()
	accent := r.t.state.Palette.Accent
	r.rect(box{x0, r.t.metrics.Axis, x1, h}, palette.Fade(accent, 0.15), 0, outline{accent, 1})
}

func (r *timelineRenderer) empty(w, h float64) {
	text := r.t.state.Empty
	width := r.t.text.width(text, scene.LabelText)
	r.write(text, math.Max((w-width)/2, r.t.metrics.Edge), h/2, scene.LabelText, r.t.state.Palette.Muted)
}
