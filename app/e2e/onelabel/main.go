//go:build e2e

// Command onelabel is the smallest Fyne program: a window with one label. It says how long it took from its
// start to its first painted frame, for comparison with the whole program, and ends.
package main

import (
	"fmt"
	"image"
	"os"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

func main() {
	started := startTime()
	a := app.NewWithID("org.dateline.onelabel")
	w := a.NewWindow("Dateline: one label")
	w.SetContent(container.NewVBox(widget.NewLabel("one label"), afterFirstFrame(func() {
		fmt.Printf("{\"first_frame_ms\":%.1f}\n", float64(time.Since(started).Microseconds())/1000)
		os.Exit(0) // Quit this early: Fyne 2.7 looks for the closed window when the mouse enters it, and crashes
	})))
	w.ShowAndRun()
}

// startTime is when the process was started, as the one who started it says in $DATELINE_BENCH_T0 in
// nanoseconds since 1970: the time to load the program counts too.
func startTime() time.Time {
	if ns, err := strconv.ParseInt(os.Getenv("DATELINE_BENCH_T0"), 10, 64); err == nil {
		return time.Unix(0, ns)
	}
	return time.Now()
}

// afterFirstFrame is a dot that calls done once, as soon as the first frame with it is on the screen: it is
// asked for its pixels while that frame is painted, and what is queued then runs after the frame.
func afterFirstFrame(done func()) fyne.CanvasObject {
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
