package widgets

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// letters measures a text in letters.
func letters(text string) float64 { return float64(utf8.RuneCountInString(text)) }

func TestWrapped(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"", nil},
		{"one", []string{"one"}},
		{"one two three", []string{"one two", "three"}},
		{"exactly8 exactly8", []string{"exactly8", "exactly8"}},
		{"  two   spaces ", []string{"two", "spaces"}},
		{"first\nsecond", []string{"first", "second"}},
		{"a\r\n\r\nb", []string{"a", "", "b"}},
		{"abcdefghijklmnopqrs", []string{"abcdefgh", "ijklmnop", "qrs"}},
		{"x abcdefghijk y", []string{"x", "abcdefgh", "ijk y"}},
		{"a b\u00a0c\u202fd e", []string{"a b\u00a0c\u202fd", "e"}},
		{"aaaaaaae\u0301e\u0301", []string{"aaaaaaa", "e\u0301e\u0301"}},
		{"日本語日本語日本語", []string{"日本語日本語日本", "語"}},
	} {
		if got := wrapped(c.text, 8, letters); !slices.Equal(got, c.want) {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
	if got := wrapped("wide", 0, letters); !slices.Equal(got, []string{"w", "i", "d", "e"}) {
		t.Errorf("in no width at all: %q", got)
	}
}

// checkWrapped looks at what must be so for any text: nothing but spaces is left
// out, and no line is wider than it may be, unless it is a single sign.
func checkWrapped(t *testing.T, text string, width float64) {
	t.Helper()
	lines := wrapped(text, width, letters)
	if got, want := dense(strings.Join(lines, "")), dense(text); got != want {
		t.Fatalf("%q in %g: %q", text, width, lines)
	}
	for _, line := range lines {
		if letters(line) > width && fitting(line, width, letters) != len(line) {
			t.Fatalf("%q in %g: %q is too wide", text, width, line)
		}
	}
}

func TestWrapped_AnyText(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	signs := []rune("abc de\n é\u0301\u00a0日\u200d👩")
	for range 3000 {
		text := make([]rune, random.IntN(60))
		for i := range text {
			text[i] = signs[random.IntN(len(signs))]
		}
		checkWrapped(t, string(text), float64(random.IntN(20)))
	}
}

func FuzzWrapped(f *testing.F) {
	f.Add("one two three", 8)
	f.Add("« deux »\n\ntrois\u0301", 3)
	f.Fuzz(func(t *testing.T, text string, width int) {
		checkWrapped(t, strings.ToValidUTF8(text, "?"), float64(width)) // datasets are UTF-8
	})
}

// A word of a megabyte is broken in a time in proportion to its length.
func TestWrapped_LongWord(t *testing.T) {
	const size, width = 1 << 20, 80
	measured := 0
	lines := wrapped(strings.Repeat("x", size), width, func(s string) float64 {
		measured += len(s)
		return float64(len(s))
	})
	if want := (size + width - 1) / width; len(lines) != want || strings.Join(lines, "") != strings.Repeat("x", size) {
		t.Errorf("%d lines, want %d", len(lines), want)
	}
	if measured > 40*size {
		t.Errorf("%d bytes are measured", measured)
	}
}
