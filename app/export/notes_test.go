package export

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"dateline/data"
	"dateline/widgets/scene"
)

// foot returns what stands below the legend, on one line.
func foot(c *composition) string {
	var lines []string
	for _, text := range c.texts {
		if text.y > c.box.y1 {
			lines = append(lines, strings.ReplaceAll(text.line.text, leftToRightMark, ""))
		}
	}
	return strings.Join(lines, " ")
}

// checkNotes looks whether the numbers after each label are those at the foot of
// the sources that its events rest on, all of them or as many as an ellipsis
// ends.
func checkNotes(t *testing.T, c *composition) {
	t.Helper()
	set, below := c.o.Set, strings.Join(strings.Fields(foot(c)), " ")
	numbers := make(map[int]int)
	for i, source := range sourcesOf(set, c.timeline.Marks, c.timeline.over.sources) {
		numbers[source] = i + 1
		if i >= c.report.Sources-c.report.SourcesLeft {
			continue
		}
		words := strings.ReplaceAll(citation(&set.Sources[source]), leftToRightMark, "")
		start := []rune(strings.Join(strings.Fields(words), " "))
		if want := fmt.Sprintf("[%d] %s", i+1, string(start[:min(len(start), 8)])); !strings.Contains(below, want) {
			t.Errorf("%q is not at the foot: %q", want, below)
		}
	}
	named := c.report.SourcesLeft < c.report.Sources
	for i := range c.timeline.Marks {
		var want []int
		for event := range c.timeline.Marks[i].Events.All() {
			for _, source := range set.Events.Sources(event) {
				want = append(want, numbers[source])
			}
		}
		slices.Sort(want)
		checkNumbers(t, &c.labels[i], slices.Compact(want), named)
	}
}

func checkNumbers(t *testing.T, l *label, want []int, named bool) {
	t.Helper()
	text, all := l.numbers.line.text, ""
	for i, number := range want {
		if i > 0 {
			all += ","
		}
		all += strconv.Itoa(number)
	}
	begun, cut := strings.CutSuffix(text, scene.Ellipsis)
	switch {
	case l.text.line.text == "" || !named || len(want) == 0:
		if text != "" {
			t.Errorf("%q has the numbers %q", l.text.line.text, text)
		}
	case cut && (begun == "" || strings.HasPrefix(all, begun+",")):
	case text != all:
		t.Errorf("%q has the numbers %q, want %q", l.text.line.text, text, all)
	}
}

func TestNoteText(t *testing.T) {
	ts, f := newTest(t), face{13, false}
	ten := []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}
	for _, c := range []struct {
		numbers []int
		room    string // as wide as this
		want    string
	}{
		{nil, "1", ""},
		{[]int{7}, "1", "7"},
		{[]int{1, 2}, "1,2", "1,2"},
		{[]int{1, 2, 3}, "1,2,3", "1,2,3"},
		{[]int{1, 2, 3, 4}, "1,2,3", "1,2…"},
		{[]int{10, 11}, "10", "…"},
		{[]int{10, 11}, "1", ""},
		{ten[:8], strings.Repeat("0", 99), "1,2,3,4,5,6,7,8"},
		{ten, strings.Repeat("0", 99), "1,2,3,4,5,6,7,8…"},
	} {
		if got := ts.noteText(c.numbers, f, ts.noteWidth(c.room, f)); got != c.want {
			t.Errorf("%v in the room of %s: %q, want %q", c.numbers, c.room, got, c.want)
		}
	}
}

// Nine in ten events decide for how many numbers all labels have room.
func TestNoteRoom(t *testing.T) {
	ts := newTest(t)
	rest := func(counts ...int) string {
		events := []object{}
		for i, n := range counts {
			e := event(fmt.Sprint("e", i), "a", "2001", "E")
			claims := []object{}
			for k := range n {
				claims = append(claims, object{"source": fmt.Sprint("s", k), "quote": "q"})
			}
			e["claims"] = claims
			events = append(events, e)
		}
		sources := []object{}
		for k := range 12 {
			sources = append(sources, object{"id": fmt.Sprint("s", k)})
		}
		set := parsed(t, object{"format": 1, "title": "T", "lanes": []object{{"id": "a"}}, "sources": sources, "events": events})
		return ts.noteRoom(set.Select(data.Filter{}))
	}
	ten := func(last ...int) []int { return append([]int{1, 1, 1, 1, 1, 1, 1, 1, 1, 1}[len(last):], last...) }
	for want, counts := range map[string][][]int{
		"":         {{}, {0}, {0, 0}},
		"00":       {{1}, ten(), ten(3), ten(0, 0, 5)},
		"00,00":    {{2}, {1, 2}, ten(2, 2), ten(2, 9)},
		"00,00,00": {{3}, {12}, ten(3, 3)},
	} {
		for _, c := range counts {
			if got := rest(c...); got != want {
				t.Errorf("%v sources: %q, want %q", c, got, want)
			}
		}
	}
}

// What the foot has no room to name has no numbers.
func TestNotes_noneWithoutFoot(t *testing.T) {
	o := light(sourced(t, 150, 160, 9))
	o.Width, o.Height = 400, 250
	r, c := recorded(t, newTest(t), o)
	if c.report.SourcesLeft != c.report.Sources || c.report.Sources == 0 {
		t.Fatalf("not the case that was meant: %+v", c.report)
	}
	labels := 0
	for i := range c.labels {
		if c.labels[i].text.line.text != "" {
			labels++
		}
		if c.labels[i].numbers.line.text != "" {
			t.Errorf("%q has numbers", c.labels[i].text.line.text)
		}
	}
	if labels == 0 || slices.Contains(r.lines, "Sources (the small numbers):") {
		t.Errorf("%d labels: %q", labels, r.lines)
	}
}

func TestSourceLines_numbersStayWithTheirSources(t *testing.T) {
	ts, set := newTest(t), sourced(t, 30, 31, 50)
	all := make([]int, 30)
	for i := range all {
		all[i] = i
	}
	for width := 200.0; width < 400; width += 7 {
		lines, left := ts.sourceLines(set, all, sourceFace, width, 40, true)
		if left > 0 || !strings.HasPrefix(strings.Join(lines, " "), "Sources (the small numbers): [1] “Source 0”; [2] ") {
			t.Fatalf("%d left: %q", left, lines)
		}
		for _, line := range lines {
			if strings.HasSuffix(line, "]") {
				t.Errorf("a number is parted from its source: %q", line)
			}
		}
	}
	if got := more(1, 30); got != "and 1 more, [30]" {
		t.Error(got)
	}
	if got := more(1200, 1230); got != "and 1,200 more, [31] to [1230]" {
		t.Error(got)
	}
}
