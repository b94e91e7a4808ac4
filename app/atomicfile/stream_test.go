package atomicfile

import (
	"bytes"
	"errors"
	"io"
	"path/filepath"
	"strings"
	"testing"
)

func TestStream_Parts(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "a")
	write(t, path, "old")
	err := Stream(path, func(w io.Writer) error {
		for _, part := range []string{"one ", "two ", "", "three"} {
			if n, err := io.WriteString(w, part); n != len(part) || err != nil {
				t.Errorf("%q: %d, %v", part, n, err)
			}
		}
		if got := content(t, path); got != "old" {
			t.Errorf("before the end the file holds %q", got)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if got := content(t, path); got != "one two three" {
		t.Errorf("content %q", got)
	}
	if got := names(t, folder); got != "a" {
		t.Errorf("the folder holds %s", got)
	}
}

// What fails in the middle leaves the old file, or none.
func TestStream_Fails(t *testing.T) {
	cause := errors.New("no more of it")
	for _, old := range []string{"", "old"} {
		folder := t.TempDir()
		path := filepath.Join(folder, "a")
		if old != "" {
			write(t, path, old)
		}
		before := names(t, folder)
		err := Stream(path, func(w io.Writer) error {
			if _, err := w.Write(bytes.Repeat([]byte("new"), 100_000)); err != nil {
				t.Error(err)
			}
			return cause
		})
		if !errors.Is(err, cause) || err.Error() != "write "+path+": no more of it" {
			t.Errorf("error %v", err)
		}
		if got := names(t, folder); got != before {
			t.Errorf("the folder holds %s, before %s", got, before)
		}
		if old != "" && content(t, path) != old {
			t.Errorf("the file holds %q", content(t, path))
		}
	}
}

// Where there is nothing to write to, write is not called.
func TestStream_NotBegun(t *testing.T) {
	for _, name := range []string{"", "missing/a"} {
		path := filepath.Join(t.TempDir(), name)
		err := Stream(path, func(io.Writer) error {
			t.Errorf("%q: called", name)
			return nil
		})
		if err == nil || !strings.HasPrefix(err.Error(), "write "+path+": ") {
			t.Errorf("%q: error %v", name, err)
		}
	}
}

// The writer is of no use afterwards, and says so without the temporary name.
func TestStream_WriterKept(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a")
	var kept io.Writer
	if err := Stream(path, func(w io.Writer) error { kept = w; return nil }); err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(kept, "late"); err == nil || strings.Contains(err.Error(), ".tmp") {
		t.Errorf("error %v", err)
	}
	if got := content(t, path); got != "" {
		t.Errorf("content %q", got)
	}
}
