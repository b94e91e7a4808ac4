package app

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
)

// discordant has two claims that do not fit their events, of which one is marked disputed.
const discordant = `{"format": 1, "title": "Discordant",
"lanes": [{"id": "a"}],
"sources": [{"id": "web", "title": "The Web"}, {"id": "book", "publisher": "The Book", "published": "2009"}],
"events": [
 {"id": "one", "lanes": ["a"], "date": "2001-05-05", "title": "One", "status": "disputed",
  "claims": [{"source": "web", "quote": "It was one"}, {"source": "book", "quote": "It\n was 2002", "date": "2002"}]},
 {"id": "two", "lanes": ["a"], "date": "2012", "title": "Two", "claims": [{"source": "book", "quote": "LONG"}]}],
"disputes": [{"id": "when", "question": "When?", "events": ["one"], "answers": []}]}`

func TestCLI_ValidateConsistency(t *testing.T) {
	long := strings.Repeat("abcdé ", 30)
	path := file(t, "discordant.json", strings.Replace(discordant, "LONG", long, 1))
	status, out, errOut := called("validate", "--consistency", path)
	want := []string{
		path + ": ok, 2 events, 1 lane, 2 sources",
		path + ": one: The Book dates it 2002, the event is dated 5 May 2001: these exclude each other (marked disputed: a known disagreement) (in dispute: when)",
		"    one, book: “It was 2002”",
		"    one, web: “It was one”",
		path + ": two: it is dated 2012, but all its sources were published before",
		"    two, book: “" + strings.Repeat("abcdé ", 16) + "abc…”",
		path + ": 2 findings about what the sources say",
		"",
	}
	if status != statusOK || errOut != "" || out != strings.Join(want, "\n") {
		t.Errorf("status %d, %q\n%s\nwant\n%s", status, errOut, out, strings.Join(want, "\n"))
	}
}

func TestCLI_ValidateConsistencyOfSeveral(t *testing.T) {
	path, good := file(t, "discordant.json", discordant), file(t, "good.json", small)
	missing := filepath.Join(t.TempDir(), "missing.json")
	status, out, errOut := called("validate", "--consistency", good, missing, path)
	if status != statusFailed || !strings.Contains(errOut, "missing.json") || strings.Contains(out, missing) {
		t.Errorf("status %d, %q, %q", status, out, errOut)
	}
	for _, want := range []string{good + ": ok", good + ": 0 findings", path + ": ok", path + ": 2 findings"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is missing in\n%s", want, out)
		}
	}
	if _, out, _ := called("validate", path); strings.Contains(out, "finding") {
		t.Errorf("unasked: %s", out)
	}
}

func TestCLI_ValidateConsistencyJSON(t *testing.T) {
	path, good := file(t, "discordant.json", discordant), file(t, "good.json", small)
	status, out, errOut := called("validate", "--consistency", "--json", path, good, "missing.json")
	lines := strings.Split(strings.TrimRight(out, "\n"), "\n")
	if status != statusFailed || errOut != "" || len(lines) != 3 {
		t.Fatalf("status %d, %q, %q", status, out, errOut)
	}
	for _, line := range lines {
		if got := keysOf(t, line); got != "consistency errors events file valid" {
			t.Errorf("%s has %s", line, got)
		}
	}
	var first struct {
		File        string
		Valid       bool
		Events      int
		Consistency []struct {
			Kind     string
			Events   []string
			Disputed bool
			Disputes []string
			Claims   []struct {
				Event, Source, Quote string
				Claim                int
			}
		}
	}
	if err := json.Unmarshal([]byte(lines[0]), &first); err != nil {
		t.Fatal(err)
	}
	if first.File != path || !first.Valid || first.Events != 2 || len(first.Consistency) != 2 {
		t.Fatalf("%s", lines[0])
	}
	f := first.Consistency[0]
	if f.Kind != "claim-date" || f.Events[0] != "one" || !f.Disputed || f.Disputes[0] != "when" || len(f.Claims) != 2 ||
		f.Claims[0].Claim != 1 || f.Claims[0].Source != "book" || f.Claims[0].Quote != "It\n was 2002" {
		t.Errorf("%+v", f)
	}
	if !strings.Contains(lines[1], `"consistency":[]`) || !strings.Contains(lines[2], `"consistency":null`) {
		t.Errorf("none are %s, unknown are %s", lines[1], lines[2])
	}
	if _, out, _ := called("validate", "--json", path); strings.Contains(out, "consistency") {
		t.Errorf("unasked: %s", out)
	}
}

// Without a file the bundled chronology is checked; two of its ages do not fit the birth.
func TestCLI_ValidateConsistencyOfTheBundledSet(t *testing.T) {
	status, out, errOut := called("validate", "--consistency")
	if status != statusOK || errOut != "" || !strings.HasPrefix(out, "atar.json: ok, ") ||
		!strings.Contains(out, "aged 32") || !strings.Contains(out, "aged 26") {
		t.Errorf("status %d, %q, %q", status, out, errOut)
	}
}
