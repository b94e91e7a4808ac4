package widgets

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"dateline/data"
	"dateline/data/facets"
	"dateline/widgets/palette"
)

// facetStage is a facet list in a window that does what is asked for, with a log
// of that.
type facetStage struct {
	*FacetList
	set    *data.Set
	window fyne.Window
	log    []string
}

const facetStageWidth, facetStageHeight = 330, 600

func newFacetStage(t *testing.T, set *data.Set) *facetStage {
	t.Helper()
	newKeyboard(t)
	s := &facetStage{FacetList: NewFacetList(), set: set}
	s.On = s.events()
	f, err := facets.Index(t.Context(), set, func(float64) {})
	if err != nil {
		t.Fatal(err)
	}
	s.window = test.NewWindow(s.FacetList)
	t.Cleanup(s.window.Close)
	s.window.SetPadded(false)
	s.window.Resize(fyne.NewSize(facetStageWidth, facetStageHeight))
	s.Update(FacetsState{Facets: f, Palette: palette.Light()})
	return s
}

// events returns callbacks that do what they are asked for.
func (s *facetStage) events() FacetsEvents {
	note := func(format string, args ...any) { s.log = append(s.log, fmt.Sprintf(format, args...)) }
	change := func(by func(state *FacetsState)) {
		state := s.state
		by(&state)
		s.Update(state)
	}
	return FacetsEvents{
		Kind: func(kind facets.Kind) {
			note("kind %s", kind.Words())
			change(func(state *FacetsState) { state.Kind = kind })
		},
		Find: func(text string) {
			note("find %q", text)
			change(func(state *FacetsState) { state.Find = text })
		},
		Toggle: func(kind facets.Kind, name string) {
			note("toggle %s %s", kind.Words(), name)
			change(func(state *FacetsState) { state.Chosen = state.Chosen.Toggled(kind, name) })
		},
		Any: func(one bool) {
			note("any %t", one)
			change(func(state *FacetsState) { state.Chosen.Any = one })
		},
		Clear: func() {
			note("clear")
			change(func(state *FacetsState) { state.Chosen = facets.Choice{} })
		},
		Close:    func() { note("close") },
		Key:      func(key *fyne.KeyEvent) { note("key %s", key.Name) },
		Rune:     func(r rune) { note("rune %c", r) },
		Shortcut: func(shortcut fyne.Shortcut) { note("shortcut %s", shortcut.ShortcutName()) },
	}
}

func (s *facetStage) said() string {
	text := strings.Join(s.log, "; ")
	s.log = nil
	return text
}

// without counts the events of all lanes but some.
func (s *facetStage) without(hidden ...string) {
	lanes := map[string]bool{}
	for _, id := range hidden {
		lanes[id] = true
	}
	state := s.state
	state.Within = s.set.Select(data.Filter{Hidden: lanes})
	s.Update(state)
}

// listed returns the names and counts that are drawn, those that are chosen with
// an asterisk.
func (s *facetStage) listed() string {
	var rows []string
	texts := textsOf(test.WidgetRenderer(s.names).Objects())
	for i := 0; i+1 < len(texts); i += 2 {
		name, chosen := texts[i+1], ""
		if s.state.Chosen.Has(s.state.Kind, name) {
			chosen = "*"
		}
		rows = append(rows, chosen+name+" "+texts[i])
	}
	return strings.Join(rows, "; ")
}

// lineOf returns what is drawn of a line, its links in brackets.
func lineOf(f *facetLine) string {
	text := strings.Join(textsOf(test.WidgetRenderer(f).Objects()), " ")
	for _, h := range f.links {
		text += " [" + h.Text + "]"
	}
	return text
}

// follow taps the link with a text.
func follow(t *testing.T, f *facetLine, text string) {
	t.Helper()
	for _, h := range f.links {
		if h.Text == text {
			h.OnTapped()
			return
		}
	}
	t.Errorf("there is no link %q in %s", text, lineOf(f))
}

// row returns the middle of a row.
func (s *facetStage) row(i int) fyne.Position {
	return fyne.NewPos(60, float32(s.names.top(i)+rowHeight/2))
}

func (s *facetStage) click(i int) { s.names.Tapped(&fyne.PointEvent{Position: s.row(i)}) }

func strike(f fyne.Focusable, keys ...fyne.KeyName) {
	for _, key := range keys {
		f.TypedKey(&fyne.KeyEvent{Name: key})
	}
}

const people = `{"format": 1, "title": "People", "lanes": [{"id": "a"}, {"id": "b"}], "events": [
 {"id": "1", "lanes": ["a"], "date": "2001", "title": "One", "people": ["Ann", "Bo", "Cy"], "tags": ["law"]},
 {"id": "2", "lanes": ["a"], "date": "2002", "title": "Two", "people": ["Ann", "Bo"], "tags": [" "]},
 {"id": "3", "lanes": ["b"], "date": "2003", "title": "Three", "people": ["Ann", "Zoë Ann"]}]}`

// crowded returns a dataset with so many people, each in one event.
func crowded(t testing.TB, many int) *data.Set {
	t.Helper()
	var events []map[string]any
	for at := 0; at < many; at += 100 {
		var names []string
		for i := at; i < min(at+100, many); i++ {
			names = append(names, fmt.Sprintf("Person %06d", i))
		}
		events = append(events, map[string]any{
			"id": fmt.Sprint("e", at), "lanes": []string{"a"}, "date": "2001", "title": "T", "people": names,
		})
	}
	content, err := json.Marshal(map[string]any{
		"format": 1, "title": "Crowded", "lanes": []map[string]any{{"id": "a"}}, "events": events,
	})
	if err != nil {
		t.Fatal(err)
	}
	return parse(t, string(content))
}
