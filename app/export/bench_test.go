package export

import (
	"context"
	"testing"
)

func benchmarkDraw(b *testing.B, format Format, scale float64) {
	o := light(atar(b))
	o.Scale = scale
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := Draw(context.Background(), format, o); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDrawPNG(b *testing.B)   { benchmarkDraw(b, PNG, 1) }
func BenchmarkDrawPNG2x(b *testing.B) { benchmarkDraw(b, PNG, 2) }
func BenchmarkDrawSVG(b *testing.B)   { benchmarkDraw(b, SVG, 1) }

func BenchmarkCompose(b *testing.B) {
	o := light(atar(b)).withDefaults()
	for b.Loop() {
		ts, err := newTypesetter()
		if err != nil {
			b.Fatal(err)
		}
		if _, err := compose(context.Background(), o, ts); err != nil {
			b.Fatal(err)
		}
	}
}
