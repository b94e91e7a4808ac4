package app

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"dateline/data"
	"dateline/widgets"
	"dateline/widgets/palette"
	"dateline/widgets/scene"
)

// storyFlight is how long the camera takes from one event to the next: longer
// than for a zoom by hand, as an audience does not know where it goes.
const storyFlight = 900 * time.Millisecond

// What is said at the lower right of a story.
const (
	storyHint = "Right: next · Left: back · Down: reads on · B: blank · Esc: leaves"
	storyEnd  = "End — Esc leaves"
	storyNone = "No event is left: Esc leaves"
)

// story is the window's story mode: the events of the selection are told one by
// one, on the whole screen, without what is around the timeline.
type story struct {
	w       *window
	caption *widgets.Story
	stage   fyne.CanvasObject // caption and timeline
	frame   *fyne.Container   // the window's content: what is around the timeline, or the stage
	builder scene.Builder     // to try views with

	on     bool
	set    *data.Set // that is told
	tale   tale
	begun  bool // a key was pressed: who tells knows the keys
	blank  bool
	aimed  scene.Size // of the timeline for which the view is
	before storyBefore
}

// storyBefore is what a story brings back at its end.
type storyBefore struct {
	content fyne.CanvasObject
	full    bool
	session session // as it was
	listed  bool    // the panel had the hits of a search
	page    widgets.PanelPage
	measure measuring // not in a story, where each event would be measured to
	palette palette.Palette
}

// newStory returns the story mode of a window whose timeline is there.
func newStory(w *window) *story {
	s := &story{w: w, caption: widgets.NewStory()}
	s.caption.On = widgets.StoryEvents{
		Next: func() { s.do(storyNext) },
		Key:  s.typedKey, Rune: s.typedRune, Shortcut: s.typedShortcut,
	}
	s.stage = s.caption.Over(w.timeline)
	return s
}

// framed returns the window's content with room for a story in its place. The
// window keeps its content: Fyne 2.7 forgets the size of a window that is given
// another one while it fills the screen.
func (s *story) framed(content fyne.CanvasObject) fyne.CanvasObject {
	s.frame = container.NewStack(content)
	return s.frame
}

// fill puts something into the window.
func (s *story) fill(content fyne.CanvasObject) {
	s.frame.Objects = []fyne.CanvasObject{content}
	s.frame.Refresh()
}

// tell begins the story, or says why there is none.
func (s *story) tell() {
	w := s.w
	if s.on || w.state.set == nil {
		return
	}
	begin, sentence := beginning(w.state.selection, w.state.selected)
	if sentence != "" {
		w.chrome.say(sentence)
		return
	}
	w.camera.land(w.camera.aim())
	s.before = storyBefore{
		content: s.frame.Objects[0], full: w.win.FullScreen(), session: w.snapshot(), palette: w.palette(),
		listed: w.state.listsHits(), page: w.state.page, measure: w.state.measure,
	}
	w.state.measure = measuring{}
	s.on, s.set, s.tale, s.begun, s.blank, s.aimed = true, w.state.set, begin, false, false, scene.Size{}
	w.state.choose(begin.event)
	c := w.win.Canvas()
	c.Unfocus() // what is taken away would keep the keyboard
	w.win.SetMainMenu(nil)
	whole := w.win.Content() // the toolkit leaves it below a menu that is gone
	whole.Move(fyne.Position{})
	whole.Resize(c.Size())
	s.fill(s.stage)
	s.takeKeys(s.typedKey, s.typedRune)
	c.Focus(s.caption)
	if !s.before.full {
		w.win.SetFullScreen(true)
	}
	w.show()
}

// takeKeys says who gets the keys that nothing in the story has taken: the
// timeline has the keyboard after a dialog.
func (s *story) takeKeys(key func(*fyne.KeyEvent), letter func(rune)) {
	s.w.timeline.On.Key, s.w.timeline.On.Rune = key, letter
	c := s.w.win.Canvas()
	c.SetOnTypedKey(key)
	c.SetOnTypedRune(letter)
}

// leave ends the story and brings back what was before; the event stays
// selected.
func (s *story) leave() {
	s.end()
	st, was := s.w.state, s.before.session
	st.showSpan(scene.Span{From: was.From, To: was.To}, was.Top)
	st.page, st.measure = s.before.page, s.before.measure
	if s.before.listed {
		st.listHits()
	}
	s.w.show()
}

// end takes the story from the window.
func (s *story) end() {
	w := s.w
	s.on = false
	s.builder = scene.Builder{} // it keeps what it has laid out
	w.camera.stop()
	w.timeline.Enlarge(1)
	c := w.win.Canvas()
	c.Unfocus()
	s.fill(s.before.content)
	s.takeKeys(w.typedKey, w.typedRune)
	w.bindMenus()
	if w.palette() != s.before.palette {
		w.app.Settings().SetTheme(w.theme) // the toolkit has coloured only what was in the window
	}
	if !s.before.full {
		w.win.SetFullScreen(false)
		// Fyne 2.7 forgets this where the theme has changed on a full screen.
		w.win.Resize(fyne.NewSize(s.before.session.Width, s.before.session.Height))
	}
	c.Focus(w.timeline)
}

