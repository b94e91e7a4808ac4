package app

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"dateline/app/crash"
	"dateline/data/exchange"
	"dateline/widgets"
	"dateline/widgets/scene"
)

// disputed is a dataset with a dispute, whose second event quotes a source twice.
const disputed = `{"format": 1, "title": "%s", "span": "2000/2010", "lanes": [{"id": "a", "title": "A"}],
"sources": [{"id": "web", "url": "https://example.org/"}],
"events": [
 %s
 {"id": "one", "lanes": ["a"], "date": "2001", "title": "One", "claims": [{"source": "web", "quote": "It was one"}]},
 {"id": "two", "lanes": ["a"], "date": "2005", "title": "Two", "claims": [
  {"source": "web", "quote": "It was two"}, {"source": "web", "quote": "Two it was"}]}],
"disputes": [%s {"id": "d", "question": "Which?", "events": ["one", "two"], "answers": [{"source": "web", "answer": "Both"}]}]}`

const (
	earlier   = `{"id": "zero", "lanes": ["a"], "date": "2000-05", "title": "Zero"},`
	moreAsked = `{"id": "c", "question": "When?", "events": ["one"], "answers": [{"source": "web", "answer": "Then"}]},`
)

func newDisputedRoom(t *testing.T) (r *room, path string) {
	t.Helper()
	path = file(t, "disputed.json", fmt.Sprintf(disputed, "Before", "", ""))
	r = newRoom(t, session{}, "")
	r.state.resize(scene.Size{W: 900, H: 500})
	r.open(t, path)
	return r, path
}

// saveAfter saves the dataset with an event and a dispute more, which have the
// indexes that others had.
func (r *room) saveMore(t *testing.T, path string) {
	t.Helper()
	replaced(t, path, fmt.Sprintf(disputed, "After", earlier, moreAsked))
	r.desk.wait(t, "the new title is shown", func() bool { return r.state.set.Title == "After" })
}

// What is measured, the panel's page and the quotation that is read are what they
// were, although their indexes are others.
func TestSwap_KeepsWhatIsLookedAt(t *testing.T) {
	r, path := newDisputedRoom(t)
	s := r.state
	s.choose(r.event(t, "one"))
	r.measure()
	s.choose(r.event(t, "two"))
	s.turn(widgets.PanelPage{Kind: widgets.DisputePage})
	s.seek("two")
	r.desk.wait(t, "there is an answer", func() bool { return !s.pending() })
	r.openDocument(1)
	r.desk.wait(t, "the document is said to be missing", func() bool { return s.reading.note != "" })
	r.saveMore(t, path)
	if m := s.measure; !m.on || m.from == nil || m.to == nil || m.from.event != r.event(t, "one") || m.to.event != r.event(t, "two") {
		t.Errorf("measured is %+v", m)
	}
	if s.page != (widgets.PanelPage{Kind: widgets.DisputePage, Dispute: 1}) {
		t.Errorf("the page is %+v", s.page)
	}
	if !s.search.listed {
		t.Error("the hits are not wanted any more")
	}
	if !s.reading.open || s.reading.quote != 1 || s.reading.event != r.event(t, "two") {
		t.Errorf("read is %+v", s.reading)
	}
	replaced(t, path, strings.Replace(fmt.Sprintf(disputed, "Last", "", ""), `"id": "d"`, `"id": "e"`, 1))
	r.desk.wait(t, "the last title is shown", func() bool { return r.state.set.Title == "Last" })
	if s.page.Kind == widgets.DisputePage && s.set.Disputes[s.page.Dispute].ID != "e" {
		t.Errorf("of a dispute that is gone the page is %+v", s.page)
	}
}

// A list of events to choose from stays.
func TestSwap_KeepsList(t *testing.T) {
	r, path := newDisputedRoom(t)
	r.state.choices([]int{r.event(t, "one"), r.event(t, "two")}, 2)
	r.saveMore(t, path)
	if s := r.state; len(s.list) != 2 || s.listOf != 2 || s.list[0] != r.event(t, "one") {
		t.Errorf("listed are %v of %d", s.list, s.listOf)
	}
}

// A document that is still being read when a save arrives is read for the new
// state.
func TestSwap_DocumentBeingRead(t *testing.T) {
	r, path := newDisputedRoom(t)
	r.state.choose(r.event(t, "two"))
	r.openDocument(0)
	r.desk.wait(t, "the document is said to be missing", func() bool { return r.state.reading.note != "" })
	r.state.reading.document, r.state.reading.note = nil, "" // the answer is of the old state
	r.saveMore(t, path)
	r.desk.wait(t, "the document is said to be missing", func() bool { return strings.Contains(r.state.reading.note, "not at hand") })
}

