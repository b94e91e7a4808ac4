package data

import (
	"cmp"
	"context"
	"errors"
	"math"
	"runtime"
	"slices"
	"sync"

	"dateline/data/parallel"
)

// pass reads the list of events once, with as many workers as there are processors.
type pass struct {
	ctx     context.Context
	scope   *scope
	tally   *tally
	slowly  bool // every event as if something were unusual in it
	block   int
	format  *object
	batches chan batch
	free    chan []byte

	mutex sync.Mutex
	fault *brokenError // the first in the file, or nil
}

// brokenError says why a file is not JSON.
type brokenError struct {
	offset  int64 // in the file
	message string
}

func (e *brokenError) Error() string { return e.message }

func newPass(ctx context.Context, s *scope, t *tally, block int, slowly bool) *pass {
	workers := runtime.GOMAXPROCS(0)
	return &pass{
		ctx: ctx, scope: s, tally: t, slowly: slowly, block: block, format: eventObject(),
		batches: make(chan batch, workers), free: make(chan []byte, 2*workers),
	}
}

// run returns the events in the order of the file. The error is a brokenError or that of the splitter; it means nothing
// if ctx has ended.
func (p *pass) run(s *splitter) ([]*records, error) {
	workers := make([]*worker, cap(p.batches))
	var working parallel.Group
	for i := range workers {
		workers[i] = newWorker(p)
		working.Go(workers[i].work)
	}
	err := s.events(p.buffer, p.handOn)
	close(p.batches)
	working.Wait()
	if p.fault != nil {
		return nil, p.fault
	}
	if err != nil {
		return nil, err
	}
	var all []*records
	for _, w := range workers {
		all = append(all, w.done...)
	}
	slices.SortFunc(all, func(a, b *records) int { return cmp.Compare(a.first, b.first) })
	return all, nil
}

// buffer returns a buffer that is not in use any more, nil if there is none.
func (p *pass) buffer() []byte {
	select {
	case b := <-p.free:
		return b
	default:
		return nil
	}
}

// recycle takes back what buffer returns.
func (p *pass) recycle(b []byte) {
	if cap(b) > 2*p.block {
		return // it held an event of unusual size
	}
	select {
	case p.free <- b:
	default:
	}
}

// errEnough stops the splitter where the rest of the file does not matter.
var errEnough = errors.New("the rest is not wanted")

func (p *pass) handOn(b batch) error {
	if !p.wants(b.offset) {
		return errEnough
	}
	p.batches <- b
	return nil
}

// wants reports whether a batch still has to be read: what is behind a fault does not matter, but what is before it
// may have another.
func (p *pass) wants(offset int64) bool { return p.ctx.Err() == nil && offset < p.faultAt() }

func (p *pass) faultAt() int64 {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	if p.fault == nil {
		return math.MaxInt64
	}
	return p.fault.offset
}

func (p *pass) broken(e *brokenError) {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	if p.fault == nil || e.offset < p.fault.offset {
		p.fault = e
	}
}
