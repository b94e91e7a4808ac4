package consistency_test

import (
	"testing"

	"dateline/data/consistency"
	"dateline/data/sample/stock"
)

func BenchmarkCheck(b *testing.B) {
	stock.Each(b, func(b *testing.B, s *stock.Size) {
		set := s.Set(b)
		b.ReportAllocs()
		for b.Loop() {
			if _, err := consistency.Check(b.Context(), set); err != nil {
				b.Fatal(err)
			}
		}
	})
}
