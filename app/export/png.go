package export

import (
	"context"
	"image"
	"image/png"
	"io"
)

// writePNG writes an image as a PNG, quickly rather than small.
func writePNG(ctx context.Context, w io.Writer, img *image.RGBA) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	e := png.Encoder{CompressionLevel: png.BestSpeed}
	return e.Encode(w, img)
}
