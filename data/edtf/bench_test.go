package edtf

import "testing"

func benchmarkParse(b *testing.B, text string) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Parse(text); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkParseDay(b *testing.B)      { benchmarkParse(b, "2008-04-09") }
func BenchmarkParseTime(b *testing.B)     { benchmarkParse(b, "2015-11-13T21:16+01:00") }
func BenchmarkParseInterval(b *testing.B) { benchmarkParse(b, "2004-02-01/2005-02-08") }
func BenchmarkParseSet(b *testing.B)      { benchmarkParse(b, "[1667,1668,1670..1672]") }
func BenchmarkParsePattern(b *testing.B)  { benchmarkParse(b, "156X-12-25") }

// BenchmarkParseHardest has to look at every year, and finds none.
func BenchmarkParseHardest(b *testing.B) {
	for b.Loop() {
		if _, err := Parse("XXX1-02-29"); err == nil {
			b.Fatal("no error")
		}
	}
}

func BenchmarkWords(b *testing.B) {
	d := MustParse("2008-04-09")
	b.ReportAllocs()
	for b.Loop() {
		if d.Words() == "" {
			b.Fatal("no words")
		}
	}
}

func TestParseDay_Allocations(t *testing.T) {
	allocations := testing.AllocsPerRun(100, func() { MustParse("2008-04-09") })
	if allocations > 0 {
		t.Errorf("%v allocations", allocations)
	}
}
