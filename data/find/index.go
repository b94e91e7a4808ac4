package find

import (
	"context"
	"runtime"
	"sync/atomic"

	"dateline/data"
	"dateline/data/parallel"
	"dateline/data/search"
)

// Index makes an index on all cores: of the titles, which are at hand and take a moment, then of all texts. It gives
// way to whoever looks for something. Progress is called with the share of all texts that is done, from 0 to 1, about a
// hundred times and from any goroutine. The error is the cause of the end of ctx, or says what could not be read; then
// only titles are looked at.
func (f *Finder) Index(ctx context.Context, progress func(share float64)) error {
	w := &writer{finder: f, builders: make([]search.Builder, parallel.Count()), progress: func(float64) {}}
	if err := w.write(ctx, titles, w.addTitles); err != nil {
		return err
	}
	w.progress = progress
	return w.write(ctx, allTexts, w.addTexts)
}

// Size returns how many bytes the index takes in memory.
func (f *Finder) Size() int {
	f.turn.RLock()
	defer f.turn.RUnlock()
	size := 0
	for _, s := range f.index {
		size += s.Size()
	}
	return size
}

// writer makes an index. The documents of its segments are the events in the order of the file.
type writer struct {
	finder   *Finder
	builders []search.Builder // of each worker
	done     atomic.Int64     // documents
	progress func(share float64)
}

// adder adds the events that have the numbers from up to, not including, to in the file.
type adder func(ctx context.Context, b *search.Builder, from, to int) error

// write makes an index of texts and gives it to the finder.
func (w *writer) write(ctx context.Context, of texts, add adder) error {
	f := w.finder
	count := f.set.Events.Len()
	segments := make([]*search.Segment, (count+f.size-1)/f.size)
	w.done.Store(0)
	err := parallel.Share(ctx, len(segments), func(worker, part int) error {
		b := &w.builders[worker]
		b.Reset()
		if err := add(ctx, b, part*f.size, min((part+1)*f.size, count)); err != nil {
			return err
		}
		segments[part] = b.Build()
		return nil
	})
	if err != nil {
		return err
	}
	f.turn.Lock()
	defer f.turn.Unlock()
	f.index, f.of = segments, of
	return nil
}

func (w *writer) addTitles(ctx context.Context, b *search.Builder, from, to int) error {
	events := &w.finder.set.Events
	for number := from; number < to && ctx.Err() == nil; number++ {
		b.AddString(events.Title(events.InFile(number)))
		w.end(b)
	}
	return context.Cause(ctx)
}

func (w *writer) addTexts(ctx context.Context, b *search.Builder, from, to int) error {
	return read(ctx, w.finder.set, from, to, func(_ int, texts *data.Texts) {
		eachText(texts, b.AddText)
		w.end(b)
	})
}

// breath is after how many events a worker lets others do something: the window draws in between.
const breath = 32

// end ends a document. Now and then it waits while somebody looks for something, and tells of each percent that is
// done.
func (w *writer) end(b *search.Builder) {
	b.EndDocument()
	if b.Len()%breath != 0 {
		return
	}
	w.finder.turn.RLock()
	done := int(w.done.Add(breath))
	w.finder.turn.RUnlock()
	runtime.Gosched()
	count := w.finder.set.Events.Len()
	if percent := 100 * done / count; percent != 100*(done-breath)/count {
		w.progress(float64(percent) / 100)
	}
}
