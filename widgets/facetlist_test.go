package widgets

import (
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"dateline/data/facets"
)

func TestFacetList_Counts(t *testing.T) {
	s := newFacetStage(t, parse(t, people))
	for _, c := range []struct{ hidden, listed, sum string }{
		{"", "Ann 3; Bo 2; Cy 1; Zoë Ann 1", "4 people"},
		{"b", "Ann 2 of 3; Bo 2; Cy 1; Zoë Ann 0 of 1", "4 people, 1 in no event shown · [leave out]"},
		{"a", "Ann 1 of 3; Bo 0 of 2; Cy 0 of 1; Zoë Ann 1", "4 people, 2 in no event shown · [leave out]"},
	} {
		s.without(c.hidden)
		if got := s.listed(); got != c.listed {
			t.Errorf("without %q %s are listed, want %s", c.hidden, got, c.listed)
		}
		if got := lineOf(s.sum); got != c.sum {
			t.Errorf("without %q: %s, want %s", c.hidden, got, c.sum)
		}
	}
	follow(t, s.sum, "leave out")
	if got, sum := s.listed(), lineOf(s.sum); got != "Ann 1 of 3; Zoë Ann 1" ||
		sum != "4 people, 2 in no event shown left out · [list all]" {
		t.Errorf("left are %s; %s", got, sum)
	}
	s.On.Toggle(facets.People, "Bo") // has none, but is chosen
	if got := s.listed(); !strings.Contains(got, "*Bo 0 of 2") || strings.Contains(got, "Cy") {
		t.Errorf("left are %s", got)
	}
	s.On.Find("cy")
	if got := s.words(); got != "Filters hide every event with these names. List all to see them." {
		t.Errorf("left are %s", got)
	}
	follow(t, s.sum, "list all")
	if got, sum := s.listed(), lineOf(s.sum); got != "Cy 0 of 1" || sum != "1 of 4 people, 1 in no event shown · [leave out]" {
		t.Errorf("listed are %s; %s", got, sum)
	}
}

func TestNamesWords(t *testing.T) {
	for kind, want := range map[facets.Kind]string{
		facets.People: "1 person, 2 people", facets.Places: "1 place, 2 places", facets.Tags: "1 tag, 2 tags",
	} {
		if got := namesWords(kind, 1) + ", " + namesWords(kind, 2); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

// A click chooses a name and a second one on the same place lets it go, whatever
// is counted meanwhile.
func TestFacetList_Click(t *testing.T) {
	s := newFacetStage(t, parse(t, people))
	s.click(3)
	s.without("b")
	if got := s.listed(); got != "Ann 2 of 3; Bo 2; Cy 1; *Zoë Ann 0 of 1" {
		t.Errorf("listed are %s", got)
	}
	s.click(3)
	s.click(4) // below the last
	if got := s.said(); got != "toggle People Zoë Ann; toggle People Zoë Ann" || !s.state.Chosen.Empty() {
		t.Errorf("clicks: %s", got)
	}
}

// What is chosen is marked with a tick and a cross.
func TestFacetList_MarksWhatIsChosen(t *testing.T) {
	s := newFacetStage(t, parse(t, people))
	lines := func() (n int) {
		for _, o := range test.WidgetRenderer(s.names).Objects() {
			if _, ok := o.(*canvas.Line); ok {
				n++
			}
		}
		return n
	}
	for i, want := range []int{4, 8} {
		if s.click(i); lines() != want {
			t.Errorf("%d lines are drawn for %d names", lines(), i+1)
		}
	}
	s.On.Clear()
	if lines() != 0 {
		t.Errorf("%d lines are drawn for nothing", lines())
	}
}

func TestFacetList_SaysWhatIsChosen(t *testing.T) {
	s := newFacetStage(t, parse(t, people))
	if got := lineOf(s.chosen); !strings.HasPrefix(got, "Click a name ") || strings.Contains(got, "[") {
		t.Errorf("nothing is chosen, and it says %q", got)
	}
	s.click(0)
	if got := lineOf(s.chosen); got != "Only events with Ann · [clear]" {
		t.Errorf("it says %q", got)
	}
	s.On.Kind(facets.Tags)
	s.click(1)
	if got := lineOf(s.chosen); got != "Only events with Ann and law · [clear]" {
		t.Errorf("it says %q", got)
	}
	s.On.Toggle(facets.People, "Bo")
	if got := lineOf(s.chosen); got != "Only events with Ann, Bo and law · [with any of them] [clear]" {
		t.Errorf("it says %q", got)
	}
	s.said()
	follow(t, s.chosen, "with any of them")
	if got := lineOf(s.chosen); got != "Only events with Ann or Bo, and law · [with all of them] [clear]" {
		t.Errorf("it says %q", got)
	}
	follow(t, s.chosen, "with all of them")
	follow(t, s.chosen, "clear")
	if got := s.said(); got != "any true; any false; clear" {
		t.Errorf("the links: %s", got)
	}
}

// What is said above grows, but a name that was clicked stays under the pointer.
func TestFacetList_StaysUnderThePointer(t *testing.T) {
	s := newFacetStage(t, crowded(t, 1000))
	height := s.chosen.Size().Height
	for i := range 12 {
		row := s.names.at(float64(s.row(3 + i).Y))
		y := float64(s.names.Position().Y) + s.names.top(row)
		s.click(row)
		if now := float64(s.names.Position().Y) + s.names.top(row); math.Abs(now-y) > 0.01 {
			t.Errorf("with %d names chosen, row %d is at %g, not %g", i+1, row, now, y)
		}
		if i == 0 && s.chosen.Size().Height != height {
			t.Error("the first choice moves what is below")
		}
	}
	if s.chosen.Size().Height <= height {
		t.Error("there is no room for what is chosen")
	}
}
