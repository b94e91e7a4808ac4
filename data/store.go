package data

import (
	"fmt"
	"iter"

	"dateline/data/edtf"
)

// Events are the events of a set, in time order: by earliest instant, then latest, then place in the file. What the
// timeline needs of each is at hand; the whole of one is read from the file again when it is asked for. Indexes are
// from 0 to Len()-1. All methods may be called by several goroutines.
type Events struct {
	bounds  []bounds
	spots   []spot
	kinds   []uint32 // indexes into variety
	variety []kind
	text    string   // identifier, date and title of every event, in the order of the file
	order   []uint32 // the index of each event by its number in the file
	ids     *idTable // has numbers in the file

	from           *original
	lanes, sources *names
}

type bounds struct{ earliest, latest int64 }

// spot is where the text of an event is.
type spot struct {
	offset int64  // of its object in the file
	length uint32 // of that
	text   uint32 // of its identifier in Events.text
}

// Len returns how many events there are.
func (e *Events) Len() int { return len(e.spots) }

// ID returns an event's identifier.
func (e *Events) ID(i int) string {
	id, _ := cutText(e.text[e.spots[i].text:])
	return id
}

// Title returns an event's title.
func (e *Events) Title(i int) string {
	_, rest := cutText(e.text[e.spots[i].text:])
	_, rest = cutText(rest)
	title, _ := cutText(rest)
	return title
}

// Date returns an event's date.
func (e *Events) Date(i int) edtf.Date {
	_, rest := cutText(e.text[e.spots[i].text:])
	text, _ := cutText(rest)
	date, _ := edtf.Parse(text) // it has been read before
	return date
}

// Bounds returns the earliest and the latest instant of an event's date in seconds since 1970, both inclusive; the
// extreme values of int64 for a bound that is open or unknown.
func (e *Events) Bounds(i int) (earliest, latest int64) {
	b := &e.bounds[i]
	return b.earliest, b.latest
}

// Lanes returns the lanes of an event as indexes into Set.Lanes, its home first. They are not to be changed.
func (e *Events) Lanes(i int) []int { return e.variety[e.kinds[i]].lanes }

// Sources returns the sources of an event's claims as indexes into Set.Sources, each once, in the order of the claims.
// They are not to be changed.
func (e *Events) Sources(i int) []int { return e.variety[e.kinds[i]].sources }

// Status returns an event's status, "" where none is given.
func (e *Events) Status(i int) Status { return e.variety[e.kinds[i]].status }

// HasEvidence reports whether an event has links, says to whom it is known, or has a claim with a date of its own.
func (e *Events) HasEvidence(i int) bool { return e.variety[e.kinds[i]].evidence }

// Index returns the index of the event with an identifier, and whether there is one.
func (e *Events) Index(id string) (int, bool) {
	number, ok := e.number(id)
	if !ok {
		return 0, false
	}
	return e.InFile(number), true
}

// InFile returns the index of the event that is the number-th in the file, from 0 to Len()-1.
func (e *Events) InFile(number int) int { return int(e.order[number]) }

// number returns the number in the file of the event with an identifier.
func (e *Events) number(id string) (int, bool) {
	if e.Len() == 0 {
		return 0, false
	}
	number, _, ok := e.ids.lookup(hashID(id), func(number int) bool { return e.ID(e.InFile(number)) == id })
	return number, ok
}

// At returns the whole of an event. There is an error if there is no such event, and one that wraps [ErrChanged] if the
// file is not what it was when it was loaded.
func (e *Events) At(i int) (Event, error) {
	if i < 0 || i >= e.Len() {
		return Event{}, fmt.Errorf("there is no event %d: the set has %d events", i, e.Len())
	}
	event, err := e.read(i)
	if err != nil {
		return Event{}, fmt.Errorf("read event %q: %w", e.ID(i), err)
	}
	return event, nil
}

func (e *Events) read(i int) (Event, error) {
	content, err := e.content(i)
	if err != nil {
		return Event{}, err
	}
	wire, err := decode[wireEvent](content)
	if err != nil || wire.ID != e.ID(i) {
		return Event{}, ErrChanged
	}
	b := &builder{report: new(report), lanes: e.lanes, sources: e.sources, events: e.names(byIndex{byNumber{e}})}
	event := b.buildEvent(place{}.key("events").item(0), wire)
	if !b.report.faultless() {
		return Event{}, ErrChanged
	}
	return event, nil
}

// content returns the object of an event as it is in the file.
func (e *Events) content(i int) ([]byte, error) {
	content := make([]byte, e.spots[i].length)
	err := e.from.read(content, e.spots[i].offset)
	return content, err
}

func (e *Events) names(known directory) *names {
	return &names{noun: "event", list: "events", known: known}
}

// byNumber is the directory of events in the order of the file.
type byNumber struct{ events *Events }

func (d byNumber) find(id string) (int, bool) { return d.events.number(id) }

func (d byNumber) count() int { return d.events.ids.size }

func (d byNumber) all() iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := range d.events.Len() {
			if id := d.events.ID(i); id != "" && !yield(id) {
				return
			}
		}
	}
}

// byIndex is the directory of events in time order.
type byIndex struct{ byNumber }

func (d byIndex) find(id string) (int, bool) { return d.events.Index(id) }
