package app

import (
	"maps"
	"slices"

	"dateline/data"
	"dateline/data/evidence"
	"dateline/data/facets"
)

// filters are what is left out of the timeline. The zero value leaves out
// nothing. Maps and lists are not changed, only replaced.
type filters struct {
	hidden      map[string]bool      // lanes switched off
	statuses    map[data.Status]bool // switched off
	sources     map[string]bool      // switched off
	independent bool                 // only what two independent sources support
	names       facets.Choice
	known       knownBy
}

// knownBy asks for what a party knew at an instant.
type knownBy struct {
	on    bool
	party string
	at    int64 // seconds since 1970, inclusive
}

// none reports whether nothing is left out.
func (f *filters) none() bool {
	return !slices.Contains(slices.Collect(maps.Values(f.hidden)), true) && len(f.statuses) == 0 && len(f.sources) == 0 &&
		!f.independent && f.names.Empty() && !f.known.on
}

func (f *filters) equal(o *filters) bool {
	return maps.Equal(f.hidden, o.hidden) && maps.Equal(f.statuses, o.statuses) && maps.Equal(f.sources, o.sources) &&
		f.independent == o.independent && f.names.Equal(o.names) && f.known == o.known
}

// facts are what filters go by beside the events themselves. They are nil until
// they have been read.
type facts struct {
	evidence  *evidence.Evidence
	knowledge *evidence.Knowledge // of one party
	public    *evidence.Knowledge // of the public, nil until it is asked for
	facets    *facets.Facets
}

// filter returns the filters as a dataset is filtered by.
func (f *filters) filter(known *facts) data.Filter {
	filter := data.Filter{
		Hidden: maps.Clone(f.hidden), Statuses: maps.Clone(f.statuses), Sources: maps.Clone(f.sources),
	}
	if f.independent {
		filter.Independent = 2
	}
	if f.known.on && known.knowledge != nil {
		filter.Only, _, _ = known.knowledge.At(f.known.at)
	}
	if known.facets != nil && !f.names.Empty() {
		filter.Only = both(filter.Only, known.facets.Find(f.names))
	}
	return filter
}

// asked returns the party whose knowledge is asked for.
func (k knownBy) asked() string {
	if k.party == "" {
		return evidence.Public
	}
	return k.party
}

// of returns the facts with what the party knows that is asked for. It is a
// hundred bytes an event, so that it is there only where it is wanted, and once.
func (known facts) of(k knownBy, wanted bool) facts {
	party := k.asked()
	switch {
	case !wanted:
		known.knowledge = nil
	case known.evidence == nil || known.knowledge != nil && known.knowledge.Party == party:
	case party != evidence.Public:
		known.knowledge = known.evidence.Known(party)
	default:
		if known.public == nil {
			known.public = known.evidence.Known(party)
		}
		known.knowledge = known.public
	}
	return known
}

// refilter changes the filters. The selection follows, in the background for
// many events.
func (s *state) refilter(change func(f *filters)) {
	f := s.filters
	change(&f)
	if f.equal(&s.filters) {
		return
	}
	s.filters = f
	s.reselect()
	s.changed()
}

// clearFilters shows everything. What party and day were asked for stays.
func (s *state) clearFilters() {
	s.refilter(func(f *filters) {
		known := f.known
		known.on = false
		*f = filters{known: known}
	})
}

// both returns the events that are in two sets; nil stands for all.
func both(a, b []uint64) []uint64 {
	switch {
	case a == nil:
		return b
	case b == nil:
		return a
	}
	common := make([]uint64, min(len(a), len(b)))
	for i := range common {
		common[i] = a[i] & b[i]
	}
	return common
}

// withID returns a set of identifiers with one of them switched.
func withID[K comparable](set map[K]bool, id K, on bool) map[K]bool {
	set = maps.Clone(set)
	if set == nil {
		set = map[K]bool{}
	}
	delete(set, id)
	if on {
		set[id] = true
	}
	return set
}

// keepEvidence returns what is kept of the filters by evidence.
func (s *state) keepEvidence() evidenceSession {
	f := &s.filters
	kept := evidenceSession{
		Independent: f.independent, Names: f.names,
		Known: f.known.on, Party: f.known.party, KnownAt: f.known.at, Lags: s.lags, Gaps: s.gapsOn,
	}
	for status, off := range f.statuses {
		if off {
			kept.Statuses = append(kept.Statuses, string(status))
		}
	}
	for source, off := range f.sources {
		if off {
			kept.Sources = append(kept.Sources, source)
		}
	}
	slices.Sort(kept.Statuses)
	slices.Sort(kept.Sources)
	return kept
}

// restoreEvidence brings back what was kept, as far as the dataset has it.
func (s *state) restoreEvidence(kept evidenceSession) {
	s.lags = kept.Lags
	if kept.Gaps != s.gapsOn {
		s.showGaps()
	}
	if s.lags {
		s.reselect()
	}
	s.refilter(func(f *filters) {
		f.independent, f.names = kept.Independent, kept.Names
		for _, status := range kept.Statuses {
			if s.tally.Statuses[data.Status(status)] > 0 {
				f.statuses = withID(f.statuses, data.Status(status), true)
			}
		}
		for _, source := range kept.Sources {
			if _, ok := s.set.SourceIndex(source); ok {
				f.sources = withID(f.sources, source, true)
			}
		}
		f.known = knownBy{kept.Known, kept.Party, kept.KnownAt}
		if s.evidence != nil && !slices.Contains(s.evidence.Parties(), f.known.party) {
			f.known.party = ""
		}
	})
}
