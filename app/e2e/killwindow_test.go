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
	windowRounds  = 4
	windowsAtOnce = 4
)

// oldSession is what a window finds. The program does not write the field "old".
const oldSession = `{"from": 0, "to": 0, "top": 0, "width": 0, "height": 0, "panel": 0, "old": true}`

// place is where windows, one after the other, keep their state.
type place struct {
	home, folder, session string
}

func newPlace(t *testing.T) place {
	t.Helper()
	home := t.TempDir()
	folder := filepath.Join(home, ".config", "dateline")
	must(t, nil, os.MkdirAll(folder, 0o700), os.MkdirAll(filepath.Join(home, ".run"), 0o700))
	return place{home, folder, filepath.Join(folder, "session.json")}
}

// window returns the program with a window on the display, and an old session.
func (p place) window(d *Display) *exec.Cmd {
	d.t.Helper()
	must(d.t, nil, os.WriteFile(p.session, []byte(oldSession), 0o600))
	path, err := Binary()
	must(d.t, nil, err)
	cmd := exec.Command(path)
	cmd.Dir, cmd.Env = p.home, append(d.Environment(p.home), light().Env...)
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	return cmd
}

// isNew reports whether the session is not the old one, and an error where it is
// neither that nor a whole one.
func (p place) isNew() (bool, error) {
	content, err := os.ReadFile(p.session)
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

// whenKept waits until a window has kept its state.
func (p place) whenKept(ended <-chan struct{}) {
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); wait(5*time.Millisecond, ended) {
		if kept, _ := p.isNew(); kept {
			return
		}
	}
}

// killWindows starts a window at each place, all at once, and kills it at its
// moment. It counts what became of the sessions.
func killWindows(d *Display, places []place, moment func(i int) func(ended <-chan struct{})) (seen tally) {
	d.t.Helper()
	results := make(chan error, len(places))
	var before int
	for i, p := range places {
		before += len(temporaries(p.folder))
		cmd, when := p.window(d), moment(i)
		go func() {
			finished, err := killed(cmd, when)
			if finished && err == nil {
				err = errors.New("the window was closed by itself")
			}
			results <- err
		}()
	}
	var err error
	for range places {
		err = errors.Join(err, <-results)
	}
	must(d.t, nil, err)
	for _, p := range places {
		kept, err := p.isNew()
		must(d.t, nil, err)
		if kept {
			seen.new++
		} else {
			seen.old++
		}
		seen.within += len(temporaries(p.folder))
	}
	seen.within -= before
	return seen
}

// TestKilledWhileItKeepsItsState kills windows about when they first keep how
// they look: the session is the old one or the new one, whole, and what was left
// beside it is no trouble to the next window, which in the end takes it away.
func TestKilledWhileItKeepsItsState(t *testing.T) {
	d := NewDisplay(t, Screen{Width: 640, Height: 480})
	var places []place
	for range windowsAtOnce {
		places = append(places, newPlace(t))
	}
	began := time.Now()
	all := killWindows(d, places, func(i int) func(<-chan struct{}) { return places[i].whenKept })
	if all.new != windowsAtOnce {
		t.Fatalf("in %v hardly any session was kept: %+v", patience, all)
	}
	takes := time.Since(began)

	random := rand.New(rand.NewPCG(3, 4))
	for round := 0; round < windowRounds || all.within == 0 && round < 3*windowRounds; round++ {
		seen := killWindows(d, places, func(i int) func(<-chan struct{}) {
			if i == 0 { // any moment about then
				after := time.Duration((0.6 + 0.6*random.Float64()) * float64(takes))
				return func(ended <-chan struct{}) { wait(after, ended) }
			}
			return whileWriting(t, random, places[i].folder)
		})
		all.old, all.new, all.within = all.old+seen.old, all.new+seen.new, all.within+seen.within
	}
	t.Logf("of windows that first keep their state after %v, %d were killed before they had, %d of them while they wrote, and %d after",
		takes.Round(time.Millisecond), all.old, all.within, all.new)
	if all.within == 0 {
		t.Error("no round hit the writing")
	}
	windowsCleanUp(d, places)
}

// windowsCleanUp lets what killed windows have left grow old: the next ones take
// it away.
func windowsCleanUp(d *Display, places []place) {
	d.t.Helper()
	when := time.Now().Add(-24 * time.Hour)
	for _, p := range places {
		for _, left := range temporaries(p.folder) {
			must(d.t, nil, os.Chtimes(left, when, when))
		}
	}
	killWindows(d, places, func(i int) func(<-chan struct{}) { return places[i].whenKept })
	for _, p := range places {
		if left := temporaries(p.folder); len(left) > 0 {
			d.t.Errorf("left for ever: %q", left)
		}
	}
}
