package watch

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"time"

	"github.com/fsnotify/fsnotify"
)

// means are what a watcher works with. Tests give it others.
type means struct {
	notify            func(way []step) (*fsnotify.Watcher, error)
	remote            func(folder string) bool
	quiet, most, poll time.Duration
	looked            func(changed, waits bool) // called after each look, before changed; nil: not at all
}

// watcher watches a file, in one goroutine.
type watcher struct {
	means
	watch   *Watch
	path    string // absolute
	changed func()

	way    []step            // to the file
	heeded map[string]bool   // the paths of what is on it
	source *fsnotify.Watcher // nil while the system does not tell of events
	stale  bool              // it may have lost a folder that was moved away
	polls  bool              // the file is looked at again and again

	rest   rest
	timer  *time.Timer  // runs out when the events have come to rest
	ticker *time.Ticker // ticks while the watcher polls
	sure   bool         // one of the events was not just of attributes
	seen   glimpse
}

func newWatcher(path string, changed func(), m means) *watcher {
	w := &watcher{
		means: m, watch: &Watch{done: make(chan struct{})}, path: path, changed: changed,
		rest: rest{quiet: m.quiet, most: m.most}, timer: time.NewTimer(time.Hour), ticker: time.NewTicker(m.poll),
	}
	w.timer.Stop()
	w.ticker.Stop()
	return w
}

// run watches until the context ends.
func (w *watcher) run(ctx context.Context) {
	defer close(w.watch.done)
	defer w.close()
	defer w.timer.Stop()
	defer w.ticker.Stop()
	for {
		events, errs := w.told()
		select {
		case <-ctx.Done():
			return
		case event, open := <-events:
			w.hear(event, open)
		case err := <-errs:
			w.fail(err)
		case <-w.ticker.C:
			w.check()
		case <-w.timer.C:
			w.look(ctx)
		}
	}
}

// check looks at the file from outside.
func (w *watcher) check() {
	if !w.rest.broken() && !w.seen.stands(w.path) {
		w.stir(false)
	}
}

// told returns what the system tells by, nil where it does not.
func (w *watcher) told() (<-chan fsnotify.Event, <-chan error) {
	if w.source == nil {
		return nil, nil
	}
	return w.source.Events, w.source.Errors
}

// close has the system tell no more.
func (w *watcher) close() {
	if w.source != nil {
		w.source.Close()
		w.source = nil
	}
}

// hear takes an event, or that there will be none any more.
func (w *watcher) hear(event fsnotify.Event, open bool) {
	switch {
	case !open:
		w.fail(nil)
	case w.heeded[filepath.Clean(event.Name)]: // in the root they begin with two slashes
		w.stale = w.stale || event.Has(fsnotify.Remove) || event.Has(fsnotify.Rename)
		w.stir(event.Op != fsnotify.Chmod)
	}
}

// fail takes that events are lost: some, or all that are to come.
func (w *watcher) fail(err error) {
	if !errors.Is(err, fsnotify.ErrEventOverflow) {
		w.close()
	}
	w.stir(true)
}

// stir looks at the file when the events have come to rest.
func (w *watcher) stir(sure bool) {
	w.sure = w.sure || sure
	w.timer.Reset(w.rest.stir(time.Now()))
}

// look tells if the file is not what it was.
func (w *watcher) look(ctx context.Context) {
	w.follow()
	now, changed := w.seen.again(w.path, w.sure)
	wait := w.rest.left(time.Now())
	waits := changed && now.info == nil && wait > 0 // it may be about to be made again
	if w.looked != nil {
		w.looked(changed, waits)
	}
	if waits {
		w.timer.Reset(wait)
		return
	}
	w.rest.end()
	w.seen, w.sure = now, false
	if changed && ctx.Err() == nil {
		w.changed()
	}
}

// mostFollowed is how often the way to the file may change while it is followed.
const mostFollowed = 8

// follow has the system tell of what happens on the way to the file, which may
// not be the one that it was. After it the file is to be looked at.
func (w *watcher) follow() {
	for range mostFollowed {
		way := wayTo(w.path)
		if w.source != nil && !w.stale && sameWay(way, w.way) {
			return
		}
		w.close()
		w.stale = false
		source, err := w.notify(way)
		if errors.Is(err, fs.ErrNotExist) {
			continue // something has just been removed
		}
		w.way, w.source = way, source
		w.heeded = make(map[string]bool, len(way))
		for _, s := range way {
			w.heeded[s.path()] = true
		}
		if w.pollFor(w.reason(err)); err != nil {
			return
		}
	}
	w.pollFor(errors.New("the folders on the way to it do not come to rest"))
}

// reason returns why the watcher has to poll, nil where it has not.
func (w *watcher) reason(err error) error {
	if err != nil {
		return err
	}
	for _, s := range w.way {
		if !s.passed && w.remote(s.folder) {
			return errRemote
		}
	}
	return nil
}

var errRemote = errors.New("it is on a network file system, which does not tell of what others write")

// pollFor makes the watcher poll for a reason, or, for nil, not any more.
func (w *watcher) pollFor(reason error) {
	w.watch.setPolling(reason)
	if polls := reason != nil; polls != w.polls {
		w.polls = polls
		w.ticker.Stop()
		if polls {
			w.ticker.Reset(w.poll)
		}
	}
}
