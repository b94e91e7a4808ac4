package scene

import (
	"math"
	"slices"
	"strconv"

	"dateline/data/timeindex"
)

// A tile is so many buckets, with edges fixed in time: it looks the same wherever
// the view is.
const (
	tileBits    = 4
	tileBuckets = 1 << tileBits
)

// tileKey names a tile of a lane.
type tileKey struct {
	level  int     // of the index
	scale  float64 // for which it is packed
	number int64   // it begins with bucket number << tileBits
}

// tile is a stretch of a dense lane at one zoom level.
type tile struct {
	lane    laneLayout // what has a row: single events and clusters
	buckets [tileBuckets]bucketOfTile
	under   [tileBuckets]float32 // of long events, see Mark.Profile
}

// bucketKind says how a bucket's events are drawn.
type bucketKind uint8

const (
	apart    bucketKind = iota // one by one
	together                   // as a cluster
	crowded                    // as density: there is no room for a cluster, or it would touch another
)

type bucketOfTile struct {
	kind    bucketKind
	count   int
	bundle  // of its events
	profile [timeindex.Bins]float32
}

// tile returns a tile; it is kept.
func (d *dense) tile(key tileKey) *tile {
	t, ok := d.tiles[key]
	if !ok {
		if len(d.tiles) >= keptTiles {
			clear(d.tiles)
		}
		t = d.newTile(key)
		d.tiles[key] = t
	}
	return t
}

// beside is how many buckets before a tile are looked at, and one less after it:
// the last of the tile before may reach into it, and whether that one is a
// cluster depends on the one before.
const beside = 2

func (d *dense) newTile(key tileKey) *tile {
	t := new(tile)
	var counts [tileBuckets + 2*beside - 1]int
	var bins [(tileBuckets + 2*beside - 1) * timeindex.Bins]uint32
	first := key.number << tileBits
	d.index.Count(key.level, first-beside, counts[:], bins[:])
	for i := range t.buckets {
		b := &t.buckets[i]
		at := i + beside
		b.count = counts[at]
		b.bundle = d.bundle(key, first+int64(i))
		b.kind = d.kind(counts[at-1], counts[at], counts[at+1])
		d.profile(b.profile[:], bins[at*timeindex.Bins:][:timeindex.Bins], key.level)
		t.under[i] = d.share(d.index.UnderWay(key.level, timeindex.Edge(b.bucket, key.level), timeindex.Edge(b.bucket+1, key.level)))
	}
	p := packer{m: d.m, scale: key.scale, limit: d.lower}
	p.from, p.to = spot{d.edge(key, 0), d.m.Space / 2}, spot{d.edge(key, tileBuckets), -d.m.Space / 2}
	before := &bucketOfTile{bundle: d.bundle(key, first-1), kind: d.kind(counts[0], counts[1], counts[2])}
	d.begin(&p, before, key)
	if !d.end(&p, &t.buckets[tileBuckets-1], key) {
		t.buckets[tileBuckets-1].kind = crowded
	}
	d.pack(t, &p, key)
	return t
}

func (d *dense) bundle(key tileKey, bucket int64) bundle {
	return bundle{sel: d.sel, lane: d.of, level: key.level, bucket: bucket}
}

// edge returns where a bucket of a tile begins.
func (d *dense) edge(key tileKey, bucket int64) float64 {
	return math.Ldexp(float64(key.number<<tileBits+bucket), key.level)
}

// kind returns how a bucket's events are drawn if they find room: it and those
// beside it hold so many.
func (d *dense) kind(before, count, after int) bucketKind {
	switch {
	case !d.full(count):
		return apart
	case d.full(before) || d.full(after):
		return crowded
	}
	return together
}

// crossers returns the events of a tile's last bucket whose marks come near the
// next tile. They get the rows from the last one up, which both tiles know
// without asking how the other is packed.
func (d *dense) crossers(last *bucketOfTile, key tileKey, end float64) []item {
	var list []item
	if last.kind != apart {
		return nil
	}
	for event := range last.all() {
		it := newItem(d.sel.Set, []int32{int32(event)}, d.domain, d.m)
		_, x1, _ := it.glyph(key.scale, d.m)
		if (spot{at: end}).after(x1, key.scale) < d.m.Space {
			it.bucket, it.fixed, it.row = tileBuckets-1, true, d.lower-1-len(list)
			list = append(list, it)
		}
	}
	return list
}

// begin takes the rows of a tile as far as marks of the tile before reach into
// it. More of them than there are rows are density there.
func (d *dense) begin(p *packer, before *bucketOfTile, key tileKey) {
	none := spot{at: math.Inf(-1)}
	for range d.lower {
		p.begin = append(p.begin, row{glyph: none, end: none, last: -1})
	}
	list := d.crossers(before, key, d.edge(key, 0))
	if len(list) > d.lower {
		return
	}
	for i := range list {
		_, x1, _ := list[i].glyph(key.scale, d.m)
		p.begin[list[i].row].glyph, p.begin[list[i].row].end = x1, x1
	}
}

// end gives rows of a tile to the marks that reach into the next one, and reports
// whether there are as many.
func (d *dense) end(p *packer, last *bucketOfTile, key tileKey) bool {
	p.until = make([]spot, d.lower)
	for r := range p.until {
		p.until[r] = spot{at: math.Inf(1)}
	}
	list := d.crossers(last, key, d.edge(key, tileBuckets))
	if len(list) > d.lower {
		return false
	}
	for i := range list {
		p.until[list[i].row], _, _ = list[i].glyph(key.scale, d.m)
	}
	return true
}

