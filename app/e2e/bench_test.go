//go:build e2e && linux

package e2e

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"text/tabwriter"
	"time"

	"dateline/app/bench"
)

// runs is how often anything that takes time is repeated; the median counts.
const runs = 7

// TestMeasure measures the whole program and prints a table with the goals beside (make bench). It asserts
// nothing: what a shared machine measures is to be read, not to be trusted blindly.
func TestMeasure(t *testing.T) {
	if os.Getenv("DATELINE_MEASURE") == "" {
		t.Skip("takes a minute: make bench runs it")
	}
	d := NewDisplay(t, Screen{Width: 1280, Height: 720})
	table := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
	defer table.Flush() // also of what was measured before a failure
	fmt.Fprintln(table, "\nwhat\tmeasured\tgoal")
	measureStart(d, table)
	measureSteps(d, table)
	measureIdle(d, table)
	measureExport(d, table)
}

// row writes a line of the table; what could not be measured stands there with its reason.
func row(table *tabwriter.Writer, what, goal string, err error, format string, values ...any) {
	measured := fmt.Sprintf(format, values...)
	if err != nil {
		measured = "not measured: " + err.Error()
	}
	fmt.Fprintf(table, "%s\t%s\t%s\n", what, measured, goal)
}

// measureStart compares the time to the first frame with that of a one-label program, in turns, so that
// both meet the same machine. The first turn warms the disk's cache and the toolkit's index of the system's
// fonts, and does not count.
func measureStart(d *Display, table *tabwriter.Writer) {
	program, err := Binary()
	home := d.t.TempDir()
	var own, other []float64
	for i := 0; i <= runs && err == nil; i++ {
		var a, b float64
		if a, err = firstFrame(d, home, program); err == nil {
			b, err = firstFrame(d, home, os.Getenv("ONELABEL_BIN"))
		}
		if i > 0 {
			own, other = append(own, a), append(other, b)
		}
	}
	a, b := bench.Median(own), bench.Median(other)
	row(table, "start to first frame", "≤ 1.5 × one label", err, "%.0f ms, %.2f × one label's %.0f ms", a, a/b, b)
}

// firstFrame starts a program once and asks it how long its first frame took.
func firstFrame(d *Display, home, program string) (float64, error) {
	report, err := ask(d, question{program: program, home: home, what: "start"})
	if err == nil && report.FirstFrame == 0 {
		err = fmt.Errorf("%s printed no first_frame_ms", filepath.Base(program))
	}
	return report.FirstFrame, err
}

// measureSteps asks the program for the time of a zoom and a pan step in its window.
func measureSteps(d *Display, table *tabwriter.Writer) {
	var report bench.Report
	program, err := Binary()
	if err == nil {
		report, err = ask(d, question{program: program, home: d.t.TempDir(), what: "steps"})
	}
	for _, kind := range []string{"zoom", "pan"} {
		var steps []float64
		for _, series := range report.Series {
			if strings.HasPrefix(series.Name, kind) {
				steps = append(steps, series.Steps...)
			}
		}
		row(table, kind+" step", "≤ 16 ms", err, "%.1f ms, p95 %.1f ms", bench.Median(steps), bench.P95(steps))
	}
}

// measureIdle looks at the program while nobody touches it.
func measureIdle(d *Display, table *tabwriter.Writer) {
	const span = 5 * time.Second
	p := d.Start(Options{})
	d.WaitStill(d.Bounds())
	time.Sleep(2 * time.Second) // what it does once after the start is not idling
	before, start := p.CPU(), time.Now()
	time.Sleep(span)
	used := float64(p.CPU()-before) / float64(time.Since(start))
	row(table, "idle CPU", "≤ 2 %", nil, "%.1f %%", 100*used)
	row(table, "memory (PSS)", "", nil, "%d MiB", p.PSS()>>20)
	p.Close()
}

// measureExport exports the bundled chart from the command line.
func measureExport(d *Display, table *tabwriter.Writer) {
	program, err := Binary()
	folder := d.t.TempDir()
	var seconds []float64
	for i := 0; i <= runs && err == nil; i++ {
		cmd := exec.Command(program, "export", "-o", filepath.Join(folder, "chart.png"))
		cmd.Env = d.Environment(folder)
		start := time.Now()
		err = cmd.Run()
		if i > 0 {
			seconds = append(seconds, time.Since(start).Seconds())
		}
	}
	row(table, "dateline export", "≤ 0.3 s", err, "%.2f s", bench.Median(seconds))
}
