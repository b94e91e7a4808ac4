package exchange

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"dateline/data/edtf"
)

func TestReadSketch(t *testing.T) {
	const header = "message,timestamp,datetime,timestamp_desc,extra_field_1,tag\n"
	tests := []struct {
		name, rows            string
		events, losses, notes []string
	}{
		{
			// as in Timesketch's own documentation of the format
			"documented", "A message,1331698658276340,2012-03-14T04:17:38.276340+00:00,Write time,foo,\n",
			[]string{"{id:a-message,lanes:[write-time],date:2012-03-14T04:17:38+00:00,summary:extra_field_1: foo}"},
			[]string{"line 2: the fraction of a second is left out: .276340"},
			nil,
		},
		{
			"no fraction", "A,1331698658000000,2012-03-14T04:17:38Z,Write time,,\"[\"\"x\"\", \"\"y\"\"]\"\nB,1331698658000000,2012-03-14T05:17:38+01:00,Write time,,\"a,b\"\nC,1331698658000000,2012-03-14T04:17:38Z,Access time,,-\n",
			[]string{
				"{id:a,lanes:[write-time],date:2012-03-14T04:17:38Z,tags:[x,y]}",
				"{id:b,lanes:[write-time],date:2012-03-14T05:17:38+01:00,tags:[a,b]}",
				"{id:c,lanes:[access-time],date:2012-03-14T04:17:38Z,}",
			},
			nil, nil,
		},
		{
			"a fraction in the timestamp alone", "A,1331698658276340,2012-03-14T04:17:38Z,W,,\n",
			[]string{"{id:a,lanes:[w],date:2012-03-14T04:17:38Z,}"},
			[]string{"the fraction of a second in the timestamp is left out: .276340"},
			nil,
		},
		{
			"before 1970", "A,-1500000,1969-12-31T23:59:58Z,W,,\n",
			[]string{"{id:a,lanes:[w],date:1969-12-31T23:59:58Z,}"},
			[]string{"left out: .500000"},
			nil,
		},
		{
			"a timestamp that says something else", "A,12,2012-03-14T04:17:38Z,W,,\nB,soon,2012-03-14T04:17:38Z,W,,\n",
			[]string{
				"{id:a,lanes:[w],date:2012-03-14T04:17:38Z,summary:timestamp: 12}", "{id:b,lanes:[w],date:2012-03-14T04:17:38Z,summary:timestamp: soon}",
			},
			nil, nil,
		},
		{
			"a timestamp alone", "A,1331698658276340,,W,,\n",
			[]string{"{id:a,lanes:[w],date:2012-03-14T04:17:38Z,}"},
			[]string{"left out: .27634"},
			[]string{"in microseconds since 1970"},
		},
		{
			"timestamps of other units", "A,1331698658,,W,,\nB,1331698658276,,W,,\nC,1331698658276340123,,W,,\nD,-1331698658276340,,W,,\n",
			[]string{
				"{id:a,lanes:[w],date:2012-03-14T04:17:38Z,}", "{id:b,lanes:[w],date:2012-03-14T04:17:38Z,}", "{id:c,lanes:[w],date:2012-03-14T04:17:38Z,}",
				"{id:d,lanes:[w],date:1927-10-20T19:42:21Z,}",
			},
			[]string{"left out: .276", "left out: .276340123", "left out: .72366"},
			[]string{"The time of 1 events is read of their timestamp, in microseconds", "by their size, as Timesketch does: 3 of them"},
		},
		{
			"a datetime that is a number", "A,7,1331698658000000,W,,\n",
			[]string{"{id:a,lanes:[w],date:2012-03-14T04:17:38Z,summary:timestamp: 7}"},
			nil,
			[]string{"in microseconds since 1970"},
		},
		{
			"not a time", "A,0,,Not a time,,\nB,0,,W,,\n",
			[]string{"{id:b,lanes:[w],date:1970-01-01T00:00:00Z,}"},
			[]string{"line 2: the row is not taken: it has no date"},
			[]string{"The time of 1 events"},
		},
		{
			"no offset", "A,1331698658000000,2012-03-14T04:17:38,W,,\nB,,2012-03-14 00:00:00,,,\n",
			[]string{"{id:a,lanes:[w],date:2012-03-14T04:17:38,}", "{id:b,lanes:[events],date:2012-03-14T00:00:00,}"},
			nil,
			[]string{"The time of 2 events has no offset"},
		},
		{
			"no time at all", "A,,,W,,\nB,,2012-03-14T04:17:38Z,W,,\n",
			[]string{"{id:b,lanes:[w],date:2012-03-14T04:17:38Z,}"},
			[]string{"line 2: the row is not taken: it has no date"},
			nil,
		},
		{
			"a message of lines", "\"A\nB\",,2012-03-14T04:17:38Z,W,x,\n",
			[]string{"{id:a,lanes:[w],date:2012-03-14T04:17:38Z,summary:A\\nB\\n\\nextra_field_1: x}"},
			nil, nil,
		},
	}
	for _, test := range tests {
		result, err := readSketch([]byte(header + test.rows))
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		valid(t, result.Timeline)
		wantResult(t, test.name, result, test.events, test.losses, test.notes)
	}
	if _, err := readSketch([]byte("date,title\n2008,A\n")); err == nil {
		t.Error("any table is one of Timesketch")
	}
}

