package app

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"dateline/data"
	"dateline/data/exchange"
)

// open opens a file and waits until that has come to an end.
func (r *room) open(t *testing.T, path string) {
	t.Helper()
	set := r.state.set
	r.openPath(path)
	r.desk.wait(t, path+" is opened or refused", func() bool { return r.state.set != set || r.shown() != "" })
}

func TestOpen_File(t *testing.T) {
	r := newAtarRoom(t)
	r.state.toggle("atar")
	path := file(t, "small.json", small)
	r.open(t, path)
	if r.state.set.Title != "Small" || r.win.Title() != "Small — Dateline" || len(r.state.hiddenLanes()) != 0 {
		t.Errorf("opened %q", r.state.set.Title)
	}
	if r.session.File != path || len(r.session.Recent) != 1 || r.session.Recent[0] != path {
		t.Errorf("remembered %q, %v", r.session.File, r.session.Recent)
	}
	if r.snapshot().File != path {
		t.Errorf("the session has %q", r.snapshot().File)
	}
}

// A bad file is refused with each error in its place, and what was shown stays.
func TestOpen_BadFile(t *testing.T) {
	r := newAtarRoom(t)
	before, view := r.state.set, r.state.view
	path := file(t, "bad.json", strings.Replace(small, `"2001-05-05"`, `"2001-13-05"`, 1))
	r.open(t, path)
	if r.state.set != before || r.state.view != view || r.session.File != "" || len(r.session.Recent) != 0 {
		t.Error("what was shown is gone")
	}
	shown := r.shown()
	for _, want := range []string{"bad.json was not opened", path + ":5:", "events[0].date", "[Copy]", "[Close]"} {
		if !strings.Contains(shown, want) {
			t.Errorf("%q is not in\n%s", want, shown)
		}
	}
	r.tap(t, "Copy")
	if got := r.app.Clipboard().Content(); !strings.Contains(got, path+":5:") {
		t.Errorf("copied is %q", got)
	}
	r.tap(t, "Close")
	if r.shown() != "" || r.win.Canvas().Focused() != fyne.Focusable(r.timeline) {
		t.Errorf("closed, there is still\n%s", r.shown())
	}
}

func TestOpen_ManyErrors(t *testing.T) {
	r := newAtarRoom(t)
	var events []string
	for i := range 30 {
		events = append(events, fmt.Sprintf(`{"id": "e%d", "lanes": ["a"], "date": "20%02d-77", "title": "E"}`, i, i))
	}
	path := file(t, "many.json", `{"format": 1, "title": "T", "lanes": [{"id": "a"}], "events": [`+strings.Join(events, ",\n")+`]}`)
	r.open(t, path)
	shown := r.shown()
	if !strings.Contains(shown, "30 errors") || strings.Count(shown, ": events[") != shownProblems || !strings.Contains(shown, "and 22 more") {
		t.Errorf("said is\n%s", shown)
	}
	r.tap(t, "Copy")
	if n := strings.Count(r.app.Clipboard().Content(), ": events["); n != 30 {
		t.Errorf("%d errors are copied", n)
	}
	r.press(fyne.KeyEscape, 0)
	if r.shown() != "" {
		t.Error("Escape does not close the dialog")
	}
}

// slowly returns a loader that ends when it is let go.
func slowly(set *data.Set, err error) (from reader, let func()) {
	wait := make(chan struct{})
	return func(context.Context, func(done, total int64)) (*exchange.Loaded, error) {
		<-wait
		return &exchange.Loaded{Set: set, Format: &exchange.Own}, err
	}, func() { close(wait) }
}

func TestLoad_CancelLeavesNoTrace(t *testing.T) {
	for name, result := range map[string]error{"a good file": nil, "a bad file": errors.New("broken")} {
		r := newAtarRoom(t)
		before := r.state.set
		other, err := data.Parse("small.json", []byte(small))
		if err != nil {
			t.Fatal(err)
		}
		from, let := slowly(other, result)
		began := time.Now()
		r.load(openFrom("slow.json", from), func() { t.Error("went on after Cancel") })
		r.desk.wait(t, "the progress is shown", func() bool { return r.shown() != "" })
		if time.Since(began) < patience {
			t.Error("the progress is shown at once")
		}
		if !strings.Contains(r.shown(), "Opening slow.json") {
			t.Errorf("said is %q", r.shown())
		}
		r.tap(t, "Cancel")
		if r.shown() != "" {
			t.Errorf("%s: cancelled, there is still\n%s", name, r.shown())
		}
		let()
		done := false
		time.AfterFunc(50*time.Millisecond, func() { fyne.Do(func() { done = true }) })
		r.desk.wait(t, "the load has ended", func() bool { return done })
		if r.state.set != before || r.shown() != "" {
			t.Errorf("%s: cancelled, but it shows %q and says %q", name, r.state.set.Title, r.shown())
		}
	}
}

