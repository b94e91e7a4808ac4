package app

import (
	"encoding/json"
	"fmt"
	"os"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"dateline/app/bench"
	"dateline/app/firstframe"
)

// The program measures itself where DATELINE_BENCH says what: then it prints a
// bench.Report and ends. Start is the time to the first frame with the dataset
// in it. Frames and steps are that, then every series of steps: frames paints
// one frame after the other, in steps the toolkit's clock has its say. With
// DATELINE_BENCH_SERVER, the X server's process, its share is told too.
const (
	benchVariable  = "DATELINE_BENCH"
	benchStart     = "start"
	benchFrames    = "frames"
	benchSteps     = "steps"
	serverVariable = "DATELINE_BENCH_SERVER"
)

// settling is how many frames pass until the window has the size that the
// desktop gives it, and what else comes with the start is over.
const settling = 30

// meter measures the program.
type meter struct {
	w      *window
	kind   string
	begun  time.Time
	report bench.Report
}

// watched returns the window's content; where the program measures itself, with
// room for the dot that tells when it is painted.
func watched(content fyne.CanvasObject) fyne.CanvasObject {
	if os.Getenv(benchVariable) == "" {
		return content
	}
	return container.NewStack(content)
}

// measure begins to measure if that is asked for: it waits for the dataset,
// unless that is to be in the very first frame.
func measure(w *window) {
	stack, ok := w.win.Content().(*fyne.Container)
	kind := os.Getenv(benchVariable)
	if !ok || kind == "" {
		return
	}
	m := &meter{w: w, kind: kind, begun: firstframe.Started()}
	watch := func() {
		var dot fyne.CanvasObject
		dot = firstframe.After(func() {
			stack.Remove(dot) // it is as large as the window: painting it would be measured too
			m.painted()
		})
		stack.Add(dot)
	}
	if w.state.set != nil {
		watch()
		return
	}
	changed := w.state.changed
	w.state.changed = func() {
		changed()
		if w.state.set != nil {
			w.state.changed = changed
			watch()
		}
	}
}

// painted is called when the first frame with the dataset has been painted.
func (m *meter) painted() {
	m.report.FirstFrame = milliseconds(time.Since(m.begun))
	m.report.File, m.report.Events = m.w.state.set.Path, m.w.state.set.Events.Len()
	m.report.AtFirst = memory()
	if m.kind == benchStart {
		m.end()
		return
	}
	m.afterIndex(func() {
		afterFrames(settling, func() { m.run(allSeries(m.w)) })
	})
}

// afterIndex notes when all texts can be searched and runs something then: while
// the index is made, steps take as long as it leaves them time.
func (m *meter) afterIndex(do func()) {
	var anim *fyne.Animation
	anim = fyne.NewAnimation(time.Hour, func(float32) {
		index := m.w.state.search.index
		if !index.whole && index.err == nil {
			return
		}
		anim.Stop()
		if index.whole {
			m.report.Indexed = milliseconds(time.Since(m.begun))
			m.report.AtIndex = memory()
		}
		do()
	})
	anim.Start()
}

// end prints what was measured and ends the program.
func (m *meter) end() {
	line, err := json.Marshal(m.report)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(statusFailed)
	}
	fmt.Println(string(line))
	os.Exit(statusOK)
}

// afterFrames runs something after so many frames.
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

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// memory returns what the program has, 0 where the system does not tell.
func memory() int64 {
	bytes, err := bench.PSS(bench.Self)
	if err != nil {
		return 0
	}
	return bytes
}

// used returns the processor time of a process, 0 for none and where the system
// does not tell.
func used(process string) time.Duration {
	if process == "" {
		return 0
	}
	d, err := bench.CPU(process)
	if err != nil {
		return 0
	}
	return d
}
