package exchange

import (
	"strings"
	"testing"
)

// Only one of the formats that are JSON claims a file, and none claims those of others.
func TestDetectJSON(t *testing.T) {
	formats := map[string]*Format{"timelinejs": &TimelineJSON, "vis": &VisTimeline, "simile": &Simile}
	tests := []struct {
		name, file string
		want       string // the format that is sure, "" for none
		least      int
	}{
		{"TimelineJS", `{"title":{"text":{}},"events":[{"media":{"url":"x"},"start_date":{"year":"1"},"text":{"headline":"y"}}]}`, "timelinejs", 90},
		{"TimelineJS, no dates", `{"events":[{"text":{"headline":"y"}}]}`, "timelinejs", 50},
		{"TimelineJS, no events", `{"events":[],"eras":[]}`, "timelinejs", 50},
		{"vis, list", ` [ {"id":1,"content":"x","start":"2013"} ]`, "vis", 90},
		{"vis, object", "\ufeff{\"groups\":[{\"id\":1,\"content\":\"g\"}],\"items\":[{\"content\":\"x\",\"start\":1}]}", "vis", 90},
		{"vis, by identifier", `{"items":{"a":{"content":"x","start":1}}}`, "vis", 90},
		{"vis, DataSet", `{"items":{"_options":{},"_data":{"1":{"content":"x","start":1}}}}`, "vis", 90},
		{"SIMILE", `{"dateTimeFormat":"iso8601","events":[{"start":"1924","title":"x"}]}`, "simile", 90},
		{"SIMILE, short", `{"dateTimeFormat":"iso8601","events":[{"s":"1924","t":"x"}]}`, "simile", 90},
		{"SIMILE, Gregorian", `{"events":[{"start":"May 20 2008","title":"x","durationEvent":false}]}`, "simile", 90},
		{"SIMILE, wiki", `{"wikiURL":"http://w/","events":[{"s":"1"}]}`, "simile", 90},
		{"SIMILE, bare", `{"events":[{"start":"May 20 2008","title":"x"}]}`, "simile", 50},
		{"SIMILE, XML", `<?xml version="1.0"?><data><!-- c --><event start="1" title="x"/></data>`, "simile", 90},
		{"ours", `{"format":1,"title":"x","lanes":[{"id":"a"}],"events":[{"id":"x","lanes":["a"],"date":"2001","title":"x"}]}`, "", 0},
		{"ours, texts that mislead", `{"format":1,"title":"start_date content start dateTimeFormat items","lanes":[{"id":"items"}],"events":[]}`, "", 0},
		{"The Timeline Project", `<?xml version="1.0" encoding="utf-8"?><timeline><version>2.8.0</version><events><event><start>2001-01-01 00:00:00</start></event></events></timeline>`, "", 0},
		{"CSV", "Year,Month,Day,Time,End Year,Headline\n2001,1,1,,,\"events start_date\"\n", "", 0},
		{"iCalendar", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20010101\r\n", "", 0},
		{"Timesketch", "{\"message\":\"start\",\"datetime\":\"2001-01-01T00:00:00Z\",\"timestamp_desc\":\"events\"}\n{}\n", "", 0},
		{"GeoJSON", `{"type":"FeatureCollection","features":[{"type":"Feature"}]}`, "", 0},
		{"numbers", `[1,2,3]`, "", 0},
		{"XML, empty", `<data></data>`, "", 0},
		{"XML, other events", `<data><event begin="1"/></data>`, "", 0},
		{"an empty name", `{"":1,"events":[{"":2}]}`, "", 0},
		{"XML", `<rss><channel/></rss>`, "", 0},
		{"nothing", "", "", 0},
		{"broken", `{"events":[{`, "", 0},
		{"binary", "\x00\x01\x02", "", 0},
		{"deep", strings.Repeat("[", 60_000), "", 0},
		{"HTML", "<!DOCTYPE html><html><data>", "", 0},
	}
	for _, test := range tests {
		for name, format := range formats {
			got := format.Detect([]byte(test.file))
			switch {
			case name == test.want && got < test.least:
				t.Errorf("%s: %s is sure only to %d", test.name, name, got)
			case name != test.want && got > 0:
				t.Errorf("%s: %s claims it by %d", test.name, name, got)
			}
		}
	}
}

// What is written is known again by the format that it is of, better than by any other, from its beginning alone.
func TestDetectWritten(t *testing.T) {
	formats := []*Format{&TimelineJSON, &VisTimeline, &Simile, &Own}
	for _, written := range formats {
		content, _, err := written.Write(bundled(t))
		if err != nil {
			t.Fatal(err)
		}
		for _, size := range []int{16 << 10, 64 << 10, len(content)} {
			begin := content[:min(size, len(content))]
			sure := written.Detect(begin)
			if sure < 90 && written != &Own {
				t.Errorf("%s, %d bytes: it is sure only to %d", written.Name, size, sure)
			}
			for _, other := range formats {
				if got := other.Detect(begin); other != written && got >= 50 {
					t.Errorf("%s, %d bytes: %s claims it by %d", written.Name, size, other.Name, got)
				}
			}
		}
	}
}
