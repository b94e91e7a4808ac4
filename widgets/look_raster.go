package widgets

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"dateline/widgets/palette"
	"dateline/widgets/scene"
)

// rasters are the objects for marks of other looks than filled. The toolkit keeps
// a raster's texture until it is refreshed or gets another size. So each marker's
// raster keeps its look for ever, and a bar's is refreshed only when the bar looks
// different.
type rasters struct {
	sketch  picture // what a raster is painted in, until the toolkit has made a texture of it
	markers map[markerLook]*pool[canvas.Raster]
	bars    map[int]*barRaster // by event
	frame   int
	limits  map[limit]float64
}

// limit is what an opacity that leaves text readable depends on. Finding one takes
// longer than painting does, so that they are kept.
type limit struct {
	palette palette.Palette
	color   color.NRGBA
	wanted  float64
}

// readable is [readable] of what is kept.
func (r *rasters) readable(p *palette.Palette, c color.NRGBA, wanted float64) float64 {
	if r.limits == nil {
		r.limits = make(map[limit]float64)
	}
	of := limit{*p, c, wanted}
	opacity, ok := r.limits[of]
	if !ok {
		opacity = readable(p, c, wanted)
		r.limits[of] = opacity
	}
	return opacity
}

// markerLook is all that a marker's texture depends on.
type markerLook struct {
	shape scene.Shape
	look  look
	width float64
	color color.NRGBA
}

// barRaster is the picture of one bar.
type barRaster struct {
	raster *canvas.Raster
	form   barForm
	frame  int // in which it was last shown
}

// The most looks of markers and the most bars that are kept from frame to frame. They are
// reached only where datasets or colours change, or after a long way.
const (
	keptLooks = 256
	keptBars  = 256
)

// begin starts a frame.
func (r *rasters) begin() {
	if len(r.markers) > keptLooks {
		clear(r.markers)
	}
	if len(r.limits) > keptLooks {
		clear(r.limits)
	}
	if len(r.bars) > keptBars {
		for event, bar := range r.bars {
			if bar.frame != r.frame {
				delete(r.bars, event)
			}
		}
	}
	for _, kept := range r.markers {
		kept.used = 0
	}
	r.frame++
}

// marker returns an object that shows a marker around a middle.
func (r *rasters) marker(of markerLook, x, y float64) fyne.CanvasObject {
	if r.markers == nil {
		r.markers = make(map[markerLook]*pool[canvas.Raster])
	}
	kept, ok := r.markers[of]
	if !ok {
		kept = new(pool[canvas.Raster])
		r.markers[of] = kept
	}
	o := kept.take()
	side := markerSide(of.shape, of.width)
	if o.Generator == nil {
		o.Generator = func(w, h int) image.Image { return r.markerImage(of, w, h) }
		o.Resize(fyne.NewSize(float32(side), float32(side)))
	}
	out := of.width*of.shape.Size/2 + markerMargin
	o.Move(fyne.NewPos(float32(x-out), float32(y-out))) // rounded by the toolkit, as a filled one's place is
	return o
}

func (r *rasters) markerImage(of markerLook, w, h int) image.Image {
	r.sketch.begin(w, h, float64(w)/markerSide(of.shape, of.width))
	r.sketch.clear()
	r.sketch.sign(of.shape, of.look, of.width, of.color)
	return r.sketch.img
}

// bar returns an object that shows an event's bar with its left top corner at a
// place.
func (r *rasters) bar(event int, form *barForm, x, y float64) fyne.CanvasObject {
	if r.bars == nil {
		r.bars = make(map[int]*barRaster)
	}
	b, ok := r.bars[event]
	if !ok {
		b = new(barRaster)
		b.raster = canvas.NewRaster(func(w, h int) image.Image { return r.barImage(&b.form, w, h) })
		r.bars[event] = b
	}
	b.frame = r.frame
	if !b.form.same(form) {
		b.form = *form
		w, h := form.size()
		b.raster.Resize(fyne.NewSize(float32(w+2*strikeOut), float32(h)))
		b.raster.Refresh()
	}
	b.raster.Move(fyne.NewPos(float32(math.Round(x)-strikeOut), float32(y)))
	return b.raster
}

func (r *rasters) barImage(form *barForm, w, h int) image.Image {
	width, _ := form.size()
	r.sketch.begin(w, h, float64(w)/(width+2*strikeOut))
	r.sketch.clear()
	r.sketch.bar(form, strikeOut, 0, true)
	return r.sketch.img
}
