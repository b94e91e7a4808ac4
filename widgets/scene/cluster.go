package scene

import (
	"math"
	"slices"
)

// bucketPixels is the least width of a bucket: a cluster's pill with its count
// has room in it beside the pill of the next bucket.
const bucketPixels = 32

// buckets divide time at a zoom level into equal stretches whose length is a
// power of two in seconds and whose edges are fixed in time, so that panning
// changes no cluster (house.md, "Time and size").
type buckets struct{ length float64 }

func bucketsFor(scale, pixels float64) buckets {
	return buckets{math.Exp2(math.Ceil(math.Log2(math.Max(scale*pixels, 1))))}
}

// of returns the bucket in which an item is clustered, and whether it may be:
// what is longer than a bucket never vanishes in a cluster.
func (b buckets) of(it *item) (int64, bool) {
	return b.index(it), it.span.Length() <= b.length
}

func (b buckets) index(it *item) int64 {
	return int64(math.Floor((it.span.From + it.span.To) / 2 / b.length))
}

// halvings is how often a bucket is divided at most: to below a second for
// every zoom level that is not finer than that itself.
const halvings = 48

// cluster returns the items with those of each bucket made into at most as
// many as the budget gives for it, still in order of time. A bucket that holds
// more is divided in halves, and those in halves again, as far as the budget
// goes; what then still shares a part is one cluster.
func (b buckets) cluster(items []item, budget func(bucket int64) int) []item {
	members := make(map[int64][]int)
	var order []int64
	for i := range items {
		if bucket, ok := b.of(&items[i]); ok {
			if members[bucket] == nil {
				order = append(order, bucket)
			}
			members[bucket] = append(members[bucket], i)
		}
	}
	merged := slices.Clone(items)
	for _, bucket := range order {
		if most := budget(bucket); len(members[bucket]) > most {
			b.divide(merged, members[bucket], most)
		}
	}
	return slices.DeleteFunc(merged, func(it item) bool { return len(it.events) == 0 })
}

// divide clusters the members of one bucket into at most so many parts. Merged
// members lose their events to the first of their part.
func (b buckets) divide(items []item, members []int, most int) {
	part := b
	for range halvings {
		finer := buckets{part.length / 2}
		if finer.parts(items, members) > most {
			break
		}
		part = finer
	}
	first := make(map[int64]int)
	for _, i := range members {
		key := part.index(&items[i])
		into, seen := first[key]
		if !seen {
			first[key] = i
			continue
		}
		items[into].absorb(&items[i])
	}
}

// parts returns how many of the parts hold members.
func (b buckets) parts(items []item, members []int) int {
	seen := make(map[int64]bool)
	for _, i := range members {
		seen[b.index(&items[i])] = true
	}
	return len(seen)
}

// absorb takes another item's events and leaves it without any.
func (it *item) absorb(other *item) {
	it.cluster = true
	it.events = append(slices.Clip(it.events), other.events...)
	it.span.From = math.Min(it.span.From, other.span.From)
	it.span.To = math.Max(it.span.To, other.span.To)
	other.events = nil
}

// budgets say how many marks each bucket may become.
type budgets struct {
	most int           // where nothing else is said
	of   map[int64]int // buckets in which that was too many
}

func (g budgets) bucket(b int64) int {
	if n, ok := g.of[b]; ok {
		return n
	}
	return g.most
}

// tighten lowers the budget of a bucket to one less than it holds now, and
// reports whether that is possible.
func (g budgets) tighten(b int64, holds int) bool {
	if holds <= 1 || g.bucket(b) <= 1 {
		return false
	}
	g.of[b] = min(holds, g.bucket(b)) - 1
	return true
}
