package data

import (
	"bytes"
	"slices"

	"dateline/data/edtf"
)

// quick reads an event in one go, without allocating anything, as long as all is as it should be. It only ever says yes
// or no: what it has doubts about, though it may be right, is for the scanner, decoder and builder.
type quick struct {
	strict
	draft   // of the event, valid until the next
	scope   *scope
	claims  int
	largest int // claim that known refers to
}

// scope is what the events of a dataset may refer to.
type scope struct {
	lanes, sources         *names
	laneIndex, sourceIndex indexes
	hidden                 bool // of the list of events nothing is reported but what the scanner finds
}

// mostListed is how many lanes and sources of an event are compared each with each.
const mostListed = 64

// event reads the event at pos.
func (q *quick) event() bool {
	q.forget()
	q.status, q.lanes, q.sources, q.links = "", q.lanes[:0], q.sources[:0], q.links[:0]
	q.evidence = false
	q.claims, q.largest = 0, NoClaim
	fields, ok := q.members(q.eventField)
	return ok && fields&requiredOfEvent == requiredOfEvent && q.largest < q.claims
}

// The fields of an event by their places in its table of fields.
const (
	eventID = iota
	eventLanes
	eventDate
	eventTitle
	eventSummary
	eventStatus
	eventPeople
	eventPlaces
	eventTags
	eventClaims
	eventKnown
	eventLinks
)

// requiredOfEvent has the bits of the fields that may not be missing.
const requiredOfEvent = 1<<eventID | 1<<eventLanes | 1<<eventDate | 1<<eventTitle

// eventReaders read the values of the fields of an event.
var eventReaders = [...]func(*quick) bool{
	eventID:      (*quick).readID,
	eventLanes:   (*quick).readLanes,
	eventDate:    (*quick).readDate,
	eventTitle:   (*quick).readTitle,
	eventSummary: (*quick).anyText,
	eventStatus:  (*quick).readStatus,
	eventPeople:  (*quick).anyTexts,
	eventPlaces:  (*quick).anyTexts,
	eventTags:    (*quick).anyTexts,
	eventClaims:  func(q *quick) bool { return q.elements(q.claim) },
	eventKnown:   func(q *quick) bool { return q.elements(q.known) },
	eventLinks:   func(q *quick) bool { return q.elements(q.link) },
}

func (q *quick) eventField(key []byte) (field int, ok bool) {
	field = eventFieldOf(key)
	return field, field >= 0 && eventReaders[field](q)
}

// eventFieldOf returns the number of a field, or -1. It is object.find, but faster.
func eventFieldOf(key []byte) int {
	switch string(key) {
	case "id":
		return eventID
	case "lanes":
		return eventLanes
	case "date":
		return eventDate
	case "title":
		return eventTitle
	case "summary":
		return eventSummary
	case "status":
		return eventStatus
	case "people":
		return eventPeople
	case "places":
		return eventPlaces
	case "tags":
		return eventTags
	case "claims":
		return eventClaims
	case "known":
		return eventKnown
	case "links":
		return eventLinks
	}
	return -1
}

func (q *quick) readID() (ok bool) {
	q.id, ok = q.text()
	return ok && isIdentifier(q.id)
}

func (q *quick) readLanes() bool { return q.elements(q.lane) && len(q.lanes) > 0 }

func (q *quick) lane() bool {
	id, ok := q.text()
	index, known := q.scope.laneIndex[string(id)]
	if !ok || !known || len(q.lanes) == mostListed || slices.Contains(q.lanes, index) {
		return false
	}
	q.lanes = append(q.lanes, index)
	return true
}

func (q *quick) readDate() (ok bool) {
	q.date, ok = q.text()
	if !ok {
		return false
	}
	date, err := edtf.Parse(string(q.date))
	q.extent = date.Bounds()
	return err == nil
}

// otherDate reads a date of a claim or of an entry of known.
func (q *quick) otherDate(optional bool) bool {
	text, ok := q.text()
	if !ok || optional && len(text) == 0 {
		return ok
	}
	q.evidence = true
	_, err := edtf.Parse(string(text))
	return err == nil
}

func (q *quick) readTitle() (ok bool) {
	q.title, ok = q.text()
	return ok && !isBlank(q.title)
}

func (q *quick) readStatus() bool {
	text, ok := q.text()
	for _, status := range Statuses {
		if string(text) == string(status) {
			q.status = status
			return true
		}
	}
	return ok && len(text) == 0
}

func (q *quick) anyText() bool {
	_, ok := q.text()
	return ok
}

func (q *quick) anyTexts() bool { return q.elements(q.anyText) }

// The fields of a claim by their places in its table of fields.
const (
	claimSource = iota
	claimQuote
	claimLocator
	claimDate
)

func (q *quick) claim() bool {
	q.claims++
	fields, ok := q.members(q.claimField)
	return ok && fields>>claimSource&1 != 0
}

func (q *quick) claimField(key []byte) (field int, ok bool) {
	field = claimFieldOf(key)
	switch field {
	case claimSource:
		ok = q.readSource()
	case claimQuote, claimLocator:
		ok = q.anyText()
	case claimDate:
		ok = q.otherDate(true)
	}
	return field, ok
}

// claimFieldOf is eventFieldOf for claims.
func claimFieldOf(key []byte) int {
	switch string(key) {
	case "source":
		return claimSource
	case "quote":
		return claimQuote
	case "locator":
		return claimLocator
	case "date":
		return claimDate
	}
	return -1
}

func (q *quick) readSource() bool {
	id, ok := q.text()
	index, known := q.scope.sourceIndex[string(id)]
	if !ok || !known {
		return false
	}
	if !slices.Contains(q.sources, index) {
		q.sources = append(q.sources, index)
	}
	return len(q.sources) <= mostListed
}

func (q *quick) known() bool {
	const by, date, claim = 0, 1, 2
	fields, ok := q.members(func(key []byte) (field int, ok bool) {
		switch string(key) {
		case "by":
			party, ok := q.text()
			return by, ok && !isBlank(party)
		case "date":
			return date, q.otherDate(false)
		case "claim":
			index, ok := q.whole()
			q.largest = max(q.largest, index)
			return claim, ok
		}
		return 0, false
	})
	const required = 1<<by | 1<<date
	return ok && fields&required == required
}

func (q *quick) link() bool {
	const to, kind, both = 0, 1, 3
	q.evidence = true
	l := draftLink{index: len(q.links)}
	fields, ok := q.members(func(key []byte) (field int, ok bool) {
		switch string(key) {
		case "to":
			l.to, ok = q.text()
			return to, ok
		case "kind":
			word, ok := q.text()
			return kind, ok && isLinkKind(word)
		}
		return 0, false
	})
	q.links = append(q.links, l)
	return ok && fields == both
}

func isLinkKind(word []byte) bool {
	for _, kind := range LinkKinds {
		if string(word) == string(kind) {
			return true
		}
	}
	return false
}

// isIdentifier is badIdentifier without the reason.
func isIdentifier(id []byte) bool {
	for _, c := range id {
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
			return false
		}
	}
	return len(id) > 0 && id[0] != '-'
}

func isBlank(text []byte) bool { return len(bytes.TrimSpace(text)) == 0 }
