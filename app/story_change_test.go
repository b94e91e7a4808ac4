package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"dateline/widgets"
)

// While a story is told, the session is what it was before; only the event goes on.
func TestStory_SessionIsTheWindows(t *testing.T) {
	r := newAtarRoom(t)
	before := r.snapshot()
	r.press(fyne.KeyF5, 0)
	r.press(fyne.KeyRight, 0)
	kept := r.story.kept()
	if kept.Full || kept.From != before.From || kept.To != before.To || kept.Top != before.Top ||
		kept.Width != before.Width || kept.Height != before.Height {
		t.Errorf("kept is %+v, before it was %+v", kept, before)
	}
	if want := r.state.set.Events.ID(1); kept.Selected != want {
		t.Errorf("selected is %q, want %q", kept.Selected, want)
	}
}

func TestStory_NothingToTell(t *testing.T) {
	r := newAtarRoom(t)
	for _, lane := range r.state.set.Lanes {
		r.state.toggle(lane.ID)
	}
	r.press(fyne.KeyF5, 0)
	if r.story.on || r.win.FullScreen() || !strings.Contains(r.chrome.help.text.Text, "press 0") {
		t.Errorf("without events the status bar says %q", r.chrome.help.text.Text)
	}
	none := newRoom(t, session{}, "")
	none.press(fyne.KeyF5, 0)
	if none.story.on {
		t.Error("a story without a dataset")
	}
}

// The filters can change under a story, from the background.
func TestStory_FiltersChange(t *testing.T) {
	r := newAtarRoom(t)
	r.press(fyne.KeyF5, 0)
	for _, lane := range r.state.set.Lanes {
		r.state.setHidden(lane.ID, true)
	}
	r.press(fyne.KeyRight, 0)
	r.press(fyne.KeyDown, 0)
	r.press(fyne.KeyHome, 0)
	if got := r.told(); !strings.Contains(got, storyNone) || !strings.Contains(got, "hidden by filters") {
		t.Errorf("with all hidden is said %q", got)
	}
	r.state.setFilter(nil)
	r.press(fyne.KeyRight, 0)
	if !strings.Contains(r.told(), numberOf(2, r.state.set.Events.Len())) {
		t.Errorf("then is said %q", r.told())
	}
}

// Another dataset ends the story.
func TestStory_AnotherDataset(t *testing.T) {
	r := newAtarRoom(t)
	r.press(fyne.KeyF5, 0)
	r.press(fyne.KeyEnd, 0)
	r.load(open(file(t, "small.json", small), nil), nil)
	r.desk.wait(t, "the dataset is there", func() bool { return r.state.set.Title == "Small" })
	if r.story.on || !r.holds(r.panel) || r.win.FullScreen() || r.win.MainMenu() == nil {
		t.Error("the story goes on with another dataset")
	}
	r.press(fyne.KeyF5, 0)
	if !strings.Contains(r.told(), "1 of 2") {
		t.Errorf("its own story says %q", r.told())
	}
}

// What a search has found is listed again after a story, in which it was not
// seen.
func TestStory_HitsComeBack(t *testing.T) {
	r := newAtarRoom(t)
	r.state.seek("paris")
	r.desk.wait(t, "there is an answer", func() bool { return !r.state.pending() })
	r.state.listHits()
	r.press(fyne.KeyF5, 0)
	r.press(fyne.KeyEscape, 0)
	if !r.state.listsHits() || !r.hits.Visible() {
		t.Error("the hits are gone")
	}
}

// The page that the panel showed is there again, and what was being measured; the
// story measures nothing.
func TestStory_PanelAndMeasureComeBack(t *testing.T) {
	r := newAtarRoom(t)
	r.state.choose(3)
	r.typed("m")
	page := widgets.PanelPage{Kind: widgets.DisputesPage}
	r.state.turn(page)
	measured := r.state.measure
	r.press(fyne.KeyF5, 0)
	r.press(fyne.KeyRight, 0)
	if r.state.measure.on || !measured.on {
		t.Error("the story measures")
	}
	r.press(fyne.KeyF5, 0)
	if r.state.measure != measured || r.state.page != page || r.state.selected != 4 {
		t.Errorf("after the story the panel shows %+v, measured is %+v", r.state.page, r.state.measure)
	}
}

func TestStory_OtherSizes(t *testing.T) {
	r := newAtarRoom(t)
	r.press(fyne.KeyF5, 0)
	r.press(fyne.KeyEnd, 0)
	for _, size := range []fyne.Size{{Width: 1280, Height: 720}, {Width: 2560, Height: 1440}, {Width: 800, Height: 600}} {
		r.win.Resize(size)
		if want := r.story.view(r.state.selected); r.state.view != want {
			t.Errorf("at %v the view is %+v, want %+v", size, r.state.view, want)
		}
		if got, want := r.timeline.Metrics().Axis, 44*float64(enlarged(size.Height)); got != want {
			t.Errorf("at %v the axis is %g high, want %g", size, got, want)
		}
		if !r.drawnAlone() || r.story.caption.Size() != size {
			t.Errorf("at %v the caption has %v, the event is seen: %v", size, r.story.caption.Size(), r.drawnAlone())
		}
	}
}

// Every event of the bundled chronology is seen by itself, from either side.
func TestStory_EveryEventIsSeen(t *testing.T) {
	r := newAtarRoom(t)
	r.press(fyne.KeyF5, 0)
	for _, key := range []fyne.KeyName{fyne.KeyRight, fyne.KeyLeft} {
		for range r.state.set.Events.Len() {
			if !r.drawnAlone() {
				t.Errorf("%s is not drawn by itself", r.state.set.Events.ID(r.state.selected))
			}
			r.press(key, 0)
		}
	}
}
