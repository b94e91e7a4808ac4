package widgets

import (
	"image/color"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"dateline/widgets/palette"
)

// checkStage is a list of statuses in a window, without events.
type checkStage struct {
	*CheckList
	window fyne.Window
	rows   []CheckRow
}

func newCheckStage(t *testing.T) *checkStage {
	t.Helper()
	newKeyboard(t)
	s := &checkStage{CheckList: NewCheckList(), rows: []CheckRow{
		{ID: "established", Title: "Established", Count: 19, On: true, Sign: canvas.NewCircle(color.Black)},
		{ID: "reported", Title: "Reported", Count: 0, On: false},
		{ID: "bare", Title: "No count", Count: -1, On: true},
	}}
	s.Update(s.rows, palette.Light())
	s.window = test.NewWindow(s.CheckList)
	t.Cleanup(s.window.Close)
	s.window.SetPadded(false)
	s.window.Resize(fyne.NewSize(188, 200))
	return s
}

func (s *checkStage) drawn(i int) []fyne.CanvasObject {
	return test.WidgetRenderer(s.boxes[i]).Objects()
}

// boxOf returns a row's box and the colours of the lines of its tick.
func (s *checkStage) boxOf(t *testing.T, i int) (*canvas.Rectangle, []color.Color) {
	t.Helper()
	var square *canvas.Rectangle
	var tick []color.Color
	for _, o := range s.drawn(i) {
		switch o := o.(type) {
		case *canvas.Rectangle:
			square = o
		case *canvas.Line:
			tick = append(tick, o.StrokeColor)
		}
	}
	if square == nil || square.Size() != fyne.NewSquareSize(checkSide) {
		t.Fatalf("row %d has the box %v", i, square)
	}
	return square, tick
}

func TestCheckList_NeutralBox(t *testing.T) {
	s := newCheckStage(t)
	for _, p := range []palette.Palette{palette.Light(), palette.Dark()} {
		s.Update(s.rows, p)
		for i, row := range s.rows {
			square, tick := s.boxOf(t, i)
			if square.FillColor != p.Surface || square.StrokeColor != p.Muted || square.StrokeWidth == 0 {
				t.Errorf("dark: %v: the box is %v in %v", p.Dark, square.FillColor, square.StrokeColor)
			}
			want := []color.Color{p.Text, p.Text}
			if !row.On {
				want = nil
			}
			if !slices.Equal(tick, want) {
				t.Errorf("dark: %v, on: %v: the tick is %v", p.Dark, row.On, tick)
			}
		}
	}
}

// A box with a colour is filled with it while it is on, and like all others while
// it is off.
func TestCheckList_ColoredBox(t *testing.T) {
	s, p := newCheckStage(t), palette.Light()
	for i := range s.rows {
		s.rows[i].Color = "#0072B2"
	}
	s.Update(s.rows, p)
	if square, tick := s.boxOf(t, 0); square.FillColor != p.Mark("#0072B2") || square.StrokeWidth != 0 || len(tick) != 2 ||
		tick[0] != p.OnMark(p.Mark("#0072B2")) {
		t.Errorf("on: %v with the tick %v", square.FillColor, tick)
	}
	if square, tick := s.boxOf(t, 1); square.FillColor != p.Surface || square.StrokeColor != p.Muted || tick != nil {
		t.Errorf("off: %v with the tick %v", square.FillColor, tick)
	}
}

func TestCheckList_Counts(t *testing.T) {
	s := newCheckStage(t)
	for i, want := range []string{"19 Established", "0 Reported", "No count"} {
		if got := strings.Join(textsOf(s.drawn(i)), " "); got != want {
			t.Errorf("row %d says %q, want %q", i, got, want)
		}
	}
}

// A frame costs its objects.
func TestCheckList_FewObjects(t *testing.T) {
	s := newCheckStage(t)
	for i, want := range []int{7, 4, 5} { // the first with a sign, the last without a count
		if got := len(s.drawn(i)); got != want {
			t.Errorf("row %d is of %d objects, want %d", i, got, want)
		}
	}
}

