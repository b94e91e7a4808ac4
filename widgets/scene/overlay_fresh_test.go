package scene_test

import (
	"strings"
	"testing"

	"dateline/data"
	"dateline/widgets/scene"
)

// Every fresh event that is in view has a halo around its mark, a cluster has one
// for all of its events, and what is gone is written once, whole in view, clear of
// the lane's title and of the others.
func TestOverlay_Fresh(t *testing.T) {
	eachOverlay(t, func(t *testing.T, in scene.Input, _ *scene.Wanted, _ *scene.Scene, _ *scene.Overlay) {
		w := &scene.Wanted{}
		for event := range in.Selection.Set.Events.Len() {
			w.Fresh = append(w.Fresh, scene.Fresh{Event: event, Added: event%2 == 0})
			w.Gone = append(w.Gone, scene.Gone{
				Lane: event % 3, Span: scene.Extent(in.Selection.Set, event, in.Domain), Words: "− " + strings.Repeat("word ", event%12),
			})
		}
		var b scene.Builder
		s := b.Build(in)
		o := b.Overlay(w)
		for _, f := range w.Fresh {
			at := s.MarkOf(f.Event)
			if at < 0 {
				continue
			}
			mark, around := &s.Marks[at], 0
			for _, h := range o.Halos {
				if h.Y0 < mark.Y && mark.Y < h.Y1 && h.X0 < mark.X1 && mark.X0 < h.X1 {
					around++
				}
				if mark.Profile == nil && h.Y0 < mark.Y && mark.Y < h.Y1 && h.X0 <= mark.X0 && mark.X1 <= h.X1 && mark.Several() && h.Added {
					for event := range mark.Events.All() {
						if event%2 != 0 {
							t.Errorf("a cluster with event %d, which was changed, looks as if all were added", event)
						}
					}
				}
			}
			if around == 0 {
				t.Errorf("event %d has no halo", f.Event)
			}
		}
		checkGone(t, in, s, o)
	})
}

func checkGone(t *testing.T, in scene.Input, s *scene.Scene, o *scene.Overlay) {
	t.Helper()
	for i, g := range o.Gone {
		if g.Text == "" || g.X < 0 || g.X+g.Width > in.Size.W {
			t.Errorf("%q from %v to %v of %v", g.Text, g.X, g.X+g.Width, in.Size.W)
		}
		for _, lane := range s.Lanes {
			title := 2*in.Metrics.Edge + in.Metrics.TextWidth(in.Selection.Set.Lanes[lane.Lane].Title, scene.LaneText)
			if lane.TitleY == g.Y && g.X < title {
				t.Errorf("%q at %v is on the lane's title, which ends at %v", g.Text, g.X, title)
			}
		}
		for _, other := range o.Gone[:i] {
			if other.Y == g.Y && g.X < other.X+other.Width && other.X < g.X+g.Width {
				t.Errorf("%q and %q are over each other", g.Text, other.Text)
			}
		}
	}
}

// A single change is marked where it is, and nowhere else.
func TestOverlay_FreshOne(t *testing.T) {
	set, _ := linked(t, chance(1), 5)
	in := scene.Input{
		Selection: set.Select(data.Filter{}), Domain: scene.DomainOf(set), Size: scene.Size{W: 4000, H: 700}, Metrics: metrics(), Selected: -1,
	}
	in.View = scene.Fit(in.Domain, in.Size.W)
	var b scene.Builder
	s := b.Build(in)
	o := b.Overlay(&scene.Wanted{
		Fresh: []scene.Fresh{{Event: 2}},
		Gone:  []scene.Gone{{Lane: 1, Span: in.Domain, Words: "− Gone"}, {Lane: 1, Span: scene.Span{From: -9e15, To: -9e15}, Words: "− Far"}},
	})
	at := s.MarkOf(2)
	if len(o.Halos) != 1 || at < 0 || o.Halos[0].Added || o.Halos[0].X0 >= s.Marks[at].X0 || o.Halos[0].X1 <= s.Marks[at].X1 {
		t.Errorf("halos %+v around %+v", o.Halos, s.Marks[at])
	}
	if len(o.Gone) != 1 || o.Gone[0].Text != "− Gone" || !o.Gone[0].Whole {
		t.Errorf("gone %+v", o.Gone)
	}
	if o = b.Overlay(&scene.Wanted{}); len(o.Halos)+len(o.Gone) > 0 {
		t.Error("they stay")
	}
}
