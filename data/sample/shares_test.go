package sample_test

import (
	"maps"
	"math"
	"slices"
	"strings"
	"testing"

	"dateline/data/edtf"
)

const many = 20_000

// decodedOnce is what sampled returns: to decode it takes longer than all that is asked of it.
var decodedOnce *dataset

// sampled returns a sample of many events, which is not to be changed.
func sampled(t *testing.T) *dataset {
	t.Helper()
	if decodedOnce == nil {
		decodedOnce = decoded(t, written(t, many, 1))
	}
	return decodedOnce
}

// share holds a share of many events to what it should be.
func share(t *testing.T, what string, count, of int, want float64) {
	t.Helper()
	got := float64(count) / float64(of)
	// Four standard deviations: a seed is at fault once in ten thousand times.
	if allowed := 4 * math.Sqrt(want*(1-want)/float64(of)); math.Abs(got-want) > allowed {
		t.Errorf("%s: %.4f of all, want %.4f ± %.4f", what, got, want, allowed)
	}
}

// within holds a number to its bounds.
func within(t *testing.T, what string, got, least, most int) {
	t.Helper()
	if got < least || got > most {
		t.Errorf("%s: %d, want %d to %d", what, got, least, most)
	}
}

func TestWrite_Size(t *testing.T) {
	for seed := range uint64(3) {
		within(t, "bytes an event", len(written(t, many, seed))/many, 560, 640)
	}
}

// dates are those of events, parsed.
func dates(t *testing.T, events []event) []edtf.Date {
	t.Helper()
	list := make([]edtf.Date, len(events))
	for i, e := range events {
		date, err := edtf.Parse(e.Date)
		if err != nil {
			t.Fatal(err)
		}
		list[i] = date
	}
	return list
}

func TestWrite_Dates(t *testing.T) {
	precisions, kinds := map[edtf.Precision]int{}, map[edtf.Kind]int{}
	var openEnds, unknownEnds, openStarts, unknownStarts, uncertain, approximate, unspecified int
	for _, d := range dates(t, sampled(t).Events) {
		precisions[d.Precision()]++
		kinds[d.Kind()]++
		openEnds += one(d.OpenEnd())
		unknownEnds += one(d.UnknownEnd())
		openStarts += one(d.OpenStart())
		unknownStarts += one(d.UnknownStart())
		uncertain += one(d.Uncertain())
		approximate += one(d.Approximate())
		unspecified += one(strings.HasSuffix(d.String(), "-XX"))
		if d.Precision() <= edtf.Year && !d.OpenStart() && !d.UnknownStart() {
			year, _, _, _, _, _ := edtf.Civil(d.Bounds().Earliest)
			within(t, d.String(), int(year), 1984, 2019) // an offset leads out of the years
		}
	}
	share(t, "spans", kinds[edtf.Interval], many, 0.3)
	for p := edtf.Second; p <= edtf.Decade; p++ {
		within(t, p.String(), precisions[p], 10, many)
	}
	within(t, "days", precisions[edtf.Day], many*6/10, many*9/10)
	for what, count := range map[string]int{
		"one of": kinds[edtf.OneOf], "all of": kinds[edtf.AllOf], "open end": openEnds, "unknown end": unknownEnds,
		"open start": openStarts, "unknown start": unknownStarts, "uncertain": uncertain, "approximate": approximate,
		"unspecified": unspecified,
	} {
		within(t, what, count, 10, many/10)
	}
}

func one(is bool) int {
	if is {
		return 1
	}
	return 0
}

