package consistency

import (
	"fmt"
	"slices"
	"strings"

	"dateline/data"
	"dateline/data/edtf"
)

// order says that one event does not begin after another has ended. Indexes are those of the set.
type order struct {
	first, second int
	words         string // between the titles of the two
	closing       bool   // it comes back to an event that it followed from
}

// links notes what the links of an event say of the order in time, and holds the dates of those that say that two
// events share a time against each other. An event that another one reveals comes first of the two.
func (c *checker) links(index int, e *data.Event) {
	for _, link := range e.Links {
		switch link.Kind {
		case data.LeadsTo:
			c.orders = append(c.orders, order{first: index, second: link.To, words: "leads to"})
		case data.Before:
			c.orders = append(c.orders, order{first: index, second: link.To, words: "comes before"})
		case data.Reveals:
			c.orders = append(c.orders, order{first: link.To, second: index, words: "is revealed by"})
		case data.PartOf:
			c.together(PartOf, index, link.To, "%s is part of %s, but the two share no time")
		case data.SameAs:
			c.together(SameAs, index, link.To, "%s is the same as %s, but their dates exclude each other")
		case data.Contradicts: // that they exclude each other is what it says
		}
	}
}

func (c *checker) together(kind Kind, index, to int, message string) {
	events := &c.set.Events
	if surely(events.Date(index)).excludes(surely(events.Date(to))) && !c.saidOf(kind, index, to) {
		c.add(kind, []int{index, to}, nil, message, c.named(index), c.named(to))
	}
}

// saidOf reports whether two events have been found not to be the same, and notes it: both may say that they are.
func (c *checker) saidOf(kind Kind, index, to int) bool {
	pair := [2]int{min(index, to), max(index, to)}
	if kind != SameAs || !c.apart[pair] {
		c.apart[pair] = true
		return false
	}
	return true
}

// named returns the title and date of an event.
func (c *checker) named(event int) string {
	return fmt.Sprintf("“%s” (%s)", c.set.Events.Title(event), c.set.Events.Date(event).Words())
}

// node is an event that is ordered.
type node struct {
	event   int
	when    when
	lasting bool // it has a beginning and an end that may be apart

	// The event cannot happen before earliest, because of its own date or of the events from which origin leads to it.
	earliest int64
	clock    clock
	origin   int // index of the order by which it is so, or none

	before []int // indexes of the orders in which it is the first
	state  state
	by     int // index of the order by which it was come to, or none
}

const none = -1

// state is how far the search from one node to those behind it has come.
type state uint8

const (
	unseen state = iota
	open         // it is on the way that is being gone
	done
)

// graph is the orders between events. Nodes have the same indexes in every list.
type graph struct {
	orders []order
	nodes  []node
	index  map[int]int // of the node by its event
	sorted []int       // nodes, each behind all that it comes before
	cycles [][]int     // orders that come back to their beginning
}

// checkOrders reports what cannot be in the order that links say, and orders that have no beginning.
func (c *checker) checkOrders() {
	g := c.graph()
	for i := range g.nodes {
		if g.nodes[i].state == unseen {
			g.search(i)
		}
	}
	for _, cycle := range g.cycles {
		c.add(Cycle, eventsOf(g.orders, cycle), nil, "these come before each other in a circle: %s", c.chain(g.orders, cycle))
	}
	for _, i := range slices.Backward(g.sorted) {
		for _, o := range g.nodes[i].before {
			if !g.orders[o].closing && !g.follow(o) {
				chain := g.chainTo(o)
				c.add(Order, eventsOf(g.orders, chain), nil, "%s: the first cannot begin after the last has ended",
					c.chain(g.orders, chain))
			}
		}
	}
}

func (c *checker) graph() *graph {
	g := &graph{index: make(map[int]int)}
	seen := make(map[[2]int]bool)
	slices.SortStableFunc(c.orders, func(a, b order) int {
		return slices.Compare([]int{a.first, a.second}, []int{b.first, b.second})
	})
	for _, o := range c.orders {
		if pair := [2]int{o.first, o.second}; !seen[pair] {
			seen[pair] = true
			first := g.node(c, o.first)
			g.node(c, o.second)
			g.nodes[first].before = append(g.nodes[first].before, len(g.orders))
			g.orders = append(g.orders, o)
		}
	}
	return g
}

