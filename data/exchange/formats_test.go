package exchange

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/assets"
	"dateline/data"
	"dateline/data/diff"
)

// atar returns the bundled dataset.
func atar(t *testing.T) *data.Set {
	t.Helper()
	set, err := data.Parse(assets.AtarName, assets.Atar)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// What is written is recognised, and read again it has the same events on the same dates, save for those of which the
// writer has said so.
func TestFormats_RoundTrip(t *testing.T) {
	set := atar(t)
	for _, f := range Formats() {
		if f.Read == nil {
			continue
		}
		content, losses, err := Export(set, f)
		if err != nil {
			t.Errorf("%s: %v", f.Name, err)
			continue
		}
		if found := Detect(content); found == nil || found.Name != f.Name {
			t.Errorf("%s: taken for %+v", f.Name, found)
		}
		loaded, err := Parse("bundled", content, Options{})
		if err != nil {
			t.Errorf("%s: %v", f.Name, err)
			continue
		}
		said := ""
		for _, loss := range losses {
			said += loss.String() + "\n"
		}
		back := map[string]string{}
		for i := range loaded.Set.Events.Len() {
			event, err := loaded.Set.Events.At(i)
			if err != nil {
				t.Fatal(err)
			}
			back[event.Title] = event.Date.String()
		}
		if loaded.Set.Events.Len() != set.Events.Len() {
			t.Errorf("%s: %d events", f.Name, loaded.Set.Events.Len())
		}
		for i := range set.Events.Len() {
			event, err := set.Events.At(i)
			if err != nil {
				t.Fatal(err)
			}
			if back[event.Title] != event.Date.String() && !strings.Contains(said, event.Title) && !strings.Contains(said, event.ID) {
				t.Errorf("%s: %q on %q instead of %s, which was not said", f.Name, event.Title, back[event.Title], event.Date)
			}
		}
	}
}

func TestFormats_Named(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range Formats() {
		if seen[f.Name] || f.Title == "" || len(f.Extensions) == 0 {
			t.Errorf("%+v", f)
		}
		seen[f.Name] = true
		if found, err := Named(f.Name); err != nil || found.Name != f.Name {
			t.Errorf("%s: %v, %v", f.Name, found, err)
		}
	}
	if _, err := Named("word"); err == nil || !strings.Contains(err.Error(), "timesketch-jsonl") {
		t.Error(err)
	}
}

func TestForFile(t *testing.T) {
	for path, want := range map[string]string{
		"a.json": "dateline", "b/A.CSV": "csv", "a.tsv": "tsv", "a.ics": "icalendar", "a.timeline": "timeline-project",
		"a.md": "markdown", "a.html": "web-page", "a.jsonl": "timesketch-jsonl", "a.xml": "simile",
	} {
		if f, err := ForFile(path); err != nil || f.Name != want {
			t.Errorf("%s: %v, %v", path, f, err)
		}
	}
	for _, path := range []string{"a", "a.docx", ""} {
		if f, err := ForFile(path); err == nil {
			t.Errorf("%s: %s", path, f.Name)
		}
	}
}

func TestLoad(t *testing.T) {
	folder := t.TempDir()
	write := func(name, content string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	// The ending says nothing.
	table := write("a table.json", "when;what\n12.03.2005;Arrest\n2007;Sentence\nsoon;Nothing\n")
	loaded, err := Load(t.Context(), table, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if loaded.Format.Name != "csv" || loaded.Set.Events.Len() != 2 || loaded.Set.Title != "a table" || loaded.Set.Path != table {
		t.Errorf("%s, %q from %q", loaded.Format.Name, loaded.Set.Title, loaded.Set.Path)
	}
	if len(loaded.Losses) != 1 || !strings.Contains(loaded.Losses[0].String(), "soon") {
		t.Errorf("losses: %v", loaded.Losses)
	}
	content, err := loaded.Set.Content()
	if again, bad := data.Parse("again", content); err != nil || bad != nil || again.Events.Len() != 2 {
		t.Error(err, bad)
	}
	own := write("own.csv", string(assets.Atar))
	if loaded, err = Load(t.Context(), own, Options{}); err != nil || loaded.Format.Name != "dateline" || loaded.Set.Events.Len() != 54 {
		t.Error(err)
	}
	for name, content := range map[string]string{
		"broken.json": `{"format": 1, "title": 3}`, "empty.csv": "", "binary": "\x7fELF\x00\x01", "letter.txt": "Dear Sir,\n",
	} {
		path := write(name, content)
		if _, err := Load(t.Context(), path, Options{}); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := Load(t.Context(), folder, Options{}); err == nil || !strings.Contains(err.Error(), "this is a folder") {
		t.Error(err)
	}
	if _, err := Load(t.Context(), filepath.Join(folder, "none.csv"), Options{}); !errors.Is(err, os.ErrNotExist) {
		t.Error(err)
	}
}

// A person is asked for the columns of a table, but not of one that Dateline has written.
func TestLoad_Columns(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "a.csv")
	if err := os.WriteFile(path, []byte("x,y,z\n2005,One,Uno\n2006,Two,Due\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	later := errors.New("later")
	_, err := Load(t.Context(), path, Options{Columns: func(*Table, Mapping) (Mapping, error) { return Mapping{}, later }})
	if err != later { //nolint:errorlint // as it is
		t.Errorf("the error is %v", err)
	}
	loaded, err := Load(t.Context(), path, Options{Columns: func(table *Table, _ Mapping) (Mapping, error) {
		if strings.Join(table.Header, "") != "xyz" || len(table.Rows) != 2 {
			t.Errorf("%+v", table)
		}
		return Mapping{Columns: []Field{FieldYear, FieldSummary, FieldTitle}}, nil
	}})
	if err != nil {
		t.Fatal(err)
	}
	if event, err := loaded.Set.Events.At(0); err != nil || event.Title != "Uno" || event.Summary != "One" {
		t.Errorf("%+v, %v", event, err)
	}
	content, _, err := Export(atar(t), &CSV)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err = Load(t.Context(), path, Options{Columns: func(*Table, Mapping) (Mapping, error) { return Mapping{}, later }}); err != nil {
		t.Error(err)
	}
}

// Cancel ends the reading.
func TestLoad_Cancel(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.csv")
	if err := os.WriteFile(path, []byte("date,title\n2005,One\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Load(ctx, path, Options{}); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

// Nothing at all is lost on the way out and in again of these formats.
func TestFormats_Whole(t *testing.T) {
	set := atar(t)
	for _, f := range []*Format{&Own, &Markdown, &ICalendar, &TimelineJSON, &VisTimeline, &TimelineProject, &Simile} {
		content, _, err := Export(set, f)
		if err != nil {
			t.Fatal(f.Name, err)
		}
		loaded, err := Parse("bundled", content, Options{Format: f})
		if err != nil {
			t.Fatal(f.Name, err)
		}
		loaded.Set.Schema = set.Schema // Markdown has no place for it
		changes, err := diff.Compare(t.Context(), set, loaded.Set)
		if err != nil || changes.Different() {
			t.Errorf("%s: %s, %v", f.Name, changes.Sum(), err)
		}
	}
}
