package export

import (
	"dateline/data"
	"dateline/widgets/scene"
)

// sign is what the legend explains.
type sign uint8

const (
	laneSign  sign = iota // a lane's marker and title
	daySign               // a marker
	someSign              // a bar that is nowhere solid
	lastSign              // a solid bar
	endSign               // a faded end of a solid bar
	countSign             // a pill with a number
	manySign              // a profile of how many events there are
	restSign              // a profile of how many are under way
	signs
)

// words returns the explanation.
func (s sign) words() string {
	return [...]string{
		daySign:   "exact day",
		someSign:  "date known only within this stretch",
		lastSign:  "all through this time",
		endSign:   "start or end not known exactly",
		countSign: "several events, too close to draw apart",
		manySign:  "so many events (the height is the square root of their number)",
		restSign:  "so many longer ones under way",
	}[s]
}

// signsOf returns which signs occur among the marks.
func signsOf(marks []scene.Mark) (occur [signs]bool) {
	for i := range marks {
		switch marks[i].Kind {
		case scene.Marker:
			occur[daySign] = true
		case scene.Cluster:
			occur[countSign] = true
		case scene.Density:
			occur[manySign] = true
		case scene.Rest:
			occur[restSign] = true
		case scene.Bar:
			solid, fades := looks(marks[i].Segments)
			occur[someSign] = occur[someSign] || !solid
			occur[lastSign] = occur[lastSign] || solid
			occur[endSign] = occur[endSign] || solid && fades
		}
	}
	return occur
}

// looks reports whether a bar is solid anywhere and whether it fades.
func looks(segments []scene.Segment) (solid, fades bool) {
	for _, s := range segments {
		solid = solid || s.A0 == 1 || s.A1 == 1
		fades = fades || s.A0 != s.A1
	}
	return solid, fades
}

// Measures of the legend in pixels.
const (
	legendRow = 21
	markWidth = 11
	signGap   = 7
	itemGap   = 22
)

// legendItem is one sign with its words; X is its left edge and Y its middle.
type legendItem struct {
	sign sign
	lane int // index in Set.Lanes
	x, y float64
	text line
}

// signWidth returns the room for the sign itself.
func (i *legendItem) signWidth() float64 {
	if i.sign == laneSign || i.sign == daySign {
		return markWidth
	}
	return 2 * markWidth
}

func (i *legendItem) width() float64 { return i.signWidth() + signGap + i.text.width() }

// legend lists the lanes that are drawn and then the signs that occur.
func (t *typesetter) legend(set *data.Set, lanes []scene.Lane, occur [signs]bool, f face, width float64) []legendItem {
	var items []legendItem
	add := func(s sign, lane int, words string) {
		room := width - 2*markWidth - signGap
		items = append(items, legendItem{sign: s, lane: lane, text: t.line(t.shortened(words, f, room), f)})
	}
	for _, lane := range lanes {
		add(laneSign, lane.Lane, set.Lanes[lane.Lane].Title)
	}
	for s := daySign; s < signs; s++ {
		if occur[s] {
			add(s, 0, s.words())
		}
	}
	return items
}

// flow places the items in rows of a width, the first at the top, and returns
// the height of all.
func flow(items []legendItem, left, top, width float64) float64 {
	x, row := 0.0, 0.0
	for i := range items {
		if x > 0 && x+items[i].width() > width {
			x, row = 0, row+1
		}
		items[i].x, items[i].y = left+x, top+(row+0.5)*legendRow
		x += items[i].width() + itemGap
	}
	if len(items) == 0 {
		return 0
	}
	return (row + 1) * legendRow
}
