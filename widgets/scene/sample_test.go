package scene_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"dateline/data"
	"dateline/data/sample/stock"
	"dateline/widgets/scene"
)

// Of many thousands of events, too, every selected one is in exactly one mark of
// its lane or outside the view, at any zoom and after any filter.
func TestBuild_manyEventsOnce(t *testing.T) {
	set := stock.Made(t, 20_000)
	domain := scene.DomainOf(set)
	r := chance(9)
	for range 12 {
		filter := data.Filter{Hidden: map[string]bool{}}
		for _, lane := range set.Lanes {
			filter.Hidden[lane.ID] = r.IntN(3) == 0
		}
		sel := set.Select(filter)
		in := scene.Input{Selection: sel, Domain: domain, Size: randomSize(r), Metrics: metrics(), Selected: -1}
		var b scene.Builder
		for range 12 {
			in.View = randomView(r, sel, domain, in.Size.W)
			checkOnce(t, r, &b, in)
			if t.Failed() {
				t.Fatalf("in view %+v of size %+v", in.View, in.Size)
			}
		}
	}
}

// Of many thousands of events, too, nothing in a row overlaps, also where tiles
// meet, and no label lies over density but where the window's edge has turned it.
func TestBuild_manyEventsApart(t *testing.T) {
	set := stock.Made(t, 20_000)
	sel, domain := set.Select(data.Filter{}), scene.DomainOf(set)
	r := chance(10)
	labels := 0
	for range 6 {
		in := scene.Input{
			Selection: sel, Domain: domain, Size: scene.Size{W: 2400, H: 1200 + 1200*r.Float64()}, Metrics: metrics(), Selected: -1,
		}
		var b scene.Builder
		for range 40 {
			in.View = randomView(r, sel, domain, in.Size.W)
			s := b.Build(in)
			all := strips(s)
			for i := 1; i < len(all); i++ {
				if a, b := all[i-1], all[i]; a.lane == b.lane && a.y == b.y && a.to-b.from > 1e-6 {
					t.Errorf("%+v and %+v overlap", a, b)
				}
			}
			labels += checkClear(t, in, s)
			if t.Failed() {
				t.Fatalf("in view %+v of size %+v", in.View, in.Size)
			}
		}
	}
	if labels < 1000 {
		t.Errorf("only %d labels were compared", labels)
	}
}

// checkClear wants labels that cannot have been turned clear of density, and
// returns how many there are.
func checkClear(t *testing.T, in scene.Input, s *scene.Scene) (labels int) {
	t.Helper()
	reach := 13 * in.Metrics.Row // of the widest label
	for _, mark := range s.Marks {
		l := mark.Label
		if l.Text == "" || l.Side == scene.Inside || mark.X0 < reach || mark.X1 > in.Size.W-reach {
			continue
		}
		labels++
		for _, d := range s.Marks {
			if d.Kind == scene.Density && d.Lane == mark.Lane && l.X < d.X1-1e-6 && l.X+l.Width > d.X0+1e-6 {
				t.Errorf("label %q at %g to %g lies over density from %g to %g", l.Text, l.X, l.X+l.Width, d.X0, d.X1)
			}
		}
	}
	return labels
}

func checkOnce(t *testing.T, r *rand.Rand, b *scene.Builder, in scene.Input) {
	t.Helper()
	s := b.Build(in)
	seen := make(map[int]bool)
	for i, mark := range s.Marks {
		n := 0
		for event := range mark.Events.All() {
			n++
			if seen[event] || !in.Selection.Has(event) || in.Selection.LaneOf(event) != mark.Lane {
				t.Errorf("event %d is in two marks, or in one of another lane", event)
			}
			seen[event] = true
			if r.IntN(500) == 0 && (!mark.Events.Has(event) || s.MarkOf(event) != i) {
				t.Errorf("event %d is in mark %d, said to be in %d", event, i, s.MarkOf(event))
			}
		}
		if n != mark.Events.Len() {
			t.Errorf("a mark says it has %d events and has %d", mark.Events.Len(), n)
		}
	}
	if len(seen) != s.InView || s.InView+s.Outside != in.Selection.Len() {
		t.Errorf("%d events in marks, %d in view, %d outside, of %d", len(seen), s.InView, s.Outside, in.Selection.Len())
	}
	checkOutside(t, in, s, seen)
}

// checkOutside wants of the events that are in no mark those alone that a naive
// look at their times and their lanes' places finds outside the view.
func checkOutside(t *testing.T, in scene.Input, s *scene.Scene, seen map[int]bool) {
	t.Helper()
	whole := func(lane int) bool { // all rows of the lane are in view
		i := slices.IndexFunc(s.Lanes, func(l scene.Lane) bool { return l.Lane == lane })
		return i >= 0 && s.Lanes[i].Y >= in.Metrics.Axis && s.Lanes[i].Y+s.Lanes[i].Height <= in.Size.H
	}
	for event := range in.Selection.All() {
		extent := scene.Extent(in.Selection.Set, event, in.Domain)
		x0, x1 := in.View.X(extent.From), in.View.X(extent.To)
		inside := x0 >= 0 && x0 < in.Size.W     // many marks stand where their events begin
		near := x1 > -100 && x0 < in.Size.W+100 // a mark is wider than its time, and one bucket has one mark
		lane := in.Selection.LaneOf(event)
		switch {
		case inside && !seen[event] && whole(lane):
			t.Errorf("event %d at %g to %g is in no mark", event, x0, x1)
		case seen[event] && !near && !slices.ContainsFunc(s.Marks, func(m scene.Mark) bool { return m.Several() && m.Events.Has(event) }):
			t.Errorf("event %d at %g to %g has a mark", event, x0, x1)
		}
	}
}
