// Package crash turns a panic in the background into a report, so that one task
// ends and not the program. A report can be handed on: it names no folder of the
// person at whose computer it came about.
package crash

import (
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
)

// Report is what is known of a panic.
type Report struct {
	What    string // the task, as its caller named it, without folders
	Value   string // what the panic said, without folders
	Stack   string // of the goroutine, the panicking call first; source files by their names alone
	Version string // of the program; Guard leaves it to whoever knows it
	Go      string // the version of Go
	OS      string // operating system and processor, such as linux/amd64
}

// Guard is to be deferred itself, "defer crash.Guard(…)", at the beginning of a
// task. If the task panics, it ends there and its report is handed over, in the
// task's goroutine; else Guard does nothing. Errors of the runtime that cannot
// be recovered from, such as two goroutines writing a map, still end the
// program.
func Guard(what string, report func(Report)) {
	if value := recover(); value != nil {
		report(New(what, value, debug.Stack()))
	}
}

// Go does work in a goroutine of its own, guarded.
func Go(what string, work func(), report func(Report)) {
	go func() {
		defer Guard(what, report)
		work()
	}()
}

// New returns the report of a value that was recovered, with the stack as
// [debug.Stack] gives it to the deferred function that recovers.
func New(what string, value any, stack []byte) Report {
	if worker, ok := value.(interface{ WorkerStack() []byte }); ok {
		stack = worker.WorkerStack() // it panicked in another goroutine, which was waited for
	}
	home, err := os.UserHomeDir()
	if err != nil {
		home = ""
	}
	return Report{
		What:  withoutFolders(what, home),
		Value: private(said(value), value, home),
		Stack: tidied(string(stack)),
		Go:    runtime.Version(),
		OS:    runtime.GOOS + "/" + runtime.GOARCH,
	}
}

// said returns a recovered value as text. Its own methods may panic as well.
func said(value any) (text string) {
	defer func() {
		if recover() != nil {
			text = fmt.Sprintf("a %T that cannot be printed", value)
		}
	}()
	switch v := value.(type) {
	case error:
		return v.Error()
	case string:
		return v
	}
	return fmt.Sprint(value)
}

// Text returns the report as it may be sent to those who maintain the program,
// several lines that end in a line break.
func (r Report) Text() string {
	var b strings.Builder
	line := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%-9s %s\n", name+":", strings.ReplaceAll(value, "\n", "\n          "))
		}
	}
	line("Task", r.What)
	line("Panic", r.Value)
	line("Dateline", r.Version)
	line("Go", r.Go)
	line("System", r.OS)
	if stack := strings.TrimRight(r.Stack, "\n"); stack != "" {
		b.WriteString("\n" + stack + "\n")
	}
	return b.String()
}
