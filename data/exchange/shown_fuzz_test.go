package exchange

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
)

// fuzzReading asserts of anything that is read that it is a dataset and comes back when it is written.
func fuzzReading(f *testing.F, format *Format, seeds ...string) {
	for _, seed := range seeds {
		f.Add([]byte(seed))
	}
	content, _, err := format.Write(keptTimeline())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(content)
	f.Fuzz(func(t *testing.T, content []byte) { checkReading(t, format, content) })
}

// checkReading asserts of a file, if it can be read, that it is a dataset and comes back when it is written.
func checkReading(t *testing.T, format *Format, content []byte) {
	t.Helper()
	if sure := format.Detect(content); sure < 0 || sure > 100 {
		t.Errorf("it is sure to %d", sure)
	}
	result, err := format.Read(content)
	if err != nil {
		if strings.TrimSpace(err.Error()) == "" {
			t.Error("an error says nothing")
		}
		return
	}
	valid(t, result.Timeline)
	written, _, err := format.Write(result.Timeline)
	if err != nil {
		t.Fatal(err)
	}
	again, err := format.Read(written)
	if err != nil {
		t.Fatal(err)
	}
	if len(again.Losses) > 0 || !writtenAlike(again.Timeline, result.Timeline) {
		t.Errorf("another timeline comes back: %v\n%s\n%s", again.Losses, digestOf(result), digestOf(again))
	}
}

// writtenAlike reports whether two timelines are written alike.
func writtenAlike(a, b *Timeline) bool {
	one, _, _ := writeOwn(a)
	two, _, _ := writeOwn(b)
	return reflect.DeepEqual(one, two)
}

func FuzzTimelineJS(f *testing.F) {
	fuzzReading(f, &TimelineJSON,
		`{"title":{"text":{"headline":"T","text":"<p>x"}},"events":[{"start_date":{"year":"-43","month":"3","day":15,"display_date":"c."},`+
			`"end_date":{"year":1},"unique_id":"x","group":"g","media":{"url":"<blockquote>q","credit":"c"},"text":{"headline":"<b>h"}}]}`,
		`{"scale":"cosmological","events":[{"start_date":{"year":-13800000000}}],"eras":[{"start_date":{"year":1},"end_date":{"year":2}}]}`,
	)
}

func FuzzVis(f *testing.F) {
	fuzzReading(f, &VisTimeline,
		`[{"id":1,"content":"x","start":"2013-04-20T00:00:00Z","end":1388424976000,"group":2,"type":"background"}]`,
		`{"items":{"_data":{"1":{"content":"a","start":"Mon Dec 30 2013 21:16:00 GMT+0100"}}},"groups":[{"id":1,"content":"<i>g","order":1,"style":"color:#abc"}]}`,
	)
}

func FuzzSimile(f *testing.F) {
	fuzzReading(f, &Simile,
		`{"dateTimeFormat":"iso8601","events":[{"start":"1961","latestStart":"1962","earliestEnd":"1963","end":"1964-05-06","title":"t","color":"red","link":"http://x/"}]}`,
		`{"events":[{"s":"500 BC","ls":"-0400","de":false,"d":"&amp;lt;b"}]}`,
		`<data><!-- c --><event start="May 20 2008 09:00:00 GMT-0600" end="2009" title="x">&lt;i&gt;d<b a="c">x</b></event></data>`,
	)
}

// Many items with the same title or identifier take no longer than others: the test would take minutes.
func TestManyAlike(t *testing.T) {
	const n = 20_000
	for format, item := range map[*Format]string{
		&TimelineJSON: `{"start_date":{"year":1},"unique_id":"x","group":"g","text":{"headline":"The same title, which is longer than any identifier is"}}`,
		&VisTimeline:  `{"id":"x","content":"x","start":"2001","group":"g"}`,
		&Simile:       `{"id":"x","title":"x","start":"2001","link":"https://x.example/"}`,
	} {
		list := map[*Format]string{&TimelineJSON: "events", &VisTimeline: "items", &Simile: "events"}[format]
		file := fmt.Sprintf(`{"%s":[%s%s]}`, list, strings.Repeat(item+",", n-1), item)
		result, err := format.Read([]byte(file))
		if err != nil || len(result.Timeline.Events) != n {
			t.Fatal(err)
		}
		valid(t, result.Timeline)
	}
}

