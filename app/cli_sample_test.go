package app

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// entries returns what is in a folder, hidden files too.
func entries(t *testing.T, folder string) string {
	t.Helper()
	list, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range list {
		names = append(names, e.Name())
	}
	return strings.Join(names, " ")
}

func TestCLI_Sample(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "sample.json")
	status, out, errOut := called("sample", "-o", path)
	if want := path + ": 1000 events\n"; status != statusOK || out != want || errOut != "" {
		t.Fatalf("status %d, %q, %q", status, out, errOut)
	}
	if got := entries(t, folder); got != "sample.json" {
		t.Errorf("the folder holds %s", got)
	}
	status, out, errOut = called("validate", path)
	if want := path + ": ok, 1000 events, 12 lanes, 2 sources\n"; status != statusOK || out != want {
		t.Errorf("status %d, %q, %q", status, out, errOut)
	}
}

// The standard output gets the same bytes as a file, and nothing else.
func TestCLI_SampleToStandardOutput(t *testing.T) {
	path := filepath.Join(t.TempDir(), "sample.json")
	args := []string{"sample", "--events", "1", "--seed", "18446744073709551615", "-o"}
	status, out, errOut := called(append(args, path)...)
	if status != statusOK || out != path+": 1 event\n" || errOut != "" {
		t.Fatalf("status %d, %q, %q", status, out, errOut)
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	status, out, errOut = called(append(args, standardOutput)...)
	if status != statusOK || out != string(want) || errOut != "" {
		t.Errorf("status %d, %q, %q; the file holds %q", status, out, errOut, want)
	}
	if got := entries(t, "."); got != "" {
		t.Errorf("the folder holds %s", got)
	}
}

func TestCLI_SampleMisuse(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, c := range []struct {
		args, want string
	}{
		{"", "-o sample.json"},
		{"--events 5", "-o sample.json"},
		{"--events 0 -o a.json", "--events 0: it is from 1 to 100000000"},
		{"--events -1 -o a.json", "--events -1: it is from 1"},
		{"--events 100000001 -o a.json", "--events 100000001: it is from 1"},
		{"--events many -o a.json", "--events"},
		{"--seed -1 -o a.json", "--seed"},
		{"--seed 18446744073709551616 -o a.json", "--seed"},
		{"-o a.json b.json", "b.json"},
	} {
		status, out, errOut := called(append([]string{"sample"}, strings.Fields(c.args)...)...)
		first, _, _ := strings.Cut(errOut, "\n")
		said := strings.HasPrefix(first, "dateline: ") && strings.Contains(first, c.want)
		if status != statusUnfit || out != "" || !said {
			t.Errorf("%q: status %d, %q, %q", c.args, status, out, errOut)
		}
	}
	status, _, errOut := called("sample", "-o", "missing/a.json")
	if status != statusFailed || !strings.Contains(errOut, "missing") {
		t.Errorf("a missing folder: status %d, %q", status, errOut)
	}
	if got := entries(t, "."); got != "" {
		t.Errorf("the folder holds %s", got)
	}
}

// What is called off leaves the file as it was.
func TestCLI_SampleCalledOff(t *testing.T) {
	path := file(t, "sample.json", "old")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	cmd := rootCommand()
	cmd.SetArgs([]string{"sample", "-o", path})
	if err := cmd.ExecuteContext(ctx); err == nil || err.Error() != "write "+path+": interrupted" {
		t.Errorf("error %v", err)
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != "old" {
		t.Errorf("the file holds %q, %v", got, err)
	}
	if got := entries(t, filepath.Dir(path)); got != "sample.json" {
		t.Errorf("the folder holds %s", got)
	}
}

// An interrupt in the middle of a sample that would fill the disk leaves no file, and is said.
func TestCLI_SampleInterrupted(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a process cannot interrupt itself")
	}
	self, err := os.FindProcess(os.Getpid())
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	path := filepath.Join(folder, "sample.json")
	type result struct {
		status      int
		out, errOut string
	}
	done := make(chan result, 1)
	go func() {
		status, out, errOut := called("sample", "--events", "100000000", "-o", path)
		done <- result{status, out, errOut}
	}()
	// Only once there is a file beside, interrupts do not end the test itself.
	for deadline := time.Now().Add(10 * time.Second); entries(t, folder) == ""; time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("nothing is written")
		}
	}
	if err := self.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	got := <-done
	want := "dateline: write " + path + ": interrupted\n"
	if got.status != statusFailed || got.out != "" || got.errOut != want {
		t.Errorf("status %d, %q, %q", got.status, got.out, got.errOut)
	}
	if got := entries(t, folder); got != "" {
		t.Errorf("the folder holds %s", got)
	}
}
