//go:build e2e && linux

package e2e

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// Screen describes a display to start.
type Screen struct {
	Width, Height int
	Floating      bool // windows keep the size they ask for and have a frame; else they fill the screen
}

// Display is an X display with a window manager on it, gone when the test ends.
//
// Windows fill it without a frame unless it is Floating, so that a place on the screen is the same place in
// the window.
type Display struct {
	t        testing.TB
	size     image.Point
	name     string // as in $DISPLAY
	frames   string // the folder where the server keeps its screen
	last     *image.RGBA
	saved    bool
	programs []*Program
}

// patience is how long anything on the screen may take. Generous: it is spent only where a test fails.
const patience = 30 * time.Second

// NewDisplay starts a display. A failed test leaves what it showed last in failed/TEST.png.
func NewDisplay(t testing.TB, s Screen) *Display {
	t.Helper()
	d := &Display{t: t, size: image.Pt(s.Width, s.Height), frames: t.TempDir()}
	d.startServer()
	config := filepath.Join(t.TempDir(), "openbox.xml")
	if err := os.WriteFile(config, []byte(openboxConfig(s.Floating)), 0o600); err != nil {
		t.Fatal(err)
	}
	d.daemon(exec.Command("openbox", "--sm-disable", "--config-file", config))
	d.WaitFor("the window manager", func() bool {
		_, err := d.try("xdotool", "get_num_desktops")
		return err == nil
	})
	t.Cleanup(d.saveFailure)
	return d
}

// startServer starts Xvfb, which chooses a free display and writes its number to its third file.
func (d *Display) startServer() {
	d.t.Helper()
	read, write, err := os.Pipe()
	if err != nil {
		d.t.Fatal(err)
	}
	defer read.Close()
	screen := fmt.Sprintf("%dx%dx24", d.size.X, d.size.Y)
	cmd := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", screen, "-fbdir", d.frames,
		"-nocursor", "-nolisten", "tcp", "-noreset")
	cmd.ExtraFiles = []*os.File{write}
	d.daemon(cmd)
	write.Close() // only Xvfb's own is left: should it die, the read ends
	_ = read.SetReadDeadline(time.Now().Add(patience))
	number, err := bufio.NewReader(read).ReadString('\n') // the end of the line comes by itself, later
	if err != nil {
		d.t.Fatalf("Xvfb gave no display: %v", err)
	}
	d.name = ":" + strings.TrimSpace(number)
}

// daemon starts a command that is ended with the test, and with the test's process should that be killed.
func (d *Display) daemon(cmd *exec.Cmd) {
	d.t.Helper()
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	cmd.Env = append(os.Environ(), "DISPLAY="+d.name)
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	if err := cmd.Start(); err != nil {
		d.t.Fatalf("%v (make e2e installs what is missing)", err)
	}
	d.t.Cleanup(func() {
		_ = cmd.Process.Signal(syscall.SIGTERM)
		timer := time.AfterFunc(5*time.Second, func() { _ = cmd.Process.Kill() })
		defer timer.Stop()
		_ = cmd.Wait()
		if d.t.Failed() && out.Len() > 0 {
			d.t.Logf("%s said:\n%s", cmd.Args[0], out.String())
		}
	})
}

// openboxConfig gives clicks the focus, closes a window on Alt+F4 and takes no other key or click, all of
// which are the program's.
func openboxConfig(floating bool) string {
	rule := `<application class="*" type="normal"><decor>no</decor><maximized>yes</maximized></application>`
	if floating {
		rule = ""
	}
	return `<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
<desktops><number>1</number><popupTime>0</popupTime></desktops>
<focus><focusNew>yes</focusNew></focus>
<keyboard><keybind key="A-F4"><action name="Close"/></keybind></keyboard>
<mouse><context name="Client">
<mousebind button="Left" action="Press"><action name="Focus"/><action name="Raise"/></mousebind>
</context></mouse>
<applications>` + rule + `</applications>
</openbox_config>
`
}

// try runs a tool on the display and returns what it printed.
func (d *Display) try(name string, args ...string) (string, error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Env = append(os.Environ(), "DISPLAY="+d.name)
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	out, err := cmd.Output()
	if err != nil {
		err = fmt.Errorf("%s %s: %w: %s", name, strings.Join(args, " "), err, complaint.String())
	}
	return string(out), err
}

// Bounds is the whole screen.
func (d *Display) Bounds() image.Rectangle {
	return image.Rectangle{Max: d.size}
}

// Screenshot is what the screen shows now, without the mouse pointer.
func (d *Display) Screenshot() *image.RGBA {
	d.t.Helper()
	img, err := d.grab()
	if err != nil {
		d.t.Fatal(err)
	}
	return img
}

// grab takes a screenshot and remembers it. The server's own memory is read, mapped to a file: no program has
// to be started, which matters where this is done until something appears. It may be caught in the middle
// of a change; WaitStill is not fooled by that.
func (d *Display) grab() (*image.RGBA, error) {
	dump, err := os.ReadFile(filepath.Join(d.frames, "Xvfb_screen0"))
	if err != nil {
		return nil, err
	}
	img, err := decodeXWD(dump)
	if err != nil {
		return nil, err
	}
	d.last = img
	return img, nil
}

// saveFailure leaves a picture of where a failed test stood; once, before its programs are ended.
func (d *Display) saveFailure() {
	if !d.t.Failed() || d.saved {
		return
	}
	d.saved = true
	if _, err := d.grab(); err != nil {
		d.t.Log(err)
	}
	if d.last == nil {
		return
	}
	path := filepath.Join("failed", strings.ReplaceAll(d.t.Name(), "/", "_")+".png")
	if err := WritePNG(path, d.last); err != nil {
		d.t.Log(err)
		return
	}
	d.t.Logf("the screen at the end: %s", path)
}

// WritePNG writes an image to a file and makes its folder where needed.
func WritePNG(path string, img image.Image) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		return err
	}
	return os.WriteFile(path, out.Bytes(), 0o644)
}