// full reports whether a bucket has too many events to stand in its rows.
func (d *dense) full(count int) bool { return count > 2*d.lower }

// profile turns counts of events into heights: by the square root, so that a
// single event is seen beside a thousand.
func (d *dense) profile(heights []float32, bins []uint32, level int) {
	most := math.Max(float64(d.index.Most(level)), 4)
	for i, n := range bins {
		if n > 0 {
			heights[i] = float32(math.Sqrt(math.Min(float64(n)/most, 1)))
		}
	}
}

// share returns how high a profile of long events is where so many are under
// way.
func (d *dense) share(count int) float32 {
	most := math.Max(float64(d.index.MostUnderWay()), 4)
	return float32(math.Sqrt(math.Min(float64(count)/most, 1)))
}

// pack gives rows to single events and clusters. Where something finds none, its
// bucket becomes a cluster, and where a cluster finds none, density; in the end
// everything has a row or needs none.
func (d *dense) pack(t *tile, p *packer, key tileKey) {
	until := slices.Clone(p.until)
	for {
		copy(p.until, until)
		p.items = d.items(p.items[:0], t, key)
		if p.pack(); len(p.failed) == 0 {
			break
		}
		for _, i := range p.failed {
			t.crowd(p.items[i].bucket)
		}
	}
	t.lane = laneLayout{
		lane: d.of, rows: len(p.rows), items: p.items, from: p.from.plus(-d.m.Space), to: p.to.plus(d.m.Space),
	}
	for i := range p.items {
		it := &p.items[i]
		d.keepClear(it, t, key)
		if it.slot < it.wide && it.slot < leastLabel*d.m.Row {
			it.slot = 0
		}
	}
	t.lane.settle(d.m)
}

// keepClear ends an item's label before the next density, which would be seen
// behind it.
func (d *dense) keepClear(it *item, t *tile, key tileKey) {
	x0, x1, _ := it.glyph(key.scale, d.m)
	crowdedAt := func(i int) bool { return i >= 0 && i < tileBuckets && t.buckets[i].kind == crowded }
	i := it.bucket
	switch it.side {
	case RightOf:
		for i++; i < tileBuckets && !crowdedAt(i); i++ {
		}
		if crowdedAt(i) {
			it.narrow(spot{at: d.edge(key, int64(i))}.after(x1, key.scale) - d.m.Gap - d.m.Space/2)
		}
	case LeftOf:
		for i--; i >= 0 && !crowdedAt(i); i-- {
		}
		if crowdedAt(i) {
			it.narrow(x0.after(spot{at: d.edge(key, int64(i+1))}, key.scale) - d.m.Gap - d.m.Space/2)
		}
	}
}

// crowd takes room from a bucket.
func (t *tile) crowd(i int) {
	b := &t.buckets[i]
	beside := func(j int) bool { return j >= 0 && j < tileBuckets && t.buckets[j].kind != apart }
	if b.kind == apart && b.count > 1 && !beside(i-1) && !beside(i+1) {
		b.kind = together
		return
	}
	b.kind = crowded
	for _, j := range [2]int{i - 1, i + 1} {
		if j >= 0 && j < tileBuckets && t.buckets[j].kind == together {
			t.buckets[j].kind = crowded
		}
	}
}

// items appends what is to have a row in a tile, in order of time.
func (d *dense) items(list []item, t *tile, key tileKey) []item {
	for i := range t.buckets {
		b := &t.buckets[i]
		switch {
		case b.count == 0 || b.kind == crowded:
		case b.kind == together:
			list = append(list, d.cluster(b, i, key.scale))
		default:
			for event := range b.all() {
				it := newItem(d.sel.Set, []int32{int32(event)}, d.domain, d.m)
				it.bucket = i
				list = append(list, it)
			}
		}
	}
	for _, crosser := range d.crossers(&t.buckets[tileBuckets-1], key, d.edge(key, tileBuckets)) {
		for i := range list {
			if list[i].bucket == tileBuckets-1 && list[i].events[0] == crosser.events[0] {
				list[i].fixed, list[i].row = true, crosser.row
			}
		}
	}
	return list
}

// cluster returns a bucket's events as one item. In the last bucket its pill
// ends before what the next tile may have in the same row.
func (d *dense) cluster(b *bucketOfTile, i int, scale float64) item {
	first, last := d.index.Starts(b.level, b.bucket)
	to := math.Ldexp(float64(b.bucket+1), b.level)
	if i == tileBuckets-1 {
		to -= (d.m.Space + d.m.Mark/2) * scale
	}
	it := item{
		cluster: true, dense: &b.bundle, count: b.count, bucket: i,
		span: Span{math.Min(float64(first), to), math.Min(float64(last)+1, to)}, least: pillWidth(b.count, d.m),
	}
	if half := it.least / 2 * scale; it.span.Length() < 2*half {
		from := math.Ldexp(float64(b.bucket), b.level)
		middle := math.Min(math.Max(it.middle(), from+half), to-half)
		it.span = Span{middle, middle}
	}
	it.name(d.sel.Set.Events.Title(d.index.First(b.level, b.bucket))+" + "+strconv.Itoa(b.count-1)+" more", d.m)
	return it
}
