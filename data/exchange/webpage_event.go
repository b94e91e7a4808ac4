package exchange

import (
	"regexp"
	"slices"

	"dateline/data"
	"dateline/data/edtf"
	"dateline/data/elapsed"
)

// pageDate is a date in words and as it is written.
type pageDate struct {
	Words, Written, Precision string
	Machine                   string // for programs, in the form that HTML has for days, months, years and times; or ""
}

// pageEvent is an event.
type pageEvent struct {
	ID, Title, Status    string
	Date                 *pageDate
	Lanes                []pageLane
	Summary              []string // paragraphs
	People, Places, Tags []string
	Claims               []pageClaim
	Other                []pageOther // dates that its sources give instead
	Known                []pageKnown
	Links                []pageLink
}

// pageClaim is what a source says.
type pageClaim struct {
	Quote   []string // paragraphs
	Locator string
	Source  pageSource
}

// pageOther is a date that a source gives instead of the event's own.
type pageOther struct {
	Date   *pageDate
	Ahead  string // where it stands, seen from that
	Source pageSource
}

// pageKnown says to whom an event is known.
type pageKnown struct {
	By    string
	Date  *pageDate
	Claim int // the number of the claim, 0 for none
}

// pageLink is another event.
type pageLink struct{ Kind, ID, Title, Ahead string }

// pageDispute is a question with its answers.
type pageDispute struct {
	ID, Question string
	Events       []pageLink
	Answers      []pageAnswer
}

// pageAnswer is what one source answers.
type pageAnswer struct {
	Source pageSource
	Answer string
	Quote  []string // paragraphs
}

var pageMachine = regexp.MustCompile(`^(?:\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?|\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)$`)

func newPageDate(d edtf.Date) *pageDate {
	date := &pageDate{Words: d.Words(), Written: d.String(), Precision: d.PrecisionWords()}
	if pageMachine.MatchString(date.Written) && date.Written[:4] != "0000" {
		date.Machine = date.Written
	}
	return date
}

// pageBuilder makes what the page shows.
type pageBuilder struct {
	set    *data.Set
	events []data.Event
	back   map[int][]backLink // by the event that they go to
	lanes  map[string]int     // by identifier
	cited  []int              // how many claims each source has
	ofLane []int              // how many events each lane has
}

// backLink is a link as seen from the event that it goes to.
type backLink struct {
	from int
	kind data.LinkKind
}

func newPageBuilder(set *data.Set) (*pageBuilder, error) {
	b := &pageBuilder{
		set: set, events: make([]data.Event, set.Events.Len()), back: map[int][]backLink{}, lanes: map[string]int{},
		cited: make([]int, len(set.Sources)), ofLane: make([]int, len(set.Lanes)),
	}
	for i := range set.Lanes {
		b.lanes[set.Lanes[i].ID] = i
	}
	for i := range b.events {
		event, err := set.Events.At(i)
		if err != nil {
			return nil, err
		}
		b.events[i] = event
		for _, link := range event.Links {
			b.back[link.To] = append(b.back[link.To], backLink{i, link.Kind})
		}
		for _, claim := range event.Claims {
			b.cited[claim.Source]++
		}
		for _, lane := range event.Lanes {
			b.ofLane[lane]++
		}
	}
	return b, nil
}

func (b *pageBuilder) allEvents() []*pageEvent {
	events := make([]*pageEvent, len(b.events))
	for i := range events {
		events[i] = b.event(i)
	}
	return events
}

func (b *pageBuilder) event(i int) *pageEvent {
	e := &b.events[i]
	p := &pageEvent{
		ID: e.ID, Title: e.Title, Status: e.Status.Words(), Date: newPageDate(e.Date), Summary: paragraphs(e.Summary),
		People: e.People, Places: e.Places, Tags: e.Tags,
	}
	for _, lane := range e.Lanes {
		p.Lanes = append(p.Lanes, b.lane(lane))
	}
	for _, claim := range e.Claims {
		source := b.source(claim.Source)
		p.Claims = append(p.Claims, pageClaim{paragraphs(claim.Quote), claim.Locator, source})
		if !claim.Date.IsZero() {
			p.Other = append(p.Other, pageOther{newPageDate(claim.Date), elapsed.Ahead(e.Date, claim.Date), source})
		}
	}
	for _, known := range e.Known {
		p.Known = append(p.Known, pageKnown{b.party(known.By), newPageDate(known.Date), known.Claim + 1})
	}
	for _, link := range e.Links {
		p.Links = append(p.Links, b.link(link.Kind.Words(), i, link.To))
	}
	for _, link := range b.back[i] {
		if shown := b.link(link.kind.BackWords(), i, link.from); !slices.Contains(p.Links, shown) {
			p.Links = append(p.Links, shown)
		}
	}
	return p
}

// link returns another event as it is seen from one.
func (b *pageBuilder) link(kind string, from, to int) pageLink {
	return pageLink{kind, b.events[to].ID, b.events[to].Title, elapsed.Ahead(b.events[from].Date, b.events[to].Date)}
}

// party returns a party as a reader is shown it.
func (b *pageBuilder) party(by string) string {
	if by == "public" {
		return "the public"
	}
	if lane, ok := b.lanes[by]; ok {
		return b.set.Lanes[lane].Title
	}
	return by
}

func (b *pageBuilder) allDisputes() []pageDispute {
	disputes := make([]pageDispute, len(b.set.Disputes))
	for i := range disputes {
		d := &b.set.Disputes[i]
		disputes[i] = pageDispute{ID: d.ID, Question: d.Question}
		for _, event := range d.Events {
			disputes[i].Events = append(disputes[i].Events, pageLink{ID: b.events[event].ID, Title: b.events[event].Title})
		}
		for _, answer := range d.Answers {
			disputes[i].Answers = append(disputes[i].Answers, pageAnswer{b.source(answer.Source), answer.Answer, paragraphs(answer.Quote)})
		}
	}
	return disputes
}
