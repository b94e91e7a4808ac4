package scene_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"dateline/data"
	"dateline/widgets/scene"
)

// Lanes follow each other without a gap, fill the height at least, and have
// their titles within them and below the axis, unless the lane below pushes one
// out.
func TestBuild_lanes(t *testing.T) {
	eachInput(t, func(t *testing.T, _ *rand.Rand, b *scene.Builder, in scene.Input) {
		s, m := b.Build(in), in.Metrics
		for i, lane := range s.Lanes {
			if i > 0 && (lane.Lane <= s.Lanes[i-1].Lane || math.Abs(lane.Y-s.Lanes[i-1].Y-s.Lanes[i-1].Height) > 1e-6) {
				t.Errorf("lane %+v after %+v", lane, s.Lanes[i-1])
			}
			top, bottom := lane.TitleY-m.LaneHeader/2, lane.TitleY+m.LaneHeader/2
			pushed := lane.Y+lane.Height < m.Axis+m.LaneHeader
			if top < lane.Y-1e-6 || bottom > lane.Y+lane.Height+1e-6 || top < m.Axis-1e-6 && !pushed {
				t.Errorf("the title of %+v stands from %g to %g", lane, top, bottom)
			}
		}
		for _, mark := range s.Marks {
			lane := s.Lanes[s.LaneAt(mark.Y)]
			if lane.Lane != mark.Lane || mark.Y-m.Row/2 < lane.Y+m.LaneHeader-1e-6 || mark.Y+m.Row/2 > lane.Y+lane.Height+1e-6 {
				t.Errorf("mark at %g stands in lane %+v", mark.Y, lane)
			}
		}
		if len(in.Selection.Lanes) > 0 && s.Height < in.Size.H-m.Axis-1e-6 {
			t.Errorf("lanes are %g high, the timeline %g", s.Height, in.Size.H)
		}
	})
}

// Scrolled as far as it goes, the last lane ends at the lower edge; farther one
// cannot scroll.
func TestScene_MaxTop(t *testing.T) {
	eachInput(t, func(t *testing.T, _ *rand.Rand, b *scene.Builder, in scene.Input) {
		if len(in.Selection.Lanes) == 0 {
			return
		}
		in.View.Top = b.Build(in).MaxTop(in.Metrics)
		s := b.Build(in)
		last := s.Lanes[len(s.Lanes)-1]
		if math.Abs(last.Y+last.Height-in.Size.H) > 1e-6 || s.Top != in.View.Top {
			t.Errorf("the last lane ends at %g of %g", last.Y+last.Height, in.Size.H)
		}
		in.View.Top += 500
		if s := b.Build(in); s.Lanes[len(s.Lanes)-1] != last || s.Top != in.View.Top-500 {
			t.Error("one can scroll past the end")
		}
	})
}

// lane is where a lane stands.
type lane struct{ y, height float64 }

func places(s *scene.Scene) string {
	var all []lane
	for _, l := range s.Lanes {
		all = append(all, lane{l.Y, l.Height})
	}
	return fmt.Sprint(all)
}

// No lane of the bundled dataset moves at any zoom, in a window of usual size.
func TestBuild_lanesStay(t *testing.T) {
	set := bundled(t)
	for _, size := range []scene.Size{{W: 834, H: 700}, {W: 1200, H: 900}, {W: 2500, H: 1400}} {
		in := window(set)
		in.Size = size
		in.View = scene.Fit(in.Domain, size.W)
		var b scene.Builder
		first := b.Build(in)
		for event := range in.Selection.All() {
			extent := scene.Extent(set, event, in.Domain)
			for in.View.Scale = first.Height; in.View.Scale > scene.FinestScale; in.View.Scale /= 2 {
				in.View.Left = (extent.From+extent.To)/2 - in.View.Scale*size.W/2
				if now := places(b.Build(in)); now != places(first) {
					t.Fatalf("size %+v, %g seconds a pixel: lanes %s, at first %s", size, in.View.Scale, now, places(first))
				}
			}
		}
	}
}

// A lane grows only where what is too long for a cluster needs more rows.
func TestBuild_lanesGrow(t *testing.T) {
	eachInput(t, func(t *testing.T, _ *rand.Rand, b *scene.Builder, in scene.Input) {
		now := b.Build(in)
		in.View = scene.Fit(in.Domain, in.Size.W)
		if whole := b.Build(in); now.Height > whole.Height && now.Height > float64(in.Selection.Len())*in.Metrics.Row+
			float64(len(in.Selection.Lanes))*(in.Metrics.LaneHeader+in.Metrics.LaneFoot+3*in.Metrics.Row) {
			t.Errorf("lanes grew from %g to %g", whole.Height, now.Height)
		}
	})
}

// Nothing to show and no room to show it in are no reason to stop.
func TestBuild_degenerate(t *testing.T) {
	empty := generate(t, chance(1), eras[1], 0)
	some := generate(t, chance(2), eras[1], 60)
	hidden := map[string]bool{}
	for _, lane := range some.Lanes {
		hidden[lane.ID] = true
	}
	for _, sel := range []*data.Selection{
		empty.Select(data.Filter{}), some.Select(data.Filter{}), some.Select(data.Filter{Hidden: hidden}),
	} {
		for _, size := range []scene.Size{{}, {W: 1, H: 1}, {W: 5, H: 4000}, {W: 4000, H: 5}, {W: 60, H: 60}} {
			in := scene.Input{
				Selection: sel, Domain: scene.DomainOf(sel.Set), Size: size, Metrics: metrics(), Selected: -1,
			}
			in.View = scene.Fit(in.Domain, size.W)
			s := new(scene.Builder).Build(in)
			if s.InView+s.Outside != sel.Len() {
				t.Errorf("size %+v: %d in view, %d outside, of %d", size, s.InView, s.Outside, sel.Len())
			}
			if blocks := scene.Blocks(sel, in.Domain, size.W, 0); len(blocks) != sel.Len() {
				t.Errorf("size %+v: %d blocks", size, len(blocks))
			}
		}
	}
}

// A chart at twice the scale is the window's, twice as large.
func TestMetrics_Scaled(t *testing.T) {
	in := window(bundled(t))
	one := new(scene.Builder).Build(in)
	m := in.Metrics.Scaled(2)
	m.TextWidth = func(text string, style scene.TextStyle) float64 { return 2 * textWidth(text, style) }
	in.Metrics, in.Size = &m, scene.Size{W: 2 * in.Size.W, H: 2 * in.Size.H}
	in.View.Scale /= 2
	two := new(scene.Builder).Build(in)
	if len(one.Marks) != len(two.Marks) || len(one.Axis.Lower) != len(two.Axis.Lower) {
		t.Fatalf("%d marks, %d ticks, at twice the scale %d and %d", len(one.Marks), len(one.Axis.Lower), len(two.Marks), len(two.Axis.Lower))
	}
	for i := range one.Marks {
		a, b := one.Marks[i], two.Marks[i]
		if math.Abs(2*a.X0-b.X0) > 1 || a.Label.Text != b.Label.Text || a.Row != b.Row {
			t.Errorf("mark %+v, at twice the scale %+v", a, b)
		}
	}
}
