package scene

import (
	"math"

	"dateline/data"
	"dateline/data/timeindex"
)

// denseFrom is how many events make a lane dense. One with fewer is packed event
// by event, over its whole length; a dense one is laid out in tiles, as far as it
// is seen, so that a frame costs what is visible and not what is loaded.
const denseFrom = 400

// orUsual returns how many events make a lane dense: what was asked for, or the
// usual number.
func orUsual(from int) int {
	if from == 0 {
		return denseFrom
	}
	return from
}

// dense is a lane of many events. Its upper rows are for long events, each in
// the row that the lane's index gave it, over a profile of how many others are
// under way; its lower rows for what is no longer than a bucket.
type dense struct {
	sel    *data.Selection
	of     int // the lane, index in Set.Lanes
	index  *timeindex.Lane
	domain Span
	m      *Metrics
	upper  int // rows for long events
	lower  int // rows for the others

	tiles map[tileKey]*tile
	known map[int32]*item // long events seen so far
	found []timeindex.Long
	under []float32 // the profile of the last scene
	rest  bundle    // what that stands for
}

// What is kept of a lane: more than a screen needs at several zooms.
const (
	keptTiles = 64
	keptItems = 4096
)

func newDense(sel *data.Selection, lane int, domain Span, m *Metrics) *dense {
	return &dense{
		sel: sel, of: lane, index: sel.Lane(lane), domain: domain, m: m,
		tiles: make(map[tileKey]*tile), known: make(map[int32]*item),
	}
}

// divide gives a lane's rows to long events and to others.
func (d *dense) divide(rows int) {
	d.upper = max(rows/3, 1)
	d.lower = max(rows-d.upper, 1)
}

// densePixels is the least width of a dense lane's buckets: a cluster's pill has
// room in it whatever its count.
const densePixels = 48

// level returns the level of the index whose buckets are between densePixels and
// twice as wide.
func (d *dense) level(scale float64) int {
	shortest := math.Max(scale*densePixels*d.m.Mark/11, 1)
	return min(int(math.Ceil(math.Log2(shortest))), 62)
}

// inView returns the numbers of the first and the last tile in a view, or just
// beyond its edges.
func (d *dense) inView(in *Input, level int) (first, last int64) {
	margin := 2 * densePixels * d.m.Mark / 11
	from := math.Max(in.View.Time(-margin), d.domain.From)
	to := math.Min(in.View.Time(in.Size.W+margin), d.domain.To)
	return tileOf(from, level), tileOf(to, level)
}

func tileOf(instant float64, level int) int64 {
	return int64(math.Floor(math.Ldexp(instant, -(level + tileBits))))
}

// seconds returns the whole seconds that a view touches, as far as an int64
// goes.
func seconds(in *Input) (from, to int64) {
	return wholeSecond(math.Floor(in.View.Left)), wholeSecond(math.Ceil(in.View.Time(in.Size.W)))
}

func wholeSecond(instant float64) int64 {
	switch {
	case instant >= math.MaxInt64:
		return math.MaxInt64
	case instant <= math.MinInt64:
		return math.MinInt64
	}
	return int64(instant)
}

// densePlacer adds a dense lane's marks to a scene.
type densePlacer struct {
	placer
	*dense
	scale float64 // for which tiles are packed
	at    int     // the level of the index
}

// add adds the marks in view: the profile of what is under way, long events, and
// tile by tile density and what has a row.
func (p *densePlacer) add() {
	first, last := p.inView(p.in, p.at)
	begun := len(p.b.scene.Marks)
	p.b.scene.Marks = append(p.b.scene.Marks, Mark{}) // the profile's, behind all others
	p.under = p.under[:0]
	singly := p.addLong()
	p.y += float64(p.upper) * p.m.Row
	p.above = p.upper
	for number := first; number <= last; number++ {
		t := p.tile(tileKey{p.at, p.scale, number})
		p.under = append(p.under, t.under[:]...)
		p.addDensity(t)
		p.lane = &t.lane
		p.addItems()
	}
	p.y -= float64(p.upper) * p.m.Row
	p.above = 0
	p.addRest(begun, first, singly)
	if len(p.b.scene.Marks) == begun {
		p.addHints()
	}
}

// addLong adds the long events that have a row of their own, and returns how
// many there are, the rows scrolled out included.
func (p *densePlacer) addLong() int {
	from, to := seconds(p.in)
	p.found = p.index.Long(p.found[:0], p.at, p.upper, from, to)
	seen := p.in.View.Span(p.in.Size.W)
	p.lane, p.b.one.lane = &p.b.one, p.of
	for _, long := range p.found {
		it := p.item(int32(long.Event))
		it.row, it.side, it.label, it.slot = long.Row, NoLabel, "", 0
		if room := math.Min(it.span.To, seen.To) - math.Max(it.span.From, seen.From); room >= leastLabel*p.m.Row*p.scale {
			it.side, it.label, it.slot = Inside, it.text, it.wide
		}
		p.b.one.items = append(p.b.one.items[:0], *it)
		p.addItems()
	}
	return len(p.found)
}

// leastLabel is how much room a label in a dense lane must have, in row heights:
// stubs of titles say nothing.
const leastLabel = 3

// item returns a long event as an item, which is kept.
func (d *dense) item(event int32) *item {
	it, ok := d.known[event]
	if !ok {
		if len(d.known) >= keptItems {
			clear(d.known)
		}
		made := newItem(d.sel.Set, []int32{event}, d.domain, d.m)
		it = &made
		d.known[event] = it
	}
	return it
}

