package data

import (
	"fmt"
	"maps"
)

// names are the identifiers of one list of the dataset.
type names struct {
	noun    string // of one element
	list    string // the field
	index   map[string]int
	partial bool // some identifiers could not be read: those missing here may yet exist
}

// newNames reads and checks the identifiers of the count elements of a list.
func newNames(r *report, noun, list string, count int, id func(index int) string) *names {
	n := &names{noun: noun, list: list, index: make(map[string]int, count)}
	n.partial = r.hides(place{}.key(list))
	for i := range count {
		text := id(i)
		if len(r.masked) > 0 && r.hides(n.place(i)) {
			n.partial = true
			continue
		}
		if f := badIdentifier(text); f != nil {
			r.in(n.place(i), f)
		}
		if text == "" {
			continue
		}
		if first, used := n.index[text]; !used {
			n.index[text] = i
		} else if r.room() {
			other := n.place(first)
			message := fmt.Sprintf("the identifier %s is used by another %s; also at ", quote(text), noun)
			r.in(n.place(i), &fault{message: message, inner: whole, other: &other})
		}
	}
	return n
}

// place returns where the identifier of an element is.
func (n *names) place(index int) place { return place{}.key(n.list).item(index).key("id") }

// mostCandidates bounds the work of finding out what was meant: every wrong name is compared with every right one.
const mostCandidates = 20_000

// missing returns the fault of naming an element that there is none of.
func (n *names) missing(id string) *fault {
	f := wrong(fmt.Sprintf("there is no %s %s", n.noun, quote(id)))
	if len(n.index) > mostCandidates {
		return f
	}
	if meant, ok := suggest(id, maps.Keys(n.index)); ok {
		other := n.place(n.index[meant])
		f.message += fmt.Sprintf("; did you mean %s at ", quote(meant))
		f.other, f.closing = &other, "?"
	}
	return f
}
