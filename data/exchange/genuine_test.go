package exchange

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// genuineFile returns a file that another program has written; testdata/genuine/README.md says how.
func genuineFile(t *testing.T, name string) []byte {
	t.Helper()
	content, err := os.ReadFile(filepath.Join("testdata", "genuine", name))
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// genuineLine returns what an event says but for its identifier and summary: its date, title and lanes, then what there is
// of tags, people, places and sources, these by their address where they have one.
func genuineLine(timeline *Timeline, event *Event) string {
	var lanes, sources []string
	for _, id := range event.Lanes {
		at := slices.IndexFunc(timeline.Lanes, func(l Lane) bool { return l.ID == id })
		lane := timeline.Lanes[at]
		if lane.Title == "" {
			lane.Title = lane.ID
		}
		lanes = append(lanes, lane.Title)
	}
	for _, claim := range event.Claims {
		at := slices.IndexFunc(timeline.Sources, func(s Source) bool { return s.ID == claim.Source })
		source := timeline.Sources[at]
		if source.URL == "" {
			source.URL = source.Title
		}
		sources = append(sources, source.URL)
	}
	parts := []string{event.Date, event.Title, strings.Join(lanes, " + ")}
	for _, list := range []struct {
		name  string
		texts []string
	}{{"tags ", event.Tags}, {"people ", event.People}, {"places ", event.Places}, {"from ", sources}} {
		if len(list.texts) > 0 {
			parts = append(parts, list.name+strings.Join(list.texts, "; "))
		}
	}
	return strings.ReplaceAll(strings.Join(parts, " | "), "\n", " ⏎ ")
}

func genuineLines(timeline *Timeline) string {
	var b strings.Builder
	for i := range timeline.Events {
		b.WriteString(genuineLine(timeline, &timeline.Events[i]) + "\n")
	}
	return b.String()
}

// Files that other programs have written are what they are, and nothing of them is dropped without a word.
func TestGenuine(t *testing.T) {
	for _, test := range genuineCases {
		t.Run(test.file, func(t *testing.T) {
			content := genuineFile(t, test.file)
			for _, f := range Formats() {
				if f.Read != nil && f.Name != test.format && f.Detect(content) >= Detect(content).Detect(content) {
					t.Errorf("it may as well be %s", f.Name)
				}
			}
			loaded, err := Parse(test.file, content, Options{})
			if err != nil {
				t.Fatal(err)
			}
			result, err := loaded.Format.Read(content)
			if err != nil || loaded.Format.Name != test.format {
				t.Fatalf("it is read as %s: %v", loaded.Format.Name, err)
			}
			if got := "\n" + genuineLines(result.Timeline); got != test.events {
				t.Errorf("events: got%s\nwant%s", got, test.events)
			}
			if lines := strings.Count(test.events, "\n") - 1; loaded.Set.Events.Len() != lines {
				t.Errorf("the dataset has %d events, not %d", loaded.Set.Events.Len(), lines)
			}
			var losses []string
			for _, loss := range loaded.Losses {
				losses = append(losses, loss.String())
			}
			sayAll(t, "loss", losses, test.losses, test.says)
			sayAll(t, "note", loaded.Notes, test.notes, test.noted)
		})
	}
}

// sayAll asserts how many texts there are, and that each of some others is in one.
func sayAll(t *testing.T, what string, got []string, number int, wants []string) {
	t.Helper()
	if len(got) != number {
		t.Errorf("there are %d of %s, not %d:\n%s", len(got), what, number, strings.Join(got, "\n"))
	}
	for _, want := range wants {
		if !slices.ContainsFunc(got, func(text string) bool { return strings.Contains(text, want) }) {
			t.Errorf("no %s says %q:\n%s", what, want, strings.Join(got, "\n"))
		}
	}
}

// What was read of them comes back whole from a file of the same format that Dateline has written.
func TestGenuine_RoundTrip(t *testing.T) {
	for _, test := range genuineCases {
		t.Run(test.file, func(t *testing.T) {
			content := genuineFile(t, test.file)
			f := Detect(content)
			before, err := f.Read(content)
			if err != nil {
				t.Fatal(err)
			}
			written, _, err := f.Write(before.Timeline)
			if err != nil {
				t.Fatal(err)
			}
			if again := Detect(written); again != f {
				t.Fatalf("what was written is taken for %v", again)
			}
			after, err := f.Read(written)
			if err != nil {
				t.Fatal(err)
			}
			was, is := genuineJSON(t, before.Timeline), genuineJSON(t, after.Timeline)
			for i := range max(len(was), len(is)) {
				if i >= len(was) || i >= len(is) || was[i] != is[i] {
					t.Fatalf("from event %d on they were\n%s\nand are\n%s", i, was[i:], is[i:])
				}
			}
			if len(after.Losses) > 0 {
				t.Errorf("something is lost of what Dateline has written: %v", after.Losses)
			}
		})
	}
}

// genuineJSON returns each event of a timeline as JSON.
func genuineJSON(t *testing.T, timeline *Timeline) []string {
	t.Helper()
	texts := make([]string, len(timeline.Events))
	for i := range timeline.Events {
		text, err := json.Marshal(&timeline.Events[i])
		if err != nil {
			t.Fatal(err)
		}
		texts[i] = string(text)
	}
	return texts
}

// Every file there is has a case and is said in the README, and is small.
func TestGenuine_Files(t *testing.T) {
	entries, err := os.ReadDir(filepath.Join("testdata", "genuine"))
	if err != nil {
		t.Fatal(err)
	}
	readme := string(genuineFile(t, "README.md"))
	cases := 0
	for _, entry := range entries {
		name := entry.Name()
		if name == "README.md" || strings.HasPrefix(name, ".") {
			continue
		}
		cases++
		if !slices.ContainsFunc(genuineCases, func(c genuineCase) bool { return c.file == name }) {
			t.Errorf("%s has no case", name)
		}
		if !strings.Contains(readme, "`"+name+"`") {
			t.Errorf("%s is not in the README", name)
		}
		if info, err := entry.Info(); err != nil || info.Size() > 20_000 {
			t.Errorf("%s is not small: %v", name, err)
		}
	}
	if cases != len(genuineCases) {
		t.Errorf("there are %d files and %d cases", cases, len(genuineCases))
	}
}
