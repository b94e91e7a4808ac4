package export

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"dateline/data"
	"dateline/widgets/scene"
)

func TestFactLine(t *testing.T) {
	span := scene.Span{From: 0, To: 20 * 366 * daySeconds}
	for _, c := range []struct {
		r           Report
		independent int
		want        string
	}{
		{Report{InChart: 54}, 0, "54 events"},
		{Report{InChart: 1, Outside: 2}, 0, "1 of 3 events · 2 before or after"},
		{Report{Hidden: 12, Left: data.Left{Lanes: 12}}, 0, "none of 12 events · 12 in hidden lanes"},
		{
			Report{InChart: 1000, Hidden: 31, Left: data.Left{Lanes: 12, Statuses: 3, Sources: 5, Support: 7, Only: 4}},
			2,
			"1,000 of 1,031 events · 12 in hidden lanes · 3 of other statuses · 5 of other sources · " +
				"7 without two independent sources · 4 not chosen by name or not known then",
		},
		{Report{InChart: 1, Hidden: 1, Left: data.Left{Support: 1}}, 1, "1 of 2 events · 1 without a source"},
		{Report{InChart: 1, Hidden: 1, Left: data.Left{Support: 1}}, 9, "1 of 2 events · 1 without nine independent sources"},
		{Report{InChart: 1, Hidden: 1, Left: data.Left{Support: 1}}, 10, "1 of 2 events · 1 without 10 independent sources"},
		{Report{InChart: 1, Unfit: 2}, 0, "1 of 3 events · 2 for which the page is too low"},
		{Report{InChart: 1, Unfit: 2, LanesUnfit: 1}, 0, "1 of 3 events · 2 in 1 lane for which the page is too low"},
		{Report{InChart: 1, LinksLeft: 1}, 0, "1 event · 1 link of the chain not drawn"},
		{Report{InChart: 2, LinksLeft: 2}, 0, "2 events · 2 links of the chain not drawn"},
	} {
		if got, want := factLine(span, &c.r, c.independent), "1970 to 1990 · "+c.want; got != want {
			t.Errorf("%+v: %q, want %q", c.r, got, want)
		}
	}
}

// Whatever a filter leaves out is on the page, under its reason, and all shares
// make the whole.
func TestFactLine_ofFilters(t *testing.T) {
	ts, random := newTest(t), rand.New(rand.NewPCG(11, 12))
	for range 40 {
		set := evident(t, random, 40)
		o := light(set)
		o.Filter = data.Filter{Independent: random.IntN(4)}
		if random.IntN(2) == 0 {
			o.Filter.Hidden = map[string]bool{"l1": true}
		}
		o.Filter.Statuses = map[data.Status]bool{data.Statuses[random.IntN(5)]: true}
		o.Filter.Sources = map[string]bool{"s0": true, fmt.Sprint("s", 1+random.IntN(3)): true}
		o.Filter.Only = []uint64{random.Uint64() | random.Uint64()}
		r, c := recorded(t, ts, o)
		checkReport(t, c, set)
		left := c.report.Left
		page := strings.Join(r.lines, " ")
		for words, n := range map[string]int{
			"in hidden lanes": left.Lanes, "of other statuses": left.Statuses, "of other sources": left.Sources,
			"independent sources": left.Support, "not chosen by name": left.Only,
		} {
			if words == "independent sources" && o.Filter.Independent < 2 {
				continue
			}
			if strings.Contains(page, words) != (n > 0) {
				t.Errorf("%q for %d events: %q", words, n, page)
			}
		}
	}
}

// What is known of a chart while it is composed only grows, so that composing
// comes to an end.
func TestFacts_grow(t *testing.T) {
	ts, random := newTest(t), rand.New(rand.NewPCG(13, 14))
	for range 20 {
		var known facts
		for range 3 {
			o := with(t, evident(t, random, 1+random.IntN(12)), extras{true, random.IntN(2) == 0, true, true})
			_, c := recorded(t, ts, o)
			before := known
			known, _ = known.grown(o, c.timeline, 1)
			checkBoth(t, before.occur, c.timeline.occurrence(), known.occur)
			if _, more := known.grown(o, c.timeline, 1); more {
				t.Error("the same timeline adds something twice")
			}
		}
	}
}

// checkBoth looks whether all that occurs in either of two occurs in both
// together, and nothing else.
func checkBoth(t *testing.T, a, b, both occurrence) {
	t.Helper()
	if both.timed != (a.timed || b.timed) || both.perhaps != (a.perhaps || b.perhaps) || both.unsure != (a.unsure || b.unsure) ||
		both.kinds != a.kinds|b.kinds {
		t.Errorf("%+v and %+v make %+v", a, b, both)
	}
	for s := range signs {
		for _, list := range [3][3]bool{
			{a.signs[s], b.signs[s], both.signs[s]}, {a.bars[s], b.bars[s], both.bars[s]}, {a.markers[s], b.markers[s], both.markers[s]},
		} {
			if list[2] != (list[0] || list[1]) {
				t.Errorf("sign %d: %v", s, list)
			}
		}
	}
}
