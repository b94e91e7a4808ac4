package scene_test

import (
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"dateline/widgets/scene"
)

// strip is what one mark, label or hint takes of its row.
type strip struct {
	what     string
	lane     int
	y        float64
	from, to float64
	min, max float64 // with the room that a label may take
}

// strips returns the stretches of rows that are taken, from left to right in
// each row.
func strips(s *scene.Scene) []strip {
	var all []strip
	for _, mark := range s.Marks {
		if mark.Profile != nil { // is behind the others
			continue
		}
		l := mark.Label
		all = append(all, strip{"mark of " + l.Text, mark.Lane, mark.Y, mark.X0, mark.X1, mark.X0, mark.X1})
		switch label := (strip{"label " + l.Text, mark.Lane, mark.Y, l.X, l.X + l.Width, l.X, l.X + l.Width}); {
		case l.Text == "" || l.Side == scene.Inside:
		case l.Side == scene.LeftOf:
			label.min = label.max - l.Room
			all = append(all, label)
		default:
			label.max = label.min + l.Room
			all = append(all, label)
		}
	}
	for _, hint := range s.Hints {
		l := hint.Label
		all = append(all, strip{"hint " + l.Text, hint.Lane, l.Y, l.X, l.X + l.Width, l.X, l.X + l.Width})
	}
	slices.SortFunc(all, func(a, b strip) int {
		return cmp.Or(cmp.Compare(a.lane, b.lane), cmp.Compare(a.y, b.y), cmp.Compare(a.from, b.from))
	})
	return all
}

// Marks, labels and hints of one row of a lane never overlap, also where one
// label becomes as wide as its room.
func TestBuild_nothingOverlaps(t *testing.T) {
	seen := 0
	eachInput(t, func(t *testing.T, _ *rand.Rand, b *scene.Builder, in scene.Input) {
		all := strips(b.Build(in))
		seen += len(all)
		for i := 1; i < len(all); i++ {
			a, b := all[i-1], all[i]
			if a.lane == b.lane && a.y == b.y && math.Max(a.max-b.from, a.to-b.min) > 1e-6 {
				t.Errorf("%+v and %+v overlap", a, b)
			}
		}
	})
	if seen < 5_000 {
		t.Errorf("only %d things were compared", seen)
	}
}

// Neighbours in a row keep their distance: marks with their labels, and hints.
func TestBuild_space(t *testing.T) {
	eachInput(t, func(t *testing.T, _ *rand.Rand, b *scene.Builder, in scene.Input) {
		checkSpace(t, b.Build(in), in.Metrics)
	})
}

func checkSpace(t *testing.T, s *scene.Scene, m *scene.Metrics) {
	t.Helper()
	all := strips(s)
	for i := 1; i < len(all); i++ {
		a, b := all[i-1], all[i]
		least := m.Space
		if strings.HasSuffix(a.what, " of "+strings.TrimPrefix(b.what, "label ")) ||
			strings.HasSuffix(b.what, " of "+strings.TrimPrefix(a.what, "label ")) {
			least = m.Gap // a mark and its label
		}
		if a.lane == b.lane && a.y == b.y && b.from-a.to < least-1e-6 {
			t.Errorf("%+v and %+v are too close", a, b)
		}
	}
}

// One evening in the history of the Earth is drawn as precisely as it is alone.
func TestBuild_farStart(t *testing.T) {
	r := chance(6)
	dates := []string{"Y-4500000000"}
	for range 80 {
		dates = append(dates, fmt.Sprintf("2015-11-13T%02d:%02d:%02dZ", 20+r.IntN(3), r.IntN(60), r.IntN(60)))
	}
	in := window(dated(t, dates...))
	var b scene.Builder
	for in.View.Scale = 40; in.View.Scale > 0.1; in.View.Scale /= 1.3 {
		in.View.Left = 1447448400 - in.Size.W/2*in.View.Scale
		s := b.Build(in)
		if checkSpace(t, s, in.Metrics); t.Failed() || len(s.Marks) == 0 {
			t.Fatalf("%d marks at %g seconds a pixel", len(s.Marks), in.View.Scale)
		}
	}
}

// Every selected event is in one mark of its lane, or counted as outside.
func TestBuild_everyEventOnce(t *testing.T) {
	eachInput(t, func(t *testing.T, _ *rand.Rand, b *scene.Builder, in scene.Input) {
		s := b.Build(in)
		lane := make(map[int]int)
		for event := range in.Selection.All() {
			lane[event] = in.Selection.LaneOf(event)
		}
		seen := make(map[int]bool)
		for _, mark := range s.Marks {
			events := slices.Collect(mark.Events.All())
			single := mark.Kind == scene.Marker || mark.Kind == scene.Bar
			if len(events) == 0 || len(events) != mark.Events.Len() || single && len(events) > 1 ||
				mark.Kind == scene.Cluster && len(events) < 2 {
				t.Errorf("a mark of kind %d has %d events", mark.Kind, len(events))
			}
			byStart := func(a, b int) int {
				from := func(e int) float64 { return scene.Extent(in.Selection.Set, e, in.Domain).From }
				return cmp.Compare(from(a), from(b))
			}
			if mark.Kind == scene.Cluster && !slices.IsSorted(events) && !slices.IsSortedFunc(events, byStart) {
				t.Errorf("events of a mark are not in order of time: %v", events)
			}
			for event := range mark.Events.All() {
				if at, ok := lane[event]; !ok || at != mark.Lane || seen[event] {
					t.Errorf("event %d is in lane %d (%v), its mark in %d; seen before: %v", event, at, ok, mark.Lane, seen[event])
				}
				seen[event] = true
			}
		}
		if len(seen) != s.InView || s.InView+s.Outside != in.Selection.Len() {
			t.Errorf("%d events in marks, %d in view, %d outside, of %d", len(seen), s.InView, s.Outside, in.Selection.Len())
		}
	})
}

