package data_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"dateline/assets"
	"dateline/data"
)

func atar(t *testing.T) *data.Set {
	t.Helper()
	set, err := data.Parse(assets.AtarName, assets.Atar)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// fold makes all white space single spaces; Unicode's no-break spaces are white
// space too.
func fold(text string) string { return strings.Join(strings.Fields(text), " ") }

// openings are what the documents that the dataset is made from begin with, by
// the identifier of the source.
var openings = map[string]string{
	"telegraph":   "The Telegraph",
	"intel-today": "On This Day — The Paris Attacks",
}

// documents returns the folded texts of the sources, by their identifiers. They
// are not part of the project: where they are not beside it, nothing can be
// held against them.
func documents(t *testing.T) map[string]string {
	t.Helper()
	raw := rawDocuments(t)
	folded := make(map[string]string, len(raw))
	for id, text := range raw {
		folded[id] = fold(text)
	}
	return folded
}

func rawDocuments(t *testing.T) map[string]string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join("..", "..", "shared", "seeds", "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if len(paths) == 0 {
		t.Skip("the two documents are not beside the project (../shared/seeds)")
	}
	found := map[string]string{}
	for _, path := range paths {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for id, opening := range openings {
			if strings.HasPrefix(string(content), opening) {
				found[id] = string(content)
			}
		}
	}
	if len(found) != len(openings) {
		t.Fatalf("found %d of %d documents", len(found), len(openings))
	}
	return found
}

func TestAtar_EveryQuotationIsInItsDocument(t *testing.T) {
	set, docs := atar(t), documents(t)
	for _, event := range allOf(t, set) {
		for i, claim := range event.Claims {
			source := set.Sources[claim.Source].ID
			if !strings.Contains(docs[source], fold(claim.Quote)) {
				t.Errorf("%s: claims[%d]: not in %s: %q", event.ID, i, source, claim.Quote)
			}
		}
	}
	for _, dispute := range set.Disputes {
		for i, answer := range dispute.Answers {
			source := set.Sources[answer.Source].ID
			if !strings.Contains(docs[source], fold(answer.Quote)) {
				t.Errorf("dispute %s: answers[%d]: not in %s: %q", dispute.ID, i, source, answer.Quote)
			}
		}
	}
}

func TestAtar_EveryEntryOfTheChronologyIsQuoted(t *testing.T) {
	const entries = 29
	set, docs := atar(t), rawDocuments(t)
	entry := regexp.MustCompile(`^[12]\d{3}.{0,20} — `)
	var found []string
	for line := range strings.Lines(docs["intel-today"]) {
		if line = fold(line); entry.MatchString(line) {
			found = append(found, line)
		}
	}
	if len(found) != entries {
		t.Fatalf("the chronology has %d entries, want %d:\n%s", len(found), entries, strings.Join(found, "\n"))
	}
	quotes := ""
	for _, event := range allOf(t, set) {
		for _, claim := range event.Claims {
			quotes += fold(claim.Quote) + "\n"
		}
	}
	for _, line := range found {
		// The first sentence names date and fact; later ones may be events of their own.
		first, _, _ := strings.Cut(line, ". ")
		if !strings.Contains(quotes, first) {
			t.Errorf("no claim quotes %q", first)
		}
	}
}

func TestAtar_EveryEventHasEvidence(t *testing.T) {
	for _, event := range allOf(t, atar(t)) {
		if len(event.Claims) == 0 {
			t.Errorf("%s has no claim", event.ID)
		}
		if event.Status == "" {
			t.Errorf("%s has no status", event.ID)
		}
		for i, claim := range event.Claims {
			if words := len(strings.Fields(claim.Quote)); words == 0 || words > 60 {
				t.Errorf("%s: claims[%d]: a quotation of %d words is not short", event.ID, i, words)
			}
		}
	}
}

// TestAtar_NoDateIsSharpened holds dates that the sources leave open to the
// precision that they have there.
func TestAtar_NoDateIsSharpened(t *testing.T) {
	want := map[string]string{
		"born-in-laeken":                     "1985-05-04",
		"first-visit-to-syria":               "1999/2000",
		"travels-to-syria-2002":              "2002",
		"goes-back-before-iraq":              "2004",
		"arrested-in-ramadi":                 "2005",
		"cia-informs-belgian-intelligence":   "2006-05",
		"officer-interviews-atar":            "2006",
		"us-embassy-letter":                  "2009",
		"consular-visit":                     "2010-22",
		"ministry-issues-passport":           "2013",
		"police-learn-of-ammunition-request": "2015-22",
		"stade-de-france-bombings":           "2015-11-13T21:16+01:00",
		"investigators-learn-of-abu-ahmad":   "2015-12",
		"last-exchange-before-brussels":      "2016-03-21",
		"french-police-warned":               "2016-06",
		"belgian-press-names-atar":           "2016-08",
		"anderlecht-flat-empty":              "2016-03-22~",
		"family-campaign":                    "[2002..2012]",
		"reported-meeting-with-al-baghdadi":  "[2002..2012]",
		"released-on-two-conditions":         "[2008-04-18..2012-09-16]",
		"not-under-surveillance-since-2012":  "2012/",
		"disappears":                         "[2013-12-30..2016-11-08]",
		"reappears-in-syria-irak-area":       "[2013-12-30..2016-11-08]",
		"el-bakraoui-not-arrested":           "2015-10-21",
		"brother-yacine-arrested":            "[2015-11-13..2016-11-08]",
		"haddadi-identifies-atar":            "[2015-11-13..2016-11-08]",
		"le-monde-nation-without-a-state":    "[2015-11-13..2019-11-13]",
		"computer-found-in-bin":              "2016-03-22~",
		"belgian-policeman-arrested":         "[2016-03-22..2019-11-13]",
		"raqqa-campaign-launched":            "2016-11-08~",
	}
	set := atar(t)
	for id, date := range want {
		event, ok := set.Events.Index(id)
		if !ok {
			t.Errorf("there is no event %s", id)
			continue
		}
		if got := set.Events.Date(event).String(); got != date {
			t.Errorf("%s is dated %s, want %s", id, got, date)
		}
	}
}

// allOf returns all events of a set with everything in them.
func allOf(t *testing.T, set *data.Set) []data.Event {
	t.Helper()
	list := make([]data.Event, set.Events.Len())
	for i := range list {
		event, err := set.Events.At(i)
		if err != nil {
			t.Fatal(err)
		}
		list[i] = event
	}
	return list
}
