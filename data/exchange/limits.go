package exchange

import (
	"bytes"
	"fmt"
)

// The most of what makes other programs' files large in memory: a file of nothing but line ends or commas takes hundreds
// of times its own size while it is read. No file with a million events comes near them.
const (
	mostRows    = 5_000_000  // lines of a table
	mostLines   = 20_000_000 // lines of other texts
	mostValues  = 20_000_000 // values of JSON, or elements and attributes of XML
	mostCells   = 50_000_000 // cells of a table
	mostColumns = 16_384     // of a table: as many as spreadsheets have
)

// fits returns an error where content has so many lines, values or cells that reading it might not fit into memory. It
// counts the characters that part them, also within texts.
func (f *Format) fits(content []byte) error {
	count := func(characters string) int {
		all := 0
		for i := range len(characters) {
			all += bytes.Count(content, []byte{characters[i]})
		}
		return all
	}
	lines := max(count("\n"), count("\r"))
	switch f.Name {
	case CSV.Name, TSV.Name, TimelineJSSheet.Name, Timesketch.Name:
		cells := max(count(","), count(";"), count("\t"), count("|"))
		return tooMany(many{lines, mostRows, "lines"}, many{cells, mostCells, "cells"})
	case TimesketchJSONL.Name:
		return tooMany(many{lines, mostRows, "lines"}, many{count(",[{"), mostValues, "values"})
	case TimelineJSON.Name, VisTimeline.Name, TimelineProject.Name, Simile.Name:
		return tooMany(many{max(count(",[{"), count("<=")), mostValues, "values"})
	}
	return tooMany(many{lines, mostLines, "lines"})
}

// many is how many things there are, and may be.
type many struct {
	count, most int
	noun        string
}

// tooMany returns an error for the first things of which there are more than may be.
func tooMany(things ...many) error {
	for _, m := range things {
		if m.count > m.most {
			return fmt.Errorf("it has more than %d million %s, which is more than Dateline reads of other programs’ formats; "+
				"take it apart", m.most/1_000_000, m.noun)
		}
	}
	return nil
}
