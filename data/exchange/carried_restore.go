package exchange

import "slices"

// restoring puts together a timeline as it was written and what has been changed in the file since.
type restoring struct {
	was       *Timeline // as it was written
	then, now *Timeline // as other programs saw it then, and see it now
	thenAt    []int     // for each event of was its number in then, -1 for one that nobody else saw
	at        []int     // for each event of now its number in was, -1 for one that is new
	ownLane   string    // the lane of now that stands for all lanes of was, "" where each stands for itself

	out            *Timeline
	losses         []Loss
	lanes, sources map[string]string // identifiers in out by those in now
	thenLanes      map[string]string // identifiers in out by those in then
	events         map[string]string // identifiers in out by those in now
	thenEvents     map[string]string // identifiers in out by those in then
	laneIDs        IDs
	sourceIDs      IDs
	eventIDs       IDs
}

// merge makes out.
func (r *restoring) merge() {
	out := *r.was
	r.out = &out
	out.Title = changedValue(r.was.Title, r.then.Title, r.now.Title)
	out.Summary = changedText(r.was.Summary, r.then.Summary, r.now.Summary)
	out.Lanes, out.Sources = slices.Clone(r.was.Lanes), slices.Clone(r.was.Sources)
	r.mergeLanes()
	r.mergeSources()
	r.nameEvents()
	kept := make([]*Event, len(r.was.Events))
	var added []Event
	for i := range r.now.Events {
		now := &r.now.Events[i]
		if number := r.at[i]; number >= 0 && r.thenAt[number] >= 0 {
			kept[number] = r.mergeEvent(&r.was.Events[number], &r.then.Events[r.thenAt[number]], now)
		} else {
			added = append(added, r.newEvent(now))
		}
	}
	out.Events = nil
	for number, event := range kept {
		if event == nil && r.thenAt[number] < 0 {
			event = &r.was.Events[number]
		}
		if event != nil {
			out.Events = append(out.Events, *event)
		}
	}
	out.Events = append(out.Events, added...)
}

// mergeLanes finds out which lane is which by their titles: the lanes of then are those of was, in their order.
func (r *restoring) mergeLanes() {
	r.lanes, r.thenLanes = map[string]string{}, map[string]string{}
	r.laneIDs = takenIDs(textsOf(r.was.Lanes, func(l *Lane) string { return l.ID }))
	byTitle, inUse := map[string]int{}, map[string]bool{}
	for i := range r.now.Events {
		for _, lane := range r.now.Events[i].Lanes {
			inUse[lane] = true
		}
	}
	for i := range min(len(r.then.Lanes), len(r.was.Lanes)) {
		byTitle[r.then.Lanes[i].Title] = i
		r.thenLanes[r.then.Lanes[i].ID] = r.was.Lanes[i].ID
	}
	for _, lane := range r.now.Lanes {
		if lane.ID == r.ownLane {
			r.lanes[lane.ID] = r.was.Lanes[0].ID
			continue
		}
		if i, ok := byTitle[lane.Title]; ok {
			r.lanes[lane.ID] = r.was.Lanes[i].ID
			r.out.Lanes[i].Color = changedValue(r.was.Lanes[i].Color, r.then.Lanes[i].Color, lane.Color)
			continue
		}
		if !inUse[lane.ID] {
			continue
		}
		id := r.laneIDs.Of(lane.ID, "lane")
		r.lanes[lane.ID] = id
		lane.ID = id
		r.out.Lanes = append(r.out.Lanes, lane)
	}
}

// mergeSources finds out which source is which by their addresses.
func (r *restoring) mergeSources() {
	r.sources = map[string]string{}
	r.sourceIDs = takenIDs(textsOf(r.was.Sources, func(s *Source) string { return s.ID }))
	byURL := map[string]string{}
	for _, source := range r.was.Sources {
		byURL[source.URL] = source.ID
	}
	for _, source := range r.now.Sources {
		id, ok := byURL[source.URL]
		if !ok {
			id = r.sourceIDs.Of(source.ID, "source")
			r.sources[source.ID] = id
			source.ID = id
			r.out.Sources = append(r.out.Sources, source)
			continue
		}
		r.sources[source.ID] = id
	}
}

