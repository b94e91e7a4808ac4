package exchange

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// Timeline is a dataset as it is written: identifiers and dates (EDTF) as text. Its JSON is Dateline's own format.
type Timeline struct {
	Schema   string    `json:"$schema,omitempty"`
	Format   int       `json:"format"` // always 1
	Title    string    `json:"title"`
	Summary  string    `json:"summary,omitempty"`
	Language string    `json:"language,omitempty"`
	Span     string    `json:"span,omitempty"`
	Lanes    []Lane    `json:"lanes"`
	Sources  []Source  `json:"sources,omitempty"`
	Events   []Event   `json:"events,omitempty"` // in the order of the file
	Disputes []Dispute `json:"disputes,omitempty"`
}

// Lane is a row of the timeline.
type Lane struct {
	ID     string `json:"id"`
	Title  string `json:"title,omitempty"`
	Color  string `json:"color,omitempty"` // "#RRGGBB"
	Marker string `json:"marker,omitempty"`
}

// plainLane is the title of the lane of events that are in none.
const plainLane = "Events"

// Source is a publication that claims come from.
type Source struct {
	ID        string `json:"id"`
	Title     string `json:"title,omitempty"`
	Publisher string `json:"publisher,omitempty"`
	Author    string `json:"author,omitempty"`
	Published string `json:"published,omitempty"` // EDTF
	Language  string `json:"language,omitempty"`
	URL       string `json:"url,omitempty"` // absolute, http or https
	File      string `json:"file,omitempty"`
}

// Event is something that happened, or is said to have.
type Event struct {
	ID      string   `json:"id"`
	Lanes   []string `json:"lanes"`
	Date    string   `json:"date"` // EDTF
	Title   string   `json:"title"`
	Summary string   `json:"summary,omitempty"`
	Status  string   `json:"status,omitempty"`
	People  []string `json:"people,omitempty"`
	Places  []string `json:"places,omitempty"`
	Tags    []string `json:"tags,omitempty"`
	Claims  []Claim  `json:"claims,omitempty"`
	Known   []Known  `json:"known,omitempty"`
	Links   []Link   `json:"links,omitempty"`
}

// Claim is what a source says about an event.
type Claim struct {
	Source  string `json:"source"`
	Quote   string `json:"quote,omitempty"`
	Locator string `json:"locator,omitempty"`
	Date    string `json:"date,omitempty"` // EDTF
}

// Known says to whom an event is known since when.
type Known struct {
	By    string `json:"by"`
	Date  string `json:"date"` // EDTF
	Claim *int   `json:"claim,omitempty"`
}

// Link is a relation of an event to another.
type Link struct {
	To   string `json:"to"`
	Kind string `json:"kind"`
}

// Dispute is a question that sources answer differently.
type Dispute struct {
	ID       string   `json:"id"`
	Question string   `json:"question"`
	Events   []string `json:"events,omitempty"`
	Answers  []Answer `json:"answers,omitempty"`
}

// Answer is what one source answers.
type Answer struct {
	Source string `json:"source"`
	Answer string `json:"answer"`
	Quote  string `json:"quote,omitempty"`
}

// Loss is something that could not be carried over.
type Loss struct {
	Where string `json:"where,omitempty"` // the place in the file, or the event: "line 12", "event “Title”"; "" for the whole
	What  string `json:"what"`            // a sentence's worth: what it was, and what became of it
}

// String returns the loss in a line.
func (l Loss) String() string {
	if l.Where == "" {
		return l.What
	}
	return l.Where + ": " + l.What
}

// Result is what was read of a file.
type Result struct {
	Timeline *Timeline
	Losses   []Loss
	Notes    []string // how it was read, where that was a guess: the encoding, the delimiter, which column is what
}

// Format is a form of files.
type Format struct {
	Name       string   // on the command line, "csv"
	Title      string   // to be shown, "Comma-separated values"
	Extensions []string // that files of it have, with the dot, the usual one first

	// Detect returns how sure it is from 0 to 100 that content, the first 64 KiB of a file at most, is of this format. It
	// goes by what is in the file, not by its name.
	Detect func(content []byte) int

	// Read reads a whole file; nil where the format is only written. An error says in a sentence what is wrong, with line and
	// column where there are any.
	Read func(content []byte) (*Result, error)

	// Write returns the timeline in this format, and what it cannot hold; nil where the format is only read.
	Write func(t *Timeline) ([]byte, []Loss, error)
}

// packed returns a timeline in Dateline's own format without any white space. It takes the timeline's events apart, one
// after the other: there may be a million of them, and not twice.
func packed(t *Timeline) ([]byte, error) {
	events, disputes := t.Events, t.Disputes
	t.Events, t.Disputes = nil, nil
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	add := func(value any) error {
		err := encoder.Encode(value)
		b.Truncate(b.Len() - 1) // the line break
		return err
	}
	if err := add(t); err != nil {
		return nil, err
	}
	b.Truncate(b.Len() - 1) // the brace
	b.WriteString(`,"events":[`)
	for i := range events {
		if i > 0 {
			b.WriteByte(',')
		}
		if err := add(&events[i]); err != nil {
			return nil, err
		}
		events[i] = Event{}
	}
	b.WriteString(`],"disputes":`)
	if disputes == nil {
		disputes = []Dispute{}
	}
	if err := add(disputes); err != nil {
		return nil, err
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// own reads a dataset that has been checked.
func own(content []byte) (*Timeline, error) {
	t := new(Timeline)
	decoder := json.NewDecoder(bytes.NewReader(content))
	if err := decoder.Decode(t); err != nil {
		return nil, fmt.Errorf("read the dataset: %w", err)
	}
	return t, nil
}
