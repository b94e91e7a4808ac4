package data

import (
	"bytes"
	"encoding/json"
)

// worker reads batches of events.
type worker struct {
	quick
	pass *pass
	read records    // of the batch at hand
	done []*records // of those before
}

func newWorker(p *pass) *worker {
	w := &worker{pass: p}
	w.scope, w.read.kinds = p.scope, newKinds()
	return w
}

func (w *worker) work() {
	defer w.letGo()
	for b := range w.pass.batches {
		if w.pass.wants(b.offset) {
			w.batch(b)
		}
		w.pass.recycle(b.data)
	}
}

// letGo takes the rest after a panic, so that nobody waits for this worker to take it.
func (w *worker) letGo() {
	if value := recover(); value != nil {
		for range w.pass.batches {
		}
		panic(value)
	}
}

func (w *worker) batch(b batch) {
	w.read.reset(b.first)
	w.data, w.pos = b.data, 0
	for more := true; more; more = w.take(',') {
		w.space()
		if !w.element(b.offset) {
			offset, message := syntaxFaultIn(b)
			w.pass.broken(&brokenError{offset, message})
			return
		}
	}
	if !w.pass.tally.full() { // else there will be no set
		w.done = append(w.done, w.read.clone())
	}
}

// element reads an element of the list up to the comma behind it or the end of the batch. It reports false if that is
// not JSON.
func (w *worker) element(offset int64) bool {
	start := w.pos
	if !w.pass.slowly && w.event() {
		end := w.pos
		w.space()
		if w.complete() {
			w.read.add(&w.draft, offset+int64(start), end-start)
			return true
		}
	}
	w.pos = new(nesting).next(w.data, start)
	return w.complete() && w.slowly(bytes.TrimRight(w.data[start:w.pos], " \t\r\n"), offset+int64(start))
}

// complete reports whether the cursor stands behind an element.
func (w *worker) complete() bool { return w.pos == len(w.data) || w.peek() == ',' }

// slowly reads an element of the list in which something is unusual and reports all that is wrong with it. It reports
// false if the element is not JSON.
func (w *worker) slowly(element []byte, offset int64) bool {
	// In a list in an object, it is as deep as it is in the file.
	if !json.Valid(bytes.Join([][]byte{[]byte(`{"":[0,`), element, []byte("]}")}, nil)) {
		return false
	}
	number := w.read.first + len(w.read.events)
	list := place{}.key("events")
	root := list.item(number)
	r := &report{crowded: w.pass.tally.crowded(offset)}
	scan(element, root, w.pass.format, r)
	read := decode[wireEvent]
	if !r.faultless() {
		read = decodeFaulty[wireEvent]
	}
	wire, err := read(element)
	if err != nil {
		r.at(0, root, wrong("this cannot be decoded: "+err.Error()))
		wire = new(wireEvent)
	}
	if w.scope.hidden {
		r.mask(list)
	}
	d := w.build(wire, number, root, r)
	r.settle(element, root, func(inner int) int64 { return offset + int64(inner) })
	w.pass.tally.add(r)
	w.read.add(d, offset, len(element))
	return true
}

// build returns an event that has been decoded, and reports what has no meaning in it.
func (w *worker) build(wire *wireEvent, number int, root place, r *report) *draft {
	b := &builder{report: r, lanes: w.scope.lanes, sources: w.scope.sources}
	event := b.buildEvent(root, wire)
	d := newDraft(&event, wire)
	ids := &names{noun: "event", list: "events"}
	if !ids.readable(r, number, wire.ID) {
		d.id = nil
	}
	w.read.partial = w.read.partial || ids.partial
	for i, l := range wire.Links {
		if !r.hides(root.key("links").item(i).key("to")) {
			d.links = append(d.links, draftLink{i, []byte(l.To)})
		}
	}
	return d
}
