// Package data holds a chronology with its evidence: lanes, sources, events with their claims, and disputes. It reads
// them from a dataset file, reporting everything that is wrong with the file at once and in its place, and makes
// selections over them. It knows no toolkit and draws nothing.
package data

import "dateline/data/edtf"

// Set is one dataset. It is immutable after loading and may be shared between goroutines.
type Set struct {
	Path     string // the file it was loaded from, "" for one that is not from a file
	Schema   string // the file's $schema, as written
	Format   int    // always 1
	Title    string
	Summary  string
	Language string    // a language tag, not checked
	Span     edtf.Date // the time the chronology is about, zero where not said
	Lanes    []Lane    // in file order
	Sources  []Source  // in file order
	Events   Events    // in time order: by earliest instant, then latest, then place in the file
	Disputes []Dispute // in file order

	lanes, sources map[string]int // by identifier
}

// Lane is a row of the chronology: a person, a body, a theme.
type Lane struct {
	ID     string
	Title  string // its ID where the file gives none
	Color  string // "#RRGGBB" in upper case; one from a colour-blind safe table where the file gives none
	Marker Marker // one from [Markers] where the file gives none
}

// Source is a publication that claims come from.
type Source struct {
	ID        string
	Title     string // its ID where the file gives none
	Publisher string
	Author    string
	Published edtf.Date // zero where not said
	Language  string
	URL       string // absolute, http or https, or ""
	File      string // text of the source, a slash-separated path within the dataset's folder, or ""
}

// Event is something that happened, or is said to have.
type Event struct {
	ID      string
	Lanes   []int // indexes into Set.Lanes, never empty; the first is its home
	Date    edtf.Date
	Title   string
	Summary string
	Status  Status
	People  []string
	Places  []string
	Tags    []string
	Claims  []Claim
	Known   []Known
	Links   []Link
}

// Claim is evidence for an event: what a source says about it.
type Claim struct {
	Source  int       // index into Set.Sources
	Quote   string    // verbatim
	Locator string    // where in the source
	Date    edtf.Date // the date this source gives where it differs from the event's, else zero
}

// NoClaim is the Claim of a [Known] for which no claim is named.
const NoClaim = -1

// Known says to whom an event is known and since when.
type Known struct {
	By    string // "public", the ID of a lane, or the name of a party
	Date  edtf.Date
	Claim int // index into the event's Claims, or NoClaim
}

// Link is a relation of an event to another.
type Link struct {
	To   int // index into Set.Events
	Kind LinkKind
}

// Dispute is a question that sources answer differently.
type Dispute struct {
	ID       string
	Question string
	Events   []int // indexes into Set.Events, in file order
	Answers  []Answer
}

// Answer is what one source answers to the question of a dispute.
type Answer struct {
	Source int // index into Set.Sources
	Answer string
	Quote  string
}
