package widgets

import (
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"sync"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"dateline/assets"
	"dateline/data"
	"dateline/widgets/palette"
	"dateline/widgets/scene"
)

// keyboardApp is the toolkit's test app with modifier keys, which its own
// driver does not have.
type keyboardApp struct {
	fyne.App
	driver *keyboardDriver
}

func (a *keyboardApp) Driver() fyne.Driver { return a.driver }

type keyboardDriver struct {
	fyne.Driver
	held fyne.KeyModifier
}

var _ desktop.Driver = (*keyboardDriver)(nil)

func (d *keyboardDriver) CreateSplashWindow() fyne.Window       { return nil }
func (d *keyboardDriver) CurrentKeyModifiers() fyne.KeyModifier { return d.held }

// theKeyboard is made once: each app of its own would read the fonts anew, which
// takes longer than most tests.
var theKeyboard = sync.OnceValue(func() *keyboardDriver {
	a := test.NewApp()
	d := &keyboardDriver{Driver: a.Driver()}
	fyne.SetCurrentApp(&keyboardApp{a, d})
	return d
})

// newKeyboard returns the keyboard with nothing held down.
func newKeyboard(t *testing.T) *keyboardDriver {
	t.Helper()
	d := theKeyboard()
	d.held = 0
	return d
}

