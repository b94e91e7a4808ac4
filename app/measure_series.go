package app

import (
	"os"
	"time"

	"fyne.io/fyne/v2"

	"dateline/app/bench"
	"dateline/data/edtf"
	"dateline/widgets/scene"
)

// What the series consist of.
const (
	seriesSteps = 60
	zoomStep    = 1.1
	panStep     = 1.0 / 50 // of the view
	secondsADay = 86400
)

// series are steps of one kind, from a view on.
type series struct {
	name  string
	begin scene.View
	step  func(from scene.View) scene.View
}

// allSeries returns what is measured, with the window as wide as it is: zooming
// in from the whole span, then panning over the whole span, a year and a month,
// all around the same day.
func allSeries(w *window) []series {
	s := w.state
	middle := float64(edtf.Instant(2001, 7, 1, 0, 0, 0))
	if middle < s.domain.From || middle > s.domain.To {
		middle = (s.domain.From + s.domain.To) / 2
	}
	at := func(scale float64) scene.View {
		return s.clamp(scene.View{Left: middle - s.size.W/2*scale, Scale: scale})
	}
	whole := at(scene.Fit(s.domain, s.size.W).Scale)
	days := func(n float64) scene.View { return at(n * secondsADay / s.size.W) }
	return []series{
		{"zoom", whole, func(v scene.View) scene.View { return at(v.Scale / zoomStep) }},
		{"pan whole", whole, panning(s)},
		{"pan 365 days", days(365), panning(s)},
		{"pan 30 days", days(30), panning(s)},
	}
}

// panning returns a step to the right, or where there is no further to the left:
// a step that changes nothing would not be painted.
func panning(s *state) func(scene.View) scene.View {
	by := s.size.W * panStep
	return func(v scene.View) scene.View {
		next := s.clamp(v.Pan(by, 0))
		if next == v {
			by = -by
			next = s.clamp(v.Pan(by, 0))
		}
		return next
	}
}

// run measures one series after the other and ends the program. In between, the
// toolkit has time for what it does of itself.
func (m *meter) run(rest []series) {
	if len(rest) == 0 {
		m.report.AtEnd = memory()
		m.end()
		return
	}
	next := func() { afterFrames(settling, func() { m.run(rest[1:]) }) }
	m.w.camera.land(rest[0].begin)
	if m.kind == benchFrames {
		m.atOnce(rest[0])
		next()
		return
	}
	afterFrames(settling, func() { m.byTheClock(rest[0], next) })
}

// atOnce paints a frame for each step and waits for nothing. Fyne 2.7 has one
// way to that: a window that is shown again is painted before Show returns. The
// loop that paints otherwise waits for the next 60th of a second. Showing costs
// two questions to the X server, and the window manager is told.
func (m *meter) atOnce(s series) {
	m.w.win.Show() // the view that the series begins with
	record := m.open(s)
	last := time.Now()
	for range seriesSteps {
		m.w.camera.land(s.step(m.w.state.view))
		m.w.win.Show()
		now := time.Now()
		record.Intervals = append(record.Intervals, milliseconds(now.Sub(last)))
		last = now
	}
	m.close(record)
}

// byTheClock takes a step at each tick of the toolkit's clock, 60 a second, as
// soon as the last one is painted. A step's time is from the change to the end
// of painting: the toolkit runs animations, then paints, then takes up what it
// was asked for meanwhile, all on one thread.
func (m *meter) byTheClock(s series, then func()) {
	record := m.open(s)
	var last time.Time
	painting := false
	var anim *fyne.Animation
	anim = fyne.NewAnimation(time.Hour, func(float32) {
		if painting {
			return
		}
		painting = true
		begun := time.Now()
		m.w.camera.land(s.step(m.w.state.view))
		fyne.Do(func() {
			painting = false
			now := time.Now()
			record.Steps = append(record.Steps, milliseconds(now.Sub(begun)))
			if !last.IsZero() {
				record.Intervals = append(record.Intervals, milliseconds(now.Sub(last)))
			}
			last = now
			if len(record.Steps) == seriesSteps {
				anim.Stop()
				m.close(record)
				then()
			}
		})
	})
	anim.Start()
}

// open begins the record of a series, with the processor times so far taken off.
func (m *meter) open(s series) *bench.Series {
	own, server := times()
	return &bench.Series{Name: s.name, CPU: -own, Server: -server}
}

// close ends the record of a series.
func (m *meter) close(record *bench.Series) {
	own, server := times()
	record.CPU += own
	record.Server += server
	m.report.Series = append(m.report.Series, *record)
}

// times returns the processor times of the program and of the X server so far,
// in milliseconds.
func times() (own, server float64) {
	return milliseconds(used(bench.Self)), milliseconds(used(os.Getenv(serverVariable)))
}