func TestCheckList_Sign(t *testing.T) {
	s := newCheckStage(t)
	left := func(i int) float32 {
		for _, o := range s.drawn(i) {
			if text, ok := o.(*canvas.Text); ok && text.Text == s.rows[i].Title {
				return text.Position().X
			}
		}
		t.Fatalf("row %d has no title", i)
		return 0
	}
	sign := s.rows[0].Sign
	if !slices.Contains(s.drawn(0), sign) || sign.Size() != fyne.NewSquareSize(signSide) {
		t.Fatalf("the sign is not there, or %v large", sign.Size())
	}
	from, to := sign.Position().X, sign.Position().X+signSide
	if from < checkLeft+checkSide+4 || to > left(0)-4 || left(0) <= left(1) {
		t.Errorf("the sign reaches from %g to %g, its title begins at %g, others at %g", from, to, left(0), left(1))
	}
	if middle := sign.Position().Y + signSide/2; middle != checkRowHeight/2 {
		t.Errorf("the sign's middle is at %g", middle)
	}
	s.rows[0].Sign = nil
	s.Update(s.rows, palette.Light())
	if slices.Contains(s.drawn(0), sign) || left(0) != left(1) {
		t.Error("a sign that was taken away is still there")
	}
}

// Rows are set on each other without a gap, where a click would be lost.
func TestCheckList_Heights(t *testing.T) {
	lanes, others := NewLaneFilter(), newCheckStage(t)
	lanes.Update(threeLanes(), palette.Light())
	if got := lanes.MinSize().Height; got != 3*laneRowHeight {
		t.Errorf("three lanes are %g high", got)
	}
	if got := others.MinSize().Height; got != 3*checkRowHeight {
		t.Errorf("three statuses are %g high", got)
	}
	others.Resize(others.MinSize())
	if got := others.boxes[1].Position().Y; got != checkRowHeight {
		t.Errorf("the second row is at %g", got)
	}
}

func TestCheckList_WithoutOnly(t *testing.T) {
	s := newCheckStage(t)
	at := &desktop.MouseEvent{}
	at.Position.X = 180
	s.boxes[0].MouseIn(at)
	if texts := textsOf(s.drawn(0)); slices.Contains(texts, "only") || !slices.Contains(texts, "19") {
		t.Errorf("under the pointer: %q", texts)
	}
	s.boxes[0].Tapped(&at.PointEvent) // without events nothing happens
	var log []string
	s.OnToggle = func(id string) { log = append(log, id) }
	s.boxes[0].Tapped(&at.PointEvent)
	theKeyboard().held = fyne.KeyModifierAlt | fyne.KeyModifierShift
	s.boxes[1].Tapped(&fyne.PointEvent{})
	s.boxes[2].TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if got := strings.Join(log, " "); got != "established reported bare" {
		t.Errorf("switched: %q", got)
	}
}

// soil writes into a row what an update that redraws it paints over.
func (s *checkStage) soil(t *testing.T, i int) func() bool {
	t.Helper()
	for _, o := range s.drawn(i) {
		if text, ok := o.(*canvas.Text); ok {
			text.Text = "soiled"
			return func() bool { return slices.Contains(textsOf(s.drawn(i)), "soiled") }
		}
	}
	t.Fatalf("row %d says nothing", i)
	return nil
}

func TestCheckList_UpdateRedrawsWhatChanged(t *testing.T) {
	s := newCheckStage(t)
	first, second := s.soil(t, 0), s.soil(t, 1)
	s.Update(slices.Clone(s.rows), palette.Light())
	if !first() || !second() {
		t.Error("the same again is drawn anew")
	}
	s.rows[1].Count = 4 // in the very slice that was given before
	s.Update(s.rows, palette.Light())
	if !first() || second() {
		t.Errorf("one row changed: the first is as it was: %v, the second: %v", first(), second())
	}
	if texts := textsOf(s.drawn(1)); !slices.Contains(texts, "4") {
		t.Errorf("the row that changed says %q", texts)
	}
	s.Update(s.rows, palette.Dark())
	if first() {
		t.Error("in other colours, a row is as it was")
	}
}

func TestCheckList_LinesOfATitle(t *testing.T) {
	l := newCheckList(checkRowHeight, 2)
	row := CheckRow{ID: "x", Title: "Lines to when it became known at last, and to whom", Count: -1}
	l.Update([]CheckRow{row}, palette.Light())
	l.Resize(fyne.NewSize(188, l.MinSize().Height))
	texts := textsOf(test.WidgetRenderer(l.boxes[0]).Objects())
	if len(texts) != 2 || !strings.HasPrefix(row.Title, texts[0]+" ") || !strings.HasSuffix(texts[1], "…") {
		t.Errorf("the title is written as %q", texts)
	}
	if got := l.MinSize().Height; got != checkRowHeight+checkLine {
		t.Errorf("the row is %g high", got)
	}
}
