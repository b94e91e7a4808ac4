package evidence

import (
	"slices"

	"dateline/data"
)

// Edge is a link as one of its ends sees it.
type Edge struct {
	Event int // at the other end, index in Set.Events
	Kind  data.LinkKind
	Back  bool // the link goes from the other event to this one
}

// Links returns the links of an event: those that go out in the order of the file, then those that come in, in time
// order.
func (e *Evidence) Links(event int) []Edge {
	return slices.Concat(e.out[int32(event)], e.in[int32(event)])
}

// onward reports whether a chain follows a kind of link: where one thing led to another, or made it known.
func onward(kind data.LinkKind) bool { return kind == data.LeadsTo || kind == data.Reveals }

// Chain returns the events that led to an event, step by step, the event itself, and what it led to, in time order.
// Where nothing did, it is the event and those that it is otherwise linked with.
func (e *Evidence) Chain(event int) []int {
	met := map[int]bool{event: true}
	e.follow(event, false, met)
	e.follow(event, true, met)
	if len(met) == 1 {
		for _, edge := range e.Links(event) {
			met[edge.Event] = true
		}
	}
	chain := make([]int, 0, len(met))
	for member := range met {
		chain = append(chain, member)
	}
	slices.Sort(chain)
	return chain
}

// follow adds the events that can be reached from one, against the links or along them.
func (e *Evidence) follow(event int, back bool, met map[int]bool) {
	edges := e.out
	if back {
		edges = e.in
	}
	seen := map[int]bool{event: true}
	for next := []int{event}; len(next) > 0; {
		from := next[len(next)-1]
		next = next[:len(next)-1]
		for _, edge := range edges[int32(from)] {
			if onward(edge.Kind) && !seen[edge.Event] {
				seen[edge.Event], met[edge.Event] = true, true
				next = append(next, edge.Event)
			}
		}
	}
}