// addDensity adds the buckets of a tile that are drawn as density.
func (p *densePlacer) addDensity(t *tile) {
	height := float64(p.lower) * p.m.Row
	if p.y+height <= p.m.Axis || p.y >= p.in.Size.H {
		return
	}
	for i := range t.buckets {
		b := &t.buckets[i]
		if b.kind != crowded {
			continue
		}
		x0 := p.in.View.X(math.Ldexp(float64(b.bucket), p.at))
		x1 := p.in.View.X(math.Ldexp(float64(b.bucket+1), p.at))
		if x1 <= 0 || x0 >= p.in.Size.W {
			continue
		}
		p.b.put(Mark{
			Kind: Density, Lane: p.of, Events: Members{dense: &b.bundle, count: b.count}, Dense: true,
			Row: p.above, X0: x0, X1: x1, Y: p.y + height/2, Height: height, Profile: b.profile[:], Hits: p.hits(b),
		})
	}
}

// hits returns the part of a bucket's profile that a search has found.
func (p *densePlacer) hits(b *bucketOfTile) []float32 {
	if p.in.Found == nil {
		return nil
	}
	var counts [1]int
	var bins [timeindex.Bins]uint32
	p.in.Found.Lane(p.of).Count(b.level, b.bucket, counts[:], bins[:])
	if counts[0] == 0 {
		return nil
	}
	from := len(p.b.hits)
	p.b.hits = append(p.b.hits, make([]float32, timeindex.Bins)...)
	hits := p.b.hits[from:len(p.b.hits):len(p.b.hits)]
	p.profile(hits, bins[:], b.level)
	return hits
}

// addRest makes the place that was kept the mark of the long events that are not
// drawn singly, or gives it up where there are none.
func (p *densePlacer) addRest(place int, firstTile int64, singly int) {
	from, to := seconds(p.in)
	height := float64(p.upper) * p.m.Row
	count := p.index.UnderWay(p.at, from, to) - singly
	if count <= 0 || p.y+height <= p.m.Axis || p.y >= p.in.Size.H {
		p.b.scene.Marks = append(p.b.scene.Marks[:place], p.b.scene.Marks[place+1:]...)
		return
	}
	p.rest = bundle{sel: p.sel, lane: p.of, level: p.at, long: true, rows: p.upper, from: from, to: to}
	x0 := p.in.View.X(math.Ldexp(float64(firstTile), p.at+tileBits))
	step := math.Ldexp(1, p.at) / p.in.View.Scale
	skip := min(max(int(-x0/step), 0), len(p.under)-1)
	most := max(int(math.Ceil((p.in.Size.W-x0)/step)), skip+1)
	profile := p.under[skip:min(most, len(p.under))]
	x0 += float64(skip) * step
	p.b.scene.Marks[place] = Mark{
		Kind: Rest, Lane: p.of, Events: Members{dense: &p.rest, count: count}, Dense: true,
		X0: x0, X1: x0 + float64(len(profile))*step, Y: p.y + height/2, Height: height, Profile: profile,
	}
	p.b.scene.InView += count
	p.findRest(&p.b.scene.Marks[place], firstTile<<tileBits+int64(skip))
}

// findRest notes how many of a profile's long events a search has found, and the
// part of the profile that was, which begins with a bucket.
func (p *densePlacer) findRest(mark *Mark, bucket int64) {
	if p.in.Found == nil {
		return
	}
	found := p.in.Found.Lane(p.of)
	mark.Found = found.UnderWay(p.at, p.rest.from, p.rest.to)
	for _, long := range p.found {
		if p.in.Found.Has(long.Event) {
			mark.Found--
		}
	}
	if mark.Found == 0 {
		return
	}
	from := len(p.b.hits)
	for i := range mark.Profile {
		at := bucket + int64(i)
		n := found.UnderWay(p.at, timeindex.Edge(at, p.at), timeindex.Edge(at+1, p.at))
		p.b.hits = append(p.b.hits, p.share(n))
	}
	mark.Hits = p.b.hits[from:len(p.b.hits):len(p.b.hits)]
}

// addHints names the nearest events beyond the edges of a view in which the lane
// has nothing.
func (p *densePlacer) addHints() {
	from, to := seconds(p.in)
	y := p.y + p.m.Row/2
	if y-p.m.Row/2 < p.m.Axis || y+p.m.Row/2 > p.in.Size.H {
		return
	}
	before, after := p.index.Before(from), p.index.After(to)
	most := p.in.Size.W
	if before >= 0 && after >= 0 {
		most /= 2
	}
	for _, event := range [2]int{before, after} {
		if event < 0 {
			continue
		}
		left := event == before
		label := p.hintLabel(event, left, math.Min(most-p.m.Edge-2*p.m.Space, p.m.Row*maxLabel))
		if label.Text == "" {
			continue
		}
		label.Y = y
		p.b.scene.Hints = append(p.b.scene.Hints, Hint{Event: event, Lane: p.of, Left: left, Label: label})
	}
}

// place returns the row that an event stands in at a zoom, or that what it is
// part of begins with, and with which others it makes one mark there.
func (d *dense) place(event int, scale float64) (row int, with Members) {
	at := d.level(scale)
	e := d.sel.Indexed(event)
	if timeindex.Class(e.Start, e.End) > at {
		if row := d.index.RowOf(at, e); row >= 0 && row < d.upper {
			return row, listed([]int32{int32(event)})
		}
		return 0, Members{}
	}
	bucket := timeindex.BucketOf(e.Start, at)
	t := d.tile(tileKey{at, scale, bucket >> tileBits})
	for i := range t.lane.items {
		if it := &t.lane.items[i]; it.members().Has(event) {
			return d.upper + it.row, it.members()
		}
	}
	b := &t.buckets[bucket&(tileBuckets-1)]
	return d.upper, Members{dense: &b.bundle, count: b.count}
}