// A story goes on; where its event is gone, it ends with the view it began with.
func TestSwap_Story(t *testing.T) {
	r, path := newDisputedRoom(t)
	view := r.state.view.Span(r.state.size.W)
	r.state.choose(r.event(t, "two"))
	r.press(fyne.KeyF5, 0)
	r.press(fyne.KeyDown, 0)
	r.saveMore(t, path)
	if !r.story.on || r.story.tale.event != r.event(t, "two") || r.story.tale.quote != 1 || !strings.Contains(r.told(), "3 of 3") {
		t.Errorf("the story is on: %v, at %+v, and says %q", r.story.on, r.story.tale, r.told())
	}
	r.press(fyne.KeyLeft, 0)
	if r.story.tale.event != r.event(t, "one") {
		t.Errorf("it steps to %+v", r.story.tale)
	}
	content := fmt.Sprintf(disputed, "Last", "", "")
	content = strings.ReplaceAll(content, `"one", "two"`, `"two"`)
	from, to := strings.Index(content, ` {"id": "one"`), strings.Index(content, ` {"id": "two"`)
	replaced(t, path, content[:from]+content[to:])
	r.desk.wait(t, "the last title is shown", func() bool { return r.state.set.Title == "Last" })
	if now := r.state.view.Span(r.state.size.W); r.story.on || now.Length() < view.Length()*0.9 {
		t.Errorf("the story is on: %v, the view %+v, was %+v", r.story.on, now, view)
	}
}

// What a menu offers for an event that a save has removed does nothing.
func TestSwap_MenuOfBefore(t *testing.T) {
	r, path := newEditedRoom(t)
	items := r.menuOf(r.event(t, "two")).Items
	replaced(t, path, `{"format": 1, "title": "After", "lanes": [{"id": "c"}], "events": [
 {"id": "three", "lanes": ["c"], "date": "2001", "title": "Three"}]}`)
	r.desk.wait(t, "the new title is shown", func() bool { return r.state.set.Title == "After" })
	for _, item := range items {
		item.Action()
	}
	if len(items) < 3 || r.state.hidden["c"] {
		t.Errorf("%d items, hidden is %v", len(items), r.state.hidden)
	}
}

// A file that is written again as another program lays it out has the marks and
// the notice that it had.
func TestSwap_WrittenTwice(t *testing.T) {
	r, path := newEditedRoom(t)
	content := fmt.Sprintf(edited, "After", one+`{"id": "new", "lanes": ["b"], "date": "2004", "title": "New"},`)
	replaced(t, path, content)
	r.desk.wait(t, "the new title is shown", func() bool { return r.state.set.Title == "After" })
	text, set := r.notice.Text, r.state.set
	replaced(t, path, strings.ReplaceAll(content, "\n", "\n  "))
	r.desk.wait(t, "it is read again", func() bool { return r.state.set != set })
	s := r.state
	if len(s.fresh) != 1 || s.set.Events.ID(s.fresh[0].Event) != "new" || r.notice.Text != text || r.reloading.settle == nil {
		t.Errorf("marked are %+v under %q", s.fresh, r.notice.Text)
	}
	r.settle()
	if s.fresh != nil || r.notice.Text != "" {
		t.Error("after a while there is still something marked")
	}
}

