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
	"dateline/data/find"
	"dateline/data/search"
	"dateline/widgets/palette"
)

// hitStage is a hit list in a window, with the hits that were clicked.
type hitStage struct {
	*HitList
	set    *data.Set
	chosen []int
}

const hitStageWidth, hitStageHeight = 330, 600

func newHitStage(t *testing.T, set *data.Set) *hitStage {
	t.Helper()
	newKeyboard(t)
	s := &hitStage{HitList: NewHitList(), set: set}
	s.OnSelect = func(event int) { s.chosen = append(s.chosen, event) }
	w := test.NewWindow(s.HitList)
	t.Cleanup(w.Close)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(hitStageWidth, hitStageHeight))
	return s
}

// look shows what is found.
func (s *hitStage) look(t *testing.T, words string) {
	t.Helper()
	all := s.set.Select(data.Filter{})
	found, err := find.Scan(t.Context(), all, search.Parse(words))
	if err != nil {
		t.Fatal(err)
	}
	hits := all.Narrow(found)
	s.Update(HitsState{
		Hits: hits, Words: words, Selected: -1, Palette: palette.Light(),
		Heading: fmt.Sprintf("%d hits for “%s”", hits.Len(), words),
	})
}

// lines returns what is drawn: the texts on a line together, those marked in
// brackets, from top to bottom.
func (s *hitStage) lines() []string {
	at := map[float32][]*canvas.Text{}
	for _, o := range test.WidgetRenderer(s.HitList).Objects() {
		if text, ok := o.(*canvas.Text); ok {
			at[text.Position().Y] = append(at[text.Position().Y], text)
		}
	}
	var heights []float32
	for y, texts := range at {
		heights = append(heights, y)
		slices.SortFunc(texts, func(a, b *canvas.Text) int { return int(a.Position().X - b.Position().X) })
	}
	slices.Sort(heights)
	var lines []string
	for _, y := range heights {
		var line []string
		for _, text := range at[y] {
			if text.TextStyle.Bold && text.TextSize < headingSize {
				line = append(line, "["+text.Text+"]")
			} else {
				line = append(line, text.Text)
			}
		}
		lines = append(lines, strings.Join(line, " "))
	}
	return lines
}

const court = `{"format": 1, "title": "Court", "lanes": [{"id": "court"}, {"id": "press"}],
"sources": [{"id": "gazette", "title": "Gazette"}],
"events": [
 {"id": "opens", "lanes": ["court"], "date": "2001-05-05", "title": "The court opens", "tags": ["law"]},
 {"id": "moves", "lanes": ["press"], "date": "2003", "title": "It moves", "claims": [{"source": "gazette",
  "quote": "After many years in a small house by the river, which was often flooded, the Court moves to Lyon."}]},
 {"id": "people", "lanes": ["court"], "date": "2004", "title": "A trial", "people": ["Ann Court", "Bo"]},
 {"id": "closes", "lanes": ["court"], "date": "2005", "title": "It closes", "summary": "The court, that is."}]}`

