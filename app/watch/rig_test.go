package watch

import (
	"context"
	"errors"
	"os"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
)

// patience is how long anything may take. It is spent only where a test fails.
const patience = 20 * time.Second

// rig is a file that is watched, with a count of what came of it.
type rig struct {
	t      *testing.T
	path   string
	watch  *Watch
	cancel context.CancelFunc

	mutex                sync.Mutex
	changed, same, waits int // looks
	content              string
	gone                 bool // at the last change
}

// listening has the system tell, and polling does not. They wait less than File
// does, but so long that one step of a test is one run of events.
func listening() means {
	return means{notify: notify, remote: remote, quiet: 100 * time.Millisecond, most: 5 * time.Second, poll: time.Hour}
}

func polling() means {
	m := listening()
	m.poll = 20 * time.Millisecond
	m.notify = func([]step) (*fsnotify.Watcher, error) { return nil, errors.New("out of order") }
	return m
}

// watched watches a path. What it holds is read at each change, as a program
// would.
func watched(t *testing.T, path string, m means) *rig {
	t.Helper()
	r := &rig{t: t, path: path}
	m.looked = func(changed, waits bool) {
		r.mutex.Lock()
		defer r.mutex.Unlock()
		switch {
		case waits:
			r.waits++
		case !changed:
			r.same++
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	r.cancel = cancel
	w, err := begin(ctx, path, r.note, m)
	if err != nil {
		cancel()
		t.Fatal(err)
	}
	r.watch = w
	t.Cleanup(r.end)
	return r
}

func (r *rig) note() {
	content, err := os.ReadFile(r.path)
	r.mutex.Lock()
	defer r.mutex.Unlock()
	r.changed++
	r.content, r.gone = string(content), err != nil
}

// end ends the watch and waits for it.
func (r *rig) end() {
	r.cancel()
	select {
	case <-r.watch.Done():
	case <-time.After(patience):
		r.t.Fatal("the watch goes on after its context has ended")
	}
}

// until waits until something is so.
func (r *rig) until(what string, so func() bool) {
	r.t.Helper()
	for deadline := time.Now().Add(patience); ; time.Sleep(2 * time.Millisecond) {
		r.mutex.Lock()
		yes := so()
		state := []any{r.changed, r.same, r.content, r.gone}
		r.mutex.Unlock()
		if yes {
			return
		}
		if time.Now().After(deadline) {
			r.t.Fatalf("waited in vain until %s; changes, other looks, content, gone: %q", what, state)
		}
	}
}

// wants waits until so many changes were told, the last of them with a content,
// and checks that no more come: touching the file is looked into and not told.
func (r *rig) wants(changes int, content string) {
	r.t.Helper()
	r.until("it holds "+content, func() bool { return r.changed >= changes && r.content == content && !r.gone })
	r.silent(func() { touch(r.t, r.path) })
	r.mutex.Lock()
	defer r.mutex.Unlock()
	if r.changed != changes {
		r.t.Errorf("%d changes are told, want %d", r.changed, changes)
	}
}

// silent does something that is looked into and must not be told.
func (r *rig) silent(do func()) {
	r.t.Helper()
	r.mutex.Lock()
	changed, same := r.changed, r.same
	r.mutex.Unlock()
	do()
	r.until("a look is taken", func() bool { return r.same > same || r.changed > changed })
	r.mutex.Lock()
	defer r.mutex.Unlock()
	if r.changed != changed {
		r.t.Errorf("told is what is no change: the file holds %q", r.content)
	}
}

func put(t *testing.T, path, content string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Error(err)
	}
}

func move(t *testing.T, from, to string) {
	t.Helper()
	if err := os.Rename(from, to); err != nil {
		t.Error(err)
	}
}

func remove(t *testing.T, path string) {
	t.Helper()
	if err := os.Remove(path); err != nil {
		t.Error(err)
	}
}

func folder(t *testing.T, path string) {
	t.Helper()
	if err := os.MkdirAll(path, 0o755); err != nil {
		t.Error(err)
	}
}

func link(t *testing.T, target, path string) {
	t.Helper()
	if err := os.Symlink(target, path); err != nil {
		t.Skip("no symbolic links here:", err)
	}
}

var touches atomic.Int64

// touch gives a file another time.
func touch(t *testing.T, path string) {
	t.Helper()
	when := time.Now().Add(-time.Hour + time.Duration(touches.Add(1))*time.Second)
	if err := os.Chtimes(path, when, when); err != nil {
		t.Error(err)
	}
}

// replace renames a file with a content over another.
func replace(t *testing.T, path, content string) {
	t.Helper()
	put(t, path+".part", content)
	move(t, path+".part", path)
}

// overwrite writes into a file, which is not emptied before.
func overwrite(t *testing.T, path, content string) {
	t.Helper()
	file, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		t.Error(err)
		return
	}
	defer file.Close()
	if _, err := file.WriteString(content); err != nil {
		t.Error(err)
	}
}
