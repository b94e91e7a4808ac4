package scene

import (
	"slices"
	"testing"
)

func TestShare(t *testing.T) {
	for _, c := range []struct {
		needs []int
		rows  int
		want  []int
	}{
		{nil, 10, []int{}},
		{[]int{3, 4}, 10, []int{3, 4}},  // enough for all
		{[]int{20, 4}, 10, []int{6, 4}}, // one takes the rest
		{[]int{20, 20, 2}, 12, []int{5, 5, 2}},
		{[]int{20, 20, 20}, 10, []int{3, 3, 4}},
		{[]int{0, 0, 7}, 10, []int{1, 1, 7}}, // an empty lane has a row too
		{[]int{9, 9, 9}, 4, []int{3, 3, 3}},  // too little room: lanes are scrolled
		{[]int{2, 9, 9}, 0, []int{2, 3, 3}},  // no more than is needed
		{[]int{0, 0}, 0, []int{1, 1}},
		{[]int{5}, -3, []int{3}},
		{[]int{1, 5, 9}, 9, []int{1, 4, 4}},
	} {
		if got := share(slices.Clone(c.needs), c.rows); !slices.Equal(got, c.want) {
			t.Errorf("%v of %d rows: %v, want %v", c.needs, c.rows, got, c.want)
		}
	}
}

func TestLevel(t *testing.T) {
	for view := 1e-2; view < 1e9; view *= 1.01 {
		got := level(1e6, view)
		if got < view*(1-1e-8) || got > view*1.4143 {
			t.Errorf("views of %g seconds a pixel are packed at %g", view, got)
		}
	}
}
