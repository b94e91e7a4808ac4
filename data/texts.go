package data

import (
	"context"
	"fmt"
	"slices"
)

// Texts are the texts of an event that can be searched in, without the escapes of JSON.
type Texts struct {
	Title, Summary       []byte
	People, Places, Tags [][]byte
	Quotes               [][]byte // of the claims
}

// textBlock is how many bytes of the file are read at once for EachText.
const textBlock = 1 << 20

// EachText reads the events that have the numbers from up to, not including, to in the order of the file, and calls
// yield on each with its index until that reports false. The texts are valid until yield returns. Numbers are from 0 to
// Len(). This is the fast way to read many events; several goroutines may go through parts of the file at once.
//
// The error wraps that of ctx, [ErrChanged] if the file is not what it was when it was loaded, or that of reading.
func (e *Events) EachText(ctx context.Context, from, to int, yield func(event int, texts *Texts) bool) error {
	r := textReader{events: e}
	for number, read := from, from; number < to; number++ {
		if number == read {
			var err error
			if read, err = r.fill(ctx, number, to); err != nil {
				return fmt.Errorf("read texts: %w", err)
			}
		}
		if !r.read(number) {
			return fmt.Errorf("read texts of event %q: %w", e.ID(e.InFile(number)), ErrChanged)
		}
		if !yield(e.InFile(number), &r.texts) {
			break
		}
	}
	return nil
}

// spotOf returns where the event with a number in the file is.
func (e *Events) spotOf(number int) *spot { return &e.spots[e.order[number]] }

func (s *spot) end() int64 { return s.offset + int64(s.length) }

// textReader reads the texts of one event after the other.
type textReader struct {
	strict
	events *Events
	block  []byte
	start  int64 // of the block in the file
	id     []byte
	texts  Texts
}

// fill reads as many events as are in a block, at least one, and returns the number behind them.
func (r *textReader) fill(ctx context.Context, number, most int) (behind int, err error) {
	if err := ctx.Err(); err != nil {
		return 0, err
	}
	e := r.events
	r.start = e.spotOf(number).offset
	behind = number + 1
	for behind < most && e.spotOf(behind).end() <= r.start+textBlock {
		behind++
	}
	size := int(e.spotOf(behind-1).end() - r.start)
	r.block = slices.Grow(r.block[:0], size)[:size]
	return behind, e.from.read(r.block, r.start)
}

// read reads an event of the block. The file may have changed: it reports false if it finds anything else.
func (r *textReader) read(number int) bool {
	s := r.events.spotOf(number)
	at := s.offset - r.start
	r.forget()
	r.data, r.pos, r.id = r.block[at:at+int64(s.length)], 0, nil
	t := &r.texts
	*t = Texts{People: t.People[:0], Places: t.Places[:0], Tags: t.Tags[:0], Quotes: t.Quotes[:0]}
	_, ok := r.members(r.field)
	return ok && string(r.id) == r.events.ID(r.events.InFile(number))
}

func (r *textReader) field(key []byte) (field int, ok bool) {
	field = eventFieldOf(key)
	switch field {
	case -1:
	case eventID:
		r.id, ok = r.text()
	case eventTitle:
		r.texts.Title, ok = r.text()
	case eventSummary:
		r.texts.Summary, ok = r.text()
	case eventPeople:
		ok = r.addAll(&r.texts.People)
	case eventPlaces:
		ok = r.addAll(&r.texts.Places)
	case eventTags:
		ok = r.addAll(&r.texts.Tags)
	case eventClaims:
		ok = r.elements(r.claim)
	default:
		ok = r.skip()
	}
	return field, ok
}

func (r *textReader) addAll(to *[][]byte) bool { return r.elements(func() bool { return r.add(to) }) }

func (r *textReader) add(to *[][]byte) bool {
	text, ok := r.text()
	*to = append(*to, text)
	return ok
}

func (r *textReader) claim() bool {
	_, ok := r.members(func(key []byte) (field int, ok bool) {
		field = claimFieldOf(key)
		switch field {
		case -1:
		case claimQuote:
			ok = r.add(&r.texts.Quotes)
		default:
			ok = r.skip()
		}
		return field, ok
	})
	return ok
}

// skip passes over a value that is not wanted.
func (r *textReader) skip() bool {
	r.pos = new(nesting).next(r.data, r.pos)
	return true
}
