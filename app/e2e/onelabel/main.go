//go:build e2e

// Command onelabel is the smallest Fyne program: a window with one label. It says how long it took from its
// start to its first painted frame, for comparison with the whole program, and ends.
package main

import (
	"fmt"
	"os"
	"time"

	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"dateline/app/firstframe"
)

func main() {
	started := firstframe.Started()
	a := app.NewWithID("org.dateline.onelabel")
	w := a.NewWindow("Dateline: one label")
	w.SetContent(container.NewVBox(widget.NewLabel("one label"), firstframe.After(func() {
		fmt.Printf("{\"first_frame_ms\":%.1f}\n", float64(time.Since(started).Microseconds())/1000)
		os.Exit(0) // Quit this early: Fyne 2.7 looks for the closed window when the mouse enters it, and crashes
	})))
	w.ShowAndRun()
}
