package data

import (
	"fmt"
	"strings"
)

// builder makes a Set of what was decoded and reports what has no meaning in it. Where there was something to report
// the Set is incomplete.
type builder struct {
	wire    *wireSet
	set     *Set
	report  *report
	lanes   *names
	sources *names
	events  *names
}

func newBuilder(wire *wireSet, r *report) *builder {
	return &builder{wire: wire, set: new(Set), report: r}
}

func (b *builder) build() *Set {
	w := b.wire
	b.lanes = newNames(b.report, "lane", "lanes", len(w.Lanes), func(i int) string { return w.Lanes[i].ID })
	b.sources = newNames(b.report, "source", "sources", len(w.Sources), func(i int) string { return w.Sources[i].ID })
	b.events = newNames(b.report, "event", "events", len(w.Events), func(i int) string { return w.Events[i].ID })
	newNames(b.report, "dispute", "disputes", len(w.Disputes), func(i int) string { return w.Disputes[i].ID })

	b.head()
	b.set.Lanes = b.buildLanes()
	b.set.Sources = collect(w.Sources, b.buildSource)
	b.set.Events.list = collect(w.Events, b.buildEvent)
	b.set.Disputes = collect(w.Disputes, b.buildDispute)
	b.set.lanes, b.set.sources, b.set.Events.index = b.lanes.index, b.sources.index, b.events.index
	b.set.sortEvents()
	return b.set
}

// collect builds every element of a list, an absent and an empty list alike nil.
func collect[W, M any](wire []W, build func(index int, w *W) M) []M {
	if len(wire) == 0 {
		return nil
	}
	built := make([]M, len(wire))
	for i := range wire {
		built[i] = build(i, &wire[i])
	}
	return built
}

// check reports the fault, if there is one, of a field of the object at p.
func (b *builder) check(p *place, field string, f *fault) {
	if f != nil {
		b.report.in(p.key(field), f)
	}
}

// one returns the index of the element that a field names, 0 with a report if there is none.
func (b *builder) one(p *place, field string, n *names, id string) int {
	index, ok := n.index[id]
	if !ok {
		b.missing(p.key(field), n, id)
	}
	return index
}

// missing reports that the value at p names nothing, if that is certain.
func (b *builder) missing(p place, n *names, id string) {
	if !n.partial && !b.report.hides(p) && b.report.room() {
		b.report.in(p, n.missing(id))
	}
}

// several returns the indexes of the elements that a field's list names, reporting those that do not exist and those
// named twice.
func (b *builder) several(p *place, field string, n *names, ids []string) []int {
	if len(ids) == 0 {
		return nil
	}
	indexes := make([]int, len(ids))
	first := make(map[int]int)
	for i, id := range ids {
		index, ok := n.index[id]
		indexes[i] = index
		if !ok {
			b.missing(p.key(field).item(i), n, id)
			continue
		}
		if before, twice := first[index]; twice {
			b.twice(p.key(field), n.noun, id, before, i)
		} else {
			first[index] = i
		}
	}
	return indexes
}

// twice reports that the list at p names the same in two places.
func (b *builder) twice(p place, noun, id string, first, second int) {
	if other := p.item(first); b.report.room() {
		b.report.in(p.item(second), &fault{
			message: fmt.Sprintf("the %s %s is named twice; also at ", noun, quote(id)), inner: whole, other: &other,
		})
	}
}

func (b *builder) head() {
	w, s, p := b.wire, b.set, &place{}
	if w.Format != 1 {
		b.check(p, "format", wrong(fmt.Sprintf("this is format %d; this version of Dateline reads format 1", w.Format)))
	}
	b.check(p, "title", badBlank(w.Title))
	s.Schema, s.Format, s.Title, s.Summary, s.Language = w.Schema, w.Format, w.Title, w.Summary, w.Language
	span, f := readOptionalDate(w.Span)
	b.check(p, "span", f)
	s.Span = span
	if len(w.Lanes) == 0 {
		b.check(p, "lanes", wrong("a dataset needs at least one lane"))
	}
}

func (b *builder) buildSource(index int, w *wireSource) Source {
	p := place{}.key("sources").item(index)
	published, f := readOptionalDate(w.Published)
	b.check(&p, "published", f)
	b.check(&p, "url", badURL(w.URL))
	b.check(&p, "file", badFile(w.File))
	return Source{w.ID, titled(w.Title, w.ID), w.Publisher, w.Author, published, w.Language, w.URL, w.File}
}

func (b *builder) buildDispute(index int, w *wireDispute) Dispute {
	p := place{}.key("disputes").item(index)
	b.check(&p, "question", badBlank(w.Question))
	return Dispute{
		w.ID, w.Question, b.several(&p, "events", b.events, w.Events),
		collect(w.Answers, func(i int, a *wireAnswer) Answer {
			p := p.key("answers").item(i)
			b.check(&p, "answer", badBlank(a.Answer))
			return Answer{b.one(&p, "source", b.sources, a.Source), a.Answer, a.Quote}
		}),
	}
}

// titled returns the title or, where there is none, the identifier.
func titled(title, id string) string {
	if strings.TrimSpace(title) == "" {
		return id
	}
	return title
}
