package app

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// called runs the command line.
func called(args ...string) (status int, out, errOut string) {
	var o, e bytes.Buffer
	status = run(args, &o, &e)
	return status, o.String(), e.String()
}

// keysOf returns the keys of a JSON object, in order.
func keysOf(t *testing.T, line string) string {
	t.Helper()
	var object map[string]any
	if err := json.Unmarshal([]byte(line), &object); err != nil {
		t.Fatalf("%q: %v", line, err)
	}
	return strings.Join(slices.Sorted(maps.Keys(object)), " ")
}

func TestCLI_Date(t *testing.T) {
	status, out, errOut := called("date", "2010-22", "1999/2000", "2016-03-22~", "../2004", "2004?")
	if status != statusOK || errOut != "" {
		t.Fatalf("status %d, %q", status, errOut)
	}
	blocks := strings.Split(out, "\n\n")
	for i, want := range [][]string{
		{"2010-22", "earliest    2010-06-01T00:00:00Z", "latest      2010-08-31T23:59:59Z", "precision   season", "qualifiers  none", "in words    summer 2010"},
		{"1999/2000", "earliest    1999-01-01T00:00:00Z", "latest      2000-12-31T23:59:59Z"},
		{"2016-03-22~", "precision   day", "qualifiers  approximate"},
		{"../2004", "earliest    not bounded", "latest      2004-12-31T23:59:59Z"},
		{"2004?", "qualifiers  uncertain"},
	} {
		lines := strings.Split(strings.TrimRight(blocks[i], "\n"), "\n")
		if len(lines) != 6 || lines[0] != want[0] {
			t.Errorf("%s: %q", want[0], blocks[i])
		}
		for _, line := range want[1:] {
			if !strings.Contains(blocks[i], "\n  "+line) {
				t.Errorf("%s: %q is missing in\n%s", want[0], line, blocks[i])
			}
		}
	}
}

// The caret stands below the character that is wrong.
func TestCLI_DateWrong(t *testing.T) {
	for text, column := range map[string]int{
		"2010-13": 5, "2010-02-30": 8, "May 2010": 0, "": 0, "2010-": 5, "２010": 0, "2010–05": 4, "1999/2001-99": 10,
	} {
		status, out, errOut := called("date", text)
		lines := strings.Split(errOut, "\n")
		if status != statusFailed || out != "" || len(lines) != 4 || lines[0] != text || lines[2] == "" || lines[3] != "" {
			t.Errorf("%q: status %d, %q, %q", text, status, out, errOut)
			continue
		}
		if want := strings.Repeat(" ", column) + "^"; lines[1] != want {
			t.Errorf("%q: the caret line is %q, want %q: %s", text, lines[1], want, lines[2])
		}
	}
	status, out, errOut := called("date", "2001", "nonsense", "2002")
	if status != statusFailed || strings.Count(out, "in words") != 2 || !strings.Contains(errOut, "nonsense") {
		t.Errorf("one bad date of three: status %d, %q, %q", status, out, errOut)
	}
}

func TestCLI_DateJSON(t *testing.T) {
	status, out, errOut := called("date", "--json", "2010-22", "2012/", "bad \"one\"")
	lines := strings.Split(strings.TrimRight(out, "\n"), "\n")
	if status != statusFailed || len(lines) != 3 || errOut != "" {
		t.Fatalf("status %d, %q, %q", status, out, errOut)
	}
	for i, want := range []string{"approximate earliest edtf latest precision uncertain words", "approximate earliest edtf latest precision uncertain words", "edtf error"} {
		if got := keysOf(t, lines[i]); got != want {
			t.Errorf("%s has %s, want %s", lines[i], got, want)
		}
	}
	want := `{"edtf":"2010-22","earliest":"2010-06-01T00:00:00Z","latest":"2010-08-31T23:59:59Z","precision":"season","uncertain":false,"approximate":false,"words":"summer 2010"}`
	if lines[0] != want {
		t.Errorf("%s\nwant %s", lines[0], want)
	}
	if !strings.Contains(lines[1], `"latest":null`) {
		t.Errorf("an unknown end: %s", lines[1])
	}
}

func TestCLI_DateWithAMinus(t *testing.T) {
	if status, out, _ := called("date", "--", "-0044-03-15"); status != statusOK || !strings.Contains(out, "earliest    -0044-03-15T00:00:00Z") {
		t.Errorf("status %d, %q", status, out)
	}
	if status, _, errOut := called("date", "-0044"); status != statusUnfit || !strings.Contains(errOut, "dateline date -- ") {
		t.Errorf("status %d, %q", status, errOut)
	}
}

func TestCLI_Validate(t *testing.T) {
	good := file(t, "good.json", small)
	bad := file(t, "bad.json", strings.NewReplacer(`"2001-05-05"`, `"2001-13-05"`, `["b"]`, `["c"]`).Replace(small))
	missing := filepath.Join(t.TempDir(), "missing.json")
	status, out, errOut := called("validate", good)
	if want := good + ": ok, 2 events, 2 lanes, 1 source\n"; status != statusOK || out != want || errOut != "" {
		t.Errorf("status %d, %q, %q", status, out, errOut)
	}
	status, out, errOut = called("validate", bad, good, missing)
	if status != statusFailed || !strings.HasPrefix(out, good+": ok") || strings.Count(out, "\n") != 1 {
		t.Errorf("status %d, %q", status, out)
	}
	if status, _, _ := called("validate", bad, good); status != statusFailed {
		t.Errorf("a bad file before a good one: status %d", status)
	}
	lines := strings.Split(errOut, "\n")
	if len(lines) != 4 || !strings.HasPrefix(lines[0], bad+":5:") || !strings.HasPrefix(lines[1], bad+":6:") ||
		!strings.Contains(lines[2], "missing.json") {
		t.Errorf("said is %q", errOut)
	}
}