// Date, title with marks, and why it is found where the title does not tell.
func TestHitList_Rows(t *testing.T) {
	s := newHitStage(t, parse(t, court))
	s.look(t, "court")
	want := []string{
		"4 hits for “court”",
		"5 May 2001", "The [court] opens",
		"2003", "It moves", "“…many years in a small house by the river, which", "was often flooded, the [Court] moves to Lyon.”",
		"2004", "A trial", "People: Ann [Court] · Bo",
		"2005", "It closes", "The [court] , that is.",
	}
	if got := s.lines(); !slices.Equal(got, want) {
		t.Errorf("drawn is\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	s.look(t, "law court")
	if got := s.lines(); len(got) != 4 || got[3] != "Tags: [law]" {
		t.Errorf("drawn is\n%s", strings.Join(got, "\n"))
	}
}

func TestHitList_HeadingAndNote(t *testing.T) {
	s := newHitStage(t, parse(t, court))
	s.look(t, "nothing")
	state := s.state
	state.Heading = "No hits for “" + strings.Repeat("many words ", 30) + "”"
	state.Note = "Nothing was found. " + strings.Repeat("Try fewer words. ", 5)
	s.Update(state)
	lines := s.lines()
	if len(lines) < headingLines+2 || !strings.HasSuffix(lines[headingLines-1], "…") ||
		!strings.HasPrefix(lines[headingLines], "Nothing was found.") {
		t.Errorf("drawn is\n%s", strings.Join(lines, "\n"))
	}
	if s.heading.height > 300 {
		t.Errorf("the heading is %g pixels high", s.heading.height)
	}
}

// Nothing is wider than the list, however narrow that is.
func TestHitList_Widths(t *testing.T) {
	long := strings.Repeat("Donaudampfschifffahrt", 20)
	set := parse(t, strings.NewReplacer("The court opens", long+" court", "Ann Court", long+" court").Replace(court))
	s := newHitStage(t, set)
	for _, width := range []float32{30, 40, 120, 260, 430} {
		s.Resize(fyne.NewSize(width, hitStageHeight))
		s.look(t, "court")
		for _, o := range test.WidgetRenderer(s.HitList).Objects() {
			text, ok := o.(*canvas.Text)
			if right := o.Position().X + o.MinSize().Width; ok && width > 100 && right > width-hitPad+3 {
				t.Errorf("%q reaches to %g of %g", text.Text, right, width)
			}
		}
		s.Update(HitsState{Selected: -1})
	}
	if s.MinSize().Width > 40 {
		t.Error("the list widens the window")
	}
}

// Of many hits only those in view are read and drawn, to the last.
func TestHitList_ScrollsThroughMany(t *testing.T) {
	s := newHitStage(t, crowd(t, 5000))
	s.look(t, "report")
	seen := func() (first, last int) { return s.drawn[0].event, s.drawn[len(s.drawn)-1].event }
	if first, last := seen(); first != s.state.Hits.At(0) || last > 20 || len(s.read) > 40 {
		t.Errorf("events %d to %d are drawn, %d are read", first, last, len(s.read))
	}
	wheel := func(by float32) {
		ev := &fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, by)}
		s.Scrolled(ev)
	}
	wheel(-500)
	if first, _ := seen(); first < 5 || first > 15 {
		t.Errorf("after 500 pixels event %d comes first", first)
	}
	wheel(9999)
	if s.roll != (roll{}) {
		t.Errorf("back at the top: %+v", s.roll)
	}
	bar := s.bar()
	s.MouseDown(mouseAt(float32(bar.x0+2), float32(bar.y0+5)))
	s.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(float32(bar.x0), hitStageHeight+50)}})
	s.MouseUp(mouseAt(0, 0))
	s.DragEnd()
	if _, last := seen(); last != 5000 {
		t.Errorf("at the end event %d comes last", last)
	}
	end := s.drawn[len(s.drawn)-1].y1
	if math.Abs(end-hitStageHeight) > 0.5 {
		t.Errorf("the last hit ends at %g", end)
	}
	s.Dragged(&fyne.DragEvent{}) // nothing is held any more
	wheel(-10)
	if s.roll != s.rows.end {
		t.Error("it is scrolled beyond the end")
	}
	s.MouseDown(mouseAt(float32(bar.x0+2), hitStageHeight/2)) // beside the handle
	s.MouseUp(mouseAt(0, 0))
	if first, _ := seen(); first < 2000 || first > 3000 {
		t.Errorf("at half the way event %d comes first", first)
	}
	s.Page(1)
	s.Page(-2)
	if len(s.read) > keptRows {
		t.Errorf("%d rows are kept", len(s.read))
	}
}

func mouseAt(x, y float32) *desktop.MouseEvent {
	ev := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	ev.Position = fyne.NewPos(x, y)
	return ev
}

func TestHitList_Pointer(t *testing.T) {
	s := newHitStage(t, parse(t, court))
	s.look(t, "court")
	for _, row := range slices.Clone(s.drawn) {
		at := mouseAt(50, float32((row.y0+row.y1)/2))
		objects := len(test.WidgetRenderer(s.HitList).Objects())
		s.MouseIn(at)
		if s.Cursor() != desktop.PointerCursor {
			t.Error("a hit does not look as if it could be clicked")
		}
		if now := len(test.WidgetRenderer(s.HitList).Objects()); now != objects+1 {
			t.Errorf("%d objects under the pointer, %d else", now, objects)
		}
		s.Tapped(&fyne.PointEvent{Position: at.Position})
		s.MouseOut()
	}
	if !slices.Equal(s.chosen, []int{0, 1, 2, 3}) {
		t.Errorf("clicked are %v", s.chosen)
	}
	s.MouseMoved(mouseAt(50, 10))
	s.Tapped(&fyne.PointEvent{Position: fyne.NewPos(50, 10)})
	s.Tapped(&fyne.PointEvent{Position: fyne.NewPos(50, hitStageHeight-5)})
	if s.Cursor() != desktop.DefaultCursor || len(s.chosen) != 4 {
		t.Error("heading or empty room can be clicked")
	}
}

// Other words begin at the top; more hits of the same leave what is seen where it
// is, and a hit that is selected is brought into view.
func TestHitList_KeepsItsPlace(t *testing.T) {
	s := newHitStage(t, crowd(t, 3000))
	s.look(t, "number 1") // a prefix
	s.scroll(s.rows.at(0.5))
	first := s.drawn[0].event
	more := s.state
	more.Hits = s.set.Select(data.Filter{})
	s.Update(more)
	if got := s.drawn[0].event; got != first {
		t.Errorf("with more hits event %d comes first, not %d", got, first)
	}
	more.Selected = 2900
	s.Update(more)
	if !slices.ContainsFunc(s.drawn, func(row drawnRow) bool { return row.event == 2900 && row.y0 >= s.heading.height }) {
		t.Errorf("the selected event is not seen among %v", s.drawn)
	}
	s.look(t, "number 2")
	if s.roll != (roll{}) {
		t.Errorf("other words begin at %+v", s.roll)
	}
	s.Update(HitsState{Selected: -1})
	if len(s.drawn) != 0 {
		t.Errorf("%d hits are drawn of none", len(s.drawn))
	}
}
