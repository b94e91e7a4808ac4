package atomicfile

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
)

// content returns what is in a file.
func content(t *testing.T, path string) string {
	t.Helper()
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(got)
}

// names returns what is in a folder, hidden files too.
func names(t *testing.T, folder string) string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, e := range entries {
		list = append(list, e.Name())
	}
	return strings.Join(list, " ")
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := Write(path, []byte(text)); err != nil {
		t.Fatal(err)
	}
}

func symlink(t *testing.T, to, link string) {
	t.Helper()
	if err := os.Symlink(to, link); err != nil {
		t.Skip("no symbolic links here:", err)
	}
}

func permissions(t *testing.T, path string) os.FileMode {
	t.Helper()
	info, err := os.Lstat(path)
	if err != nil {
		t.Fatal(err)
	}
	return info.Mode()
}

func TestWrite_New(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "a.json")
	write(t, path, "one")
	if got := content(t, path); got != "one" {
		t.Errorf("content %q", got)
	}
	// As many permissions as any new file gets here.
	if err := os.WriteFile(filepath.Join(folder, "b.json"), nil, mode); err != nil {
		t.Fatal(err)
	}
	if got, want := permissions(t, path), permissions(t, filepath.Join(folder, "b.json")); got != want {
		t.Errorf("permissions %v, want %v", got, want)
	}
	if got := names(t, folder); got != "a.json b.json" {
		t.Errorf("the folder holds %s", got)
	}
}

func TestWrite_ReplacesAndKeepsPermissions(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no permissions")
	}
	for _, mode := range []os.FileMode{0o600, 0o640, 0o644, 0o666, 0o755, 0o200} {
		path := filepath.Join(t.TempDir(), "a.json")
		write(t, path, strings.Repeat("long before ", 100))
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
		write(t, path, "short")
		if got := permissions(t, path); got != mode {
			t.Errorf("permissions %v, want %v", got, mode)
		}
		if err := os.Chmod(path, 0o600); err != nil { // to look into it
			t.Fatal(err)
		}
		if got := content(t, path); got != "short" {
			t.Errorf("%v: content %q", mode, got)
		}
	}
}

// What nobody may write to is left alone, though the folder would allow a new
// file in its place; so is what a link to it names.
func TestWrite_ReadOnly(t *testing.T) {
	for _, mode := range []os.FileMode{0o444, 0o400, 0o555, 0o000} {
		folder := t.TempDir()
		path, link := filepath.Join(folder, "a.json"), filepath.Join(folder, "link")
		write(t, path, "old")
		symlink(t, "a.json", link)
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
		before := permissions(t, path)
		for _, name := range []string{path, link} {
			err := Stream(name, func(io.Writer) error {
				t.Errorf("%v: called", mode)
				return nil
			})
			if !errors.Is(err, ErrReadOnly) || !strings.HasPrefix(err.Error(), "write "+name+": it is read-only") {
				t.Errorf("%v: error %v", mode, err)
			}
		}
		if got := permissions(t, path); got != before {
			t.Errorf("permissions %v, want %v", got, before)
		}
		if err := os.Chmod(path, 0o600); err != nil { // to look into it
			t.Fatal(err)
		}
		if got := content(t, path); got != "old" {
			t.Errorf("%v: content %q", mode, got)
		}
		if got := names(t, folder); got != "a.json link" {
			t.Errorf("the folder holds %s", got)
		}
	}
}

// A hard link shows whether the old file was written into: a crash in the
// middle would have spoilt it.
func TestWrite_NeverIntoTheOldFile(t *testing.T) {
	folder := t.TempDir()
	path, other := filepath.Join(folder, "a"), filepath.Join(folder, "other")
	write(t, path, "old")
	if err := os.Link(path, other); err != nil {
		t.Skip("no hard links here:", err)
	}
	write(t, path, "new")
	if got := content(t, other); got != "old" {
		t.Errorf("the old file now holds %q", got)
	}
}

