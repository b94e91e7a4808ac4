package widgets

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"dateline/data"
	"dateline/widgets/scene"
)

func TestTimeline_ClickSelects(t *testing.T) {
	s := newStage(t, parse(t, sparse))
	for _, id := range []string{"raid", "trial", "verdict"} {
		click(s, s.on(t, id))
		if got := s.said(); got != "select "+id {
			t.Errorf("a click on %s: %q", id, got)
		}
		s.pointer.clicked = time.Time{}
		label := s.markOf(t, id).Label
		click(s, fyne.NewPos(float32(label.X+label.Width/2), float32(label.Y)))
		if got := s.said(); got != "select "+id {
			t.Errorf("a click on the label of %s: %q", id, got)
		}
		s.pointer.clicked = time.Time{}
	}
	click(s, s.empty(t))
	click(s, fyne.NewPos(s.on(t, "verdict").X, 10))
	if got := s.said(); got != "" {
		t.Errorf("clicks on an empty lane and on the axis: %q", got)
	}
}

func TestTimeline_ClickWithAShakyHand(t *testing.T) {
	s := newStage(t, parse(t, sparse))
	at := s.on(t, "raid")
	drag(s, 0, at, at.AddXY(2, -1), at.AddXY(1, 1))
	if got := s.said(); got != "select raid" {
		t.Errorf("a click that moved by two pixels: %q", got)
	}
}

func TestTimeline_DoubleClick(t *testing.T) {
	s := newStage(t, parse(t, sparse))
	raid, trial, empty := s.on(t, "raid"), s.on(t, "trial"), s.empty(t)
	near, far := empty.AddXY(-3, 2), empty.AddXY(-40, 0)
	for _, c := range []struct {
		name   string
		places []fyne.Position
		want   string
	}{
		{"event", []fyne.Position{raid, raid}, "select raid; fit raid"},
		{"three clicks are one double click and one click", []fyne.Position{raid, raid, raid}, "select raid; fit raid; select raid"},
		{"two events", []fyne.Position{raid, trial}, "select raid; select trial"},
		{"empty lane", []fyne.Position{empty, near}, "fit all"},
		{"two places", []fyne.Position{empty, far}, ""},
	} {
		s.pointer.clicked = time.Time{}
		for _, at := range c.places {
			click(s, at)
		}
		if got := s.said(); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	click(s, raid)
	s.pointer.clicked = s.pointer.clicked.Add(-doubleClick)
	click(s, raid)
	if got := s.said(); got != "select raid; select raid" {
		t.Errorf("two slow clicks: %q", got)
	}
}

// What a click does moves the view, so that the second click of a double click
// can hit something else: it must not undo the first.
func TestTimeline_DoubleClickOnWhatMovesAway(t *testing.T) {
	s := newStage(t, crowd(t, 40))
	at, events := s.cluster(t)
	s.On.Cluster = func(scene.Members, float64) {
		s.log = append(s.log, "cluster")
		s.look(s.state.View.ZoomAt(0, 1.001).Pan(-200, 0))
	}
	click(s, at)
	click(s, at)
	if got := s.said(); got != "cluster" {
		t.Errorf("a double click on a cluster of %d that moved away: %q", events.Len(), got)
	}

	s = newStage(t, parse(t, sparse))
	s.look(scene.View{Left: 2e9, Scale: 1e5})
	if len(s.scene.Hints) == 0 {
		t.Fatal("there is no hint in view")
	}
	hint := s.scene.Hints[0]
	s.On.Reveal = func(int) {
		s.log = append(s.log, "reveal")
		s.look(scene.Fit(s.state.Domain, stageWidth))
	}
	at = fyne.NewPos(float32(hint.Label.X+5), float32(hint.Label.Y))
	click(s, at)
	click(s, at)
	if got := s.said(); got != "reveal" {
		t.Errorf("a double click on a hint that moved away: %q", got)
	}
}

func TestTimeline_ClickOnCluster(t *testing.T) {
	s := newStage(t, crowd(t, 40))
	at, members := s.cluster(t)
	events := slices.Collect(members.All())
	var got []int
	s.On.Cluster = func(events scene.Members, x float64) { got = slices.Collect(events.All()) }
	click(s, at)
	if fmt.Sprint(got) != fmt.Sprint(events) || len(got) < 2 {
		t.Errorf("clicked the cluster of %v, got %v", events, got)
	}
	if said := s.said(); said != "" {
		t.Errorf("besides: %q", said)
	}
}

func TestTimeline_HintReveals(t *testing.T) {
	s := newStage(t, parse(t, sparse))
	s.look(scene.View{Left: 2e9, Scale: 1e5})
	if len(s.scene.Hints) == 0 {
		t.Fatal("there is no hint in an empty view")
	}
	for _, hint := range s.scene.Hints {
		s.pointer.clicked = time.Time{}
		at := fyne.NewPos(float32(hint.Label.X+hint.Label.Width/2), float32(hint.Label.Y))
		hoverAt(s, at)
		if s.Cursor() != desktop.PointerCursor {
			t.Error("the pointer over a hint is not a hand")
		}
		click(s, at)
		if got, want := s.said(), "reveal "+s.state.Selection.Set.Events.ID(hint.Event); got != want {
			t.Errorf("a click on a hint: %q, want %q", got, want)
		}
	}
}

func TestTimeline_RightClickMenu(t *testing.T) {
	s := newStage(t, parse(t, sparse))
	at := s.on(t, "verdict")
	press(s, at, desktop.MouseButtonSecondary, 0)
	release(s, at, desktop.MouseButtonSecondary)
	if got := s.said(); got != "menu verdict" {
		t.Errorf("a right click on an event: %q", got)
	}
	if want := at.AddXY(7, 9); s.menuAt != want {
		t.Errorf("the menu is asked for at %v, want the window's %v", s.menuAt, want)
	}
	at = s.empty(t)
	press(s, at, desktop.MouseButtonSecondary, 0)
	release(s, at, desktop.MouseButtonSecondary)
	if got := s.said(); got != "" {
		t.Errorf("a right click on an empty lane: %q", got)
	}
	s = newStage(t, crowd(t, 40))
	at, _ = s.cluster(t)
	press(s, at, desktop.MouseButtonSecondary, 0)
	release(s, at, desktop.MouseButtonSecondary)
	if got := s.said(); got != "" {
		t.Errorf("a right click on a cluster: %q", got)
	}
}

// A click on a timeline without callbacks or dataset must not panic.
func TestTimeline_NothingConnected(t *testing.T) {
	s := newStage(t, parse(t, sparse))
	places := []fyne.Position{s.on(t, "raid"), s.empty(t)}
	s.On = TimelineEvents{}
	for _, selection := range []*data.Selection{s.state.Selection, nil} {
		state := s.state
		state.Selection = selection
		s.Update(state)
		for _, at := range places {
			hoverAt(s, at)
			click(s, at)
			click(s, at)
			press(s, at, desktop.MouseButtonSecondary, 0)
			drag(s, 0, at, at.AddXY(50, 50))
			drag(s, fyne.KeyModifierShift, at, at.AddXY(50, 50))
			wheel(s, at, 0, 25)
			wheel(s, at, 25, 0)
			s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyTab})
			s.TypedRune('f')
		}
	}
}
