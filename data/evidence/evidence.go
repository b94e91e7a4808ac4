// Package evidence holds against each other what the events of a set say about themselves: other dates that their
// sources give, to whom they are known since when, and what they lead to.
package evidence

import (
	"context"
	"fmt"
	"runtime"

	"dateline/data"
	"dateline/data/edtf"
	"dateline/data/parallel"
)

// Evidence is that of one set. It is immutable and may be shared between goroutines.
type Evidence struct {
	set   *data.Set
	dated []int // events that have other dates, in time order
	dates map[int32][]Dated
	out   map[int32][]Edge // links as they are written
	in    map[int32][]Edge // the same links from their other end, in time order
	known map[string][]stated
}

// Dated is a date that a source gives an event instead of the event's own.
type Dated struct {
	Claim  int // index into the event's claims
	Source int // index into Set.Sources
	Date   edtf.Date
}

// stated is an entry of known.
type stated struct {
	event, claim int32
	date         edtf.Date
}

// Read reads the evidence of a set, on all cores, progress being told the share that is done; it may be nil. The error
// is that of ctx or one that wraps [data.ErrChanged].
func Read(ctx context.Context, set *data.Set, progress func(share float64)) (*Evidence, error) {
	e := &Evidence{
		set: set, dates: map[int32][]Dated{}, out: map[int32][]Edge{}, in: map[int32][]Edge{},
		known: map[string][]stated{},
	}
	var with []int32
	for i := range set.Events.Len() {
		if set.Events.HasEvidence(i) {
			with = append(with, int32(i))
		}
	}
	if err := e.readAll(ctx, with, progress); err != nil {
		return nil, err
	}
	return e, nil
}

// batch is how many events are read at once: a moment's work, so that progress is seen and Cancel is heard.
const batch = 1 << 12

func (e *Evidence) readAll(ctx context.Context, with []int32, progress func(share float64)) error {
	events := make([]data.Event, min(batch, len(with)))
	for from := 0; from < len(with); from += batch {
		if err := ctx.Err(); err != nil {
			return err
		}
		part := with[from:min(from+batch, len(with))]
		if err := e.readBatch(part, events); err != nil {
			return err
		}
		for i, event := range part {
			e.add(event, &events[i])
		}
		if progress != nil {
			progress(float64(from+len(part)) / float64(len(with)))
		}
	}
	return nil
}

// readBatch reads events into a list, which is as long at least.
func (e *Evidence) readBatch(part []int32, events []data.Event) error {
	workers := runtime.GOMAXPROCS(0)
	errs := make([]error, workers)
	var reading parallel.Group
	for worker := range workers {
		reading.Go(func() {
			for i := worker; i < len(part) && errs[worker] == nil; i += workers {
				events[i], errs[worker] = e.set.Events.At(int(part[i]))
			}
		})
	}
	reading.Wait()
	for _, err := range errs {
		if err != nil {
			return fmt.Errorf("read the evidence: %w", err)
		}
	}
	return nil
}

// add takes up an event. Events come in time order.
func (e *Evidence) add(number int32, event *data.Event) {
	for i, claim := range event.Claims {
		if !claim.Date.IsZero() {
			if e.dates[number] == nil {
				e.dated = append(e.dated, int(number))
			}
			e.dates[number] = append(e.dates[number], Dated{i, claim.Source, claim.Date})
		}
	}
	for _, known := range event.Known {
		e.known[known.By] = append(e.known[known.By], stated{number, int32(known.Claim), known.Date})
	}
	for _, link := range event.Links {
		e.out[number] = append(e.out[number], Edge{Event: link.To, Kind: link.Kind})
		to := int32(link.To)
		e.in[to] = append(e.in[to], Edge{Event: int(number), Kind: link.Kind, Back: true})
	}
}

// Dates returns the other dates that sources give an event, in the order of its claims. The list is not to be changed.
func (e *Evidence) Dates(event int) []Dated { return e.dates[int32(event)] }

// Dated returns the events to which sources give other dates, in time order. The list is not to be changed.
func (e *Evidence) Dated() []int { return e.dated }
