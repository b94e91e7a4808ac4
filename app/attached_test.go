package app

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/data"
)

// cited are datasets that cite the same newspaper, and sources that are not
// told from others by what is known of them.
const cited = `{"format": 1, "title": "Cited", "lanes": [{"id": "a"}], "events": [], "sources": [
 {"id": "paper", "title": "The  Cafe\u0301 Raid", "publisher": "The Paper", "published": "2016-11-08"},
 {"id": "other-day", "title": "The Caf\u00e9 Raid", "publisher": "The Paper", "published": "2016-11-09"},
 {"id": "interview", "title": "Interview"}, {"id": "interview-2", "title": "Interview"},
 {"id": "untitled", "publisher": "The Paper"},
 {"id": "twin-1", "title": "Twin", "publisher": "P"}, {"id": "twin-2", "title": "Twin", "publisher": "P"},
 {"id": "notes", "title": "Notes of a meeting"}]}`

const citedElsewhere = `{"format": 1, "title": "Elsewhere", "lanes": [{"id": "a"}], "events": [], "sources": [
 {"id": "untitled", "publisher": "The Paper"}, {"id": "notes", "title": "Notes of a meeting"},
 {"id": "p1", "title": "The Caf\u00e9 Raid", "publisher": "The\u00a0Paper", "published": "2016-11-08"}]}`

