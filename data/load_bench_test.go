package data_test

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"testing"
	"time"

	"dateline/data"
	"dateline/data/sample/stock"
)

// BenchmarkLoad reads a file. Beside time and allocations it tells of memory in MB (1,000,000 bytes): the most that one
// load takes from the system, from nothing on, and what the set keeps of it.
func BenchmarkLoad(b *testing.B) {
	stock.Each(b, func(b *testing.B, s *stock.Size) {
		path, err := s.Path()
		if err != nil {
			b.Fatal(err)
		}
		info, err := os.Stat(path)
		if err != nil {
			b.Fatal(err)
		}
		load := func() *data.Set {
			set, err := data.Load(path)
			if err != nil {
				b.Fatal(err)
			}
			return set
		}
		b.SetBytes(info.Size())
		b.ReportAllocs()
		for b.Loop() {
			load()
		}
		peak, kept := memory(load)
		b.ReportMetric(peak/1e6, "peak-MB")
		b.ReportMetric(kept/1e6, "kept-MB")
	})
}

// memory returns by how much a load's need of memory exceeds what there was before, and what its set keeps, in bytes.
func memory(load func() *data.Set) (peak, kept float64) {
	debug.FreeOSMemory()
	before, live := taken(), heap()
	stop, most := make(chan bool), make(chan uint64)
	go func() {
		top := before
		for {
			select {
			case <-stop:
				most <- max(top, taken())
				return
			case <-time.After(500 * time.Microsecond):
				top = max(top, taken())
			}
		}
	}()
	set := load()
	close(stop)
	peak = float64(<-most - before)
	runtime.GC()
	runtime.GC() // what a pool lends out goes with the second
	kept = float64(heap()) - float64(live)
	runtime.KeepAlive(set)
	return peak, max(kept, 0)
}

// taken is what the program has from the system and has not given back.
func taken() uint64 {
	of := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	metrics.Read(of)
	return of[0].Value.Uint64() - of[1].Value.Uint64()
}

// heap is what the objects of the heap take.
func heap() uint64 {
	of := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(of)
	return of[0].Value.Uint64()
}
