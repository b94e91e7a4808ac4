package data

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
)

// batch is a stretch of the list of events: whole elements with the commas between them.
type batch struct {
	data   []byte
	offset int64  // of data
	first  int    // number of the first element in the list
	behind string // what follows: a comma, the closing bracket, or nothing where the file ends
}

// splitter reads a dataset from its beginning and takes it apart. It looks no closer than it must: what it finds in
// text that is not JSON is for others to refuse. An error while reading is kept and ends the text.
type splitter struct {
	ctx      context.Context
	text     io.ReaderAt
	end      int64            // of the text
	progress func(done int64) // called behind every reading
	block    int              // how many bytes are read at once, and about the size of a batch
	buffer   []byte           // what has been read and not been handed on
	offset   int64            // of buffer
	pos      int              // in buffer
	err      error
	most     int // how long the buffer may become
}

// mostWhole is the size in bytes of the longest stretch that is read in one piece: an event, or all that is not an event.
// It is in memory several times over.
const mostWhole = 128 << 20

// more reads behind the buffer, making room for another block where it is full. It reports false at the end. A zero byte
// ends the text: it is an error anywhere in JSON, and what is behind it may be gigabytes of nothing.
func (s *splitter) more() bool {
	at := s.offset + int64(len(s.buffer))
	if s.err == nil {
		s.err = s.ctx.Err()
	}
	if s.err != nil || at == s.end {
		return false
	}
	if len(s.buffer) >= s.most {
		s.err = &brokenError{s.offset, fmt.Sprintf("more than %d MiB begin here that are not taken apart into events: "+
			"that is more than Dateline reads in one piece", s.most>>20)}
		return false
	}
	if len(s.buffer) == cap(s.buffer) {
		s.buffer = slices.Grow(s.buffer, max(s.block, len(s.buffer)))
	}
	room := s.buffer[len(s.buffer):cap(s.buffer)]
	n, err := s.text.ReadAt(room[:min(int64(len(room)), int64(s.block), s.end-at)], at)
	if zero := bytes.IndexByte(room[:n], 0); zero >= 0 {
		n = zero + 1
		s.end = at + int64(n)
	}
	s.buffer = s.buffer[:len(s.buffer)+n]
	if n == 0 {
		s.err = plain(cmp.Or(err, io.ErrUnexpectedEOF))
		return false
	}
	s.progress(at + int64(n))
	return true
}

// endsIfNotJSON takes what is behind the first character for the end where no value begins with that.
func (s *splitter) endsIfNotJSON() {
	const enough = 16 // to tell what it is instead
	if c := s.peek(); c != 0 && bytes.IndexByte([]byte(`{["-0123456789tfn`), c) < 0 {
		s.end = min(s.end, s.offset+int64(s.pos+enough))
		s.buffer = s.buffer[:min(len(s.buffer), s.pos+enough)]
	}
}

// rest reads the whole rest and returns it.
func (s *splitter) rest() ([]byte, error) {
	for s.more() {
	}
	return s.buffer[s.pos:], s.err
}

// peek returns the next byte that is not white space, and 0 at the end.
func (s *splitter) peek() byte {
	for {
		for ; s.pos < len(s.buffer); s.pos++ {
			if c := s.buffer[s.pos]; !isSpace(c) {
				return c
			}
		}
		if !s.more() {
			return 0
		}
	}
}

// prefix reads to the first event, behind the bracket, and returns all before it. It reports false if there is no list
// of events, or the dataset is broken before it; then nothing has been handed on.
func (s *splitter) prefix() ([]byte, bool) {
	found := s.peek() == '{'
	for found {
		s.pos++ // the brace or a comma
		var key string
		if key, found = s.key(); !found {
			break
		}
		if key != "events" {
			found = s.value() == ','
			continue
		}
		if s.peek() != '[' {
			break
		}
		s.pos++
		return s.handOn(s.pos, nil), true
	}
	s.pos = 0
	return nil, false
}

// key reads the key of a member and its colon.
func (s *splitter) key() (string, bool) {
	if s.peek() != '"' {
		return "", false
	}
	end := textEnd(s.buffer, s.pos+1)
	for ; end == len(s.buffer); end = textEnd(s.buffer, end) {
		if !s.more() {
			return "", false
		}
	}
	c := cursor{content: s.buffer, pos: s.pos}
	key := c.decoded(c.text())
	s.pos = end + 1
	colon := s.peek() == ':'
	s.pos++
	return key, colon
}

// value reads to the end of a value and returns what is there.
func (s *splitter) value() byte {
	var n nesting
	for {
		if s.pos = n.next(s.buffer, s.pos); s.pos < len(s.buffer) {
			return s.buffer[s.pos]
		}
		if !s.more() {
			return 0
		}
	}
}

// handOn takes the first so many bytes out of the buffer and returns them. The rest moves to the new buffer.
func (s *splitter) handOn(size int, fresh []byte) []byte {
	taken := s.buffer[:size]
	s.buffer = append(fresh[:0], s.buffer[size:]...)
	s.offset += int64(size)
	s.pos = 0
	return taken
}

// events reads to the end of the list of events and hands them on in batches. What the batches were read into is
// offered again by free, which may return nil.
func (s *splitter) events(free func() []byte, handOn func(batch) error) error {
	var n nesting
	cut, count, first := 0, 0, 0 // cut is behind the last comma
	for {
		s.pos = n.next(s.buffer, s.pos)
		if s.pos < len(s.buffer) {
			if s.buffer[s.pos] != ',' {
				return s.lastEvents(first, count, handOn)
			}
			s.pos++
			cut, count = s.pos, count+1
			continue
		}
		if cut > 0 && len(s.buffer) >= s.block {
			offset, pos := s.offset, s.pos-cut
			if err := handOn(batch{s.handOn(cut, free())[:cut-1], offset, first, ","}); err != nil {
				return err
			}
			s.pos, cut, first = pos, 0, count
		}
		if !s.more() {
			return s.lastEvents(first, count, handOn)
		}
	}
}

// lastEvents hands on what is left of the list, which ends at pos.
func (s *splitter) lastEvents(first, count int, handOn func(batch) error) error {
	if s.err != nil {
		return s.err
	}
	behind := ""
	switch {
	case s.pos == len(s.buffer):
	case s.buffer[s.pos] == ']':
		behind = "]"
	default:
		s.pos++ // a brace closes no list: it breaks the batch
	}
	offset := s.offset
	last := s.handOn(s.pos, nil)
	if count == 0 && len(bytes.TrimLeft(last, " \t\r\n")) == 0 {
		return nil
	}
	return handOn(batch{last, offset, first, behind})
}
