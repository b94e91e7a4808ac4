// Package consistency finds what in a dataset cannot all hold: an age that does not fit a birth, a cause that begins
// after its effect has ended, sources that exclude each other. Each finding is about what sources say and not an error of
// the file; which of them is wrong is not judged.
//
// Only what is certain is reported. Whatever a date may be within its bounds is allowed, and nothing is concluded from a
// date that is marked uncertain or approximate, but for two dates of one event that exclude each other. Where one of two
// dates has an offset from UTC and the other has not, they exclude each other only if they are further apart than clocks
// can be.
package consistency

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"dateline/data"
)

// Kind says which rule a finding breaks.
type Kind string

// The kinds of findings, in the order in which they are listed.
const (
	Age           Kind = "age"            // a quotation states an age that does not fit the birth
	RelativeDate  Kind = "relative-date"  // a quotation counts from a date it names to one that is not the event's
	Order         Kind = "order"          // what comes first by links begins after what comes later has ended
	Cycle         Kind = "cycle"          // links that order events come back to where they began
	PartOf        Kind = "part-of"        // an event that is part of another does not overlap it
	SameAs        Kind = "same-as"        // two events that are the same have dates that exclude each other
	ClaimDate     Kind = "claim-date"     // a source's own date excludes that of the event
	ClaimDates    Kind = "claim-dates"    // two sources' own dates exclude each other
	AfterSource   Kind = "after-source"   // a source gives a date after it was published
	BeforeSources Kind = "before-sources" // all sources of an event were published before it
)

var kinds = []Kind{
	Age, RelativeDate, Order, Cycle, PartOf, SameAs, ClaimDate, ClaimDates, AfterSource, BeforeSources,
}

// Finding is something that cannot all hold.
type Finding struct {
	Kind     Kind     `json:"kind"`
	Events   []string `json:"events"` // identifiers of all that take part, the one that it is found at first
	Message  string   `json:"message"`
	Claims   []Ref    `json:"claims"`             // that say what cannot hold; empty where links or dates of events do
	Disputed bool     `json:"disputed,omitempty"` // one of the events is marked disputed: a disagreement that is known
	Disputes []string `json:"disputes,omitempty"` // identifiers of the set's disputes about one of the events
}

// Ref is a claim of an event.
type Ref struct {
	Event  string `json:"event"`
	Claim  int    `json:"claim"`  // index into the event's claims
	Source string `json:"source"` // identifier
	Quote  string `json:"quote"`
}

// Check returns all findings in a set, by kind and then in order of time. It reads every event once, in the order of the
// file. The error is that of ctx or of [data.Events.At].
func Check(ctx context.Context, set *data.Set) ([]Finding, error) {
	c := &checker{
		set:      set,
		births:   make(map[string][]birth),
		first:    make(map[string]int64),
		ages:     make(map[statementKey][]statement),
		apart:    make(map[[2]int]bool),
		disputes: disputesOf(set),
	}
	for number := range set.Events.Len() {
		if err := ctx.Err(); err != nil {
			return nil, fmt.Errorf("check consistency: %w", err)
		}
		index := set.Events.InFile(number)
		event, err := set.Events.At(index)
		if err != nil {
			return nil, fmt.Errorf("check consistency: %w", err)
		}
		c.event(index, &event)
	}
	c.checkAges()
	c.checkOrders()
	return c.result(), nil
}

// checker gathers findings, and of the events what has to be held against others.
type checker struct {
	set      *data.Set
	found    []found
	births   map[string][]birth // by person
	first    map[string]int64   // the earliest instant of any event of a person
	ages     map[statementKey][]statement
	orders   []order
	apart    map[[2]int]bool  // pairs of events that have been found not to be the same
	disputes map[int][]string // of each event, by index
}

// found is a finding with what it is sorted by.
type found struct {
	events []int
	Finding
}

func (c *checker) event(index int, e *data.Event) {
	c.people(index, e)
	for i := range e.Claims {
		c.quotation(index, e, i)
	}
	c.claims(index, e)
	c.links(index, e)
}

// quotation looks at what one claim says in words.
func (c *checker) quotation(index int, e *data.Event, claim int) {
	c.statements(index, e, claim)
	if mayCount(e.Claims[claim].Quote) {
		c.checkRelative(index, e, claim)
	}
}

// add notes a finding about some events.
func (c *checker) add(kind Kind, events []int, refs []Ref, message string, args ...any) {
	f := found{events: events, Finding: Finding{Kind: kind, Claims: refs, Message: fmt.Sprintf(message, args...)}}
	if refs == nil {
		f.Claims = []Ref{}
	}
	for _, event := range events {
		f.Events = append(f.Events, c.set.Events.ID(event))
		f.Disputed = f.Disputed || c.set.Events.Status(event) == data.Disputed
		for _, id := range c.disputes[event] {
			if !slices.Contains(f.Disputes, id) {
				f.Disputes = append(f.Disputes, id)
			}
		}
	}
	c.found = append(c.found, f)
}

func (c *checker) ref(e *data.Event, claim int) Ref {
	return Ref{e.ID, claim, c.set.Sources[e.Claims[claim].Source].ID, e.Claims[claim].Quote}
}

// source returns how the source of a claim is called.
func (c *checker) source(claim *data.Claim) string {
	source := &c.set.Sources[claim.Source]
	return cmp.Or(source.Publisher, source.Title)
}

func (c *checker) result() []Finding {
	slices.SortStableFunc(c.found, func(a, b found) int {
		return cmp.Or(cmp.Compare(slices.Index(kinds, a.Kind), slices.Index(kinds, b.Kind)), slices.Compare(a.events, b.events))
	})
	findings := make([]Finding, len(c.found))
	for i := range c.found {
		findings[i] = c.found[i].Finding
	}
	return findings
}

func disputesOf(set *data.Set) map[int][]string {
	disputes := make(map[int][]string)
	for i := range set.Disputes {
		for _, event := range set.Disputes[i].Events {
			disputes[event] = append(disputes[event], set.Disputes[i].ID)
		}
	}
	return disputes
}
