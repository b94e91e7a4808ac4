package export

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline/data"
	"dateline/widgets/scene"
)

// attested is a dataset with one exact day for each status, and with as many
// stretches of time, each in a lane of its own so that all are drawn singly.
func attested(t *testing.T, days, stretches []data.Status) *data.Set {
	var lanes, events []object
	add := func(id, date string, status data.Status) {
		e := event(id, id, date, "E")
		if status != "" {
			e["status"] = status
		}
		lanes, events = append(lanes, object{"id": id}), append(events, e)
	}
	for i, status := range days {
		add(fmt.Sprint("d", i), "2005-06-07", status)
	}
	for i, status := range stretches {
		add(fmt.Sprint("s", i), "2003/2008", status)
	}
	return parsed(t, object{"format": 1, "title": "T", "lanes": lanes, "sources": []object{{"id": "s"}}, "events": events})
}

// The statuses of the chart's single marks are explained in order, each with
// what has it: a marker, a bar, or both.
func TestLegend_Statuses(t *testing.T) {
	type list = []data.Status
	for _, c := range []struct {
		days, stretches list
		want            string
	}{
		{list{""}, list{""}, ""},
		{list{"established"}, nil, "established ●"},
		{list{"established", "established"}, list{"established"}, "established ●▬"},
		{list{""}, list{"established"}, "established, or not said ●▬"},
		{list{"", "reported"}, nil, "reported ● not stated ●"},
		{list{""}, list{"established", "false"}, "established, or not said ●▬ shown to be false ▬"},
		{list{"false", "disputed", "alleged"}, list{"reported", "disputed"}, "reported ▬ alleged ● disputed ●▬ shown to be false ●"},
	} {
		o := light(attested(t, c.days, c.stretches))
		o.View = &scene.Span{From: 1e9, To: 1.3e9}
		_, made := recorded(t, newTest(t), o)
		var got []string
		for _, item := range made.legend {
			if item.sign < establishedSign || item.sign > unstatedSign {
				continue
			}
			forms := ""
			if item.marker {
				forms += "●"
			}
			if item.bar {
				forms += "▬"
			}
			got = append(got, item.text.text, forms)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%q and %q: %q, want %q", c.days, c.stretches, got, c.want)
		}
	}
}

// A status that only events in clusters have is not drawn, nor explained.
func TestLegend_NotOfClusters(t *testing.T) {
	var events []object
	for i := range 60 {
		e := event(fmt.Sprint("e", i), "a", "2005-06-07", "E")
		e["status"] = "alleged"
		events = append(events, e)
	}
	events = append(events, event("x", "a", "1990-01-01", "X"))
	o := light(parsed(t, object{
		"format": 1, "title": "T", "lanes": []object{{"id": "a"}}, "sources": []object{{"id": "s"}}, "events": events,
	}))
	o.Height = 300
	r, c := recorded(t, newTest(t), o)
	if !c.timeline.occurrence().signs[countSign] || slices.Contains(r.lines, "alleged") || slices.Contains(r.lines, "not stated") {
		t.Errorf("the legend has %q", r.lines)
	}
}
