// Package export draws a timeline as a PNG or SVG chart: what the window shows,
// laid out for paper, with a title, a legend and the sources. It needs no
// display and no font of the system, and the same input gives the same bytes on
// every machine.
package export

import (
	"bytes"
	"context"
	"fmt"
	"slices"

	"dateline/app/atomicfile"
	"dateline/data"
	"dateline/data/evidence"
	"dateline/widgets/palette"
	"dateline/widgets/scene"
)

// Options are what a chart is made of. Only Set and Theme must be given.
type Options struct {
	Set    *data.Set
	Filter data.Filter // lanes that are hidden, and the stretch of time to be shown
	// Selection is what Filter lets through of Set, for who has it at hand.
	Selection *data.Selection
	// View is exactly the stretch to be shown; nil for From to To of the filter,
	// the ends of the dataset where they are not given.
	View          *scene.Span
	Width, Height int     // of the page in pixels at scale 1; 0 for DefaultWidth and DefaultHeight
	Scale         float64 // device pixels a pixel, 0 for 1; an SVG, which has no resolution, is not affected
	Theme         palette.Palette
	Title         string // "" for the dataset's

	// Evidence is that of Set: other dates that sources give events are drawn, and
	// the links between the events of Chain; nil for neither.
	Evidence *evidence.Evidence
	// Chain are events that stand out, indexes in Set.Events in order; all others
	// are pale. Without any all are alike.
	Chain []int
	// Knowledge is whose time until events became known is drawn, nil for
	// nobody's.
	Knowledge *evidence.Knowledge
	// Gaps are stretches of time to be hatched in lanes, with how long they are.
	Gaps []scene.Gap
}

// Report says what is in a chart and what is not. Each event of the dataset
// counts in one of InChart, Outside, Hidden and Unfit.
type Report struct {
	InChart int // drawn, alone or within a cluster
	Outside int // outside the stretch of time that is shown
	Hidden  int // left out by the filter for any reason but the stretch of time
	Unfit   int // in lanes that have no room on the page

	Left        data.Left // those in Hidden by reason; Span are the ones that the filter's stretch of time leaves out, in Outside
	LanesUnfit  int       // lanes that have no room on the page
	Links       int       // links between events of the chain that are drawn
	LinksLeft   int       // and those that are not: within one mark, out of view, or too many
	Sources     int       // sources of the events in the chart
	SourcesLeft int       // of these, how many are not named on the page for want of room
	Missing     []rune    // characters that no embedded font has, drawn as boxes; in order
}

// Draw returns the chart as the content of a file. It is the caller's to write
// it; nothing is returned after an error. The error is that of the options, of
// the context, or means a broken build.
func Draw(ctx context.Context, format Format, o Options) ([]byte, Report, error) {
	if err := o.Check(); err != nil {
		return nil, Report{}, err
	}
	t, err := newTypesetter()
	if err != nil {
		return nil, Report{}, err
	}
	c, err := compose(ctx, o.withDefaults(), t)
	if err != nil {
		return nil, Report{}, err
	}
	p := &painter{composition: c, ctx: ctx, t: t, missing: make(map[rune]bool)}
	var file bytes.Buffer
	if err := render(ctx, &file, format, p.picture(), c.o.Scale); err != nil {
		return nil, Report{}, fmt.Errorf("draw the chart: %w", err)
	}
	if err := ctx.Err(); err != nil {
		return nil, Report{}, err
	}
	for r := range p.missing {
		c.report.Missing = append(c.report.Missing, r)
	}
	slices.Sort(c.report.Missing)
	return file.Bytes(), c.report, nil
}

// WriteFile writes a chart whole or not at all; see [atomicfile.Write].
func WriteFile(path string, content []byte) error { return atomicfile.Write(path, content) }
