package app

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/widgets"
	"dateline/widgets/scene"
)

// edited is a dataset that is edited in these tests.
const edited = `{"format": 1, "title": "%s", "span": "2000/2010",
"lanes": [{"id": "a", "title": "A"}, {"id": "b", "title": "B"}],
"sources": [{"id": "web", "url": "https://example.org/"}],
"events": [
 %s
 {"id": "two", "lanes": ["b"], "date": "2005", "title": "Two", "claims": [{"source": "web", "quote": "It was two"}]}]}`

const one = `{"id": "one", "lanes": ["a"], "date": "2001-05-05", "title": "One"},`

// replaced puts a text in the place of a file as an editor does.
func replaced(t *testing.T, path, content string) {
	t.Helper()
	if err := os.WriteFile(path+"~", []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(path+"~", path); err != nil {
		t.Fatal(err)
	}
}

// newEditedRoom opens a window on a file that is going to be edited.
func newEditedRoom(t *testing.T) (r *room, path string) {
	t.Helper()
	path = file(t, "edited.json", fmt.Sprintf(edited, "Before", one))
	r = newRoom(t, session{}, "")
	r.state.resize(scene.Size{W: 900, H: 500})
	r.open(t, path)
	return r, path
}

// A good save is shown with view, filters, search and selection as they were. What
// changed is marked, and said.
func TestReload(t *testing.T) {
	r, path := newEditedRoom(t)
	r.state.choose(r.event(t, "two"))
	r.state.toggle("a")
	r.state.seek("two")
	r.camera.land(r.state.over(scene.Span{From: 1e9, To: 1.1e9}))
	view := r.state.view.Span(r.state.size.W)
	replaced(t, path, fmt.Sprintf(edited, "After", `{"id": "new", "lanes": ["b"], "date": "2004", "title": "New"},`))
	r.desk.wait(t, "the new title is shown", func() bool { return r.state.set.Title == "After" })
	s := r.state
	if s.set.Events.ID(s.selected) != "two" || !s.hidden["a"] || s.search.text != "two" {
		t.Errorf("event %d is selected, %v hidden, %q looked for", s.selected, s.hidden, s.search.text)
	}
	if now := s.view.Span(s.size.W); math.Abs(now.From-view.From) > 1 || math.Abs(now.To-view.To) > 1 {
		t.Errorf("the view is %+v, was %+v", now, view)
	}
	if len(s.fresh) != 1 || s.set.Events.ID(s.fresh[0].Event) != "new" || !s.fresh[0].Added {
		t.Errorf("marked are %+v", s.fresh)
	}
	if len(s.gone) != 1 || s.gone[0].Words != "− One" || s.gone[0].Lane != 0 {
		t.Errorf("marked as gone are %+v", s.gone)
	}
	text := r.notice.Text + "\n" + strings.Join(r.notice.Details, "\n")
	for _, want := range []string{"edited.json was saved", "1 event added", "1 event removed", "“New”", "“One”", "“After”"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not said in\n%s", want, text)
		}
	}
	if r.win.Title() != "After — Dateline" {
		t.Errorf("the window is called %q", r.win.Title())
	}
	r.desk.wait(t, "the search knows the new events", func() bool { return s.hits() != nil && s.hits().Len() == 1 })
	r.settle()
	if s.fresh != nil || s.gone != nil || r.notice.Text != "" {
		t.Error("after a while there is still something marked")
	}
}

