package widgets

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"dateline/data/document"
	"dateline/widgets/palette"
)

func TestDocumentView_NotFound(t *testing.T) {
	s := newDocStage(t)
	text := prose(100) + "He said that the first man left.\n" + prose(100)
	s.show(text, "He said that the first woman stayed")
	for _, want := range []string{
		notFound, "“He said that the first woman stayed”", lookedFor, "Not found · paper.txt",
		"Its first 5 of 7 words are in line 201, but “woman stayed” does not follow there.",
	} {
		if !slices.Contains(s.headTexts(), want) {
			t.Errorf("%q is not said in %q", want, s.headTexts())
		}
	}
	if got, _ := s.behind(s.state.Palette.Select); got != "" {
		t.Errorf("%q is marked", got)
	}
	if got, y := s.behind(s.state.Palette.Quote); got != "He said that the first" || y < 0 {
		t.Errorf("%q is marked faintly", got)
	}
	s.show(text, "Nothing … like it")
	if !s.says(notFound) || !s.says(lookedFor+leftOut) || s.says("Its first") {
		t.Errorf("said is %q", s.headTexts())
	}
	if s.page.roll != (roll{}) {
		t.Error("the document is not open at its beginning")
	}
	s.show(text, "He said that the first man left.")
	if s.says(notFound) {
		t.Error("what is found is said not to be")
	}
	s.show(text)
	if s.says(notFound) || s.says("Line") {
		t.Errorf("without a quotation it says %q", s.headTexts())
	}
}

// A long quotation is not spread over the page that it is not in.
func TestDocumentView_NotFoundLong(t *testing.T) {
	s := newDocStage(t)
	s.show("Some text", "Begin "+strings.Repeat("many words ", 200))
	if s.page.Size().Height < 300 {
		t.Errorf("the text has %g pixels", s.page.Size().Height)
	}
}

func TestDocumentView_Notes(t *testing.T) {
	s := newDocStage(t)
	d := document.New("paper.txt", "The text")
	d.Caveat = "Letters may be wrong."
	s.Update(DocumentState{Document: d, Source: "The Paper", Quotes: []string{"text"}, Note: "It has changed.", Palette: palette.Light()})
	if texts := s.headTexts(); !slices.Contains(texts, "It has changed.") || !slices.Contains(texts, d.Caveat) {
		t.Errorf("said is %q", texts)
	}
	top := s.page.Position().Y
	state := s.state
	state.Note = ""
	s.Update(state)
	if s.says("changed") || s.page.Position().Y >= top {
		t.Errorf("said is %q, over a text at %g", s.headTexts(), s.page.Position().Y)
	}
}

func TestDocumentView_Attach(t *testing.T) {
	s := newDocStage(t)
	tap := func(label string) {
		t.Helper()
		within(s.head, func(o fyne.CanvasObject) {
			if b, ok := o.(*widget.Button); ok && b.Text == label {
				test.Tap(b)
			}
			if l, ok := o.(*widget.Hyperlink); ok && l.Text == label {
				l.OnTapped()
			}
		})
		if got := s.said(); got != "attach" {
			t.Errorf("%s: %q", label, got)
		}
	}
	state := DocumentState{Source: "The Paper", Quotes: []string{"text"}, Palette: palette.Light()}
	s.Update(state)
	if !s.says("There is no document of this source.") || s.says("Attach") || s.says(notFound) {
		t.Errorf("said is %q", s.headTexts())
	}
	state.Attach, state.Note = true, "It is gone."
	s.Update(state)
	if !s.says("It is gone.") || s.says("There is no document") {
		t.Errorf("said is %q", s.headTexts())
	}
	tap("Attach document…")
	s.page.TypedShortcut(&fyne.ShortcutSelectAll{})
	s.page.TypedShortcut(&fyne.ShortcutCopy{})
	s.page.MouseDown(mouseAt(50, 50))
	if got := s.said(); got != "" {
		t.Errorf("without a document: %s", got)
	}
	state.Document = document.New("paper.txt", "The text")
	s.Update(state)
	tap("Attach another document…")
	state.Attach = false
	s.Update(state)
	if s.says("Attach") {
		t.Errorf("said is %q", s.headTexts())
	}
}

// The arrows go through all places of all quotations, those that were not found
// too, and end there.
func TestDocumentView_Steps(t *testing.T) {
	s := newDocStage(t)
	text := prose(60) + "First here.\n" + prose(60) + "Second here.\n" + prose(60) + "First here.\n"
	s.show(text, "First here.", "It is not here.", "Second here.")
	down, up := theme.MoveDownIcon(), theme.MoveUpIcon()
	at := func(where, text string) {
		t.Helper()
		if got, _ := s.marked(); got != text || !s.says(where) {
			t.Errorf("%q is marked, want %q, and said is %q, want %q", got, text, s.headTexts(), where)
		}
	}
	at("Line 121 · place 1 of 2 · quotation 1 of 3", "First here.")
	if !s.button(up).Disabled() {
		t.Error("there is something before the first place")
	}
	test.Tap(s.button(down))
	at("Line 363 · place 2 of 2 · quotation 1 of 3", "First here.")
	if got := s.said(); got != "" {
		t.Errorf("the same quotation in another place: %s", got)
	}
	test.Tap(s.button(down))
	at("Not found · quotation 2 of 3", "")
	test.Tap(s.button(down))
	at("Line 242 · quotation 3 of 3", "Second here.")
	if !s.button(down).Disabled() {
		t.Error("there is something behind the last place")
	}
	s.Step(1)
	if got := s.said(); got != "quote 1; quote 2" {
		t.Error(got)
	}
	s.page.TypedShortcut(&fyne.ShortcutSelectAll{})
	test.Tap(s.button(up))
	s.Step(-1)
	at("place 2 of 2", "First here.")
	s.page.TypedShortcut(&fyne.ShortcutCopy{})
	if got := s.said(); got != "quote 1; quote 0; copy First here." {
		t.Error(got)
	}
	state := s.state
	state.Quote = 2
	s.Update(state)
	at("quotation 3 of 3", "Second here.")
	s.show(text, "Second here.")
	if s.button(up) != nil || s.button(down) != nil {
		t.Error("there are arrows for one place")
	}
}

func TestDocumentView_Closes(t *testing.T) {
	s := newDocStage(t)
	s.show("The text", "text")
	test.Tap(s.button(theme.CancelIcon()))
	s.page.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if got := s.said(); got != "close; close" {
		t.Error(got)
	}
}

// Neither names nor words widen the window, and nothing is drawn beside the view.
func TestDocumentView_Narrow(t *testing.T) {
	long := strings.Repeat("Donaudampfschifffahrt", 20)
	for _, width := range []float32{200, 300, 480} {
		s := newDocStage(t)
		s.window.Resize(fyne.NewSize(width, 600))
		s.Update(DocumentState{
			Document: document.New(long, long+" "+long), Source: long, Quotes: []string{long + "x", long}, Note: long, Palette: palette.Light(),
		})
		if least := s.MinSize(); least.Width > 100 {
			t.Errorf("the view wants a width of %g", least.Width)
		}
		s.fits(t)
	}
}
