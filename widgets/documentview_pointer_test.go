package widgets

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"dateline/widgets/palette"
)

func TestDocPage_ScrollBar(t *testing.T) {
	s := newDocStage(t)
	s.show(prose(500), "Paragraph 250 begins.")
	bar := s.page.bar()
	room := s.page.Size()
	x := float32(bar.x0+bar.x1) / 2
	for _, o := range s.objects() {
		rect, ok := o.(*canvas.Rectangle)
		if ok && rect.FillColor == s.state.Palette.SelectLine && rect.Position().X > room.Width-barWidth {
			if share := rect.Position().Y / room.Height; share < 0.48 || share > 0.52 {
				t.Errorf("the quotation's place in the middle is shown at %g", share)
			}
		}
	}
	s.page.MouseDown(mouseAt(x, float32(bar.y0+3)))
	s.page.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, room.Height+99)}})
	s.page.DragEnd()
	if s.page.roll != s.page.rows.end {
		t.Errorf("dragged to %+v", s.page.roll)
	}
	s.page.Dragged(&fyne.DragEvent{}) // nothing is held any more
	if s.page.roll != s.page.rows.end {
		t.Error("the bar is held after it was let go")
	}
	s.page.MouseDown(mouseAt(x, room.Height/4)) // beside the handle
	s.page.MouseUp(mouseAt(x, room.Height/4))
	if row := s.page.roll.row; row < 200 || row > 300 {
		t.Errorf("at a quarter of the way is row %d of 1000", row)
	}
}

func TestDocPage_Cursor(t *testing.T) {
	s := newDocStage(t)
	s.show(prose(500))
	bar := s.page.bar()
	s.page.MouseMoved(mouseAt(float32(bar.x0+bar.x1)/2, 50))
	if s.page.Cursor() != desktop.DefaultCursor {
		t.Error("the scroll bar looks like text")
	}
	s.page.MouseMoved(mouseAt(100, 50))
	if s.page.Cursor() != desktop.TextCursor {
		t.Error("text does not look as if it could be selected")
	}
	s.show("The text")
	if s.page.bar() != (box{}) {
		t.Error("there is a scroll bar where all is seen")
	}
}

// placeOf returns where a byte of the text is drawn.
func (s *docStage) placeOf(t *testing.T, offset int) fyne.Position {
	t.Helper()
	for _, line := range s.page.visibleLines() {
		if line.From <= offset && offset < line.To {
			x := s.page.left() + s.page.breaker.letters.width(s.page.doc.Text[line.From:offset])
			return fyne.NewPos(float32(x), float32(line.y0+line.y1)/2)
		}
	}
	t.Fatalf("byte %d is not in view", offset)
	return fyne.Position{}
}

// sweep presses, drags and lets go.
func (s *docStage) sweep(from, to fyne.Position) {
	s.page.MouseDown(mouseAt(from.X, from.Y))
	s.page.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to}})
	s.page.MouseUp(mouseAt(to.X, to.Y))
	s.page.DragEnd()
}

// newSelection shows a text, and returns what is copied of it and where a part
// of it is.
func newSelection(t *testing.T) (s *docStage, copied func() string, at func(part string) fyne.Position) {
	t.Helper()
	s = newDocStage(t)
	text := "Notes of it.\n\nHe said: “Yes,\nof course”, and left. " + prose(40)
	s.show(text, "Notes")
	copied = func() string {
		s.page.TypedShortcut(&fyne.ShortcutCopy{})
		return strings.TrimPrefix(s.said(), "copy ")
	}
	return s, copied, func(part string) fyne.Position { return s.placeOf(t, strings.Index(text, part)) }
}

func TestDocPage_Selects(t *testing.T) {
	s, copied, at := newSelection(t)
	if got := copied(); got != "Notes" {
		t.Errorf("with nothing selected %q is copied", got)
	}
	for _, c := range [][2]fyne.Position{{at("said"), at(", and")}, {at(", and"), at("said")}} {
		s.sweep(c[0], c[1])
		if got := copied(); got != "said: “Yes,\nof course”" {
			t.Errorf("selected %q", got)
		}
	}
	if got := s.rectsOf(palette.Fade(s.state.Palette.Accent, 0.35)); got != 2 {
		t.Errorf("the selection is drawn on %d lines", got)
	}
	shift := mouseAt(at("left").X, at("left").Y)
	shift.Modifier = fyne.KeyModifierShift
	s.page.MouseDown(shift)
	s.page.MouseUp(shift)
	if got := copied(); got != ", and " {
		t.Errorf("with Shift %q is selected", got)
	}
}

func TestDocPage_SelectsAtOnce(t *testing.T) {
	s, copied, at := newSelection(t)
	s.page.DoubleTapped(&fyne.PointEvent{Position: at("ourse")})
	if got := copied(); got != "course" {
		t.Errorf("a double click selects %q", got)
	}
	s.page.TypedShortcut(&fyne.ShortcutSelectAll{})
	if got := copied(); got != s.page.doc.Text {
		t.Errorf("all that is selected are %d of %d bytes", len(got), len(s.page.doc.Text))
	}
	s.sweep(at("said"), at("said"))
	if got := copied(); got != "Notes" {
		t.Errorf("after a click %q is copied", got)
	}
	room := s.page.Size()
	s.sweep(at("said"), fyne.NewPos(60, room.Height+2000))
	if from := s.page.visibleLines()[0].From; from == 0 || len(copied()) < from {
		t.Error("dragging beyond the edge does not scroll")
	}
}

// rectsOf counts the rectangles of a colour.
func (s *docStage) rectsOf(fill any) (count int) {
	for _, o := range test.WidgetRenderer(s.page).Objects() {
		if rect, ok := o.(*canvas.Rectangle); ok && rect.FillColor == fill {
			count++
		}
	}
	return count
}
