package evidence

import (
	"cmp"
	"math"
	"slices"

	"dateline/data"
	"dateline/data/edtf"
)

// Public is the party of everybody.
const Public = "public"

// Way says what makes an event known to a party.
type Way uint8

// The ways in which something becomes known.
const (
	Unsaid    Way = iota // nothing says that it is
	Stated               // the event says so, mostly with a claim
	Published            // a source of it was published
	Revealed             // another event made it known
	Shared               // the public knew it, and the party with it
)

// Since says since when a party knows an event: since an instant from Earliest to Latest, in seconds since 1970 and
// both inclusive. Where nothing says that it ever did, Way is Unsaid and both are math.MaxInt64.
type Since struct {
	Earliest, Latest int64
	Way              Way
	Date             edtf.Date // that of the entry or of the publication
	Claim            int       // of the event, for Stated; data.NoClaim for none
	Source           int       // for Published
	By               int       // the event that revealed it, for Revealed
}

// never is what nothing is said about.
var never = Since{Earliest: math.MaxInt64, Latest: math.MaxInt64, Claim: data.NoClaim}

// Surely reports whether the party knows at the end of an instant, and perhaps whether it may.
func (s *Since) Surely(instant int64) bool { return s.Way != Unsaid && s.Latest <= instant }

// Perhaps reports whether the party may know at an instant although that is not sure: the date is not exact enough.
func (s *Since) Perhaps(instant int64) bool {
	return s.Way != Unsaid && s.Earliest <= instant && instant < s.Latest
}

// Knowledge says since when a party knows each event.
type Knowledge struct {
	Party string
	set   *data.Set
	since []Since
}

// Parties returns to whom events are known: the public first, then the lanes that are named in their order, then others
// by name.
func (e *Evidence) Parties() []string {
	parties := []string{Public}
	for by := range e.known {
		if by != Public {
			parties = append(parties, by)
		}
	}
	place := func(party string) int {
		if lane, ok := e.set.LaneIndex(party); ok {
			return lane
		}
		return len(e.set.Lanes)
	}
	slices.SortFunc(parties[1:], func(a, b string) int {
		return cmp.Or(cmp.Compare(place(a), place(b)), cmp.Compare(a, b))
	})
	return parties
}

// Entries returns how many events say of themselves that a party knows them.
func (e *Evidence) Entries(party string) int { return len(e.known[party]) }

// PartyTitle returns a party as a reader is shown it: a lane by its title.
func PartyTitle(set *data.Set, party string) string {
	if lane, ok := set.LaneIndex(party); ok {
		return set.Lanes[lane].Title
	}
	if party == Public {
		return "The public"
	}
	return party
}

// Known works out since when a party knows each event. The public knows an event at the latest from the publication of
// the first of its sources, and since an entry of known says so. Every other party knows it since an entry says so, and
// what is public it knows, too. What one event reveals is known to a party as soon as that event is. Of several dates
// the one counts by which it is surely known first. It takes the time of going over all events a few times.
func (e *Evidence) Known(party string) *Knowledge {
	k := &Knowledge{party, e.set, make([]Since, e.set.Events.Len())}
	var public *Knowledge
	if party != Public {
		public = e.Known(Public)
	}
	published := e.publications()
	for i := range k.since {
		k.since[i] = never
		if public != nil {
			if k.since[i] = public.since[i]; k.since[i].Way != Unsaid {
				k.since[i].Way = Shared
			}
			continue
		}
		for _, source := range e.set.Events.Sources(i) {
			k.sooner(i, published[source])
		}
	}
	for _, s := range e.known[party] {
		since := sinceDate(s.date, Stated)
		since.Claim = int(s.claim)
		k.sooner(int(s.event), since)
	}
	e.reveal(k)
	return k
}

// publications returns since when what is in each source is public.
func (e *Evidence) publications() []Since {
	published := make([]Since, len(e.set.Sources))
	for i := range e.set.Sources {
		published[i] = never
		if date := e.set.Sources[i].Published; !date.IsZero() {
			published[i] = sinceDate(date, Published)
			published[i].Source = i
		}
	}
	return published
}

func sinceDate(date edtf.Date, way Way) Since {
	earliest, latest := date.Bounds().Earliest, date.Bounds().Latest
	return Since{Earliest: earliest, Latest: latest, Way: way, Date: date, Claim: data.NoClaim}
}

// sooner lets an event be known since then, if that is sooner than what is known so far. It reports whether it is.
func (k *Knowledge) sooner(event int, since Since) bool {
	old := &k.since[event]
	if since.Way == Unsaid ||
		cmp.Or(cmp.Compare(since.Latest, old.Latest), cmp.Compare(since.Earliest, old.Earliest)) >= 0 {
		return false
	}
	*old = since
	return true
}

// reveal passes knowledge on along the links of events that make others known.
func (e *Evidence) reveal(k *Knowledge) {
	var next []int
	for event := range e.out {
		next = append(next, int(event))
	}
	slices.Sort(next) // so that it is the same each time
	for len(next) > 0 {
		from := next[0]
		next = next[1:]
		for _, edge := range e.out[int32(from)] {
			since := k.since[from]
			if edge.Kind != data.Reveals || since.Way == Unsaid {
				continue
			}
			since.Way, since.Claim, since.By = Revealed, data.NoClaim, from
			if k.sooner(edge.Event, since) {
				next = append(next, edge.Event)
			}
		}
	}
}

// Since returns since when the party knows an event.
func (k *Knowledge) Since(event int) Since { return k.since[event] }

// At returns the events that the party surely knows at an instant, as data.Filter.Only has them, and how many others it
// may know, because their dates are not exact enough to say, and how many nothing at all is said about.
func (k *Knowledge) At(instant int64) (sure []uint64, perhaps, unsaid int) {
	sure = make([]uint64, (len(k.since)+63)/64)
	for i := range k.since {
		switch s := &k.since[i]; {
		case s.Surely(instant):
			sure[i/64] |= 1 << (i % 64)
		case s.Perhaps(instant):
			perhaps++
		case s.Way == Unsaid:
			unsaid++
		}
	}
	return sure, perhaps, unsaid
}
