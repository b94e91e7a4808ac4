package diff

import (
	"testing"

	"dateline/data"
	"dateline/data/sample/stock"
)

// BenchmarkCompare compares a dataset with itself, loaded twice: what two versions of a large one cost that are nearly
// the same.
func BenchmarkCompare(b *testing.B) {
	stock.Each(b, func(b *testing.B, s *stock.Size) {
		old := s.Set(b)
		path, err := s.Path()
		if err != nil {
			b.Fatal(err)
		}
		new, err := data.Load(path)
		if err != nil {
			b.Fatal(err)
		}
		b.ReportAllocs()
		for b.Loop() {
			changes, err := Compare(b.Context(), old, new)
			if err != nil || changes.Different() {
				b.Fatal(changes.Sum(), err)
			}
		}
	})
}
