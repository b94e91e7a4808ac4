package app

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"

	"dateline/app/watch"
	"dateline/data"
	"dateline/data/diff"
	"dateline/widgets"
	"dateline/widgets/scene"
)

// freshFor is how long what a save has changed is marked.
const freshFor = 8 * time.Second

// openFile is a file that is watched for changes. nil is none.
type openFile struct {
	path    string
	changes chan struct{} // holds one at most: a change that has not been taken up
	watched *watch.Watch  // nil for err
	err     error
	stop    context.CancelFunc
}

// watchFile begins to watch a file.
func watchFile(path string) *openFile {
	ctx, stop := context.WithCancel(context.Background())
	f := &openFile{path: path, stop: stop, changes: make(chan struct{}, 1)}
	f.watched, f.err = watch.File(ctx, path, func() {
		select {
		case f.changes <- struct{}{}:
		default:
		}
	})
	return f
}

// leave watches the file no longer.
func (f *openFile) leave() {
	if f != nil {
		f.stop()
	}
}

// each calls changed for every change, until the file is left.
func (f *openFile) each(changed func()) {
	for {
		select {
		case <-f.watched.Done():
			return
		case <-f.changes:
			changed()
		}
	}
}

// watchFor shows the open file's changes from now on, and those of any other no
// longer; nil for a dataset that is in no file.
func (w *window) watchFor(file *openFile) {
	w.file.leave()
	w.reloading.stop()
	w.file = file
	switch {
	case file == nil:
	case file.err != nil:
		w.chrome.say("The file is not watched for changes: " + file.err.Error())
	default:
		w.background("watching a file", func() {
			file.each(func() { fyne.Do(func() { w.reload(file) }) })
		})
	}
}

// reloading is what is under way after a save.
type reloading struct {
	opening *opening    // nil for none
	settle  *time.Timer // until what has changed is marked no longer, nil for nothing
}

// giveUp reads the file that was saved no further.
func (r *reloading) giveUp() {
	if r.opening != nil {
		r.opening.cancel()
		r.opening = nil
	}
}

// stop ends all that is under way.
func (r *reloading) stop() {
	r.giveUp()
	if r.settle != nil {
		r.settle.Stop()
	}
}

// reload reads the open file again in the background and shows what it has
// become.
func (w *window) reload(file *openFile) {
	if w.file != file {
		return
	}
	w.reloading.giveUp()
	o := openFrom(filepath.Base(file.path), readFile(file.path, w.session.Columns))
	w.reloading.opening = o
	old := w.state.set
	w.background("reading a saved file", func() {
		<-o.done
		var changes diff.Changes
		var unknown error
		if o.err == nil {
			unknown = guarded("comparing a saved file", func() (err error) {
				changes, err = diff.Compare(o.ctx, old, o.all.Set)
				return err
			})
		}
		fyne.Do(func() {
			if w.reloading.opening != o || w.state.set != old {
				return // overtaken
			}
			w.reloading.opening = nil
			o.cancel()
			switch {
			case o.err != nil:
				w.tellUnread(o)
			default:
				w.swap(o, changes, unknown)
			}
		})
	})
}

// tellUnread says what is wrong with a file that was saved. The last good
// timeline stays.
func (w *window) tellUnread(o *opening) {
	notice := widgets.NoticeState{Kind: widgets.ErrorNotice}
	var problems data.Problems
	var ask errColumns
	switch {
	case errors.As(o.err, &problems):
		notice.Text = fmt.Sprintf("%s was saved with %s. You see it as it was before.", o.name, counted(len(problems), "error"))
		for _, problem := range problems {
			notice.Details = append(notice.Details, problem.String())
		}
	case errors.As(o.err, &ask):
		notice.Text = o.name + " was saved with other columns. You see it as it was before."
		notice.Actions = []widgets.NoticeAction{{Label: "Columns…", Tapped: w.chooseColumns}}
	case errors.Is(o.err, fs.ErrNotExist):
		notice.Kind = widgets.WarningNotice
		notice.Text = o.name + " is not there any more. You see it as it was before."
	default:
		notice.Text = o.name + " was saved but cannot be read. You see it as it was before."
		notice.Details = []string{o.err.Error()}
	}
	w.notify(notice)
	w.bar.Unfold(len(problems) > 0)
}

// swap shows what the open file has become, with view, filters, search and
// selection as they are, and marks for a while what has changed. Unknown is why
// that is not known.
func (w *window) swap(o *opening, changes diff.Changes, unknown error) {
	w.reloading.stop()
	s, old := w.state, w.state.set
	fresh, gone := freshOf(old, o.all.Set, &changes)
	s.swap(o.all, renamings(&changes))
	s.fresh, s.gone = fresh, gone
	w.adopted(o.all.Set)
	s.changed()
	w.tellSaved(o, &changes, unknown)
	if fresh == nil && gone == nil {
		return
	}
	shown := w.state.set
	w.reloading.settle = time.AfterFunc(freshFor, func() {
		fyne.Do(func() {
			if w.state.set == shown {
				w.settle()
			}
		})
	})
}

