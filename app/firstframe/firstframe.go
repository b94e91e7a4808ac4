// Package firstframe tells when a Fyne program has painted its first frame, for
// the measurement of the program and of the one-label program beside it.
package firstframe

import (
	"image"
	"os"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Started returns when the process was started, as the one who started it
// says in $DATELINE_BENCH_T0 in nanoseconds since 1970: loading the program
// counts too.
func Started() time.Time {
	if ns, err := strconv.ParseInt(os.Getenv("DATELINE_BENCH_T0"), 10, 64); err == nil {
		return time.Unix(0, ns)
	}
	return time.Now()
}

// After returns a dot that calls done once, as soon as the first frame
// with it is on the screen: it is asked for its pixels while that frame is
// painted, and what is queued then runs after the frame.
func After(done func()) fyne.CanvasObject {
	painted := false
	dot := canvas.NewRaster(func(width, height int) image.Image {
		if !painted {
			painted = true
			fyne.Do(done)
		}
		return image.NewRGBA(image.Rect(0, 0, width, height))
	})
	dot.SetMinSize(fyne.NewSize(1, 1))
	return dot
}
