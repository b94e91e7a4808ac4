package export

import (
	"slices"
	"strconv"
	"strings"

	"dateline/data"
	"dateline/widgets/scene"
)

// notes are the numbers that sources have in a chart: in brackets at its foot,
// and small after the labels of the events that rest on them. They count the
// sources of what is in the chart in the dataset's order: a plane has no order
// of reading in which one would be first.
type notes struct {
	set     *data.Set
	numbers []int // by index in Set.Sources, 0 for those not in the chart
	count   int
}

func newNotes(set *data.Set, sources []int) *notes {
	n := &notes{set, make([]int, len(set.Sources)), len(sources)}
	for i, source := range sources {
		n.numbers[source] = i + 1
	}
	return n
}

// of returns the numbers of the sources that events rest on, each once, in
// order.
func (n *notes) of(events scene.Members) []int {
	var all []int
	seen := make([]bool, n.count+1)
	for event := range events.All() {
		if len(all) == n.count {
			break
		}
		for _, source := range n.set.Events.Sources(event) {
			if number := n.numbers[source]; !seen[number] {
				seen[number], all = true, append(all, number)
			}
		}
	}
	slices.Sort(all)
	return all
}

// The numbers after a label, in parts of its size: how large they are, and how
// far behind it.
const (
	noteShare = 0.72
	noteGap   = 0.14
)

// How many numbers may stand after a label that is shortened for them, and how
// many after one that has room.
const (
	fewNotes  = 3
	mostNotes = 8
)

// noteRoom returns what every label of a selection is given room for when lanes
// are packed: as many of the widest numbers as nine in ten events have sources,
// an ellipsis at least, "" where no event has any. More numbers take what room
// the label has besides, and then the end of the title.
func (t *typesetter) noteRoom(sel *data.Selection) string {
	var events [fewNotes + 1]int // by how many sources they have
	seen := 0
	for event := range sel.All() {
		events[min(len(sel.Set.Events.Sources(event)), fewNotes)]++
		if seen++; seen == choosy {
			break
		}
	}
	if events[0] == seen {
		return ""
	}
	n, rest := 1, seen-events[0]-events[1]
	for ; n < fewNotes && 10*rest > seen; n++ {
		rest -= events[n+1]
	}
	numbers := widestNotes(sel.Set, n)
	if t.width(numbers, legendFace) < t.width(scene.Ellipsis, legendFace) {
		return scene.Ellipsis
	}
	return numbers
}

// widestNotes returns numbers that are as wide as can be.
func widestNotes(set *data.Set, n int) string {
	return joined(slices.Repeat([]string{strings.Repeat("0", len(strconv.Itoa(len(set.Sources))))}, n))
}

func joined(numbers []string) string { return strings.Join(numbers, ",") }

// noteFace returns the face of the numbers after a label.
func noteFace(label face) face { return face{label.size * noteShare, false} }

// noteWidth returns the width of numbers with the gap before them, 0 for none.
func (t *typesetter) noteWidth(numbers string, label face) float64 {
	if numbers == "" {
		return 0
	}
	return noteGap*label.size + t.width(numbers, noteFace(label))
}

// noteText returns numbers as they stand after a label, an ellipsis for those
// that have no room, "" where even that has none.
func (t *typesetter) noteText(numbers []int, label face, room float64) string {
	words := make([]string, len(numbers))
	for i, number := range numbers {
		words[i] = strconv.Itoa(number)
	}
	for n := min(len(words), mostNotes); n >= 0; n-- {
		text := joined(words[:n])
		if n < len(words) {
			text += scene.Ellipsis
		}
		const exact = 1e-6 // lengths are sums
		if t.noteWidth(text, label) <= room+exact {
			return text
		}
	}
	return ""
}
