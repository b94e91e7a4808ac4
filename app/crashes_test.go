package app

import (
	"path/filepath"
	"strings"
	"testing"
)

// A panic in the background becomes a dialog with a report; what the window shows
// stays, and the session is saved.
func TestCrash(t *testing.T) {
	path := filepath.Join(t.TempDir(), "session.json")
	r := newRoom(t, session{}, path)
	r.openSet(t)
	set := r.state.set
	r.state.toggle(set.Lanes[0].ID)
	r.background("counting", func() { panic("one too many") })
	r.desk.wait(t, "the report is shown", func() bool { return strings.Contains(r.shown(), "Panic:") })
	r.tap(t, "Copy report")
	report := r.app.Clipboard().Content()
	for _, want := range []string{"counting", "one too many", "crashes_test.go", "Dateline:"} {
		if !strings.Contains(report, want) {
			t.Errorf("%q is not in\n%s", want, report)
		}
	}
	r.tap(t, "Close")
	if kept, err := loadSession(path); err != nil || len(kept.Hidden) != 1 {
		t.Errorf("saved is %+v, %v", kept, err)
	}
	if r.state.set != set || !r.state.hidden[set.Lanes[0].ID] {
		t.Error("the window is not as it was")
	}
	// So it is for what a person waits for.
	r.load(openFrom("wrong.json", nil), func() { t.Error("went on") })
	r.desk.wait(t, "the report is shown", func() bool { return strings.Contains(r.shown(), "wrong.json was not opened") })
	if r.tap(t, "Close"); r.state.set != set {
		t.Error("the window is not as it was")
	}
	r.away("drawing", func() func() { return func() { panic("on the screen") } })
	r.desk.wait(t, "the report is shown", func() bool { return strings.Contains(r.shown(), "on the screen") })
	r.tap(t, "Close")
	r.away("filtering", func() func() { panic(r.state) })
	r.desk.wait(t, "the report is shown", func() bool { return strings.Contains(r.shown(), "filtering") })
}
