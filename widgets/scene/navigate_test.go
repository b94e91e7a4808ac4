package scene_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"dateline/data"
	"dateline/widgets/scene"
)

// A click on the middle of a mark means that mark, one on its label too.
func TestScene_HitTest(t *testing.T) {
	eachInput(t, func(t *testing.T, _ *rand.Rand, b *scene.Builder, in scene.Input) {
		s := b.Build(in)
		for i, mark := range s.Marks {
			if mark.Profile != nil { // found where nothing is before it
				continue
			}
			if got := s.HitTest((mark.X0+mark.X1)/2, mark.Y, in.Metrics); got != i {
				t.Errorf("in the middle of mark %d: %d", i, got)
			}
			if l := mark.Label; l.Text != "" {
				if got := s.HitTest(l.X+l.Width/2, l.Y+2, in.Metrics); got != i {
					t.Errorf("on the label of mark %d: %d", i, got)
				}
			}
			for event := range mark.Events.All() {
				if got := s.MarkOf(event); got != i {
					t.Errorf("event %d is in mark %d, said to be in %d", event, i, got)
				}
				if y, ok := b.RowOf(in, event); !ok || y-mark.Y > 1e-6 || mark.Y-y > 1e-6 {
					t.Errorf("event %d stands at %g, said to stand at %g (%v)", event, mark.Y, y, ok)
				}
			}
		}
		for i, hint := range s.Hints {
			x, y := hint.Label.X+hint.Label.Width/2, hint.Label.Y
			if s.HintAt(x, y, in.Metrics) != i || s.HitTest(x, y, in.Metrics) >= 0 {
				t.Errorf("hint %d is not found", i)
			}
			if s.MarkOf(hint.Event) >= 0 {
				t.Errorf("hint %q is about an event in view", hint.Label.Text)
			}
		}
		if s.HitTest(-100, 0, in.Metrics) >= 0 || s.HintAt(-100, 0, in.Metrics) >= 0 || s.LaneAt(-1e6) >= 0 || s.MarkOf(-1) >= 0 {
			t.Error("something is found where nothing is")
		}
	})
}

func TestStep(t *testing.T) {
	var events []string
	for i := range 10 {
		lane := "off"
		if slices.Contains([]int{2, 3, 5, 8}, i) {
			lane = "on"
		}
		events = append(events, fmt.Sprintf(`{"id": "e%d", "lanes": [%q], "date": "200%d", "title": "E"}`, i, lane, i))
	}
	set, err := data.Parse("steps", []byte(`{"format": 1, "title": "T", "lanes": [{"id": "on"}, {"id": "off"}], "events": [`+
		strings.Join(events, ",")+"]}"))
	if err != nil {
		t.Fatal(err)
	}
	sel := set.Select(data.Filter{Hidden: map[string]bool{"off": true}})
	for _, c := range []struct{ event, by, want int }{
		{-1, 1, 2},
		{-1, -1, 8},
		{2, 1, 3},
		{3, 1, 5},
		{8, 1, 8},
		{2, -1, 2},
		{5, -1, 3},
		{2, 3, 8},
		{8, -99, 2},
		{4, 1, 5},
		{4, -1, 3},
		{9, 1, 8},
		{0, -1, 2},
	} {
		if got := scene.Step(sel, c.event, c.by); got != c.want {
			t.Errorf("from %d by %d: %d, want %d", c.event, c.by, got, c.want)
		}
	}
	if got := scene.Step(set.Select(data.Filter{Hidden: map[string]bool{"on": true, "off": true}}), 3, 1); got != -1 {
		t.Errorf("nothing selected: %d", got)
	}
}

// Steps visit every event in order of time and stop at the ends.
func TestStep_all(t *testing.T) {
	eachSet(t, func(t *testing.T, _ *rand.Rand, in scene.Input) {
		event := -1
		i := 0
		for want := range in.Selection.All() {
			if event = scene.Step(in.Selection, event, 1); event != want {
				t.Errorf("step %d: event %d, want %d", i, event, want)
			}
			i++
		}
		if again := scene.Step(in.Selection, event, 1); again != event {
			t.Errorf("past the end: %d", again)
		}
	})
}

