package data

import (
	"encoding/binary"
	"hash/maphash"
	"slices"

	"dateline/data/edtf"
)

// draft is what is kept in memory of an event, as it has just been read.
type draft struct {
	kind
	id, date, title []byte // the identifier is empty where it could not be read
	extent          edtf.Extent
	links           []draftLink
}

// draftLink is a link to an event that may not have been read yet.
type draftLink struct {
	index int // in the event
	to    []byte
}

// newDraft returns an event that has been built, without its links.
func newDraft(event *Event, wire *wireEvent) *draft {
	var sources []int
	met := map[int]bool{}
	evidence := len(event.Known) > 0 || len(event.Links) > 0
	for _, claim := range event.Claims {
		evidence = evidence || !claim.Date.IsZero()
		if !met[claim.Source] {
			met[claim.Source] = true
			sources = append(sources, claim.Source)
		}
	}
	return &draft{
		kind: kind{event.Lanes, sources, event.Status, evidence}, extent: event.Date.Bounds(),
		id: []byte(wire.ID), date: []byte(wire.Date), title: []byte(wire.Title),
	}
}

// records are the events of a batch.
type records struct {
	first   int // number of the first in the file
	kinds   *kinds
	events  []record
	text    []byte // identifier, date and title of each
	links   []link
	linked  []byte // the identifiers that the links go to
	partial bool   // some identifiers could not be read
}

// record is an event. It has no pointers, so that a million of them are nothing to the garbage collector.
type record struct {
	offset           int64 // in the file
	earliest, latest int64
	length           uint32
	text             uint32 // where in the text it begins
	kind             uint32 // number in records.kinds
	hash             uint32 // of the identifier
}

// link is a link of an event to another.
type link struct {
	event uint32 // number in the file
	index uint32 // in the event
	to    uint32 // where in records.linked the identifier is
}

// add adds the event that is the next of the file.
func (r *records) add(d *draft, offset int64, length int) {
	number := uint32(r.first + len(r.events))
	r.events = append(r.events, record{
		offset: offset, earliest: d.extent.Earliest, latest: d.extent.Latest, length: uint32(length),
		text: uint32(len(r.text)), kind: r.kinds.number(d.kind), hash: uint32(maphash.Bytes(hashSeed, d.id) >> 32),
	})
	r.text = appendText(appendText(appendText(r.text, d.id), d.date), d.title)
	for _, l := range d.links {
		r.links = append(r.links, link{number, uint32(l.index), uint32(len(r.linked))})
		r.linked = appendText(r.linked, l.to)
	}
}

// clone returns records that have their own memory and no more of it than they need.
func (r *records) clone() *records {
	return &records{
		r.first, r.kinds, slices.Clone(r.events), slices.Clone(r.text), slices.Clone(r.links), slices.Clone(r.linked),
		r.partial,
	}
}

// reset makes the records those of another batch.
func (r *records) reset(first int) {
	r.first, r.partial = first, false
	r.events, r.text, r.links, r.linked = r.events[:0], r.text[:0], r.links[:0], r.linked[:0]
}

var hashSeed = maphash.MakeSeed()

func hashID(id string) uint32 { return uint32(maphash.String(hashSeed, id) >> 32) }

// appendText appends a text so that cutText finds its end.
func appendText(b, text []byte) []byte {
	return append(binary.AppendUvarint(b, uint64(len(text))), text...)
}

// cutText returns the text that b begins with and what is behind it.
func cutText(b string) (text, rest string) {
	length, at := 0, 0
	for ; b[at] >= 0x80; at++ {
		length |= int(b[at]&0x7f) << (7 * at)
	}
	length |= int(b[at]) << (7 * at)
	at++
	return b[at : at+length], b[at+length:]
}
