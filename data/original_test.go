package data

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"dateline/data/sample"
)

// largeFile returns the path of a file that is not kept in memory.
func largeFile(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "large.json")
	var content bytes.Buffer
	content.WriteString(byteOrderMark)
	if err := sample.Write(t.Context(), &content, mostKept/500, 1); err != nil {
		t.Fatal(err)
	}
	if content.Len() <= mostKept {
		t.Fatalf("only %d bytes", content.Len())
	}
	if err := os.WriteFile(path, content.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func loaded(t *testing.T, path string) *Set {
	t.Helper()
	set, err := Load(path)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// A large file says the same as its content in memory.
func TestLoad_Large(t *testing.T) {
	path := largeFile(t)
	set := loaded(t, path)
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	want := mustParse(t, content)
	if set.Events.Len() != want.Events.Len() || set.Path != path {
		t.Fatalf("%d events of %q", set.Events.Len(), set.Path)
	}
	last := timeKey{}
	for i := range set.Events.Len() {
		earliest, latest := set.Events.Bounds(i)
		key := newTimeKeys([]record{{earliest: earliest, latest: latest}})[0]
		if set.Events.ID(i) != want.Events.ID(i) || i > 0 && last.compare(key) > 0 {
			t.Fatalf("event %d is %s", i, set.Events.ID(i))
		}
		last = key
	}
	var reading sync.WaitGroup
	for part := range 3 {
		reading.Go(func() {
			for i := part; i < set.Events.Len(); i += 97 {
				checkColumns(t, set, i)
			}
		})
	}
	reading.Wait()
}

// A small file is not needed any more once it is loaded.
func TestLoad_SmallIsKept(t *testing.T) {
	path := filepath.Join(t.TempDir(), "small.json")
	if err := os.WriteFile(path, generated(3), 0o600); err != nil {
		t.Fatal(err)
	}
	set := loaded(t, path)
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if events := eventsOf(t, set); len(events) != 3 {
		t.Errorf("got %+v", events)
	}
}

// grow makes a file longer.
func grow(path string) error {
	file, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = file.WriteString(" ")
	return errors.Join(err, file.Close())
}

func TestEvents_FileChanged(t *testing.T) {
	changes := map[string]func(path string) error{
		"longer":  grow,
		"touched": func(path string) error { return os.Chtimes(path, time.Time{}, time.Now().Add(time.Hour)) },
		"gone":    os.Remove,
		"empty":   func(path string) error { return os.Truncate(path, 0) },
		"another": func(path string) error {
			other := path + ".new"
			return errors.Join(os.WriteFile(other, generated(1), 0o600), os.Rename(other, path))
		},
	}
	for name, change := range changes {
		t.Run(name, func(t *testing.T) {
			path := largeFile(t)
			set := loaded(t, path)
			checkColumns(t, set, 1)
			if err := change(path); err != nil {
				t.Fatal(err)
			}
			if _, err := set.Events.At(1); !errors.Is(err, ErrChanged) {
				t.Errorf("At: %v", err)
			}
			if _, err := set.EventJSON(1); !errors.Is(err, ErrChanged) {
				t.Errorf("EventJSON: %v", err)
			}
			err := set.Events.EachText(t.Context(), 0, set.Events.Len(), func(int, *Texts) bool { return true })
			if !errors.Is(err, ErrChanged) {
				t.Errorf("EachText: %v", err)
			}
			if set.Events.Title(1) == "" || set.Events.Date(1).IsZero() {
				t.Error("what is kept is gone")
			}
		})
	}
}

// Another event in the place of one is noticed even where the file looks as before.
func TestEvents_OtherContent(t *testing.T) {
	for _, replacement := range []string{`"id": "a"`, `"id": "eve", "x": 0`, `"id": eve`, `"id":"\ud83d"`, `{{[[`} {
		set := mustParse(t, []byte(minimal))
		changed := strings.Replace(minimal, `"id": "sooner"`, replacement, 1)
		changed += strings.Repeat(" ", max(len(minimal)-len(changed), 0))
		set.Events.from = inMemory([]byte(changed))
		if event, err := set.Events.At(0); !errors.Is(err, ErrChanged) {
			t.Errorf("%s: At: %+v, %v", replacement, event, err)
		}
		read := 0
		err := set.Events.EachText(t.Context(), 0, 2, func(int, *Texts) bool { read++; return true })
		if !errors.Is(err, ErrChanged) || read > 1 {
			t.Errorf("%s: EachText: %v", replacement, err)
		}
	}
	// Names that are not those of the set.
	set := mustParse(t, []byte(minimal))
	set.Events.from = inMemory([]byte(strings.Replace(minimal, `["b", "a"]`, `["b", "c"]`, 1)))
	if event, err := set.Events.At(0); !errors.Is(err, ErrChanged) {
		t.Errorf("At: %+v, %v", event, err)
	}
}

func TestLoadContext_ChangedMeanwhile(t *testing.T) {
	for name, change := range map[string]func(path string) error{
		"longer": grow, "shorter": func(path string) error { return os.Truncate(path, mostKept/2) },
	} {
		path := largeFile(t)
		changed := false
		set, err := LoadContext(t.Context(), path, func(int64, int64) {
			if !changed {
				changed = true
				if err := change(path); err != nil {
					t.Error(err)
				}
			}
		})
		if set != nil || !errors.Is(err, ErrChanged) {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

func TestLoadContext_Progress(t *testing.T) {
	path := largeFile(t)
	last, calls, all := int64(0), int64(0), int64(0)
	_, err := LoadContext(t.Context(), path, func(done, total int64) {
		if done < last+progressStep && done != total || done > total {
			t.Errorf("%d of %d after %d", done, total, last)
		}
		last, all = done, total
		calls++
	})
	if err != nil || last != all || all < mostKept || calls < all/progressStep/2 {
		t.Errorf("the last of %d calls is %d of %d; %v", calls, last, all, err)
	}
}

// Whenever a load is cancelled, nothing of it goes on.
func TestLoadContext_Cancel(t *testing.T) {
	path := largeFile(t)
	before := runtime.NumGoroutine()
	for stop := range 20 {
		ctx, cancel := context.WithCancelCause(t.Context())
		calls := 0
		set, err := LoadContext(ctx, path, func(int64, int64) {
			if calls++; calls > stop {
				cancel(fmt.Errorf("stopped at %d", stop))
			}
		})
		if wanted := calls <= stop; (set != nil) != wanted || !wanted && !errors.Is(err, context.Canceled) {
			t.Errorf("cancelled at call %d: %v", stop, err)
		}
		cancel(nil)
	}
	for range 20 {
		ctx, cancel := context.WithTimeout(t.Context(), time.Duration(before)*time.Millisecond)
		if _, err := LoadContext(ctx, path, nil); err != nil && !errors.Is(err, context.DeadlineExceeded) {
			t.Error(err)
		}
		cancel()
		before++
	}
	before -= 20
	for wait := time.Now(); runtime.NumGoroutine() > before; time.Sleep(time.Millisecond) {
		if time.Since(wait) > 5*time.Second {
			t.Fatalf("%d goroutines, %d before", runtime.NumGoroutine(), before)
		}
	}
}
