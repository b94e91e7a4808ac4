package search

import "unsafe"

// Segment is an index of at most SegmentSize documents. It does not change, and can be used by several goroutines.
type Segment struct {
	documents int
	dictionary
	chapters
	lists []byte
}

// Len returns how many documents the segment has.
func (s *Segment) Len() int { return s.documents }

// Size returns how many bytes the segment takes in memory.
func (s *Segment) Size() int {
	return int(unsafe.Sizeof(*s)) + cap(s.words) + cap(s.blocks)*int(unsafe.Sizeof(block{})) +
		4*cap(s.starts) + 8*cap(s.united) + cap(s.lists)
}

func (s *Segment) bitsetWords() int { return (s.documents + 63) / 64 }

// Find appends to hits a bitset of the documents that match: one uint64 for each 64 documents of the segment or what
// is left of them, the first document in the lowest bit; bits beyond the last document are 0. An empty query matches
// all documents. If hits has room, it allocates nothing.
func (s *Segment) Find(q Query, hits []uint64) []uint64 {
	from := len(hits)
	for range s.bitsetWords() {
		hits = append(hits, ^uint64(0))
	}
	found := hits[from:]
	if last := s.documents % 64; last > 0 {
		found[len(found)-1] = 1<<last - 1
	}
	var room [SegmentSize / 64]uint64
	bits := room[:len(found)]
	for i := range q.terms {
		clear(bits)
		s.unite(bits, &q.terms[i])
		left := uint64(0)
		for j := range found {
			found[j] &= bits[j]
			left |= found[j]
		}
		if left == 0 {
			break
		}
	}
	return hits
}

// unite adds the documents that have a term to a bitset.
func (s *Segment) unite(bits []uint64, t *term) {
	c := s.seek(t.folded)
	if !t.prefix {
		if string(c.word()) == t.folded {
			unite(bits, s.lists[c.list:c.list+c.size])
		}
		return
	}
	if from, to := s.whole(t.folded); from < to {
		s.uniteWords(bits, &c, t.folded, s.chapterList(from))
		for i := from; i < to; i++ {
			for j, word := range s.chapter(i) {
				bits[j] |= word
			}
		}
		c = s.open(to)
	}
	s.uniteWords(bits, &c, t.folded, len(s.lists))
}

// uniteWords adds to a bitset the documents of words from a cursor on, as long as they begin with a prefix and their
// lists come before an end.
func (s *Segment) uniteWords(bits []uint64, c *cursor, prefix string, end int) {
	for c.list < end && c.begins(prefix) {
		unite(bits, s.lists[c.list:c.list+c.size])
		if !c.next() {
			return
		}
	}
}
