package exchange

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
)

// ownField is the name of the fields in which Dateline keeps what another program has no place for: of the whole file,
// and of every item. Programs that read JSON by names do not mind them.
const ownField = "dateline"

// keptFields are Dateline's own fields in another program's file.
type keptFields struct {
	whole *Timeline // without events
	err   error     // why they cannot be used, if so
}

// ownWhole is what is written of the whole: a timeline without its format and events.
type ownWhole struct {
	Schema   string    `json:"$schema,omitempty"`
	Title    string    `json:"title"`
	Summary  string    `json:"summary,omitempty"`
	Language string    `json:"language,omitempty"`
	Span     string    `json:"span,omitempty"`
	Lanes    []Lane    `json:"lanes"`
	Sources  []Source  `json:"sources,omitempty"`
	Disputes []Dispute `json:"disputes,omitempty"`
}

// ownOf returns Dateline's own field of the whole file.
func ownOf(t *Timeline) ownWhole {
	return ownWhole{t.Schema, t.Title, t.Summary, t.Language, t.Span, t.Lanes, t.Sources, t.Disputes}
}

// readOwnWhole reads Dateline's own field of the whole file, if root has one.
func (f *shownFile) readOwnWhole(root *jsonNode) {
	if node := root.get(ownField); node != nil {
		var whole ownWhole
		f.own = &keptFields{err: decodeOwn(node, &whole)}
		f.own.whole = &Timeline{
			Schema: whole.Schema, Format: 1, Title: whole.Title, Summary: whole.Summary, Language: whole.Language,
			Span: whole.Span, Lanes: whole.Lanes, Sources: whole.Sources, Disputes: whole.Disputes,
		}
	}
}

// readOwnEvent reads Dateline's own field of an item, if it has one.
func (f *shownFile) readOwnEvent(shown *shownItem, item *jsonNode) {
	node := item.get(ownField)
	if node == nil {
		return
	}
	if f.own == nil {
		f.own = &keptFields{whole: &Timeline{Format: 1}}
	}
	shown.kept = new(Event)
	if err := decodeOwn(node, shown.kept); err != nil && f.own.err == nil {
		f.own.err = err
	}
}

// decodeOwn reads a field of Dateline's own, all of whose parts must be known.
func decodeOwn(node *jsonNode, into any) error {
	decoder := json.NewDecoder(bytes.NewReader(node.raw))
	decoder.DisallowUnknownFields()
	return decoder.Decode(into)
}

// assembleOwn makes a timeline of items that Dateline has written, and perhaps others. Whatever an item shows as Dateline
// has written it is as it was kept; what was changed since is taken from the item.
func (f *shownFile) assembleOwn(again shower) (*intake, error) {
	if f.own.err != nil {
		return nil, f.own.err
	}
	in := newIntake(f.own.whole)
	for _, lane := range in.timeline.Lanes {
		in.lanes.take(lane.ID)
		in.ownLanes[lane.ID] = true
		in.laneOf[shownLane(lane)] = lane.ID
	}
	for _, source := range in.timeline.Sources {
		id := source.ID
		in.sources.take(id)
		source.ID = ""
		in.sourceOf[source] = id
	}
	for i := range f.items {
		if item := &f.items[i]; item.kept != nil && !in.events.take(item.kept.ID) {
			item.kept = nil
			item.lose("its field “%s” is that of another event, of which it may be a copy: it is not used", ownField)
		}
	}
	in.keptHead(f)
	in.begin(f)
	show := again(f.own.whole)
	for i := range f.items {
		if f.items[i].kept == nil {
			in.fresh(i, &f.items[i])
		} else {
			in.kept(i, &f.items[i], show(f.items[i].kept))
		}
	}
	in.needsLane()
	in.prune()
	return in, isSound(in.timeline)
}

// shownLane returns the title of a lane as other programs show it.
func shownLane(lane Lane) string { return new(shownItem).line("", HTMLText(laneTitle(lane))) }

// keptHead changes the title and the summary of the whole where the file shows others than Dateline has written.
func (in *intake) keptHead(f *shownFile) {
	shown, before := &f.head, new(shownItem)
	if title := before.line("", HTMLText(in.timeline.Title)); shown.title != "" && shown.title != title {
		in.changed("", "title", &in.timeline.Title, shown.title)
	}
	if summary := before.plain("", HTMLText(in.timeline.Summary)); shown.title+shown.summary != "" && shown.summary != summary {
		in.changed("", "summary", &in.timeline.Summary, shown.summary)
	}
}

// changed takes what a file shows in place of what Dateline has written.
func (in *intake) changed(where, field string, kept *string, shown string) {
	in.lose(where, fmt.Sprintf("its %s was changed after Dateline had written it: not “%s” any more, but “%s”",
		field, shortened(*kept), shortened(shown)))
	*kept = shown
}

// kept adds the event that is kept with an item; before is what the other program showed of it when it was written.
func (in *intake) kept(index int, shown *shownItem, before shownItem) {
	where := itemPlace(index, shown.title)
	event := *shown.kept
	for _, what := range shown.losses {
		if !slices.Contains(before.losses, what) {
			in.lose(where, what)
		}
	}
	if shown.title != before.title && shown.title != "" {
		in.changed(where, "title", &event.Title, shown.title)
	}
	if shown.summary != before.summary {
		in.changed(where, "summary", &event.Summary, shown.summary)
	}
	if !slices.Equal(shown.inWords, before.inWords) {
		shown.summary = event.Summary
		event.Summary = shown.text()
	}
	if shown.date != before.date && shown.date != "" {
		in.changed(where, "date", &event.Date, shown.date)
	}
	event.Lanes = in.keptLanes(where, event.Lanes, shown.lane, before.lane)
	if !reflect.DeepEqual(shown.evidence, before.evidence) {
		for _, evidence := range shown.evidence {
			in.lose(where, "its media or link was changed after Dateline had written it: it is one more claim")
			event.Claims = append(event.Claims, in.claim(evidence))
		}
	}
	in.timeline.Events = append(in.timeline.Events, event)
}

// keptLanes returns the lanes of an event: as they were kept, those that there are; if its group was changed, that is its
// home instead.
func (in *intake) keptLanes(where string, kept []string, shown, before string) []string {
	var ids []string
	for i, id := range kept {
		switch {
		case in.ownLanes[id]:
			ids = append(ids, id)
		case i > 0 || shown != before:
			in.lose(where, fmt.Sprintf("it is not in the lane “%s” any more, as there is no such lane", shortened(id)))
		}
	}
	if shown == before && len(kept) > 0 && in.ownLanes[kept[0]] {
		return ids
	}
	home := in.lane(Lane{Title: shown})
	if shown != before {
		ids = slices.DeleteFunc(ids, func(id string) bool { return id == kept[0] })
		in.lose(where, fmt.Sprintf("its group was changed after Dateline had written it: it is in the lane “%s” now", shortened(shown)))
	}
	return append([]string{home}, slices.DeleteFunc(ids, func(id string) bool { return id == home })...)
}
