package bench

import (
	"math"
	"strconv"
	"strings"
)

// Window is what was measured of the window with one dataset. Times are in milliseconds, memory is PSS in MB.
type Window struct {
	Dataset    string  `json:"dataset"`
	Events     int     `json:"events"`
	FileMB     float64 `json:"file_mb"`
	FirstPaint float64 `json:"first_complete_paint_ms"` // from the start of the process
	FirstPSS   float64 `json:"pss_at_first_paint_mb"`
	PSS        float64 `json:"pss_mb"` // after the steps
	Indexed    float64 `json:"index_complete_ms,omitempty"`
	IndexedPSS float64 `json:"pss_with_index_mb,omitempty"`
	Series     []Steps `json:"series"`
}

// Steps are the figures of one series of steps.
type Steps struct {
	Name      string  `json:"steps"`
	Count     int     `json:"count"`
	Frame     float64 `json:"frame_to_frame_median_ms"` // painted at once, no timer in between
	FrameP95  float64 `json:"frame_to_frame_p95_ms"`
	CPU       float64 `json:"cpu_ms_per_step"` // of program and X server together, then
	Program   float64 `json:"cpu_program_ms_per_step"`
	Server    float64 `json:"cpu_x_server_ms_per_step"`
	Change    float64 `json:"clocked_change_to_painted_median_ms"` // as the toolkit's clock has it
	ChangeP95 float64 `json:"clocked_change_to_painted_p95_ms"`
	Tick      float64 `json:"clocked_frame_to_frame_median_ms"`
	TickP95   float64 `json:"clocked_frame_to_frame_p95_ms"`
}

// Measured puts together what the program reported of the same dataset when it painted each step at once, and when it
// went by the toolkit's clock.
func Measured(dataset string, size int64, atOnce, clocked Report) Window {
	w := Window{
		Dataset: dataset, Events: atOnce.Events, FileMB: megabytes(size),
		FirstPaint: atOnce.FirstFrame, FirstPSS: megabytes(atOnce.AtFirst), PSS: megabytes(atOnce.AtEnd),
		Indexed: atOnce.Indexed, IndexedPSS: megabytes(atOnce.AtIndex),
	}
	for _, series := range atOnce.Series {
		w.Series = append(w.Series, figured(series, clocked))
	}
	return w
}

// megabyte is a million bytes, as disks count.
const megabyte = 1e6

func megabytes(bytes int64) float64 { return rounded(float64(bytes) / megabyte) }

// rounded leaves three digits after the point: more than was measured.
func rounded(x float64) float64 { return math.Round(x*1000) / 1000 }

// figured returns the figures of a series that is also in the other report.
func figured(atOnce Series, clocked Report) Steps {
	count := len(atOnce.Intervals)
	each := float64(max(count, 1))
	s := Steps{
		Name: atOnce.Name, Count: count, Frame: Median(atOnce.Intervals), FrameP95: P95(atOnce.Intervals),
		CPU: rounded((atOnce.CPU + atOnce.Server) / each), Program: rounded(atOnce.CPU / each),
		Server: rounded(atOnce.Server / each),
	}
	for _, c := range clocked.Series {
		if c.Name == atOnce.Name {
			s.Change, s.ChangeP95, s.Tick, s.TickP95 = Median(c.Steps), P95(c.Steps), Median(c.Intervals), P95(c.Intervals)
		}
	}
	return s
}

// notes say what the figures of the tables are.
const notes = `Times are in ms, CPU in ms a step. “Frame” is from one painted step to the next with no timer in between,
“CPU” what program and X server (Xvfb) use for it. “Clocked” is as in use: the toolkit paints at most 60 times a second,
so that a frame is never less than 16.7 ms after the one before; “change” is from a step's change to its painted frame.
`

// Tables returns what was measured as two tables in Markdown: the steps, and start and memory.
func Tables(windows []Window) string {
	steps := [][]string{{
		"N", "steps", "frame", "p95", "CPU", "program", "X server", "clocked: change", "p95", "frame", "p95",
	}}
	starts := [][]string{{
		"N", "events", "file", "first complete paint", "memory then", "index complete", "memory then", "after the steps",
	}}
	for _, w := range windows {
		name := counted(w.Dataset)
		for _, s := range w.Series {
			steps = append(steps, append([]string{name, s.Name}, s.cells()...))
			name = "" // stands in the first of its rows
		}
		starts = append(starts, []string{
			counted(w.Dataset), thousands(strconv.Itoa(w.Events)), sized(w.FileMB), Duration(w.FirstPaint * 1e6),
			sized(w.FirstPSS), orNone(w.Indexed, Duration(w.Indexed*1e6)), sized(w.IndexedPSS), sized(w.PSS),
		})
	}
	return strings.Join([]string{Markdown(steps, 2), notes, Markdown(starts, 1)}, "\n")
}

func (s Steps) cells() []string {
	var cells []string
	for _, x := range []float64{
		s.Frame, s.FrameP95, s.CPU, s.Program, s.Server, s.Change, s.ChangeP95, s.Tick, s.TickP95,
	} {
		cells = append(cells, orNone(x, Number(x)))
	}
	return cells
}

func sized(mb float64) string { return orNone(mb, Bytes(mb*megabyte)) }

// orNone returns the text of a figure, a dash where it was not measured.
func orNone(x float64, text string) string {
	if x == 0 {
		return "–"
	}
	return text
}
