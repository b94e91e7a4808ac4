package scene_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"dateline/widgets/scene"
)

// Panning changes no cluster and no row.
func TestBuild_panningIsCalm(t *testing.T) {
	type place struct{ events, row int }
	eachInput(t, func(t *testing.T, r *rand.Rand, b *scene.Builder, in scene.Input) {
		at := make(map[int]place)
		for _, mark := range b.Build(in).Marks {
			if mark.Kind == scene.Rest {
				continue
			}
			at[mark.Events.First()] = place{mark.Events.Len(), mark.Row}
		}
		for range 3 {
			in.View = in.View.Pan((r.Float64()-0.5)*in.Size.W*2, 0).Clamp(in.Domain, in.Size.W)
			for _, mark := range b.Build(in).Marks {
				if mark.Kind == scene.Rest { // of what is in view
					continue
				}
				now := place{mark.Events.Len(), mark.Row}
				if before, ok := at[mark.Events.First()]; ok && before != now {
					t.Errorf("event %d: %+v, after panning %+v", mark.Events.First(), before, now)
				}
			}
		}
	})
}

// Zooming is calm: on the way to twice as close, rows and clusters change at
// two zoom levels at most.
func TestBuild_zoomingIsCalm(t *testing.T) {
	eachInput(t, func(t *testing.T, _ *rand.Rand, b *scene.Builder, in scene.Input) {
		if in.Selection.Len() == 0 {
			return
		}
		changes, last := 0, ""
		for range 20 {
			now := ""
			for _, event := range slices.Collect(in.Selection.All())[:min(9, in.Selection.Len())] {
				y, _ := b.RowOf(in, event)
				now += fmt.Sprint(y, slices.Collect(b.Together(in, event).All()))
			}
			if now != last && last != "" {
				changes++
			}
			last = now
			in.View.Scale /= 1.034
		}
		if changes > 2 {
			t.Errorf("%d changes on the way from %g seconds a pixel to the half", changes, in.View.Scale*2)
		}
	})
}

// A builder that remembers other views gives what a new one gives.
func TestBuild_deterministic(t *testing.T) {
	eachInput(t, func(t *testing.T, _ *rand.Rand, b *scene.Builder, in scene.Input) {
		kept, fresh := *b.Build(in), *new(scene.Builder).Build(in)
		if fmt.Sprint(kept.Axis, kept.Lanes, kept.Echoes, kept.Hints) != fmt.Sprint(fresh.Axis, fresh.Lanes, fresh.Echoes, fresh.Hints) ||
			!slices.EqualFunc(kept.Marks, fresh.Marks, func(a, b scene.Mark) bool { return reflect.DeepEqual(a, b) }) {
			t.Error("a kept and a new builder differ")
		}
	})
}
