package data

import (
	"encoding/json"
	"testing"
)

func BenchmarkParse(b *testing.B) {
	content := generated(1000)
	b.SetBytes(int64(len(content)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Parse("generated", content); err != nil {
			b.Fatal(err)
		}
	}
}

// The parts of Parse, to see where its time goes.
func BenchmarkValid(b *testing.B) {
	content := generated(1000)
	b.SetBytes(int64(len(content)))
	for b.Loop() {
		json.Valid(content)
	}
}

func BenchmarkScan(b *testing.B) {
	content := generated(1000)
	b.SetBytes(int64(len(content)))
	for b.Loop() {
		scan(content, datasetObject(), new(report))
	}
}

func BenchmarkDecode(b *testing.B) {
	content := generated(1000)
	b.SetBytes(int64(len(content)))
	for b.Loop() {
		if _, err := decode(content); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkBuild(b *testing.B) {
	content := generated(1000)
	wire, err := decode(content)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(content)))
	for b.Loop() {
		newBuilder(wire, new(report)).build()
	}
}
