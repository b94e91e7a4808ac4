package watch

import (
	"errors"
	"io/fs"
	"path/filepath"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
)

// deaf returns means whose system tells of nothing that happens, and the last
// watcher it was told by.
func deaf(t *testing.T) (means, *atomic.Pointer[fsnotify.Watcher]) {
	t.Helper()
	elsewhere := t.TempDir()
	var last atomic.Pointer[fsnotify.Watcher]
	m := listening()
	m.notify = func([]step) (*fsnotify.Watcher, error) {
		source, err := fsnotify.NewWatcher()
		if err == nil {
			err = source.Add(elsewhere)
		}
		last.Store(source)
		return source, err
	}
	return m, &last
}

// On a network file system the system tells of some changes at most.
func TestFile_Remote(t *testing.T) {
	root, path := changing{}.stage(t)
	m, _ := deaf(t)
	m.poll = 20 * time.Millisecond
	m.remote = func(folder string) bool { return folder == filepath.Join(root, "case") }
	r := watched(t, path, m)
	if err := r.watch.Polling(); err == nil || !strings.Contains(err.Error(), "every 2 seconds") || !errors.Is(err, errRemote) {
		t.Errorf("polling: %v", err)
	}
	replace(t, path, "two")
	r.wants(1, "two")
}

// Of lost events it is known only that there were some.
func TestFile_Overflow(t *testing.T) {
	_, path := changing{}.stage(t)
	m, last := deaf(t)
	r := watched(t, path, m)
	replace(t, path, "two")
	source := last.Load()
	source.Errors <- fsnotify.ErrEventOverflow
	r.until("it is told", func() bool { return r.changed == 1 && r.content == "two" })
	if last.Load() != source {
		t.Error("a new watcher is made where the old one goes on")
	}
}

// What ends or breaks is made anew, and nothing that happened meanwhile is missed.
func TestFile_SourceBreaks(t *testing.T) {
	for name, end := range map[string]func(*fsnotify.Watcher){
		"an error": func(source *fsnotify.Watcher) { source.Errors <- errors.New("trouble") },
		"the end":  func(source *fsnotify.Watcher) { source.Close() },
	} {
		t.Run(name, func(t *testing.T) {
			_, path := changing{}.stage(t)
			m, last := deaf(t)
			deafen := m.notify
			first := true
			m.notify = func(way []step) (*fsnotify.Watcher, error) {
				if first {
					first = false
					return deafen(way)
				}
				return notify(way)
			}
			r := watched(t, path, m)
			replace(t, path, "two")
			end(last.Load())
			r.wants(1, "two")
			replace(t, path, "three")
			r.wants(2, "three")
		})
	}
}

// Where there are no more watches to be had, the file is polled until there are.
func TestFile_NoWatchesLeft(t *testing.T) {
	_, path := changing{}.stage(t)
	m := listening()
	m.poll = 20 * time.Millisecond
	var none atomic.Bool
	none.Store(true)
	m.notify = func(way []step) (*fsnotify.Watcher, error) {
		if none.Load() {
			return nil, syscall.ENOSPC
		}
		return notify(way)
	}
	r := watched(t, path, m)
	if err := r.watch.Polling(); !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("polling: %v", err)
	}
	replace(t, path, "two")
	r.wants(1, "two")
	none.Store(false)
	replace(t, path, "three")
	r.wants(2, "three")
	if err := r.watch.Polling(); err != nil {
		t.Errorf("polling: %v", err)
	}
}

// A way that cannot be followed because it is another each time is polled.
func TestFile_WayGoesOnChanging(t *testing.T) {
	_, path := changing{}.stage(t)
	m := listening()
	m.poll = 20 * time.Millisecond
	m.notify = func([]step) (*fsnotify.Watcher, error) { return nil, fs.ErrNotExist }
	r := watched(t, path, m)
	if r.watch.Polling() == nil {
		t.Error("it is not polled")
	}
	replace(t, path, "two")
	r.wants(1, "two")
}
