package scene_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"dateline/data"
	"dateline/widgets/scene"
)

// Each property is tried on so many generated datasets, in so many views of
// each.
const (
	datasets = 34
	views    = 14
)

// few is how many events make a lane dense where that is tried on small
// datasets.
const few = 6

// eachSet calls f with many datasets, whole or filtered, each with its lanes as
// they are and with dense ones. The last is the bundled one.
func eachSet(t *testing.T, f func(t *testing.T, r *rand.Rand, in scene.Input)) {
	t.Helper()
	for seed := range uint64(datasets + 1) {
		r := chance(seed)
		e := eras[seed%uint64(len(eras))]
		name := fmt.Sprint(seed, " ", e.name)
		if seed == datasets {
			name = "bundled"
		}
		t.Run(name, func(t *testing.T) { f(t, r, input(t, r, e, seed == datasets)) })
		t.Run(name+" dense", func(t *testing.T) {
			r := chance(seed)
			in := input(t, r, e, seed == datasets)
			in.DenseFrom = few
			f(t, r, in)
		})
	}
}

// eachInput calls f with many datasets, sizes and views, and a builder that is
// kept as the window keeps it.
func eachInput(t *testing.T, f func(t *testing.T, r *rand.Rand, b *scene.Builder, in scene.Input)) {
	t.Helper()
	eachSet(t, func(t *testing.T, r *rand.Rand, in scene.Input) {
		var b scene.Builder
		for range views {
			in.View = randomView(r, in.Selection, in.Domain, in.Size.W)
			in.View.Top = float64(r.IntN(2)) * r.Float64() * b.Build(in).MaxTop(in.Metrics)
			f(t, r, &b, in)
			if t.Failed() {
				t.Fatalf("in view %+v of size %+v, %d events", in.View, in.Size, in.Selection.Len())
			}
		}
	})
}

// input returns a dataset, whole or filtered, in some size.
func input(t *testing.T, r *rand.Rand, e era, real bool) scene.Input {
	t.Helper()
	counts := []int{0, 1, 2, 7, 30, 51, 120, 400}
	var set *data.Set
	if real {
		set = bundled(t)
	} else {
		set = generate(t, r, e, pick(r, counts))
	}
	filter := data.Filter{Hidden: map[string]bool{}}
	for _, lane := range set.Lanes {
		filter.Hidden[lane.ID] = r.IntN(8) == 0
	}
	in := scene.Input{
		Selection: set.Select(filter), Domain: scene.DomainOf(set),
		Size: randomSize(r), Metrics: metrics(), Selected: -1,
	}
	if in.Selection.Len() > 0 && r.IntN(2) == 0 {
		in.Selected = in.Selection.At(r.IntN(in.Selection.Len()))
	}
	return in
}
