package widgets

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"dateline/data"
	"dateline/widgets/palette"
	"dateline/widgets/scene"
)

// views returns views of a dataset from the widest to the closest, at each zoom
// some that have events in them and some that have none.
func views(set *data.Set, width float64) []scene.View {
	domain := scene.DomainOf(set)
	list := []scene.View{scene.Exactly(domain.Widened(0.1), width)}
	for scale := scene.Fit(domain, width).Scale; scale > scene.FinestScale; scale /= 2.3 {
		for i := 0; i < set.Events.Len(); i += 3 {
			extent := scene.Extent(set, i, domain)
			for _, at := range []float64{extent.From, (extent.From + extent.To) / 2} {
				list = append(list, scene.View{Left: at - width/3*scale, Scale: scale}.Clamp(domain, width))
			}
		}
	}
	return list
}

// A frame of the window costs its objects, so at most 250 of them. And all
// places must be small enough for 32 bits: the toolkit loses what is at 4e7.
func TestTimeline_FewObjectsInSafePlaces(t *testing.T) {
	const most, margin = 250, 700
	// Larger than the timeline is in windows of these sizes.
	for _, size := range []fyne.Size{{Width: 1440, Height: 900}, {Width: 2560, Height: 1440}} {
		s := newStage(t, atar(t))
		set := s.state.Selection.Set
		s.Resize(size)
		worst := 0
		for i, v := range views(set, float64(size.Width)) {
			state := s.state
			state.View, state.Selected = v, i%set.Events.Len()
			s.Update(state)
			worst = max(worst, len(s.drawn()))
			for _, o := range s.drawn() {
				x0, y0 := o.Position().X, o.Position().Y
				x1, y1 := x0+o.Size().Width, y0+o.Size().Height
				if !(x0 >= -margin && y0 >= -margin && x1 <= size.Width+margin && y1 <= size.Height+margin) {
					t.Fatalf("%v: %T at %g,%g to %g,%g in view %+v", size, o, x0, y0, x1, y1, v)
				}
			}
		}
		if worst > most {
			t.Errorf("%v: %d objects in one frame", size, worst)
		}
		t.Logf("%v: at most %d objects", size, worst)
	}
}

// made returns how many objects the pools hold.
func (s *stage) made() int {
	b := &test.WidgetRenderer(s.Timeline).(*timelineRenderer).brushes
	return len(b.rects.all) + len(b.texts.all) + len(b.polygons.all) + len(b.circles.all) + len(b.gradients.all)
}

func TestTimeline_ObjectsAreKept(t *testing.T) {
	s := newStage(t, atar(t))
	there := scene.Fit(s.state.Domain, stageWidth).ZoomAt(700, 5)
	walk := func() {
		for i := range 50 {
			s.look(there.Pan(float64(i*7), 0))
		}
	}
	walk()
	before := s.made()
	walk()
	if after := s.made(); after != before {
		t.Errorf("panning the same way again made %d objects more", after-before)
	}
	if n := len(s.drawn()); before > 3*n {
		t.Errorf("%d objects are kept for %d that are shown", before, n)
	}
}

func TestTimeline_Tooltip(t *testing.T) {
	s := newStage(t, crowd(t, 40))
	before := len(s.drawn())
	at, members := s.cluster(t)
	events := slices.Collect(members.All())
	hoverAt(s, at)
	all := strings.Join(textsOf(s.drawn()), "\n")
	set := s.state.Selection.Set
	if !strings.Contains(all, fmt.Sprintf("%d events", len(events))) {
		t.Errorf("the tooltip does not count the %d events:\n%s", len(events), all)
	}
	for i, e := range events[:min(len(events), tipTitles)] {
		if !strings.Contains(all, set.Events.Title(e)) {
			t.Errorf("title %d of the cluster is missing in\n%s", i, all)
		}
	}
	if s.Cursor() != desktop.PointerCursor {
		t.Error("the pointer over a cluster is not a hand")
	}
	hoverAt(s, s.empty(t))
	if n := len(s.drawn()); n != before || s.Cursor() != desktop.DefaultCursor {
		t.Errorf("off the cluster %d objects are shown, before %d", n, before)
	}
	hoverAt(s, at)
	s.MouseOut()
	if n := len(s.drawn()); n != before {
		t.Errorf("when the mouse has left %d objects are shown, before %d", n, before)
	}
}

