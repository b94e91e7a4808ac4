package exchange

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"dateline/data"
)

// A format of another program may have no place for much of a timeline, and yet leave fields alone that it does not
// know. There the timeline travels along in such fields. They are believed only where what the other program shows is
// still what was written with them: what has been changed since then counts as it is now.

// carriedEvent is an event as a file carries it, with its place among the events of the timeline.
type carriedEvent struct {
	Place int   `json:"place"`
	Event Event `json:"event"`
}

// carrier is a file as programs see it that do not know Dateline's own fields, and what is in these.
type carrier struct {
	Result
	whole  string   // JSON of the timeline without its events, "" where the file carries none
	events []string // for each event of Result.Timeline the JSON of a carriedEvent, or ""
	hidden []string // the same for events that other programs do not see

	// The one lane that stands for all of the timeline that was written, where the format has no lanes; "" where it has.
	ownLane string
}

// carry returns what a file is to carry of a timeline: the whole without its events, and each event.
func carry(t *Timeline) (whole string, events []string, err error) {
	rest := *t
	rest.Events = nil
	content, err := json.Marshal(rest)
	if err != nil {
		return "", nil, err
	}
	events = make([]string, len(t.Events))
	for i := range t.Events {
		event, err := json.Marshal(carriedEvent{i, t.Events[i]})
		if err != nil {
			return "", nil, err
		}
		events[i] = string(event)
	}
	return string(content), events, nil
}

// asSet returns a timeline as the dataset that it is. The error is [data.Problems] where it is none.
func asSet(t *Timeline) (*data.Set, error) {
	content, _, err := writeOwn(t)
	if err != nil {
		return nil, err
	}
	return data.Parse("", content)
}

// restored returns the timeline that a file was written of, with what has been changed in the file since. What has
// not been changed is found by rewrite, which returns how other programs saw the file when it was written.
func (c *carrier) restored(rewrite func(*Timeline) (*carrier, error)) *Result {
	result := c.Result
	if c.whole == "" {
		return &result
	}
	r, err := c.restoring(rewrite)
	if err != nil {
		result.Notes = append(result.Notes, fmt.Sprintf(
			"What Dateline itself had written into the file is damaged and was passed over: %v.", err))
		return &result
	}
	r.merge()
	result.Timeline = r.out
	result.Losses = append(slices.Clip(result.Losses), r.losses...)
	return &result
}

// restoring returns what is to be merged, or why what the file carries cannot be believed.
func (c *carrier) restoring(rewrite func(*Timeline) (*carrier, error)) (*restoring, error) {
	was, at, err := c.carried()
	if err != nil {
		return nil, err
	}
	losses := prune(was)
	if _, err := asSet(was); err != nil {
		return nil, err
	}
	then, err := rewrite(was)
	if err != nil {
		return nil, err
	}
	seen := make([]int, len(was.Events))
	for i := range seen {
		seen[i] = -1
	}
	for i, text := range then.events {
		var e carriedEvent
		if json.Unmarshal([]byte(text), &e) == nil && e.Place >= 0 && e.Place < len(seen) {
			seen[e.Place] = i
		}
	}
	return &restoring{
		was: was, then: then.Timeline, now: c.Timeline, thenAt: seen, at: at, ownLane: c.ownLane, losses: losses,
	}, nil
}

// carried returns the timeline that the file carries, and for each event that other programs see its place in that, -1
// for one that the file carries nothing of.
func (c *carrier) carried() (t *Timeline, at []int, err error) {
	t = new(Timeline)
	if err := json.Unmarshal([]byte(c.whole), t); err != nil {
		return nil, nil, err
	}
	found := map[int]int{} // by place: the number of the event in the file
	var events []carriedEvent
	at = make([]int, len(c.events))
	for i, text := range append(slices.Clone(c.events), c.hidden...) {
		if i < len(at) {
			at[i] = -1
		}
		var e carriedEvent
		if text == "" {
			continue
		}
		if err := json.Unmarshal([]byte(text), &e); err != nil {
			return nil, nil, err
		}
		if _, twice := found[e.Place]; !twice {
			found[e.Place] = i
			events = append(events, e)
		}
	}
	slices.SortFunc(events, func(a, b carriedEvent) int { return a.Place - b.Place })
	t.Events = nil
	for position, e := range events {
		t.Events = append(t.Events, e.Event)
		if i := found[e.Place]; i < len(at) {
			at[i] = position
		}
	}
	return t, at, nil
}

// mergedList returns a list as it was, without what has been taken out of what others see, and with what has been added
// to that.
func mergedList[T comparable](was, then, now []T) []T {
	if slices.Equal(then, now) {
		return was
	}
	before, after := make(map[T]bool, len(then)), make(map[T]bool, len(now))
	for _, one := range then {
		before[one] = true
	}
	for _, one := range now {
		after[one] = true
	}
	var list []T
	there := make(map[T]bool, len(was))
	for _, one := range was {
		if after[one] || !before[one] {
			list = append(list, one)
			there[one] = true
		}
	}
	for _, one := range now {
		if !before[one] && !there[one] {
			list = append(list, one)
			there[one] = true
		}
	}
	return list
}

// changedValue returns a value as it is now where it has been changed since then, else as it was.
func changedValue[T comparable](was, then, now T) T {
	if then == now {
		return was
	}
	return now
}

// changedText is changedValue for a text that was written with more text behind it, which is cut off again.
func changedText(was, then, now string) string {
	if then == now {
		return was
	}
	if behind, ok := strings.CutPrefix(then, was); ok {
		now = strings.TrimSuffix(now, behind)
	}
	return now
}
