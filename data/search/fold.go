package search

import (
	"strings"
	"sync/atomic"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

const (
	separator = 0 // in asciiFolds: is in no word
	beyond    = 1 // in asciiFolds: a byte of a character beyond ASCII
)

// asciiFolds has for each byte what it is folded to, or separator or beyond.
var asciiFolds = func() (folds [256]byte) {
	for c := range folds {
		switch {
		case 'A' <= c && c <= 'Z':
			folds[c] = byte(c) + 'a' - 'A'
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
			folds[c] = byte(c)
		case c >= utf8.RuneSelf:
			folds[c] = beyond
		}
	}
	return folds
}()

// folding is what becomes of one character: whether it is part of a word, and the bytes of its page that it is folded
// to, which are none for a mark.
type folding struct {
	word     bool
	from, to uint16
}

// page has the foldings of pageSize characters. Taking characters apart takes far longer than looking them up, and a
// text uses few pages.
type page struct {
	foldings [pageSize]folding
	folded   []byte
}

const pageSize = 256

// pages are made when they are first needed. Two goroutines may make the same page; either is as good.
var pages [(unicode.MaxRune + 1) / pageSize]atomic.Pointer[page]

// fold returns the folded characters of one character, and whether it is part of a word at all.
func fold(r rune) (folded []byte, word bool) {
	p := pages[r/pageSize].Load()
	if p == nil {
		p = newPage(r - r%pageSize)
		pages[r/pageSize].Store(p)
	}
	f := p.foldings[r%pageSize]
	return p.folded[f.from:f.to], f.word
}

func newPage(first rune) *page {
	p := new(page)
	for i := range p.foldings {
		r := first + rune(i)
		from := uint16(len(p.folded))
		word := inWord(r)
		if word {
			p.folded = appendFolded(p.folded, r)
		}
		p.foldings[i] = folding{word, from, uint16(len(p.folded))}
	}
	return p
}

const (
	softHyphen      = '\u00ad'
	joiner          = '\u200d'
	tatweel         = '\u0640'
	apostropheShape = '\u02bc' // the letter that looks like an apostrophe, and is written for one
)

func inWord(r rune) bool {
	switch r {
	case softHyphen, joiner:
		return true
	case apostropheShape:
		return false
	}
	return unicode.In(r, unicode.L, unicode.Nd, unicode.M)
}

// appendFolded appends the folded characters of one. Folding by case can give characters that can be taken apart, so
// that is done before and after it. cases.Fold exchanges the cases of Cherokee instead of making them one, which
// strings.ToLower does; nothing else is changed by it.
func appendFolded(to []byte, r rune) []byte {
	apart := bare(string(r))
	return append(to, bare(strings.ToLower(cases.Fold().String(apart)))...)
}

// bare takes a text apart and leaves out of it what does not tell words apart. What is a letter to Unicode can have
// spaces and signs as its parts; they cannot be in a word.
func bare(text string) string {
	var kept []rune
	for _, r := range norm.NFKD.String(text) {
		switch {
		case r == softHyphen, r == joiner, r == tatweel, !inWord(r), unicode.In(r, unicode.Mn, unicode.Me):
		case likeness[r] != "":
			kept = append(kept, []rune(likeness[r])...)
		default:
			kept = append(kept, r)
		}
	}
	return string(kept)
}

// likeness has the letters that Unicode does not take apart, and what is typed for them on keyboards without them.
var likeness = map[rune]string{
	'Æ': "AE", 'æ': "ae", 'Œ': "OE", 'œ': "oe", 'Ø': "O", 'ø': "o", 'Đ': "D", 'đ': "d", 'Ħ': "H", 'ħ': "h",
	'Ł': "L", 'ł': "l", 'Ŧ': "T", 'ŧ': "t", 'ı': "i",
}
