package timeindex

import (
	"runtime"

	"dateline/data/parallel"
)

// Build returns the indexes of lanes 0 to lanes-1. Event tells of each of the events 0 to count-1, which must be in time
// order, which lane it is in, -1 for none, and when; it is called from several goroutines.
func Build(lanes, count int, event func(number int) (lane int, start, end int64)) []*Lane {
	workers := max(min(runtime.GOMAXPROCS(0), count/minShare), 1)
	b := builder{lanes: lanes, event: event, place: make([]int32, count)}
	b.counts = make([][]int, workers)
	share := (count + workers - 1) / workers
	atOnce(workers, func(w int) { b.counts[w] = b.tally(w*share, min((w+1)*share, count)) })
	built := b.allocate()
	atOnce(workers, func(w int) { b.fill(w, w*share, min((w+1)*share, count)) })
	parallelEach(workers, built, (*Lane).finish)
	return built
}

// minShare is for how many events a goroutine is worth its while.
const minShare = 20_000

// builder sorts events into the classes of lanes, in two passes so that nothing grows while it is filled.
type builder struct {
	lanes  int
	event  func(number int) (lane int, start, end int64)
	place  []int32 // of each event the number of its class among those of all lanes, -1 for none
	counts [][]int // of each worker, how many events of its share go to each class; then where it is to put them
	into   []*class
}

func (b *builder) tally(from, to int) []int {
	counts := make([]int, b.lanes*classes)
	for i := from; i < to; i++ {
		lane, start, end := b.event(i)
		if lane < 0 {
			b.place[i] = -1
			continue
		}
		at := lane*classes + Class(start, end)
		b.place[i] = int32(at)
		counts[at]++
	}
	return counts
}

// allocate makes the lanes with their classes, and of the workers' counts the places where each begins to fill.
func (b *builder) allocate() []*Lane {
	built := make([]*Lane, b.lanes)
	for i := range built {
		built[i] = new(Lane)
	}
	b.into = make([]*class, b.lanes*classes)
	for at := range b.into {
		total := 0
		for _, counts := range b.counts {
			counts[at], total = total, total+counts[at]
		}
		if total == 0 {
			continue
		}
		c := &class{order: at % classes, events: make([]int32, total), starts: make([]int64, total), ends: make([]int64, total)}
		lane := built[at/classes]
		lane.of[c.order], b.into[at] = c, c
		lane.count += total
	}
	return built
}

func (b *builder) fill(worker, from, to int) {
	next := b.counts[worker]
	for i := from; i < to; i++ {
		at := b.place[i]
		if at < 0 {
			continue
		}
		_, start, end := b.event(i)
		c, n := b.into[at], next[at]
		c.events[n], c.starts[n], c.ends[n] = int32(i), start, end
		next[at]++
	}
}

// finish makes of a lane's events all that is asked of it.
func (l *Lane) finish() {
	for c := range l.up(0, classes-1) {
		c.sort()
	}
	l.giveRows()
	l.grid = newGrid(l)
}

// atOnce runs work for each number below n at the same time.
func atOnce(n int, work func(i int)) {
	var all parallel.Group
	for i := range n {
		all.Go(func() { work(i) })
	}
	all.Wait()
}

// parallelEach runs work on each element, so many at a time.
func parallelEach[T any](workers int, list []T, work func(T)) {
	queue := make(chan T, len(list))
	for _, element := range list {
		queue <- element
	}
	close(queue)
	atOnce(workers, func(int) {
		for element := range queue {
			work(element)
		}
	})
}
