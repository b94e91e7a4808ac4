package search

import (
	"encoding/binary"
	"slices"
	"sort"
)

// dictionary has the words of a segment in the order of their bytes. Of each it has how many bytes it shares with the
// word before it, how many follow, these, and the size of its list of documents. The first word of a block shares none.
// The lists follow each other as the words do.
type dictionary struct {
	words  []byte
	blocks []block
}

// block is where the first of blockWords words is, and its list.
type block struct{ word, list uint32 }

const blockWords = 16

// dictionaryWriter writes a dictionary; its words must come in order. It keeps its memory for the next.
type dictionaryWriter struct {
	written dictionary
	last    []byte
	count   int
}

// add writes a word, with the size of its list and where that is.
func (d *dictionaryWriter) add(word []byte, size, list uint32) {
	shared := 0
	if d.count%blockWords == 0 {
		d.written.blocks = append(d.written.blocks, block{uint32(len(d.written.words)), list})
	} else {
		for shared < min(len(word), len(d.last)) && word[shared] == d.last[shared] {
			shared++
		}
	}
	rest := word[shared:]
	d.written.words = append(d.written.words, byte(shared), byte(len(rest)))
	d.written.words = append(d.written.words, rest...)
	d.written.words = binary.AppendUvarint(d.written.words, uint64(size))
	d.last = word
	d.count++
}

// finish returns what was written, without spare room, and forgets it.
func (d *dictionaryWriter) finish() dictionary {
	finished := dictionary{slices.Clone(d.written.words), slices.Clone(d.written.blocks)}
	*d = dictionaryWriter{written: dictionary{d.written.words[:0], d.written.blocks[:0]}}
	return finished
}

// cursor goes over the words of a dictionary.
type cursor struct {
	words      []byte // after the present word
	length     int
	buffer     [mostBytes]byte
	list, size int // the list of the present word
}

// word returns the present word, until the next is read.
func (c *cursor) word() []byte { return c.buffer[:c.length] }

// next goes to the next word and reports whether there is one.
func (c *cursor) next() bool {
	if len(c.words) == 0 {
		return false
	}
	shared, rest := int(c.words[0]), int(c.words[1])
	c.length = shared + copy(c.buffer[shared:], c.words[2:2+rest])
	c.words = c.words[2+rest:]
	size, bytes := binary.Uvarint(c.words)
	c.words = c.words[bytes:]
	c.list += c.size
	c.size = int(size)
	return true
}

// begins reports whether the present word begins with a prefix.
func (c *cursor) begins(prefix string) bool {
	return c.length >= len(prefix) && string(c.buffer[:len(prefix)]) == prefix
}

// at returns a cursor before the first word of a block.
func (d *dictionary) at(index int) cursor {
	b := d.blocks[index]
	return cursor{words: d.words[b.word:], list: int(b.list)}
}

// seek returns a cursor at the first word that is not before a word. If there is none, it has the last word.
func (d *dictionary) seek(word string) cursor {
	after := sort.Search(len(d.blocks), func(i int) bool { return string(d.first(i)) > word })
	if len(d.blocks) == 0 {
		return cursor{}
	}
	c := d.at(max(0, after-1))
	for c.next() && string(c.word()) < word {
	}
	return c
}

// first returns the first word of a block.
func (d *dictionary) first(block int) []byte {
	at := d.blocks[block].word
	length := uint32(d.words[at+1])
	return d.words[at+2 : at+2+length]
}
