package app

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/widgets/scene"
)

func TestSession_RoundTrip(t *testing.T) {
	path := filepath.Join(t.TempDir(), "not", "there", "yet", "session.json")
	for _, want := range []session{
		{},
		{
			File: "/a/b “c”.json", From: -6.2e10, To: 1.5e9 + 0.25, Top: 12, Hidden: []string{"x", "y"}, Selected: "e",
			Theme: darkTheme, Width: 1440.5, Height: 880, Panel: 371, Full: true, Recent: []string{"/a", "/b"}, Folder: "/out",
		},
	} {
		if err := want.save(path); err != nil {
			t.Fatal(err)
		}
		got, err := loadSession(path)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%+v, %v, want %+v", got, err, want)
		}
	}
	if info, err := os.Stat(filepath.Dir(path)); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("the folder for settings: %v, %v", info.Mode(), err)
	}
}

func TestLoadSession(t *testing.T) {
	if got, err := loadSession(filepath.Join(t.TempDir(), "none")); err != nil || !reflect.DeepEqual(got, session{}) {
		t.Errorf("where there is none: %+v, %v", got, err)
	}
	for name, content := range map[string]string{"empty": "", "cut": `{"from": 1, "hid`, "of another type": `{"hidden": 7}`, "list": "[]"} {
		path := file(t, "session.json", content)
		got, err := loadSession(path)
		if err == nil || !strings.Contains(err.Error(), path) || !reflect.DeepEqual(got, session{}) {
			t.Errorf("%s: %+v, error %v", name, got, err)
		}
		isFile(t, path+".damaged", content)
		if _, err := loadSession(path); err != nil {
			t.Errorf("%s: it is still in the way: %v", name, err)
		}
	}
	if got, err := loadSession(file(t, "s", `{"from": 1, "to": 2, "later_version": {"x": 1}}`)); err != nil || got.To != 2 {
		t.Errorf("of a later version: %+v, %v", got, err)
	}
	if _, err := loadSession(t.TempDir()); err == nil {
		t.Error("a folder is read as a session")
	}
}

func TestSession_RemembersFiles(t *testing.T) {
	var s session
	for _, path := range []string{"a", "b", "a", "c", "b"} {
		s.remember(path)
	}
	if got := strings.Join(s.Recent, " "); got != "b c a" {
		t.Errorf("recent files %s", got)
	}
	for i := range 30 {
		s.remember(string(rune('a' + i%26)))
	}
	if len(s.Recent) != keptRecent || s.Recent[0] != "d" {
		t.Errorf("recent files %v", s.Recent)
	}
}

func TestKeeper(t *testing.T) {
	path := filepath.Join(t.TempDir(), "session.json")
	k := keeper{path: path}
	k.save()
	if _, err := os.Stat(path); err == nil {
		t.Error("a session is saved that there is not")
	}
	newDesk(t)
	top := 1.0
	k.keep(func() session { return session{Top: top} })
	if _, err := os.Stat(path); err == nil {
		t.Error("the session is saved before anything has come to rest")
	}
	top = 2 // what is saved is what is then
	k.save()
	if got, err := loadSession(path); err != nil || got.Top != 2 {
		t.Errorf("saved %+v, %v", got, err)
	}
	nowhere := keeper{}
	nowhere.keep(func() session { t.Error("asked for a session that is not kept"); return session{} })
	nowhere.save()
	bad := keeper{path: file(t, "f", "") + "/session.json"}
	bad.keep(func() session { return session{} })
	bad.save()
	if bad.err == nil {
		t.Error("a session that cannot be saved is no error")
	}
}

func TestKeeper_SavesAfterAWhile(t *testing.T) {
	if testing.Short() {
		t.Skip("takes two seconds")
	}
	d := newDesk(t)
	path := filepath.Join(t.TempDir(), "session.json")
	k := keeper{path: path}
	saved := 0
	begun := time.Now()
	for range 3 {
		k.keep(func() session { saved++; return session{} })
	}
	d.wait(t, "the session is saved", func() bool { return saved > 0 })
	if took := time.Since(begun); took < saveAfter || saved != 1 {
		t.Errorf("saved %d times after %v", saved, took)
	}
	if _, err := loadSession(path); err != nil {
		t.Error(err)
	}
}

