package export

import (
	"context"
	"maps"
	"math"
	"slices"

	"dateline/data"
	"dateline/widgets/scene"
)

// timeline is the scene of a chart: lanes that are whole on the page, since
// paper cannot be scrolled.
type timeline struct {
	*scene.Scene
	metrics *scene.Metrics
	factor  float64  // of the sizes of text
	titles  []string // of the scene's lanes, as wide as the timeline at most
	over    over
	report  Report
	builder *scene.Builder // of the scene
}

// density is how tightly lanes are set, as lengths in pixels before the factor;
// those that are 0 are the window's.
type density struct {
	axis, header, foot, row float64
	factor                  float64 // of all lengths
}

// full is how many of the densities have text of the window's size.
const full = 3

// densities returns the ways to set lanes, from the widest to the tightest, in
// which a row is hardly higher than its text and that is still to be read.
func densities() []density {
	return []density{
		{factor: 1},
		{42, 26, 7, 22, 1},
		{40, 23, 4, 19, 1},
		{40, 23, 4, 19, 0.85},
		{40, 23, 4, 19, 0.7},
	}
}

// stage builds timelines of one chart in pages of different heights.
type stage struct {
	ctx     context.Context
	o       Options
	t       *typesetter
	all     *data.Selection          // what the options let through
	metrics map[bool][]scene.Metrics // of densities, without and with room for numbers after labels
	width   float64
	links   int // between events of the chain
}

func newStage(ctx context.Context, o Options, t *typesetter, width float64) *stage {
	s := &stage{ctx: ctx, o: o, t: t, all: o.Selection, width: width, metrics: make(map[bool][]scene.Metrics), links: o.links()}
	if s.all == nil {
		s.all = o.Set.Select(o.Filter)
	}
	room := t.noteRoom(s.all)
	for _, d := range densities() {
		s.metrics[false] = append(s.metrics[false], s.metricsOf(d, ""))
		s.metrics[true] = append(s.metrics[true], s.metricsOf(d, room))
	}
	return s
}

// metricsOf returns the window's measures, changed for a density. Labels are
// measured with the numbers that are to have room after them.
func (s *stage) metricsOf(d density, numbers string) scene.Metrics {
	room := s.t.noteWidth(numbers, faceOf(scene.LabelText, d.factor))
	m := scene.ScreenMetrics(func(text string, style scene.TextStyle) float64 {
		width := s.t.width(text, faceOf(style, d.factor))
		if style == scene.LabelText && text != "" {
			width += room
		}
		return width
	})
	if d.row > 0 {
		m.Axis, m.LaneHeader, m.LaneFoot, m.Row = d.axis, d.header, d.foot, d.row
	}
	if s.o.Knowledge != nil {
		m.Row = math.Max(m.Row, laggedRow)
	}
	return m.Scaled(d.factor)
}

// need returns how high the timeline must be for all lanes.
func (s *stage) need() need {
	at := func(density int) float64 {
		m := &s.metrics[true][density]
		built, _ := s.build(s.all, m, m.Axis)
		return m.Axis + built.Height
	}
	return need{full: at(full - 1), tight: at(len(densities()) - 1)}
}

// build returns a scene and its builder, to which what is drawn over it is known.
func (s *stage) build(sel *data.Selection, m *scene.Metrics, height float64) (*scene.Scene, *scene.Builder) {
	view, builder := s.o.view(s.width), new(scene.Builder)
	return builder.Build(scene.Input{
		Selection: sel, Domain: scene.DomainOf(s.o.Set), View: view, Size: scene.Size{W: s.width, H: height},
		Metrics: m, Reference: view.Scale, Selected: -1, Chain: s.o.Chain,
	}), builder
}

// choosy is for how many events it is tried whether lanes set more tightly lose
// less; of more, clusters are what is to be seen anyway.
const choosy = 2000

// timeline returns the lanes in a height, with what is drawn over them. Noted
// says whether labels are to have room for numbers after them. The error is the
// context's.
func (s *stage) timeline(height float64, noted bool) (*timeline, error) {
	t, err := s.lanes(height, noted)
	if err == nil {
		t.over = s.over(t)
		t.report.Links = len(t.over.links)
		t.report.LinksLeft = s.links - t.report.Links
	}
	return t, err
}

