package data

// compare holds the events against each other: it reports identifiers that two of them have, and links to events that
// there are none of.
func (l *loader) compare(batches []*records, events *names, same []twins) {
	events.partial = l.frame.scope.hidden
	for _, batch := range batches {
		events.partial = events.partial || batch.partial
	}
	if !l.frame.scope.hidden {
		l.settle(l.reportTwins(events, same))
		l.settle(l.reportLinks(events, batches))
	}
}

func (l *loader) reportTwins(events *names, same []twins) *report {
	r := new(report)
	for _, t := range same {
		if r.room() {
			id := l.events.ID(l.events.InFile(t.second))
			r.in(events.place(t.second), events.used(id, t.first))
		}
	}
	return r
}

func (l *loader) reportLinks(events *names, batches []*records) *report {
	b := builder{report: new(report)}
	for _, batch := range batches {
		linked := string(batch.linked)
		for _, link := range batch.links {
			to, _ := cutText(linked[link.to:])
			if _, ok := events.known.find(to); !ok {
				event := place{}.key("events").item(int(link.event))
				b.missing(event.key("links").item(int(link.index)).key("to"), events, to)
			}
		}
	}
	return b.report
}

// settle adds a report on events to the tally.
func (l *loader) settle(r *report) {
	for i := range r.findings {
		f := &r.findings[i]
		f.offset = l.offset(f.place)
	}
	l.tally.add(r)
}