// show brings the state to the story, and reports whether there is one: the rest
// of the window is not seen then. Another dataset ends the story.
func (s *story) show(p palette.Palette) bool {
	st := s.w.state
	if s.on && st.set != s.set {
		s.end()
	}
	if !s.on {
		return false
	}
	s.caption.Update(s.state(p))
	if st.size != s.aimed && s.tale.event >= 0 {
		s.aimed = st.size
		s.w.timeline.Enlarge(enlarged(s.stage.Size().Height))
		st.look(s.view(s.tale.event))
	}
	s.w.keeper.keep(s.kept)
	return true
}

// state returns what the caption shows.
func (s *story) state(p palette.Palette) widgets.StoryState {
	sel, event := s.w.state.selection, s.tale.event
	state := widgets.StoryState{
		Set: s.set, Event: event, Lane: sel.LaneOf(event), Quote: s.tale.quote, Of: sel.Len(), Blank: s.blank, Palette: p,
	}
	if state.Lane < 0 {
		state.Lane = s.set.Events.Lanes(event)[0]
	}
	if sel.Has(event) {
		state.Place = sel.Place(event) + 1
	}
	switch {
	case sel.Len() == 0:
		state.Note, state.Strong = storyNone, true
	case s.tale.end:
		state.Note, state.Strong = storyEnd, true
	case !s.begun:
		state.Note = storyHint
	}
	return state
}

// kept returns the session to be saved while a story is told: what is seen of it
// is of the talk, and not to come back at the next start.
func (s *story) kept() session {
	now := s.w.snapshot()
	was := s.before.session
	now.From, now.To, now.Top = was.From, was.To, was.Top
	now.Full, now.Width, now.Height = was.Full, was.Width, was.Height
	return now
}

// quotes returns how many quotations an event has, 0 where that cannot be read.
func (s *story) quotes(event int) int {
	e, err := s.set.Events.At(event)
	if err != nil {
		return 0
	}
	return len(e.Claims)
}

// stand brings the story to another place. If the camera is still on its way it
// does not wait for it.
func (s *story) stand(t tale) {
	flying := s.w.camera.anim != nil
	other := t.event != s.tale.event
	s.tale = t
	s.w.state.choose(t.event)
	s.w.show() // the quotation may be another one
	switch {
	case other && flying:
		s.w.camera.stop()
		s.w.state.look(s.view(t.event))
	case other:
		s.glide(s.view(t.event))
	}
}

// glide moves the camera for an audience to follow. Nothing of it goes into the
// history of views.
func (s *story) glide(v scene.View) {
	c := s.w.camera
	c.glide(v)
	if c.anim != nil {
		c.anim.Stop()
		c.anim.Duration, c.anim.Curve = storyFlight, fyne.AnimationEaseInOut
		c.anim.Start()
	}
}

// enlarged returns how many times as large as usual the timeline's type is in a
// window of a height.
func enlarged(height float32) float32 {
	const usual, quarter = 560, 4 // few sizes, as each is measured anew
	return max(float32(math.Round(float64(height/usual*quarter)))/quarter, 1)
}

// view returns the view for an event: with its neighbours, so close that it is
// drawn by itself, and scrolled so that it is seen.
func (s *story) view(event int) scene.View {
	st := s.w.state
	in := s.w.timeline.Input()
	in.Selected = event
	in.View = st.clamp(st.over(storySpan(st.selection, event, st.domain)))
	in.View = s.closer(in)
	y, ok := s.builder.RowOf(in, event)
	if m := in.Metrics; ok && (y-m.Row < m.Axis+m.LaneHeader || y+m.Row > in.Size.H) {
		in.View.Top += y - (m.Axis+in.Size.H)/2
	}
	return st.clamp(in.View)
}

// storyCloser is how often a view is tried twice as close.
const storyCloser = 12

// closer returns a view so close that the selected event is not part of a cluster;
// the same view where no zoom helps, because it is one of many at an instant, or
// one of the long events for which there is no row.
func (s *story) closer(in scene.Input) scene.View {
	wide := in.View
	own := scene.Extent(s.set, in.Selected, in.Domain)
	for range storyCloser {
		sc := s.builder.Build(in)
		mark := sc.MarkOf(in.Selected)
		if mark < 0 || !sc.Marks[mark].Several() {
			return in.View
		}
		if sc.Marks[mark].Kind == scene.Rest {
			return wide
		}
		in.View = s.w.state.clamp(in.View.ZoomAt(in.View.X((own.From+own.To)/2), 2))
	}
	return wide
}
