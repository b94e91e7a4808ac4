package search

import (
	"sort"
	"strings"
)

// chapters cut a dictionary at blocks into stretches of about chapterBytes of words and lists. The documents of all
// words of a chapter are kept as one bitset: so a prefix of very many words, as one letter can be, takes little longer
// than reading the two chapters it begins and ends in.
type chapters struct {
	starts []uint32 // the first block of each chapter
	united []uint64 // the bitset of each but the last
}

const chapterBytes = 1 << 17

// makeChapters makes the chapters of a segment that is complete but for them.
func (s *Segment) makeChapters() {
	begun := -chapterBytes
	for i, b := range s.blocks {
		if at := int(b.word) + int(b.list); at-begun >= chapterBytes {
			begun = at
			s.starts = append(s.starts, uint32(i))
		}
	}
	if len(s.starts) < 2 {
		return
	}
	s.united = make([]uint64, (len(s.starts)-1)*s.bitsetWords())
	for i := range len(s.starts) - 1 {
		c := s.open(i)
		s.uniteWords(s.chapter(i), &c, "", s.chapterList(i+1))
	}
}

// chapter returns the bitset of a chapter.
func (s *Segment) chapter(index int) []uint64 {
	size := s.bitsetWords()
	return s.united[index*size : (index+1)*size]
}

// chapterList returns where the lists of a chapter begin.
func (s *Segment) chapterList(index int) int { return int(s.blocks[s.starts[index]].list) }

// open returns a cursor at the first word of a chapter.
func (s *Segment) open(chapter int) cursor {
	c := s.at(int(s.starts[chapter]))
	c.next()
	return c
}

// whole returns the first and the end of the chapters that are known to have only words that begin with a prefix.
func (s *Segment) whole(prefix string) (from, to int) {
	first := func(chapter int) string { return string(s.first(int(s.starts[chapter]))) }
	from = sort.Search(len(s.starts), func(i int) bool { return first(i) >= prefix })
	begun := sort.Search(len(s.starts)-from, func(i int) bool { return !strings.HasPrefix(first(from+i), prefix) })
	return from, from + begun - 1 // words that come after the prefix may be in the last
}
