package widgets

import (
	"image"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"dateline/data"
	"dateline/widgets/palette"
)

// signed paints a sign in a room of so many pixels.
func signed(t *testing.T, s *Sign, room float32) image.Image {
	t.Helper()
	w := test.NewWindow(container.NewStack(canvas.NewRectangle(color.White), s))
	t.Cleanup(w.Close)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(room, room))
	return w.Canvas().Capture()
}

// inkOf returns the area that is not white, and how much ink there is, in pixels.
func inkOf(img image.Image) (r image.Rectangle, ink float64) {
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			if grey := color.GrayModel.Convert(img.At(x, y)).(color.Gray).Y; grey < 250 {
				r = r.Union(image.Rect(x, y, x+1, y+1))
				ink += 1 - float64(grey)/255
			}
		}
	}
	return r, ink
}

// A sign is 13 pixels large, whatever room it has, and nothing of it is cut off.
func TestSign_Size(t *testing.T) {
	newKeyboard(t)
	for _, marker := range data.Markers {
		for _, status := range data.Statuses {
			s := NewSign(marker, status)
			if s.MinSize() != fyne.NewSize(13, 13) {
				t.Fatalf("a sign is %v", s.MinSize())
			}
			s.Recolor(palette.Light())
			small, ink := inkOf(signed(t, s, 13))
			large, same := inkOf(signed(t, s, 33))
			if small.Add(image.Pt(10, 10)) != large || ink != same || small.Dx() < 8 || small.Dy() < 8 {
				t.Errorf("%s, %s: %v in a room of 13, %v in one of 33; ink %.1f and %.1f", marker, status, small, large, ink, same)
			}
		}
	}
}

// Each status has another sign, of each marker.
func TestSign_Differ(t *testing.T) {
	newKeyboard(t)
	for _, marker := range data.Markers {
		for i, status := range data.Statuses {
			for _, other := range data.Statuses[:i] {
				a, b := NewSign(marker, status), NewSign(marker, other)
				a.Recolor(palette.Light())
				b.Recolor(palette.Light())
				if got := differ(a.paint(13, 13), b.paint(13, 13)); got < 6 {
					t.Errorf("%s: %s and %s differ by %.1f pixels", marker, status, other, got)
				}
			}
		}
	}
}

// differ returns by how much the opacities of two images differ, in pixels.
func differ(a, b image.Image) (sum float64) {
	for y := range a.Bounds().Dy() {
		for x := range a.Bounds().Dx() {
			_, _, _, of := a.At(x, y).RGBA()
			_, _, _, other := b.At(x, y).RGBA()
			sum += max(float64(of)-float64(other), float64(other)-float64(of)) / 65535
		}
	}
	return sum
}

// A sign has the colour that it was given last; its texture is made anew for that.
func TestSign_Colours(t *testing.T) {
	x := newTextures(t)
	s := NewSign(data.MarkerSquare, data.Established)
	middle := func() color.Color { return color.NRGBAModel.Convert(s.paint(13, 13).At(6, 6)) }
	if middle() == (color.NRGBA{}) {
		t.Error("a sign without a colour is not seen")
	}
	for i, p := range []palette.Palette{palette.Light(), palette.Dark()} {
		s.Recolor(p)
		if middle() != p.Text {
			t.Errorf("the sign is %v", middle())
		}
		x.paint([]fyne.CanvasObject{s.raster}, 1)
		if len(x.again) != i+1 {
			t.Errorf("%d textures after %d colours", len(x.again), i+1)
		}
	}
	blue := color.NRGBA{0, 90, 200, 255}
	if s.SetColor(blue); middle() != blue {
		t.Errorf("the sign is %v", middle())
	}
}
