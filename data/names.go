package data

import (
	"fmt"
	"iter"
	"maps"
)

// names are the identifiers of one list of the dataset.
type names struct {
	noun    string // of one element
	list    string // the field
	known   directory
	partial bool // some identifiers could not be read: those missing here may yet exist
}

// directory knows which element of a list has an identifier; of several the first.
type directory interface {
	find(id string) (index int, ok bool)
	all() iter.Seq[string]
	count() int
}

// indexes is the directory of a short list.
type indexes map[string]int

func (d indexes) find(id string) (int, bool) {
	index, ok := d[id]
	return index, ok
}

func (d indexes) all() iter.Seq[string] { return maps.Keys(d) }

func (d indexes) count() int { return len(d) }

// newNames reads and checks the identifiers of the elements of a list.
func newNames[W any](r *report, noun, list string, wire []W, id func(*W) string) (*names, indexes) {
	known := make(indexes, len(wire))
	n := &names{noun, list, known, r.hides(place{}.key(list))}
	for i := range wire {
		text := id(&wire[i])
		if !n.readable(r, i, text) {
			continue
		}
		if first, used := known[text]; !used {
			known[text] = i
		} else if r.room() {
			r.in(n.place(i), n.used(text, first))
		}
	}
	return n, known
}

// readable checks the identifier of an element and reports whether the element can be found by it.
func (n *names) readable(r *report, index int, id string) bool {
	if len(r.masked) > 0 && r.hides(n.place(index)) {
		n.partial = true
		return false
	}
	if f := badIdentifier(id); f != nil {
		r.in(n.place(index), f)
	}
	return id != ""
}

// used returns the fault of an identifier that another element has.
func (n *names) used(id string, first int) *fault {
	other := n.place(first)
	message := fmt.Sprintf("the identifier %s is used by another %s; also at ", quote(id), n.noun)
	return &fault{message: message, inner: whole, other: &other}
}

// place returns where the identifier of an element is.
func (n *names) place(index int) place { return place{}.key(n.list).item(index).key("id") }

// mostCandidates bounds the work of finding out what was meant: every wrong name is compared with every right one.
const mostCandidates = 20_000

// missing returns the fault of naming an element that there is none of.
func (n *names) missing(id string) *fault {
	f := wrong(fmt.Sprintf("there is no %s %s", n.noun, quote(id)))
	if n.known.count() > mostCandidates {
		return f
	}
	if meant, ok := suggest(id, n.known.all()); ok {
		index, _ := n.known.find(meant)
		other := n.place(index)
		f.message += fmt.Sprintf("; did you mean %s at ", quote(meant))
		f.other, f.closing = &other, "?"
	}
	return f
}

// same reports whether short lists have the same identifiers in the same places.
func (n *names) same(other *names) bool {
	return n.partial == other.partial && maps.Equal(n.known.(indexes), other.known.(indexes))
}
