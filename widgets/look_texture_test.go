package widgets

import (
	"image"
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"dateline/data"
	"dateline/widgets/palette"
	"dateline/widgets/scene"
)

// textures keeps the textures of rasters and gradients as the window's painter
// does: one is made when its object is first painted, and anew after the object
// was refreshed.
type textures struct {
	fyne.Canvas
	made  map[fyne.CanvasObject]bool
	again []fyne.CanvasObject // of which a texture was made, in order
}

func (x *textures) Refresh(o fyne.CanvasObject) { delete(x.made, o) }

// paint makes the textures that objects need on a screen with so many pixels a
// pixel.
func (x *textures) paint(objects []fyne.CanvasObject, scale float32) {
	for _, o := range objects {
		if x.made[o] {
			continue
		}
		w, h := o.Size().Components()
		device := func(v float32) int { return int(math.Round(float64(v * scale))) }
		switch o := o.(type) {
		case *canvas.Raster:
			o.Generator(device(w), device(h))
		case *canvas.LinearGradient:
			o.Generate(device(w), device(1))
		default:
			continue
		}
		x.made[o] = true
		x.again = append(x.again, o)
	}
}

// texturedApp is an app whose canvas takes down what is refreshed.
type texturedApp struct {
	fyne.App
	driver texturedDriver
}

func (a *texturedApp) Driver() fyne.Driver { return a.driver }

type texturedDriver struct {
	fyne.Driver
	textures *textures
}

func (d texturedDriver) CanvasForObject(fyne.CanvasObject) fyne.Canvas { return d.textures }

// newTextures takes down what is refreshed until the test ends.
func newTextures(t testing.TB) *textures {
	t.Helper()
	theKeyboard()
	app := fyne.CurrentApp()
	t.Cleanup(func() { fyne.SetCurrentApp(app) })
	x := &textures{made: make(map[fyne.CanvasObject]bool)}
	fyne.SetCurrentApp(&texturedApp{app, texturedDriver{app.Driver(), x}})
	return x
}

// since returns of which objects textures were made since it was last asked.
func (x *textures) since() []fyne.CanvasObject {
	again := x.again
	x.again = nil
	return again
}

// shown is a timeline whose textures are taken down.
func (x *textures) shown(set *data.Set, width float32) (*timelineRenderer, func(v scene.View)) {
	line := NewTimeline()
	line.Resize(fyne.NewSize(width, 700))
	r := newTimelineRenderer(line)
	return r, func(v scene.View) {
		line.state = TimelineState{
			Selection: set.Select(data.Filter{}), Domain: scene.DomainOf(set), View: v, Selected: -1, Palette: palette.Light(),
		}
		r.Refresh()
		x.paint(r.Objects(), 2)
	}
}

// While the view is panned by whole pixels, no texture is made of a mark that was in
// view before; of a bar that reaches out of view only where it gets another length.
func TestTimeline_PanningMakesNoTextures(t *testing.T) {
	x := newTextures(t)
	for _, status := range data.Statuses[1:] {
		set := attested(t, status)
		_, look := x.shown(set, 1000)
		home := scene.Fit(scene.DomainOf(set), 1000)
		home.Left += 0.37 * home.Scale
		look(home)
		if made := x.since(); len(made) != len(shapesShown)*len(kindsShown) {
			t.Fatalf("%s: textures of %d marks", status, len(made))
		}
		for dx := range 40 {
			look(home.Pan(-float64(dx), 0))
		}
		if made := x.since(); len(made) > 0 {
			t.Errorf("%s: panning made %d textures", status, len(made))
		}
		closer := home.ZoomAt(700, 9) // in the longest bars
		look(closer)
		x.since()
		for dx := range 400 {
			look(closer.Pan(float64(dx), 0))
		}
		perBar := map[fyne.CanvasObject]int{}
		for _, o := range x.since() {
			if perBar[o]++; perBar[o] > 6 {
				t.Fatalf("%s: panning by 400 pixels made %d textures of one bar", status, perBar[o])
			}
		}
	}
}

