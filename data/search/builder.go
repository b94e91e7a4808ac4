package search

import (
	"cmp"
	"encoding/binary"
	"hash/maphash"
	"slices"
)

// SegmentSize is the most documents that a segment can have. It is a multiple of 64, so that the bitsets of segments
// can be put one after another.
const SegmentSize = 1 << 16

// Builder collects the texts of documents and makes segments of them. The zero Builder is ready. It is for one
// goroutine at a time, and worth keeping for the next segment: it keeps its memory, about four bytes for each
// different word of each document. The words of one segment and its lists of documents may take 4 GB at most.
type Builder struct {
	seed  maphash.Seed
	slots []slot   // of a hash table with open addressing, a power of two
	words []entry  // by number, in the order they were met
	bytes []byte   // of the folded words, one after another
	heard []uint32 // numbers of the words of all documents, each word once a document
	ends  []int    // where in heard each document ends
	open  bool     // there is a text after the last of them

	keys       []sortKey // of the words, while a segment is made
	dictionary dictionaryWriter
}

// slot has the number of a word plus one, or 0.
type slot struct{ hash, word uint32 }

// entry is what the builder knows of a word.
type entry struct {
	from   uint32 // in Builder.bytes
	next   uint32 // the document after the last that has it; 0 if none has
	size   uint32 // of its list, in bytes
	at     uint32 // where the next document of its list is written
	length uint8
}

// Len returns how many documents have been ended.
func (b *Builder) Len() int { return len(b.ends) }

// AddText adds a text, in UTF-8 and without escapes, to the present document. Words do not reach from one text into
// the next. The text is not kept. AddText panics if there are SegmentSize documents already.
func (b *Builder) AddText(text []byte) { addText(b, text) }

// AddString is AddText for a string.
func (b *Builder) AddString(text string) { addText(b, text) }

func addText[T string | []byte](b *Builder, text T) {
	if len(b.ends) == SegmentSize {
		panic("search: more documents than a segment can have")
	}
	b.open = true
	written := wordReader[T]{text: text}
	for written.next() {
		b.add(written.folded())
	}
}

// EndDocument ends the present document, which may be without a text, and begins the next. It panics if there are
// SegmentSize documents already.
func (b *Builder) EndDocument() {
	if len(b.ends) == SegmentSize {
		panic("search: more documents than a segment can have")
	}
	b.ends = append(b.ends, len(b.heard))
	b.open = false
}

// Reset forgets all documents but keeps the memory.
func (b *Builder) Reset() {
	clear(b.slots)
	b.words, b.bytes, b.heard, b.ends = b.words[:0], b.bytes[:0], b.heard[:0], b.ends[:0]
	b.open = false
}

func (b *Builder) add(folded []byte) {
	number := b.number(folded)
	w, document := &b.words[number], uint32(len(b.ends))
	if w.next > document {
		return // it has been heard in this document
	}
	w.size += listSize(w.next, document)
	w.next = document + 1
	b.heard = append(b.heard, number)
}

// number returns the number of a word, a new one if it has not been met before.
func (b *Builder) number(folded []byte) uint32 {
	if 2*len(b.words) >= len(b.slots) {
		b.grow()
	}
	sum := maphash.Bytes(b.seed, folded)
	hash := uint32(sum >> 32)
	mask := uint32(len(b.slots) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		s := &b.slots[i]
		switch {
		case s.word == 0:
			*s = slot{hash, uint32(len(b.words)) + 1}
			b.words = append(b.words, entry{from: uint32(len(b.bytes)), length: uint8(len(folded))})
			b.bytes = append(b.bytes, folded...)
			return s.word - 1
		case s.hash == hash && string(b.folded(s.word-1)) == string(folded):
			return s.word - 1
		}
	}
}

const fewestSlots = 1 << 13

func (b *Builder) grow() {
	old := b.slots
	if old == nil {
		b.seed = maphash.MakeSeed()
	}
	b.slots = make([]slot, max(fewestSlots, 2*len(old)))
	mask := uint32(len(b.slots) - 1)
	for _, s := range old {
		if s.word == 0 {
			continue
		}
		i := s.hash & mask
		for b.slots[i].word != 0 {
			i = (i + 1) & mask
		}
		b.slots[i] = s
	}
}

func (b *Builder) folded(number uint32) []byte {
	w := &b.words[number]
	return b.bytes[w.from : w.from+uint32(w.length)]
}

// sorted returns the numbers of the words in the order of their bytes.
func (b *Builder) sorted() []sortKey {
	b.keys = b.keys[:0]
	for i := range b.words {
		var first [8]byte
		copy(first[:], b.folded(uint32(i)))
		b.keys = append(b.keys, sortKey{binary.BigEndian.Uint64(first[:]), uint32(i)})
	}
	slices.SortFunc(b.keys, func(x, y sortKey) int {
		if x.first != y.first {
			return cmp.Compare(x.first, y.first)
		}
		return slices.Compare(b.folded(x.number), b.folded(y.number))
	})
	return b.keys
}

// sortKey has a word's first bytes, by which most words can be told apart without looking them up.
type sortKey struct {
	first  uint64
	number uint32
}

// Build returns the index of the documents, and forgets them as Reset does. If there are texts after the last
// EndDocument, they make a document too.
func (b *Builder) Build() *Segment {
	if b.open {
		b.EndDocument()
	}
	s := &Segment{documents: len(b.ends)}
	b.writeWords(s)
	b.writeLists(s)
	s.makeChapters()
	b.Reset()
	return s
}

// writeWords writes the dictionary, and finds a place for the list of each word.
func (b *Builder) writeWords(s *Segment) {
	bitset := uint32(8 * s.bitsetWords())
	lists := uint32(0)
	for _, key := range b.sorted() {
		w := &b.words[key.number]
		w.size = min(w.size, bitset)
		w.next, w.at = 0, lists
		b.dictionary.add(b.folded(key.number), w.size, lists)
		lists += w.size
	}
	s.dictionary = b.dictionary.finish()
	s.lists = make([]byte, lists)
}

// writeLists writes the documents of each word.
func (b *Builder) writeLists(s *Segment) {
	bitset := uint32(8 * s.bitsetWords())
	from := 0
	for document, end := range b.ends {
		for _, number := range b.heard[from:end] {
			w := &b.words[number]
			if w.size == bitset {
				s.lists[w.at+uint32(document)/8] |= 1 << (document % 8)
				continue
			}
			w.at += uint32(putDocument(s.lists[w.at:], w.next, uint32(document)))
			w.next = uint32(document) + 1
		}
		from = end
	}
}
