package widgets

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"dateline/data"
	"dateline/data/facets"
	"dateline/widgets/palette"
)

// panelStage is a source panel in a window, with a log of what comes out.
type panelStage struct {
	*SourcePanel
	window fyne.Window
	log    []string
}

func newPanelStage(t *testing.T) *panelStage {
	t.Helper()
	newKeyboard(t)
	s := &panelStage{SourcePanel: NewSourcePanel()}
	s.On = PanelEvents{
		Step:     func(by int) { s.log = append(s.log, fmt.Sprintf("step %+d", by)) },
		Select:   func(event int) { s.log = append(s.log, fmt.Sprintf("select %d", event)) },
		Copy:     func(text string) { s.log = append(s.log, "copy "+text) },
		Open:     func(u *url.URL) { s.log = append(s.log, "open "+u.String()) },
		Chain:    func() { s.log = append(s.log, "chain") },
		Page:     func(page PanelPage) { s.log = append(s.log, fmt.Sprintf("page %d %d", page.Kind, page.Dispute)) },
		Name:     func(kind facets.Kind, name string) { s.log = append(s.log, kind.Words()+" "+name) },
		Document: func(claim int) { s.log = append(s.log, fmt.Sprintf("document of %d", claim)) },
		Cite:     func(fyne.Position) { s.log = append(s.log, "cite") },
	}
	s.window = test.NewWindow(s.SourcePanel)
	t.Cleanup(s.window.Close)
	s.window.SetPadded(false)
	s.window.Resize(fyne.NewSize(370, 600))
	return s
}

// show shows an event as the third of nine.
func (s *panelStage) show(set *data.Set, event int) {
	s.Update(PanelState{Set: set, Event: event, Place: 3, Of: 9, Palette: palette.Light()})
}

func (s *panelStage) said() string {
	text := strings.Join(s.log, "; ")
	s.log = nil
	return text
}

// within calls for an object and all that is in it.
func within(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	visit(o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			within(child, visit)
		}
	case *container.Scroll:
		within(o.Content, visit)
	case *container.ThemeOverride:
		within(o.Content, visit)
	}
}

// texts returns all that is said in the panel.
func (s *panelStage) texts() []string {
	var found []string
	within(s.body, func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *widget.Label:
			found = append(found, o.Text)
		case *canvas.Text:
			found = append(found, o.Text)
		case *widget.Button:
			found = append(found, o.Text)
		case *widget.Hyperlink:
			found = append(found, o.Text)
		case *nameChips:
			found = append(found, o.names...)
		}
	})
	return found
}

// tap taps the button with a text or an icon.
func (s *panelStage) tap(t *testing.T, text string, icon fyne.Resource) {
	t.Helper()
	tapped := false
	within(s.body, func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *widget.Button:
			if o.Text == text && (icon == nil || o.Icon.Name() == icon.Name()) {
				test.Tap(o)
				tapped = true
			}
		case *widget.Hyperlink:
			if o.Text == text && !tapped {
				o.OnTapped()
				tapped = true
			}
		}
	})
	if !tapped {
		t.Errorf("there is no button %q", text)
	}
}

// Every word of evidence is in the panel, for every event of the bundled set.
func TestSourcePanel_ShowsEvent(t *testing.T) {
	s := newPanelStage(t)
	set := atar(t)
	for i, e := range eventsOf(t, set) {
		// Not laid out, which takes most of the time.
		s.state = PanelState{Set: set, Event: i, Place: 3, Of: 9, Palette: palette.Light()}
		s.body.Objects = []fyne.CanvasObject{s.content()}
		texts := s.texts()
		has := func(what, text string) {
			t.Helper()
			if !slices.Contains(texts, text) {
				t.Errorf("%s: %s %q is missing in %q", e.ID, what, text, texts)
			}
		}
		has("title", e.Title)
		has("date", e.Date.Words())
		has("precision", e.Date.PrecisionWords()+" · written "+e.Date.String())
		has("lane", set.Lanes[e.Lanes[0]].Title)
		has("place", "3 of 9")
		if e.Status != "" {
			has("status", e.Status.Words())
		}
		if e.Summary != "" {
			has("summary", e.Summary)
		}
		for _, lane := range e.Lanes[1:] {
			has("other lane", "also: "+set.Lanes[lane].Title)
		}
		sources := map[int]bool{}
		for _, claim := range e.Claims {
			sources[claim.Source] = true
			has("quotation", "“"+claim.Quote+"”")
			has("source", set.Sources[claim.Source].Name()+" · "+claim.Locator)
			if !claim.Date.IsZero() {
				has("the source's date", "This source’s date: "+claim.Date.Words())
			}
		}
		has("number of sources", map[int]string{0: "0 sources", 1: "1 source", 2: "2 independent sources"}[len(sources)])
		for _, names := range [][]string{e.People, e.Places, e.Tags} {
			for _, name := range names {
				has("name", name)
			}
		}
		// The bundled sources have no address: nothing offers to open one.
		if slices.Contains(texts, "Open source…") {
			t.Errorf("%s: a link to a source without an address", e.ID)
		}
	}
}

