package find

import (
	"fmt"
	"testing"

	"dateline/data/search"
)

// sizes are the numbers of events that are measured.
var sizes = []int{1_000, 10_000, 100_000}

func BenchmarkIndex(b *testing.B) {
	for _, events := range sizes {
		b.Run(fmt.Sprint(events), func(b *testing.B) {
			set := made(b, events)
			b.ReportAllocs()
			f := New(set)
			for b.Loop() {
				if err := f.Index(b.Context(), func(float64) {}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(f.Size())/float64(events), "B/event")
		})
	}
}

// BenchmarkFind looks for what is found often, seldom, never and by a letter.
func BenchmarkFind(b *testing.B) {
	for _, events := range sizes {
		set := made(b, events)
		for _, f := range []struct {
			name   string
			finder *Finder
		}{{"titles", New(set)}, {"index", indexed(b, set)}} {
			for _, query := range []string{"e", "the", "zzz", "commission report", "a b"} {
				b.Run(fmt.Sprintf("%s/%d/%s", f.name, events, query), func(b *testing.B) {
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
	}
}