func TestReadSketchLines(t *testing.T) {
	const first = `{"message": "A message","timestamp": 1331698658276340,"datetime": "2012-03-14T04:17:38.276340+00:00","timestamp_desc": "Write time","extra_field_1": "foo"}` + "\n"
	tests := []struct {
		name, lines    string
		events, losses []string
	}{
		{"other fields", `{"message":"B","datetime":"2012-03-14T04:17:38Z","timestamp_desc":"W","n":1.50,"b":true,"o":{"a":[1, 2]},"z":null,"tag":["x","y"],"e":""}`, []string{
			"{id:b,lanes:[w],date:2012-03-14T04:17:38Z,summary:n: 1.50\\nb: true\\no: {\\a\\:[1,2]},tags:[x,y]}",
		}, nil},
		{"Plaso's tag", `{"message":"B","datetime":"2012-03-14T04:17:38Z","timestamp_desc":"W","tag":{"__type__":"AttributeContainer","labels":["a,b","c"],"comment":"d"}}`, []string{
			"{id:b,lanes:[w],date:2012-03-14T04:17:38Z,summary:tag: {\\comment\\:\\d\\},tags:[a,b,c]}",
		}, nil},
		{"a tag that says nothing", `{"message":"B","datetime":"2012-03-14T04:17:38Z","timestamp_desc":"W","tag":{}}`, []string{
			"{id:b,lanes:[w],date:2012-03-14T04:17:38Z,}",
		}, nil},
		{"a field twice", `{"message":"B","message":"C","datetime":"2012-03-14T04:17:38Z","timestamp_desc":"W"}`, []string{
			"{id:b,lanes:[w],date:2012-03-14T04:17:38Z,summary:message: C}",
		}, nil},
		{"a large number", `{"message":"B","timestamp":1331698658000000,"timestamp_desc":"W"}`, []string{"{id:b,lanes:[w],date:2012-03-14T04:17:38Z,}"}, nil},
		{"a line cut off", `{"message":"B","datet`, nil, []string{"line 2: the row is not taken: column 22: the JSON object is cut off"}},
		{"no object", `[1]`, nil, []string{"line 2: the row is not taken: it is not a JSON object"}},
		{"broken", `{"message":"B",}`, nil, []string{"line 2: the row is not taken: column"}},
		{"two objects", `{"message":"B"} {}`, nil, []string{"something stands behind the JSON object"}},
		{"deep", `{"message":"B","x":` + strings.Repeat("[", 100_000), nil, []string{"line 2: the row is not taken: column"}},
	}
	for _, test := range tests {
		result, err := readSketchLines([]byte(first + test.lines + "\n\n"))
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		valid(t, result.Timeline)
		fraction := "line 1: the fraction of a second is left out: .276340"
		losses := append(test.losses, fraction)
		events := append([]string{"{id:a-message,lanes:[write-time],date:2012-03-14T04:17:38+00:00,summary:extra_field_1: foo}"}, test.events...)
		wantResult(t, test.name, result, events, losses, nil)
	}
	for content, want := range map[string]string{
		"": "empty", "{\n": "no line is JSON", `{"a":1}`: "no line has a message", `{"message":"A"}`: "no row of the table has a date", "PK\x03\x04": "zip",
	} {
		if _, err := readSketchLines([]byte(content)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", content, err, want)
		}
	}
}

// Events come back as they were from what Timesketch keeps.
func TestSketchRoundTrip(t *testing.T) {
	for _, f := range []*Format{&Timesketch, &TimesketchJSONL} {
		sameEvents(t, f, bundled(t))
		for seed := range uint64(10) {
			timeline := generated(seed, f == &TimesketchJSONL)
			timeline.Events = timeline.Events[:0:0]
			for _, e := range generated(seed, f == &TimesketchJSONL).Events {
				if _, ok := sketchInstant(edtf.MustParse(e.Date)); ok {
					e.Links = nil
					timeline.Events = append(timeline.Events, e)
				}
			}
			sameEvents(t, f, timeline)
		}
	}
}

