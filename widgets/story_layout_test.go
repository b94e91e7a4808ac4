package widgets

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"dateline/data"
)

func TestStory_TypeGrowsWithTheWindow(t *testing.T) {
	set := parse(t, sparse)
	sizes := map[fyne.Size][]float32{}
	for _, size := range []fyne.Size{smallStage, largeStage} {
		s := newStoryStage(t, size)
		s.tell(set, 0, 0)
		for _, text := range s.texts() {
			sizes[size] = append(sizes[size], text.TextSize)
			if text.Text == "Raid" {
				if want := size.Height / 22; math.Abs(float64(text.TextSize-want)) > 1 {
					t.Errorf("at %v the title is set in %g, want %g", size, text.TextSize, want)
				}
			}
			if text.TextSize < size.Height/48 {
				t.Errorf("at %v %q is set in %g", size, text.Text, text.TextSize)
			}
		}
	}
	for i, small := range sizes[smallStage] {
		if large := sizes[largeStage][i]; large < 1.9*small || large > 2.1*small {
			t.Errorf("twice as large a window sets %g in %g", small, large)
		}
	}
}

// A text that fits is set in large type, a longer one in smaller type, and none
// in smaller type than the least.
func TestStory_TypeShrinksForLongTexts(t *testing.T) {
	s := newStoryStage(t, smallStage)
	var sizes []float32
	for _, words := range []int{5, 40, 60, 90, 400} {
		set := parse(t, fmt.Sprintf(`{"format": 1, "title": "T", "lanes": [{"id": "a", "title": "A"}],
"sources": [{"id": "s", "title": "S"}], "events": [{"id": "e", "lanes": ["a"], "date": "2001", "title": "E",
"claims": [{"source": "s", "quote": %q}]}]}`, numbered("w", words)))
		s.tell(set, 0, 0)
		sizes = append(sizes, s.caption.right.lines[0].face.size)
		if whole := s.caption.pages() == 1; whole != (words < 400) {
			t.Errorf("%d words have %d pages", words, s.caption.pages())
		}
	}
	if !slices.IsSortedFunc(sizes, func(a, b float32) int { return int(b - a) }) || sizes[0] != 33 || sizes[4] != 19 || sizes[2] == sizes[4] {
		t.Errorf("quotations of more and more words are set in %v", sizes)
	}
}

// Nothing that is written overlaps another text, or leaves the caption.
func TestStory_NothingOverlaps(t *testing.T) {
	for _, set := range []*data.Set{atar(t), wordy(t), parse(t, sparse)} {
		for _, size := range []fyne.Size{smallStage, largeStage, fyne.NewSize(1024, 768), fyne.NewSize(640, 480)} {
			s := newStoryStage(t, size)
			for event := range set.Events.Len() {
				for quote := range max(len(eventAt(t, set, event).Claims), 1) {
					s.tell(set, event, quote)
					state := s.state
					state.Note, state.Strong = "What the keys do is said here, at some length: Right, Left, Down, Escape", quote%2 == 0
					s.Update(state)
					s.checkApart(t)
					for s.Read(1) {
						s.checkApart(t)
					}
				}
			}
		}
	}
}

func (s *storyStage) checkApart(t *testing.T) {
	t.Helper()
	size := s.Size()
	top := captionTop(size.Height)
	if bottom := s.above.Position().Y + s.above.Size().Height; bottom > top || s.above.Size().Width != size.Width {
		t.Fatalf("the timeline reaches %g, the caption begins at %g", bottom, top)
	}
	texts := s.texts()
	ends := make([]fyne.Position, len(texts))
	for i, a := range texts {
		measured := fyne.MeasureText(a.Text, a.TextSize, a.TextStyle)
		ends[i] = a.Position().AddXY(measured.Width, measured.Height)
		if a.Position().X < 0 || a.Position().Y < top || ends[i].X > size.Width || ends[i].Y > size.Height+1 {
			t.Errorf("at %v %q stands from %v to %v", size, a.Text, a.Position(), ends[i])
		}
		for j, b := range texts[:i] {
			const line = 2 // lines of type touch
			if a.Position().X < ends[j].X && b.Position().X < ends[i].X &&
				a.Position().Y+line < ends[j].Y && b.Position().Y+line < ends[i].Y {
				t.Errorf("at %v %q (%v to %v) overlaps %q (%v to %v)", size, a.Text, a.Position(), ends[i], b.Text, b.Position(), ends[j])
			}
		}
	}
}
