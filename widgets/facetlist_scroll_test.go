package widgets

import (
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"dateline/data/facets"
	"dateline/widgets/palette"
)

// Of many names only those in view are drawn, to the last.
func TestFacetList_ScrollsThroughMany(t *testing.T) {
	const many = 100_000
	s := newFacetStage(t, crowded(t, many))
	inView := func(want string) {
		t.Helper()
		listed := s.listed()
		if !strings.Contains(listed, want) {
			t.Errorf("%s is not in view, but %s", want, listed)
		}
		if n := len(test.WidgetRenderer(s.names).Objects()); n > 90 {
			t.Errorf("%d objects are drawn", n)
		}
	}
	inView("Person 000000 1")
	s.names.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -1000*rowHeight)})
	inView("Person 001000 1")
	s.names.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 1e9)})
	inView("Person 000000 1")
	strike(s.Names(), fyne.KeyEnd)
	inView("Person 099999 1")
	if end := s.names.top(many); math.Abs(end-s.names.rows.room) > 0.5 {
		t.Errorf("the last name ends at %g of %g", end, s.names.rows.room)
	}
	strike(s.Names(), fyne.KeyUp, fyne.KeyHome)
	inView("Person 000000 1")
	if s.names.roll != (roll{}) {
		t.Errorf("at the top: %+v", s.names.roll)
	}
	strike(s.Names(), fyne.KeyPageDown, fyne.KeyPageDown)
	if top := s.names.top(s.names.cursor); top < 0 || top+rowHeight > s.names.rows.room+0.5 || s.names.cursor < 20 {
		t.Errorf("after two pages the keyboard is on %d, at %g", s.names.cursor, top)
	}
	s.Page(0.5)
	s.On.Find("person 0512")
	if s.names.roll != (roll{}) || len(s.names.shown) != 100 {
		t.Errorf("%d names are found, scrolled to %+v", len(s.names.shown), s.names.roll)
	}
	inView("Person 051200 1")
}

func TestFacetList_ScrollBar(t *testing.T) {
	s := newFacetStage(t, crowded(t, 5000))
	bar := s.names.bar()
	x := float32(bar.x0 + 2)
	s.names.MouseDown(mouseAt(x, float32(bar.y0+5)))
	s.names.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, facetStageHeight+50)}})
	s.names.MouseUp(mouseAt(0, 0))
	s.names.DragEnd()
	if s.names.roll != s.names.rows.end || !strings.Contains(s.listed(), "Person 004999") {
		t.Errorf("pulled to the end it is at %+v", s.names.roll)
	}
	s.names.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, 0)}}) // nothing is held
	if s.names.roll != s.names.rows.end {
		t.Error("it is pulled by nothing")
	}
	s.names.MouseDown(mouseAt(x, float32(s.names.rows.room/2))) // beside the handle
	s.names.MouseUp(mouseAt(0, 0))
	if row := s.names.roll.row; row < 2200 || row > 2800 {
		t.Errorf("at half the way row %d comes first", row)
	}
	s.names.Tapped(&fyne.PointEvent{Position: fyne.NewPos(x, 50)})
	if got := s.said(); got != "" {
		t.Errorf("a click on the bar: %s", got)
	}
	s.On.Find("person 000001")
	if s.names.bar() != (box{}) {
		t.Error("there is a bar where all names are seen")
	}
}

func TestFacetList_Pointer(t *testing.T) {
	s := newFacetStage(t, parse(t, people))
	objects := len(test.WidgetRenderer(s.names).Objects())
	for i := range 4 {
		at := s.row(i)
		s.names.MouseIn(mouseAt(at.X, at.Y))
		if n := len(test.WidgetRenderer(s.names).Objects()); s.names.Cursor() != desktop.PointerCursor || n != objects+1 {
			t.Errorf("row %d does not look as if it could be clicked: %d objects, %d else", i, n, objects)
		}
	}
	s.names.MouseMoved(mouseAt(60, s.row(4).Y))
	if s.names.Cursor() != desktop.DefaultCursor {
		t.Error("empty room looks as if it could be clicked")
	}
	s.names.MouseOut()
	if n := len(test.WidgetRenderer(s.names).Objects()); n != objects {
		t.Errorf("%d objects when the pointer is gone, %d before", n, objects)
	}
}

