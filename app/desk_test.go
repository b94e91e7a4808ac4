package app

import (
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"dateline/data"
)

// desk is the toolkit's test app with what that has not: modifier keys, a main
// goroutine that takes up what others ask for, animations that take time, and a
// browser.
type desk struct {
	fyne.App
	driver *deskDriver
	opened []string // addresses
}

func (d *desk) Driver() fyne.Driver { return d.driver }

func (d *desk) OpenURL(u *url.URL) error {
	d.opened = append(d.opened, u.String())
	return nil
}

// deskDriver hands what goroutines ask for to the test's own goroutine, as the
// real one does to its own: see desk.wait.
type deskDriver struct {
	fyne.Driver
	held   fyne.KeyModifier
	asked  chan func()
	slow   bool // animations wait to be ticked
	flying []*fyne.Animation
}

var _ desktop.Driver = (*deskDriver)(nil)

func (d *deskDriver) CreateSplashWindow() fyne.Window       { return nil }
func (d *deskDriver) CurrentKeyModifiers() fyne.KeyModifier { return d.held }
func (d *deskDriver) DoFromGoroutine(f func(), _ bool)      { d.asked <- f }

func (d *deskDriver) StartAnimation(a *fyne.Animation) {
	if d.slow {
		d.flying = append(d.flying, a)
		return
	}
	a.Tick(1)
}

func (d *deskDriver) StopAnimation(a *fyne.Animation) {
	d.flying = slices.DeleteFunc(d.flying, func(b *fyne.Animation) bool { return a == b })
}

// tick moves the animations that are under way to a share of their time.
func (d *deskDriver) tick(share float32) {
	for _, a := range slices.Clone(d.flying) {
		a.Tick(share)
	}
	if share >= 1 {
		d.flying = nil
	}
}

func newDesk(t *testing.T) *desk {
	t.Helper()
	a := test.NewApp()
	d := &desk{App: a, driver: &deskDriver{Driver: a.Driver(), asked: make(chan func(), 1000)}}
	fyne.SetCurrentApp(d)
	return d
}

// wait takes up what goroutines ask for until something has come true.
func (d *desk) wait(t *testing.T, what string, true func() bool) {
	t.Helper()
	late := time.After(20 * time.Second)
	for !true() {
		select {
		case f := <-d.driver.asked:
			f()
		case <-late:
			t.Fatal("waited in vain until ", what)
		}
	}
}

// room is a window on a desk.
type room struct {
	*window
	desk *desk
}

// newRoom opens a window without a dataset.
func newRoom(t *testing.T, s session, path string) *room {
	t.Helper()
	d := newDesk(t)
	r := &room{newWindow(d, s, path), d}
	t.Cleanup(func() {
		r.rest()
		r.keeper.path = ""
		r.win.Close()
		test.NewApp()
	})
	return r
}

// newAtarRoom opens a window with the bundled dataset.
func newAtarRoom(t *testing.T) *room {
	t.Helper()
	r := newRoom(t, session{}, "")
	r.openSet(t)
	return r
}

func (r *room) openSet(t *testing.T) {
	t.Helper()
	set, err := bundled()
	if err != nil {
		t.Fatal(err)
	}
	r.display(set.Select(data.Filter{}))
}

// event returns the index of an event.
func (r *room) event(t *testing.T, id string) int {
	t.Helper()
	event, ok := r.state.set.Events.Index(id)
	if !ok {
		t.Fatalf("there is no event %q", id)
	}
	return event
}

// press types a key with modifiers as the desktop driver does for plain keys
// and those with Shift.
func (r *room) press(name fyne.KeyName, mods fyne.KeyModifier) {
	r.desk.driver.held = mods
	defer func() { r.desk.driver.held = 0 }()
	if focused := r.win.Canvas().Focused(); focused != nil {
		focused.TypedKey(&fyne.KeyEvent{Name: name})
		return
	}
	r.win.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: name})
}

func (r *room) typed(text string) {
	for _, c := range text {
		if focused := r.win.Canvas().Focused(); focused != nil {
			focused.TypedRune(c)
		} else {
			r.win.Canvas().OnTypedRune()(c)
		}
	}
}

// within calls for an object and all that is in it, as it is laid out.
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
	case *widget.PopUp:
		within(o.Content, visit)
	case *widget.Label, *widget.Button, *mainButton: // their texts are their own
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			within(child, visit)
		}
	}
}

// shown returns the texts of what is open over the window.
func (r *room) shown() string {
	var texts []string
	for _, o := range r.win.Canvas().Overlays().List() {
		within(o, func(o fyne.CanvasObject) {
			switch o := o.(type) {
			case *widget.Label:
				texts = append(texts, o.Text)
			case *widget.Button:
				texts = append(texts, "["+o.Text+"]")
			case *mainButton:
				texts = append(texts, "["+o.Text+"]")
			case *canvas.Text:
				texts = append(texts, o.Text)
			}
		})
	}
	return strings.Join(texts, "\n")
}

// tap taps a button of what is open over the window.
func (r *room) tap(t *testing.T, text string) {
	t.Helper()
	var found *widget.Button
	if top := r.win.Canvas().Overlays().Top(); top != nil {
		within(top, func(o fyne.CanvasObject) {
			if b, ok := o.(*widget.Button); ok && b.Text == text {
				found = b
			}
			if b, ok := o.(*mainButton); ok && b.Text == text {
				found = &b.Button
			}
		})
	}
	if found == nil {
		t.Fatalf("there is no button %q in\n%s", text, r.shown())
	}
	test.Tap(found)
}

// small is a dataset of a few events.
const small = `{"format": 1, "title": "Small", "span": "2000/2010",
"lanes": [{"id": "a", "title": "A"}, {"id": "b", "title": "B"}],
"sources": [{"id": "web", "url": "https://example.org/"}],
"events": [
 {"id": "one", "lanes": ["a"], "date": "2001-05-05", "title": "One", "claims": [{"source": "web", "quote": "It was one"}]},
 {"id": "two", "lanes": ["b"], "date": "2005", "title": "Two"}]}`

// file writes a file into a folder of the test's own.
func file(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// tall returns a dataset of so many lanes that they do not fit into a window.
func tall(t *testing.T) string {
	t.Helper()
	var lanes, events []map[string]any
	for i := range 30 {
		lane := fmt.Sprint("l", i)
		lanes = append(lanes, map[string]any{"id": lane, "title": lane})
		events = append(events, map[string]any{
			"id": fmt.Sprint("e", i), "lanes": []string{lane}, "date": fmt.Sprintf("20%02d-05-05", i), "title": "Event",
		})
	}
	content, err := json.Marshal(map[string]any{"format": 1, "title": "Tall", "lanes": lanes, "events": events})
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}
