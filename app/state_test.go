package app

import (
	"fmt"
	"math"
	"slices"
	"testing"
	"time"

	"dateline/data"
	"dateline/data/sample/stock"
	"dateline/widgets/scene"
)

// countingState returns a state with a dataset in a timeline of 1000 by 500 pixels
// that counts its changes.
func countingState(t *testing.T) (*state, *int) {
	t.Helper()
	n := 0
	s := newState(func() { n++ })
	s.resize(scene.Size{W: 1000, H: 500})
	set, err := bundled()
	if err != nil {
		t.Fatal(err)
	}
	s.open(set.Select(data.Filter{}))
	n = 0
	return s, &n
}

// Each change notifies once, and setting what is so already nobody.
func TestState_NotifiesOfChangesOnly(t *testing.T) {
	for name, change := range map[string]func(s *state){
		"toggle a lane":    func(s *state) { s.setHidden("atar", true) },
		"only one lane":    func(s *state) { s.setFilter(map[string]bool{"atar": true, "attacks": true}) },
		"select":           func(s *state) { s.choose(7) },
		"offer a list":     func(s *state) { s.choices([]int{1, 2}, 2) },
		"look elsewhere":   func(s *state) { s.look(scene.View{Left: 1e9, Scale: 1e4}) },
		"look too closely": func(s *state) { s.look(scene.View{Left: 1e9, Scale: 1e-9}) },
		"another theme":    func(s *state) { s.setTheme(darkTheme) },
		"another size":     func(s *state) { s.resize(scene.Size{W: 800, H: 400}) },
	} {
		s, n := countingState(t)
		change(s)
		if *n != 1 {
			t.Errorf("%s: %d notices", name, *n)
		}
		change(s)
		if *n != 1 {
			t.Errorf("%s again: %d notices", name, *n-1)
		}
	}
	for name, change := range map[string]func(s *state){
		"show a shown lane":  func(s *state) { s.setHidden("atar", false) },
		"hide nothing":       func(s *state) { s.setFilter(nil) },
		"hide unknown lanes": func(s *state) { s.setFilter(map[string]bool{"nosuch": true}) },
		"select nothing":     func(s *state) { s.choose(-1) },
		"look where one is":  func(s *state) { s.look(s.view) },
		"the same theme":     func(s *state) { s.setTheme(systemTheme) },
		"no width":           func(s *state) { s.resize(scene.Size{W: 0, H: 100}) },
	} {
		if s, n := countingState(t); true {
			change(s)
			if *n != 0 {
				t.Errorf("%s: %d notices", name, *n)
			}
		}
	}
}

func TestState_Filter(t *testing.T) {
	s, _ := countingState(t)
	for i, step := range []struct {
		change func()
		hidden []string
	}{
		{func() { s.toggle("authorities") }, []string{"authorities"}},
		{func() { s.toggle("atar") }, []string{"atar", "authorities"}},
		{func() { s.toggle("atar") }, []string{"authorities"}},
		{func() { s.only("attacks") }, []string{"atar", "authorities"}},
		{func() { s.only("attacks") }, nil}, // alone already: all again
		{func() { s.only("atar") }, []string{"authorities", "attacks"}},
		{func() { s.only("attacks") }, []string{"atar", "authorities"}},
		{func() { s.setFilter(nil) }, nil},
		{func() { s.setFilter(map[string]bool{"atar": true, "nosuch": true, "attacks": false}) }, []string{"atar"}},
	} {
		step.change()
		if got := s.hiddenLanes(); !slices.Equal(got, step.hidden) {
			t.Fatalf("after step %d %v are hidden, want %v", i, got, step.hidden)
		}
		want := s.set.Select(data.Filter{Hidden: s.hidden})
		if fmt.Sprint(slices.Collect(s.selection.All()), s.selection.Hidden) != fmt.Sprint(slices.Collect(want.All()), want.Hidden) {
			t.Fatalf("after step %d the selection is not the filter's", i)
		}
	}
}

// A selection that a widget still holds must not change under it.
func TestState_SelectionsAreNotShared(t *testing.T) {
	s, _ := countingState(t)
	before := s.selection
	n := before.Len()
	s.toggle("atar")
	if before == s.selection || before.Len() != n {
		t.Error("the old selection was changed")
	}
}

func TestState_OpenResets(t *testing.T) {
	s, n := countingState(t)
	s.toggle("atar")
	s.choose(3)
	s.look(scene.View{Left: 1e9, Scale: 1e4})
	s.history.leave(s.view, time.Unix(9, 0))
	*n = 0
	other, err := data.Parse("small.json", []byte(small))
	if err != nil {
		t.Fatal(err)
	}
	s.open(other.Select(data.Filter{}))
	if s.set != other || s.selected != -1 || s.list != nil || len(s.hiddenLanes()) != 0 || len(s.history.back) != 0 {
		t.Errorf("left over from before: %+v", s)
	}
	if s.view != scene.Fit(scene.DomainOf(other), 1000) || s.selection.Len() != 2 {
		t.Errorf("not everything is in view: %+v", s.view)
	}
	if *n != 1 {
		t.Errorf("%d notices", *n)
	}
}