func TestFacetList_Buttons(t *testing.T) {
	s := newFacetStage(t, parse(t, people))
	s.On.Find("x")
	for _, o := range []fyne.CanvasObject{s.entry.ActionItem, s.close} {
		within(o, func(o fyne.CanvasObject) {
			if b, ok := o.(*widget.Button); ok {
				test.Tap(b)
			}
		})
	}
	if got := s.said(); got != `find "x"; find ""; close` || s.entry.Text != "" {
		t.Errorf("the buttons: %s; %q is in the field", got, s.entry.Text)
	}
}

// Where there are no names it says why.
func TestFacetList_Empty(t *testing.T) {
	s := newFacetStage(t, parse(t, people))
	s.On.Kind(facets.Places)
	if got := s.words(); got != "There are no places in this dataset." {
		t.Errorf("without places: %s", got)
	}
	strike(s.Names(), fyne.KeyDown, fyne.KeyEnd, fyne.KeySpace)
	s.On.Kind(facets.People)
	s.On.Find("nobody")
	if got := s.words(); !strings.HasPrefix(got, "No name has “nobody” in it. ") {
		t.Errorf("nothing found: %s", got)
	}
	s.said()
	strike(s.Names(), fyne.KeySpace, fyne.KeyUp, fyne.KeyPageDown)
	s.click(0)
	s.Page(1)
	if got := s.said(); got != "" {
		t.Errorf("keys without names: %s", got)
	}
	s.Update(FacetsState{Note: "Reading the names… 43 %", Palette: palette.Dark()})
	if got := s.words(); got != "Reading the names… 43 %" || lineOf(s.sum) != "" {
		t.Errorf("while reading: %s; %s", got, lineOf(s.sum))
	}
}

// words returns what stands in the place of names.
func (s *facetStage) words() string {
	return strings.Join(textsOf(test.WidgetRenderer(s.names).Objects()), " ")
}

// Nothing is wider than the list or over something else, however narrow it is and
// long the names are.
func TestFacetList_Widths(t *testing.T) {
	long := strings.Repeat("Donaudampfschifffahrt ", 20)
	s := newFacetStage(t, parse(t, strings.ReplaceAll(people, `"Ann"`, `"`+long+`"`)))
	s.click(0)
	s.click(1)
	s.without("b")
	for _, width := range []float32{0, 30, 60, 160, 260, 430} {
		s.Resize(fyne.NewSize(width, facetStageHeight))
		bottom := float32(0)
		for _, o := range []fyne.CanvasObject{s.tabs, s.chosen, s.entry, s.sum, s.names} {
			if o.Position().Y < bottom {
				t.Errorf("%g pixels wide: a %T begins at %g, above %g", width, o, o.Position().Y, bottom)
			}
			bottom = o.Position().Y + o.Size().Height
		}
		if width < 160 {
			continue
		}
		for _, of := range []fyne.Widget{s.tabs, s.chosen, s.sum, s.names} {
			for _, o := range test.WidgetRenderer(of).Objects() {
				if right := of.Position().X + o.Position().X + o.MinSize().Width; right > width-6 {
					t.Errorf("%g pixels wide: a %T of a %T reaches to %g", width, o, of, right)
				}
			}
		}
	}
	if s.MinSize().Width > 40 {
		t.Error("the list widens the window")
	}
	for _, text := range textsOf(test.WidgetRenderer(s.chosen).Objects()) {
		if strings.HasSuffix(text, "…") {
			return
		}
	}
	t.Error("what is chosen is not shortened")
}

// Another palette gives all names other colours.
func TestFacetList_Colours(t *testing.T) {
	s := newFacetStage(t, parse(t, people))
	state := s.state
	state.Palette = palette.Dark()
	s.Update(state)
	for _, of := range []fyne.Widget{s.names, s.chosen, s.sum, s.tabs} {
		for _, o := range test.WidgetRenderer(of).Objects() {
			if text, ok := o.(*canvas.Text); ok && text.Color != state.Palette.Text && text.Color != state.Palette.Muted {
				t.Errorf("in the dark %q is %v", text.Text, text.Color)
			}
		}
	}
}