// lanes returns the lanes set as widely as the height allows without losing
// anything, else so that least is lost. Lanes for which there is no room at all
// are left out from the last on, and counted.
func (s *stage) lanes(height float64, noted bool) (*timeline, error) {
	var best *timeline
	for _, density := range s.tried() {
		if err := s.ctx.Err(); err != nil {
			return nil, err
		}
		m := &s.metrics[noted][density]
		built, builder := s.build(s.all, m, height)
		if !fits(built, m) {
			continue
		}
		if t := s.finished(built, builder, s.all, density, noted); best == nil || t.lost() < best.lost() {
			best = t
		}
		if best.lost() == 0 || density >= full-1 || s.all.Len() > choosy {
			break
		}
	}
	if best == nil {
		return s.fewerLanes(height, noted)
	}
	return best, nil
}

// tried returns the densities that are tried, from the widest on.
func (s *stage) tried() []int {
	if s.all.Len() > choosy {
		return []int{0, len(densities()) - 1}
	}
	all := make([]int, len(densities()))
	for i := range all {
		all[i] = i
	}
	return all
}

// fewerLanes returns the timeline with as many lanes, set as tightly as can be,
// as the height has room for.
func (s *stage) fewerLanes(height float64, noted bool) (*timeline, error) {
	last := len(densities()) - 1
	m, sel := &s.metrics[noted][last], s.all
	built, builder := s.build(sel, m, height)
	for !fits(built, m) && len(sel.Lanes) > 1 {
		if err := s.ctx.Err(); err != nil {
			return nil, err
		}
		sel = s.without(sel, max(1, min(wholeLanes(built), len(sel.Lanes)-1)))
		built, builder = s.build(sel, m, height)
	}
	return s.finished(built, builder, sel, last, noted), nil
}

// lost returns how many events a reader cannot tell apart or put a name to:
// those in clusters, and those without a label.
func (t *timeline) lost() int {
	n := 0
	for i := range t.Marks {
		if t.Marks[i].Several() || t.Marks[i].Label.Text == "" {
			n += t.Marks[i].Events.Len()
		}
	}
	return n
}

// fits reports whether all lanes are within the scene.
func fits(s *scene.Scene, m *scene.Metrics) bool { return s.MaxTop(m) < 0.5 }

// wholeLanes returns how many lanes are within the scene from top to bottom.
func wholeLanes(s *scene.Scene) int {
	n := 0
	for _, lane := range s.Lanes {
		if lane.Y+lane.Height <= s.Size.H {
			n++
		}
	}
	return n
}

// without returns the selection with its first lanes only.
func (s *stage) without(sel *data.Selection, lanes int) *data.Selection {
	f := s.o.Filter
	f.Hidden = maps.Clone(f.Hidden)
	if f.Hidden == nil {
		f.Hidden = make(map[string]bool)
	}
	for _, lane := range s.all.Lanes { // those left out before, too
		if slices.Contains(sel.Lanes[:lanes], lane) {
			continue
		}
		f.Hidden[s.o.Set.Lanes[lane].ID] = true
	}
	return s.o.Set.Select(f)
}

// finished counts what is drawn. Rows below the page, which a single lane can
// have on a very low one, are taken out.
func (s *stage) finished(built *scene.Scene, builder *scene.Builder, sel *data.Selection, density int, noted bool) *timeline {
	t := &timeline{Scene: built, builder: builder, metrics: &s.metrics[noted][density], factor: densities()[density].factor}
	below := func(y float64) bool { return y+t.metrics.Row/2 > t.Size.H }
	unfit, drawn := s.all.Len()-sel.Len(), 0
	t.Marks = slices.DeleteFunc(t.Marks, func(m scene.Mark) bool {
		if below(m.Y) {
			unfit += m.Events.Len()
			return true
		}
		drawn += m.Events.Len()
		return false
	})
	t.Hints = slices.DeleteFunc(t.Hints, func(h scene.Hint) bool { return below(h.Label.Y) })
	t.report = Report{
		InChart: drawn, Hidden: s.all.Hidden, Left: s.all.Left, Unfit: unfit,
		Outside:    s.all.OutsideSpan + s.all.Len() - drawn - unfit,
		LanesUnfit: len(s.all.Lanes) - len(sel.Lanes),
	}
	for _, lane := range t.Lanes {
		title := s.o.Set.Lanes[lane.Lane].Title
		t.titles = append(t.titles, s.t.shortened(title, faceOf(scene.LaneText, t.factor), s.width-3*t.metrics.Edge))
	}
	return t
}
