package scene_test

import (
	"fmt"
	"testing"

	"dateline/data"
	"dateline/widgets/scene"
)

// window returns what the window shows at a width of 1,440 pixels.
func window(set *data.Set) scene.Input {
	size := scene.Size{W: 834, H: 700}
	domain := scene.DomainOf(set)
	return scene.Input{
		Selection: set.Select(data.Filter{}), Domain: domain, View: scene.Fit(domain, size.W),
		Size: size, Metrics: metrics(), Selected: -1,
	}
}

func BenchmarkBuildBundled(b *testing.B) {
	in := window(bundled(b))
	benchmarkBuild(b, in)
}

// The work for a dataset of 400 events, to see that it grows with them.
func BenchmarkBuildGenerated(b *testing.B) {
	benchmarkBuild(b, window(generate(b, chance(3), eras[1], 400)))
}

func benchmarkBuild(b *testing.B, in scene.Input) {
	b.Run("cold", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			new(scene.Builder).Build(in)
		}
	})
	b.Run("panning", func(b *testing.B) {
		b.ReportAllocs()
		var builder scene.Builder
		in := in
		in.View = in.View.ZoomAt(in.Size.W/2, 3)
		for i := 0; b.Loop(); i++ {
			in.View = in.View.Pan(float64(i%20-10), 0)
			builder.Build(in)
		}
	})
	b.Run("zooming", func(b *testing.B) {
		b.ReportAllocs()
		in := in
		views := make([]scene.View, 60)
		for i := range views {
			views[i] = in.View
			in.View = in.View.ZoomWithin(in.Domain, in.Size.W, in.Size.W*0.8, 1.25)
		}
		var builder scene.Builder
		for i := 0; b.Loop(); i++ {
			in.View = views[i%len(views)]
			builder.Build(in)
		}
	})
	b.Run("opening", func(b *testing.B) {
		for _, mark := range new(scene.Builder).Build(in).Marks {
			if mark.Kind == scene.Cluster {
				for b.Loop() {
					scene.Opening(in, mark.Events)
				}
				return
			}
		}
		b.Skip(fmt.Sprint("no cluster among ", in.Selection.Len()))
	})
}
