package scene

import "math"

// Opening returns the view at which a cluster of events falls apart, the
// farthest such that zooming in by halves finds; false where no zoom can part
// them.
func Opening(in Input, events []int) (View, bool) {
	set := in.Selection.Set
	from, to := math.Inf(1), math.Inf(-1)
	for _, e := range events {
		extent := Extent(&set.Events[e], in.Domain)
		middle := (extent.From + extent.To) / 2
		from, to = math.Min(from, middle), math.Max(to, middle)
	}
	if from == to {
		return in.View, false
	}
	var b Builder
	in.View = in.View.Pan((from+to)/2/in.View.Scale-in.View.Time(in.Size.W/2)/in.View.Scale, 0)
	for in.View.Scale > FinestScale {
		in.View = in.View.ZoomWithin(in.Domain, in.Size.W, in.Size.W/2, 2)
		s := b.Build(in)
		if mark := s.MarkOf(events[0]); mark >= 0 && len(s.Marks[mark].Events) < len(events) {
			return in.View, true
		}
		if in.View.Scale*in.Size.W < (to-from)*0.5 {
			break
		}
	}
	return in.View, false
}
