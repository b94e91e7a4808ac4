package data

// compare holds the events against each other: it reports identifiers that two of them have, and links to events that
// there are none of.
func (l *loader) compare(batches []*records, events *names, same []twins) {
	if l.frame.scope.hidden {
		events.partial = true
		return
	}
	r := new(report)
	for _, t := range same {
		if r.room() {
			id := l.events.ID(l.events.InFile(t.second))
			r.in(events.place(t.second), events.used(id, t.first))
		}
	}
	for _, batch := range batches {
		events.partial = events.partial || batch.partial
	}
	l.settle(r)
	r = new(report)
	b := builder{report: r}
	for _, batch := range batches {
		linked := string(batch.linked)
		for _, link := range batch.links {
			to, _ := cutText(linked[link.to:])
			if _, ok := events.known.find(to); !ok {
				p := place{}.key("events").item(int(link.event)).key("links").item(int(link.index)).key("to")
				b.missing(p, events, to)
			}
		}
	}
	l.settle(r)
}

// settle adds a report on events to the tally.
func (l *loader) settle(r *report) {
	for i := range r.findings {
		f := &r.findings[i]
		f.offset = l.offset(f.place)
	}
	l.tally.add(r)
}
