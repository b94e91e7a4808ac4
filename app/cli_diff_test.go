package app

import (
	"path/filepath"
	"strings"
	"testing"
)

func TestCLI_Diff(t *testing.T) {
	old := file(t, "old.json", small)
	new := file(t, "new.json", strings.NewReplacer(`"2001-05-05"`, `"2001-05"`, `"It was one"`, `"It was"`, `"id": "two"`, `"id": "second"`,
		`"title": "B"`, `"title": "<B>"`).Replace(small))
	status, out, errOut := called("diff", old, new)
	want := "~ lane b: title “B” → “<B>”\n~ one: date 2001-05-05 → 2001-05; 1 quotation added, 1 quotation removed\n" +
		"~ two → second: renamed\n1 lane changed, 1 event renamed, 1 event changed\n"
	if status != statusOK || out != want || errOut != "" {
		t.Errorf("status %d, %q, %q; want %q", status, out, errOut, want)
	}
	status, out, _ = called("diff", old, new, "--json", "--exit-code")
	want = `{"what":"lane","change":"changed","id":"b","title":"<B>","fields":[{"field":"title","before":"B","after":"<B>"}]}
{"what":"event","change":"changed","id":"one","date":"2001-05","title":"One","fields":[{"field":"date","before":"2001-05-05","after":"2001-05"},` +
		`{"field":"claims","added":["web: “It was”"],"removed":["web: “It was one”"]}]}
{"what":"event","change":"renamed","id":"second","was":"two","date":"2005","title":"Two"}
`
	if status != statusFailed || out != want {
		t.Errorf("status %d, %s\nwant %s", status, out, want)
	}
	if status, out, _ := called("diff", "--exit-code", old, file(t, "same.json", canonicalOf(t, small))); status != statusOK ||
		out != "no difference\n" {
		t.Errorf("status %d, %q", status, out)
	}
	if status, out, _ := called("diff", "--json", old, old); status != statusOK || out != "" {
		t.Errorf("status %d, %q", status, out)
	}
}

func TestCLI_DiffErrors(t *testing.T) {
	good, bad := file(t, "good.json", small), file(t, "bad.json", "[]")
	missing := filepath.Join(t.TempDir(), "missing.json")
	status, out, errOut := called("diff", bad, missing)
	if want := bad + ":1:1: must be an object, { … }, not a list\nload \"" + missing + "\": no such file or directory\n"; status != statusFailed ||
		out != "" || errOut != want {
		t.Errorf("status %d, %q, %q; want %q", status, out, errOut, want)
	}
	if status, _, errOut := called("diff", good, missing); status != statusFailed || !strings.Contains(errOut, missing) {
		t.Errorf("status %d, %q", status, errOut)
	}
	if status, _, _ := called("diff", good); status != statusUnfit {
		t.Errorf("one file: status %d", status)
	}
}
