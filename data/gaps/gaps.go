// Package gaps finds the longest stretches of each lane in which nothing is documented.
//
// An event documents all the time in which it may lie: a date that names a month may be any day of it, so that no day
// of it is called empty. An interval documents the time from when it may have begun to when it may have ended, an open
// end ("..") reaching to the end of the chronology.
//
// There are dates that would hide every gap in this way: of "some time from 2002 to 2012" ten years would count as
// documented. Therefore an event counts as vague where its date is not an interval or a list of dates that are all meant
// and spans more than [Vague], and the unknown end of an interval is vague, too ("2012/" documents 2012). What is vague
// neither ends a gap nor hides one, but every gap names the vague events that may lie in it. Where there are none, it is
// certain that no event of the lane lies there.
package gaps

import (
	"cmp"
	"math"
	"slices"

	"dateline/data"
	"dateline/data/edtf"
	"dateline/data/elapsed"
)

// Vague is how long the extent of a date may be, in seconds, for its event to be one that happened at a known time: a
// leap year.
const Vague = 366 * secondsPerDay

const (
	secondsPerMinute = 60
	secondsPerDay    = 86400
)

// Gap is a stretch of time between two events of a lane in which no other event of it lies for certain.
type Gap struct {
	Lane          int   // index into Set.Lanes
	From, To      int64 // in seconds since 1970, To exclusive and after From
	After, Before int   // the events that it lies between: the shortest that ends at From, and the shortest that begins at To
	Maybe         []int // the vague events that may lie in it, in order of time
}

// Sure reports whether no event can lie in the gap.
func (g *Gap) Sure() bool { return len(g.Maybe) == 0 }

// Words returns how long the gap is: "3 years, 2 days".
func (g *Gap) Words() string {
	unit := edtf.Second
	switch {
	case g.From%secondsPerDay == 0 && g.To%secondsPerDay == 0:
		unit = edtf.Day
	case g.From%secondsPerMinute == 0 && g.To%secondsPerMinute == 0:
		unit = edtf.Minute
	}
	return elapsed.Instants(g.From, g.To, unit).Words()
}

// Longest returns the longest gaps of each lane that is shown, at most so many of each: lane by lane in the order of
// sel.Lanes, of each the longest first and of equally long ones the earlier. An event counts in every lane that it is
// listed in. There are gaps between the first and the last event only that are not vague. It takes the time of going
// over the selected events and sorting those of a lane that do not stand in order of time.
func Longest(sel *data.Selection, most int) []Gap {
	if most < 1 {
		return nil
	}
	lanes := coversOf(sel)
	var list []Gap
	for _, lane := range sel.Lanes {
		c := &lanes[lane]
		for _, g := range c.longest(most) {
			g.Lane = lane
			g.Maybe = c.maybe(g.From, g.To)
			list = append(list, g)
		}
	}
	return list
}

// cover is the stretch of time that an event takes, end exclusive.
type cover struct {
	start, end int64
	event      int
}

// covers are the events of a lane: what documents a time, and what may do so.
type covers struct {
	firm, vague []cover
	reach       []int64 // how far the vague ones up to each reach
}

func coversOf(sel *data.Selection) []covers {
	lanes := make([]covers, len(sel.Set.Lanes))
	shown := make([]bool, len(lanes))
	for _, lane := range sel.Lanes {
		shown[lane] = true
	}
	for event := range sel.All() {
		firm, vague := parts(sel, event)
		for _, lane := range sel.Set.Events.Lanes(event) {
			if shown[lane] {
				lanes[lane].add(firm, vague)
			}
		}
	}
	for i := range lanes {
		lanes[i].sort()
	}
	return lanes
}

func (c *covers) add(firm, vague cover) {
	if firm.start < firm.end {
		c.firm = append(c.firm, firm)
	}
	if vague.start < vague.end {
		c.vague = append(c.vague, vague)
	}
}

// parts returns what an event documents and where it may lie besides; one of them may be empty.
func parts(sel *data.Selection, event int) (firm, vague cover) {
	indexed := sel.Indexed(event)
	all := cover{indexed.Start, indexed.End, event}
	earliest, latest := sel.Set.Events.Bounds(event)
	open := earliest == math.MinInt64 || latest == math.MaxInt64
	if !open && uint64(all.end)-uint64(all.start) <= Vague {
		return all, cover{}
	}
	date := sel.Set.Events.Date(event)
	switch {
	case date.Kind() == edtf.AllOf:
		return all, cover{}
	case date.Kind() != edtf.Interval:
		return cover{}, all
	case date.UnknownStart():
		return cover{max(date.End().Earliest, all.start), all.end, event}, all
	case date.UnknownEnd():
		return cover{all.start, min(date.Start().Latest+1, all.end), event}, all
	}
	return all, cover{}
}

// sort puts the events in order of their starts. Nearly all are in it.
func (c *covers) sort() {
	for _, list := range [][]cover{c.firm, c.vague} {
		byStart := func(a, b cover) int { return cmp.Compare(a.start, b.start) }
		if !slices.IsSortedFunc(list, byStart) {
			slices.SortStableFunc(list, byStart)
		}
	}
	c.reach = make([]int64, len(c.vague))
	reach := int64(math.MinInt64)
	for i, v := range c.vague {
		reach = max(reach, v.end)
		c.reach[i] = reach
	}
}

// longest returns the longest gaps between the events that are not vague, without their lane and what may lie in them.
func (c *covers) longest(most int) []Gap {
	if len(c.firm) == 0 {
		return nil
	}
	var list []Gap
	last := c.firm[0] // the one that ends last up to now, of several the one that begins last
	for _, next := range c.firm {
		if next.start > last.end {
			list = append(list, Gap{From: last.end, To: next.start, After: last.event, Before: next.event})
			if len(list)-chunk > most {
				list = best(list, most)
			}
		}
		if next.end >= last.end {
			last = next
		}
	}
	return best(list, most)
}

// chunk is how many gaps are gathered before those that are too short are left out.
const chunk = 1024

// best returns at most so many gaps, longest first.
func best(list []Gap, most int) []Gap {
	slices.SortFunc(list, func(a, b Gap) int {
		return cmp.Or(cmp.Compare(b.length(), a.length()), cmp.Compare(a.From, b.From))
	})
	return list[:min(most, len(list))]
}

func (g *Gap) length() uint64 { return uint64(g.To) - uint64(g.From) }

// maybe returns the vague events that may lie between two instants.
func (c *covers) maybe(from, to int64) []int {
	var list []int
	behind, _ := slices.BinarySearchFunc(c.vague, to, func(v cover, to int64) int { return cmp.Compare(v.start, to) })
	for i := behind - 1; i >= 0 && c.reach[i] > from; i-- {
		if c.vague[i].end > from {
			list = append(list, c.vague[i].event)
		}
	}
	slices.Sort(list)
	return list
}
