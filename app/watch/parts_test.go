package watch

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

func TestRest(t *testing.T) {
	start := time.Now()
	at := func(ms int) time.Time { return start.Add(time.Duration(ms) * time.Millisecond) }
	r := rest{quiet: 150 * time.Millisecond, most: time.Second}
	for _, step := range []struct{ at, wait, left int }{
		{0, 150, 1000}, {100, 150, 900}, {700, 150, 300}, {849, 150, 151}, {850, 150, 150}, {900, 100, 100}, {999, 1, 1}, {1000, 0, 0}, {1500, 0, -500},
	} {
		if got := r.stir(at(step.at)); got != time.Duration(step.wait)*time.Millisecond {
			t.Errorf("at %d it waits %v, want %d ms", step.at, got, step.wait)
		}
		if got := r.left(at(step.at)); got != time.Duration(step.left)*time.Millisecond {
			t.Errorf("at %d there is %v left, want %d ms", step.at, got, step.left)
		}
	}
	r.end()
	if got := r.stir(at(5000)); got != 150*time.Millisecond {
		t.Errorf("a new run waits %v", got)
	}
}

// names returns a way without its root.
func names(way []step, root string) []string {
	var list []string
	for _, s := range way {
		if rel, err := filepath.Rel(root, s.path()); err == nil && filepath.IsLocal(rel) && rel != "." {
			list = append(list, fmt.Sprintf("%s %v", filepath.ToSlash(rel), s.passed))
		}
	}
	return list
}

func TestWayTo(t *testing.T) {
	root, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	in := func(name string) string { return filepath.Join(root, filepath.FromSlash(name)) }
	folder(t, in("a/b"))
	put(t, in("a/b/file"), "")
	link(t, filepath.Join("..", "a", ".", "b"), in("a/rel"))
	link(t, in("a/b/file"), in("abs"))
	link(t, "none/x", in("dangling"))
	link(t, "circle", in("circle"))
	link(t, "b/..", in("a/up"))
	for path, want := range map[string][]string{
		"a/b/file":     {"a true", "a/b true", "a/b/file false"},
		"a/rel/file":   {"a true", "a/rel false", "a true", "a/b true", "a/b/file false"},
		"abs":          {"abs false", "a true", "a/b true", "a/b/file false"},
		"dangling":     {"dangling false", "none false"},
		"none":         {"none false"},
		"none/deep":    {"none false"},
		"a/b/file/sub": {"a true", "a/b true", "a/b/file false", "a/b/file/sub false"},
		"a/up/b/file":  {"a true", "a/up false", "a/b true", "a/b true", "a/b/file false"},
	} {
		way := wayTo(in(path))
		if got := names(way, root); !slices.Equal(got, want) {
			t.Errorf("the way to %s is %q, want %q", path, got, want)
		}
		if way[0].folder != filepath.VolumeName(root)+string(filepath.Separator) {
			t.Errorf("the way to %s begins in %s", path, way[0].folder)
		}
	}
	if got := len(names(wayTo(in("circle")), root)); got != mostLinks+1 {
		t.Errorf("in a circle %d links are followed", got)
	}
}

func TestSameWay(t *testing.T) {
	root := t.TempDir()
	folder(t, filepath.Join(root, "a"))
	path := filepath.Join(root, "a", "file")
	put(t, path, "one")
	before := wayTo(path)
	put(t, path+"2", "two")
	move(t, path+"2", path)
	if !sameWay(before, wayTo(path)) {
		t.Error("another file is another way")
	}
	if sameWay(before, wayTo(path+"2")) || sameWay(before, before[:len(before)-1]) {
		t.Error("another name is no other way")
	}
	move(t, filepath.Join(root, "a"), filepath.Join(root, "b"))
	folder(t, filepath.Join(root, "a"))
	put(t, path, "one")
	if sameWay(before, wayTo(path)) {
		t.Error("another folder of the same name is no other way")
	}
}

// What is written at once, as large as before, has no other time on a coarse
// clock, and is seen all the same.
func TestGlimpse_SameTime(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a")
	put(t, path, "one")
	before := take(path)
	put(t, path, "two")
	if err := os.Chtimes(path, time.Time{}, before.info.ModTime()); err != nil {
		t.Fatal(err)
	}
	if before.stands(path) {
		t.Error("a file written just before is taken for what it was")
	}
	if _, changed := before.again(path, false); !changed {
		t.Error("other content is not seen")
	}
	// Long after it was written that is not feared, and the file not read again.
	before.seen = before.info.ModTime().Add(clockTick + time.Second)
	if !before.stands(path) {
		t.Error("a file that has long been there is not taken for what it was")
	}
	if _, changed := before.again(path, true); !changed {
		t.Error("other content is not seen where there surely is some")
	}
}

func TestGlimpse_Again(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "a")
	put(t, path, "one")
	file := take(path)
	none := take(filepath.Join(folder, "none"))
	unread := file
	unread.whole = false
	for name, c := range map[string]struct {
		before glimpse
		path   string
		want   bool
	}{
		"the same":             {file, path, false},
		"none":                 {none, none.path(folder), false},
		"gone":                 {file, none.path(folder), true},
		"come":                 {none, path, true},
		"a folder is no file":  {file, folder, true},
		"nor is one another":   {none, folder, false},
		"it could not be read": {unread, path, true},
	} {
		for _, sure := range []bool{false, true} {
			if _, got := c.before.again(c.path, sure); got != c.want {
				t.Errorf("%s, sure %v: changed %v", name, sure, got)
			}
		}
	}
	if unread.stands(path) {
		t.Error("what could not be read is taken for what it was")
	}
}

func (g *glimpse) path(folder string) string { return filepath.Join(folder, "none") }
