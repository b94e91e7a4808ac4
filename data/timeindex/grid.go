package timeindex

import "math"

// Bins is how many bins a bucket has, 2 to the power of BinBits: its density is
// shown in so many steps.
const (
	Bins    = 1 << BinBits
	BinBits = 4
)

// mostBins bounds the finest level of a grid. What is looked at more closely than that is counted by searching: it is
// a small part of all time.
const mostBins = 1 << 16

// grid is a pyramid of counts. Level k counts, in bins of 2^(k-BinBits) seconds with edges fixed in time, the events
// that are at most 2^k seconds long: each level is made of the one below and the events of its own class.
type grid struct {
	finest   int // the lowest level
	underWay int
	levels   []level
}

type level struct {
	first int64 // number of the first bin: its start is first << (k - BinBits)
	bins  []uint32
	most  uint32 // the largest of bins
}

func newGrid(l *Lane) grid {
	first, last, ok := l.reach()
	if !ok {
		return grid{}
	}
	g := grid{finest: BinBits}
	most := min(mostBins, uint64(4*l.count)+Bins)
	for distance(last>>(g.finest-BinBits), first>>(g.finest-BinBits)) >= most {
		g.finest++
	}
	longest := 0 // class that there is
	for c := range l.up(0, classes-1) {
		longest = c.order
	}
	g.underWay = l.mostUnderWay(g.finest-BinBits, first, last)
	for k := g.finest; ; k++ {
		shift := k - BinBits
		lev := level{first: first >> shift}
		lev.bins = make([]uint32, last>>shift-lev.first+1)
		if k == g.finest {
			for c := range l.up(0, k) {
				lev.count(c, shift)
			}
		} else {
			lev.halve(&g.levels[len(g.levels)-1])
			for c := range l.up(k, k) {
				lev.count(c, shift)
			}
		}
		for _, n := range lev.bins {
			lev.most = max(lev.most, n)
		}
		g.levels = append(g.levels, lev)
		if len(lev.bins) <= 2 && k >= longest {
			return g
		}
	}
}

// reach returns the first and the last start of any event.
func (l *Lane) reach() (first, last int64, ok bool) {
	first, last = math.MaxInt64, math.MinInt64
	for c := range l.up(0, classes-1) {
		first, last, ok = min(first, c.starts[0]), max(last, c.starts[len(c.starts)-1]), true
	}
	return first, last, ok
}

func (l *level) count(c *class, shift int) {
	for _, start := range c.starts {
		l.bins[start>>shift-l.first]++
	}
}

// halve adds the counts of the level below, whose bins are half as long.
func (l *level) halve(below *level) {
	for i, n := range below.bins {
		l.bins[(below.first+int64(i))>>1-l.first] += n
	}
}

// mostUnderWay counts, in bins of 2^shift seconds, how many of the events that are longer than one share it.
func (l *Lane) mostUnderWay(shift int, first, last int64) int {
	change := make([]int, last>>shift-first>>shift+2)
	for c := range l.up(shift+1, classes-1) {
		for i, start := range c.starts {
			change[start>>shift-first>>shift]++
			if end := distance((c.ends[i]-1)>>shift, first>>shift) + 1; end < uint64(len(change)) {
				change[end]-- // it ends before the last one starts
			}
		}
	}
	most, now := 0, 0
	for _, by := range change {
		now += by
		most = max(most, now)
	}
	return most
}
