package gaps_test

import (
	"cmp"
	"math"
	"slices"
	"testing"

	"dateline/data"
	"dateline/data/edtf"
	"dateline/data/gaps"
	"dateline/data/sample/stock"
)

// span is what an event takes of a lane.
type span struct {
	start, end int64
	event      int
}

// inLane returns the events of a lane that are not vague, and those that are. It judges by what the dates say alone.
func inLane(sel *data.Selection, lane int) (firm, vague []span) {
	for event := range sel.All() {
		if !slices.Contains(sel.Set.Events.Lanes(event), lane) {
			continue
		}
		indexed := sel.Indexed(event)
		all := span{indexed.Start, indexed.End, event}
		d := sel.Set.Events.Date(event)
		lasting := d.Kind() == edtf.Interval || d.Kind() == edtf.AllOf
		switch {
		case d.UnknownStart():
			firm, vague = append(firm, span{d.End().Earliest, all.end, event}), append(vague, all)
		case d.UnknownEnd():
			firm, vague = append(firm, span{all.start, d.Start().Latest + 1, event}), append(vague, all)
		case !lasting && all.end-all.start > gaps.Vague:
			vague = append(vague, all)
		default:
			firm = append(firm, all)
		}
	}
	return firm, vague
}

// allGaps finds the gaps of a lane by asking at the end of each event which event comes next.
func allGaps(firm []span) []gaps.Gap {
	var list []gaps.Gap
	for _, e := range firm {
		next := span{start: math.MaxInt64, event: -1}
		covered := false
		for _, f := range firm {
			if f.start >= e.end && f.start < next.start {
				next = f
			}
			covered = covered || f.start <= e.end && f.end > e.end
		}
		twice := slices.ContainsFunc(list, func(g gaps.Gap) bool { return g.From == e.end })
		if next.event >= 0 && !covered && !twice {
			list = append(list, gaps.Gap{From: e.end, To: next.start})
		}
	}
	slices.SortFunc(list, func(a, b gaps.Gap) int {
		return cmp.Or(cmp.Compare(b.To-b.From, a.To-a.From), cmp.Compare(a.From, b.From))
	})
	return list
}

// In a made-up dataset of all kinds of dates the gaps are those that a slow way finds, their edges are events that end
// and begin there, and what may lie in them is all that may.
func TestLongest_IsWhatASlowWayFinds(t *testing.T) {
	sel := stock.Made(t, 700).Select(data.Filter{})
	const most = 7
	got := gaps.Longest(sel, most)
	found := 0
	for _, lane := range sel.Lanes {
		firm, vague := inLane(sel, lane)
		want := allGaps(firm)
		for i, w := range want[:min(most, len(want))] {
			if found >= len(got) {
				t.Fatalf("there are only %d gaps", len(got))
			}
			g := got[found]
			found++
			if g.Lane != lane || g.From != w.From || g.To != w.To {
				t.Fatalf("lane %d, %d: %+v, want %+v", lane, i, g, w)
			}
			checkEdges(t, &g, firm)
			if maybe := within(&g, vague); !slices.Equal(g.Maybe, maybe) {
				t.Errorf("lane %d: in %+v may lie %v", lane, g, maybe)
			}
		}
	}
	if found != len(got) || found < 20 {
		t.Errorf("%d gaps of %d", len(got), found)
	}
}

func checkEdges(t *testing.T, g *gaps.Gap, firm []span) {
	t.Helper()
	ends := slices.ContainsFunc(firm, func(s span) bool { return s.event == g.After && s.end == g.From })
	begins := slices.ContainsFunc(firm, func(s span) bool { return s.event == g.Before && s.start == g.To })
	if !ends || !begins {
		t.Errorf("the edges of %+v", g)
	}
}

// within returns the events that share some time with a gap.
func within(g *gaps.Gap, events []span) []int {
	var list []int
	for _, e := range events {
		if e.start < g.To && e.end > g.From {
			list = append(list, e.event)
		}
	}
	return list
}
