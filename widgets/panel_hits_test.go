package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"dateline/widgets/palette"
)

// From an event, or a list of events, a link leads back to the hits.
func TestSourcePanel_LeadsBackToTheHits(t *testing.T) {
	s := newPanelStage(t)
	wanted := 0
	s.On.Hits = func() { wanted++ }
	set := atar(t)
	for _, state := range []PanelState{{Event: 3, Place: 3, Of: 9}, {Event: -1, List: []int{1, 2}}} {
		state.Set, state.Palette = set, palette.Light()
		link := func() (found *widget.Hyperlink) {
			s.Update(state)
			within(s.body, func(o fyne.CanvasObject) {
				if h, ok := o.(*widget.Hyperlink); ok && h.Text == "← 3,456 hits for “atar”" {
					found = h
				}
			})
			return found
		}
		if link() != nil {
			t.Errorf("%+v: without a search a link leads back to its hits", state)
		}
		state.Hits = "3,456 hits for “atar”"
		if h := link(); h == nil {
			t.Errorf("%+v: no link leads back to the hits", state)
		} else {
			h.OnTapped()
		}
	}
	if wanted != 2 {
		t.Errorf("the hits were wanted %d times", wanted)
	}
}
