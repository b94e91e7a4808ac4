package data

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// Every event as it stands in the file, one by one and in a row, from memory and from a file that is kept open.
func TestEvents_Raw(t *testing.T) {
	content := generated(3000) // several blocks
	_, opened := openedFile(t, content)
	for _, set := range []*Set{mustParse(t, content), opened} {
		events := &set.Events
		number := 7
		err := events.EachRaw(t.Context(), number, events.Len()-1, func(event int, object []byte) bool {
			raw, err := events.Raw(event)
			if err != nil || !bytes.Equal(raw, object) || event != events.InFile(number) ||
				!bytes.HasPrefix(raw, fmt.Appendf(nil, `{"id": %q, "lanes"`, events.ID(event))) ||
				!bytes.HasSuffix(raw, fmt.Appendf(nil, `{"to": "event-%d", "kind": "leads-to"}]}`, number+1)) {
				t.Fatalf("event %d: %s, %v", event, raw, err)
			}
			number++
			return number < 2990
		})
		if err != nil || number != 2990 {
			t.Errorf("up to event %d: %v", number, err)
		}
		for _, i := range []int{-1, events.Len()} {
			if raw, err := events.Raw(i); err == nil {
				t.Errorf("event %d: %s", i, raw)
			}
		}
	}
}

// openedFile returns a set that reads its events from a file.
func openedFile(t *testing.T, content []byte) (path string, set *Set) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "f.json")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	set, err := loadFile(t.Context(), path, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	return path, set
}

func TestEvents_RawErrors(t *testing.T) {
	path, opened := openedFile(t, generated(3))
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if err := opened.Events.EachRaw(ended, 0, 1, nil); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if err := os.WriteFile(path, []byte("{}"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := opened.Events.Raw(0); !errors.Is(err, ErrChanged) {
		t.Error(err)
	}
	if err := opened.Events.EachRaw(t.Context(), 0, 1, nil); !errors.Is(err, ErrChanged) {
		t.Error(err)
	}
}
