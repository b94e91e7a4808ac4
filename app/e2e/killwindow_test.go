//go:build e2e && linux

package e2e

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// windowRounds is how often windowsAtOnce windows are killed.
const (
	windowRounds  = 2
	windowsAtOnce = 5
)

// oldSession is what a window finds. The program does not write the field "old".
const oldSession = `{"from": 0, "to": 0, "top": 0, "width": 0, "height": 0, "panel": 0, "old": true}`

// windowed returns the program with a window on the display, at home in a folder
// of its own with an old session, and where it keeps its session.
func (d *Display) windowed() (cmd *exec.Cmd, session string) {
	d.t.Helper()
	home := d.t.TempDir()
	session = filepath.Join(home, ".config", "dateline", "session.json")
	must(d.t, nil, os.MkdirAll(filepath.Dir(session), 0o700), os.MkdirAll(filepath.Join(home, ".run"), 0o700),
		os.WriteFile(session, []byte(oldSession), 0o600))
	path, err := Binary()
	must(d.t, nil, err)
	cmd = exec.Command(path)
	cmd.Dir, cmd.Env = home, append(d.Environment(home), light().Env...)
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	return cmd, session
}

// isNew reports whether a session is not the old one, and an error where it is
// neither that nor a whole one.
func isNew(path string) (bool, error) {
	content, err := os.ReadFile(path)
	if err != nil || string(content) == oldSession {
		return false, err
	}
	var kept map[string]any
	if err := json.Unmarshal(content, &kept); err != nil {
		return false, fmt.Errorf("%w in %q", err, content)
	}
	from, _ := kept["from"].(float64)
	to, _ := kept["to"].(float64)
	if to <= from || kept["old"] != nil || !bytes.HasSuffix(content, []byte("}\n")) {
		return false, fmt.Errorf("the session is %q", content)
	}
	return true, nil
}

// TestKilledWhileItKeepsItsState kills windows about when they first keep how
// they look: the session is the old one or the new one, whole, and the next
// window takes it up.
func TestKilledWhileItKeepsItsState(t *testing.T) {
	d := NewDisplay(t, Screen{Width: 1280, Height: 720})
	began := time.Now()
	cmd, session := d.windowed()
	_, err := killed(cmd, func(ended <-chan struct{}) {
		for deadline := began.Add(patience); time.Now().Before(deadline); wait(time.Millisecond, ended) {
			if kept, _ := isNew(session); kept {
				return
			}
		}
	})
	kept, isErr := isNew(session)
	must(t, nil, err, isErr)
	if !kept {
		t.Fatalf("in %v no session was kept", patience)
	}
	takes := time.Since(began)

	random := rand.New(rand.NewPCG(3, 4))
	seen := map[bool]int{}
	for range windowRounds {
		results := make(chan error, windowsAtOnce)
		var sessions []string
		for i := range windowsAtOnce {
			cmd, session := d.windowed()
			sessions = append(sessions, session)
			when := windowMoment(random, i, takes, session)
			go func() {
				_, err := killed(cmd, when)
				results <- err
			}()
		}
		for range windowsAtOnce {
			err = errors.Join(err, <-results)
		}
		must(t, nil, err)
		for _, session := range sessions {
			kept, err := isNew(session)
			must(t, nil, err)
			seen[kept]++
		}
	}
	t.Logf("of windows that first keep their state after %v, %d were killed before they did and %d after", takes.Round(time.Millisecond), seen[false], seen[true])
}

// windowMoment is like moment for windows, several of which start at once, and so
// later.
func windowMoment(random *rand.Rand, i int, takes time.Duration, session string) func(ended <-chan struct{}) {
	folder := filepath.Dir(session)
	if i%2 == 0 {
		after := time.Duration((0.7 + 0.8*random.Float64()) * float64(takes))
		return func(ended <-chan struct{}) { wait(after, ended) }
	}
	after := time.Duration(random.Float64() * float64(2*time.Millisecond))
	return func(ended <-chan struct{}) {
		for deadline := time.Now().Add(patience); time.Now().Before(deadline); wait(500*time.Microsecond, ended) {
			if kept, _ := isNew(session); kept || len(temporaries(folder)) > 0 {
				wait(after, ended)
				return
			}
		}
	}
}
