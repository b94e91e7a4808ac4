package data

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"dateline/data/edtf"
)

func mustParse(t testing.TB, content []byte) *Set {
	t.Helper()
	set, err := Parse("f", content)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// checkSet asserts what holds of every set: its indexes are within their lists and its events in time order.
func checkSet(t *testing.T, s *Set) {
	t.Helper()
	if s.Format != 1 || len(s.Lanes) == 0 {
		t.Errorf("format %d, %d lanes", s.Format, len(s.Lanes))
	}
	events := eventsOf(t, s)
	for i, event := range events {
		checkEvent(t, s, &event)
		if i > 0 && events[i-1].timeKey(0).compare(event.timeKey(1)) > 0 {
			t.Errorf("%q stands before %q", events[i-1].ID, event.ID)
		}
	}
	for _, dispute := range s.Disputes {
		for _, event := range dispute.Events {
			checkIndex(t, "event", event, s.Events.Len())
		}
		for _, answer := range dispute.Answers {
			checkIndex(t, "source", answer.Source, len(s.Sources))
		}
	}
}

func checkEvent(t *testing.T, s *Set, event *Event) {
	t.Helper()
	if len(event.Lanes) == 0 || event.Date.IsZero() {
		t.Errorf("event %q has no lane or no date", event.ID)
	}
	for _, lane := range event.Lanes {
		checkIndex(t, "lane", lane, len(s.Lanes))
	}
	for _, claim := range event.Claims {
		checkIndex(t, "source", claim.Source, len(s.Sources))
	}
	for _, known := range event.Known {
		checkIndex(t, "claim", known.Claim-NoClaim, len(event.Claims)-NoClaim)
	}
	for _, link := range event.Links {
		checkIndex(t, "event", link.To, s.Events.Len())
	}
}

func checkIndex(t *testing.T, what string, index, length int) {
	t.Helper()
	if index < 0 || index >= length {
		t.Errorf("%s %d of %d", what, index, length)
	}
}

// Whatever the filter, every event is accounted for once and drawn in the first of its lanes that is shown.
func TestSet_Select(t *testing.T) {
	set := mustParse(t, generated(200))
	checkSet(t, set)
	random := rand.New(rand.NewPCG(1, 2))
	limit := func() edtf.Date {
		dates := []string{"", "1950", "1930~", "1970-05", "../1960", "1940/..", "1900", "2000"}
		date, _ := edtf.Parse(dates[random.IntN(len(dates))])
		return date
	}
	for range 500 {
		f := Filter{Hidden: map[string]bool{"unknown": true}, From: limit(), To: limit()}
		for _, lane := range set.Lanes {
			if random.IntN(2) == 0 {
				f.Hidden[lane.ID] = random.IntN(3) > 0
			}
		}
		checkSelection(t, f, set.Select(f))
	}
}

// Of what is selected, Narrow leaves what is found.
func TestSelection_Narrow(t *testing.T) {
	set := mustParse(t, generated(200))
	random := rand.New(rand.NewPCG(3, 4))
	for range 50 {
		wide := set.Select(Filter{Hidden: map[string]bool{set.Lanes[random.IntN(len(set.Lanes))].ID: true}})
		found := make([]uint64, random.IntN(6))
		for i := range found {
			found[i] = random.Uint64()
		}
		narrow := wide.Narrow(found)
		var want []int
		in := make(map[int][]int32)
		for event := range wide.All() {
			if event>>6 < len(found) && found[event>>6]>>(event&63)&1 != 0 {
				want = append(want, event)
				in[wide.LaneOf(event)] = append(in[wide.LaneOf(event)], int32(event))
			}
		}
		if got := slices.Collect(narrow.All()); !slices.Equal(got, want) || narrow.Len() != len(want) {
			t.Errorf("got %v, want %v", got, want)
		}
		for lane := range set.Lanes {
			if got := narrow.Lane(lane).All(); !slices.Equal(got, in[lane]) {
				t.Errorf("lane %d: got %v, want %v", lane, got, in[lane])
			}
		}
	}
}

func checkSelection(t *testing.T, f Filter, got *Selection) {
	t.Helper()
	var lanes []int
	for i, lane := range got.Set.Lanes {
		if !f.Hidden[lane.ID] {
			lanes = append(lanes, i)
		}
	}
	hidden, outside := 0, 0
	var selected []int
	in := make(map[int][]int32)
	for i, event := range eventsOf(t, got.Set) {
		if got.Place(i) != len(selected) {
			t.Errorf("%v: Place(%d) = %d, want %d", f, i, got.Place(i), len(selected))
		}
		first := slices.IndexFunc(event.Lanes, func(lane int) bool { return slices.Contains(lanes, lane) })
		switch {
		case first < 0:
			hidden++
		case !overlaps(event.Date.Bounds(), f):
			outside++
		default:
			selected = append(selected, i)
			in[event.Lanes[first]] = append(in[event.Lanes[first]], int32(i))
			if lane := got.LaneOf(i); !got.Has(i) || lane != event.Lanes[first] || got.At(len(selected)-1) != i {
				t.Errorf("%v: event %d: Has %v, LaneOf %d, At %d", f, i, got.Has(i), lane, got.At(len(selected)-1))
			}
			continue
		}
		if got.Has(i) {
			t.Errorf("%v: event %d is selected", f, i)
		}
	}
	if got.Len() != len(selected) || got.Hidden != hidden || got.OutsideSpan != outside || !slices.Equal(got.Lanes, lanes) {
		t.Errorf("%v: got %+v", f, got)
	}
	if all := slices.Collect(got.All()); !slices.Equal(all, selected) {
		t.Errorf("%v: got %v\nwant %v", f, all, selected)
	}
	for lane := range got.Set.Lanes {
		if all := got.Lane(lane).All(); !slices.Equal(all, in[lane]) {
			t.Errorf("%v: lane %d: got %v\nwant %v", f, lane, all, in[lane])
		}
	}
}

// overlaps goes by the flags of open bounds, not by their values.
func overlaps(b edtf.Extent, f Filter) bool {
	from, to := f.From.Bounds(), f.To.Bounds()
	before := !f.From.IsZero() && !from.NoEarliest && !b.NoLatest && b.Latest < from.Earliest
	after := !f.To.IsZero() && !to.NoLatest && !b.NoEarliest && b.Earliest > to.Latest
	return !before && !after
}

// The bounds of events and of the filter's dates are inclusive.
func TestSet_Select_Edges(t *testing.T) {
	tests := []struct {
		event, from, to string
		selected        bool
	}{
		{"2001-01-01T00:00:00Z", "", "2001", true},
		{"2001-12-31T23:59:59Z", "", "2001-12-31T23:59:59Z", true},
		{"2002-01-01T00:00:00Z", "", "2001", false},
		{"2001-01-01T00:00:00Z", "2001", "", true},
		{"2000-12-31T23:59:59Z", "2001", "", false},
		{"2000", "2000-12-31T23:59:59Z", "", true},
		{"1990/2010", "2001", "2001", true},
		{"1990/..", "2001", "2001", true},
		{"../1990", "2001", "", false},
		{"../1990", "", "1900", true},
		{"2001", "../2000", "2002/..", true},
	}
	for _, test := range tests {
		set := mustParse(t, fmt.Appendf(nil, `{"format": 1, "title": "T", "lanes": [{"id": "a"}],
"events": [{"id": "e", "lanes": ["a"], "date": %q, "title": "E"}]}`, test.event))
		from, _ := edtf.Parse(test.from)
		to, _ := edtf.Parse(test.to)
		if got := set.Select(Filter{From: from, To: to}); got.Len() == 1 != test.selected {
			t.Errorf("%+v: got %+v", test, got)
		}
	}
}

func TestSet_Select_Nothing(t *testing.T) {
	got := mustParse(t, []byte(minimal)).Select(Filter{Hidden: map[string]bool{"a": true, "b": true}})
	if got.Len() != 0 || len(got.Lanes) != 0 || got.Hidden != 2 || got.OutsideSpan != 0 {
		t.Errorf("got %+v", got)
	}
}

func TestSet_Tally_Lanes(t *testing.T) {
	if got := mustParse(t, generated(8)).Tally().Lanes; !slices.Equal(got, []int{4, 4, 4}) {
		t.Errorf("got %v", got)
	}
}

func TestSet_Indexes(t *testing.T) {
	set := mustParse(t, generated(1))
	tests := []struct {
		find func(string) (int, bool)
		id   string
		want int
		ok   bool
	}{
		{set.LaneIndex, "three", 2, true},
		{set.LaneIndex, "", 0, false},
		{set.SourceIndex, "book", 1, true},
		{set.SourceIndex, "Book", 0, false},
		{set.Events.Index, "event-0", 0, true},
		{set.Events.Index, "event-1", 0, false},
	}
	for _, test := range tests {
		if got, ok := test.find(test.id); got != test.want || ok != test.ok {
			t.Errorf("%q: got %d, %t", test.id, got, ok)
		}
	}
}

func TestSet_Domain(t *testing.T) {
	tests := []struct{ span, event, earliest, latest string }{
		{"", "2001", "2001", "2001"},
		{"1990/2010", "2001", "1990", "2010"},
		{"1990/2010", "1980/2020", "1980", "2020"},
		{"", "2001/..", "2001", "2001-01-01T00:00:00Z"},
		{"1990/2010", "../1980", "1980-12-31T23:59:59Z", "2010"},
	}
	for _, test := range tests {
		set := mustParse(t, fmt.Appendf(nil, `{"format": 1, "title": "T", "lanes": [{"id": "a"}], "span": %q,
"events": [{"id": "e", "lanes": ["a"], "date": %q, "title": "E"}]}`, test.span, test.event))
		earliest, latest, ok := set.Domain()
		wantEarliest := edtf.MustParse(test.earliest).Bounds().Earliest
		wantLatest := edtf.MustParse(test.latest).Bounds().Latest
		if earliest != wantEarliest || latest != wantLatest || !ok {
			t.Errorf("%+v: got %d, %d, %t; want %d, %d", test, earliest, latest, ok, wantEarliest, wantLatest)
		}
	}
	if earliest, latest, ok := new(Set).Domain(); earliest != 0 || latest != 0 || ok {
		t.Errorf("no events: got %d, %d, %t", earliest, latest, ok)
	}
}

func TestFill(t *testing.T) {
	lanes := []Lane{{ID: "a"}, {ID: "b", Color: "#0072B2"}, {ID: "c"}}
	fill(lanes, laneColors(), func(l *Lane) *string { return &l.Color })
	want := []Lane{{ID: "a", Color: "#D55E00"}, {ID: "b", Color: "#0072B2"}, {ID: "c", Color: "#009E73"}}
	if !reflect.DeepEqual(lanes, want) {
		t.Errorf("got %v", lanes)
	}
	many := make([]Lane, 20)
	fill(many, Markers, func(l *Lane) *Marker { return &l.Marker })
	if many[7].Marker != MarkerCircle || many[19].Marker != Markers[5] {
		t.Errorf("got %v", many)
	}
}

// eventAt returns an event with everything in it.
func eventAt(t testing.TB, set *Set, event int) Event {
	t.Helper()
	e, err := set.Events.At(event)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// eventsOf returns all events of a set with everything in them.
func eventsOf(t testing.TB, set *Set) []Event {
	t.Helper()
	list := make([]Event, set.Events.Len())
	for i := range list {
		list[i] = eventAt(t, set, i)
	}
	return list
}
