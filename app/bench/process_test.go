package bench

import (
	"testing"
	"time"
)

func TestUsed(t *testing.T) {
	const stat = "4711 (a) b (c) S 1 4711 4711 0 -1 4194304 100 0 0 0 250 50 7 8 20 0 12 0 100 1000 10\n"
	if got, err := used([]byte(stat)); err != nil || got != 3*time.Second {
		t.Errorf("it is %v, %v, want 3s", got, err)
	}
	for _, wrong := range []string{"", "4711 (a) S 1", "1 (a) S 1 2 3 4 5 6 7 8 9 0 x 50"} {
		if _, err := used([]byte(wrong)); err == nil {
			t.Errorf("%q is no process", wrong)
		}
	}
}

func TestProportional(t *testing.T) {
	const rollup = "00400000-7fff (deleted)\nRss:  300 kB\nPss:     123 kB\nPss_Dirty: 7 kB\n"
	if got, err := proportional([]byte(rollup)); err != nil || got != 123*1024 {
		t.Errorf("it is %v, %v", got, err)
	}
	if _, err := proportional([]byte("Rss: 300 kB\n")); err == nil {
		t.Error("it says nothing of memory")
	}
}