func TestTimeline_TooltipOfManyAndOfOne(t *testing.T) {
	s := newStage(t, crowd(t, 300))
	at, members := s.cluster(t)
	events := slices.Collect(members.All())
	if len(events) <= tipTitles {
		t.Fatalf("the cluster has only %d events", len(events))
	}
	hoverAt(s, at)
	if all := textsOf(s.drawn()); !slices.Contains(all, fmt.Sprintf("and %d more", len(events)-tipTitles)) {
		t.Errorf("the tooltip of %d events does not say how many more: %q", len(events), all)
	}
	s = newStage(t, parse(t, sparse))
	hoverAt(s, s.on(t, "trial"))
	if all := textsOf(s.drawn()); !slices.Contains(all, "2000 to 2006 · from one date to another") &&
		!strings.Contains(strings.Join(all, "\n"), "2000") {
		t.Errorf("the tooltip does not date the event: %q", all)
	}
}

// The tooltip stays within the timeline wherever the mark is.
func TestTimeline_TooltipInTheWindow(t *testing.T) {
	s := newStage(t, atar(t))
	for n, v := range views(s.state.Selection.Set, stageWidth) {
		if n%5 != 0 {
			continue
		}
		s.look(v)
		for i := range s.scene.Marks {
			m := s.scene.Marks[i]
			x := math.Min(math.Max((m.X0+m.X1)/2, 1), stageWidth-1)
			s.MouseOut()
			bare := len(s.drawn())
			hoverAt(s, fyne.NewPos(float32(x), float32(m.Y)))
			for _, o := range s.drawn()[min(bare, len(s.drawn())):] {
				p, q := o.Position(), o.Position().Add(o.MinSize()).Add(o.Size())
				if p.X < 0 || p.Y < 0 || p.X+o.Size().Width > stageWidth || p.Y+o.Size().Height > stageHeight {
					t.Fatalf("%T of the tooltip at %v to %v", o, p, q)
				}
			}
		}
	}
}

// When the view moves under a resting mouse, what is said must not be about
// another event than the one under it.
func TestTimeline_NoTooltipOfWhatIsElsewhere(t *testing.T) {
	s := newStage(t, parse(t, sparse))
	at := s.on(t, "raid")
	hoverAt(s, at)
	if s.pointer.mark < 0 {
		t.Fatal("nothing is under the pointer")
	}
	for name, change := range map[string]func(){
		"panned":  func() { s.look(s.state.View.Pan(300, 0)) },
		"zoomed":  func() { wheel(s, at, 0, 25); s.look(s.state.View.ZoomAt(900, 4)) },
		"resized": func() { s.Resize(fyne.NewSize(stageWidth, stageHeight-170)) },
	} {
		hoverAt(s, at)
		change()
		if m := s.pointer.mark; m >= 0 && m != s.scene.HitTest(float64(at.X), float64(at.Y), s.metrics) {
			t.Errorf("%s: the tooltip is about mark %d", name, m)
		}
		s = newStage(t, parse(t, sparse))
	}
}

func TestTimeline_EmptyIsSaid(t *testing.T) {
	s := newStage(t, parse(t, sparse))
	state := s.state
	state.Selection = state.Selection.Set.Select(data.Filter{Hidden: map[string]bool{"court": true, "police": true}})
	s.Update(state)
	if all := textsOf(s.drawn()); !slices.Contains(all, "Nothing here") {
		t.Errorf("nothing is selected, but the timeline says %q", all)
	}
}

func TestTimeline_SelectedStandsOnAPill(t *testing.T) {
	s := newStage(t, parse(t, sparse))
	for i, e := range eventsOf(t, s.state.Selection.Set) {
		state := s.state
		state.Selected = i
		s.Update(state)
		m := s.markOf(t, e.ID)
		pills := 0
		for _, o := range s.drawn() {
			if r, ok := o.(*canvas.Rectangle); ok && r.FillColor == s.state.Palette.Select {
				pills++
				x0, x1 := float64(r.Position().X), float64(r.Position().X+r.Size().Width)
				if x0 > m.X0 || x1 < m.X1 {
					t.Errorf("%s: the pill is from %g to %g, the mark from %g to %g", e.ID, x0, x1, m.X0, m.X1)
				}
			}
		}
		if pills != 1 {
			t.Errorf("%s: %d pills", e.ID, pills)
		}
	}
}

// Each mark's own colour, in both palettes.
func TestTimeline_Colours(t *testing.T) {
	for _, p := range []palette.Palette{palette.Light(), palette.Dark()} {
		s := newStage(t, parse(t, sparse))
		state := s.state
		state.Palette = p
		s.Update(state)
		found := map[string]bool{}
		for _, o := range s.drawn() {
			switch o := o.(type) {
			case *canvas.Circle:
				found["court"] = found["court"] || o.FillColor == p.Mark("#0072B2")
			case *canvas.Polygon:
				found["police"] = found["police"] || o.FillColor == p.Mark("#C77700")
			}
		}
		if !found["court"] || !found["police"] {
			t.Errorf("markers in their lane's colour: %v", found)
		}
	}
}
