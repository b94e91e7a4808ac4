package app

import (
	"context"
	"path/filepath"
	"runtime/debug"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"

	"dateline/data"
	"dateline/data/exchange"
	"dateline/widgets"
)

// opening is a dataset that is being read in the background.
type opening struct {
	name   string // of the file, for people
	path   string // of the file, "" for none
	ctx    context.Context
	cancel context.CancelFunc
	share  atomic.Int64  // of the file that is read, in 1/1024
	done   chan struct{} // closed when the rest is set
	loaded *exchange.Loaded
	all    *data.Selection
	notice widgets.NoticeState // what is said of how it was read
	file   *openFile           // nil for what is not in a file of its own
	err    error
}

// reader returns a dataset, says how many bytes of how many it has read, and
// gives up when the context ends.
type reader func(ctx context.Context, progress func(done, total int64)) (*exchange.Loaded, error)

// readFile reads a file of any format. The columns of a table are those that
// were chosen for it; the error is [errColumns] where none were.
func readFile(path string, chosen columnChoices) reader {
	return func(ctx context.Context, progress func(done, total int64)) (*exchange.Loaded, error) {
		return exchange.Load(ctx, path, exchange.Options{Progress: progress, Columns: chosen.find})
	}
}

// open begins to read a file, and to watch it; it may be called before there is
// a window.
func open(path string, chosen columnChoices) *opening {
	o := newOpening(filepath.Base(path))
	o.path = path
	go o.read(func(ctx context.Context, progress func(done, total int64)) (*exchange.Loaded, error) {
		o.file = watchFile(path) // first: what changes while it is read is told
		return readFile(path, chosen)(ctx, progress)
	})
	return o
}

// openFrom begins to read a dataset that is not watched.
func openFrom(name string, from reader) *opening {
	o := newOpening(name)
	go o.read(from)
	return o
}

func newOpening(name string) *opening {
	o := &opening{name: name, done: make(chan struct{})}
	o.ctx, o.cancel = context.WithCancel(context.Background())
	return o
}

// read reads the dataset and selects all of it.
func (o *opening) read(from reader) {
	defer close(o.done)
	o.err = guarded("reading a dataset", func() (err error) {
		o.loaded, err = from(o.ctx, func(done, total int64) {
			if total > 0 {
				o.share.Store(done * 1024 / total)
			} else {
				o.share.Store(-1024)
			}
		})
		if err != nil {
			return err
		}
		o.all = o.loaded.Set.Select(data.Filter{})
		o.notice = imported(o.loaded)
		return nil
	})
	if o.err != nil {
		o.file.leave()
		return
	}
	go debug.FreeOSMemory() // reading a large file leaves more garbage than it leaves events
}

// shareRead returns how much of the file is read, 0 to 1, or less than 0 where
// that is not known.
func (o *opening) shareRead() float64 { return float64(o.share.Load()) / 1024 }

// load shows a dataset when it is read. Cancel, or another load, ends the
// reading.
func (w *window) load(o *opening, then func()) {
	if w.opening != nil {
		w.opening.cancel()
	}
	w.opening = o
	progress := w.progress("Opening "+briefly(o.name), o.shareRead, func() {
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
		o.file.leave()
		return
	}
	o.cancel() // frees the context
	if o.err != nil {
		w.neverEmpty()
		if !w.askedColumns(o, then) {
			w.fail(briefly(o.name)+" was not opened", o.err)
		}
		return
	}
	w.display(o.all)
	w.watchFor(o.file)
	w.table = o.loaded.Format.Tabular()
	w.tellImported(o)
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
