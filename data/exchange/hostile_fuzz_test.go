package exchange

import (
	"slices"
	"strings"
	"testing"
)

// titlesOf returns the titles of a timeline's events, sorted.
func titlesOf(t *Timeline) []string {
	var titles []string
	for i := range t.Events {
		titles = append(titles, t.Events[i].Title)
	}
	slices.Sort(titles)
	return titles
}

// checkKept asserts that a timeline comes out of a format with the events that it went in with.
func checkKept(t *testing.T, f *Format, timeline *Timeline) {
	t.Helper()
	content, losses, err := f.Write(timeline)
	if err != nil {
		t.Fatalf("%s: %v", f.Name, err)
	}
	if f.Read == nil || len(timeline.Events) == 0 {
		return
	}
	result, err := f.Read(content)
	if err != nil {
		t.Fatalf("%s: what was written is not read: %v\n%s", f.Name, err, content)
	}
	valid(t, result.Timeline)
	if before, after := titlesOf(timeline), titlesOf(result.Timeline); !slices.Equal(before, after) && len(losses) == 0 {
		t.Errorf("%s: %q comes back as %q\n%s", f.Name, before, after, content)
	}
	if len(result.Timeline.Events) != len(timeline.Events) && !strings.Contains(lossText(losses), "left out") {
		t.Errorf("%s: %d events come back of %d\n%s", f.Name, len(result.Timeline.Events), len(timeline.Events), content)
	}
}

func lossText(losses []Loss) string {
	var b strings.Builder
	for _, loss := range losses {
		b.WriteString(loss.String() + "\n")
	}
	return b.String()
}

// Anything at all is an error or a dataset, whatever it is detected to be; and what is a dataset can be written in every
// format and read again.
func FuzzLoaded(f *testing.F) {
	for _, input := range hostileInputs {
		if content := input.make(min(input.size, 50)); len(content) < 4096 {
			f.Add([]byte(content))
		}
	}
	for _, format := range Formats() {
		if format.Read == nil || format.Write == nil {
			continue
		}
		content, _, err := format.Write(hostileTimeline("a <b> é"))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(content)
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		loaded, err := readHostile(t, "anything", content, nil)
		if err != nil {
			return
		}
		whole, err := loaded.Set.Content()
		if err != nil {
			t.Fatal(err)
		}
		timeline, err := own(whole)
		if err != nil {
			t.Fatal(err)
		}
		for _, format := range Formats() {
			if format.Write != nil {
				checkKept(t, format, timeline)
			}
		}
	})
}

// Every reader that is handed anything, as by --from-format.
func FuzzAnyFormat(f *testing.F) {
	for i, format := range readers() {
		f.Add(uint8(i), []byte("a"))
		if format.Write != nil {
			content, _, err := format.Write(hostileTimeline("x"))
			if err != nil {
				f.Fatal(err)
			}
			f.Add(uint8(i), content)
		}
	}
	f.Fuzz(func(t *testing.T, i uint8, content []byte) {
		list := readers()
		format := list[int(i)%len(list)]
		loaded, err := readHostile(t, format.Name, content, format)
		if err != nil || format.Write == nil {
			return
		}
		whole, err := loaded.Set.Content()
		if err != nil {
			t.Fatal(err)
		}
		timeline, err := own(whole)
		if err != nil {
			t.Fatal(err)
		}
		checkKept(t, format, timeline)
	})
}