const proven = `{"format": 1, "title": "Proven", "summary": "All about it.", "lanes": [{"id": "a", "title": "Lane"}],
"sources": [{"id": "web", "title": "Web", "url": "https://example.org/a?b=1"}, {"id": "book", "title": "Book", "author": "A. Writer"}],
"events": [
 {"id": "none", "lanes": ["a"], "date": "2001", "title": "Unproven"},
 {"id": "two", "lanes": ["a"], "date": "2002", "title": "Proven", "claims": [
  {"source": "web", "quote": "So it was"}, {"source": "book", "quote": "It was so", "locator": "p. 3"}]}]}`

func TestSourcePanel_Buttons(t *testing.T) {
	s := newPanelStage(t)
	set := parse(t, proven)
	s.show(set, 1)
	s.tap(t, "", theme.NavigateNextIcon())
	s.tap(t, "", theme.NavigateBackIcon())
	s.tap(t, "Open source…", nil)
	if got := s.said(); got != "step +1; step -1; open https://example.org/a?b=1" {
		t.Error(got)
	}
	s.tap(t, "Copy citation", nil)
	first := eventAt(t, set, 1)
	if got := s.said(); got != "copy "+set.Citation(&first) {
		t.Error(got)
	}
	links := 0
	for _, text := range s.texts() {
		if text == "Open source…" {
			links++
		}
	}
	if links != 1 {
		t.Errorf("%d links for one source with an address and one without", links)
	}
}

func TestSourcePanel_EventWithoutClaims(t *testing.T) {
	s := newPanelStage(t)
	set := parse(t, proven)
	s.show(set, 0)
	texts := s.texts()
	for _, want := range []string{"Unproven", "This dataset quotes no source for this event.", "0 sources"} {
		if !slices.Contains(texts, want) {
			t.Errorf("%q is missing in %q", want, texts)
		}
	}
	for _, not := range []string{"SUMMARY", "PEOPLE", "PLACES", "TAGS", ""} {
		if n := slices.Index(texts, not); n >= 0 && not != "" {
			t.Errorf("there is a heading %q over nothing", not)
		}
	}
	s.tap(t, "Copy citation", nil)
	if got := s.said(); got != "copy Unproven (2001)" {
		t.Error(got)
	}
}

func TestSourcePanel_HiddenByFilters(t *testing.T) {
	s := newPanelStage(t)
	s.Update(PanelState{Set: parse(t, proven), Event: 1, Place: 0, Of: 5, Palette: palette.Light()})
	if texts := s.texts(); !slices.Contains(texts, "hidden by filters") || slices.Contains(texts, "0 of 5") {
		t.Errorf("%q", texts)
	}
}

func TestSourcePanel_About(t *testing.T) {
	s := newPanelStage(t)
	s.Update(PanelState{Set: parse(t, proven), Event: -1, Palette: palette.Light()})
	texts := s.texts()
	for _, want := range []string{"Proven", "All about it.", "“Web”, https://example.org/a?b=1", "A. Writer, “Book”"} {
		if !slices.Contains(texts, want) {
			t.Errorf("%q is missing in %q", want, texts)
		}
	}
}

