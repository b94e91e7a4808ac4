package app

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dateline/data/exchange"
)

// canonicalOf returns the canonical form of a dataset.
func canonicalOf(t *testing.T, content string) string {
	t.Helper()
	canonical, err := exchange.Canonical([]byte(content))
	if err != nil {
		t.Fatal(err)
	}
	return string(canonical)
}

// isFile asserts what a file contains.
func isFile(t *testing.T, path, want string) {
	t.Helper()
	if got, err := os.ReadFile(path); err != nil || string(got) != want {
		t.Errorf("%s is\n%s\n%v; want\n%s", path, got, err, want)
	}
}

// aged makes a file an old one and returns what is known of it.
func aged(t *testing.T, path string) fs.FileInfo {
	t.Helper()
	then := time.Date(2001, 2, 3, 4, 5, 6, 0, time.UTC)
	if err := os.Chtimes(path, then, then); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return info
}

func TestCLI_Fmt(t *testing.T) {
	path := file(t, "small.json", small)
	if err := os.Chmod(path, 0o640); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(t.TempDir(), "link.json")
	if err := os.Symlink(path, link); err != nil {
		t.Fatal(err)
	}
	if status, out, _ := called("fmt", "--check", path, link); status != statusFailed || out != path+"\n"+link+"\n" {
		t.Errorf("status %d, %q", status, out)
	}
	isFile(t, path, small)
	status, out, errOut := called("fmt", link)
	if status != statusOK || out != link+": formatted\n" || errOut != "" {
		t.Errorf("status %d, %q, %q", status, out, errOut)
	}
	isFile(t, path, canonicalOf(t, small))
	if info, err := os.Lstat(link); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("the link is %v, %v", info, err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode() != 0o640 {
		t.Errorf("the permissions are %v, %v", info.Mode(), err)
	}
}

func TestCLI_FmtCanonical(t *testing.T) {
	path := file(t, "canonical.json", canonicalOf(t, small))
	before := aged(t, path)
	if status, out, _ := called("fmt", path); status != statusOK || out != path+": unchanged\n" {
		t.Errorf("status %d, %q", status, out)
	}
	if status, out, _ := called("fmt", "--check", path); status != statusOK || out != "" {
		t.Errorf("status %d, %q", status, out)
	}
	if after, err := os.Stat(path); err != nil || !os.SameFile(before, after) || !after.ModTime().Equal(before.ModTime()) {
		t.Errorf("a canonical file was written again: %v", err)
	}
}

// Files with errors are left alone, and the others are not.
func TestCLI_FmtErrors(t *testing.T) {
	wrong := strings.Replace(small, `"2001-05-05"`, `"2001-13-05"`, 1)
	twice := strings.Replace(small, `"title": "Small"`, `"title": "Small", "title": "Two"`, 1)
	bad, broken, doubled := file(t, "bad.json", wrong), file(t, "broken.json", small+"}"), file(t, "twice.json", twice)
	good, folder := file(t, "good.json", small), t.TempDir()
	missing := filepath.Join(folder, "missing.json")
	before := aged(t, bad)
	_, _, problems := called("validate", bad, broken, doubled)
	status, out, errOut := called("fmt", bad, broken, doubled, good, missing, folder, os.DevNull)
	want := problems + "format \"" + missing + "\": no such file or directory\nformat \"" + folder +
		"\": this is a folder, not a file\nformat \"" + os.DevNull + "\": this is a device or a pipe, not a file\n"
	if status != statusFailed || out != good+": formatted\n" || errOut != want {
		t.Errorf("status %d, %q, %q; want %q", status, out, errOut, want)
	}
	isFile(t, bad, wrong)
	isFile(t, broken, small+"}")
	isFile(t, doubled, twice)
	isFile(t, good, canonicalOf(t, small))
	if after, err := os.Stat(bad); err != nil || !os.SameFile(before, after) || !after.ModTime().Equal(before.ModTime()) {
		t.Errorf("a file with errors was touched: %v", err)
	}
	if status, out, errOut := called("fmt", "--check", bad, good); status != statusFailed || out != "" || errOut == "" {
		t.Errorf("status %d, %q, %q", status, out, errOut)
	}
	if status, _, _ := called("fmt"); status != statusUnfit {
		t.Errorf("without a file: status %d", status)
	}
}

func TestCLI_FmtStandardInput(t *testing.T) {
	canonical := canonicalOf(t, small)
	tests := []struct {
		in, out, errOut string
		args            []string
		fails           bool
	}{
		{in: small, out: canonical},
		{in: "\ufeff" + canonical, out: canonical},
		{in: small, out: "-\n", args: []string{"--check"}, fails: true},
		{in: canonical, args: []string{"--check"}},
		{in: "[]", errOut: "-:1:1: must be an object, { … }, not a list\n", fails: true},
	}
	for _, test := range tests {
		var out, errOut bytes.Buffer
		root := rootCommand()
		root.SetArgs(append([]string{"fmt", "-"}, test.args...))
		root.SetIn(strings.NewReader(test.in))
		root.SetOut(&out)
		root.SetErr(&errOut)
		err := root.Execute()
		if out.String() != test.out || errOut.String() != test.errOut || (err != nil) != test.fails {
			t.Errorf("%q, %s: %q, %q, %v", test.in, test.args, &out, &errOut, err)
		}
	}
}

// A file that somebody saves while it is formatted is not overwritten.
func TestCLI_FmtChangedMeanwhile(t *testing.T) {
	path := file(t, "small.json", small)
	cmd := fmtCommand()
	cmd.SetOut(new(bytes.Buffer))
	before, info, err := readForFormat(cmd, path)
	if err != nil {
		t.Fatal(err)
	}
	saved := strings.Replace(small, "Small", "Larger", 1)
	if err := os.WriteFile(path, []byte(saved), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := writeFormatted(path, info, before); err == nil || !strings.Contains(err.Error(), "nothing was written") {
		t.Error(err)
	}
	isFile(t, path, saved)
}
