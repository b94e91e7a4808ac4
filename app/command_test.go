package app

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

func TestCommands_AreWhole(t *testing.T) {
	r := newAtarRoom(t)
	menus := map[string]bool{"": true, "File": true, "View": true, "Event": true, "Evidence": true, "Help": true}
	for _, c := range r.commands() {
		if c.title == "" || c.group == "" || c.run == nil || !menus[c.menu] {
			t.Errorf("command %+v lacks something", c)
		}
		if len(c.keys) == 0 && c.menu == "" {
			t.Errorf("%s can be run neither by key nor from a menu", c.title)
		}
		for _, k := range c.keys {
			if k.words() == "" || k.char == 0 && keyWords(k.name) == "" {
				t.Errorf("%s: a key without a name: %+v", c.title, k)
			}
		}
	}
}

func TestCommands_NoKeyTwice(t *testing.T) {
	r := newAtarRoom(t)
	seen := map[key]string{}
	for _, c := range r.commands() {
		for _, k := range c.keys {
			if before, ok := seen[k]; ok {
				t.Errorf("%s is bound to %q and to %q", k.words(), before, c.title)
			}
			seen[k] = c.title
		}
	}
}

// What the keyboard must be able to do.
func TestCommands_EveryShortcut(t *testing.T) {
	r := newAtarRoom(t)
	bound := map[string]bool{}
	for _, c := range r.commands() {
		for _, k := range c.keys {
			bound[k.words()] = true
		}
	}
	want := strings.Fields("+ - Left Right Shift+Left Shift+Right PgUp PgDn Home F Enter Tab Shift+Tab Up Down N P " +
		"Alt+Left Alt+Right Ctrl+O Ctrl+E F11 Ctrl+T Ctrl+Q ? 0 Esc C F6 K T I D L G M")
	for i := range laneKeys {
		want = append(want, fmt.Sprint(i+1), fmt.Sprint("Shift+", i+1))
	}
	for _, key := range want {
		if !bound[key] {
			t.Errorf("%s is not bound", key)
		}
	}
}

// menuItems returns the titles of a menu with their shortcuts.
func menuItems(menu *fyne.Menu) []string {
	var items []string
	for _, item := range menu.Items {
		text := item.Label
		if s, ok := item.Shortcut.(*desktop.CustomShortcut); ok {
			text += " " + key{name: s.KeyName, mods: s.Modifier}.words()
		}
		items = append(items, text)
	}
	return items
}

func TestMenus(t *testing.T) {
	r := newAtarRoom(t)
	var titles []string
	for _, menu := range r.win.MainMenu().Items {
		titles = append(titles, menu.Label)
		for _, item := range menu.Items {
			if item.Action == nil && item.ChildMenu == nil {
				t.Errorf("%s › %s does nothing", menu.Label, item.Label)
			}
			if item.IsQuit != (item.Label == "Quit") {
				t.Errorf("%s quits: %v", item.Label, item.IsQuit)
			}
		}
	}
	if got := strings.Join(titles, " "); got != "File View Event Evidence Help" {
		t.Errorf("menus %s", got)
	}
	file := menuItems(r.win.MainMenu().Items[0])
	want := []string{"Open… Ctrl+O", "Open recent", "Columns of the table…", "Save as… Ctrl+Shift+S", "Export image… Ctrl+E", "Quit Ctrl+Q"}
	if !slices.Equal(file, want) {
		t.Errorf("the file menu is %q, want %q", file, want)
	}
	for _, c := range r.commands() {
		if c.menu == "" {
			continue
		}
		found := 0
		for _, menu := range r.win.MainMenu().Items {
			for _, item := range menu.Items {
				if menu.Label == c.menu && item.Label == c.title {
					found++
				}
			}
		}
		if found != 1 {
			t.Errorf("%s is in the menu %s %d times", c.title, c.menu, found)
		}
	}
}

func TestByGroup_KeepsAllThatAreNotQuiet(t *testing.T) {
	r := newAtarRoom(t)
	want := map[string]int{}
	for _, c := range r.commands() {
		if !c.quiet {
			want[c.title]++
		}
	}
	last, ended := "", map[string]bool{}
	for _, c := range byGroup(r.commands()) {
		want[c.title]--
		if c.group != last {
			ended[last] = true
			last = c.group
		}
		if ended[c.group] {
			t.Errorf("the group %s comes twice", c.group)
		}
	}
	for title, n := range want {
		if n != 0 {
			t.Errorf("%s: %d missing in the overlay", title, n)
		}
	}
}

func TestHelp(t *testing.T) {
	r := newAtarRoom(t)
	open := func() bool { return r.overlay != nil && len(r.win.Canvas().Overlays().List()) == 1 }
	for name, shut := range map[string]func(){
		"?":      func() { r.typed("?") },
		"Escape": func() { r.press(fyne.KeyEscape, 0) },
		"Enter":  func() { r.press(fyne.KeyReturn, 0) },
		"Close":  func() { r.tap(t, "Close") },
		"link":   func() { r.chrome.help.Tapped(nil) },
	} {
		r.typed("?")
		if !open() {
			t.Fatal("? does not open the shortcuts")
		}
		shown := r.shown()
		for _, c := range r.commands() {
			if !c.quiet && (!strings.Contains(shown, c.title) || !strings.Contains(shown, c.mouse)) {
				t.Errorf("%s (%s) is not listed", c.title, c.mouse)
			}
		}
		shut()
		if open() || r.win.Canvas().Focused() != fyne.Focusable(r.timeline) {
			t.Errorf("%s: the shortcuts are open: %v", name, open())
		}
	}
}

// Every command can be run at any time: with and without anything selected,
// with all lanes hidden.
func TestCommands_NeverPanic(t *testing.T) {
	for name, prepare := range map[string]func(r *room){
		"at first":     func(*room) {},
		"all hidden":   func(r *room) { r.state.setFilter(map[string]bool{"atar": true, "authorities": true, "attacks": true}) },
		"hidden event": func(r *room) { r.state.choose(20); r.state.only("attacks") },
	} {
		r := newAtarRoom(t)
		prepare(r)
		for _, c := range r.commands() {
			if c.title == "Quit" {
				continue
			}
			c.run()
			for _, o := range r.win.Canvas().Overlays().List() {
				o.Hide()
				r.win.Canvas().Overlays().Remove(o)
			}
			r.overlay, r.dialogs = nil, nil
		}
		if r.state.set == nil {
			t.Error(name)
		}
	}
}
