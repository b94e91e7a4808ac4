package crash

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
)

// caught returns the report of a task that panics.
func caught(t *testing.T, task func()) Report {
	t.Helper()
	var reports []Report
	func() {
		defer Guard("reading", func(r Report) { reports = append(reports, r) })
		task()
	}()
	if len(reports) != 1 {
		t.Fatalf("there are %d reports", len(reports))
	}
	return reports[0]
}

// breaks panics, in a function whose name must be in the stack.
func breaks(at []int) int { return at[len(at)] }

func TestGuard(t *testing.T) {
	r := caught(t, func() { breaks([]int{1, 2}) })
	if r.What != "reading" || r.Go != runtime.Version() || r.OS != runtime.GOOS+"/"+runtime.GOARCH {
		t.Errorf("the report is %+v", r)
	}
	if want := "runtime error: index out of range [2] with length 2"; r.Value != want {
		t.Errorf("it says %q, want %q", r.Value, want)
	}
	lines := strings.Split(r.Stack, "\n")
	if !strings.HasPrefix(lines[0], "goroutine ") {
		t.Errorf("the stack begins with %q", lines[0])
	}
	if i := strings.Index(r.Stack, "crash.breaks("); i < 0 || !strings.Contains(r.Stack[i:], "\n\tcrash_test.go:") {
		t.Errorf("the stack is\n%s", r.Stack)
	}
	if strings.Contains(r.Stack, "crash.Guard(") || strings.Contains(r.Stack, "debug.Stack(") {
		t.Errorf("the stack begins with how the report was made:\n%s", r.Stack)
	}
	for _, line := range lines {
		if strings.HasPrefix(line, "\t") && strings.ContainsAny(line, `/\`) {
			t.Errorf("the stack has a folder: %q", line)
		}
	}
}

func TestGuard_NoPanic(t *testing.T) {
	done := false
	func() {
		defer Guard("reading", func(r Report) { t.Errorf("report %+v", r) })
		done = true
	}()
	if !done {
		t.Error("the task was not done")
	}
}

// A goroutine that ends itself has not panicked.
func TestGuard_Goexit(t *testing.T) {
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		defer Guard("reading", func(r Report) { t.Errorf("report %+v", r) })
		runtime.Goexit()
	}()
	<-ended
}

// deep panics anew while it panics.
func deep() {
	defer func() { panic(fmt.Sprint("second after ", recover())) }()
	panic("first")
}

type unprintable struct{}

func (unprintable) Error() string { panic("no") }

func TestGuard_Values(t *testing.T) {
	var missing *strings.Builder
	for want, task := range map[string]func(){
		"a text":   func() { panic("a text") },
		"an error": func() { panic(errors.New("an error")) },
		"4711":     func() { panic(4711) },
		"{1 two}": func() {
			panic(struct {
				a int
				b string
			}{1, "two"})
		},
		new(runtime.PanicNilError).Error():                                 func() { panic(nil) },
		"a crash.unprintable that cannot be printed":                       func() { panic(unprintable{}) },
		"second after first":                                               deep,
		"runtime error: invalid memory address or nil pointer dereference": func() { missing.Len() },
	} {
		if got := caught(t, task).Value; got != want {
			t.Errorf("it says %q, want %q", got, want)
		}
	}
}

func TestGo(t *testing.T) {
	reports := make(chan Report)
	Go("searching", func() { panic("trouble") }, func(r Report) { reports <- r })
	if r := <-reports; r.What != "searching" || r.Value != "trouble" || !strings.Contains(r.Stack, "TestGo") {
		t.Errorf("the report is %+v", r)
	}
	done := make(chan struct{})
	Go("searching", func() { close(done) }, func(r Report) { t.Errorf("report %+v", r) })
	<-done
}

func TestNew_Home(t *testing.T) {
	t.Setenv("HOME", "/home/jan")
	t.Setenv("USERPROFILE", "/home/jan")
	r := New("reading", &fs.PathError{Op: "open", Path: "/home/jan/Cases/secret.json", Err: os.ErrNotExist}, nil)
	if r.Value != "open …/secret.json: file does not exist" {
		t.Errorf("it says %q", r.Value)
	}
	if got := New("reading", "in /home/jan", nil).Value; got != "in ~" {
		t.Errorf("it says %q", got)
	}
}

func TestReport_Text(t *testing.T) {
	r := Report{
		What: "reading the file", Value: "one\ntwo", Version: "1.2", Go: "go1.26", OS: "linux/amd64",
		Stack: "goroutine 7 [running]:\nmain.f()\n\ta.go:3\n",
	}
	want := `Task:     reading the file
Panic:    one
          two
Dateline: 1.2
Go:       go1.26
System:   linux/amd64

goroutine 7 [running]:
main.f()
	a.go:3
`
	if got := r.Text(); got != want {
		t.Errorf("the text is\n%s", got)
	}
	if got := (Report{Value: "one"}).Text(); got != "Panic:    one\n" {
		t.Errorf("the text is\n%s", got)
	}
}

// The stack of a goroutine that was waited for is what tells of its panic.
func TestNew_Worker(t *testing.T) {
	if r := New("reading", worker{}, debug.Stack()); !strings.Contains(r.Stack, "where.it.was") || r.Value != "out of range" {
		t.Errorf("%+v", r)
	}
}

type worker struct{}

func (worker) Error() string { return "out of range" }
func (worker) WorkerStack() []byte {
	return []byte("goroutine 7 [running]:\nwhere.it.was(0x1)\n\t/a/b.go:3 +0x2\n")
}
