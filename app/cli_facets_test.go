package app

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline/data/search"
)

const named = `{"format": 1, "title": "Named", "lanes": [{"id": "a"}, {"id": "b"}], "events": [
 {"id": "1", "lanes": ["a"], "date": "2001", "title": "One", "people": ["José <x>", "Zoë"], "places": ["Lyon"], "tags": [""]},
 {"id": "2", "lanes": ["b"], "date": "2002", "title": "Two", "people": ["José <x>", "jose <X>"], "tags": ["law\tand order"]},
 {"id": "3", "lanes": ["b"], "date": "2003", "title": "Three", "people": ["José <x>", "Ann Marie", "Ann Marie"]}]}`

func TestCLI_Names(t *testing.T) {
	path := file(t, "named.json", named)
	const all = "0 hidden by --lanes, 0 outside --from and --to"
	for _, c := range []struct{ args, want string }{
		{"", "people José <x> 3|people jose <X> 1|people Ann Marie 1|people Zoë 1|places Lyon 1|tags “” 1|tags law and order 1|" +
			"7 of 7 names; 0 only in events that are left out|3 of 3 events; " + all},
		{"--kind places", "places Lyon 1|1 of 1 name; 0 only in events that are left out|3 of 3 events; " + all},
		{"--kind people --lanes a", "people José <x> 1|people Zoë 1|2 of 4 names; 2 only in events that are left out|" +
			"1 of 3 events; 2 hidden by --lanes, 0 outside --from and --to"},
		{"--find JOSÉ --to 2001", "people José <x> 1|1 of 7 names; 1 only in events that are left out, 5 without “JOSÉ”|" +
			"1 of 3 events; 0 hidden by --lanes, 2 outside --from and --to"},
		{"--find mar --kind people", "people Ann Marie 1|1 of 4 names; 0 only in events that are left out, 3 without “mar”|3 of 3 events; " + all},
		{"--kind tags --from 2003", "0 of 2 names; 2 only in events that are left out|1 of 3 events; 0 hidden by --lanes, 2 outside --from and --to"},
	} {
		status, out, errOut := called(append([]string{"names", path}, strings.Fields(c.args)...)...)
		var lines []string
		for line := range strings.Lines(out) {
			lines = append(lines, strings.Join(strings.Fields(line), " "))
		}
		if got, want := strings.Join(lines, "|"), "KIND NAME EVENTS|"+c.want; status != statusOK || errOut != "" || got != want {
			t.Errorf("%s: status %d, %q\n%s\nwant\n%s", c.args, status, errOut, got, want)
		}
	}
}

// As JSON names are to the letter.
func TestCLI_NamesJSON(t *testing.T) {
	path := file(t, "named.json", named)
	status, out, errOut := called("names", path, "--json", "--find", "jose")
	want := `{"kind":"people","name":"José <x>","events":3}` + "\n" + `{"kind":"people","name":"jose <X>","events":1}` + "\n"
	if status != statusOK || errOut != "" || out != want {
		t.Errorf("status %d, %q, %q", status, out, errOut)
	}
	_, out, _ = called("names", path, "--json", "--kind", "tags")
	want = `{"kind":"tags","name":"","events":1}` + "\n" + `{"kind":"tags","name":"law\tand order","events":1}` + "\n"
	if out != want {
		t.Errorf("tags are %q", out)
	}
}

// What is counted in the bundled set is what its events have.
func TestCLI_NamesOfTheBundledSet(t *testing.T) {
	set, err := bundled()
	if err != nil {
		t.Fatal(err)
	}
	attacks, _ := set.LaneIndex("attacks")
	for _, text := range []string{"", "a", "bru"} {
		want := map[string]int{}
		for _, e := range eventsOf(t, set) {
			for kind, names := range map[string][]string{"people": e.People, "places": e.Places, "tags": e.Tags} {
				for i, name := range names {
					if slices.Contains(e.Lanes, attacks) && !slices.Contains(names[:i], name) && search.Parse(text).Matches(name) {
						want[kind+" "+name]++
					}
				}
			}
		}
		args := []string{"names", "--json", "--lanes", "attacks"}
		if text != "" {
			args = append(args, "--find", text)
		}
		_, out, _ := called(args...)
		got := map[string]int{}
		for line := range strings.Lines(out) {
			var n struct {
				Kind, Name string
				Events     int
			}
			if err := json.Unmarshal([]byte(line), &n); err != nil {
				t.Fatal(err)
			}
			got[n.Kind+" "+n.Name] = n.Events
		}
		if fmt.Sprint(got) != fmt.Sprint(want) || len(want) == 0 {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

func TestCLI_NamesWrong(t *testing.T) {
	for args, want := range map[string]string{
		"--kind person":  "there is no kind \"person\"; the kinds are people, places and tags",
		"--kind People":  "there is no kind",
		"--find –":       "there is no word in ",
		"--lanes nobody": "there is no lane",
		"--from 2001-99": "--from",
	} {
		status, out, errOut := called(append([]string{"names"}, strings.Fields(args)...)...)
		if status != statusUnfit || out != "" || !strings.Contains(errOut, want) {
			t.Errorf("%s: status %d, %q, %q", args, status, out, errOut)
		}
	}
	if status, _, errOut := called("names", "nosuch.json"); status != statusFailed || !strings.Contains(errOut, "nosuch.json") {
		t.Errorf("a file that is not there: status %d, %q", status, errOut)
	}
}
