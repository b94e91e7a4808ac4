package export

import (
	"strings"

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

	establishedSign // the look of a status
	reportedSign
	allegedSign
	disputedSign
	falseSign
	unstatedSign

	dimSign   // a pale mark
	ghostSign // a hollow box at the foot of a row
	lagSign   // a thin line at the head of a row
	gapSign   // a hatched stretch
	leadsSign // an arrow
	linkSign  // a broken arrow
	sameSign  // a broken line
	clashSign // a broken line between two bars
	signs
)

// The status that each of its signs stands for.
var statusOf = [signs]data.Status{
	establishedSign: data.Established, reportedSign: data.Reported, allegedSign: data.Alleged,
	disputedSign: data.Disputed, falseSign: data.False,
}

// occurrence is what occurs in a timeline of what the legend explains.
type occurrence struct {
	signs         [signs]bool
	markers, bars [signs]bool // of statuses: whether these have them
	kinds         uint        // of links: a bit for each of data.LinkKinds
	timed         bool        // arrows have words
	perhaps       bool        // lines to when something became known have a pale part
	unsure        bool        // the words of a gap end in a question mark
}

// or returns what occurs in one or the other.
func (o occurrence) or(other occurrence) occurrence {
	for s := range o.signs {
		o.signs[s] = o.signs[s] || other.signs[s]
		o.markers[s] = o.markers[s] || other.markers[s]
		o.bars[s] = o.bars[s] || other.bars[s]
	}
	o.kinds |= other.kinds
	o.timed = o.timed || other.timed
	o.perhaps = o.perhaps || other.perhaps
	o.unsure = o.unsure || other.unsure
	return o
}

// occurrence returns what occurs in the timeline.
func (t *timeline) occurrence() occurrence {
	var o occurrence
	for i := range t.Marks {
		o.addMark(&t.Marks[i])
	}
	o.signs[ghostSign] = len(t.over.ghosts)+len(t.over.ties) > 0
	o.signs[lagSign] = len(t.over.lags) > 0
	o.signs[gapSign] = len(t.over.bands) > 0
	for i := range t.over.lags {
		o.perhaps = o.perhaps || t.over.lags[i].perhaps
	}
	for i := range t.over.bands {
		o.unsure = o.unsure || strings.HasSuffix(t.over.bands[i].Label.Text, "?")
	}
	for i := range t.over.links {
		o.addLink(&t.over.links[i])
	}
	return o
}

func (o *occurrence) addMark(mark *scene.Mark) {
	o.signs[dimSign] = o.signs[dimSign] || mark.Dim
	switch mark.Kind {
	case scene.Marker:
		o.signs[daySign] = true
	case scene.Cluster:
		o.signs[countSign] = true
	case scene.Density:
		o.signs[manySign] = true
	case scene.Rest:
		o.signs[restSign] = true
	case scene.Bar:
		solid, fades := looks(mark.Segments)
		o.signs[someSign] = o.signs[someSign] || !solid
		o.signs[lastSign] = o.signs[lastSign] || solid
		o.signs[endSign] = o.signs[endSign] || solid && fades
	}
	if !mark.Several() {
		s := signOf(mark.Status)
		o.signs[s] = true
		o.markers[s] = o.markers[s] || mark.Kind == scene.Marker
		o.bars[s] = o.bars[s] || mark.Kind == scene.Bar
	}
}

// signOf returns the sign of a status.
func signOf(status data.Status) sign {
	for s := establishedSign; s < unstatedSign; s++ {
		if statusOf[s] == status {
			return s
		}
	}
	return unstatedSign
}

// looks reports whether a bar is solid anywhere and whether it fades.
func looks(segments []scene.Segment) (solid, fades bool) {
	for _, s := range segments {
		solid = solid || s.A0 == 1 || s.A1 == 1
		fades = fades || s.A0 != s.A1
	}
	return solid, fades
}

func (o *occurrence) addLink(l *link) {
	o.signs[l.sign()] = true
	o.timed = o.timed || l.words.Text != ""
	for i, kind := range data.LinkKinds {
		if kind == l.kind {
			o.kinds |= 1 << i
		}
	}
}

// statuses returns the signs of statuses that are explained: none where nothing
// is said of any event's. Those that look the same are one.
func (o *occurrence) statuses() []sign {
	var list []sign
	for s := establishedSign; s <= unstatedSign; s++ {
		if o.signs[s] && !(s == unstatedSign && o.signs[establishedSign]) {
			list = append(list, s)
		}
	}
	if len(list) == 1 && list[0] == unstatedSign {
		return nil
	}
	return list
}
