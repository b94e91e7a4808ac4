package data

import (
	"strings"
	"testing"
)

// cited is a dataset with sources that are known more and less well.
const cited = `{"format": 1, "title": "T",
"lanes": [{"id": "a"}],
"sources": [
 {"id": "full", "title": "On R&D", "publisher": "The Paper", "author": "A. Writer", "published": "2016-11-08",
  "url": "https://example.org/x?y=1"},
 {"id": "bare"},
 {"id": "titled", "title": "“Quoted” title", "published": "2019-22"}],
"events": [
 {"id": "none", "lanes": ["a"], "date": "2001-05", "title": "Unproven"},
 {"id": "two", "lanes": ["a"], "date": "[2002..2012]", "title": "Said twice", "claims": [
  {"source": "full", "quote": "It was  “so”,\nhe said", "locator": "p. 3"},
  {"source": "bare", "quote": "It was not", "date": "2004-03"}]}]}`

func citedSet(t *testing.T) *Set {
	t.Helper()
	set, err := Parse("cited.json", []byte(cited))
	if err != nil {
		t.Fatal(err)
	}
	return set
}

func TestSource_Reference(t *testing.T) {
	set := citedSet(t)
	for i, want := range []string{
		"A. Writer, “On R&D”, The Paper, 8 November 2016, https://example.org/x?y=1",
		"“bare”",
		"““Quoted” title”, summer 2019",
	} {
		if got := set.Sources[i].Reference(); got != want {
			t.Errorf("%s: %s\nwant %s", set.Sources[i].ID, got, want)
		}
	}
}

func TestSource_Name(t *testing.T) {
	set := citedSet(t)
	for i, want := range []string{"The Paper, 8 November 2016", "bare", "“Quoted” title, summer 2019"} {
		if got := set.Sources[i].Name(); got != want {
			t.Errorf("%s: %s\nwant %s", set.Sources[i].ID, got, want)
		}
	}
}

func TestSet_Citation(t *testing.T) {
	set := citedSet(t)
	for id, want := range map[string]string{
		"none": "Unproven (May 2001)",
		"two": "Said twice (some year from 2002 to 2012)\n" +
			"“It was  “so”,\nhe said” — A. Writer, “On R&D”, The Paper, 8 November 2016, https://example.org/x?y=1, p. 3\n" +
			"“It was not” — “bare” (dates it: March 2004)",
	} {
		event, ok := set.Events.Index(id)
		if !ok {
			t.Fatal(id)
		}
		if got := citation(t, set, event); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", id, got, want)
		}
	}
}

// Every claim of every event is in its citation, word for word.
func TestSet_CitationHasAllClaims(t *testing.T) {
	set := citedSet(t)
	for i, e := range eventsOf(t, set) {
		got := citation(t, set, i)
		if n := strings.Count(got, " — "); n != len(e.Claims) {
			t.Errorf("%s: %d claims in the citation of %d", e.ID, n, len(e.Claims))
		}
		for _, claim := range e.Claims {
			if !strings.Contains(got, "“"+claim.Quote+"” — "+set.Sources[claim.Source].Reference()) {
				t.Errorf("%s: the quotation %q with its source is missing", e.ID, claim.Quote)
			}
		}
	}
}

func citation(t *testing.T, set *Set, event int) string {
	t.Helper()
	e := eventAt(t, set, event)
	return set.Citation(&e)
}
