package document

import (
	"sort"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// folded is a text as it is compared, with what leads from it back to the text.
type folded struct {
	text  []byte
	spans []span
}

// span is where a stretch of folded text, which ends where the next begins, comes from.
type span struct {
	folded, text int32
	length       int32 // of what the whole stretch comes from; 0 where it runs along with the text byte by byte
}

// back returns the stretch of text that a stretch of folded text comes from. It must not be empty.
func (f *folded) back(from, to int) Range {
	first, last := f.span(from), f.span(to-1)
	r := Range{int(first.text), int(last.text + last.length)}
	if first.length == 0 {
		r.From += from - int(first.folded)
	}
	if last.length == 0 {
		r.To += to - int(last.folded)
	}
	return r
}

// span returns the span of a byte of folded text.
func (f *folded) span(at int) span {
	after := sort.Search(len(f.spans), func(i int) bool { return int(f.spans[i].folded) > at })
	return f.spans[after-1]
}

// folder folds a text from its beginning to its end.
type folder struct {
	folded
	gap     Range // where white space begins that has yet to be written
	pending bool  // there is some
}

// fold returns a text, which must be UTF-8, as it is compared. It takes the time of going over the text once.
func fold(text string) folded {
	f := folder{folded: folded{text: make([]byte, 0, len(text))}}
	for at := 0; at < len(text); {
		normal := norm.NFKC.QuickSpanString(text[at:])
		f.asItIs(text[at:at+normal], at)
		if at += normal; at == len(text) {
			break
		}
		// What composes is no longer than that.
		whole := norm.NFKC.NextBoundaryInString(text[at:], true)
		f.composed(text[at:at+whole], at)
		at += whole
	}
	return f.folded
}

// asItIs adds text that is normal, which begins at a place.
func (f *folder) asItIs(text string, at int) {
	for i, r := range text {
		f.add(r, Range{at + i, at + i + utf8.RuneLen(r)}, true)
	}
}

// composed adds what normalization makes of a few characters, which begin at a place.
func (f *folder) composed(text string, at int) {
	from := Range{at, at + len(text)}
	if r, size := utf8.DecodeRuneInString(text); size == len(text) && like(r) != r {
		f.add(r, from, false)
		return
	}
	for _, r := range norm.NFKC.String(text) {
		f.add(r, from, false)
	}
}

// add adds a character that comes from a stretch of the text, and is all of it or not.
func (f *folder) add(r rune, from Range, same bool) {
	switch {
	case unicode.IsSpace(r):
		if !f.pending {
			f.gap, f.pending = from, true
		}
		return
	case invisible(r):
		return
	}
	as := like(r)
	last := f.last()
	if f.pending {
		if last != 0 && !glues(last) && !glues(as) {
			f.write(' ', f.gap, false)
		}
		f.pending = false
	}
	if as != '-' || last != '-' {
		f.write(as, from, same && as == r)
	}
}

// last returns the last character if it is ASCII, else what is not, and 0 where there is none yet.
func (f *folder) last() rune {
	if len(f.text) == 0 {
		return 0
	}
	return rune(f.text[len(f.text)-1])
}

// glues reports whether white space next to a character is nothing.
func glues(r rune) bool { return r == '-' || r == '"' }

// write writes a character down. Spans are begun only where the last does not run on.
func (f *folder) write(r rune, from Range, same bool) {
	next := span{folded: int32(len(f.text)), text: int32(from.From)}
	if !same && (from.To-from.From > 1 || r >= utf8.RuneSelf) {
		next.length = int32(from.To - from.From)
	}
	runsOn := false
	if n := len(f.spans); n > 0 && next.length == 0 {
		last := f.spans[n-1]
		runsOn = last.length == 0 && next.text-last.text == next.folded-last.folded
	}
	if !runsOn {
		f.spans = append(f.spans, next)
	}
	f.text = utf8.AppendRune(f.text, r)
}

// like returns the character that stands for all that are typed for the same.
func like(r rune) rune {
	switch r {
	case '`', '´', 'ʹ', 'ʼ', '‘', '’', '‚', '‛', '′', '‵', '‹', '›':
		return '\''
	case '“', '”', '„', '‟', '«', '»', '″', '‶', '〝', '〞', '〟':
		return '"'
	case '‐', '‑', '‒', '–', '—', '―', '−', '⸺', '⸻':
		return '-'
	}
	return r
}

// invisible reports whether a character is not seen and takes no room.
func invisible(r rune) bool {
	if r < 0xAD {
		return false
	}
	return unicode.Is(unicode.Cf, r) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r) ||
		unicode.In(r, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point)
}

// spaceless are the scripts that write words without spaces between them.
var spaceless = []*unicode.RangeTable{
	unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Bopomofo,
	unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar, unicode.Tibetan,
}

// inWord reports whether a character is part of a word, so that two of them stand in the same.
func inWord(r rune) bool { return unicode.In(r, unicode.L, unicode.M, unicode.N) }

// parted reports whether folded text can be parted at a place without parting a word.
func parted(text []byte, at int) bool {
	before, _ := utf8.DecodeLastRune(text[:at])
	after, _ := utf8.DecodeRune(text[at:])
	if at == 0 || at == len(text) || !inWord(before) || !inWord(after) {
		return true
	}
	return unicode.In(before, spaceless...) && unicode.In(after, spaceless...) && !unicode.Is(unicode.M, after)
}