func TestWriteSketch(t *testing.T) {
	tests := []struct {
		date, datetime string
		micros         int64
		loss           string
	}{
		{"2013-12-30T21:16:05+01:00", "2013-12-30T20:16:05+00:00", 1388434565000000, ""},
		{"2013-12-30T21:16:05", "2013-12-30T21:16:05+00:00", 1388438165000000, "has no offset"},
		{"2013-12-30T21:16Z", "2013-12-30T21:16:00+00:00", 1388438160000000, "(30 December 2013, 21:16 (UTC)); Timesketch has times to the second only"},
		{"2008", "2008-01-01T00:00:00+00:00", 1199145600000000, "its date is 2008 (2008); Timesketch has times to the second only, and shows 2008-01-01T00:00:00+00:00"},
		{"../1985", "1985-12-31T23:59:59+00:00", 504921599000000, "until 1985"},
		{"1969-12-31", "1969-12-31T00:00:00+00:00", -86400000000, "31 December 1969"},
	}
	for _, test := range tests {
		timeline := &Timeline{Format: 1, Title: "T", Lanes: []Lane{{ID: "x", Title: "X"}, {ID: "y"}}, Events: []Event{{ID: "a", Lanes: []string{"y", "x"}, Date: test.date, Title: "=A", Tags: []string{"a,b"}}}}
		lines, losses, err := writeSketchLines(timeline)
		if err != nil {
			t.Fatal(err)
		}
		var event sketchEvent
		if err := json.Unmarshal(lines, &event); err != nil {
			t.Fatal(err)
		}
		if event.Datetime != test.datetime || event.Timestamp != test.micros || event.Desc != "y" || event.Message != "=A" {
			t.Errorf("%s: %s", test.date, lines)
		}
		said := fmt.Sprint(losses)
		if test.loss == "" && strings.Contains(said, "event “=A”") || !strings.Contains(said, test.loss) {
			t.Errorf("%s: losses %s", test.date, said)
		}
		table, _, err := writeSketch(timeline)
		if err != nil || !strings.HasPrefix(string(table), "message,datetime,timestamp,timestamp_desc,tag,edtf,") ||
			!strings.Contains(string(table), fmt.Sprintf("\n=A,%s,%d,y,\"[\"\"a,b\"\"]\",%s,", test.datetime, test.micros, test.date)) {
			t.Errorf("%s: %v\n%s", test.date, err, table)
		}
	}
}

// What Timesketch has no years for is said.
func TestSketchYears(t *testing.T) {
	for date, want := range map[string]string{"-0043": "it is left out: Timesketch has no years before 1", "1500": "Timesketch leaves out rows of CSV before 1677"} {
		timeline := &Timeline{Format: 1, Title: "T", Lanes: []Lane{{ID: "x"}}, Events: []Event{{ID: "a", Lanes: []string{"x"}, Date: date, Title: "A"}}}
		if _, losses, err := writeSketch(timeline); err != nil || !strings.Contains(fmt.Sprint(losses), want) {
			t.Errorf("%s: %v, %v", date, losses, err)
		}
	}
}

// A datetime that was changed goes before the date that was written beside it.
func TestChangedSketch(t *testing.T) {
	timeline := &Timeline{Format: 1, Title: "T", Lanes: []Lane{{ID: "x", Title: "X"}}, Events: []Event{{ID: "a", Lanes: []string{"x"}, Date: "2008", Title: "A"}}}
	content, _, err := writeSketch(timeline)
	if err != nil {
		t.Fatal(err)
	}
	changed := strings.Replace(string(content), "2008-01-01T00:00:00+00:00,1199145600000000", "2008-05-01T00:00:00+00:00,1209600000000000", 1)
	result, err := readSketch([]byte(changed))
	if err != nil {
		t.Fatal(err)
	}
	wantResult(t, "changed", result, []string{"{id:a,lanes:[x],date:2008-05-01T00:00:00+00:00,}"},
		[]string{"line 2: the datetime was changed: the date “2008” that was written beside it is left out"}, nil)
}

// Whatever is read is a dataset.
func FuzzReadSketch(f *testing.F) {
	f.Add([]byte("message,timestamp,datetime,timestamp_desc,tag\nA,1331698658276340,2012-03-14T04:17:38.276340+00:00,W,\"a,b\"\n"))
	f.Add([]byte("message,datetime,timestamp,timestamp_desc,tag,edtf,lanes,lane_ids,claims\nA,2008-01-01T00:00:00+00:00,,W,-,2008,X,x,\n"))
	f.Fuzz(func(t *testing.T, content []byte) {
		detectSketch(content)
		if result, err := readSketch(content); err == nil {
			valid(t, result.Timeline)
			checkKept(t, &Timesketch, result.Timeline)
		}
	})
}

// Whatever is read is a dataset.
func FuzzReadSketchLines(f *testing.F) {
	f.Add([]byte(`{"message":"A","timestamp":1331698658276340,"timestamp_desc":"W","tag":["x"],"o":{"a":1}}` + "\n{"))
	f.Add([]byte(`{"message":"A","datetime":"2008-01-01T00:00:00+00:00","timestamp_desc":"W","edtf":"2008","lanes":["X"],"lane_ids":["x"],"claims":[{"source":"s"}]}`))
	f.Fuzz(func(t *testing.T, content []byte) {
		detectSketchLines(content)
		if result, err := readSketchLines(content); err == nil {
			valid(t, result.Timeline)
			checkKept(t, &TimesketchJSONL, result.Timeline)
		}
	})
}
