package consistency

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"regexp"
	"slices"
	"strings"

	"dateline/data"
	"dateline/data/edtf"
	"dateline/data/elapsed"
)

// statement is an age that a claim states of a person.
type statement struct {
	event   int
	date    edtf.Date // of the claim, or of the event where it has none
	ref     Ref
	source  string // how it is called
	moments []moment
	parts   []*statement // whose quotations are taken from this one
}

// statementKey is what a statement shares with those that quote the same words.
type statementKey struct {
	source, age int
	person      string
}

// moment is a time at which a statement may hold.
type moment struct {
	when
	words string
}

// statements notes the ages that a claim states.
func (c *checker) statements(index int, e *data.Event, claim int) {
	cl := &e.Claims[claim]
	for _, s := range agesIn(cl.Quote, e.People) {
		key := statementKey{cl.Source, s.age, s.person}
		c.ages[key] = append(c.ages[key], statement{
			event: index, date: cmp.Or(cl.Date, e.Date), ref: c.ref(e, claim), source: c.source(cl),
		})
	}
}

// checkAges holds every age against the person's birth. A quotation that is part of a longer one of the same source is
// the same statement, made when the longer one was.
func (c *checker) checkAges() {
	keys := slices.SortedFunc(maps.Keys(c.ages), func(a, b statementKey) int {
		return cmp.Or(cmp.Compare(a.source, b.source), cmp.Compare(a.person, b.person), cmp.Compare(a.age, b.age))
	})
	for _, key := range keys {
		births := c.birthsOf(key.person)
		if len(births) == 0 {
			continue
		}
		for _, s := range wholeOf(c.ages[key]) {
			isBirth := slices.ContainsFunc(births, func(b birth) bool { return b.event == s.event })
			s.moments = c.momentsOf(s, key.source, isBirth)
			c.checkAge(key, s, births)
		}
	}
}

// wholeOf returns the statements that are not part of another, the longest first.
func wholeOf(list []statement) []*statement {
	slices.SortStableFunc(list, func(a, b statement) int {
		return cmp.Or(cmp.Compare(len(b.ref.Quote), len(a.ref.Quote)), cmp.Compare(a.event, b.event))
	})
	var whole []*statement
	for i := range list {
		s := &list[i]
		in := slices.IndexFunc(whole, func(w *statement) bool { return strings.Contains(w.ref.Quote, s.ref.Quote) })
		if in < 0 {
			whole = append(whole, s)
		} else {
			whole[in].parts = append(whole[in].parts, s)
		}
	}
	return whole
}

// opening are the marks that a quotation may begin with.
const opening = " “\"‘[("

// head matches what stands between the date at the beginning of an entry and what it says.
var head = regexp.MustCompile(`^\)?\]?\s*[—–:-]\s*`)

// headOf returns the date that a quotation is headed by, as the entries of chronologies are (“2010 November 14 — …”), and
// where what it says begins.
func headOf(quote string) (date edtf.Date, behind int, ok bool) {
	start := len(quote) - len(strings.TrimLeft(quote, opening))
	dates := mentions(quote)
	if len(dates) == 0 || dates[0].start != start || !dates[0].sure() {
		return edtf.Date{}, 0, false
	}
	at := head.FindStringIndex(quote[dates[0].end:])
	if at == nil {
		return edtf.Date{}, 0, false
	}
	return dates[0].date, dates[0].end + at[1], true
}

// behindHead returns a quotation without the date that it is headed by.
func behindHead(quote string) string {
	_, behind, _ := headOf(quote)
	return strings.TrimLeft(quote[behind:], opening)
}

var nowadays = regexp.MustCompile(`(?i)\b(?:now|today|currently)\b`)