// Files made up of what the programs have, in any order and of any kind, are read as datasets that come back.
func TestMadeUpFiles(t *testing.T) {
	keys := map[*Format][]string{
		&TimelineJSON: {
			"events", "events", "title", "eras", "start_date", "start_date", "end_date", "year", "year", "year", "month", "day", "hour", "minute", "second",
			"millisecond", "display_date", "text", "headline", "media", "url", "caption", "credit", "link", "group", "unique_id", "scale",
		},
		&VisTimeline: {
			"items", "items", "groups", "_data", "id", "content", "content", "start", "start", "start", "end", "group", "type", "title", "style", "order",
			"nestedGroups",
		},
		&Simile: {
			"events", "events", "dateTimeFormat", "start", "start", "start", "s", "end", "end", "latestStart", "earliestEnd", "durationEvent", "isDuration",
			"title", "t", "description", "link", "color", "id",
		},
	}
	for format, names := range keys {
		for seed := range uint64(150) {
			m := jsonMaker{rand.New(rand.NewPCG(seed, 7)), names}
			list := `[` + m.object(3) + `,` + m.object(3) + `,` + m.object(3) + `]`
			file := map[*Format]string{
				&TimelineJSON: `{"events":` + list + `,"eras":` + list + `,"title":` + m.object(2) + `}`,
				&VisTimeline:  `{"items":` + list + `,"groups":` + list + `,` + m.object(1)[1:],
				&Simile:       `{"events":` + list + `}`,
			}[format]
			checkReading(t, format, []byte(file))
			if t.Failed() {
				t.Fatalf("%s, seed %d:\n%s", format.Name, seed, file)
			}
		}
	}
}

// jsonMaker makes up JSON.
type jsonMaker struct {
	*rand.Rand
	names []string
}

// object returns an object of values so deep in one another.
func (m jsonMaker) object(depth int) string {
	var fields []string
	for range 1 + m.IntN(12) {
		fields = append(fields, fmt.Sprintf("%q:%s", m.names[m.IntN(len(m.names))], m.value(depth-1)))
	}
	return "{" + strings.Join(fields, ",") + "}"
}

func (m jsonMaker) value(depth int) string {
	switch n := m.IntN(10); {
	case n < 3 && depth > 0:
		return m.object(depth)
	case n == 3 && depth > 0:
		return "[" + m.value(depth-1) + "," + m.object(depth) + "]"
	case n == 4:
		return []string{"null", "true", "false", "0", "-1", "1e9", "12", "2001", "-43", "1388361600000", "99999999999"}[m.IntN(11)]
	}
	texts := []string{
		"", " ", "2001", "-43", "3", "31", "2001-02-30", "2001-02-03", "2001-02-03T00:00:00", "2001-02-03T23:59:59", "2001-02-03T04:05:06.7Z",
		"May 20 2008 09:00:00 GMT-0600", "500 BC", "-000001", "+012345-01-01", "true", "false", "http://x.example/a b", "https://x.example/", "/x",
		"<b>\u00a0b</b>\u2003", "<blockquote>q<cite>c</cite></blockquote>", "a\nb", "\u00a0", "\x00", "iso8601", "red", "color: #abc; x", "range", "background",
		"about 2001", "<a href='javascript:x'>", "&amp;lt;", "Events", "Eras", "event",
	}
	text, _ := json.Marshal(texts[m.IntN(len(texts))])
	return string(text)
}
