package export

import (
	"strings"

	"dateline/data"
	"dateline/data/evidence"
	"dateline/widgets/scene"
)

// words returns what a sign is explained by; whose are the lines to when
// something became known.
func (s sign) words(o *occurrence, whose *evidence.Knowledge, set *data.Set) string {
	switch {
	case s == establishedSign && o.signs[unstatedSign]:
		return "established, or not said"
	case s >= establishedSign && s <= unstatedSign:
		return strings.ToLower(statusOf[s].Words())
	case s == lagSign && whose != nil:
		return lagWords(whose, set, o.perhaps)
	case s == gapSign && o.unsure:
		return "no event of the lane lies here for certain (“?”: one may)"
	case s >= leadsSign:
		return s.linkWords(o)
	}
	return [signs]string{
		daySign:   "exact day",
		someSign:  "date known only within this stretch",
		lastSign:  "all through this time",
		endSign:   "start or end not known exactly",
		countSign: "several events, too close to draw apart",
		manySign:  "so many events (the height is the square root of their number)",
		restSign:  "so many longer ones under way",
		dimSign:   "not part of the chain",
		ghostSign: "another date that a source gives",
		gapSign:   "no event of the lane lies here for certain",
	}[s]
}

// lagWords says to whom something became known; it may have been earlier.
func lagWords(whose *evidence.Knowledge, set *data.Set, perhaps bool) string {
	party := evidence.PartyTitle(set, whose.Party)
	if whose.Party == evidence.Public {
		party = "the public"
	}
	words := "until known to " + party + " at the latest"
	if perhaps {
		words += " (pale: perhaps already)"
	}
	return words
}

// linkWords names the kinds of links that look like the sign. The first sign of
// a link also says what the words on them are.
func (s sign) linkWords(o *occurrence) string {
	var kinds []string
	for i, kind := range data.LinkKinds {
		if o.kinds>>i&1 != 0 && linkSignOf(kind) == s {
			kinds = append(kinds, kind.Words())
		}
	}
	words := strings.Join(kinds, ", ")
	if last := len(kinds) - 1; last > 0 {
		words = strings.Join(kinds[:last], ", ") + " or " + kinds[last]
	}
	for first := leadsSign; first <= s && o.timed; first++ {
		if o.signs[first] {
			if first == s {
				words += ", and the time between"
			}
			break
		}
	}
	return words
}

// Measures of the legend in pixels.
const (
	legendRow = 21
	markWidth = 11
	signGap   = 7
	itemGap   = 22
	formGap   = 4 // between a marker and a bar of one status
)

// legendItem is one sign with its words; X is its left edge and Y its middle.
type legendItem struct {
	sign        sign
	lane        int  // index in Set.Lanes
	marker, bar bool // of a status: what has it
	x, y        float64
	text        line
}

// signWidth returns the room for the sign itself.
func (i *legendItem) signWidth() float64 {
	switch {
	case i.sign == laneSign || i.sign == daySign || i.sign == dimSign:
		return markWidth
	case i.marker && i.bar:
		return 3*markWidth + formGap
	case i.marker:
		return markWidth
	case i.sign >= leadsSign:
		return 3 * markWidth
	}
	return 2 * markWidth
}

func (i *legendItem) width() float64 { return i.signWidth() + signGap + i.text.width() }

// legend lists the lanes that are drawn and then the signs that occur.
func (p *paper) legendOf(lanes []scene.Lane, o *occurrence) []legendItem {
	var items []legendItem
	f := p.sized(legendFace)
	add := func(item legendItem, words string) {
		room := p.width() - item.signWidth() - signGap
		item.text = p.t.line(p.t.shortened(words, f, room), f)
		items = append(items, item)
	}
	for _, lane := range lanes {
		add(legendItem{sign: laneSign, lane: lane.Lane}, p.o.Set.Lanes[lane.Lane].Title)
	}
	for _, s := range o.explained() {
		item := legendItem{sign: s, marker: o.markers[s], bar: o.bars[s]}
		if s == establishedSign {
			item.marker, item.bar = item.marker || o.markers[unstatedSign], item.bar || o.bars[unstatedSign]
		}
		add(item, s.words(o, p.o.Knowledge, p.o.Set))
	}
	return items
}

// explained returns the signs that occur, in the order of the legend.
func (o *occurrence) explained() []sign {
	var list []sign
	for s := daySign; s < establishedSign; s++ {
		if o.signs[s] {
			list = append(list, s)
		}
	}
	list = append(list, o.statuses()...)
	for s := dimSign; s < signs; s++ {
		if o.signs[s] {
			list = append(list, s)
		}
	}
	return list
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
