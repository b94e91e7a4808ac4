package watch

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"
)

// asNobody does something as a user that owns nothing, where this one may.
func asNobody(t *testing.T, do func()) {
	t.Helper()
	const nobody = 65534
	done := make(chan struct{})
	go func() {
		defer close(done)
		runtime.LockOSThread() // never unlocked: the thread ends, and nobody with it
		if os.Getuid() == 0 {
			if err := errors.Join(syscall.Setfsgid(nobody), syscall.Setfsuid(nobody)); err != nil {
				t.Error(err)
				return
			}
		}
		do()
	}()
	<-done
}

// A folder that may only be passed, such as a home's parent, is no reason to poll;
// one that the file or a link is in is.
func TestNotify_Unreadable(t *testing.T) {
	root := t.TempDir()
	if err := os.Chmod(filepath.Dir(root), 0o755); err != nil {
		t.Fatal(err)
	}
	folder(t, filepath.Join(root, "outer", "inner"))
	put(t, filepath.Join(root, "outer", "inner", "a.json"), "one")
	link(t, filepath.Join("inner", "a.json"), filepath.Join(root, "outer", "link"))
	for _, c := range []struct {
		closed, path string
		want         bool
	}{
		{"outer", "outer/inner/a.json", true},
		{"outer/inner", "outer/inner/a.json", false},
		{"outer", "outer/link", false},
		{"outer", "outer/none/a.json", false},
	} {
		closed := filepath.Join(root, filepath.FromSlash(c.closed))
		if err := os.Chmod(closed, 0o311); err != nil {
			t.Fatal(err)
		}
		asNobody(t, func() {
			source, err := notify(wayTo(filepath.Join(root, filepath.FromSlash(c.path))))
			if c.want != (err == nil) || err != nil && !errors.Is(err, fs.ErrPermission) {
				t.Errorf("%s with %s closed: error %v", c.path, c.closed, err)
			}
			if err == nil {
				source.Close()
			}
		})
		if err := os.Chmod(closed, 0o755); err != nil {
			t.Fatal(err)
		}
	}
}

func TestNotify_Gone(t *testing.T) {
	root := t.TempDir()
	folder(t, filepath.Join(root, "a"))
	way := wayTo(filepath.Join(root, "a", "file"))
	remove(t, filepath.Join(root, "a"))
	if _, err := notify(way); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("error %v", err)
	}
}

// The kinds are those of the system's headers as statfs gives them, which for this
// one can be tried.
func TestRemote(t *testing.T) {
	if remote(t.TempDir()) || remote("/proc") || remote(filepath.Join(t.TempDir(), "none")) {
		t.Error("a folder of this system is taken for another's")
	}
	remoteKinds[0x9fa0] = true // of /proc
	defer delete(remoteKinds, 0x9fa0)
	if !remote("/proc") {
		t.Error("the kind of /proc is not known by its number")
	}
}
