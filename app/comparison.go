package app

import (
	"dateline/data"
	"dateline/data/diff"
	"dateline/widgets/scene"
)

// comparison is what a save has changed in a dataset.
type comparison struct {
	old     *data.Set
	changes diff.Changes
	words   []string          // the changes, one a line
	unknown error             // why they are not known
	renamed map[string]string // the new identifiers of events by their old ones
	fresh   []scene.Fresh
	gone    []scene.Gone

	asked     filters // for which selection and facts are
	selection *data.Selection
	facts     facts
}

// compared compares what was read with what it was before, and makes the selection
// of it that the filters ask for. It is for the background.
func compared(o *opening, old *data.Set, asked filters) *comparison {
	c := &comparison{old: old, asked: asked, renamed: map[string]string{}}
	if o.err != nil {
		return c
	}
	set := o.all.Set
	c.unknown = guarded("comparing a saved file", func() (err error) {
		if c.changes, err = diff.Compare(o.ctx, old, set); err != nil {
			return err
		}
		c.words = c.changes.Words()
		c.fresh, c.gone = freshOf(old, set, &c.changes)
		for i := range c.changes.Events {
			if change := &c.changes.Events[i]; change.Kind == diff.Renamed {
				c.renamed[change.Was] = change.ID
			}
		}
		return nil
	})
	o.err = guarded("filtering a saved file", func() (err error) {
		if asked.known.on || !asked.names.Empty() {
			if c.facts, err = readFacts(o.ctx, set); err != nil {
				return err
			}
			c.facts = c.facts.of(asked.known, asked.known.on)
		}
		c.selection = set.Select(asked.filter(&c.facts))
		return nil
	})
	return c
}

// same reports whether nothing has changed.
func (c *comparison) same() bool { return c.unknown == nil && !c.changes.Different() }

// mostFresh is how many events are marked as changed; the notice has all.
const mostFresh = 200

// freshOf returns what to mark of the changes: events that are new or changed,
// and where those were that are gone.
func freshOf(old, set *data.Set, changes *diff.Changes) (fresh []scene.Fresh, gone []scene.Gone) {
	domain := scene.DomainOf(old)
	for i := range changes.Events {
		c := &changes.Events[i]
		if len(fresh)+len(gone) == mostFresh {
			break
		}
		if c.Kind != diff.Removed {
			fresh = append(fresh, scene.Fresh{Event: c.New, Added: c.Kind == diff.Added})
			continue
		}
		lane := old.Lanes[old.Events.Lanes(c.Old)[0]].ID
		if at, ok := set.LaneIndex(lane); ok {
			gone = append(gone, scene.Gone{Lane: at, Span: scene.Extent(old, c.Old, domain), Words: "− " + c.Title})
		}
	}
	return fresh, gone
}
