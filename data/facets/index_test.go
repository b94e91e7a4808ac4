package facets

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/data"
	"dateline/data/sample/stock"
)

func TestIndex_Progress(t *testing.T) {
	var told []float64
	if _, err := Index(t.Context(), stock.Made(t, 5*chunk), func(share float64) { told = append(told, share) }); err != nil {
		t.Fatal(err)
	}
	if want := []float64{0.2, 0.4, 0.6, 0.8, 1}; !slices.Equal(told, want) {
		t.Errorf("told was %v, want %v", told, want)
	}
}

// Of many parts, each percent is told once.
func TestTally(t *testing.T) {
	var told []float64
	read := tally{of: 12345, progress: func(share float64) { told = append(told, share) }}
	for range 12345 {
		read.add(1)
	}
	if len(told) != 100 || told[0] != 0.01 || told[99] != 1 || !slices.IsSorted(told) {
		t.Errorf("told was %v", told)
	}
}

// errEnough is why something is no longer wanted.
var errEnough = errors.New("enough")

// Where it is no longer wanted it ends with the reason, and no goroutine goes on.
func TestIndex_Cancelled(t *testing.T) {
	set := stock.Made(t, 4*chunk)
	before := runtime.NumGoroutine()
	for name, begin := range map[string]func(stop func()) func(float64){
		"before":  func(stop func()) func(float64) { stop(); return func(float64) {} },
		"amid":    func(stop func()) func(float64) { return func(float64) { stop() } },
		"in time": func(stop func()) func(float64) { return func(share float64) { endAt(share, stop) } },
	} {
		ctx, stop := context.WithCancelCause(t.Context())
		f, err := Index(ctx, set, begin(func() { stop(errEnough) }))
		if !errors.Is(err, errEnough) || f != nil {
			t.Errorf("%s: indexing ends with %v, %v", name, f, err)
		}
	}
	for tries := 0; runtime.NumGoroutine() > before; tries++ {
		if tries == 100 {
			t.Fatalf("%d goroutines, %d before", runtime.NumGoroutine(), before)
		}
		time.Sleep(10 * time.Millisecond)
	}
}

// endAt ends when all has been read and nothing is joined yet.
func endAt(share float64, stop func()) {
	if share == 1 {
		stop()
	}
}

// A file that has changed since it was loaded gives an error, not other names.
func TestIndex_ChangedFile(t *testing.T) {
	const notKept = 17 << 20 // a file larger than what is kept in memory
	content := `{"format": 1, "title": "T", "lanes": [{"id": "a"}], "events": [
	{"id": "e", "lanes": ["a"], "date": "2001", "title": "T", "people": ["Anna"]}]}` + strings.Repeat(" ", notKept)
	path := filepath.Join(t.TempDir(), "set.json")
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	set, err := data.Load(path)
	if err != nil {
		t.Fatal(err)
	}
	if names := indexed(t, set).Names(People); len(names) != 1 {
		t.Errorf("before, names are %v", names)
	}
	if err := os.WriteFile(path, []byte(strings.Replace(content, "Anna", "Bert", 1)+" "), 0o600); err != nil {
		t.Fatal(err)
	}
	if f, err := Index(t.Context(), set, func(float64) {}); !errors.Is(err, data.ErrChanged) || f != nil {
		t.Errorf("indexing gives %v, %v", f, err)
	}
}