// Neither is one made while the view is panned within a fading end.
func TestTimeline_PanningInAFade(t *testing.T) {
	x := newTextures(t)
	set := parse(t, `{"format": 1, "title": "Fade", "lanes": [{"id": "a", "title": "A", "color": "#000000"}],
"events": [{"id": "e", "lanes": ["a"], "date": "2001/2010-12-31", "title": "Some time", "status": "reported"}]}`)
	r, look := x.shown(set, 1000)
	const start, day = 978307200, 86400.0     // 2001-01-01
	for _, from := range []float64{10, 150} { // of the year over which it fades
		home := scene.View{Left: start + from*day, Scale: day / 5}
		look(home)
		x.since()
		mark := &r.t.scene.Marks[0]
		if form, _ := r.barForm(mark); mark.Label.Side != scene.Inside || !form.openLeft || !form.openRight {
			t.Fatal("an end of the bar is in view, or its label beside it")
		}
		for dx := range 250 {
			look(home.Pan(float64(dx), 0))
		}
		if made := x.since(); len(made) > 2 { // at lines 128 pixels apart
			t.Errorf("%d textures within 250 pixels", len(made))
		}
	}
}

// Zooming makes no textures of markers: a look has one, whatever its place.
func TestTimeline_ZoomingKeepsMarkers(t *testing.T) {
	x := newTextures(t)
	set := atar(t)
	r, look := x.shown(set, 1000)
	walk := func() {
		v := scene.Fit(scene.DomainOf(set), 1000)
		for range 60 {
			look(v)
			v = v.ZoomAt(800, 1.1)
		}
	}
	walk()
	x.since()
	before := r.kept()
	walk()
	markers := map[fyne.CanvasObject]bool{}
	for _, kept := range r.rasters.markers {
		for _, o := range kept.all {
			markers[o] = true
		}
	}
	for _, o := range x.since() {
		if markers[o] {
			t.Fatal("a texture of a marker was made anew")
		}
	}
	if after := r.kept(); after != before || len(markers) < 5 {
		t.Errorf("%d rasters are kept, after the same way again %d; %d of markers", before, after, len(markers))
	}
}

// kept returns how many rasters are kept.
func (r *timelineRenderer) kept() int {
	n := len(r.rasters.bars)
	for _, kept := range r.rasters.markers {
		n += len(kept.all)
	}
	return n
}

// Rasters that are no longer needed are dropped, those in view are not.
func TestRasters_AreDropped(t *testing.T) {
	var r rasters
	form := fading(outlined)
	for frame := range 3 * keptBars {
		r.begin()
		first := r.bar(-1, &form, 0, 0)
		r.bar(frame, &form, 0, 0)
		r.marker(markerLook{look: dashed, width: float64(frame)}, 0, 0)
		if again := r.bar(-1, &form, 3, 4); again != first {
			t.Fatal("a bar in view has got another raster")
		}
	}
	if len(r.bars) > keptBars+2 || len(r.markers) > keptLooks+1 {
		t.Errorf("%d bars and %d looks are kept", len(r.bars), len(r.markers))
	}
}

// A raster shows what a picture of dense lanes does.
func TestRasters_AsInDenseLanes(t *testing.T) {
	c := color.NRGBA{200, 50, 20, 255}
	for _, marker := range data.Markers {
		shape := scene.ShapeOf(marker)
		for _, l := range otherLooks {
			for _, scale := range []int{1, 2} {
				var r rasters
				side := int(markerSide(shape, 11)) * scale
				raster := r.markerImage(markerLook{shape, l, 11, c}, side, side)
				var p picture
				p.begin(60*scale, 60*scale, float64(scale))
				p.clear()
				p.marker(shape, l, 30, 30, 11, c)
				off := int(math.Round((30 - 5.5*shape.Size - markerMargin) * float64(scale)))
				for y := range 60 * scale {
					for x := range 60 * scale {
						if got, want := p.img.RGBAAt(x, y), raster.(*image.RGBA).RGBAAt(x-off, y-off); got != want {
							t.Fatalf("%s, look %d, scale %d: at %d, %d there is %v, want %v", marker, l, scale, x, y, got, want)
						}
					}
				}
			}
		}
	}
}
