package scene

import "math"

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

func (b buckets) index(instant float64) int64 { return int64(math.Floor(instant / b.length)) }

// of returns the bucket in which an item is clustered, and whether it may be:
// what is longer than a bucket never vanishes in a cluster.
func (b buckets) of(it *item) (int64, bool) {
	return b.index((it.span.From + it.span.To) / 2), it.span.Length() <= b.length
}

// crowded returns the buckets that hold more items than there are rows.
func (b buckets) crowded(items []item, rows int) map[int64]bool {
	counts := make(map[int64]int)
	for i := range items {
		if bucket, ok := b.of(&items[i]); ok {
			counts[bucket]++
		}
	}
	for bucket, n := range counts {
		if n <= rows {
			delete(counts, bucket)
		}
	}
	crowded := make(map[int64]bool, len(counts))
	for bucket := range counts {
		crowded[bucket] = true
	}
	return crowded
}

// cluster returns the items with those of each crowded bucket made into one,
// still in order of time. One event alone stays itself.
func (b buckets) cluster(items []item, crowded map[int64]bool) []item {
	if len(crowded) == 0 {
		return items
	}
	at := make(map[int64]int)
	merged := make([]item, 0, len(items))
	for i := range items {
		bucket, ok := b.of(&items[i])
		if !ok || !crowded[bucket] {
			merged = append(merged, items[i])
			continue
		}
		first, seen := at[bucket]
		if !seen {
			at[bucket] = len(merged)
			merged = append(merged, items[i])
			continue
		}
		into := &merged[first]
		into.cluster = true
		into.events = append(into.events[:len(into.events):len(into.events)], items[i].events...)
		into.span.From = math.Min(into.span.From, items[i].span.From)
		into.span.To = math.Max(into.span.To, items[i].span.To)
	}
	return merged
}
