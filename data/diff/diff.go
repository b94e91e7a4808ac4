// Package diff tells what changed from one dataset to another: what was added, removed, renamed or changed, and of that
// which fields, before and after. It goes by what datasets say, not by how they are written: layout, the order of
// fields, and the order of events in the file are no change. References that follow a renamed identifier are no change
// either.
package diff

import (
	"context"
	"iter"
	"slices"

	"dateline/data"
)

// What is a sort of thing that changes.
type What string

// The sorts, in the order in which changes of them are told.
const (
	Dataset What = "dataset"
	Lane    What = "lane"
	Source  What = "source"
	Event   What = "event"
	Dispute What = "dispute"
)

// Kind is a way of changing.
type Kind string

// The kinds of changes.
const (
	Added   Kind = "added"
	Removed Kind = "removed"
	Renamed Kind = "renamed" // it has another identifier; all else is the same
	Changed Kind = "changed"
)

// None is the index of what there is not.
const None = -1

// Change is one thing that is not as it was.
type Change struct {
	What   What    `json:"what"`
	Kind   Kind    `json:"change"`
	ID     string  `json:"id,omitempty"`    // in the new set, of what was removed in the old one; "" for the dataset
	Was    string  `json:"was,omitempty"`   // the identifier in the old set of what was renamed
	Date   string  `json:"date,omitempty"`  // of an event, in EDTF, from the same set as the identifier
	Title  string  `json:"title,omitempty"` // of a dispute its question, from the same set as the identifier
	Old    int     `json:"-"`               // index in the list of the old set, or None
	New    int     `json:"-"`               // index in the list of the new set, or None
	Fields []Field `json:"fields,omitempty"`
}

// Field is a field that is not as it was. Of a text there are Before and After, which are "" where there is none; of a
// list there is all else.
type Field struct {
	Name      string   `json:"field"` // as in a dataset file
	Before    string   `json:"before,omitempty"`
	After     string   `json:"after,omitempty"`
	Added     []string `json:"added,omitempty"` // elements in words
	Removed   []string `json:"removed,omitempty"`
	Changed   []Pair   `json:"changed,omitempty"`   // elements of which enough is the same to tell that they are one
	Reordered bool     `json:"reordered,omitempty"` // elements that are in both have changed places
}

// Pair is an element of a list before and after, in words.
type Pair struct {
	Before string `json:"before"`
	After  string `json:"after"`
}

// Changes are all changes from one set to another.
type Changes struct {
	Dataset  []Change // one at most
	Lanes    []Change // in the order of the new set, then what was removed
	Sources  []Change // likewise
	Events   []Change // in time order, by the date that the change has
	Disputes []Change // as lanes
}

// Compare returns what changed from one set to another. Things are the same that have the same identifier. One that is
// in one set alone was renamed if the other has, in that set alone, exactly one that is the same but for its identifier;
// a lane or source without a title is not recognised so. Lanes are compared as they are shown: a colour or marker that
// the file leaves to Dateline may change with the other lanes.
//
// The error wraps that of ctx, or [data.ErrChanged] if a file is not what it was when it was loaded.
func Compare(ctx context.Context, old, new *data.Set) (Changes, error) {
	c := &comparison{old: side{set: old}, new: side{set: new}}
	var result Changes
	var reordered [3]bool
	result.Lanes, c.old.lanes, reordered[0] = compareAll(laneRules(), old.Lanes, new.Lanes)
	result.Sources, c.old.sources, reordered[1] = compareAll(sourceRules(), old.Sources, new.Sources)
	var err error
	if result.Events, err = c.events(ctx); err != nil {
		return Changes{}, err
	}
	result.Disputes, _, reordered[2] = compareAll(c.disputeRules(), old.Disputes, new.Disputes)
	result.Dataset = compareHeads(old, new, reordered)
	return result, nil
}

// compareHeads compares what is said of the dataset as a whole.
func compareHeads(old, new *data.Set, reordered [3]bool) []Change {
	var f fields
	f.text("$schema", old.Schema, new.Schema)
	f.text("title", old.Title, new.Title)
	f.text("summary", old.Summary, new.Summary)
	f.text("language", old.Language, new.Language)
	f.text("span", old.Span.String(), new.Span.String())
	for i, name := range []string{"lanes", "sources", "disputes"} {
		if reordered[i] {
			f = append(f, Field{Name: name, Reordered: true})
		}
	}
	if f == nil {
		return nil
	}
	return []Change{{What: Dataset, Kind: Changed, Title: new.Title, Old: None, New: None, Fields: f}}
}

// All yields all changes: of the dataset, lanes, sources, events and disputes.
func (c *Changes) All() iter.Seq[*Change] {
	return func(yield func(*Change) bool) {
		for _, list := range [][]Change{c.Dataset, c.Lanes, c.Sources, c.Events, c.Disputes} {
			for i := range list {
				if !yield(&list[i]) {
					return
				}
			}
		}
	}
}

// Different reports whether there is any change.
func (c *Changes) Different() bool {
	for range c.All() {
		return true
	}
	return false
}

// Indexes returns the indexes of events with a kind of change, ascending: of removed ones in the events of the old set,
// of all others in those of the new one.
func (c *Changes) Indexes(kind Kind) []int {
	var indexes []int
	for i := range c.Events {
		switch e := &c.Events[i]; {
		case e.Kind != kind:
		case kind == Removed:
			indexes = append(indexes, e.Old)
		default:
			indexes = append(indexes, e.New)
		}
	}
	slices.Sort(indexes)
	return indexes
}
