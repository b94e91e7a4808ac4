package export

import (
	"context"

	"dateline/widgets/scene"
)

// composition is a chart with everything in its place.
type composition struct {
	o        Options
	size     scene.Size
	box      box // of the timeline
	timeline *timeline
	labels   []label // of the timeline's marks
	legend   []legendItem
	texts    []placedLine // title, facts, sources
	nothing  *placedLine  // what the lanes say where there is nothing in them
	report   Report
}

// placedLine is a line in its place; y is its baseline.
type placedLine struct {
	line
	x, y  float64
	muted bool
	dim   bool // of a mark that stands back
}

// extent returns the area of the line.
func (l *placedLine) extent() box {
	return box{l.x, l.y - l.face.size*ascent, l.x + l.width(), l.y + l.face.size*descent}
}

// compose lays a chart out: everything is measured before anything is drawn.
// Where a lane finds no room although it should, less is put around the lanes;
// where that does not help, it is left out. The error is the context's.
func compose(ctx context.Context, o Options, t *typesetter) (*composition, error) {
	p := newPaper(o, t)
	s := newStage(ctx, o, t, p.width())
	need := s.need()
	known := facts{subtitle: 1}
	var fullest *composition
	for from := 0; ; {
		plan := p.plan(&known, need, from)
		drawn, err := s.timeline(plan.timeline, plan.sources > 0)
		if err != nil {
			return nil, err
		}
		subtitle := t.filled(factLine(p.shown(), &drawn.report, o.Filter.Independent), p.sized(subtitleFace), p.width())
		var more bool
		if known, more = known.grown(o, drawn, len(subtitle)); more {
			continue
		}
		c := p.composed(&plan, drawn, subtitle, known.noted)
		if drawn.report.Unfit == 0 && drawn.report.LanesUnfit == 0 {
			return c, nil
		}
		if fullest == nil {
			fullest = c
		}
		if plan.timeline < need.tight || plan.index == len(levels())-1 {
			return fullest, nil
		}
		from = plan.index + 1
	}
}

// composed puts everything into the places that a plan has for it. Where the
// foot has no room for any source, numbers would say nothing.
func (p *paper) composed(plan *plan, t *timeline, subtitle []string, noted bool) *composition {
	c := &composition{o: p.o, size: p.size, timeline: t, report: t.report}
	y := p.stack(c, p.margin, plan.title, p.sized(titleFace), false)
	p.stack(c, y, subtitle, p.sized(subtitleFace), true)
	c.box = box{p.margin, plan.top, p.size.W - p.margin, plan.top + plan.timeline}
	sources := sourcesOf(p.o.Set, t.Marks, t.over.sources)
	lines, left := p.t.sourceLines(p.o.Set, sources, p.sized(sourceFace), p.width(), plan.sources, noted)
	c.report.Sources, c.report.SourcesLeft = len(sources), left
	var n *notes
	if left < len(sources) {
		n = newNotes(p.o.Set, sources)
	}
	c.labels = p.labels(t, c.box, n)
	c.nothing = p.nothing(t)
	c.placeWords()
	c.legend = p.legend(plan.level, t.Lanes, t.occurrence())
	top := c.box.y1
	if len(c.legend) > 0 {
		top += gap
	}
	top += flow(c.legend, p.margin, top, p.width())
	p.stack(c, top+gap, lines, p.sized(sourceFace), true)
	return c
}

// stack adds lines under each other from a height on and returns where the next
// would be.
func (p *paper) stack(c *composition, top float64, lines []string, f face, muted bool) float64 {
	for _, text := range lines {
		c.texts = append(c.texts, placedLine{line: p.t.line(text, f), x: p.margin, y: f.baseline(top + rowOf(f)/2), muted: muted})
		top += rowOf(f)
	}
	return top
}

// nothing returns what the first lane says where there is nothing at all to be
// seen in the lanes, else nil.
func (p *paper) nothing(t *timeline) *placedLine {
	if len(t.Marks) > 0 || len(t.Hints) > 0 || len(t.Lanes) == 0 {
		return nil
	}
	f := faceOf(scene.LabelText, t.factor)
	y := t.Lanes[0].Y + t.metrics.LaneHeader + t.metrics.Row/2
	text := p.t.shortened("No events in this stretch of time", f, p.width()-2*t.metrics.Edge)
	if text == "" || y+f.height()/2 > t.Size.H {
		return nil // the line under the title says so too
	}
	return &placedLine{line: p.t.line(text, f), x: t.metrics.Edge + 2, y: f.baseline(y), muted: true}
}
