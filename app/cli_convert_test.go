package app

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestCLI_Convert(t *testing.T) {
	table := file(t, "trips.txt", "Date;Title;Where\n9.4.2008;Out;Brussels\nspring;Back;Brussels\n")
	out := filepath.Join(t.TempDir(), "trips.json")
	status, said, errOut := called("convert", table, out)
	if status != statusOK || said != out+": 1 event as Dateline dataset\n" {
		t.Errorf("status %d, %q", status, said)
	}
	for _, want := range []string{"not carried over: line 3", "spring", "What the columns are was guessed"} {
		if !strings.Contains(errOut, want) {
			t.Errorf("%q is not in %q", want, errOut)
		}
	}
	if status, said, errOut := called("events", out); status != statusOK || !strings.Contains(said, "2008-04-09") {
		t.Errorf("%q, %q", said, errOut)
	}
	// Other commands read the table, too, and say what is missing.
	status, said, errOut = called("events", table)
	if status != statusOK || !strings.Contains(said, "2008-04-09") || !strings.Contains(errOut, "1 thing of "+table+" could not be carried over") {
		t.Errorf("%q, %q", said, errOut)
	}
	if status, said, errOut := called("diff", out, table); status != statusOK || !strings.Contains(said, "no difference") {
		t.Errorf("%q, %q", said, errOut)
	}
	if status, said, _ := called("validate", table); status != statusOK || !strings.Contains(said, "ok, 1 event") {
		t.Errorf("%q", said)
	}
	calendar := filepath.Join(t.TempDir(), "trips.ics")
	if status, _, errOut := called("convert", out, calendar); status != statusOK {
		t.Error(errOut)
	}
	if content, err := os.ReadFile(calendar); err != nil || !bytes.HasPrefix(content, []byte("BEGIN:VCALENDAR\r\n")) {
		t.Errorf("%s, %v", content, err)
	}
}

// The columns of a table can be named.
func TestCLI_ConvertColumns(t *testing.T) {
	table := file(t, "table.csv", "a,b,c,d\n03/04/2001,One,Uno,x\n")
	out := filepath.Join(t.TempDir(), "a.json")
	for _, test := range []struct{ order, want string }{{"day", "2001-04-03"}, {"month", "2001-03-04"}} {
		status, _, errOut := called("convert", table, out, "--columns", "date, summary,title,-", "--numbers", test.order)
		if status != statusOK || !strings.Contains(errOut, "x") {
			t.Fatal(errOut)
		}
		if _, said, _ := called("events", out); !strings.Contains(said, test.want) || !strings.Contains(said, "Uno") {
			t.Errorf("%s first: %s", test.order, said)
		}
	}
	if status, _, errOut := called("convert", table, out, "--numbers", "year"); status != statusUnfit {
		t.Error(errOut)
	}
}

func TestCLI_ConvertStreams(t *testing.T) {
	root := rootCommand()
	var out, errOut bytes.Buffer
	root.SetArgs([]string{"convert", "-", "-", "--to-format", "tsv", "--from-format", "markdown"})
	root.SetIn(strings.NewReader("## Him\n\n- 2007-02-28: Sentenced\n"))
	root.SetOut(&out)
	root.SetErr(&errOut)
	if err := root.Execute(); err != nil {
		t.Fatal(err)
	}
	if lines := strings.Split(out.String(), "\n"); len(lines) < 2 || !strings.Contains(lines[1], "2007-02-28\t") {
		t.Errorf("%q", out.String())
	}
}

// What goes wrong is said, and no file is written.
func TestCLI_ConvertFails(t *testing.T) {
	good := file(t, "small.json", small)
	bad := file(t, "bad.json", `{"format": 1, "title": "T", "lanes": [{"id": "a"}], "events": [{"id": "x", "lanes": ["a"], "date": "20x", "title": "T"}]}`)
	letter := file(t, "letter.txt", "Dear Sir\n")
	old := file(t, "old.json", "old")
	table := file(t, "table.csv", "a,b\n2001,One\n")
	for _, test := range []struct {
		status int
		want   string
		args   []string
	}{
		{statusUnfit, "accepts 2 arg", []string{good}},
		{statusUnfit, "says no format", []string{good, "a.docx"}},
		{statusUnfit, "--to-format markdown", []string{good, "-"}},
		{statusUnfit, `there is no format "word"`, []string{good, old, "--to-format", "word"}},
		{statusUnfit, "--from-format: Web page can be written but not read", []string{good, old, "--from-format", "web-page"}},
		{statusUnfit, `no kind of column "age"`, []string{table, old, "--columns", "date,age"}},
		{statusFailed, "no column of the table holds titles", []string{table, old, "--columns", "date,-"}},
		{statusFailed, "bad.json:1:", []string{bad, old}},
		{statusFailed, "no format that Dateline reads", []string{letter, old}},
		{statusFailed, "no such file", []string{good + "x", old}},
		{statusFailed, "as Timesketch (JSON lines)", []string{letter, old, "--from-format", "timesketch-jsonl"}},
		{statusFailed, "no such file", []string{good, filepath.Join(t.TempDir(), "none", "a.csv")}},
	} {
		status, _, errOut := called(append([]string{"convert"}, test.args...)...)
		if status != test.status || !strings.Contains(errOut, test.want) {
			t.Errorf("%q: status %d, %q", test.args, status, errOut)
		}
	}
	isFile(t, old, "old")
}
