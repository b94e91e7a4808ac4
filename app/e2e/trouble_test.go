//go:build e2e && linux

package e2e

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// runBinary runs the program with an environment of its own and returns what it
// printed and its exit code.
func runBinary(t *testing.T, env []string, args ...string) (out, errOut string, code int) {
	t.Helper()
	path, err := Binary()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(path, args...)
	cmd.Dir = t.TempDir()
	cmd.Env = append([]string{"PATH=" + os.Getenv("PATH"), "HOME=" + cmd.Dir}, env...)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err = cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return stdout.String(), stderr.String(), cmd.ProcessState.ExitCode()
}

func TestWithoutADisplayItSaysWhatWorks(t *testing.T) {
	out, errOut, code := runBinary(t, []string{"LANG=C"})
	if code != 2 {
		t.Errorf("the exit code is %d, want 2", code)
	}
	if out != "" || strings.Count(errOut, "\n") != 1 || !strings.Contains(errOut, "dateline export") {
		t.Errorf("it printed %q and %q", out, errOut)
	}
}

func TestADisplayThatIsNotThereIsSaid(t *testing.T) {
	_, errOut, code := runBinary(t, []string{"LANG=C", "DISPLAY=:4711"})
	if code != 2 || strings.Contains(errOut, "goroutine") || !strings.Contains(errOut, "dateline export") {
		t.Errorf("exit code %d, and it printed %q", code, errOut)
	}
}

func TestNoLanguageIsNoTrouble(t *testing.T) {
	for _, env := range [][]string{{"LANG=C"}, {"LC_ALL=POSIX"}, nil} {
		out, errOut, code := runBinary(t, env, "version")
		if code != 0 || errOut != "" || !strings.Contains(out, "fyne v2") {
			t.Errorf("%v: exit code %d, %q and %q", env, code, out, errOut)
		}
	}
}

func TestExportNeedsNoDisplay(t *testing.T) {
	path := filepath.Join(t.TempDir(), "timeline.svg")
	if out, errOut, code := runBinary(t, []string{"LANG=C"}, "export", "-o", path); code != 0 {
		t.Fatalf("exit code %d: %s%s", code, out, errOut)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(content, []byte("Born in Laeken")) {
		t.Error("the chart does not name the first event")
	}
}

// TestAWrongFileIsExplainedOverTheOldTimeline opens a file with two mistakes:
// the window says where they are, over the bundled chronology.
func TestAWrongFileIsExplainedOverTheOldTimeline(t *testing.T) {
	home := t.TempDir()
	bad := filepath.Join(home, "bad.json")
	content := `{ "format": 1, "title": "Bad",
  "lanes": [ { "id": "a" } ],
  "events": [ { "id": "x", "lanes": ["b"], "date": "2001-13", "title": "X" } ] }`
	if err := os.WriteFile(bad, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	d := NewDisplay(t, Screen{Width: 1440, Height: 900})
	d.Move(idle)
	o := light()
	o.Home, o.Args = home, []string{bad}
	p := d.Start(o)
	d.WaitFor("the dialog", func() bool { return len(Blobs(d.Screenshot(), dialogArea, buttonGrey, 4, 600)) > 0 })
	d.WaitStill(d.Bounds())
	if got := p.Title(); got != "Oussama Atar, 1985–2018 — Dateline" {
		t.Errorf("the title is %q", got)
	}
	copyButton := Blobs(d.Screenshot(), dialogArea, buttonGrey, 4, 600)
	if len(copyButton) == 0 {
		t.Fatal("there is no dialog with buttons")
	}
	d.Click(Centre(copyButton[0]))
	d.WaitFor("the errors on the clipboard", func() bool { return strings.Contains(d.Clipboard(), "bad.json:3:") })
	for _, want := range []string{"events[0].lanes[0]", "events[0].date", "month 13"} {
		if got := d.Clipboard(); !strings.Contains(got, want) {
			t.Errorf("the errors lack %q:\n%s", want, got)
		}
	}
	if code := p.Close(); code != 0 {
		t.Errorf("it ended with exit code %d", code)
	}
}
