package widgets

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"

	"dateline/data"
	"dateline/data/sample/stock"
	"dateline/widgets/palette"
	"dateline/widgets/scene"
)

// BenchmarkTimeline draws frames: the scene, its objects and the textures that the
// window would have to make for them, but not what the window does with both.
func BenchmarkTimeline(b *testing.B) {
	zoomed := func(v scene.View, i int) scene.View { return v.ZoomAt(800, 1+0.2*math.Sin(float64(i)/9)) }
	panned := func(v scene.View, i int) scene.View { return v.Pan(math.Round(200*math.Sin(float64(i)/30)), 0) }
	bundled, dense := atar(b), stock.Made(b, 20_000)
	b.Run("bundled/pan", func(b *testing.B) { benchmarkTimeline(b, bundled, 1.3, panned) })
	b.Run("bundled/zoom", func(b *testing.B) { benchmarkTimeline(b, bundled, 1.3, zoomed) })
	b.Run("dense/pan", func(b *testing.B) { benchmarkTimeline(b, dense, 30, panned) })
	b.Run("dense/zoom", func(b *testing.B) { benchmarkTimeline(b, dense, 30, zoomed) })
}

// benchmarkTimeline moves the view around one that is so much closer than the whole.
func benchmarkTimeline(b *testing.B, set *data.Set, closer float64, move func(v scene.View, i int) scene.View) {
	x := newTextures(b)
	line := NewTimeline()
	line.Resize(fyne.NewSize(2040, 1260))
	r := newTimelineRenderer(line)
	state := TimelineState{
		Selection: set.Select(data.Filter{}), Domain: scene.DomainOf(set), Selected: -1, Palette: palette.Light(),
	}
	home := scene.Fit(state.Domain, 2040).ZoomAt(1400, closer)
	frame := func(i int) {
		state.View = move(home, i)
		line.state = state
		r.Refresh()
		x.paint(r.Objects(), 1)
	}
	for i := range 600 {
		frame(i)
	}
	x.since()
	objects := 0
	b.ReportAllocs()
	b.ResetTimer()
	for i := range b.N {
		frame(i)
		objects += len(r.Objects())
	}
	b.ReportMetric(float64(len(x.since()))/float64(b.N), "textures/op")
	b.ReportMetric(float64(objects)/float64(b.N), "objects/op")
}
