package app

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/data"
)

func TestCLI_Events(t *testing.T) {
	path := file(t, "small.json", small)
	status, out, errOut := called("events", path)
	lines := strings.Split(strings.TrimRight(out, "\n"), "\n")
	if status != statusOK || errOut != "" || len(lines) != 4 {
		t.Fatalf("status %d, %q, %q", status, out, errOut)
	}
	for i, want := range []string{
		"DATE IN WORDS LANES STATUS TITLE", "2001-05-05 5 May 2001 a One", "2005 2005 b Two",
		"2 of 2 events; 0 hidden by --lanes, 0 outside --from and --to",
	} {
		if got := strings.Join(strings.Fields(lines[i]), " "); got != want {
			t.Errorf("line %d: %q, want %q", i, got, want)
		}
	}
}

func TestCLI_EventsOfTheBundledSet(t *testing.T) {
	status, out, _ := called("events")
	if status != statusOK || strings.Count(out, "\n") != 56 || !strings.Contains(out, "\n54 of 54 events; ") {
		t.Errorf("status %d, %d lines", status, strings.Count(out, "\n"))
	}
}

// Each line parses alone and is the event with all its fields.
func TestCLI_EventsJSON(t *testing.T) {
	set, err := bundled()
	if err != nil {
		t.Fatal(err)
	}
	status, out, errOut := called("events", "--json")
	lines := strings.Split(strings.TrimRight(out, "\n"), "\n")
	if status != statusOK || errOut != "" || len(lines) != set.Events.Len() {
		t.Fatalf("status %d, %q, %d lines", status, errOut, len(lines))
	}
	for i, line := range lines {
		var got struct {
			ID, Date, Title, Summary, Status string
			Lanes                            []string
			Claims                           []struct{ Source, Quote, Locator string }
		}
		if err := json.Unmarshal([]byte(line), &got); err != nil {
			t.Fatal(err)
		}
		e := eventAt(t, set, i)
		if got.ID != e.ID || got.Date != e.Date.String() || got.Title != e.Title || got.Summary != e.Summary ||
			got.Status != string(e.Status) || len(got.Lanes) != len(e.Lanes) || len(got.Claims) != len(e.Claims) {
			t.Errorf("%s: %s", e.ID, line)
		}
		for j, claim := range got.Claims {
			want := e.Claims[j]
			if claim.Quote != want.Quote || claim.Locator != want.Locator || claim.Source != set.Sources[want.Source].ID {
				t.Errorf("%s: claim %d is %+v", e.ID, j, claim)
			}
		}
	}
}

func TestCLI_EventsChoice(t *testing.T) {
	for _, c := range []struct{ args, want string }{
		{"--from 2016-03-22 --to 2016-03-22", "outside --from and --to"},
		{"--lanes attacks", "hidden by --lanes"},
		{"--lanes attacks,atar", "hidden by --lanes"},
		{"--lanes attacks --lanes atar --from 2016", "events;"},
		{"--to 1980", "\n0 of 54 events; 0 hidden by --lanes, 54 outside"},
		{"--from -0044 --to 1990", "\n1 of 54 events"},
	} {
		status, out, errOut := called(append([]string{"events"}, strings.Fields(c.args)...)...)
		if status != statusOK || errOut != "" || !strings.Contains(out, c.want) {
			t.Errorf("%s: status %d, %q, %q", c.args, status, out, errOut)
		}
		set, err := bundled()
		if err != nil {
			t.Fatal(err)
		}
		rows := strings.Split(out, "\n")
		rows = rows[1 : len(rows)-2]
		for _, row := range rows {
			if strings.Contains(c.args, "--lanes attacks") && !strings.Contains(c.args, "atar") && !strings.Contains(row, "attacks") {
				t.Errorf("%s lists %s", c.args, row)
			}
		}
		if len(rows) > set.Events.Len() {
			t.Errorf("%s lists %d rows", c.args, len(rows))
		}
	}
}

