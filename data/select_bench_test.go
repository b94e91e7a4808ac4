package data_test

import (
	"testing"

	"dateline/data"
	"dateline/data/sample/stock"
)

// BenchmarkSelect hides the first lane: what a click on a check box takes, with the index of the lanes by time that is
// built anew.
func BenchmarkSelect(b *testing.B) {
	stock.Each(b, func(b *testing.B, s *stock.Size) {
		set := s.Set(b)
		filter := data.Filter{Hidden: map[string]bool{set.Lanes[0].ID: true}}
		b.ReportAllocs()
		for b.Loop() {
			set.Select(filter)
		}
	})
}