// nameEvents gives every event the identifier that it has in out.
func (r *restoring) nameEvents() {
	r.events, r.thenEvents = map[string]string{}, map[string]string{}
	r.eventIDs = takenIDs(textsOf(r.was.Events, func(e *Event) string { return e.ID }))
	for number, i := range r.thenAt {
		if i >= 0 {
			r.thenEvents[r.then.Events[i].ID] = r.was.Events[number].ID
		}
	}
	for i := range r.now.Events {
		id := r.now.Events[i].ID
		if number := r.at[i]; number >= 0 && r.thenAt[number] >= 0 {
			r.events[id] = r.was.Events[number].ID
		} else {
			r.events[id] = r.eventIDs.Of(id, "event")
		}
	}
}

func (r *restoring) mergeEvent(was, then, now *Event) *Event {
	event := *was
	event.Date = changedValue(was.Date, then.Date, now.Date)
	event.Title = changedValue(was.Title, then.Title, now.Title)
	event.Summary = changedText(was.Summary, then.Summary, now.Summary)
	event.Tags = mergedList(was.Tags, then.Tags, now.Tags)
	event.People = mergedList(was.People, then.People, now.People)
	event.Places = mergedList(was.Places, then.Places, now.Places)
	event.Lanes = mergedList(was.Lanes, renamedAll(then.Lanes, r.thenLanes), renamedAll(now.Lanes, r.lanes))
	event.Links = mergedList(was.Links, relinked(then.Links, r.thenEvents), relinked(now.Links, r.events))
	event.Claims = slices.Clone(was.Claims)
	cited := map[string]bool{}
	for _, claim := range was.Claims {
		cited[claim.Source] = true
	}
	for _, claim := range now.Claims {
		if claim.Source = r.sources[claim.Source]; !cited[claim.Source] {
			event.Claims = append(event.Claims, claim)
		}
	}
	return &event
}

// newEvent returns an event that was not there when the file was written.
func (r *restoring) newEvent(now *Event) Event {
	event := *now
	event.ID = r.events[now.ID]
	event.Lanes = renamedAll(now.Lanes, r.lanes)
	event.Links = relinked(now.Links, r.events)
	event.Claims = slices.Clone(now.Claims)
	for i := range event.Claims {
		event.Claims[i].Source = r.sources[event.Claims[i].Source]
	}
	return event
}

// prune takes out what refers to events that are not there, because they have been taken out of the file, and returns
// what that was.
func prune(t *Timeline) []Loss {
	var losses []Loss
	there := takenIDs(textsOf(t.Events, func(e *Event) string { return e.ID })).used
	for i := range t.Events {
		event := &t.Events[i]
		event.Links = slices.DeleteFunc(event.Links, func(link Link) bool {
			if !there[link.To] {
				losses = append(losses, Loss{
					eventPlace(event.Title),
					"its link to “" + link.To + "” goes nowhere, because that event has been taken out of the file",
				})
			}
			return !there[link.To]
		})
	}
	for i := range t.Disputes {
		dispute := &t.Disputes[i]
		dispute.Events = slices.DeleteFunc(dispute.Events, func(id string) bool {
			if !there[id] {
				losses = append(losses, Loss{
					"dispute “" + dispute.Question + "”",
					"“" + id + "” is no longer one of its events, because that has been taken out of the file",
				})
			}
			return !there[id]
		})
	}
	return losses
}

// eventPlace names an event in a loss.
func eventPlace(title string) string { return "event “" + title + "”" }

// textsOf returns something of each element of a list.
func textsOf[E any](list []E, of func(*E) string) []string {
	texts := make([]string, len(list))
	for i := range list {
		texts[i] = of(&list[i])
	}
	return texts
}

// renamedAll returns other names for names.
func renamedAll(names []string, other map[string]string) []string {
	return textsOf(names, func(name *string) string { return other[*name] })
}

// relinked returns links between events that have other names.
func relinked(links []Link, other map[string]string) []Link {
	list := make([]Link, len(links))
	for i, link := range links {
		list[i] = Link{other[link.To], link.Kind}
	}
	return list
}
