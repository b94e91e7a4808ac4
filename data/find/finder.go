// Package find finds the events of a set that have certain words: at once in their titles, and in all their texts once
// an index of them is whole.
package find

import (
	"context"
	"math/bits"
	"sync"

	"dateline/data"
	"dateline/data/parallel"
	"dateline/data/search"
)

// Finder finds events of a set. It can be used by several goroutines; those that look for something come one after
// another, and before the one that makes the index.
type Finder struct {
	set   *data.Set
	size  int          // documents of a segment, a multiple of 64
	turn  sync.RWMutex // taken by whoever looks for something
	index []*search.Segment
	of    texts // that the index has
}

// texts are what an index is of.
type texts uint8

const (
	noTexts texts = iota
	titles
	allTexts
)

// New returns a finder that looks at titles only, until Index has made it an index.
func New(set *data.Set) *Finder { return &Finder{set: set, size: search.SegmentSize} }

// Found are events that have all words of a query.
type Found struct {
	Events []uint64 // a bitset: the event with index i in data.Set.Events is bit i%64 of Events[i/64]
	Count  int
	Whole  bool // all texts were looked at, not only titles
}

// Find returns the events that have all words of a query, all events for a query without words. If ctx ends before
// that is known, the error is its cause.
func (f *Finder) Find(ctx context.Context, q search.Query) (Found, error) {
	f.turn.Lock()
	defer f.turn.Unlock()
	look := f.lookUp
	if f.of == noTexts {
		look = f.lookThrough
	}
	found := Found{Events: make([]uint64, (f.set.Events.Len()+63)/64), Whole: f.of == allTexts}
	if err := look(ctx, q, found.Events); err != nil {
		return Found{}, err
	}
	for _, word := range found.Events {
		found.Count += bits.OnesCount64(word)
	}
	return found, nil
}

// chunk is how many events a goroutine looks at before it sees whether it is still wanted. It is a multiple of 64, so
// that no two goroutines write to the same word.
const chunk = 1 << 11

// lookThrough looks for a query in the titles of all events.
func (f *Finder) lookThrough(ctx context.Context, q search.Query, events []uint64) error {
	count := f.set.Events.Len()
	return parallel.Share(ctx, (count+chunk-1)/chunk, func(_, part int) error {
		for i := part * chunk; i < min((part+1)*chunk, count); i++ {
			if q.Matches(f.set.Events.Title(i)) {
				events[i/64] |= 1 << (i % 64)
			}
		}
		return nil
	})
}

// lookUp looks for a query in the index.
func (f *Finder) lookUp(ctx context.Context, q search.Query, events []uint64) error {
	documents := make([]uint64, len(events))
	err := parallel.Share(ctx, len(f.index), func(_, part int) error {
		from := part * f.size / 64
		f.index[part].Find(q, documents[from:from:len(documents)])
		return nil
	})
	if err == nil {
		inTime(f.set, documents, events)
	}
	return err
}
