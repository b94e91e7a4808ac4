package bench

import (
	"encoding/json"
	"strings"
	"testing"
)

func measured() Window {
	atOnce := Report{
		FirstFrame: 420, Events: 120000, AtFirst: 200e6, AtEnd: 250e6,
		Series: []Series{
			{Name: "zoom", Intervals: []float64{10, 12, 11, 30}, CPU: 40, Server: 10},
			{Name: "pan whole", Intervals: []float64{5, 5}, CPU: 10},
		},
	}
	clocked := Report{Series: []Series{
		{Name: "zoom", Intervals: []float64{16.7, 33.3, 16.7}, Steps: []float64{12, 13, 14, 31}},
	}}
	return Measured("large.json", 72e6, atOnce, clocked)
}

func TestMeasured(t *testing.T) {
	w := measured()
	want := Steps{
		Name: "zoom", Count: 4, Frame: 11, FrameP95: 30, CPU: 12.5, Program: 10, Server: 2.5,
		Change: 13, ChangeP95: 31, Tick: 16.7, TickP95: 33.3,
	}
	if len(w.Series) != 2 || w.Series[0] != want {
		t.Errorf("the series are %+v", w.Series)
	}
	line, err := json.Marshal(w)
	if err != nil {
		t.Fatal(err)
	}
	const head = `{"dataset":"large.json","events":120000,"file_mb":72,"first_complete_paint_ms":420,` +
		`"pss_at_first_paint_mb":200,"pss_mb":250,"series":[{"steps":"zoom","count":4,`
	if got := string(line); len(got) < len(head) || got[:len(head)] != head {
		t.Errorf("as JSON it is %s", got)
	}
}

func TestTables(t *testing.T) {
	const want = `
| N          | steps     | frame |  p95 |  CPU | program | X server | clocked: change |  p95 | frame |  p95 |
| ---------- | --------- | ----: | ---: | ---: | ------: | -------: | --------------: | ---: | ----: | ---: |
| large.json | zoom      |  11.0 | 30.0 | 12.5 |    10.0 |     2.50 |            13.0 | 31.0 |  16.7 | 33.3 |
|            | pan whole |  5.00 | 5.00 | 5.00 |    5.00 |        – |               – |    – |     – |    – |

` + notes + `
| N          |  events |    file | first complete paint | memory then | index complete | memory then | after the steps |
| ---------- | ------: | ------: | -------------------: | ----------: | -------------: | ----------: | --------------: |
| large.json | 120,000 | 72.0 MB |               420 ms |      200 MB |              – |           – |          250 MB |
`
	if got := "\n" + Tables([]Window{measured()}); got != want {
		t.Errorf("it is\n%s\nand should be\n%s", got, want)
	}
	if got := Tables([]Window{{Dataset: "10000"}}); !strings.Contains(got, "| 10,000 |") {
		t.Errorf("a number of events is\n%s", got)
	}
}
