package app

import (
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"dateline/widgets"
)

// bindings find the command for what was typed.
type bindings struct {
	keys  map[key]func()
	runes map[rune]func()
}

// bind makes the table's keys work: those with Ctrl or Alt as shortcuts of the
// window, the others through what has the keyboard.
func (w *window) bind(commands []command) {
	w.bindings = bindings{keys: map[key]func(){}, runes: map[rune]func(){}}
	for _, c := range commands {
		for _, k := range c.keys {
			switch {
			case k.char != 0:
				w.bindings.runes[k.char] = c.run
			case k.mods&^shift != 0:
				run := c.run
				w.win.Canvas().AddShortcut(&desktop.CustomShortcut{KeyName: k.name, Modifier: k.mods},
					func(fyne.Shortcut) { run() })
			default:
				w.bindings.keys[k] = c.run
			}
		}
	}
	w.win.Canvas().SetOnTypedKey(w.typedKey)
	w.win.Canvas().SetOnTypedRune(w.typedRune)
}

// typedKey runs the command of a key. Escape closes a dialog.
func (w *window) typedKey(ev *fyne.KeyEvent) {
	if w.asking() {
		if ev.Name == fyne.KeyEscape {
			w.dismiss()
		}
		return
	}
	k := key{name: ev.Name}
	if d, ok := w.app.Driver().(desktop.Driver); ok {
		k.mods = d.CurrentKeyModifiers() & shift
	}
	if run, ok := w.bindings.keys[k]; ok {
		run()
	}
}

// typedRune runs the command of a letter, small or capital.
func (w *window) typedRune(r rune) {
	if run, ok := w.bindings.runes[unicode.ToLower(r)]; ok {
		run()
	}
}

// typedShortcut runs the command of a key with Ctrl or Alt that was typed into a
// field.
func (w *window) typedShortcut(shortcut fyne.Shortcut) {
	if c, ok := w.win.Canvas().(fyne.Shortcutable); ok {
		c.TypedShortcut(shortcut)
	}
}

// menus returns the main menu made from the table. The recently opened files
// have a menu of their own in it.
func (w *window) menus(commands []command) *fyne.MainMenu {
	names := []string{"File", "View", "Event", "Evidence", "Help"}
	menus := make([]*fyne.Menu, len(names))
	for i, name := range names {
		menus[i] = fyne.NewMenu(name)
		for _, c := range commands {
			if c.menu == name {
				menus[i].Items = append(menus[i].Items, menuItem(c))
			}
		}
	}
	file := menus[0]
	last := len(file.Items) - 1
	file.Items[last].IsQuit = true
	file.Items = append(file.Items[:1:1], append([]*fyne.MenuItem{w.recentMenu()}, file.Items[1:]...)...)
	return fyne.NewMainMenu(menus...)
}

func menuItem(c command) *fyne.MenuItem {
	item := fyne.NewMenuItem(c.title, c.run)
	for _, k := range c.keys {
		if k.char == 0 && k.mods&^shift != 0 {
			item.Shortcut = &desktop.CustomShortcut{KeyName: k.name, Modifier: k.mods}
		}
	}
	return item
}

// recentMenu returns the item with the files opened lately.
func (w *window) recentMenu() *fyne.MenuItem {
	item := fyne.NewMenuItem("Open recent", nil)
	menu := fyne.NewMenu("")
	for _, path := range w.session.Recent {
		menu.Items = append(menu.Items, fyne.NewMenuItem(widgets.OneLine(path), func() { w.openPath(path) }))
	}
	menu.Items = append(menu.Items, fyne.NewMenuItem("The bundled chronology", w.openBundled))
	item.ChildMenu = menu
	return item
}
