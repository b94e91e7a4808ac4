package export

import (
	"strings"

	"dateline/widgets/scene"
)

// paragraph is text being filled into lines of a width, word by word.
type paragraph struct {
	t     *typesetter
	face  face
	width float64
	lines []string
}

// add appends words to the last line as far as they fit, and then to new ones.
// A word wider than a line is broken.
func (p *paragraph) add(text string) {
	for _, word := range strings.Fields(plain(text)) {
		p.addWord(word)
	}
}

func (p *paragraph) addWord(word string) {
	start, wider := p.wider(word)
	if last := len(p.lines) - 1; last >= 0 && !wider {
		if joined := p.lines[last] + " " + word; p.fits(joined) {
			p.lines[last] = joined
			return
		}
	}
	for wider {
		head := p.head(start)
		p.lines = append(p.lines, head)
		word = word[len(head):]
		start, wider = p.wider(word)
	}
	if word != "" {
		p.lines = append(p.lines, word)
	}
}

// wider reports whether a word is wider than a line, and returns as much of it
// as is.
func (p *paragraph) wider(word string) (start string, is bool) {
	return scene.Wider(word, p.width, func(s string) float64 { return p.t.width(s, p.face) })
}

func (p *paragraph) fits(text string) bool { return p.t.width(text, p.face) <= p.width }

// head returns as much of a word as fits a line, at least one character, in
// halving steps: the line need not be full.
func (p *paragraph) head(word string) string {
	ends := []int{}
	for i := range word {
		if i > 0 {
			ends = append(ends, i)
		}
	}
	for n := len(ends); n > 1; n = n * 3 / 4 {
		if head := word[:ends[n-1]]; p.fits(head) {
			return head
		}
	}
	if len(ends) == 0 {
		return word
	}
	return word[:ends[0]]
}

// clone returns a copy that can be added to without changing the paragraph.
func (p *paragraph) clone() *paragraph {
	c := *p
	c.lines = append([]string(nil), p.lines...)
	return &c
}

// filled returns the text in as many lines as it needs.
func (t *typesetter) filled(text string, f face, width float64) []string {
	p := &paragraph{t: t, face: f, width: width}
	p.add(text)
	return p.lines
}

// wrapped returns the text in at most so many lines, the last one shortened if
// need be.
func (t *typesetter) wrapped(text string, f face, width float64, most int) []string {
	p := &paragraph{t: t, face: f, width: width}
	// What is beyond twice as many lines is behind the ellipsis anyway.
	text, _ = scene.Wider(plain(text), 2*width*float64(most), func(s string) float64 { return t.width(s, f) })
	words := strings.Fields(text)
	for i, word := range words {
		p.addWord(word)
		if len(p.lines) > most {
			rest := strings.Join(append(p.lines[most-1:len(p.lines):len(p.lines)], words[i+1:]...), " ")
			return append(p.lines[:most-1], t.shortened(rest, f, width))
		}
	}
	return p.lines
}

// shortened returns the text with an ellipsis where it is wider than the
// width, "" where hardly a letter of it would be left.
func (t *typesetter) shortened(text string, f face, width float64) string {
	return scene.Shorten(text, width, func(s string) float64 { return t.width(s, f) })
}