func parseSet(t *testing.T, content string) *data.Set {
	t.Helper()
	set, err := data.Parse("test.json", []byte(content))
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// attachedAt returns the attachments kept at a path.
func attachedAt(t *testing.T, path string) *attachments {
	t.Helper()
	a, err := loadAttachments(path)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// shown returns what is shown of a source: the text, with the note, or the
// error.
func (a *attachments) shown(set *data.Set, source int) string {
	d, note, err := a.document(set, source)
	switch {
	case errors.Is(err, errNoDocument):
		return "none"
	case err != nil:
		return "error: " + err.Error()
	case note != "":
		return d.Text + " (" + note + ")"
	}
	return d.Text
}

func TestAttachments_AreRemembered(t *testing.T) {
	path := filepath.Join(t.TempDir(), "not", "there", "attached.json")
	set := parseSet(t, cited)
	a := attachedAt(t, path)
	for i := range set.Sources {
		if got := a.shown(set, i); got != "none" {
			t.Errorf("%s: %s", set.Sources[i].ID, got)
		}
	}
	for i := range set.Sources {
		text := "text of " + set.Sources[i].ID
		d, err := a.attach(set, i, file(t, "a.txt", text))
		if err != nil || d.Text != text {
			t.Fatalf("%+v, %v", d, err)
		}
	}
	for _, a := range []*attachments{a, attachedAt(t, path)} {
		for i := range set.Sources {
			if got := a.shown(set, i); got != "text of "+set.Sources[i].ID {
				t.Errorf("%s: %s", set.Sources[i].ID, got)
			}
		}
	}
}

// A source is known again in another dataset, under another identifier; one
// that cannot be told from others is not taken for them.
func TestAttachments_HoldForTheSource(t *testing.T) {
	a := attachedAt(t, "")
	set, other := parseSet(t, cited), parseSet(t, citedElsewhere)
	for i := range set.Sources {
		if _, err := a.attach(set, i, file(t, "a.txt", set.Sources[i].ID)); err != nil {
			t.Fatal(err)
		}
	}
	for i, want := range []string{"none", "none", "paper"} {
		if got := a.shown(other, i); got != want {
			t.Errorf("%s: %s, want %s", other.Sources[i].ID, got, want)
		}
	}
	again := parseSet(t, cited) // from another place
	again.Path = "/elsewhere/set.json"
	for i := range again.Sources {
		if got := a.shown(again, i); got != again.Sources[i].ID {
			t.Errorf("%s: %s", again.Sources[i].ID, got)
		}
	}
}

func TestAttachments_ChangedAndGone(t *testing.T) {
	a := attachedAt(t, filepath.Join(t.TempDir(), "attached.json"))
	set := parseSet(t, cited)
	path := file(t, "a.txt", "before")
	attach := func() {
		t.Helper()
		if _, err := a.attach(set, 0, path); err != nil {
			t.Fatal(err)
		}
	}
	rewrite := func(text string) {
		t.Helper()
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	attach()
	rewrite("after")
	if got := a.shown(set, 0); got != "after ("+changedNote+")" {
		t.Error(got)
	}
	rewrite("before")
	if got := a.shown(set, 0); got != "before" {
		t.Errorf("changed and changed back: %s", got)
	}
	rewrite("after")
	attach()
	if got := a.shown(set, 0); got != "after" {
		t.Errorf("attached again: %s", got)
	}
	rewrite("\x00")
	if got := a.shown(set, 0); !strings.HasPrefix(got, "error: the attached document cannot be shown") || !strings.Contains(got, path) {
		t.Error(got)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if got := a.shown(set, 0); !strings.HasPrefix(got, "error: the attached document is gone") || !strings.Contains(got, path) {
		t.Error(got)
	}
	if _, _, err := a.document(set, 0); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
}

// The dataset's own text comes first. Where it cannot be read, that is said,
// over what is attached if there is something.
func TestAttachments_OwnTextFirst(t *testing.T) {
	set := parseSet(t, strings.Replace(cited, `"published": "2016-11-08"`, `"published": "2016-11-08", "file": "own.txt"`, 1))
	own := file(t, "own.txt", "own")
	set.Path = filepath.Join(filepath.Dir(own), "set.json")
	a := attachedAt(t, "")
	if got := a.shown(set, 0); got != "own" {
		t.Error(got)
	}
	if _, err := a.attach(set, 0, file(t, "a.txt", "attached")); err != nil {
		t.Fatal(err)
	}
	if got := a.shown(set, 0); got != "own" {
		t.Errorf("with another attached: %s", got)
	}
	if err := os.Remove(own); err != nil {
		t.Fatal(err)
	}
	if got := a.shown(set, 0); !strings.HasPrefix(got, "attached (This is the document that you attached: ") || !strings.Contains(got, "own.txt") {
		t.Error(got)
	}
	if got := attachedAt(t, "").shown(set, 0); !strings.HasPrefix(got, "error: the text of “The  Cafe\u0301 Raid” cannot be shown") {
		t.Error(got)
	}
}

// Two windows do not forget what the other has attached; what cannot be read is
// not attached, and leaves what was there.
func TestAttachments_TwoWindows(t *testing.T) {
	path := filepath.Join(t.TempDir(), "attached.json")
	set := parseSet(t, cited)
	one, two := attachedAt(t, path), attachedAt(t, path)
	for i, a := range []*attachments{one, two} {
		if _, err := a.attach(set, i, file(t, "a.txt", set.Sources[i].ID)); err != nil {
			t.Fatal(err)
		}
	}
	if d, err := two.attach(set, 0, file(t, "a.pdf", "%PDF-")); err == nil || d != nil {
		t.Errorf("a PDF is attached: %+v", d)
	}
	third := attachedAt(t, path)
	if third.shown(set, 0) != "paper" || third.shown(set, 1) != "other-day" {
		t.Errorf("%s, %s", third.shown(set, 0), third.shown(set, 1))
	}
}

func TestAttachments_RelativePath(t *testing.T) {
	path := file(t, "a.txt", "text")
	kept := filepath.Join(t.TempDir(), "attached.json")
	set := parseSet(t, cited)
	t.Chdir(filepath.Dir(path))
	if _, err := attachedAt(t, kept).attach(set, 0, "a.txt"); err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	if got := attachedAt(t, kept).shown(set, 0); got != "text" {
		t.Error(got)
	}
}

// A file that cannot be read is said and left alone; the program goes on.
func TestLoadAttachments_Unreadable(t *testing.T) {
	for name, content := range map[string]string{"empty": "", "cut": `{"attached": [{"file"`, "of another type": `{"attached": 7}`} {
		path := file(t, "attached.json", content)
		a, err := loadAttachments(path)
		if err == nil || !strings.Contains(err.Error(), path) {
			t.Errorf("%s: error %v", name, err)
		}
		set := parseSet(t, cited)
		if _, err := a.attach(set, 0, file(t, "a.txt", "text")); err != nil || a.shown(set, 0) != "text" {
			t.Errorf("%s: %s, %v", name, a.shown(set, 0), err)
		}
		if got, _ := os.ReadFile(path); string(got) != content {
			t.Errorf("%s: it is overwritten with %q", name, got)
		}
	}
}

// What cannot be remembered is shown nevertheless.
func TestAttachments_NotWritable(t *testing.T) {
	a := attachedAt(t, filepath.Join(t.TempDir(), "attached.json"))
	if err := os.Mkdir(a.path, 0o755); err != nil {
		t.Fatal(err)
	}
	set := parseSet(t, cited)
	d, err := a.attach(set, 0, file(t, "a.txt", "text"))
	if err == nil || !strings.Contains(err.Error(), "not be remembered") || d == nil || a.shown(set, 0) != "text" {
		t.Errorf("%+v, %v, %s", d, err, a.shown(set, 0))
	}
}

func TestAttachedPath(t *testing.T) {
	if got := attachedPath(filepath.Join("a", "session.json")); got != filepath.Join("a", "attached.json") {
		t.Error(got)
	}
	if got := attachedPath(""); got != "" {
		t.Error(got)
	}
}
