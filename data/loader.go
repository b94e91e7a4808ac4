package data

import (
	"bytes"
	"cmp"
	"context"
	"errors"
)

const (
	// blockSize is how much is read at once, and handed on to a worker. It is in the cache when the worker gets it.
	blockSize = 256 << 10
	// progressStep is how much is read between two reports of progress.
	progressStep = 1 << 20
)

// loader reads a dataset: all but its events at once, the events one by one.
type loader struct {
	name     string
	from     *original
	progress func(done, total int64) // or nil
	block    int                     // size of a batch of events, in bytes
	most     int                     // of bytes that are read in one piece, 0 for mostWhole
	slowly   bool                    // every event is read as if something were unusual in it
	tally    *tally
	frame    *frame
	events   *Events
}

// load returns the set, or all that is wrong with it as [Problems]. Other errors are those of ctx and of reading.
func (l *loader) load(ctx context.Context) (*Set, error) {
	if l.from.size > MaxSize {
		return nil, l.broken(&brokenError{0, tooLarge})
	}
	l.tally = new(tally)
	set, err := l.attempt(ctx)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if err := l.from.unchanged(); err != nil {
		return nil, err // whatever else is wrong may come from that
	}
	if broken, ok := errors.AsType[*brokenError](err); ok {
		return nil, l.broken(broken)
	}
	if err == nil && len(l.tally.kept) > 0 {
		return nil, l.problems()
	}
	if err != nil {
		return nil, err
	}
	set.renumberDisputes()
	return set, nil
}

// renumberDisputes gives disputes the indexes of events for their numbers in the file.
func (s *Set) renumberDisputes() {
	for i := range s.Disputes {
		for j, number := range s.Disputes[i].Events {
			s.Disputes[i].Events[j] = s.Events.InFile(number)
		}
	}
}

func (l *loader) attempt(ctx context.Context) (*Set, error) {
	batches, err := l.read(ctx)
	if err == nil {
		err = ctx.Err()
	}
	if err != nil {
		return nil, err
	}
	return l.set(batches), nil
}

// read reads the file and returns the events in batches, in the order of the file.
func (l *loader) read(ctx context.Context) ([]*records, error) {
	s := l.splitter(ctx, l.from.size, l.progress)
	prefix, ok := s.prefix()
	if !ok {
		return nil, l.readWithout(s)
	}
	early, err := newFrame(append(bytes.Clone(prefix), "]}"...), len(prefix), 0)
	if err != nil {
		return nil, err
	}
	batches, err := l.firstPass(s, &early.scope)
	if err != nil {
		return nil, err
	}
	end := s.offset
	suffix, err := s.rest()
	if err != nil {
		return nil, err
	}
	var broken error // behind the events
	l.frame, broken = newFrame(append(prefix, suffix...), len(prefix), end-int64(len(prefix)))
	if broken != nil {
		l.frame = early
	}
	if early.scope.complete() && early.scope.same(&l.frame.scope) {
		return batches, broken
	}
	s = l.splitter(ctx, end+int64(min(len(suffix), 1)), nil) // with the bracket that closes the list
	s.offset = int64(len(prefix))
	if batches, err = l.pass(s, &l.frame.scope); err != nil {
		return nil, err
	}
	return batches, broken
}

// firstPass reads the events while the file is being read. What they refer to stands before them as a rule; where it
// does not, they are passed over, to be read once it is known.
func (l *loader) firstPass(s *splitter, early *scope) ([]*records, error) {
	if early.complete() {
		return l.pass(s, early)
	}
	var buffer []byte
	err := s.events(func() []byte { return buffer }, func(b batch) error {
		buffer = b.data
		return nil
	})
	return nil, err
}

// readWithout reads a file that is without a list of events.
func (l *loader) readWithout(s *splitter) error {
	s.endsIfNotJSON()
	s.pos = 0
	content, err := s.rest()
	if err != nil {
		return err
	}
	if message := notText(content); message != "" {
		return &brokenError{0, message}
	}
	l.frame, err = newFrame(content, len(content), 0)
	return err
}

// pass reads the events, the next thing that the splitter gets to see.
func (l *loader) pass(s *splitter, scope *scope) ([]*records, error) {
	l.tally = new(tally)
	return newPass(s.ctx, scope, l.tally, l.block, l.slowly).run(s)
}

// splitter returns a splitter of the file up to an offset. Progress may be nil.
func (l *loader) splitter(ctx context.Context, end int64, progress func(done, total int64)) *splitter {
	block := int(max(min(int64(l.block), end), 1)) // no more than there is
	s := &splitter{ctx: ctx, text: l.from.text, end: end, block: block, most: cmp.Or(l.most, mostWhole)}
	reported := int64(0)
	s.progress = func(done int64) {
		if progress != nil && (done-reported >= progressStep || done == end) {
			reported = done
			progress(done, end)
		}
	}
	return s
}

// set makes the set, whose disputes have the numbers of events in the file, and holds what is in it against each other.
func (l *loader) set(batches []*records) *Set {
	f := l.frame
	b := &builder{report: f.report, lanes: f.scope.lanes, sources: f.scope.sources}
	set := b.buildSet(f.wire)
	set.lanes, set.sources = f.scope.laneIndex, f.scope.sourceIndex
	if !l.tally.full() { // else there is more than enough to report
		var same []twins
		l.events, same = assemble(batches)
		l.events.from, l.events.lanes, l.events.sources = l.from, f.scope.lanes, f.scope.sources
		b.events = l.events.names(byNumber{l.events})
		l.compare(batches, b.events, same)
		set.Disputes = collect(f.wire.Disputes, b.buildDispute)
		set.Events = *l.events
	}
	f.report.settle(f.content, place{}, f.inFile)
	l.tally.add(f.report)
	return set
}
