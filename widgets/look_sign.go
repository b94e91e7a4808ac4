package widgets

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"dateline/data"
	"dateline/widgets/palette"
	"dateline/widgets/scene"
)

// signSize is the side of a sign in pixels, and signMark the width of the marker in
// it: with the ends of the line through it, it just fits.
const (
	signSize = 13
	signMark = 10
)

// Sign is a marker as the timeline shows it for a status, to stand beside the words
// for that. It is 13 pixels wide and high, in the middle of the room it is given.
type Sign struct {
	widget.BaseWidget
	shape  scene.Shape
	look   look
	color  color.NRGBA
	raster *canvas.Raster
}

// NewSign returns the sign of a status in a marker's shape, in the theme's colour of
// text until it is given another one.
func NewSign(marker data.Marker, status data.Status) *Sign {
	s := &Sign{shape: scene.ShapeOf(marker), look: lookOf(status)}
	s.raster = canvas.NewRaster(s.paint)
	s.raster.SetMinSize(fyne.NewSize(signSize, signSize))
	s.ExtendBaseWidget(s)
	return s
}

// Recolor gives the sign a palette's colour of text.
func (s *Sign) Recolor(p palette.Palette) { s.SetColor(p.Text) }

// SetColor gives the sign a colour of its own, such as a lane's.
func (s *Sign) SetColor(c color.NRGBA) {
	if s.color != c {
		s.color = c
		s.raster.Refresh()
	}
}

// CreateRenderer is called by the toolkit.
func (s *Sign) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewCenter(s.raster))
}

// paint is called by the toolkit for so many device pixels.
func (s *Sign) paint(w, h int) image.Image {
	c := s.color
	if c == (color.NRGBA{}) {
		c = color.NRGBAModel.Convert(theme.Color(theme.ColorNameForeground)).(color.NRGBA)
	}
	var p picture
	p.begin(w, h, float64(w)/signSize)
	p.sign(s.shape, s.look, signMark, c)
	return p.img
}
