package scene

import (
	"math"
	"slices"
)

// slop is how far beside a mark a click still means it, in pixels at scale 1.
const slop = 4

// HitTest returns the index of the mark at a point, its label included, or -1.
// Where several are near, the closest one wins; a profile is behind all others.
func (s *Scene) HitTest(x, y float64, m *Metrics) int {
	best, least, behind := -1, slop*m.Mark/11, -1
	for i := range s.Marks {
		mark := &s.Marks[i]
		if mark.Profile != nil {
			if math.Abs(y-mark.Y) <= mark.Height/2 && x >= mark.X0 && x < mark.X1 && mark.high(x) > 0 {
				behind = i
			}
			continue
		}
		if math.Abs(y-mark.Y) > m.Row/2 {
			continue
		}
		distance := outside(x, mark.X0, mark.X1)
		if l := &mark.Label; l.Text != "" {
			distance = math.Min(distance, outside(x, l.X, l.X+l.Width))
		}
		if distance <= least {
			best, least = i, distance
		}
	}
	if best < 0 {
		return behind
	}
	return best
}

// high returns how high a profile is at x: the highest of the steps near it, for
// one of three pixels is hard to hit.
func (mark *Mark) high(x float64) float32 {
	step := (mark.X1 - mark.X0) / float64(len(mark.Profile))
	from := max(int((x-slop-mark.X0)/step), 0)
	to := min(int((x+slop-mark.X0)/step), len(mark.Profile)-1)
	return slices.Max(mark.Profile[min(from, to) : to+1])
}

// HintAt returns the index of the hint at a point, or -1.
func (s *Scene) HintAt(x, y float64, m *Metrics) int {
	by := slop * m.Mark / 11
	for i, h := range s.Hints {
		if math.Abs(y-h.Label.Y) <= m.Row/2 && outside(x, h.Label.X, h.Label.X+h.Label.Width) <= by {
			return i
		}
	}
	return -1
}

// LaneAt returns the index in Lanes at a height, or -1.
func (s *Scene) LaneAt(y float64) int {
	for i, lane := range s.Lanes {
		if y >= lane.Y && y < lane.Y+lane.Height {
			return i
		}
	}
	return -1
}

// MarkOf returns the index of the mark that stands for an event, or -1 where
// it is not in view.
func (s *Scene) MarkOf(event int) int {
	for i := range s.Marks {
		if s.Marks[i].Events.Has(event) {
			return i
		}
	}
	return -1
}

// outside returns how far x is from the stretch, 0 within.
func outside(x, from, to float64) float64 {
	return math.Max(math.Max(from-x, x-to), 0)
}
