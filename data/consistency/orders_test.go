package consistency_test

import (
	"fmt"
	"strings"
	"testing"

	"dateline/data/consistency"
)

func TestCheck_Orders(t *testing.T) {
	check(t, []row{
		{"in order", []string{event("a", "2001", "A", links("b", "leads-to")), event("b", "2002", "B", "")}, nil},
		{"in one year", []string{event("a", "2001", "A", links("b", "before")), event("b", "2001-05", "B", "")}, nil},
		{"on one day", []string{event("a", "2001-05-05", "A", links("b", "before")), event("b", "2001-05-05", "B", "")}, nil},
		{"a cause after its effect", []string{event("a", "2002", "A", links("b", "leads-to")), event("b", "2001", "B", "")}, []string{
			"order a b: “A” (2002) leads to “B” (2001): the first cannot begin after",
		}},
		{"before what was earlier", []string{event("a", "2001-05-06", "A", links("b", "before")), event("b", "2001-05-05", "B", "")}, []string{
			"order a b: “A” (6 May 2001) comes before “B” (5 May 2001)",
		}},
		{"what is revealed comes first", []string{event("a", "2001", "A", ""), event("b", "2002", "B", links("a", "reveals"))}, nil},
		{"what is revealed comes later", []string{event("a", "2003", "A", ""), event("b", "2002", "B", links("a", "reveals"))}, []string{
			"order a b: “A” (2003) is revealed by “B” (2002)",
		}},
		{"an effect that lasts", []string{event("a", "2002", "A", links("b", "leads-to")), event("b", "2001/2003", "B", "")}, nil},
		{"an effect that goes on", []string{event("a", "2002", "A", links("b", "leads-to")), event("b", "1990/..", "B", "")}, nil},
		{"a cause that began before", []string{event("a", "2000/2005", "A", links("b", "leads-to")), event("b", "2001", "B", "")}, nil},
		{"an approximate cause", []string{event("a", "2002~", "A", links("b", "leads-to")), event("b", "2001", "B", "")}, nil},
		{"an uncertain effect", []string{event("a", "2002", "A", links("b", "leads-to")), event("b", "2001?", "B", "")}, nil},
		{"two links say it once", []string{
			event("a", "2002", "A", `, "links": [{"to": "b", "kind": "before"}, {"to": "b", "kind": "leads-to"}]`), event("b", "2001", "B", ""),
		}, []string{"order a b: comes before"}},
		{"links of other kinds", []string{event("a", "2002", "A", links("b", "contradicts")), event("b", "2001", "B", "")}, nil},
		{"moments with and without an offset", []string{
			event("a", "2015-11-14", "A", links("b", "before")), event("b", "2015-11-14T00:20+01:00", "B", ""),
		}, nil},
		{"moments with offsets", []string{
			event("a", "2015-11-14T00:30+01:00", "A", links("b", "before")), event("b", "2015-11-14T00:20+01:00", "B", ""),
		}, []string{"order a b: "}},
	})
}

func TestCheck_Chains(t *testing.T) {
	check(t, []row{
		{"a chain through a date that fits both", []string{
			event("a", "2010", "A", links("b", "leads-to")), event("b", "[2002..2012]", "B", links("c", "before")), event("c", "2005", "C", ""),
		}, []string{"order a b c: “A” (2010) leads to “B” (some year from 2002 to 2012), which comes before “C” (2005)"}},
		{"the same in order", []string{
			event("a", "2003", "A", links("b", "leads-to")), event("b", "[2002..2012]", "B", links("c", "before")), event("c", "2005", "C", ""),
		}, nil},
		{"through two dates and a revelation", []string{
			event("a", "2010", "A", links("b", "before")), event("b", "20XX", "B", ""), event("c", "20XX?", "C", links("b", "reveals")),
			event("d", "2009", "D", ""), event("x", "2011", "X", links("c", "before")), event("y", "2000", "Y", links("b", "before")),
			event("e", "2008/2009", "E", ""), event("c2", "20XX", "C2", `, "links": [{"to": "c", "kind": "reveals"}, {"to": "d", "kind": "before"}]`),
		}, []string{"order x c c2 d: “X” (2011) comes before “C”"}},
		{"not through what lasts", []string{
			event("a", "2010", "A", links("b", "leads-to")), event("b", "2002/2012", "B", links("c", "before")), event("c", "2005", "C", ""),
		}, nil},
		{"an open date passes it on", []string{
			event("a", "2010", "A", links("b", "leads-to")), event("b", "[2002..]", "B", links("c", "before")), event("c", "2005", "C", ""),
		}, []string{"order a b c: "}},
		{"a contradiction is not passed on", []string{
			event("a", "2010", "A", links("b", "before")), event("b", "2005", "B", links("c", "before")), event("c", "2006", "C", ""),
		}, []string{"order a b: "}},
		{"each is found", []string{
			event("a", "2010", "A", `, "links": [{"to": "b", "kind": "before"}, {"to": "c", "kind": "before"}]`), event("b", "2005", "B", ""), event("c", "2006", "C", ""),
		}, []string{"order a b: ", "order a c: "}},
	})
}

