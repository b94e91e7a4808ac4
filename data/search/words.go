package search

import "unicode/utf8"

// mostBytes is how much of a folded word is kept.
const mostBytes = 64

// wordReader goes over the words of a text, without allocating.
type wordReader[T string | []byte] struct {
	text     T
	from, to int // where the word is in the text
	length   int
	buffer   [mostBytes]byte
}

// folded returns the present word, until the next is read.
func (w *wordReader[T]) folded() []byte { return w.buffer[:w.length] }

// next goes to the next word and reports whether there is one.
func (w *wordReader[T]) next() bool {
	for w.to < len(w.text) {
		if asciiFolds[w.text[w.to]] == separator {
			w.to++
			continue
		}
		w.from = w.to
		w.read()
		if w.length > 0 {
			return true
		}
	}
	return false
}

// read reads a run of letters, digits and marks. What follows it is read too if it is not ASCII.
func (w *wordReader[T]) read() {
	at, length := w.from, 0
	for at < len(w.text) && length < mostBytes {
		c := asciiFolds[w.text[at]]
		if c <= beyond {
			break
		}
		w.buffer[length] = c
		at++
		length++
	}
	w.to, w.length = at, length
	if at < len(w.text) && asciiFolds[w.text[at]] != separator {
		w.readRest()
	}
}

// readRest reads on where a word has a character beyond ASCII or more than it can keep.
func (w *wordReader[T]) readRest() {
	full := false
	for w.to < len(w.text) {
		var next [utf8.UTFMax]byte
		r, size := utf8.DecodeRune(next[:copy(next[:], w.text[w.to:])])
		folded, word := fold(r)
		if !word {
			if w.length == 0 {
				w.to += size
			}
			return
		}
		w.to += size
		if !full {
			full = w.keep(folded)
		}
	}
}

// keep adds folded characters to the word, as many as it has room for, and reports whether that is not all.
func (w *wordReader[T]) keep(folded []byte) bool {
	room := w.buffer[w.length:]
	fitting := len(folded)
	for fitting > len(room) {
		_, size := utf8.DecodeLastRune(folded[:fitting])
		fitting -= size
	}
	w.length += copy(room, folded[:fitting])
	return fitting < len(folded)
}
