package scene

import (
	"cmp"
	"math"
	"slices"
)

// bucketPixels is the least width of a bucket: a cluster's pill with its count
// has room in it beside the pill of the next bucket.
const bucketPixels = 32

// finestPart is the length in seconds below which no bucket is divided: middles
// of events are whole or half seconds.
const finestPart = 0.5

// bucket is a stretch of time with what can be clustered in it.
type bucket struct {
	key     int64 // its place: what starts at 0 is 0
	members []int // indexes of events, in order of their middles
	marks   int   // how many it was made into
	budget  int   // how many it may become at most
}

// crowd is the events of one lane at one zoom level, in buckets: equal
// stretches of time whose length is a power of two in seconds and whose edges
// are fixed in time, so that panning changes no cluster.
type crowd struct {
	events  []item // in order of time, not changed
	length  float64
	buckets []bucket // in order of time
	m       *Metrics
}

// newCrowd sorts the lane's events into buckets for a scale; each may become at
// most so many marks. What is longer than a bucket is in none: it never
// vanishes in a cluster.
func newCrowd(l *laneEvents, scale float64, most int, m *Metrics) crowd {
	shortest := math.Max(scale*bucketPixels*m.Mark/11, 1)
	c := crowd{events: l.events, length: math.Exp2(math.Ceil(math.Log2(shortest))), m: m}
	short := make([]int, 0, len(l.byMiddle))
	for _, i := range l.byMiddle {
		it := &c.events[i]
		if it.span.Length() > c.length {
			continue
		}
		key := part(it.middle(), c.length)
		if n := len(c.buckets); n == 0 || c.buckets[n-1].key != key {
			c.buckets = append(c.buckets, bucket{key: key, budget: most, members: short[len(short):]})
		}
		short = append(short, i)
		b := &c.buckets[len(c.buckets)-1]
		b.members = b.members[:len(b.members)+1]
	}
	return c
}

// part returns which of the stretches of a length an instant lies in.
func part(instant, length float64) int64 { return int64(math.Floor(instant / length)) }

// items appends the events to a list, those of each bucket made into no more
// marks than its budget gives, still in order of time. A bucket that holds more
// is divided in halves, and those in halves again, as far as the budget goes;
// what then still shares a part is one cluster.
func (c *crowd) items(list []item) []item {
	list = append(list, c.events...)
	for i := range c.buckets {
		b := &c.buckets[i]
		if b.marks = len(b.members); b.marks > b.budget {
			c.divide(list, b)
		}
	}
	return slices.DeleteFunc(list, func(it item) bool { return len(it.events) == 0 })
}

// divide makes a bucket's members clusters. Members that are merged into
// another are left without events.
func (c *crowd) divide(list []item, b *bucket) {
	length := c.length
	for length > finestPart && c.parts(b.members, length/2) <= b.budget {
		length /= 2
	}
	b.marks = 0
	for from := 0; from < len(b.members); b.marks++ {
		to := from + 1
		for to < len(b.members) && c.part(b.members[to], length) == c.part(b.members[from], length) {
			to++
		}
		if to > from+1 {
			c.merge(list, b.members[from:to])
		}
		from = to
	}
}

// merge makes some of the events one cluster, in the place of the earliest.
func (c *crowd) merge(list []item, members []int) {
	members = slices.Sorted(slices.Values(members))
	list[members[0]] = newCluster(c.events, members, c.m)
	for _, i := range members[1:] {
		list[i].events = nil
	}
}

func (c *crowd) part(event int, length float64) int64 { return part(c.events[event].middle(), length) }

// parts returns how many parts of a length hold any of the members.
func (c *crowd) parts(members []int, length float64) int {
	n := 0
	for i := range members {
		if i == 0 || c.part(members[i], length) != c.part(members[i-1], length) {
			n++
		}
	}
	return n
}

// tighten lowers the budget of each bucket in which items found no row by their
// number, or else that of the one before it, whose marks reach into it, and
// reports whether it could lower any.
func (c *crowd) tighten(items []item, failed []int) bool {
	changed := false
	for _, i := range failed {
		key := c.keyOf(&items[i])
		if c.lower(key) || c.lower(key-1) {
			changed = true
		}
	}
	return changed
}

// keyOf returns the bucket that an item is in, or a long one begins in.
func (c *crowd) keyOf(it *item) int64 {
	switch {
	case it.cluster:
		return part(c.events[it.first].middle(), c.length)
	case it.span.Length() <= c.length:
		return part(it.middle(), c.length)
	}
	return part(it.span.From, c.length)
}

// lower takes one mark from a bucket's budget, and reports whether there is
// such a bucket and it has one to spare.
func (c *crowd) lower(key int64) bool {
	at, ok := slices.BinarySearchFunc(c.buckets, key, func(b bucket, key int64) int { return cmp.Compare(b.key, key) })
	if !ok {
		return false
	}
	b := &c.buckets[at]
	most := min(b.budget, b.marks)
	if most <= 1 {
		return false
	}
	b.budget = most - 1
	return true
}
