package data

import (
	"slices"
	"strings"
)

// laneColors returns the colours of lanes that name none: those of Okabe and Ito ("Color Universal Design", 2008)
// that stand out from light and dark backgrounds alike, strongest first, which all can tell apart who see colours
// differently.
func laneColors() []string {
	return []string{"#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9"}
}

func (b *builder) buildLanes(wire []wireLane) []Lane {
	lanes := collect(wire, func(index int, w *wireLane) Lane {
		p := place{}.key("lanes").item(index)
		b.check(&p, "color", badColor(w.Color))
		if w.Marker != "" {
			b.check(&p, "marker", badChoice(w.Marker, "marker", Markers))
		}
		return Lane{w.ID, titled(w.Title, w.ID), strings.ToUpper(w.Color), Marker(w.Marker)}
	})
	fill(lanes, laneColors(), func(l *Lane) *string { return &l.Color })
	fill(lanes, Markers, func(l *Lane) *Marker { return &l.Marker })
	return lanes
}

// fill gives every lane without a value the next of the table, passing over those that other lanes have been given by
// the file, as long as there are any.
func fill[T comparable](lanes []Lane, table []T, value func(*Lane) *T) {
	var none T
	left := slices.DeleteFunc(slices.Clone(table), func(v T) bool {
		return slices.ContainsFunc(lanes, func(l Lane) bool { return *value(&l) == v })
	})
	if len(left) == 0 {
		left = table
	}
	next := 0
	for i := range lanes {
		if v := value(&lanes[i]); *v == none {
			*v = left[next%len(left)]
			next++
		}
	}
}
