package app

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// citedFile has two events, one of which no source speaks of.
const citedFile = `{"format": 1, "title": "T", "lanes": [{"id": "a"}],
"sources": [{"id": "s", "title": "On R&D", "published": "2016-11-08"}, {"id": "unused", "published": "2001?"}],
"events": [
 {"id": "bare", "lanes": ["a"], "date": "2001-05", "title": "Unproven"},
 {"id": "said", "lanes": ["a"], "date": "2002", "title": "Said", "claims": [{"source": "s", "quote": "So", "locator": "p. 3"}]}]}`

func TestCLI_Cite(t *testing.T) {
	path := file(t, "cited.json", citedFile)
	for _, c := range []struct{ args, want string }{
		{"", "“On R&D”, 8 November 2016\n“unused”, 2001 (uncertain)\n"},
		{"--format markdown", "- “On R\\&D”, 8 November 2016\n- “unused”, 2001 (uncertain)\n"},
		{"--event said", "Said (2002)\n“So” — “On R&D”, 8 November 2016, p. 3\n"},
		{"--event said,bare --event said", "Said (2002)\n“So” — “On R&D”, 8 November 2016, p. 3\n\nUnproven (May 2001)\n"},
		{"--event said --format bibtex -o -", "@misc{s,\n  title = {{On R\\&D}},\n  year = {2016},\n  month = nov,\n" +
			"  date = {2016-11-08},\n  note = {On “Said” (2002): “So”, p. 3},\n}\n"},
	} {
		status, out, errOut := called(append([]string{"cite", path}, strings.Fields(c.args)...)...)
		if status != statusOK || out != c.want || errOut != "" {
			t.Errorf("%q: status %d, %q, %q, want %q", c.args, status, out, errOut, c.want)
		}
	}
}

// A file gets the same bytes as the standard output, which then says what is in it.
func TestCLI_CiteToFile(t *testing.T) {
	output := filepath.Join(t.TempDir(), "sources.json")
	args := []string{"cite", "--format", "csl-json"}
	status, want, errOut := called(args...)
	var items []map[string]any
	if err := json.Unmarshal([]byte(want), &items); err != nil || status != statusOK || errOut != "" || len(items) != 2 {
		t.Fatalf("status %d, %d items, %v, %q", status, len(items), err, errOut)
	}
	status, out, errOut := called(append(args, "-o", output)...)
	if status != statusOK || out != output+": 2 sources\n" || errOut != "" {
		t.Errorf("status %d, %q, %q", status, out, errOut)
	}
	if got, err := os.ReadFile(output); err != nil || string(got) != want {
		t.Errorf("%v: %q, want %q", err, got, want)
	}
}

// Events that no source speaks of are in no bibliography, and that is said.
func TestCLI_CiteWithoutSources(t *testing.T) {
	path := file(t, "cited.json", citedFile)
	status, out, errOut := called("cite", path, "--format", "bibtex", "--event", "bare,said")
	if status != statusOK || !strings.HasPrefix(out, "@misc{s,") || !strings.Contains(errOut, "event bare has no claims") {
		t.Errorf("status %d, %q, %q", status, out, errOut)
	}
	status, out, errOut = called("cite", path, "--format", "csl-json", "--event", "bare")
	if status != statusFailed || out != "" || !strings.Contains(errOut, "no claims") {
		t.Errorf("status %d, %q, %q", status, out, errOut)
	}
}

func TestCLI_CiteMisuse(t *testing.T) {
	path := file(t, "cited.json", citedFile)
	for _, c := range []struct{ args, want string }{
		{"--format ris", "--format ris: it is text, markdown, bibtex or csl-json"},
		{"--event lost", `no event "lost"`},
		{"--event said,", `no event ""`},
		{"more.json", "at most 1"},
	} {
		status, out, errOut := called(append([]string{"cite", path}, strings.Fields(c.args)...)...)
		first, _, _ := strings.Cut(errOut, "\n")
		if status != statusUnfit || out != "" || !strings.HasPrefix(first, "dateline: ") || !strings.Contains(first, c.want) {
			t.Errorf("%q: status %d, %q, %q", c.args, status, out, errOut)
		}
	}
	status, out, errOut := called("cite", path, "-o", filepath.Join(t.TempDir(), "missing", "a.txt"))
	if status != statusFailed || out != "" || !strings.Contains(errOut, "missing") {
		t.Errorf("a missing folder: status %d, %q, %q", status, out, errOut)
	}
}