// The rows of a choice are exactly the events that overlap it.
func TestCLI_EventsSpan(t *testing.T) {
	set, err := bundled()
	if err != nil {
		t.Fatal(err)
	}
	_, out, _ := called("events", "--json", "--from", "2015-11", "--to", "2016-03", "--lanes", "attacks")
	want := 0
	for _, e := range eventsOf(t, set) {
		b := e.Date.Bounds()
		in := b.Latest >= 1446336000 && b.Earliest < 1459468800 // 2015-11-01 up to 2016-04-01
		attacks, _ := set.LaneIndex("attacks")
		for _, lane := range e.Lanes {
			if in && lane == attacks {
				want++
				if !strings.Contains(out, `"id":"`+e.ID+`"`) {
					t.Errorf("%s is missing", e.ID)
				}
			}
		}
	}
	if got := strings.Count(out, "\n"); got != want {
		t.Errorf("%d events, want %d", got, want)
	}
}

// An editor jumps to a place only if the line begins with it.
func TestCLI_BadFileIsNamedFirst(t *testing.T) {
	path := file(t, "bad.json", strings.Replace(small, `"2001-05-05"`, `"2001-13-05"`, 1))
	for _, args := range [][]string{{"events", path}, {"export", path, "-o", filepath.Join(t.TempDir(), "a.png")}, {"validate", path}} {
		status, out, errOut := called(args...)
		if status != statusFailed || out != "" || !strings.HasPrefix(errOut, path+":5:") {
			t.Errorf("%s: status %d, %q, %q", args[0], status, out, errOut)
		}
	}
	status, _, errOut := called("events", "nosuch.json")
	if status != statusFailed || errOut != "dateline: load \"nosuch.json\": no such file or directory\n" {
		t.Errorf("status %d, %q", status, errOut)
	}
}

func TestCLI_Export(t *testing.T) {
	for _, ending := range []string{".png", ".svg"} {
		path := filepath.Join(t.TempDir(), "chart"+ending)
		status, out, errOut := called("export", "-o", path, "--width", "500", "--height", "400", "--scale", "1", "--from", "2015", "--theme", "dark")
		if status != statusOK || !strings.HasPrefix(out, path+": ") || !strings.HasSuffix(out, " of 54 events\n") {
			t.Errorf("%s: status %d, %q, %q", ending, status, out, errOut)
		}
		if info, err := os.Stat(path); err != nil || info.Size() < 1000 {
			t.Errorf("%s: %v", ending, err)
		}
	}
	missing := filepath.Join(t.TempDir(), "missing", "a.png")
	status, out, errOut := called("export", "-o", missing)
	if status != statusFailed || out != "" || !strings.Contains(errOut, missing) || strings.Count(errOut, "\n") != 1 {
		t.Errorf("into a folder that is not there: status %d, %q, %q", status, out, errOut)
	}
}

// All lanes of a set can be named, and naming all is naming none.
func TestHiddenLanes(t *testing.T) {
	set, err := data.Parse("small.json", []byte(small))
	if err != nil {
		t.Fatal(err)
	}
	for wanted, want := range map[string]string{"": "", "a": "b", "a,b": "", "b,b": "a"} {
		var list []string
		if wanted != "" {
			list = strings.Split(wanted, ",")
		}
		hidden, err := hiddenLanes(set, list)
		if err != nil {
			t.Error(err)
		}
		got := ""
		for _, lane := range set.Lanes {
			if hidden[lane.ID] {
				got += lane.ID
			}
		}
		if got != want {
			t.Errorf("wanted %q: %q is hidden, want %q", wanted, got, want)
		}
	}
}

// eventAt returns an event with everything in it.
func eventAt(t testing.TB, set *data.Set, event int) data.Event {
	t.Helper()
	e, err := set.Events.At(event)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// eventsOf returns all events of a set with everything in them.
func eventsOf(t testing.TB, set *data.Set) []data.Event {
	t.Helper()
	list := make([]data.Event, set.Events.Len())
	for i := range list {
		list[i] = eventAt(t, set, i)
	}
	return list
}
