package search

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"
)

// checkFind compares what a segment finds with what matches.
func checkFind(t *testing.T, s *Segment, documents [][]string, query string) {
	t.Helper()
	q := Parse(query)
	hits := s.Find(q, nil)
	if len(hits) != (len(documents)+63)/64 {
		t.Fatalf("%d words of hits for %d documents", len(hits), len(documents))
	}
	for i := range len(hits) * 64 {
		want := i < len(documents) && q.Matches(documents[i]...)
		if got := hits[i/64]>>(i%64)&1 == 1; got != want {
			t.Fatalf("%q, document %d of %d: %t, want %t", query, i, len(documents), got, want)
		}
	}
}

func index(b *Builder, documents [][]string) *Segment {
	for _, texts := range documents {
		for i, text := range texts {
			if i%2 == 0 {
				b.AddString(text)
			} else {
				b.AddText([]byte(text))
			}
		}
		b.EndDocument()
	}
	return b.Build()
}

// Segments find what matches, whatever the script, the number of documents and of their texts.
func TestFind_Property(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	var b Builder // also used again
	for round := range 150 {
		documents := make([][]string, random.IntN(40)*random.IntN(8))
		if round < 70 {
			documents = make([][]string, round)
		}
		for i := range documents {
			for range random.IntN(4) {
				documents[i] = append(documents[i], mixedText(random, 12))
			}
		}
		s := index(&b, documents)
		if s.Len() != len(documents) {
			t.Fatalf("%d documents, want %d", s.Len(), len(documents))
		}
		checkFind(t, s, documents, "")
		for range 40 {
			checkFind(t, s, documents, mixedText(random, 3))
		}
	}
}

// A segment with very many words and lists finds prefixes by its chapters.
func TestFind_Chapters(t *testing.T) {
	c := natural(3000, 3)
	documents := make([][]string, 1<<13)
	for i := range documents {
		documents[i] = []string{c.document(80)}
	}
	s := index(new(Builder), documents)
	if len(s.starts) < 4 {
		t.Fatalf("%d chapters", len(s.starts))
	}
	if perDocument := s.Size() / s.Len(); perDocument > 120 {
		t.Errorf("%d bytes a document", perDocument)
	}
	for _, start := range s.starts {
		first := string(s.first(int(start)))
		checkFind(t, s, documents, first)
		checkFind(t, s, documents, first[:len(first)-1])
		checkFind(t, s, documents, first[:1])
	}
	for _, query := range []string{"zzz", "e", "et", "t n", "1", "0 ", c.words[0], c.words[1] + " e"} {
		checkFind(t, s, documents, query)
	}
}

// Lists have distances of one, two and three bytes, and become bitsets.
func TestFind_Distances(t *testing.T) {
	var b Builder
	for _, c := range []struct{ first, step int }{
		{0, 1},
		{255, 2},
		{256, 7},
		{257, 8},
		{5, 9},
		{0, 191},
		{0, 192},
		{1, 193},
		{2, 194},
		{0, 255},
		{0, 256},
		{0, 257},
		{0, 448},
		{0, 449},
		{0, 16319},
		{0, 16320},
		{0, 16321},
		{1, 16322},
		{0, 65534},
		{0, 65535},
		{SegmentSize - 1, 1},
	} {
		for i := range SegmentSize {
			if i >= c.first && (i-c.first)%c.step == 0 {
				b.AddString("word")
			}
			b.EndDocument()
		}
		want := make([]uint64, SegmentSize/64)
		for i := c.first; i < SegmentSize; i += c.step {
			want[i/64] |= 1 << (i % 64)
		}
		if !slices.Equal(b.Build().Find(Parse("word"), nil), want) {
			t.Errorf("not each %d from %d", c.step, c.first)
		}
	}
}

func TestFind_Appends(t *testing.T) {
	documents := [][]string{{"one"}, {"two"}, {}}
	s := index(new(Builder), documents)
	hits := s.Find(Parse("two"), []uint64{7})
	if hits = s.Find(Parse(""), hits); !slices.Equal(hits, []uint64{7, 2, 7}) {
		t.Errorf("hits %v", hits)
	}
	q := Parse("two o")
	if n := testing.AllocsPerRun(100, func() { hits = s.Find(q, hits[:0]) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestBuilder(t *testing.T) {
	var b Builder
	b.EndDocument()
	b.AddString("forgotten")
	if b.Reset(); b.Len() != 0 {
		t.Errorf("%d documents after Reset", b.Len())
	}
	b.AddString("first")
	b.EndDocument()
	b.AddString("") // makes a document too
	s := b.Build()
	if hits := s.Find(Parse("f"), nil); s.Len() != 2 || hits[0] != 1 {
		t.Errorf("%d documents, hits %b", s.Len(), hits)
	}
	if empty := b.Build(); empty.Len() != 0 || len(empty.Find(Parse("f"), nil)) != 0 {
		t.Error("the builder has not forgotten its documents")
	}
	for range SegmentSize {
		b.EndDocument()
	}
	for name, more := range map[string]func(){"EndDocument": b.EndDocument, "AddString": func() { b.AddString("x") }} {
		if !panics(more) {
			t.Errorf("%s goes on after the last document", name)
		}
	}
	if s := b.Build(); s.Len() != SegmentSize {
		t.Errorf("%d documents", s.Len())
	}
}

func panics(f func()) (did bool) {
	defer func() { did = recover() != nil }()
	f()
	return false
}

// Builders work side by side, and a segment can be searched by several goroutines.
func TestConcurrent(t *testing.T) {
	documents := [][]string{{"Ж — Ώ ő ﷺ ﬁ"}, {"한 か ñ Ḕ"}}
	shared := index(new(Builder), documents)
	q := Parse("n e")
	var all sync.WaitGroup
	for i := range 4 {
		all.Go(func() {
			s := index(new(Builder), append(documents, []string{fmt.Sprint("n e ", i)}))
			if got := s.Find(q, nil)[0]; got != 6 {
				t.Errorf("hits %b", got)
			}
			if got := shared.Find(q, nil)[0]; got != 2 {
				t.Errorf("hits %b", got)
			}
		})
	}
	all.Wait()
}
