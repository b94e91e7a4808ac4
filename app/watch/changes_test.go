package watch

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// changing is a way to change the file “case/a.json” in a folder, which may be reached
// by a link. All of them put a content there.
type changing struct {
	before func(t *testing.T, root string)
	path   string // "case/a.json" where this is ""
	do     func(t *testing.T, root, path string)
}

func changings() map[string]changing {
	return map[string]changing{
		"in place":                              {do: func(t *testing.T, _, path string) { overwrite(t, path, "two") }},
		"renamed over it, as gedit and Kate do": {do: func(t *testing.T, _, path string) { replace(t, path, "two") }},
		"moved over it from elsewhere": {do: func(t *testing.T, root, path string) {
			put(t, filepath.Join(root, "other"), "two")
			move(t, filepath.Join(root, "other"), path)
		}},
		"the old one moved aside, as Vim does": {do: func(t *testing.T, _, path string) {
			move(t, path, path+"~")
			replace(t, path, "two")
			remove(t, path+"~")
		}},
		"removed and made again": {do: func(t *testing.T, _, path string) {
			remove(t, path)
			replace(t, path, "two")
		}},
		"its folder replaced": {do: func(t *testing.T, root, path string) {
			folder(t, filepath.Join(root, "next"))
			put(t, filepath.Join(root, "next", "a.json"), "two")
			move(t, filepath.Join(root, "case"), filepath.Join(root, "last"))
			move(t, filepath.Join(root, "next"), filepath.Join(root, "case"))
		}},
		"its folder removed and made again": {do: func(t *testing.T, root, path string) {
			remove(t, path)
			remove(t, filepath.Join(root, "case"))
			folder(t, filepath.Join(root, "case"))
			replace(t, path, "two")
		}},
		"its folder's folder replaced": {
			path:   "outer/inner/a.json",
			before: func(t *testing.T, root string) { folder(t, filepath.Join(root, "outer", "inner")) },
			do: func(t *testing.T, root, path string) {
				folder(t, filepath.Join(root, "next", "inner"))
				put(t, filepath.Join(root, "next", "inner", "a.json"), "two")
				move(t, filepath.Join(root, "outer"), filepath.Join(root, "last"))
				move(t, filepath.Join(root, "next"), filepath.Join(root, "outer"))
			},
		},
		"its folder moved away and back, then written": {do: func(t *testing.T, root, path string) {
			move(t, filepath.Join(root, "case"), filepath.Join(root, "away"))
			move(t, filepath.Join(root, "away"), filepath.Join(root, "case"))
			overwrite(t, path, "two")
		}},
		"the target of its link written": {
			path: "link.json",
			before: func(t *testing.T, root string) {
				link(t, filepath.Join("case", "a.json"), filepath.Join(root, "link.json"))
			},
			do: func(t *testing.T, root, _ string) {
				put(t, filepath.Join(root, "case", "part"), "two")
				move(t, filepath.Join(root, "case", "part"), filepath.Join(root, "case", "a.json"))
			},
		},
		"its link given another target": {
			path: "link.json",
			before: func(t *testing.T, root string) {
				link(t, filepath.Join(root, "case", "a.json"), filepath.Join(root, "link.json"))
			},
			do: func(t *testing.T, root, path string) {
				put(t, filepath.Join(root, "other.json"), "two")
				link(t, "other.json", path+".next")
				move(t, path+".next", path)
			},
		},
		"its link replaced by a file": {
			path: "link.json",
			before: func(t *testing.T, root string) {
				link(t, filepath.Join(root, "case", "a.json"), filepath.Join(root, "link.json"))
			},
			do: func(t *testing.T, root, path string) {
				replace(t, path, "two")
			},
		},
		"a link on the way given another target": {
			path:   "now/a.json",
			before: func(t *testing.T, root string) { link(t, "case", filepath.Join(root, "now")) },
			do: func(t *testing.T, root, path string) {
				folder(t, filepath.Join(root, "next"))
				put(t, filepath.Join(root, "next", "a.json"), "two")
				link(t, "next", filepath.Join(root, "later"))
				move(t, filepath.Join(root, "later"), filepath.Join(root, "now"))
			},
		},
		"the last of three links given another target": {
			path: "first",
			before: func(t *testing.T, root string) {
				folder(t, filepath.Join(root, "far", "deep"))
				link(t, filepath.Join("far", "second"), filepath.Join(root, "first"))
				link(t, filepath.Join("deep", "..", "third"), filepath.Join(root, "far", "second"))
				link(t, filepath.Join("..", "case", "a.json"), filepath.Join(root, "far", "third"))
			},
			do: func(t *testing.T, root, _ string) {
				put(t, filepath.Join(root, "far", "deep", "b"), "two")
				link(t, filepath.Join("deep", "b"), filepath.Join(root, "far", "next"))
				move(t, filepath.Join(root, "far", "next"), filepath.Join(root, "far", "third"))
			},
		},
	}
}

// stage lays a folder out and returns it with the path that is watched.
func (c changing) stage(t *testing.T) (root, path string) {
	t.Helper()
	root = t.TempDir()
	folder(t, filepath.Join(root, "case"))
	put(t, filepath.Join(root, "case", "a.json"), "one")
	if c.before != nil {
		c.before(t, root)
	}
	if c.path == "" {
		c.path = "case/a.json"
	}
	path = filepath.Join(root, filepath.FromSlash(c.path))
	if _, err := os.Stat(path); err != nil {
		put(t, path, "one")
	}
	return root, path
}

// Each is told once, and so is what is done to the file after it.
func TestFile_Changes(t *testing.T) {
	for name, c := range changings() {
		for mode, m := range map[string]means{"told": listening(), "polled": polling()} {
			t.Run(name+", "+mode, func(t *testing.T) {
				t.Parallel()
				root, path := c.stage(t)
				r := watched(t, path, m)
				if got := r.watch.Polling() != nil; got != (mode == "polled") && runtime.GOOS == "linux" {
					t.Fatalf("polling: %v", r.watch.Polling())
				}
				c.do(t, root, path)
				r.wants(1, "two")
				replace(t, path, "three")
				r.wants(2, "three")
			})
		}
	}
}
