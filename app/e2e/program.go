//go:build e2e && linux

package e2e

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"
)

// Options says how to start the program.
type Options struct {
	Args []string
	Home string   // its own settings are in there; a new empty folder where this is empty
	Env  []string // "NAME=value", beside what it gets anyway
}

// painted is a number of colours that an empty window does not have, and any text does.
const painted = 10

// Program is the program while it runs on a display.
type Program struct {
	Home string

	d       *Display
	cmd     *exec.Cmd
	window  string
	out     output
	ended   chan struct{} // closed when the process has ended
	code    int           // then, its exit code
	closing bool          // it was asked to end
}

// output collects what a process prints while others read it.
type output struct {
	sync.Mutex
	bytes.Buffer
}

// Write implements io.Writer.
func (o *output) Write(p []byte) (int, error) {
	o.Lock()
	defer o.Unlock()
	return o.Buffer.Write(p)
}

// String returns all that was printed so far.
func (o *output) String() string {
	o.Lock()
	defer o.Unlock()
	return o.Buffer.String()
}

// Binary is the program to drive: $DATELINE_BIN, or what make build has built.
func Binary() (string, error) {
	path := os.Getenv("DATELINE_BIN")
	if path == "" {
		path = filepath.Join("..", "..", "bin", "dateline")
	}
	return filepath.Abs(path)
}

// Environment is what a program needs to run on this display as someone whose home is the given folder:
// nothing of the real user's settings, no desktop session, no graphics card.
func (d *Display) Environment(home string) []string {
	env := []string{
		"PATH=" + os.Getenv("PATH"),
		"DISPLAY=" + d.name,
		"HOME=" + home,
		"LANG=en_US.UTF-8",
		"LIBGL_ALWAYS_SOFTWARE=1",
		"TZ=UTC",
	}
	for name, folder := range map[string]string{
		"XDG_CONFIG_HOME": ".config", "XDG_DATA_HOME": ".local/share", "XDG_STATE_HOME": ".local/state",
		"XDG_CACHE_HOME": ".cache", "XDG_RUNTIME_DIR": ".run",
	} {
		env = append(env, name+"="+filepath.Join(home, folder))
	}
	return env
}

// Start starts the program and waits until its window is there and painted. It is ended with the test.
func (d *Display) Start(o Options) *Program {
	d.t.Helper()
	path, err := Binary()
	if err != nil {
		d.t.Fatal(err)
	}
	if o.Home == "" {
		o.Home = d.t.TempDir()
	}
	if err := os.MkdirAll(filepath.Join(o.Home, ".run"), 0o700); err != nil {
		d.t.Fatal(err)
	}
	p := &Program{Home: o.Home, d: d, cmd: exec.Command(path, o.Args...), ended: make(chan struct{})}
	p.cmd.Dir = o.Home
	p.cmd.Env = append(d.Environment(o.Home), o.Env...)
	p.cmd.Stdout, p.cmd.Stderr = &p.out, &p.out
	p.cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	if err := p.cmd.Start(); err != nil {
		d.t.Fatal(err)
	}
	go p.reap()
	d.programs = append(d.programs, p)
	d.t.Cleanup(p.finish)
	d.WaitFor("the program's window", p.findWindow)
	d.WaitFor("something to be painted", func() bool { return Colours(d.Screenshot(), d.Bounds()) > painted })
	return p
}

// reap waits for the process to end and notes how it did.
func (p *Program) reap() {
	err := p.cmd.Wait()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		p.code = exit.ExitCode()
	}
	close(p.ended)
}

// findWindow looks for a visible window with Dateline in its title and gives it the focus.
func (p *Program) findWindow() bool {
	ids, err := p.d.try("xdotool", "search", "--onlyvisible", "--name", "Dateline")
	if err != nil {
		return false // none yet
	}
	p.window = strings.Fields(ids)[0]
	_, err = p.d.try("xdotool", "windowactivate", "--sync", p.window)
	return err == nil
}

// Running reports whether the process lives.
func (p *Program) Running() bool {
	select {
	case <-p.ended:
		return false
	default:
		return true
	}
}

// mustRun fails the test where the program has ended without being asked to.
func (p *Program) mustRun() {
	p.d.t.Helper()
	if !p.closing && !p.Running() {
		p.closing = true // said once
		p.d.t.Fatalf("the program ended by itself with exit code %d", p.code)
	}
}

// Output is all that the program has printed.
func (p *Program) Output() string { return p.out.String() }

// Title is the title of the program's window.
func (p *Program) Title() string {
	p.d.t.Helper()
	return p.d.xdo("getwindowname", p.window)
}

// Close closes the window as its button does, waits until the program has ended and returns its exit code.
// xdotool's own windowclose would cut the connection instead, and the program could save nothing.
func (p *Program) Close() int {
	p.d.t.Helper()
	p.closing = true
	p.d.xdo("windowactivate", "--sync", p.window)
	p.d.Key("alt+F4")
	select {
	case <-p.ended:
	case <-time.After(patience):
		p.d.t.Fatalf("the window was closed, and %v later the program still runs", patience)
	}
	return p.code
}

// finish ends what still runs, and fails the test for a data race or a panic that nobody looked at.
func (p *Program) finish() {
	p.d.saveFailure()
	p.closing = true
	if p.Running() {
		_ = p.cmd.Process.Kill()
		<-p.ended
	}
	said := p.Output()
	if regexp.MustCompile(`(?m)^(WARNING: DATA RACE|panic: |fatal error: )`).MatchString(said) {
		p.d.t.Error("the program raced or panicked")
	}
	if p.d.t.Failed() && said != "" {
		p.d.t.Logf("the program said:\n%s", said)
	}
}

// CPU is the processor time that the program has used so far.
func (p *Program) CPU() time.Duration {
	p.d.t.Helper()
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", p.cmd.Process.Pid))
	if err != nil {
		p.d.t.Fatal(err)
	}
	// The second field is the program's name in brackets and may hold spaces; user and system time, in
	// hundredths of a second on every Linux, are the 12th and 13th after it.
	fields := strings.Fields(string(stat[bytes.LastIndexByte(stat, ')')+1:]))
	user, _ := strconv.Atoi(fields[11])
	system, _ := strconv.Atoi(fields[12])
	return time.Duration(user+system) * 10 * time.Millisecond
}

// PSS is the program's memory in bytes, with its share of what it has in common with others.
func (p *Program) PSS() int64 {
	p.d.t.Helper()
	rollup, err := os.ReadFile(fmt.Sprintf("/proc/%d/smaps_rollup", p.cmd.Process.Pid))
	if err != nil {
		p.d.t.Fatal(err)
	}
	found := regexp.MustCompile(`(?m)^Pss: +(\d+) kB`).FindSubmatch(rollup)
	if found == nil {
		p.d.t.Fatal("no Pss in smaps_rollup")
	}
	kilobytes, _ := strconv.ParseInt(string(found[1]), 10, 64)
	return kilobytes * 1024
}