func TestWrite_SymbolicLinkStaysOne(t *testing.T) {
	for name, prepare := range map[string]func(t *testing.T, folder string) (link, target string){
		"to a file": func(t *testing.T, folder string) (string, string) {
			target := filepath.Join(folder, "target")
			write(t, target, "old")
			symlink(t, target, filepath.Join(folder, "link"))
			return filepath.Join(folder, "link"), target
		},
		"relative, to another folder": func(t *testing.T, folder string) (string, string) {
			if err := os.Mkdir(filepath.Join(folder, "sub"), 0o755); err != nil {
				t.Fatal(err)
			}
			target := filepath.Join(folder, "sub", "target")
			write(t, target, "old")
			symlink(t, filepath.Join("sub", "target"), filepath.Join(folder, "link"))
			return filepath.Join(folder, "link"), target
		},
		"dangling": func(t *testing.T, folder string) (string, string) {
			symlink(t, "target", filepath.Join(folder, "link"))
			return filepath.Join(folder, "link"), filepath.Join(folder, "target")
		},
		"to a link that dangles": func(t *testing.T, folder string) (string, string) {
			symlink(t, "second", filepath.Join(folder, "link"))
			symlink(t, filepath.Join(folder, "target"), filepath.Join(folder, "second"))
			return filepath.Join(folder, "link"), filepath.Join(folder, "target")
		},
		"up, out of a folder that is a link": func(t *testing.T, folder string) (string, string) {
			if err := os.MkdirAll(filepath.Join(folder, "far", "sub"), 0o755); err != nil {
				t.Fatal(err)
			}
			symlink(t, filepath.Join(folder, "far", "sub"), filepath.Join(folder, "near"))
			symlink(t, filepath.Join("..", "target"), filepath.Join(folder, "near", "link"))
			return filepath.Join(folder, "near", "link"), filepath.Join(folder, "far", "target")
		},
	} {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			link, target := prepare(t, folder)
			write(t, link, "new")
			if permissions(t, link)&os.ModeSymlink == 0 {
				t.Error("the link is one no more")
			}
			if got := content(t, target); got != "new" {
				t.Errorf("the target holds %q", got)
			}
			if got := names(t, filepath.Dir(target)); strings.Contains(got, ".tmp") {
				t.Errorf("left behind: %s", got)
			}
		})
	}
}

func TestWrite_Fails(t *testing.T) {
	folder := t.TempDir()
	if err := os.Mkdir(filepath.Join(folder, "sub"), 0o755); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(folder, "file"), "kept")
	symlink(t, "circle2", filepath.Join(folder, "circle1"))
	symlink(t, "circle1", filepath.Join(folder, "circle2"))
	symlink(t, "sub", filepath.Join(folder, "tosub"))
	before := names(t, folder)
	for name, want := range map[string]string{
		"missing/a.json": "the folder " + filepath.Join(folder, "missing") + " cannot be written to: no such file",
		"sub":            "it is a folder",
		"tosub":          "it is a folder",
		"file/a.json":    "not a directory",
		"circle1":        "in circles",
	} {
		path := filepath.Join(folder, name)
		err := Write(path, []byte("new"))
		switch {
		case err == nil:
			t.Errorf("%s: written", name)
		case !strings.HasPrefix(err.Error(), "write "+path+": "):
			t.Errorf("%s: %q does not begin with the path", name, err)
		case !strings.Contains(err.Error(), want), strings.Contains(err.Error(), ".tmp"), strings.Contains(err.Error(), "\n"):
			t.Errorf("%s: %q, want it to say %q", name, err, want)
		}
	}
	if got := names(t, folder); got != before {
		t.Errorf("the folder holds %s, before %s", got, before)
	}
	if got := content(t, filepath.Join(folder, "file")); got != "kept" {
		t.Errorf("a file beside was changed: %q", got)
	}
}

// What is written but cannot be put in its place is taken away again.
func TestWrite_NothingLeftBehind(t *testing.T) {
	folder := t.TempDir()
	t.Chdir(folder)
	if err := Write("", []byte("new")); err == nil {
		t.Error("a file without a name is written")
	}
	if got := names(t, folder); got != "" {
		t.Errorf("left behind: %s", got)
	}
}

// A folder that takes no new files: nothing is lost.
func TestWrite_FolderNotWritable(t *testing.T) {
	if os.Getuid() == 0 || runtime.GOOS == "windows" {
		t.Skip("everything is writable for this user")
	}
	folder := t.TempDir()
	path := filepath.Join(folder, "a")
	write(t, path, "old")
	if err := os.Chmod(folder, 0o555); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(folder, 0o755)
	if err := Write(path, []byte("new")); err == nil || !strings.Contains(err.Error(), "permission denied") {
		t.Errorf("error %v", err)
	}
	if got := content(t, path); got != "old" {
		t.Errorf("content %q", got)
	}
}

func TestWrite_ConcurrentLeavesOneWhole(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "a")
	const writers, size = 16, 50_000
	var all sync.WaitGroup
	for i := range writers {
		all.Go(func() {
			for range 4 {
				if err := Write(path, bytes.Repeat([]byte{byte('a' + i)}, size)); err != nil {
					t.Error(err)
				}
				if got, err := os.ReadFile(path); err != nil || len(got) != size || bytes.Count(got, got[:1]) != size {
					t.Errorf("a reader sees %d bytes, %v", len(got), err)
				}
			}
		})
	}
	all.Wait()
	if got := names(t, folder); got != "a" {
		t.Errorf("the folder holds %s", got)
	}
}
