package app

import (
	"context"
	"runtime/debug"
	"sync"

	"fyne.io/fyne/v2"

	"dateline/data"
	"dateline/data/find"
	"dateline/data/search"
)

// seeker looks for events in the background.
type seeker struct {
	finder *find.Finder
	busy   sync.Mutex // held while something is looked for: what is overtaken ends before the next begins
	asked  question
	step   int // hits to go on by once there is an answer

	stopSeeking, stopIndexing context.CancelFunc
}

// stop lets go of all that is under way.
func (k *seeker) stop() {
	for _, stop := range []context.CancelFunc{k.stopSeeking, k.stopIndexing} {
		if stop != nil {
			stop()
		}
	}
}

// look returns the answer to a question, and false if it is no longer wanted.
func (k *seeker) look(ctx context.Context, finder *find.Finder, q question) (answer, bool) {
	k.busy.Lock()
	defer k.busy.Unlock()
	found, err := finder.Find(ctx, search.Parse(q.text))
	if err != nil {
		return answer{}, false
	}
	return answer{q, q.within.Narrow(found.Events), found.Count}, ctx.Err() == nil
}

// follow looks in the background for what the state asks for, unless that is under
// way. What was asked before is no longer wanted.
func (w *window) follow() {
	k, q := &w.seeker, w.state.question()
	if q == k.asked {
		return
	}
	if q.text != k.asked.text {
		k.step = 0
	}
	if k.asked = q; k.stopSeeking != nil {
		k.stopSeeking()
	}
	if q == (question{}) {
		return
	}
	ctx, stop := context.WithCancel(context.Background())
	k.stopSeeking = stop
	finder := k.finder
	w.background("searching", func() {
		if a, ok := k.look(ctx, finder, q); ok {
			w.tell(ctx, a)
		}
	})
}

// tell crosses to the screen with an answer, unless it is no longer wanted.
func (w *window) tell(ctx context.Context, a answer) {
	fyne.Do(func() {
		if ctx.Err() != nil {
			return
		}
		w.state.answered(a)
		if by := w.seeker.step; by != 0 && !w.state.pending() {
			w.seeker.step = 0
			w.nextHit(by)
		}
	})
}

// index makes another dataset the one that is searched. Its index is made in the
// background as soon as the program has started.
func (w *window) index(set *data.Set) {
	w.seeker.stop()
	finder := find.New(set)
	ctx, stop := context.WithCancel(context.Background())
	w.seeker.finder, w.seeker.stopIndexing = finder, stop
	w.later(func() { w.background("indexing", func() { w.makeIndex(ctx, finder) }) })
}

func (w *window) makeIndex(ctx context.Context, finder *find.Finder) {
	err := finder.Index(ctx, func(share float64) { w.tellIndexed(ctx, indexing{share: share}) })
	debug.FreeOSMemory() // what reading and indexing have needed for a while, which is more than what is left of it
	w.tellIndexed(ctx, indexing{share: 1, whole: err == nil, err: err})
}

// tellIndexed crosses to the screen with how far the index is.
func (w *window) tellIndexed(ctx context.Context, now indexing) {
	fyne.Do(func() {
		if ctx.Err() == nil {
			w.state.indexed(now)
		}
	})
}