// node returns the index of the node of an event, which is made where there is none.
func (g *graph) node(c *checker, event int) int {
	if i, ok := g.index[event]; ok {
		return i
	}
	date := c.set.Events.Date(event)
	w := surely(date)
	g.index[event] = len(g.nodes)
	g.nodes = append(g.nodes, node{
		event: event, when: w, lasting: date.Kind() == edtf.Interval || date.Kind() == edtf.AllOf,
		earliest: w.earliest, clock: w.clock, origin: none, by: none,
	})
	return len(g.nodes) - 1
}

// search goes along all orders from a node, and appends the nodes to g.sorted when everything behind them is there.
func (g *graph) search(from int) {
	type step struct{ node, next int }
	way := []step{{node: from}}
	g.nodes[from].state = open
	for len(way) > 0 {
		last := &way[len(way)-1]
		n := &g.nodes[last.node]
		if last.next == len(n.before) {
			n.state = done
			g.sorted = append(g.sorted, last.node)
			way = way[:len(way)-1]
			continue
		}
		o := n.before[last.next]
		last.next++
		to := g.index[g.orders[o].second]
		switch g.nodes[to].state {
		case unseen:
			g.nodes[to].state, g.nodes[to].by = open, o
			way = append(way, step{node: to})
		case open:
			g.orders[o].closing = true
			g.cycles = append(g.cycles, g.cycle(o, to))
		case done:
		}
	}
}

// cycle returns the orders from a node on the way to the last of the way, and from there back by the order o.
func (g *graph) cycle(o, to int) []int {
	orders := []int{o}
	for at := g.index[g.orders[o].first]; at != to; at = g.index[g.orders[g.nodes[at].by].first] {
		orders = append(orders, g.nodes[at].by)
	}
	slices.Reverse(orders)
	return orders
}

// follow lets the second event of an order happen no earlier than the first, and reports whether it can. An event that
// lasts may have begun long before the first, so that nothing follows for what comes after it.
func (g *graph) follow(o int) bool {
	first, second := &g.nodes[g.index[g.orders[o].first]], &g.nodes[g.index[g.orders[o].second]]
	if isAfter(first.earliest, first.clock, second.when.latest, second.when.clock) {
		return false
	}
	if !second.lasting && isAfter(first.earliest, first.clock, second.earliest, second.clock) {
		second.earliest, second.clock, second.origin = first.earliest, first.clock, o
	}
	return true
}

// chainTo returns the orders by which the first event of an order cannot be earlier than it is, and the order itself.
func (g *graph) chainTo(o int) []int {
	chain := []int{o}
	for at := g.index[g.orders[o].first]; g.nodes[at].origin != none; at = g.index[g.orders[g.nodes[at].origin].first] {
		chain = append(chain, g.nodes[at].origin)
	}
	slices.Reverse(chain)
	return chain
}

// eventsOf returns the events of a chain of orders, one that comes back to its first only once.
func eventsOf(orders []order, chain []int) []int {
	events := []int{orders[chain[0]].first}
	for _, o := range chain {
		if orders[o].second != events[0] {
			events = append(events, orders[o].second)
		}
	}
	return events
}

// mostTold is how many orders of a chain are told one by one; of a longer one those in the middle are counted.
const mostTold = 8

// chain returns a chain of orders in words, with the dates of all events.
func (c *checker) chain(orders []order, chain []int) string {
	var text strings.Builder
	text.WriteString(c.named(orders[chain[0]].first))
	for i, o := range chain {
		if i == mostTold-1 && len(chain) > mostTold {
			fmt.Fprintf(&text, ", and so on over %d more to %s", len(chain)-mostTold, c.named(orders[chain[len(chain)-1]].second))
			break
		}
		if i > 0 {
			text.WriteString(", which")
		}
		fmt.Fprintf(&text, " %s %s", orders[o].words, c.named(orders[o].second))
	}
	return text.String()
}
