package evidence

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"dateline/data"
	"dateline/data/edtf"
)

// made returns a dataset of events, given as the fields behind their identifiers.
func made(t testing.TB, events ...string) *data.Set {
	t.Helper()
	var b strings.Builder
	b.WriteString(`{"format": 1, "title": "T", "lanes": [{"id": "police", "title": "The police"}, {"id": "court"}],
"sources": [{"id": "paper", "published": "2016-11-08"}, {"id": "blog", "published": "2019"}, {"id": "letter"}], "events": [`)
	for i, fields := range events {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, "\n"+`{"id": "e%d", "lanes": ["court"], "title": "E", "date": "%04d"%s}`, i, 2000+i, fields)
	}
	b.WriteString("]}")
	set, err := data.Parse("test.json", []byte(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	return set
}

func read(t testing.TB, set *data.Set) *Evidence {
	t.Helper()
	e, err := Read(t.Context(), set, nil)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func TestEvidence_Dates(t *testing.T) {
	e := read(t, made(t,
		`, "claims": [{"source": "paper"}, {"source": "blog", "date": "1999"}, {"source": "letter", "date": "1998~"}]`,
		`, "claims": [{"source": "paper"}]`,
		`, "claims": [{"source": "letter", "date": "2001-02"}]`))
	if got := e.Dated(); !slices.Equal(got, []int{0, 2}) {
		t.Errorf("dated %v", got)
	}
	var words []string
	for _, d := range e.Dates(0) {
		words = append(words, fmt.Sprint(d.Claim, d.Source, d.Date))
	}
	if want := []string{"1 1 1999", "2 2 1998~"}; !slices.Equal(words, want) || e.Dates(1) != nil {
		t.Errorf("got %q and %v", words, e.Dates(1))
	}
}

func link(to int, kind data.LinkKind) string {
	return fmt.Sprintf(`, "links": [{"to": "e%d", "kind": %q}]`, to, kind)
}

func TestEvidence_Links(t *testing.T) {
	e := read(t, made(t, link(2, data.LeadsTo), link(2, data.PartOf), link(0, data.Before), ""))
	want := []Edge{{0, data.Before, false}, {0, data.LeadsTo, true}, {1, data.PartOf, true}}
	if got := e.Links(2); !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
	if got := e.Links(3); len(got) > 0 {
		t.Errorf("got %v", got)
	}
}

func TestEvidence_Chain(t *testing.T) {
	//  0 -> 1 -> 2 -> 3, 4 -> 2, 5 reveals 3, 6 before 0, 7 part of 8, a ring of 9 and 10
	e := read(t, made(t, link(1, data.LeadsTo), link(2, data.LeadsTo), link(3, data.LeadsTo), "", link(2, data.LeadsTo),
		link(3, data.Reveals), link(0, data.Before), link(8, data.PartOf), "", link(10, data.LeadsTo), link(9, data.LeadsTo)))
	tests := map[int][]int{
		0: {0, 1, 2, 3}, 2: {0, 1, 2, 3, 4}, 3: {0, 1, 2, 3, 4, 5}, 4: {2, 3, 4}, 5: {3, 5},
		6: {0, 6}, 7: {7, 8}, 8: {7, 8}, 9: {9, 10},
	}
	for event, want := range tests {
		if got := e.Chain(event); !slices.Equal(got, want) {
			t.Errorf("%d: got %v, want %v", event, got, want)
		}
	}
}

func TestEvidence_Parties(t *testing.T) {
	set := made(t, `, "known": [{"by": "police", "date": "2001"}, {"by": "Zoe", "date": "2001"}]`,
		`, "known": [{"by": "Adam", "date": "2001"}, {"by": "police", "date": "2002"}]`)
	got := read(t, set).Parties()
	if want := []string{"public", "police", "Adam", "Zoe"}; !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	if PartyTitle(set, "police") != "The police" || PartyTitle(set, "Adam") != "Adam" || PartyTitle(set, "public") != "The public" {
		t.Error("wrong titles")
	}
}

// The events of the table, and since when each party knows them.
func TestEvidence_Known(t *testing.T) {
	e := read(t, made(t,
		`, "claims": [{"source": "blog"}, {"source": "paper"}]`, // 0: by the paper
		`, "claims": [{"source": "blog"}]`,                      // 1: some time in 2019
		`, "claims": [{"source": "letter"}]`,                    // 2: never: its source is not dated
		`, "claims": [{"source": "paper"}], "known": [{"by": "public", "date": "2003-05-01", "claim": 0}]`,
		`, "known": [{"by": "police", "date": "2004-22"}]`, // 4: the police in a summer
		`, "known": [{"by": "police", "date": "2005-01-01"}], "links": [{"to": "e6", "kind": "reveals"}, {"to": "e2", "kind": "leads-to"}]`,
		link(7, data.Reveals), // 6: by 5
		"",                    // 7: by 6, by 5
	))
	tests := []struct {
		party string
		event int
		want  string
	}{
		{"public", 0, "2016-11-08 published 1"},
		{"public", 1, "2019 published 1"},
		{"public", 2, "unsaid"},
		{"public", 3, "2003-05-01 stated, claim 0"},
		{"public", 4, "unsaid"},
		{"public", 7, "unsaid"},
		{"police", 0, "2016-11-08 shared"},
		{"police", 3, "2003-05-01 shared"},
		{"police", 4, "2004-22 stated, claim -1"},
		{"police", 5, "2005-01-01 stated, claim -1"},
		{"police", 6, "2005-01-01 revealed by 5"},
		{"police", 7, "2005-01-01 revealed by 6"},
		{"police", 2, "unsaid"},
		{"court", 4, "unsaid"},
	}
	for _, test := range tests {
		if got := words(e.Known(test.party).Since(test.event)); got != test.want {
			t.Errorf("%s, %d: got %q, want %q", test.party, test.event, got, test.want)
		}
	}
}

func words(s Since) string {
	switch s.Way {
	case Stated:
		return fmt.Sprintf("%s stated, claim %d", s.Date, s.Claim)
	case Published:
		return fmt.Sprintf("%s published 1", s.Date)
	case Revealed:
		return fmt.Sprintf("%s revealed by %d", s.Date, s.By)
	case Shared:
		return fmt.Sprintf("%s shared", s.Date)
	}
	return "unsaid"
}

func TestKnowledge_At(t *testing.T) {
	k := read(t, made(t, `, "known": [{"by": "police", "date": "2004-06"}]`, `, "known": [{"by": "police", "date": "2004-06-10"}]`,
		"", `, "known": [{"by": "police", "date": "2010/.."}]`)).Known("police")
	tests := []struct {
		day             string
		sure            uint64
		perhaps, unsaid int
	}{
		{"2004-05-31", 0, 0, 1},
		{"2004-06-01", 0, 1, 1},
		{"2004-06-10", 0b10, 1, 1},
		{"2004-06-30", 0b11, 0, 1},
		{"2012", 0b11, 1, 1},
	}
	for _, test := range tests {
		day, err := edtf.Parse(test.day)
		if err != nil {
			t.Fatal(err)
		}
		sure, perhaps, unsaid := k.At(day.Bounds().Latest)
		if sure[0] != test.sure || perhaps != test.perhaps || unsaid != test.unsaid {
			t.Errorf("%s: %b, %d perhaps, %d unsaid", test.day, sure[0], perhaps, unsaid)
		}
	}
}

// What is known stays known, all are counted once, and who knows more never knows it later.
func TestKnowledge_Grows(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	var events []string
	for range 100 {
		event := []string{"", `, "claims": [{"source": "paper"}]`, `, "claims": [{"source": "blog"}]`}[random.IntN(3)]
		if random.IntN(2) == 0 {
			event += fmt.Sprintf(`, "known": [{"by": %q, "date": "20%02d-0%d"}]`,
				[]string{"public", "police"}[random.IntN(2)], random.IntN(30), 1+random.IntN(9))
		}
		if random.IntN(2) == 0 {
			event += link(random.IntN(100), []data.LinkKind{data.Reveals, data.LeadsTo}[random.IntN(2)])
		}
		events = append(events, event)
	}
	e := read(t, made(t, events...))
	public, police := e.Known(Public), e.Known("police")
	var before []uint64
	for year := int64(1970); year < 2045; year++ {
		instant := (year - 1970) * 31_556_952
		sure, perhaps, unsaid := police.At(instant)
		all, _, _ := public.At(instant)
		later := 0
		for i := range events {
			had := func(bits []uint64) bool { return bits != nil && bits[i/64]>>(i%64)&1 != 0 }
			if !had(sure) && (had(before) || had(all)) {
				t.Fatalf("%d: the police do not know %d (any more)", year, i)
			}
			s := police.Since(i)
			if s.Way != Unsaid && !s.Surely(instant) && !s.Perhaps(instant) || had(sure) {
				later++
			}
		}
		if later+perhaps+unsaid != len(events) {
			t.Fatalf("%d: %d, %d perhaps, %d unsaid", year, later, perhaps, unsaid)
		}
		before = sure
	}
	for i := range events { // reveals hold
		for _, edge := range e.Links(i) {
			if edge.Kind == data.Reveals && !edge.Back && police.Since(edge.Event).Latest > police.Since(i).Latest {
				t.Errorf("%d reveals %d, which is known later", i, edge.Event)
			}
		}
	}
}

func TestRead_Cancelled(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := Read(ctx, made(t, link(0, data.Reveals)), nil); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

// It does not matter how many batches there are.
func TestRead_Many(t *testing.T) {
	events := make([]string, 3*batch/2)
	for i := range events {
		events[i] = link((i+1)%len(events), data.LeadsTo)
	}
	var shares []float64
	e, err := Read(t.Context(), made(t, events...), func(share float64) { shares = append(shares, share) })
	if err != nil || len(shares) != 2 || shares[1] != 1 {
		t.Fatalf("%v, %v", shares, err)
	}
	if got := e.Chain(5); len(got) != len(events) {
		t.Errorf("a chain of %d", len(got))
	}
}
