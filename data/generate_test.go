package data

import (
	"fmt"
	"strings"
)

// generated returns a dataset of count events that uses every field, its events in no order of time.
func generated(count int) []byte {
	var b strings.Builder
	b.WriteString(`{
  "$schema": "dateline.schema.json",
  "format": 1,
  "title": "Generated",
  "summary": "Every field the format has, and \\ud83d.",
  "language": "en",
  "span": "1900/2020",
  "lanes": [
    {"id": "one", "title": "One", "color": "#c77700", "marker": "square"},
    {"id": "two", "title": "Two"},
    {"id": "three"}
  ],
  "sources": [
    {"id": "paper", "title": "The Paper", "publisher": "P", "author": "A. Uthor", "published": "2019-11-13",
     "language": "en", "url": "https://example.org/paper?a=1", "file": "texts/paper.txt"},
    {"id": "book"}
  ],
  "events": [`)
	for i := range count {
		if i > 0 {
			b.WriteByte(',')
		}
		writeEvent(&b, i, count)
	}
	b.WriteString(`
  ],
  "disputes": [
    {"id": "which", "question": "Which?", "events": ["event-0"],
     "answers": [{"source": "paper", "answer": "This.", "quote": "this"}, {"source": "book", "answer": "That."}]}
  ]
}
`)
	return []byte(b.String())
}

func writeEvent(b *strings.Builder, i, count int) {
	lanes := [...]string{`"one"`, `"two", "one"`, `"three"`, `"three", "two"`}
	dates := [...]string{"%d", "%d-03", "%d-04-05", "%d-06-07T08:09:10Z", "%d~", "%d/..", "../%d", "[%d,2001]"}
	statuses := [...]string{"established", "reported", "alleged", "disputed", "false"}
	date := fmt.Sprintf(dates[i%len(dates)], 1900+i*7919%100)
	fmt.Fprintf(b, `
    {"id": "event-%d", "lanes": [%s], "date": %q,
     "title": "What happened at place number %d: “naïve” R\u0026D \ud83d\ude00",
     "summary": "A sentence about it that is as long as a sentence about it tends to be in a chronology.",
     "status": %q, "people": ["Ann Able", "Bob Baker"], "places": ["Brussels"], "tags": ["tag"],
     "claims": [{"source": "paper", "quote": "It happened, \"they\" said, at that place and in that way, and that was that.",
                 "locator": "p. %d", "date": "1999-01"}, {"source": "book", "quote": "It did."}],
     "known": [{"by": "public", "date": "2019-11-13", "claim": 0}, {"by": "one", "date": "2018"}],
     "links": [{"to": "event-%d", "kind": "leads-to"}]}`,
		i, lanes[i%len(lanes)], date, i, statuses[i%len(statuses)], i, (i+1)%count)
}