func TestLoad_QuickOnesShowNoProgress(t *testing.T) {
	r := newAtarRoom(t)
	r.open(t, file(t, "small.json", small))
	rested := false
	time.AfterFunc(patience+50*time.Millisecond, func() { fyne.Do(func() { rested = true }) })
	r.desk.wait(t, "a while has passed", func() bool {
		if r.shown() != "" {
			t.Fatalf("said is\n%s", r.shown())
		}
		return rested
	})
}

// Of two loads the later one counts, whichever ends first.
func TestLoad_TheLaterOneCounts(t *testing.T) {
	for _, order := range []string{"first ends first", "second ends first"} {
		r := newAtarRoom(t)
		sets := make([]*data.Set, 2)
		lets := make([]func(), 2)
		for i := range sets {
			set, err := data.Parse("small.json", []byte(strings.Replace(small, `"Small"`, fmt.Sprintf(`"Number %d"`, i+1), 1)))
			if err != nil {
				t.Fatal(err)
			}
			var from reader
			from, lets[i] = slowly(set, nil)
			r.load(openFrom(fmt.Sprint(i), from), nil)
		}
		if order == "first ends first" {
			lets[0]()
			time.AfterFunc(20*time.Millisecond, lets[1])
		} else {
			lets[1]()
			time.AfterFunc(20*time.Millisecond, lets[0])
		}
		ended := false
		time.AfterFunc(100*time.Millisecond, func() { fyne.Do(func() { ended = true }) })
		r.desk.wait(t, "both have ended", func() bool { return ended })
		if r.state.set.Title != "Number 2" {
			t.Errorf("%s: it shows %q", order, r.state.set.Title)
		}
	}
}

func TestDropped(t *testing.T) {
	r := newAtarRoom(t)
	r.dropped(nil)
	first, second := file(t, "small.json", small), file(t, "other.json", "{}")
	set := r.state.set
	r.dropped([]fyne.URI{storage.NewFileURI(first), storage.NewFileURI(second)})
	r.desk.wait(t, "the first is opened", func() bool { return r.state.set != set })
	if r.state.set.Title != "Small" {
		t.Errorf("it shows %q", r.state.set.Title)
	}
	if got := r.chrome.help.text.Text; !strings.Contains(got, "first of 2") {
		t.Errorf("the status bar says %q", got)
	}
}

func TestRecentMenu(t *testing.T) {
	r := newAtarRoom(t)
	paths := []string{file(t, "one.json", small), file(t, "two.json", strings.Replace(small, "Small", "Two", 1))}
	for _, path := range paths {
		r.open(t, path)
	}
	recent := func() []*fyne.MenuItem {
		for _, item := range r.win.MainMenu().Items[0].Items {
			if item.ChildMenu != nil {
				return item.ChildMenu.Items
			}
		}
		return nil
	}
	items := recent()
	if len(items) != 3 || items[0].Label != paths[1] || items[1].Label != paths[0] {
		t.Fatalf("recent files: %v", items)
	}
	set := r.state.set
	items[1].Action()
	r.desk.wait(t, "the recent file is open", func() bool { return r.state.set != set })
	if items = recent(); r.session.File != paths[0] || items[0].Label != paths[0] || len(items) != 3 {
		t.Errorf("open is %q, first in the menu %q", r.session.File, items[0].Label)
	}
	items[len(items)-1].Action()
	r.desk.wait(t, "the bundled one is open", func() bool { return r.state.set.Path == "" })
	if r.session.File != "" || len(r.session.Recent) != 2 {
		t.Errorf("the bundled one is remembered as %q, recent %v", r.session.File, r.session.Recent)
	}
}

func TestOpenDialog(t *testing.T) {
	r := newAtarRoom(t)
	r.session.File = filepath.Join(t.TempDir(), "last.json")
	if got := r.openFolder(); got != filepath.Dir(r.session.File) {
		t.Errorf("the dialog begins in %q", got)
	}
	r.openDialog()
	if len(r.dialogs) != 1 {
		t.Fatalf("%d dialogs are open", len(r.dialogs))
	}
	r.dismiss()
	if len(r.dialogs) != 0 || r.shown() != "" {
		t.Errorf("dismissed, there is still\n%s", r.shown())
	}
}

// While a file is read the bar says how much of it is, and Cancel ends the
// reading.
func TestLoad_ProgressAndCancel(t *testing.T) {
	r := newAtarRoom(t)
	ended := make(chan error, 1)
	from := func(ctx context.Context, progress func(done, total int64)) (*exchange.Loaded, error) {
		progress(256, 1024)
		<-ctx.Done()
		ended <- ctx.Err()
		return nil, ctx.Err()
	}
	r.load(openFrom("large.json", from), nil)
	r.desk.wait(t, "a quarter is read", func() bool { return strings.Contains(r.shown(), "25%") })
	r.tap(t, "Cancel")
	select {
	case <-ended:
	case <-time.After(5 * time.Second):
		t.Error("the reading goes on after Cancel")
	}
	if r.shown() != "" || r.opening != nil && r.opening.ctx.Err() == nil {
		t.Errorf("cancelled, there is still\n%s", r.shown())
	}
}