func TestCLI_ValidateJSON(t *testing.T) {
	good := file(t, "good.json", small)
	bad := file(t, "bad.json", strings.Replace(small, `"2001-05-05"`, `"2001-13-05"`, 1))
	status, out, errOut := called("validate", "--json", good, bad, "missing.json")
	lines := strings.Split(strings.TrimRight(out, "\n"), "\n")
	if status != statusFailed || errOut != "" || len(lines) != 3 {
		t.Fatalf("status %d, %q, %q", status, out, errOut)
	}
	type result struct {
		File   string
		Valid  bool
		Events int
		Errors []struct {
			Line, Column  int
			Path, Message string
		}
	}
	for i, want := range []result{{File: good, Valid: true, Events: 2}, {File: bad}, {File: "missing.json"}} {
		var got result
		if err := json.Unmarshal([]byte(lines[i]), &got); err != nil {
			t.Fatal(err)
		}
		if got.File != want.File || got.Valid != want.Valid || got.Events != want.Events || (len(got.Errors) == 0) != want.Valid {
			t.Errorf("%s: %s", want.File, lines[i])
		}
		if i == 1 && (got.Errors[0].Line != 5 || got.Errors[0].Column < 2 || got.Errors[0].Path != "events[0].date") {
			t.Errorf("the error is %+v", got.Errors[0])
		}
	}
	if !strings.Contains(lines[0], `"errors":[]`) {
		t.Errorf("no errors: %s", lines[0])
	}
}

func TestCLI_Version(t *testing.T) {
	status, out, errOut := called("version")
	if status != statusOK || errOut != "" || !strings.HasPrefix(out, "dateline "+version+"\ngo1.") || strings.Count(out, "\n") != 3 {
		t.Errorf("status %d, %q, %q", status, out, errOut)
	}
}

// Each mistake is said in a sentence, with the status for wrong usage, and
// nothing on the standard output.
func TestCLI_Misuse(t *testing.T) {
	t.Setenv("DISPLAY", "")
	t.Setenv("WAYLAND_DISPLAY", "")
	path := file(t, "small.json", small)
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"exprot"}, `there is no command and no file "exprot"`},
		{[]string{"valdate", path}, `there is no command and no file "valdate"`},
		{[]string{path, path}, "one file at a time"},
		{[]string{"--nosuch"}, "--nosuch"},
		{[]string{"date"}, "at least 1 arg"},
		{[]string{"validate"}, "at least 1 arg"},
		{[]string{"version", "x"}, "x"},
		{[]string{"events", path, path}, "at most 1 arg"},
		{[]string{"events", "--nosuch"}, "--nosuch"},
		{[]string{"events", "--lanes", "a,zz", path}, `there is no lane "zz"; the lanes are a, b`},
		{[]string{"events", "--from", "soon", path}, `--from: date "soon"`},
		{[]string{"events", "--from", "2010", "--to", "2001", path}, "the span is empty: --from 2010 is after --to 2001"},
		{[]string{"export"}, "-o timeline.png"},
		{[]string{"export", "-o", "chart.jpg"}, ".png"},
		{[]string{"export", "-o", "chart"}, ".png"},
		{[]string{"export", "-o", "a.png", "--theme", "mauve"}, "--theme mauve: it is light or dark"},
		{[]string{"export", "-o", "a.png", "--width", "wide"}, "--width"},
		{[]string{"export", "-o", "a.png", "--width", "-5"}, "too small"},
		{[]string{"export", "-o", "a.png", "--scale", "1000"}, "scale"},
		{[]string{"export", "-o", "a.png", "--width", "90000"}, "20000"},
		{[]string{path}, "dateline export -o timeline.png"},
		{nil, "dateline export -o timeline.png"},
	} {
		status, out, errOut := called(c.args...)
		first, _, _ := strings.Cut(errOut, "\n")
		if status != statusUnfit || out != "" || !strings.HasPrefix(first, "dateline: ") || !strings.Contains(first, c.want) {
			t.Errorf("%q: status %d, %q, %q", c.args, status, out, errOut)
		}
		if strings.Count(errOut, "\n") > 2 {
			t.Errorf("%q: more than a sentence: %q", c.args, errOut)
		}
	}
	if _, err := os.Stat("a.png"); err == nil {
		t.Error("a chart was written")
	}
}

// Without a display nothing panics, and the message names the way out.
func TestCLI_NoDisplay(t *testing.T) {
	t.Setenv("DISPLAY", "")
	t.Setenv("WAYLAND_DISPLAY", "")
	status, out, errOut := called()
	if status != statusUnfit || out != "" || strings.Count(errOut, "\n") != 1 || !strings.Contains(errOut, "dateline export") {
		t.Errorf("status %d, %q, %q", status, out, errOut)
	}
}
