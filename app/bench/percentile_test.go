package bench

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func TestPercentile(t *testing.T) {
	hundred := make([]float64, 100)
	for i := range hundred {
		hundred[i] = float64(i + 1)
	}
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(hundred), func(i, j int) {
		hundred[i], hundred[j] = hundred[j], hundred[i]
	})
	for _, c := range []struct {
		values      []float64
		share, want float64
	}{
		{nil, 0.5, 0},
		{[]float64{7}, 0, 7},
		{[]float64{7}, 0.5, 7},
		{[]float64{7}, 1, 7},
		{[]float64{3, 1, 2}, 0.5, 2},
		{[]float64{4, 1, 3, 2}, 0.5, 2},
		{[]float64{4, 1, 3, 2}, 0.51, 3},
		{hundred, 0, 1},
		{hundred, 0.5, 50},
		{hundred, 0.95, 95},
		{hundred, 0.951, 96},
		{hundred, 1, 100},
		{hundred, 2, 100},
		{hundred, -1, 1},
	} {
		if got := Percentile(c.values, c.share); got != c.want {
			t.Errorf("the percentile %v of %d values is %v, want %v", c.share, len(c.values), got, c.want)
		}
	}
	if Median(hundred) != 50 || P95(hundred) != 95 {
		t.Errorf("median %v, p95 %v", Median(hundred), P95(hundred))
	}
}

func TestPercentileLeavesTheValuesAsTheyAre(t *testing.T) {
	values := []float64{3, 1, 2}
	Percentile(values, 0.95)
	if !slices.Equal(values, []float64{3, 1, 2}) {
		t.Errorf("they are now %v", values)
	}
}

// Sixty steps are what a series has: three of them are slower than the 95th percentile.
func TestP95OfSixtySteps(t *testing.T) {
	steps := make([]float64, 60)
	for i := range steps {
		steps[i] = float64(i)
	}
	if got := P95(steps); got != 56 {
		t.Errorf("it is %v, want 56: 57 of 60 are 95 of 100", got)
	}
}
