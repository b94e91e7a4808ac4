package scene_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"dateline/widgets/scene"
)

// Marks say how many of their events a search has found, and a profile where.
func TestBuild_found(t *testing.T) {
	total, dense := 0, 0
	eachInput(t, func(t *testing.T, r *rand.Rand, b *scene.Builder, in scene.Input) {
		words := make([]uint64, in.Selection.Set.Events.Len()/64+1)
		for i := range words {
			words[i] = r.Uint64() & r.Uint64()
		}
		in.Found = in.Selection.Narrow(words)
		for _, mark := range b.Build(in).Marks {
			want := 0
			for event := range mark.Events.All() {
				if in.Found.Has(event) {
					want++
				}
			}
			if mark.Found != want || (mark.Hits != nil) != (want > 0 && mark.Profile != nil) {
				t.Errorf("a mark of kind %d says %d of its events are found, %d are; hits %v", mark.Kind, mark.Found, want, mark.Hits)
			}
			for i, part := range mark.Hits {
				if part > mark.Profile[i] {
					t.Errorf("of a bin as high as %g %g is found", mark.Profile[i], part)
				}
				dense++
			}
			total += want
		}
	})
	if total < 1000 || dense < 50 {
		t.Errorf("only %d events found, %d bins", total, dense)
	}
}

// A selected event that is part of a profile has a small mark of its own.
func TestBuild_echoInProfile(t *testing.T) {
	tried := 0
	eachInput(t, func(t *testing.T, r *rand.Rand, b *scene.Builder, in scene.Input) {
		if in.Selection.Len() == 0 {
			return
		}
		in.Selected = in.Selection.At(r.IntN(in.Selection.Len()))
		s := b.Build(in)
		lane := in.Selection.LaneOf(in.Selected)
		mark := s.MarkOf(in.Selected)
		own := slices.ContainsFunc(s.Echoes, func(e scene.Echo) bool { return e.Lane == lane })
		switch extent := scene.Extent(in.Selection.Set, in.Selected, in.Domain); {
		case mark < 0:
		case s.Marks[mark].Profile == nil:
			if own {
				t.Errorf("event %d has a mark and an echo in its lane", in.Selected)
			}
		case in.View.X(extent.To) > 0 && in.View.X(extent.From) < in.Size.W:
			if tried++; !own {
				t.Errorf("event %d in a profile has no echo", in.Selected)
			}
		}
	})
	if tried < 20 {
		t.Errorf("only %d events were in profiles", tried)
	}
}
