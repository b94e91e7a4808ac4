package data

import (
	"fmt"
	"strings"
)

// builder makes the model of what was decoded and reports what has no meaning in it. Where there was something to
// report the model is incomplete.
type builder struct {
	report  *report
	lanes   *names
	sources *names
	events  *names // nil as long as they are not known: then links go nowhere
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
	index, ok := n.known.find(id)
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
		index, ok := n.known.find(id)
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
	p, other := p.item(second), p.item(first)
	if !b.report.hides(p) && b.report.room() {
		message := fmt.Sprintf("the %s %s is named twice; also at ", noun, quote(id))
		b.report.in(p, &fault{message: message, inner: whole, other: &other})
	}
}

// buildSet returns a set without its events and what refers to them.
func (b *builder) buildSet(w *wireSet) *Set {
	p := &place{}
	if w.Format != 1 {
		b.check(p, "format", wrong(fmt.Sprintf("this is format %d; this version of Dateline reads format 1", w.Format)))
	}
	b.check(p, "title", badBlank(w.Title))
	span, f := readOptionalDate(w.Span)
	b.check(p, "span", f)
	if len(w.Lanes) == 0 {
		b.check(p, "lanes", wrong("a dataset needs at least one lane"))
	}
	return &Set{
		Schema: w.Schema, Format: w.Format, Title: w.Title, Summary: w.Summary, Language: w.Language, Span: span,
		Lanes: b.buildLanes(w.Lanes), Sources: collect(w.Sources, b.buildSource),
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
