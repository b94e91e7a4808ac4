package app

import (
	"fmt"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"

	"dateline/data/cite"
)

// command is something the user can do. One table of them makes the menus, the
// shortcuts and the overlay that lists them.
type command struct {
	group string // heading in the overlay
	menu  string // menu that has it, "" for none
	title string // in menu and overlay
	keys  []key
	mouse string // what does the same with the pointer, for the overlay
	run   func()
	quiet bool // not in the overlay: another command's entry speaks for it
}

// key is a key with modifiers, or a letter wherever the keyboard has it.
type key struct {
	name fyne.KeyName
	mods fyne.KeyModifier
	char rune
}

const (
	ctrl  = fyne.KeyModifierShortcutDefault
	shift = fyne.KeyModifierShift
	alt   = fyne.KeyModifierAlt
)

func plain(name fyne.KeyName) key                       { return key{name: name} }
func with(mods fyne.KeyModifier, name fyne.KeyName) key { return key{name: name, mods: mods} }
func char(r rune) key                                   { return key{char: r} }

// words returns the key as the overlay shows it.
func (k key) words() string {
	if k.char != 0 {
		return string(unicode.ToUpper(k.char))
	}
	var parts []string
	for _, m := range []struct {
		mod  fyne.KeyModifier
		name string
	}{{fyne.KeyModifierControl, "Ctrl"}, {fyne.KeyModifierSuper, "Cmd"}, {alt, "Alt"}, {shift, "Shift"}} {
		if k.mods&m.mod != 0 {
			parts = append(parts, m.name)
		}
	}
	return strings.Join(append(parts, keyWords(k.name)), "+")
}

func keyWords(name fyne.KeyName) string {
	switch name {
	case fyne.KeyPageUp:
		return "PgUp"
	case fyne.KeyPageDown:
		return "PgDn"
	case fyne.KeyReturn:
		return "Enter"
	case fyne.KeyEscape:
		return "Esc"
	}
	return string(name)
}

// laneKeys is how many lanes have a digit of their own.
const laneKeys = 9

