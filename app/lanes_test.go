package app

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"dateline/data"
	"dateline/widgets/scene"
)

// newTallRoom opens a window whose lanes are higher than it.
func newTallRoom(t *testing.T) *room {
	t.Helper()
	r := newRoom(t, session{}, "")
	set, err := data.Parse("tall.json", []byte(tall(t)))
	if err != nil {
		t.Fatal(err)
	}
	r.display(set.Select(data.Filter{}))
	if r.most() < 100 {
		t.Fatal("thirty lanes fit into the window")
	}
	return r
}

// most returns how far the lanes can be scrolled.
func (r *room) most() float64 { return r.timeline.Scene().MaxTop(r.timeline.Metrics()) }

// Scrolled to the end, the first step back must be seen.
func TestWindow_LanesScrollToTheirEndAndNotBeyond(t *testing.T) {
	r := newTallRoom(t)
	for name, down := range map[string]func(){
		"PgDn":        func() { r.press(fyne.KeyPageDown, 0) },
		"a drag":      func() { r.camera.pan(0, 500) },
		"the session": func() { r.restore(session{From: r.state.domain.From, To: r.state.domain.To, Top: 1e6}) },
	} {
		for range 20 {
			down()
		}
		if got := r.state.view.Top; got != r.most() {
			t.Errorf("%s: scrolled by %g of %g", name, got, r.most())
		}
		r.camera.pan(0, -30)
		if got := r.state.view.Top; got != r.most()-30 {
			t.Errorf("%s: 30 pixels back the lanes are at %g of %g", name, got, r.most())
		}
	}
	for range 20 {
		r.press(fyne.KeyPageUp, 0)
	}
	if r.state.view.Top != 0 {
		t.Errorf("PgUp scrolls to %g", r.state.view.Top)
	}
}

func TestWindow_LanesThatFitDoNotScroll(t *testing.T) {
	r := newAtarRoom(t)
	r.camera.pan(0, 300)
	r.press(fyne.KeyPageDown, 0)
	if r.state.view.Top != 0 {
		t.Errorf("the lanes are scrolled by %g", r.state.view.Top)
	}
}

// Who chooses another time does not want to be moved to other lanes.
func TestWindow_TimeMovesWithoutTheLanes(t *testing.T) {
	r := newTallRoom(t)
	event := r.event(t, "e20")
	span := scene.Span{From: r.state.domain.From, To: r.state.domain.To - r.state.domain.Length()/4}
	for name, move := range map[string]func(){
		"the minimap": func() { r.minimap.OnRange(span) },
		"a box":       func() { r.timeline.On.Range(span) },
		"an event":    func() { r.timeline.On.FitEvent(event) },
		"the wheel":   func() { r.timeline.On.Zoom(300, 1.5) },
	} {
		r.camera.land(scene.Fit(r.state.domain, r.state.size.W))
		r.camera.pan(0, 200)
		top := r.state.view.Top
		move()
		if got := r.state.view.Top; got != top {
			t.Errorf("%s scrolls the lanes from %g to %g", name, top, got)
		}
	}
}

// Walking through the events, one sees each of them.
func TestWindow_WalkScrollsLanes(t *testing.T) {
	r := newTallRoom(t)
	for i := range r.state.set.Events.Len() {
		r.press(fyne.KeyTab, 0)
		sc := r.timeline.Scene()
		mark := sc.MarkOf(i)
		if r.state.selected != i || mark < 0 {
			t.Fatalf("event %d is selected, %d is not in view", r.state.selected, i)
		}
		m := r.timeline.Metrics()
		y := sc.Marks[mark].Y
		if y-m.Row/2 < m.Axis || y+m.Row/2 > r.state.size.H+0.5 {
			t.Errorf("event %d is at %g of %g", i, y, r.state.size.H)
		}
	}
}

// A click on a cluster opens it, or offers its events.
func TestWindow_OpensClusters(t *testing.T) {
	r := newAtarRoom(t)
	r.win.Resize(fyne.NewSize(1000, 420))
	opened := 0
	for range 20 {
		sc := r.timeline.Scene()
		i := slices.IndexFunc(sc.Marks, func(m scene.Mark) bool { return m.Kind == scene.Cluster })
		if i < 0 {
			break
		}
		before, events := r.state.view.Scale, slices.Collect(sc.Marks[i].Events.All())
		r.timeline.On.Cluster(sc.Marks[i].Events, 0)
		if r.state.list != nil {
			if !slices.Equal(r.state.list, events) {
				t.Errorf("the panel offers %v of %v", r.state.list, events)
			}
			return
		}
		if r.state.view.Scale >= before {
			t.Fatal("a click on a cluster does not zoom in")
		}
		now := r.timeline.Scene()
		if mark := now.MarkOf(events[0]); mark >= 0 && now.Marks[mark].Events.Len() >= len(events) {
			t.Errorf("the cluster of %d is still whole", len(events))
		}
		opened++
	}
	if opened == 0 {
		t.Error("there was no cluster to open")
	}
}
