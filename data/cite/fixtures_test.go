package cite

import (
	"encoding/json"
	"testing"

	"dateline/data"
)

// object is a piece of a dataset file.
type object = map[string]any

// setOf returns a dataset of these sources and events.
func setOf(t testing.TB, sources, events []object) *data.Set {
	t.Helper()
	content, err := json.Marshal(object{
		"format": 1, "title": "T", "lanes": []object{{"id": "a"}}, "sources": sources, "events": events,
	})
	if err != nil {
		t.Fatal(err)
	}
	set, err := data.Parse("test.json", content)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// eventsOf returns the events of a set by their identifiers, in that order.
func eventsOf(t testing.TB, set *data.Set, ids ...string) []*data.Event {
	t.Helper()
	var events []*data.Event
	for _, id := range ids {
		index, ok := set.Events.Index(id)
		if !ok {
			t.Fatalf("there is no event %s", id)
		}
		event, err := set.Events.At(index)
		if err != nil {
			t.Fatal(err)
		}
		events = append(events, &event)
	}
	return events
}

// cited has sources that are known more and less well, and events that rest on two, on one, and on none.
func cited(t testing.TB) *data.Set {
	return setOf(t, []object{
		{
			"id": "full", "title": "On R&D", "publisher": "The Paper", "author": "A. Writer and Sons", "published": "2016-11-08",
			"language": "en", "url": "https://example.org/x_y?a=1&b={2}",
		},
		{"id": "bare"},
		{"id": "season", "title": "“Quoted” 100% title", "publisher": "P_1", "published": "2019-22"},
		{"id": "unsure", "title": "Set", "published": "[2002..2012]"},
	}, []object{
		{"id": "none", "lanes": []string{"a"}, "date": "2001-05", "title": "Unproven"},
		{
			"id": "two", "lanes": []string{"a"}, "date": "[2002..2012]", "title": "Said *twice*", "claims": []object{
				{"source": "full", "quote": "It was  “so”,\nhe said", "locator": "p. 3"},
				{"source": "bare", "quote": "It was not", "date": "2004-03"},
				{"source": "full", "quote": "1. again"},
			},
		},
		{
			"id": "one", "lanes": []string{"a"}, "date": "2013", "title": "Said once", "claims": []object{
				{"source": "full", "quote": "Once", "locator": "p. 4"},
			},
		},
	})
}
