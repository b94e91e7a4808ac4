package widgets

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"dateline/data"
	"dateline/widgets/palette"
)

// storyStage is a story over something in a window, with a log of what comes out.
type storyStage struct {
	*Story
	above  *Timeline
	window fyne.Window
	log    []string
}

var (
	smallStage = fyne.NewSize(1280, 720)
	largeStage = fyne.NewSize(2560, 1440)
)

func newStoryStage(t *testing.T, size fyne.Size) *storyStage {
	t.Helper()
	newKeyboard(t)
	s := &storyStage{Story: NewStory(), above: NewTimeline()}
	s.On = StoryEvents{
		Next: func() { s.log = append(s.log, "next") },
		Key:  func(key *fyne.KeyEvent) { s.log = append(s.log, "key "+string(key.Name)) },
		Rune: func(r rune) { s.log = append(s.log, "rune "+string(r)) },
		Shortcut: func(shortcut fyne.Shortcut) {
			s.log = append(s.log, "shortcut "+shortcut.ShortcutName())
		},
	}
	s.window = test.NewWindow(s.Over(s.above))
	t.Cleanup(s.window.Close)
	s.window.SetPadded(false)
	s.window.Resize(size)
	return s
}

// tell shows a quotation of an event, the third of nine.
func (s *storyStage) tell(set *data.Set, event, quote int) {
	s.Update(StoryState{
		Set: set, Event: event, Lane: set.Events.Lanes(event)[0], Quote: quote, Place: 3, Of: 9, Palette: palette.Light(),
	})
}

func (s *storyStage) objects() []fyne.CanvasObject { return test.WidgetRenderer(s.Story).Objects() }

// texts returns what is written now.
func (s *storyStage) texts() []*canvas.Text {
	var texts []*canvas.Text
	for _, o := range s.objects() {
		if text, ok := o.(*canvas.Text); ok {
			texts = append(texts, text)
		}
	}
	return texts
}

// words returns what is written now, without the spaces.
func (s *storyStage) words() string { return dense(strings.Join(textsOf(s.objects()), "")) }

func dense(text string) string { return strings.Join(strings.Fields(text), "") }

// wordy is a dataset whose texts are too long for any caption, or not there.
func wordy(t *testing.T) *data.Set {
	t.Helper()
	return parse(t, fmt.Sprintf(`{"format": 1, "title": "Wordy",
"lanes": [{"id": "a", "title": "%[1]s"}, {"id": "b", "title": "B"}],
"sources": [{"id": "s", "title": "%[1]s"}, {"id": "t", "title": "The Times", "published": "1999-05-05"},
 {"id": "u", "title": "%[4]s"}],
"events": [
 {"id": "long", "lanes": ["a", "b"], "date": "[1980-05-05..1985-06-06]", "title": "%[1]s", "status": "alleged",
  "claims": [{"source": "t", "quote": "%[2]s", "locator": "page 3", "date": "1984"}, {"source": "s", "quote": "%[3]s"},
  {"source": "u", "quote": "Short"}]},
 {"id": "none", "lanes": ["b"], "date": "1990", "title": "None", "summary": "What is known of it."}]}`,
		numbered("word", 40), numbered("quoted", 300), strings.Repeat("x", 2000), numbered("press", 200)))
}

// numbered returns different words.
func numbered(word string, n int) string {
	var words []string
	for i := range n {
		words = append(words, fmt.Sprint(word, i))
	}
	return strings.Join(words, " ")
}

func TestStory_NoQuotation(t *testing.T) {
	s := newStoryStage(t, smallStage)
	s.tell(wordy(t), 1, 0)
	for _, words := range []string{"quotes no source for this event", "What is known of it.", "Status not stated"} {
		if !strings.Contains(s.words(), dense(words)) {
			t.Errorf("%q is not written: %q", words, s.words())
		}
	}
	if strings.Contains(s.words(), "quotation") {
		t.Error("there is no quotation, but it is counted")
	}
}

// A file that has changed is said; title and date are known. It is one that is too
// large to be kept in memory.
func TestStory_UnreadableEvent(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file.json")
	content := strings.Replace(sparse, `"events": [`, `"events": [
 {"id": "filler", "lanes": ["court"], "date": "2019", "title": "Filler", "summary": "`+strings.Repeat("x", 17<<20)+`"},`, 1)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	set, err := data.Load(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(sparse), 0o600); err != nil {
		t.Fatal(err)
	}
	s := newStoryStage(t, smallStage)
	s.tell(set, 0, 0)
	for _, words := range []string{"Raid", "1 March 1995", "Its sources cannot be shown: "} {
		if !strings.Contains(s.words(), dense(words)) {
			t.Errorf("%q is not written in %q", words, s.words())
		}
	}
}

