package e2e

import (
	"encoding/binary"
	"image"
	"image/color"
	"image/draw"
	"reflect"
	"testing"
)

var (
	white = color.RGBA{R: 255, G: 255, B: 255, A: 255}
	red   = color.RGBA{R: 200, A: 255}
)

// canvas is a white image with red rectangles on it.
func canvas(width, height int, boxes ...image.Rectangle) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	draw.Draw(img, img.Bounds(), image.NewUniform(white), image.Point{}, draw.Src)
	for _, box := range boxes {
		draw.Draw(img, box, image.NewUniform(red), image.Point{}, draw.Src)
	}
	return img
}

func TestBlobsAreFoundTopDownWithTheirBoxes(t *testing.T) {
	low, high, dot := image.Rect(2, 12, 9, 15), image.Rect(10, 3, 14, 8), image.Rect(0, 0, 1, 1)
	img := canvas(20, 20, low, high, dot)
	if got := Blobs(img, img.Bounds(), red, 8, 2); !reflect.DeepEqual(got, []image.Rectangle{high, low}) {
		t.Errorf("without the dot: got %v", got)
	}
	if got := Blobs(img, img.Bounds(), red, 8, 1); len(got) != 3 || got[0] != dot {
		t.Errorf("with the dot: got %v", got)
	}
	if got := Blobs(img, image.Rect(0, 0, 12, 12), red, 8, 2); !reflect.DeepEqual(got, []image.Rectangle{image.Rect(10, 3, 12, 8)}) {
		t.Errorf("cut at the rectangle: got %v", got)
	}
}

func TestBlobsWithABendAreOneAndCornersDoNotTouch(t *testing.T) {
	img := canvas(20, 20, image.Rect(2, 2, 4, 10), image.Rect(2, 8, 10, 10), image.Rect(10, 10, 12, 12))
	want := []image.Rectangle{image.Rect(2, 2, 10, 10), image.Rect(10, 10, 12, 12)}
	if got := Blobs(img, img.Bounds(), red, 8, 1); !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestColoursAreCountedWithinTheirTolerance(t *testing.T) {
	img := canvas(10, 10, image.Rect(0, 0, 5, 2))
	almost := color.RGBA{R: 195, G: 5, B: 5, A: 255}
	if got := CountNear(img, img.Bounds(), almost, 5); got != 10 {
		t.Errorf("within 5: got %d, want 10", got)
	}
	if got := CountNear(img, img.Bounds(), almost, 4); got != 0 {
		t.Errorf("within 4: got %d, want 0", got)
	}
	if got := CountNear(img, image.Rect(-5, 1, 3, 30), red, 0); got != 3 {
		t.Errorf("beyond the image: got %d, want 3", got)
	}
	if got := Colours(img, img.Bounds()); got != 2 {
		t.Errorf("colours: got %d, want 2", got)
	}
}

func TestAverageAndDifference(t *testing.T) {
	half := canvas(10, 10, image.Rect(0, 0, 5, 10))
	if got, want := Average(half, half.Bounds()), (color.RGBA{R: 227, G: 127, B: 127, A: 255}); got != want {
		t.Errorf("average: got %v, want %v", got, want)
	}
	if got, want := Average(half, image.Rect(20, 20, 30, 30)), (color.RGBA{A: 255}); got != want {
		t.Errorf("average of nothing: got %v, want %v", got, want)
	}
	if got := Difference(half, canvas(10, 10), image.Rect(4, 0, 10, 10), 10); got != 10 {
		t.Errorf("difference: got %d, want 10", got)
	}
	if got := Centre(image.Rect(10, 20, 20, 40)); got != image.Pt(15, 30) {
		t.Errorf("centre: got %v", got)
	}
}

func TestWindowDumpsAreDecodedOrRefused(t *testing.T) {
	numbers := make([]uint32, 23) // 20 fields of the header, one colour of 12 bytes
	numbers[0], numbers[4], numbers[5], numbers[11], numbers[12], numbers[19] = 80, 2, 1, 32, 12, 1
	dump, err := binary.Append(nil, binary.BigEndian, numbers)
	if err != nil {
		t.Fatal(err)
	}
	dump = append(dump, 0, 0, 200, 0, 3, 2, 1, 0, 9, 9, 9, 9) // two pixels and a gap
	img, err := decodeXWD(dump)
	if err != nil {
		t.Fatal(err)
	}
	if img.Bounds() != image.Rect(0, 0, 2, 1) || img.RGBAAt(0, 0) != red || img.RGBAAt(1, 0) != (color.RGBA{R: 1, G: 2, B: 3, A: 255}) {
		t.Errorf("got %v of %v", img.Pix, img.Bounds())
	}
	for _, length := range []int{0, 79, len(dump) - 1} {
		if _, err := decodeXWD(dump[:length]); err == nil {
			t.Errorf("%d of %d bytes were decoded", length, len(dump))
		}
	}
	dump[4*11+3] = 16
	if _, err := decodeXWD(dump); err == nil {
		t.Error("16 bits a pixel were decoded")
	}
}