// parse returns a dataset written as JSON.
func parse(t testing.TB, content string) *data.Set {
	t.Helper()
	set, err := data.Parse("test.json", []byte(content))
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// atar returns the bundled dataset.
func atar(t testing.TB) *data.Set {
	t.Helper()
	return parse(t, string(assets.Atar))
}

// sparse is a dataset in which everything can be drawn apart.
const sparse = `{"format": 1, "title": "Sparse", "span": "1990/2019",
"lanes": [
 {"id": "court", "title": "Court", "color": "#0072B2", "marker": "circle"},
 {"id": "police", "title": "Police", "color": "#C77700", "marker": "square"}],
"sources": [{"id": "gazette", "title": "Gazette", "publisher": "The Gazette", "url": "https://example.org/a?b=1"},
 {"id": "diary", "title": "A diary"}],
"events": [
 {"id": "raid", "lanes": ["police", "court"], "date": "1995-03-01", "title": "Raid"},
 {"id": "trial", "lanes": ["court"], "date": "2000/2006", "title": "Trial"},
 {"id": "verdict", "lanes": ["court"], "date": "2012-07-10", "title": "Verdict"}]}`

// crowd returns a dataset with one event and then many on the days of a month.
func crowd(t testing.TB, many int) *data.Set {
	t.Helper()
	events := []map[string]any{{"id": "alone", "lanes": []string{"press"}, "date": "1990-01-01", "title": "Alone"}}
	for i := range many {
		events = append(events, map[string]any{
			"id": fmt.Sprint("e", i), "lanes": []string{"press"},
			"date": fmt.Sprintf("2003-06-%02d", 1+i%30), "title": fmt.Sprintf("Report number %d", i),
		})
	}
	content, err := json.Marshal(map[string]any{
		"format": 1, "title": "Crowd", "span": "1990/2010", "events": events,
		"lanes": []map[string]any{{"id": "press", "title": "Press"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return parse(t, string(content))
}

// stage is a timeline in a window, with a log of what comes out of it.
type stage struct {
	*Timeline
	keyboard *keyboardDriver
	log      []string
	menuAt   fyne.Position
}

const stageWidth, stageHeight = 1000, 500

// newStage shows all of a dataset.
func newStage(t *testing.T, set *data.Set) *stage {
	t.Helper()
	s := &stage{keyboard: newKeyboard(t), Timeline: NewTimeline()}
	note := func(format string, args ...any) { s.log = append(s.log, fmt.Sprintf(format, args...)) }
	s.On = TimelineEvents{
		Pan:      func(dx, dy float64) { note("pan %g %g", round(dx), round(dy)) },
		Zoom:     func(x, factor float64) { note("zoom %g %.4f", x, factor) },
		Range:    func(span scene.Span) { note("range %.0f %.0f", span.From, span.To) },
		FitAll:   func() { note("fit all") },
		FitEvent: func(event int) { note("fit %s", set.Events.ID(event)) },
		Select:   func(event int) { note("select %s", set.Events.ID(event)) },
		Reveal:   func(event int) { note("reveal %s", set.Events.ID(event)) },
		Cluster:  func(events scene.Members, x float64) { note("cluster of %d at %g", events.Len(), x) },
		Key:      func(key *fyne.KeyEvent) { note("key %s", key.Name) },
		Rune:     func(r rune) { note("rune %c", r) },
		Menu: func(event int, at fyne.Position) {
			s.menuAt = at
			note("menu %s", set.Events.ID(event))
		},
	}
	w := test.NewWindow(s.Timeline)
	t.Cleanup(w.Close)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(stageWidth, stageHeight))
	domain := scene.DomainOf(set)
	s.Update(TimelineState{
		Selection: set.Select(data.Filter{}), Domain: domain, View: scene.Fit(domain, stageWidth),
		Selected: -1, Palette: palette.Light(), Empty: "Nothing here",
	})
	return s
}

// look changes the view.
func (s *stage) look(v scene.View) {
	state := s.state
	state.View = v
	s.Update(state)
}

// said returns the log and clears it.
func (s *stage) said() string {
	text := strings.Join(s.log, "; ")
	s.log = nil
	return text
}

// markOf returns the mark of an event.
func (s *stage) markOf(t *testing.T, id string) *scene.Mark {
	t.Helper()
	event, ok := s.state.Selection.Set.Events.Index(id)
	if !ok {
		t.Fatalf("there is no event %q", id)
	}
	mark := s.scene.MarkOf(event)
	if mark < 0 {
		t.Fatalf("%s is not in view", id)
	}
	return &s.scene.Marks[mark]
}

// on returns the middle of an event's mark.
func (s *stage) on(t *testing.T, id string) fyne.Position {
	t.Helper()
	m := s.markOf(t, id)
	return fyne.NewPos(float32((m.X0+m.X1)/2), float32(m.Y))
}

// empty is a place in a lane where nothing is.
func (s *stage) empty(t *testing.T) fyne.Position {
	t.Helper()
	at := fyne.NewPos(stageWidth-30, stageHeight-20)
	x, y := float64(at.X), float64(at.Y)
	if s.scene.HitTest(x, y, s.metrics) >= 0 || s.scene.HintAt(x, y, s.metrics) >= 0 {
		t.Fatal("the place for an empty lane is not empty")
	}
	return at
}

// cluster returns the middle of the first cluster and its events.
func (s *stage) cluster(t *testing.T) (fyne.Position, scene.Members) {
	t.Helper()
	for _, m := range s.scene.Marks {
		if m.Kind == scene.Cluster {
			return fyne.NewPos(float32((m.X0+m.X1)/2), float32(m.Y)), m.Events
		}
	}
	t.Fatal("there is no cluster in view")
	return fyne.Position{}, scene.Members{}
}

func press(s *stage, at fyne.Position, button desktop.MouseButton, mods fyne.KeyModifier) {
	ev := &desktop.MouseEvent{Button: button, Modifier: mods}
	ev.Position, ev.AbsolutePosition = at, at.AddXY(7, 9)
	s.MouseDown(ev)
}

func release(s *stage, at fyne.Position, button desktop.MouseButton) {
	ev := &desktop.MouseEvent{Button: button}
	ev.Position = at
	s.MouseUp(ev)
}

func click(s *stage, at fyne.Position) {
	press(s, at, desktop.MouseButtonPrimary, 0)
	release(s, at, desktop.MouseButtonPrimary)
}

// drag presses, moves through the places and lets go, in the order in which
// the desktop driver reports it.
func drag(s *stage, mods fyne.KeyModifier, places ...fyne.Position) {
	press(s, places[0], desktop.MouseButtonPrimary, mods)
	for i, at := range places[1:] {
		s.Dragged(&fyne.DragEvent{
			PointEvent: fyne.PointEvent{Position: at},
			Dragged:    fyne.NewDelta(at.X-places[i].X, at.Y-places[i].Y),
		})
	}
	release(s, places[len(places)-1], desktop.MouseButtonPrimary)
	s.DragEnd()
}

func hoverAt(s *stage, at fyne.Position) {
	ev := &desktop.MouseEvent{}
	ev.Position = at
	s.MouseMoved(ev)
}

func wheel(s *stage, at fyne.Position, dx, dy float32) {
	s.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: at}, Scrolled: fyne.NewDelta(dx, dy)})
}

// drawn returns what the timeline shows now.
func (s *stage) drawn() []fyne.CanvasObject { return test.WidgetRenderer(s.Timeline).Objects() }

// textsOf returns the texts among objects.
func textsOf(objects []fyne.CanvasObject) []string {
	var texts []string
	for _, o := range objects {
		if text, ok := o.(*canvas.Text); ok {
			texts = append(texts, text.Text)
		}
	}
	return texts
}

func round(x float64) float64 { return math.Round(x*1000)/1000 + 0 } // no -0

// eventAt returns an event with everything in it.
func eventAt(t testing.TB, set *data.Set, event int) data.Event {
	t.Helper()
	e, err := set.Events.At(event)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// eventsOf returns all events of a set with everything in them.
func eventsOf(t testing.TB, set *data.Set) []data.Event {
	t.Helper()
	list := make([]data.Event, set.Events.Len())
	for i := range list {
		list[i] = eventAt(t, set, i)
	}
	return list
}
