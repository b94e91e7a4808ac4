package atomicfile

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// nobody is a user that owns nothing.
const nobody = 65534

// asNobody does something as a user that owns nothing, where this one may.
func asNobody(t *testing.T, do func()) {
	t.Helper()
	if os.Getuid() != 0 {
		t.Skip("only root can be somebody else")
	}
	privately(func() {
		if err := errors.Join(syscall.Setfsgid(nobody), syscall.Setfsuid(nobody)); err != nil {
			t.Error(err)
			return
		}
		do()
	})
}

// open returns a folder in which anybody may do as the permissions say.
func open(t *testing.T, permissions fs.FileMode) string {
	t.Helper()
	folder := t.TempDir()
	for path, p := range map[string]fs.FileMode{filepath.Dir(folder): 0o755, folder: permissions} {
		if err := os.Chmod(path, p); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

func TestWrite_FolderReadOnly(t *testing.T) {
	folder := open(t, 0o755)
	path := filepath.Join(folder, "a")
	write(t, path, "old")
	if err := os.Chmod(path, 0o666); err != nil { // that it could be written into makes no difference
		t.Fatal(err)
	}
	asNobody(t, func() { wantsUntouched(t, path, Write(path, []byte("new")), syscall.EACCES) })
}

// A folder in which files may be made but not listed is written to all the same,
// and so is not synced.
func TestWrite_FolderUnreadable(t *testing.T) {
	path := filepath.Join(open(t, 0o733), "a")
	asNobody(t, func() {
		if err := Write(path, []byte("new")); err != nil {
			t.Error(err)
		}
	})
	if got := content(t, path); got != "new" {
		t.Errorf("content %q", got)
	}
}

// owners returns user and group of a file.
func owners(t *testing.T, path string) (uid, gid int) {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	stat := info.Sys().(*syscall.Stat_t)
	return int(stat.Uid), int(stat.Gid)
}

func TestWrite_KeepsOwner(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("only root can give files away")
	}
	path := filepath.Join(t.TempDir(), "a")
	write(t, path, "old")
	if err := errors.Join(os.Chown(path, 4711, 4712), os.Chmod(path, 0o640)); err != nil {
		t.Fatal(err)
	}
	write(t, path, "new")
	if uid, gid := owners(t, path); uid != 4711 || gid != 4712 {
		t.Errorf("it belongs to %d and %d", uid, gid)
	}
	if got := permissions(t, path); got != 0o640 {
		t.Errorf("permissions %v", got)
	}
}

// another returns another's file, in a folder in which anybody may do anything.
func another(t *testing.T, permissions fs.FileMode) (path string) {
	t.Helper()
	path = filepath.Join(open(t, 0o777), "a")
	write(t, path, "old")
	if err := errors.Join(os.Chown(path, 4711, 4712), os.Chmod(path, permissions)); err != nil && os.Getuid() == 0 {
		t.Fatal(err)
	}
	return path
}

// Another's file that nobody may not write to is not replaced, as the folder would
// allow.
func TestWrite_AnothersReadOnly(t *testing.T) {
	for _, before := range []fs.FileMode{0o640, 0o644, 0o664, 0o755} {
		path := another(t, before)
		asNobody(t, func() {
			if err := Write(path, []byte("new")); !errors.Is(err, ErrReadOnly) {
				t.Errorf("%v: error %v", before, err)
			}
		})
		if got := content(t, path); got != "old" {
			t.Errorf("%v: content %q", before, got)
		}
		if uid, gid := owners(t, path); uid != 4711 || gid != 4712 || permissions(t, path) != before {
			t.Errorf("it belongs to %d and %d and has %v", uid, gid, permissions(t, path))
		}
	}
}

// While a file is written that not everybody may read, nobody else may read what
// is there of it: it has not the old one's group yet.
func TestStream_PrivateWhileWritten(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "a")
	write(t, path, "old")
	if err := os.Chmod(path, 0o640); err != nil {
		t.Fatal(err)
	}
	err := Stream(path, func(w io.Writer) error {
		if got := permissions(t, filepath.Join(folder, temporaryName("a", 0))); got != private {
			t.Errorf("permissions %v while it is written", got)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

// The umask is for new files, not for those that are there.
func TestWrite_Umask(t *testing.T) {
	defer syscall.Umask(syscall.Umask(0o027))
	path := filepath.Join(t.TempDir(), "a")
	write(t, path, "old")
	if got := permissions(t, path); got != 0o640 {
		t.Errorf("a new file has %v", got)
	}
	if err := os.Chmod(path, 0o666); err != nil {
		t.Fatal(err)
	}
	write(t, path, "new")
	if got := permissions(t, path); got != 0o666 {
		t.Errorf("an old file has %v", got)
	}
}

// Another's file that nobody may replace becomes nobody's; who is in the new group
// may not do with it what those in the old one could.
func TestWrite_OwnerOutOfReach(t *testing.T) {
	for before, after := range map[fs.FileMode]fs.FileMode{
		0o642: 0o602, 0o662: 0o622, 0o666: 0o666, 0o606: 0o606, 0o777: 0o777,
	} {
		path := another(t, before)
		asNobody(t, func() { write(t, path, "new") })
		if uid, gid := owners(t, path); uid != nobody || gid != nobody {
			t.Errorf("it belongs to %d and %d", uid, gid)
		}
		if got := permissions(t, path); got != after {
			t.Errorf("%v became %v, want %v", before, got, after)
		}
	}
}
