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
	occur    occurrence
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
	grown.occur = f.occur.or(t.occurrence())
	grown.sources = slices.Concat(f.sources, sourcesOf(o.Set, t.Marks, t.over.sources))
	slices.Sort(grown.sources)
	grown.sources = slices.Compact(grown.sources)
	grown.noted = f.noted || anyNoted(o.Set, t.Marks)
	return grown, grown.subtitle > f.subtitle || len(grown.lanes) > len(f.lanes) || grown.occur != f.occur ||
		len(grown.sources) > len(f.sources) || grown.noted != f.noted
}

// factLine returns the line under the title: the stretch of time, and how many
// events are in the chart and how many are not, and why. The filter wanted so
// many independent sources of each.
func factLine(shown scene.Span, r *Report, independent int) string {
	total := r.InChart + r.Outside + r.Hidden + r.Unfit
	count := numbered(r.InChart) + " of " + counted(total, "event")
	switch r.InChart {
	case total:
		count = counted(total, "event")
	case 0:
		count = "none of " + counted(total, "event")
	}
	parts := []string{spanWords(shown), count}
	for _, reason := range []struct {
		n     int
		words string
	}{
		{r.Outside, "before or after"},
		{r.Left.Lanes, "in hidden lanes"},
		{r.Left.Statuses, "of other statuses"},
		{r.Left.Sources, "of other sources"},
		{r.Left.Support, supportWords(independent)},
		{r.Left.Only, "not chosen by name or not known then"},
		{r.Unfit, unfitWords(r.LanesUnfit)},
		{r.LinksLeft, linksLeft(r.LinksLeft)},
	} {
		if reason.n > 0 {
			parts = append(parts, numbered(reason.n)+" "+reason.words)
		}
	}
	return strings.Join(parts, " · ")
}

// supportWords says what events lack that are left out for want of independent
// sources.
func supportWords(independent int) string {
	few := []string{2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine"}
	switch {
	case independent < 2:
		return "without a source"
	case independent < len(few):
		return "without " + few[independent] + " independent sources"
	}
	return "without " + numbered(independent) + " independent sources"
}

func linksLeft(n int) string {
	if n == 1 {
		return "link of the chain not drawn"
	}
	return "links of the chain not drawn"
}

func unfitWords(lanes int) string {
	const low = "for which the page is too low"
	if lanes > 0 {
		return "in " + counted(lanes, "lane") + " " + low
	}
	return low
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
