package app

import (
	"path/filepath"
	"strings"
	"testing"

	"dateline/data/exchange"
)

// What is saved as another format is what the format holds, and the rest is
// listed.
func TestSaveForm(t *testing.T) {
	r := newAtarRoom(t)
	folder := t.TempDir()
	r.session.Folder = folder
	f := r.newSaveForm()
	if f.path.Text != filepath.Join(folder, "chronology.json") {
		t.Error(f.path.Text)
	}
	f.format.SetSelected(exchange.ICalendar.Title)
	if f.path.Text != filepath.Join(folder, "chronology.ics") {
		t.Error(f.path.Text)
	}
	f.save()
	r.desk.wait(t, "the file is saved", func() bool { return r.notice.Text != "" })
	if !strings.Contains(r.notice.Text, "Saved 54 events in chronology.ics") || len(r.notice.Details) < 50 {
		t.Errorf("%q with %d details", r.notice.Text, len(r.notice.Details))
	}
	r.notice.Actions[0].Tapped()
	r.desk.wait(t, "it is open", func() bool { return r.state.set.Path == f.path.Text })
	if n := r.state.set.Events.Len(); n != 54 {
		t.Errorf("%d events", n)
	}
	// What is there already is asked for, what cannot be written is said.
	f = r.newSaveForm()
	f.format.SetSelected(exchange.ICalendar.Title)
	f.save()
	if !strings.Contains(r.shown(), "Replace the file?") {
		t.Errorf("%q", r.shown())
	}
	r.dismiss()
	f.path.SetText(filepath.Join(folder, "none", "a.ics"))
	f.save()
	r.desk.wait(t, "the error is said", func() bool { return strings.Contains(r.shown(), "The file was not saved") })
}
