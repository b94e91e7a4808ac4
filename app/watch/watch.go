// Package watch tells when what a file holds has changed, however it was
// written: in place, by a rename over it as most editors do, by being removed and
// made again, by a new target of a symbolic link, or with the folder around it.
package watch

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"sync"
	"time"
)

// When changes are told and looked for.
const (
	quiet = 150 * time.Millisecond // after the last event
	most  = time.Second            // after the first event, even if there are more; so long a file may be gone
	poll  = 2 * time.Second        // between two looks where the system does not tell of events
)

// Watch is a file that is watched. Its methods may be called by several
// goroutines.
type Watch struct {
	done    chan struct{}
	mutex   sync.Mutex
	polling error
}

// Done returns a channel that is closed when the watch has ended: its context has,
// changed is not called any more, and no goroutine is left.
func (w *Watch) Done() <-chan struct{} { return w.done }

// Polling returns nil while the system tells of changes, and otherwise why the
// file is looked at every two seconds. That can change with the folders on the
// way to the file.
func (w *Watch) Polling() error {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	return w.polling
}

func (w *Watch) setPolling(reason error) {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	w.polling = nil
	if reason != nil {
		w.polling = fmt.Errorf("changes of the file are looked for every %d seconds: %w", poll/time.Second, reason)
	}
}

// File watches what is at a path from now on until the context ends. It calls
// changed, in a goroutine of its own and never twice at a time, when that is
// different from what it was when File or changed was last called: other
// content, no file any more, or a file again. What only was touched, or written
// again as it was, is not told; of a file of 64 MB or more, whose content is not
// compared, it is. A file that is gone for less than a second is not told to be.
//
// Call File before the file is read, so that nothing is missed. It reads the
// file itself, which can take a tenth of a second. There need not be a file yet,
// nor a folder. The error is of a path that means nothing. What prevents the
// system from telling of changes is no error: then the file is looked at every
// two seconds, see [Watch.Polling]. So it is on network file systems, and on all
// systems but Linux.
func File(ctx context.Context, path string, changed func()) (*Watch, error) {
	return begin(ctx, path, changed, means{notify: notify, remote: remote, quiet: quiet, most: most, poll: poll})
}

func begin(ctx context.Context, path string, changed func(), m means) (*Watch, error) {
	if path == "" {
		return nil, errors.New("watch a file: it has no name")
	}
	full, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("watch %s: %w", path, err)
	}
	w := newWatcher(full, changed, m)
	w.follow() // before the look: what happens between the two is told
	w.seen = take(full)
	go w.run(ctx)
	return w.watch, nil
}
