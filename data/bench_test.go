package data_test

import (
	"testing"

	"dateline/data"
	"dateline/data/sample/stock"
)

// BenchmarkEventsAt reads the whole of one event after the other, as a click on each would.
func BenchmarkEventsAt(b *testing.B) {
	stock.Each(b, func(b *testing.B, s *stock.Size) {
		events := &s.Set(b).Events
		b.ReportAllocs()
		for i := 0; b.Loop(); i += 7919 {
			if _, err := events.At(i % events.Len()); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkEachText reads the texts of all events in one goroutine, as the search index does in several.
func BenchmarkEachText(b *testing.B) {
	stock.Each(b, func(b *testing.B, s *stock.Size) {
		events := &s.Set(b).Events
		b.ReportAllocs()
		bytes := 0
		for b.Loop() {
			bytes = 0
			err := events.EachText(b.Context(), 0, events.Len(), func(_ int, texts *data.Texts) bool {
				bytes += len(texts.Title) + len(texts.Summary)
				for _, quote := range texts.Quotes {
					bytes += len(quote)
				}
				return true
			})
			if err != nil {
				b.Fatal(err)
			}
		}
		b.SetBytes(int64(bytes))
	})
}
