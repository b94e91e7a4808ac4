//go:build e2e && linux

package e2e

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"time"

	"dateline/app/bench"
)

// question is what a program that measures itself is asked.
type question struct {
	program string
	home    string
	cache   string // kept from start to start, "" for none: in it the graphics library has what it has compiled
	what    string // start, frames or steps
	file    string // the dataset, "" for the bundled one
}

// longest is how much time a program has to answer: a million events are loaded, then shown some 500 times.
const longest = 10 * time.Minute

// ask runs a program that measures itself and returns its report.
//
// It finds in DATELINE_BENCH what is asked, in DATELINE_BENCH_T0 when it was started (nanoseconds since 1970) and
// in DATELINE_BENCH_SERVER the process of the X server, whose share it notes too. It prints its report as one line of
// JSON and ends.
func ask(d *Display, q question) (bench.Report, error) {
	if q.cache != "" {
		if err := os.Symlink(q.cache, filepath.Join(q.home, ".cache")); err != nil {
			return bench.Report{}, err
		}
	}
	ctx, cancel := context.WithTimeout(context.Background(), longest)
	defer cancel()
	cmd := exec.CommandContext(ctx, q.program)
	if q.file != "" {
		cmd.Args = append(cmd.Args, q.file)
	}
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	cmd.Env = append(d.Environment(q.home), "DATELINE_BENCH="+q.what, "DATELINE_BENCH_SERVER="+d.server(),
		"DATELINE_BENCH_T0="+strconv.FormatInt(time.Now().UnixNano(), 10))
	var report bench.Report
	out, err := cmd.Output()
	switch {
	case ctx.Err() != nil:
		return report, fmt.Errorf("it did not answer within %v", longest)
	case err != nil:
		first, _, _ := bytes.Cut(bytes.TrimSpace(complaint.Bytes()), []byte("\n"))
		return report, fmt.Errorf("%w %s", err, first)
	}
	if err := json.Unmarshal(out, &report); err != nil {
		return report, fmt.Errorf("it printed %q: %w", out, err)
	}
	if q.what != "start" && report.File != q.file {
		return report, fmt.Errorf("%s was not opened", q.file)
	}
	return report, nil
}

// server returns the process of the display's X server, "" where it cannot be found: the one that was told to keep its
// screen in the display's folder.
func (d *Display) server() string {
	processes, err := filepath.Glob("/proc/[0-9]*/cmdline")
	if err != nil {
		return ""
	}
	for _, process := range processes {
		// Those that have ended meanwhile cannot be read.
		if words, err := os.ReadFile(process); err == nil && bytes.Contains(words, []byte("\x00"+d.frames+"\x00")) {
			return filepath.Base(filepath.Dir(process))
		}
	}
	return ""
}
