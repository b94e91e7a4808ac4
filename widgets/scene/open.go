package scene

import "math"

// Opening returns the view at which a cluster of events has fallen apart and
// fills a good part of the width; false where no zoom can part them.
func Opening(in Input, events []int) (View, bool) {
	set := in.Selection.Set
	from, to := math.Inf(1), math.Inf(-1)
	for _, e := range events {
		extent := Extent(set, e, in.Domain)
		middle := (extent.From + extent.To) / 2
		from, to = math.Min(from, middle), math.Max(to, middle)
	}
	if from >= to {
		return in.View, false
	}
	var b Builder
	view := in.View
	scale := math.Min(view.Scale/2, 2*(to-from)/in.Size.W) // the events over half the width
	for ; ; scale /= 2 {
		scale = math.Max(scale, FinestScale)
		in.View = View{(from+to)/2 - in.Size.W/2*scale, scale, view.Top}.Clamp(in.Domain, in.Size.W)
		l := b.layout(in)
		if _, it := l.find(events[0]); it != nil && len(it.events) < len(events) {
			return in.View, true
		}
		if scale == FinestScale {
			return view, false
		}
	}
}
