package export

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline/data"
	"dateline/data/edtf"
	"dateline/widgets/scene"
)

// chained is a dataset of a chain of all kinds of links from e0 on, and an event
// that is in none.
func chained(t *testing.T) *data.Set {
	var all []object
	for i := range len(data.LinkKinds) + 1 {
		e := event(fmt.Sprint("e", i), fmt.Sprint("l", i%3), fmt.Sprintf("%d-02-03", 2000+3*i), fmt.Sprint("E", i))
		if i < len(data.LinkKinds) {
			e["links"] = []object{{"to": fmt.Sprint("e", i+1), "kind": data.LinkKinds[i]}}
		}
		all = append(all, e)
	}
	all = append(all, event("x", "l0", "2005-06-07", "X"))
	return parsed(t, object{
		"format": 1, "title": "T", "lanes": []object{{"id": "l0"}, {"id": "l1"}, {"id": "l2"}}, "sources": []object{{"id": "s"}},
		"events": all,
	})
}

func TestOver_Links(t *testing.T) {
	o := with(t, chained(t), extras{evidence: true})
	for i := range o.Set.Events.Len() {
		if o.Set.Events.ID(i) != "x" {
			o.Chain = append(o.Chain, i)
		}
	}
	r, c := recorded(t, newTest(t), o)
	if c.report.Links != len(data.LinkKinds) || c.report.LinksLeft != 0 {
		t.Errorf("%d links, %d are left out", c.report.Links, c.report.LinksLeft)
	}
	for _, want := range []string{"leads to, and the time between", "part of, reveals or before", "same as", "contradicts", "not part of the chain", "3 years"} {
		if !slices.Contains(r.lines, want) {
			t.Errorf("%q is not on the page: %q", want, r.lines)
		}
	}
	for i := range c.timeline.Marks {
		mark := &c.timeline.Marks[i]
		if out := o.Set.Events.ID(mark.Events.First()) == "x"; mark.Dim != out || c.labels[i].text.dim != out {
			t.Errorf("%s: pale %t", c.labels[i].text.line.text, mark.Dim)
		}
	}
	for i := range c.timeline.over.links {
		checkLink(t, &c.timeline.over.links[i])
	}
}

// checkLink looks whether a link has a head where it has a direction, and
// whether it is broken where it is no step of the chain.
func checkLink(t *testing.T, l *link) {
	t.Helper()
	end, length := l.way[len(l.way)-1], l.way.length()
	covers := func(p scene.Point) bool { return l.area.covers(p.X, p.Y) }
	if directed := l.kind != data.SameAs && l.kind != data.Contradicts; covers(aside(l.way.at(length-headLength+1), end, 2)) != directed {
		t.Errorf("%s has a head: %t", l.kind, !directed)
	}
	if l.kind == data.LeadsTo && covers(aside(l.way.at(length-0.6), end, 0.5)) {
		t.Error("the head has no tip")
	}
	if l.kind == data.Contradicts && !covers(aside(end, l.way.at(length-1), clashHalf-1)) {
		t.Error("there is no bar at the end of what contradicts")
	}
	middle := l.way.part(length*0.3, length*0.7)
	gaps := slices.ContainsFunc(middle.dashes(0.1, 0.4), func(dash polyline) bool { return !covers(dash[0]) })
	if gaps != (l.kind != data.LeadsTo) {
		t.Errorf("%s is broken: %t", l.kind, gaps)
	}
}

// Links that are not drawn are counted.
func TestOver_LinksLeft(t *testing.T) {
	o := with(t, chained(t), extras{evidence: true})
	for i := range o.Set.Events.Len() {
		o.Chain = append(o.Chain, i)
	}
	o.View = &scene.Span{From: float64(edtf.MustParse("2010").Bounds().Earliest), To: float64(edtf.MustParse("2030").Bounds().Earliest)}
	r, c := recorded(t, newTest(t), o)
	if c.report.LinksLeft == 0 || c.report.Links+c.report.LinksLeft != len(data.LinkKinds) {
		t.Fatalf("%d links, %d are left out", c.report.Links, c.report.LinksLeft)
	}
	if !slices.ContainsFunc(r.lines, func(l string) bool { return strings.Contains(l, "of the chain not drawn") }) {
		t.Errorf("it is not said: %q", r.lines)
	}
}

// checkWithin looks whether a link stays in the timeline, but for half a head.
func checkWithin(t *testing.T, l *link, page box) {
	t.Helper()
	around := page.within(-headLength)
	l.area.flatten(func(scene.Point) {}, func(p scene.Point) {
		if !around.holds(box{p.X, p.Y, p.X, p.Y}) {
			t.Errorf("a link %s reaches %v", l.kind, p)
		}
	})
}
