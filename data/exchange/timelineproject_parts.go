package exchange

import (
	"cmp"
	"slices"

	"dateline/data"
	"dateline/data/edtf"
)

// tlpParts says which events are containers and which are in them, by identifier, with the numbers of the containers from
// 1.
type tlpParts struct{ containers, of map[string]int }

// findTlpParts finds the events that others are part of where the program can hold that. It moves events that touch
// each other in a container, lets the container begin and end with them, and forgets what else containers and their
// events could be: fuzzy, going on, with labels or hyperlinks.
func findTlpParts(set *data.Set, events []*tlpEvent) tlpParts {
	parts := tlpParts{map[string]int{}, map[string]int{}}
	in := map[string][]*tlpEvent{}
	for _, e := range events {
		for _, link := range e.Links {
			whole := set.Events.ID(link.To)
			list := in[whole]
			if link.Kind == data.PartOf && (len(list) == 0 || list[len(list)-1] != e) {
				in[whole] = append(list, e)
			}
		}
	}
	for _, e := range events {
		list := in[e.ID]
		if len(list) == 0 || !fitsContainer(e, list) {
			continue
		}
		free := !slices.ContainsFunc(append(slices.Clone(list), e), func(e *tlpEvent) bool {
			return parts.of[e.ID] != 0 || parts.containers[e.ID] != 0
		})
		if free {
			number := len(parts.containers) + 1
			parts.containers[e.ID] = number
			for _, part := range list {
				parts.of[part.ID] = number
			}
		}
	}
	return parts
}

// fitsContainer reports whether the program would leave events as they are in a container.
func fitsContainer(whole *tlpEvent, list []*tlpEvent) bool {
	if !keepsInContainer(whole) || len(whole.Tags) > 0 || len(whole.Claims) > 0 {
		return false
	}
	ordered := slices.SortedFunc(slices.Values(list), func(a, b *tlpEvent) int {
		return cmp.Compare(a.date.from.instant, b.date.from.instant)
	})
	for i, part := range ordered {
		if !keepsInContainer(part) || i > 0 && part.date.from.instant <= ordered[i-1].date.to.instant {
			return false
		}
	}
	return ordered[0].date.from.instant == whole.date.from.instant &&
		ordered[len(ordered)-1].date.to.instant == whole.date.to.instant
}

// keepsInContainer reports whether the date of an event can be one of a container's.
func keepsInContainer(e *tlpEvent) bool {
	return !e.date.about && !e.date.open && e.date.from.precision == edtf.Day
}
