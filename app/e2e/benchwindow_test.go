//go:build e2e && linux

package e2e

import (
	"encoding/json"
	"flag"
	"fmt"
	"image"
	"os"
	"path/filepath"
	"testing"

	"dateline/app/bench"
	"dateline/data/sample/stock"
)

var asJSON = flag.Bool("json", false, "for make bench-window: print a line of JSON for each dataset instead of tables")

// dataset is what the window is measured with.
type dataset struct{ name, path string } // the path of the bundled one is ""

// TestBenchWindow measures the real window with datasets of all sizes, or with the files named on the command line
// (make bench-window). Their names count from $DATELINE_BENCH_WINDOW on, without which nothing is measured.
func TestBenchWindow(t *testing.T) {
	folder := os.Getenv("DATELINE_BENCH_WINDOW")
	if folder == "" {
		t.Skip("takes minutes: make bench-window runs it")
	}
	program, err := Binary()
	if err != nil {
		t.Fatal(err)
	}
	out := os.Stdout
	os.Stdout = os.Stderr // where package testing says PASS, which is no line of JSON
	d := NewDisplay(t, Screen{Width: 1600, Height: 900})
	d.Move(image.Pt(1599, 899)) // out of the way: nothing is hovered
	cache, err := warmed(d, program)
	if err != nil {
		t.Fatal(err)
	}
	var all []bench.Window
	for _, set := range datasets(t, folder, flag.Args()) {
		fmt.Fprintf(os.Stderr, "measuring %s\n", set.name)
		w, err := measured(d, program, cache, set)
		switch {
		case err != nil:
			t.Errorf("%s: %v", set.name, err)
		case *asJSON:
			if err := json.NewEncoder(out).Encode(w); err != nil {
				t.Fatal(err)
			}
		default:
			all = append(all, w)
		}
	}
	if len(all) > 0 {
		fmt.Fprint(out, bench.Tables(all))
	}
}

// datasets returns the files, or where none are given the standard sizes.
func datasets(t *testing.T, folder string, files []string) []dataset {
	t.Helper()
	var all []dataset
	for _, file := range files {
		set := dataset{filepath.Base(file), file}
		if !filepath.IsAbs(file) {
			set.path = filepath.Join(folder, file)
		}
		all = append(all, set)
	}
	if len(all) > 0 {
		return all
	}
	for _, size := range stock.Sizes() {
		set := dataset{name: size.Name}
		if size.Events > 0 {
			path, err := size.Path()
			if err != nil {
				t.Fatal(err)
			}
			set.path = path
		}
		all = append(all, set)
	}
	return all
}

// warmed returns a folder for caches in which there is what the very first start on a machine compiles for the graphics
// card: some 0.4 s that no later start takes.
func warmed(d *Display, program string) (string, error) {
	cache := d.t.TempDir()
	_, err := ask(d, question{program: program, home: d.t.TempDir(), cache: cache, what: "start"})
	return cache, err
}

// measured starts the program twice: the second time it goes by the toolkit's clock. So no series finds what another
// one has left in the program's caches.
func measured(d *Display, program, cache string, set dataset) (bench.Window, error) {
	var size int64
	if set.path != "" {
		info, err := os.Stat(set.path)
		if err != nil {
			return bench.Window{}, err
		}
		size = info.Size()
	}
	var reports [2]bench.Report
	for i, what := range []string{"frames", "steps"} {
		var err error
		reports[i], err = ask(d, question{program: program, home: d.t.TempDir(), cache: cache, what: what, file: set.path})
		if err != nil {
			return bench.Window{}, err
		}
	}
	return bench.Measured(set.name, size, reports[0], reports[1]), nil
}