// A quotation that is not there is the nearest one that is.
func TestStory_NoSuchQuotation(t *testing.T) {
	s := newStoryStage(t, smallStage)
	for quote, want := range map[int]string{-1: "quotation1of3", 99: "quotation3of3"} {
		s.tell(wordy(t), 0, quote)
		if !strings.Contains(s.words(), want) {
			t.Errorf("quotation %d: %q", quote, s.words())
		}
	}
}

func TestStory_HiddenEvent(t *testing.T) {
	s := newStoryStage(t, smallStage)
	s.tell(parse(t, sparse), 0, 0)
	state := s.state
	state.Place = 0
	s.Update(state)
	if !strings.Contains(s.words(), "hiddenbyfilters") || strings.Contains(s.words(), "0of9") {
		t.Errorf("written is %q", s.words())
	}
}

func TestStory_Blank(t *testing.T) {
	s := newStoryStage(t, smallStage)
	s.tell(parse(t, sparse), 0, 0)
	state := s.state
	state.Blank = true
	s.Update(state)
	objects := s.objects()
	if len(objects) != 1 || objects[0].Size() != smallStage || objects[0].(*canvas.Rectangle).FillColor != palette.Light().Surface {
		t.Errorf("blank shows %d objects", len(objects))
	}
	state.Blank = false
	s.Update(state)
	if !strings.Contains(s.words(), "Raid") {
		t.Error("the picture does not come back")
	}
}

// The progress is the share of the story that has been told.
func TestStory_Progress(t *testing.T) {
	s := newStoryStage(t, smallStage)
	set := parse(t, sparse)
	for _, c := range []struct {
		place, of int
		width     float32
	}{{1, 4, 320}, {4, 4, 1280}, {0, 4, 0}, {0, 0, -1}} {
		s.Update(StoryState{Set: set, Event: 1, Place: c.place, Of: c.of, Palette: palette.Light()})
		width := float32(-1)
		objects := s.objects()
		if bar := objects[len(objects)-1].(*canvas.Rectangle); bar.FillColor != palette.Light().Line {
			width = bar.Size().Width
		}
		if width != c.width {
			t.Errorf("%d of %d: a bar of %g, want %g", c.place, c.of, width, c.width)
		}
	}
}

// Objects are kept from one event to the next: telling a story twice makes no more
// of them.
func TestStory_ObjectsDoNotGrow(t *testing.T) {
	s := newStoryStage(t, smallStage)
	set := atar(t)
	pooled := func() int {
		r := test.WidgetRenderer(s.Story).(*storyRenderer)
		return len(r.rects.all) + len(r.texts.all) + len(r.polygons.all) + len(r.circles.all) + len(r.gradients.all)
	}
	var counts []int
	for range 3 {
		for event := range set.Events.Len() {
			s.tell(set, event, 0)
			if n := len(s.objects()); n > 40 {
				t.Fatalf("event %d is drawn with %d objects", event, n)
			}
		}
		counts = append(counts, pooled())
	}
	if counts[0] != counts[2] || counts[0] > 60 {
		t.Errorf("after one, two and three tellings there are %v objects", counts)
	}
}

func TestStory_Input(t *testing.T) {
	s := newStoryStage(t, smallStage)
	s.tell(parse(t, sparse), 0, 0)
	s.window.Canvas().Focus(s.Story)
	s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	s.TypedRune('b')
	s.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyT, Modifier: fyne.KeyModifierControl})
	s.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
	s.MouseUp(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
	s.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonSecondary})
	want := []string{"key Next", "rune b", "shortcut CustomDesktop:Control+T", "next"}
	if !slices.Equal(s.log, want) {
		t.Errorf("%q came out, want %q", s.log, want)
	}
	if !s.AcceptsTab() {
		t.Error("Tab takes the keyboard away")
	}
}

// The same state again draws nothing, and sets nothing anew.
func TestStory_SameAgain(t *testing.T) {
	s := newStoryStage(t, smallStage)
	set := wordy(t)
	s.tell(set, 0, 0)
	s.Read(1)
	before := &s.caption.right.lines[0]
	s.tell(set, 0, 0)
	state := s.state
	state.Note = "Another"
	s.Update(state)
	if s.page != 1 || &s.caption.right.lines[0] != before {
		t.Error("the same event is set anew, or begins at its top")
	}
	state.Palette = palette.Dark()
	s.Update(state)
	if s.caption.right.lines[0].color != palette.Dark().Text {
		t.Error("dark is not dark")
	}
}