func TestState_ResizeKeepsTheSpan(t *testing.T) {
	s, _ := countingState(t)
	s.look(s.view.ZoomAt(300, 8))
	want := s.view.Span(1000)
	for _, w := range []float64{1500, 333, 1000, 2560} {
		s.resize(scene.Size{W: w, H: 400})
		got := s.view.Span(w)
		if math.Abs(got.From-want.From) > 1 || math.Abs(got.To-want.To) > 1 {
			t.Errorf("%g wide the view shows %v, before %v", w, got, want)
		}
	}
}

func TestState_FirstSizeFits(t *testing.T) {
	s := newState(func() {})
	set, err := bundled()
	if err != nil {
		t.Fatal(err)
	}
	s.open(set.Select(data.Filter{}))
	s.resize(scene.Size{W: 700, H: 400})
	if want := scene.Fit(s.domain, 700); s.view != want {
		t.Errorf("laid out for the first time the view is %+v, want %+v", s.view, want)
	}
}

func TestState_LookClamps(t *testing.T) {
	s, _ := countingState(t)
	s.held = func(v scene.View) float64 { return math.Min(v.Top, 40) }
	for _, v := range []scene.View{
		{Left: -1e15, Scale: 1},
		{Left: 1e15, Scale: 1},
		{Left: 0, Scale: 1e12},
		{Left: 1e9, Scale: 1e-12},
		{Left: math.NaN(), Scale: 1},
		{Left: 1e9, Scale: 1e4, Top: 1e6},
		{Left: 1e9, Scale: 1e4, Top: -5},
	} {
		s.look(v)
		span, room := s.view.Span(1000), s.domain.Widened(0.1000001)
		if span.From < room.From || span.To > room.To || s.view.Scale < scene.FinestScale || s.view.Top < 0 || s.view.Top > 40 {
			t.Errorf("looked at %+v, the view is %+v", v, s.view)
		}
	}
}

func TestState_ListAndEventExcludeEachOther(t *testing.T) {
	s, _ := countingState(t)
	s.choose(4)
	s.choices([]int{1, 2}, 2)
	if s.selected != -1 || len(s.list) != 2 {
		t.Errorf("a list is offered: event %d, list %v", s.selected, s.list)
	}
	s.choose(-1)
	if s.list != nil {
		t.Error("nothing is selected, but the list is still offered")
	}
}

func TestState_EventInView(t *testing.T) {
	s, _ := countingState(t)
	for i := range s.set.Events.Len() {
		for _, v := range []scene.View{s.fitEvent(i), s.centred(i)} {
			s.look(v)
			if !s.inView(i) {
				t.Errorf("%s is not in the view made for it", s.set.Events.ID(i))
			}
		}
		s.look(scene.Fit(s.domain, 1000))
	}
	s.look(scene.Exactly(scene.Span{From: s.domain.To - 3600, To: s.domain.To}, 1000))
	if s.inView(0) {
		t.Error("the first event is in a view of the last hour")
	}
}

// What the last session showed is shown once the timeline has a size.
func TestState_ShowSpanBeforeThereIsASize(t *testing.T) {
	set, err := bundled()
	if err != nil {
		t.Fatal(err)
	}
	s := newState(func() {})
	s.open(set.Select(data.Filter{}))
	want := scene.Span{From: 1.2e9, To: 1.3e9}
	s.showSpan(want, 5)
	s.resize(scene.Size{W: 800, H: 600})
	if got := s.view.Span(800); !near(got, want) || s.view.Top != 5 {
		t.Errorf("%v is shown from %g down, want %v", got, s.view.Top, want)
	}
	s = newState(func() {})
	s.open(set.Select(data.Filter{}))
	s.showSpan(want, 5)
	s.open(set.Select(data.Filter{})) // another dataset is shown from the start
	s.resize(scene.Size{W: 800, H: 600})
	if whole := scene.Fit(s.domain, 800); s.view != whole {
		t.Errorf("another dataset is opened at %+v, want %+v", s.view, whole)
	}
}

// Of many events the old selection stays until the new one is there; one that is
// overtaken, or of a dataset that is gone, is dropped.
func TestState_SelectsManyInTheBackground(t *testing.T) {
	set := stock.Made(t, manyEvents)
	var arrived []func()
	changes := 0
	s := newState(func() { changes++ })
	s.away = func(_ string, work func() func()) { arrived = append(arrived, work()) }
	all := set.Select(data.Filter{})
	s.open(all)
	s.toggle(set.Lanes[0].ID)
	s.toggle(set.Lanes[1].ID)
	if s.selection != all || !s.hidden[set.Lanes[1].ID] || changes != 3 {
		t.Errorf("%d changes before the selection is there", changes)
	}
	arrived[0]()
	if s.selection != all {
		t.Error("a selection that was overtaken is shown")
	}
	arrived[1]()
	if len(s.selection.Lanes) != len(set.Lanes)-2 || changes != 4 {
		t.Errorf("%d lanes are shown, after %d changes", len(s.selection.Lanes), changes)
	}
	s.toggle(set.Lanes[0].ID)
	s.open(all)
	arrived[2]()
	if s.selection != all {
		t.Error("a selection of the dataset before is shown")
	}
}
