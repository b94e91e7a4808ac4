package consistency

import (
	"slices"

	"dateline/data"
	"dateline/data/edtf"
)

// claims holds the dates of an event's claims against the event's, each other's, and when their sources were published.
//
//   - A claim's own date excludes that of the event, which the claims without one stand for.
//   - The own dates of two claims exclude each other.
//   - A claim's own date is after its source was published.
//   - All sources of the event were published before its earliest instant.
func (c *checker) claims(index int, e *data.Event) {
	early := len(e.Claims) > 0
	date := surely(e.Date)
	for i := range e.Claims {
		claim := &e.Claims[i]
		published := surely(c.set.Sources[claim.Source].Published)
		early = early && date.after(published)
		if claim.Date.IsZero() {
			continue
		}
		if whenOf(claim.Date).excludes(whenOf(e.Date)) {
			c.add(ClaimDate, []int{index}, c.withSupport(e, i), "%s dates it %s, the event is dated %s: these exclude each other",
				c.source(claim), claim.Date.Words(), e.Date.Words())
		}
		if surely(claim.Date).after(published) {
			c.add(AfterSource, []int{index}, []Ref{c.ref(e, i)}, "%s dates it %s, but was published before, %s",
				c.source(claim), claim.Date.Words(), c.set.Sources[claim.Source].Published.Words())
		}
		c.claimDates(index, e, i)
	}
	if early {
		c.add(BeforeSources, []int{index}, c.allClaims(e), "it is dated %s, but all its sources were published before",
			e.Date.Words())
	}
}

// claimDates holds the date of a claim against those of the claims before it. A source's date is looked at once, and
// against each other date once.
func (c *checker) claimDates(index int, e *data.Event, i int) {
	claim := &e.Claims[i]
	earlier := e.Claims[:i]
	if slices.ContainsFunc(earlier, func(o data.Claim) bool { return o.Source == claim.Source && o.Date == claim.Date }) {
		return
	}
	said := make(map[edtf.Date]bool)
	for j := range earlier {
		other := &earlier[j]
		if other.Date.IsZero() || said[other.Date] {
			continue
		}
		said[other.Date] = true
		if whenOf(claim.Date).excludes(whenOf(other.Date)) {
			c.add(ClaimDates, []int{index}, []Ref{c.ref(e, j), c.ref(e, i)}, "%s dates it %s, %s dates it %s: these exclude each other",
				c.source(other), other.Date.Words(), c.source(claim), claim.Date.Words())
		}
	}
}

// withSupport returns a claim with a date of its own and the first that has none and so stands for the event's.
func (c *checker) withSupport(e *data.Event, claim int) []Ref {
	refs := []Ref{c.ref(e, claim)}
	for i := range e.Claims {
		if e.Claims[i].Date.IsZero() {
			return append(refs, c.ref(e, i))
		}
	}
	return refs
}

func (c *checker) allClaims(e *data.Event) []Ref {
	refs := make([]Ref, len(e.Claims))
	for i := range refs {
		refs[i] = c.ref(e, i)
	}
	return refs
}
