package bench

import (
	"slices"
	"strconv"
	"strings"
)

// Value is one figure of a benchmark.
type Value struct {
	Number float64
	Unit   string // as Go writes it: ns/op, B/op, allocs/op, MB/s, or a benchmark's own
}

// Result is one line of the output of "go test -bench".
type Result struct {
	Name   string // package and benchmark, without the number of events: scene.Build/year
	Size   string // what followed N= in the name; "" where nothing did
	Values []Value
}

// Output collects the results of "go test -bench" from its output, line by line. The zero value is ready.
type Output struct {
	Results []Result
	Failed  bool // a test, a benchmark or a package failed

	room string // the last part of the package's path, and a dot
}

// Line takes up one line, without its end.
func (o *Output) Line(line string) {
	fields := strings.Fields(line)
	switch {
	case len(fields) == 0:
	case fields[0] == "pkg:" && len(fields) == 2:
		o.room = fields[1][strings.LastIndexByte(fields[1], '/')+1:] + "."
	case fields[0] == "FAIL", strings.HasPrefix(line, "--- FAIL"), strings.HasPrefix(line, "panic: "):
		o.Failed = true
	case strings.HasPrefix(fields[0], prefix):
		if values := figures(fields[1:]); values != nil {
			name, size := named(strings.TrimPrefix(fields[0], prefix))
			o.Results = append(o.Results, Result{Name: o.room + name, Size: size, Values: values})
		}
	}
}

// prefix is what the names of benchmarks begin with.
const prefix = "Benchmark"

// figures returns what follows a benchmark's name: how often it ran, then numbers and units in turns. Where the line is
// something else, which begins like a result, it is nil.
func figures(fields []string) []Value {
	if len(fields) < 3 || len(fields)%2 == 0 {
		return nil
	}
	if _, err := strconv.Atoi(fields[0]); err != nil {
		return nil
	}
	var values []Value
	for pair := range slices.Chunk(fields[1:], 2) {
		number, err := strconv.ParseFloat(pair[0], 64)
		if err != nil {
			return nil
		}
		values = append(values, Value{number, pair[1]})
	}
	return values
}

// named parts a benchmark's name from its N=. The number of processors at its end, which Go adds where there is more
// than one, is left out.
func named(name string) (rest, size string) {
	if at := strings.LastIndexByte(name, '-'); at >= 0 {
		if _, err := strconv.Atoi(name[at+1:]); err == nil {
			name = name[:at]
		}
	}
	var parts []string
	for part := range strings.SplitSeq(name, "/") {
		if n, ok := strings.CutPrefix(part, "N="); ok {
			size = n
		} else {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, "/"), size
}
