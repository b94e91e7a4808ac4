package app

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestSearch_EnterWalksThroughTheHits(t *testing.T) {
	r := newSearchRoom(t)
	r.look(t, "brussels")
	hits := r.found(t)
	if len(hits) < 3 {
		t.Fatalf("%d hits", len(hits))
	}
	for i, want := range hits {
		r.press(fyne.KeyReturn, 0)
		if r.state.selected != want || !r.state.inView(want) {
			t.Fatalf("Enter selects %d, want %d; in view: %t", r.state.selected, want, r.state.inView(want))
		}
		if got, want := r.fieldState(r.palette()).Count, thousands(i+1)+" of "+hitWords(len(hits)); got != want {
			t.Errorf("the field says %q, want %q", got, want)
		}
	}
	if r.chrome.note != "" || r.win.Canvas().Focused() != r.field.Input() {
		t.Errorf("the status bar says %q", r.chrome.note)
	}
	for _, step := range []struct {
		mods fyne.KeyModifier
		want int
		note string
	}{
		{0, hits[0], "After the last hit comes the first"},
		{shift, hits[len(hits)-1], "Before the first hit comes the last"},
		{shift, hits[len(hits)-2], ""},
	} {
		r.chrome.unsay(r.chrome.note)
		r.press(fyne.KeyReturn, step.mods)
		if r.state.selected != step.want || r.chrome.note != step.note {
			t.Errorf("%d is selected, want %d; %q", r.state.selected, step.want, r.chrome.note)
		}
	}
	r.win.Canvas().Focus(r.timeline)
	r.press(fyne.KeyF3, 0)
	if r.state.selected != hits[len(hits)-1] {
		t.Error("F3 does not lead to the next hit")
	}
	r.state.choose(hits[0] + 1) // perhaps none
	r.press(fyne.KeyF3, shift)
	if r.state.selected != hits[0] {
		t.Errorf("back from beside a hit leads to %d, want %d", r.state.selected, hits[0])
	}
}

// Enter waits for the answer, and without hits does nothing.
func TestSearch_EnterAtOnce(t *testing.T) {
	r := newSearchRoom(t)
	r.shortcut(fyne.KeyF)
	r.press(fyne.KeyReturn, 0)
	r.typed("brussels")
	r.press(fyne.KeyReturn, shift)
	if r.state.selected != -1 {
		t.Error("a hit is selected before there is one")
	}
	r.desk.wait(t, "the last hit is selected", func() bool { return r.state.selected >= 0 })
	if hits := r.state.hits(); r.state.selected != hits.At(hits.Len()-1) {
		t.Errorf("%d is selected", r.state.selected)
	}
	r.look(t, "nosuchword")
	r.press(fyne.KeyReturn, 0)
	r.press(fyne.KeyReturn, 0)
	if r.chrome.note != "" || r.seeker.step != 0 {
		t.Errorf("Enter without hits: %q", r.chrome.note)
	}
	r.look(t, eventAt(t, r.state.set, 0).Title)
	r.press(fyne.KeyReturn, 0)
	r.press(fyne.KeyReturn, 0)
	if r.state.hits().Len() != 1 || r.state.selected != 0 || r.chrome.note != "There is no other hit" {
		t.Errorf("Enter on the only hit of %d: %q", r.state.hits().Len(), r.chrome.note)
	}
}

func TestSearch_EscapeClears(t *testing.T) {
	r := newSearchRoom(t)
	cleared := func() bool {
		return r.state.search.text == "" && r.state.hits() == nil && r.hits.Hidden && !r.panel.Hidden &&
			r.win.Canvas().Focused() == fyne.Focusable(r.timeline) && r.fieldState(r.palette()).Count == ""
	}
	r.look(t, "atar")
	r.press(fyne.KeyReturn, 0)
	selected := r.state.selected
	r.press(fyne.KeyEscape, 0)
	if !cleared() || r.state.selected != selected {
		t.Error("Escape in the field does not clear the search, or more than that")
	}
	r.look(t, "atar")
	r.press(fyne.KeyReturn, 0)
	r.win.Canvas().Focus(r.timeline)
	r.press(fyne.KeyEscape, 0)
	if r.state.selected != -1 || r.hits.Hidden {
		t.Error("the first Escape on the timeline does not lead from the event to the hits")
	}
	r.press(fyne.KeyEscape, 0)
	if !cleared() {
		t.Error("the second Escape on the timeline does not clear the search")
	}
	r.look(t, "–")
	if r.state.hits() != nil || !r.hits.Hidden || r.state.pending() {
		t.Error("a dash is looked for")
	}
}

func TestSearch_BackToTheHits(t *testing.T) {
	r := newSearchRoom(t)
	if r.panelState(r.palette()).Hits != "" {
		t.Error("without a search there is a way to its hits")
	}
	r.look(t, "Brussels Atar ")
	hits := r.found(t)
	r.hits.OnSelect(hits[2])
	if r.state.selected != hits[2] || !r.hits.Hidden || r.win.Canvas().Focused() != fyne.Focusable(r.timeline) {
		t.Errorf("%d is selected, want %d", r.state.selected, hits[2])
	}
	if got, want := r.panelState(r.palette()).Hits, hitWords(len(hits))+" for “Brussels Atar”"; got != want {
		t.Errorf("what leads back is %q, want %q", got, want)
	}
	r.panel.On.Hits()
	if r.hits.Hidden || r.state.selected != hits[2] {
		t.Error("it does not lead back, or unselects the event")
	}
	r.hits.OnSelect(hits[2])
	if !r.hits.Hidden {
		t.Error("the same event cannot be chosen again")
	}
	r.look(t, "paris")
	if r.hits.Hidden || r.state.selected != hits[2] {
		t.Error("other words do not show their hits")
	}
	r.state.choices([]int{1, 2}, 2)
	if !r.hits.Hidden {
		t.Error("the hits stay where there are events to choose from")
	}
}

// What is no text works in the field as everywhere.
func TestSearch_KeysInTheField(t *testing.T) {
	r := newSearchRoom(t)
	r.look(t, "brussels1")
	if len(r.state.hiddenLanes()) != 0 || r.state.search.text != "brussels1" {
		t.Errorf("digits switch lanes, or the text is %q", r.state.search.text)
	}
	scale := r.state.view.Scale
	r.shortcut(fyne.KeyEqual)
	if r.state.view.Scale >= scale {
		t.Error("Ctrl+= does not zoom")
	}
	r.look(t, "x")
	if r.state.search.text != "x" {
		t.Errorf("Ctrl+F does not select the text: %q", r.state.search.text)
	}
	r.press(fyne.KeyF6, 0)
	if r.win.Canvas().Focused() != fyne.Focusable(r.timeline) {
		t.Error("F6 does not lead to the timeline")
	}
}
