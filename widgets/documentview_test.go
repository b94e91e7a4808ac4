package widgets

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"dateline/data/document"
	"dateline/widgets/palette"
)

// docStage is a document view in a window, with a log of what comes out.
type docStage struct {
	*DocumentView
	window fyne.Window
	log    []string
}

func newDocStage(t *testing.T) *docStage {
	t.Helper()
	newKeyboard(t)
	s := &docStage{DocumentView: NewDocumentView()}
	note := func(format string, args ...any) { s.log = append(s.log, fmt.Sprintf(format, args...)) }
	s.On = DocumentEvents{
		Quote:    func(index int) { note("quote %d", index) },
		Attach:   func() { note("attach") },
		Close:    func() { note("close") },
		Copy:     func(text string) { note("copy %s", text) },
		Key:      func(key *fyne.KeyEvent) { note("key %s", key.Name) },
		Rune:     func(r rune) { note("rune %c", r) },
		Shortcut: func(shortcut fyne.Shortcut) { note("shortcut %s", shortcut.ShortcutName()) },
	}
	s.window = test.NewWindow(s.DocumentView)
	t.Cleanup(s.window.Close)
	s.window.SetPadded(false)
	s.window.Resize(fyne.NewSize(480, 600))
	return s
}

// show shows a document and what is looked for in it.
func (s *docStage) show(text string, quotes ...string) {
	s.Update(DocumentState{
		Document: document.New("paper.txt", text), Source: "The Paper", Quotes: quotes, Palette: palette.Light(),
	})
}

func (s *docStage) said() string {
	text := strings.Join(s.log, "; ")
	s.log = nil
	return text
}

// headTexts returns what is said above the text.
func (s *docStage) headTexts() []string {
	var found []string
	within(s.head, func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *widget.Label:
			found = append(found, o.Text)
		case *widget.Button:
			found = append(found, o.Text)
		case *widget.Hyperlink:
			found = append(found, o.Text)
		}
	})
	return found
}

func (s *docStage) says(text string) bool {
	return slices.ContainsFunc(s.headTexts(), func(said string) bool { return strings.Contains(said, text) })
}

// button returns the button with an icon, nil where there is none.
func (s *docStage) button(icon fyne.Resource) (found *widget.Button) {
	within(s.head, func(o fyne.CanvasObject) {
		if b, ok := o.(*widget.Button); ok && b.Icon != nil && b.Icon.Name() == icon.Name() {
			found = b
		}
	})
	return found
}

func (s *docStage) objects() []fyne.CanvasObject { return test.WidgetRenderer(s.page).Objects() }

// pageTexts returns the pieces of text that are drawn, from top to bottom.
func (s *docStage) pageTexts() []*canvas.Text {
	var texts []*canvas.Text
	for _, o := range s.objects() {
		if text, ok := o.(*canvas.Text); ok {
			texts = append(texts, text)
		}
	}
	return texts
}

// behind returns the text that is drawn on rectangles of a colour, and where the
// first of them begins.
func (s *docStage) behind(fill any) (text string, y float32) {
	y = -1
	for _, o := range s.objects() {
		rect, ok := o.(*canvas.Rectangle)
		if !ok || rect.FillColor != fill {
			continue
		}
		if y < 0 {
			y = rect.Position().Y
		}
		for _, piece := range s.pageTexts() {
			at, size := rect.Position(), rect.Size()
			middle := piece.Position().AddXY(piece.MinSize().Width/2, piece.MinSize().Height/2)
			if middle.X > at.X && middle.X < at.X+size.Width && middle.Y > at.Y && middle.Y < at.Y+size.Height {
				text += piece.Text + " "
				if off := math.Abs(float64(piece.Position().X - at.X)); off > 1 {
					text += fmt.Sprintf("(%g pixels beside) ", off)
				}
			}
		}
	}
	return strings.Join(strings.Fields(text), " "), y
}

// marked returns the text that is marked as the quotation, and where it begins.
func (s *docStage) marked() (text string, y float32) { return s.behind(s.state.Palette.Select) }

// fits fails if text is drawn beyond the room for it.
func (s *docStage) fits(t *testing.T) {
	t.Helper()
	width := s.page.Size().Width
	for _, piece := range s.pageTexts() {
		if right := piece.Position().X + piece.MinSize().Width; right > width-docRight+3 {
			t.Errorf("%q reaches to %g of %g", piece.Text, right, width)
		}
	}
}

// prose returns paragraphs of some lines each, none like another.
func prose(paragraphs int) string {
	var text strings.Builder
	for i := range paragraphs {
		fmt.Fprintf(&text, "Paragraph %d begins. %s It ends here: %d.\n\n", i, strings.Repeat("Some more is said, ", 8+i%5), i)
	}
	return text.String()
}

// What was quoted is in view when a document is opened, a third from the top, and
// it alone is marked.
func TestDocumentView_OpensAtTheQuotation(t *testing.T) {
	for _, colors := range []palette.Palette{palette.Light(), palette.Dark()} {
		s := newDocStage(t)
		text := prose(200) + "Before it. “He’s\nleft the  country”, they said. After it.\n" + prose(200)
		s.Update(DocumentState{
			Document: document.New("paper.txt", text), Source: "The Paper", Quotes: []string{`"He's left the country"`}, Palette: colors,
		})
		got, y := s.marked()
		if got != "“He’s left the country”" {
			t.Errorf("marked is %q", got)
		}
		if share := y / s.page.Size().Height; share < 0.25 || share > 0.4 {
			t.Errorf("it stands at %g of %g", y, s.page.Size().Height)
		}
		if !s.says("The Paper") || !s.says("Line 401 · paper.txt") {
			t.Errorf("said is %q", s.headTexts())
		}
		for _, piece := range s.pageTexts() {
			if piece.Color != colors.Text {
				t.Errorf("%q is drawn in %v", piece.Text, piece.Color)
			}
		}
	}
}

