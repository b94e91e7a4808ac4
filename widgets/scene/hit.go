package scene

import "math"

// slop is how far beside a mark a click still means it, in pixels at scale 1.
const slop = 4

// HitTest returns the index of the mark at a point, its label included, or -1.
// Where several are near, the closest one wins.
func (s *Scene) HitTest(x, y float64, m *Metrics) int {
	best, least := -1, slop*m.Mark/11
	for i := range s.Marks {
		mark := &s.Marks[i]
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
	return best
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
		for _, e := range s.Marks[i].Events {
			if e == event {
				return i
			}
		}
	}
	return -1
}

// outside returns how far x is from the stretch, 0 within.
func outside(x, from, to float64) float64 {
	return math.Max(math.Max(from-x, x-to), 0)
}
