package find

import (
	"strings"
	"testing"

	"dateline/data/sample/stock"
	"dateline/data/search"
)

// BenchmarkIndex makes the index of all texts, which is done in the background.
func BenchmarkIndex(b *testing.B) {
	stock.Each(b, func(b *testing.B, s *stock.Size) {
		set := s.Set(b)
		b.ReportAllocs()
		f := New(set)
		for b.Loop() {
			if err := f.Index(b.Context(), func(float64) {}); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(f.Size())/float64(set.Events.Len()), "B/event")
	})
}

// BenchmarkFind looks for what is found often, seldom, never and by a letter: in titles alone, and in all texts.
func BenchmarkFind(b *testing.B) {
	stock.Each(b, func(b *testing.B, s *stock.Size) {
		set := s.Set(b)
		for _, f := range []struct {
			name   string
			finder *Finder
		}{{"titles", New(set)}, {"index", indexed(b, set)}} {
			for _, query := range []string{"e", "the", "zzz", "commission report", "a b"} {
				b.Run(f.name+"/"+strings.ReplaceAll(query, " ", "_"), func(b *testing.B) {
					q := search.Parse(query)
					b.ReportAllocs()
					count := 0
					for b.Loop() {
						found, err := f.finder.Find(b.Context(), q)
						if err != nil {
							b.Fatal(err)
						}
						count = found.Count
					}
					b.ReportMetric(float64(count), "hits")
				})
			}
		}
	})
}
