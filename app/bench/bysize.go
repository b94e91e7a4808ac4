package bench

import (
	"cmp"
	"math"
	"slices"
	"strconv"
)

// measure is one row of the table by size: a figure of a benchmark.
type measure struct{ benchmark, unit string }

// bySize are results put in order for their table.
type bySize struct {
	sizes    []string
	measures []measure // in the order in which they came, those of a benchmark together
	values   map[measure]map[string][]float64
}

// BySize returns a table in Markdown: a column for each number of events, a row for each figure of each benchmark.
// Where a benchmark ran several times the median stands. Results without a number of events are left out.
func BySize(results []Result) string {
	t := bySize{values: map[measure]map[string][]float64{}}
	for _, r := range results {
		if r.Size != "" {
			t.add(r)
		}
	}
	slices.SortStableFunc(t.sizes, func(a, b string) int { return cmp.Compare(order(a), order(b)) })
	if len(t.sizes) == 0 {
		return ""
	}
	return Markdown(t.rows(), 2)
}

func (t *bySize) add(r Result) {
	if !slices.Contains(t.sizes, r.Size) {
		t.sizes = append(t.sizes, r.Size)
	}
	for _, value := range r.Values {
		m := measure{r.Name, value.Unit}
		if t.values[m] == nil {
			t.values[m] = map[string][]float64{}
			t.measures = slices.Insert(t.measures, t.after(r.Name), m)
		}
		t.values[m][r.Size] = append(t.values[m][r.Size], value.Number)
	}
}

// after returns the place behind the last measure of a benchmark.
func (t *bySize) after(benchmark string) int {
	for i, m := range slices.Backward(t.measures) {
		if m.benchmark == benchmark {
			return i + 1
		}
	}
	return len(t.measures)
}

// order returns where a size stands: numbers in their order, names such as “bundled” before them.
func order(size string) int {
	if n, err := strconv.Atoi(size); err == nil {
		return n
	}
	return math.MinInt
}

// counted returns a size as a reader wants it.
func counted(size string) string {
	if _, err := strconv.Atoi(size); err != nil {
		return size
	}
	return thousands(size)
}

func (t *bySize) rows() [][]string {
	head := []string{"", "N ="}
	for _, size := range t.sizes {
		head = append(head, counted(size))
	}
	rows := [][]string{head}
	last := ""
	for _, m := range t.measures {
		name := m.benchmark
		if name == last {
			name = "" // stands in the first of its rows
		}
		last = m.benchmark
		row := []string{name, words(m.unit)}
		for _, size := range t.sizes {
			row = append(row, cell(t.values[m][size], m.unit))
		}
		rows = append(rows, row)
	}
	return rows
}

// words are what a unit is called in the table.
func words(unit string) string {
	switch unit {
	case "ns/op":
		return "time"
	case "B/op":
		return "allocated"
	case "allocs/op":
		return "allocations"
	}
	return unit
}

// cell returns a figure; nothing where there is none.
func cell(values []float64, unit string) string {
	if len(values) == 0 {
		return ""
	}
	switch value := Median(values); unit {
	case "ns/op":
		return Duration(value)
	case "B/op":
		return Bytes(value)
	case "allocs/op":
		return thousands(strconv.FormatFloat(value, 'f', 0, 64))
	default:
		return Number(value)
	}
}
