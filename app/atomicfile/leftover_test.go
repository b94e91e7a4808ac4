package atomicfile

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// touch makes a file that was last written to some time ago.
func touch(t *testing.T, path string, age time.Duration) {
	t.Helper()
	if err := os.WriteFile(path, []byte("part"), 0o600); err != nil {
		t.Fatal(err)
	}
	when := time.Now().Add(-age)
	if err := os.Chtimes(path, when, when); err != nil {
		t.Fatal(err)
	}
}

func TestWrite_SweepsLeftovers(t *testing.T) {
	folder := t.TempDir()
	day := 24 * time.Hour
	for name, age := range map[string]time.Duration{
		".a.json.dateline-12-0.tmp":      day,
		".a.dateline-1-0.tmp.tmp":        day, // not ours
		".other.svg.dateline-1-4711.tmp": leftoverAge + time.Minute,
		".a.json.dateline-13-0.tmp":      leftoverAge - time.Minute, // it may still be written
		".a.json.dateline-14-0.tmp":      -day,                      // clocks differ
		".a.json.12.tmp":                 day,
		"a.json.dateline-12-0.tmp":       day,
		".a.json.dateline-12.tmp":        day,
		".a.json.dateline-x-0.tmp":       day,
		".a.json.dateline-12-0.tmp~":     day,
		"..dateline-12-0.tmp":            day,
	} {
		touch(t, filepath.Join(folder, name), age)
	}
	if err := os.Mkdir(filepath.Join(folder, ".b.dateline-1-0.tmp"), 0o700); err != nil {
		t.Fatal(err)
	}
	when := time.Now().Add(-day)
	if err := os.Chtimes(filepath.Join(folder, ".b.dateline-1-0.tmp"), when, when); err != nil {
		t.Fatal(err)
	}
	before := strings.Fields(names(t, folder))
	write(t, filepath.Join(folder, "a.json"), "new")
	after := strings.Fields(names(t, folder))
	gone := slices.DeleteFunc(before, func(name string) bool { return slices.Contains(after, name) })
	if want := []string{".a.json.dateline-12-0.tmp", ".other.svg.dateline-1-4711.tmp"}; !slices.Equal(gone, want) {
		t.Errorf("removed is %q, want %q", gone, want)
	}
}

// What a link of such a name points to is nobody's leftover.
func TestWrite_SweepsNoLinks(t *testing.T) {
	folder := t.TempDir()
	touch(t, filepath.Join(folder, "precious"), 48*time.Hour)
	symlink(t, "precious", filepath.Join(folder, ".a.dateline-1-0.tmp"))
	write(t, filepath.Join(folder, "a"), "new")
	if got := names(t, folder); got != ".a.dateline-1-0.tmp a precious" {
		t.Errorf("the folder holds %s", got)
	}
}

// What this process writes would be swept once it is old: the names agree.
func TestTemporaryName(t *testing.T) {
	for _, base := range []string{"a", "a.json", ".hidden", "two words", strings.Repeat("x", 255), strings.Repeat("é", 127), "\x80\x80"} {
		name := temporaryName(base, 3)
		if !temporary.MatchString(name) {
			t.Errorf("%q is not taken for ours", name)
		}
		if len(name) > 255 || !strings.HasPrefix(name, fmt.Sprintf(".%.1s", base)) {
			t.Errorf("%q has %d bytes", name, len(name))
		}
		if utf8.ValidString(base) && !utf8.ValidString(name) {
			t.Errorf("%q is cut within a letter", name)
		}
	}
}

func TestWrite_LongName(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, strings.Repeat("é", 125)+".json")
	write(t, path, "one")
	write(t, path, "two")
	if got := content(t, path); got != "two" {
		t.Errorf("content %q", got)
	}
	if got := names(t, folder); got != filepath.Base(path) {
		t.Errorf("the folder holds %s", got)
	}
}

// A name that is taken is not written to.
func TestWrite_TemporaryNameTaken(t *testing.T) {
	folder := t.TempDir()
	taken := filepath.Join(folder, temporaryName("a", 0))
	touch(t, taken, 0)
	write(t, filepath.Join(folder, "a"), "new")
	if got := content(t, taken); got != "part" {
		t.Errorf("the other's file holds %q", got)
	}
	if got := content(t, filepath.Join(folder, "a")); got != "new" {
		t.Errorf("content %q", got)
	}
}

// A panic goes on, and leaves the old file and nothing beside it.
func TestStream_Panics(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "a")
	write(t, path, "old")
	func() {
		defer func() {
			if recover() != "trouble" {
				t.Error("the panic is gone")
			}
		}()
		_ = Stream(path, func(w io.Writer) error {
			_, _ = io.WriteString(w, "new")
			panic("trouble")
		})
	}()
	if got := content(t, path); got != "old" {
		t.Errorf("content %q", got)
	}
	if got := names(t, folder); got != "a" {
		t.Errorf("the folder holds %s", got)
	}
}

// A temporary file that another takes away is an error and no loss.
func TestStream_TemporaryTakenAway(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "a")
	write(t, path, "old")
	err := Stream(path, func(w io.Writer) error {
		_, _ = io.WriteString(w, "new")
		return os.Remove(filepath.Join(folder, temporaryName("a", 0)))
	})
	if !errors.Is(err, os.ErrNotExist) || strings.Contains(err.Error(), ".tmp") {
		t.Errorf("error %v", err)
	}
	if got := content(t, path); got != "old" {
		t.Errorf("content %q", got)
	}
}
