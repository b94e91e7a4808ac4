package search

import (
	"fmt"
	"strings"
	"testing"
)

func benchmarkBuild(b *testing.B, c *corpus) {
	texts, size := c.documents(SegmentSize, 85)
	b.SetBytes(int64(size))
	b.ReportAllocs()
	var builder Builder
	var s *Segment
	for b.Loop() {
		s = build(&builder, texts)
	}
	b.ReportMetric(float64(s.Size())/SegmentSize, "B/document")
}

func build(builder *Builder, texts [][]byte) *Segment {
	for _, text := range texts {
		builder.AddText(text)
		builder.EndDocument()
	}
	return builder.Build()
}

func BenchmarkBuild(b *testing.B) {
	b.Run("natural", func(b *testing.B) { benchmarkBuild(b, natural(6000, 0)) })
	b.Run("even4000", func(b *testing.B) { benchmarkBuild(b, even(4000, 0)) })
	b.Run("even8000", func(b *testing.B) { benchmarkBuild(b, even(8000, 0)) })
	b.Run("rare5", func(b *testing.B) { benchmarkBuild(b, natural(6000, 5)) })
	b.Run("cyrillic", func(b *testing.B) { benchmarkBuild(b, cyrillic(natural(6000, 0))) })
	b.Run("accents", func(b *testing.B) { benchmarkBuild(b, accents(natural(6000, 0))) })
	b.Run("huge", func(b *testing.B) { benchmarkBuild(b, even(1_000_000, 0)) })
}

func BenchmarkFind(b *testing.B) {
	for _, c := range []struct {
		name   string
		corpus *corpus
	}{{"natural", natural(6000, 5)}, {"even", even(6000, 5)}} {
		texts, _ := c.corpus.documents(SegmentSize, 85)
		s := build(new(Builder), texts)
		common, rare := c.corpus.words[300], c.corpus.words[4000]
		for _, query := range []string{common + " ", rare + " ", common + " " + rare + " ", "e", "t", "1", "et", "z"} {
			b.Run(c.name+"/"+strings.ReplaceAll(query, " ", "_"), func(b *testing.B) {
				q := Parse(query)
				var hits []uint64
				b.ReportAllocs()
				for b.Loop() {
					hits = s.Find(q, hits[:0])
				}
			})
		}
	}
}

func BenchmarkMatches(b *testing.B) {
	c := natural(6000, 0)
	titles := make([]string, 1024)
	for i := range titles {
		titles[i] = c.document(12)[:40]
	}
	others := make([]string, len(titles))
	for i, title := range titles {
		others[i] = strings.ReplaceAll(title, "e", "é")
	}
	for count, query := range []string{c.words[300], c.words[300] + " " + c.words[4000]} {
		q := Parse(query)
		run := func(name string, titles []string) {
			b.Run(fmt.Sprintf("%s/%d", name, count+1), func(b *testing.B) {
				b.ReportAllocs()
				for i := 0; b.Loop(); i++ {
					q.Matches(titles[i%len(titles)])
				}
			})
		}
		run("ascii", titles)
		run("accents", others)
	}
}

// BenchmarkFindWorst looks for the letter that all words begin with.
func BenchmarkFindWorst(b *testing.B) {
	for _, c := range []struct {
		name   string
		corpus *corpus
	}{{"natural", natural(6000, 0)}, {"even", even(6000, 0)}, {"huge", even(1_000_000, 0)}} {
		for i, w := range c.corpus.words {
			c.corpus.words[i] = "a" + w
		}
		texts, _ := c.corpus.documents(SegmentSize, 85)
		s := build(new(Builder), texts)
		q := Parse("a")
		b.Run(c.name, func(b *testing.B) {
			var hits []uint64
			for b.Loop() {
				hits = s.Find(q, hits[:0])
			}
		})
	}
}
