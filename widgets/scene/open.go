package scene

import "math"

// Opening returns the view at which a cluster of events has fallen apart and
// fills a good part of the width; false where no zoom can part them.
func Opening(in Input, events Members) (View, bool) {
	if events.dense != nil {
		return events.dense.opening(in)
	}
	set, first := in.Selection.Set, events.First()
	from, to := math.Inf(1), math.Inf(-1)
	for e := range events.All() {
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
		if lane, _ := l.find(in.Selection, first, 0); lane != nil && len(lane.item(first).events) < events.Len() {
			return in.View, true
		}
		if scale == FinestScale {
			return view, false
		}
	}
}

// opening is Opening for events of an index: the first and the last of a bucket
// are half a width apart then, farther than a bucket is long.
func (b *bundle) opening(in Input) (View, bool) {
	if b.long {
		return in.View, false
	}
	from, to := b.index().Starts(b.level, b.bucket)
	if from >= to {
		return in.View, false
	}
	scale := math.Max(math.Min(in.View.Scale/2, 2*float64(to-from)/in.Size.W), FinestScale)
	middle := (float64(from) + float64(to)) / 2
	return View{middle - in.Size.W/2*scale, scale, in.View.Top}.Clamp(in.Domain, in.Size.W), true
}
