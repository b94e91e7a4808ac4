package app

import (
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// storyStep is what can be done in a story.
type storyStep uint8

// The steps; the zero value does nothing.
const (
	storyNext storyStep = iota + 1
	storyBack
	storyReadOn
	storyReadBack
	storyFirst
	storyLast
	storyBlank
	storyLeave
)

// storyKeys are the keys of a story, those of clickers among them: they send
// Page Up and Page Down or the arrows, F5 or Escape, and B or a full stop.
var storyKeys = map[fyne.KeyName]storyStep{
	fyne.KeyRight: storyNext, fyne.KeyPageDown: storyNext, fyne.KeySpace: storyNext,
	fyne.KeyReturn: storyNext, fyne.KeyEnter: storyNext,
	fyne.KeyLeft: storyBack, fyne.KeyPageUp: storyBack, fyne.KeyBackspace: storyBack,
	fyne.KeyDown: storyReadOn, fyne.KeyUp: storyReadBack,
	fyne.KeyHome: storyFirst, fyne.KeyEnd: storyLast,
	fyne.KeyEscape: storyLeave, fyne.KeyF5: storyLeave,
}

// storyRunes are the letters of a story, wherever the keyboard has them.
var storyRunes = map[rune]storyStep{'n': storyNext, 'p': storyBack, 'b': storyBlank, '.': storyBlank}

// typedKey does what a key stands for. Keys that type a letter come again as that
// letter, and Shift and its like are none by themselves. A dialog that has come up
// has the keys first.
func (s *story) typedKey(ev *fyne.KeyEvent) {
	if s.w.asking() {
		s.w.typedKey(ev)
		return
	}
	switch ev.Name {
	case desktop.KeyShiftLeft, desktop.KeyShiftRight, desktop.KeyControlLeft, desktop.KeyControlRight,
		desktop.KeyAltLeft, desktop.KeyAltRight, desktop.KeySuperLeft, desktop.KeySuperRight, desktop.KeyCapsLock:
		return
	}
	if len(ev.Name) > 1 {
		s.do(storyKeys[ev.Name])
	}
}

// typedRune does what a letter stands for.
func (s *story) typedRune(r rune) {
	if r != ' ' { // came as a key
		s.do(storyRunes[unicode.ToLower(r)])
	}
}

// typedShortcut lets those shortcuts of the window through that fit a story: to
// switch light and dark, and to quit.
func (s *story) typedShortcut(shortcut fyne.Shortcut) {
	if c, ok := shortcut.(*desktop.CustomShortcut); ok && c.Modifier == ctrl && (c.KeyName == fyne.KeyT || c.KeyName == fyne.KeyQ) {
		s.w.typedShortcut(shortcut)
	}
}

// do makes a step. While the screen is blank, any key but one that leaves only
// brings the picture back.
func (s *story) do(step storyStep) {
	switch {
	case !s.on || s.w.asking():
	case step == storyLeave:
		s.leave()
	case s.blank || step == storyBlank:
		s.blank = !s.blank
		s.w.show()
	case step != 0:
		s.begun = true
		s.move(step)
	}
}

// move makes a step that leads elsewhere. A text that does not fit is read to its
// end first.
func (s *story) move(step storyStep) {
	sel := s.w.state.selection
	switch step {
	case storyNext:
		s.stand(s.tale.next(sel))
	case storyBack:
		s.stand(s.tale.back(sel))
	case storyReadOn:
		if !s.caption.Read(1) {
			s.stand(s.tale.readOn(sel, s.quotes))
		}
	case storyReadBack:
		if s.tale.end || !s.caption.Read(-1) {
			s.stand(s.tale.readBack(sel, s.quotes))
		}
	case storyFirst:
		s.stand(s.tale.first(sel))
	case storyLast:
		s.stand(s.tale.last(sel))
	}
}
