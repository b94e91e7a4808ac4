package data

import (
	"context"
	"fmt"
)

// Content returns the whole dataset as it stands in the file, without a byte order mark. The error is that of [Events.At].
func (s *Set) Content() ([]byte, error) {
	content := make([]byte, s.Events.from.size)
	if err := s.Events.from.read(content, 0); err != nil {
		return nil, fmt.Errorf("read the dataset: %w", err)
	}
	return content, nil
}

// Raw returns the object of an event as it stands in the file, to the byte. The error is that of [Events.At].
func (e *Events) Raw(i int) ([]byte, error) {
	if i < 0 || i >= e.Len() {
		return nil, fmt.Errorf("there is no event %d: the set has %d events", i, e.Len())
	}
	content, err := e.content(i)
	if err != nil {
		return nil, fmt.Errorf("read event %q: %w", e.ID(i), err)
	}
	return content, nil
}

// EachRaw reads the events that have the numbers from up to, not including, to in the order of the file, and calls yield
// on each with its index and its object as it stands in the file, until that reports false. The object is valid until
// yield returns. Numbers are from 0 to Len(). Several goroutines may go through parts of the file at once.
//
// The error is that of [Events.EachText].
func (e *Events) EachRaw(ctx context.Context, from, to int, yield func(event int, object []byte) bool) error {
	r := textReader{events: e}
	for number, read := from, from; number < to; number++ {
		if number == read {
			var err error
			if read, err = r.fill(ctx, number, to); err != nil {
				return fmt.Errorf("read events: %w", err)
			}
		}
		s := e.spotOf(number)
		at := s.offset - r.start
		if !yield(e.InFile(number), r.block[at:at+int64(s.length)]) {
			break
		}
	}
	return nil
}