// commands returns the table.
func (w *window) commands() []command {
	s, c := w.state, w.camera
	list := []command{
		{"File", "File", "Open…", []key{with(ctrl, fyne.KeyO)}, "drop a file on the window", w.openDialog, false},
		{"File", "File", "Columns of the table…", nil, "", w.chooseColumns, true},
		{"File", "File", "Save as…", []key{with(ctrl|shift, fyne.KeyS)}, "", w.saveDialog, false},
		{"File", "File", "Export image…", []key{with(ctrl, fyne.KeyE)}, "button at the top right", w.exportDialog, false},
		{"File", "File", quitTitle, []key{with(ctrl, fyne.KeyQ)}, "", w.quit, false},

		{"Zoom and pan", "View", "Zoom in", []key{char('+'), char('=')}, "wheel", func() { w.zoomKey(keyZoom) }, false},
		{"Zoom and pan", "View", "Zoom out", []key{char('-'), char('_')}, "wheel", func() { w.zoomKey(1 / keyZoom) }, false},
		{"Zoom and pan", "View", "Fit everything", []key{plain(fyne.KeyHome)}, "double click on an empty lane", w.fitAll, false},
		{"Zoom and pan", "View", "Fit the selected event", []key{char('f')}, "double click on an event", w.fitSelected, false},
		{"Zoom and pan", "", "Pan by a tenth, earlier", []key{plain(fyne.KeyLeft)}, "drag, Shift+wheel", func() { c.glidePan(-s.size.W/10, 0) }, false},
		{"Zoom and pan", "", "Pan by a tenth, later", []key{plain(fyne.KeyRight)}, "drag, Shift+wheel", func() { c.glidePan(s.size.W/10, 0) }, false},
		{"Zoom and pan", "", "Pan by a whole view, earlier", []key{with(shift, fyne.KeyLeft)}, "click in the minimap", func() { c.glidePan(-s.size.W, 0) }, false},
		{"Zoom and pan", "", "Pan by a whole view, later", []key{with(shift, fyne.KeyRight)}, "click in the minimap", func() { c.glidePan(s.size.W, 0) }, false},
		{"Zoom and pan", "", "Scroll lanes up", []key{plain(fyne.KeyPageUp)}, "Ctrl+wheel, scroll bar", func() { w.scrollLanes(-1) }, false},
		{"Zoom and pan", "", "Scroll lanes down", []key{plain(fyne.KeyPageDown)}, "Ctrl+wheel, scroll bar", func() { w.scrollLanes(1) }, false},
		{"Zoom and pan", "View", "Back to the view before", []key{with(alt, fyne.KeyLeft)}, "", w.goBack, false},
		{"Zoom and pan", "View", "Forward", []key{with(alt, fyne.KeyRight)}, "", w.goForward, false},

		{"Events", "Event", "Next event in time", []key{plain(fyne.KeyTab), char('n')}, "panel’s arrow", func() { w.step(1) }, false},
		{"Events", "Event", "Previous event in time", []key{with(shift, fyne.KeyTab), char('p')}, "panel’s arrow", func() { w.step(-1) }, false},
		{"Events", "Event", "Nearest event in the lane above", []key{plain(fyne.KeyUp)}, "click", func() { w.beside(-1) }, false},
		{"Events", "Event", "Nearest event in the lane below", []key{plain(fyne.KeyDown)}, "click", func() { w.beside(1) }, false},
		{"Events", "Event", "Open the selected event’s cluster", []key{plain(fyne.KeyReturn)}, "click on the cluster", w.enter, false},
		{"Events", "Event", "Copy citation", []key{char('c')}, "panel’s button", w.copyCitation, false},
		{"Events", "Event", "Copy citation as Markdown", nil, "panel’s “Cite as…”", func() { w.copyCitationAs(cite.Markdown) }, true},
		{"Events", "Event", "Copy citation as BibTeX", nil, "panel’s “Cite as…”", func() { w.copyCitationAs(cite.BibTeX) }, true},
		{"Events", "Event", "Copy citation as CSL-JSON", nil, "panel’s “Cite as…”", func() { w.copyCitationAs(cite.CSLJSON) }, true},
		{"Events", "Event", "Take back: measure, page, chain, selection, search", []key{plain(fyne.KeyEscape)}, "", w.escape, false},

		{"Evidence", "Evidence", "What was known: on or off", []key{char('k')}, "check box at the left", func() { w.showKnown(!s.filters.known.on) }, false},
		{"Evidence", "Evidence", "Lines to when events became known", []key{char('t')}, "check box at the left", w.showLags, false},
		{"Evidence", "Evidence", "People, places and tags", []key{char('i')}, "click a name in the panel", w.showNames, false},
		{"Evidence", "Evidence", "The source in its place", []key{char('s')}, "below a quotation", w.showDocument, false},
		{"Evidence", "Evidence", "Disputes", []key{char('d')}, "", w.showDisputes, false},
		{"Evidence", "Evidence", "The selected event’s whole chain", []key{char('l')}, "panel’s button", w.showChain, false},
		{"Evidence", "Evidence", "Longest gaps", []key{char('g')}, "", w.showGaps, false},
		{"Evidence", "Evidence", "Measure between two events or places", []key{char('m')}, "", w.measure, false},

		{"Events", "Event", "Tell the story", []key{plain(fyne.KeyF5), with(shift, fyne.KeyF5)}, "", w.story.tell, false},

		{"Search", "Event", "Search", []key{with(ctrl, fyne.KeyF)}, "click in the field at the top", w.focusSearch, false},
		{"Search", "Event", "Next hit", []key{plain(fyne.KeyF3)}, "Enter in the field", func() { w.nextHit(1) }, false},
		{"Search", "Event", "Previous hit", []key{with(shift, fyne.KeyF3)}, "Shift+Enter in the field", func() { w.nextHit(-1) }, false},

		{"Lanes", "View", "Show everything that filters hide", []key{char('0')}, "click on the status bar", w.showAll, false},
		{"Window", "View", "Switch light and dark", []key{with(ctrl, fyne.KeyT)}, "", w.switchTheme, false},
		{"Window", "View", "Follow the system’s light or dark", nil, "", func() { s.setTheme(systemTheme) }, true},
		{"Window", "View", "Full screen", []key{plain(fyne.KeyF11)}, "", w.fullScreen, false},
		{"Window", "", "Move the keyboard between timeline and lanes", []key{plain(fyne.KeyF6)}, "click", w.moveFocus, false},
		{"Window", "Help", "Keyboard shortcuts", []key{char('?')}, "status bar", w.help, false},
		{"Window", "Help", "About Dateline", nil, "", w.about, true},
		{"Zoom and pan", "", "Zoom in", []key{with(ctrl, fyne.KeyEqual), with(ctrl|shift, fyne.KeyEqual), with(ctrl, fyne.KeyPlus)}, "", func() { w.zoomKey(keyZoom) }, true},
		{"Zoom and pan", "", "Zoom out", []key{with(ctrl, fyne.KeyMinus)}, "", func() { w.zoomKey(1 / keyZoom) }, true},
		{"Zoom and pan", "", "Fit everything", []key{with(ctrl, fyne.Key0)}, "", w.fitAll, true},
		{"Events", "", "Open the selected event’s cluster", []key{plain(fyne.KeyEnter)}, "", w.enter, true},
	}
	list = append(list, w.laneCommands()...)
	for i := range list {
		if run := list[i].run; list[i].title != quitTitle {
			list[i].run = func() {
				if !w.asking() {
					run()
				}
			}
		}
	}
	return list
}

// quitTitle names the one command that also works while a dialog is open.
const quitTitle = "Quit"

// laneCommands returns the digits that switch lanes.
func (w *window) laneCommands() []command {
	var list []command
	for i := range laneKeys {
		name := fyne.KeyName(fmt.Sprint(i + 1))
		list = append(list,
			command{
				"Lanes", "", fmt.Sprintf("Lane %d on or off", i+1),
				[]key{plain(name)},
				"check box",
				func() { w.lane(i, w.state.toggle) }, i > 0,
			},
			command{
				"Lanes", "", fmt.Sprintf("Only lane %d, or all again", i+1),
				[]key{with(shift, name)},
				"Alt+click, “only”",
				func() { w.lane(i, w.state.only) }, i > 0,
			},
		)
	}
	list[0].title, list[1].title = "First to ninth lane on or off (1 … 9)", "Only that lane, or all again (Shift+1 … 9)"
	return list
}
