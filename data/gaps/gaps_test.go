package gaps_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"dateline/assets"
	"dateline/data"
	"dateline/data/edtf"
	"dateline/data/gaps"
	"dateline/data/sample/stock"
)

// events returns a dataset of events like "a 2001-05-05" and "a,b 2002/..", whose identifiers are their dates.
func events(t testing.TB, events ...string) *data.Set {
	t.Helper()
	var list []string
	for i, e := range events {
		lanes, date, _ := strings.Cut(e, " ")
		list = append(list, fmt.Sprintf(`{"id": "%d", "lanes": ["%s"], "date": %q, "title": %q}`,
			i, strings.ReplaceAll(lanes, ",", `", "`), date, date))
	}
	text := fmt.Sprintf(`{"format": 1, "title": "T", "span": "1990/2020", "lanes": [{"id": "a"}, {"id": "b"}],
		"sources": [], "events": [%s]}`, strings.Join(list, ","))
	set, err := data.Parse("f", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// line writes a gap as it is expected in a table.
func line(set *data.Set, g *gaps.Gap) string {
	text := fmt.Sprintf("%s: %s to %s, %s, after %s, before %s", set.Lanes[g.Lane].ID, edtf.FormatInstant(g.From),
		edtf.FormatInstant(g.To), g.Words(), set.Events.Title(g.After), set.Events.Title(g.Before))
	for _, event := range g.Maybe {
		text += ", maybe " + set.Events.Title(event)
	}
	return strings.ReplaceAll(text, "T00:00:00Z", "")
}

func TestLongest(t *testing.T) {
	for _, c := range []struct {
		name   string
		events []string
		want   []string
	}{
		{"none", nil, nil},
		{"one", []string{"a 2001"}, nil},
		{"next to each other", []string{"a 2001-05-05", "a 2001-05-06", "a 2001-05"}, nil},
		{"a day", []string{"a 2001-05-05", "a 2001-05-07"}, []string{
			"a: 2001-05-06 to 2001-05-07, 1 day, after 2001-05-05, before 2001-05-07",
		}},
		{"longest first", []string{"a 2001-05-05", "a 2001-05-15", "a 2001-06-30", "a 2001-07-02"}, []string{
			"a: 2001-05-16 to 2001-06-30, 1 month, 14 days, after 2001-05-15, before 2001-06-30",
			"a: 2001-05-06 to 2001-05-15, 9 days, after 2001-05-05, before 2001-05-15",
			"a: 2001-07-01 to 2001-07-02, 1 day, after 2001-06-30, before 2001-07-02",
		}},
		{"equally long", []string{"a 2001-05-01", "a 2001-05-03", "a 2001-05-05"}, []string{
			"a: 2001-05-02 to 2001-05-03, 1 day, after 2001-05-01, before 2001-05-03",
			"a: 2001-05-04 to 2001-05-05, 1 day, after 2001-05-03, before 2001-05-05",
		}},
		{"an imprecise date takes all it may be", []string{"a 2001", "a 2002-07-09", "a 2003-04"}, []string{
			"a: 2002-07-10 to 2003-04-01, 8 months, 22 days, after 2002-07-09, before 2003-04",
			"a: 2002-01-01 to 2002-07-09, 6 months, 8 days, after 2001, before 2002-07-09",
		}},
		{"an interval takes its time", []string{"a 2001/2004", "a 2002-07-09", "a 2005-02"}, []string{
			"a: 2005-01-01 to 2005-02-01, 1 month, after 2001/2004, before 2005-02",
		}},
		{"an interval without an end takes the rest", []string{"a 2001-05-05", "a 2002-05-05/..", "a 2004"}, []string{
			"a: 2001-05-06 to 2002-05-05, 11 months, 29 days, after 2001-05-05, before 2002-05-05/..",
		}},
		{"and so does one without a start", []string{"a ../2002-05-05", "a 1995", "a 2004"}, []string{
			"a: 2002-05-06 to 2004-01-01, 1 year, 7 months, 26 days, after ../2002-05-05, before 2004",
		}},
		{"an end that is not known", []string{"a 2001-05-05", "a 2002/", "a 2005"}, []string{
			"a: 2003-01-01 to 2005-01-01, 2 years, after 2002/, before 2005, maybe 2002/",
			"a: 2001-05-06 to 2002-01-01, 7 months, 26 days, after 2001-05-05, before 2002/",
		}},
		{"a start that is not known", []string{"a /2004", "a 1995", "a 2002"}, []string{
			"a: 1996-01-01 to 2002-01-01, 6 years, after 1995, before 2002, maybe /2004",
			"a: 2003-01-01 to 2004-01-01, 1 year, after 2002, before /2004, maybe /2004",
		}},
		{"some time in years hides no gap", []string{"a 2001-05-05", "a [2002..2012]", "a 2010-05-05", "a 2014"}, []string{
			"a: 2001-05-06 to 2010-05-05, 8 years, 11 months, 29 days, after 2001-05-05, before 2010-05-05, maybe [2002..2012]",
			"a: 2010-05-06 to 2014-01-01, 3 years, 7 months, 26 days, after 2010-05-05, before 2014, maybe [2002..2012]",
		}},
		{"nor does a decade or one of two", []string{"a 2001", "a 200X", "a [2003-05,2005-05]", "a [2005..]", "a 2008"}, []string{
			"a: 2002-01-01 to 2008-01-01, 6 years, after 2001, before 2008, maybe 200X, maybe [2003-05,2005-05], maybe [2005..]",
		}},
		{"a vague date outside is not named", []string{"a 2001", "a 2003", "a [2003-02..2004-06]", "a 2005"}, []string{
			"a: 2004-01-01 to 2005-01-01, 1 year, after 2003, before 2005, maybe [2003-02..2004-06]",
			"a: 2002-01-01 to 2003-01-01, 1 year, after 2001, before 2003",
		}},
		{"a long vague date behind a short one is named", []string{"a 2001", "a [2002..2012]", "a [2003-01..2004-06]", "a 2005", "a 2010"}, []string{
			"a: 2006-01-01 to 2010-01-01, 4 years, after 2005, before 2010, maybe [2002..2012]",
			"a: 2002-01-01 to 2005-01-01, 3 years, after 2001, before 2005, maybe [2002..2012], maybe [2003-01..2004-06]",
		}},
		{"a vague date is no edge", []string{"a [1995..1999]", "a 2001", "a [2010..2018]"}, nil},
		{"some time within a year takes all of it", []string{"a 2001", "a [2002-05-06..2003-05-06]", "a 2003-05-08"}, []string{
			"a: 2002-01-01 to 2002-05-06, 4 months, 5 days, after 2001, before [2002-05-06..2003-05-06]",
			"a: 2003-05-07 to 2003-05-08, 1 day, after [2002-05-06..2003-05-06], before 2003-05-08",
		}},
		{"all of several take all", []string{"a 2001", "a {2002,2005}", "a 2007"}, []string{
			"a: 2006-01-01 to 2007-01-01, 1 year, after {2002,2005}, before 2007",
		}},
		{"of several at an edge the shortest", []string{"a 2001", "a 2001-12-31", "a 2003", "a 2003-01-01", "a 2001-05/2001-12"}, []string{
			"a: 2002-01-01 to 2003-01-01, 1 year, after 2001-12-31, before 2003-01-01",
		}},
		{"each lane of an event", []string{"a 2001", "a,b 2003", "b 2005"}, []string{
			"a: 2002-01-01 to 2003-01-01, 1 year, after 2001, before 2003",
			"b: 2004-01-01 to 2005-01-01, 1 year, after 2003, before 2005",
		}},
		{"moments", []string{"a 2001-05-05T21:16", "a 2001-05-05T21:20", "a 2001-05-05T21:20:30"}, []string{
			"a: 2001-05-05T21:17:00Z to 2001-05-05T21:20:00Z, 3 minutes, after 2001-05-05T21:16, before 2001-05-05T21:20",
		}},
		{"seconds", []string{"a 2001-05-05T21:16:05", "a 2001-05-05T21:16:07"}, []string{
			"a: 2001-05-05T21:16:06Z to 2001-05-05T21:16:07Z, 1 second, after 2001-05-05T21:16:05, before 2001-05-05T21:16:07",
		}},
		{"before our era", []string{"a -0044-03-15", "a 0014-08-19"}, []string{
			"a: -0044-03-16 to 0014-08-19, 58 years, 5 months, 3 days, after -0044-03-15, before 0014-08-19",
		}},
	} {
		set := events(t, c.events...)
		var got []string
		for _, g := range gaps.Longest(set.Select(data.Filter{}), math.MaxInt) {
			got = append(got, line(set, &g))
			if g.Sure() != !strings.Contains(got[len(got)-1], "maybe") {
				t.Errorf("%s: sure is %v of %s", c.name, g.Sure(), got[len(got)-1])
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
		}
	}
}

func TestLongest_OfASelection(t *testing.T) {
	set := events(t, "a 2001", "b,a 2003", "b 2005", "a 2007", "a 2009")
	year := func(text string) edtf.Date {
		d, err := edtf.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	for _, c := range []struct {
		filter data.Filter
		most   int
		want   string
	}{
		{data.Filter{}, 1, "a 2003 2007, b 2003 2005"},
		{data.Filter{}, 0, ""},
		{data.Filter{}, -1, ""},
		{data.Filter{Hidden: map[string]bool{"b": true}}, 2, "a 2003 2007, a 2007 2009"},
		{data.Filter{Hidden: map[string]bool{"a": true}}, 2, "b 2003 2005"},
		{data.Filter{From: year("2004")}, 5, "a 2007 2009"},
		{data.Filter{To: year("2006")}, 5, "a 2001 2003, b 2003 2005"},
	} {
		var got []string
		for _, g := range gaps.Longest(set.Select(c.filter), c.most) {
			got = append(got, set.Lanes[g.Lane].ID+" "+set.Events.Title(g.After)+" "+set.Events.Title(g.Before))
		}
		if got := strings.Join(got, ", "); got != c.want {
			t.Errorf("%+v, %d: %s, want %s", c.filter, c.most, got, c.want)
		}
	}
}

// More gaps than are gathered at once.
func TestLongest_KeepsTheLongestOfMany(t *testing.T) {
	const count = 5000
	list := make([]string, count)
	instant := int64(0)
	for i := range list {
		list[i] = "a " + edtf.FormatInstant(instant)
		instant += 2 + int64(i*7919%count)
	}
	got := gaps.Longest(events(t, list...).Select(data.Filter{}), 3)
	if len(got) != 3 {
		t.Fatalf("%d gaps", len(got))
	}
	for i, g := range got {
		if want := int64(count - i); g.To-g.From != want {
			t.Errorf("gap %d is %d long, want %d", i, g.To-g.From, want)
		}
	}
}

// The bundled chronology says nothing of him between his birth and his first journey.
func TestLongest_OfTheBundledSet(t *testing.T) {
	set, err := data.Parse(assets.AtarName, assets.Atar)
	if err != nil {
		t.Fatal(err)
	}
	want := "after Born in Laeken, before First visit to Syria, lives in Idlib"
	for _, g := range gaps.Longest(set.Select(data.Filter{}), 1) {
		if set.Lanes[g.Lane].ID != "atar" {
			continue
		}
		if got := line(set, &g); !strings.Contains(got, want) || !g.Sure() {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

func BenchmarkLongest(b *testing.B) {
	stock.Each(b, func(b *testing.B, s *stock.Size) {
		sel := s.Set(b).Select(data.Filter{})
		b.ReportAllocs()
		for b.Loop() {
			gaps.Longest(sel, 3)
		}
	})
}
