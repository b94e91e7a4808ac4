package widgets

import (
	"image/color"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"dateline/data"
	"dateline/widgets/palette"
)

// event returns the index of a bundled event.
func event(t *testing.T, set *data.Set, id string) int {
	t.Helper()
	i, ok := set.Events.Index(id)
	if !ok {
		t.Fatalf("there is no event %s", id)
	}
	return i
}

// Links, disputes and knowledge stand in the panel, and lead on.
func TestSourcePanel_Details(t *testing.T) {
	s := newPanelStage(t)
	set := atar(t)
	release, sentence := event(t, set, "cmrs-decides-release"), event(t, set, "life-sentence")
	details := &PanelDetails{
		Links: []PanelLink{
			{Event: release, Arrow: "←", Kind: "follows from", Ahead: "9 days earlier"},
			{Event: sentence, Arrow: "→", Kind: "leads to", Ahead: "later", Hidden: true},
		},
		Known:    []PanelFact{{"The public", "nothing says since when"}},
		Disputes: []int{2}, Chain: true,
	}
	s.Update(PanelState{Set: set, Event: event(t, set, "ministry-requests-release"), Details: details, Palette: palette.Light()})
	texts := s.texts()
	for _, want := range []string{
		"ALSO IN THIS STORY", set.Events.Title(release), "follows from · 9 days earlier", "leads to · later · hidden by filters",
		"KNOWN BY", "The public", "nothing says since when", "SOURCES DISAGREE", set.Disputes[2].Question,
	} {
		if !slices.Contains(texts, want) {
			t.Errorf("%q is not in the panel", want)
		}
	}
	s.tap(t, set.Events.Title(release), nil)
	s.tap(t, "Show the whole chain", nil)
	s.tap(t, set.Disputes[2].Question, nil)
	s.tap(t, "In its document", nil)
	s.tap(t, "Cite as…", nil)
	if got, want := s.said(), "select 13; chain; page 2 2; document of 0; cite"; !strings.HasPrefix(got, "select ") || got[strings.Index(got, ";"):] != want[9:] {
		t.Errorf("got %q", got)
	}
}

// The list of disputes has every question and answer; a dispute's page every
// quotation, the sources side by side where there is room.
func TestSourcePanel_Disputes(t *testing.T) {
	s := newPanelStage(t)
	set := atar(t)
	s.Update(PanelState{Set: set, Event: -1, Page: PanelPage{Kind: DisputesPage}, Palette: palette.Light()})
	all := strings.Join(s.texts(), "\n")
	for i := range set.Disputes {
		d := &set.Disputes[i]
		if !strings.Contains(all, d.Question) {
			t.Errorf("the list lacks %q", d.Question)
		}
		for _, a := range d.Answers {
			if !strings.Contains(all, a.Answer) {
				t.Errorf("the list lacks %q", a.Answer)
			}
		}
	}
	for i := range set.Disputes {
		d := &set.Disputes[i]
		s.Update(PanelState{Set: set, Event: -1, Page: PanelPage{DisputePage, i}, Palette: palette.Light()})
		page := strings.Join(s.texts(), "\n")
		for _, a := range d.Answers {
			for _, want := range []string{a.Answer, "“" + a.Quote + "”", set.Sources[a.Source].Name()} {
				if !strings.Contains(page, want) {
					t.Errorf("%s: the page lacks %q", d.ID, want)
				}
			}
		}
		for _, e := range d.Events {
			if !strings.Contains(page, set.Events.Title(e)) {
				t.Errorf("%s: the page lacks the event %q", d.ID, set.Events.Title(e))
			}
		}
	}
	s.tap(t, "← Back", nil)
	s.tap(t, "All disputes", nil)
	if got := s.said(); got != "page 0 0; page 1 0" {
		t.Errorf("got %q", got)
	}
}

// A dataset without disputes says so, and what can be done.
func TestSourcePanel_NoDisputes(t *testing.T) {
	s := newPanelStage(t)
	s.Update(PanelState{Set: parse(t, proven), Event: -1, Page: PanelPage{Kind: DisputesPage}, Palette: palette.Light()})
	if all := strings.Join(s.texts(), "\n"); !strings.Contains(all, "names no dispute") || !strings.Contains(all, "--consistency") {
		t.Errorf("it says %q", all)
	}
}

// Two columns where they have room, one below the other where not, none over
// another.
func TestColumnsOf(t *testing.T) {
	for _, count := range []int{1, 2, 3, 4} {
		for _, width := range []float32{120, 300, 320, 500} {
			objects := make([]fyne.CanvasObject, count)
			for i := range objects {
				objects[i] = reading(strings.Repeat("words ", 5+7*i), "text", false)
			}
			layout := columnsOf{gap: 10, least: 150}
			c := container.New(layout, objects...)
			c.Resize(fyne.NewSize(width, 10))
			c.Resize(fyne.NewSize(width, c.MinSize().Height))
			want := 1
			if count > 1 && (width-10)/2 >= 150 {
				want = 2
			}
			for i, o := range objects {
				if right := o.Position().X + o.Size().Width; right > width+0.5 || o.Position().Y+o.Size().Height > c.MinSize().Height+0.5 {
					t.Errorf("%d in %v: object %d ends at %v", count, width, i, o.Position().Add(fyne.NewPos(o.Size().Width, o.Size().Height)))
				}
				if beside := i%want != 0; beside != (o.Position().X > 0) {
					t.Errorf("%d in %v: object %d at %v", count, width, i, o.Position())
				}
				if i >= want && o.Position().Y < objects[i-want].Position().Y+objects[i-want].Size().Height {
					t.Errorf("%d in %v: object %d over another", count, width, i)
				}
			}
		}
	}
}

// Chips stand beside each other while there is room, then in further lines.
func TestFlow(t *testing.T) {
	for _, width := range []float32{60, 130, 400} {
		var objects []fyne.CanvasObject
		for i := range 7 {
			o := canvas.NewRectangle(color.White)
			o.SetMinSize(fyne.NewSize(float32(20+10*i), 20))
			objects = append(objects, o)
		}
		flow{gap: 5}.Layout(objects, fyne.NewSize(width, 0))
		for i, o := range objects[1:] {
			before := objects[i]
			beside := o.Position().Y == before.Position().Y
			fits := before.Position().X+before.MinSize().Width+5+o.MinSize().Width <= width
			if beside != fits || beside && o.Position().X != before.Position().X+before.MinSize().Width+5 || !beside && o.Position().X != 0 {
				t.Errorf("width %v: object %d at %v after %v", width, i+1, o.Position(), before.Position())
			}
		}
		last := objects[6]
		if got := (flow{gap: 5}).MinSize(objects).Height; got != last.Position().Y+20 {
			t.Errorf("width %v: %v high", width, got)
		}
	}
}
