package export

import (
	"slices"
	"strings"

	"dateline/data"
	"dateline/widgets/scene"
)

// sourcesOf returns the indexes of the sources that the claims of the marks'
// events come from, in the dataset's order.
func sourcesOf(set *data.Set, marks []scene.Mark) []int {
	cited := make([]bool, len(set.Sources))
	left := len(cited)
	for i := range marks {
		for event := range marks[i].Events.All() {
			if left == 0 { // of a million events it takes the first few to know
				break
			}
			for _, source := range set.Events.Sources(event) {
				if !cited[source] {
					cited[source], left = true, left-1
				}
			}
		}
	}
	var sources []int
	for i, yes := range cited {
		if yes {
			sources = append(sources, i)
		}
	}
	return sources
}

// citation returns a source as a reader finds it: author, publisher, title in
// quotation marks, date of publication.
func citation(s *data.Source) string {
	parts := []string{ended(s.Author), ended(s.Publisher), ended("“" + s.Title + "”"), s.Published.Words()}
	return strings.Join(slices.DeleteFunc(parts, func(part string) bool { return part == "" }), ", ")
}

// leftToRightMark is a letter that is not seen.
const leftToRightMark = "\u200e"

// ended returns a text that leaves the numbers after it alone: behind Arabic or
// Hebrew they would move to its other end.
func ended(text string) string {
	if hasRightToLeft(text) {
		return text + leftToRightMark
	}
	return text
}

// sourceLines returns the sources in at most so many lines of a width, and how
// many of them are not named, which the last line then says.
func (t *typesetter) sourceLines(set *data.Set, sources []int, f face, width float64, most int) (lines []string, left int) {
	if len(sources) == 0 || most == 0 {
		return nil, len(sources)
	}
	p := &paragraph{t: t, face: f, width: width}
	p.add("Sources:")
	for i, source := range sources {
		left = len(sources) - i - 1
		next := p.clone()
		next.add(citation(&set.Sources[source]) + ending(left))
		whole := next
		if left > 0 {
			whole = next.clone()
			whole.add(more(left))
		}
		if len(whole.lines) > most {
			return t.cutSources(p, i, len(sources)-i, most)
		}
		p = next
	}
	return leftToRight(p.lines), 0
}

// leftToRight returns lines that go from left to right whatever they begin
// with.
func leftToRight(lines []string) []string {
	for i, line := range lines {
		if hasRightToLeft(line) {
			lines[i] = leftToRightMark + line
		}
	}
	return lines
}

// cutSources ends the lines after the sources that are named.
func (t *typesetter) cutSources(p *paragraph, named, left, most int) ([]string, int) {
	if named > 0 {
		p.add(more(left))
		return leftToRight(p.lines), left
	}
	text := counted(left, "source") + ", not named here for want of room"
	return t.wrapped(text, p.face, p.width, most), left
}

func ending(left int) string {
	if left > 0 {
		return ";"
	}
	return ""
}

func more(n int) string { return "and " + numbered(n) + " more" }
