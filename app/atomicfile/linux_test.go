//go:build linux

package atomicfile

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"
)

// What a process of its own does with a file that it is given.
const (
	forever = "ATOMICFILE_TEST_FOREVER" // writes it without end, to be killed
	limited = "ATOMICFILE_TEST_LIMITED" // writes it while files may not grow so large
)

func TestMain(m *testing.M) {
	if path := os.Getenv(forever); path != "" {
		_ = Stream(path, func(w io.Writer) error {
			_, _ = io.WriteString(w, strings.Repeat("new", 100_000))
			_, _ = os.Stdout.WriteString("writing\n")
			select {}
		})
	}
	if path := os.Getenv(limited); path != "" {
		signal.Ignore(syscall.SIGXFSZ)
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: 64 << 10, Max: 64 << 10}); err != nil {
			fmt.Println(err)
		}
		fmt.Println(Write(path, make([]byte, 1<<20)))
		return
	}
	os.Exit(m.Run())
}

// helper returns a process that does something with a file.
func helper(what, path string) *exec.Cmd {
	cmd := exec.Command("/proc/self/exe")
	cmd.Env = append(os.Environ(), what+"="+path)
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	return cmd
}

// wantsUntouched checks that a write has failed for a reason and left the old
// file alone in its folder.
func wantsUntouched(t *testing.T, path string, err, reason error) {
	t.Helper()
	switch {
	case !errors.Is(err, reason):
		t.Errorf("error %v, want %v", err, reason)
	case strings.Contains(err.Error(), ".tmp"), !strings.HasPrefix(err.Error(), "write "+path+": "):
		t.Errorf("error %v", err)
	}
	if got := content(t, path); got != "old" {
		t.Errorf("the file holds %d bytes", len(got))
	}
	if got := names(t, filepath.Dir(path)); got != filepath.Base(path) {
		t.Errorf("the folder holds %s", got)
	}
}

func TestWrite_Killed(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "a")
	write(t, path, "old")
	cmd := helper(forever, path)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if line, err := bufio.NewReader(out).ReadString('\n'); line != "writing\n" {
		t.Errorf("it said %q, %v", line, err)
	}
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
	if got := content(t, path); got != "old" {
		t.Errorf("the file holds %d bytes", len(got))
	}
	left, _ := filepath.Glob(filepath.Join(folder, ".*"))
	if len(left) != 1 {
		t.Fatalf("left is %q", left)
	}
	write(t, path, "next")
	if _, err := os.Lstat(left[0]); err != nil {
		t.Errorf("what was written a moment ago was removed: %v", err)
	}
	when := time.Now().Add(-2 * leftoverAge)
	if err := os.Chtimes(left[0], when, when); err != nil {
		t.Fatal(err)
	}
	write(t, path, "last")
	if got := names(t, folder); got != "a" {
		t.Errorf("the folder holds %s", got)
	}
}

// A file may not grow beyond a limit, as on a disk that is full.
func TestWrite_NoRoom(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a")
	write(t, path, "old")
	out, err := helper(limited, path).Output()
	if err != nil {
		t.Fatal(err)
	}
	if got, want := string(out), "write "+path+": "+syscall.EFBIG.Error()+"\n"; got != want {
		t.Errorf("it said %q, want %q", got, want)
	}
	if got := content(t, path); got != "old" {
		t.Errorf("the file holds %d bytes", len(got))
	}
	if got := names(t, filepath.Dir(path)); got != "a" {
		t.Errorf("the folder holds %s", got)
	}
}

// privately does something on a thread of its own, whose user and mounts end
// with it.
func privately(do func()) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		runtime.LockOSThread() // never unlocked, so the thread ends too
		do()
	}()
	<-done
}

// onDisk does something in a folder that is a disk of 64 KB, where this user may
// mount one; else the test is skipped. Others do not see the disk.
func onDisk(t *testing.T, do func(folder string)) {
	t.Helper()
	folder := t.TempDir()
	var err error
	privately(func() {
		err = syscall.Unshare(syscall.CLONE_NEWNS)
		if err == nil {
			err = syscall.Mount("", "/", "", syscall.MS_REC|syscall.MS_PRIVATE, "")
		}
		if err == nil {
			err = syscall.Mount("tmpfs", folder, "tmpfs", 0, "size=64k")
		}
		if err == nil {
			do(folder)
		}
	})
	if err != nil {
		t.Skip("this user may not mount a small disk, only TestWrite_NoRoom is run:", err)
	}
}

func TestWrite_DiskFull(t *testing.T) {
	onDisk(t, func(folder string) {
		path := filepath.Join(folder, "a")
		write(t, path, "old")
		wantsUntouched(t, path, Write(path, make([]byte, 1<<20)), syscall.ENOSPC)
		write(t, path, strings.Repeat("x", 30<<10))
		if got := len(content(t, path)); got != 30<<10 {
			t.Errorf("with room again, %d bytes are written", got)
		}
	})
}

// A killed process has filled the disk: what it left is removed first.
func TestWrite_DiskFullOfLeftovers(t *testing.T) {
	onDisk(t, func(folder string) {
		path, left := filepath.Join(folder, "a"), filepath.Join(folder, ".b.dateline-1-0.tmp")
		write(t, path, "old")
		if err := os.WriteFile(left, make([]byte, 56<<10), 0o600); err != nil {
			t.Error(err)
		}
		when := time.Now().Add(-2 * leftoverAge)
		if err := os.Chtimes(left, when, when); err != nil {
			t.Error(err)
		}
		write(t, path, strings.Repeat("x", 40<<10))
		if got := names(t, folder); got != "a" {
			t.Errorf("the folder holds %s", got)
		}
	})
}

func TestWrite_DiskReadOnly(t *testing.T) {
	onDisk(t, func(folder string) {
		path := filepath.Join(folder, "a")
		write(t, path, "old")
		if err := syscall.Mount("", folder, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
			t.Error(err)
		}
		wantsUntouched(t, path, Write(path, []byte("new")), syscall.EROFS)
	})
}

func TestSynced(t *testing.T) {
	for _, harmless := range []error{nil, syscall.EINVAL, syscall.ENOTSUP, syscall.EACCES, syscall.EPERM} {
		if harmless != nil {
			harmless = &fs.PathError{Op: "sync", Path: "folder", Err: harmless}
		}
		if err := synced(harmless); err != nil {
			t.Errorf("%v is reported as %v", harmless, err)
		}
	}
	err := synced(&fs.PathError{Op: "sync", Path: "folder", Err: syscall.EIO})
	if !errors.Is(err, ErrUnsynced) || !errors.Is(err, syscall.EIO) || strings.Contains(err.Error(), "folder") {
		t.Errorf("error %v", err)
	}
}
