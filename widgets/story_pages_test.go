package widgets

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"dateline/data"
)

// All that is known of an event is on its pages, whatever its length: nothing is
// cut.
func TestStory_ShowsAllThatIsSaid(t *testing.T) {
	for _, set := range []*data.Set{atar(t), wordy(t)} {
		s := newStoryStage(t, smallStage)
		for i, e := range eventsOf(t, set) {
			for q, claim := range e.Claims {
				s.tell(set, i, q)
				source := set.Sources[claim.Source].Name()
				want := []string{
					e.Date.Words(), e.Title, set.Lanes[e.Lanes[0]].Title, e.Status.Words(), "3 of 9",
					"“" + claim.Quote + "”", source, claim.Locator,
				}
				for _, lane := range e.Lanes[1:] {
					want = append(want, ", also "+set.Lanes[lane].Title)
				}
				if !claim.Date.IsZero() {
					want = append(want, "This source’s date: "+claim.Date.Words())
				}
				if n := len(e.Claims); n > 1 {
					want = append(want, fmt.Sprintf("quotation %d of %d", q+1, n))
				}
				written := s.read(t)
				for _, words := range want {
					if !strings.Contains(written, dense(words)) {
						t.Errorf("%s, quotation %d: %q is not written in %q", e.ID, q+1, words, written)
					}
				}
			}
		}
	}
}

// read turns all pages and returns what is written, without the spaces and with
// the lines that two pages share once.
func (s *storyStage) read(t *testing.T) string {
	t.Helper()
	columns := []*storyColumn{&s.caption.left, &s.caption.right}
	written, shown := s.words(), make([]int, len(columns))
	for i, c := range columns {
		shown[i] = len(c.shown(0))
	}
	texts := ""
	for page := 0; ; page++ {
		for i, c := range columns {
			from := c.pages[min(page, len(c.pages)-1)]
			if from > shown[i] {
				t.Fatalf("page %d begins with line %d, the one before ends at %d", page+1, from, shown[i])
			}
			shown[i] = max(shown[i], from+len(c.shown(page)))
		}
		for _, c := range columns {
			for _, line := range c.shown(page) {
				if line.text != "" && !strings.Contains(s.words(), dense(line.text)) {
					t.Fatalf("%q is on page %d, but not written", line.text, page+1)
				}
			}
		}
		if !s.Read(1) {
			break
		}
	}
	for i, c := range columns {
		if shown[i] != len(c.lines) {
			t.Fatalf("of %d lines %d were shown", len(c.lines), shown[i])
		}
		for _, line := range c.lines {
			texts += dense(line.text)
		}
	}
	return written + texts
}

func TestStory_PagesTurn(t *testing.T) {
	s := newStoryStage(t, smallStage)
	set := wordy(t)
	s.tell(set, 0, 0)
	n := s.caption.pages()
	if n < 3 || !strings.Contains(s.words(), fmt.Sprintf("part1of%d", n)) || s.Read(-1) {
		t.Fatalf("%d pages, written %q", n, s.words())
	}
	last := s.caption.right.shown(0)
	if !s.Read(1) || s.caption.right.shown(s.page)[0].text != last[len(last)-1].text {
		t.Error("the second page does not begin with the last line of the first")
	}
	for s.Read(1) {
	}
	if !strings.Contains(s.words(), fmt.Sprintf("part%dof%d", n, n)) || !strings.Contains(s.words(), "quoted299”") {
		t.Errorf("at the end is written %q", s.words())
	}
	turn := func(dy float32) { s.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, dy)}) }
	turn(notch)
	if s.page != n-2 {
		t.Errorf("the wheel leads to page %d of %d", s.page+1, n)
	}
	turn(-notch / 2)
	turn(-notch / 2)
	if s.page != n-1 {
		t.Errorf("two half turns of the wheel lead to page %d of %d", s.page+1, n)
	}
	s.tell(set, 0, 1)
	if s.page != 0 {
		t.Error("another quotation does not begin at its top")
	}
	for s.Read(1) {
	}
	s.window.Resize(largeStage)
	if s.page >= s.caption.pages() {
		t.Errorf("in a larger window page %d of %d is shown", s.page+1, s.caption.pages())
	}
	s.tell(set, 1, 0)
	if s.caption.pages() != 1 || s.Read(1) || strings.Contains(s.words(), "part") {
		t.Error("a short text has pages")
	}
}