func TestCheck_Cycles(t *testing.T) {
	check(t, []row{
		{"of two", []string{event("a", "2001", "A", links("b", "before")), event("b", "2001", "B", links("a", "leads-to"))}, []string{
			"cycle a b: “A” (2001) comes before “B” (2001), which leads to “A” (2001)",
		}},
		{"of two that are not in order either", []string{
			event("a", "2001", "A", links("b", "before")), event("b", "2005", "B", links("a", "before")),
		}, []string{"cycle a b: "}},
		{"of one", []string{event("a", "2001", "A", links("a", "before"))}, []string{"cycle a: “A” (2001) comes before “A” (2001)"}},
		{"of three, with a way in", []string{
			event("a", "2001", "A", links("b", "before")), event("b", "2002", "B", links("c", "before")),
			event("c", "20XX", "C", links("d", "before")), event("d", "20XX", "D", links("b", "before")),
		}, []string{"cycle c d b: "}},
		{"a revelation of the cause is none", []string{
			event("a", "2001", "A", links("b", "leads-to")), event("b", "2002", "B", links("a", "reveals")),
		}, nil},
		{"two ways to one are none", []string{
			event("a", "2001", "A", `, "links": [{"to": "b", "kind": "before"}, {"to": "c", "kind": "before"}]`),
			event("b", "2002", "B", links("d", "before")), event("c", "2002", "C", links("d", "before")), event("d", "2003", "D", ""),
		}, nil},
	})
}

func TestCheck_Together(t *testing.T) {
	check(t, []row{
		{"part of what it overlaps", []string{event("a", "2001", "A", links("b", "part-of")), event("b", "2001-05", "B", "")}, nil},
		{"part of what it does not", []string{event("a", "2001", "A", links("b", "part-of")), event("b", "2002/2003", "B", "")}, []string{
			"part-of a b: “A” (2001) is part of “B” (2002 to 2003), but",
		}},
		{"part of an approximate one", []string{event("a", "2001", "A", links("b", "part-of")), event("b", "2002~", "B", "")}, nil},
		{"the same", []string{event("a", "2001", "A", links("b", "same-as")), event("b", "2001-05", "B", "")}, nil},
		{"not the same", []string{event("a", "2001", "A", links("b", "same-as")), event("b", "2002-05", "B", links("a", "same-as"))}, []string{
			"same-as a b: “A” (2001) is the same as “B” (May 2002), but",
		}},
		{"the same with an open end", []string{event("a", "2001", "A", links("b", "same-as")), event("b", "1990/..", "B", "")}, nil},
		{"a part at the border of the day", []string{
			event("a", "2015-11-13T23:40Z", "A", links("b", "part-of")), event("b", "2015-11-14", "B", ""),
		}, nil},
	})
}

// A long chain is told in short, and has all its events.
func TestCheck_LongChain(t *testing.T) {
	const count = 30
	var events []string
	for i := range count {
		date := "20XX"
		if i == 0 {
			date = "2009"
		}
		events = append(events, event(fmt.Sprintf("e%02d", i), date, fmt.Sprintf("E%d", i), links(fmt.Sprintf("e%02d", i+1), "before")))
	}
	events = append(events, event(fmt.Sprintf("e%02d", count), "2008", "Last", ""))
	findings, err := consistency.Check(t.Context(), set(t, events...))
	if err != nil || len(findings) != 1 {
		t.Fatalf("%+v, %v", findings, err)
	}
	f := findings[0]
	if len(f.Events) != count+1 || f.Events[count] != "e30" || !strings.Contains(f.Message, "), and so on over 22 more to “Last” (2008): ") {
		t.Errorf("%d events, %s", len(f.Events), f.Message)
	}
	if n := strings.Count(f.Message, "“"); n != 9 {
		t.Errorf("%d events are told in %s", n, f.Message)
	}
}

// Many events one after the other are searched without going deeper and deeper.
func TestCheck_VeryLongChain(t *testing.T) {
	const count = 20_000
	events := make([]string, count)
	for i := range events {
		events[i] = event(fmt.Sprintf("e%05d", i), "2001", "E", links(fmt.Sprintf("e%05d", (i+1)%count), "before"))
	}
	findings, err := consistency.Check(t.Context(), set(t, events...))
	if err != nil || len(findings) != 1 || findings[0].Kind != consistency.Cycle || len(findings[0].Events) != count {
		t.Errorf("%d findings, %v", len(findings), err)
	}
}
