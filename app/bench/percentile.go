// Package bench turns what was measured into tables: percentiles, Markdown, and the output of "go test -bench" by the
// number of events. It also says what a program that measures itself reports, and how much a process has used.
package bench

import (
	"math"
	"slices"
)

// Percentile returns the least of the values that at least a share of them (0 to 1) do not exceed: always one that was
// measured, none in between. Of no values it is 0.
func Percentile(values []float64, share float64) float64 {
	if len(values) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(values))
	rank := int(math.Ceil(share * float64(len(sorted))))
	return sorted[min(max(rank, 1), len(sorted))-1]
}

// Median returns the middle one of the values, of an even number the lower one of the two.
func Median(values []float64) float64 { return Percentile(values, 0.5) }

// P95 returns what 95 of 100 values do not exceed.
func P95(values []float64) float64 { return Percentile(values, 0.95) }
