package diff

import (
	"cmp"
	"context"
	"runtime"

	"dateline/data/parallel"
)

// shared lets all cores do the numbers from 0 to count, each a part of them, and returns an error of one of them.
func shared(count int, do func(from, to int) error) error {
	workers := runtime.GOMAXPROCS(0)
	errs := make([]error, workers)
	var working parallel.Group
	for worker := range workers {
		working.Go(func() { errs[worker] = do(count*worker/workers, count*(worker+1)/workers) })
	}
	working.Wait()
	return cmp.Or(errs...)
}

// moment is after how many events it is asked whether the work is still wanted.
const moment = 1 << 10

// sharedEvents is shared for what reads one event after the other, until ctx ends.
func sharedEvents(ctx context.Context, count int, do func(i int) error) error {
	return shared(count, func(from, to int) error {
		for i := from; i < to; i++ {
			if (i-from)%moment == 0 && ctx.Err() != nil {
				return ctx.Err()
			}
			if err := do(i); err != nil {
				return err
			}
		}
		return nil
	})
}
