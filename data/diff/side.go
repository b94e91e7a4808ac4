package diff

import (
	"strconv"

	"dateline/data"
)

// side is one of the two sets. On the old one references are read as if what they name had been renamed already.
type side struct {
	set                    *data.Set
	lanes, sources, events map[string]string // what was renamed: new identifiers by old ones
}

// comparison is that of two sets.
type comparison struct{ old, new side }

// now returns the identifier that something has in the new set.
func now(renamed map[string]string, id string) string {
	if to, ok := renamed[id]; ok {
		return to
	}
	return id
}

// event compares two events but for their identifiers.
func (c *comparison) event(old, new *data.Event) (f fields) {
	f.list("lanes", c.old.laneElements(old.Lanes), c.new.laneElements(new.Lanes))
	f.text("date", old.Date.String(), new.Date.String())
	f.text("title", old.Title, new.Title)
	f.text("summary", old.Summary, new.Summary)
	f.text("status", string(old.Status), string(new.Status))
	f.list("people", textElements(old.People), textElements(new.People))
	f.list("places", textElements(old.Places), textElements(new.Places))
	f.list("tags", textElements(old.Tags), textElements(new.Tags))
	claims := f.list("claims", c.old.claimElements(old.Claims), c.new.claimElements(new.Claims))
	f.list("known", c.old.knownElements(old, claims), c.new.knownElements(new, nil))
	f.list("links", c.old.linkElements(old.Links), c.new.linkElements(new.Links))
	return f
}

func elements[T any](list []T, of func(*T) element) []element {
	if len(list) == 0 {
		return nil
	}
	all := make([]element, len(list))
	for i := range list {
		all[i] = of(&list[i])
	}
	return all
}

func textElements(texts []string) []element {
	return elements(texts, func(text *string) element { return element{same: key{*text}, words: func() string { return *text }} })
}

func (s *side) laneElements(lanes []int) []element {
	return elements(lanes, func(lane *int) element {
		l := &s.set.Lanes[*lane]
		return element{same: key{now(s.lanes, l.ID)}, words: func() string { return l.Title }}
	})
}

func (s *side) eventElements(events []int) []element {
	return elements(events, func(event *int) element {
		return element{same: key{now(s.events, s.set.Events.ID(*event))}, words: func() string { return s.eventWords(*event) }}
	})
}

// eventWords returns an event's title and identifier.
func (s *side) eventWords(event int) string {
	return quoted(s.set.Events.Title(event)) + " (" + s.set.Events.ID(event) + ")"
}

func (s *side) claimElements(claims []data.Claim) []element {
	return elements(claims, func(claim *data.Claim) element {
		source := now(s.sources, s.set.Sources[claim.Source].ID)
		e := element{
			same:  key{source, claim.Quote, claim.Locator, claim.Date.String()},
			alike: []key{{source, claim.Quote}, {}, {claim.Quote}},
			words: func() string { return s.claimWords(claim) },
		}
		if claim.Locator != "" {
			e.alike[1] = key{source, claim.Locator}
		}
		return e
	})
}

// said returns a source and what it says, if anything.
func (s *side) said(source int, what string) string {
	title := s.set.Sources[source].Title
	if what == "" {
		return title
	}
	return title + ": " + what
}

// claimWords returns what a claim says, its source before it.
func (s *side) claimWords(claim *data.Claim) string {
	return s.said(claim.Source, quotedOrNone(claim.Quote)) + inParentheses(onLine(claim.Locator), claim.Date.String())
}

// knownElements returns entries of known. Each names its claim by the number that it has in the new event: of the old
// one that is given by which of the new claims its own are.
func (s *side) knownElements(event *data.Event, claims []int) []element {
	return elements(event.Known, func(known *data.Known) element {
		claim := ""
		if known.Claim != data.NoClaim {
			claim = strconv.Itoa(known.Claim)
			if claims != nil {
				claim = strconv.Itoa(claims[known.Claim])
			}
		}
		by := now(s.lanes, known.By)
		return element{
			same: key{by, known.Date.String(), claim}, alike: []key{{by}},
			words: func() string { return s.knownWords(event, known) },
		}
	})
}

func (s *side) knownWords(event *data.Event, known *data.Known) string {
	words := onLine(known.By) + " since " + known.Date.String()
	if known.Claim != data.NoClaim {
		words += inParentheses(s.claimWords(&event.Claims[known.Claim]))
	}
	return words
}

func (s *side) linkElements(links []data.Link) []element {
	return elements(links, func(link *data.Link) element {
		to := now(s.events, s.set.Events.ID(link.To))
		return element{
			same: key{to, string(link.Kind)}, alike: []key{{to}},
			words: func() string { return link.Kind.Words() + " " + s.eventWords(link.To) },
		}
	})
}

func (s *side) answerElements(answers []data.Answer) []element {
	return elements(answers, func(answer *data.Answer) element {
		source := now(s.sources, s.set.Sources[answer.Source].ID)
		e := element{
			same:  key{source, answer.Answer, answer.Quote},
			alike: []key{{source, answer.Answer}, {}},
			words: func() string {
				return s.said(answer.Source, onLine(answer.Answer)) + inParentheses(quotedOrNone(answer.Quote))
			},
		}
		if answer.Quote != "" {
			e.alike[1] = key{source, answer.Quote}
		}
		return e
	})
}
