package widgets

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode"

	"fyne.io/fyne/v2/canvas"

	"dateline/data"
	"dateline/widgets/scene"
)

// obeyedText is what a screen would obey, and shownText how it is shown.
const (
	obeyedText = "a\x1b[2J\u009b \u202Egnp.exe\u2069"
	shownText  = "a‹U+001B›[2J‹U+009B› ‹U+202E›gnp.exe‹U+2069›"
)

// hostile returns a dataset with a text wherever one may be.
func hostile(t *testing.T, text string) *data.Set {
	t.Helper()
	type object map[string]any
	content, err := json.Marshal(object{
		"format": 1, "title": text, "summary": text, "span": "2000/2010",
		"lanes":   []object{{"id": "a", "title": text}, {"id": "b", "title": text}},
		"sources": []object{{"id": "s", "title": text, "publisher": text, "author": text, "published": "2001"}},
		"events": []object{
			{
				"id": "e", "lanes": []string{"a", "b"}, "date": "2001", "title": text, "summary": text, "people": []string{text},
				"places": []string{text}, "tags": []string{text}, "claims": []object{{"source": "s", "quote": text, "locator": text}},
			},
			{"id": "f", "lanes": []string{"b"}, "date": "2004-05-06", "title": text},
		},
		"disputes": []object{{
			"id": "d", "question": text, "events": []string{"e"},
			"answers": []object{{"source": "s", "answer": text, "quote": text}},
		}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return parse(t, string(content))
}

// checkShown asserts that nothing in a text is obeyed, and returns whether it has the signs.
func checkShown(t *testing.T, where, text string) bool {
	t.Helper()
	for _, r := range text {
		if r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)) {
			t.Errorf("%s: U+%04X is obeyed in %q", where, r, text)
			break
		}
	}
	return strings.Contains(text, shownText)
}

func TestTimeline_HostileTexts(t *testing.T) {
	s := newStage(t, hostile(t, obeyedText))
	found := 0
	for _, o := range s.drawn() {
		if text, ok := o.(*canvas.Text); ok && checkShown(t, "the timeline", text.Text) {
			found++
		}
	}
	if found < 2 { // titles of lanes and labels of events
		t.Errorf("the text is %d times in the timeline", found)
	}
	width := s.text.width(obeyedText, scene.LabelText)
	if shown := s.text.width(shownText, scene.LabelText); width != shown {
		t.Errorf("it is measured as %g wide, and is %g", width, shown)
	}
}

func TestSourcePanel_HostileTexts(t *testing.T) {
	s := newPanelStage(t)
	set := hostile(t, obeyedText)
	for _, page := range []PanelState{
		{Set: set, Event: 0, Place: 1, Of: 2},
		{Set: set, Event: -1},
		{Set: set, Event: -1, Page: PanelPage{Kind: DisputePage}},
		{Set: set, Event: -1, Page: PanelPage{Kind: DisputesPage}},
	} {
		s.Update(page)
		found := 0
		for _, text := range s.texts() {
			if text != obeyedText && checkShown(t, "the panel", text) { // chips are shown by their labels
				found++
			}
		}
		if found == 0 {
			t.Errorf("%+v: the text is not in the panel:\n%q", page.Page, s.texts())
		}
	}
	if e, err := set.Events.At(0); err != nil || !strings.Contains(set.Citation(&e), obeyedText) {
		t.Errorf("what is copied is not what was written: %v", err)
	}
}

// In documents, too; and what is measured is what is drawn.
func TestDocumentText_Hostile(t *testing.T) {
	newKeyboard(t)
	letters := newDocPage(nil).breaker.letters
	shown := docShown(obeyedText)
	if !checkShown(t, "a document", shown) || shown != shownText {
		t.Errorf("%q is shown as %q", obeyedText, shown)
	}
	for _, text := range []string{obeyedText, "\u2028", "\x00\x07", "\u200f\u061c"} {
		width, drawn := letters.width(text), letters.text.widthIn(docShown(text), letters.face)
		if width < drawn-3 || width > drawn+3 {
			t.Errorf("%q is measured as %g wide, and is %g", text, width, drawn)
		}
	}
}

// A title of a megabyte is shortened after a look at its beginning.
func TestTimeline_LongTitles(t *testing.T) {
	for _, text := range []string{strings.Repeat("x", 1<<20), strings.Repeat("سلام", 1<<18), strings.Repeat("\u202E", 1<<18)} {
		s := newStage(t, hostile(t, text))
		for _, o := range s.drawn() {
			if text, ok := o.(*canvas.Text); ok && len(text.Text) > 10_000 && !strings.Contains(text.Text, "x") {
				t.Errorf("a text of %d bytes is drawn", len(text.Text))
			}
		}
	}
}

// What the toolkit would take minutes to break into lines is shown by its
// beginning, and it is said how much is left.
func TestReadText(t *testing.T) {
	line := strings.Repeat("é", 500) + "\n"
	for text, want := range map[string]string{
		"":                               "",
		"a\r\nb\x00":                     "a\r\nb‹U+0000›",
		strings.Repeat(line, 20)[:19999]: strings.Repeat(line, 20)[:19999],
		strings.Repeat(line, 20):         strings.Repeat(line, 20)[:19999] + "…\n[11 more characters are not shown here]",
		strings.Repeat("x\n", 501):       strings.Repeat("x\n", 499) + "x…\n[3 more characters are not shown here]",
		strings.Repeat("é", 501):         strings.Repeat("é", 500) + "\né",
		"a " + strings.Repeat("é", 600):  "a\n" + strings.Repeat("é", 500) + "\n" + strings.Repeat("é", 100),
		strings.Repeat("word ", 300):     strings.Repeat("word ", 199) + "word\n" + strings.Repeat("word ", 100),
	} {
		if got := ReadText(text); got != want {
			t.Errorf("%.20q: %q, want %q", text, got[max(len(got)-60, 0):], want[max(len(want)-60, 0):])
		}
	}
	if got := OneLine(strings.Repeat("é", 300) + "\n"); got != strings.Repeat("é", 200)+"…" {
		t.Errorf("one line: %q", got)
	}
	if got := OneLine("a\nb"); got != "a‹U+000A›b" {
		t.Errorf("one line: %q", got)
	}
}

// The panel comes up with texts of a megabyte in it.
func TestSourcePanel_LongTexts(t *testing.T) {
	s := newPanelStage(t)
	s.show(hostile(t, strings.Repeat("word ", 1<<18)), 0)
	for _, text := range s.texts() {
		if len(text) > 2*mostRead && len(text) < 1<<20 { // chips have their names whole, and shorten them as they are drawn
			t.Errorf("a text of %d bytes is shown", len(text))
		}
	}
	if all := strings.Join(s.texts(), "\n"); !strings.Contains(all, "characters are not shown here]") {
		t.Error("it is not said that texts are not whole")
	}
}
