package export

import (
	"slices"
	"strconv"
	"strings"

	"dateline/widgets/scene"
)

// facts are what the space around the timeline depends on, and what in turn
// depends on the timeline's height. They only grow while a chart is composed,
// so that composing comes to an end.
type facts struct {
	subtitle int // lines
	lanes    []scene.Lane
	occur    [signs]bool
	sources  []int
	noted    bool // whether numbers of sources stand after labels
}

// grown returns the facts with those of a timeline, and whether that changed
// them.
func (f facts) grown(o Options, t *timeline, subtitle int) (grown facts, more bool) {
	grown = f
	grown.subtitle = max(f.subtitle, subtitle)
	if len(t.Lanes) > len(f.lanes) {
		grown.lanes = t.Lanes
	}
	for s, yes := range signsOf(t.Marks) {
		grown.occur[s] = f.occur[s] || yes
	}
	grown.sources = slices.Concat(f.sources, sourcesOf(o.Set, t.Marks))
	slices.Sort(grown.sources)
	grown.sources = slices.Compact(grown.sources)
	grown.noted = f.noted || anyNoted(o.Set, t.Marks)
	return grown, grown.subtitle > f.subtitle || len(grown.lanes) > len(f.lanes) || grown.occur != f.occur ||
		len(grown.sources) > len(f.sources) || grown.noted != f.noted
}

// factLine returns the line under the title: the stretch of time, and how many
// events are in the chart and how many are not.
func factLine(shown scene.Span, r *Report) string {
	total := r.InChart + r.Outside + r.Hidden + r.Unfit
	count := numbered(r.InChart) + " of " + counted(total, "event")
	switch r.InChart {
	case total:
		count = counted(total, "event")
	case 0:
		count = "none of " + counted(total, "event")
	}
	parts := []string{spanWords(shown), count}
	if r.Outside > 0 {
		parts = append(parts, numbered(r.Outside)+" before or after")
	}
	if r.Hidden > 0 {
		parts = append(parts, numbered(r.Hidden)+" in hidden lanes")
	}
	if r.LanesUnfit > 0 {
		parts = append(parts, numbered(r.Unfit)+" in "+counted(r.LanesUnfit, "lane")+" for which the page is too low")
	} else if r.Unfit > 0 {
		parts = append(parts, numbered(r.Unfit)+" for which the page is too low")
	}
	return strings.Join(parts, " · ")
}

// counted returns a number with its noun: "1 event", "2 events".
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return numbered(n) + " " + noun + "s"
}

// numbered returns a number with commas between groups of three digits.
func numbered(n int) string {
	digits := strconv.Itoa(n)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}
