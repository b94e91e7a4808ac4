package search

import (
	"math/rand/v2"
	"strconv"
	"strings"
)

// vocabulary returns different words of ASCII letters, which begin with some letters more often than with others.
func vocabulary(random *rand.Rand, count int) []string {
	const letters = "etaoinsrhldcumfpgwybvkxjqz"
	seen := map[string]bool{}
	all := make([]string, 0, count)
	for len(all) < count {
		var b strings.Builder
		for range 3 + random.IntN(9) {
			b.WriteByte(letters[min(random.IntN(26), random.IntN(26))])
		}
		if w := b.String(); !seen[w] {
			seen[w] = true
			all = append(all, w)
		}
	}
	return all
}

// corpus is a way to generate documents.
type corpus struct {
	words  []string
	choose func() int // index of a word
	rare   int        // words per document that hardly another has
	random *rand.Rand
}

// natural returns a corpus whose words are as unevenly frequent as those of a language.
func natural(words, rare int) *corpus {
	random := rand.New(rand.NewPCG(1, 2))
	zipf := rand.NewZipf(random, 1.07, 4, uint64(words-1))
	return &corpus{vocabulary(random, words), func() int { return int(zipf.Uint64()) }, rare, random}
}

// even returns a corpus all of whose words are equally frequent, which takes the most room.
func even(words, rare int) *corpus {
	random := rand.New(rand.NewPCG(1, 2))
	return &corpus{vocabulary(random, words), func() int { return random.IntN(words) }, rare, random}
}

// document returns a text of a number of words.
func (c *corpus) document(length int) string {
	var b strings.Builder
	for i := range length {
		if i > 0 {
			b.WriteByte(' ')
		}
		w := c.words[c.choose()]
		if i%9 == 0 {
			w = strings.ToUpper(w)
		}
		b.WriteString(w)
	}
	for range c.rare {
		b.WriteByte(' ')
		b.WriteString(strconv.Itoa(c.random.IntN(1e7)))
	}
	return b.String()
}

// documents returns many texts of a number of words, and their size in bytes.
func (c *corpus) documents(count, length int) (texts [][]byte, size int) {
	for range count {
		text := []byte(c.document(length))
		texts = append(texts, text)
		size += len(text)
	}
	return texts, size
}

// cyrillic writes the words of a corpus in Cyrillic letters.
func cyrillic(c *corpus) *corpus {
	for i, w := range c.words {
		c.words[i] = strings.Map(func(r rune) rune { return r - 'a' + 'а' }, w)
	}
	return c
}

// accents puts accents on some letters of a corpus.
func accents(c *corpus) *corpus {
	for i, w := range c.words {
		c.words[i] = strings.NewReplacer("u", "ü", "ie", "é").Replace(w)
	}
	return c
}

// mixedWords are letters of many scripts and forms. Words made of so few are often the same, or prefixes.
var mixedWords = []string{
	"a", "A", "ab", "é", "e\u0301", "E", "ß", "ss", "ſ", "İ", "ı", "i", "I", "ﬁ", "ø", "o", "1", "19", "٣",
	"Σ", "ς", "Ω", "Ж", "й", "и", "م", "مُ", "ש", "שָׁ", "ि", "क", "한", "하", "東", "京", "か", "が", "𝐁",
	"\u00ad", "\u200d", "\u0301", "\ufdfa", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "яяяяяяяяяяяяяяяя",
}

var mixedSeparators = []string{" ", " ", " ", "  ", "-", "'", "\u02bc", "—", "、", "\u200b", ".", "\xff", "\u00a0"}

// mixedText returns up to a number of words of mixed scripts.
func mixedText(random *rand.Rand, most int) string {
	var b strings.Builder
	for range random.IntN(most + 1) {
		for range 1 + random.IntN(1+random.IntN(4)) {
			b.WriteString(mixedWords[random.IntN(len(mixedWords))])
		}
		b.WriteString(mixedSeparators[random.IntN(len(mixedSeparators))])
	}
	text := b.String()
	return text[:len(text)-min(len(text), random.IntN(3))] // often a separator or a part of a character less
}
