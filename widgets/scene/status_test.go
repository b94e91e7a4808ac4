package scene_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"dateline/data"
	"dateline/widgets/scene"
)

// A single mark has its event's status, several have none; what is not of the
// chain is dim.
func TestBuild_StatusAndChain(t *testing.T) {
	eachInput(t, func(t *testing.T, r *rand.Rand, b *scene.Builder, in scene.Input) {
		events := &in.Selection.Set.Events
		if r.IntN(3) > 0 {
			for range min(3, events.Len()) {
				in.Chain = append(in.Chain, r.IntN(events.Len()))
			}
		}
		for _, mark := range b.Build(in).Marks {
			member := slices.ContainsFunc(in.Chain, mark.Events.Has)
			if dim := in.Chain != nil && !member; mark.Dim != dim {
				t.Errorf("a mark of %d events: dim %t", mark.Events.Len(), mark.Dim)
			}
			want := data.Status("")
			if !mark.Several() {
				want = events.Status(mark.Events.First())
			}
			if mark.Status != want {
				t.Errorf("%q, want %q", mark.Status, want)
			}
		}
	})
}
