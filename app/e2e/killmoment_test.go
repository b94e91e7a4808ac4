//go:build e2e && linux

package e2e

import (
	"bytes"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// temporaries returns the temporary files in a folder.
func temporaries(folder string) []string {
	found, _ := filepath.Glob(filepath.Join(folder, ".*.tmp"))
	return found
}

// moment returns what waits for the moment to kill a program: in every second
// round any moment of its life or shortly after, else one when it writes in a
// folder.
func moment(t *testing.T, random *rand.Rand, round int, takes time.Duration, folder string) func(ended <-chan struct{}) {
	if round%2 == 0 {
		after := time.Duration(random.Float64() * 1.1 * float64(takes))
		return func(ended <-chan struct{}) { wait(after, ended) }
	}
	return whileWriting(t, random, folder)
}

// whileWriting returns what waits until a temporary file is made in a folder, and
// then for a moment: mostly a very short one, for a disk may be very fast.
func whileWriting(t *testing.T, random *rand.Rand, folder string) func(ended <-chan struct{}) {
	made := temporaryMade(t, folder)
	after := time.Duration(math.Pow(random.Float64(), 3) * float64(4*time.Millisecond))
	return func(ended <-chan struct{}) {
		select {
		case <-made:
			wait(after, ended)
		case <-ended:
		case <-time.After(patience):
		}
	}
}

// temporaryMade returns a channel that is closed when the next temporary file is
// made in a folder.
func temporaryMade(t *testing.T, folder string) <-chan struct{} {
	t.Helper()
	fd, err := syscall.InotifyInit1(syscall.IN_CLOEXEC | syscall.IN_NONBLOCK)
	must(t, nil, err)
	events := os.NewFile(uintptr(fd), "inotify")
	t.Cleanup(func() { events.Close() })
	_, err = syscall.InotifyAddWatch(fd, folder, syscall.IN_CREATE)
	must(t, nil, err)
	made := make(chan struct{})
	go func() {
		buffer := make([]byte, 4096)
		for {
			n, err := events.Read(buffer)
			if err != nil {
				return // the test has ended
			}
			if bytes.Contains(buffer[:n], []byte(".tmp\x00")) {
				close(made)
				events.Close()
				return
			}
		}
	}()
	return made
}

func wait(d time.Duration, ended <-chan struct{}) {
	select {
	case <-ended:
	case <-time.After(d):
	}
}