func TestSourcePanel_List(t *testing.T) {
	s := newPanelStage(t)
	set := atar(t)
	list := []int{3, 7, 8}
	s.Update(PanelState{Set: set, Event: -1, List: list, Palette: palette.Light()})
	texts := s.texts()
	if !slices.Contains(texts, "3 events at one time") {
		t.Errorf("the events are not counted in %q", texts)
	}
	within(s.body, func(o fyne.CanvasObject) {
		if link, ok := o.(*widget.Hyperlink); ok {
			link.OnTapped()
		}
	})
	if got := s.said(); got != "select 3; select 7; select 8" {
		t.Error(got)
	}
	for _, e := range list {
		if !slices.Contains(texts, set.Events.Title(e)) || !slices.Contains(texts, set.Events.Date(e).Words()) {
			t.Errorf("title or date of %s is missing in %q", set.Events.ID(e), texts)
		}
	}
}

func TestSourcePanel_ScrollsToTheTop(t *testing.T) {
	s := newPanelStage(t)
	set := atar(t)
	s.window.Resize(fyne.NewSize(370, 200))
	list := func(events ...int) { s.Update(PanelState{Set: set, Event: -1, List: events}) }
	for name, c := range map[string]struct {
		first, then func()
		top         bool
	}{
		"another event":    {func() { s.show(set, 0) }, func() { s.show(set, 1) }, true},
		"about the set":    {func() { s.show(set, 0) }, func() { s.show(set, -1) }, true},
		"a list":           {func() { s.show(set, -1) }, func() { list(1, 2, 3) }, true},
		"another list":     {func() { list(1, 2, 3, 4, 5, 6) }, func() { list(11, 12, 13, 14, 15) }, true},
		"another set":      {func() { s.show(set, 0) }, func() { s.show(atar(t), 0) }, true},
		"another theme":    {func() { s.show(set, 0) }, func() { s.Update(PanelState{Set: set, Palette: palette.Dark()}) }, false},
		"nothing new":      {func() { s.show(set, 0) }, func() { s.show(set, 0) }, false},
		"another filter":   {func() { s.show(set, 0) }, func() { s.Update(PanelState{Set: set, Of: 4}) }, false},
		"the place of one": {func() { s.show(set, 0) }, func() { s.Update(PanelState{Set: set, Place: 2, Of: 4}) }, false},
	} {
		c.first()
		s.scroll.ScrollToTop()
		s.Scroll(0.5)
		if s.scroll.Offset.Y == 0 {
			t.Fatalf("%s: the panel does not scroll", name)
		}
		c.then()
		if got := s.scroll.Offset.Y == 0; got != c.top {
			t.Errorf("%s: at the top: %v", name, got)
		}
	}
}

// Neither a long word nor a long name may widen the window or push the arrows
// out of it.
func TestSourcePanel_LongWords(t *testing.T) {
	long := strings.Repeat("Donaudampfschifffahrt", 20)
	set := parse(t, strings.NewReplacer("Lane", long, "Unproven", long, "Proven", long, "All about it.", long,
		"So it was", long, "p. 3", long, "Book", long).Replace(proven))
	for _, width := range []float32{260, 370} {
		s := newPanelStage(t)
		s.window.Resize(fyne.NewSize(width, 600))
		for _, show := range []func(){
			func() { s.show(set, 0) },
			func() { s.show(set, 1) },
			func() { s.show(set, -1) },
			func() { s.Update(PanelState{Set: set, Event: -1, List: []int{0, 1}}) },
		} {
			show()
			if least := s.MinSize(); least.Width > 100 {
				t.Errorf("the panel wants a width of %g", least.Width)
			}
			within(s.body, func(o fyne.CanvasObject) {
				at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
				switch o.(type) {
				case *widget.Button, *widget.Label, *widget.Hyperlink:
					if right := at.X + o.Size().Width; right > width+4 {
						t.Errorf("a %T reaches to %g of %g", o, right, width)
					}
				}
			})
		}
	}
}

func TestSourcePanel_TextCanBeSelected(t *testing.T) {
	s := newPanelStage(t)
	s.show(parse(t, proven), 1)
	within(s.body, func(o fyne.CanvasObject) {
		if l, ok := o.(*widget.Label); ok && (!l.Selectable || l.Wrapping != fyne.TextWrapWord) {
			t.Errorf("%q can be selected: %v, wraps: %v", l.Text, l.Selectable, l.Wrapping)
		}
	})
}
