package app

import (
	"context"
	"path/filepath"
	"runtime/debug"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"

	"dateline/data"
)

// opening is a dataset that is being read in the background.
type opening struct {
	name   string // of the file, for people
	ctx    context.Context
	cancel context.CancelFunc
	share  atomic.Uint64 // of the file that is read, in 1/1024
	done   chan struct{} // closed when the rest is set
	all    *data.Selection
	err    error
}

// reader returns a dataset, says how many bytes of how many it has read, and
// gives up when the context ends.
type reader func(ctx context.Context, progress func(done, total int64)) (*data.Set, error)

// readFile reads a dataset file.
func readFile(path string) reader {
	return func(ctx context.Context, progress func(done, total int64)) (*data.Set, error) {
		return data.LoadContext(ctx, path, progress)
	}
}

// open begins to read a file; it may be called before there is a window.
func open(path string) *opening { return openFrom(filepath.Base(path), readFile(path)) }

func openFrom(name string, from reader) *opening {
	o := &opening{name: name, done: make(chan struct{})}
	o.ctx, o.cancel = context.WithCancel(context.Background())
	go o.read(from)
	return o
}

// read reads the dataset and selects all of it.
func (o *opening) read(from reader) {
	defer close(o.done)
	set, err := from(o.ctx, func(done, total int64) {
		if total > 0 {
			o.share.Store(uint64(done * 1024 / total))
		}
	})
	if err != nil {
		o.err = err
		return
	}
	o.all = set.Select(data.Filter{})
	go debug.FreeOSMemory() // reading a large file leaves more garbage than it leaves events
}

// shareRead returns how much of the file is read, 0 to 1.
func (o *opening) shareRead() float64 { return float64(o.share.Load()) / 1024 }

// load shows a dataset when it is read. Cancel, or another load, ends the
// reading.
func (w *window) load(o *opening, then func()) {
	if w.opening != nil {
		w.opening.cancel()
	}
	w.opening = o
	progress := w.progress("Opening "+o.name, o.shareRead, func() {
		o.cancel()
		w.neverEmpty()
	})
	go func() {
		<-o.done
		fyne.Do(func() { w.arrived(o, progress, then) })
	}()
}

// arrived takes up what was read, unless it was given up.
func (w *window) arrived(o *opening, progress, then func()) {
	progress()
	if w.opening == o {
		w.opening = nil
	}
	if o.ctx.Err() != nil {
		return
	}
	o.cancel() // frees the context
	if o.err != nil {
		w.neverEmpty()
		w.fail(o.name+" was not opened", o.err)
		return
	}
	w.display(o.all)
	if then != nil {
		then()
	}
}

// progressEvery is how often a progress bar moves.
const progressEvery = 100 * time.Millisecond

// follow moves a progress bar until the work is over. The function returned ends
// that.
func follow(share func() float64, set func(share float64)) (end func()) {
	over := make(chan struct{})
	go func() {
		tick := time.NewTicker(progressEvery)
		defer tick.Stop()
		for {
			select {
			case <-over:
				return
			case <-tick.C:
				fyne.Do(func() { set(share()) })
			}
		}
	}()
	return func() { close(over) }
}
