package export

import (
	"context"
	"testing"

	"dateline/data/sample/stock"
)

// BenchmarkDraw draws a PNG of 1600 by 900 pixels of a dataset that is there already.
func BenchmarkDraw(b *testing.B) {
	stock.Each(b, func(b *testing.B, s *stock.Size) {
		o := light(s.Set(b))
		b.ReportAllocs()
		for b.Loop() {
			if _, _, err := Draw(context.Background(), PNG, o); err != nil {
				b.Fatal(err)
			}
		}
	})
}