// The errors of a bad save are shown with their places, and the last good timeline
// stays, until the file is good again.
func TestReload_Bad(t *testing.T) {
	r, path := newEditedRoom(t)
	before := r.state.set
	bad := strings.Replace(fmt.Sprintf(edited, "After", one), "2001-05-05", "2001-05-45", 1)
	replaced(t, path, bad)
	r.desk.wait(t, "the error is shown", func() bool { return r.notice.Kind == widgets.ErrorNotice })
	if r.state.set != before || !strings.Contains(r.notice.Text, "1 error") {
		t.Errorf("%q over %q", r.notice.Text, r.state.set.Title)
	}
	if len(r.notice.Details) != 1 || !strings.Contains(r.notice.Details[0], "edited.json:5:") || !r.bar.Unfolded() {
		t.Errorf("details %q", r.notice.Details)
	}
	if event, err := r.state.set.Events.At(0); err != nil || event.Title != "One" {
		t.Errorf("the last good timeline is %+v, %v", event, err)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	r.desk.wait(t, "it is said that the file is gone", func() bool { return strings.Contains(r.notice.Text, "not there any more") })
	replaced(t, path, fmt.Sprintf(edited, "Mended", one))
	r.desk.wait(t, "the mended file is shown", func() bool { return r.state.set.Title == "Mended" })
	if r.notice.Kind != widgets.InfoNotice {
		t.Errorf("it still says %q", r.notice.Text)
	}
}

// An event whose identifier was changed stays selected, and so does the document
// that is being read beside it.
func TestReload_Renamed(t *testing.T) {
	r, path := newEditedRoom(t)
	r.state.choose(r.event(t, "two"))
	r.showDocument()
	content := strings.Replace(fmt.Sprintf(edited, "After", one), `"id": "two"`, `"id": "second"`, 1)
	replaced(t, path, content)
	r.desk.wait(t, "the new title is shown", func() bool { return r.state.set.Title == "After" })
	if s := r.state; s.selected < 0 || s.set.Events.ID(s.selected) != "second" || !s.reading.open || s.reading.event != s.selected {
		t.Errorf("selected is %d, reading %+v", s.selected, s.reading)
	}
}

// Another file is no longer watched, nor is any once the bundled chronology is shown.
func TestReload_AnotherFile(t *testing.T) {
	r, path := newEditedRoom(t)
	first := r.file
	r.openBundled()
	select {
	case <-first.watched.Done():
	default:
		r.desk.wait(t, "the first file is let go", func() bool {
			select {
			case <-first.watched.Done():
				return true
			default:
				return false
			}
		})
	}
	replaced(t, path, fmt.Sprintf(edited, "After", one))
	r.reload(first) // as if it had been on its way
	if r.reloading.opening != nil || r.state.set.Title == "After" {
		t.Error("a file that is not open is read")
	}
}

// Two windows on one file see each other's changes.
func TestReload_TwoWindows(t *testing.T) {
	r, path := newEditedRoom(t)
	other := newWindow(r.desk, session{}, "")
	defer other.rest()
	other.load(open(path, nil), nil)
	r.desk.wait(t, "the other window has the file", func() bool { return other.state.set != nil && other.state.set.Title == "Before" })
	replaced(t, path, fmt.Sprintf(edited, "After", one))
	r.desk.wait(t, "both show it", func() bool { return r.state.set.Title == "After" && other.state.set.Title == "After" })
}

// A table that is saved is read with the columns that were chosen; one with other
// columns asks for them.
func TestReload_Table(t *testing.T) {
	path := file(t, "table.csv", "a,b\n2001,One\n")
	r := newRoom(t, session{}, "")
	r.state.resize(scene.Size{W: 900, H: 500})
	r.openPath(path)
	r.desk.wait(t, "the columns are asked for", func() bool { return strings.Contains(r.shown(), "The columns of table.csv") })
	r.tap(t, "Open")
	r.desk.wait(t, "the table is shown", func() bool { return r.state.set != nil && r.state.set.Path == path })
	replaced(t, path, "a,b\n2001,One\n2002,Two\n")
	r.desk.wait(t, "the new row is shown", func() bool { return r.state.set.Events.Len() == 2 })
	replaced(t, path, "x,a,b\nq,2001,One\n")
	r.desk.wait(t, "other columns are noticed", func() bool { return strings.Contains(r.notice.Text, "other columns") })
	if r.state.set.Events.Len() != 2 {
		t.Error("the last good timeline is gone")
	}
	r.notice.Actions[0].Tapped()
	r.desk.wait(t, "the columns are asked for again", func() bool { return strings.Contains(r.shown(), "The columns of table.csv") })
	r.tap(t, "Open")
	r.desk.wait(t, "the other table is shown", func() bool { return r.state.set.Events.Len() == 1 })
	if base := filepath.Base(r.session.File); base != "table.csv" {
		t.Errorf("the session has %s", base)
	}
}
