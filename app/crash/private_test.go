package crash

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"
)

func TestWithoutFolders(t *testing.T) {
	for message, want := range map[string]string{
		"open /home/jan/a.json: no such file":             "open …/a.json: no such file",
		"open /home/jan/Cases/a.json: no such file":       "open …/a.json: no such file",
		"open /home/jan/Big Case/My Notes/a.json: denied": "open …/a.json: denied",
		"/home/jan":               "~",
		"chdir /home/jan: denied": "chdir ~: denied",
		"/var/tmp/a.json:3:4: events[0]: month 13":            "…/a.json:3:4: events[0]: month 13",
		`open C:\Users\jan\Cases\a.json: denied`:              `open …/a.json: denied`,
		`open \\server\share\a.json: denied`:                  `open …/a.json: denied`,
		`open D:/Cases/a.json`:                                `open …/a.json`,
		"“/mnt/stick/Cases/a.json” is “no” file":              "“…/a.json” is “no” file",
		"rename /mnt/a/b.json /mnt/c/d.json: denied":          "rename …/d.json: denied",
		"file:///home/jan/Cases/a.json":                       "file:…/a.json",
		"(/mnt/stick/a.json)":                                 "(…/a.json)",
		"open /mnt/Jan's Case/Deep/a.json: denied":            "open …/a.json: denied",
		"open /mnt/Jan’s Case/a.json: denied":                 "open …/a.json: denied",
		"‘/mnt/stick/a.json’ and '/mnt/stick/b.json' differ":  "‘…/a.json’ and '…/b.json' differ",
		"open Cases/Secret/a.json: no such file":              "open …/a.json: no such file",
		"open ../Cases/a.json: no such file":                  "open …/a.json: no such file",
		`open Cases\a.json: no such file`:                     `open …/a.json: no such file`,
		"first /mnt/x/a.json\nsecond /mnt/y/b.json":           "first …/a.json\nsecond …/b.json",
		"runtime error: index out of range [3] with length 2": "runtime error: index out of range [3] with length 2",
		"date 2000/2006 and/or 1/2":                           "date 2000/2006 and/or 1/2",
		"interface {} is *data.Set, not string":               "interface {} is *data.Set, not string",
		"in /home/janet":                                      "in …/janet",
		"in /home/jan.":                                       "in ~.",
		"in /home/jan.doe":                                    "in …/jan.doe",
		"10 / 0":                                              "10 / 0",
		"":                                                    "",
	} {
		if got := withoutFolders(message, "/home/jan"); got != want {
			t.Errorf("%q became %q, want %q", message, got, want)
		}
	}
}

// Of what an error knows to be a path nothing comes through, whatever is in it.
func TestNew_KnownPaths(t *testing.T) {
	t.Setenv("HOME", "/home/jan")
	t.Setenv("USERPROFILE", "/home/jan")
	const secret = `Cases 10:30/"Jan"/'` + "\n"
	file := func(name string) string { return secret + "/" + name }
	inner := &fs.PathError{Op: "open", Path: file("a"), Err: fs.ErrNotExist}
	for want, err := range map[string]error{
		"open …/a: file does not exist":               inner,
		"read: open …/a: file does not exist":         fmt.Errorf("read: %w", inner),
		"one: more: open …/a: file does not exist: 2": fmt.Errorf("one: %w: %w", fmt.Errorf("more: %w", inner), errors.New("2")),
		"one\nopen …/a: file does not exist":          errors.Join(errors.New("one"), inner),
		"rename …/b …/c: permission denied":           &os.LinkError{Op: "rename", Old: file("b"), New: file("c"), Err: fs.ErrPermission},
		"open a: file does not exist":                 &fs.PathError{Op: "open", Path: "a", Err: fs.ErrNotExist},
		"open : file does not exist":                  &fs.PathError{Op: "open", Err: fs.ErrNotExist},
		"mount: only part of it: open …/a: no":        fmt.Errorf("mount: %w", &fs.PathError{Op: "only part of it: open", Path: "Cases/a", Err: errors.New("no")}),
		"open ~: no":                                  &fs.PathError{Op: "open", Path: "/home/jan", Err: errors.New("no")},
	} {
		if got := New("reading", err, nil).Value; got != want {
			t.Errorf("it says %q, want %q", got, want)
		}
	}
	if got := New("reading /mnt/Cases/a.json", "trouble", nil).What; got != "reading …/a.json" {
		t.Errorf("the task is %q", got)
	}
}

func TestWithoutFolders_Homes(t *testing.T) {
	for home, want := range map[string]string{
		"/home/jan/": "in ~: it", "": "in /jan: it", "/": "in /jan: it", "/jan": "in ~: it",
	} {
		message := "in /home/jan: it"
		if home == "" || home == "/" || home == "/jan" {
			message = "in /jan: it"
		}
		if got := withoutFolders(message, home); got != want {
			t.Errorf("with the home %q: %q, want %q", home, got, want)
		}
	}
}

// No folder of an absolute path comes through, wherever the path stands.
func FuzzWithoutFolders(f *testing.F) {
	for _, seed := range []string{"open ", "(", "“", "a: ", "rename /x/y ", "\n", "C:", ".", "~"} {
		f.Add(seed, ": denied")
	}
	f.Fuzz(func(t *testing.T, before, after string) {
		// A path begins where no letter, digit or underscore stands, else it is none.
		if before != "" && !strings.ContainsAny(before[len(before)-1:], " \n(:,;=[{\"'.~") {
			before += " "
		}
		got := withoutFolders(before+"/mnt/Secret Case/Deep/a.json"+after, "/home/jan")
		if strings.Contains(got, "/mnt/Secret") || strings.Contains(got, "Case/Deep") {
			t.Errorf("%q", got)
		}
	})
}

func TestTidied(t *testing.T) {
	const stack = `goroutine 7 [running]:
runtime/debug.Stack()
	/usr/local/go/src/runtime/debug/stack.go:26 +0x5e
dateline/app/crash.Guard({0x1, 0x2}, 0x3)
	/home/jan/src/dateline/app/crash/crash.go:35 +0x45
panic({0x4?, 0x5?})
	/usr/local/go/src/runtime/panic.go:783 +0x132
dateline/app.(*window).show(...)
	/home/jan/my src/dateline/app/window.go:12
main.f({0x1})
	C:/Users/jan/src/main.go:3 +0x1d
created by dateline/app.away in goroutine 1
	/home/jan/src/dateline/app/window.go:240 +0x66
`
	const want = `goroutine 7 [running]:
dateline/app.(*window).show(...)
	window.go:12
main.f({0x1})
	main.go:3 +0x1d
created by dateline/app.away in goroutine 1
	window.go:240 +0x66
`
	if got := tidied(stack); got != want {
		t.Errorf("tidied it is\n%s", got)
	}
	for stack, want := range map[string]string{"": "\n", "goroutine 7 [running]:": "goroutine 7 [running]:\n", "a\npanic(nil)": "a\n"} {
		if got := tidied(stack); got != want {
			t.Errorf("%q became %q, want %q", stack, got, want)
		}
	}
}
