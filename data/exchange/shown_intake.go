package exchange

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"dateline/data"
	"dateline/data/edtf"
)

// intake makes a timeline of what another program shows.
type intake struct {
	timeline *Timeline
	losses   []Loss
	notes    []string
	events   IDs
	lanes    IDs
	sources  IDs
	laneOf   map[string]string // identifiers of lanes by their titles
	ownLanes map[string]bool   // identifiers of the lanes that Dateline has written
	sourceOf map[Source]string // identifiers of sources by the sources without
}

func newIntake(t *Timeline) *intake {
	return &intake{timeline: t, laneOf: map[string]string{}, ownLanes: map[string]bool{}, sourceOf: map[Source]string{}}
}

// shower returns what another program would show of an event of a timeline, were it written for it.
type shower func(t *Timeline) func(e *Event) shownItem

// timeline returns the timeline that a file shows. It is always a dataset.
func (f *shownFile) timeline(again shower) *Result {
	if f.own != nil {
		in, err := f.assembleOwn(again)
		if err == nil {
			return &Result{Timeline: in.timeline, Losses: in.losses, Notes: append(f.notes, in.notes...)}
		}
		f.head.lose("the fields “%s”, in which Dateline keeps what the other program has no place for, are not used: %v",
			ownField, err)
	}
	in := newIntake(&Timeline{Format: 1, Title: f.head.title, Summary: f.head.summary})
	in.begin(f)
	for i := range f.items {
		in.fresh(i, &f.items[i])
	}
	in.needsLane()
	return &Result{Timeline: in.timeline, Losses: in.losses, Notes: append(f.notes, in.notes...)}
}

// begin takes what a file says of the whole but its title and summary, which the timeline has.
func (in *intake) begin(f *shownFile) {
	for _, what := range f.head.losses {
		in.lose("", what)
	}
	if strings.TrimSpace(in.timeline.Title) == "" {
		in.timeline.Title = untitled
		in.note("The file has no title.")
	}
	for _, lane := range f.lanes {
		in.lane(lane)
	}
}

func (in *intake) lose(where, what string) {
	in.losses = append(in.losses, Loss{Where: where, What: what})
}

// note takes note of how something was read, once.
func (in *intake) note(how string) {
	if !slices.Contains(in.notes, how) {
		in.notes = append(in.notes, how)
	}
}

// needsLane makes a lane where there is none.
func (in *intake) needsLane() {
	if len(in.timeline.Lanes) == 0 {
		in.lane(Lane{})
	}
}

// lane returns the identifier of the lane with the title of the one given, which is made if there is none.
func (in *intake) lane(lane Lane) string {
	if strings.TrimSpace(lane.Title) == "" {
		lane.Title = plainLane
	}
	id, ok := in.laneOf[lane.Title]
	if !ok {
		id = in.lanes.Of(lane.Title, "lane")
		in.laneOf[lane.Title] = id
		lane.ID = id
		in.timeline.Lanes = append(in.timeline.Lanes, lane)
	}
	return id
}

// claim returns the claim of what is shown with an item; its source is made if there is none.
func (in *intake) claim(shown shownEvidence) Claim {
	source := shown.source
	id, ok := in.sourceOf[source]
	if !ok {
		id = in.sources.Of(source.Title, "source")
		in.sourceOf[source] = id
		source.ID = id
		in.timeline.Sources = append(in.timeline.Sources, source)
	}
	return Claim{Source: id, Quote: shown.quote}
}

// fresh adds an event for an item that Dateline has not written, the index-th of the file.
func (in *intake) fresh(index int, shown *shownItem) {
	where := itemPlace(index, shown.title)
	for _, what := range shown.losses {
		in.lose(where, what)
	}
	for _, how := range shown.notes {
		in.note(how)
	}
	if shown.date == "" {
		in.lose(where, "the event is left out, as it has no date that can be read: "+describe(shown))
		return
	}
	event := Event{Date: shown.date, Title: shown.title, Summary: shown.text()}
	if strings.TrimSpace(event.Title) == "" {
		event.Title = "Untitled"
		in.lose(where, "it has no title: it is called “Untitled”")
	}
	name := shown.id
	if name == "" {
		name = event.Title
	}
	event.ID = in.events.Of(name, "event")
	if shown.id != "" && event.ID != shown.id {
		in.lose(where, fmt.Sprintf("its identifier “%s” is “%s” in Dateline", shortened(shown.id), event.ID))
	}
	event.Lanes = []string{in.lane(Lane{Title: shown.lane})}
	for _, evidence := range shown.evidence {
		event.Claims = append(event.Claims, in.claim(evidence))
	}
	in.timeline.Events = append(in.timeline.Events, event)
}

// laneTitle returns how a lane is called.
func laneTitle(lane Lane) string {
	if strings.TrimSpace(lane.Title) == "" {
		return lane.ID
	}
	return lane.Title
}

// isSound returns an error where a timeline is not a dataset.
func isSound(t *Timeline) error {
	content, _, err := writeOwn(t)
	if err != nil {
		return err
	}
	_, err = data.Parse("", content)
	if problems, ok := errors.AsType[data.Problems](err); ok && len(problems) > 0 {
		return fmt.Errorf("%s: %s", problems[0].Path, shortened(problems[0].Message))
	}
	return err
}

// intervalOf returns the interval from one EDTF date to another, either perhaps "" for not known. Of two that are the same
// it is that date; where the end is before the start it is the start, and not ok.
func intervalOf(from, to string) (date string, ok bool) {
	both := from + "/" + to
	if from == to {
		return from, true
	}
	if _, err := edtf.Parse(both); err != nil {
		return from, false
	}
	return both, true
}
