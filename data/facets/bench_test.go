package facets

import (
	"runtime"
	"testing"

	"dateline/data"
	"dateline/data/sample/stock"
)

// BenchmarkIndex reads all events, which is done in the background.
func BenchmarkIndex(b *testing.B) {
	stock.Each(b, func(b *testing.B, s *stock.Size) {
		set := s.Set(b)
		before := inUse()
		b.ReportAllocs()
		b.ResetTimer()
		var f *Facets
		for b.Loop() {
			f = indexed(b, set)
		}
		b.ReportMetric(float64(inUse()-before)/float64(set.Events.Len()), "B/event")
		names := 0
		for _, kind := range Kinds {
			names += len(f.Names(kind))
		}
		b.ReportMetric(float64(names), "names")
	})
}

// inUse returns how many bytes are held.
func inUse() int64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// BenchmarkCountIn counts the names of a kind within half of the events, which is done when a filter changes.
func BenchmarkCountIn(b *testing.B) {
	stock.Each(b, func(b *testing.B, s *stock.Size) {
		set := s.Set(b)
		f := indexed(b, set)
		half := set.Select(data.Filter{}).Narrow(every(set.Events.Len(), 2))
		b.ResetTimer()
		for b.Loop() {
			f.CountIn(People, half)
		}
	})
}

// BenchmarkFind looks up the events of the most frequent person, place and tag.
func BenchmarkFind(b *testing.B) {
	stock.Each(b, func(b *testing.B, s *stock.Size) {
		f := indexed(b, s.Set(b))
		var c Choice
		for _, kind := range Kinds {
			c.Names[kind] = []string{f.Names(kind)[0].Text}
		}
		b.ResetTimer()
		for b.Loop() {
			f.Find(c)
		}
	})
}

// BenchmarkMatching looks for names, which is done at each letter that is typed.
func BenchmarkMatching(b *testing.B) {
	stock.Each(b, func(b *testing.B, s *stock.Size) {
		f := indexed(b, s.Set(b))
		b.ResetTimer()
		for b.Loop() {
			f.Matching(People, "jo mu")
		}
	})
}
