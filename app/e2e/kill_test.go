//go:build e2e && linux

package e2e

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"dateline/data"
)

// writing is a command that writes a file. With the windows whose state is kept,
// formatting and converting are killed in 200 rounds.
type writing struct {
	command string
	rounds  int      // in which it is killed
	args    []string // the file is written in the folder it runs in
	file    string
	old     func(t *testing.T, folder string) []byte // what the file holds before
	valid   func(content []byte) error               // of what it holds afterwards
}

func writings() []writing {
	sample := func(seed string) func(t *testing.T, folder string) []byte {
		return func(t *testing.T, folder string) []byte { return sampled(t, folder, seed) }
	}
	return []writing{
		{"sample", 20, []string{"--events", "2500", "-o", "a.json"}, "a.json", sample("2"), validDataset},
		{"export", 12, []string{"-o", "a.svg"}, "a.svg", otherChart, validXML},
		{"fmt", 92, []string{"a.json"}, "a.json", spacedOut, validDataset},
		{"convert", 92, []string{"in.json", "a.csv"}, "a.csv", toConvert, validCSV},
	}
}

// sampled returns a dataset.
func sampled(t *testing.T, folder, seed string) []byte {
	t.Helper()
	must(t, command(t, folder, "sample", "--events", "500", "--seed", seed, "-o", "sampled.json"))
	return taken(t, filepath.Join(folder, "sampled.json"))
}

// spacedOut returns a dataset that is not in its canonical form.
func spacedOut(t *testing.T, folder string) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := json.Indent(&out, sampled(t, folder, "3"), "", "       "); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// otherChart returns a chart of another dataset.
func otherChart(t *testing.T, folder string) []byte {
	t.Helper()
	sampled(t, folder, "4")
	must(t, command(t, folder, "export", "-o", "other.svg", "sampled.json"))
	return taken(t, filepath.Join(folder, "other.svg"))
}

// toConvert lays out what is converted, and returns what of another dataset.
func toConvert(t *testing.T, folder string) []byte {
	t.Helper()
	sampled(t, folder, "5")
	must(t, command(t, folder, "convert", "sampled.json", "other.csv"))
	sampled(t, folder, "6")
	must(t, nil, os.Rename(filepath.Join(folder, "sampled.json"), filepath.Join(folder, "in.json")))
	return taken(t, filepath.Join(folder, "other.csv"))
}

func validDataset(content []byte) error {
	_, err := data.Parse("written", content)
	return err
}

func validXML(content []byte) error {
	for decoder := xml.NewDecoder(bytes.NewReader(content)); ; {
		if _, err := decoder.Token(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}

func validCSV(content []byte) error {
	_, err := csv.NewReader(bytes.NewReader(content)).ReadAll()
	return err
}

// command returns the program with arguments, to be run in a folder.
func command(t *testing.T, folder string, args ...string) *exec.Cmd {
	t.Helper()
	path, err := Binary()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(path, args...)
	cmd.Dir = folder
	// The race detector would have it sleep for a second when all is done.
	cmd.Env = []string{"PATH=" + os.Getenv("PATH"), "HOME=" + folder, "LANG=C", "GORACE=atexit_sleep_ms=0"}
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	return cmd
}

// must runs a command, nil for none, and fails the test for errors.
func must(t testing.TB, cmd *exec.Cmd, errs ...error) {
	t.Helper()
	if cmd != nil {
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", cmd.Args[1], err, out)
		}
	}
	if err := errors.Join(errs...); err != nil {
		t.Fatal(err)
	}
}

// taken returns what a file holds.
func taken(t *testing.T, path string) []byte {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// TestKilledWhileItWrites kills commands at random moments: the file that they
// write is the old one or the new one, whole.
func TestKilledWhileItWrites(t *testing.T) {
	for _, w := range writings() {
		t.Run(w.command, func(t *testing.T) {
			t.Parallel()
			w.kill(t)
		})
	}
}

// tally counts what became of a file.
type tally struct{ old, new, within int }

// kill kills the command again and again.
func (w *writing) kill(t *testing.T) {
	folder, home := t.TempDir(), t.TempDir()
	old := w.old(t, home)
	if in := filepath.Join(home, "in.json"); w.command == "convert" {
		must(t, nil, os.Rename(in, filepath.Join(folder, "in.json")))
	}
	path := filepath.Join(folder, w.file)
	run := func() *exec.Cmd { return command(t, folder, append([]string{w.command}, w.args...)...) }
	must(t, nil, os.WriteFile(path, old, 0o644))
	began := time.Now()
	must(t, run())
	takes := time.Since(began)
	next := taken(t, path)
	if bytes.Equal(old, next) {
		t.Fatal("the old file and the new one are the same")
	}
	must(t, nil, w.valid(old), w.valid(next), os.WriteFile(path, old, 0o644))

	random := rand.New(rand.NewPCG(1, uint64(len(w.command))))
	var seen tally
	round := 0
	for ; round < w.rounds || seen.within == 0 && round < 5*w.rounds; round++ {
		before := len(temporaries(folder))
		finished, err := killed(run(), moment(t, random, round, takes, folder))
		must(t, nil, err)
		switch content := taken(t, path); {
		case bytes.Equal(content, next):
			seen.new++
			must(t, nil, os.WriteFile(path, old, 0o644))
		case !bytes.Equal(content, old):
			t.Fatalf("round %d: the file has %d bytes, which are neither the %d old ones nor the %d new ones", round, len(content), len(old), len(next))
		case finished:
			t.Fatalf("round %d: it ended by itself and has written nothing", round)
		default:
			seen.old++
		}
		if len(temporaries(folder)) > before {
			seen.within++
		}
	}
	t.Logf("%d rounds of %v: %d old, %d new, %d killed while they wrote", round, takes.Round(time.Millisecond), seen.old, seen.new, seen.within)
	if seen.old == 0 || seen.within == 0 {
		t.Errorf("no round hit the writing: %+v", seen)
	}
	cleansUp(t, folder, run)
}

// cleansUp lets what killed programs have left grow old: the next one takes it
// away.
func cleansUp(t *testing.T, folder string, run func() *exec.Cmd) {
	t.Helper()
	when := time.Now().Add(-24 * time.Hour)
	for _, left := range temporaries(folder) {
		must(t, nil, os.Chtimes(left, when, when))
	}
	must(t, run())
	if left := temporaries(folder); len(left) > 0 {
		t.Errorf("left for ever: %q", left)
	}
}

// killed starts a program, kills it at a moment, and reports whether it had ended
// by itself. The error is that it could not be started, or ended with one.
func killed(cmd *exec.Cmd, moment func(ended <-chan struct{})) (finished bool, err error) {
	var out output
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Start(); err != nil {
		return false, err
	}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		_ = cmd.Wait()
	}()
	moment(ended)
	_ = cmd.Process.Kill()
	<-ended
	status := cmd.ProcessState.Sys().(syscall.WaitStatus)
	if status.Exited() && status.ExitStatus() != 0 || strings.Contains(out.String(), "DATA RACE") {
		return true, fmt.Errorf("%q: %v, and it said:\n%s", cmd.Args[1:], cmd.ProcessState, out.String())
	}
	return status.Exited(), nil
}
