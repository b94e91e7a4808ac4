package bench

import (
	"reflect"
	"strings"
	"testing"
)

const printed = `goos: linux
goarch: amd64
pkg: dateline/data
cpu: some processor
BenchmarkLoad/N=bundled-2	 1000	 1234567 ns/op	  98.70 MB/s	         3.250 peak-MB	  204800 B/op	    2048 allocs/op
BenchmarkLoad/N=1000-2	 100	 12345678 ns/op	  48.99 MB/s	        12.50 peak-MB	 2048000 B/op	   20480 allocs/op
BenchmarkParse-2                  	     100	  12345678 ns/op
--- BENCH: BenchmarkParse-2
    parse_test.go:12: BenchmarkParse says 1 ns/op
PASS
ok  	dateline/data	4.2s
pkg: dateline/widgets/scene
BenchmarkBuild/N=1000000/zoom     	     600	    999500 ns/op	         1.200 p95-ms
BenchmarkBuild/N=1000000/zoom     	     600	   2999500 ns/op	         3.200 p95-ms
BenchmarkBuild/N=1000000/zoom     	     600	   1999500 ns/op	         2.200 p95-ms
BenchmarkBuild/N=1000/zoom        	     600	       812.4 ns/op	         0.0004 p95-ms
BenchmarkBuild/N=bundled/zoom     	     600	        12 ns/op
BenchmarkNothing
BenchmarkBroken/N=5               	     600	        twelve ns/op
PASS
ok  	dateline/widgets/scene	4.2s
`

func collected(text string) *Output {
	o := new(Output)
	for line := range strings.Lines(text) {
		o.Line(strings.TrimSuffix(line, "\n"))
	}
	return o
}

func TestOutputCollectsResults(t *testing.T) {
	o := collected(printed)
	if o.Failed {
		t.Error("nothing failed")
	}
	if len(o.Results) != 8 {
		t.Fatalf("there are %d results: %v", len(o.Results), o.Results)
	}
	want := Result{"data.Load", "bundled", []Value{
		{1234567, "ns/op"}, {98.7, "MB/s"}, {3.25, "peak-MB"}, {204800, "B/op"}, {2048, "allocs/op"},
	}}
	if got := o.Results[0]; !reflect.DeepEqual(got, want) {
		t.Errorf("the first is %v, want %v", got, want)
	}
	if got := o.Results[2]; got.Name != "data.Parse" || got.Size != "" {
		t.Errorf("one without a number of events is %v", got)
	}
	if got := o.Results[3]; got.Name != "scene.Build/zoom" || got.Size != "1000000" {
		t.Errorf("one with N in the middle is %v", got)
	}
}

func TestOutputTellsOfFailures(t *testing.T) {
	for _, line := range []string{
		"FAIL", "FAIL\tdateline/data [build failed]", "--- FAIL: BenchmarkLoad/N=1000", "panic: no",
	} {
		if !collected("pkg: dateline/data\n" + line + "\n").Failed {
			t.Errorf("%q is a failure", line)
		}
	}
}

func TestBySize(t *testing.T) {
	const want = `
|                  | N =         | bundled |   1,000 | 1,000,000 |
| ---------------- | ----------- | ------: | ------: | --------: |
| data.Load        | time        | 1.23 ms | 12.3 ms |           |
|                  | MB/s        |    98.7 |    49.0 |           |
|                  | peak-MB     |    3.25 |    12.5 |           |
|                  | allocated   |  205 kB | 2.05 MB |           |
|                  | allocations |   2,048 |  20,480 |           |
| scene.Build/zoom | time        | 12.0 ns |  812 ns |   2.00 ms |
|                  | p95-ms      |         |  0.0004 |      2.20 |
`
	if got := "\n" + BySize(collected(printed).Results); got != want {
		t.Errorf("it is\n%s\nand should be\n%s", got, want)
	}
	if got := BySize(nil); got != "" {
		t.Errorf("of nothing it is %q", got)
	}
}