// Spans of days: half of them last longer than three weeks, the longest several years.
func TestWrite_Lengths(t *testing.T) {
	const day = 24 * 60 * 60
	var lengths []int
	for _, d := range dates(t, sampled(t).Events) {
		b := d.Bounds()
		if d.Kind() == edtf.Interval && d.Precision() == edtf.Day && !b.NoEarliest && !b.NoLatest {
			lengths = append(lengths, int((b.Latest+1-b.Earliest)/day))
		}
	}
	slices.Sort(lengths)
	within(t, "median", lengths[len(lengths)/2], 17, 23)
	within(t, "shortest", lengths[0], 2, 2)
	within(t, "longest", lengths[len(lengths)-1], 3*365, 10*365)
}

// The events are in no order of time, and much of what happened did so in a few weeks.
func TestWrite_Times(t *testing.T) {
	const week = 7 * 24 * 60 * 60
	inWeek := map[int64]int{}
	inYear := map[int64]int{}
	var inOrder, pairs int
	last := int64(math.MaxInt64)
	for _, d := range dates(t, sampled(t).Events) {
		if d.Kind() != edtf.Single || d.Precision() != edtf.Day {
			continue
		}
		earliest := d.Bounds().Earliest
		year, _, _, _, _, _ := edtf.Civil(earliest)
		inWeek[earliest/week]++
		inYear[year]++
		if last != math.MaxInt64 {
			pairs++
			inOrder += one(last < earliest)
		}
		last = earliest
	}
	share(t, "pairs in order", inOrder, pairs, 0.5)
	busiest := 0
	for _, count := range slices.Sorted(maps.Values(inWeek))[len(inWeek)-100:] {
		busiest += count
	}
	within(t, "of 100 events in the 100 busiest weeks", busiest*100/(pairs+1), 20, 40)
	within(t, "years", len(inYear), 34, 34)
}

func TestWrite_LanesAndSources(t *testing.T) {
	set := sampled(t)
	within(t, "lanes", len(set.Lanes), 12, 12)
	within(t, "lanes with events", len(set.eventsByLane), 12, 12)
	least, most, twice := many, 0, 0
	for _, count := range set.eventsByLane {
		least, most = min(least, count), max(most, count)
	}
	within(t, "ten times the busiest lane by the least busy", 10*most/least, 33, 47)
	sources := map[string]int{}
	for _, e := range set.Events {
		twice += one(len(e.Lanes) == 2)
		within(t, "lanes of "+e.ID, len(e.Lanes), 1, 2)
		for _, c := range e.Claims {
			sources[c.Source]++
		}
	}
	share(t, "in two lanes", twice, many, 0.1)
	within(t, "sources", len(set.Sources), 2, 2)
	within(t, "sources with claims", len(sources), 2, 2)
}

func TestWrite_Texts(t *testing.T) {
	var located, dated, summarized, stated, quoted int
	for _, e := range sampled(t).Events {
		within(t, "words of "+e.Title, len(strings.Fields(e.Title)), 3, 9)
		within(t, "claims of "+e.ID, len(e.Claims), 1, 1)
		within(t, "links of "+e.ID, len(e.Links), 0, 0)
		c := e.Claims[0]
		words := len(strings.Fields(c.Quote))
		within(t, "words of "+c.Quote, words, 40, 120)
		quoted += words
		located += one(c.Locator != "")
		dated += one(c.Date != "")
		summarized += one(e.Summary != "")
		stated += one(e.Status != "")
		within(t, "people of "+e.ID, different(e.People), 0, 3)
		within(t, "places of "+e.ID, different(e.Places), 0, 2)
		within(t, "tags of "+e.ID, different(e.Tags), 0, 3)
	}
	share(t, "with a locator", located, many, 0.3)
	share(t, "with a date of the claim", dated, many, 0.04)
	share(t, "with a summary", summarized, many, 0.15)
	share(t, "with a status", stated, many, 11.0/13)
	within(t, "words of the mean quotation", quoted/many, 50, 75)
}

// different returns how many texts there are, or -1 where one is there twice.
func different(texts []string) int {
	for i, text := range texts {
		if text == "" || slices.Contains(texts[:i], text) {
			return -1
		}
	}
	return len(texts)
}