// What one leaves comes back, in a window of the same size.
func TestWindow_RestoresSession(t *testing.T) {
	path := filepath.Join(t.TempDir(), "session.json")
	r := newRoom(t, session{}, path)
	r.openSet(t)
	r.state.toggle("atar")
	r.state.choose(r.event(t, "paris-attacks"))
	r.camera.fly(r.state.fitEvent(r.state.selected))
	r.state.setTheme(darkTheme)
	r.chrome.resizePanel(60)
	r.keeper.save()
	view, panel := r.state.view, r.chrome.columns.panel

	last, err := loadSession(path)
	if err != nil {
		t.Fatal(err)
	}
	again := newRoom(t, last, path)
	again.start(openFirst("", last), last, nil)
	again.begin()
	if got, want := again.state.view.Span(again.state.size.W), view.Span(r.state.size.W); !near(got, want) {
		t.Errorf("the view is over %v, was over %v", got, want)
	}
	if got := again.state.hiddenLanes(); !slices.Equal(got, []string{"atar"}) {
		t.Errorf("%v are hidden", got)
	}
	if again.state.selected != r.state.selected || again.state.theme != darkTheme || again.chrome.columns.panel != panel {
		t.Errorf("event %d, theme %s, panel %g", again.state.selected, again.state.theme, again.chrome.columns.panel)
	}
	if text := again.shown(); text != "" {
		t.Errorf("and says %s", text)
	}
}

func near(a, b scene.Span) bool {
	return (a.From-b.From)*(a.From-b.From) < 1 && (a.To-b.To)*(a.To-b.To) < 1
}

// A session can name what is not there any more, or have been edited by hand.
func TestWindow_SessionThatDoesNotFit(t *testing.T) {
	for name, last := range map[string]session{
		"lanes and events that are gone": {Hidden: []string{"nosuch", "atar"}, Selected: "nosuch"},
		"an unknown theme":               {Theme: "mauve"},
		"a view beside everything":       {From: 1e17, To: 2e17, Top: 1e9},
		"a view backwards":               {From: 5, To: 1},
		"a tiny window":                  {Width: 2, Height: -7, Panel: -1},
		"a vast panel":                   {Panel: 1e9},
	} {
		r := newRoom(t, last, "")
		r.start(openFirst("", last), last, nil)
		r.begin()
		if r.state.set == nil || r.shown() != "" {
			t.Errorf("%s: set %v, said %q", name, r.state.set != nil, r.shown())
			continue
		}
		span, room := r.state.view.Span(r.state.size.W), r.state.domain.Widened(0.11)
		if span.From < room.From || span.To > room.To || r.state.size.W < laneLeast/2 {
			t.Errorf("%s: the view is over %v, the timeline %g wide", name, span, r.state.size.W)
		}
		if r.state.selected != -1 || slices.Contains(r.state.hiddenLanes(), "nosuch") {
			t.Errorf("%s: event %d, hidden %v", name, r.state.selected, r.state.hiddenLanes())
		}
		r.show()
	}
}

// A file that is gone, a session that cannot be read: said, over the bundled
// chronology.
func TestWindow_StartsWhateverIsWrong(t *testing.T) {
	gone := filepath.Join(t.TempDir(), "gone.json")
	for name, c := range map[string]struct {
		path    string
		last    session
		problem error
		want    []string
	}{
		"the file asked for is gone": {gone, session{}, nil, []string{"gone.json", "no such file"}},
		"the last file is gone":      {"", session{File: gone, Hidden: []string{"atar"}}, nil, []string{"gone.json", "no such file"}},
		"the session is broken":      {"", session{}, os.ErrPermission, []string{"session", "permission denied"}},
	} {
		r := newRoom(t, c.last, "")
		r.start(openFirst(c.path, c.last), c.last, c.problem)
		r.begin()
		r.desk.wait(t, name, func() bool { return r.shown() != "" && r.state.set != nil })
		if r.state.set.Path != "" || len(r.state.hiddenLanes()) != 0 {
			t.Errorf("%s: opened %q, hidden %v", name, r.state.set.Path, r.state.hiddenLanes())
		}
		for _, want := range c.want {
			if !strings.Contains(r.shown(), want) {
				t.Errorf("%s: %q is not in\n%s", name, want, r.shown())
			}
		}
	}
}