// What is said of a save goes by itself also where errors were read before, and a
// notice that is not of a save stays where nothing has changed.
func TestSwap_NoticeAfterErrors(t *testing.T) {
	r, path := newEditedRoom(t)
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(path, 0o700); err != nil {
		t.Fatal(err)
	}
	r.desk.wait(t, "it is said that there is a folder", func() bool { return strings.Contains(r.notice.Text, "cannot be read") })
	if !r.bar.Unfolded() || !strings.Contains(strings.Join(r.notice.Details, ""), "folder") {
		t.Errorf("details %q", r.notice.Details)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	replaced(t, path, fmt.Sprintf(edited, "After", one))
	r.desk.wait(t, "the new title is shown", func() bool { return r.state.set.Title == "After" })
	if r.bar.Unfolded() {
		t.Error("the notice of what has changed is unfolded")
	}
	r.settle()
	if r.notice.Text != "" {
		t.Errorf("it still says %q", r.notice.Text)
	}
	r.notify(widgets.NoticeState{Text: "Saved elsewhere"})
	set := r.state.set
	replaced(t, path, fmt.Sprintf(edited, "After", one)+"\n\n")
	r.desk.wait(t, "it is read again", func() bool { return r.state.set != set })
	if r.notice.Text != "Saved elsewhere" {
		t.Errorf("it says %q", r.notice.Text)
	}
}

// What a format does not hold is still listed when the open file, which was saved
// in it, has been read again; of the next save is said what it has changed.
func TestSwap_SavedByItself(t *testing.T) {
	r, path := newEditedRoom(t)
	notice := savedNotice(path, r.state.set, []exchange.Loss{{}, {}})
	r.saved(path, &exchange.ICalendar, notice, nil)
	replaced(t, path, fmt.Sprintf(edited, "After", ""))
	r.desk.wait(t, "the new title is shown", func() bool { return r.state.set.Title == "After" })
	if r.notice.Text != "Saved 2 events in edited.json; 2 things of the dataset could not be held by this format" || !r.bar.Unfolded() {
		t.Errorf("it says %q", r.notice.Text)
	}
	replaced(t, path, fmt.Sprintf(edited, "Last", ""))
	r.desk.wait(t, "the last title is shown", func() bool { return r.state.set.Title == "Last" })
	if !strings.HasPrefix(r.notice.Text, "edited.json was saved") {
		t.Errorf("it says %q", r.notice.Text)
	}
}

// A mistake in Dateline while a save is read becomes a report.
func TestSwap_Crash(t *testing.T) {
	r, _ := newEditedRoom(t)
	r.tellUnread(&opening{name: "edited.json", err: crashError{crash.New("reading", errors.New("oh"), nil)}})
	if !strings.Contains(r.shown(), "Copy report") || r.notice.Kind != widgets.ErrorNotice {
		t.Errorf("%q under %q", r.shown(), r.notice.Text)
	}
}

// A save that takes long to read says so, and can be given up.
func TestSwap_Progress(t *testing.T) {
	r, _ := newEditedRoom(t)
	o := newOpening("edited.json")
	o.share.Store(512)
	r.reloading.opening, r.reloading.told = o, r.tellReading(o)
	r.desk.wait(t, "it is said", func() bool { return r.notice.Text == "edited.json was saved and is being read: 50 %" })
	r.notice.Actions[0].Tapped()
	if o.ctx.Err() == nil || r.notice.Text != "" || r.reloading.opening != nil || !strings.Contains(r.chrome.note, "as it was before") {
		t.Errorf("after Cancel: %q, %q", r.notice.Text, r.chrome.note)
	}
}

// In a large dataset too, what filters hide is not seen for a moment.
func TestSwap_ManyEvents(t *testing.T) {
	large := func(title string) string {
		var b strings.Builder
		fmt.Fprintf(&b, `{"format": 1, "title": "%s", "lanes": [{"id": "a"}, {"id": "b"}], "events": [`, title)
		for i := range manyEvents {
			fmt.Fprintf(&b, `{"id": "e%d", "lanes": ["%c"], "date": "2001-05-05", "title": "E", "people": ["P%d"]},`+"\n", i, "ab"[i%2], i%10)
		}
		b.WriteString(`{"id": "last", "lanes": ["a"], "date": "2002", "title": "Last"}]}`)
		return b.String()
	}
	path := file(t, "large.json", large("Before"))
	r := newRoom(t, session{}, "")
	r.state.resize(scene.Size{W: 900, H: 500})
	r.open(t, path)
	r.desk.wait(t, "the names are read", func() bool { return r.state.facets != nil })
	r.state.toggle("a")
	r.state.toggleName(0, "P1")
	r.desk.wait(t, "it is filtered", func() bool { return r.state.selection.Len() == manyEvents/10 })
	replaced(t, path, large("After"))
	r.desk.wait(t, "the new title is shown", func() bool { return r.state.set.Title == "After" })
	if n := r.state.selection.Len(); n != manyEvents/10 {
		t.Errorf("%d events are shown", n)
	}
	first := r.state.selection
	r.desk.wait(t, "the names are read again", func() bool { return r.state.selection != first })
	if n := r.state.selection.Len(); n != manyEvents/10 {
		t.Errorf("then %d events are shown", n)
	}
}
