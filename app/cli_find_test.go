package app

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"dateline/data/search"
)

// What is listed is what has the words and passes the other flags.
func TestCLI_Find(t *testing.T) {
	set, err := bundled()
	if err != nil {
		t.Fatal(err)
	}
	attacks, _ := set.LaneIndex("attacks")
	for _, c := range []struct {
		text string
		lane bool // with --lanes attacks
	}{{"atar", false}, {"BRÚ atar", false}, {"atar bru", true}, {"atar ", true}, {"brus ", false}, {"“e”", true}} {
		args := []string{"events", "--json", "--find", c.text}
		if c.lane {
			args = append(args, "--lanes", "attacks")
		}
		status, out, errOut := called(args...)
		if status != statusOK || errOut != "" {
			t.Fatalf("%q: status %d, %q", c.text, status, errOut)
		}
		var got, want []string
		for line := range strings.Lines(out) {
			var event struct{ ID string }
			if err := json.Unmarshal([]byte(line), &event); err != nil {
				t.Fatal(err)
			}
			got = append(got, event.ID)
		}
		for _, e := range eventsOf(t, set) {
			texts := slices.Concat([]string{e.Title, e.Summary}, e.People, e.Places, e.Tags)
			for _, claim := range e.Claims {
				texts = append(texts, claim.Quote)
			}
			if search.Parse(c.text).Matches(texts...) && (!c.lane || slices.Contains(e.Lanes, attacks)) {
				want = append(want, e.ID)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", c.text, got, want)
		}
	}
}

// Every event is listed or counted as left out.
func TestCLI_FindSum(t *testing.T) {
	path := file(t, "small.json", small)
	for _, c := range []struct{ args, want string }{
		{"--find one", "1 of 2 events; 0 hidden by --lanes, 0 outside --from and --to, 1 without “one”\n"},
		{"--find ONÉ --lanes b", "0 of 2 events; 1 hidden by --lanes, 0 outside --from and --to, 1 without “ONÉ”\n"},
		{"--find o --from 2004", "0 of 2 events; 0 hidden by --lanes, 1 outside --from and --to, 1 without “o”\n"},
		{"--find it", "1 of 2 events; 0 hidden by --lanes, 0 outside --from and --to, 1 without “it”\n"},
	} {
		status, out, errOut := called(append([]string{"events", path}, strings.Fields(c.args)...)...)
		if status != statusOK || errOut != "" || !strings.HasSuffix(out, "\n"+c.want) {
			t.Errorf("%s: status %d, %q, %q", c.args, status, out, errOut)
		}
	}
}

func TestCLI_FindNothing(t *testing.T) {
	for _, text := range []string{"", " ", "–"} {
		status, out, errOut := called("events", "--find", text)
		if status != statusUnfit || out != "" || !strings.Contains(errOut, "there is no word in ") {
			t.Errorf("%q: status %d, %q, %q", text, status, out, errOut)
		}
	}
}
