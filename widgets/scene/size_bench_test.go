package scene_test

import (
	"slices"
	"testing"
	clock "time"

	"dateline/data"
	"dateline/data/edtf"
	"dateline/data/sample/stock"
	"dateline/widgets/scene"
)

// A series of steps as make bench-window takes them in the real window.
const (
	seriesSteps = 60
	zoomStep    = 1.1
	panShare    = 1.0 / 50
)

// at1600 returns what the timeline in a window of 1600 by 900 shows of a dataset: the whole span.
func at1600(set *data.Set) scene.Input {
	in := window(set)
	in.Size = scene.Size{W: 979, H: 724}
	in.View = scene.Fit(in.Domain, in.Size.W)
	return in
}

// around returns the view of a scale around the day that series are taken around.
func around(in scene.Input, scale float64) scene.View {
	middle := float64(edtf.Instant(2001, 7, 1, 0, 0, 0))
	v := scene.View{Left: middle - in.Size.W/2*scale, Scale: scale}
	return v.Clamp(in.Domain, in.Size.W)
}

// stretches are the views that are panned.
func stretches(in scene.Input) map[string]scene.View {
	const day = 86400
	return map[string]scene.View{
		"whole": in.View, "year": around(in, 365*day/in.Size.W), "month": around(in, 30*day/in.Size.W),
	}
}

// BenchmarkBuild lays out the timeline: panned by a fiftieth of the view to and fro over the whole span, a year and a
// month, with all of that seen before; and for each of the steps of a zoom from the whole span on, none of it seen
// before, with the time that 95 of 100 such steps do not exceed.
func BenchmarkBuild(b *testing.B) {
	stock.Each(b, func(b *testing.B, s *stock.Size) {
		in := at1600(s.Set(b))
		views := stretches(in)
		for _, name := range []string{"whole", "year", "month"} {
			b.Run(name, func(b *testing.B) {
				in := in
				in.View = views[name]
				benchmarkPanning(b, in)
			})
		}
		b.Run("zoom", func(b *testing.B) { benchmarkZoom(b, in) })
	})
}

// benchmarkPanning goes ten steps to the right and back again.
func benchmarkPanning(b *testing.B, in scene.Input) {
	var views []scene.View
	for i := range 10 {
		views = append(views, in.View.Pan(float64(i)*in.Size.W*panShare, 0))
	}
	for _, view := range slices.Backward(views) {
		views = append(views, view)
	}
	var builder scene.Builder
	for _, in.View = range views {
		builder.Build(in)
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		in.View = views[i%len(views)]
		builder.Build(in)
	}
}

func benchmarkZoom(b *testing.B, in scene.Input) {
	fit := in.View.Scale
	var builder *scene.Builder
	var took []clock.Duration
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if i%seriesSteps == 0 {
			builder = new(scene.Builder)
			in.View = around(in, fit)
		}
		begun := clock.Now()
		in.View = around(in, in.View.Scale/zoomStep)
		builder.Build(in)
		took = append(took, clock.Since(begun))
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[(len(took)*95-1)/100].Nanoseconds())/1e6, "p95-ms")
}

// BenchmarkHitTest looks for what is under the pointer, at places all over the timeline.
func BenchmarkHitTest(b *testing.B) {
	stock.Each(b, func(b *testing.B, s *stock.Size) {
		in := at1600(s.Set(b))
		views := stretches(in)
		for _, name := range []string{"whole", "year", "month"} {
			b.Run(name, func(b *testing.B) {
				in := in
				in.View = views[name]
				built := new(scene.Builder).Build(in)
				b.ReportAllocs()
				for i := 0; b.Loop(); i++ {
					x, y := i*37%int(in.Size.W), i*23%int(in.Size.H)
					built.HitTest(float64(x), float64(y), in.Metrics)
				}
			})
		}
	})
}

// BenchmarkStep goes from event to event, and from the last one to the first.
func BenchmarkStep(b *testing.B) {
	stock.Each(b, func(b *testing.B, s *stock.Size) {
		in := at1600(s.Set(b))
		event := -1
		b.ReportAllocs()
		for b.Loop() {
			next := scene.Step(in.Selection, event, 1)
			if next == event {
				next = -1
			}
			event = next
		}
	})
}