// Beside goes to the next lane that has events, and stays where there is none.
func TestBeside(t *testing.T) {
	eachInput(t, func(t *testing.T, r *rand.Rand, _ *scene.Builder, in scene.Input) {
		sel := in.Selection
		if sel.Len() == 0 {
			return
		}
		from := sel.At(r.IntN(sel.Len()))
		for _, by := range []int{1, -1} {
			got := scene.Beside(sel, from, by)
			want := slices.Index(sel.Lanes, sel.LaneOf(from)) + by
			for want >= 0 && want < len(sel.Lanes) && sel.Lane(sel.Lanes[want]).Len() == 0 {
				want += by
			}
			switch {
			case !sel.Has(got):
				t.Fatalf("event %d is not selected", got)
			case want < 0 || want >= len(sel.Lanes):
				if got != from {
					t.Errorf("beside the last lane stands %d", got)
				}
			case sel.LaneOf(got) != sel.Lanes[want]:
				t.Errorf("event %d is in lane %d, want %d", got, sel.LaneOf(got), sel.Lanes[want])
			}
		}
		if got := scene.Beside(sel, -1, 1); got != sel.At(0) {
			t.Errorf("beside nothing stands %d", got)
		}
	})
}

// A cluster opens at the view that Opening finds, again and again until single
// events are left; only events with one middle, or half a second from it, do
// not come apart.
func TestOpening(t *testing.T) {
	opened, refused := 0, 0
	eachInput(t, func(t *testing.T, r *rand.Rand, b *scene.Builder, in scene.Input) {
		in.View = scene.Fit(in.Domain, in.Size.W)
		if in.Selection.Len() == 0 {
			return
		}
		for range 4 {
			o, n := openAll(t, b, in, in.Selection.At(r.IntN(in.Selection.Len())))
			opened, refused = opened+o, refused+n
		}
	})
	if opened < 100 || refused < 5 {
		t.Errorf("%d clusters opened, %d could not", opened, refused)
	}
}

// openAll opens the cluster that an event is in, the one that is left of it and
// so on, and returns how often that worked and how often it could not.
func openAll(t *testing.T, b *scene.Builder, in scene.Input, event int) (opened, refused int) {
	t.Helper()
	for together := b.Together(in, event); together.Len() > 1; together = b.Together(in, event) {
		events := slices.Collect(together.All())
		view, ok := scene.Opening(in, together)
		from, to := middles(in, events)
		if in.DenseFrom == few { // parted by where they begin
			from, to = starts(in, events)
		}
		if !ok {
			if view != in.View || to-from > 1 && !tooFar(from, to) {
				t.Errorf("events with middles from %v to %v are not parted", from, to)
			}
			return opened, refused + 1
		}
		opened++
		if view != view.Clamp(in.Domain, in.Size.W) || view.Scale >= in.View.Scale {
			t.Fatalf("%+v opens as %+v", in.View, view)
		}
		if shown := view.Span(in.Size.W); (from+to)/2 < shown.From-1 || (from+to)/2 > shown.To+1 {
			t.Errorf("%+v does not show %v to %v", view, from, to)
		}
		in.View = view
		if now := b.Together(in, events[0]); now.Len() >= len(events) {
			t.Fatalf("%d events opened are still %d", len(events), now.Len())
		}
	}
	return opened, refused
}

func middles(in scene.Input, events []int) (from, to float64) {
	for i, event := range events {
		extent := scene.Extent(in.Selection.Set, event, in.Domain)
		middle := (extent.From + extent.To) / 2
		if i == 0 {
			from, to = middle, middle
		}
		from, to = min(from, middle), max(to, middle)
	}
	return from, to
}

// tooFar reports whether the instants are so far from 1970 that a float64 does
// not tell a second apart there.
func tooFar(from, to float64) bool { return max(-from, to) > 4e15 }

func starts(in scene.Input, events []int) (from, to float64) {
	from, to = math.Inf(1), math.Inf(-1)
	for _, event := range events {
		start := scene.Extent(in.Selection.Set, event, in.Domain).From
		from, to = math.Min(from, start), math.Max(to, start)
	}
	return from, to
}
