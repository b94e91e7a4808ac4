package diff

import "dateline/data"

// rules say how things of one sort are compared.
type rules[T any] struct {
	what    What
	id      func(*T) string
	title   func(*T) string // for reading
	named   func(*T) bool   // whether it says enough of itself to be recognised under another identifier
	compare func(old, new *T) fields
}

func laneRules() rules[data.Lane] {
	return rules[data.Lane]{
		what:  Lane,
		id:    func(l *data.Lane) string { return l.ID },
		title: func(l *data.Lane) string { return l.Title },
		named: func(l *data.Lane) bool { return l.Title != l.ID },
		compare: func(old, new *data.Lane) (f fields) {
			f.text("title", own(old.Title, old.ID), own(new.Title, new.ID))
			f.text("color", old.Color, new.Color)
			f.text("marker", string(old.Marker), string(new.Marker))
			return f
		},
	}
}

func sourceRules() rules[data.Source] {
	return rules[data.Source]{
		what:  Source,
		id:    func(s *data.Source) string { return s.ID },
		title: func(s *data.Source) string { return s.Title },
		named: func(s *data.Source) bool { return s.Title != s.ID },
		compare: func(old, new *data.Source) (f fields) {
			f.text("title", own(old.Title, old.ID), own(new.Title, new.ID))
			f.text("publisher", old.Publisher, new.Publisher)
			f.text("author", old.Author, new.Author)
			f.text("published", old.Published.String(), new.Published.String())
			f.text("language", old.Language, new.Language)
			f.text("url", old.URL, new.URL)
			f.text("file", old.File, new.File)
			return f
		},
	}
}

// own returns a title, or "" for one that is the identifier, as it is where the file gives none.
func own(title, id string) string {
	if title == id {
		return ""
	}
	return title
}

func (c *comparison) disputeRules() rules[data.Dispute] {
	return rules[data.Dispute]{
		what:  Dispute,
		id:    func(d *data.Dispute) string { return d.ID },
		title: func(d *data.Dispute) string { return d.Question },
		named: func(*data.Dispute) bool { return true },
		compare: func(old, new *data.Dispute) (f fields) {
			f.text("question", old.Question, new.Question)
			f.list("events", c.old.eventElements(old.Events), c.new.eventElements(new.Events))
			f.list("answers", c.old.answerElements(old.Answers), c.new.answerElements(new.Answers))
			return f
		},
	}
}

// compareAll compares two lists of things of a sort. It also returns the new identifiers of those that were renamed, by
// the old ones, and whether those that are in both lists are in another order.
func compareAll[T any](r rules[T], old, new []T) (changes []Change, renamed map[string]string, reordered bool) {
	m := match(elementsOf(r, old), elementsOf(r, new))
	renamed = map[string]string{}
	r.rename(old, new, &m, renamed)
	was := make([]int, len(new))
	for i := range was {
		was[i] = None
	}
	for i, to := range m.to {
		if to != None {
			was[to] = i
		}
	}
	for i := range new {
		switch before := was[i]; {
		case before == None:
			changes = append(changes, r.change(Added, &new[i], None, i))
		case r.id(&old[before]) != r.id(&new[i]):
			change := r.change(Renamed, &new[i], before, i)
			change.Was = r.id(&old[before])
			changes = append(changes, change)
		default:
			if f := r.compare(&old[before], &new[i]); f != nil {
				change := r.change(Changed, &new[i], before, i)
				change.Fields = f
				changes = append(changes, change)
			}
		}
	}
	for i, to := range m.to {
		if to == None {
			changes = append(changes, r.change(Removed, &old[i], i, None))
		}
	}
	return changes, renamed, m.reordered()
}

func elementsOf[T any](r rules[T], things []T) []element {
	elements := make([]element, len(things))
	for i := range things {
		elements[i].same = key{r.id(&things[i])}
	}
	return elements
}

func (r *rules[T]) change(kind Kind, thing *T, old, new int) Change {
	return Change{What: r.what, Kind: kind, ID: r.id(thing), Title: r.title(thing), Old: old, New: new}
}

// rename matches what is in one list alone with what is the same but for its identifier, if there is one such in both.
func (r *rules[T]) rename(old, new []T, m *matching, renamed map[string]string) {
	titled := map[string][]int{} // what was added, by title
	for i := range new {
		if !m.taken[i] && r.named(&new[i]) {
			titled[r.title(&new[i])] = append(titled[r.title(&new[i])], i)
		}
	}
	found := map[int][]int{} // what was removed, by what it may be now
	for i := range old {
		if m.to[i] != None || !r.named(&old[i]) {
			continue
		}
		var same []int
		for _, other := range titled[r.title(&old[i])] {
			if r.compare(&old[i], &new[other]) == nil {
				same = append(same, other)
			}
		}
		if len(same) == 1 {
			found[same[0]] = append(found[same[0]], i)
		}
	}
	for to, from := range found {
		if len(from) == 1 {
			m.to[from[0]], m.taken[to] = to, true
			renamed[r.id(&old[from[0]])] = r.id(&new[to])
		}
	}
}
