package timeindex

import (
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// random returns events in time order: bursts, moments of all lengths, long ones, some at the ends of all time.
func random(r *rand.Rand, count int) []Event {
	events := make([]Event, count)
	span := int64(1) << (4 + r.IntN(58))
	for i := range events {
		start := r.Int64N(span) - span/2
		if i > 0 && r.IntN(3) == 0 {
			start = events[r.IntN(i)].Start
		}
		length := int64(1) << r.IntN(62)
		length = 1 + r.Int64N(length)
		if length > span {
			length = 1 + r.Int64N(span)
		}
		events[i] = Event{Start: start, End: plus(start, uint64(length))}
	}
	slices.SortFunc(events, func(a, b Event) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) })
	for i := range events {
		events[i].Number = int32(i)
		if r.IntN(20) == 0 { // begins before what its place says, as what has no known start
			events[i].Start = -span / 2
		}
	}
	return events
}

func lane(events []Event) *Lane {
	return Build(1, len(events), func(i int) (int, int64, int64) { return 0, events[i].Start, events[i].End })[0]
}

func each(t *testing.T, check func(t *testing.T, r *rand.Rand, events []Event, l *Lane)) {
	t.Helper()
	for seed := range uint64(60) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			r := rand.New(rand.NewPCG(seed, 7))
			events := random(r, 1+r.IntN(400))
			check(t, r, events, lane(events))
		})
	}
}

func TestClass(t *testing.T) {
	for _, c := range []struct {
		start, end int64
		want       int
	}{
		{0, 1, 0}, {0, 2, 1}, {0, 3, 2}, {0, 4, 2}, {5, 10, 3}, {0, 86400, 17}, {math.MinInt64, math.MaxInt64, 64},
	} {
		if got := Class(c.start, c.end); got != c.want {
			t.Errorf("%d to %d: class %d, want %d", c.start, c.end, got, c.want)
		}
	}
}

// Buckets and bins hold what begins in them and is no longer than a bucket, at every level.
func TestLane_Count(t *testing.T) {
	each(t, func(t *testing.T, r *rand.Rand, events []Event, l *Lane) {
		for level := range 62 {
			first := BucketOf(events[r.IntN(len(events))].Start, level) - int64(r.IntN(4))
			counts, bins := make([]int, 7), make([]uint32, 7*Bins)
			l.Count(level, first, counts, bins)
			for i := range counts {
				bucket := first + int64(i)
				var in []int
				spread := make([]uint32, Bins)
				for _, e := range events {
					if BucketOf(e.Start, level) == bucket && Class(e.Start, e.End) <= level {
						in = append(in, int(e.Number))
						spread[(e.Start-Edge(bucket, level))<<max(BinBits-level, 0)>>max(level-BinBits, 0)]++
					}
				}
				slices.SortStableFunc(in, func(a, b int) int { return cmp.Compare(events[a].Start, events[b].Start) })
				if counts[i] != len(in) || !slices.Equal(bins[i*Bins:(i+1)*Bins], spread) {
					t.Errorf("level %d, bucket %d: %d %v, want %d %v", level, bucket, counts[i], bins[i*Bins:(i+1)*Bins], len(in), spread)
				}
				if got := slices.Collect(l.In(level, bucket)); !slices.Equal(got, in) {
					t.Errorf("level %d, bucket %d: holds %v, want %v", level, bucket, got, in)
				}
				checkEnds(t, l, level, bucket, events, in)
				for _, n := range spread {
					if n > l.Most(level) {
						t.Errorf("level %d: a bin of %d, most is %d", level, n, l.Most(level))
					}
				}
			}
		}
	})
}

func checkEnds(t *testing.T, l *Lane, level int, bucket int64, events []Event, in []int) {
	t.Helper()
	if len(in) == 0 {
		if got := l.First(level, bucket); got != -1 {
			t.Errorf("the first of none is %d", got)
		}
		return
	}
	first, last := int64(math.MaxInt64), int64(math.MinInt64)
	for _, e := range in {
		first, last = min(first, events[e].Start), max(last, events[e].Start)
	}
	from, to := l.Starts(level, bucket)
	if l.First(level, bucket) != in[0] || from != first || to != last {
		t.Errorf("first %d, starts %d to %d; want %d, %d to %d", l.First(level, bucket), from, to, in[0], first, last)
	}
}

// At any level and anywhere, an event that is no longer than a bucket is in one bucket, a longer one is under way; what
// is drawn singly is so wherever it is looked at, and nothing else is in its row at that time.
func TestLane_Long(t *testing.T) {
	each(t, func(t *testing.T, r *rand.Rand, events []Event, l *Lane) {
		for range 40 {
			level, rows := r.IntN(62), 1+r.IntN(Rows)
			e := events[r.IntN(len(events))]
			from := minus(e.Start, uint64(r.Int64N(1<<level+1)))
			to := plus(e.End, uint64(r.Int64N(1<<level+1)))
			under := 0
			for _, e := range events {
				if Class(e.Start, e.End) > level && e.Start < to && e.End > from {
					under++
				}
			}
			if got := l.UnderWay(level, from, to); got != under {
				t.Errorf("level %d: %d under way, want %d", level, got, under)
			}
			checkLong(t, l, level, rows, from, to, events)
		}
	})
}

