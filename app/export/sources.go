package export

import (
	"slices"
	"strconv"
	"strings"

	"dateline/data"
	"dateline/widgets/scene"
)

// sourcesOf returns the indexes of the sources that the claims of the marks'
// events come from, and of others, in the dataset's order.
func sourcesOf(set *data.Set, marks []scene.Mark, others []int) []int {
	cited := make([]bool, len(set.Sources))
	left := len(cited)
	for _, source := range others {
		if !cited[source] {
			cited[source], left = true, left-1
		}
	}
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

// longCitation is how many bytes of a source are more than any has.
const longCitation = 2000

// sourceLines returns the sources with their numbers in at most so many lines of
// a width, and how many of them are not named, which the last line then says.
// It says what the numbers are where they stand after labels, too.
func (t *typesetter) sourceLines(set *data.Set, sources []int, f face, width float64, most int, noted bool) (lines []string, left int) {
	if len(sources) == 0 || most == 0 {
		return nil, len(sources)
	}
	p := &paragraph{t: t, face: f, width: width}
	p.add(opening(noted))
	for i, source := range sources {
		left = len(sources) - i - 1
		next := p.clone()
		text := citation(&set.Sources[source]) + ending(left)
		if len(text) > longCitation { // more than twice the room would not fit anyway
			text, _ = scene.Wider(text, 2*width*float64(most+1), func(s string) float64 { return t.width(s, f) })
		}
		next.addNote(i+1, text)
		whole := next
		if left > 0 {
			whole = next.clone()
			whole.add(more(left, len(sources)))
		}
		if len(whole.lines) > most {
			return t.cutSources(p, i, len(sources), most)
		}
		p = next
	}
	return leftToRight(p.lines), 0
}

// opening returns what the sources begin with.
func opening(noted bool) string {
	if noted {
		return "Sources (the small numbers):"
	}
	return "Sources:"
}

// addNote adds a source with its number, which is not parted from it.
func (p *paragraph) addNote(number int, text string) {
	words := strings.Fields(plain(text))
	p.addWord(bracketed(number) + " " + words[0])
	for _, word := range words[1:] {
		p.addWord(word)
	}
}

func bracketed(number int) string { return "[" + strconv.Itoa(number) + "]" }

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
func (t *typesetter) cutSources(p *paragraph, named, all, most int) ([]string, int) {
	left := all - named
	if named > 0 {
		p.add(more(left, all))
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

// more says how many sources are not named, the last of all, and which numbers
// they have.
func more(left, all int) string {
	if left == 1 {
		return "and 1 more, " + bracketed(all)
	}
	return "and " + numbered(left) + " more, " + bracketed(all-left+1) + " to " + bracketed(all)
}