// momentsOf returns the times at which a statement may hold. If a date heads the quotation, that is when. Otherwise it is
// when the source was published, at any date that the quotation names or counts, or when the event was that it tells, but
// for the birth itself. One of which it is not known when it is, such as “3 June” or a publication without a date, may be
// at any time, so that any age fits it.
func (c *checker) momentsOf(s *statement, source int, isBirth bool) []moment {
	quote := s.ref.Quote
	publication := c.set.Sources[source].Published
	published := moment{surely(publication), "publication, " + publication.Words()}
	if date, _, ok := headOf(quote); ok {
		list := []moment{{surely(date), date.Words()}}
		if nowadays.MatchString(quote) {
			list = append(list, published)
		}
		return list
	}
	list := []moment{published}
	dates := mentions(quote)
	for i := range dates {
		list = append(list, moment{surely(dates[i].date), dates[i].date.Words()})
	}
	for _, counted := range countedIn(quote, dates) {
		list = append(list, moment{counted.when, counted.when.words()})
	}
	if !isBirth {
		list = append(list, moment{surely(s.date), s.date.Words()})
	}
	return list
}

// checkAge reports a statement that holds at none of its moments, whichever birth is the person's.
func (c *checker) checkAge(key statementKey, s *statement, births []birth) {
	var told []string
	for _, b := range births {
		for _, m := range s.moments {
			youngest, oldest := agesAt(b.when, m.when)
			if int64(key.age) >= youngest && int64(key.age) <= oldest {
				return
			}
			if text := ageWords(youngest, oldest) + " (" + m.words + ")"; !slices.Contains(told, text) {
				told = append(told, text)
			}
		}
	}
	if told == nil {
		return
	}
	events, refs := []int{s.event}, []Ref{s.ref}
	for _, part := range s.parts {
		events, refs = append(events, part.event), append(refs, part.ref)
	}
	born := make([]string, len(births))
	for i, b := range births {
		events = append(events, b.event)
		born[i] = c.set.Events.Date(b.event).Words()
	}
	c.add(Age, unique(events), refs, "%s has %s aged %d; by the birth (%s) it would be %s",
		s.source, key.person, key.age, strings.Join(born, " or "), strings.Join(told, ", "))
}

// unique returns the events, each once, in their order.
func unique(events []int) []int {
	var list []int
	for _, event := range events {
		if !slices.Contains(list, event) {
			list = append(list, event)
		}
	}
	return list
}

// agesAt returns the youngest and the oldest that somebody may be, in whole years; the oldest is less than the youngest
// if they cannot have been born. The day of the birth and that of the moment may be any within their bounds.
func agesAt(born, moment when) (youngest, oldest int64) {
	youngest, oldest = 0, math.MaxInt64
	if born.after(moment) {
		return youngest, -1
	}
	from, to := moment.earliest, moment.latest
	if moment.clock != born.clock {
		from, to = max(from, math.MinInt64+mostOffset)-mostOffset, min(to, math.MaxInt64-mostOffset)+mostOffset
	}
	if from > born.latest {
		youngest = elapsed.Since(dayOf(born.latest), dayOf(from)).Years
	}
	if born.earliest != math.MinInt64 && moment.latest != math.MaxInt64 {
		oldest = elapsed.Since(birthday(born.earliest), dayOf(to)).Years
	}
	return youngest, oldest
}

// birthday returns the day on which somebody is a year older at the earliest: who is born on a leap day, on the day
// before it.
func birthday(born int64) int64 {
	if _, month, day, _, _, _ := edtf.Civil(born); month == 2 && day == 29 {
		return dayOf(born) - secondsPerDay
	}
	return dayOf(born)
}

// dayOf returns when the day begins that an instant is in.
func dayOf(instant int64) int64 {
	year, month, day, _, _, _ := edtf.Civil(instant)
	return edtf.Instant(year, month, day, 0, 0, 0)
}

func ageWords(youngest, oldest int64) string {
	switch {
	case oldest < youngest:
		return "before the birth"
	case oldest == youngest:
		return fmt.Sprint(oldest)
	case oldest == math.MaxInt64:
		return fmt.Sprintf("%d or more", youngest)
	}
	return fmt.Sprintf("%d to %d", youngest, oldest)
}
