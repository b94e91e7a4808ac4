package app

import (
	"math"

	"dateline/data"
	"dateline/widgets/scene"
)

// tale is where a story is: at an event of the selection, and at one of the
// quotations for it. It is a value: its methods return where a step leads.
//
// There are two ways through a story. A step goes from event to event and shows
// the first quotation of each, so that as many clicks as there are events tell
// the story. Reading on goes through all quotations of an event before the next
// event, and misses none.
type tale struct {
	event int  // in Set.Events
	quote int  // in the event's claims
	end   bool // a step was asked for after the last event
}

// beginning returns where a story begins: at the event that is selected, if it is
// among those shown, else at the first one. Where none is shown there is no
// story, and the sentence says so.
func beginning(sel *data.Selection, selected int) (t tale, sentence string) {
	switch {
	case sel == nil || sel.Set.Events.Len() == 0:
		return tale{event: -1}, "There is no story: the dataset has no events"
	case sel.Len() == 0:
		return tale{event: -1}, "There is no story: the filters leave no event; press 0 to show all"
	case selected >= 0 && sel.Has(selected):
		return tale{event: selected}, ""
	}
	return tale{event: sel.At(0)}, ""
}

// next returns the next event; after the last one the end, which has no next.
func (t tale) next(sel *data.Selection) tale {
	if event := after(sel, t.event); event >= 0 {
		return tale{event: event}
	}
	t.end = true
	return t
}

// back returns the event before; from the end the last one, and before the first
// one nothing else.
func (t tale) back(sel *data.Selection) tale {
	if t.end && sel.Has(t.event) {
		t.end = false
		return t
	}
	if event := before(sel, t.event); event >= 0 {
		return tale{event: event}
	}
	t.end = false
	return t
}

// first returns the first event.
func (t tale) first(sel *data.Selection) tale { return t.at(sel, 0) }

// last returns the last event.
func (t tale) last(sel *data.Selection) tale { return t.at(sel, sel.Len()-1) }

func (t tale) at(sel *data.Selection, place int) tale {
	if sel.Len() == 0 {
		return t
	}
	return tale{event: sel.At(place)}
}

// readOn returns the next quotation of the event, after its last one the next
// event. Quotes returns how many quotations an event has.
func (t tale) readOn(sel *data.Selection, quotes func(event int) int) tale {
	if t.quote+1 < quotes(t.event) {
		t.quote++
		return t
	}
	return t.next(sel)
}

// readBack returns the quotation before, from the first one the last of the event
// before.
func (t tale) readBack(sel *data.Selection, quotes func(event int) int) tale {
	if t.quote > 0 && !t.end {
		t.quote--
		return t
	}
	b := t.back(sel)
	if b.event != t.event {
		b.quote = max(quotes(b.event)-1, 0)
	}
	return b
}

// after returns the first event shown that comes after one in time, -1 for none.
func after(sel *data.Selection, event int) int {
	place := sel.Place(event)
	if sel.Has(event) {
		place++
	}
	if place < sel.Len() {
		return sel.At(place)
	}
	return -1
}

// before returns the last event shown that comes before one in time, -1 for none.
func before(sel *data.Selection, event int) int {
	if place := sel.Place(event) - 1; place >= 0 {
		return sel.At(place)
	}
	return -1
}

// The limits of what a story shows of the time around an event.
const (
	storyMost   = 0.45      // of the dataset's time, on either side, at most
	storyLeast  = 1.0 / 800 // of the dataset's time, on either side, at least
	storyNear   = 10        // times the way to the nearest neighbour, where that is less
	storyOwn    = 0.25      // of an event's own length, on either side, at least
	storyMargin = 0.08      // of the whole, before
	storyRoom   = 0.16      // of the whole, behind: titles stand behind their marks
)

// storySpan returns the stretch of time that a story shows with an event: the
// event and the ones shown before and after it, unless they are so far away that
// the event would be lost, and with time around it if they are very near.
func storySpan(sel *data.Selection, event int, domain scene.Span) scene.Span {
	own := scene.Extent(sel.Set, event, domain)
	left, right := 0.0, 0.0
	nearest := math.Inf(1)
	if e := before(sel, event); e >= 0 {
		left = math.Max(own.From-scene.Extent(sel.Set, e, domain).From, 0)
		nearest = apart(nearest, left)
	}
	if e := after(sel, event); e >= 0 {
		start := scene.Extent(sel.Set, e, domain).From
		right = math.Max(start-own.To, 0)
		nearest = apart(nearest, math.Abs(start-own.From))
	}
	least := math.Max(own.Length()*storyOwn, math.Min(domain.Length()*storyLeast, nearest*storyNear))
	most := math.Max(domain.Length()*storyMost, least)
	span := scene.Span{
		From: own.From - math.Min(math.Max(left, least), most),
		To:   own.To + math.Min(math.Max(right, least), most),
	}
	return scene.Span{From: span.From - span.Length()*storyMargin, To: span.To + span.Length()*storyRoom}
}

// apart returns the smaller way; none at all is no way.
func apart(least, way float64) float64 {
	if way > 0 && way < least {
		return way
	}
	return least
}
