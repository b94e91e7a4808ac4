package data

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"dateline/data/sample"
)

// writeFile returns the path of a file with content.
func writeFile(t *testing.T, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "file.json")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// A file that is too large to be kept says the same as its content in memory.
func TestLoad_Large(t *testing.T) {
	content := bytes.NewBufferString(byteOrderMark)
	if err := sample.Write(t.Context(), content, mostKept/500, 1); err != nil {
		t.Fatal(err)
	}
	if content.Len() <= mostKept {
		t.Fatalf("only %d bytes", content.Len())
	}
	path := writeFile(t, content.Bytes())
	set, err := Load(path)
	if err != nil || set.Path != path || set.Events.from.file == nil {
		t.Fatalf("%+v, %v", set, err)
	}
	want := mustParse(t, content.Bytes())
	for i := range max(want.Events.Len(), set.Events.Len()) {
		if set.Events.ID(i) != want.Events.ID(i) || set.Events.Title(i) != want.Events.Title(i) {
			t.Fatalf("event %d is %s", i, set.Events.ID(i))
		}
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
	path := writeFile(t, generated(3))
	set, err := Load(path)
	if err := errors.Join(err, os.Remove(path)); err != nil {
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
		"empty":   func(path string) error { return os.Truncate(path, 0) },
	}
	for name, change := range changes {
		t.Run(name, func(t *testing.T) {
			path := writeFile(t, generated(100))
			set, err := loadFile(t.Context(), path, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
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
			err = set.Events.EachText(t.Context(), 0, set.Events.Len(), func(int, *Texts) bool { return true })
			if !errors.Is(err, ErrChanged) {
				t.Errorf("EachText: %v", err)
			}
			if set.Events.Title(1) == "" || set.Events.Date(1).IsZero() {
				t.Error("what is kept is gone")
			}
		})
	}
}

// A file that has lost its name, as when an editor saves another in its place, can be read as it was.
func TestEvents_NameLost(t *testing.T) {
	for name, change := range map[string]func(path string) error{
		"gone": os.Remove,
		"another": func(path string) error {
			other := path + ".new"
			return errors.Join(os.WriteFile(other, generated(1), 0o600), os.Rename(other, path))
		},
	} {
		path := writeFile(t, generated(100))
		set, err := loadFile(t.Context(), path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		want, err := set.Events.At(1)
		if err != nil {
			t.Fatal(err)
		}
		if err := change(path); err != nil {
			t.Fatal(err)
		}
		if got, err := set.Events.At(1); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
		content, err := set.Content()
		if err != nil || string(content) != string(generated(100)) {
			t.Errorf("%s: the content is another: %v", name, err)
		}
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
		"longer": grow, "shorter": func(path string) error { return os.Truncate(path, 1000) },
	} {
		path := writeFile(t, generated(3000))
		changed := false
		set, err := loadFile(t.Context(), path, func(int64, int64) {
			if !changed {
				changed = true
				if err := change(path); err != nil {
					t.Error(err)
				}
			}
		}, 0)
		if set != nil || !errors.Is(err, ErrChanged) {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

func TestLoadContext_Progress(t *testing.T) {
	content := generated(10_000)
	size := int64(len(content))
	last, calls := int64(0), int64(0)
	_, err := LoadContext(t.Context(), writeFile(t, content), func(done, total int64) {
		if done < last+progressStep && done != size || total != size {
			t.Errorf("%d of %d after %d", done, total, last)
		}
		last = done
		calls++
	})
	if err != nil || last != size || calls < size/progressStep/2 {
		t.Errorf("the last of %d calls is %d of %d; %v", calls, last, size, err)
	}
}

// Whenever a load is cancelled, it ends, and nothing of it goes on.
func TestLoadContext_Cancel(t *testing.T) {
	path := writeFile(t, generated(5000))
	before := runtime.NumGoroutine()
	for stop := range 10 {
		ctx, cancel := context.WithCancel(t.Context())
		calls := 0
		set, err := LoadContext(ctx, path, func(int64, int64) {
			if calls++; calls > stop {
				cancel()
			}
		})
		if cancelled := calls > stop; (set == nil) != cancelled || cancelled && !errors.Is(err, context.Canceled) {
			t.Errorf("cancelled at call %d: %v", stop, err)
		}
		cancel()
	}
	for wait := range 20 {
		ctx, cancel := context.WithTimeout(t.Context(), time.Duration(wait)*time.Millisecond)
		if _, err := LoadContext(ctx, path, nil); err != nil && !errors.Is(err, context.DeadlineExceeded) {
			t.Error(err)
		}
		cancel()
	}
	for start := time.Now(); runtime.NumGoroutine() > before; time.Sleep(time.Millisecond) {
		if time.Since(start) > 5*time.Second {
			t.Fatalf("%d goroutines, %d before", runtime.NumGoroutine(), before)
		}
	}
}