// A quotation at either end is seen though it cannot stand a third from the top.
func TestDocumentView_QuotationAtTheEnds(t *testing.T) {
	s := newDocStage(t)
	text := "The beginning.\n" + prose(100) + "The end."
	for _, quote := range []string{"The beginning", "The end"} {
		s.show(text, quote)
		if got, y := s.marked(); got != quote || y < 0 || y > s.page.Size().Height-docLine {
			t.Errorf("%q is marked at %g", got, y)
		}
	}
}

func TestDocumentView_LeftOut(t *testing.T) {
	s := newDocStage(t)
	s.show(prose(50)+"One thing is said, and another, and then a third.\n"+prose(50), "One thing […] a third")
	if got, _ := s.marked(); got != "One thing a third" {
		t.Errorf("marked is %q", got)
	}
	s.page.TypedShortcut(&fyne.ShortcutCopy{})
	if got := s.said(); got != "copy One thing is said, and another, and then a third" {
		t.Error(got)
	}
}

// The view keeps its place when it gets another size, and comes back to it.
func TestDocumentView_ResizeKeepsThePlace(t *testing.T) {
	s := newDocStage(t)
	s.show(prose(300)+"This is it.\n"+prose(300), "This is it.")
	_, before := s.marked()
	for _, size := range []fyne.Size{{Width: 900, Height: 600}, {Width: 300, Height: 900}, {Width: 480, Height: 300}, {Width: 480, Height: 600}} {
		s.window.Resize(size)
		got, y := s.marked()
		if share := y / s.page.Size().Height; got != "This is it." || share < 0.25 || share > 0.4 {
			t.Errorf("%v: %q is marked at %g", size, got, y)
		}
		s.fits(t)
	}
	if _, y := s.marked(); y != before {
		t.Errorf("back at its size it is at %g, before at %g", y, before)
	}
	s.page.move(-0.6 * s.page.rows.room) // it is near the lower edge
	s.window.Resize(fyne.NewSize(480, 250))
	if got, _ := s.marked(); got != "This is it." {
		t.Errorf("in less room %q is marked in view", got)
	}
	s.window.Resize(fyne.NewSize(480, 600))
	s.page.move(3000) // it is out of view
	first := s.page.visibleLines()[0]
	for _, width := range []float32{470, 300, 800, 333, 480} {
		s.window.Resize(fyne.NewSize(width, 600))
		now := s.page.visibleLines()[0]
		if now.To <= first.From || now.From > first.From {
			t.Errorf("%g: the text begins at %d, before at %d", width, now.From, first.From)
		}
	}
	if now := s.page.visibleLines()[0]; now != first {
		t.Errorf("back at its size the text begins with %+v, before with %+v", now, first)
	}
}

// Showing the same again, other colours or another note leaves the text where the
// reader has scrolled it.
func TestDocumentView_UpdateKeepsThePlace(t *testing.T) {
	s := newDocStage(t)
	s.show(prose(300)+"This is it.\n"+prose(300), "This is it.")
	s.page.move(5000)
	first := s.page.visibleLines()[0].From
	state := s.state
	head := s.head.Objects[0]
	s.Update(state)
	if s.head.Objects[0] != head {
		t.Error("showing the same again builds anew")
	}
	for name, change := range map[string]func(){
		"colours": func() { state.Palette = palette.Dark() },
		"note":    func() { state.Note = "It has changed." },
		"source":  func() { state.Source = "Another name" },
	} {
		change()
		s.Update(state)
		if now := s.page.visibleLines()[0].From; now != first {
			t.Errorf("%s: the text begins at %d, before at %d", name, now, first)
		}
	}
	if rect, ok := s.objects()[0].(*canvas.Rectangle); !ok || rect.FillColor != palette.Dark().Surface {
		t.Error("the page is not drawn in the new colours")
	}
	s.page.scroll(roll{})
	state.Document = document.New("other.txt", s.state.Document.Text)
	s.Update(state)
	if got, _ := s.marked(); got != "This is it." {
		t.Errorf("in another document %q is marked", got)
	}
}

// What is shown before there is room is there as soon as there is.
func TestDocumentView_StateBeforeSize(t *testing.T) {
	newKeyboard(t)
	s := &docStage{DocumentView: NewDocumentView()}
	s.show(prose(100)+"This is it.\n"+prose(100), "This is it.")
	s.window = test.NewWindow(container.NewStack(s.DocumentView))
	t.Cleanup(s.window.Close)
	s.window.Resize(fyne.NewSize(400, 500))
	got, y := s.marked()
	if share := y / s.page.Size().Height; got != "This is it." || share < 0.2 || share > 0.45 || !s.says("Line 201") {
		t.Errorf("%q is marked at %g, said is %q", got, y, s.headTexts())
	}
}
