// Package sample writes datasets of any size that nobody collected, for measuring the program with. They look like what
// a large chronology is: bursts of events and quiet years, busy lanes and others, dates of every precision, and texts
// whose words are as unequally frequent as those of a language. What they say means nothing.
package sample

import (
	"context"
	"fmt"
	"io"
	"strconv"
)

// chunk is about how many bytes are written at once. Whatever the number of events, that much is held in memory.
const chunk = 1 << 18

// Write writes a dataset of so many events to w, one event a line, about 600 bytes each; of none, if events is not
// positive. The same seed gives the same bytes; another seed gives other events, and bursts at other times. An event
// depends on the seed and its place in the file alone, so that a larger dataset begins with the events of a smaller one
// (from ten million events on with longer identifiers), and the events are in no order of time.
//
// The error is that of w, or the cause of the end of ctx. Then what was written is not a whole dataset.
func Write(ctx context.Context, w io.Writer, events int, seed uint64) error {
	m := newMaker(seed)
	m.line = appendHead(m.line, events, seed)
	width := identifierWidth(events)
	for i := range events {
		if i > 0 {
			m.add(",\n")
		}
		m.event(i, width)
		if len(m.line) < chunk {
			continue
		}
		if err := m.flush(ctx, w); err != nil {
			return err
		}
	}
	m.add("\n]\n}\n")
	return m.flush(ctx, w)
}

// flush writes what there is and empties the buffer.
func (m *maker) flush(ctx context.Context, w io.Writer) error {
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	_, err := w.Write(m.line)
	m.line = m.line[:0]
	return err
}

// appendHead appends the dataset up to its first event.
func appendHead(line []byte, events int, seed uint64) []byte {
	line = fmt.Appendf(line, `{
"format": 1,
"title": "Sample chronology, %d–%d",
"summary": "Made up by: dateline sample --events %d --seed %d. None of it happened.",
"language": "en",
"span": "%d/%d",
"lanes": [
`, firstYear, lastYear, events, seed, firstYear, lastYear)
	for i, lane := range lanes {
		line = fmt.Appendf(line, "{\"id\":%q,\"title\":%q}%s\n", lane.id, lane.title, comma(i < len(lanes)-1))
	}
	line = append(line, "],\n\"sources\": [\n"...)
	for i, source := range sources {
		line = fmt.Appendf(line, "{\"id\":%q,\"title\":%q}%s\n", source.id, source.title, comma(i < len(sources)-1))
	}
	return append(line, "],\n\"events\": [\n"...)
}

func comma(more bool) string {
	if more {
		return ","
	}
	return ""
}

// leastWidth is the number of digits that the identifiers of small datasets are filled up to, so that datasets of
// different sizes name their events alike.
const leastWidth = 7

// identifierWidth returns how many digits the identifiers of so many events have.
func identifierWidth(events int) int {
	return max(leastWidth, len(strconv.Itoa(events)))
}
