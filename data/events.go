package data

import "fmt"

// buildEvent returns the event that stands at p.
func (b *builder) buildEvent(p place, w *wireEvent) Event {
	date, f := readDate(w.Date)
	b.check(&p, "date", f)
	b.check(&p, "title", badBlank(w.Title))
	if w.Status != "" {
		b.check(&p, "status", badChoice(w.Status, "status", Statuses))
	}
	if len(w.Lanes) == 0 {
		b.check(&p, "lanes", wrong("an event needs at least one lane"))
	}
	return Event{
		ID:      w.ID,
		Lanes:   b.several(&p, "lanes", b.lanes, w.Lanes),
		Date:    date,
		Title:   w.Title,
		Summary: w.Summary,
		Status:  Status(w.Status),
		People:  filled(w.People),
		Places:  filled(w.Places),
		Tags:    filled(w.Tags),
		Claims:  b.buildClaims(&p, w.Claims),
		Known:   b.buildKnown(&p, w),
		Links:   b.buildLinks(&p, w.Links),
	}
}

func (b *builder) buildClaims(event *place, claims []wireClaim) []Claim {
	return collect(claims, func(i int, w *wireClaim) Claim {
		p := event.key("claims").item(i)
		date, f := readOptionalDate(w.Date)
		b.check(&p, "date", f)
		return Claim{b.one(&p, "source", b.sources, w.Source), w.Quote, w.Locator, date}
	})
}

func (b *builder) buildKnown(event *place, w *wireEvent) []Known {
	return collect(w.Known, func(i int, k *wireKnown) Known {
		p := event.key("known").item(i)
		b.check(&p, "by", badBlank(k.By))
		date, f := readDate(k.Date)
		b.check(&p, "date", f)
		known := Known{By: k.By, Date: date, Claim: NoClaim}
		if k.Claim != nil {
			known.Claim = *k.Claim
			b.check(&p, "claim", badClaim(*k.Claim, len(w.Claims)))
		}
		return known
	})
}

// badClaim wants the index of one of count claims.
func badClaim(index, count int) *fault {
	switch {
	case index >= 0 && index < count:
		return nil
	case count == 0:
		return wrong(fmt.Sprintf("there is no claim %d: the event has no claims", index))
	}
	return wrong(fmt.Sprintf("there is no claim %d: the event's claims are 0 to %d", index, count-1))
}

func (b *builder) buildLinks(event *place, links []wireLink) []Link {
	return collect(links, func(i int, w *wireLink) Link {
		p := event.key("links").item(i)
		b.check(&p, "kind", badChoice(w.Kind, "kind of link", LinkKinds))
		link := Link{Kind: LinkKind(w.Kind)}
		if b.events != nil {
			link.To = b.one(&p, "to", b.events, w.To)
		}
		return link
	})
}

// filled returns nil for an empty list, so that it does not matter whether one is written.
func filled(texts []string) []string {
	if len(texts) == 0 {
		return nil
	}
	return texts
}
