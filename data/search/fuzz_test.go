package search

import (
	"slices"
	"testing"
	"unicode/utf8"
)

// FuzzMatch checks what holds for any query and text.
func FuzzMatch(f *testing.F) {
	for _, c := range queryCases {
		f.Add(c.query, c.marked)
	}
	for _, c := range foldCases {
		f.Add(c.want, c.text)
	}
	f.Fuzz(func(t *testing.T, query, text string) {
		q := Parse(query)
		checkRanges(t, q, text)
		if !slices.Equal(foldedWords(text), foldedWords([]byte(text))) {
			t.Errorf("%q: %q as bytes", foldedWords(text), foldedWords([]byte(text)))
		}
		var b Builder
		b.AddString(text)
		if got, want := b.Build().Find(q, nil)[0] == 1, q.Matches(text); got != want {
			t.Errorf("the index finds it: %t, it matches: %t", got, want)
		}
		every := true
		for i := range q.terms {
			alone := Query{q.terms[i : i+1]}
			if got, want := alone.Matches(text), len(alone.Match(text)) > 0; got != want {
				t.Errorf("%v matches: %t, has ranges: %t", alone, got, want)
			}
			every = every && alone.Matches(text)
		}
		if q.Matches(text) != every {
			t.Errorf("matches: %t, each word: %t", !every, every)
		}
	})
}

// checkRanges checks that ranges are in order, and each a word of the text from the start of a character to the end of
// one.
func checkRanges(t *testing.T, q Query, text string) {
	t.Helper()
	ends := []int{0}
	for at := 0; at < len(text); {
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
		ends = append(ends, at)
	}
	last := 0
	for _, r := range q.Match(text) {
		if r.From < last || r.To <= r.From || r.To > len(text) {
			t.Fatalf("range %v after %d of %d", r, last, len(text))
		}
		last = r.To
		_, from := slices.BinarySearch(ends, r.From)
		_, to := slices.BinarySearch(ends, r.To)
		if !from || !to {
			t.Errorf("range %v cuts a character of %q", r, text)
		}
		if word := text[r.From:r.To]; len(foldedWords(word)) != 1 || len(q.Match(word)) != 1 {
			t.Errorf("range %v has %q", r, word)
		}
	}
}
