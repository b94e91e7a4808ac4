package parallel

import (
	"context"
	"errors"
	"strings"
	"sync/atomic"
	"testing"
)

// caught returns what a function panics with.
func caught(do func()) (value any) {
	defer func() { value = recover() }()
	do()
	return nil
}

// One goroutine's panic reaches the one that waits, with where it came from, when all have ended; through groups within
// groups, too.
func TestGroup_Panic(t *testing.T) {
	var ended atomic.Int32
	value := caught(func() {
		var outer Group
		for i := range 5 {
			outer.Go(func() {
				defer ended.Add(1)
				var inner Group
				inner.Go(func() { fail(i) })
				inner.Wait()
			})
		}
		outer.Wait()
	})
	p, ok := value.(*Panic)
	if !ok || p.Error() != "three" || !strings.Contains(string(p.WorkerStack()), "parallel.fail") {
		t.Fatalf("%v", value)
	}
	if ended.Load() != 5 {
		t.Errorf("%d have ended", ended.Load())
	}
	if value := caught(func() { var g Group; g.Go(func() {}); g.Wait() }); value != nil {
		t.Error(value)
	}
}

func fail(i int) {
	if i == 3 {
		panic("three")
	}
}

func TestShare(t *testing.T) {
	var done [1000]atomic.Int32
	if err := Share(t.Context(), len(done), func(worker, part int) error {
		if worker < 0 || worker >= Count() {
			t.Errorf("worker %d", worker)
		}
		done[part].Add(1)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	for part := range done {
		if n := done[part].Load(); n != 1 {
			t.Errorf("part %d was done %d times", part, n)
		}
	}
	wrong := errors.New("wrong")
	err := Share(t.Context(), 100_000, func(_, part int) error {
		if part == 7 {
			return wrong
		}
		return nil
	})
	if !errors.Is(err, wrong) {
		t.Error(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := Share(ctx, 10, func(int, int) error { t.Error("it goes on"); return nil }); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if caught(func() { _ = Share(t.Context(), 3, func(int, int) error { panic("x") }) }) == nil {
		t.Error("the panic is lost")
	}
}