func checkLong(t *testing.T, l *Lane, level, rows int, from, to int64, events []Event) {
	t.Helper()
	shown := l.Long(nil, level, rows, from, to)
	at := make(map[int]int)
	for i, a := range shown {
		e := events[a.Event]
		if a.Start != e.Start || a.End != e.End || Class(a.Start, a.End) <= level || a.Start >= to || a.End <= from {
			t.Errorf("level %d, %d to %d: %+v", level, from, to, a)
		}
		if _, twice := at[a.Event]; twice {
			t.Errorf("%+v twice", a)
		}
		at[a.Event] = a.Row
		for _, b := range shown[:i] {
			if a.Row == b.Row && a.Start < b.End && b.Start < a.End {
				t.Errorf("level %d: %+v and %+v are in one row", level, a, b)
			}
		}
	}
	for _, e := range events {
		if Class(e.Start, e.End) <= level || e.Start >= to || e.End <= from {
			continue
		}
		row, ok := at[int(e.Number)]
		if want := l.RowOf(level, e); want >= 0 && want < rows != ok || ok && row != want {
			t.Errorf("level %d, %d rows: %+v in row %d %v, RowOf %d", level, rows, e, row, ok, want)
		}
	}
}

// An event keeps its row at every level at which it is drawn.
func TestLane_RowOf_stays(t *testing.T) {
	each(t, func(t *testing.T, _ *rand.Rand, events []Event, l *Lane) {
		shown := 0
		for _, e := range events {
			row := -1
			for level := range Class(e.Start, e.End) {
				if now := l.RowOf(level, e); now >= 0 && row >= 0 && now != row {
					t.Errorf("%+v goes from row %d to %d", e, row, now)
				} else if now >= 0 {
					row = now
				}
			}
			if row >= 0 {
				shown++
			}
		}
		if shown == 0 && Class(events[0].Start, events[0].End) > 0 {
			t.Error("no event is ever drawn singly")
		}
	})
}

func TestLane_Neighbours(t *testing.T) {
	each(t, func(t *testing.T, r *rand.Rand, events []Event, l *Lane) {
		for range 50 {
			e := events[r.IntN(len(events))]
			at := e.Start + r.Int64N(5) - 2
			near, ended, next := uint64(math.MaxUint64), int64(math.MinInt64), int64(math.MaxInt64)
			for _, e := range events {
				near = min(near, distance(e.Start, at))
				if e.End <= at {
					ended = max(ended, e.End)
				}
				if e.Start >= at {
					next = min(next, e.Start)
				}
			}
			if got := l.Near(at); distance(events[got].Start, at) != near {
				t.Errorf("near %d: %+v, %d away, want %d", at, events[got], distance(events[got].Start, at), near)
			}
			if got := l.Before(at); got < 0 != (ended == math.MinInt64) || got >= 0 && events[got].End != ended {
				t.Errorf("before %d: %d, want what ends at %d", at, got, ended)
			}
			if got := l.After(at); got < 0 != (next == math.MaxInt64) || got >= 0 && events[got].Start != next {
				t.Errorf("after %d: %d, want what starts at %d", at, got, next)
			}
		}
		all := l.All()
		if l.Len() != len(events) || len(all) != len(events) || !slices.IsSorted(all) {
			t.Errorf("%d of %d events", len(all), len(events))
		}
	})
}

// Built by several goroutines, the lanes are what each is when built alone.
func TestBuild(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	events := random(r, 3*minShare)
	in := make([]int, len(events))
	var apart [3][]Event
	for i, e := range events {
		in[i] = r.IntN(4) - 1
		if in[i] >= 0 {
			apart[in[i]] = append(apart[in[i]], e)
		}
	}
	lanes := Build(3, len(events), func(i int) (int, int64, int64) { return in[i], events[i].Start, events[i].End })
	for i, l := range lanes {
		var numbers []int32
		for _, e := range apart[i] {
			numbers = append(numbers, e.Number)
		}
		if !slices.Equal(l.All(), numbers) {
			t.Errorf("lane %d has %d events, want %d", i, l.Len(), len(numbers))
		}
	}
}

func TestLane_Empty(t *testing.T) {
	l := lane(nil)
	counts, bins := []int{9}, make([]uint32, Bins)
	l.Count(10, 0, counts, bins)
	if counts[0] != 0 || l.Len() != 0 || len(l.All()) != 0 || l.Near(0) != -1 || l.Before(0) != -1 || l.After(0) != -1 ||
		l.First(3, 0) != -1 || l.Most(5) != 0 || l.UnderWay(3, 0, 100) != 0 || len(l.Long(nil, 3, 4, 0, 100)) != 0 {
		t.Error("an empty lane has something")
	}
}

// A lane of few events that start together is counted at every level, however
// long they are.
func TestLane_Count_Few(t *testing.T) {
	for length := int64(1); length < 1<<40; length = length*3 + 1 {
		const start = 1_447_445_760
		l := Build(1, 2, func(int) (int, int64, int64) { return 0, start, start + length })[0]
		for level := range 50 {
			var counts [1]int
			var bins [Bins]uint32
			bucket := BucketOf(start, level)
			l.Count(level, bucket, counts[:], bins[:])
			want := 0
			for range l.In(level, bucket) {
				want++
			}
			if counts[0] != want {
				t.Errorf("length %d, level %d: counted %d, there are %d", length, level, counts[0], want)
			}
		}
	}
}
