package app

import (
	"fmt"
	"strings"

	"dateline/data/exchange"
	"dateline/widgets"
)

// connectNotice passes on what the user does with the bar of notices.
func (w *window) connectNotice() {
	w.bar.On = widgets.NoticeEvents{
		Close: w.thenKeys(func() { w.notify(widgets.NoticeState{}) }),
		Copy:  func(text string) { w.copied(text, "Copied") },
		Key:   w.typedKey,
		Rune:  w.typedRune,
	}
}

// notify shows a notice above the timeline in the place of any other; one
// without a text takes it away.
func (w *window) notify(notice widgets.NoticeState) {
	w.notice, w.telling = notice, false
	for i := range w.notice.Actions {
		w.notice.Actions[i].Tapped = w.thenKeys(w.notice.Actions[i].Tapped)
	}
	w.showNotice()
}

// showNotice brings the notice to the bar, unless that has it in the same colours:
// to compare very many details takes time that a frame has not.
func (w *window) showNotice() {
	if p := w.palette(); p != w.notice.Palette {
		w.notice.Palette = p
		w.bar.Update(w.notice)
	}
	if height := w.bar.MinSize().Height; height != w.bar.Size().Height {
		w.chrome.rows.Layout.Layout(w.chrome.rows.Objects, w.chrome.rows.Size())
	}
}

// tellImported says what became of a file of another format: what could not be
// carried over, item by item, and what was guessed.
func (w *window) tellImported(o *opening) {
	notice := o.notice
	if notice.Text == "" {
		return
	}
	if w.table {
		notice.Actions = append(notice.Actions, widgets.NoticeAction{Label: "Columns…", Tapped: w.chooseColumns})
	}
	notice.Actions = append(notice.Actions, widgets.NoticeAction{Label: "Save as…", Tapped: w.saveDialog})
	w.notify(notice)
	w.bar.Unfold(len(o.loaded.Losses) > 0)
}

// imported returns what is said of a file that was read, without a text for one
// of which there is nothing to say. It is for the background: there may be very
// many losses.
func imported(loaded *exchange.Loaded) widgets.NoticeState {
	if len(loaded.Losses)+len(loaded.Notes) == 0 {
		return widgets.NoticeState{}
	}
	notice := widgets.NoticeState{
		Text: fmt.Sprintf("Read as %s: %s", loaded.Format.Title, counted(loaded.Set.Events.Len(), "event")),
	}
	if n := len(loaded.Losses); n > 0 {
		notice.Kind = widgets.WarningNotice
		notice.Text += fmt.Sprintf("; %s could not be carried over", counted(n, "thing"))
	}
	for _, note := range loaded.Notes {
		notice.Details = append(notice.Details, onLine(note))
	}
	for _, loss := range loaded.Losses {
		notice.Details = append(notice.Details, onLine(loss.String()))
	}
	return notice
}

// onLine returns a text without line breaks.
func onLine(text string) string { return strings.Join(strings.Fields(text), " ") }
