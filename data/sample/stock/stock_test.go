package stock

import (
	"os"
	"testing"

	"dateline/data"
)

func TestPathMakesAFileOnce(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("HOME", t.TempDir()) // on a Mac
	for _, s := range all[:2] {
		path, err := s.Path()
		if err != nil {
			t.Fatal(err)
		}
		set, err := data.Load(path)
		if err != nil {
			t.Fatal(err)
		}
		if n := set.Events.Len(); s.Events > 0 && n != s.Events || n == 0 {
			t.Errorf("%s has %d events", s.Name, n)
		}
		made, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		again, err := s.Path()
		if err != nil || again != path {
			t.Fatalf("the second time it is %s, %v", again, err)
		}
		if found, err := os.Stat(path); err != nil || !os.SameFile(found, made) {
			t.Errorf("%s was written a second time (%v)", s.Name, err)
		}
	}
}

func TestSizesAreLimited(t *testing.T) {
	t.Setenv(limitVariable, "")
	if got := len(Sizes()); got != 5 {
		t.Errorf("there are %d sizes, want 5", got)
	}
	t.Setenv(limitVariable, "10000")
	sizes := Sizes()
	if len(sizes) != 3 || sizes[0].Name != "bundled" || sizes[2].Events != 10_000 {
		t.Errorf("up to 10,000 there are %d sizes", len(sizes))
	}
}
