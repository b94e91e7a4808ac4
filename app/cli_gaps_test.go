package app

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

// sparse has two lanes of which one has gaps.
const sparse = `{"format": 1, "title": "Sparse", "span": "2000/2020",
"lanes": [{"id": "a", "title": "The first"}, {"id": "b", "title": "The second"}],
"sources": [],
"events": [
 {"id": "e1", "lanes": ["a"], "date": "2001-05-05", "title": "One"},
 {"id": "e2", "lanes": ["a"], "date": "2001-05-09", "title": "Two"},
 {"id": "e3", "lanes": ["a"], "date": "2005", "title": "Three"},
 {"id": "e4", "lanes": ["a"], "date": "2007-03-01T10:00", "title": "Four"},
 {"id": "e5", "lanes": ["b"], "date": "2010", "title": "Five"}%s]}`

// vagueEvents returns so many events that may lie in the longest gap of sparse.
func vagueEvents(count int) string {
	var text strings.Builder
	for i := range count {
		fmt.Fprintf(&text, ",\n{\"id\": \"v%d\", \"lanes\": [\"a\"], \"date\": \"[2002..2003]\", \"title\": \"Vague %d\"}", i, i)
	}
	return text.String()
}

func TestCLI_Gaps(t *testing.T) {
	path := file(t, "sparse.json", fmt.Sprintf(sparse, vagueEvents(5)))
	status, out, errOut := called("gaps", path)
	if status != statusOK || errOut != "" {
		t.Fatalf("status %d, %q", status, errOut)
	}
	want := []string{
		"The first",
		"FROM TO LENGTH AFTER BEFORE MAY LIE IN IT",
		"2001-05-10 2004-12-31 3 years, 7 months, 22 days Two Three " +
			"Vague 0 ([2002..2003]); Vague 1 ([2002..2003]); Vague 2 ([2002..2003]); and 2 more",
		"2006-01-01T00:00:00Z 2007-03-01T09:59:59Z 1 year, 2 months, 10 hours Three Four –",
		"2001-05-06 2001-05-08 3 days One Two –",
		"",
		"The second",
		"no stretch of time between two events",
		"",
		"10 of 10 events; 0 hidden by --lanes, 0 outside --from and --to",
	}
	lines := strings.Split(strings.TrimRight(out, "\n"), "\n")
	for i, line := range want {
		if i >= len(lines) || strings.Join(strings.Fields(lines[i]), " ") != line {
			t.Fatalf("line %d of\n%s\nis not %q", i, out, line)
		}
	}
	if len(lines) != len(want) {
		t.Errorf("printed is\n%s", out)
	}
}

func TestCLI_GapsOfAChoice(t *testing.T) {
	path := file(t, "sparse.json", fmt.Sprintf(sparse, ""))
	for _, c := range []struct {
		args    []string
		want    []string
		without []string
	}{
		{[]string{"--longest", "1"}, []string{"2001-05-10", "The second"}, []string{"2006-01-01", "2001-05-06"}},
		{[]string{"--lanes", "b"}, []string{"The second", "4 hidden by --lanes"}, []string{"The first"}},
		{[]string{"--from", "2004"}, []string{"2006-01-01", "2 outside --from"}, []string{"2001"}},
		{[]string{"--to", "2002"}, []string{"2001-05-06", "3 outside --from"}, []string{"2006"}},
	} {
		status, out, errOut := called(append([]string{"gaps", path}, c.args...)...)
		if status != statusOK || errOut != "" {
			t.Errorf("%q: status %d, %q", c.args, status, errOut)
		}
		for _, want := range c.want {
			if !strings.Contains(out, want) {
				t.Errorf("%q: %q is missing in\n%s", c.args, want, out)
			}
		}
		for _, without := range c.without {
			if strings.Contains(out, without) {
				t.Errorf("%q: %q stands in\n%s", c.args, without, out)
			}
		}
	}
}

func TestCLI_GapsJSON(t *testing.T) {
	path := file(t, "sparse.json", fmt.Sprintf(sparse, vagueEvents(4)))
	status, out, errOut := called("gaps", "--json", path)
	lines := strings.Split(strings.TrimRight(out, "\n"), "\n")
	if status != statusOK || errOut != "" || len(lines) != 3 {
		t.Fatalf("status %d, %q, %q", status, out, errOut)
	}
	var first gapJSON
	for i, line := range lines {
		if got := keysOf(t, line); got != "after before from lane maybe seconds to words" {
			t.Errorf("line %d has %s", i, got)
		}
		if !strings.Contains(line, `"maybe":[`) {
			t.Errorf("line %d: %s", i, line)
		}
	}
	if err := json.Unmarshal([]byte(lines[0]), &first); err != nil {
		t.Fatal(err)
	}
	if first.Lane != "a" || first.From != "2001-05-10T00:00:00Z" || first.To != "2004-12-31T23:59:59Z" || first.Seconds != 1332*86400 ||
		first.Words != "3 years, 7 months, 22 days" || first.After.ID != "e2" || first.Before != (gapEvent{"e3", "2005", "Three"}) || len(first.Maybe) != 4 {
		t.Errorf("%+v", first)
	}
}

func TestCLI_GapsMisuse(t *testing.T) {
	path := file(t, "sparse.json", fmt.Sprintf(sparse, ""))
	for want, args := range map[string][]string{
		"--longest 0: it is 1 at least": {"gaps", "--longest", "0", path},
		`there is no lane "z"`:          {"gaps", "--lanes", "z", path},
		"at most 1 arg":                 {"gaps", path, path},
	} {
		status, out, errOut := called(args...)
		if status != statusUnfit || out != "" || !strings.Contains(errOut, want) {
			t.Errorf("%q: status %d, %q, %q", args, status, out, errOut)
		}
	}
}

func TestCLI_GapsOfTheBundledSet(t *testing.T) {
	status, out, errOut := called("gaps")
	if status != statusOK || errOut != "" || !strings.Contains(out, "Oussama Atar\n") || !strings.Contains(out, "1985-05-05") {
		t.Errorf("status %d, %q, %q", status, out, errOut)
	}
}
