package app

import (
	"dateline/data"
	"dateline/data/search"
)

// searching is what is looked for and what of it has been found.
type searching struct {
	text   string  // as typed
	answer *answer // the newest, nil before there is one
	listed bool    // the hits are wanted in the panel, although an event is selected
	index  indexing
}

// indexing is how far the index is, without which only titles are looked at.
type indexing struct {
	share float64 // that is done, 0 to 1
	whole bool
	err   error // why there will be none
}

// question is what is looked for, and where.
type question struct {
	text   string
	within *data.Selection
	whole  bool // in all texts, not only titles
}

// answer is what was found.
type answer struct {
	question
	hits  *data.Selection // those of the selection
	total int             // with those that are not selected
}

// active reports whether there are words to look for.
func (s *searching) active() bool { return !search.Parse(s.text).Empty() }

// question returns what the state asks for, the zero question for nothing.
func (s *state) question() question {
	if s.set == nil || !s.search.active() {
		return question{}
	}
	return question{s.search.text, s.selection, s.search.index.whole}
}

// pending reports whether an answer is still to come.
func (s *state) pending() bool {
	q := s.question()
	return q != question{} && (s.search.answer == nil || s.search.answer.question != q)
}

// seek looks for another text. The hits are listed; those of the text before stay
// until there are others.
func (s *state) seek(text string) {
	if text == s.search.text {
		return
	}
	s.search.text = text
	s.search.listed = s.search.active()
	if !s.search.listed {
		s.search.answer = nil
	}
	s.changed()
}

// answered takes what was found, if it is still what is asked for.
func (s *state) answered(a answer) {
	if a.question != s.question() {
		return
	}
	s.search.answer = &a
	s.changed()
}

// indexed takes how far the index is.
func (s *state) indexed(now indexing) {
	if now == s.search.index {
		return
	}
	s.search.index = now
	if s.search.active() {
		s.changed()
	}
}

// listHits lists the hits although an event is selected.
func (s *state) listHits() {
	if !s.search.listed && s.search.answer != nil {
		s.search.listed = true
		s.changed()
	}
}

// listsHits reports whether the panel has the list of hits.
func (s *state) listsHits() bool {
	return s.search.answer != nil && (s.search.listed || s.selected < 0 && s.list == nil)
}

// hits returns what was found of the selection, nil for no search.
func (s *state) hits() *data.Selection {
	if s.search.answer == nil {
		return nil
	}
	return s.search.answer.hits
}

// hitAfter returns the hit after the selected event, or, by -1, the one before,
// and whether it goes on from the other end. There must be a hit.
func (s *state) hitAfter(by int) (event int, around bool) {
	hits := s.hits()
	place := hits.Place(s.selected)
	switch {
	case by < 0 && s.selected < 0:
		place = hits.Len() - 1
	case by < 0:
		place--
	case hits.Has(s.selected):
		place++
	}
	switch {
	case place < 0:
		return hits.At(hits.Len() - 1), true
	case place >= hits.Len():
		return hits.At(0), true
	}
	return hits.At(place), false
}