// With everything in view no event is outside but those scrolled out.
func TestBuild_allInView(t *testing.T) {
	eachSet(t, func(t *testing.T, _ *rand.Rand, in scene.Input) {
		in.Size.H = 1e5
		in.View = scene.Fit(in.Domain, in.Size.W)
		if s := new(scene.Builder).Build(in); s.Outside != 0 || len(s.Hints) != 0 {
			t.Errorf("%d of %d events are outside, %d hints", s.Outside, in.Selection.Len(), len(s.Hints))
		}
	})
}

// Nothing that is seen to last is hidden in a cluster: a bucket is less than
// 64 pixels, those of the next coarser level less than 91.
func TestBuild_longSpansStay(t *testing.T) {
	eachInput(t, func(t *testing.T, _ *rand.Rand, b *scene.Builder, in scene.Input) {
		for _, mark := range b.Build(in).Marks {
			for event := range mark.Events.All() {
				long := scene.Extent(in.Selection.Set, event, in.Domain).Length() / in.View.Scale
				if mark.Kind == scene.Cluster && long > 128 && in.View.Scale > 1 {
					t.Errorf("event %d is %g pixels long and in a cluster", event, long)
				}
			}
		}
	})
}

// What is painted is finite, near the window and in order.
func TestBuild_withinReach(t *testing.T) {
	const beyond = 16
	eachInput(t, func(t *testing.T, _ *rand.Rand, b *scene.Builder, in scene.Input) {
		s := b.Build(in)
		w := in.Size.W
		for _, mark := range s.Marks {
			if mark.Profile != nil {
				if bucket := 200.0; mark.X0 < -bucket || mark.X1 > w+bucket || mark.X0 >= mark.X1 {
					t.Errorf("a profile from %g to %g", mark.X0, mark.X1)
				}
				continue
			}
			if !(mark.X0 >= -beyond && mark.X0 <= mark.X1 && mark.X1 <= w+beyond && mark.Y > 0 && mark.Height > 0) {
				t.Errorf("mark from %g to %g at %g", mark.X0, mark.X1, mark.Y)
			}
			cut := mark.X0 == -beyond || mark.X1 == w+beyond
			if pill := textWidth(fmt.Sprint(mark.Events.Len()), scene.CountText) + in.Metrics.Mark; mark.Kind == scene.Cluster &&
				!cut && mark.X1-mark.X0 < pill-1e-6 {
				t.Errorf("a cluster of %d is %g wide", mark.Events.Len(), mark.X1-mark.X0)
			}
			checkSegments(t, mark.Segments, w+beyond)
			checkLabel(t, in, &mark)
		}
		for _, hint := range s.Hints {
			if l := hint.Label; l.X < 0 || l.X+l.Width > w {
				t.Errorf("hint %q from %g, %g wide", l.Text, l.X, l.Width)
			}
		}
		for _, echo := range s.Echoes {
			if !(echo.X >= 0 && echo.X <= w) || echo.Event != in.Selected {
				t.Errorf("echo %+v", echo)
			}
		}
	})
}

func checkSegments(t *testing.T, segments []scene.Segment, end float64) {
	t.Helper()
	x := -16.0
	for _, s := range segments {
		in := s.X0 >= x-1e-3 && s.X0 < s.X1 && s.X1 <= end
		if !in || !(s.A0 >= 0 && s.A0 <= 1 && s.A1 >= 0 && s.A1 <= 1) {
			t.Errorf("segment %+v after %g", s, x)
		}
		x = s.X1
	}
}

// checkLabel wants a whole title or a beginning of it, within its room.
func checkLabel(t *testing.T, in scene.Input, mark *scene.Mark) {
	t.Helper()
	l := mark.Label
	if l.Text == "" {
		if l != (scene.Label{}) {
			t.Errorf("a label without text is %+v", l)
		}
		return
	}
	title := in.Selection.Set.Events.Title(mark.Events.First())
	begin, cut := strings.CutSuffix(l.Text, scene.Ellipsis)
	switch {
	case mark.Kind == scene.Cluster:
	case l.Whole != (l.Text == title):
		t.Errorf("label %q of %q: whole %v", l.Text, title, l.Whole)
	case !l.Whole && (!cut || !strings.HasPrefix(title, begin)):
		t.Errorf("label %q is no beginning of %q", l.Text, title)
	}
	if l.Width != in.Metrics.TextWidth(l.Text, scene.LabelText) || l.Width > 12*in.Metrics.Row {
		t.Errorf("label %q is %g wide", l.Text, l.Width)
	}
	if l.X < 0 || l.X+l.Width > in.Size.W+1e-6 {
		t.Errorf("label %q of a mark at %g to %g stands at %g to %g", l.Text, mark.X0, mark.X1, l.X, l.X+l.Width)
	}
	if l.Side == scene.Inside && (l.X < mark.X0 || l.X+l.Width > mark.X1+1e-6) {
		t.Errorf("label %q at %g, %g wide, outside its bar", l.Text, l.X, l.Width)
	}
}

// Of the bundled dataset, as few events as now go into clusters in a window of
// usual size.
func TestBuild_bundled(t *testing.T) {
	s := new(scene.Builder).Build(window(bundled(t)))
	if len(s.Marks) < 45 || s.InView != 54 || s.Outside != 0 {
		t.Errorf("%d marks for %d events", len(s.Marks), s.InView)
	}
}
