package app

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"dateline/app/firstframe"
	"dateline/widgets/scene"
)

// With DATELINE_BENCH=start the program prints how long it took to its first
// painted frame and ends, with DATELINE_BENCH=steps it prints what a zoom and a
// pan step take. Both serve make bench.
const (
	benchVariable = "DATELINE_BENCH"
	benchStart    = "start"
	benchSteps    = "steps"
)

// watched returns the window's content, for the measurement of the start with a
// dot that tells when it has been painted.
func watched(content fyne.CanvasObject) fyne.CanvasObject {
	if os.Getenv(benchVariable) != benchStart {
		return content
	}
	begun := firstframe.Started()
	return container.NewStack(content, firstframe.After(func() {
		printed(map[string]float64{"first_frame_ms": float64(time.Since(begun).Microseconds()) / 1000})
	}))
}

// measure steps through the chronology if that is asked for.
func measure(w *window) {
	if os.Getenv(benchVariable) == benchSteps {
		w.later(func() { afterFrames(30, func() { newStepper(w).run() }) })
	}
}

// printed prints figures as one line of JSON and ends the program.
func printed(figures map[string]float64) {
	line, err := json.Marshal(figures)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(statusFailed)
	}
	fmt.Println(string(line))
	os.Exit(statusOK)
}

// afterFrames runs something when so many frames have been drawn.
func afterFrames(n int, do func()) {
	var anim *fyne.Animation
	anim = fyne.NewAnimation(time.Hour, func(float32) {
		if n--; n == 0 {
			anim.Stop()
			do()
		}
	})
	anim.Start()
}

// stepper zooms and pans one step a frame. A step's time is from the change to
// the end of painting: the toolkit runs the animation, then paints, then takes
// up what goroutines have asked for, all on one thread.
type stepper struct {
	w     *window
	plan  []func()
	took  []float64
	names []string
}

func newStepper(w *window) *stepper {
	s := &stepper{w: w}
	middle := w.state.size.W / 2
	add := func(name string, n int, do func()) {
		for range n {
			s.plan = append(s.plan, do)
			s.names = append(s.names, name)
		}
	}
	zoom := func(factor float64) func() {
		return func() {
			v := w.state.view.ZoomWithin(w.state.domain, w.state.size.W, middle, factor)
			w.camera.land(v)
		}
	}
	add("zoom", 60, zoom(1.1))
	add("zoom", 60, zoom(1/1.1))
	add("pan", 60, func() { w.camera.land(w.state.view.Pan(w.state.size.W/50, 0)) })
	add("", 1, func() { w.camera.land(scene.Fit(w.state.domain, w.state.size.W).ZoomAt(middle, 6)) })
	add("pan", 60, func() { w.camera.land(w.state.view.Pan(w.state.size.W/50, 0)) })
	return s
}

func (s *stepper) run() {
	done := make(chan time.Time)
	go func() {
		for begun := range done {
			fyne.DoAndWait(func() { s.took = append(s.took, float64(time.Since(begun).Microseconds())/1000) })
			if len(s.took) == len(s.plan) {
				fyne.Do(s.report)
				return
			}
		}
	}()
	step := 0
	var anim *fyne.Animation
	anim = fyne.NewAnimation(time.Hour, func(float32) {
		if step == len(s.plan) {
			anim.Stop()
			return
		}
		if step > len(s.took) {
			return // the last step's paint has not been taken up yet
		}
		begun := time.Now()
		s.plan[step]()
		step++
		done <- begun
	})
	anim.Start()
}

func (s *stepper) report() {
	figures := map[string]float64{}
	for _, name := range []string{"zoom", "pan"} {
		var times []float64
		for i, took := range s.took {
			if s.names[i] == name {
				times = append(times, took)
			}
		}
		slices.Sort(times)
		figures[name+"_median_ms"] = times[len(times)/2]
		figures[name+"_p95_ms"] = times[len(times)*95/100]
	}
	printed(figures)
}
