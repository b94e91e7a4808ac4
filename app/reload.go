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
	"dateline/widgets"
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
	told    func()      // ends what is said of the opening
	settle  *time.Timer // until what has changed is marked no longer, nil for nothing
	said    string      // the last notice of a save
	own     string      // the notice that this window has saved the open file itself, "" once that was read
}

// giveUp reads the file that was saved no further.
func (r *reloading) giveUp() {
	if r.opening != nil {
		r.opening.cancel()
		r.told()
		r.opening = nil
	}
}

// stop ends all that is under way.
func (r *reloading) stop() {
	r.giveUp()
	if r.settle != nil {
		r.settle.Stop()
		r.settle = nil
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
	w.reloading.opening, w.reloading.told = o, w.tellReading(o)
	old, asked := w.state.set, w.state.filters
	w.background("reading a saved file", func() {
		<-o.done
		saved := compared(o, old, asked)
		fyne.Do(func() {
			if w.reloading.opening != o || w.state.set != old {
				return // overtaken
			}
			w.reloading.giveUp()
			switch {
			case o.err != nil:
				w.tellUnread(o)
			default:
				w.swap(o, saved)
			}
		})
	})
}

// tellReading says after a while that a saved file is being read, and offers to
// give that up. The function returned ends it.
func (w *window) tellReading(o *opening) (end func()) {
	began, shown, over := time.Now(), "", false
	stop := follow(o.shareRead, func(share float64) {
		unwanted := shown != "" && w.notice.Text != shown || w.reloading.tellsOwn(w.notice)
		if over || unwanted || time.Since(began) < patience {
			return
		}
		shown = o.name + " was saved and is being read"
		if share >= 0 {
			shown += fmt.Sprintf(": %.0f %%", 100*share)
		}
		w.notify(widgets.NoticeState{Text: shown, Actions: []widgets.NoticeAction{{Label: "Cancel", Tapped: w.cancelReload}}})
		w.reloading.said = shown
	})
	return func() {
		over = true
		stop()
	}
}

// cancelReload leaves what is shown as it was before a save.
func (w *window) cancelReload() {
	if w.reloading.opening == nil {
		return
	}
	name := w.reloading.opening.name
	w.reloading.giveUp()
	w.notify(widgets.NoticeState{})
	w.chrome.say("You see " + name + " as it was before it was saved")
}

// tellsOwn reports whether a notice says that this window has saved the open file.
func (r *reloading) tellsOwn(notice widgets.NoticeState) bool {
	return r.own != "" && notice.Text == r.own
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
		notice.Text = o.name + " was changed and cannot be read. You see it as it was before."
		notice.Details = []string{onLine(o.err.Error())}
	}
	w.notify(notice)
	w.reloading.said = notice.Text
	w.bar.Unfold(len(notice.Details) > 0)
	w.showCrash(briefly(o.name)+" was not read", o.err)
}

// swap shows what the open file has become, with view, filters, search and
// selection as they are, and marks for a while what has changed.
func (w *window) swap(o *opening, saved *comparison) {
	s := w.state
	fresh, gone := saved.fresh, saved.gone
	if saved.same() { // as where a program that lays files out writes after the editor
		fresh, gone = s.marksIn(o.all.Set)
	} else {
		w.reloading.stop()
	}
	w.table = o.loaded.Format.Tabular()
	s.swap(o.all, saved)
	s.fresh, s.gone = fresh, gone
	w.story.carryOn(s.carry(saved))
	w.adopted(o.all.Set)
	s.changed()
	s.look(s.view) // within what the lanes are now
	if s.reading.open && s.reading.document == nil {
		w.readDocument()
	}
	w.tellSaved(o, saved)
	if saved.same() || fresh == nil && gone == nil {
		return
	}
	var settle *time.Timer
	settle = time.AfterFunc(freshFor, func() {
		fyne.Do(func() {
			if w.reloading.settle == settle {
				w.settle()
			}
		})
	})
	w.reloading.settle = settle
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
func (w *window) tellSaved(o *opening, saved *comparison) {
	if w.reloading.tellsOwn(w.notice) {
		w.reloading.own = "" // it has said what there is to say
		return
	}
	notice, losses := o.notice, len(o.loaded.Losses)
	switch {
	case saved.unknown != nil:
		notice.Text = o.name + " was saved and is shown anew. What has changed is not known."
		notice.Details = append([]string{onLine(saved.unknown.Error())}, notice.Details...)
	case !saved.same():
		notice.Text = o.name + " was saved: " + saved.changes.Sum()
		if losses > 0 {
			notice.Text += fmt.Sprintf("; %s could not be carried over", counted(losses, "thing"))
		}
		notice.Details = append(saved.words, notice.Details...)
	case losses == 0 && (w.telling || w.notice.Text != w.reloading.said):
		return // what is said has not changed either
	case losses == 0:
		notice = widgets.NoticeState{}
	}
	unfolded := w.telling && w.bar.Unfolded()
	w.notify(notice)
	w.reloading.said = notice.Text
	w.telling = losses == 0
	w.bar.Unfold(unfolded && notice.Text != "")
	w.showCrash("What has changed is not known", saved.unknown)
}
