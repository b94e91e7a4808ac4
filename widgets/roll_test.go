package widgets

import (
	"math"
	"math/rand/v2"
	"testing"
)

// tops returns rows of different heights and where each of them begins, counted
// from the first.
func tops(random *rand.Rand, count int, room float64) (rows, []float64) {
	heights, tops := make([]float64, count), make([]float64, count+1)
	for i := range heights {
		heights[i] = 20 + float64(random.IntN(60))
		tops[i+1] = tops[i] + heights[i]
	}
	return newRows(count, room, func(i int) float64 { return heights[i] }), tops
}

// Scrolling by rows and pixels is scrolling by pixels.
func TestRoll_Property(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for round := range 60 {
		r, tops := tops(random, round, 300)
		y := func(at roll) float64 { return tops[at.row] + at.offset }
		most := math.Max(tops[len(tops)-1]-300, 0)
		at, want := roll{}, 0.0
		for range 50 {
			by := (random.Float64() - 0.4) * 800
			at, want = r.moved(at, by), math.Min(math.Max(want+by, 0), most)
			if math.Abs(y(at)-want) > 1e-6 {
				t.Fatalf("%d rows, moved by %g: at %g, want %g", round, by, y(at), want)
			}
			if share := r.share(at); share < 0 || share > 1 || math.Abs(y(r.at(share))-want) > 1e-6 {
				t.Fatalf("%d rows: a share of %g leads to %g, want %g", round, share, y(r.at(share)), want)
			}
			if round == 0 {
				continue
			}
			row := random.IntN(round)
			seen := r.shown(at, row)
			if top := tops[row] - y(seen); top < 0 && tops[row+1]-y(seen) < 300 || top+tops[row+1]-tops[row] > 300+1e-6 {
				t.Fatalf("row %d of %d is shown at %g", row, round, top)
			}
			if top := tops[row] - y(at); top > 80 && top < 200 && seen != at {
				t.Fatalf("row %d was in view, but the rows are moved", row)
			}
		}
	}
}

// A million rows are placed as exactly as few, and none is asked for its height
// but those that are seen.
func TestRoll_AMillion(t *testing.T) {
	asked := map[int]bool{}
	r := newRows(1_000_000, 600, func(i int) float64 {
		asked[i] = true
		return 50 + float64(i%3)
	})
	at := r.at(1)
	if at != r.end || r.share(at) != 1 {
		t.Errorf("the end is %+v, want %+v", at, r.end)
	}
	at = r.moved(r.at(0.73), 0.25)
	if middle := r.moved(r.moved(at, -1234.5), 1234.5); math.Abs(middle.offset-at.offset) > 1e-6 || middle.row != at.row {
		t.Errorf("there and back leads from %+v to %+v", at, middle)
	}
	if r.moved(at, 1e9) != r.end && len(asked) < 1000 {
		t.Error("the end is not reached")
	}
}
