// Package parallel lets several goroutines share work. A panic in one of them reaches whoever waits for the work, who can
// recover from it; else it would end the program.
package parallel

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"
	"sync"
	"sync/atomic"
)

// Group is a number of goroutines that are waited for. The zero value is ready.
type Group struct {
	all   sync.WaitGroup
	first atomic.Pointer[Panic]
}

// Panic is a panic of a goroutine, with which Wait panics in turn.
type Panic struct {
	Value any
	stack []byte
}

// Error returns what the goroutine panicked with.
func (p *Panic) Error() string { return fmt.Sprint(p.Value) }

// WorkerStack returns the stack of the goroutine that panicked, as [debug.Stack] does.
func (p *Panic) WorkerStack() []byte { return p.stack }

// Go runs a function in a goroutine of its own.
func (g *Group) Go(work func()) {
	g.all.Go(func() {
		defer func() {
			if value := recover(); value != nil {
				p, inner := value.(*Panic) // of a group that this function has waited for
				if !inner {
					p = &Panic{value, debug.Stack()}
				}
				g.first.CompareAndSwap(nil, p)
			}
		}()
		work()
	})
}

// Wait returns when all functions have. If any has panicked, it panics with the [Panic] of the first.
func (g *Group) Wait() {
	g.all.Wait()
	if p := g.first.Load(); p != nil {
		panic(p)
	}
}

// Count returns how many goroutines can work at the same time.
func Count() int { return runtime.GOMAXPROCS(0) }

// Share runs work for each part from 0 on, below parts, on all cores, each with the number of the worker that does it. It
// returns the first error, or the cause of the end of ctx; then not all was done.
func Share(ctx context.Context, parts int, work func(worker, part int) error) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	var next atomic.Int64
	var all Group
	for worker := range min(Count(), parts) {
		all.Go(func() {
			for part := int(next.Add(1)) - 1; part < parts && ctx.Err() == nil; part = int(next.Add(1)) - 1 {
				if err := work(worker, part); err != nil {
					stop(err)
				}
			}
		})
	}
	all.Wait()
	return context.Cause(ctx)
}
