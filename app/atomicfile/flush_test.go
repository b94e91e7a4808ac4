package atomicfile

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// flushed puts another in the place of flush until the test ends.
func flushed(t *testing.T, do func(file *os.File) error) {
	t.Helper()
	before := flush
	t.Cleanup(func() { flush = before })
	flush = do
}

// The file is synced when all of it is written and before it is in its place, and
// the folder afterwards.
func TestWrite_Syncs(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "a")
	write(t, path, "old")
	if err := os.Chmod(path, 0o640); err != nil {
		t.Fatal(err)
	}
	var got []string
	flushed(t, func(file *os.File) error {
		info, err := file.Stat()
		if err != nil {
			t.Fatal(err)
		}
		what := "folder"
		if !info.IsDir() {
			what = fmt.Sprintf("%d bytes %o", info.Size(), info.Mode().Perm())
		}
		got = append(got, what+" at "+content(t, path))
		return file.Sync()
	})
	write(t, path, "newer")
	want := []string{"5 bytes 640 at old", "folder at newer"}
	if runtime.GOOS == "windows" {
		want = []string{"5 bytes 666 at old"}
	}
	if !slices.Equal(got, want) {
		t.Errorf("synced are %q, want %q", got, want)
	}
}

// A disk that cannot keep the new file leaves the old one; one that cannot keep
// the name has the new one all the same, and that is said.
func TestWrite_SyncFails(t *testing.T) {
	trouble := errors.New("input/output error")
	for name, c := range map[string]struct {
		folder    bool
		reason    error
		want, say string
	}{
		"file":   {false, trouble, "old", "input/output error"},
		"folder": {true, ErrUnsynced, "new", "the file is written, but"},
	} {
		t.Run(name, func(t *testing.T) {
			if c.folder && runtime.GOOS == "windows" {
				t.Skip("folders are not synced here")
			}
			folder := t.TempDir()
			path := filepath.Join(folder, "a")
			write(t, path, "old")
			flushed(t, func(file *os.File) error {
				if info, err := file.Stat(); err != nil || info.IsDir() != c.folder {
					return err
				}
				return &os.PathError{Op: "sync", Path: file.Name(), Err: trouble}
			})
			err := Write(path, []byte("new"))
			if !errors.Is(err, c.reason) || !errors.Is(err, trouble) || !strings.HasPrefix(err.Error(), "write "+path+": "+c.say) {
				t.Errorf("error %v", err)
			}
			if got := content(t, path); got != c.want {
				t.Errorf("content %q", got)
			}
			if got := names(t, folder); got != "a" {
				t.Errorf("the folder holds %s", got)
			}
		})
	}
}