// settle marks nothing as changed any more, and takes the notice of it away
// unless it is being read.
func (w *window) settle() {
	if w.notice.Kind == widgets.InfoNotice && w.telling && !w.bar.Unfolded() {
		w.notify(widgets.NoticeState{})
	}
	w.state.settle()
}

// tellSaved says what a save has changed, and what of it could not be carried
// over.
func (w *window) tellSaved(o *opening, changes *diff.Changes, unknown error) {
	notice := imported(o.loaded)
	switch {
	case unknown != nil:
		notice.Text = o.name + " was saved and is shown anew. What has changed is not known."
		notice.Details = append([]string{unknown.Error()}, notice.Details...)
	case changes.Different():
		notice.Text = fmt.Sprintf("%s was saved: %s", o.name, changes.Sum())
		notice.Details = append(changes.Words(), notice.Details...)
	case len(o.loaded.Losses) == 0:
		notice = widgets.NoticeState{}
	}
	if n := len(o.loaded.Losses); n > 0 && notice.Text != "" && unknown == nil && changes.Different() {
		notice.Text += fmt.Sprintf("; %s could not be carried over", counted(n, "thing"))
	}
	unfolded := w.bar.Unfolded()
	w.notify(notice)
	w.telling = len(o.loaded.Losses) == 0
	w.bar.Unfold(unfolded && w.notice.Text != "")
}

// mostFresh is how many events are marked as changed; the notice has all.
const mostFresh = 200

// freshOf returns what to mark of the changes: events that are new or changed,
// and where those were that are gone.
func freshOf(old, set *data.Set, changes *diff.Changes) (fresh []scene.Fresh, gone []scene.Gone) {
	for i := range changes.Events {
		c := &changes.Events[i]
		if len(fresh)+len(gone) == mostFresh {
			break
		}
		if c.Kind != diff.Removed {
			fresh = append(fresh, scene.Fresh{Event: c.New, Added: c.Kind == diff.Added})
			continue
		}
		lane := old.Lanes[old.Events.Lanes(c.Old)[0]].ID
		if at, ok := set.LaneIndex(lane); ok {
			gone = append(gone, scene.Gone{Lane: at, Span: scene.Extent(old, c.Old, scene.DomainOf(old)), Words: "− " + c.Title})
		}
	}
	return fresh, gone
}

// renamings returns the new identifiers of events by their old ones.
func renamings(changes *diff.Changes) map[string]string {
	renamed := map[string]string{}
	for i := range changes.Events {
		if c := &changes.Events[i]; c.Kind == diff.Renamed {
			renamed[c.Was] = c.ID
		}
	}
	return renamed
}

// swap takes up a newer state of the same dataset, with view, filters, search and
// selected event as they are, as far as they are still there. It does not notify.
func (s *state) swap(all *data.Selection, renamed map[string]string) {
	selected := ""
	if s.selected >= 0 {
		selected = s.set.Events.ID(s.selected)
	}
	if now, ok := renamed[selected]; ok {
		selected = now
	}
	kept := *s
	s.take(all)
	s.view, s.wanted, s.wantedTop, s.history = s.clamp(kept.view), kept.wanted, kept.wantedTop, kept.history
	s.filters = kept.filters
	s.chained, s.lags, s.gapsOn, s.naming = kept.chained, kept.lags, kept.gapsOn, kept.naming
	s.search.text = kept.search.text
	if event, ok := all.Set.Events.Index(selected); ok {
		s.selected = event
	}
	s.reselect()
	s.reopen(&kept)
}

// reopen keeps the document open that is being read, if its source and the event
// that quotes it are still there.
func (s *state) reopen(kept *state) {
	if !kept.reading.open || s.selected < 0 {
		return
	}
	source, ok := s.set.SourceIndex(kept.set.Sources[kept.reading.source].ID)
	event, err := s.set.Events.At(s.selected)
	if !ok || err != nil {
		return
	}
	for claim := range event.Claims {
		if event.Claims[claim].Source == source {
			s.reading = quotesOf(&event, s.selected, claim)
			s.reading.document, s.reading.note = kept.reading.document, kept.reading.note
			return
		}
	}
}

// settle marks nothing as changed any more.
func (s *state) settle() {
	if s.fresh != nil || s.gone != nil {
		s.fresh, s.gone = nil, nil
		s.changed()
	}
}
