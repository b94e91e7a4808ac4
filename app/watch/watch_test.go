package watch

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// VS Code and the shell's ">" empty a file before they write it; that may be
// seen, but what it holds in the end is.
func TestFile_EmptiedFirst(t *testing.T) {
	_, path := changing{}.stage(t)
	r := watched(t, path, listening())
	put(t, path, "two")
	r.until("it is told", func() bool { return r.content == "two" })
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_APPEND, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if _, err := file.WriteString(" and more"); err != nil {
		t.Error(err)
	}
	r.until("it is told", func() bool { return r.content == "two and more" })
}

// Not even where only the time was changed, or the disk block.
func TestFile_SameContent(t *testing.T) {
	for mode, m := range map[string]means{"told": listening(), "polled": polling()} {
		t.Run(mode, func(t *testing.T) {
			_, path := changing{}.stage(t)
			r := watched(t, path, m)
			r.silent(func() { touch(t, path) })
			r.silent(func() { overwrite(t, path, "one"); touch(t, path) })
			r.silent(func() { put(t, path+".part", "one"); touch(t, path+".part"); move(t, path+".part", path) })
			r.silent(func() { remove(t, path); replace(t, path, "one"); touch(t, path) })
		})
	}
}

// What happens beside the file is not even looked into.
func TestFile_Others(t *testing.T) {
	root, path := changing{}.stage(t)
	r := watched(t, path, listening())
	for _, name := range []string{"case/b.json", "case/a.json~", "case/.a.json.swp", "a.json", "case/A.json"} {
		put(t, filepath.Join(root, name), "two")
		remove(t, filepath.Join(root, name))
	}
	folder(t, filepath.Join(root, "case", "sub"))
	put(t, filepath.Join(root, "case", "sub", "a.json"), "two")
	replace(t, path, "last")
	r.wants(1, "last")
	if r.same != 1 { // the touch of wants
		t.Errorf("%d looks are taken without a change", r.same)
	}
}

// A file that is gone is told to be, once, and when it is back.
func TestFile_Gone(t *testing.T) {
	for mode, m := range map[string]means{"told": listening(), "polled": polling()} {
		m.most = 300 * time.Millisecond
		t.Run(mode, func(t *testing.T) {
			_, path := changing{}.stage(t)
			r := watched(t, path, m)
			remove(t, path)
			r.until("it is gone", func() bool { return r.changed == 1 && r.gone })
			replace(t, path, "one")
			r.wants(2, "one")
			if err := os.RemoveAll(filepath.Dir(path)); err != nil {
				t.Fatal(err)
			}
			r.until("it is gone", func() bool { return r.changed == 3 && r.gone })
			folder(t, path) // not a file
			remove(t, path)
			replace(t, path, "two")
			r.wants(4, "two")
		})
	}
}

// A file that is looked for while it is about to be made again is not told to be
// gone.
func TestFile_GoneForAMoment(t *testing.T) {
	_, path := changing{}.stage(t)
	m := listening()
	m.quiet, m.most = time.Millisecond, time.Hour
	r := watched(t, path, m)
	remove(t, path)
	r.until("it is looked for", func() bool { return r.waits+r.changed > 0 })
	replace(t, path, "two")
	r.wants(1, "two")
}

// There need be neither file nor folder at first.
func TestFile_NotYet(t *testing.T) {
	for mode, m := range map[string]means{"told": listening(), "polled": polling()} {
		t.Run(mode, func(t *testing.T) {
			root := t.TempDir()
			path := filepath.Join(root, "x", "y", "a.json")
			r := watched(t, path, m)
			folder(t, filepath.Join(root, "x"))
			folder(t, filepath.Join(root, "x", "y"))
			put(t, filepath.Join(root, "part"), "one")
			move(t, filepath.Join(root, "part"), path)
			r.wants(1, "one")
		})
	}
}

// Events that do not end do not keep a change from being told.
func TestFile_NoRest(t *testing.T) {
	_, path := changing{}.stage(t)
	m := listening()
	m.quiet, m.most = time.Hour, 200*time.Millisecond
	r := watched(t, path, m)
	replace(t, path, "two")
	r.until("it is told", func() bool { return r.content == "two" })
}

// A large file is not read: its time tells.
func TestFile_Large(t *testing.T) {
	_, path := changing{}.stage(t)
	if err := os.Truncate(path, mostSummed); err != nil {
		t.Skip("no large files here:", err)
	}
	m := listening()
	changes := make(chan struct{}, 10)
	ctx, cancel := context.WithCancel(context.Background())
	w, err := begin(ctx, path, func() { changes <- struct{}{} }, m)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { cancel(); <-w.Done() }()
	touch(t, path)
	select {
	case <-changes:
	case <-time.After(patience):
		t.Error("it is not told that a large file has another time")
	}
}

func TestFile_BadPath(t *testing.T) {
	if w, err := File(context.Background(), "", func() {}); err == nil || w != nil {
		t.Errorf("%v, %v", w, err)
	}
}

// A relative path is that of the folder that the program is in now.
func TestFile_Relative(t *testing.T) {
	root, path := changing{}.stage(t)
	t.Chdir(root)
	r := watched(t, filepath.Join("case", "..", "case", "a.json"), listening())
	t.Chdir(t.TempDir())
	r.path = path
	replace(t, path, "two")
	r.wants(1, "two")
}

// File itself, with the times it waits.
func TestFile(t *testing.T) {
	_, path := changing{}.stage(t)
	changes := make(chan struct{}, 10)
	ctx, cancel := context.WithCancel(context.Background())
	w, err := File(ctx, path, func() { changes <- struct{}{} })
	if err != nil {
		t.Fatal(err)
	}
	replace(t, path, "two")
	select {
	case <-changes:
	case <-time.After(patience):
		t.Error("nothing is told")
	}
	cancel()
	<-w.Done()
	put(t, path, "three")
	if got := ours(); got != "" {
		t.Errorf("there is still\n%s", got)
	}
	if len(changes) > 0 {
		t.Error("something is told after the end")
	}
}

// ours returns the goroutines of a watch, and waits a while for there to be none.
func ours() string {
	stacks := ""
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(time.Millisecond) {
		buffer := make([]byte, 1<<20)
		stacks = ""
		for stack := range strings.SplitSeq(string(buffer[:runtime.Stack(buffer, true)]), "\n\n") {
			if strings.Contains(stack, "watch.(*watcher)") || strings.Contains(stack, "fsnotify.") {
				stacks += stack + "\n"
			}
		}
		if stacks == "" {
			break
		}
	}
	return stacks
}

// A watch whose context ended before it began tells nothing and ends.
func TestFile_Ended(t *testing.T) {
	_, path := changing{}.stage(t)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	w, err := File(ctx, path, func() { t.Error("told") })
	if err != nil {
		t.Fatal(err)
	}
	<-w.Done()
	if got := ours(); got != "" {
		t.Errorf("there is still\n%s", got)
	}
}
