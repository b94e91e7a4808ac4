package edtf

// date puts together what is asked of an expression again and again.
func (e *expression) date(text string) Date {
	d := Date{text: text, kind: e.kind}
	switch e.kind {
	case Single:
		point := &e.ends[0].point
		d.take(point)
		d.bounds = point.span
		d.startLatest, d.endEarliest = d.bounds.latest, d.bounds.earliest
	case Interval:
		d.takeInterval(&e.ends[0], &e.ends[1])
	default:
		d.takeMembers(e.members)
	}
	return d
}

// take adds the qualifiers of a point, and its precision where it is the coarsest so far.
func (d *Date) take(p *point) {
	d.quality |= p.allQuality()
	d.precision = max(d.precision, p.precision())
}

func (d *Date) takeInterval(from, to *end) {
	d.start, d.end = from.state, to.state
	start, finish := d.takeEnd(from), d.takeEnd(to)
	d.bounds = span{start.earliest, finish.latest}
	// The start is not after the end: each extent is cut where the other makes it impossible.
	d.startLatest = min(start.latest, finish.latest)
	d.endEarliest = max(start.earliest, finish.earliest)
}

// takeEnd takes the point of an end and returns its span; without a date it has no bounds.
func (d *Date) takeEnd(e *end) span {
	if e.state != dated {
		return span{noEarliest, noLatest}
	}
	d.take(&e.point)
	return e.span
}

func (d *Date) takeMembers(members []member) {
	d.bounds = span{noLatest, noEarliest}
	for i := range members {
		from, to := &members[i].from, &members[i].to
		if !members[i].ranged {
			to = from
		}
		d.bounds.earliest = min(d.bounds.earliest, d.takeEnd(from).earliest)
		d.bounds.latest = max(d.bounds.latest, d.takeEnd(to).latest)
	}
	d.startLatest, d.endEarliest = d.bounds.latest, d.bounds.earliest
}
